"""What is put before a sentence and says nothing of its figures, and is read behind it."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from plainfigures.prose.words.helpers import BE, MODALS
from plainfigures.prose.words.insertions import LINKS, clause_end
from plainfigures.prose.words.lexicon import calendar, nouns, singular, speech_verbs, tag
from plainfigures.prose.words.parted import counts

# What such an opening begins with. One of time or place, or of a whole ("of the mines"), is read
# where it stands.
_OPENERS = frozenset(
    "although though because as while when whenever whatever whether now once after "
    "despite given contrary amid under with unlike like apart beyond to".split()
)
_PAIRS = (["in", "spite"], ["even", "though"], ["just", "as"], ["so", "that"], ["not", "long"])
# "Under the plan, 900 *will* return": such an opening tells of what is to come.
_PLANS = (["under"], ["as"])
# So many tokens an opening has at most.
_LONGEST = 16
# What tells of its figures at the head of a sentence alone ("of the 900, 12 died"), and what stands
# right before it where a report, a place or a mark of a list goes before.
_HEADS = frozenset("of among from under with without if suppose supposing let in".split())
_AFTER_COMMA = frozenset("of among under if in".split())
_MARKS = frozenset("- * ( [ \u2013 \u2014 \u2022 \u201c \u2018 \" '".split())
_WHICH = frozenset(("which", "whom"))
_ANSWERS = frozenset("response answer reply".split())
_LINK_FIRST = frozenset(link[0] for link in LINKS)


def behind_sentence(word: list[str], raw: list[str]) -> list[int] | None:
    """The order in which tokens are read where an opening leads the sentence, else None.

    A mere link to the sentence before is left out; a semicolon is read before anything else.

    >>> behind_sentence(*["when it rained , 12 men were killed .".split()] * 2)
    [4, 5, 6, 7, 3, 0, 1, 2, 8]
    """
    if head := _head(word):
        return _to_front(word, raw, head)
    first = word[0] if word else ""
    opens = first in _OPENERS or word[:2] in _PAIRS
    if not opens and first not in _LINK_FIRST:
        return None
    end = next((k for k in range(1, min(_LONGEST, len(word) - 3)) if word[k] == ","), 0)
    if end and tuple(word[:end]) in LINKS:
        return [*range(end + 1, len(word))]
    if end < 2 or not opens or not _may_move(word, raw, end):
        return None
    to = clause_end(word, end + 1)
    if not to:
        return None
    raw[0], word[end] = word[0], ";"
    return [*range(end + 1, to), end, *range(end), *range(to, len(word))]


@cache
def _times() -> frozenset[str]:
    """Words that may tell when: events and units of time."""
    kinds = (calendar(kind) for kind in ("unit", "units", "season", "weekday", "daypart"))
    return nouns("time").union({"ago", "fighting"}, *kinds)


@cache
def _places() -> frozenset[str]:
    """Nouns that tell where, behind a preposition or a verb ("entered *the town*")."""
    return nouns("place") | nouns("site")


def _leads_there(word: str) -> bool:
    """Whether a noun of place behind a word may tell where."""
    return tag(word)[0] == "v" or (tag(word)[0] == "p" and word not in ("of", "for", "with"))


def _may_move(word: Sequence[str], raw: Sequence[str], end: int) -> bool:
    """Whether an opening tells no number, time, place or speaker, and is no quotation or list."""
    if word[end + 1] in speech_verbs() or word[end + 2] in ("and", "or"):
        return False
    if any(one[0].isupper() or counts(one) for one in raw[1:end]):
        return False
    if any(one in _times() or singular(one) in _times() for one in word[1:end]) or any(
        singular(word[k]) in _places() and _leads_there(word[k - 2]) for k in range(3, end)
    ):
        return False
    if word[:1] not in _PLANS:
        return True
    if word[0] == "as" and not speech_verbs().isdisjoint(word[1:end]):
        return False  # "as the army reported, 40 died"
    return MODALS.isdisjoint(word) and all(b != "to" or a not in BE for a, b in pairwise(word))


def _head(word: Sequence[str]) -> int:
    """The token that would lead the sentence but for what stands before it, or 0."""
    for k in [k for k, form in enumerate(word[: min(_LONGEST, len(word) - 3)]) if form in _HEADS]:
        form = word[k]
        if not k or (form == "in" and word[k + 1] not in _ANSWERS):
            continue
        if word[k + 1] not in _WHICH:
            before = word[k - 1]
            led = (
                before == ","
                and form in _AFTER_COMMA
                and (word[0] == "all" or tag(word[0])[:1] in "prcv")
            )
            said = before == ":" and word[k - 2] in speech_verbs()
            if led or said or before == "that" or before in _MARKS:
                numbered = any(map(counts, word[1:k]))
                return 0 if numbered else k
    return 0


def _to_front(word: list[str], raw: list[str], head: int) -> list[int] | None:
    """The order with what stands before the head behind the clause; a mere mark is left out."""
    to = clause_end(word, head)
    if head == 1:
        return [*range(head, len(word))]
    if not to or word[head - 1] in _MARKS:
        return None
    raw[0], word[head - 1] = word[0] if word[0] != "i" else raw[0], ","
    return [*range(head, to), head - 1, *range(head - 1), *range(to, len(word))]
