"""Whose trade it is, and which way it moved."""

from collections.abc import Callable

from plainfigures.figures.columns.holders import SELLING, holder
from plainfigures.figures.columns.measured import measured_in
from plainfigures.figures.columns.reading import ColumnReading, Span, Value
from plainfigures.figures.columns.trade_owners import (
    elliptic,
    land_before,
    owner_after,
    owner_before,
    owner_of_goods,
    owner_of_part,
    owner_of_role,
    owner_of_those,
)
from plainfigures.figures.columns.trade_sides import moved_side, two_sides
from plainfigures.figures.columns.trade_tellers import land_of_goods, land_of_teller
from plainfigures.figures.grammar.traders import trader_of
from plainfigures.figures.places.likeliest import FAINT, HEADED
from plainfigures.figures.trade.exchanges import is_exchanged, trader
from plainfigures.figures.trade.goods import is_land
from plainfigures.figures.trade.reach import PARTNERED, SALES, is_trade
from plainfigures.figures.trade.roles import before_verb, country_ending, name_ending
from plainfigures.figures.trade.shares import FLOWS
from plainfigures.figures.trade.trades import world_trade
from plainfigures.figures.triggers.forms import forms
from plainfigures.figures.triggers.phrases import code_of, phrase_right
from plainfigures.prose.words.lexicon import countries, nouns, singular, tag, verb_lemmas
from plainfigures.prose.words.names import in_name

_KINDS = frozenset(
    "developing developed industrial industrialised industrialized advanced emerging rich poor "
    "richer poorer".split()
)
_COUNTRIES = frozenset("country countries nation nations economy economies states".split())
# how much farther an owner is behind the number
_BEHIND = 4.0
# Behind these stands another trade, with which this one is compared.
_COMPARED = frozenset("than compared against versus unlike like".split())


def reporter(reading: ColumnReading) -> Value:
    """The owner of the trade ("Armenia's trade turnover", "Kenyan exports"), or the last one.

    It is what the first of the readers at the end of this module finds.
    """
    owner = _first(_OWNERS, reading)
    if owner is None and world_trade(reading.sentence, reading.q) is not None:
        held = holder(reading, 0, reading.q.phrase_first) or _group(reading)
        return held and reading.words(held, "holder of a share of the world's trade")
    return owner or _first(_TRADERS, reading)


def _first(readers: tuple[Callable[[ColumnReading], Value], ...], reading: ColumnReading) -> Value:
    return next((found for read in readers if (found := read(reading)) is not None), None)


def _first_side(reading: ColumnReading) -> Value:
    sides = two_sides(reading)
    return sides and reading.words(sides[0], "first side of the trade")


def _of_whole(reading: ColumnReading) -> Value:
    tokens = reading.tokens
    own = owner_of_part(tokens, reading.q) or owner_of_those(tokens, reading.q)
    own = own or (elliptic(reading) if "share" not in tokens.word else None)
    return own and reading.words(own, "owner of what it is a share of")


def _of_trade(reading: ColumnReading) -> Value:
    best = _owner(reading)
    where = measured_in(reading, best is None)
    if where is not None:
        return reading.words(where, "where it is measured")
    return best and reading.words(best, "owner of the trade")


def _of_goods(reading: ColumnReading) -> Value:
    owner = owner_of_role(reading.tokens) or owner_of_goods(reading)
    return owner and reading.words(owner, "owner of the goods or of the role")


def _of_way(reading: ColumnReading) -> Value:
    own = moved_side(reading)
    return own and reading.words(own, "side from or to which it is moved")


def _of_group(reading: ColumnReading) -> Value:
    group = _group(reading)
    return group and reading.words(group, "group of countries that trade")


def _subject(reading: ColumnReading) -> Value:
    """ "*Kenya* exports 12 percent of its tea"."""
    tokens = reading.tokens
    traded = forms(nouns("trade"))
    for k in range(1, tokens.size):
        if tokens.word[k] not in traded:
            continue
        if tokens.capital(k) and tokens.raw[k - 1] not in countries():
            continue  # "the National Exports Strategy"
        if FLOWS.isdisjoint(verb_lemmas(tokens.word[k])):
            continue
        goods = singular(tokens.word[k - 1]) in nouns("good")  # "ACCRA: *Rice* exports fell"
        plain = tag(tokens.word[k - 1])[0] == "a" or goods  # "Domestic exports"
        if tokens.raw[k - 1] in countries() or (k > 1 and not plain and in_name(tokens, k - 1)):
            span = country_ending(tokens, k - 1, named=True), k
            return reading.words(span, f"subject of {tokens.word[k]}")
    return None


def _dealer(reading: ColumnReading) -> Value:
    """ "*Chad* trades with 90 countries", "*Chad* now maintains trade links with"."""
    tokens = reading.tokens
    for k in range(1, reading.q.first):
        if "trade" not in (tokens.word[k], *verb_lemmas(tokens.word[k])):
            continue
        verb = k if tokens.at(k + 1) == "with" else k - 1
        acts = tokens.raw[verb].islower() and "v" in tag(tokens.word[verb])
        name = name_ending(tokens, before_verb(tokens, verb)) if acts else None
        if name is not None and is_land(tokens, name[0], name[1] - name[0]):
            return reading.words(name, "who trades")
    return None


