"""Years in the token table: single ones, ranges, decades, and those of an era."""

from plainfigures.prose.dates.date import Date
from plainfigures.prose.units.labels import is_listed
from plainfigures.prose.words.closed import POSSESSIVES
from plainfigures.prose.words.lexicon import is_person, tag, units
from plainfigures.prose.words.signs import CROSSES, JOINERS, MONEY, OVER, PERCENT
from plainfigures.prose.words.tokens import DASHES, Tokens

YEAR_JOINTS = DASHES | {"/"}
_OPENERS = frozenset(("(", "[", '"', "\u201c", "-", "\u2013", "/", "'"))
_SCALES = frozenset(("%", "percent", "per", "million", "billion", "thousand"))
_QUALIFIERS = frozenset(
    "about over than around nearly almost approximately roughly some least most to".split()
)
_ERA_JOINTS = DASHES | {"and", "to"}
# What stands before a year of two digits, and up to which of them it is of this century.
_BEFORE_SHORT = frozenset(
    "in of since by until till from and to or during before after between early late mid spring "
    "summer autumn fall winter".split()
)
_TURN = "40"
_SUMS = frozenset("average total maximum minimum sum count mean median toll".split())
_HARMING = frozenset(
    "kill kills killing injure injures injuring wound wounds wounding displace displaces "
    "displacing evacuate evacuates evacuating uproot uproots uprooting".split()
)
_TOLLS = frozenset("toll tally casualties dead deaths fatalities wounded injured missing".split())
_REACHED = frozenset(
    "reached reach reaches hit topped exceeded passed surpassed totalled totaled numbered".split()
)
_ROSE = frozenset(
    "rose risen rise rises climbed jumped grew grown increased stands stood put soared".split()
)
# Within so many tokens before its number a toll is named.
_TOLD = 14
_GROWN = frozenset(
    "increase increased rise growth gain improvement up drop decrease decline fall".split()
)
_ROUNDING = frozenset("than around about".split())
_LOOSE = _ROUNDING | {"to"}
_ARE = frozenset("are were have had".split())
_OPENING = frozenset(("more", "less", "fewer", "and", "while", "but", ",", ":", ""))
_DATING = frozenset("for in of since by until".split())
_BEFORE_NOUN = frozenset("in since of from by until during the and ,".split())
_PARTS = frozenset("early late mid".split())
_PEOPLE = frozenset(
    "people men women children families households individuals persons returnees".split()
)
_HARMED = frozenset("dead injured wounded killed missing hurt homeless displaced".split())
_ITEMS = frozenset(("ordnance", "uxo"))
_UPROOTED = frozenset("displaced homeless returning internally".split())
# The most tokens of a noun phrase with its number.
_NOUN = 5
_AFTER_HYPHEN = frozenset(
    "present era now today early late mid end spring summer autumn winter".split()
)
_PAUSES = frozenset((",", ".", ";", ""))
_GOING_ON = frozenset("after before when while as under by".split())
_IN_LIST, _CIRCA = frozenset((":", ",", "and")), frozenset(("c", "ca", "circa"))
_OF_YEARS = frozenset("of in between".split())
_SQUARE = frozenset(("square", "sq", "sq."))
_MEASURES = frozenset(("m", "t", "SF", "sf"))
# Letters that are units right behind four digits, and no mark of a citation ("1998a").
_LETTERS = frozenset("pgKVW")


def year_like(raw: str) -> bool:
    """Whether four bare digits read as a year (1400 to 2100)."""
    return len(raw) == 4 and raw.isdecimal() and "1400" <= raw <= "2100"


def _medieval(raw: str) -> bool:
    """Whether four bare digits may be a year of the Middle Ages (1000 to 1399)."""
    return len(raw) == 4 and raw.isdecimal() and "1000" <= raw < "1400"


