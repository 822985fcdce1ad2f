"""Partings: words, clauses, brackets and other people that keep a trigger from a number."""

from plainfigures.figures.exclusions.bystanders import apart
from plainfigures.figures.grammar.denials import ends_relative
from plainfigures.figures.grammar.doers import befalls_another
from plainfigures.figures.grammar.enclosed import (
    closes_before,
    is_in_brackets,
    is_of_later_clause,
)
from plainfigures.figures.grammar.enumerations import are_listed
from plainfigures.figures.grammar.modifiers import TOLD
from plainfigures.figures.grammar.predicates import Predicates
from plainfigures.figures.grammar.verbs import ARTICLES
from plainfigures.figures.measures.own_verbs import is_nominal
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.triggers import BEFALLING, NAMING, Trigger
from plainfigures.prose.nouns.changes import COMPARATIVES
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.words.closed import RELATIVES
from plainfigures.prose.words.helpers import BE, HAVE
from plainfigures.prose.words.lexicon import is_person, nouns, tag

# So far from a verb stands a number that leaves it out at least.
_ELLIPSIS = 3
_SAID = BEFALLING | {"intransitive"}
_EARLIER, _SOON = frozenset("before prior until till ahead".split()), 5
_PEAKS = tuple(["from", "a", one, "of"] for one in "peak high maximum record total".split())
_OF_THOSE = frozenset(("of", "among"))
_LOCALS = frozenset("citizen local host national native resident villager".split())
_AFTER_SUM = ("in ", "short ", "less than ", "below ")


