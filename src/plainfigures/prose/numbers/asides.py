"""Asides: number tokens that are no figures (ordinals, names, idioms …), each with its reason."""

from plainfigures.prose.numbers.formulas import RANKS
from plainfigures.prose.numbers.hours import spoken
from plainfigures.prose.numbers.identifiers import identifier
from plainfigures.prose.numbers.number_words import is_score
from plainfigures.prose.numbers.numbering import numbered_stage
from plainfigures.prose.numbers.ones import one
from plainfigures.prose.numbers.parts import (
    MEASURED,
    NO_PARTS,
    SIZED,
    behind_span,
    is_hour,
    is_sized,
)
from plainfigures.prose.numbers.scores import odds, vote
from plainfigures.prose.words.closed import DEFINITE
from plainfigures.prose.words.lexicon import currencies, numbers, tag, units
from plainfigures.prose.words.names import is_headline
from plainfigures.prose.words.number import word_at
from plainfigures.prose.words.signs import CLOSE_QUOTES, OPEN_DOUBLE
from plainfigures.prose.words.tokens import DASHES, Tokens

Found = tuple[int, str] | None

_BEFORE_HALF = frozenset(
    "first second other latter former last better northern southern eastern western top bottom "
    "upper lower".split()
)
_BEFORE_QUARTER = frozenset(
    "first second third fourth last this next previous the final per each every current "
    "corresponding same preceding prior following latest past earlier that".split()
)
_PARTS = frozenset(("a", "one", "-", "three"))
_AFTER_ZERO = frozenset("tolerance emission emissions sum in hour -".split())
_BEFORE_ZERO = frozenset("net ground sub".split())
_INTO = frozenset(("in", "into"))
_NAMING = frozenset(("the", "of", "big"))
_BROKEN = frozenset(
    "split splits splitting broke break breaks breaking broken cut cuts cutting snapped snap snaps "
    "snapping torn tore tear sliced slice sawn sawed folded ripped cracked cleft cleaved divided "
    "parted sheared".split()
)
_NEAR = 6
_LAST_OF_MANY = frozenset("hundredth thousandth millionth billionth".split())
_LONGEST = 12  # the words of an ordinal ("two hundred and fiftieth")
_IN_ORDINALS = ("cardinal", "scale")
_TEN, _TWENTY = 10, 20
_HEADING = frozenset((":", "\u2022", "*", "\u2026"))
_AFTER_PART = frozenset(("of", "", "."))


def aside(tokens: Tokens, i: int) -> Found:
    """Why the number token `i` is no figure: (token after it, reason), or None."""
    word = tokens.word[i]
    if word[0].isdecimal():
        return identifier(tokens, i)
    if word[0] == "." and i and tokens.tight(i) and tokens.word[i - 1] in CLOSE_QUOTES:
        return i + 1, "citation"  # "first homes".6
    entry = numbers().get(word)
    if entry is None:
        return None
    kind = entry[0]
    if kind == "ordinal":
        if word not in NO_PARTS and is_sized(tokens, i):
            return None
        return i + 1, "name" if _ordinal_name(tokens, i) else "ordinal"
    if kind in ("multiple", "times", "pronoun"):
        return i + 1, {"both": "pronoun", "once": "idiom"}.get(word, "multiple")
    if kind == "cardinal" and _is_rank(tokens, i):
        return i + 1, "ordinal"
    k = i + 1 + (tokens.at(i + 1) == "-" and tokens.glued(i + 1))
    nth = kind == "cardinal" and tokens.at(k) in _LAST_OF_MANY
    if nth and tokens.at(k + 1) not in _AFTER_PART:
        return k + 1, "ordinal"  # "the one millionth guest", "our four-hundredth mine"
    if kind in _IN_ORDINALS and (end := _ordinal_end(tokens, i)) is not None:
        return end, "ordinal"
    if kind == "cardinal" and i and numbered_stage(tokens, i):
        return i + 1, "identifier"
    question = _QUESTIONS.get(word)
    if question is not None:
        return question(tokens, i)
    if word in ("score", "scores") and _is_result(tokens, i):
        return i + 1, "idiom"
    if tokens.at(i - 1) in _INTO and kind == "cardinal" and _is_broken(tokens, i):
        return i + 1, "idiom"
    if kind == "cardinal" and (last := spoken(tokens, i) or 0):
        return last, "time"
    if kind == "cardinal" and (found := vote(tokens, i) or odds(tokens, i)) is not None:
        return found
    if not _is_name(tokens, i):
        return None
    torn = tokens.at(i + 1) == "-" and tokens.glued(i + 1)
    more = torn and word_at(tokens, i + 2)[0] == "cardinal"  # "the Group of Twenty-Four"
    return i + 1 + 2 * more, "name"


def _ordinal_name(tokens: Tokens, i: int) -> bool:
    """ "the Third Reich"; not "Twenty-Fifth Street", whose twenty is an ordinal too."""
    if i == 0 or not tokens.capital(i) or not tokens.capital(i + 1):
        return False
    return tokens.word[i - 1] != "-" or tokens.at(i - 2) not in numbers()


def _ordinal_end(tokens: Tokens, i: int) -> int | None:
    """The end of "forty-fourth", "two hundred and fiftieth", "her thirty first" at token `i`."""
    k, joint, scaled = i, "", False
    kind, amount = last = word_at(tokens, k)
    while kind in _IN_ORDINALS and k < i + _LONGEST:
        last, scaled, joint = (kind, amount), scaled or kind == "scale", ""
        k += 1
        if (tokens.at(k) == "-" and tokens.glued(k)) or (scaled and tokens.at(k) == "and"):
            joint, k = tokens.at(k), k + 1
        kind, amount = word_at(tokens, k)
    tens = last[0] == "cardinal" and last[1] >= _TWENTY and amount < _TEN
    if kind != "ordinal" or not (
        last[0] == "scale" or (tens and (scaled or k == i + 1 + (joint == "-")))
    ):
        return None
    after = tokens.at(k + 1)
    part = after == "of" and tokens.at(i - 1) not in DEFINITE  # but "the twenty-first of May"
    if (after == "-" and tokens.glued(k + 1)) or part:
        return None
    # two words apart are one ordinal only behind an owner: "her thirty first"
    loose = joint == "" and (
        tokens.at(i - 1) not in DEFINITE or "ns" in tag(after or ".").split(",")
    )
    return None if loose else k + 1


