"""Guards: whether a symbol that is also a word or letter is a unit where it stands."""

from plainfigures.prose.units.inches import DIMENSIONS
from plainfigures.prose.words import lexicon
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import CROSSES
from plainfigures.prose.words.tokens import Tokens

# What a small c for cents or degrees follows, which is else the letter of a name ("Flat 20c").
_PRICING = frozenset(
    "pay pays paid charge charges charged for at to costs cost only from by up down another".split()
)
# Symbols that need no more than a space behind the digits, by the word after them.
_SPACED = frozenset("m g l L K h s t d cal SF sf".split())
# Where something is, so many metres from there.
_PLACED = frozenset("apart overhead away upstream downstream inland underground ashore".split())
# Letters that stand alone for nothing else right after digits: "a 5 W lamp".
_SURE_LETTERS = frozenset(("W", "V", "J", "h", "pc", "au"))
# Those that a noun may follow which they describe: "0.75 bar in the pipe", no "bar owners".
_BEFORE_NO_NOUN = frozenset(("bar", "AU"))
# Letters that stand for a unit before the one thing that is measured: "a 3 T magnet", "30 s rest".
_BEFORE_ONE = frozenset(("K", "N", "T", "s"))
_HEATED = frozenset("= at below above near".split())
_AGES = frozenset(("Ma", "Ga", "ka"))
_AGED = frozenset(("ago", "old", "bp"))
_AFTER_SYMBOL = CROSSES.union(". , ( ) / ; ^ \u00b7".split())

_SOLVED = frozenset(
    "solution buffer acid urea sucrose glucose sodium potassium ammonium magnesium calcium".split()
)
_SALTS = ("chloride", "phosphate", "sulphate", "sulfate", "hydroxide", "acetate", "nitrate")
_EXPONENTS = frozenset("123")
_BEFORE_DECADE = frozenset("the early late mid -".split())


def is_safe(tokens: Tokens, j: int) -> bool:
    """Whether a doubtful symbol is a unit here: glued to its number, or by what follows it."""
    raw = tokens.raw[j]
    if raw == "c" and tokens.at(j - 2) not in _PRICING and tokens.at(j + 1) != "/":
        return False
    if raw == "G" or (raw == "in" and _leads_on(tokens, j)):
        return False
    if raw == "in" and tokens.at(j + 1) in DIMENSIONS:  # "2 in thick", not "9 in deep trouble"
        return tag(tokens.at(j + 2) or ".")[0] not in "na"
    if tokens.tight(j):
        return not (tokens.at(j + 1)[:1].isalnum() and tokens.tight(j + 1))
    nxt = tokens.word[j + 1] if j + 1 < tokens.size else "."
    raised = j + 1 if nxt == "-" else j + 2  # "5 m -2", "1 g cm -3"
    if raw in _SURE_LETTERS or (tokens.at(raised) == "-" and tokens.at(raised + 1) in _EXPONENTS):
        return tokens.word[j - 1][-1].isnumeric()
    if raw in _BEFORE_NO_NOUN and tag(nxt)[0] not in "na":
        return tokens.word[j - 1][-1].isnumeric()
    if raw in "CFTN" and tag(nxt)[0] == "p" and nxt != "of":  # "30 C in the shade"
        return tokens.word[j - 1][-1].isnumeric()
    if raw in _SPACED and (nxt in DIMENSIONS or tag(nxt)[0] in "pc" or _is_of(raw, nxt)):
        decade = raw == "s" and tokens.at(j - 2) in _BEFORE_DECADE  # "the 80 s"
        return tokens.word[j - 1][-1].isnumeric() and not decade  # "40 m above it", "2 g salt"
    if nxt[0].isdecimal() and tokens.at(j + 2) in lexicon.units():  # "4 h 30 min"
        return not tokens.tight(j + 1)  # "46 A320s"
    if len(raw) == 2 and raw[0].isupper() and "." in tokens.word[j - 1]:  # "the 1.9 Ga granite"
        return True
    if (raw in _AGES and nxt in _AGED) or (raw == "K" and tokens.at(j - 2) in _HEATED):
        return True
    if raw in _BEFORE_ONE and nxt.isalpha() and tokens.raw[j + 1].islower():
        kinds = tag(nxt).split(",")
        sure = tokens.word[j - 1][-1].isnumeric() and tokens.at(j - 2) not in _BEFORE_DECADE
        if sure and ("n" in kinds or (raw == "s" and kinds[0] == "ns")):
            return True
    if (raw == "m" and nxt in _PLACED) or (raw == "A" and "V" in tokens.raw):
        return True
    if _is_molar(tokens, j) or (raw == "t" and _is_formula(tokens, j + 1)):
        return True
    return len(raw) <= 3 and nxt in _AFTER_SYMBOL and raw not in ("a", "A", "I")


def _leads_on(tokens: Tokens, j: int) -> bool:
    """ "a 1-in-20 chance", "0-60 in 6.5 seconds": the word, and no inches, before a number."""
    k = j + 1 + (tokens.at(j + 1) == "-")
    if k > j + 1 and tokens.at(k) in ("a", "every"):
        return True  # "a one-in-a-million chance"
    return is_number(tokens.at(k) or ".") and not (tokens.tight(j) and k == j + 1)


def _is_of(raw: str, after: str) -> bool:
    """ "2 g salt", "a 5 l bottle", "the 100 m race"; not "5 m people", who are millions."""
    if raw == "t":  # "40 t sugar"
        return after in lexicon.nouns("good")
    return after.isalpha() and (raw in "glL" or (raw == "m" and tag(after).split(",")[0] == "n"))


def _is_formula(tokens: Tokens, j: int) -> bool:
    """ "5 t *CO2*": capitals that a digit touches."""
    return j + 1 < tokens.size and tokens.raw[j].isupper() and tokens.word[j + 1].isdecimal()


def _is_molar(tokens: Tokens, j: int) -> bool:
    """ "2 M KCl", "0.1 M NaOH", "a 3 M solution of it": what is dissolved, or the solution."""
    formula = tokens.raw[j + 1] if j + 1 < tokens.size else ""
    if tokens.raw[j] != "M":
        return False
    dissolved = formula[:1].isupper() and not formula[1:].islower()
    return dissolved or formula in _SOLVED or formula.endswith(_SALTS)
