"""Withheld: sums of aid that were promised, and that nobody got."""

from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_DENYING = frozenset("not cannot never n't".split())
_HAND_OVER = tuple(
    "pay disburse deliver release transfer give grant send provide distribute remit hand receive "
    "arrive come reach materialise materialize appear".split()
)
_CUT = tuple("cut reduce slash trim lower shrink fall drop decline sink".split())
_STOP = tuple(
    "suspend freeze withhold withdraw cancel block revoke halt cut slash vanish rescind scrap axe "
    "reject refuse return reclaim recoup".split()
)
_BACK = verb_forms(("claw", "hold", "keep", "take", "give"))
_WEIGHING = frozenset("considering weighing discussing debating contemplating mulling".split())
_SHORT = frozenset(("short", "below", "behind", "under"))
_OWNED = 8  # the longest "of the aid promised in May" between a sum and its verb


def is_withheld(tokens: Tokens, q: Quantity) -> bool:
    """ "Of the aid, $2 million was never paid", "$2 million of it did not come": given to none.

    Nor is what somebody "suspended", or what was "frozen".
    """
    word, k = tokens.word, q.phrase_last
    if _is_stopped(tokens, q):
        return True
    if "never" not in word and "not" not in word:
        return False
    if tokens.at(k) in ("of", "in"):
        reach = range(k + 1, min(k + _OWNED, tokens.size))
        k = next((j for j in reach if word[j] in HELPERS or word[j] == "never"), k)
    elif tokens.at(k) == "," and tokens.at(q.phrase_first - 1) == "or":
        k += 1  # "a tenth of it, or $2 million, never came"
    first = k
    while tokens.at(k) in HELPERS or tag(tokens.at(k) or ".") == "r":
        k += 1
    return (
        not _DENYING.isdisjoint(word[first:k])
        and tokens.at(k) in verb_forms(_HAND_OVER)
        and ("until" not in word[k:])
    )


def is_cut(tokens: Tokens, q: Quantity) -> bool:
    """ "cut its aid *by* $2 million", "is *considering* a loan of $2 million", no "budget of"."""
    word, j, k = tokens.word, q.phrase_first - 1, q.phrase_first - 1
    led = word[max(0, k - _OWNED) : k]
    while j > 0 and word[j] != "budget" and (word[j] == "of" or tag(word[j])[0] in "nda"):
        j -= 1
    if word[j] in _WEIGHING:
        return True
    if not _SHORT.isdisjoint(led):
        return False  # "fell short of the request by $2 million"
    return word[k] == "by" and "," not in led and any(one in verb_forms(_CUT) for one in led)


def _is_stopped(tokens: Tokens, q: Quantity) -> bool:
    """ "suspended (aid of) $2 million", "cut its aid by $2 million", "$2 million was frozen"."""
    word, k = tokens.word, q.phrase_first - 1
    if word[k] in ("of", "and"):  # "froze $9 million in relief *and* | $2 million in grants"
        near = (j for j in range(k - 1, 0, -1) if word[j].isalpha())
        j = next((j for j in near if tag(word[j])[0] not in "ndapmo"), k)
        k = j if word[k] == "of" or any(map(is_number, word[j:k])) else k
    if k > 0 and (word[k] in verb_forms(_STOP) or (word[k] == "back" and word[k - 1] in _BACK)):
        return True
    k = q.phrase_last
    while k < tokens.size and tag(word[k]).split(",")[0] in ("n", "ns", "a", "p", "d"):
        k += 1
    first = k
    while tokens.at(k) in HELPERS or tag(tokens.at(k) or ".") == "r":
        k += 1
    return first < k and tokens.at(k) in verb_forms(_STOP)
