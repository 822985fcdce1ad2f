"""`plainfigures extract`: every figure of any document, in every format."""

import csv
import io
import json
import os
import pty
import re
import subprocess
from pathlib import Path

import pytest

from plainfigures import definitions
from plainfigures.figures.record import columns
from tests.scratch import ESSAY, ROOT, call, command, environment, records, shell

FLOOD = "The flood in 2011 killed 12 people and injured about 30 others, the mayor said.\n"
FIRE = "The fire of 3 May destroyed 40 houses.\n"


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
    assert done.stderr.decode() == (
        "no figure was found; --set-aside shows the numbers that were not taken\n"
    )
    if form == "csv":
        assert done.stdout.decode().splitlines() == [",".join(columns(definitions.load()))]
    if form == "jsonl":
        assert done.stdout == b""


def test_that_nothing_was_found_is_said_only_where_it_is_so(flood: Path, tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("Nobody came.\n")
    assert call("extract", tmp_path / "plain.txt", flood).stderr == ""
    alone = call("extract", tmp_path / "plain.txt", "--set-aside")
    assert (alone.exit_code, alone.stdout, alone.stderr) == (0, "", "no figure was found\n")


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
    (tmp_path / "page.html").write_text("<!-- saved -->\n<html><p>12 people came.</p></html>\n")
    options = ["--format", "csv", "--output", target]
    done = call("extract", tmp_path / "empty.txt", *options)
    assert done.exit_code == 3
    assert "white space only" in done.stderr
    assert not target.exists()
    assert call("extract", tmp_path / "empty.txt", "--format", "csv").stdout == ""
    page = call("extract", tmp_path / "page.html")
    assert (page.exit_code, page.stdout) == (3, "")
    assert "page.html: this looks like HTML" in page.stderr
    assert page.stderr.count("\n") == 1


def test_one_file_twice_is_refused_before_anything_is_read(flood: Path) -> None:
    done = call("extract", flood, flood)
    assert done.exit_code == 2
    assert "is the document flood-of-2011 too" in done.stderr
    assert done.stdout == ""


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a/essay.txt", "b/c/essay.txt", "d/c/essay.txt", "x.txt")]
    for number, file in enumerate(files):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"The storm killed {number + 2} people.\n")
    two = records(call("extract", files[0], files[1], files[3]).stdout)
    assert [record["document"] for record in two] == ["a-essay", "c-essay", "x"]
    three = records(call("extract", *files).stdout)
    names = [record["document"] for record in three]
    assert names == ["a-essay", "b-c-essay", "d-c-essay", "x"]
    for record, file in zip(three, files, strict=True):
        shown = call("explain", record["figure_id"], file)
        assert (shown.exit_code, shown.stdout.split()[0]) == (0, record["figure_id"])
    files[0].with_suffix(".md").write_text("Five came.\n")
    done = call("extract", files[0], files[1], files[0].with_suffix(".md"))
    assert done.exit_code == 2
    assert f"essay.md: {files[0]} is the document essay too" in done.stderr


def test_a_file_of_json_lines_is_not_read_as_prose(tmp_path: Path) -> None:
    lines = tmp_path / "L.JSONL"
    lines.write_text(json.dumps({"id": "a", "text": FLOOD}))
    done = call("extract", lines)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        f"Error: {lines}: holds lines of JSON by its name; add --jsonl to read them\n"
    )
    (first, _) = records(call("extract", "--jsonl", lines).stdout)
    shown = call("explain", first["figure_id"], lines)
    assert shown.exit_code == 2
    assert "explain reads one text" in shown.stderr


MONEY = "The council spent $5 million last year.\n"


def test_date_country_and_currency_of_a_text_may_be_told(tmp_path: Path) -> None:
    path = tmp_path / "money.txt"
    path.write_text(MONEY)
    (plain,) = records(call("extract", path).stdout)
    assert (plain["unit"], plain["period_start"]) == ("USD", None)
    assert plain["anomalies"] == "ambiguous_currency"
    for country in ("AUS", "Australia", "aus"):
        options = ["--date", "2020-02-01", "--country", country]
        (told,) = records(call("extract", path, *options).stdout)
        assert (told["unit"], told["period_start"], told["anomalies"]) == ("AUD", "2019", None)
        shown = call("explain", told["figure_id"], path, *options).stdout
        assert re.search(r"(?m)^unit +AUD ", shown)
        assert re.search(r"(?m)^period_start +2019 ", shown)
    (told,) = records(call("extract", path, "--currency", "cad").stdout)
    assert (told["unit"], told["anomalies"]) == ("CAD", None)


