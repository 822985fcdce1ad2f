"""Competitors: words that claim a number for something else ("a tariff of 25%", "income tax")."""

from collections.abc import Callable

from plainfigures.definitions.model import Measure
from plainfigures.figures.exclusions.estimates import is_of_damage
from plainfigures.figures.exclusions.rivals import Rivals, is_subject
from plainfigures.figures.grammar import extents
from plainfigures.figures.grammar.actors import is_actor
from plainfigures.figures.trade.burdens import is_change_of_another, is_moved_by, is_of_context
from plainfigures.figures.trade.changed import Changed
from plainfigures.figures.trade.prices import Prices
from plainfigures.figures.triggers.fits import is_price, is_share_of_one
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.relevance import Hit, Relevance
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.clauses import Clauses
from plainfigures.prose.words.helpers import BE, HELPERS
from plainfigures.prose.words.lexicon import is_person, nouns, singular, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.parted import UNDER
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_WAGE, _BEHIND = 2_000, 3
_COSTING, _CLAUSES = ("cost",), frozenset(", ; : and but while whereas which that".split())
_BESIDE = [[one, "the"] for one in ("than", "with", "beside", "against")]
_PROMISES = frozenset("pledge pledged promise commit commitment".split())
_ENDED = frozenset("dead injured wounded hurt maimed missing".split())
_RAISED = frozenset(("raised", "collected", "raise", "raising"))


