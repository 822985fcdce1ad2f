"""The verbs around the quantities of one sentence: whose subject and whose object they are."""

from collections.abc import Iterable

from plainfigures.figures.triggers.lists import Telling
from plainfigures.figures.triggers.once import once
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.words.closed import DEFINITE
from plainfigures.prose.words.helpers import BE, HAVE, HELPERS, MODALS, RECKONED
from plainfigures.prose.words.lexicon import nouns, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import COMMA_AND, JOINERS
from plainfigures.prose.words.tokens import Tokens

ARTICLES = DEFINITE | {"all"}
TAILS = frozenset(
    "by in at from under on since during near outside inside with to as over across along around "
    "throughout beneath".split()
)
_PARTICLES = frozenset("in up out off down".split())
_AWAY = frozenset("down out ashore aboard".split())
DETERMINERS = ARTICLES | {"a", "an", "another", "further"}
_THEM = frozenset(("them", "whom"))
_MODALS = MODALS.union(("to", "did", "do", "does"))
_ASPECTS = frozenset(
    "continue continues continued begin begins began begun start starts started seem seems seemed "
    "appear appears appeared".split()
)
_TO_BE = frozenset(("be", "have"))
# How soon behind "or" a share of all begins, and the kinds of words that say of whom.
_SHARE, _OF_ALL = 4, frozenset(("p", "d", "a", "n"))
_TOTALS = frozenset("total stock stockpile".split())
# What people are said to be that is another matter, and what they do wherever they came to be.
_ELSE = frozenset(
    "without sick ill infected unwell present absent "
    "hungry unemployed jobless literate illiterate eligible poor unharmed unhurt uninjured "
    "unscathed safe".split()
)
_NEEDY = (
    ["in", "need"], ["at", "risk"], ["short", "of"], ["dependent", "on"], ["reliant", "on"],
    ["at", "school"], ["in", "peril"], ["in", "danger"], ["in", "jeopardy"],
    ["in", "custody"], ["in", "jail"], ["in", "prison"], ["in", "detention"], ["under", "arrest"],
    ["on", "trial"], ["on", "bail"], ["in", "hiding"], ["at", "large"],
)  # fmt: skip
_ORIGIN, _LONGEST = frozenset(("of", "from", "in", "on", "with")), 6
STAYING = frozenset("living staying sleeping residing sheltering camping".split())
_COMPARED = frozenset((("compared", "to"), ("compared", "with"), ("compared", "against")))


def past_origin(tokens: Tokens, q: Quantity, last: int | None = None) -> int:
    """The token after people and where they are from ("forty men *of the upper valley* burned").

    `last`: the token after the people, where it is not the end of their phrase.
    """
    k = q.phrase_last if last is None else last
    if q.kind != "noun" or tokens.at(k) not in _ORIGIN:
        return k
    end = k + 1
    while end < min(tokens.size, k + _LONGEST) and (
        tokens.capital(end) or tag(tokens.word[end])[0] in "dan"
    ):
        end += 1
    acts = tokens.word[k] in ("of", "from") or tag(tokens.at(end) or ".")[:2] == "vd"
    return end if end > k + 1 and acts else k  # "forty men *on motorcycles* | shot"


def object_at(tokens: Tokens, t: Trigger) -> int:
    """The token after a verb, or after a phrase and its "of" ("claimed the lives *of* | 12")."""
    return t.last + (t.kind == "phrase" and tokens.at(t.last) == "of")


