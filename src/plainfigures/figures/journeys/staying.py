"""People who stay where they fled to in a text on flight or return: they are still displaced."""

from collections.abc import Sequence

from plainfigures.figures.grammar.teller import Teller
from plainfigures.figures.grammar.themes import FLED, HOMEWARD, is_around
from plainfigures.figures.grammar.verbs import past_origin
from plainfigures.figures.journeys.parties import lead
from plainfigures.figures.journeys.whither import HOMES
from plainfigures.figures.triggers.match import Match
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import countries, places, singular, tag
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_REMAINING = verb_forms(("remain", "stay", "linger", "languish"))
_STAYED, _AFTER = frozenset(("stay", "stayed")), 6
_LIVING = verb_forms(("live", "reside", "shelter", "sleep"))
_WISHING = verb_forms(("want", "wish", "prefer", "choose", "opt", "decide", "intend", "elect"))
_ALLOWED = frozenset("allowed permitted entitled".split())
_THOUGHT = frozenset("believed thought estimated said reported known".split())
_STILL = frozenset(("still", "yet"))
_IN = frozenset("in inside across within throughout at on".split())
_CAMPS = frozenset("camp settlement site centre center shelter exile tent".split())
_LANDS = frozenset("country countries host asylum exile soil abroad".split())
_ANY = frozenset(
    "still remain remains remained remaining stay stayed staying continue continues "
    "continued".split()
)
_REACH = 6


class Staying(Teller):
    """Finds in one sentence those who have not gone home with the others."""

    def tell(self, quantities: Sequence[Quantity], matches: list[Match]) -> None:
        """Give the measure of people in flight to those who stay."""
        abroad = self._lists.abroad
        if abroad is None or (_ANY | _LIVING).isdisjoint(self._tokens.word):
            return
        for index, (q, match) in enumerate(zip(quantities, matches, strict=True)):
            stays = self._stays(q) and match.measure is None and self._is_theme(q)
            if stays or self._is_left_apart(q, match):
                matches[index] = Match(abroad.name, rule="stays in a text on return")

    def _is_left_apart(self, q: Quantity, match: Match) -> bool:
        """ "Many have gone home, *with nearly 900 of them still* under canvas"."""
        t, k = match.trigger, lead(self._tokens, q)
        if t is None or match.measure not in self._lists.homing or t.last > k:
            return False
        after = q.phrase_last
        after += 2 * (self._tokens.word[after : after + 2] in (["of", "them"], ["of", "whom"]))
        return self._tokens.at(k) == "with" and self._tokens.at(after) in _STILL

    def _stays(self, q: Quantity) -> bool:
        """ "150 remain in the country", "are thought to be still there", "want to stay there"."""
        if not self._counts_people(q):
            return False
        word = self._tokens.word
        k = past_origin(self._tokens, q)
        k += 2 * (word[k : k + 2] in (["of", "them"], ["of", "whom"]))
        first = k + (self._tokens.at(k) == "who")
        k = self._predicates.after_helpers(first)
        if self._tokens.at(k) in _THOUGHT and self._tokens.at(k + 1) == "to":
            first, k = k, self._predicates.after_helpers(k + 2)
        wished = self._tokens.at(k) in _WISHING | _ALLOWED and self._tokens.at(k + 1) == "to"
        k += 2 * wished
        said = word[first:k]
        if self._tokens.at(k) in _REMAINING:
            k += 1
        elif self._tokens.at(k) in _LIVING:
            if _STILL.isdisjoint(said) and not any(one.startswith("continue") for one in said):
                return False
            k += 1
        elif self._tokens.at(k) == "left" and not BE.isdisjoint(said):
            k += 1  # "900 were left in the camps"
        elif _STILL.isdisjoint(said) or BE.isdisjoint(said):
            return False
        while tag(self._tokens.at(k) or ".") == "r" and self._tokens.at(k) != "there":
            k += 1
        return self._is_there(k)

    def _is_there(self, k: int) -> bool:
        """Whether token `k` leads to a camp, a country or another place of refuge."""
        word, raw = self._tokens.word, self._tokens.raw
        if self._tokens.at(k) in ("there", "abroad"):
            return True
        if self._tokens.at(k) not in _IN:
            return False
        near = range(k + 1, min(k + 1 + _REACH, self._tokens.size))
        for j in near:
            if word[j] in HOMES:
                return False
            if word[j] in _LANDS or singular(word[j]) in _CAMPS:
                return True
            if self._tokens.capital(j):
                return raw[j] in countries() or raw[j] in places() or self._has_camp(j)
        return False

    def _has_camp(self, k: int) -> bool:
        """ "at Ost Farm, the largest camp": what a name is of, said right after it."""
        near = map(singular, self._tokens.word[k : k + 2 * _REACH])
        return not _CAMPS.isdisjoint(near)

    def _is_theme(self, q: Quantity) -> bool:
        """Whether others went home, or the text is about those who fled."""
        if self._last_is_of(self._lists.homeward):
            return True
        if q.kind == "bare" and q.unit is None:
            return False
        return is_around(self._carried, HOMEWARD) or is_around(self._carried, FLED)


def stays_behind(tokens: Tokens, k: int) -> bool:
    """ "4,000 fled. Another 300 *stayed* (*remained behind*)": whether token `k` says that.

    But not "stayed in the camps".
    """
    behind = tokens.word[k + 1 : k + _AFTER]
    if not _CAMPS.isdisjoint(map(singular, behind)):
        return False
    return tokens.at(k) in _STAYED or (tokens.at(k) in _REMAINING and behind[:1] == ["behind"])
