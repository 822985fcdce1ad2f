"""The forms of a comparison: JSON by its published schema, text and Markdown for people."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from plainfigures.releases.as_json import as_json, schema_bytes
from plainfigures.releases.changelog import changelog
from plainfigures.releases.difference import PackageDiff
from plainfigures.releases.markdown import as_markdown
from plainfigures.releases.reasons import Incomparable, Reason, RowChange, Withdrawal
from plainfigures.releases.text import as_text
from plainfigures.releases.words import contrasted
from tests.releases.sample import changed, columns_of, compared, copied, described


def change(rows: list[dict[str, Any]]) -> None:
    gone = rows.pop(0)
    rows[0]["value"] = 46.0
    rows.append({**gone, "figure_id": "harbour-2021-0000000a", "measure": "injured"})


@pytest.fixture
def diff(package: Path) -> PackageDiff:
    rows = changed(package, "casualties", change)
    new = described(rows, lambda d: columns_of(d)[2].update(unit="thousand", title="<b>|other"))
    return compared(package, new)


def test_json_keeps_to_its_schema_and_says_everything(diff: PackageDiff, package: Path) -> None:
    schema = json.loads(schema_bytes())
    jsonschema.Draft202012Validator.check_schema(schema)
    for each in (diff, compared(package, copied(package))):
        jsonschema.validate(json.loads(json.dumps(as_json(each), allow_nan=False)), schema)
    told = as_json(diff)
    assert told["equal"] is False
    assert (told["level"], told["next_version"]) == ("major", "2.0.0")
    assert [row["change"] for row in told["rows"]] == ["withdrawn", "changed", "added"]
    stated = {each["column"]: (each["was"], each["now"]) for each in told["rows"][0]["cells"]}
    assert (stated["measure"], stated["value"]) == (("killed", None), ("120", None))
    assert {"column": "measure", "was": None, "now": "injured"} in told["rows"][2]["cells"]
    assert told["rows"][1]["cells"] == [{"column": "value", "was": "45", "now": "46"}]
    assert told["tables"][0]["rows_before"] == 10


def test_the_schema_names_every_word_of_the_closed_sets() -> None:
    schema = json.loads(schema_bytes())["properties"]
    row = schema["rows"]["items"]["properties"]
    assert schema["reasons"]["items"]["enum"] == [each.word for each in Reason]
    assert row["change"]["enum"] == [each.value for each in RowChange]
    assert row["reason"]["enum"] == [each.value for each in Withdrawal]
    why = schema["not_compared"]["items"]["properties"]["why"]["enum"]
    assert why == [each.value for each in Incomparable]


def test_text_tells_first_what_is_lost(diff: PackageDiff) -> None:
    text = as_text(diff, 20)
    order = ["casualties 1.0.0 -> 2.0.0 (major)", "  replaced", "value: 45 -> 46", "unit"]
    places = [text.index(each) for each in order]
    assert places == sorted(places)
    assert text.splitlines()[-1] == "rows as before: spans, paragraphs, documents, anomalies"


def test_so_many_rows_are_shown_and_the_others_counted(package: Path) -> None:
    new = changed(package, "casualties", lambda rows: [r.update(value=1.0) for r in rows] and None)
    text = as_text(compared(package, new), 3)
    assert "    and 7 more; --verbose or --format json lists all" in text
    assert len(as_json(compared(package, new))["rows"]) == 10


def test_no_letter_of_a_text_can_steer_a_terminal(package: Path) -> None:
    def sly(rows: list[dict[str, Any]]) -> None:
        rows[0]["counted"] = "a\x1b[2Jb\u202ec\u2028d"
        rows[1]["figure_id"] = "lake\x1b[2J\n\u202e"

    diff = compared(package, changed(package, "casualties", sly))
    assert "a\\u001b[2Jb\\u202ec d" in as_text(diff, 20)
    for text in (as_text(diff, 20), as_markdown(diff, 20)):
        assert "lake\\u001b[2J\\u000a\\u202e" in text
        assert "\x1b" not in text
        assert "\u202e" not in text


def test_markdown_shows_marks_as_they_are(diff: PackageDiff) -> None:
    text = as_markdown(diff)
    assert "\\<b\\>" in text
    assert "<b>" not in text
    assert text.startswith("## casualties 1.0.0")


def test_long_texts_are_cut_to_what_differs() -> None:
    before, after = "word " * 40, " word" * 40
    was, now = contrasted(f"{before}one{after}", f"{before}two{after}", "")
    assert was == "…word word word word one word word word word…"
    assert now == was.replace("one", "two")
    assert contrasted("a" * 64, "b" * 64, "") == ("aaaaaaaa…", "bbbbbbbb…")
    assert contrasted(None, "x", "nothing") == ("nothing", "x")
    long = "x" * 90
    assert contrasted(long, long + "y", "")[1].endswith("y")


def test_the_changelog_grows_on_top_and_keeps_what_it_said(
    diff: PackageDiff, package: Path
) -> None:
    before = (package / "CHANGELOG.md").read_bytes()
    after = changelog(diff, before).decode()
    assert after.startswith(
        "# Changelog of Casualties and displacement\n\n## 2.0.0\n\nA major step"
    )
    assert after.endswith(before.decode().partition("\n\n")[2])
    assert "- replaced `harbour-2021-0000000a`: was harbour-2021-" in after
    assert "“120 villagers”: killed 120 person -\\> injured 120 person" in after
    assert changelog(diff, b"").decode().count("\n## ") == 1
