"""Portions: numbers that go on with percentages told before ("Romania accounts for 22.7")."""

import re

from plainfigures.figures.triggers.match import Carried, Match
from plainfigures.prose.nouns.changes import COMPARATIVES, LEVELS, movements
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.quantities.slots import SHARES, SHARING
from plainfigures.prose.words.closed import POINTERS
from plainfigures.prose.words.helpers import BE, before_adverbs
from plainfigures.prose.words.lexicon import nouns, singular, verb_lemmas
from plainfigures.prose.words.signs import CLOSERS
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_WHOLE = 100
_MOVES = frozenset(("up", "down"))
_REST = frozenset(("rest", "remainder"))
_AFTER = CLOSERS | frozenset("in by last this a while but or then".split())
_STANDING = ("stand", "be", "run", "remain", "stay")
_HOLDING = (*SHARES, "reach", "hit", "touch", "near", "approach")
# What somebody does who has a number of his own for the same.
_RECKONING = ("prefer", "favour", "favor", "reckon", "guess", "calculate", "estimate", "suggest")
_DATED = frozenset(("then", "now", "today", "nowadays", "earlier", "previously"))
# "Last year?", "And in 2008?": a question of time alone before the sentence that answers it.
_WHEN = re.compile(
    r"(?:\A|[.?!:;\n]\W*)(?:(?:and|but) )?(?:(?:(?:in|by|for|as of|back in) )?(?:1[89]|20)\d\d"
    r"|(?:last|this|the next|the following) (?:year|month|quarter|decade|season)"
    r"|(?:the|a|one|\w{3,6}) (?:years?|decades?|months?) (?:before|earlier|later|ago|on|after)"
    r"|now(?:adays)?|today|then|before)\?\W*\Z",
    re.IGNORECASE,
)
_WHEN_REACH = 40
_PAIRS = {**SHARING, "up": ("make", "take"), "at": _STANDING}
_MORE_OF_SHARE = "more of a share told before"


def mark(scan: Scan, carried: Carried) -> frozenset[int]:
    """Make percentages of the bare numbers that are some; the places of these among all.

    The text has told of percentages of trade, and a verb leads to a number that names no noun;
    or what is told is only said of another time.
    """
    tokens, quantities = scan.tokens, scan.quantities
    told = _told(carried) is not None
    first = next((k for k, q in enumerate(quantities) if q.kind == "percent"), len(quantities))
    found = [
        index
        for index, q in enumerate(quantities)
        if (told or index > first or (index and q.kind == "percent"))
        and (_goes_on(tokens, q) if told else _goes_on_here(tokens, q))
    ]
    for index in found:
        q = scan.quantities[index]
        if q.kind == "bare":
            q.kind, q.unit, q.inherited = "percent", "percent", True
    return frozenset(found)


def _goes_on(tokens: Tokens, q: Quantity) -> bool:
    """Whether a number may be of the share that the sentence before told of."""
    if _goes_on_here(tokens, q) or (q.kind == "percent" and _is_dated(tokens, q)):
        return True
    after = tokens.at(q.last)
    starts = after == "to" and tokens.at(q.phrase_first - 1) == "from"
    led = q.kind == "percent" or (_is_small(q) and (after in _AFTER or starts))
    return led and (_answers(tokens, q) or (q.kind == "bare" and _is_led(tokens, q)))


def _goes_on_here(tokens: Tokens, q: Quantity) -> bool:
    """The same of a share that its own sentence told of: "cod is 9 percent of exports, eel 4"."""
    if q.kind == "percent" and _is_reckoned(tokens, q):
        return True
    small = q.kind == "percent" or _is_small(q)
    return small and (_was(tokens, q) or _is_of_rest(tokens, q))


def _is_small(q: Quantity) -> bool:
    return q.kind == "bare" and q.unit is None and 0 < (q.value or 0) <= _WHOLE


