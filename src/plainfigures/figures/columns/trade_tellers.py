"""Tellers: the country whose ministry, bank or data tell of trade ("Peru's customs said")."""

from plainfigures.figures.columns.reading import ColumnReading, Span
from plainfigures.figures.columns.trade_owners import LEADS
from plainfigures.figures.trade.goods import is_adjective, lands_of
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import nouns, singular, speech_verbs, tag
from plainfigures.prose.words.signs import GENITIVES, OPEN_QUOTES
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_TELLING = frozenset(
    "customs economy data statistics figures official minister premier president authority "
    "economist exporter".split()
)
_REPORTING = verb_forms(
    ("report", "post", "record", "register", "see", "log", "expect", "forecast", "book", "announce")
)
_LEADS = LEADS - {"of"} | {"into"}
# What a clause of its own stands behind ("the bank says *that*").
_OPENS = OPEN_QUOTES | {"that", ",", ":", "said", "says"}
_GOODS = frozenset("goods product produce merchandise".split())
_BOUGHT = frozenset("import purchase importer buyer purchaser consumer".split())
_DESCRIBE = ("a", "n", "vd", "vg")
# How many tokens stand between a country and the noun that it describes.
_REACH = 5


def land_of_teller(reading: ColumnReading) -> Span | None:
    """The one country of a sentence that tells of its own trade, or whose body does."""
    tokens = reading.tokens
    if reading.match.direction is None and speech_verbs().isdisjoint(tokens.word):
        return None  # "Chad's state oil company took 12 percent of the exports"
    spans = [span for span in lands_of(tokens) if not _is_led(tokens, span)]
    spans = [span for span in spans if tokens.raw[span[1] - 1] not in ("UN", "U.N.", "Nations")]
    if not spans or any(tokens.raw[k] != tokens.raw[spans[0][0]] for k, _ in spans[1:]):
        return None
    return spans[0] if _tells(tokens, spans[0]) else None


def land_of_goods(tokens: Tokens) -> Span | None:
    """ "the largest market for *Kenyan* goods", "sales of *Kenyan* tea": who sends its own."""
    for span in lands_of(tokens):
        good = singular(tokens.at(span[1]) or ".")
        if not is_adjective(tokens, span) or not (good in _GOODS or good in nouns("good")):
            continue
        first = span[0] - 1
        if tokens.at(first) != "of" or singular(tokens.at(first - 1)) not in _BOUGHT:
            return span
    return None


def _is_led(tokens: Tokens, span: Span) -> bool:
    """Whether a country is a partner, or where something else happens ("trade with Chad")."""
    before = span[0] - 1
    while before > 0 and tag(tokens.word[before]).split(",")[0] in ("d", "a", "vg"):
        before -= 1
    according = tokens.at(before) == "to" and tokens.at(before - 1) == "according"
    return tokens.at(before) in _LEADS and not according


def _tells(tokens: Tokens, span: Span) -> bool:
    first, last = span
    if tokens.at(first - 1) == "of" or tokens.at(first - 2) == "of":  # "the government of Peru"
        body = first - 2 - (tokens.at(first - 1) != "of")
        return tokens.at(body) != "states" and _is_body(tokens.at(body))
    owned = tokens.at(last) in GENITIVES
    if not owned and not is_adjective(tokens, span) and not tokens.capital(last):
        while tokens.at(last) in HELPERS:
            last += 1
        opens = first < tokens.opened(first) + 2 or tokens.word[first - 1] in _OPENS
        return opens and (tokens.at(last) in _REPORTING or tokens.at(last) in speech_verbs())
    for k in range(last + owned, min(tokens.size, last + _REACH)):
        if _is_body(tokens.word[k]):
            return True
        if tag(tokens.word[k]).split(",")[0] not in _DESCRIBE and not tokens.capital(k):
            return False
    return False


def _is_body(word: str) -> bool:
    return not nouns("institution").isdisjoint((word, singular(word))) or not (
        _TELLING.isdisjoint((word, singular(word)))
    )
