"""What a number's noun phrase does: its own verb, its clause, its escape from harm."""

from collections.abc import Iterable
from itertools import pairwise

from plainfigures.figures.grammar.doers import Doers
from plainfigures.figures.grammar.participles import shares_helper
from plainfigures.figures.grammar.verbless import Verbless
from plainfigures.figures.grammar.verbs import ARTICLES, TAILS
from plainfigures.figures.grammar.wholes import Wholes
from plainfigures.figures.triggers.lists import Telling
from plainfigures.figures.triggers.once import once
from plainfigures.figures.triggers.phrases import Span, relative_clauses
from plainfigures.figures.triggers.triggers import Trigger, Vocabulary
from plainfigures.prose.nouns import changes
from plainfigures.prose.nouns.heads import names_people
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.words.closed import RELATIVES
from plainfigures.prose.words.helpers import BE, HELPERS, NOBODY, REMAIN
from plainfigures.prose.words.lexicon import attribution, speech_verbs, tag, verb_lemmas
from plainfigures.prose.words.signs import COMMA_AND

# What opens another clause: a measure is not handed on over it in a list.
_BREAKS = frozenset(
    "; while but whereas who whom whose after before which where when because although though if "
    "unless until that leaving".split()
)
_NOBODY = NOBODY | {"neither", "nothing"}
_NO_ONE = {"not one", "no one", "a cent", "single cent", "a penny", "single penny"}
# Participles by which those counted do what follows.
_CAUSING = frozenset(
    "causing prompting leading compelling obliging inducing forcing driving pushing persuading "
    "enabling allowing helping encouraging permitting letting assisting triggering spurring".split()
)
# Participles that lead to a number and not to an object of theirs.
_AMOUNTING = frozenset(
    "including excluding numbering totalling totaling exceeding reaching comprising approaching "
    "nearing surpassing topping involving affecting averaging counting being making bringing "
    "leaving representing consisting according during ranging varying rising swelling growing "
    "falling peaking".split()
)
# Participles that go on with a list ("followed by Austria with 14 percent").
_FOLLOWING = {"followed": ("by",), "trailed": ("by",), "compared": ("to", "with")}
_EXIST = HELPERS | REMAIN | {"exist", "still"}
_AND = frozenset(("and", "but", "then"))
_SITED = frozenset("in at from near around of".split())
_THAT_OF = (["that", "of"], ["that", "to"], ["that", "from"], ["that", "with"])
_NEAR = 5
_RISKS = frozenset("risk danger stake threatened endangered".split())
_SURVIVED = frozenset(("survived", "survive", "survives"))
_SAVED = frozenset("save saves saved saving".split())
_SECOND = 3  # the longest way from "and" to a second verb of the same subject
_WITNESSED = frozenset("seen saw watched witnessed".split())
# "In Chad 78 deaths *were reported*, in Mali 25"
_TOLD = frozenset("reported recorded registered confirmed documented counted noted".split())
_ESCAPING = ("flee", "escape", "get away from ", "be safe from ", "run from ")
_NOTHING = Telling()