def _is_rank(tokens: Tokens, i: int) -> bool:
    """ "the bottom three", "a top-five place"; not "the top three firms"."""
    if tokens.at(i - 1) == "-":
        return tokens.at(i - 2) in RANKS
    nxt = tokens.at(i + 1)
    return tokens.at(i - 1) in ("top", "bottom") and not (nxt.isalpha() and tag(nxt)[0] in "nav")


def _half(tokens: Tokens, i: int) -> Found:
    """ "the first half", "half-hearted"; not "half a million", "half-million"."""
    if tokens.at(i - 1) in _BEFORE_HALF:
        return i + 1, "ordinal"
    if is_hour(tokens, i):
        return i + 3, "time"
    if tokens.word[max(0, i - 2) : i] == ["at", "the"]:
        return i + 1, "ordinal"  # "led 17-10 at the half"
    if tokens.at(i - 1) == "a" and behind_span(tokens, i - 2):
        return i + 1, "date"
    if tokens.at(i + 1) != "-" or not tokens.tight(i + 1) or i + 2 >= tokens.size:
        return None
    tail = tokens.word[i + 2]
    if tail == "year":
        return i + 1, "date"  # "in the half-year"
    counts = tail in numbers() or tail in units() or tail in MEASURED
    return None if counts else (i + 1, "idiom")


def _quarter(tokens: Tokens, i: int) -> Found:
    """ "the third quarter", "their quarters"; not "a quarter", "three quarters"."""
    previous = tokens.at(i - 1)
    if is_hour(tokens, i):
        return i + 3, "time"
    k = i + 1 + (tokens.at(i + 1) == "-") + 2 * (tokens.word[i + 1 : i + 3] == ["of", "a"])
    if word_at(tokens, k)[0] == "scale":  # "quarter-million", "the quarter of a million"
        return None
    if previous == "-":  # "first-quarter sales"
        previous = tokens.at(i - 2)
    plural = tokens.word[i] == "quarters"
    if previous in _BEFORE_QUARTER or (plural and previous not in numbers()):
        return i + 1, "ordinal"
    town = previous not in SIZED and tag(previous or ".")[0] in "an"  # "the old quarter of Homs"
    if previous not in _PARTS and (town or tokens.at(i + 1) != "of"):
        return i + 1, "idiom"
    return None


def _zero(tokens: Tokens, i: int) -> Found:
    """ "zero tolerance", "net zero"."""
    idiom = tokens.at(i + 1) in _AFTER_ZERO or tokens.at(i - 1) in _BEFORE_ZERO
    return (i + 1, "idiom") if idiom else None


def _is_result(tokens: Tokens, i: int) -> bool:
    """Whether a score is that of a game or a test, not twenty ("scores of men", "a score of")."""
    previous, nxt = tokens.at(i - 1), tokens.at(i + 1)
    if previous == "a":
        return tokens.word[i] == "score" and (nxt not in ("of", "or") or is_score(tokens, i))
    return previous not in numbers() and not (nxt == "of" and tokens.word[i] == "scores")


def _is_broken(tokens: Tokens, i: int) -> bool:
    """ "split in two", "broke the ship in three": the pieces of a thing, told by no noun."""
    after = tokens.at(i + 1)
    if after.isalpha() and tag(after)[0] not in "cp":
        return False
    return not _BROKEN.isdisjoint(tokens.word[max(0, i - _NEAR) : i - 1])


def _is_name(tokens: Tokens, i: int) -> bool:
    """ "Four Ms", "the Group of Seven", "the Big Five"; the first word of a sentence is plain."""
    if i == 0 or not tokens.capital(i) or tokens.raw[i].isupper():
        return False
    previous = tokens.word[i - 1]
    if previous in DASHES and not tokens.glued(i - 1):
        return False  # "MANILA (AFP) - Three Filipino farmers"
    if previous == ")" and tokens.raw[i - 2].isupper() and tokens.at(i - 3) == "(":
        return False  # "MANILA (AFP) Three Filipino farmers"
    lettered = i == 1 and len(previous) == 1 and tokens.text[tokens.end[0]] == "."
    if previous in _HEADING or lettered:
        return False  # "B. Three Filipino farmers", "Note: Three Filipino farmers"
    if tokens.capital(i + 1) and word_at(tokens, i + 1)[0] == "scale":
        return False  # "Six Hundred Thousand residents"
    if tokens.at(i + 1) in currencies() and tokens.at(i + 2) == "(":
        return False  # "a Twenty Dollar ($20.00) fee"
    if previous not in _NAMING and is_headline(tokens):
        return False  # "Storm Hits Oro, Six Dead"
    if tokens.capital(i + 1) or previous in OPEN_DOUBLE:
        return tokens.capital(i + 1)
    if previous == "'":
        return False
    return (
        previous == "the" or tokens.capital(i - 1) or (previous == "of" and tokens.capital(i - 2))
    )


_QUESTIONS = {
    "one": one,
    "half": _half,
    "halves": _half,
    "quarter": _quarter,
    "quarters": _quarter,
    "zero": _zero,
    "nil": _zero,
    "nought": _zero,
}
