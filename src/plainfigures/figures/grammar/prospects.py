"""Sums that are still to come by what stands around them: a conference, a new total, a wait."""

from collections.abc import Iterable

from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import future, tag
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_GATHERINGS = frozenset("conference meeting summit roundtable platform gathering forum".split())
_ANY = frozenset(("meeting", "gathering"))
_ROUND = frozenset(("round", "-", "pledging"))
_LOCAL = frozenset("a public town village parish church mass annual".split())
_MEANWHILE = frozenset(("at", "during", "in"))
# How far before and behind a verb the gathering may stand at which a sum was raised.
_BEFORE, _BEHIND = 14, 12
_FAR = 24
# What has been paid, however much of it there is now.
_PAID = frozenset(
    "payments disbursement disbursements spent paid disbursed delivered transferred".split()
)
_NOW = frozenset(("is", "are"))
_BY = frozenset(("to", "by"))
_RAISING = frozenset("increasing raising doubling tripling boosting expanding".split())
_MAKING = frozenset("making giving offering extending providing".split())
_ACTING = _MAKING | _RAISING
_PROPOSING = frozenset(
    "announced announces announce announcement proposed proposes propose proposal pledged "
    "promised vowed unveiled".split()
)
# Within so many tokens before what somebody does stands that he announces it.
_SAID = 5
_LATER = frozenset(("next", "coming"))
_TERMS = frozenset("year years month months week weeks decade".split())
_WHEN = 6
# How far before what was paid stands the verb that brings its total to a sum.
_TOTAL = 5
_BRINGS = ("bring", "take", "lift")


def is_awaited(tokens: Tokens, q: Quantity) -> bool:
    """ "5,000 more are expected by June"."""
    last = q.phrase_last + (tokens.at(q.phrase_last) in ("more", "others"))
    return tokens.at(last) in BE and tokens.at(last + 1) in future("measure")


def is_for_later(word: list[str], q: Quantity) -> bool:
    """ "and a further $2 million | over the next two years"."""
    after = word[q.phrase_last : q.phrase_last + _WHEN]
    return after[:1] != [","] and any(
        one in _LATER and not _TERMS.isdisjoint(after[k + 1 : k + 3]) for k, one in enumerate(after)
    )


def is_paid(words: Iterable[str]) -> bool:
    """Whether words tell of what has been paid: "total disbursements"."""
    return not _PAID.isdisjoint(words)


def is_gathered(word: list[str], first: int, last: int) -> bool:
    """ "the donors' conference raised $9 million", "was raised during the gathering"."""
    if is_paid(word[first:last]):
        return False  # "of the aid promised at the conference $9 million was paid"
    if _gathers(word, max(0, first - _BEFORE), first):
        return True
    after = word[last : last + _BEHIND]
    at = next((k for k, one in enumerate(after) if one in _MEANWHILE), len(after))
    return _gathers(word, last + at, last + len(after))


def is_condition(word: list[str], t: Trigger) -> bool:
    """ "unless UNICEF | receives $3 million": what somebody does not have yet."""
    return "unless" in word[max(0, t.first - _WHEN) : t.first]


def is_being_made(word: list[str], t: Trigger) -> bool:
    """ "is making an additional | contribution of $3 million", "offered aid, giving $3 million"."""
    if t.kind == "noun":
        k = t.first - 1
        while k > 0 and word[k] not in _ACTING and tag(word[k])[0] in "dan":
            k -= 1
        if word[k] not in _ACTING or (word[k] in _RAISING and word[t.last] not in _BY):
            return False
        k -= 1 + (tag(word[k - 1]) == "r")
        return word[k] in _NOW or (word[k] == "was" and word[k + 1] in _RAISING)
    if t.kind != "verb" or not word[t.first].endswith("ing"):
        return False
    if word[t.first - 1] in BE and t.first > 1:  # "announced | it was sending $3 million"
        return not _PROPOSING.isdisjoint(word[max(0, t.first - _SAID) : t.first])
    led = word[t.first - 1] == ","
    return led and not _PROPOSING.isdisjoint(word[: t.first])


def _gathers(word: list[str], first: int, last: int) -> bool:
    """Whether donors gather between two tokens; "a meeting in the town hall" is none of theirs."""
    return any(
        (word[k] in _GATHERINGS and not (word[k] in _ANY and word[k - 1] in _LOCAL))
        or (word[k] == "table" and word[k - 1] in _ROUND)
        for k in range(first, last)
    )


def is_brought_to(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "this brings aid to the town to $9 million": with what was promised now."""
    if t.kind == "phrase" or t.last > q.first:
        return False
    return is_new_total(word, q.phrase_first, t.first)


def is_new_total(word: list[str], at: int, low: int | None = None) -> bool:
    """Whether "to" leads to the sum at token `at` after a verb of bringing, before token `low`."""
    near = word[max(0, at - _FAR if low is None else low - _BEFORE) : at]
    if near[-4:] == ["to", "a", "total", "of"]:
        near = near[:-3]
    brought = near[-1:] == ["to"] and not verb_forms(_BRINGS).isdisjoint(near)
    return brought and not is_paid(near)


def is_to_date(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "would bring total disbursements to $9 million": mostly paid by now."""
    if is_paid(word[t.first : t.last]):
        near = word[max(0, t.first - _TOTAL) : t.first]
        return t.last < q.first and "to" not in near and not verb_forms(_BRINGS).isdisjoint(near)
    # "their gifts, $9 million, would otherwise have been less"
    return word[q.phrase_last + 1 : q.phrase_last + 3] == ["would", "otherwise"]
