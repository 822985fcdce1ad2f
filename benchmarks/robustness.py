"""Robustness: how often a neutral change of a sentence changes what is read of it.

The sentences are those of the project's own tests, which are all read rightly. A change (an
opening, an insertion, an adverb, a quotation) leaves what a sentence states as it was.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.progress import Tell
from plainfigures import definitions, documents, strict_yaml
from plainfigures.figures import Reader
from plainfigures.figures.record import Records

ROOT = Path(__file__).parents[1]
# One sentence in so many is measured.
STRIDE = 8
FIELDS = ("measure", "value", "value_low", "value_high", "unit", "qualifier")

# A change of a text; None where it cannot be made.
Change = Callable[[str], str | None]

OPENINGS = (
    "On Tuesday, ",
    "Officials said that ",
    "According to the ministry, ",
    "Meanwhile, ",
    "There is no doubt that ",
    "After months of talks, ",
    "While the talks went on, ",
    "In a letter to the council, the minister wrote that ",
)
ENDINGS = (
    ", officials said",
    ", with no sign of an end",
    ", because the bridge was down",
    " without warning",
    " and the school was closed",
    "; the school was closed",
    ", but the talks went on",
    " (see the annex)",
)
INSERTIONS = (
    ", officials said,",
    ", according to the ministry,",
    ", however,",
    ", as everybody knows,",
    ", most of them young,",
    " (see the map)",
    " \u2013 it was a Monday \u2013",
)
ADVERBS = ("also", "already", "later", "so far", "reportedly", "in fact", "officially")
AROUND = ("\u201c{}\u201d", "She said: \u201c{}\u201d", "- {}", "(a) {}", "The road is closed. {}")
# The same in other words: a pattern, and what is put in its place.
OTHER_WORDS = (
    (r"(?<=\d )people\b", "men and women"),
    (r"(?<=\d )people\b", "women and children"),
    (r"(?<=\d )people\b", "villagers"),
    (r"(?<=\d )people\b", "human beings"),
    (r"(?<=[a-z] )(?:some|about) (?=\d)", "an estimated "),
    (r"(?<=\d) per ?cent\b", "%"),
    (r"(?<=\d),(?=\d{3}\b)", "\u202f"),
)
AFTER = ("{} The council met again on Friday.", "{}\n\nThe road is closed.")

# Words with which a sentence may go on in lower case behind an opening.
_PLAIN = frozenset(
    "the a an some about around nearly almost over more at as no of in on by for from with after "
    "before when while during since under up to its his her their our it he she we they there "
    "this that these those most only both another other many several few half two three four "
    "five six seven eight nine ten twelve twenty between among although because if".split()
)
_VERBS = (
    r"(?=(?:[a-z]+ed|killed|hurt|laid|sent|given|put|found|shot|held|lost|made|paid|taken|spent|"
    r"brought|driven|sold|bought|come|gone|fled|left|grown|risen|fallen|been)\b)"
)
_BEFORE_VERB = re.compile(rf"(?<=\w) (?=(?:were|was|have|has|had) {_VERBS})")
_IN_VERB = re.compile(rf"\b(were|was|have|has|had) {_VERBS}")
_SEVERAL = re.compile(r"[.!?][\u201d\")]* +\S|[\u201c\u201d\"?\n]|^[^\w]|^[A-Z][\w ,.-]{2,40}:")


def changes() -> dict[str, list[Change]]:
    """The changes by where they are made."""
    return {
        "before it": [_opened(words) for words in OPENINGS],
        "behind it": [_ended(words) for words in ENDINGS],
        "before its verb": [_put(_BEFORE_VERB, f"{words} ") for words in INSERTIONS],
        "within its verb": [_put(_IN_VERB, rf"\1 {words} ") for words in ADVERBS],
        "in other words": [_put(re.compile(words), other) for words, other in OTHER_WORDS],
        "around it": [_framed(frame) for frame in (*AROUND, *AFTER)],
    }


def robustness(tell: Tell) -> dict[str, Any]:
    """How many changed sentences were read, and how many read otherwise, by kind of change."""
    found = {name: {"changed": 0, "differ": 0} for name in changes()}
    for name, _, _, differs in _readings(tell):
        found[name]["changed"] += 1
        found[name]["differ"] += differs
    return found


def examples(count: int, tell: Tell) -> Iterator[str]:
    """Up to `count` changed sentences of each kind that are read otherwise."""
    left = dict.fromkeys(changes(), count)
    for name, text, _, differs in _readings(tell):
        if differs and left[name]:
            left[name] -= 1
            yield f"{name}: {text}"


def _readings(tell: Tell) -> Iterator[tuple[str, str, str, bool]]:
    """The kind of a change, the changed text, the text before, and whether the readings differ."""
    known = definitions.load(ROOT / "schemas")
    reader, records = Reader(known), Records(known)

    def stated(text: str) -> list[tuple[Any, ...]]:
        figures = reader.read(documents.document_of_text("t", text)).figures
        rows = [records.of(figure) for figure in figures]
        return sorted((tuple(row[f] for f in FIELDS) for row in rows if row["measure"]), key=str)

    kinds = changes()
    for text in _sentences():
        tell(text[:60])
        before = stated(text)
        for name, made in kinds.items():
            for change in made:
                changed = change(text)
                if changed is not None:
                    yield name, changed, text, stated(changed) != before


def _sentences() -> Iterator[str]:
    """One in STRIDE of the single sentences of the tests that are read rightly."""
    files = sorted((ROOT / "tests" / "reading").glob("*.yaml"))
    items = [item for path in files for item in strict_yaml.load(path).value]
    texts = [item["text"].strip() for item in items if "limit" not in item]
    yield from [text for text in texts if text.endswith(".") and not _SEVERAL.search(text)][
        ::STRIDE
    ]


def _opened(words: str) -> Change:
    def change(text: str) -> str:
        first = text.partition(" ")[0]
        return words + (text[0].lower() + text[1:] if first.lower() in _PLAIN else text)

    return change


def _ended(words: str) -> Change:
    return lambda text: f"{text[:-1]}{words}."


def _framed(frame: str) -> Change:
    return frame.format


def _put(place: re.Pattern[str], words: str) -> Change:
    def change(text: str) -> str | None:
        changed = place.sub(words, text, count=1)
        return None if changed == text else changed

    return change
