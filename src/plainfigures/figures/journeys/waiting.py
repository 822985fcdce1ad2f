"""People who wait where they fled to until they can go home, where others have or are to."""

from collections.abc import Sequence

from plainfigures.figures.grammar.teller import Teller
from plainfigures.figures.grammar.verbs import past_origin
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.match import Match
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import BREAKS, CLAUSES
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.stems import verb_forms

_WAITING = verb_forms(("wait", "queue"))
# What a crowd did.
_WAITED = frozenset(("waited", "queued"))
_STAYING = verb_forms(
    tuple(
        "wait queue live stay sleep shelter remain camp lodge house accommodate board hold stick "
        "strand trap stall".split()
    )
)
_ENROLLED = frozenset("registered enrolled applied volunteered up".split())
_UNTIL = frozenset(("until", "till"))
_OWN = frozenset("the their its they".split())
_NOW = frozenset(("are", "is"))
_BORDERS = BREAKS | {","}
_CLAUSES = CLAUSES | {"."}
_PLACES = frozenset(
    "in at on under near along outside inside here there by beside across with".split()
)
_ENDS = frozenset(("", ".", ",", ";", "and", ")", "still", "while", "but"))
_ANY = _WAITING | _UNTIL
_CLAUSE = 14
_ALSO = ("and are waiting", "and were waiting", "and have been waiting", "and had been waiting")


class Waiting(Teller):
    """Finds in one sentence who waits to go home."""

    def tell(self, quantities: Sequence[Quantity], matches: list[Match]) -> None:
        """Give the measure of waiting to those of whom no more is told than where they are."""
        waiting, abroad = self._lists.waiting, self._lists.abroad
        if waiting is None or abroad is None or _ANY.isdisjoint(self._tokens.word):
            return
        told, rehomed = self._tells_of_return(), self._lists.rehomed and self._lists.rehomed.name
        for index, (q, match) in enumerate(zip(quantities, matches, strict=True)):
            told = (told or match.measure in self._lists.homing) and match.measure != rehomed
            if match.measure not in {None, abroad.name, self._lists.coming} | self._lists.homing:
                continue
            away = match.measure in (abroad.name, self._lists.coming) and q.unit in PEOPLE
            if not (away or self._counts_people(q)):
                continue
            verb = self._verb_of(q) if told else 0
            if told and (self._is_until_home(verb) or self._waits(verb)):
                matches[index] = Match(waiting, rule="waits where others return")

    def _verb_of(self, q: Quantity) -> int:
        """The main verb of people: "have registered and are | waiting", "are still | waiting"."""
        word, k = self._tokens.word, past_origin(self._tokens, q)
        k += self._tokens.at(k) in ("others", "more")
        k += 2 * (word[k : k + 2] in (["of", "them"], ["of", "whom"]))
        k = self._predicates.after_helpers(k + (self._tokens.at(k) == "who"))
        k += word[k : k + 2] == ["signed", "up"]
        if self._tokens.at(k) in _ENROLLED and self._tokens.at(k + 1) == "and":
            return self._predicates.after_helpers(k + 2)
        near = range(k, min(k + _CLAUSE, self._tokens.size))
        if self._tokens.at(k) in _STAYING:  # "900 are held up at the border, waiting"
            ends = next((j for j in near if word[j] in _CLAUSES), near.stop)
            return next((j for j in near if word[j] == "waiting" and j < ends), k)
        if self._tokens.at(q.phrase_first - 1) in BE and tag(self._tokens.at(k) or ".")[0] != "v":
            # "there are 900 in tents, waiting"
            return next((j for j in near if word[j] == "waiting"), k)
        # "900 have asked for help and have been | waiting", no "and the rest are waiting"
        also = (j for j in near if " ".join(word[j - 3 : j + 1]).endswith(_ALSO))
        return next(also, k)

    def _is_until_home(self, verb: int) -> bool:
        """ "are housed in schools *until the* water is gone", where others have returned."""
        word = self._tokens.word
        stays = word[verb - 1] in BE or self._tokens.at(verb) in _STAYING
        near = range(verb, min(verb + _CLAUSE, self._tokens.size - 1))
        end = next((k for k in near if word[k] in _UNTIL | _BORDERS), 0)
        if not (stays and end) or word[end] not in _UNTIL or word[end + 1] not in _OWN:
            return False
        return word[verb - 1] in _NOW or not word[verb].endswith(("ed", "held"))

    def _waits(self, verb: int) -> bool:
        """ "are *waiting* at the centre", "waiting for us to finish", for no bread."""
        if self._tokens.at(verb) not in _WAITING or self._tokens.at(verb) in _WAITED:
            return False
        word, k = self._tokens.word, verb + 1
        while tag(self._tokens.at(k) or ".") == "r" and self._tokens.at(k) not in _ENDS:
            k += 1
        near = range(k, min(k + _CLAUSE, self._tokens.size))
        end = next((j for j in near if word[j] in _CLAUSES), near.stop)
        if "for" in word[k:end]:  # "for the deminers to finish"
            return "to" in word[word.index("for", k) : end]
        return self._tokens.at(k) in _ENDS or self._tokens.at(k) in _PLACES
