"""Competitors: words that claim a number for something else ("a tariff of 25%", "income tax")."""

from collections.abc import Callable, Container

from plainfigures.definitions.model import Measure
from plainfigures.figures import extents
from plainfigures.figures.actors import is_actor
from plainfigures.figures.burdens import is_change_of_another, is_of_context
from plainfigures.figures.costs import BE, HELPERS
from plainfigures.figures.fits import is_price, is_share_of_one
from plainfigures.figures.match import Match
from plainfigures.figures.phrases import OWNERS
from plainfigures.figures.prices import Prices
from plainfigures.figures.relevance import Hit, Relevance
from plainfigures.figures.triggers import ACTING, Trigger
from plainfigures.prose.clauses import Clauses
from plainfigures.prose.lexicon import is_person, nouns, singular, speech_verbs, tag
from plainfigures.prose.number import is_number
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.tokens import Tokens

_BELONGING = frozenset(("of", "in", "on"))
_DIRECT = 5
_BRACKETS = frozenset(("(", ")"))
_GOING = frozenset("from to into with by".split())
_PARTNERS = frozenset(("to", "from"))
_PERCENT = frozenset(("percent", "cent", "%"))
_WHOLE = frozenset(("whole", "entire"))
_FLED = frozenset("refugee displaced idp exile".split())
_AFTER = frozenset("after since during following before".split())
_PARTS = frozenset(
    "third quarter fifth sixth tenth half thirds quarters fifths tenths percent cent %".split()
)
_OF = frozenset("of by from in after".split())


