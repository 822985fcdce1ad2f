"""Direction of change: the verb or adverb that says which way a number moved."""

from collections.abc import Sequence
from functools import cache

from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words import lexicon
from plainfigures.prose.words.closed import BREAKS
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tables import table
from plainfigures.prose.words.tokens import Tokens

Way = tuple[str, str]

_REACH, _REACH_OF_BY = 9, 16
_NOMINAL = frozenset("a an the of in this any".split())
_AFTER_NOUN = frozenset("of in for to".split())
_JOINTS = ([",", "or"], ["or"], ["("], [","])
LEVELS = frozenset("to from at".split())
_THAN = frozenset(("than", "from", "to"))
_SIGNED = ("percent", "point", "money")
_SHARES = ("percent", "point")
_STEPS = frozenset(
    "by a an another further additional extra about around nearly almost over".split()
)
_BETWEEN_NAMES = frozenset((",", ";", "and", "while", "the", "of"))
_FALLS = frozenset(("drop", "shed"))
_LOSSES = frozenset(("lose", "gain", "shed"))
# Verbs that say what someone did with the things counted ("raised 40 barns"), not how many
# fewer or more there are, unless a share or points follow.
_DOINGS = frozenset(
    "lose raise gain shed cut drop contract boost slash add hike trim pare improve mount".split()
)
# What "than" follows.
COMPARATIVES = frozenset("more less fewer higher lower".split())
_BEFORE_ADVERB = frozenset(
    "is are was were be been being go goes went gone move moved edge edged tick ticked trend "
    "trended trending trading traded close closed end ended finish finished open opened "
    "revised settle settled settles inch inched inching creep crept creeping come came coming shot "
    "nudged jumped climbed".split()
)


def direction(tokens: Tokens, quantities: Sequence[Quantity], index: int) -> Way | None:
    """(increase or decrease, the word that says so) for a quantity that is a change.

    The quantity before it may hand its direction on: "fell 190 points, or 0.6 percent".
    A level ("rose to 40", "up from 30") is no change.
    """
    q = quantities[index]
    signed = _sign(tokens, q)
    if signed is not None:
        return signed
    after = tokens.at(q.phrase_last)
    if (
        after in adverbs()
        and after != "off"
        and (q.kind == "percent" or tokens.at(q.phrase_last + 1) not in _THAN)
    ):
        return adverbs()[after], after
    before = quantities[index - 1] if index else None
    if before is not None and _listed(tokens, q, before):
        return direction(tokens, quantities, index - 1)
    return _said_before(tokens, q, before)


def _said_before(tokens: Tokens, q: Quantity, before: Quantity | None) -> Way | None:
    """The direction that the words to the left of a quantity give it."""
    word, first = tokens.word, q.phrase_first
    by = tokens.at(first - 1 - 2 * (word[first - 2 : first] == ["a", "further"])) == "by"
    start = max(0, first - (_REACH_OF_BY if by else _REACH))
    alone = before is None or before.phrase_last <= start
    if alone and _of_change().isdisjoint(word[start:first]):
        return None
    after = tokens.at(q.phrase_last)
    near = True  # whether only small words stand between
    for k in range(first - 1, start - 1, -1):
        w = word[k]
        if before is not None and k < before.phrase_last:
            return _handed_on(tokens, q, before, by)
        if w in BREAKS or (w in LEVELS and not by):
            return None
        reaches = near or by or q.kind in _SHARES
        if w in adverbs() and _moves(tokens, k, first) and (w != "off" or q.kind in _SIGNED):
            return adverbs()[w], w
        if w in verbs() and reaches and not _is_noun(tokens, k):
            if near or by or w not in verb_forms(_DOINGS):
                raised = w in verb_forms(("grow",)) and after == "of"  # "grew 2 hectares of maize"
                return (verbs()[w], w) if _changes(q, w, by) and not raised else None
        near = near and (w in _STEPS or w.endswith("ly"))
    return None


@cache
def _of_change() -> frozenset[str]:
    return frozenset(adverbs()).union(verbs())


