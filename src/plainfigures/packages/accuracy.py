"""Accuracy: how right the reader was on annotated documents, in the words of a README.

The counts come from `benchmarks/measured.json`, which `make bench` writes; none is typed by hand.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from plainfigures.errors import UsageError

# What is told of each set of annotated documents, in this order.
_SETS: Final = {
    "check": "that were kept aside while the reader was made",
    "tune": "that the reader was tuned on",
}
_FIELDS: Final = {
    "qualifier": "the qualifier",
    "counted": "who or what is counted",
    "place": "the place",
    "attributed_to": "who says so",
}


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of figures: `annotated`, and `read` as such by the reader.

    Of those read, `found` are annotated, too. Of these, `value` counts those whose value is right,
    `unit` those whose unit is, too, and `measure` those whose measure is, too.
    """

    annotated: int
    read: int
    found: int
    value: int
    unit: int
    measure: int


@dataclass(frozen=True, slots=True)
class Sample:
    """A set of annotated documents: scores by dataset, and of all; the share of right fields."""

    name: str
    documents: int
    datasets: Mapping[str, Score]
    overall: Score
    fields: Mapping[str, float]


Accuracy = Sequence[Sample]


def load_accuracy(path: Path) -> Accuracy:
    """The samples that were measured, those kept aside first; none where there is no such file.

    Raises UsageError where it is not what the benchmarks write.
    """
    if not path.is_file():
        return ()
    try:
        sets = json.loads(path.read_bytes())["examples"]
        return tuple(_sample(name, sets[name]) for name in _SETS if name in sets)
    except (OSError, ValueError, KeyError, TypeError):
        raise UsageError(
            f"{path}: is not what the benchmarks write; write it anew: make bench "
            'ARGS="reading --publish"'
        ) from None


def accuracy_sentences(accuracy: Accuracy, dataset: str) -> list[str]:
    """What was measured of a dataset, a sentence or two a sample, then of the fields of a figure.

    A dataset that was not measured on its own is told what holds for all together.
    """
    sentences = [_told(sample, dataset) for sample in accuracy]
    fields = next((sample for sample in accuracy if sample.fields), None)
    if fields is not None:
        agree = [
            f"{words} in {_percent(fields.fields[name])}"
            for name, words in _FIELDS.items()
            if name in fields.fields
        ]
        sentences.append(
            f"Of the figures found in the documents {_SETS[fields.name]}, all datasets together, "
            f"it gave {', '.join(agree[:-1])} and {agree[-1]} as the annotation has it."
        )
    return sentences


def _told(sample: Sample, dataset: str) -> str:
    score = sample.datasets.get(dataset, sample.overall)
    what = "figures of this dataset" if dataset in sample.datasets else "figures of all datasets"
    documents = "document" if sample.documents == 1 else "documents"
    extra = score.read - score.found
    more = "none of them wrongly" if extra == 0 else f"{extra} of them wrongly"
    return (
        f"In {sample.documents} {documents} {_SETS[sample.name]}, people marked "
        f"{score.annotated} {what}. The reader found {score.found} of these "
        f"({_share(score.found, score.annotated)}): "
        f"{score.value} with the right value, {score.unit} with the right unit, too, and "
        f"{score.measure} with the right measure, too ({_share(score.measure, score.annotated)}). "
        f"It took {score.read} numbers for such figures, {more}."
    )


def _share(part: int, whole: int) -> str:
    return _percent(part / whole) if whole else "none to find"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _sample(name: str, record: Mapping[str, Any]) -> Sample:
    return Sample(
        name=name,
        documents=int(record["documents"]),
        datasets={each: _score(counts) for each, counts in sorted(record["datasets"].items())},
        overall=_score(record["overall"]),
        fields={each: float(share) for each, share in record["fields"].items()},
    )


def _score(counts: Mapping[str, Any]) -> Score:
    return Score(**{name: int(counts[name]) for name in Score.__slots__})