def _buyer(reading: ColumnReading) -> Value:
    """ "*Chad* sold 9 percent more tea", "*Chad* sends 40 percent of it to Mali"."""
    tokens, q = reading.tokens, reading.q
    sells = not SELLING.isdisjoint(verb_lemmas(tokens.word[q.phrase_first - 1]))
    differs = sells and tokens.at(q.last) in ("less", "more")  # "sold 9 percent more tea"
    last = reading.index if tokens.at(q.last) != "of" else 0
    all_told = reading.sentence.scan.quantities[:last]
    one = next((one for one in all_told if is_exchanged(tokens, one)), q)  # "and Mali 9"
    if tokens.at(one.last + 1) == "our" or not (differs or is_exchanged(tokens, one)):
        return None
    name = name_ending(tokens, trader(tokens, one))
    return name and reading.words(name, "who buys or sells")


def _before(reading: ColumnReading) -> Value:
    before = reading.memory.reporter
    return None if before is None else (before, "reporter before")


def _teller(reading: ColumnReading) -> Value:
    teller = land_of_teller(reading)
    if teller is None and reading.tokens.word[0] != "we":  # "We bought Peruvian tin"
        teller = land_of_goods(reading.tokens)
    return teller and reading.words(teller, "who tells of its own trade or has the goods")


def _of_sentence_before(reading: ColumnReading) -> Value:
    before = land_before(reading)
    return None if before is None else (before, "whose it is by the sentence before")


def _of_paragraph(reading: ColumnReading) -> Value:
    near = trader_of(reading.sentence.original[slice(*reading.memory.before)])
    told = near is not None and near.sure
    return (near.text, "whose trade the paragraph tells of") if near and told else None


def _only_one(reading: ColumnReading) -> Value:
    """The only reporter of the text before, where no heading tells of another country."""
    told, about = reading.memory.reporters, reading.memory.trader()
    headed = reading.memory.setting(())
    if headed is not None and headed[1] == HEADED and code_of(headed[0]) not in told:
        return None
    if len(told) == 1 and (about is None or not about.sure or about.code in told):
        return next(iter(told.values())), "only reporter of the text before"
    return None


def _owner(reading: ColumnReading) -> Span | None:
    """The owner of the trade noun that stands nearest, none that the nearest has as its partner."""
    tokens, q = reading.tokens, reading.q
    best: tuple[float, Span] | None = None
    nearest: tuple[float, int] | None = None
    known = forms(nouns("trade") | SALES)
    for k in [k for k, form in enumerate(tokens.word) if form in known]:
        if not is_trade(tokens, k):
            continue
        near = reading.sentence.distance(q, k, k + 1)
        if nearest is None or near < nearest[0]:
            nearest = near, k
        span = owner_before(tokens, k) or owner_after(reading, k)
        if span is None:
            continue
        if not _COMPARED.isdisjoint(tokens.word[q.last : span[0]]):
            continue  # "half of trade, which is more *than the trade of Chad*"
        away = min(near, reading.sentence.distance(q, *span))  # "its exports": of one far off
        away += _BEHIND if span[0] > q.first else 0
        if best is None or away < best[0]:
            best = away, span
    if best is None or nearest is None or tokens.at(nearest[1] + 1) not in PARTNERED:
        return None if best is None else best[1]
    sent = singular(tokens.word[nearest[1]]) in ("export", "shipment")
    if tokens.at(nearest[1] + 1) == ("from" if sent else "to"):
        return best[1]  # "exports from Peru", "imports to Peru"
    other = phrase_right(tokens, nearest[1] + 2)
    code = None if other is None else code_of(reading.sentence.words(*other))
    return None if code and code == code_of(reading.sentence.words(*best[1])) else best[1]


def _trader(reading: ColumnReading) -> Value:
    """The country whose trade the text tells of, where the sentence does not name it."""
    found = reading.memory.trader()
    if found is None:
        return None
    raw = reading.tokens.raw
    named = {entry.code for entry in map(countries().get, raw) if entry is not None}
    about = None if found.sure else reading.memory.setting(())
    other = about is not None and about[1] not in FAINT and code_of(about[0]) != found.code
    itself = found.code is not None and found.code in named
    return None if other or itself else (found.text, "whose trade the text tells of")


def _group(reading: ColumnReading) -> Span | None:
    """ "exports from developing economies", "rich countries will see imports fall"."""
    tokens = reading.tokens
    for k in range(reading.q.phrase_first - 1, 0, -1):
        if tokens.word[k] in _COUNTRIES and tokens.word[k - 1] in _KINDS:
            first = k - 1 - (tokens.at(k - 2) in ("least", "most", "newly"))
            if tokens.at(first - 1) not in ("to", "with", "into", "between"):
                return first, k + 1
    return None


def direction(reading: ColumnReading) -> Value:
    """The direction of the change word that triggered the measure."""
    match = reading.match
    if match.direction is None:
        return None
    return match.direction, f"change word {match.trigger.lemma if match.trigger else ''}".strip()


# Who reads whose trade it is, in order: what owns a trade, then who else buys and sells.
_OWNERS = (_first_side, _of_whole, _of_trade, _of_goods, _of_way)
_TRADERS = (
    _of_group,
    _subject,
    _dealer,
    _buyer,
    _before,
    _teller,
    _of_sentence_before,
    _of_paragraph,
    _only_one,
    _trader,
)
