"""Inclusions: what was told before includes or brings to ("This will include $5 million")."""

from collections.abc import Callable, Iterable, Sequence

from plainfigures.figures.grammar.prospects import is_paid
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.lists import MeasureLists
from plainfigures.figures.triggers.match import Carried, Match
from plainfigures.figures.triggers.triggers import NAMING, Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import POINTERS
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import nouns, singular, tag
from plainfigures.prose.words.tokens import Tokens

_INCLUDING = frozenset(
    "include includes included comprise comprises comprised consist consists consisted".split()
)
_POINTERS = POINTERS | {"which"}
_WHOLES = frozenset(
    "package figure total amount money sum fund programme program investment tranche bill "
    "appropriation response number find haul cache explosive device ordnance".split()
)
_BRINGING = frozenset("bring brings bringing brought take takes taking took".split())
_TO = 12
_LEADING = frozenset(("to", "of"))
_RELATING = HELPERS | {"that", "which", "already"}
_OPENING = 12


def verb(tokens: Tokens) -> int:
    """The verb of a sentence that says what a sum before it includes; 0 where it says no such.

    Its subject points back ("it also includes") or is a sum ("the aid package would include").
    """
    if _INCLUDING.isdisjoint(tokens.word):
        return 0
    at = next(k for k, word in enumerate(tokens.word) if word in _INCLUDING)
    k = at - 1
    while k > 0 and (tokens.word[k] in HELPERS or tag(tokens.word[k]) in ("r", "m")):
        k -= 1
    if tokens.word[k] == "which" and k and tokens.word[k - 1] == ",":
        return at
    if not 0 <= k < _OPENING:
        return 0
    if tokens.word[k] in _POINTERS:
        return at if k == 0 or tokens.word[k - 1] in "\u201c\u2018\"'," else 0
    noun = singular(tokens.word[k])
    return at if noun in _WHOLES or noun in nouns("gift") else 0


def part(
    tokens: Tokens, lists: MeasureLists, at: int, q: Quantity, match: Match, carried: Carried,
    within: Match | None = None,
) -> Match:  # fmt: skip
    """The measure of a sum behind the verb at token `at`: that of the sum before.

    `within` is what was read of the last sum of the sentence before the verb, if it has one.

    But what its own verb says, or a noun of what beats it ("$4 million in loans").
    """
    if q.kind != "money" or q.first < at:
        return match
    whole = within or carried.sum_before()
    if whole is None or whole.measure is None or whole.measure == match.measure:
        return match
    t = match.trigger
    named = t is not None and at < t.first < q.first and t.kind in NAMING
    if t is not None and t.kind == "verb" and "which" in tokens.word[at : t.first]:
        return match  # "they include Malta, which has pledged $4 million"
    if named and whole.measure in lists.beaten[match.measure or ""]:
        return match  # "a loan of $4 million"
    if t is not None and t.first >= q.phrase_last:
        gap = tokens.word[q.phrase_last : t.first]
        if t.kind != "noun" and _RELATING.issuperset(gap):
            return match  # "$4 million that has been paid"
        if whole.measure in lists.beaten[match.measure or ""]:
            return match
    return whole.handed_on("part of the sum told before", keep_trigger=False)


def promised(triggers: Iterable[Trigger], lists: MeasureLists, at: int) -> Match | None:
    """ "pledged support, which could *include* | $4 million": what the verb before it says."""
    verbs = (t for t in triggers if t.last < at and t.kind == "verb")
    return next((Match(t.measure, t) for t in verbs if t.measure in lists.promised), None)


def total(
    tokens: Tokens,
    lists: MeasureLists,
    quantities: Sequence[Quantity],
    index: int,
    matches: Sequence[Match],
) -> Match:
    """ "gave $3 million, which will bring our response to $5 million": the same as before it."""
    q, match = quantities[index], matches[index]
    end = q.first - 1 if tokens.word[q.first - 1] not in _LEADING else q.first  # its currency
    start = max(0, end - _TO)
    led = tokens.word[start:end]
    if index == 0 or q.kind != "money" or quantities[index - 1].kind != "money":
        return match
    if _BRINGING.isdisjoint(led) or (led[-1:] != ["to"] and led[-3:] != ["a", "total", "of"]):
        return match
    brought = max(start + k for k, w in enumerate(led) if w in _BRINGING)
    t = match.trigger
    gives = t is not None and t.kind != "verb" and not is_paid(tokens.word[t.first : t.last])
    told = match.measure not in lists.by_default or not gives  # "taking its total aid to"
    own = t is None or match.is_lent or brought < t.first < q.phrase_last
    if match.measure is not None and told and own:
        return match
    if brought < quantities[index - 1].phrase_last or matches[index - 1].measure is None:
        return match
    return matches[index - 1].handed_on("to which it brings the total", keep_trigger=False)


def of_things(
    lists: MeasureLists, q: Quantity, fits: Callable[[str], bool], carried: Carried
) -> Match:
    """ "They lifted 900 mines. These *included* | 40 shells and 12 anti-tank mines"."""
    if q.kind != "noun" or q.unit in PEOPLE:
        return Match()
    before = [] if carried.earlier is None else [carried.earlier[1]]
    for source in list(carried.matches.values()) or before:
        alike = (source.measure, *lists.twins.get(source.measure or "", ()))
        if source.measure in lists.cleared:  # "cleared 90 hectares. This included | 900 mines"
            alike = (*alike, *sorted(lists.cleared))
        found = next((one for one in alike if one and fits(one)), None)
        if found is not None:
            return Match(found, rule="part of what was told before", planned=source.planned)
    return Match()
