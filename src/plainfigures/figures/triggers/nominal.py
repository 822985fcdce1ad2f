"""Trigger words that are nouns as well as verbs: which of the two one is, by its neighbours."""

from plainfigures.prose.units.prices import SIGNS
from plainfigures.prose.words.helpers import BE, HAVE, HELPERS, MODALS
from plainfigures.prose.words.lexicon import (
    calendar,
    is_person,
    nouns,
    singular,
    tag,
    verb_lemmas,
)
from plainfigures.prose.words.number import is_number, past_bounds
from plainfigures.prose.words.signs import ENDS
from plainfigures.prose.words.tokens import Tokens

# What is counted and is no deed.
_WORKED = frozenset(("shift", "ship"))
_OWNED = frozenset(("fund", "vote", "reserve", "finance"))
_HELPERS = frozenset("have has had are were will can may must should do did".split())
# Acts that are sums as well ("approved funding of").
_ACTS = frozenset("funding financing spending lending".split())
# The longest word that a title writes small.
_SHORT = 4
# "A $5 million grant" is one that was granted.
GRANTS = frozenset(("grant", "award"))
_HELP = frozenset("aid assistance support funding financing money".split())
_OF_ACTS = frozenset("of for from to in by".split())
# "Missing the deadline"
MISSED = frozenset("the a an their its his her out".split())
_LED = frozenset(("in", "of"))
_SUMMING = frozenset(("totalling", "totaling", "worth", "amounting"))
_LEFT = frozenset("left leave leaves leaving the".split())
_DAYS = frozenset("day night morning evening afternoon week month year weekend".split())
DETERMINERS = frozenset(
    "the a an its their his her our my your this that these those them it him us".split()
)


def is_noun(tokens: Tokens, i: int, kind: str, lemma: str) -> bool:
    """Whether a verb is a noun here ("the fund", "return of the dead", "grants from abroad")."""
    word = tokens.word[i]
    if kind not in ("verb", "intransitive"):
        return False
    if word.endswith("ing"):
        if word not in _ACTS:
            return False
        before, after = tokens.at(i - 1), tokens.at(i + 1)
        if after in _OF_ACTS or (after in HELPERS and tag(before or ".") == "d"):
            return True
        if after in _SUMMING or not after:
            return True  # "got funding worth $3 million"
        object_follows = after in SIGNS or is_number(after) or tag(after)[0] in "nado"
        object_follows = object_follows or tokens.capital(i + 1)
        return not (object_follows or before in HELPERS or before == "to")  # "in funding and"
    if word == "mine" and tag(tokens.at(i + 1) or ".")[0] == "n":
        return tokens.at(i - 1) != "to"  # "mine action"
    if word == "mines" and tokens.at(i + 1) in ENDS:
        return True  # "anti-tank mines, from 9 hectares"
    if word not in (lemma, lemma + "s"):
        return False
    if "n" not in tag(word).replace("ns", "n").split(","):
        return False
    if tokens.at(i + 1) == "of" and tokens.at(i - 1) != "to":
        return True
    if tokens.at(i + 1) == ")" and _is_bracketed(tokens, i):
        return True
    if lemma in _OWNED and tokens.at(i - 1) == "'s":
        return True  # "paid to the minister's fund"
    if word != lemma and lemma in GRANTS and tokens.at(i + 1) in _SUMMING:
        return True  # "gave Chad grants totalling $4 million"
    if i and tag(tokens.word[i - 1]) == "p" and tokens.word[i - 1] != "to":
        return True  # "because of surrenders", "in flight"
    if i and tag(tokens.word[i - 1]) == "a" and tag(tokens.at(i + 1) or ".")[:2] == "vd":
        return True  # "non-technical survey added 12 hectares"
    led = i > 0 and tag(tokens.word[i - 1]).split(",")[0] == "n"
    if word != lemma and lemma in GRANTS and led and tokens.at(i + 1) in _OF_ACTS:
        return True  # "emergency grants for the town"
    if (
        word != lemma
        and (
            i == 0
            or (lemma in _WORKED and is_number(tokens.word[i - 1]))  # "in two shifts"
            or tag(tokens.word[i - 1]) == "a"
            or tag(tokens.word[i - 1])[:2] == "vd"  # "earmarked funds"
            or tokens.at(i + 1) == "from"
            or tokens.at(i + 1) in _HELPERS  # "mines have been found"
        )
    ):
        return True
    if lemma in GRANTS and tokens.at(i + 1) in _HELP and i:  # "extended grant aid"
        before = tokens.word[i - 1]
        return before not in _HELPERS and tag(before)[0] in "advn" and tag(before)[:2] != "ns"
    k, kinds = i - 1, ("a", "n", "vg") if lemma == "fund" else ("a", "n")  # "the demining fund"
    reach = 4 if tokens.at(i - 2) == "-" else 2  # "in longer-term loans"
    while (
        k >= max(0, i - reach)
        and (
            tag(tokens.word[k]).split(",")[0] in kinds
            or tokens.word[k] in nouns("attributive")  # "in U.S. *goods* purchases"
            or tokens.raw[k].isupper()
            or "-" in tokens.word[k : k + 2]
        )
    ):
        k -= 1
    if k < i - 1 and tokens.at(k) in _LED and word != lemma:
        return True  # "$3 million in EU loans"
    led = lemma == "fund" and k < i - 1 and tokens.at(k) in ("the", "'s")
    if led and tokens.word[i - 1][-1] != "s":
        return True  # "promised the Baltic fund | a further $9 million"
    if k < i - 1 and _gives_to(tokens, i + 1):
        return False  # "the war cost the town 90 men"
    if word == "mines" and any(map(is_number, tokens.word[max(0, k) : i])):
        return True  # "lifted 900 anti-tank mines so far"
    priced = tokens.at(i + 1) in SIGNS or is_number(tokens.at(i + 1) or ".")
    if priced and (word != lemma or word == "cost"):
        return False  # "the relief agency lacks $3 million"
    # but "the country needs | a budget of"
    return k >= 0 and tag(tokens.word[k]) == "d" and tokens.at(i + 1) not in ("a", "an")


