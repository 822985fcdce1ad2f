"""Records: a period that only says how long nothing was larger ("the worst flood since 1993")."""

from plainfigures.prose.periods.period import Period
from plainfigures.prose.words.lexicon import calendar, numbers, tag
from plainfigures.prose.words.tokens import Tokens

_SUPERLATIVES = frozenset("most least worst best first".split())
_VERBS = frozenset("has have had was were is are will would".split())
_SEEN = frozenset("seen unseen witnessed matched reached achieved experienced".split())
_REACH = 6


def sets_record(tokens: Tokens, period: Period) -> bool:
    """Whether a period belongs to a superlative and not to the figure of its clause."""
    word = tokens.word
    if word[period.last : period.last + 2] == [",", "when"]:
        return False  # "the worst since 2016, when 41 died"
    at = period.first
    if word[at] != "since":
        at -= word[at] not in ("in", "for")
        if tokens.at(at) not in ("in", "for"):
            return False
        last = word[period.last - 1]
        if last not in calendar("units") and last not in calendar("unit"):
            return False
    if word[at - 1] in _SEEN and (word[at - 1] == "unseen" or word[at - 2] in ("not", "never")):
        return True  # "at a rate not seen since 1990"
    for k in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if word[k] in _SUPERLATIVES:
            return word[k] != "first" or tokens.at(k - 1) in ("the", "its", "their")
        if word[k].endswith("est") and len(word[k]) > 4 and tag(word[k])[0] == "a":
            return True
        if not word[k][0].isalpha() or word[k] in _VERBS or word[k] in numbers():
            return False
    return False
