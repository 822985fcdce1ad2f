"""Rivals: competitor words, save those that tell of something besides a number."""

from plainfigures.figures.grammar.themes import MOVED
from plainfigures.figures.triggers.once import once
from plainfigures.figures.triggers.phrases import Span, relative_clauses
from plainfigures.figures.triggers.relevance import Hit
from plainfigures.figures.triggers.triggers import ACTING, Trigger
from plainfigures.prose.dates.years import year_like
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import DETERMINERS
from plainfigures.prose.words.helpers import BE, HELPERS
from plainfigures.prose.words.lexicon import nouns, singular, speech_verbs, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import PERCENT
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_DIRECT = 5
_AFTER = frozenset("after since during following before".split())
_PARTS = frozenset(
    "third quarter fifth sixth tenth half thirds quarters fifths tenths percent cent %".split()
)
_COUNTING = ("register", "record", "count", "list", "identify", "trace", "verify", "document")
_CAMPS = frozenset(("camp", "camps"))
_CELLS = frozenset(
    "prison prisons jail jails concentration labour labor death extermination internment detention "
    "guards barracks gas liberated".split()
)
_SALES = frozenset("cake bake baking jumble garage yard rummage plant craft bazaar".split())
_DEBTS = frozenset(("debt", "debts"))
_OF = frozenset("of by from in after".split())
_COMING = frozenset("resulting arising stemming coming known".split())
_WHEN_AND_WHERE = frozenset("in of during for from to as".split())


