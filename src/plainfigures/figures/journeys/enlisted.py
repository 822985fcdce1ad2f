"""People who have put down their names for return, or are willing to: they wait for it."""

from collections.abc import Sequence

from plainfigures.figures.grammar.teller import Teller
from plainfigures.figures.grammar.themes import HOMEWARD, is_around
from plainfigures.figures.journeys.camps import belongs_to_camp
from plainfigures.figures.journeys.returning import goes_back, is_naming
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.triggers import NAMING
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.lexicon import speech_verbs, tag
from plainfigures.prose.words.stems import verb_forms

_ENROLLED = frozenset("registered enrolled applied volunteered signed".split())
_REGISTERING = ("register", "enrol", "enlist")
_WILLING = frozenset("willing ready waiting wishing eager keen hoping wanting".split())
_WISHES = frozenset("willingness wish desire intention interest readiness hope will".split())
_TO = frozenset(("to", "of", "in"))
_ASKING = ("ask", "apply", "want", "wish", "hope", "plan", "intend", "expect", "wait")
_VOICING = ("express", "voice", "state", "declare", "confirm", "indicate")
_SAYING = frozenset("saying stating declaring".split())
_RETURNS = frozenset("repatriation return returning repatriating resettlement".split())
_SCHEMES = frozenset("programme program scheme operation".split())
_ENDS = frozenset("; : and or but which where when while".split())
_FOR = frozenset("for to under".split())
_AIM = 7
_CLAUSE = 16
_NEAR = 8


class Enlisted(Teller):
    """Finds in one sentence who has signed up for return."""

    def tell(self, quantities: Sequence[Quantity], matches: list[Match]) -> None:
        """Give the measure of waiting to those of whom no more is told."""
        home, waiting = self._lists.home, self._lists.waiting
        if home is None or waiting is None or _ANY.isdisjoint(self._tokens.word):
            return
        ends = [one.phrase_last for one in quantities]
        for index, (q, match) in enumerate(zip(quantities, matches, strict=True)):
            if q.unit not in PEOPLE or q.kind not in ("noun", "bare"):
                continue
            if belongs_to_camp(self._tokens, q):
                continue  # "900 in Ost camp, home to 4,000 people, have registered to return"
            named = match.measure in self._lists.homing or is_naming(q, match, home.beats)
            wishes = match.measure in home.beats and self._wishes(q, ends)
            wishes = wishes or (match.measure == home.name and self._asks_so(q))
            if wishes or (
                named
                and (self._signed_up(q, match, ends) or self._is_willing(q) or self._says_so(q))
            ):
                matches[index] = Match(waiting, rule="signed up for return")

    def _signed_up(self, q: Quantity, match: Match, ends: Sequence[int]) -> bool:
        """ "900 refugees in the region have registered with the agency for repatriation"."""
        word, t = self._tokens.word, match.trigger
        near = range(q.phrase_last, min(q.phrase_last + _CLAUSE, self._tokens.size))
        k = next((j for j in near if word[j] in _ENROLLED), 0)
        before = word[max(0, q.first - _NEAR) : q.first]
        if not k and not verb_forms(_REGISTERING).isdisjoint(before):
            k = q.phrase_last - 1  # "is registering 900 refugees for repatriation"
        if not k or not _ENDS.isdisjoint(word[q.phrase_last : k]):
            return False
        if any(q.phrase_last < end <= k for end in ends):
            return False  # "of 9,000 refugees 900 have registered"
        far = min(k + _NEAR, self._tokens.size)
        at = next((j for j in range(k + 1, far) if word[j] in _FOR), 0)
        if not at:
            return False
        if self._tokens.at(at) == "to":
            return goes_back(self._tokens, at + 1 + (tag(self._tokens.at(at + 1) or ".") == "r"))
        aims = _RETURNS | (_SCHEMES if is_around(self._carried, HOMEWARD) else frozenset())
        end = next((j for j in range(at + 1, at + _AIM) if self._tokens.at(j) in aims), 0)
        told = t is not None and t.first > end and t.kind not in NAMING
        return end > 0 and not told  # "who signed up for repatriation have gone home"

    def _is_willing(self, q: Quantity) -> bool:
        """ "900 refugees (240 families) willing to return"."""
        word, k = self._tokens.word, q.phrase_last
        if self._tokens.at(k) == "(" and ")" in word[k:]:
            k = word.index(")", k) + 1
        willing = self._tokens.at(k) in _WILLING and self._tokens.at(k + 1) == "to"
        return willing and goes_back(self._tokens, k + 2)

    def _says_so(self, q: Quantity) -> bool:
        """ "900 refugees have said that they want to return", "have sent letters, saying …"."""
        word, k = self._tokens.word, q.phrase_last
        k = self._predicates.after_helpers(k + (self._tokens.at(k) == "who"))
        near = range(k, min(k + _CLAUSE, self._tokens.size))
        k = next((j for j in near if word[j] in _SAYING), k)
        if self._tokens.at(k) not in speech_verbs() | _SAYING:
            return False
        k += 1 + (self._tokens.at(k + 1) == "that")
        if self._tokens.at(k) != "they":
            return False
        k = self._predicates.after_helpers(k + 1)
        wishes = self._tokens.at(k) in verb_forms(_ASKING) | _WILLING or word[k - 1 : k + 1] == [
            "would",
            "like",
        ]
        return wishes and self._tokens.at(k + 1) == "to" and goes_back(self._tokens, k + 2)

    def _asks_so(self, q: Quantity) -> bool:
        """ "900 went home, and a further 300 have asked to do so"."""
        k = self._predicates.after_helpers(q.phrase_last)
        asks = self._tokens.at(k) in verb_forms(_ASKING) | _WILLING
        return asks and self._tokens.word[k + 1 : k + 4] == ["to", "do", "so"]

    def _wishes(self, q: Quantity, ends: Sequence[int]) -> bool:
        """ "900 refugees who live in the camps have expressed their willingness to return"."""
        word, k = self._tokens.word, q.phrase_last
        near = range(k, min(k + _CLAUSE, self._tokens.size - 2))
        wish = next((j for j in near if word[j] in _WISHES and word[j + 1] in _TO), 0)
        if not wish or verb_forms(_VOICING).isdisjoint(word[k:wish]):
            return False
        if "of" in word[max(0, q.phrase_first - 2) : q.phrase_first]:
            return False  # "2,000 of the 42,000 refugees have expressed …": the whole
        if any(q.phrase_last < end <= wish for end in ends):
            return False  # "it hosts 900 refugees, 40 percent of whom have expressed …"
        return _ENDS.isdisjoint(word[k:wish]) and goes_back(self._tokens, wish + 2)


_ANY = (
    verb_forms(_ASKING)
    | _ENROLLED
    | _WILLING
    | verb_forms(_REGISTERING)
    | (_WISHES - {"will"})
    | {"like"}
)
