"""The peers as readers, run by the interpreter of their own environment: it has no library of ours.

Called as `python peer_readers.py PEER TEXTS PREDICTIONS`: TEXTS holds lines `{"id", "text"}`, and
PREDICTIONS gets lines `{"id", "quantities"}`. Prints the CPU seconds of the reading alone, without
imports and a first sentence.
"""

import json
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Quantity = dict[str, Any]
Reader = Callable[[str], list[Quantity]]

_DEGREES = {"C": "celsius", "F": "fahrenheit", "K": "kelvin", "R": "rankine"}


def quantulum() -> Reader:
    """The reader of quantulum3, with its rules alone: its classifier needs models of its own."""
    from quantulum3 import parser  # type: ignore[import-not-found]

    def read(text: str) -> list[Quantity]:
        return [_of_quantulum(each) for each in parser.parse(text)]

    return read


def _of_quantulum(found: Any) -> Quantity:
    name = found.unit.name
    half = found.uncertainty or 0.0
    return {
        "start": found.span[0],
        "end": found.span[1],
        "value_low": found.value - half,
        "value_high": found.value + half,
        "unit": "" if name == "dimensionless" else name,
        "bound": "=",
    }


def recognizers() -> Reader:
    """The models for money, dimensions, temperatures, ages, percentages and numbers, in this order.

    They are made once; of two that overlap the first counts.
    """
    import recognizers_number as plain  # type: ignore[import-not-found]
    import recognizers_number_with_unit as united  # type: ignore[import-not-found]

    units = united.NumberWithUnitRecognizer(plain.Culture.English)
    numbers = plain.NumberRecognizer(plain.Culture.English)
    models = (
        units.get_currency_model(),
        units.get_dimension_model(),
        units.get_temperature_model(),
        units.get_age_model(),
        numbers.get_percentage_model(),
        numbers.get_number_model(),
    )

    def read(text: str) -> list[Quantity]:
        found: list[Quantity] = []
        for model in models:
            for each in model.parse(text):
                one = _of_recognizers(each)
                if one and not any(_overlap(one, other) for other in found):
                    found.append(one)
        return found

    return read


def _of_recognizers(found: Any) -> Quantity | None:
    resolution = found.resolution or {}
    value, unit = resolution.get("value"), resolution.get("unit") or ""
    if not value:
        return None
    if value.endswith("%"):
        value, unit = value[:-1], "percent"
    try:
        number = float(value)
    except ValueError:
        return None
    return {
        "start": found.start,
        "end": found.end + 1,
        "value_low": number,
        "value_high": number,
        "unit": _DEGREES.get(unit, unit),
        "bound": "=",
    }


def _overlap(one: Quantity, other: Quantity) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


PEERS: dict[str, Callable[[], Reader]] = {
    "quantulum3": quantulum,
    "Recognizers-Text": recognizers,
}


def main(peer: str, texts: Path, predictions: Path) -> float:
    """Read all texts; the CPU seconds that it took."""
    warnings.simplefilter("ignore")
    read = PEERS[peer]()
    read("About 3.5 million people paid $20 for 2 kg at 30 degrees.")
    given = list(_records(texts))
    started = time.process_time()
    lines = [json.dumps({"id": each["id"], "quantities": read(each["text"])}) for each in given]
    seconds = time.process_time() - started
    predictions.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return seconds


def _records(texts: Path) -> Iterator[dict[str, str]]:
    with texts.open(encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


if __name__ == "__main__":
    print(main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])))