class Rivals:
    """Finds the competitors of a number in one sentence; `hits` are its relevant words."""

    def __init__(self, tokens: Tokens, hits: list[Hit]) -> None:
        self._tokens = tokens
        self._word = tokens.word
        self._hits = hits

    def places(
        self, q: Quantity, t: Trigger | None, competitors: frozenset[str], context: frozenset[str]
    ) -> list[int]:
        """The tokens of the competitors that may claim a number for something else."""
        # a word of a phrase of the context competes with nothing: "export revenue"
        taken = {
            k + more
            for k, text in self._hits
            if " " in text and text in context
            for more in range(text.count(" ") + 1)
        }
        if t is not None:  # nor does what says the measure: "contracted", "took 40 | guests | home"
            taken.update(set(range(t.first, t.last)) - set(range(q.phrase_first, q.phrase_last)))
        # "received $9 million for its schools; rent took half of it"
        after = range(q.last, self._tokens.size if q.kind == "money" else q.last)
        end = next((k for k in after if self._word[k] == ";"), self._tokens.size)
        return [
            k
            for k, text in self._hits
            if k < end
            and text in competitors
            and not taken.issuperset((k, k + text.count(" ")))
            and not self._counts_another(q, k)
            and not self._is_encamped(k)
            and not self._is_shared(q, k)
            and not self._is_of_tellers(q, t, k)
            and not self._are_members(q, k)
            and not self._owns(k, context)
            and not self._is_everybody(k)
            and not self._is_given(k)
            and not self._is_for_gifts(k, t)
            and not (text in nouns("event") and self._tells_whom(k, context))
            and not self._is_in_relative(q, t, k)
        ]

    @once
    def _relatives(self) -> list[Span]:
        return relative_clauses(self._tokens)

    def _is_in_relative(self, q: Quantity, t: Trigger | None, k: int) -> bool:
        """ "Exports, *which earn half of the currency*, fell by 9 percent": told of in passing."""
        return t is not None and any(
            low < k < high and high <= min(t.first, q.first) for low, high in self._relatives
        )

    def _is_of_tellers(self, q: Quantity, t: Trigger | None, k: int) -> bool:
        """Whether token `k` is who does it to people or says so: "the soldiers expelled 900".

        So are "officials say", and a word in "a refugee population of 900".
        """
        if q.kind not in ("noun", "bare"):
            return False
        says = self._tokens.at(k + 1) in speech_verbs()
        if k >= q.phrase_first:
            return says and k >= q.phrase_last  # "reached 120,000, officials said"
        says = says or self._tokens.at(k + 2) == "that"
        fled = self._word[k - 1] in MOVED or not MOVED.isdisjoint(
            map(singular, self._word[k + 1 : k + _DIRECT] if self._tokens.at(k + 1) == "of" else ())
        )
        if says or fled:
            return True
        if t is None:  # "officials have registered 900 of them"
            verb = next((j for j in range(k + 1, q.phrase_first) if not self._helps(j)), 0)
            return self._tokens.at(verb) in verb_forms(_COUNTING)
        if t.kind not in ACTING or not k < t.first < q.phrase_first:
            return False
        return BE.isdisjoint(self._word[k : t.first]) and is_subject(self._tokens, t, [k])

    def _helps(self, k: int) -> bool:
        return self._word[k] in HELPERS or tag(self._word[k]) == "r"

    def _are_members(self, q: Quantity, k: int) -> bool:
        """ "9,000 of the Roma population were killed", "900 *soldiers* and civilians fled"."""
        if q.kind != "noun" or q.noun is None or k != q.noun.last - 1:
            return False
        return self._tokens.at(q.last) == "of" or self._tokens.at(k + 2) in (
            "civilians",
            "families",
        )

    def _owns(self, k: int, context: frozenset[str]) -> bool:
        """ "a third of the *territory*'s exports": only whose that is of which the number tells."""
        genitive = self._tokens.at(k + 1) in ("'s", "'")
        return genitive and any(j == k + 2 and text in context for j, text in self._hits)

    def _is_given(self, k: int) -> bool:
        """ "$4 million in cash and $9 million in *oil*", "its *oil* pledge": a gift in kind."""
        then, before = singular(self._tokens.at(k + 1)), self._word[:k]
        worth = before[-2:] == ["worth", "of"] and "grant" in before
        return self._word[k] == "oil" and (worth or then in nouns("gift") or "cash" in before)

    def _is_for_gifts(self, k: int, t: Trigger | None) -> bool:
        """ "raised $90 with a cake *sale*", "wrote off $9 million of the debt *owed* by Chad"."""
        if singular(self._word[k]) == "sale":
            return self._word[k - 1] in _SALES
        if self._word[k] not in ("owed", "owes") or t is None:
            return False
        if t.first > k:
            return False  # "a country that *owes* $9 million, … debt relief"
        return t.kind == "phrase" and not _DEBTS.isdisjoint(self._word[t.first : t.last])

    def _is_everybody(self, k: int) -> bool:
        """ "90,000 people, the whole population", "the entire Serb population, 90,000 people"."""
        j = k - 1
        while j > 0 and self._tokens.capital(j):
            j -= 1
        return self._word[j] in ("whole", "entire")

    def _is_shared(self, q: Quantity, k: int) -> bool:
        """ "9,000 people, a tenth of the population, fled": what those counted are a part of."""
        of = k - 1
        while of > 0 and (tag(self._word[of])[0] in "doa" or self._tokens.capital(of)):
            of -= 1
        if self._word[of] == "'s":  # "a third of Chad's population"
            of -= 1
            while of > 0 and self._tokens.capital(of):
                of -= 1
        return q.kind != "percent" and self._word[of] == "of" and self._word[of - 1] in _PARTS

    def _is_encamped(self, k: int) -> bool:
        """ "9,000 inmates of the relief camps": who lives in such a camp is no prisoner."""
        if singular(self._word[k]) != "inmate" or _CAMPS.isdisjoint(self._word):
            return False
        return _CELLS.isdisjoint(self._word)

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
        return whose and self._word[j] == "of" and self._word[j - 1] in PERCENT

    def _tells_whom(self, k: int, context: frozenset[str]) -> bool:
        """Whether an event says for whom or when: "flood victims", "those displaced by the war"."""
        at = {j for j, text in self._hits if text in context and j != k}
        if k + 1 in at:
            return True
        j = k - 1
        while j > 0 and tag(self._word[j])[0] in "da":
            j -= 1
        if j > 0 and self._word[j] == "by" and tag(self._word[j - 1])[:2] == "vd":
            return True  # "to repair homes damaged by the floods"
        return j >= 0 and (self._word[j] in _AFTER or (self._word[j] in _OF and j - 1 in at))


def is_subject(tokens: Tokens, t: Trigger, places: list[int]) -> bool:
    """Whether a competitor is the subject of a verb ("the floods have cost the country …")."""
    if t.kind == "noun":
        return False
    at = t.first - 1
    while at >= 0 and (tokens.word[at] in HELPERS or tag(tokens.word[at]) == "r"):
        at -= 1
    while at > 1 and at not in places:
        first = tokens.name_start(at + 1) if tokens.capital(at) else at
        before = first - 1 - (tokens.word[first - 1] in DETERMINERS)
        if tokens.word[before] not in _WHEN_AND_WHERE or not _is_name_or_year(tokens, at):
            return False
        # "exports of Chad in 1999 were valued at", "losses | resulting from Cyclone Anna are"
        at = before - 1 - (tokens.word[before - 1] in _COMING)
    return at in places


def _is_name_or_year(tokens: Tokens, k: int) -> bool:
    return tokens.capital(k) or year_like(tokens.word[k]) or tokens.word[k] in ("year", "period")
