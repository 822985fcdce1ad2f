"""`python -m benchmarks.peers`: other readers of quantities side by side with ours, in one run."""

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from benchmarks import pictures, published, reader_speed, reading, report
from benchmarks.options import data_option, json_option, publish_option
from benchmarks.peer_readers import PEERS
from benchmarks.processes import ROOT, BenchmarkError, environment
from benchmarks.progress import Tell, console, told

LOCK = ROOT / "requirements" / "peers.txt"
HOME = ROOT / ".cache" / "peers"
OURS = "Plain Figures"
_READERS = Path(__file__).with_name("peer_readers.py")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@data_option
@json_option
@publish_option
def main(data: Path, target: Path | None, publish: bool) -> None:
    """Measure the peers on the reference texts, in an environment of their own in .cache/peers."""
    missing = reading.missing(data)
    if missing:
        raise click.UsageError(reading.not_there(missing))
    try:
        with (
            tempfile.TemporaryDirectory(prefix="plainfigures-peers-") as folder,
            told("peers") as tell,
        ):
            measured = compare(data, Path(folder), tell)
    except BenchmarkError as error:
        raise click.ClickException(str(error)) from error
    report.show("peers", measured, console())
    if target:
        target.write_text(json.dumps(measured, indent=1) + "\n", "utf-8")
    if publish:
        published.publish({"peers": measured}, data)
        pictures.draw()


def compare(data: Path, scratch: Path, tell: Tell) -> dict[str, Any]:
    """By reader: the scores of each file of sentences, and kilobytes per CPU-second."""
    interpreter = prepare(tell)
    speed = reader_speed.throughput(data, scratch, 5, tell)["kilobytes_per_cpu_second"]
    measured: dict[str, Any] = {
        OURS: {"scores": reading.sentences(data, tell), "kilobytes_per_cpu_second": speed}
    }
    paragraphs = reader_speed.join_documents(data).split("\n\n")
    texts = {str(number): text for number, text in enumerate(paragraphs)}
    size = sum(len(text.encode()) for text in paragraphs) / 1024
    for peer in PEERS:
        tell(f"{peer}: reading the example documents")
        _, seconds = _read(interpreter, peer, texts, scratch)
        scores = {}
        for name in reading.SENTENCES:
            tell(f"{peer}: reading the sentences of {name}")
            sentences = reading.sentence_texts(data, name)
            predictions, _ = _read(interpreter, peer, sentences, scratch)
            scores[name] = reading.score_sentences(data, name, predictions)
        measured[peer] = {"scores": scores, "kilobytes_per_cpu_second": size / seconds}
    return measured


def prepare(tell: Tell) -> Path:
    """The interpreter of the peers' environment, made anew where its lock has changed."""
    interpreter, stamp = HOME / "bin" / "python", HOME / "lock.sha256"
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text("utf-8") == digest and interpreter.exists():
        return interpreter
    tell(f"installing the peers into {HOME.relative_to(ROOT)}; the first time this downloads them")
    shutil.rmtree(HOME, ignore_errors=True)
    _call(sys.executable, "-m", "venv", str(HOME))
    # What comes as a source alone is built by the locked setuptools, so that comes first.
    builder = HOME / "builder.txt"
    builder.write_text(_entry(LOCK.read_text("utf-8"), "setuptools"), "utf-8")
    for lock in (builder, LOCK):
        _call(
            *(str(interpreter), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"),
            *("--no-deps", "--require-hashes", "--no-build-isolation", "--use-pep517"),
            *("-r", str(lock)),
        )
    stamp.write_text(digest, "utf-8")
    return interpreter


def _entry(lock: str, package: str) -> str:
    """The lines of one package in a lock, its hashes included."""
    lines = iter(lock.splitlines())
    kept = []
    for line in lines:
        if line.startswith(f"{package}=="):
            kept.append(line)
            while kept[-1].endswith("\\"):
                kept.append(next(lines))
            return "\n".join(kept) + "\n"
    raise BenchmarkError(f"{LOCK.name} does not lock {package}; run make lock")


def _read(
    interpreter: Path, peer: str, texts: Mapping[str, str], scratch: Path
) -> tuple[Path, float]:
    """The file of a peer's predictions and the CPU seconds that it read."""
    given, predictions = scratch / "texts.jsonl", scratch / "predictions.jsonl"
    reading.write_lines(given, ({"id": name, "text": text} for name, text in texts.items()))
    said = _call(str(interpreter), str(_READERS), peer, str(given), str(predictions))
    return predictions, float(said)


def _call(*arguments: str) -> str:
    done = subprocess.run(arguments, capture_output=True, text=True, check=False, env=environment())
    if done.returncode != 0:
        shown = " ".join(Path(each).name for each in arguments[:4])
        raise BenchmarkError(f"{shown} exited with {done.returncode}: {done.stderr[-2000:]}")
    return done.stdout


if __name__ == "__main__":
    main(prog_name="python -m benchmarks.peers")
