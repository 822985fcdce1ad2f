"""`plainfigures build`, `validate` and `verify`, on a checkout that the command has built."""

import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.scratch import ESSAY, call, make_checkout, run


@pytest.fixture(scope="module")
def built(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout built by the installed command, on the server that it starts itself."""
    checkout = make_checkout(tmp_path_factory.mktemp("cli") / "checkout", migrated)
    done = run(["build"], checkout)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "built 6 packages in datasets/"
    assert "[7/7] built trade_percentages: " in done.stderr
    assert not re.search("INFO|WARN|Traceback", done.stderr)
    return checkout


def test_a_build_with_nothing_changed_says_so_in_one_line_and_starts_no_server(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "prefect", None)
    monkeypatch.chdir(built / "seeds")
    done = call("build")
    assert done.exit_code == 0
    assert done.output == "nothing changed: 6 packages stand as built\n"
    assert call("build", "mines").output == "nothing changed: 1 package stands as built\n"


@pytest.mark.parametrize(
    ("name", "near"), [("mine", "did you mean mines?"), ("x", "known are aid_amounts, ")]
)
def test_an_unknown_dataset_is_told_with_near_ones(
    built: Path, monkeypatch: pytest.MonkeyPatch, name: str, near: str
) -> None:
    monkeypatch.chdir(built)
    done = call("build", name)
    assert done.exit_code == 2
    assert f"Error: {name}: no such dataset; {near}" in done.stderr


def test_build_and_validate_need_a_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("build", "validate"):
        done = call(name)
        assert done.exit_code == 2
        assert "no checkout here or above" in done.stderr


def test_a_wrong_source_is_told_before_a_server_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout = make_checkout(tmp_path / "checkout", tmp_path / "none")
    (checkout / "seeds" / "pashayeva-2024" / "pashayeva-2024.txt").write_text("Other words.\n")
    monkeypatch.chdir(checkout)
    done = call("build")
    assert done.exit_code == 3
    assert "put sha256:" in done.stderr
    assert not (checkout / "datasets").exists()
    assert not (checkout / ".cache" / "prefect").exists()


DECISIONS = Path("seeds/pashayeva-2024/decisions.yaml")


@pytest.mark.parametrize(
    ("path", "before", "after", "code", "words"),
    [
        (DECISIONS, "- figure_id:", "- figure_id", 3, "not valid YAML"),
        (DECISIONS, "  reason: >", "  why: >", 3, "a decision has no field 'why'"),
        (DECISIONS, "  by: Plain", "  #", 3, "item 1.by is missing; add it."),
        (Path("validation/mines.json"), "{", "", 2, "validation/mines.json:"),
        (Path("validation/mines.json"), '"type"', '"kind"', 2, "must be an object with a `type`"),
        (Path("validation/mines.json"), "", None, 2, "validation/mines.json: there is no such"),
        (
            Path("schemas/mines.yaml"),
            "units: [mine]",
            "units: [mines]",
            2,
            "a unit is said in the singular: mine, not mines.",
        ),
    ],
)
def test_what_is_wrong_in_an_input_is_told_before_a_server_is_started(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    path: Path,
    before: str,
    after: str | None,
    code: int,
    words: str,
) -> None:
    checkout = make_checkout(tmp_path / "checkout", tmp_path / "none")
    if after is None:
        (checkout / path).unlink()
    else:
        text = (checkout / path).read_text()
        assert before in text
        (checkout / path).write_text(text.replace(before, after, 1))
    monkeypatch.chdir(checkout)
    done = call("build")
    assert done.exit_code == code
    assert done.stderr.startswith(f"Error: {path}")
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (checkout / ".cache" / "prefect").exists()


def test_verify_says_of_each_package_whether_it_is_whole(built: Path, tmp_path: Path) -> None:
    mines = built / "datasets" / "mines"
    other = tmp_path / "mines"
    shutil.copytree(mines, other)
    (other / "README.md").write_bytes((other / "README.md").read_bytes() + b" ")
    done = call("verify", mines, other, "--source", ESSAY)
    assert done.exit_code == 1
    assert f"{mines}: verified" in done.stdout
    assert f"{other / 'README.md'}: was changed" in done.stdout
    assert done.stderr.count("\n") == 1
    assert call("verify", *sorted((built / "datasets").glob("*/"))).exit_code == 0


def test_verify_names_a_folder_that_is_not_there(tmp_path: Path) -> None:
    done = call("verify", tmp_path / "none")
    assert done.exit_code == 2
    assert "there is no such folder" in done.stderr


def test_verify_of_a_folder_of_releases_says_what_to_name(tmp_path: Path) -> None:
    (tmp_path / "index.json").write_text("{}")
    done = call("verify", tmp_path)
    assert done.exit_code == 2
    assert "<dataset>/<version>" in done.stderr


def test_validate_names_the_packages_and_rows_that_break_a_rule(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(built)
    other = tmp_path / "mines"
    shutil.copytree(built / "datasets" / "mines", other)
    table = other / "mines.csv"
    table.write_bytes(table.read_bytes().replace(b"exact", b"about"))
    done = call("validate", "datasets/mines", other)
    assert done.exit_code == 1
    assert re.search(r"(?m)^mines +valid +(\d+) of \1 rules hold$", done.stdout)
    assert re.search(r"(?m)^mines +refused +\d+ of \d+ rules hold$", done.stdout)
    assert "Error: mines: " in done.stderr
    assert "pashayeva-2024-" in done.stderr


def test_validate_takes_the_name_of_a_dataset_and_suggests_near_ones(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(built / "seeds")
    assert call("validate", "mines").output.startswith("mines  valid")
    refused = call("validate", "mine")
    assert refused.exit_code == 2
    assert "mine: no folder and no built package; did you mean mines?" in refused.output


def test_validate_looks_at_all_packages_by_default(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(built)
    done = call("validate")
    assert done.exit_code == 0, done.stderr
    assert [line.split()[1] for line in done.stdout.splitlines()] == ["valid"] * 6
