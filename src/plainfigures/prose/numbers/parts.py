"""Fractions in words: "half", "three quarters", "and a half", "a quarter of a million"."""

from decimal import Decimal

from plainfigures.prose.nouns import changes
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import numbers, tag, units
from plainfigures.prose.words.number import (
    HUNDRED,
    ONE,
    TENS,
    Number,
    is_cardinal,
    is_number,
    word_at,
)
from plainfigures.prose.words.signs import ARE, OF_SEVERAL, PERCENT
from plainfigures.prose.words.tokens import Tokens

_ARTICLES = ("a", "an")
PLAIN_PARTS = frozenset(("half", "halves", "quarter", "quarters"))
# Spans of which there may be one "and a half".
_HALVED = frozenset("year month week decade century hour".split())
_OF_ONE = (["of", "one"], ["of", "1"])
_MOST_QUARTERS = 3
_AT = frozenset("at until till was before after since around nearly".split())
_HOURS = 12
# What else a half or a quarter may be of behind a hyphen.
MEASURED = frozenset("point points percent percentage a".split())
_LEVELS = frozenset("to from on in last year".split())
_BESIDE = frozenset(("to", "from", "in"))
_PARTS = frozenset("half quarter quarters thirds fifths sixths eighths tenths".split())
_SHARES = frozenset(("share", "proportion", "portion"))
_STANDING = frozenset("stand stands stood put".split())
_NTH = frozenset("first second third fourth last".split())
_BACK = 25
_MOVED = frozenset(("up", "down"))
_MOVED_ON = frozenset(("on", "from", ".", ";", "and", "in", ""))
_AFTER_PART = frozenset("of off more less fewer higher lower the . , ; )".split())
_COMPARING = frozenset(
    "smaller larger bigger greater cheaper dearer weaker stronger shorter".split()
)
_SET_AGAINST = frozenset(("than", ".", ",", ";", ""))
# What parts are set against ("compared with a fifth in 1990", "accounted for almost a tenth then").
_AGAINST = frozenset(("compared", "accounted", "accounts", "amounted"))
NO_PARTS = frozenset(("first", "second"))
# What may stand between an article and a part ("a good third of").
SIZED = frozenset(
    "good full bare mere scant solid whole entire clear hefty healthy further additional extra "
    "other another whopping massive huge staggering sizeable sizable tiny paltry meagre meager "
    "modest".split()
)
_ROUGHLY = frozenset(
    "about around almost nearly roughly some just only barely over under more less than".split()
)
_BOUNDING = frozenset("than under over about around almost nearly roughly".split())
_TEN = 10
_SIZES = frozenset(("length", "area", "volume", "mass"))
_WHEN = frozenset("at after before during by when then now today ago earlier".split())


def part(tokens: Tokens, i: int) -> Number | None:
    """A part alone or of a scale: "half", "a third", "three quarters of a million"."""
    word = tokens.word
    j, top = i, ONE
    if word[i] in _ARTICLES:
        j = i + 1
        if behind_span(tokens, i - 1):
            return None
    elif is_cardinal(tokens, i):
        top, j = word_at(tokens, i)[1], i + 1
        j += tokens.at(j) == "-"
    if j >= tokens.size:
        return None
    if is_hour(tokens, j):
        return None
    torn = word[j - 1] == "-" and top < _TEN  # "a two-third majority"
    value = _fraction(tokens, j, plural=top > 1 and not torn)
    if value is not None and torn and top * value >= 1 and word_at(tokens, j)[0] == "ordinal":
        value = None
    sized = j == i and is_sized(tokens, i)
    if value is None or (j == i and not sized and word[i] not in ("half", "quarter")):
        return None
    hyphen = word[j - 1] == "-"
    if j > i + 1 and hyphen and tokens.tight(j) != tokens.tight(j - 1):
        return None
    if word_at(tokens, j)[0] == "ordinal" and not (
        hyphen or sized or _reads_as_part(tokens, j + 1)
    ):
        return None
    if word[j] == "quarters" and top > _MOST_QUARTERS:  # "six quarters" are a year and a half
        return None
    if word[i - 1] == "-" and word[i - 2] in _NTH and j == i:
        return None  # "the first-half figure"
    if word[j] in ("half", "quarter") and _compounds(tokens, j + 1):
        return None
    return _of_scale(tokens, i, top * value, j + 1)


