"""Portions: bare numbers that go on with percentages told before ("Romania accounts for 22.7")."""

from plainfigures.figures.triggers.match import Carried, Match
from plainfigures.prose.nouns.changes import LEVELS, movements
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.words.helpers import BE, before_adverbs
from plainfigures.prose.words.lexicon import verb_lemmas
from plainfigures.prose.words.signs import CLOSERS
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_WHOLE = 100
_MOVES = frozenset(("up", "down"))
_SAME = frozenset("it they that this these".split())
_AFTER = CLOSERS | frozenset("in by last this a while but or then".split())
_STANDING = ("stand", "be", "run", "remain", "stay")
_HOLDING = ("reach", "represent", "hit", "touch", "near", "approach")
_PAIRS = {"for": ("account",), "up": ("make", "take"), "at": _STANDING}
_MORE_OF_SHARE = "more of a share told before"


def mark(scan: Scan, carried: Carried) -> frozenset[int]:
    """Make percentages of the bare numbers that are some; the places of these among all.

    The text has told of percentages of trade, and a verb leads to a number that names no noun.
    """
    told = carried.matches.get("percent")
    if told is None or told.measure is None:
        return frozenset()
    found = [
        index
        for index, q in enumerate(scan.quantities)
        if q.kind == "bare" and q.unit is None and 0 < (q.value or 0) <= _WHOLE
        if scan.tokens.at(q.last) in _AFTER and _is_led(scan.tokens, q)
    ]
    for index in found:
        q = scan.quantities[index]
        q.kind, q.unit, q.inherited = "percent", "percent", True
    return frozenset(found)


def _is_led(tokens: Tokens, q: Quantity) -> bool:
    word, k = tokens.word, before_adverbs(tokens.word, q.phrase_first - 1)
    if k < 1:
        return False
    if word[k] in BE:  # "it was still 21.5"
        return word[before_adverbs(word, k - 1)] in _SAME
    if word[k] in verb_forms(_HOLDING):
        return True
    if word[k] in _PAIRS:
        return not set(_PAIRS[word[k]]).isdisjoint(verb_lemmas(word[k - 1]))
    if word[k - 1] in _MOVES and word[k] == "by":
        return True  # "crept up by barely 1.4"
    return word[k - 1] in movements() and (word[k] in LEVELS or word[k] == "by")


class Portions:
    """Gives the marked numbers of one sentence the share that they go on with."""

    def __init__(self, marked: frozenset[int], carried: Carried, parts: frozenset[str]) -> None:
        """`parts` are the measures that are shares."""
        self._marked = marked
        self._carried = carried
        self._parts = parts

    def tell(self, _quantities: list[Quantity], matches: list[Match]) -> None:
        """ "Paper was 41 per cent of exports. It is now 36": the same share at another time."""
        told = self._carried.matches.get("percent", Match())
        for index in self._marked:
            if matches[index].measure is None and told.measure in self._parts:
                matches[index] = told.handed_on(_MORE_OF_SHARE, keep_trigger=False)
