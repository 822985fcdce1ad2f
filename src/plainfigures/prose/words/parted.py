"""Parted clauses: where another clause begins that has a subject and a verb of its own."""

from collections.abc import Sequence
from functools import cache

from plainfigures.prose.words.closed import SUBJECTS
from plainfigures.prose.words.helpers import BEFORE_VERB, HELPERS
from plainfigures.prose.words.lexicon import numbers, speech_verbs, tag
from plainfigures.prose.words.signs import JOINERS, MONEY, WHO_OR_WHICH
from plainfigures.prose.words.tables import table

_TURNS = frozenset("and but while whereas yet although though so".split())
# What opens a clause on which no number before it leans.
UNDER = frozenset("because as where when since after before if unless until".split())
_PARTING = _TURNS | UNDER | frozenset(",;:(\u2013\u2014")
# What leads the clause that a sentence opens with, and is no part of a name there.
LEADING = frozenset("while although though when as after because since if whereas before".split())
_HEARERS = frozenset("reporters journalists the us me".split())
_CLOSING = frozenset(',.;:)\u201d"')
# Who or what is meant by these was named in the clause before.
_STANDING = frozenset(
    "he she it they who whom which that this these those what there both all most none neither "
    "either many several few others another each half one everybody everyone nobody no their his "
    "her its them".split()
)
_COUNTS = frozenset(
    "rest remainder total toll number numbers figure figures count majority others same sum money "
    "amount latter former group bodies victims men women people crew".split()
)
# Those of what is named behind them: "the number *of mines*".
_TOLLS = frozenset("number numbers toll count".split())
# What the clause before counts may be meant by these.
_THEM = frozenset("them their all themselves everyone everybody".split())
_NAMED = frozenset("nothing i we you thousands hundreds dozens dead wounded injured".split())
_LINKS = frozenset(
    "of in on at near from to for with between against under 's - only about some around nearly "
    "almost over than least more".split()
)
# What opens a phrase of time or place that stands before a subject.
_OPENING = frozenset("in on at by from after before during for since until of".split())
_OBJECTS = frozenset("the a an its their his her some about more at over nearly that".split())
_FINITE = HELPERS - {"be", "been", "being", "not", "also"}
# Pasts like participles, of verbs that have no object.
_ACTING = frozenset(
    "fled returned died perished succumbed arrived remained survived vanished disappeared escaped "
    "emigrated departed".split()
)
# They say something, too ("gave the toll as 90"), but no clause depends on them.
_GIVING = frozenset("give gives gave given".split())
# What leads to "as" and a name or measure.
_CALLED = frozenset("known seen described regarded referred such well much far long same".split())
# What belongs to the verb before it: "gunned down 40".
_PARTICLES = frozenset("down up out off away".split())
_OF_ONE = frozenset(("is", "was", "has"))
_LONGEST = 9


def partings(word: Sequence[str], raw: Sequence[str]) -> list[int]:
    """The tokens that part clauses of which each has a subject and a verb of its own.

    >>> partings(*["nine men died in Bor and the mayor was hurt .".lower().split()] * 2)
    [5]
    """
    led = word[0] in LEADING
    found: list[int] = []
    begin = 0
    for k in range(1, len(word) - 2):
        if word[k] not in _PARTING:
            continue
        if word[k] == "," and not led:
            if _reports(word, raw, k + 1):
                found.append(k)
        elif _opens(word, raw, k + 1) and _ends(word, raw, begin, k):
            found.append(k)
            begin, led = k + 1, False
    return found


def _reports(word: Sequence[str], raw: Sequence[str], first: int) -> bool:
    """ ", he added", ", the minister has confirmed in Bor": who says it, behind it."""
    for k in range(first, min(len(word) - 1, first + _LONGEST)):
        if k > first and word[k] in speech_verbs() and tag(word[k])[0] == "v":
            after = word[k + 1]
            if "," in word[k:-1] and tag(word[word.index(",", k) + 1])[0] in "vm":
                return False  # it breaks off another clause
            if any(map(counts, word[k:])):
                return False
            return after in _CLOSING or after in _HEARERS or tag(after)[0] in "pr"
        helps = k > first and word[k] in HELPERS
        if counts(word[k]) or not (helps or word[k] in SUBJECTS or _is_nominal(word, raw, k)):
            return False
    return False


