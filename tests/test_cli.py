"""The command `plainfigures`, as a user meets it."""

import csv
import io
import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from plainfigures import __version__, definitions
from plainfigures.cli import main
from plainfigures.figures.record import columns
from tests.scratch import ROOT, command, environment, make_checkout, run

ESSAY = ROOT / "seeds" / "pashayeva-2024" / "pashayeva-2024.txt"
FLOOD = "The flood in 2011 killed 12 people and injured about 30 others, the mayor said.\n"
FIRE = "The fire of 3 May destroyed 40 houses.\n"


def call(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    """The command in this process, for what needs no process of its own."""
    given = [str(each) for each in arguments]
    return CliRunner().invoke(main, given, input=stdin, prog_name="plainfigures")


def shell(arguments: Sequence[str | Path], **options: Any) -> subprocess.CompletedProcess[bytes]:
    """The installed command."""
    return subprocess.run(
        [*command(), *map(str, arguments)],
        env=environment(),
        capture_output=True,
        check=False,
        timeout=120,
        **options,
    )


def records(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    path = tmp_path / "Flood of 2011.txt"
    path.write_text(FLOOD)
    return path


@pytest.fixture
def fire(tmp_path: Path) -> Path:
    path = tmp_path / "fire.txt"
    path.write_text(FIRE)
    return path


# The command itself


def test_help_lists_the_commands_that_there_are() -> None:
    done = shell(["--help"])
    assert done.returncode == 0
    listed = re.findall(r"(?m)^  ([a-z]+)  ", done.stdout.decode().partition("Commands:")[2])
    assert listed == ["build", "explain", "extract", "validate", "verify"]
    assert all(shell([name, "--help"]).returncode == 0 for name in listed)


def test_the_version_is_that_of_the_library() -> None:
    assert shell(["--version"]).stdout.decode() == f"plainfigures {__version__}\n"
    module = [sys.executable, "-m", "plainfigures", "--version"]
    assert subprocess.check_output(module, env=environment(), text=True).endswith(
        f"{__version__}\n"
    )


HEAVY = {
    "frictionless",
    "great_expectations",
    "jinja2",
    "pandas",
    "prefect",
    "pyarrow",
    "rich",
}


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["extract", str(ESSAY)], ["explain", "x", str(ESSAY)], ["verify", str(ROOT)]],
    ids=["help", "extract", "explain", "verify"],
)
def test_what_must_start_fast_imports_nothing_slow(arguments: list[str]) -> None:
    code = (
        "import sys\n"
        "from plainfigures.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "print(*sorted(name for name in sys.modules if '.' not in name), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert HEAVY.isdisjoint(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["biuld"], "No such command 'biuld'. Did you mean 'build'? (see plainfigures --help)"),
        (["extract"], "Missing argument 'FILE...|-'. (see plainfigures extract --help)"),
        (["extract", "x", "--format", "xml"], "'xml' is not one of"),
        (["verify", "x", "--sauce", "y"], "No such option '--sauce'. Did you mean '--source'?"),
    ],
)
def test_wrong_usage_is_one_sentence(arguments: list[str], words: str) -> None:
    done = call(*arguments)
    assert done.exit_code == 2
    assert words in done.stderr
    assert done.stderr.startswith("Error: ")
    assert done.stderr.count("\n") == 1


def test_an_internal_error_has_its_own_code_and_a_traceback_on_demand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plainfigures import client

    monkeypatch.setattr(client, "verify", lambda *_: 1 / 0)
    quiet = call("verify", tmp_path)
    assert quiet.exit_code == 4
    assert quiet.stderr.startswith("Error: internal error (ZeroDivisionError: division by zero)")
    assert quiet.stderr.count("\n") == 1
    for arguments in (["--debug", "verify", tmp_path], ["verify", tmp_path, "--debug"]):
        loud = call(*arguments)
        assert loud.exit_code == 4
        assert "Traceback" in loud.stderr


def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checkout = make_checkout(tmp_path / "checkout", tmp_path / "none")
    monkeypatch.chdir(checkout)
    monkeypatch.setitem(sys.modules, "filelock", None)
    done = call("build")
    assert done.exit_code == 2
    assert "pip install 'plainfigures[build]'" in done.stderr


# extract


def test_extract_prints_a_record_per_figure_in_the_order_of_the_contract(flood: Path) -> None:
    done = shell(["extract", flood])
    assert done.returncode == 0
    assert done.stderr == b""
    found = records(done.stdout.decode())
    assert [record["value"] for record in found] == [12, 30]
    for record in found:
        assert tuple(record) == columns(definitions.load())
        assert record["document"] == "flood-of-2011"
        assert FLOOD[record["start"] : record["end"]] == record["quote"]
        assert isinstance(record["datasets"], list)
        assert isinstance(record["repeats"], list)
        assert isinstance(record["rule"], dict)


