"""Words in passing: what stands between a subject and its verb, or within it, and may be moved.

Rules of later stages read a sentence as if nothing stood there.
"""

from collections.abc import Sequence
from itertools import pairwise

from plainfigures.prose.words.lexicon import numbers, speech_verbs, tag

_HELPERS = frozenset("is are was were be been has have had".split())
_PASSING = frozenset("all also already later now since soon then thus too therefore".split())
_PHRASES = [
    tuple(phrase.split())
    for phrase in (
        "as well|at last|by now|for example|for instance|in addition|in fact|in the end|"
        "in the meantime|in turn|of course|since then|so far|thus far|to date|until now"
    ).split("|")
]
_FIRST = frozenset(phrase[0] for phrase in _PHRASES)
_MODALS = frozenset("will would can could may might must shall should do does did".split())
_ENDS = frozenset(".!?")
_LONGEST = 9
_TURNS = frozenset("and but while whereas".split())
# Adverbs that say how many, how surely, how badly or in what way; these are read.
_TELLING = frozenset(
    "likely unlikely probably possibly allegedly reportedly supposedly reputedly purportedly "
    "hardly barely scarcely rarely nearly roughly approximately only partly partially largely "
    "mostly mainly jointly annually yearly monthly weekly daily quarterly internally forcibly "
    "newly voluntarily spontaneously permanently temporarily initially originally previously "
    "formerly ethnically fatally mortally badly seriously severely critically gravely slightly "
    "lightly provisionally falsely wrongly mistakenly virtually practically early".split()
)


def in_passing(word: Sequence[str]) -> list[int]:
    """The tokens that may be passed over, last first: "were *later* killed", "have *so far* left".

    >>> in_passing("they were also quickly brought home".split())
    [3, 2]
    """
    found: list[int] = []
    if not _HELPERS.isdisjoint(word):
        for k, form in enumerate(word):
            if form in _HELPERS:
                last = _passed(word, k + 1)
                if k + 1 < last < len(word) and word[last][0].isalpha():
                    found += range(k + 1, last)
    return found[::-1]


def put_in(word: Sequence[str]) -> tuple[int, int] | None:
    """The clause of saying between the parts of another one, with the comma before it.

    >>> put_in("12 people , officials said , were killed .".split())
    (2, 5)
    """
    said = speech_verbs()
    if said.isdisjoint(word) or word[-1] not in _ENDS:
        return None
    for k in range(3, len(word) - 3):
        if word[k] in said and word[k + 1] == ",":
            first = next((j for j in range(k - 1, max(0, k - _LONGEST), -1) if word[j] == ","), k)
            if first < k - 1 and _is_alone(word[:first]) and _goes_on(word[k + 2]) and not any(map(_counts, word[first:k])):
                return first, k + 1
    return None


def _is_alone(before: Sequence[str]) -> bool:
    """Whether no clause of its own ends before, which others may have said."""
    if ";" in before:
        return False
    return not any(a == "," and b in _TURNS for a, b in pairwise(before))


def _goes_on(form: str) -> bool:
    """Whether a verb goes on with a clause that was broken off."""
    return form in _HELPERS or form in _MODALS or tag(form)[:2] in ("v", "v,", "vd")


def _passed(word: Sequence[str], k: int) -> int:
    """The first token from `k` on that is not in passing."""
    while k < len(word):
        form = word[k]
        if form in _PASSING or (form.endswith("ly") and form not in _TELLING and tag(form) == "r"):
            k += 1
        elif form in _FIRST and (phrase := _phrase(word, k)):
            k += len(phrase)
        else:
            break
    return k


def _phrase(word: Sequence[str], k: int) -> tuple[str, ...]:
    return next((p for p in _PHRASES if p == tuple(word[k : k + len(p)])), ())


def _counts(form: str) -> bool:
    return form[0].isdigit() or form in numbers()
