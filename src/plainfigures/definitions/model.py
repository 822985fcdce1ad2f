"""What definitions are once read: columns, measures, datasets and tables, frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

# A multiword trigger is a phrase; the others are single words. Verbs count their object or passive
# subject, intransitive verbs their subject, states what they describe.
WORD_KINDS: Final = ("verb", "intransitive", "state", "noun", "phrase")
DIRECTIONS: Final = ("increase", "decrease")
# Units that stand for many: every ISO 4217 code, every unit of area.
UNIT_CLASSES: Final = ("currency", "area")
# How tables name, in their foreign keys, the main table of whichever package they stand in.
MAIN_TABLE: Final = "main"


@dataclass(frozen=True, slots=True)
class Category:
    """One value of a closed set; `words` are the lower-case lemmas and phrases that name it."""

    name: str
    description: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReaderChoice:
    """The reader of figures/ that fills a column, with its options (texts or lists of texts)."""

    name: str
    options: Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its words for people, its type and what a schema can enforce of it."""

    name: str
    title: str
    description: str
    type: str
    format: str | None = None
    unit: str | None = None
    categories: tuple[Category, ...] = ()
    reader: ReaderChoice | None = None
    example: str | None = None
    required: bool = False
    unique: bool = False
    minimum: int | None = None
    maximum: int | None = None
    pattern: str | None = None

    @property
    def enum(self) -> tuple[str, ...]:
        """The names of the categories; empty for an open column."""
        return tuple(category.name for category in self.categories)


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Columns whose values stand in those of another table ("main": the package's main table)."""

    columns: tuple[str, ...]
    table: str
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableDefinition:
    """A table beside the main one; `differences` are columns that mean more or less here."""

    name: str
    title: str
    description: str
    columns: tuple[str, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]
    differences: Mapping[str, Column]


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure measures, in which units, and the words that say so.

    `units` may hold "currency" (any ISO 4217 code) and "area" (any unit of area). `words` has every
    kind of WORD_KINDS, single lower-case lemmas except under "phrase"; `directions` tells those of
    change "increase" or "decrease". `context`: one of these must stand near a loose trigger;
    `competitors`: words that claim a number for something else. `elsewhere`: words of texts on
    something else, which tell nothing of it where they outnumber those that are `sure` signs of it;
    `evident`: nor does a text without a sure sign, as the names of the `recipients` are.
    `either`: the two measures that joined ("killed or injured") make this one. `planned`: what it
    is where it is still to come; `pledged`: where the verb says so of an act that binds.
    `heads`: nouns that have a sum before them ("a 5 million euro plan"), without a verb of it.
    `beats`: measures that give way to it in one clause. `default`:
    taken in context where no trigger word claims a number with its unit. `part`: a percentage "of"
    a word of its context is this measure, whatever the verb. `to_come`: it is always still to come.
    `retained`: what it is where the subject of the passive has it ("were given $5 million").
    `answers`: measures that beside it make its context ("asked for 3 million and were given 2").
    `lenient`: only its loose triggers need the context. `tells`: verbs, by their kind, with which a
    text goes on to tell the same of more or fewer ("of these 900 were registered"); `topic`: where
    most people of a text are counted in it, they do so from one paragraph to another.
    """

    name: str
    title: str
    description: str
    dataset: str
    units: tuple[str, ...]
    words: Mapping[str, tuple[str, ...]]
    directions: Mapping[str, str]
    context: tuple[str, ...]
    competitors: tuple[str, ...]
    sure: tuple[str, ...]
    elsewhere: tuple[str, ...]
    evident: bool
    recipients: tuple[str, ...]
    firm: tuple[str, ...]
    loose: tuple[str, ...]
    either: tuple[str, ...]
    planned: str | None
    pledged: str | None
    heads: tuple[str, ...]
    beats: tuple[str, ...]
    default: bool
    part: bool
    to_come: bool
    retained: str | None
    answers: tuple[str, ...]
    lenient: bool
    tells: Mapping[str, tuple[str, ...]]
    topic: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """A measure in a dataset, with the values that own columns must have for it to stand there."""

    measure: str
    when: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset; `columns` are all of its main table in order, `own` the middle block of them.

    `nouns` are the nouns that its special units count ("mine": landmine, ...). `holds_all` is true
    of the one package that holds every figure.
    """

    name: str
    title: str
    description: str
    row: str
    order: int
    table: str
    own: tuple[str, ...]
    columns: tuple[str, ...]
    listings: tuple[Listing, ...]
    nouns: Mapping[str, tuple[str, ...]]
    keywords: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]
    holds_all: bool

    @property
    def measures(self) -> tuple[str, ...]:
        """The names of the measures that it lists, in order."""
        return tuple(listing.measure for listing in self.listings)


@dataclass(frozen=True, slots=True)
class Definitions:
    """All definitions of a folder: datasets in their order, columns and measures as they stand."""

    columns: Mapping[str, Column]
    datasets: Mapping[str, Dataset]
    tables: Mapping[str, TableDefinition]
    measures: Mapping[str, Measure]
    stated: tuple[str, ...]
    where: tuple[str, ...]

    @property
    def own(self) -> tuple[str, ...]:
        """The own columns of all datasets, each once, in the datasets' order."""
        names: dict[str, None] = {}
        for dataset in self.datasets.values():
            names.update(dict.fromkeys(dataset.own))
        return tuple(names)

    @property
    def figures_columns(self) -> tuple[str, ...]:
        """The columns of the table of every figure: stated, all own ones, where it stands."""
        where = tuple("datasets" if name == "also_in" else name for name in self.where)
        return (*self.stated, *self.own, *where)

    def measures_of(self, name: str) -> tuple[Measure, ...]:
        """The measures of a dataset, in order; all of them where it holds all figures."""
        dataset = self.datasets[name]
        names = tuple(self.measures) if dataset.holds_all else dataset.measures
        return tuple(self.measures[measure] for measure in names)

    def columns_of(self, name: str) -> tuple[Column, ...]:
        """The columns of a dataset's main table, or of a table beside it, as they are there."""
        if name in self.datasets:
            return tuple(self._main(self.datasets[name]))
        table = self.tables[name]
        return tuple(
            table.differences.get(column) or self.columns[column] for column in table.columns
        )

    def _main(self, dataset: Dataset) -> list[Column]:
        columns = []
        for name in dataset.columns:
            column = self.columns[name]
            if name == "figure_id":
                column = replace(column, required=True, unique=True)
            elif name == "measure":
                kinds = self.measures_of(dataset.name)
                values = tuple(Category(kind.name, kind.description, ()) for kind in kinds)
                column = replace(column, categories=values, required=not dataset.holds_all)
            columns.append(column)
        return columns
