"""Ground: land of which a part was cleared ("40 of the 90 hectares of mined land are cleared")."""

from collections.abc import Sequence
from itertools import chain

from plainfigures.figures.counted.areas import measures_out
from plainfigures.figures.grammar.denials import negated
from plainfigures.figures.grammar.foretelling import foretold
from plainfigures.figures.grammar.plans import planned
from plainfigures.figures.grammar.verbs import ARTICLES
from plainfigures.figures.measures.beliefs import believed
from plainfigures.figures.measures.known import Known
from plainfigures.figures.triggers.fits import is_area
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.triggers import DOING, Trigger
from plainfigures.prose.nouns.changes import direction
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE, HELPERS
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.signs import WHICH

_TOTAL = ARTICLES | frozenset("a an total of out overall original initial estimated some".split())
# The longest name of land ("of mined land | in the hills of Bor").
_NAME = 12
_CLAUSE = 5
# What another clause is told by, between land and what was done.
_APART = BE | frozenset("after before while where when because since until but ;".split())
_RULE = "land of which a part was cleared"


class Ground:
    """Tells in one sentence land that something was done on from all that there is of it."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._word = known.word
        self._beaten = frozenset(chain.from_iterable(m.beats for m in known.measures.values()))
        self._described_by = self._beaten | {m.planned for m in known.measures.values()}

    def tell(self, quantities: Sequence[Quantity], matches: list[Match]) -> None:
        """Give a whole what describes it, and its part what was done; so what land is less by."""
        for index, (q, match) in enumerate(zip(quantities, matches, strict=True)):
            if _is_land(q) and match.measure in self._beaten:
                self._tell_lessened(quantities, index, match)
                self._tell_done(quantities, index, matches)
        for index in range(1, len(quantities)):
            part, whole = quantities[index - 1], quantities[index]
            if not _is_land(whole) or not self._is_whole(part, whole):
                continue
            described = self._described(whole)
            if described is None:
                self._tell_plain(part, whole, matches, index)
                continue
            matches[index] = Match(described.measure, described, _RULE)
            if _is_land(part) and matches[index - 1].measure in (None, described.measure):
                done = self._done(part, described.last, described.measure)
                if done is not None:
                    matches[index - 1] = Match(done.measure, done, f"trigger {done.kind}")

    def _tell_lessened(self, quantities: Sequence[Quantity], index: int, match: Match) -> None:
        """ "reduced the suspected area *by 70 hectares*": they are cleared, not suspected."""
        moved = direction(self._known.scan.tokens, quantities, index)
        measures = self._known.measures.values()
        done = next((m for m in measures if m.planned and match.measure in m.beats), None)
        if done is not None and moved is not None and moved[0] == "decrease":
            match.planned = foretold(self._known.scan.tokens, quantities[index], lent=True)
            match.measure = done.planned if match.planned else done.name

    def _tell_done(self, quantities: Sequence[Quantity], index: int, matches: list[Match]) -> None:
        """ "40 hectares *riddled with mines* in Bor have been *cleared*": so they were."""
        q, tokens, t = quantities[index], self._known.scan.tokens, matches[index].trigger
        done = self._done(q, t.last, t.measure) if t and t is self._described(q) else None
        if t is None or done is None or negated(tokens, done) or planned(tokens, q, done):
            return
        gap = self._word[q.phrase_last : t.first] + _subject(self._word[t.last : done.first])
        between = any(t.last <= o.first < done.first and o.kind != "noun" for o in quantities)
        part = index > 0 and self._is_whole(quantities[index - 1], q)
        if not (part or between) and _APART.isdisjoint(gap):  # "40 hectares *are* mined, *but* …"
            matches[index] = Match(done.measure, done, f"trigger {done.kind}")

    def _tell_plain(
        self, part: Quantity, whole: Quantity, matches: list[Match], index: int
    ) -> None:
        """ "40 of the 90 hectares were cleared": the whole is what there was to clear."""
        match, given = matches[index], matches[index - 1]
        t = match.trigger or given.trigger
        if part.kind == "percent" and match.measure is None:
            t = self._done(whole, whole.phrase_last)  # "90 percent of the 40 hectares are cleared"
            given = Match(t.measure) if t and believed(self._known, whole, t) else given
        if t is None or match.measure not in (None, given.measure) or t.measure != given.measure:
            return
        after = whole.phrase_last
        if self._known.scan.tokens.at(after) in WHICH and after < t.first < after + _CLAUSE:
            # "ploughs four of the 90 hectares *that were cleared*"
            matches[index] = Match(t.measure, t, f"trigger {t.kind}")
            matches[index - 1] = Match()
            return
        for name in self._known.measures[t.measure].beats:
            if part.kind in ("unit", "percent") and name in self._known.lists.fitting.of(whole):
                matches[index] = Match(name, t, _RULE)
                return

    def _is_whole(self, part: Quantity, whole: Quantity) -> bool:
        gap = self._word[part.phrase_last : whole.phrase_first]
        return "of" in gap[:2] and _TOTAL.issuperset(gap)

    def _described(self, whole: Quantity) -> Trigger | None:
        """ "90 hectares | of *mined* land", "90 hectares | (that were) *mined*", "classed as …"."""
        tokens, k = self._known.scan.tokens, whole.phrase_last
        k += tokens.at(k) == "," and tag(tokens.at(k + 1) or ".")[:2] == "vd"
        for t in self._known.triggers:
            lead = self._word[k : t.first]
            plain = (w in WHICH | HELPERS or w == "of" or tag(w)[0] in "dna" for w in lead)
            led = not WHICH.isdisjoint(lead) and len(lead) < _NAME and all(plain)
            found = lead[-2:] == ["to", "be"] or t.lemma.startswith("to be ")
            led = led or (lead[:1] == ["that"] and found and len(lead) < _NAME)
            led = led or (t.kind == "phrase" and len(lead) == 1 and tag(lead[0])[:2] == "vd")
            if measures_out(tokens, whole, t) or t.first == k or led:
                if self._fits(t, whole) and t.measure in self._described_by:
                    return t
        return None

    def _done(self, part: Quantity, first: int, measure: str = "") -> Trigger | None:
        """What became of the part: "… of mined land in Bor | have been *cleared*"."""
        for t in self._known.triggers:
            beats = self._known.measures[t.measure].beats
            if t.kind not in DOING or not beats or (measure and measure not in beats):
                continue
            before = self._word[first : t.first]
            if self._fits(t, part) and len(before) <= _NAME and self._is_predicate(before):
                return t
        return None

    def _is_predicate(self, before: list[str]) -> bool:
        subject = _subject(before)
        return subject != before and not BE.isdisjoint(before) and ";" not in subject

    def _fits(self, t: Trigger, q: Quantity) -> bool:
        return t.measure in self._known.lists.fitting.of(q)


def _subject(before: list[str]) -> list[str]:
    while before and (before[-1] in HELPERS or tag(before[-1])[0] == "r"):
        before = before[:-1]
    return before


def _is_land(q: Quantity) -> bool:
    return q.kind == "unit" and q.unit is not None and is_area(q.unit)
