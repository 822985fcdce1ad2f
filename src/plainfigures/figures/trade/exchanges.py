"""Exchanges: what countries buy from and sell to each other, told without a word of trade."""

from collections.abc import Container
from functools import cache

from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.lexicon import countries, nouns, places, singular, tag
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_BUYING = tuple("buy import purchase get obtain source draw procure".split())
_SELLING = tuple("sell export ship send".split())
_SOMEBODY = frozenset("he she i you".split())
_EARNING = ("earn", "make", "fetch")
_OWNERS = frozenset("its their our the".split())
_ALL = frozenset("what everything all".split())
_TRADED = frozenset(("exported", "imported"))
_AWAY = frozenset("abroad overseas out us".split())
_NEAR = 4
_GOODS = 8
_FLOWS = frozenset(("export", "import", "trade"))
_GROUPS = frozenset("destination origin country partner market product commodity sector".split())
_PARTNERS = frozenset(
    "destination destinations buyer buyers customer customers market markets supplier suppliers "
    "source sources origin origins importer importers exporter exporters".split()
)


def is_exchanged(tokens: Tokens, q: Quantity) -> bool:
    """Whether a percentage is of all that goes between two countries.

    "buys a third of its rice from Chad", "half of what it sells to Mali", "half the tin exported".
    """
    word, of = tokens.word, q.last
    if tokens.at(of) in _OWNERS and q.fraction:
        return not _TRADED.isdisjoint(word[of : of + _GOODS]) and _plain(tokens, of + 1, _TRADED)
    if tokens.at(of) != "of":
        return False
    if tokens.at(of + 1) in _ALL:
        k = _verb_of_all(tokens, q)
        if not k or tokens.at(k - 1) in _SOMEBODY:
            return False  # "40 percent of what he earned abroad"
        if word[k] in _crossing() and not _is_of_firm(tokens, k):
            return True  # "tin is 80 percent of what the islands export"
        if tokens.raw[k - 1] in countries() and word[k] in _ways():
            return True  # "of what Chad sells"
        return _leads(tokens, k + 1, _ways().get(word[k], "to"))
    verb_at = _verb(tokens, q) if tokens.at(of + 1) in _OWNERS else -1
    if verb_at < 0:
        return False
    if word[verb_at] in _crossing() and _stands_before(tokens, verb_at, q):
        return True
    way = _ways()[word[verb_at]]
    if tokens.at(of + 1) == "our" and verb_at and way == "from":
        return tokens.raw[verb_at - 1] in countries()
    k = next((k for k in range(of + 2, min(len(word), of + _GOODS)) if word[k] == way), 0)
    return k > 0 and _plain(tokens, of + 2, {way}) and _leads(tokens, k, way)


def way_of_all(tokens: Tokens, q: Quantity) -> str | None:
    """ "a third of what we | *sold*", "of everything that it *buys*": "to" or "from", if told."""
    if tokens.at(q.last) != "of" or tokens.at(q.last + 1) not in _ALL:
        return None
    return way_of(tokens.word[q.last + 2 : q.last + _GOODS])


def way_of(words: list[str]) -> str | None:
    """The word that leads to the other side behind the first verb of buying or selling."""
    return next((_ways()[word] for word in words if word in _ways()), None)


def is_route(tokens: Tokens) -> bool:
    """ "Where Uruguay's beef went", "Who buys Kenya's tea", "Exports of tea by destination"."""
    word = tokens.word
    if "by" in word and any(singular(one) in _FLOWS for one in word[: word.index("by")]):
        return not _GROUPS.isdisjoint(word[word.index("by") :])
    goods = [k for k in range(1, tokens.size) if singular(word[k]) in nouns("good")]
    if not goods:
        return False
    before = word[: goods[0]]
    if before[0] in ("where", "who") or not _PARTNERS.isdisjoint(before[:2]):
        return True
    return not _PARTNERS.isdisjoint(word[goods[-1] :])


def _stands_before(tokens: Tokens, verb_at: int, q: Quantity) -> bool:
    """ "Chad *imports* (about) half of its food": of a country, not of a firm."""
    if any(tag(word)[0] != "r" for word in tokens.word[verb_at + 1 : q.phrase_first]):
        return False
    return not _is_of_firm(tokens, verb_at)


def _is_of_firm(tokens: Tokens, verb_at: int) -> bool:
    """ "what the *company* exports": of a firm, and no country."""
    subject = singular(tokens.at(verb_at - 1))
    return subject in nouns("institution") and subject not in nouns("area")


def _verb_of_all(tokens: Tokens, q: Quantity) -> int:
    """Where the verb stands in "of what Chad *sells*", "of all it *earns*"; 0 for nowhere."""
    after = range(q.last + 2, min(tokens.size, q.last + _GOODS))
    earning = verb_forms(_EARNING)
    return next((k for k in after if tokens.word[k] in _ways() or tokens.word[k] in earning), 0)


@cache
def _crossing() -> frozenset[str]:
    return verb_forms(("import", "export"))


def _plain(tokens: Tokens, first: int, ends: Container[str]) -> bool:
    """Whether only nouns and what describes them stand from a token to the next of some words."""
    k = first
    while tokens.at(k) not in ends:
        if tag(tokens.at(k) or ".").split(",")[0] not in ("n", "ns", "a", ""):
            return False
        k += 1
    return True


def _leads(tokens: Tokens, k: int, way: str) -> bool:
    """Whether "abroad", "us", or "from" or "to" a country stands at token `k`."""
    if tokens.at(k) in _AWAY:
        return True
    if tokens.at(k) != way:
        return False
    k += 1
    if tokens.at(k) in _AWAY:
        return True
    k += tokens.at(k) == "the"
    names = [" ".join(tokens.raw[k : k + size]) for size in (1, 2, 3)]
    return any(name in countries() or name in places() for name in names)


def trader(tokens: Tokens, q: Quantity) -> int:
    """The token before the verb of an exchange ("Chad | now buys"); -1 where there is none."""
    if tokens.at(q.last + 1) in _ALL:  # "of everything that Chad buys abroad"
        return _verb_of_all(tokens, q) - 1
    k = _verb(tokens, q) - 1
    while k > 0 and tag(tokens.word[k]) == "r":
        k -= 1
    return max(k, -1)


def _verb(tokens: Tokens, q: Quantity) -> int:
    """Where the verb of buying or selling stands before a number; -1 where there is none."""
    first = q.phrase_first
    near = range(first - 1, max(-1, first - _NEAR - 1), -1)
    return next((k for k in near if tokens.word[k] in _ways()), -1)


@cache
def _ways() -> dict[str, str]:
    """The forms of verbs of buying and selling, and the word that leads to the other side."""
    bought = dict.fromkeys(verb_forms(_BUYING), "from")
    return bought | dict.fromkeys(verb_forms(_SELLING), "to")
