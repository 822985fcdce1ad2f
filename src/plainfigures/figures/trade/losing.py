"""Trade that was lost: "the strike cost the country a tenth of its exports"."""

from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import nouns, singular, tag
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_LOSING = ("lose", "cost", "shed", "forfeit", "destroy", "ruin", "wipe", "erase", "eat")
_ROBBING = ("rob", "deprive", "strip")
# What befalls trade does to it; a land that takes or swallows it buys it.
_TAKING = ("swallow", "devour", "consume", "take", "sweep", "claim", "carry")
_CURBS = frozenset("embargo sanction boycott closure closing recession slump depression".split())
_GONE = verb_forms(("vanish", "disappear", "evaporate", "melt"))
_LOST = frozenset("lost wiped destroyed ruined swept gone erased eaten".split())
# The most tokens from a verb to its number, from an event to the verb, and of what is lost.
_VERB, _SUBJECT, _TRADE = 4, 6, 10


def is_lost(tokens: Tokens, q: Quantity) -> bool:
    """Whether a verb before or behind a part of trade tells that it was lost."""
    word, k = tokens.word, q.phrase_first - 1
    if word[k] == "of":  # "*robbed* the growers *of* a tenth of their exports"
        return not verb_forms(_ROBBING).isdisjoint(word[max(0, k - _VERB) : k])
    losing, taking = verb_forms(_LOSING), verb_forms(_TAKING)
    while k > 0 and word[k] not in losing | taking and q.phrase_first - k <= _VERB:
        if tag(word[k])[0] not in "danopr":
            break
        k -= 1
    return word[k] in losing or (word[k] in taking and _is_of_event(word, k)) or _goes(tokens, q)


def _is_of_event(word: list[str], verb: int) -> bool:
    """ "*the war* with Chad has | swallowed half of its exports", not "*before* the war it had"."""
    return any(
        singular(word[j]) in nouns("event") | _CURBS
        and "p" not in (tag(word[j - 1])[0], tag(word[j - 2])[0])
        for j in range(max(0, verb - _SUBJECT), verb)
    )


def _goes(tokens: Tokens, q: Quantity) -> bool:
    """ "a third of our trade with Chad *vanished*", "half of the exports *were wiped out*"."""
    near = range(q.last + 1, min(q.last + _TRADE, tokens.size))
    k = next(
        (j for j in near if tag(tokens.word[j])[0] not in "danp" or tokens.word[j] in HELPERS), 0
    )
    helped = tokens.at(k) in HELPERS
    while k and tokens.at(k) in HELPERS:
        k += 1
    return tokens.at(q.last) == "of" and tokens.at(k) in (_LOST if helped else _GONE)