def is_sized(tokens: Tokens, i: int) -> bool:
    """ "a good *third* of", "by a further *fifth*": a part with its article before another word."""
    if tokens.at(i - 1) not in SIZED or tokens.at(i - 2) not in _ARTICLES:
        return False
    return tokens.at(i + 1) == "of" or tokens.at(i - 3) == "by"


def behind_span(tokens: Tokens, k: int) -> bool:
    """Whether "and" at token `k` adds to a span that nothing counts: "the past year and a half"."""
    if tokens.at(k) != "and" or tokens.at(k - 1) not in _HALVED:
        return False
    return tokens.at(k - 2) not in _ARTICLES and not is_number(tokens.at(k - 2))


def is_hour(tokens: Tokens, j: int) -> bool:
    """ "half past three", "at a quarter to five": a time of the day, not "from a quarter to"."""
    if not is_cardinal(tokens, j + 2) or word_at(tokens, j + 2)[1] > _HOURS:
        return False
    if tokens.at(j + 1) == "past":
        return tokens.word[j] in ("half", "quarter")
    k = j - 1 - (tokens.at(j - 1) == "a")
    return tokens.word[j : j + 2] == ["quarter", "to"] and tokens.at(k) in _AT


def _compounds(tokens: Tokens, j: int) -> bool:
    """Whether a hyphen binds a word that is no number or unit: "a quarter-finalist"."""
    if tokens.at(j) != "-" or not tokens.glued(j):
        return False
    tail = tokens.word[j + 1]
    known = tail in numbers() or tail in units() or tail in MEASURED
    return tail.isalpha() and not known


def and_part(tokens: Tokens, j: int, of_scale: bool = False) -> tuple[Decimal | None, int]:
    """The part in "and a half", "and three quarters" at token `j`, with the token after it.

    A part of a scale ("and a quarter million") is a number of its own, unless `of_scale`: the
    scale is then the whole number's ("two and a half million").
    """
    k = j + 1
    k += tokens.at(k) == "-"
    top = ONE
    if tokens.at(k) in _ARTICLES:
        k += 1
    elif is_cardinal(tokens, k):
        top, k = word_at(tokens, k)[1], k + 1
        if tokens.at(k) == "-" and is_cardinal(tokens, k + 1):
            top, k = top + word_at(tokens, k + 1)[1], k + 2
    else:
        return None, j
    k += tokens.at(k) == "-"
    if k < tokens.size:
        value = _fraction(tokens, k, plural=top > 1)
        if (
            value is not None
            and top * value < 1
            and (of_scale or word_at(tokens, k + 1)[0] != "scale")
        ):
            return top * value, k + 1
    return None, j


def _fraction(tokens: Tokens, j: int, plural: bool) -> Decimal | None:
    """The value of a fraction word, or of an ordinal that may be one ("third", not "second")."""
    kind, value = word_at(tokens, j)
    if kind == "fraction":
        return value
    if kind == "ordinal" and not plural and tokens.word[j] not in NO_PARTS:
        return ONE / value
    return None


