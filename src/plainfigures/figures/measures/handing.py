"""Handing on: what a number takes over with the measure of another, and what it makes of it."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from plainfigures.figures.grammar.predicates import Predicates
from plainfigures.figures.measures.of_others import is_on_the_way
from plainfigures.figures.measures.tellings import Tellings
from plainfigures.figures.triggers.lists import MeasureLists
from plainfigures.figures.triggers.match import Match, unit_class
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.words.helpers import BE, HAVE
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.tokens import Tokens

_FIGURES = frozenset("sum figure amount total estimate area number".split())
# The longest way from a figure to what it was revised to, in tokens.
_REVISION = 8
_MORE = frozenset(("further", "another"))
# Whether the quantity of an index may have a measure.
Fits = Callable[[int, str], bool]


class Handing:
    """What those know who hand measures on in one sentence; `fits` says what a number may be of."""

    def __init__(
        self,
        scan: Scan,
        predicates: Predicates,
        tellings: Tellings,
        fits: Fits,
        lists: MeasureLists,
    ) -> None:
        self._quantities = scan.quantities
        self._tokens = scan.tokens
        self._word = scan.tokens.word
        self._predicates = predicates
        self._tellings = tellings
        self._fits = fits
        self._lists = lists

    def _pairs(self, listed: list[int]) -> Iterator[tuple[int, int]]:
        """Each number with the one before it that may tell the same.

        Over a percentage: "12 were hurt, down *40 percent* compared with | 20".
        """
        for before, index in pairwise(listed):
            q, same = self._quantities[index], before
            if self._quantities[before].kind == "percent" and q.inherited and q.kind == "bare":
                alike = (k for k in listed if k < before and self._quantities[k].noun is q.noun)
                same = next(alike, before)
            yield same, index

    def _measure_for(self, index: int, measure: str | None) -> str | None:
        """A measure, or its twin, that the number of an index may be of."""
        if measure is None or self._fits(index, measure):
            return measure
        return next((one for one in self._lists.twins[measure] if self._fits(index, one)), None)

    def _is_near(self, low: Quantity, high: Quantity, q: Quantity) -> bool:
        """Whether few words stand between two numbers ("and a further 31 on Tuesday")."""
        gap = range(low.phrase_last, high.phrase_first)
        if is_on_the_way(self._word[gap.start : gap.stop]):
            return False
        more = not _MORE.isdisjoint(self._word[high.phrase_first : high.first])
        reach = 16 if q.kind != "bare" else 10 if more else 6
        return sum(self._tokens.raw[k][0].islower() for k in gap) <= reach

    @staticmethod
    def _are_alike(before: Quantity, q: Quantity) -> bool:
        """Whether two numbers are of one class of unit, or the first has none."""
        return unit_class(before) in (unit_class(q), "bare")

    def _whole_alike(self, matches: list[Match], index: int) -> Match | None:
        """ "spent $4 million of the $9 million raised; Mali, $2 million of | $3 million"."""
        pairs = self._predicates.parts.wholes
        whole = next((k for k in range(index - 1, -1, -1) if index in pairs and k in pairs), None)
        if whole is None or matches[pairs[whole]].measure != matches[index - 1].measure:
            return None
        return matches[whole]

    def _listed(self, source: Match, q: Quantity) -> Match:
        return come_true(source.handed_on("carried in a list"), q, self._tellings, self._lists)


def is_only_there(
    tokens: Tokens, predicates: Predicates, q: Quantity, subject: Quantity, t: Trigger
) -> bool:
    """ "60 were on the boat, and 14 | died", "it had 60 people on it and 14 | died": of the 60."""
    finite = t.kind in ("intransitive", "state", "phrase") or t.first > subject.phrase_last
    if not finite or predicates.after_helpers(subject.phrase_last) != t.first:
        return False
    k = predicates.after_helpers(q.phrase_last)
    verb = tokens.word[predicates.verb_before(q)]
    at_hand = q.kind == "noun" and (verb in BE or verb in HAVE)
    at_hand = at_hand or not BE.isdisjoint(tokens.word[q.phrase_last : k])
    return at_hand and tag(tokens.at(k) or ".")[0] in "pra" and k not in predicates.named


def take_unit(q: Quantity, before: Quantity) -> None:
    """Give the unit of a number to a bare one that tells of the same."""
    if q.kind == "bare" and q.unit is None:
        q.unit, q.inherited = before.unit, True
        q.kind = before.kind if before.kind in ("money", "unit") else q.kind


def as_done(source: Match, lists: MeasureLists, may_be: Callable[[str], bool]) -> Match:
    """ "plans to clear 40 hectares; it *managed 12* last year": done, whatever was planned.

    Without a measure where the number before tells of nothing that is cleared.
    """
    found = source.handed_on("as much done")
    if found.measure in lists.done:
        found.measure, found.planned = next(filter(may_be, sorted(lists.cleared)), None), False
    return found if found.measure in lists.cleared and may_be(found.measure or "") else Match()


def come_true(found: Match, q: Quantity, tellings: Tellings, lists: MeasureLists) -> Match:
    """What is handed on; planned no more where the number's own verb tells that it happened."""
    measure = found.measure or ""
    done = lists.kept.get(measure, measure)  # of those who wait the going alone tells it
    told = lists.telling.get(done if measure == lists.waiting else measure)
    if done != measure and (tellings.did_so(q) or (told and tellings.came_true(q, told))):
        found.measure, found.planned = done, False
    return found


def is_revised_to(gap: list[str]) -> bool:
    """ "$6 million, | *a sum later raised to* | $9 million", "… *a figure since cut down to*"."""
    if gap[:2] != [",", "a"] or gap[-1] != "to" or gap[2] not in _FIGURES or len(gap) > _REVISION:
        return False
    return any(tag(form)[:2] == "vd" for form in gap[3:-1])