def test_extract_reads_standard_input_under_the_name_stdin() -> None:
    found = records(call("extract", "-", stdin=FLOOD).stdout)
    assert {record["document"] for record in found} == {"stdin"}
    assert len(found) == 2


def test_extract_reads_json_lines_under_their_ids() -> None:
    lines = [{"id": "A/1", "text": FLOOD, "more": None}, {"id": "b b", "text": FIRE}]
    text = "\n\n".join(json.dumps(line) for line in lines)
    done = call("extract", "--jsonl", "-", stdin=text)
    assert done.exit_code == 0
    assert [record["document"] for record in records(done.stdout)] == ["A/1", "A/1", "b b"]
    assert records(done.stdout)[0]["figure_id"].startswith("A/1-")


def test_extract_adds_the_numbers_set_aside_in_the_order_of_the_text(flood: Path) -> None:
    found = records(call("extract", flood, "--set-aside").stdout)
    places = [record.get("number_start", record["start"]) for record in found]
    assert places == sorted(places)
    aside = [record for record in found if "set_aside" in record]
    assert [record["token"] for record in aside] == ["2011"]
    assert all(record["set_aside"] for record in aside)
    assert len(found) == 3


def test_extract_gives_the_same_cells_as_csv(flood: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(call("extract", flood, "--format", "csv").stdout)))
    found = records(call("extract", flood).stdout)
    assert len(rows) == len(found)
    for row, record in zip(rows, found, strict=True):
        assert list(row) == list(record)
        for name, value in record.items():
            if value is None or value in ([], {}):
                assert row[name] == ""
            elif name == "datasets":
                assert row[name] == "; ".join(value)
            elif isinstance(value, list | dict):
                assert json.loads(row[name]) == value
            else:
                assert row[name] == str(value)


