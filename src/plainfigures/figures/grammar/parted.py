"""Parted clauses: where another clause begins that has a subject and a verb of its own."""

from collections.abc import Collection
from functools import cache

from plainfigures.prose.units.currencies import SIGNS
from plainfigures.prose.words.helpers import BEFORE_VERB, HELPERS
from plainfigures.prose.words.lexicon import speech_verbs, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import WHO_OR_WHICH
from plainfigures.prose.words.tables import table
from plainfigures.prose.words.tokens import Tokens

_SIGNS = frozenset(";:(\u2013\u2014")
_TURNS = frozenset("and but while whereas yet although though so".split())
# What opens a clause on which no number before it leans.
UNDER = frozenset("because as where when since after before if unless until".split())
_PARTING = _SIGNS | _TURNS | UNDER | {","}
_TELLERS = frozenset("he she they it i we".split())
_HEARERS = frozenset("reporters journalists the us me".split())
_CLOSING = frozenset(',.;:)\u201d"')
# Who or what is meant by these was named in the clause before.
_STANDING = frozenset(
    "he she it they we you i who whom which that this these those what there both all most none "
    "neither either many several few others another each half one everybody everyone nobody "
    "no their his her its them".split()
)
_COUNTS = frozenset(
    "rest remainder total toll number numbers figure figures count majority others same sum money "
    "amount latter former group dead bodies victims men women people crew".split()
)
_FINITE = HELPERS - {"be", "been", "being", "not", "also"}
_LINKS = frozenset(
    "of in on at near from to for 's - about some around nearly almost over than least more "
    "nothing".split()
)
_LEADING = frozenset("while although though when as after because since if whereas before".split())
_LISTING = frozenset((",", "and", "or"))
_OBJECTS = frozenset("the a an its their his her some about more at over nearly that".split())
# What the clause before counts may be meant by these.
_THEM = frozenset("them their all themselves everyone everybody".split())
_LONGEST = 9


def partings(tokens: Tokens, acting: Collection[int]) -> list[int]:
    """The tokens that part clauses of which each has a subject and a verb of its own.

    `acting` are the tokens of verbs known to be no participles.
    """
    word = tokens.word
    led = word[0] in _LEADING
    if _PARTING.isdisjoint(word):
        return []
    found: list[int] = []
    begin = 0
    for k in range(2, tokens.size - 2):
        if word[k] not in _PARTING:
            continue
        if word[k] == "," and not led:
            if _reports(tokens, k + 1):
                found.append(k)
        elif _opens(tokens, k + 1, acting) and _ends(tokens, begin, k, acting):
            found.append(k)
            begin, led = k + 1, False
    return found


def _reports(tokens: Tokens, first: int) -> bool:
    """ ", he added", ", the minister has confirmed in Bor": who says it, behind it."""
    word = tokens.word
    for k in range(first, min(tokens.size - 1, first + _LONGEST)):
        if k > first and word[k] in speech_verbs() and tag(word[k])[0] == "v":
            after = tokens.at(k + 1)
            if "," in word[k:] and tag(tokens.at(word.index(",", k) + 1) or ".")[0] in "vm":
                return False  # it breaks off another clause
            return after in _CLOSING or after in _HEARERS or tag(after)[0] in "pr"
        helps = k > first and word[k] in HELPERS
        if is_number(word[k]) or not (helps or word[k] in _TELLERS or _is_nominal(tokens, k)):
            return False
    return False


def _ends(tokens: Tokens, begin: int, k: int, acting: Collection[int]) -> bool:
    """Whether a clause with a verb of its own ends before token `k`, and no part of a subject."""
    word = tokens.word
    if word[k] in UNDER and word[k - 1] != "," and not WHO_OR_WHICH.isdisjoint(word[begin:k]):
        return False  # "those who fled when the valley burned were able to return"
    if word[k] == "and" and word[k - 1] != ",":
        j = k - 1
        while j > begin and (word[j] in _LISTING or tag(word[j]) == "r" or _is_nominal(tokens, j)):
            j -= 1
        if tag(word[j])[0] != "v" or word[j] in speech_verbs():
            return False  # "clashes in which six officers and | a boy were hurt"
    return any(
        (j in acting or _is_finite(tokens, j, counted=True)) and word[j] not in speech_verbs()
        for j in range(begin + 1, k)
    )


def _opens(tokens: Tokens, first: int, acting: Collection[int]) -> bool:
    """Whether a subject that stands for nothing before it, and its verb, begin at a token."""
    word = tokens.word
    while first < tokens.size - 2 and (
        word[first] in _TURNS or word[first] in UNDER or word[first] == "("
    ):
        first += 1
    named = counted = False
    for k in range(first, min(tokens.size - 1, first + _LONGEST)):
        if word[k] in _STANDING or (word[k] in _COUNTS and not counted):
            return False
        if named and (k in acting or _is_finite(tokens, k, counted)):
            return _THEM.isdisjoint(word[k : k + _LONGEST])
        if not _is_nominal(tokens, k):
            return False
        number = is_number(word[k])
        counted = counted or number
        named = named or (tag(word[k])[0] == "n" and (not number or word[k][-1] == "s"))
        named = named or tokens.capital(k) or word[k] == "nothing"
    return False


def _is_nominal(tokens: Tokens, k: int) -> bool:
    """Whether a token may stand in a noun phrase, or links two of them."""
    word = tokens.word[k]
    if tokens.capital(k) or word in _LINKS or word in SIGNS or is_number(word):
        return True
    return tag(word)[0] in "dan"


def _is_finite(tokens: Tokens, k: int, counted: bool) -> bool:
    """Whether token `k` is a finite verb: behind those `counted` in a form of no participle."""
    word = tokens.word[k]
    if word in _FINITE:
        return not (word == "may" and tokens.capital(k))
    if tokens.capital(k) or tokens.tight(k) or word == "aged":
        return False
    tags = tag(word).split(",")
    if tags[0] == "vd":
        return not counted or word in _pasts() or _object_follows(tokens, k + 1)
    if tags[0] in ("n", "ns"):
        return "v" in tags and tokens.at(k + 1) == "to" and tokens.at(k - 1) != "the"
    return tags[0] == "v" and tokens.at(k - 1) not in BEFORE_VERB


def _object_follows(tokens: Tokens, k: int) -> bool:
    after = tokens.at(k) or "."
    return after in _OBJECTS or after in SIGNS or is_number(after)


@cache
def _pasts() -> frozenset[str]:
    return frozenset(form for form, _, names in table("verbs.tsv") if names == "past")