def _reads_as_part(tokens: Tokens, j: int) -> bool:
    """Whether what follows an ordinal makes it a fraction ("a third of", "by a fifth.")."""
    if tokens.at(j) == "," and tokens.at(j + 1).isdecimal() and tokens.at(j + 2) == ",":
        return False  # "a third, 17, was hurt"
    if j >= tokens.size or tokens.word[j] in _AFTER_PART:
        return True
    if tokens.word[j] in _COMPARING and tokens.at(j + 1) in _SET_AGAINST:
        return True  # "a sixth smaller than before"; not "a third larger group"
    before = tokens.at(j - 3)
    if tokens.word[j] in _MOVED and before in BE and tokens.at(j + 1) in _MOVED_ON:
        return True  # "was a third down on the year", "were a quarter up."
    if tokens.word[j] in _BESIDE and not _PARTS.isdisjoint(tokens.word[max(0, j - _BACK) : j - 2]):
        return True  # "two thirds went to Chad, a fifth to Mali"
    if before == "," and tokens.at(j - 4) in _SHARES and tokens.word[j] in _LEVELS | _WHEN:
        return True  # "its share, a tenth in 2001, has grown"
    if before == "at" and tokens.at(j - 4) in _STANDING and tokens.word[j] in _LEVELS | _WHEN:
        return True  # "which stood at a third in 2001"
    if tokens.word[j - 2] == "a" and tokens.word[j] in OF_SEVERAL:
        return True  # "a third were nurses"; not "a third was hurt"
    if before in _BOUNDING and (tokens.word[j] in _LEVELS or tokens.word[j] in _WHEN):
        return True  # "no more than a third after 2015"
    sized = before in _ROUGHLY or tokens.word[j - 2] == "one"
    if tokens.word[j - 2] == "one" and is_size(tokens.word[j]):
        return True  # "one third cup of sugar"
    if sized and tokens.word[j] in ARE:
        return True  # "one tenth were nurses"; not "a third was hurt"
    if sized and tag(tokens.word[j])[0] == "v" and tag(tokens.at(j + 1) or ".")[0] not in "an":
        return True  # "nearly a third agreed"
    if tokens.word[j] == "to" and tokens.at(j + 2) in _PARTS:
        return True  # "a third to a half"
    k = j - 3
    while tokens.at(k) in _ROUGHLY:
        k -= 1
    if tokens.at(k) == "by":
        return True  # "by more than a fifth to $3 billion"
    ends = {"from": "to", "between": "and"}  # "between a fifth and a half"
    if ends.get(before) == tokens.word[j]:
        return True
    if tokens.word[j] in _LEVELS or tokens.word[j] in _WHEN or tokens.word[j] in numbers():
        k = j - 3
        while tokens.at(k) in _ROUGHLY:
            k -= 1
        if tokens.at(k) == "against" or tokens.at(k - 1) in _AGAINST:
            return True
    # "fell almost a third to 2 million", "down a tenth on the year"
    near = tokens.word[max(0, j - 4) : j - 2]
    moved = not changes.movements().isdisjoint(near) or near[-1:] in (["up"], ["down"])
    return moved and (tokens.word[j] in _LEVELS or tokens.word[j] in ("by", "since"))


def is_size(word: str) -> bool:
    """Whether a word is a unit of size, of which there are parts ("cup", "mile"), not of time."""
    entry = units().get(word)
    return entry is not None and entry.kind == "word" and entry.dimension in _SIZES


def _of_scale(tokens: Tokens, i: int, value: Decimal, j: int) -> Number:
    """A fraction, or a fraction of a scale word ("half a million", "a quarter of a million")."""
    word, n = tokens.word, tokens.size
    k = _past_hyphen(tokens, j)  # "half-million", "half-a-million"
    if k + 1 < n and word[k] == "of" and word[_past_hyphen(tokens, k + 1)] in _ARTICLES:
        k = _past_hyphen(tokens, k + 1)
    if k + 1 < n and word[k] in _ARTICLES:
        k = _past_hyphen(tokens, k + 1)
    if word[j : j + 2] in _OF_ONE and tokens.at(j + 2 + (tokens.at(j + 2) == "per")) in PERCENT:
        return Number(i, j + 2, value, words=True)  # "half of one per cent"
    kind, scale = word_at(tokens, k)
    if (kind == "scale" and (k > j or scale > HUNDRED)) or (
        tokens.at(k) in TENS and (k > j or tokens.at(k) == "dozen")
    ):
        return Number(i, k + 1, value * scale, scale=scale, words=True)
    return Number(i, j, value, fraction=True, words=True)


def _past_hyphen(tokens: Tokens, k: int) -> int:
    """The token at or behind `k` that no hyphen binds to the word before it."""
    return k + (tokens.at(k) == "-" and tokens.glued(k))


def denominator(tokens: Tokens, k: int, one: bool) -> tuple[Decimal, int] | None:
    """The denominator in words at token `k` and its end: "one-hundredths", "one hundred fifth"."""
    if tokens.at(k) not in ("one", "ten"):
        return None
    below = word_at(tokens, k)[1]
    k += 1 + (tokens.at(k + 1) == "-")
    kind, amount = word_at(tokens, k)
    whole = Decimal(0)
    if kind == "scale":
        whole = below * amount
        k += 1 + (tokens.at(k + 1) == "-")
        kind, amount = word_at(tokens, k)
    if kind == "fraction" and tokens.word[k] not in PLAIN_PARTS:
        amount = (ONE / amount).to_integral_value()
    elif kind != "ordinal" or not one:
        return None
    if not whole and amount < HUNDRED:
        return None
    return (whole + amount if whole else below * amount), k + 1
