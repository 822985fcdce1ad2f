"""The gate of provenance: every quote is a slice of its paragraph, every id of the text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from plainfigures.documents import words
from plainfigures.quality.report import CheckResult, broken

AROUND = 5

Row = Mapping[str, Any]


def check_provenance(
    figures: Sequence[Row], spans: Sequence[Row], paragraphs: Sequence[Row]
) -> list[CheckResult]:
    """Compare figures and spans (rows of their tables) with the text of the cited paragraphs."""
    blocks = {(row["document"], row["paragraph"]): row for row in paragraphs}
    first = {row["figure_id"]: row for row in spans if row["span"] == 1}
    return [
        broken(
            "provenance",
            "Every quote is the text between its start and end, and holds its number.",
            [row["figure_id"] for row in (*figures, *spans) if not _stands(row, blocks)],
        ),
        broken(
            "provenance",
            "Every sentence stands in its paragraph and holds its quote.",
            [row["figure_id"] for row in figures if not _in_sentence(row, blocks)],
        ),
        broken(
            "provenance",
            "Every figure has its own place as its first span.",
            [
                row["figure_id"]
                for row in figures
                if not _same_place(row, first.get(row["figure_id"], {}))
            ],
        ),
        broken(
            "provenance",
            "Every prefix and suffix stands around its quote.",
            [row["figure_id"] for row in spans if not _around(row, blocks)],
        ),
        broken(
            "provenance",
            "Every figure_id follows from the words around its number.",
            list(_other_ids(figures, blocks)),
        ),
    ]


def figure_id(document: str, paragraph: str, number_start: int) -> str:
    """The id of a figure by its rule: the document and up to eleven words around the number.

    `paragraph` is the text of the paragraph, `number_start` an offset into it.
    """
    known = words(paragraph, 0, len(paragraph))
    at = next((i for i, word in enumerate(known) if word[0] >= number_start), len(known))
    chosen = [word for _, _, word in known[max(0, at - AROUND) : at + AROUND + 1]]
    digest = sha256("\n".join([document, *chosen]).encode()).hexdigest()
    return f"{document}-{digest[:8]}"


def _text(row: Row, blocks: Mapping[tuple[str, int], Row]) -> tuple[str, int] | None:
    block = blocks.get((row["document"], row["paragraph"]))
    return None if block is None else (block["text"], block["start"])


def _stands(row: Row, blocks: Mapping[tuple[str, int], Row]) -> bool:
    known = _text(row, blocks)
    if known is None:
        return False
    text, offset = known
    start, end = row["start"] - offset, row["end"] - offset
    within = row["start"] <= row["number_start"] < row["number_end"] <= row["end"]
    return bool(0 <= start < end <= len(text) and text[start:end] == row["quote"] and within)


def _in_sentence(row: Row, blocks: Mapping[tuple[str, int], Row]) -> bool:
    known = _text(row, blocks)
    return known is not None and row["quote"] in row["sentence"] and row["sentence"] in known[0]


def _same_place(figure: Row, span: Row) -> bool:
    columns = ("document", "paragraph", "start", "end", "number_start", "number_end", "quote")
    return all(figure[column] == span.get(column) for column in columns)


def _around(row: Row, blocks: Mapping[tuple[str, int], Row]) -> bool:
    """Whether the selectors fit as far as the paragraph reaches; they may go on beyond it."""
    known = _text(row, blocks)
    if known is None:
        return False
    text, offset = known
    before, after = text[: row["start"] - offset], text[row["end"] - offset :]
    prefix, suffix = row["prefix"] or "", row["suffix"] or ""
    return (prefix.endswith(before) or before.endswith(prefix)) and (
        suffix.startswith(after) or after.startswith(suffix)
    )


def _other_ids(figures: Sequence[Row], blocks: Mapping[tuple[str, int], Row]) -> Iterator[str]:
    for row in figures:
        known = _text(row, blocks)
        if known is None:
            yield row["figure_id"]
            continue
        text, offset = known
        own = figure_id(row["document"], text, row["number_start"] - offset)
        if not re.fullmatch(re.escape(own) + r"(-[1-9][0-9]*)?", row["figure_id"]):
            yield row["figure_id"]
