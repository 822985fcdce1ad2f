"""What is put before a sentence and says nothing of its figures, and is read behind it."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from plainfigures.prose.words.helpers import BE, MODALS
from plainfigures.prose.words.insertions import LINKS, clause_end
from plainfigures.prose.words.lexicon import calendar, nouns, singular, speech_verbs, tag
from plainfigures.prose.words.parted import counts
from plainfigures.prose.words.passing import PHRASES

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
_HEADS = frozenset(
    "of out among from under with without if had were suppose supposing let in".split()
)
_AFTER_COMMA = frozenset("of out among under if had in".split())
_MARKS = frozenset("- * ( [ \u2013 \u2014 \u2022 \u201c \u2018 \" '".split())
_WHICH = frozenset(("which", "whom"))
_ANSWERS = frozenset("response answer reply".split())
_KNOWING = frozenset("know knows knew learn learned see seen hear heard hope hopes".split())
_IMPERSONAL = frozenset(("there", "it"))
_SAYING = frozenset(("said", "says", "say"))
LEADS = frozenset("now then and but yet early late today yesterday".split())
_STARTS = _OPENERS | LEADS | {"according"}
_LINKING = frozenset(("now", "then"))
_BOUND = frozenset("that came come and or he she it they".split())
_NONE = (".",) * 5
_WHICH_TIME = frozenset("last this next that".split())
_NEAR = _WHICH_TIME.union("early late mid the".split())
_INVERTED = frozenset(("had", "were"))
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
    if first in _LINKING and len(word) > 2 and word[1].isalpha() and word[1] not in _BOUND:
        return [*range(1, len(word))]  # "now | exports fell"
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


def own_words(word: Sequence[str], said: bool = True) -> int:
    """The token at which a sentence's own words begin: behind who says it, and what opens it.

    >>> own_words("she said that in may , the return of 900 men began .".split())
    6
    """
    first, last = 0, len(word) - 3
    while first < last:
        end = min(first + _LONGEST, last)
        if word[first] in _MARKS or word[first] == ":":
            first += 1
        elif to := (said and _past_saying(word, first, end)) or _past_opening(word, first, end):
            first = to
        else:
            break
    return first


def _past_saying(word: Sequence[str], first: int, end: int) -> int:
    """The token behind who says it: "officials said | …", "there is no doubt that | …", or 0."""
    led = word[first:end]
    to = led.index("that") if "that" in led else 0
    if word[first] not in _IMPERSONAL and _telling().isdisjoint(led[:to]):
        to = next((k for k, form in enumerate(led) if k and form in _SAYING), 0)
    return 0 if not to or any(map(counts, led[:to])) else first + to + 1


@cache
def _telling() -> frozenset[str]:
    """Verbs before "that" behind which a sentence's own words begin."""
    return speech_verbs() | _KNOWING


def _past_opening(word: Sequence[str], first: int, end: int) -> int:
    """The token behind a link, a time, a place or a source at token `first`, or 0."""
    k = first + (word[first] in LEADS)
    passed = (size for size in (3, 2) if tuple(word[first : first + size]) in PHRASES)
    if size := next(passed, 0):
        return first + size + (word[first + size] == ",")  # "in the end | exports"
    if dated := _dated(word[k:end]):
        return k + dated
    if tag(word[first])[0] not in "prc" and word[first] not in _STARTS:
        return 0
    comma = next((j for j in range(first + 1, end) if word[j] == ","), 0)
    if not comma or any(map(_numbers, word[first:comma])) or word[comma + 1] in ("and", "or"):
        return k if k > first and word[k] != "," else 0
    return comma + 1


def _numbers(form: str) -> bool:
    """Whether a word is a number that is no year."""
    return counts(form) and form != "first" and not (len(form) == 4 and form.isdecimal())


def _dated(word: Sequence[str]) -> int:
    """How many tokens a date has that opens a clause: "in early May 1999 |", "on Monday , |"."""
    words, months = [*word, *_NONE], calendar("month")
    k = int(tag(words[0])[0] == "p")
    k += words[k] in _NEAR
    k += words[k].isdecimal() and words[k + 1] in months
    dated = words[k] in months or words[k] in calendar("weekday")
    dated = dated or (k > 0 and words[k - 1] in _WHICH_TIME and words[k] in _times())
    k += dated
    k += words[k] == "," and words[k + 1].isdecimal()
    led = words[k + 1] == "," or tag(words[k + 1])[0] == "d"
    year = led and len(words[k]) == 4 and words[k].isdecimal()
    k += year
    return k + (words[k] == ",") if k > 1 and (dated or year) else 0


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
        form, before, after = word[k], word[k - 1], word[k + 1]
        if not k or after in _WHICH or (form == "in" and after not in _ANSWERS):
            continue
        if before == "," and form not in _AFTER_COMMA:
            continue
        if (form == "out" and after != "of") or (form in _INVERTED and tag(after)[0] not in "dn"):
            continue
        if before in _SAYING:
            continue  # "doctors said of the 40 hurt"
        if own_words(word[: k + 3]) == k:
            return k
    return 0


def _to_front(word: list[str], raw: list[str], head: int) -> list[int] | None:
    """The order with what stands before the head behind the clause; a mere mark is left out."""
    to = clause_end(word, head)
    if head == 1:
        return [*range(head, len(word))]
    if not to or (word[head - 1] in _MARKS and word[head - 2] != ":"):
        return None
    raw[0] = word[0] if word[0] != "i" else raw[0]
    if word[head - 1] != "that" and word[head - 1].isalpha():  # "in May | of the 900"
        return [*range(head, to), *range(head), *range(to, len(word))]
    word[head - 1] = ","
    return [*range(head, to), head - 1, *range(head - 1), *range(to, len(word))]
