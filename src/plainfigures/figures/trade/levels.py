"""Levels: when a percentage that moves is a share, and when the words around make it a change."""

from plainfigures.definitions.model import Measure
from plainfigures.figures.triggers.relevance import Hit
from plainfigures.figures.triggers.triggers import NAMING, Trigger, Vocabulary
from plainfigures.prose.dates.years import year_like
from plainfigures.prose.nouns.changes import LEVELS
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.slots import SHARES
from plainfigures.prose.words.closed import POINTERS
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.signs import WHICH
from plainfigures.prose.words.tokens import Tokens

_PACES = frozenset("growth increase rise decline fall drop expansion contraction".split())
_OF = frozenset(("of", "in", "rate"))
_BESIDES = frozenset(("above", "below"))
_PEAKS = frozenset("peak high low level record maximum minimum average".split())
_LEADING = _PEAKS | frozenset("a an the its of about around nearly almost over just".split())
_REACHING = frozenset("reaching hitting touching attaining".split())
_GROWTH = frozenset(
    "growth rate rates pace increase increases expansion surge gains contraction "
    "slowed accelerated deficit surplus gap price prices tariff tariffs".split()
)
_PERCENT = frozenset(("%", "percent", "per"))
_OWNERS = frozenset(("its", "their"))
_FORMER = frozenset("level levels volume value size former".split())
_FROM = 14
_STARTING = 5


class Levels:
    """The levels and moves of one sentence; `hits` are its context words and competitors."""

    def __init__(
        self, tokens: Tokens, vocabulary: Vocabulary, triggers: list[Trigger], hits: list[Hit]
    ) -> None:
        self._tokens = tokens
        self._word = tokens.word
        self._measures = vocabulary.measures
        self._lists = vocabulary.lists
        self._relevance = vocabulary.relevance
        self._triggers = triggers
        self._hits = hits

    def moved(self, q: Quantity) -> Trigger | None:
        """ "represents a 6 percent drop": the change that the noun behind a percentage tells."""
        for t in self._triggers:
            gap = self._word[q.last : t.first]
            if t.first < q.last or len(gap) > 1 or not self._measures[t.measure].directions:
                continue
            if all(tag(word)[0] == "a" for word in gap) and "n" in tag(self._word[t.first]):
                return t
        return None

    def level(self, q: Quantity, t: Trigger) -> Measure | None:
        """ "its share fell from 28 to 19 percent": what moves from and to is the share itself."""
        before = self._word[q.phrase_first - 1] if q.phrase_first else ""
        if before != "by" and self._word[q.phrase_first] == "from":
            before = "from"  # "from 30-40 percent"
        if before != "by" and self._word[q.phrase_first] in _BESIDES and t.last <= q.phrase_first:
            before = "to"  # "its contribution slipped below 40 percent"
        if before == "of" and self._tokens.at(q.phrase_first - 2) in _PEAKS:
            before = "from"  # "from a peak of 40 percent"
        # "well below the 40 percent"
        beside = t.lemma in _BESIDES and q.phrase_first <= t.first < q.first
        if beside or (before == ":" and t.lemma.endswith(" than")):
            return self._part_before(t)  # "its share is smaller than it was: 17 percent"
        if (
            before not in LEVELS
            and before not in _REACHING
            and self._tokens.at(q.first - 1) != "to"
        ):  # "is up to 40 percent"
            return None
        part = self._part_before(t)
        if t.lemma.endswith((" from", "from")) and t.last >= q.phrase_first:
            return part  # "grew by 2 percent, down from 5 percent": what it was before
        return part or (next(iter(self._lists.parts), None) if self._moves_as_level(q, t) else None)

    def _part_before(self, t: Trigger) -> Measure | None:
        """The measure of a share that is named before a word."""
        for other in self._triggers:
            if other.first >= t.first:
                break
            names = other.kind in NAMING or other.lemma in SHARES  # "which represented 17 percent"
            if names and self._measures[other.measure].part:
                return self._measures[other.measure]
        return None

    def stated(self, q: Quantity, t: Trigger) -> Measure | None:
        """ "its share was 2.6 percent, which fell to 1": the share itself, before it moves."""
        after = self._word[q.phrase_last : t.first]
        lead = self._tokens.at(q.phrase_first - 1)
        if lead in ("(", "once") and t.first >= q.last:
            return self._part_named(q)  # "the share of tin (37 percent) was lower"
        stated = lead in HELPERS and t.first >= q.last
        if not stated or (WHICH.isdisjoint(after[:2]) and after[:1] != [","]):
            return None  # or "its share, which was 24 percent, will grow"
        return self._part_named(q)

    def _part_named(self, q: Quantity) -> Measure | None:
        """The measure of a share that is named before a number."""
        for other in self._triggers:
            if other.last < q.first and other.kind in NAMING and self._measures[other.measure].part:
                return self._measures[other.measure]
        return None

    def grown(self, t: Trigger) -> Trigger | None:
        """The change that a verb of extent gives ("growth of exports amounted to 40 percent")."""
        came = t.lemma == "come" and self._tokens.at(t.last) == "to"
        if not came and (t.kind != "phrase" or t.lemma.split()[-1] not in LEVELS):
            return None
        for other in self._triggers:
            if other.kind != "noun" or other.last > t.first or other.lemma not in _PACES:
                continue
            gap = self._word[other.last : t.first]
            heads = not gap or gap[0] in _OF
            if heads and self._measures[other.measure].directions:
                if not any(tag(word).split(",")[0] in ("v", "vd") for word in gap):
                    return other
        return None

    def is_of_before(self, q: Quantity) -> bool:
        """ "to a third *of what they had been*", "to half *their 1981 level*": no share."""
        if q.kind != "percent" or self._word[q.phrase_first - 1] != "to":
            return False
        k = q.last + (self._tokens.at(q.last) == "of")
        if self._tokens.at(k) == "what":
            return self._tokens.at(k + 1) in POINTERS
        after = self._word[k + 1 : k + _STARTING]
        owned = self._tokens.at(k) in _OWNERS or year_like(self._tokens.at(k + 1))
        return owned and not _FORMER.isdisjoint(after)

    def fallen(self, t: Trigger) -> Trigger:
        """The change that the verb of a phrase tells alone ("fell to")."""
        verb = t.lemma.split()[0]
        signed = (one for one in self._lists.signed if verb in one.directions)
        return next((t._replace(measure=one.name, lemma=verb) for one in signed), t)

    def _moves_as_level(self, q: Quantity, t: Trigger) -> bool:
        """ "Lorry imports sank from 46% to 12%": only a share goes from one percentage to another.

        Growth does so, too.
        """
        word = self._tokens.word
        starts = [k for k in range(max(0, q.first - _FROM), q.first) if word[k] == "from"]
        if not starts or t.first > starts[-1]:
            return False
        others = word[: q.first] if t.kind == "noun" else word[: t.first] + word[t.last : q.first]
        if not _GROWTH.isdisjoint(others):
            return False
        first = starts[-1] + 1
        while word[first] in _LEADING:  # "from a peak of about 57%"
            first += 1
        near = _STARTING if q.fraction or q.first > first else 1  # "from a fifth to a bare 6%"
        return any(w in _PERCENT for w in word[first : first + _STARTING - 2 + near])
