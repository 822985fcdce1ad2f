"""The ground: locks, what they hold, and what a wheel carries."""

import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCKS = ("installer", "build", "dev")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def lock_text(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")


def locked(name: str) -> dict[str, list[tuple[str, int]]]:
    """Distribution -> its locked versions with the number of hashes of each."""
    found: dict[str, list[tuple[str, int]]] = {}
    entries = re.sub(r"\\\n", "", re.sub(r"(?m)^\s*#.*\n", "", lock_text(name))).splitlines()
    for entry in entries:
        requirement, *hashes = entry.split(" --hash=sha256:")
        parsed = Requirement(requirement.strip())
        version = str(parsed.specifier).removeprefix("==")
        found.setdefault(canonicalize_name(parsed.name), []).append((version, len(hashes)))
    return found


def group(name: str) -> Iterator[str]:
    for entry in PROJECT["dependency-groups"][name]:
        if isinstance(entry, str):
            yield entry
        else:
            yield from group(entry["include-group"])


def extras(*names: str) -> Iterator[str]:
    for name in names:
        yield from PROJECT["project"]["optional-dependencies"][name]


def names(requirements: Iterable[str]) -> set[str]:
    return {canonicalize_name(Requirement(text).name) for text in requirements}


CORE = PROJECT["project"]["dependencies"]
OWED = {
    "installer": [*group("installer")],
    "build": [*CORE, *extras("build"), *group("backend")],
    "dev": [*CORE, *extras(*PROJECT["project"]["optional-dependencies"]), *group("dev")],
}


@pytest.mark.parametrize("name", LOCKS)
def test_no_lock_names_an_address_or_an_index(name: str) -> None:
    text = lock_text(name)
    assert "://" not in text
    assert not re.search(r"(?m)^ *-(?!-hash=)", text)
    assert not re.search(r"(?m)(^|[\s=\"'])/\w", text)


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_version_has_a_hash(name: str) -> None:
    entries = locked(name)
    assert entries
    for distribution, versions in entries.items():
        for version, hashes in versions:
            assert re.fullmatch(r"[0-9][\w.!+]*", version), f"{distribution} is not locked"
            assert hashes >= 1, f"{distribution} {version} has no hash"


@pytest.mark.parametrize("name", LOCKS)
def test_each_lock_meets_what_the_project_asks_for(name: str) -> None:
    entries = locked(name)
    for text in OWED[name]:
        asked = Requirement(text)
        versions = entries.get(canonicalize_name(asked.name))
        assert versions, f"requirements/{name}.txt lacks {asked.name}"
        for version, _ in versions:
            assert asked.specifier.contains(version), f"{version} is not {text}"


@pytest.mark.parametrize("name", ["installer", "build"])
def test_the_set_up_for_development_holds_the_other_locks_at_the_same_versions(name: str) -> None:
    dev = locked("dev")
    assert {
        distribution: versions
        for distribution, versions in locked(name).items()
        if dev.get(distribution) != versions
    } == {}


def test_docs_give_a_reason_for_each_direct_dependency_and_for_no_other() -> None:
    text = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    rows = re.findall(r"(?m)^\| ([a-z][a-z0-9, -]*) \| \S.*\|$", text)
    reasoned = {name.strip() for row in rows for name in row.split(",")} - {"package", "lock"}
    assert reasoned == names([*OWED["dev"], *OWED["installer"], *OWED["build"]])


def test_a_wheel_carries_the_library_with_schemas_and_lexicons_and_nothing_else(
    tmp_path: Path,
) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run([*command, "--directory", tmp_path], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("plainfigures-*-py3-none-any.whl")
    carried = set(zipfile.ZipFile(wheel).namelist())

    assert carried >= {
        "plainfigures/__init__.py",
        "plainfigures/cli.py",
        "plainfigures/py.typed",
        *files_below("schemas", "plainfigures/schemas"),
        *files_below("src/plainfigures/prose/lexicons", "plainfigures/prose/lexicons"),
    }
    assert {path.split("/")[0] for path in carried} == {
        "plainfigures",
        wheel.name.removesuffix("-py3-none-any.whl") + ".dist-info",
    }
    assert not {path for path in carried if re.search(r"(^|/)(test|conftest|__pycache__)", path)}


def files_below(folder: str, carried_as: str) -> set[str]:
    found = {
        f"{carried_as}/{path.relative_to(ROOT / folder).as_posix()}"
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    assert found, f"{folder}/ is empty"
    return found
