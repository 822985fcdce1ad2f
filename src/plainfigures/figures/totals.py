"""Totals: the last or first line of a list that its other lines add up to."""

from collections.abc import Iterator, Sequence

from plainfigures.figures.figure import Figure
from plainfigures.figures.passes import Part

_TOTALS = (*"total|grand total|in all|altogether|overall|sum total|all told|both".split("|"),)
_LEAST = 2


def linked(parts: Iterator[Part]) -> Iterator[Part]:
    """The parts, the figures of whose lines are made parts of a total that they add up to.

    A line has one figure with a measure, and lines are paragraphs one after another.
    """
    run: list[tuple[Part, Figure]] = []
    for part in parts:
        told = [figure for figure in part.figures if figure.measure is not None]
        line = told[0] if len(told) == 1 and told[0].value is not None else None
        if run and (line is None or not _goes_on(run[-1][1], line)):
            yield from _closed(run)
            run = []
        if line is None:
            yield part
        else:
            run.append((part, line))
    yield from _closed(run)


def _goes_on(before: Figure, line: Figure) -> bool:
    alike = (before.measure, before.unit) == (line.measure, line.unit)
    return alike and line.paragraph == before.paragraph + 1


def _closed(run: Sequence[tuple[Part, Figure]]) -> Iterator[Part]:
    lines = [line for _, line in run]
    for total, items in ((lines[-1:], lines[:-1]), (lines[:1], lines[1:])):
        if len(items) >= _LEAST and _is_total(total[0]) and _sum(items) == total[0].value:
            for item in items:
                item.part_of = total[0].figure_id
                item.rules = {**item.rules, "part_of": "line of a total"}
            break
    return (part for part, _ in run)


def _is_total(line: Figure) -> bool:
    return line.sentence.lstrip("-*\u2022\u2013 ").lower().startswith(_TOTALS)


def _sum(items: Sequence[Figure]) -> float:
    return sum(item.value or 0.0 for item in items)