def year_at(tokens: Tokens, i: int) -> str | None:
    """The year at token `i`."""
    return tokens.raw[i] if i < tokens.size and year_like(tokens.raw[i]) else None


def dated_year(tokens: Tokens, i: int, exact: bool) -> str | None:
    """The year at token `i` after a month; one of the Middle Ages where nothing follows it.

    `exact`: a day stands with the month. "In June, 1191, they sailed", "13 June 1191".
    """
    if exact or not tokens.at(i + 1).isalpha():
        raw = tokens.raw[i] if i < tokens.size else ""
        if _medieval(raw):
            return raw
    return year_at(tokens, i)


def year(tokens: Tokens, i: int) -> Date | None:
    """The decade, range or year that begins with the four digits at token `i`."""
    here = tokens.raw[i]
    after = tokens.at(i + 1)
    if after and tokens.tight(i + 1):
        if after == "s" or (after == "'s" and here.endswith("0")):  # 1990s, 1990's
            return Date(i, i + 2, here[:3] + "0", here[:3] + "9")
    return year_range(tokens, i) or (Date(i, i + 1, here, here) if _stands(tokens, i) else None)


def year_range(tokens: Tokens, i: int) -> Date | None:
    """1991-1992, 2007/08, 2001-02, 2008/9, 1942\u20133."""
    here, other = tokens.raw[i], tokens.at(i + 2)
    if tokens.at(i + 1) not in YEAR_JOINTS or not other.isdecimal() or _measured(tokens, i + 3):
        return None
    if year_like(other) and other > here:
        return Date(i, i + 3, here, other)
    if len(other) == 2 and tokens.glued(i + 1) and other > here[2:]:
        return Date(i, i + 3, here, here[:2] + other)
    if len(other) == 1 and tokens.glued(i + 1) and year_like(here):
        after = str(int(here) + 1)
        return Date(i, i + 3, here, after) if after[-1] == other else None
    return None


def _stands(tokens: Tokens, i: int) -> bool:
    """Whether four digits that may be a year are one, and count nothing."""
    previous, nxt = tokens.at(i - 1), tokens.at(i + 1)
    if previous in MONEY or (tokens.tight(i) and previous not in _OPENERS):
        return False
    if previous in _IN_LIST and is_listed(tokens, i):
        return False
    for cross, other in ((previous, tokens.at(i - 2)), (nxt, tokens.at(i + 2))):
        if cross in CROSSES and other.isdecimal():
            return False  # "2560 x 1440"
    if (nxt in _SCALES and not _rate(tokens, i + 1)) or _measured(tokens, i + 1):
        return False
    if _ends_span(tokens, i):
        return True
    counts = _plural(nxt) or (_names_people(nxt) and _plural(tokens.at(i + 2)))
    if previous in _DATING and counts and tag(nxt)[0] == "v":
        return True  # "the plan for 2023 shows 10 billion"
    if previous == "over" and not counts:
        if tokens.at(i - 2) in _GROWN or tokens.at(i - 2) in PERCENT:
            return True  # "an increase (of 9 percent) over 2004"
    if previous in _QUALIFIERS and (counts or previous not in _LOOSE):
        return False
    if previous in _ROUNDING and nxt in _ARE and tokens.at(i - 2) in _OPENING:
        return False  # "…, and about 2000 are maimed", "more than 1500 were hurt"
    ranged = nxt in DASHES and tokens.at(i + 2).isdecimal() and _measured(tokens, i + 3)
    if ranged or _is_told_of_dead(tokens, i):
        return False
    if previous in _HARMING or (previous == "of" and tokens.at(i - 2) in _SUMS):
        return False
    led = tokens.at(i - 2) if previous in _PARTS else previous
    if (counts and led not in _BEFORE_NOUN) or _listed(tokens, i):
        return False
    of_years = year_like(tokens.at(i - 2)) and tokens.at(i - 3) in _OF_YEARS
    if nxt in _HARMED and previous in JOINERS and not of_years:  # "the floods of 1951 and 1958"
        return False  # "300 dead and 2000 injured"
    if nxt in _PEOPLE and tokens.at(i + 2) not in ("'s", "'"):
        return False  # "the 1400 people who died", but "the 1995 women's congress"
    return not _compound(tokens, i + 1)


