"""Numbers that follow the noun that they name: "Article 5", "No. 12", "paragraphs 4 and 5"."""

from plainfigures.prose.nouns.heads import NOMINAL
from plainfigures.prose.words.closed import DETERMINERS
from plainfigures.prose.words.lexicon import nouns, numbered, numbers, tag, units
from plainfigures.prose.words.signs import COMMA_AND, CROSSES, JOINERS
from plainfigures.prose.words.tokens import DASHES, Tokens

Found = tuple[int, str] | None

_REACH = 9
_THIS = frozenset(("this", "that"))
_SIGNS = frozenset((".", "no", "nos", "number", "numbers", "#", "\u00a7", "\u2116"))
_NO = frozenset(("No", "Nos", "no", "nos"))
_JOINERS = DASHES | JOINERS | {"to", "&", "(", ")"}
_TURNS = frozenset("day night week month year round lap hole set game quarter season".split())
_CLAIMS = frozenset(("claim", "claims"))
_ORDERS = frozenset("first second third fourth fifth last latest next previous final".split())
_PAUSES = frozenset((",", "to", "and", "or"))
# Marks of a way and what leads to them: "the bridge at kilometre 9", "near mile 40".
_POSTS = frozenset("kilometre kilometer km mile milestone milepost".split())
_TO_POSTS = frozenset("at near to from by around beyond past between the".split())
_TOLD = frozenset(("told", "tells", "telling"))
_MOST_STAGES = 20
_MEASURING = frozenset("square cubic per percent dead killed wounded injured missing".split())
_SIZES = frozenset(("size", "sizes"))
_TO_NEXT = DASHES | {"to", "and", "or", ","}
_MOST_DIGITS = 2
_WARNINGS = frozenset("alert danger threat warning hazard alarm terror readiness".split())


def numbered_stage(tokens: Tokens, i: int) -> bool:
    """ "Phase two: 900 families", "in stage one of the plan": a cardinal after what it numbers."""
    before, after = tokens.at(i - 1), tokens.at(i + 1)
    if before in _TURNS and tag(tokens.at(i - 2) or ".")[0] == "p":  # "on day two it rained"
        return tag(after or ".")[0] not in "na"
    if before not in numbered() or tag(before)[:2] == "ns" or tokens.at(i - 2) in DETERMINERS:
        return False
    if after[:1].isalpha() and after not in ("of", "and", "or"):
        return False
    if before in nouns("capital") and not tokens.capital(i - 1):
        return False
    return int(numbers()[tokens.word[i]][1]) <= _MOST_STAGES


def numbered_thing(tokens: Tokens, i: int) -> Found:
    """ "Resolution 2253", "Article 5", "No. 12", "page 3", "paragraphs 4 and 5"."""
    word = tokens.word
    share = tokens.at(i + 1) == "percent" or word[i + 1 : i + 3] == ["per", "cent"]
    if share or _is_scale(tokens.at(i + 1)) or tokens.at(i - 1) == "a":
        return None
    if "," in word[i]:  # "stops at line 1,377", but "the index rose to 1,350"
        cited = tokens.at(i - 1) in nouns("section") and tag(tokens.at(i - 2) or ".") == "p"
        return (i + 1, "section") if cited else None
    if tokens.at(i - 1) in _POSTS and tokens.at(i - 2) in _TO_POSTS and word[i].isdecimal():
        return i + 1, "identifier"
    if _is_size(tokens, i):
        return i + 1, "identifier"
    if tokens.at(i - 1) == "week" and _is_week(tokens, i):
        return i + 1, "identifier"
    if tokens.at(i - 2) in _TOLD and tokens.capital(i - 1) and word[i].isdecimal():
        after = tokens.at(i + 1)
        if not after.isalpha() or tag(after)[:1] == "p":
            return i + 1, "identifier"  # "told Rossiya 24 by telephone"
    for j in range(i - 1, max(-1, i - 1 - _REACH), -1):
        w = word[j]
        if (w in _SIGNS and j == i - 1) or (w in ("no", "nos") and word[j + 1] == "."):
            if w in ("number", "\u00a7", "\u2116") or tokens.raw[j] in _NO:
                return (i + 1, "identifier") if _names(tokens, j, i) else None
        elif w in numbered():
            unit = units().get(tokens.raw[i + 1]) if i + 1 < tokens.size else None
            if unit is not None and unit.kind == "symbol":
                return None  # "plates 12 mm thick"
            if i - j > 1 and _PAUSES.issuperset(word[j + 1 : i]):
                return None  # "the index to 90", "in the district, 90 died", "the ward, and 9"
            if any("," in one[1:] for one in word[j + 1 : i]):
                return None  # "the dead number 1,450, and 90 are missing"
            if word[j + 1 : i] == ["("] and tokens.at(i + 1).isalpha():
                return None  # "hit 12 districts (30 killed)"
            near = i - j <= 2 or all(_runs_on(w) or len(w) == 1 for w in word[j + 1 : i])
            if _counts_after(tokens, j, i):
                return None
            if not near:
                return None
            named = tokens.capital(j) or _is_placed(tokens, j, i) or _is_grade(tokens, j)
            if w in nouns("capital") and not named:
                return None
            return i + 1, "section" if w in nouns("section") else "identifier"
        elif w == "." and (word[j - 1] in _NO or word[j - 1] in numbered()):
            continue  # "pp. 12", "ibid., 9"
        elif not _runs_on(w):
            return (i + 1, "section") if j == i - 1 and _without_space(tokens.raw[j]) else None
    return None


