"""The word "one": a number, or a pronoun ("this one"), an idiom ("one of", "one day") or a name."""

from plainfigures.prose.words.closed import OBJECTS
from plainfigures.prose.words.lexicon import is_person, nouns, numbers, singular, tag, units
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import OPEN_QUOTES
from plainfigures.prose.words.tokens import DASHES, Tokens

Found = tuple[int, str] | None

_HYPHENED = frozenset("sided off time way of to on by party another".split())
_BEFORE = frozenset(
    "no any some same every each this that the another which neither either not only such "
    "'s someone anyone everyone good big bad first second third last next previous new old "
    "right wrong great number day chapter phase part".split()
)
_AFTER = frozenset(
    "another 's day who that would could should may might must can cannot shall will has is was "
    "had thing else knows hand way side point or hears sees finds".split()
)
_THOUGHT = frozenset(
    "realised realized saw felt learned learnt understood knew noticed sensed wonders".split()
)
_IDIOMS = frozenset("hand side point way thing".split())
_PRONOUNS = frozenset(
    "another 's who that which or knows else is was has had would could should may might must can "
    "cannot will does did needs".split()
)
_THERE = frozenset("that it there here".split())
_MAKING = frozenset("make makes made let lets help helps".split())
_HARMED = frozenset("killed wounded injured hurt maimed".split())
_DOES = frozenset(("v", "ns,v", "v,ns"))
_SUPPOSED = frozenset("if when as unless until where".split())
_HELPERS = frozenset("was has had been is being".split())
_AFTER_CLAUSE = frozenset(("", "and", "but", ",", ";", "while", "that"))
_NEAR = 10
_BEFORE_DAY = frozenset("in least about than within only for every".split())
_ENDS = frozenset(". , ; ) ? ! and to in by at with from for on as the than".split()) | {""}
_COUNTING = frozenset("least than about only".split())
_COUNTS = frozenset("count estimate account reckoning tally report".split())
_LED = frozenset(("at", "in"))
_AT_ONCE = frozenset("go stroke swoop fell sitting breath piece gulp".split())
_PARTS = frozenset("half quarter third".split())
_ODDS = frozenset(("in", "out", "to", "or"))  # "one or two", too
_TIES = frozenset(("of", "from"))
_DEGREES = frozenset("a an the most least more less".split())
_SITED = frozenset(("in", "from", "at"))
_SOLE = frozenset(("only", "single"))
_SIGNED = frozenset(("minus", "negative"))
_EACH = ["at", "a", "time"]


def one(tokens: Tokens, i: int) -> Found:
    """Why the "one" at token `i` is no figure: (token after it, reason), or None."""
    hyphened = _hyphen(tokens, i)
    if hyphened is not None:
        return (i + 1, hyphened) if hyphened else None
    nxt, previous = tokens.at(i + 1), tokens.at(i - 1)
    if nxt == "point" and tokens.at(i + 2) in numbers():  # "one point six"
        return None
    if nxt == "or" and tokens.at(i + 2) == "more":
        return i + 1, "idiom"
    if any(tokens.word[k : k + 3] == _EACH and tokens.at(k + 3) != "of" for k in range(i, i + 4)):
        return i + 1, "idiom"  # "the war goes on killing, one herder at a time"
    if previous in _SIGNED or (nxt in _ODDS and _number_follows(tokens, i + 2)):
        return None
    if nxt in numbers() or (nxt == "and" and _half_follows(tokens, i + 2)):
        return None
    reason = _idiom(nxt, previous, tokens.at(i + 2)) or _same(tokens, i) or _pronoun(tokens, i)
    inside = i > 0 and tokens.word[i - 1] not in OPEN_QUOTES
    inside = inside and (tokens.word[i - 1] not in DASHES or tokens.glued(i - 1))
    if reason is None and inside and tokens.capital(i) and tokens.capital(i + 1):
        reason = "name"
    return (i + 1, reason) if reason else None


def _hyphen(tokens: Tokens, i: int) -> str | None:
    """What a hyphen beside "one" makes of it; empty where it goes on as a number, None without."""
    if tokens.at(i + 1) == "-" and i + 2 < tokens.size:
        tail = tokens.word[i + 2]
        if tail in _HYPHENED and tokens.tight(i + 1):
            return "idiom"
        if tail in numbers() or tail == "and":
            return ""
    if i >= 2 and tokens.word[i - 1] == "-" and tokens.tight(i):
        return None if tokens.word[i - 2] in numbers() else "idiom"
    return None


def _half_follows(tokens: Tokens, i: int) -> bool:
    return tokens.at(i) == "a" and tokens.at(i + 1) in _PARTS


def _idiom(nxt: str, previous: str, after: str) -> str | None:
    """ "one of", "one day"; but "two were hurt, *one of whom* died"."""
    if nxt == "of":
        return None if after == "whom" else "idiom"
    if (previous == "by" and nxt in _COUNTS) or (previous in _LED and nxt in _AT_ONCE):
        return "idiom"  # "550,000 by one count", "brought home in one go"
    if nxt == "day" and previous not in _BEFORE_DAY and previous not in _BEFORE:
        return "idiom"
    return None


def _same(tokens: Tokens, i: int) -> str | None:
    """ "three members of *one* family", "six men from *one* village": the same for all of them."""
    if tokens.at(i - 1) not in _TIES or tokens.at(i + 1) not in nouns("shared"):
        return None
    return "idiom" if is_person(singular(tokens.at(i - 2) or ".")) else None


