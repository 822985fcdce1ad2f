"""What has no verb: numbers whose clause leaves it out, and the items of a list."""

from plainfigures.figures.grammar.extents import past_aim
from plainfigures.figures.grammar.foretelling import label_foretells
from plainfigures.figures.grammar.modifiers import Modifiers
from plainfigures.figures.triggers.once import once
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import CLAUSES
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.signs import COMMA_AND
from plainfigures.prose.words.tokens import DASHES

_ENDS = CLAUSES | {"when"}
_SIGNS = _ENDS | COMMA_AND | DASHES


class Verbless(Modifiers):
    """The numbers of one sentence that have no verb of their own; token indices throughout."""

    def is_verbless(self, q: Quantity) -> bool:
        """Whether its clause, from a strong border to the next, has no verb, as "£2m to *help*"."""
        word, first, last = self._tokens.word, q.phrase_first, q.last
        # "…; Chad, $2 million | and so on": where a comma stands for the verb, a sign ends it
        ends = _SIGNS if "," in word[first - 2 : first] else _ENDS
        behind = past_aim(self._tokens, q.phrase_last)
        if self.own_verb(q) is not None:
            return False  # "2 million people need food"
        while first > 0 and word[first - 1] not in CLAUSES:
            first -= 1
        while last < self._tokens.size and word[last] not in ends:
            last += 1
        return not any(
            word[k] in HELPERS or self.is_foreign(k) or k in self.named
            for k in (*range(first, q.phrase_first), *range(behind, last))
            if not (word[k - 1] == "to" and k == q.last + 1)
        )

    @once
    def is_item(self) -> bool:
        """Whether the sentence has no verb at all, as the items of a list."""
        word = self._tokens.word
        if not HELPERS.isdisjoint(word):
            helping = (self._tokens.raw[k] for k, w in enumerate(word) if w in HELPERS)
            if any(raw != "May" for raw in helping):
                return False  # "May: 6,900"
        first = word.index(":") if label_foretells(word) else 0
        return not any(map(self.is_foreign, range(first, len(word))))
