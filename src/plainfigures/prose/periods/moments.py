"""Moments: noun phrases of time without a date ("the second quarter", "that spring", "Sunday")."""

from collections.abc import Callable, Mapping
from functools import cache

from plainfigures.prose.dates.portions import lead
from plainfigures.prose.periods.moment import Moment
from plainfigures.prose.periods.openers import opener_at
from plainfigures.prose.words.closed import DETERMINERS
from plainfigures.prose.words.kinds import kind
from plainfigures.prose.words.lexicon import calendar, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import ARE, ENDS, PERCENT, WHICH
from plainfigures.prose.words.tokens import Tokens

_ITS, _NOW = frozenset(("its", "their", "his", "her")), frozenset(("now", "already", ","))
_KINDS = ("unit", "units", "season", "weekday", "daypart", "feast", "month")
_WITHIN = frozenset(
    "during in over within throughout through since by before after until till at around under "
    "across on for".split()
)
_AT = _WITHIN - {"for", "under", "across"}
_LASTING = frozenset("in within over during for after under".split())
_POINTING = frozenset("that same one each every single following".split())
_AGO = frozenset("ago earlier later".split())
_BESIDE = frozenset(("before", "after"))
_MANY = frozenset("recent past coming last next previous following few several".split())
_DIVIDED = frozenset(("half", "quarter"))
_CLOCK = frozenset("second minute hour".split())
_SHORT = frozenset("hour day".split())
_ENDS = frozenset("end close start beginning".split())


def moments(tokens: Tokens, dated: frozenset[int]) -> list[Moment]:
    """All moments of a sentence in order; `dated` are the tokens with which its dates begin."""
    heads = _heads()
    found = []
    for k in tokens.of_kind(_HEAD):
        moment = _moment(tokens, k, heads[tokens.word[k]], dated)
        if moment is not None:
            found.append(moment)
    return found


@cache
def _heads() -> Mapping[str, str]:
    """Every head of a moment -> its kind."""
    found = {word: kind for kind in reversed(_KINDS) for word in calendar(kind)}
    return {**found, "half": "unit"}


_HEAD = kind(_heads)


def _moment(tokens: Tokens, k: int, kind: str, dated: frozenset[int]) -> Moment | None:
    """The moment with its head at token `k`, where the words around it allow one."""
    if k + 1 in dated or (tokens.at(k + 1) == "," and k + 2 in dated and kind == "weekday"):
        return None
    begin, describing = _described(tokens, k)
    determiner = tokens.at(begin - 1) if tokens.at(begin - 1) in DETERMINERS else ""
    last, ago = _tail(tokens, k, kind)
    shift = next((word for word in describing if word in calendar("shift")), "")
    if not shift and determiner in calendar("shift"):
        shift = determiner
    if determiner == "that" and shift:
        determiner = ""  # "knows that | last year mines killed 40"
    order = next((word for word in describing if word in calendar("ordinal")), "")
    first = begin - 1 if determiner else begin
    if order and determiner in _ITS and tokens.at(first - 2) in _NOW:
        return None  # "the war, now in its ninth year"
    moment = Moment(first, last, k, kind, determiner, shift, order, ago)
    return moment if _LICENCES[kind](tokens, moment, frozenset(describing)) else None


def _described(tokens: Tokens, k: int) -> tuple[int, list[str]]:
    """The first word that describes the head at token `k`, and all of them."""
    word = tokens.word
    j = k
    while j and (_describes(word[j - 1]) or _seasonal(tokens, j - 1, k)):
        if word[j - 1].endswith("ing") and j < k and word[j] in calendar("shift"):
            break  # "began closing last month", "following last year's floods"
        j -= 1
    if j >= 2 and word[j - 1] == "-" and word[j - 2] in calendar("ordinal"):  # "first-quarter"
        j -= 2
    return j, word[j:k]


