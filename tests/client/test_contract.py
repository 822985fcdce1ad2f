"""assert_schema: quiet while a dataset keeps its shape, and loud when it does not."""

import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import plainfigures
from plainfigures.client import Settings
from plainfigures.errors import ReleaseError, SchemaChanged, UsageError
from tests.client.server import Server, answer
from tests.client.shelf import point

Fields = list[dict[str, Any]]


@pytest.fixture
def contract(settings: Settings) -> Callable[..., None]:
    def check(dataset: str = "casualties", **told: Any) -> None:
        plainfigures.assert_schema(dataset, settings=settings, **told)

    return check


def change_fields(shelf: Path, version: str, change: Callable[[Fields], object]) -> None:
    """Release casualties once more, with other columns in its descriptor."""
    folder = shelf / "casualties" / version
    if not folder.exists():
        shutil.copytree(shelf / "casualties/1.2.0", folder)
    place = folder / "datapackage.json"
    descriptor = json.loads(place.read_bytes())
    change(descriptor["resources"][0]["schema"]["fields"])
    place.write_text(json.dumps(descriptor))
    point(shelf, folder, "casualties", version)


def test_a_shape_that_was_kept_is_passed_in_silence(contract: Callable[..., None]) -> None:
    contract(major=2)
    contract(major=1, version="~=1.0")
    contract(columns={"value": "number", "unit": "string", "paragraph": "integer"})
    contract("mines", major=1, columns={"laid_by": "string"})


def test_a_new_major_version_is_told_with_the_way_out(contract: Callable[..., None]) -> None:
    with pytest.raises(SchemaChanged) as told:
        contract(major=1)
    assert "casualties 2.0.0 is not of the major version 1" in str(told.value)
    assert "version='~=1.0'" in str(told.value)
    assert isinstance(told.value, AssertionError)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (
            {"dataset": "mines", "major": 2},
            "mines 1.0.0 is not of the major version 2: no release of that is known, the newest "
            "is 1.0.0; ask for major=1.",
        ),
        (
            {"major": 3, "version": "~=1.0"},
            "casualties 1.2.0 is not of the major version 3: no release of that is known, the "
            "newest is 2.0.0; ask for major=2.",
        ),
        (
            {"major": 2, "version": "1.0.0"},
            "casualties 1.0.0 is not of the major version 2: it is an older one; load "
            "version='~=2.0'.",
        ),
        (
            {"major": 0},
            "casualties 2.0.0 is not of the major version 0: columns, units or meanings changed; "
            "read its CHANGELOG.md and adapt.",
        ),
    ],
)
def test_no_version_is_advised_that_is_not_there(
    contract: Callable[..., None], told: dict[str, Any], words: str
) -> None:
    with pytest.raises(SchemaChanged) as raised:
        contract(**told)
    assert str(raised.value) == words


def test_the_way_out_is_told_offline_from_the_cache(settings: Settings) -> None:
    plainfigures.load("mines", "1.0.0", settings=settings)
    offline = replace(settings, offline=True)
    with pytest.raises(SchemaChanged, match="no release of that is known, the newest is 1"):
        plainfigures.assert_schema("mines", major=2, settings=offline)


@pytest.mark.parametrize("code", [404, 503])
def test_the_way_out_is_told_without_a_pointer(
    server: Server, settings: Settings, contract: Callable[..., None], code: int
) -> None:
    plainfigures.load("casualties", "1.0.0", settings=settings)
    server.fail("casualties/latest.json", answer(code))
    with pytest.raises(SchemaChanged, match=r"is known, the newest is 1\.0\.0; ask"):
        contract(major=2, version="1.0.0")


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"valeu": "number"}, ": no column 'valeu' (did you mean value?)."),
        ({"rainfall": "number"}, ": no column 'rainfall'."),
        ({"value": "string"}, ": value is of type number, not string."),
        (
            {"rainfall": "number", "value": "string"},
            ": no column 'rainfall'; value is of type number, not string.",
        ),
    ],
)
def test_a_column_that_is_not_there_is_told(
    contract: Callable[..., None], columns: dict[str, str], words: str
) -> None:
    with pytest.raises(SchemaChanged) as told:
        contract(columns=columns)
    assert words in str(told.value)


def test_any_rule_of_the_schema_may_be_pinned(shelf: Path, contract: Callable[..., None]) -> None:
    manifest = json.loads((shelf / "casualties/casualties-2.0.0.manifest.json").read_bytes())
    contract(schema_sha256=manifest["schema_sha256"])
    with pytest.raises(SchemaChanged, match=f"has schema_sha256 {manifest['schema_sha256']}, not"):
        contract(schema_sha256="0" * 64)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda fields: fields.pop(0), "lacks figure_id"),
        (lambda fields: fields.append({"name": "new", "type": "string"}), "has also new"),
        (lambda fields: fields[2].update(type="integer"), "has with another type value"),
        (lambda fields: fields.reverse(), "has its columns in another order"),
    ],
)
def test_columns_that_changed_within_a_major_version_are_told(
    shelf: Path,
    contract: Callable[..., None],
    change: Callable[[Fields], object],
    words: str,
) -> None:
    change_fields(shelf, "2.1.0", change)
    with pytest.raises(
        SchemaChanged, match=r"casualties 2\.1\.0 breaks its promise: beside 2\.0"
    ) as told:
        contract(major=2)
    assert words in str(told.value)


def test_a_contract_without_a_word_is_told(contract: Callable[..., None]) -> None:
    with pytest.raises(UsageError, match="tell it major=, columns= or schema_sha256="):
        contract()


@pytest.mark.parametrize("text", ["{", "[]", '{"resources": []}', '{"resources": [{"name": 1}]}'])
def test_a_descriptor_that_is_none_is_told(
    shelf: Path, contract: Callable[..., None], text: str
) -> None:
    """Its bytes are those that the manifest names, so only what they say is wrong."""
    (shelf / "mines/1.0.0/datapackage.json").write_text(text)
    manifest = shelf / "mines/mines-1.0.0.manifest.json"
    changed = json.loads(manifest.read_bytes())
    (file,) = (each for each in changed["files"] if each["path"] == "datapackage.json")
    file.update(bytes=len(text), sha256=hashlib.sha256(text.encode()).hexdigest())
    manifest.write_text(json.dumps(changed))
    with pytest.raises(ReleaseError, match="does not describe the table mines"):
        contract("mines", columns={"value": "number"}, version="1.0.0")


def test_a_contract_holds_offline(server: Server, settings: Settings) -> None:
    plainfigures.load("casualties", "2.0.0", settings=settings)
    plainfigures.assert_schema("casualties", major=2, version="2.0.0", settings=settings)
    server.asked.clear()
    offline = replace(settings, offline=True)
    plainfigures.assert_schema("casualties", major=2, settings=offline)
    assert server.asked == []
