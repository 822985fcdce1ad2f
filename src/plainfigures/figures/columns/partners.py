"""With whom the reporter trades."""

from plainfigures.figures.columns.holders import holder, is_reporter, joined
from plainfigures.figures.columns.linked import SENDING, linked
from plainfigures.figures.columns.reading import ColumnReading, Value
from plainfigures.figures.columns.trade_sides import past_trade, two_sides
from plainfigures.figures.grammar.subjects import before_aside
from plainfigures.figures.places.labels import giver_of
from plainfigures.figures.trade.bracketed import bracket_of, is_listed, leader, opener
from plainfigures.figures.trade.goods import land_ending
from plainfigures.figures.trade.leading import goes, leads
from plainfigures.figures.trade.respective import respective
from plainfigures.figures.trade.roles import name_ending
from plainfigures.figures.trade.shares import FLOWS
from plainfigures.figures.trade.signed import MORE
from plainfigures.figures.triggers.match import HEADING
from plainfigures.figures.triggers.phrases import code_of, phrase_right
from plainfigures.prose.places.listing import listed_end
from plainfigures.prose.words.closed import DETERMINERS
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import calendar, countries, nouns, singular, tag
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import DASHES, Tokens

_BOUGHT = frozenset(
    "bought taken absorbed purchased imported consumed received supplied provided furnished "
    "delivered sold shipped sent exported made produced".split()
)
_FAR = 14
_MARKS = DASHES | {":"}
# past these nothing leads to a partner: "to Chad comes tea from Mali, which took 9 percent"
_APART = frozenset((";", "which"))
_SIGNS = frozenset(("+", "-", "\u2013", "\u2212"))
_MOVED = _SIGNS | {"up", "down"}
# What a heading over a list of partners says.
_HEADINGS = FLOWS | {"trading partner", "trade partner"}
# What may lead from a name to its number.
_BEFORE = frozenset(("with", "at", "'s", "for"))
_OWNING = frozenset(("in", "of"))
_RANKS = frozenset("first second third fourth top ahead next last".split())


def partner(reading: ColumnReading) -> Value:
    """With whom: after "to", "with" or "from", the owner of a share, or the taker of one.

    Percentages with but a link between them ("from 11 to 9", "doubled (+112%)"), or at least
    no name and no trade ("38 percent, had sunk to 14"), have one partner.
    """
    sides = two_sides(reading)
    if sides is not None:
        return reading.words(sides[1], "second side of the trade")
    shared = respective(reading.sentence, reading.index)
    if shared is not None and (shared[0] or code_of(reading.sentence.words(*shared))):
        if reading.tokens.capital(shared[0]):
            return None if is_reporter(reading, shared) else reading.words(shared, "in its list")
    return _listed(reading) or _bought_by(reading) or _beside(reading)


def _listed(reading: ColumnReading) -> Value:
    """ "to *Chad* (9%) and *Mali* (by 4%)": of a list in brackets, the name before its own.

    But "it fell in Chad (by 9%) and Mali (by 4%)": those have trade of their own.
    """
    tokens, scan = reading.tokens, reading.sentence.scan
    opens = opener(tokens, reading.q)
    flow = singular(tokens.at(reading.q.phrase_first - 1)) in FLOWS
    if opens < 0 and flow and reading.row.get("reporter") is not None:
        opens = bracket_of(tokens, reading.q.first)  # "its partner Chad (imports 9%, exports 4%)"
        opens = opens if land_ending(tokens, opens - 1) else -1
    elif not is_listed(scan, reading.index):
        return None
    if opens < 0:
        return None
    first = opener(tokens, scan.quantities[leader(scan, reading.index)])
    lead, name = name_ending(tokens, first - 1), name_ending(tokens, opens - 1)
    if name is None or (lead is not None and tokens.word[lead[0] - 1] in _OWNING):
        return None
    return None if is_reporter(reading, name) else reading.words(name, "name before its bracket")


