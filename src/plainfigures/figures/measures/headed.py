"""Headed: the measure that a number takes from the heading over it, or from a question."""

from collections.abc import Iterator
from itertools import chain

from plainfigures.figures.grammar.costs import FURTHEST
from plainfigures.figures.grammar.people import is_anybody
from plainfigures.figures.grammar.predicates import Predicates
from plainfigures.figures.grammar.themes import UPROOTED
from plainfigures.figures.journeys.parties import JOURNEYS
from plainfigures.figures.journeys.returning import goes_back
from plainfigures.figures.measures.known import Known
from plainfigures.figures.measures.tellings import Tellings
from plainfigures.figures.triggers.match import HEADING, Match
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.lexicon import singular, tag
from plainfigures.prose.words.names import in_name
from plainfigures.prose.words.stems import verb_forms

# So many words of flight around a sentence make it what the text is on.
_THEME = 3
_BEFORE = frozenset(("before", "prior"))
_ONCE = frozenset("once formerly previously".split())
_LIVING = ("live", "reside", "dwell")
_SENDING = tuple("send fly take bring bus push".split())
# By boat come those who seek asylum, too.
_CONVOYS = JOURNEYS - {"boat", "ship"}


class Headed:
    """What headings lend to the numbers of one sentence, as Borrowing gives the rest."""

    def __init__(self, known: Known, predicates: Predicates, tellings: Tellings) -> None:
        self._known = known
        self._quantities = known.scan.quantities
        self._tokens = known.scan.tokens
        self._predicates = predicates
        self._tellings = tellings
        self._carried = known.carried
        self._fits = known.may_be
        self._measures = known.measures
        self._lists = known.lists

    def under_heading(self, index: int) -> Match:
        """ "Refugees by district" over "Oro: 530 households": an item of a list, without a verb."""
        q = self._quantities[index]
        item = self._predicates.is_item or self._opens(q) or self._is_labelled(q)
        if (q.kind == "bare" and any(self._known.fitting[:index])) or not item:
            return Match()
        for measure in self._carried.lent():
            if self._fits(index, measure):
                last = self._carried.last or self._carried.earlier
                told = last[1].measure if last is not None else None
                if told in self._lists.homeward and measure in self._lists.beaten[told or ""]:
                    measure = told or measure  # "Deportations: | Total repatriated: 90 | May: 40"
                return Match(measure, rule=HEADING, cost=FURTHEST)
        return Match()

    def on_topic(self, index: int) -> Match:
        """What the heading says, or what the text told before, of a number that tells more of it.

        "By June it hosted 4,300 persons" in a text on refugees.
        """
        found = self.under_heading(index)
        q = self._quantities[index]
        if found.measure is not None or not is_anybody(self._tokens, q) or self._is_aim(index):
            return found
        if goes_back(self._tokens, self._predicates.after_helpers(q.phrase_last)):
            return found  # "900 have gone back to Orsk"
        if "foreign" in self._tokens.word[q.first : q.phrase_last]:
            return found  # "900 foreign families had settled there"
        for measure, rule in chain(self._carried.topics(), self._on_flight(q)):
            money = "currency" in self._measures[measure].units
            if q.kind == "bare" and money and not self._carried.after_sum:
                continue  # "All were on their way home. 900,000 had been abroad"
            told = self._tellings.told_verbs(q, self._lists.telling[measure])
            if told and self._fits(index, measure):
                return Match(measure, rule=rule, cost=FURTHEST)
        return Match()

    def _is_aim(self, index: int) -> bool:
        """ "seeks $9 million to assist | 6 million people": whom the money is to reach."""
        k = self._predicates.verb_before(self._quantities[index])
        sums = any(one.kind == "money" for one in self._quantities[:index])
        return sums and k > 0 and self._tokens.at(k - 1) == "to"

    def _on_flight(self, q: Quantity) -> Iterator[tuple[str, str]]:
        """What a text on refugees tells of people, but for those sent there or in a convoy."""
        abroad = self._lists.abroad
        if abroad is None:
            return
        telling = self._lists.telling[abroad.name]
        k, own = self._predicates.verb_before(q), self._own(q)
        objects = own in telling.objects or self._tokens.at(k) in telling.objects
        if not (objects or own in telling.subjects):
            return  # "a land peopled by 900,000 people, is under water"
        if sum(map(UPROOTED.__contains__, self._carried.around())) < _THEME:
            return
        sent = self._tokens.at(k) in verb_forms(_SENDING)
        if not (sent or q.attributive) and _CONVOYS.isdisjoint(map(singular, self._tokens.word)):
            yield abroad.name, "what the text is on"

    def _own(self, q: Quantity) -> str:
        """The verb of people, behind its helpers."""
        return self._tokens.at(self._predicates.after_helpers(q.phrase_last))

    def is_of_old(self, q: Quantity) -> bool:
        """ "Before the war 900 Jews were living there", "where 900 had once lived": all of old."""
        word, verb = self._tokens.word, self._predicates.after_helpers(q.phrase_last)
        verb += self._tokens.at(verb) == "once"
        if self._tokens.at(verb) not in verb_forms(_LIVING):
            return False
        return word[self._tokens.head] in _BEFORE or not _ONCE.isdisjoint(
            word[q.phrase_last : verb]
        )

    def asked(self, index: int) -> Match:
        """ "How many mines have been cleared? 318 anti-tank mines, from 64 km²": what was asked."""
        return self.answer(index) if self._predicates.is_item else Match()

    def answer(self, index: int) -> Match:
        """What the question before asks after, where the number may be of it."""
        asked = [name for name in self._carried.asked() or () if self._fits(index, name)]
        beaten = (self._lists.beaten[name] - {name} for name in asked)
        beat = frozenset[str]().union(*beaten)
        name = next((name for name in asked if name not in beat), None)
        return Match(name, rule="asked before", cost=FURTHEST)

    def share(self, index: int) -> Match:
        """ "China 58%": a share, for a number alone in an item of a list of shares."""
        named = self._is_alone(index) or self._is_named(self._quantities[index])
        if not named or not self._carried.shares():
            return Match()
        return Match(self._lists.parts[0].name, rule=HEADING, cost=FURTHEST)

    def _is_named(self, q: Quantity) -> bool:
        """ "France 31 per cent, Poland 9": behind a name of its own in such an item."""
        return self._predicates.is_item and in_name(self._tokens, q.phrase_first - 1)

    def _is_alone(self, index: int) -> bool:
        """ "China 58%": the only number of an item of a list, but for years."""
        alike = [q for q in self._quantities if q.kind == self._quantities[index].kind]
        return self._predicates.is_item and len(alike) == 1

    def _is_labelled(self, q: Quantity) -> bool:
        """ "Rent of the hall: 22,400 dollars", "Not known: 9": alone behind the colon of a line."""
        alone = self._tokens.at(q.phrase_first - 1) == ":" and q.phrase_last == self._tokens.size
        if not alone or q.kind == "money":
            return alone
        plain = not any(tag(word)[:2] == "ns" for word in self._tokens.word[: q.phrase_first])
        return plain and q.kind == "bare" and q.unit is None  # but "Km of roads repaired: 90"

    def _opens(self, q: Quantity) -> bool:
        """ "$3 million to the Red Cross to bring water": a sum that opens an item of a list."""
        after = self._tokens.at(q.phrase_last)
        return q.kind == "money" and q.phrase_first == 0 and after in ("to", "for")
