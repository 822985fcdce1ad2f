"""All definitions of a folder, read and checked against each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from plainfigures.definitions.datasets import DatasetFile, load_dataset
from plainfigures.definitions.fields import Fields, load_fields
from plainfigures.definitions.model import MAIN_TABLE, Column, Dataset, Definitions, Measure
from plainfigures.errors import UsageError


def schemas_folder() -> Path:
    """The packaged schemas: beside the modules in a wheel, else those of the checkout."""
    package = Path(__file__).resolve().parent.parent
    packaged = package / "schemas"
    return packaged if packaged.is_dir() else package.parent.parent / "schemas"


def load(folder: Path | None = None) -> Definitions:
    """Read fields.yaml and every dataset file of a folder; None: the packaged schemas.

    Raises UsageError with file and line for anything unknown, missing or defined twice.
    """
    place = schemas_folder() if folder is None else folder
    if not place.is_dir():
        raise UsageError(f"{place}: there is no such folder; give a folder with fields.yaml in it.")
    if not (place / "fields.yaml").is_file():
        raise UsageError(
            f"{place}: this is no folder of definitions, for it has no fields.yaml; give one such "
            "as the schemas/ of a checkout."
        )
    fields = load_fields(place / "fields.yaml")
    files = [
        load_dataset(path, fields)
        for path in sorted(place.glob("*.yaml"))
        if path.name != "fields.yaml"
    ]
    if not files:
        raise UsageError(f"{place}: no dataset is defined here; add a file such as losses.yaml.")
    _check_names(files)
    files.sort(key=lambda file: (file.dataset.order, file.dataset.name))
    measures = _measures(files)
    columns = _columns(fields, files)
    for file in files:
        _check_listings(file, measures, files)
        _check_conditions(file, columns)
        _check_relations(file, measures)
        _check_keys(file)
    found = Definitions(
        columns=columns,
        datasets={file.dataset.name: file.dataset for file in files},
        tables=fields.tables,
        measures=measures,
        stated=fields.stated,
        where=fields.where,
    )
    return _with_all_columns(found, fields)


def _check_names(files: list[DatasetFile]) -> None:
    by_name: dict[str, DatasetFile] = {}
    for file in files:
        name = file.dataset.name
        first = by_name.setdefault(name, file)
        if first is not file:
            file.yaml.fail(
                ("name",),
                f"a dataset {name!r} is defined in {first.yaml.path.name} too; rename one.",
            )
    for file in files:
        if file.yaml.path.stem != file.dataset.name:
            file.yaml.fail(
                ("name",),
                f"the dataset {file.dataset.name!r} must stand in {file.dataset.name}.yaml; "
                "rename the file or the dataset.",
            )


def _measures(files: list[DatasetFile]) -> dict[str, Measure]:
    measures: dict[str, Measure] = {}
    for file in files:
        for name, measure in file.measures.items():
            if name in measures:
                file.yaml.fail(
                    ("measures", name),
                    f"the measure {name!r} is defined in {measures[name].dataset}.yaml too; "
                    f"take it from there with from: {measures[name].dataset}.",
                )
            measures[name] = measure
    return measures


def _columns(fields: Fields, files: list[DatasetFile]) -> dict[str, Column]:
    columns = dict(fields.columns)
    for file in files:
        for name, column in file.columns.items():
            if name in columns:
                file.yaml.fail(
                    ("fields", name),
                    f"the column {name!r} is defined in another dataset too; "
                    "move it to fields.yaml.",
                )
            columns[name] = column
    return columns


def _check_listings(
    file: DatasetFile, measures: dict[str, Measure], files: list[DatasetFile]
) -> None:
    names = [other.dataset.name for other in files]
    for name, source in file.taken.items():
        keys = ("measures", name)
        if source not in names:
            file.yaml.fail(
                (*keys, "from"), f"unknown dataset {source!r}; there are {', '.join(names)}."
            )
        if name not in measures or measures[name].dataset != source:
            theirs = [measure.name for measure in measures.values() if measure.dataset == source]
            file.yaml.fail(
                keys,
                f"{source} defines no measure {name!r}; it defines {', '.join(theirs) or 'none'}.",
            )


def _check_conditions(file: DatasetFile, columns: dict[str, Column]) -> None:
    for listing in file.dataset.listings:
        for name, values in listing.when.items():
            keys = ("measures", listing.measure, "when", name)
            if name not in file.dataset.own:
                file.yaml.fail(keys, f"{file.dataset.name} has no own column {name!r}; add it.")
            for value in values:
                if value not in columns[name].enum:
                    file.yaml.fail(
                        keys,
                        f"{value!r} is no category of {name}; "
                        f"there are {', '.join(columns[name].enum) or 'none'}.",
                    )
            if not values:
                file.yaml.fail(keys, f"the condition on {name} has no values; add one.")


def _check_relations(file: DatasetFile, measures: dict[str, Measure]) -> None:
    for measure in file.measures.values():
        related: Iterable[tuple[str, str]] = (
            *(("either", name) for name in measure.either),
            *(("beats", name) for name in measure.beats),
            *(("answers", name) for name in measure.answers),
            *((("planned", measure.planned),) if measure.planned else ()),
            *((("pledged", measure.pledged),) if measure.pledged else ()),
            *((("retained", measure.retained),) if measure.retained else ()),
        )
        for key, name in related:
            if name not in measures:
                file.yaml.fail(
                    ("measures", measure.name, key),
                    f"unknown measure {name!r}; there are {', '.join(measures)}.",
                )
        if measure.either and len(measure.either) != 2:
            file.yaml.fail(
                ("measures", measure.name, "either"), "either names the two measures it joins."
            )


def _check_keys(file: DatasetFile) -> None:
    for index, key in enumerate(file.dataset.foreign_keys):
        names = file.dataset.columns
        wanted = key.columns if key.table != MAIN_TABLE else (*key.columns, *key.references)
        for column in wanted:
            if column not in names:
                file.yaml.fail(("foreign_keys", index), f"the main table has no column {column!r}.")


def _with_all_columns(found: Definitions, fields: Fields) -> Definitions:
    """The definitions with the columns of a dataset that holds all, which need all others."""
    holders = {name: dataset for name, dataset in found.datasets.items() if dataset.holds_all}
    if not holders:
        return found
    if "datasets" not in found.columns:
        fields.yaml.fail(("columns",), "the column datasets is missing; define it.")
    datasets: dict[str, Dataset] = {
        name: replace(dataset, columns=found.figures_columns) if name in holders else dataset
        for name, dataset in found.datasets.items()
    }
    return replace(found, datasets=datasets)
