"""People whom a scheme of return is for, or who stand on its list: they are still to go."""

from collections.abc import Sequence

from plainfigures.figures.grammar.costs import FURTHEST
from plainfigures.figures.grammar.people import is_anybody
from plainfigures.figures.grammar.teller import Teller
from plainfigures.figures.grammar.themes import HOMEWARD, is_around
from plainfigures.figures.triggers.match import Match
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.stems import verb_forms

_COVERING = tuple("cover concern target involve include benefit".split())
_PREPARING = tuple("prepare brace plan".split())
_SCHEMES = frozenset(
    "plan programme program scheme project stage phase operation agreement accord initiative "
    "exercise".split()
)
_LISTS = frozenset("list lists names batch".split())
_SUBJECT = 5


class Schemes(Teller):
    """Finds in one sentence the people for whom a scheme is, where the text is about return."""

    def tell(self, quantities: Sequence[Quantity], matches: list[Match]) -> None:
        """Give the measure of planned returns to people without one."""
        home = self._lists.home
        if home is None or home.planned is None:
            return
        for index, (q, match) in enumerate(zip(quantities, matches, strict=True)):
            t = match.trigger
            named = t is not None and q.first <= t.first < q.phrase_last
            if q.kind != "noun" or not (named or is_anybody(self._tokens, q)):
                continue
            told = match.measure is not None and match.cost < FURTHEST
            if told and not (named and match.measure in home.beats):
                continue
            if (self._is_for(q) or self._is_listed(q)) and is_around(self._carried, HOMEWARD):
                matches[index] = Match(home.planned, rule="of a scheme of return", planned=True)

    def _is_for(self, q: Quantity) -> bool:
        """ "the first phase will cover 900 people", "is preparing for 900 people"."""
        word, k = self._tokens.word, self._predicates.verb_before(q)
        if k > 0 and word[k] == "for":
            return word[k - 1] in verb_forms(_PREPARING)
        if k < 1 or word[k] not in verb_forms(_COVERING) or tag(word[k])[:2] == "vd":
            return False
        return not _SCHEMES.isdisjoint(word[max(0, k - _SUBJECT) : k])

    def _is_listed(self, q: Quantity) -> bool:
        """ "handed over a list of 900 people", "the 900 people on the list"."""
        word, k = self._tokens.word, q.phrase_first - 1
        if k > 0 and word[k] == "of" and word[k - 1] in _LISTS:
            return True
        after = word[q.phrase_last : q.phrase_last + 3]
        return after[:1] == ["on"] and after[-1] in _LISTS
