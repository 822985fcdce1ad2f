"""Who holds a share of trade: its owner, the one who takes it, the one in a trading role."""

from plainfigures.figures.columns.reading import ColumnReading, Span
from plainfigures.figures.grammar.actors import is_actor
from plainfigures.figures.grammar.subjects import subject_ending
from plainfigures.figures.trade.roles import (
    before_aside,
    before_relative,
    before_verb,
    holder_of_role,
    name_ending,
)
from plainfigures.figures.triggers.forms import forms
from plainfigures.figures.triggers.phrases import code_of, phrase_right
from plainfigures.prose.words.bearers import is_nationality
from plainfigures.prose.words.closed import POSSESSIVES
from plainfigures.prose.words.lexicon import countries, nouns, singular, tag, verb_lemmas
from plainfigures.prose.words.signs import WHO_OR_WHICH
from plainfigures.prose.words.tokens import Tokens

_SHARES = frozenset("share part proportion portion percentage slice".split())
_TAKERS = frozenset(
    "take buy receive account absorb represent make supply purchase come rank follow remain "
    "provide contribute send sell hold claim capture command constitute comprise generate lead "
    "head top trail furnish deliver get consume import secure obtain swallow drink devour".split()
)
SELLING = frozenset("sell send ship export".split())
_STANDS = frozenset("stood stands was is rose fell reached together".split())
# How far words of time lead before a verb ("until the war of 1905").
_TIME = 7
_BY_TIME = frozenset("before until till since after during in by".split())
_HAVING = frozenset("have hold enjoy own".split())
_ROLES = frozenset(
    "partner customer buyer purchaser client supplier market destination source origin".split()
)
_HOLDING = _SHARES | _TAKERS | _ROLES | {"that"}


def is_reporter(reading: ColumnReading, span: Span) -> bool:
    """Whether the words of a span are the reporter that the row has by now."""
    return reading.sentence.words(*span) == reading.row.get("reporter")


def holder(reading: ColumnReading, floor: int, first: int) -> Span | None:
    """ "Russia's share of its imports", "Germany took 22 percent", "China is the main market".

    It stands between two tokens, and is not the reporter.
    """
    tokens = reading.tokens
    holding = forms(_HOLDING)
    for k in range(first - 1, floor - 1, -1):
        if tokens.word[k] == ";":
            return None
        if tokens.word[k] == "'s" and tokens.at(k + 1) in _STANDS and not reading.match.direction:
            several = tokens.word[k - 3 : k - 1] == ["'s", "and"]  # "and *Japan*'s stood at 9"
            return None if several else name_ending(tokens, k - 1)
        if tokens.word[k] not in holding and not _tells(reading, k):
            continue
        span = _of_share(reading, k) or _taker(reading, k)
        if span is None and singular(tokens.word[k]) in _ROLES:  # "China is the main market"
            span = holder_of_role(tokens, k)
        if span is not None and span[0] >= floor and not is_reporter(reading, span):
            return span
    return None


def _of_share(reading: ColumnReading, k: int) -> Span | None:
    """ "Russia's share", "the share of China in", "that of India"."""
    tokens = reading.tokens
    word = tokens.word
    share = singular(word[k]) in _SHARES
    if share and k > 1 and word[k - 1] in ("'s", "'"):
        return name_ending(tokens, k - 2)
    if share and is_nationality(tokens.raw[k - 1]) and tokens.at(k + 1) == "of":
        return k - 1, k  # "the *German* share of Peru's imports"
    if share and k > 1 and word[k - 1] == "whose":
        return name_ending(tokens, k - 2 - (word[k - 2] == ","))
    if share and (span := _having(tokens, k)) is not None:
        return span
    if (share or word[k] == "that") and tokens.at(k + 1) == "of":
        span = phrase_right(tokens, k + 2)
        text = None if span is None else reading.sentence.words(*span)
        if span is not None and (word[k] == "that" or code_of(text) or text in countries()):
            following = tag(tokens.at(span[1])).split(",")[0]
            return None if following in ("n", "ns") else span
    return None


