"""Models and addresses: digits that belong to a name ("Nasdaq 100", "40 Mill Lane")."""

from plainfigures.prose.nouns.heads import DETERMINERS, NOMINAL
from plainfigures.prose.units.currencies import is_currency
from plainfigures.prose.words.lexicon import (
    calendar,
    countries,
    is_person,
    numbers,
    singular,
    tag,
    units,
    verb_lemmas,
)
from plainfigures.prose.words.names import is_headline
from plainfigures.prose.words.signs import MONEY, OF_SEVERAL
from plainfigures.prose.words.tokens import DASHES, Tokens

Found = tuple[int, str] | None

_BEFORE_CRAFT = frozenset("the a an own its his her their our 's".split())
_COMPANIES = frozenset("group committee gang council club".split())
_NO_UNITS = frozenset("in a at as am is".split())
_REACH = 4
_PLACING = frozenset("in at near around outside inside".split())
_OF_ONE = frozenset(("is", "was", "has"))
_STREETS = frozenset(
    "street road avenue lane drive square boulevard court terrace close crescent row place mews "
    "grove parade embankment st rd ave blvd".split()
)
_FEW = 2
_ITEMS = frozenset((",", ";", "and", ".", ""))
_JOINING = frozenset(("and", "the"))
_PERCENT = frozenset(("percent", "cent", "%"))
_NOT_NAMES = frozenset(
    "The A An In On At By For From With About Over Under Some Nearly Almost Around Only Just More "
    "Less Up And Or But Of To As Than Between Among After Before Since Until During When While If "
    "That This These Those There They He She It We I You His Her Their Its Our My Your Is Are Was "
    "Were Has Have Had Will Least Most Roughly Approximately Another All Such Per Estimated "
    "Other Following Including Yesterday Today Tomorrow Also Then Now However Meanwhile Total "
    "Totalling Killed Injured Wounded Dead Missing Displaced Fled Children Women Men People "
    "Civilians Soldiers Death Deaths Casualties Exports Imports Trade Grants Loans Aid Pledges "
    "Mines Houses Number "
    "pH SD SE SEM IQR CI CV BMI IQ RMSE".split()
)


def model(tokens: Tokens, i: int) -> Found:
    """ "iPhone 11", "Nasdaq 100": a name before, no noun after."""
    here = tokens.raw[i]
    if i == 0 or not here.isdecimal() or tokens.tight(i) or tokens.raw[i - 1].islower():
        return None
    name, lower = tokens.raw[i - 1], tokens.word[i - 1]
    if not name.isalpha() or name in _NOT_NAMES or is_currency(name):
        return None
    if tokens.at(i + 1) in NOMINAL or _is_listed(tokens, i):
        return None  # "Bor had 14 killed, Ost 64 killed"
    k = i - 1
    while k > 0 and (tokens.capital(k) or tokens.word[k] == "and") and i - k < _REACH:
        k -= 1
    if tokens.word[k] in _PLACING and (
        tokens.at(k - 1) in (",", ";", "and")
        or _acts(tokens.at(i + 1))
        or (tokens.capital(i + 1) and _acts(tokens.at(i + 2)))  # "in Bor 40 Rohingya fled"
        or (tokens.at(i + 1) == "and" and tokens.at(i + 2).isdecimal())
    ):
        return None  # "61 people died in Bor, in Old Ost 14", "In Bor 14 were hurt"
    if len(here) > (6 if name.isupper() else 4):
        return None
    if lower in calendar("month") or lower in calendar("weekday") or name in countries():
        return None
    if lower.endswith("s") and verb_lemmas(lower) and is_headline(tokens):
        return None  # "Shelling Kills 10, Planes Hit Towns"
    last = _version_after(tokens, i + 1)
    if last == i + 1 and _does(tokens, last):
        return last, "name"
    if last == i + 1 and noun_after(tokens, last):
        return None
    opens = i == 1 or (tokens.word[i - 2] in (".", ":", ";") and tag(lower) != "n")
    one = here != "1" and name.istitle() and tokens.at(i + 1) in _OF_ONE  # "Hall 14 is"
    return None if opens and not one else (last, "name")


def _does(tokens: Tokens, j: int) -> bool:
    """ "the Orion 5 costs $90", "Orion 5 supports the": a verb with its object at token `j`."""
    after = tokens.at(j + 1)
    return "v" in tag(tokens.at(j)).split(",") and (after in DETERMINERS or after in MONEY)


def _acts(word: str) -> bool:
    """Whether a word is the verb of several."""
    return word in OF_SEVERAL or (word != "was" and "vd" in tag(word or ".").split(","))


