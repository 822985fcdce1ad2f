"""From one word of the essay to a reader of the release: nothing more is told, and nothing less."""

import json
from pathlib import Path

import pytest

from plainfigures.client import Settings, load, origin
from tests.client.server import serving
from tests.scratch import reword, run

pytestmark = pytest.mark.faults

ESSAY = "seeds/pashayeva-2024/pashayeva-2024.txt"
BEFORE, AFTER = "613 civilians", "614 civilians"
# The id of the number that is another now; and the figures that are told in the same sentence.
WAS, NOW = "pashayeva-2024-79f7fccc", "pashayeva-2024-62318c9e"
BESIDE = {f"pashayeva-2024-{digits}" for digits in ("d34c7996", "73d6c834", "d389f93e")}


def released(checkout: Path, day: str, served: dict[str, str]) -> None:
    for arguments in (["build"], ["publish", "../out", "--day", day]):
        done = run(arguments, checkout, served)
        assert done.returncode == 0, done.stderr


def test_a_changed_word_is_a_release_that_says_exactly_that_and_the_old_one_still_loads(
    checkout: Path, tmp_path: Path, served: dict[str, str]
) -> None:
    assert not (checkout / "releases").exists()
    released(checkout, "2026-11-24", served)
    out = tmp_path / "out"
    with serving(out) as server:
        settings = Settings(server.address, tmp_path / "cache")
        old = load("casualties", settings=settings)
        assert origin(old).version == "1.0.0"

        reword(checkout / ESSAY, BEFORE, AFTER)
        released(checkout, "2026-11-25", served)

        new = load("casualties", version="latest", settings=settings)
        assert origin(new).version == "1.1.0"
        for cache in ("cache", "another"):
            again = load("casualties", "1.0.0", settings=Settings(server.address, tmp_path / cache))
            assert again.equals(old)

    # The rows: one has another number and so another id, those beside it another sentence.
    rows, rows_before = ({row["figure_id"]: row for row in t.to_pylist()} for t in (new, old))
    assert rows.keys() - rows_before.keys() == {NOW}
    assert rows_before.keys() - rows.keys() == {WAS}
    for figure in rows.keys() - {NOW}:
        cells = dict(rows_before[figure])
        if figure in BESIDE:  # a reference follows the id, which no diff calls a change
            cells["sentence"] = cells["sentence"].replace(BEFORE, AFTER)
            cells["part_of"] = NOW if cells["part_of"] == WAS else cells["part_of"]
        assert rows[figure] == cells
    changed = {"value", "value_low", "value_high", "quote", "sentence", "figure_id"}
    assert {name for name, cell in rows[NOW].items() if cell != rows_before[WAS][name]} == changed

    # The diff says that, and which texts and sums are others for it.
    diff = json.loads((out / "casualties/casualties-1.1.0.diff.json").read_bytes())
    assert (diff["version_before"], diff["version"], diff["level"]) == ("1.0.0", "1.1.0", "minor")
    assert diff["not_compared"] == []
    told = {
        (row["table"], row["row"]): (row["change"], {cell["column"] for cell in row["cells"]})
        for row in diff["rows"]
    }
    assert told == {
        ("casualties", NOW): ("reidentified", changed),
        **{("casualties", figure): ("changed", {"sentence"}) for figure in BESIDE},
        ("spans", f"{NOW}, 1"): ("changed", {"quote"}),
        ("paragraphs", "pashayeva-2024, 28"): ("changed", {"text"}),
        ("documents", "pashayeva-2024"): ("changed", {"source_sha256", "text_sha256"}),
    }
    assert {each["reason"] for each in diff["changes"]} == {
        "metadata_changed",
        "documentation_changed",
    }
    values = {cell["column"]: (cell["was"], cell["now"]) for cell in diff["rows"][0]["cells"]}
    assert values["value"] == ("613", "614")
    assert values["figure_id"] == (WAS, NOW)

    # The changelog has it in words, above what it said before.
    changelog = (out / "casualties/1.1.0/CHANGELOG.md").read_text("utf-8")
    step, first = changelog.split("## 1.0.0\n")
    assert "## 1.1.0\n\nA minor step: 3 rows changed, 1 re-identified.\n" in step
    assert f"- re-identified `{NOW}`: was {WAS}; value: 613 -\\> 614;" in step
    assert step.count("- changed `") == len(BESIDE)
    assert first == (out / "casualties/1.0.0/CHANGELOG.md").read_text("utf-8").split("1.0.0\n")[1]

    # The other datasets quote other sentences, so of them the sums of the essay alone are new.
    for dataset in ("aid_amounts", "mines", "return_targets", "trade_percentages"):
        diff = json.loads((out / dataset / f"{dataset}-1.0.1.diff.json").read_bytes())
        assert [(row["table"], row["change"]) for row in diff["rows"]] == [("documents", "changed")]
