"""Doings: people of whom a sentence tells what they did, and not what the one before told."""

from plainfigures.figures.grammar.predicates import Predicates
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.tokens import Tokens


def does_else(tokens: Tokens, q: Quantity, predicates: Predicates) -> bool:
    """ "She was one of 151,000 who got as far as the river": what they did is told there."""
    if q.kind == "unit" and tokens.at(q.phrase_first - 1) in ("has", "had", "the"):
        return True  # "They cleared 40 hectares. The farm has 90 hectares."
    if q.kind != "bare" or tokens.at(q.phrase_last) != "who":
        return False
    k = predicates.after_helpers(q.phrase_last + 1)
    return k < tokens.size and predicates.is_foreign(k)