def _is_size(tokens: Tokens, i: int) -> bool:
    """ "a size 12", "sizes 8 to 16", "size 7 shoes"; not "a class size 30", "size 40 by 60 cm"."""
    k = i - 1
    while k > 0 and (tokens.word[k] in _TO_NEXT or tokens.word[k].isdecimal()):
        k -= 1
    if tokens.at(k) not in _SIZES or not tokens.word[i].isdecimal():
        return False
    after = tokens.at(i + 1)
    measured = after in units() or after == "%" or after in CROSSES or after == "by"
    kind = tag(tokens.at(k - 1) or ".").split(",")[0]
    return not measured and len(tokens.word[i]) <= _MOST_DIGITS and kind not in ("n", "ns", "a")


def _is_week(tokens: Tokens, i: int) -> bool:
    """ "Returns, week 31", "by week 12 of the outbreak", but no "that week 31 people died"."""
    before, after = tokens.at(i - 2), tokens.at(i + 1)
    named = not before.isalpha() or tag(before)[0] == "p" or tokens.capital(i - 1)
    return named and (not after.isalpha() or after == "and" or tag(after)[0] in "vpm")


def _is_placed(tokens: Tokens, j: int, i: int) -> bool:
    """ "highest in group 3, where", "died at level 2": a name after a preposition, at an end."""
    led = tag(tokens.at(j - 1) or ".") == "p"
    claimed = tokens.word[j] in _CLAIMS and (led or tokens.at(j - 1) in JOINERS)
    if claimed:  # "according to any one of claims 1 to 3"
        return not tokens.at(i + 1).isalpha() or tag(tokens.word[i + 1])[0] in "pc"
    return led and tokens.at(j - 1) != "of" and i == j + 1 and not tokens.at(i + 1).isalpha()


def _is_grade(tokens: Tokens, j: int) -> bool:
    """ "raised the alert level 4": one of a scale of warnings."""
    return tokens.word[j] == "level" and tokens.at(j - 1) in _WARNINGS


def _counts_after(tokens: Tokens, j: int, i: int) -> bool:
    """ "in Block 4, 6 huts", "in group B 12 boys", "in the district 300 people": a new count."""
    kinds = tag(tokens.word[i + 1]) if tokens.at(i + 1).isalpha() else ""
    if tokens.at(i + 1) in _MEASURING:
        kinds = "ns"  # "on the new map 46 square kilometres are mined"
    if kinds != "ns" and not (kinds.startswith("ns") and i - j <= 2):
        return False
    if i - j == 1:
        before, k = tokens.at(j - 1), j - 1
        while k > 0 and (tokens.word[k] in _ORDERS or tag(tokens.word[k])[0] == "a"):
            k -= 1  # "in the first phase 300 people", "on our last flight 90 refugees"
        named = tokens.at(k) in DETERMINERS or tokens.capital(j - 1)
        # "in Ost district 640 people", "the report documents 640 deaths"
        tells = tag(tokens.word[j]) == "ns,v" and "n" in tag(before or ".")
        return tokens.raw[j].islower() and (named or tells)
    last = tokens.word[i - 1]
    return last.isalpha() if i - j == 2 else last in COMMA_AND


def _is_scale(word: str) -> bool:
    return numbers().get(word, ("", ""))[0] == "scale"


def _runs_on(word: str) -> bool:
    """Whether a list of numbers may go on over a token ("4, 5 and 6", "a to c")."""
    return word in _JOINERS or word[0].isdecimal() or (len(word) == 1 and word.isalpha())


def _without_space(raw: str) -> bool:
    """ "inTable 3": a name of numbered things whose space before it is lost."""
    if not raw[0].islower() or raw.islower():
        return False
    head = raw.lstrip("abcdefghijklmnopqrstuvwxyz")
    return head[1:].islower() and head.lower() in numbered()


def _names(tokens: Tokens, j: int, i: int) -> bool:
    """Whether "No", "number" at token `j` makes a name ("No. 5"; not "no 5", "the number 5")."""
    if j < i - 1 or tokens.raw[j][0].isupper() or tokens.word[j] in ("nos", "\u00a7", "\u2116"):
        return True
    if tokens.word[j] != "number" or j == 0:
        return False
    if tokens.word[j - 1] == "the":  # "the number 12 bus"
        return tag(tokens.at(i + 1) or ".").split(",")[0] == "n"
    if tokens.word[j - 1] in _THIS and tokens.at(j - 2) == "of":
        return False  # "of that number 120 were orphans"
    return not _has_subject(tokens, j)


def _has_subject(tokens: Tokens, verb: int) -> bool:
    """ "the dead of the war number 5": whether a plural and no verb stand before "number"."""
    k = verb - 1
    while tag(tokens.at(k) or ".") == "r":
        k -= 1
    if tokens.at(k) in NOMINAL and tokens.at(k - 1) == "the":
        return True  # "the wounded now number 46"
    kinds = [tag(word).split(",")[0] for word in tokens.word[:verb]]
    if "who" in tokens.word[1:verb] and tag(tokens.at(verb + 2) or ".")[0] in "xc":
        if tag(tokens.at(k))[0] != "p" and tokens.at(k) not in numbered():
            kinds[tokens.word.index("who") - 1 :] = ["ns"]  # "those who fled the town | number 40"
    return "ns" in kinds and not any(kind in ("v", "vd", "vg") for kind in kinds)