class Partings:
    """What stands between the numbers and the triggers of one sentence."""

    def __init__(self, scan: Scan, predicates: Predicates) -> None:
        self._scan = scan
        self._predicates = predicates
        shares = [q for q in scan.quantities if q.kind == "percent"]
        # "53 per cent funded", "funded at 53 per cent"
        at = {q.phrase_first - 2 for q in shares if scan.tokens.at(q.phrase_first - 1) == "at"}
        self._percented = at.union(q.phrase_last for q in shares)

    def part(self, index: int, q: Quantity, t: Trigger) -> bool:
        """Whether anything keeps a trigger from the number `q`, the `index`-th of the sentence."""
        return (
            self._parts_by_words(q, t)
            or (t.kind == "phrase" and self._parts_as_phrase(index, q, t))
            or (q.kind == "money" and self._is_of_another_sum(index, q, t))
            or self._parts_by_clause(index, q, t)
            or self._parts_people(q, t)
        )

    def _parts_by_words(self, q: Quantity, t: Trigger) -> bool:
        """Whether words on the way between a number and a trigger part them."""
        word = self._scan.tokens.word
        before = word[max(0, t.first - 2) : t.first]
        if t.first > q.phrase_last and before[-1:] == ["those"] and before[0] not in _OF_THOSE:
            return True  # "240,000 mines, besides those left from the war"
        if t.last - t.first > 1 and not t.first < q.first < t.last and self._holds_another(t):
            return True  # "a mob of 200 beat two men to death"
        there = t.kind == "noun" and "there" in word[t.last : q.phrase_first]
        if there and not _EARLIER.isdisjoint(word[max(0, t.first - _SOON) : t.first]):
            return True  # "before the massacre there were 900 people in the town"
        if t.first > q.phrase_last and word[q.phrase_first - 1] == "of":
            if word[max(0, q.phrase_first - 4) : q.phrase_first] in _PEAKS:
                return True  # "from a peak of 900, the last have gone home"
        if t.first < q.phrase_first and t.last == q.first and word[q.phrase_first] == "from":
            return True  # "estimates run | from 3,000 to 9,000"
        # "hosts 900 Afghans, whose cards expire in May"
        whose = t.kind in _SAID and "whose" in word[q.phrase_last : t.first]
        return whose and not ends_relative(word[: t.first])

    def _parts_as_phrase(self, index: int, q: Quantity, t: Trigger) -> bool:
        """Whether a phrase is of another number, or is the predicate of another subject."""
        tokens = self._scan.tokens
        word = tokens.word
        if q.kind == "percent" and self._compares_another(q, t):
            return True
        if word[t.last - 1] in BE and "," in word[t.last : q.first]:
            if self._predicates.is_foreign(t.last):
                return True  # "losses in the analysis were | ignored, and in 18% (9/51)"
        if word[t.last - 1] != "of":
            return False
        # "a grant of $4 million | and a credit of | twice as much"
        joined = q.kind == "money" and "and" in word[q.phrase_last : t.first]
        joined = joined and tokens.at(t.last) not in RELATIVES
        return joined or self._leads_to_another(index, t)

    def _is_of_another_sum(self, index: int, q: Quantity, t: Trigger) -> bool:
        rated = t.first in self._percented and self._is_rate(q, t)
        return rated or self._names_another(index, t)

    def _parts_by_clause(self, index: int, q: Quantity, t: Trigger) -> bool:
        """Whether the borders of clauses, brackets or parts stand between number and trigger."""
        tokens, predicates = self._scan.tokens, self._predicates
        if t.first < q.first and closes_before(tokens, q, t):
            return True
        if index and is_of_later_clause(tokens, q, t):
            return True
        if t.first > q.phrase_last and befalls_another(tokens, q, t):
            return True
        if t.first > q.phrase_last and self._is_of_included(q, t):
            return True
        if t.kind == "noun" and is_in_brackets(tokens, self._scan.quantities, q, t):
            return True
        if not self.is_beside(q, t) and predicates.parts.parts_follow(q, t):
            return True
        if apart(tokens, q, t, predicates.relatives):
            return True
        low = self._scan.quantities[max(0, index - 1)]
        if tokens.at(q.phrase_first - 1) == "including" and t.last <= low.phrase_first < q.first:
            if apart(tokens, low, t, predicates.relatives):
                return True  # "went home, as it seeks aid for 900, including 40 in Ost"
        if predicates.ends_existence(q, t) or predicates.is_object_before(q, t):
            return True
        end = predicates.parts.leading_end
        return bool(end) and (q.first > end) != (t.first > end)

    def _is_of_included(self, q: Quantity, t: Trigger) -> bool:
        """ "2 million *are affected*, including 900 people in the camps": told of those alone."""
        gap = self._scan.tokens.word[q.phrase_last : t.first]
        if "including" not in gap or gap[0] not in BE or gap[1] == ",":
            return False
        included = q.phrase_last + gap.index("including")
        return any(included < o.first < t.first and o.unit in PEOPLE for o in self._scan.quantities)

    def _parts_people(self, q: Quantity, t: Trigger) -> bool:
        """Whether those counted are others than those of the trigger, or only do or tell it."""
        predicates = self._predicates
        if q.kind == "bare" and q.unit not in PEOPLE and self._befalls_things(q, t):
            return True
        if q.noun is not None and q.noun.head in _LOCALS and self._calls_another(q, t):
            return True  # "trained 40 | refugees | and 30 citizens"
        if q.noun is not None and t.first < q.phrase_first and is_person(q.noun.head):
            word = self._scan.tokens.word
            led = tag(word[q.phrase_first])[:2] == "vd"
            k = predicates.verb_before(q)
            if word[k] in HAVE and t.first < k and not led:
                return True  # "the school for displaced children has 230 pupils"
        return predicates.doers.acts(q, t) or (t.first > q.phrase_last and self._says(q, t))

    def _befalls_things(self, q: Quantity, t: Trigger) -> bool:
        """ "40 barns were *burnt* in Ost, 30 in Ust": what befell as many things of one kind."""
        word = self._scan.tokens.word
        if t.kind not in _SAID or q.phrase_first - t.last < _ELLIPSIS:
            return False
        before = (o for o in self._scan.quantities if o.last <= t.first and o.kind == "noun")
        things = next(
            (o for o in before if self._predicates.after_helpers(o.phrase_last) == t.first), None
        )
        if things is None or things.unit in PEOPLE:
            return False
        return t.kind == "intransitive" or not BE.isdisjoint(word[things.phrase_last : t.first])

    def is_beside(self, q: Quantity, t: Trigger) -> bool:
        """ "The $5 million *appeal*": the noun of a sum right behind it."""
        return q.kind == "money" and t.first == q.phrase_last and is_nominal(t)

    def _leads_to_another(self, index: int, t: Trigger) -> bool:
        """ "at a cost of | $9 million for 300 people": what a phrase leads to, and no list."""
        quantities = self._scan.quantities
        after = next((k for k, o in enumerate(quantities) if o.phrase_first == t.last), index)
        return after < index and not are_listed(self._scan, after, index)

    def _says(self, q: Quantity, t: Trigger) -> bool:
        """Whether those counted only tell of others; but "485 people, …, reported missing"."""
        if t.kind == "phrase" and self._scan.tokens.word[t.first - 1] in ARTICLES:
            return False  # "900 declared their desire to return"
        if t.first == q.phrase_last + 1 and self._scan.tokens.at(q.phrase_last) in TOLD:
            return False  # "900 people estimated killed"
        return not t.lemma.startswith("report ") and self._predicates.doers.says(q)

    def _names_another(self, index: int, t: Trigger) -> bool:
        """What another sum is: "gave $5 million in aid", "…, $2 million short of the target"."""
        word, at = self._scan.tokens.word, t.first
        if t.kind != "phrase" or not t.lemma.startswith(_AFTER_SUM):
            at -= 1  # "$5 million as budget support, $2 million …", "$5 million for relief, …"
            while at > 0 and tag(word[at])[0] in "da":
                at -= 1
            what_for = word[at] == "for" and t.lemma in nouns("gift")
            if not (what_for or word[at] == "as") or t.kind not in NAMING:
                return False
        return any(
            one.phrase_last == at and k != index for k, one in enumerate(self._scan.quantities)
        )

    def _is_rate(self, q: Quantity, t: Trigger) -> bool:
        """ "$5 million, 53 per cent funded", "funded at 53 per cent: $5 million"."""
        return q.first < t.first or self._scan.tokens.at(t.last) == "at"

    def _calls_another(self, q: Quantity, t: Trigger) -> bool:
        """Whether a trigger is the noun of another number."""
        others = (o for o in self._scan.quantities if o is not q and o.noun is not None)
        return any(o.noun.first <= t.first < o.noun.last for o in others if o.noun is not None)

    def _compares_another(self, q: Quantity, t: Trigger) -> bool:
        """ "21 percent, *three points* less than a year before": of the number before it.

        "7 percent, both slightly less than in 2010" compares levels.
        """
        word = self._scan.tokens.word
        if word[t.first] not in COMPARATIVES:
            return False
        if "," in word[q.phrase_last : t.first]:
            return True
        return any(o is not q and o.phrase_last == t.first for o in self._scan.quantities)

    def _holds_another(self, t: Trigger) -> bool:
        return any(
            t.first < q.first < t.last and (q.kind not in ("noun", "unit") or q.unit in PEOPLE)
            for q in self._scan.quantities
        )  # but "90,000 remain in 18 camps", "nine fell 400 feet to their deaths"
