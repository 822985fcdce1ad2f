"""Units after a number, and rates: the longest match of symbols and names."""

from dataclasses import dataclass
from functools import cache

from plainfigures.prose.nouns.heads import names_people
from plainfigures.prose.units.denominators import divided, divided_of, squared
from plainfigures.prose.units.guards import is_safe
from plainfigures.prose.units.inches import inches_or_feet
from plainfigures.prose.units.magnitudes import is_magnitude
from plainfigures.prose.units.senses import sense
from plainfigures.prose.words import lexicon
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.signs import CROSSES, OVER
from plainfigures.prose.words.surfaces import Index, Surface, index_of, longest
from plainfigures.prose.words.tokens import Tokens

_RATES = frozenset(("per", "a", "an", "each", "every", "/"))
_PERIODS = frozenset(
    "second minute hour day night week weekend fortnight month quarter year decade annum".split()
)
# Letters of a rate behind money: "£950 pcm", "$22 psf".
_PRICE_RATES = {"pcm": "month", "pw": "week", "pa": "year", "p.a.": "year", "psf": "square_foot"}
_SHIFTS = frozenset("ago earlier before later previously".split())
_HEAT = 3  # digits
_MOST_POINTS = 2  # digits
POINTS = frozenset(("point", "points"))
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_SYMBOLS = ("symbol", "guarded")
_SMALL = "pcdmo"  # tags of words that begin no noun


@dataclass(slots=True)
class Unit:
    """Tokens first..last (exclusive) that name a unit; `kind` is money, percent, point or unit.

    `shared` is True for a sign or name that several currencies share ("$", "pounds"), `ambiguous`
    where it is read by default, as nothing tells which is meant.
    """

    first: int
    last: int
    name: str
    kind: str
    shared: bool = False
    ambiguous: bool = False


def unit_after(tokens: Tokens, i: int) -> Unit | None:
    """The unit that begins at token `i`, after a hyphen too ("five-year", "30 - year - long")."""
    if i >= tokens.size:
        return None
    j = _after_hyphen(tokens, i)
    if is_magnitude(tokens, j):
        return Unit(i, j + 1, "magnitude", "unit")
    told = sense(tokens, j)
    if told is not None:
        twice = tokens.word[j : j + 2] == ["'", "'"]  # "a beam of 20''"
        return Unit(i, j + 1 + twice, "arcsecond" if twice else told[0], told[1])
    if tokens.word[j] == "k" and tokens.at(j + 1) in lexicon.nouns("race"):
        return Unit(i, j + 1, "kilometre", "unit")  # "a 10k run"
    if tokens.word[j] in CROSSES and tokens.tight(j) and not tokens.at(j + 1)[:1].isdecimal():
        return Unit(i, j + 1, "time", "unit")  # "7x brighter"
    entry = _entry(tokens, j)
    if entry is None:
        return _bracketed(tokens, i) or _marked(tokens, i)
    last = j + len(entry.words)
    if j == i and tokens.word[j] in _PERIODS and names_people(tokens.at(last)):
        return None  # "three night watchmen"
    if entry.name == "percent":
        return _by_parsec(tokens, i, j) or _percent(tokens, i, last)
    name = entry.name
    if tokens.word[j] == "pp" and len(tokens.word[i - 1]) > _MOST_POINTS:
        name = "page"  # "412 pp., $34.95"
    kind = "point" if name.endswith("_point") else "unit"
    if kind == "unit" and entry.kind in _SYMBOLS:
        if name == "metre" and (tokens.at(i - 2) == "h" or _before_seconds(tokens, last)):
            name = "minute"  # "4h 20m", "1m 27.4s"
        if name == "second" and tokens.tight(j) and tokens.at(_behind(tokens, i)) in OVER:
            name = "year"  # "the over-65s"
        if name == "second" and tokens.word[max(0, i - 3) : i - 2] == ["£"]:
            name = "shilling"  # "£2 15s"
        if name == "cent" and len(tokens.word[j - 1]) == _HEAT:  # "set the oven to 180c"
            name = "degree_celsius"
        name, last = divided(tokens, _index(), name, j, last)
        if tokens.capital(last) and " per " not in name:
            name, last = divided_of(tokens, _index(), name, last)
    return Unit(i, last, name, kind)


