"""Labels: what opens a line before its colon says what the numbers behind it are of."""

from plainfigures.prose.nouns import nouns
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.units.units import Unit, unit_after
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import singular, speech_verbs, tag
from plainfigures.prose.words.tokens import DASHES, Tokens

NUMBER_NOUNS = frozenset(("number", "numbers"))
# What may stand between the numbers of one list, with how strong a band of light is: "1712 (s)".
LISTED = frozenset((",", "and", "(", ")", "br", "s", "m", "w"))
# The most tokens of a label; of the bullet before it; of a unit, its brackets and what leads to it.
_REACH, _BULLET, _UNIT = 22, 4, 5


def read_label(tokens: Tokens, q: Quantity) -> None:
    """Give a number behind a colon the unit or the noun of its label."""
    unit = labelled(tokens, q.phrase_first - 1)
    if unit is None:
        _count(tokens, q)
    else:
        q.kind, q.unit, q.inherited = unit.kind, unit.name, True


def labelled(tokens: Tokens, colon: int) -> Unit | None:
    """The unit before a colon: "Weight (kg):", "Height in cm:", "cm-1:"."""
    last = colon - (tokens.at(colon - 1) in (")", "]"))
    for k in range(max(1, colon - _UNIT), last):
        raised = tokens.word[last - 2] == "-" and k == last - 3
        if raised or tokens.word[k - 1] == "in" or (last < colon and tokens.word[k - 1] in "(["):
            unit = unit_after(tokens, k)
            if unit is not None and unit.last == last and unit.kind in ("unit", "percent"):
                return unit
    return None


def is_listed(tokens: Tokens, i: int) -> bool:
    """Whether the number at token `i` is one of a list behind a label: "Sizes (mm): 90, 1650"."""
    k = i - 1
    while k > 0 and (tokens.word[k] in LISTED or tokens.word[k][0].isdecimal()):
        k -= 1
    return tokens.at(k) == ":" and labelled(tokens, k) is not None


def _ends_item(tokens: Tokens, k: int) -> bool:
    """ "mines: 31; shells: 4, dogs: 2": whether the next item of a line begins behind a sign."""
    if tokens.word[k] in DASHES:
        return not tokens.tight(k)
    return tokens.word[k] == ";" or (tokens.word[k] == "," and tokens.at(k - 1).isdecimal())


def _count(tokens: Tokens, q: Quantity) -> None:
    """ "Mines destroyed: 412", "- Displaced families, so far: 90": what opens a line is counted.

    It is a plural, or ends with what was done with something; so in a further item.
    """
    word, colon = tokens.word, q.phrase_first - 1
    item = next((k for k in range(colon - 1, -1, -1) if _ends_item(tokens, k)), -1)
    first = next(
        (k for k in range(item + 1, min(colon, item + _BULLET)) if word[k].isalpha()), colon
    )
    if colon - first > _REACH or not speech_verbs().isdisjoint(word[first : colon - 1]):
        return
    of = next((k for k in range(first + 1, colon) if word[k] == "of"), None)
    if of is not None and word[of - 1] in NUMBER_NOUNS:
        first = of + 1
    unit = unit_after(tokens, first)
    if unit is not None and unit.kind == "unit" and tokens.at(unit.last) == "of":
        q.unit, q.kind, q.inherited = unit.name, "unit", True  # "Km of roads repaired: 1,145"
        return
    noun = nouns.walk(tokens, first, False)
    if noun is None:  # "Unexploded ordnance destroyed"
        noun = nouns.walk(tokens, first + 1, False)
    if noun is None or noun.last > colon:
        return
    if noun.unit != "person" and (word[noun.last] in HELPERS or tag(word[noun.last]) == "v"):
        return  # "The facts are plain: 90 died"
    done = noun.last == colon - 1 and tag(word[noun.last]).startswith("vd")
    if word[colon - 1] in speech_verbs() and (not done or noun.unit == "person"):
        return  # "Mines found: 90", but "The miners said: 90"
    head = noun.last - 1
    if not done and singular(word[head]) == word[head] and not tokens.raw[head].isupper():
        return  # but "UXO: 90"
    q.noun, q.unit, q.kind, q.inherited = noun, noun.unit, "noun", True
