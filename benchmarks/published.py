"""Published: what was measured, in one committed file, from which READMEs and pictures are made.

Counts stand there rather than shares, so that whoever reads them can tell how much is behind them.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.processes import ROOT
from benchmarks.report import FIELD_AIMS, FIELD_NAMES

FILE = ROOT / "benchmarks" / "measured.json"
# The levels of the annotated documents, each counted among those that are right before it.
_LEVELS = {"found": "dataset", "value": "value", "unit": "unit", "measure": "measure"}


def publish(measured: Mapping[str, Any], data: Path, file: Path = FILE) -> None:
    """Put what was measured in place of what stands in the file; what was not stays."""
    known = json.loads(file.read_bytes()) if file.is_file() else {}
    if "examples" in measured:
        sets = measured["examples"]
        known["examples"] = {name: _sample(one, name, data) for name, one in sets.items()}
    if "sentences" in measured:
        known["sentences"] = measured["sentences"]
    if "throughput" in measured:
        known["throughput"] = _speed(measured["throughput"])
    if "peers" in measured:
        known["peers"] = {name: _speed(one) for name, one in measured["peers"].items()}
    file.write_text(json.dumps(known, indent=2, sort_keys=True) + "\n", "utf-8")


def _speed(one: Mapping[str, Any]) -> dict[str, Any]:
    speed = one["kilobytes_per_cpu_second"]
    return {"kilobytes_per_cpu_second": round(speed, None if speed >= 100 else 1)}


def _sample(one: Mapping[str, Any], name: str, data: Path) -> dict[str, Any]:
    levels = one["levels"]
    datasets = [each for each, value in levels["dataset"].items() if isinstance(value, dict)]
    scores = {
        dataset: {
            "annotated": levels["dataset"][dataset]["gold"],
            "read": levels["dataset"][dataset]["predicted"],
            **{ours: levels[theirs][dataset]["tp"] for ours, theirs in _LEVELS.items()},
        }
        for dataset in datasets
    }
    agree = {FIELD_NAMES.get(field, field): share for field, share in one["fields"].items()}
    return {
        "documents": _documents(data)[name],
        "overall": scores.pop("overall"),
        "datasets": scores,
        "fields": {field: round(agree[field], 2) for field in FIELD_AIMS},
        "false_per_1000_words": round(one["false_per_1000_words"], 2),
    }


def _documents(data: Path) -> dict[str, int]:
    """How many documents each set has."""
    listed = (data / "examples" / "check.txt").read_text("utf-8").split()
    check = len([name for name in listed if (data / "examples" / "docs" / f"{name}.txt").exists()])
    return {
        "check": check,
        "tune": len(list((data / "examples" / "docs").glob("*.txt"))) - check,
    }
