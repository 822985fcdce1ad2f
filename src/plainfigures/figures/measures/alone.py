"""Numbers that have nothing from what was told before: their kind or the words beside say so."""

from plainfigures.figures.exclusions.unharmed import is_unharmed
from plainfigures.figures.grammar.people import are_of_things
from plainfigures.figures.grammar.predicates import Predicates
from plainfigures.figures.measures.headed import Headed
from plainfigures.figures.measures.known import Known
from plainfigures.figures.measures.tellings import Tellings
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.match import Match
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE, HAVE
from plainfigures.prose.words.signs import COMMA_AND

_LEAST = 1000
_OF_US = ["of", "us"]  # "there were 40 of us in the shop"
_COUNTING = 8  # how far before a number the census that counted so many may stand
_FINDING = frozenset("found find finds saw see sees had has have bought".split())
_LEADING = COMMA_AND | {";", "but", "while"}


class Alone:
    """Judges the numbers of one sentence; `predicates` and `tellings` are of the same."""

    def __init__(
        self, known: Known, predicates: Predicates, tellings: Tellings, headed: Headed
    ) -> None:
        self._quantities = known.scan.quantities
        self._tokens = known.scan.tokens
        self._word = known.scan.tokens.word
        self._carried = known.carried
        self._predicates = predicates
        self._tellings = tellings
        self._headed = headed

    def stands(self, index: int, matches: list[Match]) -> bool:
        """Whether a number has nothing from before, by its kind or the words right beside it."""
        q = self._quantities[index]
        if q.kind in ("percent", "multiple", "point") or q.attributive:
            return True
        if q.kind == "money" and q.rate is not None:
            return True  # "asked for $9 million. They live on 900 francs a month"
        bare = q.kind == "bare"
        if "census" in self._word[max(0, q.phrase_first - _COUNTING) : q.phrase_first]:
            return True  # "The census of 1926 counted 4,120,300"
        if bare and q.inherited and q.noun is not None and q.unit not in PEOPLE:
            return True  # "11,000 burials, where 900 would have been recorded"
        we_are = self._tokens.at(q.phrase_first - 2) == "we" and self._tokens.at(q.first - 1) in BE
        if we_are or self._word[q.phrase_last :][:2] == _OF_US or self._headed.is_of_old(q):
            return True
        if bare and q.unit is None and index and self._are_things(self._quantities[index - 1]):
            return True  # "Nine schools have been rebuilt; 57 remain closed"
        if bare and q.unit is None and index == 0 and self._carried.after_things:
            return True  # "The crop came to 3 million bags. It expects 4 million next year"
        if bare and are_of_things(self._tokens, q):
            return True  # "Aftershocks went on for a month, and there were 300 of them"
        if bare and q.unit is None and self._follows_sum(index, matches):
            return True  # "needs $115 million and has 39"
        if q.value == 1 and (q.kind == "noun" or self._tokens.at(q.first - 1) in _FINDING):
            return True  # "One woman had a cow", "the dog found one"
        if q.kind == "noun" and self._tokens.at(q.phrase_first - 1) in HAVE:
            return True  # "the village had 900 people"
        if q.kind == "noun" and q.unit not in PEOPLE and self._tellings.is_there(q):
            return True  # "900 were lifted. There are still 4,000 mines in the valley"
        end = self._predicates.parts.leading_end
        if end and q.first >= end and is_unharmed(self._tokens, self._quantities[0]):
            return True  # "Of the 16 survivors, five are children"
        # "Of the 900 passengers, 50 survived"
        return q.kind == "noun" and q.first < end

    def _are_things(self, q: Quantity) -> bool:
        """Whether they are no people, and what their clause tells of."""
        leads = q.phrase_first == 0 or self._word[q.phrase_first - 1] in _LEADING
        return leads and q.kind == "noun" and q.unit not in PEOPLE and not q.attributive

    def _follows_sum(self, index: int, matches: list[Match]) -> bool:
        """Whether a small number comes right after a sum, in its sentence or the one before."""
        q = self._quantities[index]
        if q.value is None or q.value >= _LEAST or self._predicates.is_item:
            return False
        k = index - 1
        while k >= 0 and self._quantities[k].kind == "bare" and matches[k].measure is None:
            k -= 1
        if k >= 0:
            return self._quantities[k].kind == "money"
        return self._carried.after_sum
