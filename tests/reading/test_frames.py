"""Words of one kind in sentences of one kind: each word must be read alike in each sentence.

A block of a file has `frames`, sentences with the number 46 and `_` for a word; the `words` that
may stand there; and the `measure` (none where the number belongs to no dataset), `unit` and other
fields that the 46 has in all of them. What `also` names are the other numbers with a measure. With
`set_field` a word is a pair: the words of the text, and the value of that field.
"""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from plainfigures import strict_yaml
from tests.reading.test_reading import errors

HERE = Path(__file__).parent / "frames"
FIELDS = (
    "measure", "unit", "counted", "value", "qualifier", "place", "reporter", "partner", "flow",
    "direction", "donor", "recipient", "attributed_to", "period", "event",
)  # fmt: skip
KEYS = {"frames", "words", "also", "set_field", *FIELDS}
NUMBER = "46"


def blocks() -> list[Any]:
    """Every block of words and frames, named by its file and first frame."""
    found = []
    for path in sorted(HERE.glob("*.yaml")):
        for number, block in enumerate(strict_yaml.load(path).value, 1):
            start = re.sub(r"[^0-9A-Za-z]+", "-", block["frames"][0])[:48].strip("-")
            found.append(pytest.param(block, id=f"{path.stem}-{number:02}-{start}"))
    return found


def items(block: dict[str, Any]) -> list[dict[str, Any]]:
    """Every frame of a block with every word of it, as items."""
    assert set(block) <= KEYS, f"a block has no {set(block) - KEYS}"
    field = block.get("set_field")
    made = []
    for frame, word in product(block["frames"], block["words"]):
        words, own = (word[0], {field: word[1]}) if field else (word, {})
        fields = {name: block[name] for name in FIELDS if name in block} | own
        figures = [{"number": NUMBER, **fields}] if block["measure"] else []
        text = frame.replace("_", words)
        made.append({"text": text, "figures": [*figures, *block.get("also", [])]})
    return made


@pytest.mark.parametrize("block", blocks())
def test_each_word_is_read_alike_in_each_sentence(block: dict[str, Any]) -> None:
    wrong = {item["text"]: errors(item) for item in items(block)}
    assert not any(wrong.values()), "\n".join(f"{t}: {e}" for t, e in wrong.items() if e)
