"""What was measured is published once: the READMEs and the pictures are made from that file."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks import pictures, published
from plainfigures.packages import load_accuracy
from plainfigures.packages.accuracy import accuracy_sentences

ROOT = Path(__file__).parents[1]


def counts(tp: int, predicted: int, gold: int) -> dict[str, Any]:
    return {"tp": tp, "predicted": predicted, "gold": gold, "f1": 0.5}


def sample(found: int, measure: int) -> dict[str, Any]:
    """The scores of a set as the benchmarks take them from the scorer."""
    right = {"casualties": counts(found, 9, 10), "overall": counts(found + 1, 11, 12)}
    named = {"casualties": counts(measure, 9, 10), "overall": counts(measure + 1, 11, 12)}
    levels = {name: right | {"macro_f1": 0.5} for name in ("dataset", "value", "unit")}
    return {
        "levels": {**levels, "measure": named | {"macro_f1": 0.5}},
        "fields": {"qualifier": 0.967, "group": 0.5, "place": 0.25, "claimed_by": 0.754},
        "false_per_1000_words": 1.256,
    }


MEASURED: dict[str, Any] = {
    "examples": {"tune": sample(9, 9), "check": sample(8, 7)},
    "throughput": {"kilobytes_per_cpu_second": 418.4},
    "commands": {"plainfigures --help": {"wall": 0.06}},
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """As many documents as reference texts would have: two kept aside, one to tune on."""
    docs = tmp_path / "data" / "examples" / "docs"
    docs.mkdir(parents=True)
    for name in ("one", "two", "three"):
        (docs / f"{name}.txt").write_text("A text.\n")
    (docs.parent / "check.txt").write_text("one\ntwo\n")
    return tmp_path / "data"


@pytest.fixture
def file(tmp_path: Path, data: Path) -> Path:
    published.publish(MEASURED, data, tmp_path / "measured.json")
    return tmp_path / "measured.json"


def test_counts_are_published_with_the_number_of_documents(file: Path) -> None:
    found = json.loads(file.read_bytes())
    assert found["examples"]["check"]["documents"] == 2
    assert found["examples"]["tune"]["documents"] == 1
    assert found["examples"]["check"]["datasets"]["casualties"] == {
        "annotated": 10,
        "read": 9,
        "found": 8,
        "value": 8,
        "unit": 8,
        "measure": 7,
    }
    assert found["examples"]["check"]["fields"] == {
        "qualifier": 0.97,
        "counted": 0.5,
        "place": 0.25,
        "attributed_to": 0.75,
    }
    assert found["throughput"] == {"kilobytes_per_cpu_second": 418}
    assert "commands" not in found


def test_what_was_not_measured_again_stays(file: Path, data: Path) -> None:
    before = json.loads(file.read_bytes())
    published.publish({"peers": {"other": {"kilobytes_per_cpu_second": 7.94}}}, data, file)
    after = json.loads(file.read_bytes())
    assert after == {**before, "peers": {"other": {"kilobytes_per_cpu_second": 7.9}}}


def test_a_readme_is_told_the_counts_of_its_dataset_in_plain_words(file: Path) -> None:
    aside, tuned, fields = accuracy_sentences(load_accuracy(file), "casualties")
    assert aside == (
        "In 2 documents that were kept aside while the reader was made, people marked 10 figures "
        "of this dataset. The reader found 8 of these (80 %): 8 with the right value, 8 with the "
        "right unit, too, and 7 with the right measure, too (70 %). It took 9 numbers for such "
        "figures, 1 of them wrongly."
    )
    assert tuned.startswith("In 1 document that the reader was tuned on, people marked 10")
    assert tuned.endswith("none of them wrongly.")
    assert fields == (
        "Of the figures found in the documents that were kept aside while the reader was made, all "
        "datasets together, it gave the qualifier in 97 %, who or what is counted in 50 %, the "
        "place in 25 % and who says so in 75 % as the annotation has it."
    )


def test_a_dataset_that_was_not_measured_alone_is_told_of_all_together(file: Path) -> None:
    aside, *_ = accuracy_sentences(load_accuracy(file), "reading")
    assert "people marked 12 figures of all datasets. The reader found 9 of these (75 %)" in aside


def test_without_the_file_nothing_is_told(tmp_path: Path) -> None:
    assert accuracy_sentences(load_accuracy(tmp_path / "none.json"), "casualties") == []


@pytest.mark.parametrize(
    "text", ["", "[]", '{"examples": {"check": {}}}', '{"examples": {"tune": 3}}']
)
def test_a_file_that_the_benchmarks_did_not_write_is_refused(tmp_path: Path, text: str) -> None:
    from plainfigures.errors import UsageError

    file = tmp_path / "measured.json"
    file.write_text(text)
    with pytest.raises(UsageError, match=r"measured\.json: is not what the benchmarks write"):
        load_accuracy(file)


def test_pictures_show_what_was_published(file: Path, tmp_path: Path) -> None:
    published.publish({"peers": {"other": {"kilobytes_per_cpu_second": 7.94}}}, Path(), file)
    drawn = {path.name: path.read_text() for path in pictures.draw(file, tmp_path)}
    shown = {name: re.findall(r"<text[^>]*>([^<]*)</text>", text) for name, text in drawn.items()}
    # F1 of casualties is 2 * 8 / (9 + 10), and with measure 2 * 7 / 19.
    assert {"casualties", "all together", "84", "74"} <= set(shown["scores.svg"])
    assert {"Plain Figures", "other", "418", "7.9"} <= set(shown["speed.svg"])
    for text in drawn.values():
        assert "<title>" in text


def test_the_pictures_of_the_readme_are_drawn_from_the_published_file(tmp_path: Path) -> None:
    strange = {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "7"}
    code = (
        "import sys; from pathlib import Path; from benchmarks.pictures import draw; "
        "draw(folder=Path(sys.argv[1]))"
    )
    subprocess.run(
        [sys.executable, "-c", code, tmp_path], cwd=ROOT, check=True, env={**os.environ, **strange}
    )
    committed = sorted((ROOT / "docs" / "pictures").iterdir())
    assert [path.name for path in committed] == sorted(path.name for path in tmp_path.iterdir())
    readme = (ROOT / "README.md").read_text("utf-8")
    for path in committed:
        assert path.read_bytes() == (tmp_path / path.name).read_bytes()
        assert f"](docs/pictures/{path.name})" in readme


def test_every_committed_readme_states_what_is_published() -> None:
    accuracy = load_accuracy(ROOT / "benchmarks" / "measured.json")
    for folder in (ROOT / "datasets").glob("*/"):
        text = (folder / "README.md").read_text("utf-8").replace("\\_", "_")
        sentences = accuracy_sentences(accuracy, folder.name)
        assert len(sentences) == 3
        for sentence in sentences:
            assert f"- {sentence}\n" in text
