"""Sentences and short passages of many registers, each with what a careful reader takes from it.

A file holds the sentences of one register. An item has `text`; `figures`, each found by its
`number` (with `nth` where the text repeats it) and checked in the fields that stand beside it; and
`none`, the numbers that belong to no dataset. A list of values means any of them. A figure that the
item does not name must not belong to a dataset. `limit` says in plain words why the reader fails an
item yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from plainfigures import definitions, documents, strict_yaml
from plainfigures.figures import Reader
from plainfigures.figures.record import Records

HERE = Path(__file__).parent
KEYS = {"text", "figures", "none", "limit"}
RENAMED = {"low": "value_low", "high": "value_high"}


@cache
def reader() -> tuple[Records, Reader]:
    """A reader under the published definitions and what makes its records, made once."""
    known = definitions.load(HERE.parents[1] / "schemas")
    return Records(known), Reader(known)


def place_of(text: str, number: str, nth: int = 1) -> tuple[int, int]:
    """Where the nth occurrence of a number stands in a text, as a word of its own."""
    hits = list(re.finditer(rf"(?<!\w){re.escape(number)}(?!\w)", text))
    assert len(hits) >= nth, f"the item names {number!r}, which its text does not hold"
    return hits[nth - 1].span()


def plain(value: Any) -> Any:
    """A value for comparison: words without a leading article, case folded."""
    return re.sub(r"^(?:the|a|an) ", "", value.casefold()) if isinstance(value, str) else value


def agrees(read: Any, wanted: Any) -> bool:
    """Whether a field is as expected, or as one of the expected values."""
    if isinstance(read, list):
        return set(wanted) <= set(read)
    if isinstance(wanted, list):
        return any(agrees(read, one) for one in wanted)
    if isinstance(wanted, float):
        return isinstance(read, (int, float)) and abs(read - wanted) < 0.01
    return bool(plain(read) == plain(wanted))


def errors(item: dict[str, Any]) -> list[str]:
    """What the reader reads otherwise than the item says, one line each."""
    assert set(item) <= KEYS, f"an item has no {set(item) - KEYS}"
    text = item["text"]
    records, read = reader()
    rows: list[dict[str, Any]] = [
        records.of(figure) for figure in read.read(documents.document_of_text("t", text)).figures
    ]

    def at(span: tuple[int, int]) -> dict[str, Any] | None:
        over = [r for r in rows if r["number_start"] < span[1] and span[0] < r["number_end"]]
        return max(over, key=lambda r: bool(r["measure"]), default=None)

    wrong: list[str] = []
    expected: list[str] = []
    for want in item.get("figures", []):
        number, nth = want["number"], want.get("nth", 1)
        row = at(place_of(text, number, nth))
        if row is None:
            if want["measure"] is not None:
                wrong.append(f"{number}: not read")
            continue
        expected.append(row["figure_id"])
        for field, wanted in want.items():
            if field in {"number", "nth"}:
                continue
            value = row[RENAMED.get(field, field)]
            if field in {"part_of", "same_as"} and wanted is not None:
                other = at(place_of(text, wanted))
                wanted_id = other and other["figure_id"]
                if value is None or value != wanted_id:
                    name = next((r["quote"] for r in rows if r["figure_id"] == value), value)
                    wrong.append(f"{number}: {field} is {name!r}, not {wanted!r}")
            elif not agrees(value, wanted):
                wrong.append(f"{number}: {field} is {value!r}, not {wanted!r}")
    for number in item.get("none", []):
        place_of(text, number)
    wrong += [
        f"{row['quote']}: is {row['measure']}, not without a measure"
        for row in rows
        if row["measure"] and row["figure_id"] not in expected
    ]
    return wrong


def failures(path: Path) -> Iterator[str]:
    """Each item of a file that is read otherwise than it says: its number, text and errors."""
    for number, item in enumerate(strict_yaml.load(path).value, 1):
        wrong = errors(item)
        if "limit" in item:
            wrong = [] if wrong else ["the reader now reads this item: take its limit away"]
        if wrong:
            yield "\n    ".join([f"{path.name}, item {number}: {item['text']}", *wrong])


@pytest.mark.parametrize("path", sorted(HERE.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_reader_takes_from_each_sentence_what_a_careful_reader_takes(path: Path) -> None:
    found = list(failures(path))
    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize("path", sorted(HERE.glob("*.yaml")), ids=lambda path: path.stem)
def test_each_sentence_is_read_though_it_breaks_off_somewhere(path: Path) -> None:
    for item in strict_yaml.load(path).value:
        text = item["text"]
        ends = [word.end() for word in re.finditer(r"\S+", text)]
        piece = text[: ends[crc32(text.encode()) % len(ends)]]
        figures = reader()[1].read(documents.document_of_text("cut", piece)).figures
        assert all(piece[figure.start : figure.end] == figure.quote for figure in figures)
