"""The unharmed: people of whom a text tells that they are well, among others who are not."""

from plainfigures.figures.grammar.verbs import past_origin
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import PARTS, RELATIVES
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import singular, tag
from plainfigures.prose.words.tokens import Tokens

KIN = frozenset(
    "child son daughter grandchild grandson granddaughter sister brother orphan sibling nephew "
    "niece heir parent father mother husband wife relative cousin".split()
)
# Those who are named for having come to no harm, or for being there.
_WATCHING = frozenset("onlooker mourner spectator eyewitness witness".split())
_UNHARMED = _WATCHING | {"survivor"}
# "Killed 300, including the 31 people aboard a ship", "killing the 31 people on board".
_LOSING = frozenset("including killing killed kills".split())
_FATES = frozenset("fate whereabouts lives bodies remains deaths loss".split())
_PERISHED = frozenset("died perished drowned".split())
_LOST = frozenset("killed dead lost feared presumed".split())
_SUBJECT = 12
_ASIDE = 8
_REST = frozenset(("others", "more"))
_SAFE = frozenset("alive safe safely unhurt unharmed uninjured unscathed".split())
_HITHER = frozenset("out ashore off up back down home through over away in".split())
_FOUND = frozenset("found pulled brought dug rescued taken recovered plucked picked".split())
_APPEARED = frozenset("returned emerged reappeared turned".split())
# What was believed of people before they were found ("previously reported missing").
_FEARED = frozenset(
    "feared presumed thought believed reported listed declared considered missing dead lost "
    "trapped".split()
)
_MAIN = HELPERS | _FOUND | _APPEARED
_SINCE = HELPERS | {"since"}
_RECEIVING = frozenset("receive receives received get gets got".split())
_GIVING = frozenset(
    "gave given giving paid paying distributed handed provided sent granted delivered".split()
)
_AIDED = frozenset(
    "given fed housed lodged sheltered accommodated assisted helped aided supported compensated "
    "provided vaccinated clothed rescued evacuated airlifted saved relocated".split()
)
_LISTED = frozenset(("registered", "enrolled", "listed"))
_LIVING = _LISTED | frozenset("living staying working employed based resident".split())
_MAIMING = frozenset("mine mines landmine landmines erw uxo bomb bombs".split())
_HURTS = frozenset("injuries injury wounds wound burns treatment cuts bruises".split())
_ON_IT = (["on", "it"], ["in", "it"], ["inside", "it"], ["on", "them"], ["in", "them"])
_TAKING = ("move", "take", "across the ", "over the ")
_LET_GO = frozenset("released freed sold".split())
_WELL = frozenset("survived survive recovered recover escaped".split())


def is_unharmed(tokens: Tokens, q: Quantity) -> bool:
    """ "14 survivors", "52 people on board", "pulled 35 people alive", "according to two men".

    No harm is told of these, nor of those in "the parish of Borg, population 640, has".
    """
    if tokens.at(q.phrase_first - 1) == "population" or _is_safe(tokens, q) or _is_there(tokens, q):
        return True
    if tokens.at(q.phrase_last) == "who" and _came_through(tokens, q.phrase_last + 1):
        return True
    first = q.phrase_last + (q.kind == "bare" and tokens.at(q.phrase_last) in _REST)
    if (q.noun is None or q.kind != "noun") and first == q.phrase_last:
        return False
    before = tokens.word[max(0, q.phrase_first - 2) : q.phrase_first]
    if before == ["according", "to"] or (before[-1:] == ["of"] and singular(before[0]) in KIN):
        return True  # "the parents of two pupils"
    on = [tokens.at(first), tokens.at(first + 1)]
    if on == ["on", "board"] or on[0] == "aboard":
        if not _FATES.isdisjoint(tokens.word[max(0, q.phrase_first - 4) : q.phrase_first]):
            return False  # "the fate of the other 40 people aboard"
        return _LOSING.isdisjoint(before) and not (before[-1:] == ["all"] and _perish(tokens, q))
    if before[-1:] == ["with"] and on in _ON_IT:
        return True  # "a lorry with 25 women on it"
    harmed = tag(tokens.at(q.phrase_first - 1) or ".")[:2] == "vd"  # "wounded 40 onlookers"
    return q.noun is not None and q.noun.head in _UNHARMED - (_WATCHING if harmed else frozenset())


