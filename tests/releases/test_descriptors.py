"""Descriptors: lists are compared by what names their items, and nothing that differs is lost."""

from pathlib import Path
from typing import Any

import pytest

from plainfigures.releases.difference import Change, PackageDiff
from plainfigures.releases.reasons import Reason
from plainfigures.releases.text import as_text
from plainfigures.releases.words import change_lines, change_sentence, headline
from tests.releases.sample import (
    built,
    changed,
    compared,
    described,
    harbour,
    lake,
)


def lines(diff: PackageDiff, verbose: bool = False) -> list[str]:
    """What is told of the metadata alone."""
    return [
        words
        for _, words in change_lines(diff, verbose)
        if "README.md" not in words and "croissant.json" not in words
    ]


def test_a_document_that_sorts_before_the_others_is_one_source(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    one, both = (
        built(tmp_path / "p" / "one", [lake()]),
        built(tmp_path / "p" / "both", [harbour(), lake()]),
    )
    assert lines(compared(one, both)) == ["source added: harbour-2021"]
    assert lines(compared(both, one)) == ["source removed: harbour-2021"]
    (change,) = (
        each for each in compared(one, both).changes if each.reason is Reason.METADATA_CHANGED
    )
    assert change.place == "sources[harbour-2021]"
    assert change.was is None
    assert '"document":"harbour-2021"' in (change.now or "")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            lambda d: d["sources"][1].update(title="Other", rights="None."),
            ["source changed: lake (rights, title)"],
        ),
        (lambda d: d["sources"].reverse(), ["other words: sources order, harbour-2021, lake -> "]),
        (lambda d: d["keywords"].append("floods"), ["keyword added: floods"]),
        (lambda d: d["licenses"].append({"name": "X"}), ["license added: X"]),
        (
            lambda d: d["contributors"][0]["roles"].append("author"),
            ["role added: author in contributors[The Makers of Plain Figures]"],
        ),
        (lambda d: d.update(title="Other"), ["other words: title, "]),
        (
            lambda d: d.update(extra={"a": 1, "b": [2]}),
            ["other words: extra.a, nothing -> 1", "other words: extra.b, nothing -> [2]"],
        ),
        (lambda d: d.update(sources=[]), ["source removed: harbour-2021", "source removed: lake"]),
        (lambda d: d.update(sources="none"), ["other words: sources, "]),
    ],
)
def test_what_differs_is_told_by_its_name(package: Path, change: Any, told: list[str]) -> None:
    found = lines(compared(package, described(package, change)))
    assert len(found) == len(told)
    assert all(map(str.startswith, found, told)), found


@pytest.mark.parametrize("named", [{"title": "Same"}, {"number": 1}])
def test_items_that_nothing_names_are_compared_by_their_number(package: Path, named: Any) -> None:
    old = described(package, lambda d: d.update(notes=[named, dict(named)]))
    new = described(old, lambda d: d["notes"][1].update(text="more"))
    (change,) = (
        each for each in compared(old, new).changes if each.reason is Reason.METADATA_CHANGED
    )
    assert (change.place, change.was, change.now) == ("notes[1].text", None, "more")


@pytest.mark.parametrize(("was", "now"), [(1, True), (1, 1.5), (None, "x"), ([], {}), (0, False)])
def test_values_of_another_type_differ(package: Path, was: Any, now: Any) -> None:
    old = described(package, lambda d: d.update(extra=was))
    diff = compared(old, described(old, lambda d: d.update(extra=now)))
    assert [each.place for each in diff.changes if each.reason is Reason.METADATA_CHANGED] == [
        "extra"
    ]


def test_a_headline_counts_files_of_metadata_behind_the_rows(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    one = built(tmp_path / "p" / "one", [lake()])
    both = built(tmp_path / "p" / "both", [harbour(), lake()])
    words = headline(compared(one, both))
    assert words == "casualties 1.0.0 -> 1.1.0 (minor): 8 rows added; and 5 files of metadata"


def test_metadata_alone_is_the_headline(package: Path) -> None:
    diff = compared(package, described(package, lambda d: d.update(title="Other")))
    assert headline(diff) == "casualties 1.0.0 -> 1.0.1 (patch): 1 file of metadata"
    assert "other words: title, " in as_text(diff, 20)


def test_all_statements_are_told_on_demand(package: Path) -> None:
    new = described(package, lambda d: d["sources"][1].update(title="Other", rights="None."))
    assert len(lines(compared(package, new), verbose=True)) == 2


def test_names_with_brackets_and_points_stay_whole() -> None:
    change = Change(Reason.METADATA_CHANGED, "sources[a.b [1]]", None, "{}")
    assert change_sentence(change) == "source added: a.b [1]"


def test_rows_are_told_before_metadata(package: Path) -> None:
    rows = changed(package, "casualties", lambda rows: rows[0].update(value=7.0))
    diff = compared(package, described(rows, lambda d: d.update(title="Other")))
    text = as_text(diff, 20)
    assert text.index("value: 120 -> 7") < text.index("other words: title")