class Competitors:
    """Judges the claims of competitor words in one sentence; `hits` are its relevant words."""

    def __init__(
        self, tokens: Tokens, clauses: Clauses, relevance: Relevance, hits: list[Hit]
    ) -> None:
        self._tokens = tokens
        self._word = tokens.word
        self._prices = Prices(tokens)
        self._clauses = clauses
        self._relevance = relevance
        self._hits = hits
        self._present = frozenset(text for _, text in hits)

    def claim(
        self, q: Quantity, match: Match, measure: Measure, themed: Callable[[Measure], bool]
    ) -> bool:
        """Whether a competitor claims the number: in its phrase, or nearer than the trigger.

        `themed`: whether the text around is about what a measure measures.
        """
        competitors = self._relevance.competitors[measure.name]
        context = self._relevance.context[measure.name]
        if measure.default and self._pays_themselves(q, match.trigger, context):
            return True
        if q.kind == "money" and (is_share_of_one(q) or self._prices.is_for_each(q)):
            return True  # "an allowance of $9", "received 4,000 pesos ($90)"
        if match.trigger is not None and is_price(q) and self._prices.is_priced(q, match.trigger):
            return True
        if q.kind == "percent" and self._prices.is_of_another(q):
            return True
        if q.kind in ("percent", "multiple") and self._prices.is_personal(match.trigger):
            return True
        if self._present.isdisjoint(competitors):
            return False
        if q.kind == "percent" and measure.directions:
            if is_change_of_another(self._tokens, self._hits, q, context, competitors):
                return True
        if q.kind == "percent" and measure.part:
            if is_of_context(self._tokens, self._hits, q, context, competitors):
                return False
        # a word of a phrase of the context competes with nothing: "export revenue"
        taken = {
            k + more
            for k, text in self._hits
            if " " in text and text in context
            for more in range(text.count(" ") + 1)
        }
        if match.trigger is not None:  # nor does what says the measure: "contracted"
            taken.update(range(match.trigger.first, match.trigger.last))
        places = [
            k
            for k, text in self._hits
            if text in competitors
            and k not in taken
            and not self._counts_another(q, k)
            and not self._is_shared(q, k)
            and not self._is_of_tellers(q, match.trigger, k)
            and self._word[k - 1] not in _WHOLE  # "90,000 people, the whole population"
            and not (text in nouns("event") and self._tells_whom(k, context))
        ]
        if not places:
            return False
        if q.kind in ("money", "percent") and self._in_or_of(q, places):
            return True
        if q.kind == "money" and self._present.isdisjoint(context):
            if is_price(q) or not themed(measure):
                return True
        if match.trigger is not None:
            if q.kind == "percent":
                if self._changes_subject(q, match, places, context):
                    return True
                return self._nearer(q, match.trigger, context, competitors)
            t = match.trigger
            if self._is_giver(q, t, places, context):
                return False
            if self._is_head(q, t, places):
                return True
            if self._is_subject(t, places) or self._is_of(t, places) or self._is_goal(t, places):
                return True
        for k in places:
            if q.phrase_first <= k < q.phrase_last:
                return True
            edge = q.first if k < q.first else q.phrase_last - 1
            if match.rule != "carried in a list" and self._clauses.distance(k, edge) < match.cost:
                return True
        return False

    def are_named(self, q: Quantity, rivals: Container[str]) -> bool:
        """Whether a rival of a measure that is lent stands in the sentence."""
        return any(text in rivals and not self._is_of_tellers(q, None, k) for k, text in self._hits)

    def _is_of_tellers(self, q: Quantity, t: Trigger | None, k: int) -> bool:
        """Whether token `k` is who does it to people or says so: "the soldiers expelled 900".

        So are "officials say", and a word in "a refugee population of 900".
        """
        if q.kind not in ("noun", "bare") or k >= q.phrase_first:
            return False
        says = self._tokens.at(k + 1) in speech_verbs() or self._tokens.at(k + 2) == "that"
        fled = self._word[k - 1] in _FLED or not _FLED.isdisjoint(
            map(singular, self._word[k + 1 : k + _DIRECT] if self._tokens.at(k + 1) == "of" else ())
        )
        if says or fled:
            return True
        active = t is not None and t.kind in ACTING and k < t.first < q.phrase_first
        return (
            active
            and t is not None
            and BE.isdisjoint(self._word[k : t.first])
            and (self._is_subject(t, [k]))
        )

    def _is_shared(self, q: Quantity, k: int) -> bool:
        """ "9,000 people, a tenth of the population, fled": what those counted are a part of."""
        of = k - 1 - (tag(self._word[k - 1]) in ("d", "o"))
        return q.kind != "percent" and self._word[of] == "of" and self._word[of - 1] in _PARTS

    def _counts_another(self, q: Quantity, k: int) -> bool:
        """ "40,000 out of a population of 2 million": a word with a number of its own.

        So is "1 percent of our income, or $4 million, in aid".
        """
        behind = k >= q.phrase_last and self._tokens.at(k + 1) == "of"
        if behind and is_number(self._tokens.at(k + 2) or "-"):
            return True
        j = k - 1
        counts = q.kind in ("noun", "bare")
        while (
            j > 0
            and (k < q.first or counts)
            and (self._word[j] == "'s" or tag(self._word[j])[0] in "dan")
        ):
            j -= 1
        whose = counts or q.kind == "money"
        return whose and self._word[j] == "of" and self._word[j - 1] in _PERCENT

    def none_between(self, before: Quantity, q: Quantity, measure: Measure) -> bool:
        """Whether no competitor stands between two numbers."""
        competitors = self._relevance.competitors[measure.name]
        context = self._relevance.context[measure.name]
        if is_change_of_another(self._tokens, self._hits, q, context, competitors):
            return False
        end = q.first
        if self._tokens.at(q.last) == "of":
            phrase = extents.right(self._tokens, q.last + 1)
            end = max(q.last + 3, phrase[1] if phrase else 0)
        return not any(before.last <= k < end and t in competitors for k, t in self._hits)

    def resumes(self, before: Quantity, q: Quantity, measure: Measure) -> bool:
        """ "the budget grew by 6 percent and imports by 9": another subject, the verb not said."""
        context = self._relevance.context[measure.name]
        here = any(before.last <= k < q.first and t in context for k, t in self._hits)
        return here and self._tokens.at(q.phrase_first - 1) == "by"

    def _nearer(
        self, q: Quantity, t: Trigger, context: frozenset[str], competitors: frozenset[str]
    ) -> bool:
        """ "a tariff of 25%", "output fell by 60 percent": the noun beside number or verb."""
        if self._word[q.phrase_first - 1 : q.phrase_first] == ["of"]:
            if any(k == q.phrase_first - 2 and text in competitors for k, text in self._hits):
                return True
        other, own = self._nearest(t, competitors), self._nearest(t, context)
        if own is not None and other is not None and self._stands_for(other[1], t):
            return False
        if other is None or own is None:
            return other is not None
        if t.kind != "noun" and other[1] < t.first and t.last <= own[1] < q.first:
            return False  # "demand lifted the value of its exports by 6 percent": the object
        if own[1] < other[1] < t.first and self._word[own[1] + 1] in _GOING:
            # "exports from developing economies rose": the head noun
            if other[1] - own[1] < _DIRECT:
                return False
        if other[1] == own[1] + 1:  # "the import duty": the head noun
            return True
        if other[1] < own[1] < t.first and self._word[other[1] + 1] in _BELONGING:
            # "the price of imported gas", "wages in the export trade": the head noun
            return {",", "and", ";"}.isdisjoint(self._word[other[1] : own[1]])
        return other <= own

    def _changes_subject(
        self, q: Quantity, match: Match, places: list[int], context: frozenset[str]
    ) -> bool:
        """ "exports fell by 6 percent, and unemployment reached 11": told of another subject."""
        if match.trigger is None or match.rule.startswith("trigger"):
            return False
        rival = max((k for k in places if match.trigger.last <= k < q.phrase_first), default=0)
        own = any(rival < k < q.phrase_first and text in context for k, text in self._hits)
        return rival > 0 and not own

    def _stands_for(self, k: int, t: Trigger) -> bool:
        """ "exports to Chad fell, those to *euro area economies* rose": "those" are the exports."""
        near = range(max(0, k - _DIRECT), k)
        led = any(self._word[j] == "those" and self._tokens.at(j + 1) in _PARTNERS for j in near)
        return led and k < t.first

    def _nearest(self, t: Trigger, words: frozenset[str]) -> tuple[float, int] | None:
        """How far the nearest of some words stands from a trigger, and where; None for none."""
        found = [
            (self._clauses.distance(k, t.first if k < t.first else t.last - 1), k)
            for k, text in self._hits
            if text in words and not t.first <= k < t.last and not self._is_aside(k, t)
        ]
        return min(found, default=None)

    def _is_aside(self, k: int, t: Trigger) -> bool:
        """ "shipments from the rest (poor economies, too) rose": in brackets before the verb."""
        word = self._word
        if k >= t.first or ")" not in word[k : t.first]:
            return False
        opener = next((j for j in range(k, -1, -1) if word[j] in _BRACKETS), -1)
        return opener >= 0 and word[opener] == "("

    def _is_subject(self, t: Trigger, places: list[int]) -> bool:
        """Whether a competitor is the subject of a verb ("the floods have cost the country …")."""
        if t.kind == "noun":
            return False
        at = t.first - 1
        while at >= 0 and (self._word[at] in HELPERS or tag(self._word[at]) == "r"):
            at -= 1
        return at in places

    def _pays_themselves(self, q: Quantity, t: Trigger | None, context: frozenset[str]) -> bool:
        """Whether those in need are who pays ("refugees paid $700 for a seat")."""
        if q.kind != "money" or t is None or t.kind != "verb" or t.last > q.phrase_first:
            return False
        places = [k for k, text in self._hits if text in context and is_person(singular(text))]
        helped = self._word[t.first - 1] in BE
        return bool(places) and not helped and self._is_subject(t, places)

    def _is_giver(
        self, q: Quantity, t: Trigger, places: list[int], context: frozenset[str]
    ) -> bool:
        """Whether all rivals name who gives to a cause ("the firm donated $5 to the victims")."""
        if q.kind != "money" or t.kind == "noun" or t.first < max(places):
            return False
        cause = any(k > q.last and text in context for k, text in self._hits)
        return (
            cause and self._is_subject(t, places) and all(is_actor(self._word[k]) for k in places)
        )

    def _tells_whom(self, k: int, context: frozenset[str]) -> bool:
        """Whether an event says for whom or when: "flood victims", "those displaced by the war"."""
        at = {j for j, text in self._hits if text in context and j != k}
        if k + 1 in at:
            return True
        j = k - 1
        while j > 0 and tag(self._word[j])[0] in "da":
            j -= 1
        return j >= 0 and (self._word[j] in _AFTER or (self._word[j] in _OF and j - 1 in at))

    def _is_head(self, q: Quantity, t: Trigger, places: list[int]) -> bool:
        """ "the revenues of the aid budget came to $5 million": what belongs to the noun named."""
        if q.kind != "money" or t.kind not in ("noun", "phrase") or t.last > q.first:
            return False
        return any(
            self._word[k + 1] == "of"
            and all(tag(w)[0] in "dan" for w in self._word[k + 2 : t.first])
            for k in places
            if k + 1 < t.first
        )

    def _is_of(self, t: Trigger, places: list[int]) -> bool:
        """What a cost is of ("the cost of the hurricanes")."""
        if t.kind == "verb" or "of" not in (self._word[t.last - 1], self._tokens.at(t.last)):
            return False
        after = range(t.last, t.last + 4)
        return any(k in places and "," not in self._word[t.last : k] for k in after)

    def _is_goal(self, t: Trigger, places: list[int]) -> bool:
        """Where to ("returned to port", "went back to their barracks")."""
        k = t.last + 1
        k += self._tokens.at(k) in OWNERS
        return self._tokens.at(t.last) == "to" and k in places

    def _in_or_of(self, q: Quantity, places: list[int]) -> bool:
        """What a sum is "in" or "of" ("$500 in income tax")."""
        if self._tokens.at(q.last) not in ("in", "of"):
            return False
        for k in range(q.last + 1, min(len(self._word), q.last + 8)):
            if self._word[k] in (",", ";", ".", "to", "for"):
                return False
            if k in places:
                return True
        return False
