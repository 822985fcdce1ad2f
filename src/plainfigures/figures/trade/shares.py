"""Percentages: when one is a share."""

from plainfigures.definitions.model import Measure
from plainfigures.figures.trade.exchanges import is_exchanged
from plainfigures.figures.trade.goods import SALES, Goods, goods_of, is_moved, land_at, lands_of
from plainfigures.figures.trade.losing import is_lost
from plainfigures.figures.trade.signed import MORE, SIGNS, Signed
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.once import once
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.dates.years import year_like
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.places.motion import ABROAD
from plainfigures.prose.words.closed import OF_THEM
from plainfigures.prose.words.helpers import BE, HELPERS
from plainfigures.prose.words.lexicon import countries, nouns, singular, tag
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import DASHES

_DUTIES = frozenset("tariff tariffs duty duties quota quotas levy levies".split())
_PAUSES = frozenset(
    ", ; . that who which he she i firm firms company companies hang hangs depend depends rest "
    "rests job jobs worker workers employee employees staff people men women".split()
)
_IT = OF_THEM | {"it"}
_THESE = _IT | {"this", "that"}
_OF_IT = 2
_TOTALS = frozenset(("total", "whole", "bill"))
_DEPENDENT = frozenset(("dependent", "reliant"))
_DEPENDENCE = frozenset(("dependence", "dependency", "reliance"))
_ON = frozenset(("on", "upon"))
_FOLLOWING = frozenset(("follows", "following"))
_VALUES = frozenset(("value", "volume"))
_OWNERS = frozenset("the its their 's '".split())
_VERB = 4
_BESIDE = frozenset(", ( or - \u2013 : equal".split())
# Within so many tokens before "followed by" stands by how much something changed.
_TOLD = 5
_MARKS = DASHES | {":", "("}
_DATING = frozenset((",", "in", "for"))
FLOWS = frozenset(("export", "import"))
_OPENING, _CLOSING = frozenset(("(", ",")), frozenset((")", ","))
_LABELS = frozenset(
    "export import partner market destination supplier customer buyer source origin commodity "
    "product".split()
)
# what economies do, too
_GROWING = frozenset("grow expand contract shrink".split())
_POSTING = ("post", "record", "register", "report", "see", "enjoy", "achieve", "show")
_LEADING = frozenset("to from with".split())
_BRACKET, _WHOLE = 9, 12
_PAID = frozenset("arrived paid delivered disbursed received released spent honoured".split())