def _describes(word: str) -> bool:
    if word in calendar("shift"):
        return word != "this"
    return word in calendar("describing") or word in calendar("ordinal")


def _seasonal(tokens: Tokens, j: int, k: int) -> bool:
    """ "the rainy season", "the harvest season": the one word right before "season"."""
    if tokens.word[k] != "season" or j != k - 1 or not tokens.raw[j].isalpha():
        return False
    return tag(tokens.word[j]).split(",")[0] in ("a", "n") and tokens.word[j] not in DETERMINERS


def _tail(tokens: Tokens, k: int, kind: str) -> tuple[int, str]:
    """The token after a moment with its head at `k`, and "ago" or the like where it ends so."""
    after = tokens.at(k + 1)
    if kind in ("weekday", "season") and (after in calendar("daypart") or after == "night"):
        return k + 2, ""
    if kind == "season" and after == "months":
        return k + 2, ""
    if kind == "feast" and after in ("day", "eve"):
        return k + 2, ""
    if kind in ("unit", "units", "daypart"):
        if after in _AGO:
            return k + 2, after
        if after in _BESIDE and _closes(tokens, k + 2):
            return k + 2 + (tokens.at(k + 2) == "last"), after
    ends = after == "'s" and tokens.at(k + 2) in _ENDS
    if kind == "unit" and (ends or tokens.word[k + 1 : k + 3] == ["to", "date"]):
        return k + 3, ""
    review = tokens.word[k + 1 : k + 3] == ["under", "review"]
    if review or (after in WHICH and tokens.at(k + 2) == "followed"):
        return k + 3, after
    if after == "to" and tokens.at(k + 2) == "come":
        return k + 3, "to come"
    return k + 1, ""


def _closes(tokens: Tokens, k: int) -> bool:
    """Whether "before" or "after" before token `k` leads to no noun ("29 the year before, …")."""
    word = tokens.at(k)
    return not word or not word[0].isalpha() or tag(word)[0] in "pcvmor" or word == "last"


# -- which words around a head make it a moment ----------------------------------------------


def _opener(tokens: Tokens, moment: Moment) -> str:
    """The preposition before a moment, over the portions between."""
    return tokens.at(opener_at(tokens, lead(tokens, moment.first)))


def _unit(tokens: Tokens, moment: Moment, describing: frozenset[str]) -> bool:
    """ "last year", "the year before", "by the end of the year", "in the second quarter"."""
    word = tokens.word[moment.head]
    if tokens.at(moment.head + 1) == "-" and tokens.tight(moment.head + 1) and not moment.order:
        return False
    ends = tokens.at(moment.head + 1) in ("ending", "ended")  # "the quarter ending June 2019"
    if word in _DIVIDED and not (moment.order or moment.shift or ends):
        return False
    if word in _DIVIDED and tokens.at(moment.head + 1) == "of":
        return False
    opener = tokens.at(opener_at(tokens, moment.first))
    if word == "period" and describing <= {"same"} and not moment.ago:
        return False  # "the period from May to June"
    if moment.shift and moment.shift not in calendar("ordinal") and word not in _DIVIDED:
        return not (word == "day" and opener == "to")
    if moment.shift and word not in _DIVIDED:
        return True
    if moment.ago or not _POINTING.isdisjoint(describing):
        return bool(moment.determiner or describing)
    if moment.determiner in ("that", "each", "every"):
        return moment.determiner != "that" or _closes(tokens, moment.last)
    if lead(tokens, moment.first) != moment.first:
        return word not in _SHORT
    if moment.order:
        if opener == "through" and moment.determiner in ("a", "an"):
            return False  # "help them through a fifth year of drought"
        return opener in _AT or (word == "quarter" and tokens.at(moment.last) != "of")
    if moment.determiner in ("a", "an"):
        return opener in _LASTING or is_rate(tokens, moment.first, moment.last)
    if describing:
        return opener in _WITHIN
    if not moment.determiner:
        return tokens.word[moment.last - 1] in _ENDS and opener in _WITHIN
    return opener in _WITHIN and not (opener in ("by", "for", "on") and word != "year")


