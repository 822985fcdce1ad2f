"""Scores: results of matches and races, how many voted for and against, and hours of work."""

from plainfigures.prose.numbers.hours import spoken
from plainfigures.prose.numbers.models import noun_after
from plainfigures.prose.words.lexicon import numbers
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.tokens import DASHES, Tokens

Found = tuple[int, str] | None

_HOURS = DASHES | {"and", "to"}
_HALVES = frozenset(("am", "pm", "a.m.", "p.m."))
_VOTES = frozenset("vote votes voted voting ruled".split())
_AGAINST = DASHES | {"to", "against"}
_NEAR_VOTE = 4
_TWELVE = frozenset(("noon", "midnight"))
_PAIR = 4  # the tokens of "6-2,"
_GAMES = 7  # the most games that win a set
# How many tries came off: "3-of-12", "12-for-20".
_TO = ["-", "to", "-"]
_MADE = (["-", "of", "-"], ["-", "for", "-"])
_OUTCOMES = frozenset("winner winners victor victors loser losers victory defeat".split())
# What a team stands at, and in what: "they are 5-7 on the year", "went 2-4 this season".
_STANDING = frozenset("is are was were go goes went gone 're 's to start started".split())
_SPELLS = frozenset("season year campaign conference league division road".split())
_WITHIN = 4
_NO_SCORE = frozenset(("%", "per", "percent", "pct", "thousand", "million", "billion", "-"))


def score(tokens: Tokens, i: int) -> Found:
    """ "6-2 6-4", "won 3-1": two small numbers joined, high to low, with no noun, or in a row."""
    raw = tokens.raw
    if _timed(tokens, i):
        return i + 3, "score"
    if tokens.at(i + 1) in _HOURS and tokens.at(i + 3) in _HALVES and _small(tokens, i + 2):
        return i + 1, "time"  # "between 3 and 5 p.m."
    if (found := odds(tokens, i)) is not None:
        return found
    if tokens.word[i + 1 : i + 4] in _MADE and tokens.at(i + 4).isdecimal():
        return i + 5, "score"
    j = i + 2
    if tokens.at(i + 1) not in DASHES or not _small(tokens, i) or not _small(tokens, j):
        return None
    if not tokens.glued(i + 1) or (tokens.at(j + 1)[:1].isalnum() and tokens.tight(j + 1)):
        return None
    if tokens.at(j + 1) in _NO_SCORE or tokens.at(j + 1) == "/":  # "3-1/2 inches"
        return None
    if tokens.at(j + 1) in _OUTCOMES or _is_record(tokens, i):
        return i + 3, "score"  # "ran out 4-1 winners"
    if int(raw[i]) >= int(raw[j]):
        return None if noun_after(tokens, j + 1) else (i + 3, "score")
    if _adjoins(tokens, i, j):
        return None
    paired = j + 3 < tokens.size and raw[j + 1].isdecimal() and tokens.word[j + 2] in DASHES
    if paired or (_follows_score(tokens, i) and not noun_after(tokens, j + 1)):
        return i + 3, "score"
    return None


def _adjoins(tokens: Tokens, i: int, j: int) -> bool:
    """ "0-25, | 25-100", "0-9, | 10-19": one class after another, with the next above it."""
    raw = tokens.raw
    if i < _PAIR or raw[i - 1] != "," or not (_small(tokens, i - 2) and _small(tokens, i - 4)):
        return False
    low, high = int(raw[i - 4]), int(raw[i - 2])
    return low < high and high in (int(raw[i]), int(raw[i]) - 1) and int(raw[j]) > _GAMES


def odds(tokens: Tokens, i: int) -> Found:
    """ "a 3-to-1 majority", "by two-to-one": how many for each of the others."""
    if tokens.word[i + 1 : i + 4] != _TO:
        return None
    one, other = (_value(tokens.at(k)) for k in (i, i + 4))
    return (i + 5, "score") if one and other and one > other else None


def _value(word: str) -> int:
    """The whole number of a token in digits or one word; 0 for others."""
    kind, amount = numbers().get(word, ("", "0"))
    return int(word) if word.isdecimal() else int(amount) if kind == "cardinal" else 0


def hours(tokens: Tokens, i: int) -> Found:
    """ "a 9-to-5 job", "12 noon", "at 6 in the morning"."""
    if tokens.word[i : i + 5] == ["9", "-", "to", "-", "5"]:
        return i + 5, "name"
    if tokens.at(i + 1) in _TWELVE and tokens.word[i] == "12":
        return i + 1, "time"
    last = spoken(tokens, i)
    return None if last is None else (last, "time")


def line_of_play(tokens: Tokens, i: int) -> Found:
    """ "at the 22-yard line": a place on the field."""
    k = i + 1 + (tokens.at(i + 1) == "-")
    return (k, "name") if tokens.word[k : k + 2] == ["yard", "line"] else None


def vote(tokens: Tokens, i: int) -> Found:
    """ "voted by 41 to 6", "a vote of 12-3", "by 52 votes to 40"."""
    word = tokens.word
    if _VOTES.isdisjoint(word[max(0, i - _NEAR_VOTE) : i + 2]):
        return None
    j = i + 1 + (tokens.at(i + 1) in _VOTES)
    if tokens.at(j) not in _AGAINST or not is_number(tokens.at(j + 1)):
        return None
    if tokens.at(j + 2) in _NO_SCORE or (tokens.at(j) in DASHES and not word[i].isdecimal()):
        return None  # "to 80 votes from twenty-four", "40 votes and 5-7 percent"
    return j + 2, "score"


def _is_record(tokens: Tokens, i: int) -> bool:
    """ "they are 5-7 on the year": how many were won and lost."""
    near = tokens.word[i + 3 : i + 3 + _WITHIN]
    led = near[:1] in (["on"], ["in"], ["this"], ["last"])
    return led and tokens.at(i - 1) in _STANDING and not _SPELLS.isdisjoint(near)


def _timed(tokens: Tokens, i: int) -> bool:
    """ "3:58.2", what a race took; times of the day are dates."""
    return tokens.at(i + 1) == ":" and tokens.glued(i + 1) and tokens.at(i + 2)[0].isdecimal()


def _small(tokens: Tokens, i: int) -> bool:
    return tokens.at(i).isdecimal() and len(tokens.raw[i]) <= 3


def _follows_score(tokens: Tokens, i: int) -> bool:
    """Whether the end of another score stands before token `i` ("6-2 6-4", "(6-2), 6-4")."""
    if i >= 3 and tokens.raw[i - 1].isdecimal() and tokens.word[i - 2] in DASHES:
        return True
    return i >= 4 and tokens.word[i - 1] in (",", ")") and tokens.raw[i - 2].isdecimal()
