"""Which flow of trade a percentage is of: exports, imports or both."""

from itertools import chain, takewhile

from plainfigures.figures.columns.causes import FURTHEST, nearest
from plainfigures.figures.columns.holders import is_reporter
from plainfigures.figures.columns.reading import ColumnReading, Value
from plainfigures.figures.columns.trade_tellers import land_of_goods
from plainfigures.figures.trade.amounts import is_verb
from plainfigures.figures.trade.bracketed import is_apart, leader
from plainfigures.figures.trade.exchanges import way_of, way_of_all
from plainfigures.figures.trade.goods import comes_in, goods_of
from plainfigures.figures.trade.items import of_sum
from plainfigures.figures.trade.reach import resumed
from plainfigures.figures.trade.respective import respective, run_of
from plainfigures.figures.trade.shares import FLOWS
from plainfigures.figures.triggers.categories import Categories, Found
from plainfigures.figures.triggers.match import HEADING
from plainfigures.prose.words.closed import TURNS
from plainfigures.prose.words.lexicon import singular, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.tokens import Tokens

_TIED = frozenset(("-", "'s"))
_OF = 8
_VERB = 3
# "Exports to Chad, its main *trading partner*, fell": no flow.
_PARTNERS = frozenset(("partner", "partners"))


def flow(reading: ColumnReading, named: Categories) -> Value:
    """The flow of the nearest trade word, one before the number preferred.

    The later numbers of a list in brackets have that of the first.
    """
    first = leader(reading.sentence.scan, reading.index)
    if first != reading.index:
        match = reading.sentence.matches[first]
        reading = ColumnReading(reading.sentence, first, match, reading.row, reading.memory)
    shared = respective(reading.sentence, reading.index) if named else None
    listed = None if shared is None else next(iter(named.within(*shared)), None)
    best = listed or (_told(reading, named) if named else None)
    whole = (reading.memory.shared or "").lower().split()
    before = FLOWS.intersection(map(singular, whole))
    if best is not None and before and _is_apart(reading, best):
        best = None  # "Only 8 percent went to Chad, though it supplied 58 percent of imports"
    if best is None:
        way = way_of_all(reading.tokens, reading.q) or (whole[:1] == ["what"] and way_of(whole))
        if not way and reading.match.direction is not None:  # "hopes to ship 9 percent more"
            way = way_of(reading.tokens.word[max(0, reading.q.first - _VERB) : reading.q.first])
        if way:
            return "export" if way == "to" else "import", "way of all that is traded"
        headed = FLOWS & reading.memory.headed()
        if len(headed) == 1:
            return min(headed), HEADING
        if len(before) == 1:  # "Tea exports rose 12 percent. Chad took 39 percent of the total"
            return min(before), "what the percentage before is of"
        if before:
            return None
        seller = land_of_goods(reading.tokens)
        if seller is not None and is_reporter(reading, seller):  # "markets for Kenyan goods"
            return "export", "what others buy"
        if named and (aside := nearest(reading, named.every(), FURTHEST)) is not None:
            return aside.category, "trade word in brackets"  # "tin (a new *export*) rose 9 percent"
        owned = reading.match.direction is None and goods_of(reading.tokens)
        return (_way(reading.tokens), "way of the goods") if owned else _told_before(reading)
    both = None if best is listed else _with_other(reading, named, best)
    if both is not None:
        low, high = run_of(reading.sentence, reading.index)
        way = both[reading.index - low].category if high == low + 1 else "trade"
        return way, f"of both ways of trade: {reading.sentence.words(both[0].first, both[1].last)}"
    return best.category, f"nearest trade word: {reading.sentence.words(best.first, best.last)}"


