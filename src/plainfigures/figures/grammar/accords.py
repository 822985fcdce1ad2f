"""Accords: people whose return is promised, agreed on, part of a scheme or hoped for."""

from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.lexicon import future, tag
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

SCHEMES = frozenset("programme program plan plans scheme project operation campaign budget".split())
OVER = frozenset("ended ends completed concluded finished over closed".split())
_APPEALS = frozenset("appeal appealed appeals appealing".split())
_ACCORDS = frozenset(
    "agreement deal accord pact treaty protocol decree timetable schedule proposal talks details "
    "arrangements modalities preparations".split()
)
_PROMISES = frozenset(
    "promise promises promised stipulate stipulates stipulated forecast forecasts consider "
    "considers considering vowed vows aimed undertook undertaken guarantees "
    "ordered demanded demands urged urges sought seeks favours favors advocates advocated "
    "requested requests opposes opposed resists".split()
)
_PROSPECTS = frozenset(
    "cost costs price expense prospect prospects idea threat possibility risk task aim hope hopes "
    "question talk announcement".split()
)
_ARRANGED = frozenset("organised organized assisted facilitated forced planned phased".split())
_FORESEEING = ("provide", "call", "push", "press", "prepare")
_MEANS = frozenset("fund funds funding money cash resources support".split())
_ASKING = verb_forms(tuple("seek ask appeal call beg lack".split()))
_DREAMING = ("speak", "talk", "think", "dream")
_LATER_ON = 8
_VOWS = frozenset("promise pledge vow target goal commitment aim quota undertaking".split())
_KEPT = frozenset(
    "kept met fulfilled honoured honored delivered reached achieved exceeded surpassed hit".split()
)
# From the verb that keeps a vow to the vow, and from there to what was vowed, at the most.
_KEEPING, _VOWED = 4, 5


def agreed(word: list[str], q: Quantity, t: Trigger) -> bool:
    """Whether people are the object of a promise or of an accord.

    "promised the return of 900", "promised 900 returns", "was reached on taking back 900".
    """
    first = min(t.first, q.phrase_first) if t.first < q.phrase_last else t.first
    if q.kind == "money" or first > q.first or "," in word[t.last : q.phrase_first]:
        return False
    near = word[max(0, first - 6) : first]
    while near and (tag(near[-1])[:1] in ("d", "a") or near[-1] in _ARRANGED):
        near.pop()  # "for the voluntary return"
    if not _PROMISES.isdisjoint(near[-2:]):
        return True
    if near[-1:] == ["of"] and not _PROSPECTS.isdisjoint(near[-3:]):
        return True  # "the cost of sending home 900"
    if near[-1:] in (["of"], ["about"]) and near[-2:-1] and near[-2] in verb_forms(_DREAMING):
        return t.kind != "noun" or t.last <= q.phrase_first  # "speaks of taking 900 home"
    if near[-1:] in (["include"], ["includes"]) and not SCHEMES.isdisjoint(word[: t.first]):
        return True  # "the plans include the return of 900"
    if near[-1:] == ["for"] and near[-2:-1] and near[-2] in verb_forms(_FORESEEING):
        return True  # "the accord provides for the return of 900"
    if near[-1:] == ["for"] and not SCHEMES.isdisjoint(near[-3:]):
        after = word[q.phrase_last : q.phrase_last + _LATER_ON]
        return OVER.isdisjoint(after)  # "a programme for the return of 900 was launched"
    if t.kind == "noun" and not _APPEALS.isdisjoint(word[: t.first]) and "for" in near:
        return True  # "an appeal for $3 million for the return and resettlement of 900"
    return near[-1:] in (["on"], ["for"]) and not _ACCORDS.isdisjoint(near)


def is_next(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "300 returned, and the mayor hopes for 200 more": what is hoped for after what was done."""
    between = word[t.last : q.phrase_first]
    if q.kind == "money" or "and" not in between:
        return False
    return not future("measure").isdisjoint(between[between.index("and") :])


def is_to_help(word: list[str], k: int) -> bool:
    """Whether "to help" at token `k` is of a scheme, or of means that somebody seeks.

    "plans to help 900 home", "the operation to help 900 go home was launched".
    """
    if word[k + 1 : k + 2] != ["help"]:
        return False
    if word[k - 1] in _MEANS:  # "seeks funds to help 900 home"
        return not _ASKING.isdisjoint(word[max(0, k - _KEEPING) : k])
    return word[k - 1] in SCHEMES and (
        tag(word[k - 2] if k > 1 else ".")[0] == "n" or OVER.isdisjoint(word)
    )


def kept(tokens: Tokens, q: Quantity, t: Trigger) -> bool | None:
    """ "Has kept its promise of resettling 900", "met the target to return 900": it is done."""
    word, first = tokens.word, min(t.first, q.phrase_first)
    vow = next((k for k in range(max(0, first - _VOWED), first) if word[k] in _VOWS), 0)
    return False if not _KEPT.isdisjoint(word[max(0, vow - _KEEPING) : vow]) else None
