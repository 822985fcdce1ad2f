"""`plainfigures explain`: the paragraph of a figure, and how each field was read."""

import re
from pathlib import Path

import pytest

from tests.scratch import call, records


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    path = tmp_path / "flood.txt"
    path.write_text("The flood in 2011 killed 12 people and injured about 30 others.\n")
    return path


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


@pytest.mark.parametrize("columns", ["40", "47", "80"])
def test_a_marked_figure_stands_on_one_line_and_no_blank_line_ends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    path = tmp_path / "storm.txt"
    path.write_text(
        "The storm of that winter cost 3.5 million euros, and it drove some 12 old people away.\n\n"
        "The storm killed 1 200 sheep.\n\n"
        "The storm of that winter cost 3.5 million euros, and it drove some 12 old people away.\n"
    )
    for record in records(call("extract", path).stdout):
        shown = call("explain", record["figure_id"], path).stdout
        assert f"[[{record['quote']}]]" in shown
        text = shown.split("\n\n")[1]
        assert max(map(len, text.splitlines())) <= int(columns)
        assert shown == f"{shown.rstrip()}\n"


def test_a_long_marked_figure_keeps_its_number_on_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "storm.txt"
    path.write_text("It killed more than 3 million Northern Hemisphere migratory birds.\n")
    (record,) = records(call("extract", path).stdout)
    for columns in range(30, 60):
        monkeypatch.setenv("COLUMNS", str(columns))
        shown = call("explain", record["figure_id"], path).stdout
        assert "3 million" in shown.split("\n\n")[1]
        assert f"[[{record['quote']}]]" in " ".join(shown.split())


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
    assert "no checkout here" in done.stderr
    assert "name the FILE" in done.stderr