def is_rate(tokens: Tokens, first: int, last: int) -> bool:
    """ "40 are killed *a day*.", "return *per month*,": how often, behind the verb."""
    before, k = tokens.at(first - 1), first - 2
    if tokens.at(last) not in ENDS or is_number(tokens.at(k) or "."):
        return False
    if before in PERCENT or tokens.word[last - 1] in _CLOCK:
        return False
    return tag(before or ".")[:1] == "n" or (tag(before or ".")[:2] == "vd" and tokens.at(k) in ARE)


def _units(tokens: Tokens, moment: Moment, describing: frozenset[str]) -> bool:
    """ "in recent months", "for decades", "over the years", "in the weeks that followed"."""
    opener = tokens.at(opener_at(tokens, moment.first))
    if "recent" in describing:
        return True
    if not _MANY.isdisjoint(describing) or moment.ago in ("that", "which", "to come"):
        return opener in _WITHIN
    if moment.determiner == "the" and not describing:
        return opener in ("over", "through") and tokens.at(moment.last) != "of"
    return opener == "for" and not moment.determiner and not describing


def _season(tokens: Tokens, moment: Moment, describing: frozenset[str]) -> bool:
    """ "since spring", "that summer", "in one winter"; not "the fall of the city"."""
    after = tokens.at(moment.last)
    if after == "of" or (after == "-" and tokens.tight(moment.last)):
        return False
    if tag(after).split(",")[0] in ("n", "ns") and after.isalpha():
        return False  # "summer weekends"
    if moment.shift or moment.determiner in ("that", "each", "every"):
        return True
    return _opener(tokens, moment) in _AT or not _POINTING.isdisjoint(describing)


def _weekday(tokens: Tokens, moment: Moment, describing: frozenset[str]) -> bool:
    """ "on Monday afternoon", "since Sunday", "said Friday"; not "Bloody Sunday"."""
    k = moment.head
    if not tokens.capital(k) or tokens.at(k - 1) == "-":
        return False
    if tokens.capital(k + 1) and tokens.word[k + 1] not in calendar("daypart"):
        return False
    named = tokens.capital(k - 1) and k - 1 == moment.first - 1
    return not named or tag(tokens.word[k - 1])[0] in "pc"


def _daypart(tokens: Tokens, moment: Moment, describing: frozenset[str]) -> bool:
    """ "this morning", "at dawn", "that night"; not one that a day already has."""
    before = tokens.at(moment.head - 1)
    if before in calendar("weekday") or before in ("yesterday", "tomorrow"):
        return False
    if moment.shift or moment.ago or moment.determiner in ("that", "each", "every"):
        return True
    if not _POINTING.isdisjoint(describing):
        return True
    opener = tokens.at(opener_at(tokens, moment.first))
    return opener in _AT and moment.determiner != "a" and tokens.at(moment.last) != "-"


def _feast(tokens: Tokens, moment: Moment, describing: frozenset[str]) -> bool:
    """ "by Christmas", "during Ramadan"; not "the Easter Agreement"."""
    if not tokens.capital(moment.head) or tokens.capital(moment.last):
        return False
    return bool(moment.shift) or _opener(tokens, moment) in _AT


def _month(tokens: Tokens, moment: Moment, describing: frozenset[str]) -> bool:
    """ "last May", "next March"; other months are dates."""
    return tokens.capital(moment.head) and moment.shift in ("last", "this", "next")


_LICENCES: dict[str, Callable[[Tokens, Moment, frozenset[str]], bool]] = {
    "unit": _unit,
    "units": _units,
    "season": _season,
    "weekday": _weekday,
    "daypart": _daypart,
    "feast": _feast,
    "month": _month,
}
