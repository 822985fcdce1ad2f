"""A unit of a definition is said in the singular, told with file and line."""

import shutil
from pathlib import Path

import pytest

from plainfigures import definitions
from plainfigures.errors import UsageError
from plainfigures.figures import load_definitions


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("mines", "units: [mine]", "units: [mines]", "mine, not mines."),
        ("casualties", "units: [person]", "units: [person, women]", "woman, not women."),
        ("mines", "units: [mine]", "units: [land_mines]", "land_mine, not land_mines."),
        ("mines", "nouns:\n", "nouns:\n  wells: [well]\n", "well, not wells."),
    ],
)
def test_a_unit_in_the_plural_is_refused_with_its_line(
    tmp_path: Path, name: str, old: str, new: str, words: str
) -> None:
    folder = tmp_path / "schemas"
    shutil.copytree(definitions.schemas_folder(), folder)
    path = folder / f"{name}.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    line = text[: text.index(old)].count("\n") + new.count("\n") + (new[-1:] != "\n")
    with pytest.raises(UsageError) as raised:
        load_definitions(folder)
    assert str(raised.value) == f"{path}:{line}: a unit is said in the singular: {words}"


@pytest.mark.parametrize("unit", ["glass", "gas", "series", "hertz", "USD", "bus", "process"])
def test_a_singular_that_ends_like_a_plural_is_a_unit(tmp_path: Path, unit: str) -> None:
    folder = tmp_path / "schemas"
    shutil.copytree(definitions.schemas_folder(), folder)
    path = folder / "mines.yaml"
    path.write_text(path.read_text("utf-8").replace("units: [mine]", f"units: [{unit}]", 1))
    assert any(unit in measure.units for measure in load_definitions(folder).measures.values())
