"""Linked percentages: those of one sentence that have one partner ("from 11 to 9 percent")."""

from plainfigures.figures.columns.reading import ColumnReading
from plainfigures.figures.trade.bracketed import is_listed
from plainfigures.figures.trade.leading import leads
from plainfigures.figures.trade.signed import MORE
from plainfigures.figures.triggers.match import COMPARED
from plainfigures.prose.dates.years import year_like
from plainfigures.prose.words.closed import TURNS
from plainfigures.prose.words.lexicon import nouns, singular, tag
from plainfigures.prose.words.names import in_name
from plainfigures.prose.words.signs import GENITIVES
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

SENDING = ("send", "sell", "ship", "supply")
_GETTING = ("take", "buy", "absorb", "receive", "get", "obtain", "draw", "source", "procure")
_TRADING = (*SENDING, *_GETTING, "provide", "furnish")
_PARTS = TURNS | {"and"}
_AGAINST = frozenset("against compared versus from".split())
_CLAUSE = 4
_LINKS = frozenset(
    "to from in ( ) the total whole + - \u2013 , or up down by nearly almost about a of".split()
)
_BETWEEN = ["between", "the"]
_YEARS = (["last", "year"], ["this", "year"], ["year", "before"], ["year", "earlier"])


def linked(reading: ColumnReading) -> int:
    """The first of the percentages that end with this one and have one partner."""
    tokens, quantities = reading.tokens, reading.sentence.scan.quantities
    word = tokens.word
    index, last = reading.index, reading.q.phrase_last
    if tokens.at(last) in MORE and leads(tokens, last + 1):
        return index  # "9 percent more to Mali and 5 percent *less to* Chad"
    while index:
        if index == reading.index and (told := _compared(reading)) is not None:
            index = told
            continue
        low, high = quantities[index - 1].phrase_last, quantities[index].phrase_first
        if quantities[index - 1].kind == "money" and singular(tokens.at(low)) in nouns("trade"):
            low += 1  # "a $9 million turnover | , accounting for"
        gap = word[low:high]
        if not gap or gap == [","]:
            break
        if gap[0] == ")" and is_listed(reading.sentence.scan, index - 1):
            break  # "imports, mostly from Chad (9%) and Mali (4%), rose | 6 percent"
        gap = _undated(reading, gap)
        opened = word[quantities[index - 1].phrase_first - 1] == "("  # "Malta (9% and 12%)"
        if index == reading.index and _in_apposition(reading, low, high):
            index -= 1
            continue
        listed = opened and gap == ["and"] and reading.match.direction is None
        both = word[high - 2 : high] == _BETWEEN  # "a turnover of $9 million *between the* | two"
        linked = listed or both or _links(gap) or _links_back(gap) or _shares_verb(gap, opened)
        if not (linked or _takes_too(gap) or _goes_on(tokens, low, high)):
            break
        index -= 1
    return index


def _compared(reading: ColumnReading) -> int | None:
    """ "took 54 percent in March, *against* | 49 a year before": what it is compared with."""
    if not reading.match.rule.startswith(COMPARED):
        return None
    quantities = reading.sentence.scan.quantities
    told = (k for k in range(reading.index - 1, -1, -1) if quantities[k].kind == "percent")
    last = next(told, None)
    if last is None:
        return None
    gap = reading.tokens.word[quantities[last].phrase_last : reading.q.phrase_first]
    return None if _AGAINST.isdisjoint(gap) else last


def _in_apposition(reading: ColumnReading, low: int, high: int) -> bool:
    """ "came to 3,400 tonnes last year, a rise of 12 percent": a change of what is before it."""
    tokens, trigger = reading.tokens, reading.match.trigger
    if trigger is None or not low < trigger.first < high:
        return False
    comma = trigger.first - 1
    while comma > low and tag(tokens.word[comma])[0] in "da":
        comma -= 1
    if tokens.word[comma] != "," or not _LINKS.issuperset(tokens.word[trigger.last : high]):
        return False
    return not any(tokens.word[k] in _PARTS or in_name(tokens, k) for k in range(low, comma))


def _goes_on(tokens: Tokens, low: int, high: int) -> bool:
    """Whether a verb, but no name and no other trade stands between two percentages."""
    verb = False
    for k in range(low, high):
        word = tokens.word[k]
        if word in _PARTS or in_name(tokens, k) or singular(word) in nouns("trade"):
            return False
        kinds = tag(word).split(",")
        verb = verb or kinds[0][0] == "v" or "vg" in kinds  # "*accounting* for"
    return verb


def _links(gap: list[str]) -> bool:
    """Whether words say no more than that another percentage of the same comes ("in 2010 to")."""
    return all(word in _LINKS or year_like(word) for word in gap)


def _undated(reading: ColumnReading, gap: list[str]) -> list[str]:
    """ "9 percent of its tea *in 1995 and* | 12 in 2005": as if a comma stood there."""
    if gap[-1:] != ["and"] or leads(reading.tokens, reading.q.phrase_last):
        return gap
    dated = gap[-3:-2] == ["in"] and year_like(gap[-2])
    return [*gap[:-3], ","] if dated or gap[-3:-1] in _YEARS else gap


def _links_back(gap: list[str]) -> bool:
    """ "41 percent of Chad's exports last year, up from 36": the same share, earlier."""
    tail = gap[len(gap) - gap[::-1].index(",") :] if "," in gap else []
    return tail[-1:] == ["from"] and _links(tail)


def _shares_verb(gap: list[str], bracketed: bool) -> bool:
    """ "accounts for 9 percent of imports and 7 percent": two shares of one holder.

    So are "a fifth of Chad's exports, 13 percent of" and "… of what Chad sells, 13 percent of".
    """
    if gap[0] != "of" or gap[-1] not in ("and", ","):
        return False
    inside = gap[1:-1]
    if inside[:1] == ["what"]:
        return len(inside) <= _CLAUSE
    owned = gap[-1] == "and" or "'s" in inside or bracketed
    kinds = (tag(word).split(",")[0] for word in inside if word not in GENITIVES)
    return owned and {"n", "ns", "a", "d"}.issuperset(kinds)


def _takes_too(gap: list[str]) -> bool:
    """ "took 31 percent of its exports *and supplied* 28": what one partner takes and gives."""
    return gap[-2:-1] == ["and"] and gap[-1] in verb_forms(_TRADING)
