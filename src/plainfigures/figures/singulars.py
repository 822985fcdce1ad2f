"""Units are said in the singular, which only who knows the words of the language can tell."""

from pathlib import Path

from plainfigures import definitions, strict_yaml
from plainfigures.definitions import Definitions
from plainfigures.prose.words.lexicon import singular, tag


def load_definitions(folder: Path | None = None) -> Definitions:
    """The definitions of a folder; UsageError where one is wrong, or its unit is a plural."""
    place = definitions.schemas_folder() if folder is None else folder
    found = definitions.load(place)
    for measure in found.measures.values():
        for index, unit in enumerate(measure.units):
            keys = ("measures", measure.name, "units", index)
            _check(unit, place / f"{measure.dataset}.yaml", keys)
    for dataset in found.datasets.values():
        for unit in dataset.nouns:
            _check(unit, place / f"{dataset.name}.yaml", ("nouns", unit))
    return found


def _check(unit: str, path: Path, keys: tuple[str | int, ...]) -> None:
    *before, noun = unit.split("_")
    one = singular(noun)
    if one != noun and "ns" in tag(noun).split(","):
        right = "_".join((*before, one))
        strict_yaml.load(path).fail(keys, f"a unit is said in the singular: {right}, not {unit}.")