def _with_other(
    reading: ColumnReading, named: Categories, one: Found
) -> tuple[Found, Found] | None:
    """ "*imports* from Chad and *exports* to it": both ways, where one phrase tells them."""
    tokens, q = reading.tokens, reading.q
    for other in named.every():
        if {one.category, other.category} != FLOWS:
            continue
        first, last = (one, other) if one.first < other.first else (other, one)
        gap = range(first.last, last.first)
        joints = [k for k in gap if _joins(tokens, k)]
        after = range(last.last, tokens.size if q.last <= first.first else last.last)
        behind = takewhile(lambda k: tokens.word[k][0].isalpha(), after)
        if len(joints) == 1 and not any(_parts(tokens, k) for k in chain(gap, behind)):
            return first, last
    return None


def _joins(tokens: Tokens, k: int) -> bool:
    """ "exports *and* imports", "exports *as well* as imports"."""
    well = tokens.word[k : k + 3] == ["as", "well", "as"]
    return well or (tokens.word[k] == "and" and k not in tokens.parted)


def _parts(tokens: Tokens, k: int) -> bool:
    """Whether a token between two words of trade makes them none of one phrase."""
    word = tokens.word[k]
    return is_verb(tokens, k) or is_number(word) or not (word[0].isalpha() or word in _TIED)


def _told_before(reading: ColumnReading) -> Value:
    """ "Imports did not fall by 15 percent. He puts the drop at 6": the only flow told before."""
    before = reading.sentence.original[slice(*reading.memory.before)].lower()
    told = [one for one in sorted(FLOWS) if f"{one}s" in before]
    return (told[0], "flow of the sentence before") if len(told) == 1 else None


def _is_apart(reading: ColumnReading, one: Found) -> bool:
    """Whether a word stands behind a number, in another clause."""
    gap = reading.tokens.word[reading.q.last : one.first]
    return not (TURNS | {"though", "although"}).isdisjoint(gap)


def _told(reading: ColumnReading, named: Categories) -> Found | None:
    """The trade word that the percentage is of, or the nearest; of a bracket the one before it."""
    whole = _whole(reading, named)
    if whole is not None:
        return whole
    if (told := resumed(reading.tokens, reading.q.first)) is not None:
        return next((one for one in named.every() if one.last > told), None)
    # "exports came to $3 billion (+9%), imports to $5 billion"
    opens = "(" in reading.tokens.word[max(0, reading.q.first - 2) : reading.q.first]
    every = named.every()
    every = [one for one in every if not is_apart(reading.tokens, one.first, reading.q)]
    before = nearest(reading, every, FURTHEST) if opens else None
    summed = of_sum(reading.sentence, reading.q) if reading.match.direction is not None else None
    if summed is not None and (found := named.within(*summed[:2])):
        return found[0]  # "*exports* were $9 million with a 4 percent rise and imports $8 million"
    return before or _moved(reading, every) or nearest(reading, every, 3.0)


def _moved(reading: ColumnReading, named: list[Found]) -> Found | None:
    """ "*exports*, once high, fell by half, and imports by a tenth": what the verb says of it."""
    t, index = reading.match.trigger, reading.index
    if reading.match.direction is None or t is None or t.first >= reading.q.phrase_first:
        return None
    before = [one for one in reading.sentence.scan.quantities[:index] if one.kind == "percent"]
    floor = before[-1].phrase_last if before else 0
    within = [one for one in named if floor <= one.first and one.last <= t.first]
    found = [one for one in within if reading.tokens.at(one.last) not in _PARTNERS]
    return found[-1] if found else None


def _way(tokens: Tokens) -> str:
    """Whether goods that are traded without a word of trade come in or go out."""
    return "import" if comes_in(tokens) else "export"


def _whole(reading: ColumnReading, named: Categories) -> Found | None:
    """ "a third of its imports": the trade word in what the percentage is of."""
    word, last = reading.tokens.word, reading.q.last
    if reading.tokens.at(last) != "of":
        return None
    end = last + 1
    while end < min(len(word), last + _OF) and (
        word[end] in ("'s", "-")
        or tag(word[end]).split(",")[0] in ("a", "n", "ns", "d")
        or reading.tokens.capital(end)
    ):
        end += 1
    found = named.within(last + 1, end)
    return found[0] if found else None