def _ends_span(tokens: Tokens, i: int) -> bool:
    """ "From 1996 *to 2023* mines killed 204", "until 1999 families lived there"."""
    opens = tokens.at(i - 3) == "from" and tokens.at(i - 4) in ("", ",")
    since = opens and year_like(tokens.at(i - 2)) and tokens.at(i - 1) == "to"
    return since or tokens.at(i - 1) in ("until", "till", "during")


def _measured(tokens: Tokens, k: int) -> bool:
    """Whether a unit stands at token `k` that is no common word: "1900-2100 m", "2000 sq. km"."""
    raw = tokens.raw[k] if k < tokens.size else ""
    if tokens.at(k) in _SQUARE:
        return True
    entry = units().get(raw) or (units().get(raw.lower()) if len(raw) > 2 else None)
    if entry is None or entry.dimension == "time":
        return False
    if entry.kind == "guarded":
        return raw in _MEASURES or (raw in _LETTERS and tokens.tight(k))
    return entry.kind in ("symbol", "word")


def _is_told_of_dead(tokens: Tokens, i: int) -> bool:
    """ "the toll has reached 1650", "the number of dead rose to 1650"."""
    near = tokens.word[max(0, i - _TOLD) : i]
    reached = near[-1:] != [] and near[-1] in _REACHED
    reached = reached or (len(near) > 1 and near[-1] in ("to", "at") and near[-2] in _ROSE)
    return reached and not _TOLLS.isdisjoint(near)


def _listed(tokens: Tokens, i: int) -> bool:
    """ "40 old mines and 1987 unexploded shells": the last of a list of things counted."""
    if tokens.at(i - 1) != "and":
        return False
    k = i - 2 - (tokens.at(i - 2) == ",")
    if k < 1 or not (_plural(tokens.at(k)) or _plural(tokens.at(k) + "s")):
        return False
    counted = any(w.isdecimal() and not year_like(w) for w in tokens.raw[max(0, k - _NOUN) : k])
    after = [tokens.at(j) for j in range(i + 1, i + _NOUN)]
    ends = next((j for j, w in enumerate(after) if not w.isalpha()), len(after))
    return counted and any(_plural(w) or w in _ITEMS for w in after[:ends])


def _rate(tokens: Tokens, i: int) -> bool:
    """ "per" that does not begin "per cent"."""
    return tokens.word[i] == "per" and tokens.at(i + 1) not in ("", "cent")


def _compound(tokens: Tokens, i: int) -> bool:
    """Whether a word hangs on the digits by a hyphen at token `i` ("2000-strong")."""
    tail = tokens.at(i + 1)
    return tokens.at(i) == "-" and tokens.glued(i) and tail.isalpha() and tail not in _AFTER_HYPHEN


def _names_people(word: str) -> bool:
    """ "that 1700 *refugee* families", "1700 *displaced* people"."""
    return word in _UPROOTED or is_person(word)


def _plural(word: str) -> bool:
    if len(word) <= 2 or not word.isalpha():
        return False
    return word in _PEOPLE or (len(word) > 3 and word[-1] == "s" and word[-2] not in "sui")


