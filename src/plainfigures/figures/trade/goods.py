"""Goods: what a country has of tea or tin, where another buys or sells of it ("half its tin")."""

from functools import cache
from typing import NamedTuple

from plainfigures.figures.triggers.forms import forms
from plainfigures.figures.triggers.phrases import code_of
from plainfigures.prose.places.motion import ABROAD
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import countries, nouns, places, singular, tag
from plainfigures.prose.words.signs import GENITIVES
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

Span = tuple[int, int]

_COMING = tuple("come originate derive supply provide source obtain rely depend draw".split())
_GOING = tuple(
    "go buy import purchase take absorb sell export ship send deliver account destine".split()
)
_ROLES = frozenset(
    "supplier suppliers source sources market markets customer customers buyer buyers partner "
    "importer importers bound destination destinations dependent reliant dependence "
    "reliance".split()
)
_SUPPLY = frozenset(
    "supplier suppliers source sources dependent reliant dependence reliance".split()
)
_OWN = frozenset(("its", "their"))
_DESCRIBE = frozenset(("a", "n", "ns", "vd", ""))
_REACH = 5
_WITHIN = frozenset("in within across throughout".split())
SALES = frozenset("purchases sales deliveries orders shipments".split())
# What tells how much is traded, behind the word of trade.
AMOUNTS = frozenset(
    "earnings revenue revenues receipts income proceeds bill value values volume volumes".split()
)
_SIZES = (3, 2, 1)
# Owners that "its" and "our" stand for.
_ITS: Span = (-1, -1)
_OURS: Span = (-2, -2)


class Goods(NamedTuple):
    """The token of a noun of goods, and the country that has them; None where "its" says so."""

    noun: int
    owner: Span | None


def goods_of(tokens: Tokens) -> list[Goods]:
    """The goods of countries in a sentence that tells what others buy or sell of them."""
    word = tokens.word
    if (forms(nouns("good")).isdisjoint(word) and "market" not in word) or (
        _exchanging().isdisjoint(word) and _ROLES.isdisjoint(word)
    ):
        return []
    lands = lands_of(tokens)
    named = [span for span in lands if not is_adjective(tokens, span)]
    found = []
    goods = forms(nouns("good"))
    for k in [k for k, form in enumerate(word) if form in goods or form == "market"]:
        if singular(word[k]) not in nouns("good") and word[k] != "market":
            continue
        if not tokens.raw[k].islower():
            continue
        if tag(tokens.at(k + 1) or ".").split(",")[0] in ("n", "ns"):
            continue  # "Chad's oil output"
        owner = _owner(tokens, k, lands)
        if owner is None:
            continue
        if owner == _OURS:
            found += [Goods(k, None)] if lands else []
        elif owner == _ITS:
            if not ABROAD.isdisjoint(word):
                found.append(Goods(k, None))
        elif any(_key(tokens, span) != _key(tokens, owner) for span in named):
            found.append(Goods(k, owner))
    return found


def is_moved(tokens: Tokens, first: int, noun: int) -> bool:
    """Whether the verb of a part of goods, or the one before it, is of buying or selling.

    Not in "half of Chad's wheat was burnt by men who had come from Mali"; `first` is where the
    part begins, `noun` its goods.
    """
    k = noun + 1
    while k < tokens.size and (tokens.word[k] in HELPERS or tag(tokens.word[k])[0] == "r"):
        k += 1
    if tag(tokens.at(k) or ".").split(",")[0] in ("v", "vd"):
        return tokens.word[k] in _exchanging()
    near = tokens.word[max(0, first - _REACH) : first]
    return not (_exchanging().isdisjoint(near) and _ROLES.isdisjoint(near))


