"""The package as a whole: the same bytes always, also where there is nothing to tell."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from plainfigures import client
from plainfigures.definitions import Definitions
from plainfigures.errors import TargetError, UsageError
from plainfigures.packages import Package, build_package, catalog, write
from tests.packages.planted import COLLECTION
from tests.packages.sample import harbour, lake

ROOT = Path(__file__).parents[2]
# Prints a line per file of every package.
BUILD = """
import hashlib, sys
from pathlib import Path
from plainfigures import definitions
from tests.packages.sample import build_all
for name, package in build_all(Path(sys.argv[1]), definitions.load()).items():
    for path, data in package.files.items():
        print(name, path, hashlib.sha256(data).hexdigest())
"""


def test_every_build_has_the_same_bytes(tmp_path: Path, built: dict[str, Package]) -> None:
    expected = [
        f"{name} {path} {hashlib.sha256(data).hexdigest()}"
        for name, package in built.items()
        for path, data in package.files.items()
    ]
    strange = {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "7"}
    usual = {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0"}
    running = []
    for number, variables in enumerate((strange, usual)):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
        running.append(
            subprocess.Popen(
                [sys.executable, "-c", BUILD, str(folder / "out")],
                cwd=folder,
                env={**os.environ, **variables, "PYTHONPATH": path},
                stdout=subprocess.PIPE,
                text=True,
            )
        )
    for process in running:
        output, _ = process.communicate()
        assert output.splitlines() == expected


def test_the_order_of_the_documents_does_not_matter(
    known: Definitions, built: dict[str, Package]
) -> None:
    other = build_package("reading", [lake(), harbour()], known, COLLECTION)
    assert other.files == built["reading"].files


def test_the_checksums_are_those_that_sha256sum_reads(
    datasets: Path, built: dict[str, Package]
) -> None:
    for name in built:
        done = subprocess.run(
            ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=datasets / name
        )
        assert done.returncode == 0


def test_the_checksums_name_every_file_but_their_own_in_order(built: dict[str, Package]) -> None:
    for package in built.values():
        names = [line[66:] for line in package.files["SHA256SUMS"].decode().splitlines()]
        assert names == sorted(set(package.files) - {"SHA256SUMS"})


def test_the_findings_of_the_gates_change_the_readme_and_its_checksum_alone(
    known: Definitions, built: dict[str, Package]
) -> None:
    told = build_package(
        "mines", [harbour(), lake()], known, COLLECTION, checks=["No mine is lost."]
    )
    before = built["mines"].files
    assert {path for path in before if before[path] != told.files[path]} == {
        "README.md",
        "SHA256SUMS",
    }


def test_a_dataset_without_rows_is_a_whole_package(tmp_path: Path, known: Definitions) -> None:
    package = build_package("mines", [lake()], known, COLLECTION)
    assert package.rows == 0
    write(package, tmp_path / "mines")
    assert client.verify(tmp_path / "mines") == []
    assert build_package("reading", [], known, COLLECTION).counts["documents"] == 0


def test_a_dataset_that_is_not_defined_is_refused_with_those_that_are(known: Definitions) -> None:
    with pytest.raises(UsageError, match=r"^mine: there is no such dataset; .*casualties"):
        build_package("mine", [], known, COLLECTION)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, built: dict[str, Package]) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(TargetError, match="cannot be written"):
        write(built["mines"], tmp_path / "file" / "mines")


def test_the_first_version_has_a_line_in_the_changelog(built: dict[str, Package]) -> None:
    assert built["mines"].files["CHANGELOG.md"].decode().splitlines()[-3:] == [
        "## 1.0.0",
        "",
        "The first version: 3 rows from 1 document.",
    ]


def test_the_catalog_names_every_package_with_its_descriptor(built: dict[str, Package]) -> None:
    found = json.loads(catalog(built.values(), COLLECTION))
    assert [each["name"] for each in found["datasets"]] == sorted(built)
    for each in found["datasets"]:
        package = built[each["name"]]
        assert each["rows"] == package.rows
        assert each["path"] == f"{package.name}/datapackage.json"
        assert each["licence"] == "CC-BY-4.0"
        digest = hashlib.sha256(package.files["datapackage.json"]).hexdigest()
        assert each["sha256"] == digest