def _is_of_rest(tokens: Tokens, q: Quantity) -> bool:
    """ "*The rest is* 18 per cent copper", "*cotton was* 11": of the same trade."""
    word, k = tokens.word, before_adverbs(tokens.word, q.phrase_first - 1)
    if k < 1 or word[k] not in BE:
        return False
    subject = word[before_adverbs(word, k - 1)]
    if subject in _REST and q.kind == "percent":
        return tokens.at(q.last) not in COMPARATIVES
    return singular(subject) in nouns("good") and tokens.at(q.last) in _AFTER


def _told(carried: Carried) -> Match | None:
    """The last percentage told in this paragraph, or in the one before."""
    told = carried.matches.get("percent") or carried.above.get("percent")
    return told if told is not None and told.measure is not None else None


def _answers(tokens: Tokens, q: Quantity) -> bool:
    """ "Last year? *2.8 per cent*, to all of them.", "In 2008? *Four*."."""
    begin = tokens.begin
    if q.phrase_first or tokens.at(q.last) not in _AFTER:
        return False
    return _WHEN.search(tokens.text, max(0, begin - _WHEN_REACH), begin) is not None


def _is_reckoned(tokens: Tokens, q: Quantity) -> bool:
    """ "Cider earns 5 percent of exports; the office *prefers* 7.5": another number for it."""
    k = before_adverbs(tokens.word, q.phrase_first - 1)
    return k > 0 and tokens.word[k] in verb_forms(_RECKONING) and tokens.at(q.last) in _AFTER


def _is_dated(tokens: Tokens, q: Quantity) -> bool:
    """ "Cables, *4.6 per cent* then, have come to 14": a share of before."""
    return tokens.at(q.phrase_first - 1) == "," and tokens.at(q.last) in _DATED


def _was(tokens: Tokens, q: Quantity) -> bool:
    """ "In 1985 *it was still* 21.5", "they are now 36 per cent", "it was back at 65"."""
    word, k = tokens.word, before_adverbs(tokens.word, q.phrase_first - 1)
    k -= 2 * (word[max(0, k - 1) : k + 1] == ["back", "at"])
    if k < 1 or word[k] not in BE or tokens.at(q.last) not in _AFTER:
        return False
    return word[before_adverbs(word, k - 1)] in POINTERS


def _is_led(tokens: Tokens, q: Quantity) -> bool:
    word, k = tokens.word, before_adverbs(tokens.word, q.phrase_first - 1)
    if k < 1:
        return False
    if word[k] in BE:
        return _was(tokens, q)
    if word[k] in verb_forms(_HOLDING) or word[k] in verb_forms(_RECKONING):
        return True
    if word[k] in _PAIRS:
        return not set(_PAIRS[word[k]]).isdisjoint(verb_lemmas(word[k - 1]))
    if word[k - 1] in _MOVES and word[k] == "by":
        return True  # "crept up by barely 1.4"
    return word[k - 1] in movements() and (word[k] in LEVELS or word[k] == "by")


class Portions:
    """Gives the marked numbers of one sentence the share that they go on with."""

    def __init__(
        self, tokens: Tokens, marked: frozenset[int], carried: Carried, parts: frozenset[str]
    ) -> None:
        """`parts` are the measures that are shares."""
        self._tokens = tokens
        self._marked = marked
        self._carried = carried
        self._parts = parts

    def tell(self, quantities: list[Quantity], matches: list[Match]) -> None:
        """ "Paper was 41 per cent of exports. It is now 36": the same share at another time."""
        told = _told(self._carried) or Match()
        for index in sorted(self._marked):
            if matches[index].measure is not None:
                continue
            if index and _is_reckoned(self._tokens, quantities[index]):
                before = matches[index - 1]
                if quantities[index - 1].kind == "percent" and before.measure is not None:
                    matches[index] = before.handed_on("another number for the same")
                continue
            here = (m for m in reversed(matches[:index]) if m.measure in self._parts)
            source = next(here, told)
            if source.measure in self._parts:
                matches[index] = source.handed_on(_MORE_OF_SHARE, keep_trigger=False)