class Competitors:
    """Judges the claims of competitor words in one sentence; `hits` are its relevant words."""

    def __init__(
        self, tokens: Tokens, clauses: Clauses, relevance: Relevance, hits: list[Hit]
    ) -> None:
        self._tokens = tokens
        self._word = tokens.word
        self._prices = Prices(tokens)
        self._changed = Changed(tokens, clauses, hits)
        self.rivals = Rivals(tokens, hits)
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
        if self._is_of_other_sort(q, match.trigger, measure, themed):
            return True
        if q.kind == "multiple" and self._is_of_object(q, context):
            return True
        if self._present.isdisjoint(competitors):
            return False
        if q.kind == "percent":
            asked = self._tokens, self._hits, q, context, competitors
            if measure.directions and is_change_of_another(*asked):
                return True
            if measure.part and is_of_context(*asked):
                return False
            if self._is_attribute(q, competitors):
                return True
        places = self.rivals.places(q, match.trigger, competitors, context)
        if q.kind == "percent" and self._tokens.parted:
            # "its share fell to 30 percent, as the *tariff* took effect"
            under = (k for k in self._tokens.parted if k >= q.last and self._word[k] in UNDER)
            end = next(under, len(self._word))
            places = [k for k in places if k < end]
        if places and self._tokens.parted:
            places = self._in_clause(q, match.trigger, places)
        if not places:
            return False
        if q.kind in ("money", "percent") and self._in_or_of(q, places):
            return True
        if q.kind == "money" and self._present.isdisjoint(context):
            if is_price(q) or not themed(measure):
                return True
        t = match.trigger
        if t is not None and (
            q.kind == "percent" or (q.kind == "multiple" and places[0] < q.first)
        ):
            if self._changed.changes_subject(q, match, places, context):
                return True
            return self._changed.is_of_another(q, t, context, competitors)
        if t is not None:
            if self._is_giver(q, t, places, context) or self._befalls(q, t):
                return False
            if self._governs(q, t, places):
                return True
        return any(self._is_nearer(q, match, k) for k in places)

    def _in_clause(self, q: Quantity, t: Trigger | None, places: list[int]) -> list[int]:
        """Of places those in the clause of a number, where its trigger stands there, too."""
        start, end = self._tokens.clause(q.first, q.last)
        if t is None or not start <= t.first < end:
            return places
        return [k for k in places if start <= k < end]

    def _is_of_other_sort(
        self, q: Quantity, t: Trigger | None, measure: Measure, themed: Callable[[Measure], bool]
    ) -> bool:
        """Whether a sum is a price or fee, or a percentage that of a rate, whatever stands near."""
        context = self._relevance.context[measure.name]
        if measure.default and self._pays_themselves(q, t, context):
            return True
        if t is not None and (self._prices.is_paid(q, t) or self._is_struck_off(q, t)):
            return True
        if q.kind == "money":  # "an allowance of $9", "received 4,000 pesos ($90)"
            wage = q.rate_over_time and (q.value or _WAGE) < _WAGE  # "were paid $900 a month"
            one = (wage or is_share_of_one(q)) and not self._is_raised(t)
            each = one or self._prices.is_for_each(q) or self._prices.is_exchange(q)
            each = each or self._would_do(q) or self._prices.is_for_war(q)
            each = each or self._is_set_beside(q, t, context)
            if t is not None and t.lemma == "invest" and not themed(measure):
                each = each or self._present & context <= _PROMISES  # "pledged to invest $5 bn"
            each = each or self._costs_itself(q, t, context)
            return each or is_of_damage(self._tokens, q)
        if q.kind in ("percent", "multiple") and self._prices.is_personal(t):
            return True
        if self._prices.costs(q):
            return True
        if q.kind != "percent":
            return False
        if self._prices.is_of_another(q) or self._prices.is_in_currency(q):
            return True
        if self._prices.is_of_currency(q, t) or self._prices.is_of_other_whole(q, t):
            return True
        moved = measure.directions and not themed(measure)
        return bool(moved) and is_moved_by(self._tokens, self._hits, q, context)

    def _is_struck_off(self, q: Quantity, t: Trigger) -> bool:
        """ "the *party* expelled 12 members", "12 were expelled from the *school*": of no home."""
        if "expel" not in t.lemma.split():
            return False
        k = max(t.last - (t.kind == "phrase"), q.phrase_last)
        near = [t.first - 1 - (self._tokens.at(t.first - 1) in HELPERS)]
        near += range(k + 1, k + 4) if self._tokens.at(k) == "from" else []
        return any(
            self._tokens.at(j) in nouns("club") and not self._tokens.capital(j) for j in near
        )

    def _governs(self, q: Quantity, t: Trigger, places: list[int]) -> bool:
        """Whether the trigger is said of a competitor: its subject, or what belongs to it."""
        if self._is_head(q, t, places) or is_subject(self._tokens, t, places):
            return True
        return self._is_of(t, places)

    def _is_nearer(self, q: Quantity, match: Match, k: int) -> bool:
        """Whether a competitor at token `k` is in the phrase of a number, or near it."""
        if q.phrase_first <= k < q.phrase_last:
            return True
        if self._tokens.at(q.last) == "of" and any(map(is_number, self._word[q.last : k])):
            return False  # "reached 30,000 of the 70,000 population"
        edge, t = q.first if k < q.first else q.phrase_last - 1, match.trigger
        if q.kind == "money" and t is not None and t.last <= q.first < k:
            gap = [
                w for w in self._word[q.phrase_last : k] if w in (",", "and") or tag(w)[0] == "v"
            ]
            if gap[:2] == [",", "and"]:
                return False  # "aid was cut from $9 million to $5 million, and exports fell"
        return match.rule != "carried in a list" and self._clauses.distance(k, edge) < match.cost

    def _is_attribute(self, q: Quantity, competitors: frozenset[str]) -> bool:
        """ "a 25 percent *tariff*": of the noun that a percentage stands before."""
        k = q.last
        while tag(self._tokens.at(k) or ".").split(",")[0] in ("n", "a"):
            k += 1
        ends = (at + text.count(" ") + 1 for at, text in self._hits if text in competitors)
        return k > q.last and k in ends

    def _befalls(self, q: Quantity, t: Trigger) -> bool:
        """ "three customers *were killed*", "shot dead two voters": said of these themselves."""
        if q.kind != "noun" or q.unit != "person" or t.kind not in ("verb", "phrase"):
            return False
        gap = self._word[q.phrase_last : max(t.first, q.phrase_last)]
        if t.first >= q.phrase_last and HELPERS.issuperset(gap):
            return not BE.isdisjoint((*gap, self._word[t.first]))
        if t.kind == "phrase":  # "claimed the lives of two voters", "left nine voters dead"
            around = t.first < q.first < t.last and t.lemma.split()[-1] in _ENDED
            return around or self._word[q.phrase_first - 2 : q.phrase_first] == ["lives", "of"]
        return t.last == q.phrase_first and t.lemma != "lose"

    def _is_raised(self, t: Trigger | None) -> bool:
        """ "the children *raised* £90": all that came in, however little it is."""
        return t is not None and t.kind != "noun" and self._word[t.first] in _RAISED

    def _would_do(self, q: Quantity) -> bool:
        """ "$90 *could* mend a pump that gives clean water": what a sum is worth, not given."""
        could = self._tokens.at(q.phrase_last) in ("can", "could")
        return could and self._tokens.at(q.phrase_last + 1) not in ("be", "have", "go")

    def _is_set_beside(self, q: Quantity, t: Trigger | None, context: frozenset[str]) -> bool:
        """ "gave Chad $9 million, less *than the* | $45 million *spent* on paths": for no aid."""
        led = self._word[max(0, q.phrase_first - 2) : q.phrase_first]
        if t is None or led not in _BESIDE or t.first < q.last or not t.lemma.startswith("spen"):
            return False
        told = any(k >= t.last and text in context for k, text in self._hits)
        return not told and not any(map(self._tokens.capital, range(t.last, self._tokens.size)))

    def _costs_itself(self, q: Quantity, t: Trigger | None, context: frozenset[str]) -> bool:
        """ "aid came to $3 million, while the new bridge *cost* | $9": what stands before cost."""
        k = q.phrase_first - 1
        if k < 1 or self._word[k] not in verb_forms(_COSTING) or (t and "cost" in t.lemma):
            return False
        if tag(self._word[k - 1]).split(",")[0] not in ("n", "ns"):
            return False
        begin = next((j for j in range(k - 1, -1, -1) if self._word[j] in _CLAUSES), -1)
        return not any(begin < j < k and text in context for j, text in self._hits)

    def none_between(self, before: Quantity, q: Quantity, measure: Measure) -> bool:
        """Whether no competitor stands between two numbers."""
        competitors = self._relevance.competitors[measure.name]
        context = self._relevance.context[measure.name]
        if is_change_of_another(self._tokens, self._hits, q, context, competitors):
            return False
        if self._prices.is_in_currency(q):
            return False
        end = q.first
        if self._tokens.at(q.last) == "of":
            phrase = extents.right(self._tokens, q.last + 1)
            end = max(q.last + 3, phrase[1] if phrase else 0)
        return not any(before.last <= k < end and t in competitors for k, t in self._hits)

    def _pays_themselves(self, q: Quantity, t: Trigger | None, context: frozenset[str]) -> bool:
        """Whether those in need are who pays ("refugees paid $700 for a seat")."""
        if q.kind != "money" or t is None or t.kind != "verb" or t.last > q.phrase_first:
            return False
        places = [k for k, text in self._hits if text in context and is_person(singular(text))]
        helped = self._word[t.first - 1] in BE
        return bool(places) and not helped and is_subject(self._tokens, t, places)

    def _is_giver(
        self, q: Quantity, t: Trigger, places: list[int], context: frozenset[str]
    ) -> bool:
        """Whether all rivals name who gives to a cause ("the firm donated $5 to the victims")."""
        if q.kind != "money" or t.kind == "noun" or t.first < max(places):
            return False
        cause = any(k > q.last and text in context for k, text in self._hits)
        return (
            cause
            and is_subject(self._tokens, t, places)
            and all(is_actor(self._word[k]) for k in places)
        )

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
        """What a cost is of ("the cost of the hurricanes"), or is spent on ("on a palace")."""
        led = {self._word[t.last - 1], self._tokens.at(t.last)}
        if t.kind == "verb" or led.isdisjoint(("of", "on")):
            return False
        after = range(t.last, t.last + 4)
        return any(k in places and "," not in self._word[t.last : k] for k in after)

    def _is_of_object(self, q: Quantity, context: frozenset[str]) -> bool:
        """ "exports fell after Chad *doubled its transit fee*": what the verb is said to double."""
        span = extents.right(self._tokens, q.last) if self._word[q.last - 1].endswith("d") else None
        if span is None or span[1] > self._tokens.size or extents.is_time(self._tokens, *span):
            return False
        end = span[1] + _BEHIND  # "doubled the traffic in goods"
        traded = any(span[0] <= k < end and text in context for k, text in self._hits)
        return not traded and tag(self._word[span[1] - 1])[:1] == "n"

    def _in_or_of(self, q: Quantity, places: list[int]) -> bool:
        """What a sum is "in" or "of" ("$500 in income tax"), or put behind ("Exports, at $9m,")."""
        low = q.phrase_first - 2
        if q.kind == "money" and self._word[max(0, low) : low + 2] == [",", "at"]:
            return low - 1 in places
        last = q.phrase_last if q.rate_over_time else q.last  # "$9 million a year in income tax"
        if self._tokens.at(last) not in ("in", "of"):
            return False
        for k in range(last + 1, min(len(self._word), last + 8)):
            if self._word[k] in (",", ";", ".", "to", "for"):
                return False
            if k in places:  # but "fell 9 percent in May as demand slowed"
                return not self._clauses.border_between(last, k)
        return False
