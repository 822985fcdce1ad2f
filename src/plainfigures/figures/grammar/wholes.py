"""Wholes and parts: which number is counted within another, and what its part leaves to it."""

from itertools import pairwise

from plainfigures.figures.grammar.verbs import ARTICLES, DETERMINERS
from plainfigures.figures.triggers.match import unit_class
from plainfigures.figures.triggers.once import once
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.words.closed import OF_THEM
from plainfigures.prose.words.helpers import BE, HELPERS
from plainfigures.prose.words.lexicon import speech_verbs, tag
from plainfigures.prose.words.signs import IT

# The longest way from "of" to a whole that somebody has.
_OWNERS = 6
_OF = frozenset(("of",))
_CLAUSES = frozenset("; : , and but".split())
_OTHERS = (["more"], ["others"])
# Within so many tokens a whole leads, and its part follows the verb.
_LEAD = 2
_SOME = frozenset("most many some several half few both one two three none each".split())
_STILL = frozenset(
    "remaining estimated registered former original initial total overall some about".split()
)
# A bare number of so many is a sum where it is part "of it".
_SUM = 1_000_000
_PARTS = _SOME | frozenset(("all", "nobody", "hardly", "scarcely"))
_PARTLY = frozenset("more some many most several few any part rest first one".split())
_BULK = frozenset("majority minority portion bulk handful fraction proportion".split())
_OF_WHOM = OF_THEM | {"it"}


