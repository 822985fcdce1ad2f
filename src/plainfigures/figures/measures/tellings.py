"""Tellings: verbs with which a text goes on to tell the same of more people, or of a part."""

from itertools import pairwise, product

from plainfigures.figures.exclusions.sizes import is_strength
from plainfigures.figures.grammar.people import are_of_things, tells
from plainfigures.figures.grammar.predicates import Predicates
from plainfigures.figures.journeys.parties import past_aside
from plainfigures.figures.journeys.returning import is_led_on
from plainfigures.figures.triggers.lists import Telling
from plainfigures.prose.dates.portions import FURTHER
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import DETERMINERS
from plainfigures.prose.words.helpers import BE, HAVE, HELPERS, before_adverbs
from plainfigures.prose.words.lexicon import future, tag
from plainfigures.prose.words.signs import CLOSERS
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_COUNT = frozenset(
    "it they there this that these those number figure total toll target aim goal quota count "
    "others some share tally part estimate rate pace average".split()
)
# Verbs that give a number again, and those that move it.
_RECKON = tuple(
    "put place estimate reckon think say suggest show give speak count record list stand number "
    "total reach admit acknowledge concede confirm claim report document allege settle cite "
    "quote believe guess revise correct update replace supersede amend repeat".split()
)
_NUMBERING = frozenset(("number", "numbered", "total", "totalled"))
_MAKE = ("make",)
_COUNTERPARTS = frozenset("figure figures percentage proportion average ratio".split())
_STAND = ("stand", "amount", "come", "reach")
_MOVE = tuple(
    "raise revise lower correct rise climb fall drop grow increase swell jump decrease decline "
    "reduce cut shrink dwindle slash trim adjust downgrade upgrade soar surge plunge".split()
)
# What stands for the verb told before ("they *managed* 12").
_MANAGING = ("do", "manage", "achieve")
_TRYING = ("try", "attempt", "struggle", "strive", "rush", "hurry", "set out")
_DWELLING = frozenset(("live", "stay"))
_DWELL = verb_forms(("live", "reside", "dwell"))
_ONCE = frozenset(("before", "once", "until", "when"))
_LEADING = frozenset(("at", "of", "to", "on", ",", "nearer", "closer"))
_OBJECTS = frozenset("it them this that the figure number total toll".split())
_EARLIER = frozenset(
    "earlier previous initial preliminary first provisional official original lower higher".split()
)
_BRINGING = frozenset(
    "bringing brings brought taking takes took raising raises raised lifting lifts pushing pushes "
    "pushed".split()
)
_SUMS = frozenset(
    "total toll count tally contribution contributions aid figure number sum support".split()
)
_SUMMED = 8
_TOLD = frozenset("told spoke speak speaks heard hear learned learnt reports talk talked".split())
_GAVE = frozenset("give gives gave given showed show".split())
_DONE_SO = frozenset(product(("done", "did"), ("so", "this", "the")))
_FATES = frozenset(product("same similar like that this".split(), ("fate", "lot", "end")))
_NEAR = 8
_ABLE = frozenset(("can", "could"))
# The longest origin of people, in tokens.
_ORIGIN = 7
_HAPPENED = frozenset(("has", "have", "had", "was", "were"))


# What more people of the same do, and what is said of them.
_COMING = frozenset("follow join come go return expected planned".split())
_FOLLOWING = 5
_AWAIT = ("expect", "await", "anticipate")
_GOALS = frozenset("target targets goal quota ceiling plan forecast projection".split())
_GIVEN = BE | {"of", "at"}
_AIM = 5


# What says of people only who they are, or of what they are a part.
_PLAIN = BE | verb_forms(("include", "comprise"))