def test_a_line_of_json_may_tell_its_own_date_country_and_currency() -> None:
    lines = [
        {"id": "a", "text": MONEY, "date": "2020-02-01", "country": "Canada"},
        {"id": "b", "text": MONEY, "country": None},
        {"id": "c", "text": MONEY, "date": "02/01/2020"},
        {"id": "d", "text": MONEY, "country": 7},
    ]
    text = "\n".join(map(json.dumps, lines))
    done = call("extract", "--jsonl", "-", "--country", "AUS", "--date", "2010-01-01", stdin=text)
    assert done.exit_code == 3
    found = [(each["unit"], each["period_start"]) for each in records(done.stdout)]
    assert found == [("CAD", "2019"), ("AUD", "2009")]
    first, second = done.stderr.splitlines()
    assert first.startswith("Error: -:3: date must be a day of the calendar such as 2024-04-05, ")
    assert second.startswith("Error: -:4: country must be three letters of ISO 3166-1 such as AZE")


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--date", "2024", "--date must be a day of the calendar such as 2024-04-05, not '2024'"),
        ("--date", "2024-02-30", "--date must be a day of the calendar"),
        ("--country", "Azerbajan", "not 'Azerbajan'; did you mean Azerbaijan"),
        ("--country", "XXX", "--country must be three letters of ISO 3166-1 such as AZE, or a"),
        ("--country", "EU", "--country must be three letters of ISO 3166-1 such as AZE, or a"),
        ("--currency", "dollar", "--currency must be three letters of ISO 4217 such as USD"),
    ],
)
def test_nonsense_told_of_a_text_is_refused(
    flood: Path, option: str, value: str, words: str
) -> None:
    for arguments in (["extract", flood], ["explain", "flood-of-2011-00000000", flood]):
        done = call(*arguments, option, value)
        assert (done.exit_code, done.stdout) == (2, "")
        assert words in done.stderr
        assert done.stderr.count("\n") == 1


def test_of_a_document_of_seeds_nothing_is_told_by_options() -> None:
    done = call("explain", "pashayeva-2024-31d1c545", "--country", "USA")
    assert done.exit_code == 2
    assert "its document.yaml tells them" in done.stderr


def test_an_output_file_appears_whole_or_not_at_all(
    flood: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plainfigures.figures import Reader

    target = tmp_path / "out.jsonl"
    target.write_text("before")
    names = sorted(tmp_path.iterdir())
    monkeypatch.setattr(Reader, "parts", lambda *_: 1 / 0)
    done = call("extract", flood, "--output", target)
    assert done.exit_code == 4
    assert target.read_text() == "before"
    monkeypatch.undo()
    assert call("extract", flood, "--output", target).exit_code == 0
    assert target.read_text() == call("extract", flood).stdout
    assert sorted(tmp_path.iterdir()) == names


def test_an_output_is_none_of_the_files_to_read(flood: Path, tmp_path: Path) -> None:
    text = flood.read_bytes()
    link = tmp_path / "link.txt"
    link.symlink_to(flood)
    for target in (flood, link):
        done = call("extract", flood, "--output", target)
        assert done.exit_code == 2
        assert f"{target}: is a file to read" in done.stderr
    assert flood.read_bytes() == text


@pytest.mark.parametrize("form", ["csv", "parquet", "jsonl"])
def test_the_ending_of_an_output_says_its_format(form: str, flood: Path, tmp_path: Path) -> None:
    by_ending, asked = tmp_path / f"a.{form}", tmp_path / "b"
    assert call("extract", flood, "--output", by_ending).exit_code == 0
    assert call("extract", flood, "--output", asked, "--format", form).exit_code == 0
    assert by_ending.read_bytes() == asked.read_bytes()


@pytest.mark.parametrize("name", ["a.xlsx", "a.tsv", "a.json", "a.txt", "a.v1"])
def test_an_ending_that_is_no_format_is_refused(name: str, flood: Path, tmp_path: Path) -> None:
    target = tmp_path / name
    done = call("extract", flood, "--output", target)
    assert done.exit_code == 2
    assert done.stderr == (
        f"Error: {target}: figures are not written as {target.suffix}; end the name in .jsonl, "
        ".csv or .parquet, or say --format\n"
    )
    assert not target.exists()
    assert call("extract", flood, "--output", target, "--format", "table").exit_code == 0
    assert "12 people" in target.read_text()


@pytest.mark.parametrize("place", ["none/out.jsonl", "", "none/", "none/.", "/dev/full"])
def test_a_target_that_cannot_be_written_is_named(place: str, flood: Path, tmp_path: Path) -> None:
    names = sorted(tmp_path.iterdir())
    done = call("extract", flood, "--output", f"{tmp_path}/{place}")
    assert done.exit_code == 5
    assert str(tmp_path / place) in done.stderr
    assert done.stderr.count("\n") == 1
    assert sorted(tmp_path.iterdir()) == names


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
    wrong = call("extract", flood, "--schemas", tmp_path)
    assert wrong.exit_code == 2
    assert f"Error: {tmp_path}: this is no folder of definitions" in wrong.stderr
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