def _is_listed(tokens: Tokens, i: int) -> bool:
    """ "The toll by district: Oro 41, Bel 22", "rose 9 percent in Oro, in Bel 4": one of a list."""
    if tokens.at(i + 1) not in _ITEMS:
        return False
    if ":" not in tokens.word[:i]:
        return len(tokens.raw[i]) <= _FEW and not _PERCENT.isdisjoint(tokens.word[:i])
    k, j = i + 2, i - 1
    while tokens.capital(k) or tokens.at(k) in _JOINING:
        k += 1
    while tokens.capital(j) or tokens.at(j) in _JOINING:
        j -= 1
    j -= tokens.at(j) in _ITEMS
    before = j < i - 2 and tokens.at(j)[:1].isdecimal()
    return before or (tokens.capital(k - 1) and tokens.at(k)[:1].isdecimal())


def company(tokens: Tokens, i: int) -> Found:
    """ "the Group of 77", "the Committee of 24"."""
    if tokens.at(i - 1) != "of" or tokens.at(i - 2) not in _COMPANIES:
        return None
    return (i + 1, "name") if tokens.capital(i - 2) else None


def craft(tokens: Tokens, i: int) -> Found:
    """ "the 787 Dreamliner", "two new 737 Max jets", "the 90049 ZIP code": a number as a name."""
    here, j = tokens.raw[i], i + 1
    if not (here.isdecimal() and 3 <= len(here) <= 5) or not tokens.capital(j):
        return None
    name = tokens.raw[j]
    if tag(tokens.word[j]) == "ns" or name in countries() or name in units() or _is_money(name):
        return None
    counted = "ns" in [tag(tokens.at(k)).split(",")[0] for k in range(j + 1, j + 3)]
    if _is_counted(tokens, i) if counted else tokens.at(i - 1) in _BEFORE_CRAFT:
        return i + 1, "name"
    return None


def _is_money(name: str) -> bool:
    return is_currency(name) or is_currency(name.lower())


def _is_counted(tokens: Tokens, i: int) -> bool:
    """Whether a count in words stands before, over an adjective at most ("two new 737")."""
    k = i - 1 if tag(tokens.at(i - 1)).startswith("a") else i
    return k != i and numbers().get(tokens.at(k - 1), ("", ""))[0] == "cardinal"


def _version_after(tokens: Tokens, j: int) -> int:
    """The token after what a number drags on as a name: "14's", "12 Pro Max", "3888-2"."""
    if tokens.at(j) == "-" and tokens.glued(j) and tokens.at(j + 1).isdecimal():
        return j + 2
    k = j
    while tokens.capital(k) and tag(tokens.word[k]) != "ns" and tokens.raw[k] not in countries():
        if len(tokens.raw[k]) > 1 and tokens.raw[k] in units():
            return j  # "the VLA 5 GHz survey"
        k += 1
    return j if tokens.at(k).endswith("s") and tokens.at(k) != "'s" else k


def address(tokens: Tokens, i: int) -> Found:
    """ "16-18 Harbour Road", "40 Mill Lane"."""
    j = i + 1
    if tokens.at(j) in DASHES and tokens.glued(j) and tokens.at(j + 1).isdecimal():
        j += 2
    if not tokens.raw[i].isdecimal() or not tokens.capital(j):
        return None
    for k in range(j + 1, min(tokens.size, j + 4)):
        if not tokens.capital(k):
            return None
        if tokens.word[k] in _STREETS:
            return j, "identifier"
    return None


def noun_after(tokens: Tokens, j: int) -> bool:
    """Whether a noun, unit or scale word follows, so that the number counts something."""
    if j >= tokens.size:
        return False
    w = tokens.word[j]
    if w == "-" and j + 1 < tokens.size:
        w = tokens.word[j + 1]
    measured = (w in units() or tokens.raw[j] in units()) and w not in _NO_UNITS
    if measured or w in numbers() or w in ("%", "per", "percent"):
        return True
    kinds = tag(w).split(",")
    if "ns" in kinds:
        return True
    if tokens.at(j + 1) == "-" and tag(tokens.at(j + 3) or ".").split(",")[0] == "ns":
        return True  # "61 anti-vehicle mines"
    if j + 1 >= tokens.size:
        return False
    nxt = tokens.word[j + 1]
    staff = kinds[0] == "n" and is_person(singular(nxt))  # "in Bor 40 aid workers"
    described = tokens.capital(j) or kinds[0] in ("a", "vd") or staff
    return described and "ns" in tag(nxt).split(",")