def _before_seconds(tokens: Tokens, k: int) -> bool:
    """Whether token `k` counts seconds in two digits behind so few minutes: "1m | 27.4s"."""
    seconds = tokens.at(k).partition(".")[0]
    short = len(seconds) == 2 and seconds.isdecimal() and len(tokens.word[k - 2]) == 1
    return short and tokens.at(k + 1) in ("s", "sec", "secs") and tokens.tight(k + 1)


def _behind(tokens: Tokens, i: int) -> int:
    """The word before the number that ends before token `i`, over a hyphen."""
    return i - 2 - (tokens.at(i - 2) == "-")


def rate_after(tokens: Tokens, i: int, money: bool = False) -> tuple[int, str, bool] | None:
    """A rate at token `i`: (token after it, its unit, whether it is over time).

    "a month", "per hectare", "km/h", "barrel-a-day"; "a share" and the like only after money.
    """
    word, n = tokens.word, tokens.size
    if tokens.at(i + 1) in ("-", "^"):  # "trees ha -1"
        name, last = divided(tokens, _index(), "", i, i)
        if name.startswith(" per "):
            return last, name[5:], False
    if money and tokens.at(i) in _PRICE_RATES:
        return i + 1, _PRICE_RATES[word[i]], _PRICE_RATES[word[i]] in _PERIODS
    hyphen = tokens.at(i) == "-" and tokens.at(i + 1) in _RATES
    k = i + 1 if hyphen else i
    if k + 1 >= n or word[k] not in _RATES or (word[k] == "/" and not tokens.tight(k)):
        return None
    j = k + 2 if word[k + 1] == "-" and k + 2 < n else k + 1
    if word[j] in _PERIODS:
        if tokens.at(j + 1) in _SHIFTS:
            return None  # "against five a year earlier"
        if word[j] == "quarter" and tokens.at(j + 1) in lexicon.units():
            return None  # "2 litres and a quarter teaspoon"
        return j + 1, word[j], True
    if word[k] in ("each", "every"):
        return None
    sure = word[k] in ("per", "/")
    entry = longest(_index(), word, j) or (
        longest(_index(), tokens.raw, j) if sure or money else None
    )
    symbol = money and entry is not None and entry.kind == "symbol" and len(word[j]) > 1  # "a kg"
    if entry is not None and (sure or symbol or entry.kind in ("word", "ambiguous")):
        name, last = squared(tokens, entry.name, j + len(entry.words))
        return last, name, name in _PERIODS
    if not _is_noun(tokens, j):
        return None
    price = money and word[k] in ("a", "an") and (hyphen or not noun_follows(tokens, j + 1))
    return (j + 1, word[j], False) if word[k] == "per" or price else None


@cache
def _index() -> Index:
    table = lexicon.units()
    return index_of((surface, entry.unit, entry.kind) for surface, entry in table.items())


def _bracketed(tokens: Tokens, i: int) -> Unit | None:
    """ "20 (kg)", "20 [kg]"."""
    closing = _BRACKETS.get(tokens.word[i])
    if closing is None or i + 2 >= tokens.size or tokens.word[i + 2] != closing:
        return None
    found = longest(_index(), tokens.raw, i + 1)
    if found is None or len(found.words) > 1 or found.kind not in _SYMBOLS:
        return None
    if found.kind == "guarded":
        return None
    kind = "percent" if found.name == "percent" else "unit"
    return Unit(i, i + 3, found.name, kind)


def _marked(tokens: Tokens, i: int) -> Unit | None:
    name = inches_or_feet(tokens, i)
    return None if name is None else Unit(i, i + 1, name, "unit")


def _after_hyphen(tokens: Tokens, i: int) -> int:
    """The token where a unit begins: after a hyphen, also one torn apart, but after no dash."""
    word, n = tokens.word, tokens.size
    if word[i] != "-" or i + 1 >= n:
        return i
    # "30 - year - long", "30 - year bonds"
    loose = i + 2 < n and (word[i + 2] == "-" or word[i + 1] in _PERIODS)
    return i + 1 if loose or tokens.glued(i) else i


