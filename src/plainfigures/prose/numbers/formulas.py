"""Digits of formulas and of chemical, stellar or other codes, which are no figures."""

from plainfigures.prose.words.lexicon import nouns, numbers, scale_letters, tag, units
from plainfigures.prose.words.signs import MONEY
from plainfigures.prose.words.tokens import DASHES, Tokens

Found = tuple[int, str] | None

_LOOSE_WORDS = frozenset(
    "sub under over mid minus plus than about nearly from and for with with within pre post non "
    "aged age until till".split()
)
_JOINTS = frozenset("to and or by in of".split())
_NO_VARIABLE = frozenset("aAI")
_SEDIMENTED = frozenset("rrna rdna rna ribosome ribosomes ribosomal subunit subunits".split())
_OF_GENES = frozenset("end ends utr untranslated flanking terminus region splice".split())
_OPENING = frozenset("{(,")
_RELATIONS = frozenset("= < > ~ ≤ ≥".split())
_CAPITALS = 3  # letters
_PLACE = 2  # digits
_MULTIPLES = frozenset(("fold", "times"))
_RATED = frozenset(("time", "length"))
_GROUPS = tuple(
    "fluoro chloro bromo iodo amino hydroxy methyl ethyl propyl butyl phenyl nitro methoxy ethoxy "
    "mercapto dihydro benz deoxy carboxy acetyl".split()
)
_COMPOUNDS = tuple(
    "ethanol propanol butanol octanol phenol benzene toluene xylene ethane propane butane hexane "
    "butene propene hexene octene decene diene amine pyridine uracil imide azole nitrile".split()
)
RANKS = frozenset("top bottom last final".split())
_NO_SUBSTANCE = MONEY | {"-"}  # "HK$5-HK$9"


def formula(tokens: Tokens, i: int) -> Found:
    """Why the digits at token `i` are part of a formula or code: (token after them, reason)."""
    return (
        _variable(tokens, i)
        or _isotope(tokens, i)
        or _coded(tokens, i)
        or _chained(tokens, i)
        or _set(tokens, i)
        or _locants(tokens, i)
        or _inverse(tokens, i)
        or _end_of_strand(tokens, i)
    )


def _variable(tokens: Tokens, i: int) -> Found:
    """ "m 1", "A 2 and A 3", "r -2": what stands below or above a variable."""
    if tokens.tight(i) and tokens.at(i - 1) not in DASHES:
        return None
    j = i - 2 if tokens.at(i - 1) in DASHES and tokens.tight(i) else i - 1
    if j < 0 or len(tokens.raw[i]) > 2 or len(tokens.raw[j]) > 1 or not tokens.raw[j].isalpha():
        return None
    letter = tokens.raw[j]
    if j == i - 2 and tokens.tight(i - 1):  # "a T-72"
        return None
    if tokens.at(j - 1) == "'":  # "I'm 5 years old"
        return None
    if letter in "xX" and (tokens.at(j - 1).isalnum() or tokens.at(j - 1) in ('"', "'")):
        return None  # "1 m x 2 m"
    if letter.isupper() and tag(tokens.at(i + 1)).startswith("ns"):  # "Team B 12 points behind"
        return None
    if letter in _NO_VARIABLE and (letter != "A" or j == 0 or _noun(tokens, i + 1)):
        return None
    if tokens.at(j - 1)[-1:].isdecimal() or tokens.at(i + 1) in numbers():  # "5 m 2", "R 3 million"
        return None
    return i + 1, "name"


def _isotope(tokens: Tokens, i: int) -> Found:
    """ "75As", "13C NMR", "the 199 La signals": the mass of an atom before its element."""
    symbol = tokens.raw[i + 1] if i + 1 < tokens.size and len(tokens.raw[i]) <= _CAPITALS else ""
    named = symbol[:1].isupper() and symbol.lower() in nouns("element")
    sure = len(symbol) > 1 and tokens.tight(i + 1)
    return (i + 2, "name") if named and (sure or tokens.at(i + 2) in nouns("isotope")) else None


def _noun(tokens: Tokens, j: int) -> bool:
    """Whether a word follows that "A 3" may count: "A 3 day walk"."""
    return tokens.at(j).isalpha() and tag(tokens.word[j])[0] in "na"


def _coded(tokens: Tokens, i: int) -> Found:
    """ "3C58", "1H5Y", "19q", "(2H, m)"."""
    if i + 1 >= tokens.size or not tokens.tight(i + 1):
        return None
    raw = tokens.raw[i + 1]
    if not raw.isalpha():
        return None
    if raw == "E" and "." in tokens.raw[i]:  # "3.2E5"
        return None
    if raw[0].isupper() and tokens.at(i + 2).isdecimal() and tokens.tight(i + 2):
        last = i + 3
        while last < tokens.size and tokens.tight(last) and tokens.raw[last].isalnum():
            last += 1
        return last, "identifier"
    if raw == "S" and tokens.at(i + 2) in _SEDIMENTED:  # "16S rRNA"
        return i + 2, "name"
    if raw == "H" and tokens.at(i - 1) == "(" and tokens.at(i + 2) == ",":
        return i + 2, "name"
    if len(raw) == 1 and raw.islower() and raw not in units() and raw not in scale_letters():
        return (i + 2, "identifier") if raw not in "sex" else None
    return None