class Tellings:
    """The telling verbs of one sentence; `predicates` are of the same."""

    def __init__(self, tokens: Tokens, predicates: Predicates) -> None:
        self.tokens = tokens
        self._predicates = predicates

    def is_told(self, q: Quantity, telling: Telling) -> bool:
        """Whether the phrase is object or subject of a verb that tells more of a measure."""
        return bool(self._verbs(q, telling))

    def told_verbs(self, q: Quantity, telling: Telling) -> frozenset[str]:
        """The words of such a verb, but for those that tell no more than what people are."""
        verbs = frozenset(self._verbs(q, telling)) - _PLAIN
        return verbs & (telling.subjects | telling.objects)

    def is_subject(self, q: Quantity, telling: Telling) -> bool:
        """Whether what people did is told of it: "around 35,000 arrived between 2012 and 2014"."""
        after = self._predicates.after_helpers(q.phrase_last)
        return self.tokens.at(after) in telling.subjects and after not in self._predicates.named

    def came_true(self, q: Quantity, telling: Telling) -> bool:
        """Whether such a verb says that it has happened: "of the 900 expected, 640 arrived"."""
        verbs = self._verbs(q, telling)
        if "already" in self.tokens.word[: q.last + _NEAR]:
            return True
        return any(w in _HAPPENED or tag(w)[:2] == "vd" for w in verbs)

    def _verbs(self, q: Quantity, telling: Telling) -> list[str]:
        """The verb that tells more of a measure, with its helpers; empty where there is none."""
        word, k = self.tokens.word, self._predicates.verb_before(q)
        if k >= 0 and word[k] in telling.objects:
            if word[k - 1] in _ABLE:
                return []  # "the island can take 600" says how many there is room for
            return word[max(0, k - 2) : k + 1] if word[k - 1] in HELPERS else [word[k]]
        last = self._subject_end(q, telling)
        after = self._predicates.after_helpers(last)
        own = self.tokens.at(after)
        verbs = word[last : after + 1]
        there = own in _DWELL and self.tokens.at(after + 1) == "there" and q.kind == "noun"
        if there and tag(self.tokens.at(q.phrase_first - 1) or ".") != "d":
            return []  # "Many fled the town; 9,000 people live there", but "the 9,000"
        once = own in _DWELL and self.tokens.at(after + 1) in _ONCE
        if "never" in verbs or "used" in verbs or once:
            return []  # "900 never came", "where 40,000 lived before", "where 900 used to live"
        if self._predicates.is_passive(last, after):
            foreign = own == "to" or self._predicates.own_verb(q) is not None
            foreign = foreign or self._predicates.is_otherwise(q, telling)
            foreign = foreign or (tag(own or ".") == "p" and not _DWELLING & telling.subjects)
            told = own in telling.objects or not foreign
            guilty = told and tag(self.tokens.at(after + 1) or ".") == "a"  # "were found guilty"
            return verbs if told and not guilty else []
        if word[q.phrase_first - 1] == "with" and own in telling.objects:
            return verbs  # "the toll is 14, *with* eight identified"
        if own not in telling.subjects or is_led_on(self.tokens, after + 1):
            return []
        return verbs

    def _subject_end(self, q: Quantity, telling: Telling) -> int:
        """The token after the phrase, and after where its people are from ("9 from the hills")."""
        word, k = self.tokens.word, q.phrase_last
        k += self.tokens.at(k) == "others"
        if self.tokens.at(k) != "from":
            return past_aside(self.tokens, k)
        for j in range(k + 2, min(k + _ORIGIN, len(word))):
            if (aside := past_aside(self.tokens, j)) > j + 1:
                return aside  # "900 people from the hills, comprising 200 families, | arrived"
            if (word[j] in HELPERS and word[j] != "do") or word[j] in telling.subjects:
                return j
        return k

    def did_so(self, q: Quantity) -> bool:
        """ "so far 740 have done so", "but forty did"."""
        word = self.tokens.word[q.phrase_last :]
        after = word[:_NEAR]
        if q.kind != "bare":  # "the answer is that 40 families *have done so*"
            told = any(pair in _DONE_SO for pair in pairwise(after))  # "suffered the same fate"
            return q.kind == "noun" and (told or not _FATES.isdisjoint(pairwise(word)))
        if after[:1] == ["of"]:  # "27 of the 310 who had asked to go home have done so"
            after = self.tokens.word[q.last :]
            return any(pair in _DONE_SO for pair in pairwise(after))
        if "," in after:
            after = after[: after.index(",")]
        had = after[:1] != [] and after[0] in HAVE  # "but forty had"
        had = had and (len(after) == 1 or after[1] in CLOSERS or tag(after[1])[0] == "p")
        return had or after[:1] == ["did"] or any(pair in _DONE_SO for pair in pairwise(after))

    def will_do_so(self, q: Quantity) -> bool:
        """ "only 240 will be allowed to do so this year"."""
        after = self.tokens.word[q.last : q.last + _NEAR]
        return q.kind == "bare" and ("do", "so") in pairwise(after)

    def is_more(self, q: Quantity) -> bool:
        """ "another 900 would follow", "a further 900 are expected", "its target is 900"."""
        word, k = self.tokens.word, q.phrase_first - 1
        after = word[q.phrase_last : q.phrase_last + _NEAR]
        if _is_of_others(word, q):
            return not _COMING.isdisjoint(after[:_FOLLOWING])
        if word[k : k + 1] and word[k] in verb_forms(_AWAIT):
            return "to" not in after
        if self.tokens.at(k) in _GIVEN:
            return not _GOALS.isdisjoint(word[max(0, k - _AIM) : k])
        return False

    def told_again(self, q: Quantity) -> bool:
        """ "some put them at 3 million", "there are 310", "gave a figure of 14", "rose to 21"."""
        word, k = self.tokens.word, q.phrase_first - 1
        by = None
        while k >= 0 and (word[k] in _LEADING or word[k] in HELPERS or tag(word[k]) == "r"):
            by = word[k] if word[k] in BE or by is None else by
            k -= 1
        if k < 0:
            return False
        if word[k] in verb_forms(_MAKE) and q.kind != "money":
            return self.tokens.at(k - 1) in _COUNT  # "that makes 900 a week"
        if word[k] in verb_forms(_RECKON):
            if is_strength(self.tokens, q) or "whom" in word[max(0, k - _AIM) : k]:
                return False  # "exporters, *of whom* the agency counts 900"
            own = self._predicates.own_verb(q)
            if own is not None and HELPERS.intersection(word[q.phrase_last : own]):
                return False  # "Radio said 3,000 had reached the town"
            if word[k] in _NUMBERING and self.tokens.at(k - 1) == "who":
                return False  # "our partners, who number forty": of others
            if word[k] in verb_forms(("speak",)) and word[k + 1] == "to":
                return False  # "spoke to 200 of those who were there"
            tried = self.tokens.at(k - 1) == "to" and word[k - 2] in verb_forms(_TRYING)
            if tried or tells(self.tokens, q):
                return False  # "died as they *tried to reach* 40 neighbours"
            return self.tokens.at(k - 1) not in ("he", "she", "i")
        if by == "to" and (word[k] in verb_forms(_MOVE) or word[k] in verb_forms(_STAND)):
            k -= 2 * (
                word[k - 1] == "to" and word[k - 2] in future("measure")
            )  # "expected to rise"
            while k > 0 and (word[k - 1] in HELPERS or tag(word[k - 1]) == "r"):
                k -= 1
            return self.tokens.at(k - 1) in _COUNT
        if by == "to" and self._is_summed_up(k):
            return True
        if by in BE and k < q.phrase_first - 1:
            others = word[k] == "there" and self.tokens.at(q.phrase_last) == "of"
            # "there were 900 *of the* shepherds, as the clerks called them"
            others = others and self.tokens.at(q.phrase_last + 1) == "the"
            return word[k] in _COUNT and not (others or are_of_things(self.tokens, q))
        if by not in ("at", "of") or word[k] not in _OBJECTS:
            return False
        while k >= 0 and (word[k] in _OBJECTS or word[k] in DETERMINERS or word[k] in _EARLIER):
            k -= 1
        return k >= 0 and word[k] in verb_forms(_RECKON)

    def is_there(self, q: Quantity) -> bool:
        """ "There could still be some 4,000 mines": what is there, whatever was done to others."""
        word, k = self.tokens.word, q.phrase_first - 1
        while k > 0 and (word[k] in HELPERS or tag(word[k]) == "r"):
            k -= 1
        return k >= 0 and word[k] == "there" and k < q.phrase_first - 1

    def _is_summed_up(self, k: int) -> bool:
        """ "bringing its total contribution | to 11", "which takes the toll | to 340"."""
        near = self.tokens.word[max(0, k - _SUMMED) : k + 1]
        brings = next((j for j in range(len(near)) if near[j] in _BRINGING), len(near))
        return not _SUMS.isdisjoint(near[brings:])

    def gives(self, q: Quantity) -> bool:
        """ "We gave £3 million": money is given, a number only told."""
        return self.tokens.word[self._predicates.verb_before(q)] in _GAVE

    def is_counterpart(self, q: Quantity) -> bool:
        """ "the figure for Chad is only 6 percent": the like of a percentage before."""
        word, k = self.tokens.word, q.phrase_first - 1
        while k > 0 and (word[k] in _LEADING or tag(word[k]) == "r"):
            k -= 1
        if word[k] not in BE and word[k] not in verb_forms(_STAND):
            return False
        heads = [j for j in range(1, k) if word[j] in _COUNTERPARTS]
        return bool(heads) and tag(word[heads[0] - 1])[0] in "da"

    def adds_as_told(self, q: Quantity) -> bool:
        """ "counted 340 corpses and been told of a further 600 in a pit": told of, not done."""
        word, k = self.tokens.word, q.phrase_first - 1
        more = not FURTHER.isdisjoint(word[q.phrase_first : q.last])
        if q.kind == "money":  # "gave $3 million, and the Dutch added another $1 million"
            return more and word[k] == "added" and self.tokens.at(q.phrase_last) != "to"
        return more and word[k] == "of" and word[k - 1] in _TOLD


def managed(tokens: Tokens, q: Quantity) -> bool:
    """ "cleared 40 hectares in May; since then they have *done* 12": as much of the same."""
    k = before_adverbs(tokens.word, q.phrase_first - 1)
    return (q.kind == "bare" or q.inherited) and k > 0 and tokens.word[k] in verb_forms(_MANAGING)


def _is_of_others(word: list[str], q: Quantity) -> bool:
    """Whether a number is of others: "another 900", "900 more"."""
    after = word[q.phrase_last : q.phrase_last + 1]
    inside = word[q.phrase_first : q.phrase_last]
    return not FURTHER.isdisjoint(inside) or after in (["more"], ["others"])
