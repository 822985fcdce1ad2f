"""Things of a dataset's own, such as mines, that a number without a noun counts."""

from collections.abc import Mapping
from itertools import pairwise

from plainfigures.figures.exclusions.estimates import are_estimates
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.match import Carried
from plainfigures.figures.triggers.triggers import ITEMS, MINE, Vocabulary
from plainfigures.prose.dates.portions import FURTHER
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.words.helpers import BE, HELPERS, REMAIN, before_adverbs
from plainfigures.prose.words.lexicon import is_person, nouns, singular, tag
from plainfigures.prose.words.signs import EACH, IN_ALL, THEM
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import DASHES, Tokens

_POINTING = THEM | {"which", ":", "("}
_SIGNS = DASHES | {"(", ",", ":"}
_LIFTING = tuple("lift clear defuse deactivate dismantle detonate destroy lay sow".split())
_LAYING = ("bury", "scatter", "hide")
# What is done to mines more than to anything else, in a text on them.
_ON_THEM = (*_LIFTING, *"plant emplace unearth disarm neutralise neutralize remove".split())
_DIGGING = ("dig", "pull", "take", "bring", "blow", "pick", "prise", "root", "plough", "give")
_SURELY = ("lift", "unearth", "defuse", "deactivate", "detonate", "disarm")
# So many words on mines around a number make them the theme; one less with a verb for mines.
_ON_MINES = 3
_REMOVING = frozenset("removal lifting clearance destruction disposal demolition".split())
# What leads to that of which a sentence tells.
_TOPICS = (["for"], ["of"])
# How somebody gives a number that was asked for, and what may stand behind it.
_RECKONING = tuple(
    "say put think reckon estimate guess believe tell suggest claim speak admit".split()
)
_TO_WHOM = frozenset("at of you us me it them".split())
_WHERE = frozenset("in at on along across under near around between beside of from by".split())
# The longest name of a thing, in words, without its last.
_NAME = 3
_MOST = THEM | frozenset("majority minority bulk rest remainder most many half all".split())
# The longest insertion between a verb and its object, in words.
_INSERTED = 12


def named_before(
    vocabulary: Vocabulary, tokens: Tokens, end: int, labelled: bool = False
) -> str | None:
    """The unit of the things last named before token `end` ("of the bombs", "every mine")."""
    for k in range(end - 1, -1, -1):
        each = tokens.at(k - 1) in EACH or (tokens.at(k + 1) == "for" and tokens.at(k + 2) in EACH)
        if each or labelled or tokens.word[k].endswith("s"):
            unit = vocabulary.special(tokens, max(0, k - _NAME), k + 1)
            if unit in ITEMS:  # of "mines and other devices" the mines
                joined = next((j for j in range(k - _NAME - 2, k) if tokens.at(j) == "and"), 0)
                other = vocabulary.special(tokens, max(0, joined - _NAME), joined)
                unit = other if other == MINE else unit
            if unit is not None:
                return unit
    return None


def verb_end(tokens: Tokens, q: Quantity) -> int:
    """Where the verb before a number ends, over what is put in ("laid, as some say, | 900")."""
    k = q.phrase_first - 1
    if k < 2 or tokens.word[k] != ",":
        return k + 1
    opened = next((j for j in range(k - 1, max(0, k - _INSERTED), -1) if tokens.word[j] == ","), 0)
    return opened if opened and tag(tokens.word[opened - 1])[:2] == "vd" else k + 1