def _having(tokens: Tokens, k: int) -> Span | None:
    """ "*Mali* had the largest share", "*Chad*, which holds a share"."""
    j = k - 1
    while j > 0 and tag(tokens.word[j])[0] in "da":
        j -= 1
    if _HAVING.isdisjoint(verb_lemmas(tokens.word[j])) or not tokens.raw[j].islower():
        return None
    return name_ending(tokens, before_relative(tokens, before_verb(tokens, j)))


def _taker(reading: ColumnReading, k: int) -> Span | None:
    """ "France still buys", "the union took": the subject of a verb of taking."""
    tokens = reading.tokens
    lemmas = verb_lemmas(tokens.word[k])
    if not (lemmas and tokens.raw[k].islower()):
        return None
    if _TAKERS.isdisjoint(lemmas) and not _tells(reading, k):
        return None
    if tokens.at(k + 1) == "that":
        return None  # "the ministry claims that exports fell by 9 percent"
    if "import" in lemmas and k + 1 != reading.q.phrase_first:
        return None  # "Chadian imports fell by 9 percent"
    if not SELLING.isdisjoint(lemmas) and tokens.at(reading.q.last) in ("less", "more"):
        return None  # "Peru sold 9 percent less to Chad"
    if not SELLING.isdisjoint(lemmas) and tokens.at(reading.q.last) == "of":
        if tokens.at(reading.q.last + 1) in POSSESSIVES and k < reading.q.first:
            return None  # "the region sold 27 percent of its exports to the union"
    at = before_relative(tokens, before_verb(tokens, k))
    at = before_relative(tokens, _before_time(tokens, at))
    if at > 0 and singular(tokens.word[at]) in nouns("good") and is_nationality(tokens.raw[at - 1]):
        # "*Kazakh* wheat accounts for half of Chad's imports"
        return (at - 1, at) if "imports" in tokens.word[reading.q.last :] else None
    if at > 0 and tokens.word[at] == ",":
        comma = before_aside(tokens, at) + 1  # "Chad, the patron, bought"
        if tag(tokens.at(comma + 1))[0] not in "pd" or any(map(tokens.capital, range(comma, at))):
            return None
        at = comma - 1
    at -= 2 + (tokens.at(at - 2) == ",") if tokens.at(at - 1) == "whose" else 0
    if tokens.at(at - 1) == "what":
        return None  # "absorbs a fifth of what Chad sells"
    if at >= 0 and is_actor(tokens.word[at]):
        return subject_ending(reading.sentence, at)
    return name_ending(tokens, at)


def _tells(reading: ColumnReading, k: int) -> bool:
    """ "Mali *forms* | 9 percent", but no "9 percent of what Mali *earns*": a verb of a share."""
    told = reading.sentence.verb_triggers.get(k, ()) if k < reading.q.first else ()
    return reading.match.direction is None and reading.match.measure in told


def _before_time(tokens: Tokens, at: int) -> int:
    """ "Chad, which | before the war had bought", "| had in 1986 bought": what leads to time."""
    near = range(at, max(0, at - _TIME), -1)
    led = next((k for k in near if tokens.word[k] in _BY_TIME), 0)
    return before_verb(tokens, led) if tokens.at(led - 1) in WHO_OR_WHICH | {"had"} else at


def joined(tokens: Tokens, span: Span) -> Span:
    """The last of several names with those before it ("*Turkey and China* together bought")."""
    first, last = span
    joints = {"and"}
    while tokens.at(first - 1) in joints:
        name = name_ending(tokens, first - 2)
        if name is None or code_of(" ".join(tokens.raw[slice(*name)])) is None:
            break
        first, joints = name[0], {","}
        first -= tokens.at(first - 1) == "the" and tokens.at(first - 2) in joints
    return first, last