class Verbs:
    """The verbs of one sentence as its quantities meet them; token indices throughout."""

    def __init__(self, scan: Scan, triggers: Iterable[Trigger]) -> None:
        self._scan = scan
        self._tokens = scan.tokens
        self._triggers = triggers
        # where a phrase begins and what kind it is -> its verb, asked once for all triggers
        self._own: dict[tuple[int, str], int | None] = {}
        self._before: dict[int, int] = {}

    @once
    def named(self) -> set[int]:
        """The tokens of triggers; a state such as "live" may be a verb here."""
        return {
            k
            for t in self._triggers
            if t.kind != "state" or tag(t.lemma).split(",")[0] != "v"
            for k in range(t.first, t.last)
        }

    def triggers_at(self, k: int) -> list[Trigger]:
        """The triggers that token `k` is in."""
        return [t for t in self._triggers if t.first <= k < t.last]

    def is_foreign(self, k: int) -> bool:
        """Whether token `k` is a verb, in no -ing form, that names no measure.

        "The start" and the participle of "exports of frozen fish" are none.
        """
        word = self._tokens.word[k]
        if not word.isalpha() or word.endswith("ing") or word == "aged" or k in self.named:
            return False
        if tag(word)[0] != "v" and not self._is_bare_verb(k):
            return False
        if word == "left" and self._tokens.at(k + 1) in ("over", "from"):
            return False  # "900 shells *left over* from the war"
        before = tag(self._tokens.word[k - 1]) if k else ""
        participle = tag(word)[:2] == "vd"
        attribute = before == "d" or (before == "p" and participle)
        if participle and self._tokens.at(k - 1) in JOINERS and self._describes(k):
            return False
        return not attribute and not self._tokens.capital(k or int(not self._tokens.marked))

    def _describes(self, k: int) -> bool:
        """ "coffee 18 percent and *frozen* fish 5 percent": a participle, a noun, its number."""
        noun, number = self._tokens.at(k + 1) or ".", self._tokens.at(k + 2) or "."
        named = tag(noun).split(",")[0] in ("n", "ns") and not is_number(noun)
        return named and is_number(number)

    def _is_bare_verb(self, k: int) -> bool:
        """ "will benefit 900 people": a noun by its form, but after a modal or "to"."""
        return self._tokens.at(k - 1) in _MODALS and "v" in tag(self._tokens.word[k]).split(",")

    def own_verb(self, q: Quantity) -> int | None:
        """The foreign verb of which the phrase is the subject ("300 people had watched").

        Of a part that of its whole: "12 of the 40 pilgrims fell ill".
        """
        key = q.phrase_first, q.kind
        if key not in self._own:
            self._own[key] = self._own_verb(q)
        return self._own[key]

    def _own_verb(self, q: Quantity) -> int | None:
        end = past_origin(self._tokens, q, self._subject_end(q))
        k = self.after_helpers(end)
        if k == end and tuple(self._tokens.word[k : k + 2]) in _COMPARED:
            return None  # "a drop of 18 percent compared to 2013"
        if k < self._tokens.size and (self.is_foreign(k) or self._follows_many(q, k)):
            return k
        if self._tokens.at(k - 1) == "been" and k not in self.named and k > end:
            if "vd" in tag(self._tokens.at(k) or ".").split(","):
                return k  # "900 fighters have been disarmed": an adjective by its form alone
        return None

    def _subject_end(self, q: Quantity) -> int:
        """The token after the phrase, the whole of which it is a part included."""
        word, k = self._tokens.word, q.phrase_last
        opens = k + (self._tokens.at(k) in (",", "("))
        opens += self._tokens.at(opens) == "or"
        if q.kind in ("noun", "bare") and opens > k and self._tokens.at(opens - 1) != ",":
            near = range(opens, opens + _SHARE)
            shares = (o for o in self._scan.quantities if o.kind == "percent")
            share = next((o.phrase_last for o in shares if o.phrase_first in near), 0)
            while share and tag(self._tokens.at(share) or ".").split(",")[0] in _OF_ALL:
                share += 1
            if share:  # "14 million people (or 40 percent of the population) | needed aid"
                return share + (self._tokens.at(share) in (",", ")"))
        if self._tokens.at(k) == "," == self._tokens.at(q.phrase_first - 1):
            if tag(self._tokens.at(k + 1) or ".")[:2] == "vd" and q.phrase_first > 1:
                return k + 1  # "most of the rest, some 900, | went up into the hills"
        if q.kind == "noun" and self._tokens.at(k) == "and":
            beside = (o for o in self._scan.quantities if o.phrase_first == k + 1)
            last = next((o.phrase_last for o in beside if o.kind == "noun"), 0)
            if last and tag(self._tokens.at(last) or ".")[0] == "v":
                if self._tokens.at(last + 1) != "by":
                    return last  # "15,000 Cubans and 1,500 advisers | followed"
        if q.kind == "bare" and self._tokens.at(k) == "others":
            return k + 1
        if q.kind != "bare" or self._tokens.at(k) != "of":
            return k
        if self._tokens.at(k + 1) in _THEM or self._tokens.at(k + 1) == "others":
            return k + 2
        first = k + 1 + (self._tokens.at(k + 1) in ARTICLES)
        ends = (o.phrase_last for o in self._scan.quantities if o.phrase_first == first)
        return next(ends, k) if first < len(word) else k

    def _follows_many(self, q: Quantity, k: int) -> bool:
        """ "300 people need help": a noun by its form, but right after a plural."""
        kinds = tag(self._tokens.word[k]).split(",")
        many = k == q.phrase_last or self._tokens.word[k] == "need"
        facing = q.kind == "bare" and self._tokens.word[k] == "face"  # "a million face hunger"
        if not many or not (q.kind == "noun" or facing):
            return False
        if "v" not in kinds or k in self.named:
            return False
        after = tag(self._tokens.at(k + 1) or ".").split(",")
        return kinds[0] == "n" and not {"n", "a", "d", "p"}.isdisjoint(after)

    def after_helpers(self, k: int) -> int:
        """The first token from `k` on that is no helper and no adverb."""
        word = self._tokens.word
        while k < self._tokens.size:
            if word[k] in _ASPECTS and self._tokens.at(k + 1) == "to":
                k += 2  # "continue to live in camps"
            elif (
                word[k] in RECKONED
                and self._tokens.at(k + 1) == "to"
                and (word[k - 1] in BE or self._tokens.at(k + 2) in _TO_BE)
            ):
                k += 2  # "are reported to have been beaten", "900 now thought to be living there"
            elif word[k] in HELPERS or tag(word[k]) == "r":
                k += 1
            else:
                break
        return k

    def verb_before(self, q: Quantity) -> int:
        """Where the verb stands whose object the phrase is, if there is one; -1 at the start.

        Over what is listed before it: "it has 12 beds and 4 nurses".
        """
        if q.phrase_first not in self._before:
            self._before[q.phrase_first] = self._verb_before(q)
        return self._before[q.phrase_first]

    def _past_describing(self, k: int) -> int:
        """ "the *remaining* | 900", "a *staggering* | 900": no verb with an object."""
        word = self._tokens.word
        return k - (k > 0 and word[k].endswith("ing") and word[k - 1] in DETERMINERS)

    def _verb_before(self, q: Quantity) -> int:
        word, k = self._tokens.word, self._past_describing(q.phrase_first - 1)
        while k > 0 and (word[k] in DETERMINERS or word[k] in COMMA_AND):
            if word[k] in COMMA_AND:
                before = next((o for o in self._scan.quantities if o.phrase_last == k), None)
                if before is None or before.kind != "noun":
                    break
                k = before.phrase_first
            k = self._past_describing(k - 1)
        for t in self._triggers:
            if t.kind == "phrase" and object_at(self._tokens, t) == k + 1 and t.last <= q.first:
                return t.first  # "claimed the lives of 12", "hacked to death 12"
        if k > 1 and word[k] == "of" and (word[k - 1] in _TOTALS or word[k - 1] in nouns("force")):
            k -= 2  # "holds a combined total of", "leads an army of"
            while k > 0 and tag(word[k]).split(",")[0] in ("d", "a", "vd"):
                k -= 1
        if k > 0 and word[k] in _PARTICLES and tag(word[k - 1])[0] == "v":
            if word[k] in ("in", "out") or q.kind == "bare":
                return k - 1  # "the camp took in 2,000 people", "sappers pulled up 900"
        return k

    def has_finite_verb(self, q: Quantity, telling: Telling) -> bool:
        """Whether the phrase is the subject of a verb that tells something else."""
        own, word = self.own_verb(q), self._tokens.word
        if own is None:
            if q.kind == "noun" and self._tokens.at(q.phrase_last) in HAVE:
                if self.after_helpers(q.phrase_last) in self.named:
                    return True  # "40 have died, and all 17 judges *have gone home*"
            return self.is_otherwise(q, telling)
        passive = self.is_passive(q.phrase_last, own)
        if passive and self._tokens.at(own + 1) in _AWAY:
            return True  # "600,000 had been brought down to the plain"
        if word[own] in (telling.objects if passive else telling.subjects):
            return False
        if own > q.phrase_last:
            return True
        after = self._tokens.at(own + 1)
        reduced = after in TAILS or not after.isalpha()
        return not (reduced and word[own] in telling.objects)

    def is_passive(self, first: int, verb: int) -> bool:
        """ "are said to have been *beaten*", but not "are said to have *arrived*"."""
        helpers = self._tokens.word[first:verb]
        if "to" in helpers:
            helpers = helpers[helpers.index("to") :]
        return not BE.isdisjoint(helpers)

    def is_otherwise(self, q: Quantity, telling: Telling) -> bool:
        """ "900 soldiers are clearing the rubble", "2,000 are without water": another matter.

        A number alone may live somewhere: "by winter 68,000 were living there".
        """
        word, end = self._tokens.word, q.phrase_last + (self._tokens.at(q.phrase_last) == "others")
        k = self.after_helpers(end)
        if word[k : k + 2] in _NEEDY and q.kind == "noun":
            return True  # "12 million people reliant on aid"
        if k == end or k >= self._tokens.size or k in self.named:
            return False
        if word[k : k + 3] == ["out", "of", "school"]:
            return True
        if word[k] in _ELSE or word[k : k + 2] in _NEEDY:
            return True
        acts = word[k].endswith("ing") and tag(word[k])[0] == "v"
        acts = acts and not HELPERS.isdisjoint(word[end:k])  # not "900 men formerly living here"
        if not acts or word[k] in telling.subjects:
            return False
        return q.kind == "noun" or word[k] not in STAYING
