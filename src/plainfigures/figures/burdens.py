"""Burdens: what takes a part of the money for exports, and is no share of trade."""

from plainfigures.figures import extents
from plainfigures.figures.relevance import Hit
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.tokens import Tokens

_BURDENS = frozenset(
    "debt interest remittance tax tariff duty subsidy fee cost investment fdi licence deficit "
    "reserve income wage price profit".split()
)
_NEAR = 5


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
    inside = [text for k, text in hits if of < k < end]
    if context.isdisjoint(inside) or not competitors.isdisjoint(inside):
        return False
    return not any(text in _BURDENS for k, text in hits if k < q.first)