class Things:
    """The things that numbers of one sentence count; `special` are their own, by index."""

    def __init__(
        self, scan: Scan, special: Mapping[int, str], carried: Carried, vocabulary: Vocabulary
    ) -> None:
        self._quantities = scan.quantities
        self._tokens = scan.tokens
        self._special = special
        self._carried = carried
        self._vocabulary = vocabulary

    def pronouns(self) -> dict[int, str]:
        """ "Mines lie there, 9 million of them": what "them" stands for, by index."""
        open_ones = [
            (index, q)
            for index, q in enumerate(self._quantities)
            if (q.kind == "bare" or q.inherited)
            and (q.unit not in PEOPLE or (q.inherited and self.is_of_mines(q)))
        ]
        word = self._tokens.word
        pointing = not _POINTING.isdisjoint(word) or word[:1] in _TOPICS or "how" in word
        if not open_ones or not (pointing or self._carried.asked()):
            return {}
        found = {}
        for index, q in open_ones:
            pointing = self._is_of_them(q) or self._is_listed(q) or self.is_of_topic(q)
            pointing = pointing or self._is_asked(q)
            if (q.unit is None or q.inherited) and pointing:
                unit = self._named(q)
                if unit is not None:
                    found[index] = unit
        return found

    def of(self, index: int) -> str | None:
        """ "A million mines were laid; 140,000 have been found": what was counted before."""
        q = self._quantities[index]
        if q.kind == "bare" and q.inherited and q.unit in PEOPLE:
            return self._named(q) if self._is_lifted(q) else None
        if q.kind != "bare" or q.unit is not None:
            return None
        added = index > 0 and not FURTHER.isdisjoint(self._tokens.word[q.phrase_first : q.first])
        added = added or self.is_of_mines(q) or self._is_in_all(q)
        if not (added or self._has_verb(q) or are_estimates(self._tokens, q)):
            return None
        return self._before(index)

    def _is_in_all(self, q: Quantity) -> bool:
        """ "Both laid mines there, some 900 *in all*": of what was just told."""
        after = self._tokens.word[q.phrase_last : q.phrase_last + 2]
        total = after in IN_ALL or after[:1] == ["altogether"]
        return total and self._tokens.at(q.phrase_first - 1) in (",", "(")

    def _before(self, index: int) -> str | None:
        """What the number before counts, or the things last named in the sentence or before it."""
        k = index - 1
        while k >= 0 and (
            self._quantities[k].kind in ("unit", "percent")
            or self._quantities[k].unit in nouns("area")  # "in five provinces"
            or self.acts(self._quantities[k], self._quantities[index])
        ):
            k -= 1  # "in five years 310 were found", "a tenth of the mines, some 3,000, were"
        if k >= 0:
            return self._special.get(k) or self.of(k)
        return self._named(self._quantities[index])

    def acts(self, doer: Quantity, q: Quantity) -> bool:
        """ "Its *12 teams* dug up 900", "*two armies* laid, it says, 900": who did it to them."""
        gap = self._tokens.word[doer.phrase_last : verb_end(self._tokens, q)]
        gap = gap if gap[:1] == ["and"] else [w for w in gap if w != "and"]
        if gap[:1] == [","] and gap.count(",") == 2:
            gap = gap[gap.index(",", 1) + 1 :]  # "one field, at Kell, gave up 900"
        plain = all(tag(w)[0] in "vr" or tag(w) == "p,r" for w in gap)
        return doer.kind == "noun" and gap != [] and plain

    def _named(self, q: Quantity) -> str | None:
        """The things named before a number, in its sentence or before that."""
        labelled = self._tokens.at(q.phrase_first - 1) == ":"
        named = named_before(self._vocabulary, self._tokens, q.phrase_first, labelled)
        last = self._carried.last
        if named is None and last is not None and last[0].unit in self._vocabulary.things:
            if not (last[0].unit in PEOPLE and self._is_lifted(q) and self._carried.things()):
                return last[0].unit
        named = named or self._carried.things()  # "Of the shells, 310 were destroyed"
        if named is None and self.is_of_mines(q):
            sure = self._tokens.word[self._verb(q)] in verb_forms(_SURELY)
            return MINE if self._are_theme(_ON_MINES - sure) else None
        return named

    def is_of_mines(self, q: Quantity) -> bool:
        """ "the teams *unearthed* 900", "they *dug up* 900", "*laid* 900": as is done to mines."""
        k, word = self._verb(q), self._tokens.word
        if k > 0 and word[k] in ("up", "out"):
            return word[k - 1] in verb_forms(_DIGGING)
        them = q.unit == MINE and word[k] in verb_forms(_LAYING)  # "buried 46 of them"
        return k >= 0 and (them or word[k] in verb_forms(_ON_THEM))

    def suffers(self, q: Quantity) -> bool:
        """ "Both laid mines; 900 were *unearthed*", "… had been *blown up*": as mines are."""
        word, k = self._tokens.word, q.phrase_last
        while k < self._tokens.size and (word[k] in HELPERS or tag(word[k]) == "r"):
            k += 1
        if BE.isdisjoint(word[q.phrase_last : k]) or any(
            is_person(singular(one)) for one in word[: q.phrase_first]
        ):
            return False
        dug = self._tokens.at(k + 1) in ("up", "out") and word[k] in verb_forms(_DIGGING)
        return dug or self._tokens.at(k) in verb_forms(_ON_THEM + _LAYING)

    def _verb(self, q: Quantity) -> int:
        """The token right before a number, adverbs left out."""
        return before_adverbs(self._tokens.word, q.phrase_first - 1)

    def _are_theme(self, least: int) -> bool:
        """Whether the text around is on mines, with so many words, more than on anything else."""
        laid = [m.name for m in self._vocabulary.lists.defaults if MINE in m.units]
        if not laid:
            return False
        relevance, around = self._vocabulary.relevance, self._carried.around()
        context, others = relevance.context[laid[0]], relevance.competitors[laid[0]]
        own = sum(map(context.__contains__, around))
        return own >= least and own > sum(map(others.__contains__, around))

    def _is_of_them(self, q: Quantity) -> bool:
        """ "54,000 of them", "900 of which", but no "54,000 of these children"."""
        k = q.phrase_last
        of = self._tokens.word[k : k + 3]
        if of[:2] == ["of", "which"] or of == ["of", "the", "things"]:
            return True
        if self._tokens.at(k) != "of" or self._tokens.at(k + 1) not in THEM:
            return False
        if self._is_of_others(q.phrase_first - 1):
            return False
        after = self._tokens.at(k + 2)
        return self._tokens.at(k + 1) == "them" or not after or tag(after)[0] not in "na"

    def _is_of_others(self, k: int) -> bool:
        """ "We sent out *survey teams*, nine of them": what stands before the comma at `k`."""
        every = k > 1 and self._tokens.word[k] == "all"
        k -= every
        if self._tokens.at(k) != ",":
            return False
        if every:  # "the other *women* in her section, all nine of them"
            start = next((j for j in range(k - 1, 0, -1) if self._tokens.word[j] == ","), 0)
            told = (w for w in self._tokens.word[start:k] if tag(w)[:2] == "ns")
            return any(is_person(singular(w)) for w in told)
        k = before_adverbs(self._tokens.word, k - 1) + 1  # "planted plums again, forty of them"
        if tag(self._tokens.at(k - 1) or ".")[:2] != "ns":
            return False
        if self._vocabulary.special(self._tokens, max(0, k - _NAME), k) is not None:
            return False
        k -= 1
        while k > 0 and tag(self._tokens.word[k - 1])[0] in "dan":
            k -= 1
        return self._tokens.at(k - 1) not in _WHERE  # but "in the fields, nine of them"

    def _is_asked(self, q: Quantity) -> bool:
        """ "Nobody knows *how many mines* there are; the army *says* 900": what was asked after."""
        word, k = self._tokens.word, q.phrase_first - 1
        while k > 0 and (word[k] in _TO_WHOM or tag(word[k]) == "r"):
            k -= 1
        if k < 1 or word[k] not in verb_forms(_RECKONING):
            return False
        if ("how", "many") in pairwise(word[:k]):
            return self._named(q) is not None
        of_things = self._vocabulary.lists.fitting.counting(MINE)
        return not of_things.isdisjoint(self._carried.asked() or ())

    def is_of_topic(self, q: Quantity) -> bool:
        """ "*For mines* it was | two million", "*Of the mines* laid, 46": what is told of."""
        word, k = self._tokens.word, q.phrase_first - 2
        if word[0] == "of" and k >= 0 and word[k + 1] == ",":
            head = next((j for j in range(1, k) if tag(word[j])[:2] == "ns"), 0)
            return self._vocabulary.special(self._tokens, 1, head + 1) is not None
        stated = k > 1 and word[0] == "for" and word[k] == "it" and word[k + 1] in BE
        return stated and not any(tag(one)[0] == "v" for one in word[1:k])

    def _is_listed(self, q: Quantity) -> bool:
        """ "lands with many mines: Chad (2 million), Mali (*900,000*)": how many each has.

        So do "Mines found: Chad 310, Mali 46", "Mines were lifted in Chad (310) and Mali (46)".
        """
        k, word = q.phrase_first - 1, self._tokens.word
        listed = ":" in word[:k] or (word[k] == "(" and len(self._quantities) > 1)
        if not listed or not self._tokens.capital(k - (word[k] in _SIGNS)):
            return False
        return not any(is_person(singular(one)) or one == "lives" for one in word[:k])

    def _is_lifted(self, q: Quantity) -> bool:
        """ "The mines killed 40 farmers, and sappers *lifted* 900": done to no farmers."""
        word, k = self._tokens.word, self._verb(q)
        if word[k] in verb_forms(_LIFTING):
            return True
        k -= 1 + (word[k] in ("up", "out"))  # "sappers *dug up* 900", "… had *removed* 900"
        while k > 0 and (word[k] in HELPERS or tag(word[k])[0] in "rv"):
            k -= 1
        clears = singular(word[k]) in self._vocabulary.lists.clearers
        return clears and self.is_of_mines(q)

    def is_removed(self, q: Quantity) -> bool:
        """ "The mines … *the removal of* 900": done to things, where these were named last."""
        k = q.phrase_first - 1
        return self._tokens.at(k) == "of" and self._tokens.at(k - 1) in _REMOVING

    def _has_verb(self, q: Quantity) -> bool:
        """ "140,000 have been found", "the army lifted 4,102", "Bombs found: 12"."""
        if self.is_removed(q):
            return True
        k = verb_end(self._tokens, q)
        before = self._tokens.at(k - 1)
        if before == ":" or tag(before or ",") == "p,r":
            return before == ":" or tag(self._tokens.at(k - 2) or ",")[0] == "v"
        closed = before == "," == self._tokens.at(q.phrase_last)
        if before == "(" and self._tokens.at(k - 2) in _MOST:  # "most of *them* (900) were lifted"
            closed = self._tokens.at(q.phrase_last) == ")"
        after = self._tokens.at(q.phrase_last + closed)
        if after in verb_forms(_LIFTING) and tag(after)[:2] == "vd":
            return True  # "of some 900 laid by the rebels"
        return after in HELPERS or after in REMAIN or tag(before or ",")[:2] in ("vd", "vg")
