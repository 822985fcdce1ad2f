"""Insertions: what breaks off a clause before its verb, and is read behind the clause."""

from collections.abc import Sequence
from itertools import pairwise

from plainfigures.prose.words.lexicon import numbers, speech_verbs, tag

_VERBS = frozenset(
    "is are was were be been has have had will would can could may might must shall should do "
    "does did".split()
)
_STOPS = frozenset(".!?")
_BREAKS = frozenset((",", "\u2013", "\u2014", ")"))
_OPENS = {")": "("}
# So many tokens an insertion has at most.
_LONGEST = 14
_TURNS = frozenset("and but while whereas".split())
# What an insertion opens with that says nothing of the subject's name, time or place.
_OPENERS = frozenset(
    "with without like unlike despite according along including among as however of for too it "
    "we they he she most many some all both none said says to".split()
)
_PHRASES = frozenset(
    tuple(phrase.split())
    for phrase in (
        "in the words|in their view|in his view|in her view|in its view|by all accounts"
    ).split("|")
)
# What joins a sentence to the one before, and is read nowhere.
_LINKS = frozenset(
    tuple(phrase.split())
    for phrase in (
        "however|moreover|furthermore|therefore|thus|meanwhile|nevertheless|nonetheless|indeed|"
        "too|also|again|then|for example|for instance|for their part|for its part|for his part|"
        "for her part|of course|in fact|in turn|in short|in general|in practice|in particular|"
        "in addition|in the meantime|as well|as it happens|by contrast|at last|at first|"
        "after all|above all|on the other hand|on the contrary|on the whole|by the way|needless to "
        "say|as we know|as everybody knows|as is well known"
    ).split("|")
)


def behind_clause(word: Sequence[str], raw: Sequence[str]) -> list[int] | None:
    """The order in which the tokens are read where an insertion breaks off a clause, else None.

    The sign that closes a pair of commas or of dashes is left out, and so is all that only links
    the sentence to others.

    >>> behind_clause(*[". 12 people , officials said , were killed .".split()] * 2)
    [0, 1, 2, 7, 8, 3, 4, 5, 9]
    """
    if _BREAKS.isdisjoint(word):
        return None
    for k in range(3, len(word) - 2):
        if word[k] in _BREAKS and _is_verb(word[k + 1]):
            first = _opener(word, k)
            if first > 0 and tuple(word[first + 1 : k]) in _LINKS:
                return [*range(first), *range(k + 1, len(word))]
            said = word[k - 1] in speech_verbs() or word[first + 1] == "according"
            alone = not said or _is_alone(word[:first])
            if first > 0 and alone and _may_move(word, raw, first, k):
                to = _clause_end(word, k + 1)
                if not to:
                    return None  # the last token must stay the last, where the text ends
                moved = range(first, k + (word[k] == ")"))
                return [*range(first), *range(k + 1, to), *moved, *range(to, len(word))]
    return None


def _opener(word: Sequence[str], k: int) -> int:
    """The token that opens what token `k` closes, or 0."""
    sign = _OPENS.get(word[k], word[k])
    return next((j for j in range(k - 2, max(0, k - _LONGEST), -1) if word[j] == sign), 0)


def _may_move(word: Sequence[str], raw: Sequence[str], first: int, k: int) -> bool:
    """Whether no more is lost than where it stood: it has no number, and names no subject."""
    if any(form[0].isdigit() or form in numbers() for form in word[first:k]):
        return False
    if word[k] == ")":
        return all(map(str.islower, raw[first + 1 : k]))
    return (
        word[k] != ","
        or word[k - 1] in speech_verbs()
        or word[first + 1] in _OPENERS
        or tuple(word[first + 1 : first + 4]) in _PHRASES
        or tag(word[first + 1]) == "r"
    )


def _is_alone(before: Sequence[str]) -> bool:
    """Whether no clause of its own ends before, which others may have said."""
    return ";" not in before and not any(a == "," and b in _TURNS for a, b in pairwise(before))


def _is_verb(form: str) -> bool:
    """Whether a verb goes on with a clause that was broken off."""
    return form in _VERBS or tag(form)[:2] in ("v", "v,", "vd")


def _clause_end(word: Sequence[str], k: int) -> int:
    """The token that closes the clause of the verb at token `k`, or 0."""
    last = len(word) - 1
    while last > k and word[last] not in _STOPS:
        last -= 1
    return next((j for j in range(k, last) if word[j] == ";"), last if last > k else 0)