class Wholes:
    """The wholes and parts of one sentence; token indices throughout."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._tokens = scan.tokens

    @once
    def wholes(self) -> dict[int, int]:
        """Index of a whole -> of its part right before it: "40 of the 300 hostages"."""
        found = {}
        quantities, word = self._scan.quantities, self._tokens.word
        for index in range(1, len(quantities)):
            part, whole = quantities[index - 1], quantities[index]
            gap = word[part.last : whole.phrase_first]
            after = word[part.phrase_last : whole.phrase_first]
            if gap[:1] in _OTHERS:
                gap = gap[1:]  # "12 others of the 40 miners"
            if gap[:1] == [")"] and part.kind == whole.kind == "money":
                gap = gap[1:]  # "less than a quarter ($2 million) of the $9 million"
            if part.kind == "noun" and after == ["of", "the"]:  # "400 men of the 900 landed"
                gap = after
            tail = after[after.index("out") :] if "out" in after else []
            led = tail[:2] == ["out", "of"] and (tail[-1] == "of" or tail[-1] in DETERMINERS)
            if led and after.count(",") <= 1 and part.kind in ("noun", "bare"):
                found[index] = (
                    index - 1
                )  # "206 men, out of 900 who went, fell", "out of a class of"
                continue
            if gap[:1] == gap[-1:] == ["of"] and 2 < len(gap) <= _OWNERS:
                if all(tag(w)[0] in "dna" for w in gap[1:-1]):
                    gap = ["of"]  # "12 of the crew of 40"
            if part.kind == "money" and len(gap) > 2 and tag(gap[-1])[:2] == "vd":
                gap = gap[:-1]  # "of the pledged $4 million"
            if gap[-1:] != [] and gap[-1] in _STILL:
                gap = gap[:-1]  # "of the remaining 900 refugees"
            held = gap[-1:] == ["'s"] and len(gap) <= _OWNERS  # "of the town's 900 boys"
            if gap[:1] == ["of"] and (held or DETERMINERS.issuperset(gap[1:])):
                if whole.kind == "percent":
                    continue
                found[index] = index - 1
        return found

    @once
    def leading_end(self) -> int:
        """The last token of a whole that leads: "Of the 36 boys, 14 died"; 0 where none does.

        That is the comma after it, or, where the part follows at once, the end of its phrase.
        """
        word, quantities = self._tokens.word, self._scan.quantities
        if quantities[:1] and quantities[0].unit == "year":
            quantities = quantities[1:]  # "He, nine that year, told me that of the 36 boys 14 died"
        if len(quantities) < 2 or _OF.isdisjoint(word[: quantities[0].phrase_first]):
            return 0
        leads = word[0] == "of" or word[:2] == ["out", "of"]
        first = quantities[0].phrase_first
        led = [w for w in word[max(0, first - 3) : first] if w not in ARTICLES]
        said = led[-2:-1] == ["that"] or not speech_verbs().isdisjoint(led[-2:-1])
        told = said and led[-1:] == ["of"]  # "found that of the 36, 14"
        # but "Of the amount raised, 9 million went to Chad"
        opens = leads and first <= 6 and "," not in word[:first]
        if not (told or opens):
            return 0
        start, stop = quantities[0].phrase_last, quantities[1].phrase_first
        if start == stop:
            return start - 1  # "Of the 500 refugees 20 died"
        comma = next((k for k in range(start, stop) if word[k] == ","), 0)
        if comma or quantities[1].kind != "bare" or tag(word[start])[0] != "p":
            return comma
        named = all(tag(w)[0] in "pdan" or w == "'s" for w in word[start:stop])
        # "Of the 36 boys in the hall 14 were hurt"
        return stop - 1 if named and self._tokens.at(quantities[1].phrase_last) in HELPERS else 0

    @once
    def inverted(self) -> int:
        """The verb behind a whole that leads: "Among the 57 dead | were nine children"; or 0."""
        word, quantities = self._tokens.word, self._scan.quantities
        if word[:1] not in (["among"], ["of"]) or len(quantities) < 2:
            return 0
        k = quantities[0].phrase_last
        leads = quantities[0].phrase_first <= _LEAD and self._tokens.at(k) in BE
        return k if leads and quantities[1].phrase_first <= k + _LEAD else 0

    def is_part(self, q: Quantity) -> bool:
        """ "64 of them", "of whom 64", "among them are 64": what happened to all befell them."""
        before = self._tokens.word[max(0, q.phrase_first - 3) : q.phrase_first]
        if before[-2:] == ["of", "whom"] or before[:2] == ["among", "them"]:
            return True
        if self._tokens.at(q.last) != "of":
            return False
        whole = self._tokens.at(q.last + 1)
        return whole in OF_THEM or (whole in IT and (q.kind == "money" or _is_large(q)))

    def is_partly(self, q: Quantity) -> bool:
        """ "some of the 900 refugees": of whom no more is told than who they are."""
        word, owned = self._tokens.word, q.phrase_first
        owned -= word[owned - 1] in _STILL
        if owned > _LEAD and word[owned - 1] == "'s":  # "of the town's (former) | 900"
            near = pairwise(word[max(0, owned - _OWNERS) : owned])
            return any(one in _PARTLY | _BULK and two == "of" for one, two in near)
        return any(  # "the | 900", "the more than | 900"
            k > _LEAD
            and word[k - 1] in ARTICLES
            and word[k - 2] == "of"
            and word[k - 3] in _PARTLY | _BULK
            and word[k - 4] != "every"
            for k in (q.first, q.phrase_first)
        )

    def is_mostly(self, q: Quantity) -> bool:
        """ "the bulk of 900 refugees": what became of many, and not of all."""
        word = self._tokens.word
        return any(
            k > _LEAD and word[k - 1] == "of" and word[k - 2] in _BULK
            for k in (q.first, q.phrase_first)
        )

    def around(self, told: int, index: int) -> int:
        """ "60 (20 killed, 40 hurt); 80 in May": the number before the brackets, told on behind.

        Of a number that no closed brackets hold, its own index.
        """
        word, first = self._tokens.word, self._scan.quantities[told].first
        if ")" not in word[first : self._scan.quantities[index].first]:
            return told
        opens = next((k for k in range(first, 0, -1) if word[k] in "()"), 0)
        kind = unit_class(self._scan.quantities[told])
        before = (
            k
            for k in range(told, -1, -1)
            if self._scan.quantities[k].first < opens
            and unit_class(self._scan.quantities[k]) == kind
        )
        return next(before, told) if word[opens] == "(" else told

    def outside(self, before: int, index: int) -> int:
        """What a number is compared with: what a bracket or a part is of, if not the one before.

        "90 victims (20 dead, *70 hurt*), against | 120", "90, *of whom 20 died*, against | 120".
        """
        q = self._scan.quantities[before]
        if self.are_pairs(index) or self.are_pairs(before):
            return before - 1
        if before and self.is_part(q) and "," in self._tokens.word[q.first :]:
            whole, part, value = (
                self._scan.quantities[k].value or 1 for k in (before - 1, before, index)
            )
            return before - (part < whole and value * value > whole * part)
        return self.around(before, index)

    def are_pairs(self, k: int) -> bool:
        """ "killed 9 and hurt 30, against | 4 *and* 12": two numbers set against two."""
        if not 2 <= k < len(self._scan.quantities) - 1:
            return False
        first, last, low, high = self._scan.quantities[k - 2 : k + 2]
        led = self._tokens.at(low.phrase_first - 1) in ("against", "with", "to", "from")
        led = led and self._tokens.word[low.phrase_last : high.phrase_first] == ["and"]
        return led and "and" in self._tokens.word[first.last : last.first]

    def _is_resumed(self, q: Quantity, t: Trigger) -> bool:
        """ "900 people, some of whom had been away for years, returned": the verb of the whole."""
        word, k = self._tokens.word, t.first - 1
        while k > q.phrase_last and word[k] in HELPERS:
            k -= 1
        return k > q.phrase_last and word[k] == "," == word[q.phrase_last]

    def _leads(self, q: Quantity) -> bool:
        """ "Of the 900, …", "…; of the 900, …": a whole that opens its clause."""
        word, k = self._tokens.word, q.phrase_first - 1
        k -= k > 0 and word[k] in ARTICLES
        return k >= 0 and word[k] == "of" and (k == 0 or word[k - 1] in _CLAUSES)

    def _names_part(self, first: int, last: int) -> bool:
        """ "Of the 1,500 deported in 1971 | not one | has been allowed to go back"."""
        word = self._tokens.word
        return any(
            word[k] in _PARTS and (word[k + 1] in HELPERS or tag(word[k + 1])[0] == "v")
            for k in range(first, last - 1)
        )

    def parts_follow(self, q: Quantity, t: Trigger) -> bool:
        """Whether a part of the number stands before the trigger: "340 patients, most of them"."""
        word = self._tokens.word
        if self._leads(q) and self._names_part(q.phrase_last, t.first):
            return True
        if _OF_WHOM.isdisjoint(word) or self._is_resumed(q, t):
            return False
        if any(
            word[k] in _SOME and word[k + 1] == "of" and word[k + 2] in ("whom", "which")
            for k in range(q.phrase_last, t.first - 2)
        ):
            return True  # "900 refugees live in the camp, most of whom wish to return"
        k = q.phrase_last + (self._tokens.at(q.phrase_last) in (",", "(", "\u2013"))
        if k + 2 >= self._tokens.size or t.first <= k:
            return False
        part = k + 1 if word[k] in _SOME else 0
        if k > q.phrase_last and word[k : k + 2] in (["of", "which"], ["of", "whom"]):
            # "$5 million, of which 2 has been paid", "1,751, of whom 611 were killed"
            return not {",", ")", "\u2013"}.intersection(word[k + 2 : t.first])
        if not part:
            later = (other for other in self._scan.quantities if other.first >= q.phrase_last)
            following = next(later, None)
            part = 0 if following is None or following.first > t.first else following.last
        if not part or self._tokens.at(part) != "of" or self._tokens.at(part + 1) not in _OF_WHOM:
            return False
        k = part - 1
        return not {",", ")", "\u2013"}.intersection(word[k + 3 : t.first])


def _is_large(q: Quantity) -> bool:
    return q.kind == "bare" and q.value is not None and q.value >= _SUM
