"""Adapter: what `extract` prints as the predictions that the scorers of the reference texts take.

Where the columns of a figure and the annotation of sentences differ, it is settled here, so that
the reader follows its own definitions alone: people and things are counted by their noun, a
fraction in words is a bare fraction, a rate over time is part of the unit, "one of the pens"
counts one, "5G" is five, "two or three" are two values, "three times as much" has no unit, a unit
with powers is spelled as printed, a tolerance is a bound of its own, and a number without a value
is left out. A place in initials is spelled out ("US", "DRC"), and a number of countries ("in 60
countries") is the world: the text has these words, the annotation those. A sum without a noun is
called by its giver or taker, which for the reader are columns, and by the taker where that is the
subject; and "40 dead" are people.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from benchmarks.powers import in_powers
from plainfigures.prose.nouns.heads import NOMINAL
from plainfigures.prose.nouns.nouns import walk
from plainfigures.prose.words.lexicon import countries
from plainfigures.prose.words.normal import normalise
from plainfigures.prose.words.tokens import Tokens

Record = Mapping[str, Any]

# Units that stand for whatever noun was counted.
_BY_NOUN = frozenset(("person", "family", "household", "mine"))
_FRACTIONS = ("fraction", "range of fractions")
_MARGINS = ("\N{PLUS-MINUS SIGN}", "+/-", "plus or minus")
_BOUNDS = {
    "exact": "=",
    "between": "=",
    "about": "~",
    "at_least": ">",
    "more_than": ">",
    "at_most": "<",
    "less_than": "<",
}
_ABOUT = frozenset(("about", "around", "approximately", "roughly", "some", "nearly", "almost", "~"))
_DETERMINERS = frozenset("the its their his her our my your these those".split())
_STATES = frozenset(("countries", "nations"))
# How many letters a nationality has in common with its country.
_ROOT = 2
_GLOBAL = frozenset(("global", "globally", "worldwide", "globe"))
_DIRECTIONS = {"increase": "up", "decrease": "down"}
_ADVERBS = {
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annually": "year",
    "annual": "year",
    "pcm": "month",
    "pw": "week",
    "pa": "year",
    "p.a.": "year",
}
_PERCENT = re.compile("cent|%")
_FIELDS = (
    "value",
    "value_low",
    "value_high",
    "unit",
    "measure",
    "qualifier",
    "counted",
    "place",
    "attributed_to",
)


def mentions(records: Iterable[Record]) -> Iterator[dict[str, Any]]:
    """A prediction per dataset of each figure and per place where it stands, for whole documents.

    Keys: doc, dataset, number_start, number_end (code points), value, value_low, value_high, unit,
    measure, qualifier, counted, place, attributed_to.
    """
    for record in records:
        fields = {name: record[name] for name in _FIELDS}
        fields["place"] = _place(record["place"])
        fields["counted"] = _called(record)
        for start, end in _places(record):
            for dataset in record["datasets"]:
                where = {"number_start": start, "number_end": end}
                yield {"doc": record["document"], "dataset": dataset, **where, **fields}


def _called(record: Record) -> str | None:
    """Who or what is counted; a sum without a noun is called by its giver or taker.

    By its taker, too, where that is the subject ("the fund has received contributions of").
    """
    counted: str | None = record["counted"]
    taker = record["rule"].get("recipient", "").startswith("subject of")
    order = ("recipient", "donor") if taker else ("donor", "recipient")
    name = next((record[name] for name in order if record[name]), None)
    if name is not None and (taker or counted is None):
        counted = _spelled(name)
    if counted is None:
        return None
    if record["unit"] == "person" and counted.split()[-1].lower() in NOMINAL:
        counted = f"{counted} people"  # "40 dead"
    return counted


def _place(words: str | None) -> str | None:
    """A place as the annotation writes it: name and initials, many countries the world."""
    if words is None:
        return None
    if words.lower() in _GLOBAL or (words[0].isdecimal() and words.split()[-1] in _STATES):
        return f"world ({words})"
    initials = _initials(words)
    if _spelled_out().get(initials) == words:
        return f"{words} ({initials})"
    return _spelled(words)


def _spelled(words: str) -> str:
    """The initials of a country or group of states spelled out, other words as they are."""
    name = _spelled_out().get(words.replace(".", ""))
    return words if name is None else f"{name} ({words})"


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


@cache
def _spelled_out() -> dict[str, str]:
    """The initials or the nationality of a country or group of states -> its name.

    Both are in the lexicon: "BiH", "Norwegian".
    """
    entries = countries()
    found: dict[str, str] = {}
    named: dict[str, list[str]] = {}
    for name in sorted(entries, key=lambda name: (len(name.split()), "&" in name, name)):
        code, kinds = entries[name].code, entries[name].kinds
        initials = _initials(name)
        if entries.get(initials) is not None and entries[initials].code == code:
            found.setdefault(initials, name)
        if "name" in kinds and code is not None:
            named.setdefault(code, []).append(name)
    for word, entry in entries.items():
        short = "".join(filter(str.isupper, word)) if word.isalpha() else ""
        for name in named.get(entry.code or "", ()):
            alike = "name" not in entry.kinds and name[:_ROOT] == word[:_ROOT]
            initials = "".join(filter(str.isupper, name)) if len(name.split()) > 1 else "-"
            if alike or (short == initials and len(word) == len(short) + 1):
                found.setdefault(word, name)
    return found


def quantities(records: Iterable[Record], texts: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """A line `{"id", "quantities"}` per sentence of `texts`, which are by id.

    `records` are figures and, where they are there, the numbers that were set aside.

    A quantity has start, end (code points), value_low, value_high, unit and bound, one of
    `= ~ > < up down ±`.
    """
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in texts}
    for record in records:
        name = record["document"]
        if "set_aside" in record:
            found[name] += _set_aside(record, texts[name])
        else:
            found[name] += _quantities(record)
    for name, items in found.items():
        yield {"id": name, "quantities": items}


def _quantities(record: Record) -> Iterator[dict[str, Any]]:
    low, high = record["value_low"], record["value_high"]
    if record["value"] is not None:
        low = high = record["value"]
    if low is None and high is None:
        return
    unit = _unit(record)
    fraction = record["rule"].get("value") in _FRACTIONS and unit == "percent"
    if fraction and not _PERCENT.search(record["quote"]):  # not "half a percent"
        low, high = (None if each is None else _fraction(each) for each in (low, high))
        unit = ""
    bound = _bound(record)
    for start, end in _places(record):
        for least, most in _values(record, low, high):
            yield {
                "start": start,
                "end": end,
                "value_low": least,
                "value_high": most,
                "unit": unit,
                "bound": bound,
            }


def _set_aside(record: Record, text: str) -> Iterator[dict[str, Any]]:
    """What is no figure for the reader, but a quantity for the annotation."""
    start, end = record["start"], record["end"]
    if record["token"].isdecimal() and text[end : end + 1] == "G" and record["set_aside"] == "name":
        value = dict.fromkeys(("value_low", "value_high"), float(record["token"]))
        yield {"start": start, "end": end, **value, "unit": "generation wireless", "bound": "="}
    yield from _one_of(record, text)


def _one_of(record: Record, text: str) -> Iterator[dict[str, Any]]:
    """The one of "one of the pens": no figure for the reader, but one pen for the annotation."""
    start, end = record["start"], record["end"]
    if record["token"].lower() != "one" or text[end : end + 4].lower() != " of ":
        return
    tokens = Tokens(normalise(text), end + 4, len(text))
    first = 1 if tokens.size and tokens.word[0] in _DETERMINERS else 0
    noun = walk(tokens, first, one=False)
    if noun is not None:
        value = {"value_low": 1.0, "value_high": 1.0, "unit": noun.head, "bound": "="}
        yield {"start": start, "end": end, **value}


def _lead(record: Record) -> str:
    """The words of a figure before its number, in lower case."""
    lead: str = record["quote"][: record["number_start"] - record["start"]]
    return lead.strip().lower()


def _values(
    record: Record, low: float | None, high: float | None
) -> list[tuple[float | None, float | None]]:
    """The values of a figure: of "two or three pens", a range for the reader, both."""
    number = _number(record) if record["qualifier"] == "between" else ""
    if " or " in number and " equal" not in number and " or minus " not in number:
        return [(low, low), (high, high)]
    return [(low, high)]


def _number(record: Record) -> str:
    """The words of the number itself, in lower case."""
    start = record["start"]
    quote: str = record["quote"][record["number_start"] - start : record["number_end"] - start]
    return quote.lower()


def _places(record: Record) -> Iterator[tuple[int, int]]:
    for span in (record, *record["repeats"]):
        yield span["number_start"], span["number_end"]


def _unit(record: Record) -> str:
    base, per, rate = (record["unit"] or "").partition(" per ")
    if base in _BY_NOUN and record["counted"]:
        base = record["counted"]
    if base == "time" and not per:
        base = ""
    if record["rule"].get("period") == "rate" and record["period"]:
        last = re.split("[-/ ]", record["period"])[-1].lower()
        per, rate = f"{per}{rate} per ", _ADVERBS.get(last, last)
    printed = in_powers(record, base, per)
    return f"{base}{per}{rate}".replace("_", " ") if printed is None else printed


def _fraction(percent: float) -> float:
    """The simplest fraction that is this many per cent to two decimals: 33.33 is a third."""
    for near in (1e-9, 5e-3):  # exact, or to the two decimals
        for denominator in range(1, 1001):
            value = round(percent / 100 * denominator) / denominator
            if abs(100 * value - percent) < near and round(100 * value, 2) == percent:
                return value
    return percent / 100


def _bound(record: Record) -> str:
    """A tolerance, the bound that the words state, the direction of a change, or about or equal."""
    if any(sign in _number(record) for sign in _MARGINS):
        return "\N{PLUS-MINUS SIGN}"
    stated = _BOUNDS[record["qualifier"]]
    if record["qualifier"] == "between" and _lead(record) in _ABOUT:
        stated = "~"  # "about 10 to 12", a range for the reader
    direction = _DIRECTIONS.get(record["direction"] or "")
    return direction if direction and stated in "=~" else stated
