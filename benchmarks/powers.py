"""Units as annotators of science write them: with a sign for each power ("m.s^-1", "cm^-3")."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from plainfigures.prose.words.lexicon import units

_MINUS = "[-\N{MINUS SIGN}\N{EN DASH}]"
_IN_POWERS = re.compile(rf"\s*(?:[^\W\d]+\s?(?:\^?{_MINUS}?\d)?[\s\u00b7.]*){{1,4}}(?<={_MINUS}\d)")
_POWER = re.compile(rf"([^\W\d]+)\s?(?:\^?({_MINUS}?)(\d))?")
_RAISED = {"": "1", "square": "2", "cubic": "3"}


def in_powers(record: Mapping[str, Any], base: str, per: str) -> str | None:
    """The unit of a figure in powers, where it is printed so or is of nothing ("40 per hour").

    `base` is what stands above the line, `per` not empty where something stands below it.
    """
    if base.startswith("per "):
        kind, _, length = base.removeprefix("per ").rpartition("_")
        symbol = _symbols().get(length)
        return f"{symbol}^-{_RAISED[kind]}" if symbol and kind in _RAISED else None
    after = record["number_end"] - record["start"]
    if not per or (powers := _IN_POWERS.match(record["quote"], after)) is None:
        return None
    (first, *power), *under = _POWER.findall(powers[0])
    parts = [(base if record["counted"] else first, *power), *under]
    return ".".join(_raised(*part) for part in parts)


def _raised(symbol: str, minus: str, power: str) -> str:
    return f"{symbol}^{'-' if minus else ''}{power}" if power else symbol


@cache
def _symbols() -> dict[str, str]:
    """The shortest symbol of each unit that has one."""
    found: dict[str, str] = {}
    for surface, entry in sorted(units().items(), key=lambda pair: (-len(pair[0]), pair[0])):
        if entry.kind in ("symbol", "guarded") and surface.isalpha():
            found[entry.unit] = surface
    return found
