"""Opened packages: what a stranger's descriptor says is not believed."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plainfigures.errors import UsageError
from plainfigures.releases.opened import open_package
from tests.releases.sample import columns_of, described


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd",
        "../casualties.csv",
        "..\\casualties.csv",
        "C:casualties.csv",
        "\\\\host\\share\\x.csv",
        "~/casualties.csv",
        "%2e%2e/casualties.csv",
        "https://example.org/casualties.csv",
        "sub/../casualties.csv",
        "casualties.csv.",
        "NUL",
        "",
        "casualties.csv\0",
        7,
        None,
        ["casualties.csv"],
    ],
)
def test_a_path_that_is_no_plain_name_is_refused_with_its_resource(
    package: Path, path: Any
) -> None:
    new = described(package, lambda d: d["resources"][0].update(path=path))
    with pytest.raises(UsageError, match="resource casualties names"):
        open_package(new)


def test_a_link_is_refused_and_not_followed(package: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("figure_id\n1\n")
    (package / "casualties.csv").unlink()
    (package / "casualties.csv").symlink_to(secret)
    with pytest.raises(UsageError, match=r"casualties\.csv: a link or special file"):
        open_package(package)
    (package / "casualties.csv").unlink()
    os.mkfifo(package / "casualties.csv")
    with pytest.raises(UsageError, match=r"casualties\.csv: a link or special file"):
        open_package(package)


def twice(descriptor: dict[str, Any]) -> None:
    columns_of(descriptor).append(columns_of(descriptor)[0])


def schema(**told: Any) -> Callable[[dict[str, Any]], None]:
    return lambda descriptor: descriptor["resources"][0]["schema"].update(told)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (twice, "has the column figure_id twice"),
        (lambda d: d.pop("version"), "no readable descriptor"),
        (lambda d: d.update(version=1), "name and version are texts"),
        (lambda d: d.update(name="../x"), "name and version are texts"),
        (lambda d: d.update(resources=[]), "no table is described"),
        (lambda d: d.update(resources=[7]), "no readable descriptor"),
        (lambda d: d["resources"][0].pop("schema"), "has no schema"),
        (lambda d: columns_of(d)[0].pop("type"), "has no schema whose fields"),
        (schema(primaryKey=None), "has a primary key that is none"),
        (schema(primaryKey=["figure_id", ["value"]]), "has a primary key that is none"),
        (schema(primaryKey="figure"), "has a primary key that is none"),
        (schema(foreignKeys=None), "has a foreign key that is none"),
        (schema(foreignKeys=["document"]), "has a foreign key that is none"),
        (schema(foreignKeys=[{"fields": [[]], "reference": {}}]), "has a foreign key that is none"),
        (schema(foreignKeys=[{"fields": "document"}]), "has a foreign key that is none"),
        (lambda d: columns_of(d)[1].update(constraints=[]), "has constraints of measure"),
        (lambda d: columns_of(d)[1].update(constraints={"enum": 1}), "has constraints of measure"),
    ],
)
def test_a_descriptor_that_describes_nothing_is_refused(
    package: Path, change: Callable[[dict[str, Any]], None], words: str
) -> None:
    with pytest.raises(UsageError, match=words):
        open_package(described(package, change))


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[" * 100_000, b"\xff\xfe", b"null", b'{"name": NaN}']
)
def test_what_is_no_descriptor_is_refused(package: Path, data: bytes) -> None:
    (package / "datapackage.json").write_bytes(data)
    with pytest.raises(UsageError, match="no readable descriptor"):
        open_package(package)


@pytest.mark.parametrize("value", [b"NaN", b"1e999", b'"\\ud800"'])
def test_a_descriptor_that_says_what_no_file_can_hold_is_refused(
    package: Path, value: bytes
) -> None:
    path = package / "datapackage.json"
    path.write_bytes(path.read_bytes().replace(b"{", b'{"more": ' + value + b",", 1))
    with pytest.raises(UsageError, match="no readable descriptor"):
        open_package(package)


def test_a_descriptor_that_is_longer_than_one_can_be_is_not_read(package: Path) -> None:
    with (package / "datapackage.json").open("ab") as file:
        file.truncate(1 << 40)
    with pytest.raises(UsageError, match="has more than 33,554,432 bytes, so it is not read"):
        open_package(package)


def test_a_file_that_is_not_there_is_named(package: Path, tmp_path: Path) -> None:
    (package / "spans.parquet").unlink()
    with pytest.raises(UsageError, match="spans"):
        open_package(package)
    with pytest.raises(UsageError, match="there is no such folder"):
        open_package(tmp_path / "none")


def test_a_table_with_other_columns_than_described_is_not_read(package: Path) -> None:
    new = described(package, lambda d: columns_of(d).pop())
    with pytest.raises(ValueError, match="other columns"):
        open_package(new).read("casualties")
    assert json.loads((new / "datapackage.json").read_bytes())["name"] == "casualties"
