"""Subjects of sums: what needs one, has cost or received it ("the plan seeks"), what is raised."""

from plainfigures.figures.actors import is_actor
from plainfigures.figures.amounts import subject
from plainfigures.figures.extents import left
from plainfigures.figures.match import Match
from plainfigures.figures.sentence import Sentence
from plainfigures.prose.lexicon import nouns, singular, tag
from plainfigures.prose.names import opens_plainly
from plainfigures.prose.number import is_number
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.tokens import Tokens

# (first token, token after the last, rule)
Found = tuple[int, int, str]

# The measures of sums that something needs, has cost or has received, if its subject is no actor.
_NEEDED = frozenset("requested budgeted funding_gap received".split())
_COST = frozenset(("cost", "costs", "costing"))
_CHANGED = frozenset("from to by".split())
_OBJECT = 5
_FUNDED = frozenset("funded financed supported backed".split())
TOTALS = frozenset("total amount sum figure value maximum minimum cost".split())


def told(sentence: Sentence, q: Quantity, match: Match) -> Found | None:
    """The subject that is a sum itself ("the budget stands at"), or for which it is needed.

    "The plan seeks", "rebuilding the bridge will cost", but not who asks or has it.
    """
    tokens = sentence.tokens
    span = subject(sentence, _clause_end(tokens, q))
    if span is None or tag(tokens.word[span[0]])[0] == "p":
        return None  # "Under the Relief Plan the Union received"
    if any(singular(w) in nouns("sum") for w in tokens.word[slice(*span)]):
        return *span, "subject of the sum"
    head = _head(tokens, *span)
    word = tokens.word[head]
    named = tokens.capital(head) and not (head == 0 and opens_plainly(tokens))
    if match.measure not in _NEEDED or named or is_actor(word):
        return None
    if singular(word) in TOTALS or is_number(tokens.at(span[0] - 1) or "."):
        return None
    noun = tag(word).split(",")[0] in ("n", "ns", "vg")
    return (*span, "subject of the need") if noun else None


def _clause_end(tokens: Tokens, q: Quantity) -> int:
    """The token after the verb whose subject is asked for, over whom it costs the sum."""
    at = q.phrase_first
    cost = next((k for k in range(at - 1, at - _OBJECT, -1) if tokens.at(k) in _COST), None)
    if cost is not None:
        return cost + 1
    return at - (tokens.at(at - 1) == "with" and tokens.at(at - 2) in _FUNDED)


def _head(tokens: Tokens, first: int, last: int) -> int:
    """The noun of a phrase, before what follows "of" or "for"."""
    if tag(tokens.word[first]).startswith("vg"):
        return first
    return next((k - 1 for k in range(first + 1, last) if tag(tokens.word[k])[0] == "p"), last - 1)


def raised(sentence: Sentence, q: Quantity) -> Found | None:
    """ "raise its relief grant to Chad from $5 million to $7 million": what is changed."""
    tokens, k = sentence.tokens, q.phrase_first - 1
    before = next((o for o in sentence.scan.quantities if o.phrase_last == k), None)
    if before is not None and tokens.at(k) == "to" and before.kind == "money":
        k = before.phrase_first - 1
    if tokens.at(k) not in _CHANGED:
        return None
    for j in range(k - 1, max(0, k - _OBJECT), -1):
        if singular(tokens.word[j]) in nouns("gift") or singular(tokens.word[j]) in nouns("sum"):
            last = k if tokens.at(j + 1) in ("to", "for") and j + 1 < k else j + 1
            return left(tokens, j), last, "what is changed"
    return None
