"""Nouns of trade: which words are some, and how far the phrase of one reaches."""

from plainfigures.figures.grammar.extents import right
from plainfigures.figures.trade.goods import AMOUNTS
from plainfigures.figures.trade.items import OPENERS
from plainfigures.prose.nouns import changes
from plainfigures.prose.words.bearers import is_nationality
from plainfigures.prose.words.lexicon import calendar, nouns, singular, speech_verbs, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import COMMA_AND
from plainfigures.prose.words.stems import pasts, verb_forms
from plainfigures.prose.words.tokens import Tokens

_ARTICLES = frozenset("the its their all total a this that these those such".split())
_WITH = frozenset("to of with from".split())
PARTNERED = _WITH - {"of"}
_LIFTING = ("lift", "multiply", "push", "drive", "depress", "trim")
_ABROAD = frozenset("abroad overseas to from".split())
_FOREIGN = frozenset("foreign overseas".split())
# What a noun of trade only describes.
_DESCRIBED = frozenset(
    "partner market supplier customer buyer destination source share growth".split()
)
# What tells how much of something told before there is, and how far back it may stand.
_EXTENTS = frozenset("volume share value amount figure level sum".split())
_LED, _SHARING = 4, ["with", "a", "share"]
# What is trade where it goes abroad.
SALES = frozenset("sale purchase delivery".split())


def is_trade(tokens: Tokens, k: int) -> bool:
    """Whether token `k` is a noun of trade: "exports", "sales abroad", "foreign sales"."""
    noun = singular(tokens.word[k])
    if noun not in SALES:
        return noun in nouns("trade")
    near = tokens.word[k + 1 : k + 2 + 2 * (tokens.at(k + 1) == "of")]  # "sales of tea to Mali"
    foreign = k > 0 and is_nationality(tokens.raw[k - 1])  # "Thai sales"
    return foreign or tokens.at(k - 1) in _FOREIGN or not _ABROAD.isdisjoint(near)


def around(tokens: Tokens, k: int) -> tuple[int, int]:
    """The noun at token `k` with its modifiers on the left and its partner on the right."""
    first, floor = k, tokens.opened(k)
    # "Chad's main *export* partners", "significant *trade* shares", "*tea export* growth"
    plain = tokens.word[k] == singular(tokens.word[k]) and singular(tokens.at(k + 1)) in _DESCRIBED
    while (
        first > floor
        and not (plain and _is_plain_adjective(tokens, first - 1))
        and (
            tokens.word[first - 1] in ("'s", "-")
            or _joins_goods(tokens, first - 1)
            or (tokens.raw[first - 1][0].isalpha() and tokens.word[first - 1] not in OPENERS)
        )
        and not is_moved(tokens.word[first - 1])
        and not _is_said(tokens.word[first - 1])
    ):
        first -= 1
    while first < k and (
        tokens.word[first] in (*_ARTICLES, *calendar("month"), "'s", "-")
        or is_number(tokens.word[first])
    ):
        first += 1
    return tailed(tokens, first, k + 1 + (tokens.at(k + 1) in AMOUNTS))


def _is_plain_adjective(tokens: Tokens, k: int) -> bool:
    """ "*main* export partners": no word of nationality."""
    return tag(tokens.word[k])[0] in "ar" and (k == 0 or tokens.raw[k].islower())


def resumed(tokens: Tokens, before: int) -> int | None:
    """ "Its *trade* came to $9 million, …, *with the highest volumes* in Chad (9%)": what of.

    The first noun of trade, where a clause before a number tells only how much of it there is.
    """
    word = tokens.word
    for k in range(before - 1, 1, -1):
        if singular(word[k]) not in _EXTENTS or tokens.at(k + 1) in ("of", "in"):
            continue
        led = word[max(0, k - _LED) : k]
        if "with" in led and all(tag(w)[0] in "da" for w in led[led.index("with") + 1 :]):
            told = (j for j in range(k) if singular(word[j]) in nouns("trade"))
            return next(told, None)
    return None


def _joins_goods(tokens: Tokens, k: int) -> bool:
    """ "these fruit *and* vegetable exports", "oil*,* gas and coal exports": one noun's goods."""
    if tokens.word[k] not in COMMA_AND or k in tokens.parted:
        return False
    return all(singular(tokens.at(j)) in nouns("good") for j in (k - 1, k + 1))


def _is_said(word: str) -> bool:
    """ "he *expected* trade with Chad to double": what ends on the left what is traded."""
    return word in speech_verbs() or tag(word)[0] == "o"


def tailed(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """A trade noun with its goods and partners ("exports of glass to Kenya")."""
    while tokens.at(last) in _WITH:
        more = right(tokens, last + 1)
        if more is None or tokens.word[last : last + 3] == _SHARING:
            break  # "the first destination of exports | with a share of"
        goes_on = tokens.at(more[1]) == "," and tokens.capital(more[1] + 1)
        if goes_on and "and" in tokens.word[more[1] : more[1] + 6]:
            break  # "imports | from Chad, Mali and Togo": each has its own
        last = more[1]
    return first, last


def is_moved(word: str) -> bool:
    """ "expanded", "boosted": what ends a subject."""
    moved = word.endswith(("ed", "ing")) or word in pasts() or word == "shot"
    return moved and (word in changes.verbs() or word in verb_forms(_LIFTING))
