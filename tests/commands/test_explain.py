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
