"""Leads: where the words begin that tell how many, with their article ("*an* estimated 40").

What leads to a quantity is asked of the word before its lead, so that no wording of the amount
hides the verb or the preposition.
"""

from plainfigures.prose.dates.portions import FURTHER
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.qualifiers import SIZING
from plainfigures.prose.words.closed import DETERMINERS
from plainfigures.prose.words.tokens import Tokens


def lead(tokens: Tokens, q: Quantity) -> int:
    """The token at which the words begin that tell how many a quantity is."""
    word, k = tokens.word, q.phrase_first
    if word[k - 1] == "of" and word[k - 2] == "total":  # "a total of 40"
        k -= 2
    while k > 0 and word[k - 1] in SIZING:
        k -= 1
    if k < q.first and tokens.at(k - 1) in ("a", "an"):
        return k - 1
    k = q.phrase_first - (tokens.at(q.phrase_first - 1) in FURTHER)
    if tokens.at(k - 1) in DETERMINERS:  # "of *the* additional 40"
        return q.phrase_first
    return k - (word[k] == "another" and tokens.at(k - 1) == "yet")