def _entry(tokens: Tokens, j: int) -> Surface | None:
    """The unit at token `j` as written, else in lower case, else with a hyphen inside."""
    raw = tokens.raw[j]
    entry = longest(_index(), tokens.raw, j)
    if entry is not None and entry.kind == "word":  # "degrees Celsius" has a capital
        return longest(_index(), tokens.word, j) or entry
    if entry is not None and not _joined(tokens, entry, j):  # "2 in 3 shops", "3 m 2 dm"
        entry = longest(_index(), tokens.raw[: j + 1], j)
    if entry is not None and (entry.kind != "guarded" or is_safe(tokens, j)):
        return entry
    entry = longest(_index(), tokens.word, j)
    if entry is not None and entry.kind != "guarded":
        if entry.kind != "symbol" or (len(entry.words[0]) > 2 and not _plural_initials(raw)):
            return entry
    if raw.islower() and (folded := _folded().get(raw)) is not None:
        return Surface((raw,), folded, "symbol")
    return _hyphened(tokens, j)


def _plural_initials(raw: str) -> bool:
    """ "MPs" are no metres per second."""
    return raw[-1] == "s" and raw[:-1].isupper()


@cache
def _folded() -> dict[str, str]:
    """The symbols of one word with capitals in them, in small letters -> the unit ("mah")."""
    found: dict[str, set[str]] = {}
    for surface, entry in lexicon.units().items():
        if entry.kind == "symbol" and len(surface) > 2 and surface.isalpha():
            found.setdefault(surface.lower(), set()).add(entry.unit)
    return {surface: units.pop() for surface, units in found.items() if len(units) == 1}


def _joined(tokens: Tokens, entry: Surface, j: int) -> bool:
    """Whether the exponent of a unit belongs to it ("m2", "m 2."), not to a number ("m 2 dm")."""
    last = j + len(entry.words) - 1
    if last == j or not tokens.word[last].isdecimal() or tokens.tight(last):
        return True
    if entry.words[0] == "ft":  # "he is 4ft 2"
        return False
    after = tokens.at(last + 1)
    if not after[:1].isalnum():
        return True
    return not tokens.tight(last + 1) and tag(after)[0] in _SMALL  # not "6ft 3in"


def _hyphened(tokens: Tokens, j: int) -> Surface | None:
    """A unit of two words with a hyphen between them ("square-kilometre")."""
    word = tokens.word
    if j + 2 < tokens.size and word[j + 1] == "-" and tokens.glued(j + 1):
        for words, name, kind in _index().get(word[j], ()):
            if words == (word[j], word[j + 2]):
                return Surface((word[j], "-", word[j + 2]), name, kind)
    return None


def _by_parsec(tokens: Tokens, i: int, j: int) -> Unit | None:
    """ "56 pc cm -3": no percent, where a denominator follows."""
    if tokens.raw[j] != "pc":
        return None
    name, last = divided(tokens, _index(), "parsec", j, j + 1)
    return Unit(i, last, name, "unit") if last > j + 1 else None


def _percent(tokens: Tokens, i: int, last: int) -> Unit | None:
    """Percent, or percentage points where they follow; "percent-age" is none."""
    k = last + 1 if tokens.at(last) == "-" else last
    if tokens.at(k) in POINTS:
        return Unit(i, k + 1, "percentage_point", "point")
    if k > last and tokens.at(k) == "age":
        return None
    return Unit(i, last, "percent", "percent")


def _is_noun(tokens: Tokens, j: int) -> bool:
    word = tokens.word[j]
    return word.isalpha() and tag(word).split(",")[0] == "n"


def noun_follows(tokens: Tokens, j: int) -> bool:
    """Whether a noun stands at token `j`: "a share price" is no rate, "1 in 5 villages" no odds."""
    return tokens.at(j).isalpha() and tag(tokens.word[j]).startswith("n")
