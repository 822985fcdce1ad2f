"""Burdens: what takes a part of the money for exports, and is no share of trade."""

from plainfigures.figures.grammar import extents
from plainfigures.figures.triggers.relevance import Hit
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.tokens import Tokens

_BURDENS = frozenset(
    "debt interest remittance tax tariff duty subsidy fee cost investment fdi licence deficit "
    "reserve income wage price profit".split()
)
_MOVED = frozenset(
    "led driven helped fuelled fueled boosted buoyed supported lifted spurred powered".split()
)
_MOVING = frozenset("helping hurting lifting boosting aiding harming spurring hitting".split())
_NEAR = 5
_NOUNS = 3


def is_change_of_another(
    tokens: Tokens,
    hits: list[Hit],
    q: Quantity,
    context: frozenset[str],
    competitors: frozenset[str],
) -> bool:
    """ "reflecting a 20 percent rise *in prices*": what changed is no trade."""
    k = q.last
    while k < q.last + _NOUNS and tag(tokens.at(k) or ".").split(",")[0] in ("n", "a"):
        k += 1
    if k == q.last or tokens.at(k) != "in":
        return False
    span = extents.right(tokens, k + 1)
    if span is None:
        return False
    inside = [text for j, text in hits if k < j < span[1]]
    return context.isdisjoint(inside) and not competitors.isdisjoint(inside)


def is_moved_by(tokens: Tokens, hits: list[Hit], q: Quantity, context: frozenset[str]) -> bool:
    """ "growth of 5 percent was led *by trade*", "up 5 percent *thanks to exports*".

    Trade that only moves what a percentage is of.
    """
    own = [k for k, text in hits if text in context]
    if not own or own[0] < q.last:
        return False
    k = own[0] - 1
    while k > q.last and tag(tokens.word[k]).split(",")[0] in ("a", "n", "d"):
        k -= 1
    word, before = tokens.word[k], tokens.word[k - 1]
    if word == "by":
        return before in _MOVED
    return word in _MOVING or (word == "to" and before in ("thanks", "due", "owing"))


def is_of_context(
    tokens: Tokens,
    hits: list[Hit],
    q: Quantity,
    context: frozenset[str],
    competitors: frozenset[str],
) -> bool:
    """ "demand for 20 percent of Peru's exports": of trade, whatever else the sentence tells.

    Not where a burden or another income is set against it ("debt service takes 30 percent of
    exports"). `hits` are the relevant words of the sentence.
    """
    of = q.last
    if tokens.at(of) == "to":  # "from 2 percent to 7 percent of its exports"
        of = next((k for k in range(of, of + _NEAR) if tokens.at(k) == "of"), of)
    if tokens.at(of) != "of":
        return False
    span = extents.right(tokens, of + 1)
    end = of + 1 if span is None else span[1]
    # "40 percent of *export revenues* and 10 percent of GDP": the second word is of the first
    inside = [text for k, text in hits if of < k < end and tokens.at(k - 1) not in context]
    if context.isdisjoint(inside) or not competitors.isdisjoint(inside):
        return False
    return not any(text in _BURDENS for k, text in hits if k < q.first)