class Shares(Signed):
    """Judges the percentages of one sentence."""

    def of_what_follows(self, q: Quantity) -> Measure | None:
        """A percentage "of" a context noun is a share of it ("buys 30 percent of the exports").

        Of the firms that export it is none, nor are the "tariffs on 97 percent of goods".
        """
        k = q.phrase_first - 1
        if self._word[k] == "on" and self._word[k - 1] in _DUTIES:
            return None
        if is_exchanged(self._tokens, q):
            return next(iter(self._lists.parts), None)
        of = self._past_bracket(q.last)
        of += q.fraction and self._tokens.at(of + 1) == "of" and tag(self._word[of])[0] == "n"
        if self._tokens.at(of) in _DEPENDENCE:
            return self._traded_before(q)  # "exports shifted to a 50 percent reliance on Chad"
        if self._tokens.at(of) in _DEPENDENT and self._tokens.at(of + 1) in _ON:
            of += 1  # "is 80 percent dependent on imports"
        elif self._tokens.at(of) != "of":
            return None
        if self._tokens.at(of + 1) in _IT:  # "imports rose, 40 percent of them from Chad"
            return self._traded_before(q)
        if self._is_of_sales(of) and self.lost(q) is not None:
            return next(iter(self._lists.parts), None)
        for measure in self._lists.parts:
            context = self._relevance.context[measure.name]
            for k, text in self._hits:
                if text == "goods" and not lands_of(self._tokens):
                    continue  # "half of the *goods* in the shop"
                if of < k < of + 8 and text in context and not self._is_of_firms(k):
                    paused = _PAUSES.intersection(self._word[of + 1 : k])
                    return measure if not paused or self._is_sent(k) else None
            if any(
                of < one.noun < of + 8 and is_moved(self._tokens, q.phrase_first, one.noun)
                for one in self.goods
            ):
                return measure
            if self._of_total(of):
                return measure
        return None

    def _is_of_sales(self, of: int) -> bool:
        """ "an eighth *of their sales to America*": trade by another name."""
        if self._tokens.at(of + 1) not in _OWNERS or self._tokens.at(of + 2) not in SALES:
            return False
        if self._tokens.at(of + 3) in ABROAD:
            return True
        to = of + 4 + (self._tokens.at(of + 4) == "the")
        return self._tokens.at(of + 3) == "to" and land_at(self._tokens, to) > 0

    def lost(self, q: Quantity) -> Match | None:
        """ "the strike *cost* the country 10 percent of its exports": a change."""
        return self._lost_part() if is_lost(self._tokens, q) else None

    def _lost_part(self) -> Match | None:
        name = next((m.name for m in self._lists.signed if "decrease" in m.directions.values()), "")
        return Match(name, None, "part that was lost", "decrease") if name else None

    def _is_sent(self, k: int) -> bool:
        """ "of the gold that Ghana | exports": what a country trades, told by a relative clause."""
        first = self._tokens.name_start(k)
        return first < k and self._word[first - 1] in ("that", "which")

    def _of_total(self, of: int) -> bool:
        """ "sales to Kenya, 5 percent of the total", "of Kenya's total", "of its total"."""
        total = next((k for k in range(of + 2, of + 6) if self._tokens.at(k) in _TOTALS), 0)
        after = total and self._tokens.at(total + 1)
        if not total or (after not in _VALUES and tag(after or ".").split(",")[0] in ("n", "ns")):
            return False
        return self._word[total - 1] in _OWNERS

    @once
    def goods(self) -> list[Goods]:
        """The goods of countries that the sentence tells of as bought or sold."""
        return goods_of(self._tokens)

    def of_goods(self, measure: str, q: Quantity) -> bool:
        """Whether a share can be of a country's goods that are traded ("half of Chad's tin")."""
        rivals = self._relevance.competitors[measure]
        own = [one.noun for one in self.goods if q.last < one.noun < q.last + 8]
        if self._tokens.at(q.last) == "of" and own:
            if not is_moved(self._tokens, q.phrase_first, own[0]):
                return False
        return bool(self.goods) and not any(text in rivals for _, text in self._hits)

    def _past_bracket(self, k: int) -> int:
        """The token behind what stands in brackets at token `k`."""
        if self._tokens.at(k) != "(" or ")" not in self._word[k : k + _BRACKET]:
            return k
        return self._word.index(")", k) + 1

    def _traded_before(self, q: Quantity) -> Measure | None:
        """The measure of shares in whose context a sentence names something before a number."""
        for measure in self._lists.parts:
            context = self._relevance.context[measure.name]
            if any(
                k < q.phrase_first and text in context and not self._is_of_firms(k)
                for k, text in self._hits
            ):
                return measure
        return None

    def _is_of_firms(self, k: int) -> bool:
        """ "1,240 exporting companies": those who trade, and no trade."""
        return singular(self._tokens.at(k + 1)) in nouns("institution")

    def beside(self, q: Quantity, before: Quantity | None) -> Measure | None:
        """A percentage beside what is a share, or in a list under a label."""
        if self._is_of_which(q.phrase_first):
            if not _PAID.isdisjoint(self._word[q.last : q.last + _VERB]):
                return None  # "$80 million, of which half has arrived"
            return self._traded_before(q)  # "imports, of which 80 percent are oil"
        return self._beside(q, before) or self._labelled(q) or self._of_all(q)

    def _is_of_which(self, k: int) -> bool:
        """ "*of which* 6 percent", "*of which tea was a modest* 6 percent"."""
        words = self._word[max(0, k - 2) : k]
        while k > 1 and tag(self._word[k - 1])[:1] in "dar":
            k -= 1
        if k > 2 and self._word[k - 1] in BE:
            k -= 1
            while k > 2 and tag(self._word[k - 1])[:1] == "n":
                k -= 1
            words = self._word[k - 2 : k]
        return words == ["of", "which"]

    def _of_all(self, q: Quantity) -> Measure | None:
        """ "Of Kenya's exports, tea is 28 percent": of what opens the sentence."""
        if self._word[0] != "of" or "," not in self._word[:_WHOLE]:
            return None
        comma = self._word.index(",")
        if comma > q.first or self._word[q.first] in SIGNS or self._moved(comma, q):
            return None
        if comma == _OF_IT and self._word[1] in _THESE:  # "Of this, 28 percent is tea"
            return next(iter(self._lists.parts), None)
        for measure in self._lists.parts:
            context = self._relevance.context[measure.name]
            if any(k < comma and text in context for k, text in self._hits):
                return measure
        return None

    def _beside(self, q: Quantity, before: Quantity | None) -> Measure | None:
        """A percentage that only stands beside what is a share: of a partner, a product, a sum.

        "came first with 17 percent", "ahead of Kenya (12 percent)", "$310 million, or 19 percent".
        """
        k = q.phrase_first - 1
        opener = self._tokens.at(k)
        after = self._tokens.at(q.phrase_last)
        if opener == ":" and singular(self._tokens.at(k - 1)) in FLOWS:
            if tag(after or ".")[0] in "na" and after not in MORE:
                return next(iter(self._lists.parts), None)  # "Imports: 62 percent machinery"
        if after == "of" or self._word[q.first] in SIGNS:
            return None
        if singular(opener) in FLOWS and self._tokens.at(k - 1) in _OPENING and after in _CLOSING:
            return next(iter(self._lists.parts), None)  # "(exports 20 percent, imports 31 percent)"
        if opener == "to" and self._tokens.at(k - 1) in ("compares", "compared"):
            opener = "with"  # "this compares to 40 percent in Asia"
        dated = after == "in" and opener == ":" and year_like(self._tokens.at(q.phrase_last + 1))
        if opener != "with" and after.isalpha() and after != "and" and not dated:
            return None
        if opener == "with" and self._follows_change(q):
            return None
        after_sum = (
            before is not None
            and before.kind == "money"
            and _BESIDE.issuperset(self._word[before.phrase_last : q.phrase_first])
        )
        named = opener in _BESIDE and opener != "," and self._tokens.at(k - 1).isalpha()
        if not (after_sum or named or opener == "with"):
            return None
        return next(iter(self._lists.parts), None)

    def _follows_change(self, q: Quantity) -> bool:
        """ "rose by 23 percent, followed by Chad | with 27 percent, Mali with 31": changes, too."""
        word = self._word[: q.phrase_first]
        if "followed" not in word:
            return False
        told = word[: word.index("followed")]
        return "by" in told[-_TOLD:] and self._moved(0, q)

    def _labelled(self, q: Quantity) -> Measure | None:
        """ "Exports--$4 billion, mainly oil 40% and gas 31%", "exports (oil 40%, gas 31%)"."""
        word, k = self._tokens.word, q.phrase_first - 1
        k -= word[k] == ","  # "Exports in 1990: tin, 40 percent"
        named = self._tokens.capital(k) or tag(self._tokens.at(k))[0] == "n"
        if not named or self._tokens.at(q.last) == "of":
            return None
        while k > 0:
            k -= 1
            if word[k] not in _MARKS:
                continue
            while k > 0 and word[k] in _MARKS:
                k -= 1
            if word[k] == ")":
                k = max((j for j in range(k) if word[j] == "("), default=0) - 1
            if word[k] in _FOLLOWING:  # "exports were as follows: tin 40 percent"
                k = next((j for j in range(k) if singular(word[j]) in FLOWS), k)
            if k > 1 and year_like(word[k]):  # "Partners, 2005: Chad 9%"
                k -= 1 + (word[k - 1] in _DATING)
            if k >= 0 and singular(word[k]) in _LABELS and not self._moved(k, q):
                return next(iter(self._lists.parts), None)
        return None

    def _moved(self, k: int, q: Quantity) -> bool:
        """Whether a word of change stands between token `k` and a percentage."""
        between = (t for t in self._triggers if k < t.first < q.first)
        return any(self._measures[t.measure].directions for t in between)

    @once
    def of_economies(self) -> bool:
        """ "Kenya and Chad grew by 4 percent": countries grow, where nothing is traded."""
        return any(map(self._of_an_economy, self._triggers))

    def _of_an_economy(self, t: Trigger) -> bool:
        measure = self._measures[t.measure]
        if not measure.directions or (t.lemma not in _GROWING and t.lemma != "growth"):
            return False
        context = self._relevance.context[measure.name]
        if any(text in context for _, text in self._hits):
            return False
        k = t.first - 1
        if t.lemma == "growth":  # "Kenya posted annual growth of 7 percent"
            while k > 0 and tag(self._word[k]).split(",")[0] in ("a", "d"):
                k -= 1
            if self._word[k] not in verb_forms(_POSTING):
                return False
            k -= 1
        while k > 0 and (self._word[k] in HELPERS or tag(self._word[k]) == "r"):
            k -= 1
        if k and self._word[k - 1] in _LEADING:
            return False  # "sales to Germany grew"
        return self._tokens.capital(k) and self._tokens.raw[k] in countries()
