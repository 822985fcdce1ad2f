"""Reading: how right `extract` is on annotated documents and sentences, by their own scorers."""

import json
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from benchmarks import adapter
from benchmarks.processes import BenchmarkError, command, python, run
from benchmarks.progress import Tell

SENTENCES = ("news", "units", "numbers", "ranges", "science")
SETS = ("tune", "check")
LEVELS = ("dataset", "value", "unit", "measure")


def examples(data: Path, tell: Tell) -> dict[str, Any]:
    """The scores of the annotated documents, by set.

    Each has `levels` (a level to precision, recall and f1: overall and by dataset), `fields` (the
    share that agrees) and `false_per_1000_words` of the documents without figures.
    """
    with tempfile.TemporaryDirectory() as scratch:
        predictions = predict_examples(data, Path(scratch), tell)
        scored = {}
        for name in SETS:
            out = Path(scratch) / f"{name}.json"
            _score(data / "examples" / "score.py", predictions, "--set", name, "--json", out)
            scored[name] = _scores(json.loads(out.read_bytes()))
    return scored


def sentences(data: Path, tell: Tell) -> dict[str, Any]:
    """The scores of the annotated sentences, by file: a level to P, R and F1, in per cent."""
    scored = {}
    with tempfile.TemporaryDirectory() as scratch:
        for name in SENTENCES:
            predictions = predict_sentences(data, name, Path(scratch), tell)
            scored[name] = score_sentences(data, name, predictions)
    return scored


def errors(data: Path, count: int, tell: Tell) -> Iterable[str]:
    """The misses and extras: all of the tuning documents, up to `count` of each sentence file.

    The documents of the set `check` are for scores alone and never shown.
    """
    with tempfile.TemporaryDirectory() as scratch:
        predictions = predict_examples(data, Path(scratch), tell)
        script = data / "examples" / "score.py"
        yield _score(script, predictions, "--set", "tune", "--list")
        for name in SENTENCES:
            predictions = predict_sentences(data, name, Path(scratch), tell)
            gold = data / "benchmarks" / "data" / f"{name}.jsonl"
            script = data / "benchmarks" / "score.py"
            yield _score(script, gold, predictions, "--errors", str(count))


def missing(data: Path) -> Path | None:
    """What is not there of the folder with the reference texts, or None."""
    needed = (data, data / "examples" / "docs", data / "benchmarks" / "data")
    return next((path for path in needed if not path.is_dir()), None)


def not_there(missing: Path) -> str:
    """What to say of it."""
    return (
        f"{missing}: no such folder, and the reference texts are read from it; "
        "name the one that holds them: --data DIR"
    )


def predict_examples(data: Path, scratch: Path, tell: Tell) -> Path:
    """Read all documents in one call; the file of predictions."""
    tell("reading the example documents")
    files = sorted((data / "examples" / "docs").glob("*.txt"))
    records = extract({file.stem: file.read_text("utf-8") for file in files}, scratch)
    return write_lines(scratch / "examples.predictions.jsonl", adapter.mentions(records))


def predict_sentences(data: Path, name: str, scratch: Path, tell: Tell) -> Path:
    """Read all sentences of a file in one call; the file of predictions."""
    tell(f"reading the sentences of {name}")
    texts = sentence_texts(data, name)
    records = extract(texts, scratch, "--set-aside")
    return write_lines(scratch / f"{name}.predictions.jsonl", adapter.quantities(records, texts))


def sentence_texts(data: Path, name: str) -> dict[str, str]:
    """The texts of a file of sentences by id."""
    with (data / "benchmarks" / "data" / f"{name}.jsonl").open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    return {record["id"]: record["text"] for record in records if "_meta" not in record}


def score_sentences(data: Path, name: str, predictions: Path) -> dict[str, Any]:
    """Run the scorer of the sentences on a file of predictions."""
    gold = data / "benchmarks" / "data" / f"{name}.jsonl"
    scored = json.loads(_score(data / "benchmarks" / "score.py", gold, predictions, "--json"))
    return {level: value for level, value in scored.items() if isinstance(value, dict)}


def extract(texts: Mapping[str, str], scratch: Path, *options: str) -> list[dict[str, Any]]:
    """What the installed command prints for the texts: one call, as a user makes it."""
    given, taken = scratch / "texts.jsonl", scratch / "figures.jsonl"
    # A text without a word holds no number, and is none that the command takes.
    write_lines(given, ({"id": name, "text": text} for name, text in texts.items() if text.strip()))
    run(
        [*command(), "extract", "--jsonl", "--format", "jsonl", *options, "-"],
        stdin=given,
        stdout=taken,
    )
    with taken.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def write_lines(path: Path, records: Iterable[Mapping[str, Any]]) -> Path:
    """Write JSON lines; the path again."""
    with path.open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    return path


def _score(script: Path, *arguments: str | Path) -> str:
    done = subprocess.run(
        [python(), str(script), *map(str, arguments)], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise BenchmarkError(f"{script.name} exited with {done.returncode}: {done.stderr[-2000:]}")
    return done.stdout


def _scores(whole: Mapping[str, Any]) -> dict[str, Any]:
    """What may be shown of either set: no document's name, none of its words."""
    return {
        "levels": {level: whole["levels"][level] for level in LEVELS},
        "fields": {name: field["agree"] for name, field in whole["fields"].items()},
        "false_per_1000_words": whole["no_figure_documents"]["per_1000_words"],
    }
