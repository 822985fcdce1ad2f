"""Words in passing: adverbs between a helper and its verb that say nothing of what was done."""

from collections.abc import Sequence

from plainfigures.prose.words.lexicon import tag

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
    """The tokens that may be passed over: "were *later* killed", "have *so far* left".

    >>> in_passing("they were also quickly brought home".split())
    [2, 3]
    """
    found: list[int] = []
    if not _HELPERS.isdisjoint(word):
        for k, form in enumerate(word):
            if form in _HELPERS:
                last = _passed(word, k + 1)
                if k + 1 < last < len(word) and word[last][0].isalpha():
                    found += range(k + 1, last)
    return found


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