def is_sold(tokens: Tokens) -> bool:
    """ "purchases of Indian rice", "sales of fishmeal to China": trade in goods by another name.

    Also what one land sends another: "Iran's oil sales to China", "gas deliveries from Peru".
    """
    word = tokens.word
    sales = [k for k in range(tokens.size - 2) if word[k] in SALES]
    lands = lands_of(tokens) if sales else []
    for k in (k for k in sales if word[k + 1] in ("to", "from")):
        other = land_at(tokens, k + 2 + (word[k + 2] == "the"))
        if other and _owner(tokens, k, lands) not in (None, _ITS, _OURS):
            return True
    heads = [k for k in sales if word[k + 1] == "of"]
    if any(first - 2 in heads for first, _ in lands) and len(lands) > 1:
        return True  # "sales of German machines to China"
    abroad = any(word[first - 1 - (word[first - 1] == "the")] not in _WITHIN for first, _ in lands)
    return (
        abroad
        and any(  # but "sales of bread rose *in Norway*"
            singular(form) in nouns("good") for k in heads for form in word[k + 2 : k + 2 + _REACH]
        )
    )


def comes_in(tokens: Tokens) -> bool:
    """Whether a sentence tells of what a country gets, not of what it sells."""
    return not (verb_forms(_COMING).isdisjoint(tokens.word) and _SUPPLY.isdisjoint(tokens.word))


def _owner(tokens: Tokens, k: int, lands: list[Span]) -> Span | None:
    """Whose the goods at token `k` are: "Chad's tin", "the fresh Ivorian fruit", "its"."""
    ends = {last: (first, last) for first, last in lands}
    for j in range(k, max(0, k - _REACH), -1):
        if tokens.word[j - 1] in _OWN:
            return _ITS
        if tokens.word[j - 1] == "our":
            return _OURS
        if tokens.word[j - 1] in GENITIVES:
            return ends.get(j - 1)
        if j in ends:
            adjective = _may_describe(tokens, ends[j]) or j == k  # "Hong Kong textiles"
            return ends[j] if adjective else None
        if tag(tokens.word[j - 1]).split(",")[0] not in _DESCRIBE:
            return None
    return None


def lands_of(tokens: Tokens) -> list[Span]:
    """The names and adjectives of countries and regions, in order."""
    found: list[Span] = []
    k = 0
    while k < tokens.size:
        size = land_at(tokens, k) if tokens.capital(k) else 0
        if size:
            found.append((k, k + size))
        k += size or 1
    return found


def land_at(tokens: Tokens, k: int) -> int:
    """How many tokens the country or region at token `k` takes; 0 where none stands."""
    return next((size for size in _SIZES if is_land(tokens, k, size)), 0)


def land_ending(tokens: Tokens, k: int) -> int:
    """How many tokens the country or region that ends at token `k` takes; 0 where none does."""
    sizes = (size for size in _SIZES if size <= k + 1)
    return next((size for size in sizes if is_land(tokens, k + 1 - size, size)), 0)


def is_land(tokens: Tokens, k: int, size: int) -> bool:
    """Whether some tokens are a country or region, or a word of its people."""
    if not 0 <= k <= tokens.size - size:
        return False
    name = _name(tokens, k, size)
    return name in countries() or name in places()


def is_region(tokens: Tokens, k: int, size: int) -> bool:
    """Whether some tokens name a region that is no country ("Gulf", "Asia-Pacific")."""
    name = _name(tokens, k, size)
    return name in places() and name not in countries()


def _name(tokens: Tokens, k: int, size: int) -> str:
    return " ".join(tokens.raw[k : k + size]).replace(" - ", "-")


def is_adjective(tokens: Tokens, span: Span) -> bool:
    """Whether a country or region is told by a word that only describes ("Irish")."""
    entry = countries().get(" ".join(tokens.raw[span[0] : span[1]]))
    if entry is None:
        return False
    return not {"name", "group", "place", "historic"}.intersection(entry.kinds)


def _may_describe(tokens: Tokens, span: Span) -> bool:
    """Whether the name of a country may be an adjective, too ("the U.S. steel market")."""
    entry = countries().get(" ".join(tokens.raw[span[0] : span[1]]))
    return is_adjective(tokens, span) or (entry is not None and "adjective" in entry.kinds)


def _key(tokens: Tokens, span: Span) -> str:
    name = " ".join(tokens.raw[span[0] : span[1]])
    return code_of(name) or name


@cache
def _exchanging() -> frozenset[str]:
    """The forms of the verbs of buying, selling, coming and going."""
    return verb_forms(_COMING) | verb_forms(_GOING)
