"""Tellings: verbs with which a text goes on to tell the same of more people, or of a part."""

from plainfigures.figures.costs import BE, HELPERS
from plainfigures.figures.lists import Telling
from plainfigures.figures.predicates import Predicates
from plainfigures.prose.lexicon import tag
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.tokens import Tokens

_HAPPENED = frozenset(("has", "have", "had", "was", "were"))


class Tellings:
    """The telling verbs of one sentence; `predicates` are of the same."""

    def __init__(self, tokens: Tokens, predicates: Predicates) -> None:
        self._tokens = tokens
        self._predicates = predicates

    def is_told(self, q: Quantity, telling: Telling) -> bool:
        """Whether the phrase is object or subject of a verb that tells more of a measure."""
        return bool(self._verbs(q, telling))

    def came_true(self, q: Quantity, telling: Telling) -> bool:
        """Whether such a verb says that it has happened: "of the 900 expected, 640 arrived"."""
        verbs = self._verbs(q, telling)
        return any(w in _HAPPENED or tag(w)[:2] == "vd" for w in verbs)

    def _verbs(self, q: Quantity, telling: Telling) -> list[str]:
        """The verb that tells more of a measure, with its helpers; empty where there is none."""
        word, k = self._tokens.word, self._predicates.verb_before(q)
        if k >= 0 and word[k] in telling.objects:
            return word[max(0, k - 2) : k + 1] if word[k - 1] in HELPERS else [word[k]]
        after = self._predicates.after_helpers(q.phrase_last)
        own = self._tokens.at(after)
        verbs = word[q.phrase_last : after + 1]
        if not BE.isdisjoint(verbs[:-1]):
            foreign = own == "to" or (own.isalpha() and self._predicates.is_foreign(after))
            told = own in telling.objects or not foreign
            return verbs if told else []
        return verbs if own in telling.subjects else []
