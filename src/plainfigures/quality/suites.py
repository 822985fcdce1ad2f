"""Suites: the expectations of validation/<dataset>.json, checked before anything runs on them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plainfigures.errors import UsageError

_KEYS = {"type", "kwargs", "meta"}


@dataclass(frozen=True, slots=True)
class Expectation:
    """One expectation; `rule` says it in plain words, rows with one of `anomalies` may break it."""

    number: int
    line: int
    type: str
    kwargs: Mapping[str, Any]
    rule: str
    anomalies: frozenset[str]


@dataclass(frozen=True, slots=True)
class Suite:
    """The expectations of one dataset, in the order of the file."""

    path: Path
    name: str
    expectations: tuple[Expectation, ...]

    def fault(self, expectation: Expectation, sentence: str) -> UsageError:
        """The error of one expectation, with the line on which it stands."""
        return UsageError(
            f"{self.path}:{expectation.line}: expectation {expectation.number} "
            f"({expectation.type}) {sentence}"
        )


def load_suite(path: Path) -> Suite:
    """Read a suite: {"name": …, "expectations": [{"type", "kwargs", "meta"?}]}.

    `meta` may hold `rule`, a plain sentence, and `anomaly`, the kind (or a list of kinds) that
    excuses a row. Raises UsageError with file and line.
    """
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        raise UsageError(
            f"{path}: there is no such suite; write the dataset's rules there."
        ) from None
    except (OSError, UnicodeDecodeError):
        raise UsageError(f"{path}: is no readable file in UTF-8.") from None
    try:
        data = json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        raise UsageError(f"{path}:{error.lineno}: is no JSON here ({error.msg}).") from None
    except (_TwiceError, RecursionError) as error:
        raise UsageError(f"{path}: is no suite: {error}.") from None
    if not isinstance(data, dict) or set(data) != {"name", "expectations"}:
        raise UsageError(f"{path}: a suite is an object with `name` and `expectations` alone.")
    items = data["expectations"]
    if not isinstance(data["name"], str) or not isinstance(items, list) or not items:
        raise UsageError(
            f"{path}: `name` must be text and `expectations` a list that is not empty."
        )
    lines = _Lines(text)
    return Suite(
        path=path,
        name=data["name"],
        expectations=tuple(
            _expectation(path, number, item, lines) for number, item in enumerate(items, 1)
        ),
    )


class _TwiceError(ValueError):
    pass


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _TwiceError(f"the key {twice!r} stands twice in one object")
    return result


class _Lines:
    """Finds the line of each expectation: the next place in the text where its type is written."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._from = 0

    def next(self, words: str) -> int:
        place = self._text.find(json.dumps(words), self._from)
        if place >= 0:
            self._from = place + 1
        return self._text.count("\n", 0, max(place, self._from)) + 1


def _expectation(path: Path, number: int, item: object, lines: _Lines) -> Expectation:
    if not isinstance(item, dict) or not isinstance(item.get("type"), str):
        raise UsageError(f"{path}: expectation {number} must be an object with a `type`.")
    kind = str(item["type"])
    line = lines.next(kind)
    place = f"{path}:{line}: expectation {number} ({kind})"
    unknown = sorted(set(item) - _KEYS)
    if unknown:
        raise UsageError(f"{place} has the unknown key {unknown[0]!r}; known are {sorted(_KEYS)}.")
    kwargs, meta = item.get("kwargs", {}), item.get("meta", {})
    if not isinstance(kwargs, dict) or not isinstance(meta, dict):
        raise UsageError(f"{place}: `kwargs` and `meta` must be objects.")
    rule = meta.get("rule", _words(kind, kwargs))
    kinds = meta.get("anomaly", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if not isinstance(rule, str) or not isinstance(kinds, list):
        raise UsageError(f"{place}: `rule` must be a sentence and `anomaly` one kind or a list.")
    return Expectation(number, line, kind, kwargs, rule, frozenset(map(str, kinds)))


def _words(kind: str, kwargs: Mapping[str, Any]) -> str:
    """What an expectation without a sentence of its own demands."""
    given = ", ".join(f"{name} {value}" for name, value in sorted(kwargs.items()))
    return f"{kind.replace('_', ' ').capitalize()}: {given}." if given else f"{kind}."