class Predicates(Verbless):
    """The predicates of the quantities of one sentence; token indices throughout."""

    def __init__(self, scan: Scan, triggers: Iterable[Trigger], vocabulary: Vocabulary) -> None:
        super().__init__(scan, triggers)
        self.parts = Wholes(scan)
        self.doers = Doers(scan, triggers, vocabulary)
        self._vocabulary = vocabulary

    @once
    def relatives(self) -> list[Span]:
        """The relative clauses of the sentence."""
        return relative_clauses(self._tokens)

    def telling(self, measure: str) -> Telling:
        """The verbs that tell no more than a measure does."""
        return self._vocabulary.lists.telling[measure]

    def allows(self, q: Quantity, t: Trigger) -> bool:
        """Whether a number with a verb of its own may still claim a trigger after it.

        "some 300 people watched while …", "400 troops were sent to the town where 18 people …"
        keep to their verb; "12 were found dead", "20 villagers trapped in the ruins died" do not.
        """
        k = self.own_verb(q)
        if k is None or t.first <= k or self._goes_on(k, t):
            return True
        if k > q.phrase_last and q.kind not in ("noun", "bare"):
            return True
        if self._tokens.word[k] in _WITNESSED and t.first > k + 1:
            return False  # "12 had seen their parents shot"
        between = any(
            k < other.first < t.first and other.kind in ("noun", "bare")
            for other in self._scan.quantities
        )
        if k > q.phrase_last:
            gap = self._tokens.word[k + 1 : t.first]
            said = gap[:1] == ["by"] and "to" in gap and self._tokens.word[k] in speech_verbs()
            if between and not said:
                return False  # "40 were rescued, 9 drowned"
            if gap[:1] == ["to"] and HELPERS.issuperset(gap[1:]):
                return True  # "are known to have been killed"
            if self._tokens.word[k] == "reported" or said:
                return True  # "are said by the mayor to have died"
            if t.lemma.startswith("with "):
                return self._is_manner(k, t)
            return t.first - k <= 3
        if self._tokens.word[t.first - 1] in ARTICLES:
            return False
        if t.kind in ("noun", "state") and t.first - k > 3:
            return False
        if t.lemma.startswith(_ESCAPING) and self._tokens.word[t.first - 1] in (",", "to"):
            return True  # "900 crossed the river, fleeing (to escape) the war"
        reduced = tag(self._tokens.word[k])[:2] == "vd" and self._tokens.at(k + 1) in TAILS
        return not between and (reduced or t.first - k <= 3)

    def _is_manner(self, verb: int, t: Trigger) -> bool:
        """ "90 were driven to the clinic *with burns*": how those were whom a passive moves.

        Not "30 nurses treated villagers *with burns*".
        """
        gap = self._tokens.word[verb + 1 : t.first]
        if self._tokens.word[verb - 1] in BE:
            return not any(w in _BREAKS or w == "," or w in HELPERS for w in gap)
        return len(gap) < _NEAR and not any(names_people(w) or w == "them" for w in gap)

    def _goes_on(self, verb: int, t: Trigger) -> bool:
        """ "900 came and asked to return", "12 ran off, and were killed": of the same subject."""
        word, j = self._tokens.word, t.first - 1
        if t.kind not in ("phrase", "intransitive") and word[j] not in BE:
            return shares_helper(self._tokens, verb, t)
        if self._tokens.at(t.last)[:1].isdecimal():
            return False
        while j > verb and word[j] not in ("and", "but"):
            if t.first - j > _SECOND or not (word[j] in HELPERS or tag(word[j])[0] in "rv"):
                return False
            j -= 1
        return j > verb + 1

    def describes_another(self, q: Quantity, t: Trigger) -> bool:
        """Whether a trigger stands in the phrase of an earlier number, or right behind it."""
        return any(
            o.phrase_first <= t.first <= o.phrase_last <= q.phrase_first
            for o in self._scan.quantities
        )

    def is_object_before(self, q: Quantity, t: Trigger) -> bool:
        """ "He led 6,000 men and was taken prisoner": what follows is of the verb's subject."""
        word, k = self._tokens.word, self.verb_before(q)
        if k < 1 or tag(word[k])[0] != "v" or word[k - 1] in HELPERS or k >= t.first:
            return False
        if self._tokens.at(t.last) == "them":
            return False  # "seized 12 men and shot them"
        gap = word[q.phrase_last : t.first]
        return (
            gap[:1] != []
            and (t.kind != "noun" or not HELPERS.isdisjoint(gap))
            and gap[0] in _AND
            and all(w in _AND or w in HELPERS or tag(w) == "r" or w == "once" for w in gap)
        )

    def is_moved(self, q: Quantity) -> bool:
        """ "has shrivelled to six", "fell to 12": a verb of change leads to a number."""
        before = self._tokens.word[q.phrase_first - 2]
        return before in changes.movements() or before in ("up", "down")

    def runs_on(self, low: Quantity, high: Quantity) -> bool:
        """Whether no other clause and no foreign verb stands between two quantities."""
        word, k = self._tokens.word, low.phrase_last
        k += 2 * (low.kind == "money" and word[k] == "to")  # "$3 million to *feed* 900 families"
        while k < high.phrase_first:
            if word[k] in _BREAKS and word[k : k + 2] not in _THAT_OF:
                return False
            if word[k] in HELPERS and self._tokens.raw[k] != "May":
                after = self.after_helpers(k)
                if after >= high.phrase_first or not (after in self.named or word[after] in _TOLD):
                    return False
                k = after
            elif (
                self.is_foreign(k)
                and self._tokens.at(k + 1) not in _FOLLOWING.get(word[k], ())
                and not self._is_of_item(k, high)
            ):
                if not (k + 2 == high.phrase_first and self.is_moved(high)):
                    return False  # but "rose to 900, then fell to 400"
            k += 1
        return True

    def _is_of_item(self, k: int, high: Quantity) -> bool:
        """ "by 4 percent, ready-*made* wear by 6, *frozen* fish by 2, wheat, *hit* by frost, 9"."""
        tokens, word = self._tokens, self._tokens.word
        if word[k - 1] == word[high.phrase_first - 1] == "," and word[k + 1] == "by":
            return True
        if any(tokens.at(j) == "-" and tokens.glued(j) for j in (k - 1, k + 1)):
            return True
        led = high.kind == "percent" and word[k - 1] in COMMA_AND and word[k] not in changes.verbs()
        return led and tag(word[k])[:2] == "vd" and tag(tokens.at(k + 1) or ".")[0] == "n"

    def is_spared(self, q: Quantity) -> bool:
        """ "none of the 60 passengers", "three survived": whom nothing befell."""
        word, k, end = self._tokens.word, self.verb_before(q), q.phrase_last
        never = "never" in word and "never" in word[end : self.after_helpers(end)]
        if (never and q.kind != "money") or word[k - 1 : k + 1] == ["all", "but"]:
            return True  # "900 came home, 40 never did", "all but three of the passengers died"
        lives = q.noun is not None and q.noun.head == "life"
        if lives and not _RISKS.isdisjoint(word[end : end + _NEAR]):
            return True  # "900 lives are at immediate risk"
        own = None if _SURVIVED.isdisjoint(word) else self.own_verb(q)
        if own and word[own] in _SURVIVED and "not" not in word[end:own]:
            return True
        if k >= 0 and word[k] in _SAVED:
            return lives  # "helped to save 900 lives"
        if k < 1 or word[k] != "of":
            return False
        if word[k - 1] == "lives" and not _SAVED.isdisjoint(word[max(0, k - 3) : k]):
            return True  # "saved the lives of 900 villagers"
        return word[k - 1] in _NOBODY or " ".join(word[max(0, k - 2) : k]) in _NO_ONE

    def is_carried(self, q: Quantity) -> bool:
        """Whether people are the object of a participle: "a bus carrying 42 pilgrims"."""
        word, k = self._tokens.word, self.verb_before(q)
        if k < 1 or not word[k].endswith("ing") or q.kind not in ("noun", "bare"):
            return False
        led = self._past_site(q.phrase_last)
        acts = led in self.named and "v" in tag(word[led]).split(",")
        if word[k] in _CAUSING and (acts or self._tokens.at(led) == "to"):
            return False  # "causing 900 people (in Karo District) to flee", "helping 900 return"
        if k in self.named or word[k] in _AMOUNTING or "vg" not in tag(word[k]):
            return False
        return attribution("verb").isdisjoint(verb_lemmas(word[k]))  # "saying 40 had died"

    def _past_site(self, k: int) -> int:
        """The token after the place that a preposition at `k` leads to."""
        if self._tokens.at(k) not in _SITED:
            return k
        k += 1
        while self._tokens.capital(k) or tag(self._tokens.at(k) or ".")[0] in "dan":
            k += 1
        return k

    def ends_existence(self, q: Quantity, t: Trigger) -> bool:
        """ "There are 600 mines, and it takes years to lift them": what is there is told so far."""
        word, k = self._tokens.word, q.phrase_first - 1
        if k < 1 or t.first < q.phrase_last or word[k] not in _EXIST or word[t.first][-3:] == "ing":
            return False  # but "there are 900 people in tents, waiting to return"
        while k > 0 and (word[k] in _EXIST or tag(word[k]) in ("r", "m")):
            k -= 1
        if word[k] != "there":
            return False
        gap = word[q.phrase_last : t.first]
        told = "," in gap or ";" in gap or ("and", "they") in pairwise(gap)
        return told and not RELATIVES.intersection(gap[:2])

    def keeps_to_itself(self, q: Quantity, telling: Telling = _NOTHING) -> bool:
        """Whether a number takes no measure from a list: spared, or with a verb of its own.

        `telling` are the verbs that tell no more than the measure does.
        """
        word, k = self._tokens.word, self.verb_before(q)
        if k >= 0 and word[k] not in telling.objects:
            object_of = self.is_foreign(k) and word[k] not in HELPERS
            if self.is_carried(q) or (object_of and word[k] not in speech_verbs()):
                return True
        after = word[q.phrase_last : q.phrase_last + 4]
        rest = after[1:] if after[:1] == ["others"] else after
        if rest[:1] == ["with"] and k >= 0 and "leave" in verb_lemmas(word[k]):
            return True  # "killed 40 and left nine others with debts"
        if after[:1] == ["without"] or (after[:1] == ["in"] and "need" in after):
            return True  # "left 40,000 without power", "and 900 in urgent need of food"
        return self.is_spared(q) or self.has_finite_verb(q, telling)