def _perish(tokens: Tokens, q: Quantity) -> bool:
    """ "all 90 people aboard the ferry | drowned", "… were killed": of whom that is the verb."""
    ends = range(q.phrase_last, min(q.phrase_last + _SUBJECT, tokens.size))
    k = next((j for j in ends if tokens.word[j] in HELPERS or tokens.word[j] in _PERISHED), 0)
    while tokens.at(k) in HELPERS:
        k += 1
    return tokens.at(k) in _PERISHED or tokens.at(k) in _LOST


def _is_safe(tokens: Tokens, q: Quantity) -> bool:
    """ "brought 31 out alive", "got nine children ashore safely": where they were brought."""
    first = q.phrase_last + (tokens.at(q.phrase_last) in _REST)
    k = past_fears(tokens, first)
    here, feared = tokens.at(k), k > first
    if here == "," and "alive" in (aside := tokens.word[k : k + _ASIDE]):
        return "," in aside[aside.index("alive") :]  # "14 others, weak but alive, were …"
    if here in _HITHER:
        return tokens.at(k + 1) in _SAFE
    while tokens.at(k) in HELPERS:
        k += 1
    if tokens.at(k) in _FOUND or (feared and tokens.at(k) in _APPEARED):
        # "one was found alive", "31 have been pulled out unhurt"
        after = tokens.word[k + 1 : k + 3]
        return not _SAFE.isdisjoint(after) or after == ["to", "safety"]
    safe = here if tokens.at(k) == "safely" else tokens.at(k)  # "900 have safely returned"
    return safe in _SAFE or (here == "to" and tokens.at(k + 1) == "safety")


def past_fears(tokens: Tokens, at: int) -> int:
    """The token after "who were feared dead", "reported missing since May" behind people."""
    k, relative = at, tokens.at(at) in RELATIVES
    k += relative
    while (relative and tokens.at(k) in HELPERS) or tag(tokens.at(k) or ".") == "r":
        k += 1
    if tokens.at(k) not in _FEARED:
        return at
    for j in range(k + 1, min(k + _ASIDE, tokens.size)):
        if tokens.word[j] in _MAIN:
            return j
        if tokens.word[j] in PARTS:
            break
    return at


def is_well(tokens: Tokens, q: Quantity) -> bool:
    """ "10,000 of them survived", "the parents of two pupils": no part of those harmed."""
    return is_unharmed(tokens, q) or _came_through(
        tokens, q.phrase_last + 2 * (tokens.at(q.phrase_last) == "of")
    )


def _came_through(tokens: Tokens, k: int) -> bool:
    """ "who survived", "who have since recovered": a relative clause of those who are well."""
    while tokens.at(k) in _SINCE or tag(tokens.at(k) or ".")[0] == "r":
        k += 1
    return tokens.at(k) in _WELL and "not" not in tokens.word[k - 2 : k]


def are_helped(tokens: Tokens, q: Quantity) -> bool:
    """ "900 victims of the storm *were fed*", "*gave* tents *to* 40 victims": who are alive."""
    word, k = tokens.word, past_origin(tokens, q)
    if (
        not _MAIMING.isdisjoint(word[q.first : k])
        or "of" in word[max(0, q.phrase_first - 2) : q.phrase_first]
    ):
        return False  # "340 mine victims were given limbs", "the families of the 98 victims"
    if word[q.phrase_first - 1] == "to" and not _GIVING.isdisjoint(word[: q.phrase_first]):
        return True
    helped = k
    while tokens.at(helped) in HELPERS:
        helped += 1
    if tokens.at(helped) in _RECEIVING:
        return _HURTS.isdisjoint(word[helped + 1 : helped + _ASIDE])
    after = tokens.at(helped + 1)
    listed = tokens.at(helped) in _LISTED and after == "for"
    return helped > k and (tokens.at(helped) in _AIDED or listed)


def is_let_go(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "were moved to the border *and released*", "were taken across it *and sold*": no flight."""
    k = max(t.last, q.phrase_last)
    near = tokens.word[k : k + _ASIDE]
    k += near.index("and") + 1 if "and" in near and t.lemma.startswith(_TAKING) else 0
    return k > t.last and tokens.at(k) in _LET_GO and tokens.word[k - 1] == "and"


def _is_there(tokens: Tokens, q: Quantity) -> bool:
    """ "There are 16 nationals *registered* in the town, and *all* have written": only there."""
    there = tokens.at(q.phrase_first - 2) == "there" and tokens.at(q.phrase_first - 1) in HELPERS
    all_told = "all" in tokens.word[q.phrase_last :]
    return there and all_told and tokens.at(q.phrase_last) in _LIVING
