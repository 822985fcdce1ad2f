"""What a careful editor would flag in the source, found in the text alone."""

import re

from plainfigures.documents import Document
from plainfigures.figures.sentence import Sentence
from plainfigures.prose.dates import Date

_GARBLED_HYPHEN = re.compile(
    r"\w+(?: [\u2010\u2011] ?| ?[\u2010\u2011] )\w+(?: ?[\u2010\u2011] ?\w+)*|\d+ - \w+ - \w+"
)
_MISSING_SPACE = re.compile(
    r"(?<![\w@/.])[^\W\d_]{3,}[.!?](?=[A-Z][a-z]+\b(?!\.[a-z]{2,3}\b))[A-Z][a-z]+"
)
_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)+")
_FUTURE = frozenset(
    "will shall would should plan plans planned planning envisage envisaged envisages foresee foreseen foresees "
    "schedule scheduled expect expected expects target targets effective deadline due aim aims intend "
    "intends intended announce announced pledge pledged commit committed propose proposed forecast projected hope hopes "
    "going upcoming forthcoming future next onwards expire expires".split()
)
_LIMITS = frozenset(("by", "until", "till", "to", "through", "before"))
_PRESENT = frozenset(("is", "are"))


def garbled_hyphens(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Hyphens torn apart by spaces ("30 - year - long" with non-breaking hyphens)."""
    return [match.span() for match in _GARBLED_HYPHEN.finditer(text, start, end)]


def missing_spaces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence's end that runs on ("percent.Thus")."""
    return [match.span() for match in _MISSING_SPACE.finditer(text, start, end)]


def lost_hyphens(document: Document) -> list[tuple[int, int]]:
    """Words that the document itself writes with a hyphen elsewhere ("onesided", "one-sided")."""
    text = document.text
    joined = {}
    for match in _COMPOUND.finditer(text):
        parts = re.split(r"[-\u2010\u2011]", match.group())
        joined["".join(parts).casefold()] = match.group()
    if not joined:
        return []
    plain: dict[str, list[tuple[int, int]]] = {}
    for match in _WORD.finditer(text):
        word = match.group()
        if len(word) >= 6:
            key = word.casefold()
            if key in joined:
                before = text[match.start() - 1 : match.start()]
                after = text[match.end() : match.end() + 1]
                if (
                    before not in "-\u2010\u2011"
                    and after not in "-\u2010\u2011"
                    or not before
                    and not after
                ):
                    plain.setdefault(key, []).append(match.span())
    found = []
    for key, spans in plain.items():
        inner = (
            any(c.isupper() for c in text[spans[0][0] + 1 : spans[0][1]])
            and not text[spans[0][0] : spans[0][1]].isupper()
        )
        hyphened = sum(
            1
            for match in _COMPOUND.finditer(text)
            if re.sub(r"[-\u2010\u2011]", "", match.group()).casefold() == key
        )
        if inner or hyphened >= len(spans) and text[spans[0][0]].islower():
            found.extend(spans)
    return sorted(found)


def date_after(sentence: Sentence, date: Date, document_date: str | None) -> bool:
    """Whether an event is dated after the document though nothing says that it is planned."""
    if not document_date or date.start is None or date.kind != "date":
        return False
    if date.start <= document_date[: len(date.start)]:
        return False
    word = sentence.tokens.word
    low, high = max(0, date.first - 14), min(len(word), date.last + 14)
    near = word[low:high]
    if any(w in _FUTURE for w in near):
        return False
    for k in range(low, high - 1):
        if word[k] in _PRESENT and word[k + 1].endswith("ing"):
            return False
    return _LIMITS.isdisjoint(word[max(0, date.first - 3) : date.first])
