"""Holdings: what those have who ask for more, or were promised it ("needs $9 million, has 2")."""

from plainfigures.figures.measures.known import Known
from plainfigures.figures.triggers.match import Match
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE, HAVE, before_adverbs

HELD = "what those have who ask"


class Holdings:
    """Reads the sums of one sentence that somebody has, by those asked for before them."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._word = known.scan.tokens.word

    def tell(self, quantities: list[Quantity], matches: list[Match]) -> None:
        """ "We must raise $9 million. So far *we have* $2 million": received, not asked for."""
        got, told = self._known.lists.retained, self._known.carried.matches.get("currency")
        for index, (q, match) in enumerate(zip(quantities, matches, strict=True)):
            if match.measure is not None:
                told = match if q.kind == "money" else told
            elif told is None or got is None or not self._is_had(q):
                continue
            elif told.measure in self._known.lists.answers.get(got, ()):
                if self._known.may_be(index, got):
                    matches[index] = Match(got, rule=HELD, cost=told.cost)

    def _is_had(self, q: Quantity) -> bool:
        if q.kind not in ("money", "bare") or q.rate is not None or q.phrase_first == 0:
            return False
        k = before_adverbs(self._word, q.phrase_first - 1)
        there = self._word[k] in BE and self._word[k - 1] == "there"  # "At present there is"
        return there or self._word[k] in HAVE
