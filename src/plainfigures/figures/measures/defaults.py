"""What a number is where no word tells: in a text on mines laid mines, in one on aid a gift."""

from collections.abc import Callable

from plainfigures.definitions.model import Measure
from plainfigures.figures.grammar.costs import FURTHEST
from plainfigures.figures.grammar.targets import differs
from plainfigures.figures.trade.goods import land_at
from plainfigures.figures.triggers.fits import is_price
from plainfigures.figures.triggers.lists import MeasureLists
from plainfigures.figures.triggers.match import Carried, Match, unit_class
from plainfigures.figures.triggers.relevance import Relevance
from plainfigures.figures.triggers.triggers import MINE
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE, HELPERS
from plainfigures.prose.words.lexicon import is_word, nouns, singular, tag
from plainfigures.prose.words.signs import PERCENT
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

# The kinds of quantities that have none.
_OF_NOTHING = frozenset(("bare", "percent", "multiple", "point"))
DEFAULT = "default in context"
_COSTING, _NEAR = ("cost",), 5
_VALUING = ("put", "reckon", "estimate", "value", "price", "cost", "assess", "calculate", "set")
_TO = frozenset("to at on round around from of".split())
# Who gets nothing by what he does with a sum from another.
_HOLDING = ("use", "withhold", "withdraw", "divert", "keep", "channel", "bring")
_REACH, _NAME = 8, 4


def has_none(tokens: Tokens, q: Quantity) -> bool:
    """Whether a number has no default: no sum, and no mines ("9 million of them" are some).

    Nor has what "the flood *has cost* the farmers", which was lost by it, nor a level to which
    goods "fell by 9 percent".
    """
    if q.kind != "money":
        return _is_of_nothing(q)
    if tokens.at(q.phrase_first - 1) == "to" and tokens.at(q.phrase_first - 2) in PERCENT:
        return True
    if differs(tokens.word, q):
        return True
    near = range(q.phrase_first - 1, max(0, q.phrase_first - _NEAR), -1)
    verb = next((k for k in near if tokens.word[k] in verb_forms(_COSTING)), 0)
    k = _subject(tokens, verb)
    return k >= 0 and (singular(tokens.word[k]) in nouns("event") or costs_land(tokens, verb))


def costs_land(tokens: Tokens, verb: int) -> bool:
    """ "*Irene* has | cost Cuba $9 million": what bears a name alone, as a storm, costs a land."""
    k = _subject(tokens, verb)
    word, before = tokens.word[k], tokens.at(k - 1)
    if k < 0 or is_word(word) or tag(word) != "n" or not tokens.raw[k].istitle():
        return False
    alone = tag(before)[:1] in ("v", "c", "x") or before in nouns("event")
    return alone and land_at(tokens, verb + 1 + (tokens.at(verb + 1) == "the")) > 0


def _subject(tokens: Tokens, verb: int) -> int:
    k = verb - 1
    while k > 0 and tokens.word[k] in HELPERS:
        k -= 1
    return k


def _is_of_nothing(q: Quantity) -> bool:
    """A number of a kind without default, or any one of all mines ("one mine can close a road")."""
    return q.value == 1 if q.unit == MINE else q.kind in _OF_NOTHING


def framed(tokens: Tokens, lists: MeasureLists, q: Quantity, match: Match) -> Match:
    """What a sum by default is by what leads to it or follows: reckoned, asked for or got.

    "put the work *at* $9 million", "went *to* Oslo *for* $9 million", "has $9 million *from* Oslo".
    """
    word, k, j = tokens.word, q.phrase_first - 1, q.phrase_last
    does = tag(word[k])[0] == "v" and word[k] not in BE and word[k] not in verb_forms(_HOLDING)
    if q.unit == MINE and does and (word[0] == "from" or word[:2] == ["out", "of"]):
        match.measure = next(iter(lists.cleared & lists.fitting.of(q)), match.measure)
    if q.kind != "money" or match.measure != lists.given:
        return match
    led = range(max(0, k - _REACH), k)
    j += 2 * (tokens.at(j) in ("in", "of") and singular(tokens.at(j + 1)) in nouns("gift"))
    if word[k] == "at" and not verb_forms(_VALUING).isdisjoint(word[led.start : k]):
        match.measure = lists.heads.get("plan")
    elif word[k] == "for" and any(word[i] in _TO and _gives_at(tokens, i + 1, k) for i in led):
        match.measure = next(iter(lists.asked), None)
    elif tokens.at(j) == "from" and _gives_at(tokens, j + 1, j + 1 + _NAME):
        match.measure = lists.retained if does else match.measure
    return match


def _gives_at(tokens: Tokens, k: int, last: int) -> bool:
    """ "*Norway*", "the *donors*", "every *embassy*": whether one who may give stands there."""
    near = range(k, min(k + _NAME, last))
    return any(land_at(tokens, j) or singular(tokens.at(j)) in nouns("institution") for j in near)


class Defaults:
    """The defaults of one sentence; `present` are its context words and competitors."""

    def __init__(
        self, lists: MeasureLists, relevance: Relevance, present: frozenset[str], carried: Carried,
        is_theme: Callable[[Measure], bool],
    ) -> None:  # fmt: skip
        self._lists = lists
        self._relevance = relevance
        self._present = present
        self._carried = carried
        self._is_theme = is_theme

    def of(self, q: Quantity, fits: frozenset[str], labelled: bool = False) -> Match:
        """The default measure of a quantity, of those that it `fits`.

        A sum is what the text told last of sums, but for one with a verb of its own after another
        in its paragraph ("they asked for 5 million; the camp got 2 million"). So is, whatever its
        sentence is on, one that is `labelled` by the name before its brackets ("Chad ($5m)"), and
        one in a text that is on such sums and has told some ("In all, $9 million went to Chad").
        """
        if _is_of_nothing(q) or q.attributive or q.rate is not None or q.vague:
            return Match()
        money = q.kind == "money"
        if money and is_price(q):
            return Match()
        told = money and unit_class(q) in self._carried.matches
        if labelled and money and not told:
            topics = self._carried.topics()
            name, rule = next((topic for topic in topics if topic[0] in fits), (None, ""))
            return Match(name, None, rule, cost=FURTHEST)
        present = self._present
        if q.unit == MINE and q.inherited:  # "9 million of them": named in the sentence before
            present |= self._carried.before()
        for measure in self._lists.defaults:
            context = self._relevance.context[measure.name]
            if measure.name not in fits:
                continue
            if context and not told and present.isdisjoint(context):
                if not (money and self._carried.sums and self._is_theme(measure)):
                    continue
            if present.isdisjoint(self._relevance.competitors[measure.name]):
                topics = self._carried.topics() if money and not told else ()
                name, rule = next(
                    (topic for topic in topics if topic[0] in fits),
                    (measure.name, DEFAULT),
                )
                return Match(name, None, rule, cost=FURTHEST)
        return Match()