def _beside(reading: ColumnReading) -> Value:
    """The partner that stands beside the percentages that have one."""
    quantities = reading.sentence.scan.quantities
    index = linked(reading)
    first = quantities[index].phrase_first
    floor = quantities[index - 1].phrase_last if index else 0
    following = quantities[reading.index + 1 : reading.index + 2]
    ceiling = following[0].phrase_first if following else reading.tokens.size
    last = reading.q.phrase_last
    last += reading.tokens.at(last) in MORE and leads(reading.tokens, last + 1)
    ceiling = _clause_end(reading.tokens, last, ceiling)
    own = index or (reading.index and reading.tokens.at(last) == "for")  # "88 percent for Asia"
    whole = past_trade(reading.tokens, last)  # "a tenth of exports | goes to Asia"
    far = goes(reading.tokens, whole)
    own = own or far > whole
    return (
        (_joined(reading, range(last, far + 1), ceiling, "after") if own else None)
        or _joined(reading, range(first - 1, floor - 1, -1), first + 1, "before, after")
        or _held(reading, floor, first)
        or _bare(reading, floor, first)
        or _joined(reading, range(last, ceiling), ceiling, "after")
        or _held(reading, last, ceiling, named=True)
        or _headed(reading)
    )


def _clause_end(tokens: Tokens, first: int, last: int) -> int:
    """Where the clause ends that holds token `first`: another has its own ("; Chad sells 9 …")."""
    return next((k for k in range(first, last) if _turns(tokens, k)), last)


def _turns(tokens: Tokens, k: int) -> bool:
    """Whether another clause begins.

    ", *and Chad takes* 9 percent", ", *and its* exports", ", *with Chad taking* $9 million".
    """
    if tokens.word[k] in (";", "while", "whereas") or tokens.word[k : k + 2] == [",", "those"]:
        return True
    if tokens.word[k : k + 2] == [",", "with"]:
        name = phrase_right(tokens, k + 2)
        return name is not None and tag(tokens.at(name[1]) or ".")[:2] == "vg"
    acts = tokens.capital(k + 1) and tag(tokens.at(k + 2) or ".")[0] == "v"
    other = acts or tokens.at(k + 1) in DETERMINERS | {"of"}
    return other and tokens.word[k - 1 : k + 1] == [",", "and"] and tokens.word[k + 1] != "i"


def _bought_by(reading: ColumnReading) -> Value:
    """ "half of the tea shipped from Ost is bought by *Chad*": who takes a share."""
    tokens, last = reading.tokens, reading.q.phrase_last
    for k in range(last, min(tokens.size - 1, last + _FAR)):
        if tokens.word[k] in (",", ";", "and"):
            return None
        if tokens.word[k + 1] == "by" and tokens.word[k] in _BOUGHT:
            span = phrase_right(tokens, k + 2)
            if span is not None and not is_reporter(reading, span):
                return reading.words(span, "after by")
    return None


def _headed(reading: ColumnReading) -> Value:
    """ "China: 31%", "China 31%" under "Main export markets": the country that leads its line.

    It holds for all the percentages of the line.
    """
    leader = reading.sentence.scan.quantities[0]
    end = leader.phrase_first
    end -= end > 0 and reading.tokens.word[end - 1] in _SIGNS | {"("}
    name = reading.sentence.words(0, end) if end else None
    if name is None or code_of(name) is None:
        name = giver_of(reading.sentence, leader)
    shared = reading.match.rule == HEADING  # "Who buys Kenya's tea"
    led = shared or not _HEADINGS.isdisjoint(reading.memory.headed())
    if name is None or not led or code_of(name) is None:
        return None
    return name, "name that leads the line"


def _held(reading: ColumnReading, floor: int, first: int, named: bool = False) -> Value:
    span = holder(reading, floor, first)
    general = span is not None and reading.tokens.word[span[1] - 1] in nouns("area") | {"nation"}
    if span is not None and general and reading.sentence.words(*span) not in countries():
        return None  # "the country supplied 12 percent", "the region gave 9 percent of it"
    unnamed = span is None or (named and not reading.tokens.capital(span[0]))
    word = reading.tokens.word
    if span is None or unnamed or word[span[0]] in calendar("month") or word[span[0]] == "the":
        return None  # "exports in *August* came to $3 million"
    return reading.words(joined(reading.tokens, span), "holder of the share")


