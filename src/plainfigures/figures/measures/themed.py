"""People of whom a text on flight or return says no more than how many they are, or where."""

from collections.abc import Sequence

from plainfigures.figures.grammar.people import ANYBODY, nation
from plainfigures.figures.grammar.predicates import Predicates
from plainfigures.figures.grammar.teller import Teller
from plainfigures.figures.grammar.themes import FLED, HOMEWARD
from plainfigures.figures.grammar.verbs import STAYING
from plainfigures.figures.measures.known import Known
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.match import Match
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import tag

# So many words of flight and return around a sentence make it what the text is on.
_THEME = 5
_LEADING = frozenset("to for 's of by".split())
# What is said of others than those who fled.
_ELSE = frozenset("affected affecting affects need needs".split())


class Themed(Teller):
    """Finds in one sentence the people who are of those whom the text is on."""

    def __init__(self, known: Known, predicates: Predicates) -> None:
        super().__init__(known.scan.tokens, predicates, known.carried, known.lists)
        self._known = known
        told = [one.name for one in (self._lists.abroad, self._lists.home) if one is not None]
        self._telling = BE.union(*(self._lists.telling[name].objects for name in told))

    def tell(self, quantities: Sequence[Quantity], matches: list[Match]) -> None:
        """Give them the measure of return where most of its words are of that, else of flight."""
        abroad, home = self._lists.abroad, self._lists.home
        told = [*zip(quantities, matches, strict=True)]
        plain = [k for k, (q, match) in enumerate(told) if not match.measure and self._is_plain(q)]
        if abroad is None or home is None or not plain:
            return
        if any(q.kind == "money" for q in quantities) or not _ELSE.isdisjoint(self._tokens.word):
            return
        around = self._carried.around()
        fled, homeward = (sum(map(words.__contains__, around)) for words in (FLED, HOMEWARD))
        rivals = self._known.relevance.competitors[abroad.name]
        if fled + homeward < _THEME or not rivals.isdisjoint(self._known.present):
            return
        away = homeward <= fled or any(match.measure == abroad.name for match in matches)
        for index in plain:
            matches[index] = Match((abroad if away else home).name, rule="what the text is on")

    def _is_plain(self, q: Quantity) -> bool:
        """ "There are 300 Urus here", "with 269 people on board": no verb of theirs tells more."""
        word, k = self._tokens.word, self._predicates.after_helpers(q.phrase_last)
        known = q.noun is None or q.noun.head in ANYBODY or nation(self._tokens, q)
        if q.unit not in PEOPLE or not known or q.attributive or q.value == 1:
            return False
        own, before = self._tokens.at(k), word[max(0, self._predicates.verb_before(q))]
        stays, led = own in STAYING, self._tokens.at(q.phrase_first - 1)
        if led in _LEADING:
            return word[q.phrase_first - 2] == "out"  # "5,000 refugees, out of 90,000"
        if led == "with" and not stays and "board" not in word:
            return False  # "a town with 9,000 people"
        told = tag(own or ".")[0] == "v" or (tag(before)[0] == "v" and before not in self._telling)
        return stays or not told
