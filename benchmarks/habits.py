"""Habits of the annotators of one file of sentences, which those of another do not share.

Of `news` and `units` a move from one level to another ("rose from 40 to 50") is a range, of the
rest, as for the reader, two quantities. Of `numbers` every number counts, also those that the
reader sets aside as parts of a date, an address or a label.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from plainfigures.prose.normal import normalise
from plainfigures.prose.number_words import number_in_words
from plainfigures.prose.tokens import Tokens

_MOVES = frozenset(("news", "units"))
_EVERY = frozenset(("numbers",))

# Between the two levels: the unit and the year of the first, and no other number.
_ROUGHLY = r"(?:about |around |nearly |just |some )?"
_FROM = re.compile(rf"\bfrom {_ROUGHLY}$", re.IGNORECASE)
_TO = re.compile(
    rf"(?:[ -]?[^\s\d,;.:()]+){{0,3}}(?: in (?:[A-Z]\w+ )?(?:\d{{4}}|[A-Z]\w+))? to {_ROUGHLY}"
)
_FAR = 30
_ENDS = ("value_low", "value_high")
_SEVERAL = re.compile(r"\d+")


def as_annotated(
    name: str,
    lines: Iterable[Mapping[str, Any]],
    records: Iterable[Mapping[str, Any]],
    texts: Mapping[str, str],
) -> Iterator[dict[str, Any]]:
    """The lines `{"id", "quantities"}` of the file `name`, as its annotators count.

    `records` are what the reader prints for `texts`, which are by id.
    """
    aside: dict[str, list[dict[str, Any]]] = {}
    for record in records if name in _EVERY else ():
        if "set_aside" in record:
            aside.setdefault(record["document"], []).extend(_numbers(record))
    for line in lines:
        document, found = line["id"], line["quantities"]
        if name in _MOVES:
            found = list(_moves(found, texts[document]))
        more = (one for one in aside.get(document, ()) if not _within(one, found))
        yield {"id": document, "quantities": [*found, *more]}


def _numbers(record: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The numbers of a token that was set aside, each by itself."""
    token, start = record["token"], record["start"]
    spans = [(digits.span(), float(digits[0])) for digits in _SEVERAL.finditer(token)]
    if not spans:
        words = number_in_words(Tokens(normalise(token), 0, len(token)), 0)
        value = words.value if words is not None else None
        spans = [((0, len(token)), float(value))] if value is not None else []
    for (first, end), amount in spans:
        ends = dict.fromkeys(_ENDS, amount)
        yield {"start": start + first, "end": start + end, **ends, "unit": "", "bound": "="}


def _within(one: Mapping[str, Any], found: Iterable[Mapping[str, Any]]) -> bool:
    return any(one["start"] < each["end"] and each["start"] < one["end"] for each in found)


def _moves(found: Iterable[dict[str, Any]], text: str) -> Iterator[dict[str, Any]]:
    """The quantities in the order of the text, those of a move as one range."""
    last: dict[str, Any] | None = None
    for each in sorted(found, key=lambda one: int(one["start"])):
        if last is not None and _is_move(last, each, text):
            low, high = sorted((last["value_low"], each["value_low"]))
            values = dict(zip(_ENDS, (low, high), strict=True))
            last = {**last, "end": each["end"], **values, "unit": last["unit"] or each["unit"]}
            continue
        if last is not None:
            yield last
        last = each
    if last is not None:
        yield last


def _is_move(first: Mapping[str, Any], second: Mapping[str, Any], text: str) -> bool:
    start, end = first["start"], first["end"]
    units = {first["unit"], second["unit"]} - {""}
    return (
        len(units) <= 1
        and all(one["value_low"] == one["value_high"] is not None for one in (first, second))
        and bool(_FROM.search(text, max(0, start - _FAR), start))
        and bool(_TO.fullmatch(text, end, second["start"]))
    )
