"""Stories: what became of the rows of a table, one by one, for text, Markdown and changelogs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainfigures.packages.changes import PLACES
from plainfigures.releases.difference import PackageDiff, TableRows
from plainfigures.releases.reasons import RowChange
from plainfigures.releases.words import ROW_ORDER, ROW_TITLES, contrasted

if TYPE_CHECKING:
    import pyarrow as pa

Record = Mapping[str, str | None]

_REPLACED = "replaced"
_SENTENCE, _AGAIN = "sentence: ", "in the same sentence"
# Columns that change where another does: bounds with their value, a sentence with its quote.
_FOLLOWING = {"value": {"value_low", "value_high"}, "quote": {"sentence"}}


@dataclass(frozen=True, slots=True)
class RowStory:
    """One row of a table: its name, and a sentence on each thing that is to be told of it."""

    row: str
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows of one fate: the first of them, and how many `more` there are."""

    title: str
    stories: tuple[RowStory, ...]
    more: int


def row_groups(
    diff: PackageDiff, table: TableRows, most: int | None = None, verbose: bool = False
) -> Iterator[RowGroup]:
    """The rows of a table that differ, what is lost first, at most so many of each fate.

    Rows that only moved are left out. A withdrawn figure and an added one that stand at one place
    are told together, as replaced. Cells that follow from others are told where it is `verbose`.
    """
    import pyarrow.compute as pc

    from plainfigures.releases.arrays import same_text

    mask = pc.equal(diff.rows["table"], same_text(table.table, len(diff.rows)))
    of_table = diff.rows.filter(mask)
    main = table.table == diff.main
    replaced = diff.replaced if main else {}
    aside = {*replaced, *replaced.values()}
    for change in ROW_ORDER:
        if change is RowChange.SHIFTED:
            continue
        wanted = pc.equal(of_table["change"], same_text(change.value, len(of_table)))
        found = of_table.filter(wanted)
        names = [name for name in dict.fromkeys(found["row"].to_pylist()) if name not in aside]
        records = _by_row(found, names[:most])
        whole = [
            RowStory(name, tuple(_told(diff, change, records[name], main, verbose)))
            for name in names[:most]
        ]
        stories = tuple(whole if verbose else _shortened(whole))
        yield from _group(ROW_TITLES[change], stories, len(names))
        if change is RowChange.WITHDRAWN:
            pairs = dict(list(replaced.items())[:most])
            gone = _by_row(found, pairs)
            stories = tuple(
                RowStory(now, tuple(_told_of_both(diff, was, now, gone[was])))
                for was, now in pairs.items()
            )
            yield from _group(_REPLACED, stories, len(replaced))


def _group(title: str, stories: tuple[RowStory, ...], count: int) -> Iterator[RowGroup]:
    if stories:
        yield RowGroup(title, stories, count - len(stories))


def _by_row(found: "pa.Table", names: Iterable[str]) -> dict[str, list[Record]]:
    """The records of each of these rows; they stand column by column, so they are gathered."""
    import pyarrow.compute as pc

    from plainfigures.releases.arrays import text_array

    records: dict[str, list[Record]] = {name: [] for name in names}
    for record in found.filter(
        pc.is_in(found["row"], value_set=text_array(list(records)))
    ).to_pylist():
        records[record["row"]].append(record)
    return records


def _told(
    diff: PackageDiff, change: RowChange, records: list[Record], main: bool, verbose: bool
) -> Iterator[str]:
    if change in (RowChange.WITHDRAWN, RowChange.ADDED):
        gone = change is RowChange.WITHDRAWN
        stated = (diff.gone if gone else diff.come) if main else {}
        for record in records:
            figure = stated.get(record["row"] or "")
            yield from _told_of_one(record, figure.words if figure else "")
        return
    before = records[0]["row_before"]
    if before is not None:
        yield f"was {before}"
    # Its own id is told already.
    cells = [each for each in records if before is None or each["now"] != each["row"]]
    for record in cells if verbose else _essential(cells):
        was, now = contrasted(record["was"], record["now"], "empty")
        yield f"{record['column']}: {was} -> {now}"


def _told_of_one(record: Record, stated: str) -> Iterator[str]:
    """What a withdrawn or added row quotes and states, and why it is gone."""
    quote = record["was"] if record["was"] is not None else record["now"]
    told = _quoted(quote or "", stated)
    if told:
        yield told
    if record["words"]:
        yield record["words"]


def _told_of_both(diff: PackageDiff, was: str, now: str, gone: list[Record]) -> Iterator[str]:
    """A withdrawn figure beside the one that stands at its place now, and why it is gone."""
    before, after = diff.gone[was], diff.come[now]
    yield f"was {was}"
    quotes = [str(each.place.get("quote") or "") for each in (before, after)]
    again = quotes[1] if quotes[0] != quotes[1] else ""
    yield f"{_quoted(quotes[0], before.words)} -> {_quoted(again, after.words)}"
    yield from (record["words"] for record in gone if record["words"])


def _quoted(quote: str, stated: str) -> str:
    return ": ".join(part for part in (f"“{quote}”" if quote else "", stated) if part)


def _essential(cells: list[Record]) -> list[Record]:
    """The cells without those that follow from others: where these stand alone, they are told."""
    columns = {each["column"] for each in cells}
    following = {*PLACES}
    for cause, others in _FOLLOWING.items():
        if cause in columns:
            following |= others
    return [each for each in cells if each["column"] not in following] or cells


def _shortened(stories: Iterable[RowStory]) -> Iterator[RowStory]:
    """The stories, a sentence that changed told once of rows in a row that share it."""
    before = ""
    for story in stories:
        sentence = next((each for each in story.told if each.startswith(_SENTENCE)), "")
        if sentence and sentence == before:
            told = (_AGAIN if each == sentence else each for each in story.told)
            yield RowStory(story.row, tuple(told))
        else:
            yield story
        before = sentence