def test_extract_gives_the_same_cells_as_parquet(flood: Path, tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    target = tmp_path / "figures.parquet"
    written = call("extract", flood, "--format", "parquet", "--output", target, "--set-aside")
    assert written.exit_code == 0
    piped = shell(["extract", flood, "--format", "parquet", "--set-aside"])
    assert piped.stdout == target.read_bytes()
    table = pq.read_table(target)
    assert str(table.schema.field("value").type) == "double"
    assert str(table.schema.field("start").type) == "int64"
    found = records(call("extract", flood, "--set-aside").stdout)
    for row, record in zip(table.to_pylist(), found, strict=True):
        for name in ("figure_id", "value", "quote", "start", "token"):
            assert row[name] == record.get(name)


def test_extract_shows_a_table_to_look_at(flood: Path) -> None:
    shown = call("extract", flood, "--format", "table", "--set-aside").stdout
    assert re.search(r"flood-of-2011-[0-9a-f]{8} +12  person .* 12 people", shown)
    assert "~ 30" in shown
    assert "2011" in shown


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet", "table"])
def test_a_text_without_a_number_has_no_figures(form: str, tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("Nobody came.\n")
    done = shell(["extract", tmp_path / "plain.txt", "--format", form])
    assert done.returncode == 0
    if form == "csv":
        assert done.stdout.decode().splitlines() == [",".join(columns(definitions.load()))]
    if form == "jsonl":
        assert done.stdout == b""


def test_one_bad_file_among_many_does_not_hide_the_others(
    flood: Path, fire: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"caf\xe9 12")
    done = call("extract", flood, bad, tmp_path / "none.txt", tmp_path, fire)
    assert done.exit_code == 3
    assert len(records(done.stdout)) == 3
    lines = done.stderr.splitlines()
    assert len(lines) == 3
    assert f"{bad}: not valid UTF-8 at byte 3" in lines[0]
    assert "none.txt: there is no such file" in lines[1]
    assert f"{tmp_path}: this is a folder" in lines[2]


def test_nothing_is_written_where_no_document_could_be_read(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    (tmp_path / "empty.txt").write_text(" \n")
    options = ["--format", "csv", "--output", target]
    done = call("extract", tmp_path / "empty.txt", *options)
    assert done.exit_code == 3
    assert "white space only" in done.stderr
    assert not target.exists()
    assert call("extract", tmp_path / "empty.txt", "--format", "csv").stdout == ""


def test_two_files_of_one_name_are_refused_before_anything_is_read(flood: Path) -> None:
    done = call("extract", flood, flood)
    assert done.exit_code == 2
    assert "is the document flood-of-2011 too" in done.stderr
    assert done.stdout == ""


def test_an_output_file_appears_whole_or_not_at_all(
    flood: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plainfigures.figures import Reader

    target = tmp_path / "out.jsonl"
    target.write_text("before")
    names = sorted(tmp_path.iterdir())
    monkeypatch.setattr(Reader, "read", lambda *_: 1 / 0)
    done = call("extract", flood, "--output", target)
    assert done.exit_code == 4
    assert target.read_text() == "before"
    monkeypatch.undo()
    assert call("extract", flood, "--output", target).exit_code == 0
    assert target.read_text() == call("extract", flood).stdout
    assert sorted(tmp_path.iterdir()) == names


@pytest.mark.parametrize("place", ["none/out.jsonl", "", "/dev/full"])
def test_a_target_that_cannot_be_written_is_named(place: str, flood: Path, tmp_path: Path) -> None:
    done = call("extract", flood, "--output", tmp_path / place)
    assert done.exit_code == 5
    assert str(tmp_path / place) in done.stderr
    assert done.stderr.count("\n") == 1


def test_standard_output_that_is_full_is_named(flood: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*command(), "extract", str(flood)],
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 5
    assert done.stderr == (b"Error: standard output: cannot be written (No space left on device)\n")


def test_a_reader_that_has_read_enough_ends_it_quietly(tmp_path: Path) -> None:
    many = tmp_path / "many.txt"
    many.write_text("".join(f"In the village {n + 1000} houses burned.\n\n" for n in range(2000)))
    process = subprocess.Popen(
        [*command(), "extract", str(many)],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(60) == 0


def test_parquet_is_not_for_a_screen(flood: Path) -> None:
    leader, follower = pty.openpty()
    done = subprocess.run(
        [*command(), "extract", str(flood), "--format", "parquet"],
        env=environment(),
        stdout=follower,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(follower)
    os.close(leader)
    assert done.returncode == 2
    assert "--output FILE" in done.stderr


def test_extract_reads_by_other_definitions(flood: Path, tmp_path: Path) -> None:
    done = call("extract", flood, "--schemas", tmp_path / "none")
    assert done.exit_code == 2
    assert f"{tmp_path / 'none'}" in done.stderr
    assert call("extract", flood, "--schemas", ROOT / "schemas").exit_code == 0


def test_the_figures_of_the_essay_are_the_same_in_any_locale_and_folder(tmp_path: Path) -> None:
    there = shell(["extract", ESSAY], cwd=tmp_path)
    here = subprocess.run(
        [*command(), "extract", str(ESSAY)],
        env={**environment(), "LC_ALL": "C", "PYTHONHASHSEED": "7", "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )
    assert there.stdout == here.stdout
    assert len(there.stdout.splitlines()) > 20


# explain


def test_explain_marks_the_figure_and_says_how_each_field_was_read() -> None:
    done = call("explain", "pashayeva-2024-31d1c545")
    assert done.exit_code == 0, done.stderr
    assert "[[350 Azerbaijanis]]" in " ".join(done.stdout.split())
    assert re.search(r"(?m)^measure +killed_or_injured +\S", done.stdout)
    assert re.search(r"(?m)^value +350 ", done.stdout)
    assert "datasets" in done.stdout


def test_explain_reads_a_file_of_any_kind(flood: Path) -> None:
    figure_id = records(call("extract", flood).stdout)[0]["figure_id"]
    done = call("explain", figure_id, flood)
    assert done.exit_code == 0
    assert "[[12 people]]" in done.stdout


def test_an_unknown_figure_is_told_with_near_ones(flood: Path) -> None:
    figure_id = records(call("extract", flood).stdout)[0]["figure_id"]
    done = call("explain", figure_id[:-1], flood)
    assert done.exit_code == 2
    assert f"did you mean {figure_id}" in done.stderr
    assert done.stderr.count("\n") == 1
    seeds = call("explain", "pashayeva-2024-31d1c544")
    assert seeds.exit_code == 2
    assert "pashayeva-2024-31d1c545" in seeds.stderr


def test_without_a_checkout_explain_asks_for_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = call("explain", "pashayeva-2024-31d1c545")
    assert done.exit_code == 2
    assert f"{tmp_path}: no checkout here" in done.stderr


# build, validate, verify


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout built by the installed command, on the server that it starts itself."""
    checkout = make_checkout(tmp_path_factory.mktemp("cli") / "checkout", Path("none"))
    done = run(["build"], checkout)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "built 6 packages in datasets/"
    assert "[7/7] built trade_percentages: " in done.stderr
    assert not re.search("INFO|WARN|Traceback", done.stderr)
    return checkout


on_one_worker = pytest.mark.xdist_group("built")


@on_one_worker
def test_a_build_with_nothing_changed_says_so_in_one_line_and_starts_no_server(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "prefect", None)
    monkeypatch.chdir(built / "seeds")
    done = call("build")
    assert done.exit_code == 0
    assert done.output == "nothing changed: 6 packages stand as built\n"
    assert call("build", "mines").output == "nothing changed: 1 package stands as built\n"


@on_one_worker
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


@on_one_worker
def test_verify_says_of_each_package_whether_it_is_whole(built: Path, tmp_path: Path) -> None:
    import shutil

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


@on_one_worker
def test_validate_names_the_packages_and_rows_that_break_a_rule(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

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


@on_one_worker
def test_validate_looks_at_all_packages_by_default(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(built)
    done = call("validate")
    assert done.exit_code == 0, done.stderr
    assert [line.split()[1] for line in done.stdout.splitlines()] == ["valid"] * 6
