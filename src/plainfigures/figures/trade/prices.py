"""Prices: numbers of one of many, of one person or of what is owned, and of no country."""

from itertools import takewhile

from plainfigures.figures.trade.roles import before_verb
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.phrases import OWNERS
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.heads import names_people
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.units.prices import SIGNS
from plainfigures.prose.words.helpers import BE, HAVE
from plainfigures.prose.words.lexicon import countries, currencies, is_person, nouns, singular, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import EACH, GENITIVES
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_OF_WHICH = [",", "of", "which"]
_COSTS = frozenset(("cost", "costs"))
_WORKS = frozenset(
    "project programme program scheme plan operation campaign effort exercise work mission "
    "response reconstruction clearance clean-up cleanup repair appeal".split()
)
_PRICING = frozenset("cost costs costing price worth".split())
_NEAR_EACH = 9
_LED = 6
_ONE = frozenset(("a", "an", "each", "every", "per"))
_COINS = _ONE | {"one", "the"}
_HOLDERS = frozenset(
    "bag sack loaf kilo kilogram litre liter bottle tin can carton gallon pint packet box cup "
    "plate pound bushel tonne ton jar tray barrel cylinder bundle".split()
)
_EQUALS = frozenset("worth equal equals equalled equaled bought buys fetched".split())
_COVERED = 14
_WIPING = ("wipe", "knock", "shave", "strip", "lop")
_SET = frozenset(("against", "with", "to", "from"))
_COVERS = frozenset(("cover", "covers", "covered"))
# What is laid down for some of the trade, and pays for none.
_RULES = frozenset("sanctions ban bans embargo deal agreement law rules preferences curbs".split())
_PERSONAL = frozenset(("his", "her", "my"))
_TRADERS = frozenset(("exporters", "importers", "traders"))
_PHRASE = frozenset("d a o n".split())
_RISE_IN = 4
_WHOLE = 7
_TRADED = frozenset("total whole world revenue earnings all it them these those that what".split())
_NEAR = 5
# "Spent on", within so many tokens behind a sum.
_SIZES = frozenset(
    "top main large small big major significant notable considerable substantial".split()
)
_SPENT_ON, _NEAR_WAR = frozenset(("on", "for")), 9
_WARS = frozenset("war wars warfare invasion occupation army armies military troops arms".split())
_BESIDE = frozenset(", ( or up down rising falling a an".split())


def is_of_sum(tokens: Tokens, before: Quantity, q: Quantity, told: bool) -> bool:
    """ "$449 a ton, up 4 percent", "484 USD/tonne, 8 percent lower": what one costs has changed.

    Or "gave $4 million, *of which* Chad accounted for half", "gave $4 million, *or* 23 per cent": a
    part of a sum that was `told`, or of what was asked for.
    """
    gap = tokens.word[before.phrase_last : q.phrase_first]
    parted = gap[: len(_OF_WHICH)] == _OF_WHICH or gap in (["or"], [",", "or"])
    if before.kind == "money" and told and parted:
        return True
    if before.kind != "money" or " per " not in (before.unit or ""):
        return False
    return _BESIDE.issuperset(gap)


def _is_thing(noun: str) -> bool:
    """Whether what cost a sum is a thing that is there, and no work of aid."""
    return noun not in _WORKS and noun not in nouns("programme")


def _are_people(word: str) -> bool:
    return word in _TRADERS or (word != "" and names_people(word))


