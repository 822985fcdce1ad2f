"""Leading: which words lead to the other side of a trade ("sent to Chad", "bound for Mali")."""

from functools import cache

from plainfigures.figures.trade.goods import is_adjective
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.signs import WHICH
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_TO = frozenset("to with from between towards toward".split())
# what "to" and "with" after it lead to no partner
_OTHERWISE = frozenset("according due thanks owing compared".split())
_LEANING = "dependent reliant dependence reliance dependency".split()
_BOUND = "bound destined headed meant intended earmarked left".split()
_MADE = "made produced grown up buyers buyer customers market markets outlets".split()
_AIMED = "directed aimed targeted pointed".split()
_SOLD = frozenset(("sold", "marketed"))
_EXPORTED = frozenset(("exports", "exported"))


def leads(tokens: Tokens, k: int) -> bool:
    """Whether the word at token `k` leads to a partner, by itself or with the word before it."""
    word, before = tokens.at(k), tokens.at(k - 1)
    if word in _TO:
        return before not in _OTHERWISE and (before, word) != ("imported", "to")
    if word == "in" and before in _SOLD:
        return not _EXPORTED.isdisjoint(tokens.word)
    if word == "of":  # "imports of | Irish cattle"
        return before == "imports" and is_adjective(tokens, (k + 1, k + 2))
    return before in _led().get(word, ())


def goes(tokens: Tokens, k: int) -> int:
    """ "14 percent *that goes to* Mali": the word that leads behind a verb at token `k`, or `k`."""
    verb = k + (tokens.at(k) in WHICH)
    if tokens.word[k : k + 2] == ["for", "those"]:
        return k + 2  # "against 4 percent *for those to* Mali"
    led = tag(tokens.at(verb) or ".")[0] == "v" and leads(tokens, verb + 1)
    return verb + 1 if led else k


@cache
def _led() -> dict[str, frozenset[str]]:
    """What must stand before the other words that lead ("relies on", "end up in")."""
    leaning = verb_forms(("rely", "depend", "lean")).union(_LEANING)
    heading = verb_forms(("head", "leave")).union(_BOUND)
    within = verb_forms(("originate", "land")).union(_MADE)
    aimed = frozenset(_AIMED)
    return {"on": leaning, "upon": leaning, "for": heading, "in": within, "at": aimed}