def _handed_on(tokens: Tokens, q: Quantity, before: Quantity, by: bool) -> Way | None:
    """ "fell 190 points, or 0.6 percent"; "tea fell 5 percent, cocoa by 3 percent"."""
    between = tokens.word[before.phrase_last : q.phrase_first]
    joined = between == ["and"] and before.kind == q.kind and q.kind in _SHARES
    if between in _JOINTS or (by and before.kind == q.kind) or (joined and not _is_part(tokens, q)):
        return direction(tokens, [before], 0)
    return None


def _is_part(tokens: Tokens, q: Quantity) -> bool:
    """ "rose 3 percent and 60 percent *of* them": a share of something, and no change."""
    return tokens.at(q.phrase_last) == "of"


def _listed(tokens: Tokens, q: Quantity, before: Quantity) -> bool:
    """ "Ford rose 3 percent, General Motors 2 percent": percentages of a list, each of a name."""
    between = range(before.phrase_last, q.phrase_first)
    if q.kind != "percent" or before.kind != "percent" or not 1 < len(between) <= _REACH:
        return False
    named = tokens.word[between[0]] in (",", ";", "and") and tokens.capital(q.phrase_first - 1)
    return (named or tokens.at(q.phrase_first - 1) == ",") and _are_names(tokens, between)


def _are_names(tokens: Tokens, between: range) -> bool:
    names = [k for k in between if tokens.word[k] not in _BETWEEN_NAMES]
    return bool(names) and all(map(tokens.capital, names))


def _sign(tokens: Tokens, q: Quantity) -> Way | None:
    """ "+0.2%", "-1.3%"."""
    if q.kind not in _SIGNED:
        return None
    at = q.first if tokens.word[q.first] in ("+", "-") else q.first - 1
    sign = tokens.at(at)
    if sign not in ("+", "-") or not tokens.tight(at + 1) or tokens.tight(at):
        return None
    return ("increase" if sign == "+" else "decrease"), sign


def _is_noun(tokens: Tokens, k: int) -> bool:
    """Whether a form of a verb is a noun where it stands ("an overall cut of", "the increase")."""
    if tokens.at(k - 1) in _NOMINAL:
        return True
    noun = lexicon.tag(tokens.word[k]).startswith("n")
    return noun and tokens.at(k + 1) in _AFTER_NOUN


def _changes(q: Quantity, verb: str, by: bool) -> bool:
    """Whether the verb can change what is counted: "lost 190 points", not "lost 40 men"."""
    if q.kind in _SHARES or by or verb not in verb_forms(_DOINGS):
        return True
    if q.kind == "unit" and verb in verb_forms(_LOSSES):
        return not _is_time(q)  # "the ice lost 40 gigatonnes", but "we lost 26 days"
    if (q.kind == "money" or q.unit in lexicon.coins()) and verb in verb_forms(_FALLS):
        return True  # "shares dropped 60 cents"
    return q.noun is not None and q.noun.head == "point"


def _is_time(q: Quantity) -> bool:
    entry = lexicon.units().get(q.unit or "")
    return entry is not None and entry.dimension == "time"


def _moves(tokens: Tokens, k: int, first: int) -> bool:
    """Whether an adverb at token `k` moves the number at `first` ("down by 5", not "up to 5")."""
    word = tokens.word
    if first - k > 3 or (word[k] == "up" and word[k + 1] == "to"):
        return False
    previous = tokens.at(k - 1)
    if previous == "-" and tokens.tight(k):  # "a one-off payment of 90 euros"
        return False
    return previous in _BEFORE_ADVERB or not lexicon.tag(previous).startswith("v") or not previous


@cache
def verbs() -> dict[str, str]:
    """Every form of the verbs of change -> increase or decrease."""
    found: dict[str, str] = {}
    for lemma, way, part in table("changes.tsv"):
        if part == "verb":
            found.update(dict.fromkeys(lexicon.inflections(lemma), way))
    return found


@cache
def movements() -> frozenset[str]:
    """The forms of verbs that only say how much more or less there is: "fell", not "raised"."""
    return frozenset(verbs()) - verb_forms(_DOINGS) | verb_forms(("drop", "mount"))


@cache
def adverbs() -> dict[str, str]:
    """The adverbs of change -> increase or decrease."""
    rows = table("changes.tsv")
    return {word: way for word, way, part in rows if part == "adverb"}