def _joined(reading: ColumnReading, places: range, limit: int, rule: str) -> Value:
    tokens = reading.tokens
    for k in places:
        if any(one <= k < end <= reading.q.first for one, end in reading.sentence.relative_clauses):
            continue  # "to Chad, which had fallen, rose by 9 percent"
        if k >= tokens.size or tokens.word[k] in _APART or _opens_clause(reading, k):
            return None
        beside = tokens.word[k] == "for" and k == reading.q.phrase_last and reading.index
        if beside or leads(tokens, k):
            span = phrase_right(tokens, k + 1 + (tokens.at(k + 1) == "both"))
            last = "" if span is None else singular(tokens.word[span[1] - 1])
            if span is None or last in nouns("programme") or last in nouns("good"):
                continue  # "with the Free Trade Agreement", "earnings from Tea"
            opens = tokens.word[k] == "with" and (not k or tokens.word[k - 1] == ",")
            if opens and tag(tokens.at(span[1]) or ".")[:2] == "vg":
                continue  # "with Chad buying more, exports rose by 9 percent"
            if any(one.first < span[1] and k < one.last for one in reading.sentence.attributions):
                continue  # "figures from the Statistics Office show"
            if span[1] <= limit and not is_reporter(reading, span):
                span = span[0], listed_end(tokens, span[1], tokens.at(span[1]) == ",")
                return reading.words(span, f"{rule} {tokens.word[k]}")
    return None


def _opens_clause(reading: ColumnReading, k: int) -> bool:
    """ "It is vital to Chad: half of the tea *is* sold"; but "To Chad: 9 percent"."""
    tokens = reading.tokens
    if k < reading.q.first and "there" not in tokens.word[k:] and _turns(tokens, k):
        return True  # "half went to Mali, and Chad took | a tenth"
    after = range(reading.q.phrase_last, tokens.size)
    end = next((j for j in after if tokens.word[j] in (",", ";")), tokens.size)
    clause = tokens.raw[k + 1 : reading.q.first] + tokens.raw[reading.q.phrase_last : end]
    return tokens.word[k] == ":" and any(tag(one)[0] == "v" for one in clause)


def _bare(reading: ColumnReading, floor: int, first: int) -> Value:
    """ "and the EU 8.2 percent", "Malta with 11 percent", "and Chad (7 percent)", "Chad's 9"."""
    tokens = reading.tokens
    first -= tokens.at(first - 1) in _MOVED and tokens.at(first - 2) == "("  # "Chad (up 7 percent)"
    bracket = tokens.at(first - 1) == "("
    end = first - (bracket or tokens.at(first - 1) in _BEFORE)
    aside = before_aside(tokens, end - 1) + 1 if tokens.at(end - 1) == "," else end
    end = end if any(map(tokens.capital, range(aside, end))) else aside  # "and Chad, by sea, 7"
    if tokens.at(end) == "with" and tokens.at(end - 1) in _RANKS and tokens.at(end - 2) in BE:
        span = name_ending(tokens, end - 3)  # "*Chad* was first with 11 percent"
        return None if span is None else reading.words(span, "name of the first")
    j = end - 1
    while j >= max(floor, 1):
        joins = tokens.raw[j] == "-" and tokens.glued(j) and tokens.capital(j - 1)
        if not (joins or tokens.raw[j][0].isupper()):
            break
        j -= 1  # "Austria-Hungary 79 percent"
    listed = floor or (bracket and j) or tokens.at(j) in _MARKS  # "Partners: Malta 11%"
    listed = listed or tokens.at(j) in verb_forms(SENDING)  # "sends Malta 11 percent of its tea"
    listed = listed or (tokens.at(end) == "with" and tokens.at(j) in BE)
    if listed and j + 1 < end and tokens.raw[j + 1][0].isupper():
        span = phrase_right(tokens, j + 1)
        if span is not None and span[1] <= end and not is_reporter(reading, span):
            return reading.words(span, "name before the number")
    return None