def early(tokens: Tokens, i: int) -> Date | None:
    """Years before 1400, by their place: "begun in 1287,", "King Odo (251-266)"."""
    here, after = tokens.raw[i], tokens.at(i + 1)
    if _medieval(here) and (after in _PAUSES or after in _GOING_ON):
        if tokens.at(i - 1) in ("in", "since", "until"):
            return Date(i, i + 1, here, here)
    counted = _plural(after) or _measured(tokens, i + 1) or after in _SCALES
    if 2 < len(here) <= 4 and here.isdecimal() and _is_circa(tokens, i) and not counted:
        return Date(i, i + 1, here, here) if _medieval(here) else Date(i, i + 1, None, None)
    decade = len(here) == 2 and here[1] == "0" and after in ("s", "'s") and tokens.tight(i + 1)
    if decade and not POSSESSIVES.isdisjoint(tokens.word[max(0, i - 3) : i]):
        return Date(i, i + 2, None, None, kind="time")  # "in his early 30s"
    if decade and tokens.at(i - 1 - (tokens.at(i - 1) == "-")) not in OVER:
        return Date(i, i + 2, f"19{here}", f"19{here[0]}9")  # "the early 80's"
    return _early_range(tokens, i)


def _is_circa(tokens: Tokens, i: int) -> bool:
    """ "c. 1040", "ca 850"."""
    k = i - 2 if tokens.at(i - 1) == "." else i - 1
    return tokens.at(k) in _CIRCA


def _early_range(tokens: Tokens, i: int) -> Date | None:
    """ "King Odo (251-266)", "the Great Dying, from 1331 to 1353", "between 1348 and 1350"."""
    here = tokens.raw[i]
    if not (2 < len(here) <= 4 and here.isdecimal()):
        return None
    joint, other = tokens.at(i + 1), tokens.at(i + 2)
    if not (other.isdecimal() and len(here) <= len(other) <= 4):
        return None
    if not 0 < int(here) < int(other) < 2100:
        return None
    previous, after = tokens.at(i - 1), tokens.at(i + 3)
    if joint in DASHES:
        placed = previous == "(" and after == ")" and tokens.capital(i - 2)
    else:
        named = tokens.at(i - 2) == "," and tokens.capital(i - 3)
        placed = previous == "from" and joint == "to" and named and after in _PAUSES
        if previous == "between" and joint == "and" and tokens.at(i - 2) not in _HARMING:
            placed = _medieval(here) and (after == "and" or after in _PAUSES | _GOING_ON)
    return Date(i, i + 3, None, None) if placed else None


def short(tokens: Tokens, i: int) -> Date | None:
    """The decade or year at the apostrophe `i`: the '90s, "back in '93", "Black '47"."""
    digits = tokens.at(i + 1)
    if len(digits) != 2 or not digits.isdecimal() or not tokens.tight(i + 1):
        return None
    if tokens.at(i + 2) == "s" and tokens.tight(i + 2):
        return Date(i, i + 3, f"19{digits[0]}0", f"19{digits[0]}9")
    if tokens.tight(i) or not (tokens.at(i - 1) in _BEFORE_SHORT or tokens.capital(i - 1)):
        return None
    if tag(tokens.at(i + 2) or ".").startswith("ns"):
        return None  # "a party of '12 men'"
    year = ("19" if digits > _TURN else "20") + digits
    return Date(i, i + 2, year, year)


def era_year(tokens: Tokens, i: int) -> Date | None:
    """ "A.D. 300", "AD 1000 and 1260", "44 b.c.": the years beside a word of the era at `i`."""
    if not (tokens.raw[i].isupper() or "." in tokens.raw[i]):
        return None
    first = last = i
    if tokens.word[i][0] == "b":
        if _early(tokens, i - 1):
            first = i - 1
            first -= 2 * (tokens.at(i - 2) in _ERA_JOINTS and _early(tokens, i - 3))
    elif _early(tokens, i + 1):
        last = i + 1
        last += 2 * (tokens.at(i + 2) in _ERA_JOINTS and _early(tokens, i + 3))
    elif _early(tokens, i - 1):
        first = i - 1
    return None if first == last else Date(first, last + 1, None, None)


def _early(tokens: Tokens, i: int) -> bool:
    return tokens.at(i).isdecimal() and len(tokens.raw[i]) <= 4
