"""What the words beside a number foretell, whatever its trigger: planned, aimed at, to follow."""

from itertools import pairwise

from plainfigures.figures.grammar import prospects
from plainfigures.figures.grammar.denials import BORDERS
from plainfigures.figures.triggers.phrases import OWNERS
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import RELATIVES, SUBJECTS
from plainfigures.prose.words.helpers import BE, MODALS, WILL
from plainfigures.prose.words.lexicon import future, tag
from plainfigures.prose.words.tokens import Tokens

FORETOLD = frozenset(
    "planned expected targeted intended projected envisaged scheduled foreseen".split()
)
_TARGETS = frozenset("target targets quota quotas goal goals aim aims planning".split())
_PROMISES = frozenset("commitment pledge promise undertaking plan projection forecast".split())
_BESIDE = frozenset(("against", "compared"))
_GIVES = frozenset("of is was been at to stands stood remains remained set :".split())
_ENDS = frozenset(
    ("", ".", ",", ";", ")", "for", "by", "in", "and", "twice", "every", "each", "next", "this")
)
_FOLLOW = frozenset("follow join come go leave return be".split())
_AFTER = frozenset(("follow", "join"))
_FOLLOWING = 6
_RISING = frozenset("rise grow climb increase swell jump fall drop shrink".split())
_AIMED = frozenset(
    "hoped hoping aimed aiming planned planning budgeted expected provides calls".split()
)
_LAID = FORETOLD | frozenset("promised pledged agreed due".split())
_LAID_DOWN = frozenset(
    (("set", "out"), ("laid", "down"), ("provided", "for"), ("called", "for"), ("aimed", "at"))
)
# Within so many tokens behind an area is told of what it is.
_OF_WHAT = 4
_SET = FORETOLD | frozenset("set hoped aimed meant foreseen wanted".split())


def label_foretells(word: list[str]) -> bool:
    """ "Planned for 2031: 8,000 persons", "Convoy 4 (planned for Monday): 210 persons"."""
    if ":" not in word:
        return False
    label = ["(", *word[: word.index(":")]]
    return any(one == "(" and form in FORETOLD for one, form in pairwise(label))


def foretold(tokens: Tokens, q: Quantity, lent: bool) -> bool:
    """ "of the planned 46,000", "planned for 18,000": the participle before the number.

    Where another number has `lent` the measure, any word of its clause that points forward: "it
    expects to bring 40 more".
    """
    word, k = tokens.word, q.phrase_first - 1
    if tokens.at(k - (tokens.at(k) in ("for", ":"))) in FORETOLD:
        return True  # "Planned: 8,000 persons"
    if tokens.at(k) == ":" and label_foretells(word):
        return True
    if tokens.at(k) in _GIVES and not _TARGETS.isdisjoint(word[max(0, k - 4) : k]):
        return True  # "against a target of 20,000", "the quota for the year was 600"
    if q.kind != "money" and tokens.at(k) == "of" and tokens.at(k - 1) in _PROMISES:
        # "900 came, against a commitment of 2,000"
        return not _BESIDE.isdisjoint(word[max(0, k - 4) : k])
    if q.kind != "money" and tokens.at(k) == "of" and tokens.at(k - 1) == "first":
        return tokens.at(q.phrase_last) not in RELATIVES  # "the first of 5,000 to go home"
    rising = q.kind != "money" and tokens.at(k) == "to" and tokens.at(k - 1) in _RISING
    if rising and tokens.at(k - 2) in MODALS:
        return True  # "a number that will rise to 9,000"
    if tokens.at(k) == "for" and tokens.at(k - 1) in _AIMED:
        return True  # "had hoped for 9,000"
    if tokens.at(q.phrase_last) in FORETOLD and tokens.at(q.phrase_last + 1) in _ENDS:
        return True  # "half of the 16,000 planned"
    if q.kind == "unit" and word[q.first - 1] == "the" and _is_laid_down(word, q.phrase_last):
        return True  # "below the 17 hectares of yearly clearance provided for in the plan"
    if (
        tokens.at(q.phrase_last) in SUBJECTS
        and word[q.first - 1] == "the"
        and _is_set(word, q.phrase_last)
    ):
        return True  # "below the 480 we had set ourselves"
    if not lent:
        return _would_follow(word, q, _AFTER)
    if tokens.at(q.phrase_last) in WILL or _would_follow(word, q, _FOLLOW):
        # "another 40 will follow", but "40 would be my guess"
        return not (tokens.at(q.phrase_last + 1) == "be" and tokens.at(q.phrase_last + 2) in OWNERS)
    if prospects.is_awaited(tokens, q) or (
        q.kind == "money"
        and (
            prospects.is_gathered(word, k + 1, k + 1)
            or prospects.is_new_total(word, k + 1)
            or prospects.is_for_later(word, q)
        )
    ):
        return True  # "came to the donors' conference with $9 million"
    for k in range(q.phrase_first - 1, max(-1, q.phrase_first - 12), -1):
        if word[k] in BORDERS or word[k] == "," or k in tokens.parted:
            return False
        if word[k] in future("measure"):
            return True
    return False


def _is_laid_down(word: list[str], k: int) -> bool:
    """ "the 12 hectares | *foreseen*", "the 12 hectares | of yearly clearance *set out* in it"."""
    stop = k + _OF_WHAT if word[k : k + 1] == ["of"] else k
    while k < min(stop, len(word) - 1) and (word[k] == "of" or tag(word[k])[0] in "na"):
        k += 1
    return word[k : k + 1] != [] and (word[k] in _LAID or tuple(word[k : k + 2]) in _LAID_DOWN)


def _is_set(word: list[str], k: int) -> bool:
    """ "the 480 | *we had set* ourselves", "the 900 | *they planned*": what someone aimed at."""
    k += 1 + (word[k + 1 : k + 2] == ["had"])
    return word[k : k + 1] != [] and word[k] in _SET


def _would_follow(word: list[str], q: Quantity, verbs: frozenset[str]) -> bool:
    """ "another 40 would follow", "40 more are to join them by June": one of some verbs."""
    last = q.phrase_last + (word[q.phrase_last : q.phrase_last + 1] in (["more"], ["others"]))
    after = word[last : last + _FOLLOWING]
    k = next((k for k, form in enumerate(after) if form in verbs), 0)
    helpers = after[:k]
    if "to" in helpers:
        return helpers[0] in BE and helpers[-1] == "to"
    if "have" in helpers and "said" not in helpers:
        return False
    return not MODALS.isdisjoint(helpers)
