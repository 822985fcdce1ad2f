"""Words in passing: adverbs before a verb that say nothing of what was done."""

from collections.abc import Sequence

from plainfigures.prose.words.helpers import MODALS
from plainfigures.prose.words.lexicon import tag

_HELPERS = frozenset("is are was were be been has have had".split())
_PASSING = frozenset(
    "again all also altogether even already later now since soon then thus too therefore".split()
)
PHRASES = {
    tuple(phrase.split())
    for phrase in (
        "as well|at last|by now|for example|for instance|in addition|in fact|in the end|"
        "in the meantime|in turn|in return|of course|since then|so far|thus far|to date|until now|"
        "once again|once more|at once|not only|in all|in total"
    ).split("|")
}
# Each is found by its last word, which is rarer than the first.
_LASTS = frozenset(phrase[-1] for phrase in PHRASES)
_KEYS = _LASTS | _PASSING
_SUBJECTS = frozenset("and who which that".split())
# Adverbs that say how many, how surely, how badly or in what way; these are read.
_TELLING = frozenset(
    "likely unlikely probably possibly "
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
    first = last = 0
    for k in [k for k, form in enumerate(word) if form[-2:] == "ly" or form in _KEYS]:
        size = _size(word, k)
        if not size or k < last:
            continue
        if k + 1 - size > last:  # no run goes on
            found += _run(word, first, last)
            first = k + 1 - size
        last = k + 1
    return [*found, *_run(word, first, last)]


def _size(word: Sequence[str], k: int) -> int:
    """How many tokens an adverb or a phrase in passing has that ends with token `k`."""
    form = word[k]
    if form in _LASTS:
        for size in (2, 3):
            if tuple(word[max(0, k + 1 - size) : k + 1]) in PHRASES:
                return size
    adverb = form[-2:] == "ly" and form not in _TELLING and tag(form) == "r"
    return int(adverb or form in _PASSING)


def _run(word: Sequence[str], first: int, last: int) -> range:
    """The tokens of a run of such words, where it stands within the words of a verb."""
    if not 0 < first < last < len(word):
        return range(0)
    goes_on = word[last][0].isalpha() or word[first - 1] == "but"
    return range(first, last if goes_on and _in_clause(word, first - 1, last) else first)


def _in_clause(word: Sequence[str], before: int, verb: int) -> bool:
    """Whether tokens are of one verb, a helper and its form or a subject and its verb."""
    form = word[before]
    if form in _HELPERS or (form == "but" and word[before + 1] == "also"):
        return True  # "but *also* 40 civilians"
    kind = tag(word[verb])
    if not form.isalpha():
        return False
    if form in MODALS:
        return kind[0] == "v" and word[before + 1] != "now"  # "may *now* be farmed"
    return kind[:2] == "vd" and (form in _SUBJECTS or tag(form)[0] in "no")