def _ends(word: Sequence[str], raw: Sequence[str], begin: int, k: int) -> bool:
    """Whether a clause with a verb of its own ends before token `k`, and no part of a subject."""
    if word[k] == "as" and word[k - 1] in _CALLED:
        return False  # "the fraud known as Watergate | cost"
    if word[k] in UNDER and word[k - 1] != "," and not WHO_OR_WHICH.isdisjoint(word[begin:k]):
        return False  # "those who fled when the valley burned were able to return"
    if word[k] == "and" and word[k - 1] != ",":
        j = k - 1
        while j > begin and (
            word[j] in JOINERS or tag(word[j]) == "r" or _is_nominal(word, raw, j)
        ):
            j -= 1
        j -= word[j] in _PARTICLES
        if j <= begin or tag(word[j])[0] != "v" or _says(word[j]):
            return False  # "clashes in which six officers and | a boy were hurt"
    return any(
        _is_finite(word, raw, j, word[k] == "and") and not _says(word[j])
        for j in range(begin + 1, k)
    )


def _opens(word: Sequence[str], raw: Sequence[str], first: int) -> bool:
    """Whether a subject that stands for nothing before it, and its verb, begin at a token."""
    last = len(word) - 1
    while first < last - 1 and (
        word[first] in _TURNS or word[first] in UNDER or word[first] == "("
    ):
        first += 1
    if word[first] in _OPENING and "," in word[first : first + _LONGEST]:
        if word[first] == "of":
            return True  # "Many died, and of the 900 refugees, | …"
        first = word.index(",", first) + 1
    named = counted = False
    for k in range(first, min(last, first + _LONGEST)):
        form = word[k]
        whole = form in _COUNTS and not (form in _TOLLS and word[k + 1] in ("of", "from"))
        if form in _STANDING or (whole and not counted):
            return False
        if named and _is_finite(word, raw, k, counted):
            if form in _OF_ONE and "and" in word[first:k]:
                return False  # "fell, and 6 percent from Mali and the school | was closed"
            return _THEM.isdisjoint(word[k : k + _LONGEST])
        goes_on = named and (form == "and" or tag(form) == "r")  # "our team in Bor now | has"
        if not (goes_on or form in _NAMED or _is_nominal(word, raw, k)):
            return False
        number = counts(form)
        counted = counted or number
        named = named or (tag(form)[0] == "n" and not number) or raw[k][0].isupper()
        named = named or form in _NAMED
    return False


def _is_nominal(word: Sequence[str], raw: Sequence[str], k: int) -> bool:
    """Whether a token may stand in a noun phrase, or links two of them."""
    form = word[k]
    if raw[k][0].isupper() or form in _LINKS or form in MONEY or form == "%" or counts(form):
        return True
    return tag(form)[0] in "dan"


def _is_finite(word: Sequence[str], raw: Sequence[str], k: int, counted: bool) -> bool:
    """Whether token `k` is a finite verb: behind those `counted` in a form of no participle."""
    form, after = word[k], word[k + 1]
    if form in _FINITE:
        return raw[k] != "May"
    if raw[k][0].isupper() or word[k - 1] == "-" or form == "aged":
        return False
    tags = tag(form).split(",")
    if tags[0] == "vd":
        after = word[k + 2] if after in _PARTICLES and k + 2 < len(word) else after
        if not counted or form in _ACTING or form in _pasts():
            return True
        return after in _OBJECTS or after in MONEY or counts(after)
    if tags[0] in ("n", "ns"):
        return "v" in tags and after == "to" and word[k - 1] != "the"
    return tags[0] == "v" and word[k - 1] not in BEFORE_VERB


def _says(form: str) -> bool:
    return form in speech_verbs() and form not in _GIVING


def counts(form: str) -> bool:
    """Whether a word is a number."""
    return form[0].isdigit() or form in numbers()


@cache
def _pasts() -> frozenset[str]:
    """The forms of verbs that are no participles: "took", "gave"."""
    return frozenset(form for form, _, names in table("verbs.tsv") if names == "past")