def _chained(tokens: Tokens, i: int) -> Found:
    """ "butyl-7-hydroxy", "device-1", "ISO 3888-2": digits on a chain of words."""
    if i < 2 or tokens.word[i - 1] != "-" or not tokens.tight(i) or not tokens.tight(i - 1):
        return None
    head = tokens.word[i - 2]
    if head in numbers() or head in _JOINTS or head in _LOOSE_WORDS:
        return None
    if head in ("foot", "feet"):  # "the 6-foot-9 centre"
        return None
    if head in nouns("sort"):  # "omega-3 oils", "cobalt-60 was found"
        return i + 1, "name"
    if head in RANKS:  # "a last-32 match"
        return i + 1, "ordinal"
    chain = tokens.at(i + 1) == "-" and tokens.glued(i + 1) and tokens.at(i + 2).isalpha()
    if head in (")", "]"):
        return (i + 1, "name") if chain else None
    if not head.isalpha() or len(head) < 3:
        return None
    nxt = tokens.at(i + 1)
    glued = nxt[:1].isalnum() and tokens.tight(i + 1)
    counts = len(nxt) > 1 if glued else nxt in units() or nxt in numbers() or _noun(tokens, i + 1)
    noun = tag(head) == "n" and not counts
    return (i + 1, "name") if chain or noun else None


def _set(tokens: Tokens, i: int) -> Found:
    """ "{1, 2, 3}", "F(2, 46) = 4.2": the members of a set, the degrees of freedom of a test."""
    j, k = i - 1, i + 1
    if tokens.at(j) not in _OPENING:
        return None
    while tokens.at(j) == "," or tokens.at(j).isdecimal():
        j -= 1
    while tokens.at(k) == "," or tokens.at(k).isdecimal():
        k += 1
    tested = tokens.at(j) == "(" and tokens.tight(j) and len(tokens.at(j - 1)) == 1
    tested = tested and tokens.at(k) == ")" and tokens.at(k + 1) in _RELATIONS
    return (i + 1, "name") if tokens.at(j) == "{" or tested else None


def _locants(tokens: Tokens, i: int) -> Found:
    """ "1,4-dioxane", "2,6-DIPN", "5-fluorouracil": where in a molecule its parts stand."""
    if tokens.at(i + 1) != "-" or not tokens.glued(i + 1):
        return None
    name = tokens.word[i + 2]
    if not name.isalpha() or name in units() or name in _MULTIPLES or name in numbers():
        return None  # "7,6-million"
    places = tokens.raw[i].split(",")
    if len(places) == len(tokens.raw[i]) == 1 and _is_short(tokens, i + 2):
        return i + 1, "name"
    if len(places) > 1:
        placed = all(place.isdecimal() and len(place) <= _PLACE for place in places)
    else:
        placed = tokens.raw[i].isdecimal() and name.startswith(_GROUPS)
        placed = placed or (name.endswith(_COMPOUNDS) and len(tokens.raw[i]) <= _PLACE)
    return (i + 1, "name") if placed else None


def _is_short(tokens: Tokens, k: int) -> bool:
    """ "5-FU is given", "of 5-HT, a": the capitals of a substance, no "6-DVD set" and "4-GB"."""
    raw, after = tokens.raw[k], tokens.at(k + 1)
    short = raw.isupper() and 1 < len(raw) <= _CAPITALS and raw not in units()
    described = after.isalpha() and not {"n", "ns", "a"}.isdisjoint(tag(after).split(","))
    return short and not described and after not in _NO_SUBSTANCE


def _inverse(tokens: Tokens, i: int) -> Found:
    """ "1/e2", "a 1/f noise", "1/T": one over a variable; "1/s" is a rate."""
    if tokens.raw[i] != "1" or tokens.at(i + 1) != "/" or not tokens.glued(i + 1):
        return None
    letter = tokens.raw[i + 2]
    known = units().get(letter)
    if len(letter) > 1 or not letter.isalpha() or (known is not None and known.dimension in _RATED):
        return None
    last = i + 3
    last += tokens.tight(last) and tokens.at(last).isdecimal()
    return last, "name"


def _end_of_strand(tokens: Tokens, i: int) -> Found:
    """ "the 3' untranslated region", "at its 5' end": one of the ends of a gene."""
    if tokens.raw[i] not in ("3", "5") or tokens.at(i + 1) != "'" or not tokens.tight(i + 1):
        return None
    k = i + 2 + (tokens.at(i + 2) == "-")
    return (i + 2, "name") if tokens.at(k) in _OF_GENES else None
