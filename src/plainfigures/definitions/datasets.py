"""schemas/<dataset>.yaml: one dataset and its measures, its own and those taken from others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from plainfigures import strict_yaml
from plainfigures.definitions.columns import NAME, read_column, words_of
from plainfigures.definitions.fields import Fields, check_foreign_key, foreign_key
from plainfigures.definitions.model import (
    DIRECTIONS,
    UNIT_CLASSES,
    WORD_KINDS,
    Column,
    Dataset,
    Listing,
    Measure,
)
from plainfigures.strict_yaml import Yaml

_UNIT: Final = re.compile(r"[a-z]+(?:_[a-z]+)*|[A-Z]{3}")
_DATASET_KEYS: Final = tuple(
    "name title description row order keywords columns fields nouns context not sure "
    "elsewhere evident recipients firm loose tells measures table holds foreign_keys".split()
)
_MEASURE_KEYS: Final = tuple(
    "title description units words context not firm loose either planned pledged heads beats "
    "default part to_come retained answers lenient tells topic when".split()
)

_TELLING: Final = ("verb", "intransitive")


@dataclass(frozen=True, slots=True)
class DatasetFile:
    """One dataset file, with the measures and columns that it defines and the measures it takes."""

    yaml: Yaml
    dataset: Dataset
    measures: dict[str, Measure]
    taken: dict[str, str]
    columns: dict[str, Column]


def load_dataset(path: Path, fields: Fields) -> DatasetFile:
    """Read one dataset file and check all that can be checked without the others."""
    yaml = strict_yaml.load(path)
    yaml.check_keys((), _DATASET_KEYS)
    name = yaml.text("name")
    if not NAME.fullmatch(name):
        yaml.fail(("name",), f"a dataset is named in small letters, digits and _, not {name!r}.")
    if name in fields.tables or name == "fields":
        yaml.fail(("name",), f"{name!r} is the name of a table of every package; choose another.")
    columns = {
        column: read_column(yaml, ("fields", column), column) for column in yaml.mapping("fields")
    }
    for column in columns:
        if column in fields.columns:
            yaml.fail(
                ("fields", column), f"the column {column!r} is defined in fields.yaml already."
            )
    own = _own(yaml, fields, columns)
    holds_all = yaml.get("holds") is not None
    if holds_all and yaml.get("holds") != "all":
        yaml.fail(("holds",), 'holds can only be "all"; leave it out for other datasets.')
    if holds_all and (own or yaml.mapping("measures")):
        yaml.fail(("holds",), "a dataset that holds all has no columns and measures of its own.")
    if not holds_all and not yaml.mapping("measures"):
        yaml.fail((), f"the dataset {name} has no measures; add one.")
    measures: dict[str, Measure] = {}
    taken: dict[str, str] = {}
    listings = []
    for measure in yaml.mapping("measures"):
        keys = ("measures", measure)
        if "from" in yaml.mapping(*keys):
            yaml.check_keys(keys, ("from", "when"))
            taken[measure] = yaml.text(*keys, "from")
        else:
            measures[measure] = _measure(yaml, name, measure)
        when = {column: yaml.texts(*keys, "when", column) for column in yaml.mapping(*keys, "when")}
        listings.append(Listing(measure, when))
    dataset = Dataset(
        name=name,
        title=yaml.text("title"),
        description=yaml.text("description"),
        row=yaml.text("row"),
        order=yaml.whole("order") or 0,
        table=_table_name(yaml, name, fields),
        own=own,
        columns=(*fields.stated, *own, *fields.where),
        listings=tuple(listings),
        nouns=_nouns(yaml),
        keywords=yaml.texts("keywords"),
        foreign_keys=tuple(
            foreign_key(yaml, ("foreign_keys", index))
            for index in range(len(yaml.items("foreign_keys")))
        ),
        holds_all=holds_all,
    )
    for index, key in enumerate(dataset.foreign_keys):
        check_foreign_key(yaml, ("foreign_keys", index), key, fields.tables)
    return DatasetFile(yaml, dataset, measures, taken, columns)


def _own(yaml: Yaml, fields: Fields, columns: Mapping[str, Column]) -> tuple[str, ...]:
    own = yaml.texts("columns")
    for index, name in enumerate(own):
        column = columns.get(name) or fields.columns.get(name)
        if column is None:
            yaml.fail(
                ("columns", index),
                f"unknown column {name!r}; define it in fields.yaml or under fields here.",
            )
        if name in fields.stated or name in fields.where or name in own[:index]:
            yaml.fail(("columns", index), f"every dataset has {name!r} already; take it out.")
        if column.reader is None:
            yaml.fail(("columns", index), f"the column {name!r} has no reader; give it one.")
        source = column.reader.options.get("of")
        if source is not None and source not in own:
            yaml.fail(
                ("columns", index), f"{name!r} reads the column {source!r}; list that one too."
            )
    for name in columns:
        if name not in own:
            yaml.fail(("fields", name), f"the column {name!r} is not under columns; add it there.")
    return own


def _table_name(yaml: Yaml, name: str, fields: Fields) -> str:
    table = yaml.optional_text("table") or name
    if not NAME.fullmatch(table) or table in fields.tables:
        yaml.fail(("table",), f"{table!r} cannot name the main table; choose another name.")
    return table


def _nouns(yaml: Yaml) -> dict[str, tuple[str, ...]]:
    return {unit: words_of(yaml, ("nouns", unit)) for unit in yaml.mapping("nouns")}


def _measure(yaml: Yaml, dataset: str, name: str) -> Measure:
    keys = ("measures", name)
    given = yaml.check_keys(keys, _MEASURE_KEYS)
    if not NAME.fullmatch(name):
        yaml.fail(keys, f"a measure is named in small letters, digits and _, not {name!r}.")
    units = yaml.texts(*keys, "units")
    if not units:
        yaml.fail(keys, f"the measure {name} has no units; add them.")
    for index, unit in enumerate(units):
        if not _UNIT.fullmatch(unit):
            yaml.fail(
                (*keys, "units", index),
                f"a unit is one of {', '.join(UNIT_CLASSES)}, an ISO 4217 code or a word in the "
                f"singular such as person, not {unit!r}.",
            )
    words, directions = _words(yaml, (*keys, "words"))

    def either_words(key: str) -> tuple[str, ...]:
        """The measure's own list, else that of the whole dataset."""
        return words_of(yaml, (*keys, key) if key in given else (key,))

    return Measure(
        name=name,
        title=yaml.text(*keys, "title"),
        description=yaml.text(*keys, "description"),
        dataset=dataset,
        units=units,
        words=words,
        directions=directions,
        context=either_words("context"),
        competitors=tuple(
            dict.fromkeys((*words_of(yaml, ("not",)), *words_of(yaml, (*keys, "not"))))
        ),
        sure=words_of(yaml, ("sure",)),
        elsewhere=words_of(yaml, ("elsewhere",)),
        evident=yaml.flag("evident"),
        recipients=yaml.texts("recipients"),
        firm=either_words("firm"),
        loose=either_words("loose"),
        either=yaml.texts(*keys, "either"),
        planned=yaml.optional_text(*keys, "planned"),
        pledged=yaml.optional_text(*keys, "pledged"),
        heads=words_of(yaml, (*keys, "heads")),
        beats=yaml.texts(*keys, "beats"),
        default=yaml.flag(*keys, "default"),
        part=yaml.flag(*keys, "part"),
        to_come=yaml.flag(*keys, "to_come"),
        retained=yaml.optional_text(*keys, "retained"),
        lenient=yaml.flag(*keys, "lenient"),
        answers=yaml.texts(*keys, "answers"),
        tells=_tells(yaml, (*keys, "tells") if "tells" in given else ("tells",)),
        topic=yaml.flag(*keys, "topic"),
    )


def _tells(yaml: Yaml, keys: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The verbs that tell more of a measure, by their kind."""
    yaml.check_keys(keys, _TELLING)
    return {kind: words_of(yaml, (*keys, kind)) for kind in _TELLING}


def _words(yaml: Yaml, keys: tuple[str, ...]) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """The words by kind, and the direction of those that stand under increase or decrease."""
    given = yaml.check_keys(keys, (*WORD_KINDS, *DIRECTIONS))
    words: dict[str, tuple[str, ...]] = {
        kind: words_of(yaml, (*keys, kind), kind == "phrase") for kind in WORD_KINDS
    }
    directions: dict[str, str] = {}
    for direction in (direction for direction in DIRECTIONS if direction in given):
        for kind in yaml.check_keys((*keys, direction), WORD_KINDS):
            more = words_of(yaml, (*keys, direction, kind), kind == "phrase")
            for word in more:
                if directions.setdefault(word, direction) != direction:
                    yaml.fail(
                        (*keys, direction, kind), f"{word!r} cannot be an increase and a decrease."
                    )
            words[kind] = tuple(dict.fromkeys((*words[kind], *more)))
    return words, directions