def _is_bracketed(tokens: Tokens, i: int) -> bool:
    """ "$4 million (concessional *loan*)": whether brackets hold a noun phrase alone to its end."""
    k = i - 1
    while k > 0 and (tokens.word[k] == "-" or tag(tokens.word[k])[0] in "na"):
        k -= 1
    return tokens.at(k) == "("


def is_deed(tokens: Tokens, i: int) -> bool:
    """Whether a word of a state is a verb here, with an object ("burned it", "has fallen")."""
    tags, before = tag(tokens.word[i]), tokens.at(i - 1)
    if before in HAVE and tags[0] == "v":
        return True  # no fallen soldier
    if before == "and" and "vd" in tags.split(","):
        after = tokens.at(past_bounds(tokens, i + 1))
        if after in SIGNS or (is_number(after) and tokens.word[i] != "missing"):
            return True  # "sought aid of $5 million and received $1 million"
    acts = i > 0 and tags.startswith("vd") and before not in HELPERS and before not in _LEFT
    if not acts or is_number(before) or tokens.at(i + 1) not in DETERMINERS:
        return False
    return _DAYS.isdisjoint(tokens.word[i + 2 : i + 4])  # "those hurt the night before"


def is_missed(tokens: Tokens, i: int) -> bool:
    """ "900 pupils are missing | class", "… the deadline": a verb with an object, and nobody lost.

    But "nine are missing at sea", "nine were missing Friday".
    """
    after = tokens.at(i + 1)
    if tokens.word[i] == "missing" and is_number(after or ".") and tokens.at(i + 2).endswith("s"):
        return not is_person(singular(tokens.at(i + 2)))  # "brought in *missing* two legs"
    if tokens.word[i] != "missing" or tokens.at(i - 1) not in BE:
        return False
    if after in MISSED:
        return tokens.at(i + 2) != "of"  # but "nine are missing out of 40"
    if tag(after or ".").split(",")[0] not in ("n", "ns") or tokens.capital(i + 1):
        return False
    timed = after in calendar("weekday") or singular(after) in calendar("unit")
    return not (is_person(singular(after)) or timed)


def is_in_name(tokens: Tokens, i: int, kind: str) -> bool:
    """Whether a capital word only names a body or an office ("the Relief Coordinator").

    A verb has none but in a title, where all long words have one.
    """
    if kind in ("verb", "intransitive"):
        found = tokens.capital(i - 1) or tokens.capital(i + 1)
    else:
        after = singular(tokens.at(i + 1))
        found = tokens.capital(i + 1) and (after in nouns("body") or is_person(after))
    return found and any(raw.islower() and len(raw) > _SHORT for raw in tokens.raw)


def _gives_to(tokens: Tokens, k: int) -> bool:
    """Whether a noun and then a number stand at token `k`, as the two objects of a verb."""
    if tokens.at(k) not in DETERMINERS and not tokens.capital(k):
        return False
    last = k + 1
    while last < min(k + 4, tokens.size) and not is_number(tokens.word[last]):
        if tag(tokens.word[last]).split(",")[0] not in ("a", "n", "ns"):
            return tokens.word[last] == "a" and is_number(tokens.at(last + 1))
        last += 1
    return last < tokens.size and is_number(tokens.word[last])


def _is_modal(tokens: Tokens, i: int) -> bool:
    """ "will *target* camps", but "will *support* aid in Chad ($4 million)": a gift."""
    return tokens.word[i - 1] in MODALS and tokens.word[i] not in _HELP


def is_verb(tokens: Tokens, i: int) -> bool:
    """Whether a noun is a verb here ("to return", "will target it", "remains its partner")."""
    if "v" not in tag(tokens.word[i]).split(",") and not verb_lemmas(tokens.word[i]):
        return False
    if i > 0 and (tokens.word[i - 1] == "to" or _is_modal(tokens, i)):
        return True
    gerund = i > 0 and tokens.word[i].endswith("ing") and tag(tokens.word[i - 1]) == "p"
    if gerund and "ns" in tag(tokens.at(i + 1) or "."):
        return True  # "charged with killing guards"
    after = tokens.at(i + 1)
    if tokens.word[i] == "cost" and i > 0 and tag(tokens.word[i - 1])[:1] == "n":
        # "the work cost $4 million", "relief cost the Treasury"
        return after in SIGNS or is_number(after) or after in DETERMINERS
    if tokens.word[i] == "remains" and after in ("as", "at"):
        return True  # "their number remains as high as 900"
    if after == "that" and i and tag(tokens.word[i - 1]).split(",")[0] in ("d", "a", "n"):
        return False  # "the relief *budget that* she read out"
    timed = tokens.at(i + 2) in calendar("unit")  # "a $3 million gap this year"
    return after in DETERMINERS and not timed and tokens.raw[i + 1] != "US"  # "needs US$ 3 million"
