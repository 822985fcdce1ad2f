"""Splits: the parts into which a text divides a sum ("…, with $2 million for Chad")."""

from collections.abc import Sequence

from plainfigures.figures.lists import MeasureLists
from plainfigures.figures.match import Match
from plainfigures.prose.lexicon import tag
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.tokens import Tokens

_REST = frozenset("remaining remainder rest balance".split())


def of_part(
    tokens: Tokens,
    lists: MeasureLists,
    quantities: Sequence[Quantity],
    index: int,
    matches: Sequence[Match],
) -> Match:
    """The measure of a sum; of a part that has no verb of its own that of the sum before it.

    "pledged $9 million, with 4 million for Chad and the remaining 5 million for those in need".
    """
    q, match = quantities[index], matches[index]
    if q.kind != "money" or not _divides(tokens, q):
        return match
    before = (k for k in range(index - 1, -1, -1) if quantities[k].kind == "money")
    whole = next((k for k in before if matches[k].measure is not None), None)
    if whole is None or matches[whole].measure == match.measure:
        return match
    t = match.trigger
    if t is not None and t.first >= quantities[whole].last and tag(tokens.word[t.first])[0] == "v":
        return match
    if match.measure is not None and matches[whole].measure in lists.beaten[match.measure]:
        return match  # "with 4 million in loans"
    return matches[whole].handed_on("part of the sum before")


def _divides(tokens: Tokens, q: Quantity) -> bool:
    """Whether "with" behind a comma, a colon or "the remaining" leads to a sum."""
    word, k = tokens.word, q.phrase_first - 1
    if k < 1:
        return False
    if word[q.phrase_first] in _REST or tokens.at(k) in _REST:
        return True
    return word[k] == ":" or (word[k] == "with" and tokens.at(k - 1) == ",")