class Prices:
    """The prices of one sentence."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._word = tokens.word

    def is_of_another(self, q: Quantity) -> bool:
        """ "slipped 2 percent to $71 a barrel": what it moves to is a price of one.

        Nor is it a share or change where "exports covered 80 percent of imports", or where goods
        are sold at "20 percent *off*".
        """
        before = self._tokens.at(q.phrase_first - 1)
        near = range(max(1, q.first - _COVERED if before in _SET else q.phrase_first - 1), q.first)
        pays = (k for k in near if self._word[k] in _COVERS and self._word[k - 1] not in _RULES)
        if next(pays, 0) or self._is_of_stock(q):
            return True  # "covered 80 percent of imports, *against* 70 a year ago"
        if "coverage" in self._word[max(0, q.phrase_first - _COVERED) : q.phrase_first]:
            return True
        if self._tokens.at(q.last) == "off" and before not in verb_forms(_WIPING):
            return True
        if self._tokens.at(q.last) == "of" and self._leads_to_people(q.last + 1):
            return True  # "40 percent of exporters", "90 percent of its 4 million people"
        after = self._word[q.phrase_last : q.phrase_last + _NEAR]
        led = after[:1] == ["to"] and self._tokens.at(q.phrase_last + 1) in SIGNS
        return led and not _ONE.isdisjoint(after)

    def is_of_other_whole(self, q: Quantity, t: Trigger | None) -> bool:
        """ "*Exports* take 20 percent of the *catch*": of what trade is itself a part."""
        if t is None or t.first > q.first or self._tokens.at(q.last) != "of":
            return False
        if singular(self._word[before_verb(self._tokens, t.first)]) not in nouns("trade"):
            return False
        whole = self._word[q.last + 1 : q.last + 1 + _WHOLE]
        return _TRADED.isdisjoint(whole) and nouns("trade").isdisjoint(map(singular, whole))

    def is_in_currency(self, q: Quantity) -> bool:
        """ "a 5 percent rise *in the peso*": what changed is no trade."""
        word = self._word[q.last + 1 : q.last + _RISE_IN]
        return word[:2] == ["in", "the"] and word[2:] != [] and word[2] in currencies()

    def is_of_currency(self, q: Quantity, t: Trigger | None) -> bool:
        """ "the rupee has strengthened by 5 percent": what a currency is worth, and no trade."""
        if t is None or t.kind == "noun":
            return False
        if any(tag(word).split(",")[0] in ("n", "ns") for word in self._word[t.last : q.first]):
            return False  # "the weak peso lifted exports by 5 percent"
        k = t.first - 1
        while k > 0 and (self._word[k] in BE | HAVE or tag(self._word[k]) == "r"):
            k -= 1
        coin = self._word[k] if k > 0 else ""
        named = coin == "currency" or coin in currencies()
        return named and tag(self._word[k - 1])[0] in "da"

    def _leads_to_people(self, k: int) -> bool:
        """Whether the phrase at token `k` is of people, and not of what is theirs.

        "90 percent of its 4 million people", but "40 percent of exporters' sales".
        """
        while not _are_people(self._tokens.at(k)) and (
            tag(self._tokens.at(k) or ".").split(",")[0] in _PHRASE
            or self._tokens.at(k) in GENITIVES
            or is_number(self._tokens.at(k) or ".")
        ):
            k += 1
        return _are_people(self._tokens.at(k)) and self._tokens.at(k + 1) not in GENITIVES

    def costs(self, q: Quantity) -> bool:
        """ "maize *costs three times* what it did": a price has changed."""
        times = q.kind == "multiple" or self._tokens.at(q.last) == "times"
        return times and self._tokens.at(q.phrase_first - 1) in _COSTS

    def is_personal(self, t: Trigger | None) -> bool:
        """ "her own turnover halved": of one person, and no country."""
        k = -1 if t is None or t.kind == "noun" else t.first - 1
        while k > 0 and tag(self._word[k]).split(",")[0] in ("n", "ns", "a"):
            k -= 1
        return k >= 0 and self._word[k] in _PERSONAL

    def _is_of_stock(self, q: Quantity) -> bool:
        """ "Omega shares closed 3 percent lower", "shares in Polmet fell": what owners hold."""
        word = self._word
        if "shares" not in word[: q.first]:
            return False
        k = max(j for j in range(q.first) if word[j] == "shares")
        if word[k + 1] in ("of", "in"):
            return self._tokens.capital(k + 2) and self._tokens.raw[k + 2] not in countries()
        if word[k - 1].endswith("est") or word[k - 1] in _SIZES | nouns("trade"):
            return False  # "the largest *shares* were recorded with Chad"
        return word[k - 1] not in OWNERS and word[k + 1] != "to" and "," not in word[k : q.first]

    def is_paid(self, q: Quantity, t: Trigger) -> bool:
        """ "38 dogs, each of which costs $9,000 to train", "an office that cost $9 million"."""
        before = self._word[max(0, t.first - _LED) : t.first]
        if q.kind != "money" or self._word[t.first] not in _COSTS:
            return False
        if before[-2:] == ["what", "it"] or t.last > q.first:
            return before[-2:] == ["what", "it"]  # "what it *costs* to lift one"
        if before[-1:] in (["that"], ["which"]) and self._word[t.first] == "cost":
            # "moved into offices that cost $9 million", but "a plan that cost …"
            thing = before[-2 - (before[-2:-1] == [","])] if len(before) > 2 else ""
            return tag(thing).startswith("n") and _is_thing(singular(thing))
        each = before[-1:] == ["average"] or self._is_of_one(t)
        if each or (q.rate is not None and not q.rate_over_time):
            return True  # "at an average cost of 3,000 pesos a grave"
        whom = self._word[t.last : q.first]  # "school fees cost refugees $600 a year"
        return not EACH.isdisjoint(before) or any(is_person(singular(w)) for w in whom[-1:])

    def _is_of_one(self, t: Trigger) -> bool:
        """ "*a* trained *dog* still *costs* $9,000", "*a* digging *machine* costs $90,000"."""
        k = before_verb(self._tokens, t.first)
        thing = _is_thing(singular(self._word[k])) and self._word[t.first] == "costs"
        while k > 0 and tag(self._word[k]).split(",")[0] in ("n", "a", "vd", "vg", ""):
            k -= 1
        return thing and self._word[k] in ("a", "an")

    def is_for_each(self, q: Quantity) -> bool:
        """ "gave 40,000 rupees and tools to every returning family", "every $5 saves".

        Nor is it aid to a people what "the state gives *me* 28 lari".
        """
        before = self._tokens.at(q.phrase_first - 1)
        if before in EACH or before == "me":
            return True
        if not _PRICING.isdisjoint(self._word[q.phrase_first - 2 : q.phrase_first]):
            led = self._word[max(0, q.phrase_first - _NEAR_EACH) : q.phrase_first]
            held = (k for k, word in enumerate(led[1:-1]) if word in _HOLDERS)
            if "each" in led or any(led[k] in _COINS and led[k + 2] == "of" for k in held):
                return True  # "900 houses, each at a cost of $3,000", "a bag of rice costs $9"
        near = self._word[q.phrase_last : q.phrase_last + _NEAR_EACH]
        each = next((k for k, word in enumerate(near) if word in EACH), len(near))
        if near[:each] == ["for"]:
            return True  # "is paid $700 for each hectare"
        if any(tag(word).startswith(("v", "m")) for word in near[:each]):
            return False  # "raised $9,000 and gave each family a stove"
        if tag((*near[each + 1 :], ".")[0]) == "p":
            return False  # "gave $9 million each for the refugees"
        # "gave each family", but "gave $9 million each, officials said"
        whom = map(singular, takewhile(str.isalpha, near[each + 1 : each + 4]))
        return any(word in PEOPLE or is_person(word) for word in whom)

    def is_exchange(self, q: Quantity) -> bool:
        """ "*one krone* was worth nine cents", "42 dinars *to the dollar*": a rate, and no sum."""
        word, k = self._word, q.phrase_last
        if word[k : k + 1] == ["to"] and word[k + 1 : k + 2] != [] and word[k + 1] in _COINS:
            return self._tokens.at(k + 2).isalpha() and self._tokens.at(k + 2) in currencies()
        if q.value == 1:
            return self._tokens.at(k + (self._tokens.at(k) in BE)) in _EQUALS
        k = q.phrase_first - 1 - (self._tokens.at(q.phrase_first - 1) == "to")
        if k < 1 or word[k] not in _EQUALS:
            return False
        k -= 1 + (word[k - 1] in BE)
        return word[k] in currencies() and not _COINS.isdisjoint(word[max(0, k - 2) : k])

    def is_for_war(self, q: Quantity) -> bool:
        """ "spent 15 billion rubles *on the invasion* of Chad": what a war costs, and no relief."""
        near = range(q.phrase_last, min(q.phrase_last + _NEAR_WAR, self._tokens.size))
        for k in (k for k in near if self._word[k] in _SPENT_ON):
            j = k + 1
            while self._tokens.capital(j) or tag(self._tokens.at(j) or ".").split(",")[0] in "dao":
                j += 1
            if self._tokens.at(j) in _WARS:
                after = self._tokens.at(j + 1)
                return after != "-" and (after == "effort" or tag(after or ".")[0] != "n")
        return False