def _pronoun(tokens: Tokens, i: int) -> str | None:
    """ "this one", "one knows", "one, but"; not "only one man", "at least one"."""
    nxt, previous = tokens.at(i + 1), tokens.at(i - 1)
    if tokens.at(i - 2) in _DEGREES and tag(previous)[0] == "a" and previous not in _SOLE:
        return "pronoun"  # "a similar one killed 12", "the most important one being"
    measured = nxt in units() and nxt != "in"  # "a war like the one in which many died"
    if previous in _BEFORE and measured and previous not in ("no", "next", "last"):
        return None
    if previous == "'s" and tokens.at(i - 2) in _THERE and _counts(nxt):
        return None  # "that's one egg"
    told = tag(tokens.at(i - 2) or ".")[0] == "v" or tokens.word[i - 3 : i - 1] == [",", "and"]
    man = tokens.at(i + 2) if tokens.capital(i + 1) or tag(nxt or ".")[0] == "a" else nxt
    if previous == "that" and (_is_odds(tokens, i) or (told and is_person(man))):
        return None  # "said that | one soldier died", "…, and that | one Thai soldier died"
    if previous in _BEFORE:
        return None if previous in ("only", "not") and _counts(nxt) else "pronoun"
    if nxt in _IDIOMS and (nxt != "point" or previous == "at"):
        return "idiom"
    if nxt in _PRONOUNS:
        return None if _is_done_to(tokens, i) else "pronoun"
    if previous in _MAKING and tag(nxt)[0] in "av":
        return "pronoun"  # "it makes one giddy"
    if previous in _SUPPOSED and tag(nxt) in _DOES and nxt.endswith("s"):
        return "pronoun"  # "if one considers", "as one smiles"
    if tokens.at(i + 2) in OBJECTS and tag(nxt)[:2] == "vd":
        return "pronoun"  # "until one lifted him"
    whom = tag(tokens.at(i + 2) or ".") == "d" or is_number(tokens.at(i + 2) or ".")
    if whom and nxt in _HARMED and is_person(singular(tokens.at(i + 3))):
        return "pronoun"  # "two bombs went off, and one *killed four people*", "*hurt a boy*"
    if previous == "," and _is_told_by(tokens, i):
        return "pronoun"
    if "by" in (nxt, previous) and "one" in (tokens.at(i + 2), tokens.at(i - 2)):
        return "idiom"  # "came back one by one"
    if nxt in _THOUGHT:
        return "pronoun"  # "at the station one realised how"
    if nxt not in _ENDS or previous in _COUNTING or _is_last_of_list(tokens, i):
        return None
    return None if nxt == "and" and tokens.at(i + 2) in numbers() else "pronoun"


def _is_odds(tokens: Tokens, i: int) -> bool:
    """ "found that | one poor household in three", "… one in three", "… one man out of ten"."""
    near = range(i + 2, i + 5)
    return any(tokens.at(k) in ("in", "of") and tokens.at(k + 1) in numbers() for k in near)


def _is_done_to(tokens: Tokens, i: int) -> bool:
    """ "12 died and one was injured", "One was killed and two were hurt": one beside others."""
    k = i + 1
    if tokens.word[k] == "is" and tokens.at(k + 1) in ("a", "an"):
        return False  # "four were shot, and one is a dentist in Haifa"
    if tokens.word[k] not in _HELPERS or tokens.at(i - 1) not in _AFTER_CLAUSE:
        return False
    before = range(max(1, i - _NEAR), i - 1)
    if any(tokens.word[j] == "were" and tokens.word[j - 1] in numbers() for j in before):
        return True  # "three were soldiers and one was a cook"
    while tokens.at(k) in _HELPERS or tag(tokens.at(k) or ".")[0] == "r":
        k += 1
    if not tag(tokens.at(k) or ".").startswith("vd"):
        return False
    near = (*tokens.word[max(0, i - _NEAR) : i], *tokens.word[k + 1 : k + _NEAR])
    return any(word in numbers() or word.isdecimal() or word == "another" for word in near)


def _is_told_by(tokens: Tokens, i: int) -> bool:
    """ "a bitter decade, one marked by war"."""
    k = i + 1 + (tag(tokens.at(i + 1) or ".")[0] == "r")
    return tag(tokens.at(k) or ".").startswith("vd") and tokens.at(k + 1) == "by"


def _is_last_of_list(tokens: Tokens, i: int) -> bool:
    """ "killed three in Ohio, two in Utah and one in Maine": the last of numbers by place.

    Or the first: "killed three, one in the town and two in the hills". So is "Utah two, Maine one".
    """
    if tokens.capital(i - 1) and tokens.at(i - 2) in ("and", ","):
        return not numbers().keys().isdisjoint(tokens.word[max(0, i - _NEAR) : i - 2])
    placed = tokens.capital(i + 2) or tokens.at(i + 2) == "the"
    if tokens.at(i - 1) not in ("and", ",") or tokens.at(i + 1) not in _SITED or not placed:
        return False
    before = tokens.word[max(0, i - _NEAR) : i - 2]  # "Two died in Orsa and one in Bor"
    if tokens.capital(i - 2) and not _SITED.isdisjoint(before[-2:]) and any(map(is_number, before)):
        return True
    near = range(max(1, i - _NEAR), min(i + _NEAR, tokens.size))
    return any(
        tokens.word[k] in _SITED and k != i + 1 and tokens.word[k - 1] in numbers() for k in near
    )


def _counts(word: str) -> bool:
    """Whether a word after "only one" is what is counted."""
    return bool(word) and word not in _AFTER and tag(word).startswith(("n", "a"))


def _number_follows(tokens: Tokens, i: int) -> bool:
    word = tokens.at(i)
    return word in ("more", "of", "every") or word in numbers() or word[:1].isdecimal()
