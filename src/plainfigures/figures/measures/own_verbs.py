"""Own verbs: whether the verb that a number is subject or object of leaves a trigger to it."""

from plainfigures.figures.grammar.doers import is_blamed
from plainfigures.figures.grammar.people import is_anybody
from plainfigures.figures.grammar.predicates import Predicates
from plainfigures.figures.grammar.verbs import ARTICLES, DETERMINERS
from plainfigures.figures.measures.handing import is_only_there
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.triggers import ACTING, Trigger
from plainfigures.prose.nouns import changes
from plainfigures.prose.nouns.heads import NOMINAL
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.words.clauses import Clauses
from plainfigures.prose.words.closed import RELATIVES
from plainfigures.prose.words.helpers import BE, HAVE, HELPERS, before_adverbs
from plainfigures.prose.words.lexicon import speech_verbs, tag, verb_lemmas
from plainfigures.prose.words.signs import COMMA_AND
from plainfigures.prose.words.stems import verb_forms

# What an event or its count does to those whom it concerns.
_COVERING = tuple(
    "affect involve concern cover reach total number exceed include comprise average represent "
    "be become leave mean cost claim take make bring hit strike see count put send force surpass "
    "remain follow rise fall grow come say give pass top near approach climb increase drop decline "
    "touch cross breach swell jump soar stand amount vary fluctuate hover sink dip join "
    "tell".split()
)
_EACH = frozenset("every each both".split())
_GOING, _TIMES = ("come ", "go "), frozenset("day night morning evening year week".split())
_VOICING = tuple("express declare state voice announce indicate signal confirm show".split())
_OF_ALL = frozenset(("of", "among", "out"))
_SUBJECT = 6
_OPENING = frozenset("in at on near outside inside behind".split())
_CONTRASTING = frozenset("while whereas although".split())
_APART = 5
_CLAUSES = frozenset(("and", "but", "while"))
_SEEING, _HELPING = ("find", "discover", "show", "film"), ("help", "assist", "let", "see")
_EVERY = (["all", "of"], ["both", "of"])
_BIDDING = [[bid, "to"] for bid in "told warned advised urged asked".split()]
_SPEAKERS = frozenset("i we he she you".split())
_DID, _ENDS = HAVE | {"did", "were", "was"}, ([","], [";"], ["and"], ["but"])
_UNTIL = frozenset(("until", "before", "when"))
_OF_LAND = frozenset(("which", "where", "that"))


class OwnVerbs:
    """The verbs of the numbers of one sentence, set against its triggers."""

    def __init__(self, scan: Scan, clauses: Clauses, predicates: Predicates) -> None:
        self._scan = scan
        self._clauses = clauses
        self._predicates = predicates

    def allow(self, q: Quantity, t: Trigger) -> bool:
        """ "some 300 people watched while …": a number with a verb of its own keeps to it."""
        if t.first >= q.phrase_last:
            tokens = self._scan.tokens
            if self._is_of_next_subject(q, t) or self._is_apart_from(q, t):
                return False
            if tokens.word[q.phrase_last : t.first].count(",") == 1 and self._is_apart(q):
                return False
            lead = tokens.word[t.first - 2 : t.first]
            if lead[1:] == ["the"] and tag(lead[0])[:2] in ("v", "vd") and t.lemma in NOMINAL:
                return False  # "900 volunteers buried | the dead"
            if t.kind == "noun" and lead[1:] == ["the"] and lead[0] in _UNTIL:
                return False  # "the camp housed 900 until the resettlement began"
            if tokens.word[max(0, t.first - 2) : t.first] == ["as", "having"]:
                return True  # "recorded 900 as having returned"
            if t.kind == "phrase" and self._voices(q, t):
                return True
            if tokens.at(q.phrase_last) == "to" and tokens.word[t.first - 1] == "the":
                if self._predicates.is_foreign(q.phrase_last + 1):
                    return False  # "hired 340 people to look for the missing"
            if self._is_said_otherwise(q, t) or is_blamed(tokens, q, t):
                return False
            if _is_predicate(tokens.word, q, t):
                return True
            return self._predicates.allows(q, t) and not self._is_object(q, t)
        k = self._predicates.after_helpers(q.phrase_last)
        word = self._scan.tokens.word
        if k > q.phrase_last and word[k - 1] in BE and word[k : k + 2] in _BIDDING:
            return False  # "4,000 have fled, and another 900 were told to get ready"
        if word[t.first - 1] in RELATIVES and t.kind == "verb" and t.last == q.phrase_first:
            return True  # "the flood that | killed 900 people is still remembered"
        if q.kind == "money" and not is_nominal(t) and self._has_another_verb(q, t):
            return False
        if q.kind in ("noun", "bare") and self._governed_by_another(q, t):
            return False
        if q.kind == "percent" and t.kind == "noun" and word[t.last : q.phrase_first] == ["of"]:
            return True  # "an increase of 18 percent driven by oil"
        alone = word[t.first - 1] == "i" and "," in word[t.last : q.phrase_first]
        idle = t.kind == "intransitive" or "there" in word[t.last : q.phrase_first]
        if (alone and t.lemma.startswith(_GOING)) or (idle and word[t.first - 1] in _SPEAKERS):
            return False  # "by the time I left, it was down to seventy", "I came back and met 90"
        if q.kind == "money" and t.kind == "noun" and self._is_said_anew(q):
            return False
        own = self._predicates.own_verb(q)
        if own is None:  # "900 have died, and our 12 volunteers are working day and night"
            if self._begins_clause(q) and self._is_of_another_verb(q, t):
                return False
            telling = self._predicates.telling(t.measure)
            return q.kind != "noun" or not self._predicates.is_otherwise(q, telling)
        if t.kind == "intransitive" and q.kind in ("noun", "bare"):
            return False  # "a million had starved and another two million had sailed"
        helped = own > q.phrase_last and word[own - 1] in HELPERS
        acting = t.kind in ACTING or tag(word[t.first])[:2] == "vd"  # "9 drowned and 40 were saved"
        acting = acting or word[before_adverbs(word, t.first - 1)] in BE
        if helped and word[q.phrase_first - 1] in COMMA_AND and acting:
            return False  # "killed two and nine people were rescued", "4 were hurt, 9 were rescued"
        beside = own >= q.phrase_last and all(tag(w) == "r" for w in word[q.phrase_last : own])
        if beside and self._predicates.describes_another(q, t):
            return False  # "45 injured and 150 arrested"
        if beside and self._scan.tokens.at(t.first - 1) in BE:
            return False  # "12 men were killed and 40 managed to escape"
        if t.kind == "noun" and word[0] not in _OF_ALL:
            tells = word[own] in self._predicates.telling(t.measure).objects
            if "," in word[t.last : q.phrase_first] and q.kind in ("noun", "bare") and not tells:
                return False  # "on their return, 12 of the pilgrims fell ill"
        if (
            (t.kind in ("noun", "state") or t.first == 0 or word[t.first - 1] == "the")
            and word[self._scan.tokens.head] in _OPENING
            and not is_anybody(self._scan.tokens, q)
        ):
            return False  # "in the camp for the displaced 40 teachers give lessons"
        return not (self._clauses.border_between(t.first, q.first) or self._begins_clause(q))

    def _is_apart_from(self, q: Quantity, t: Trigger) -> bool:
        """ "heard 300 and *found that* 90 men were | killed", "met nine men and *was shot*"."""
        word, others = self._scan.tokens.word, (o.first for o in self._scan.quantities)
        last = max((k for k in others if q.phrase_last < k < t.first), default=0)
        told = (k for k in range(q.phrase_last + 1, last) if word[k] == "that")
        if any(tag(word[k - 1])[0] == "v" and word[k + 1] not in _TIMES for k in told):
            return word[q.phrase_last] not in RELATIVES
        many = q.kind == "noun" and word[q.phrase_first - 1] != "of" and (q.value or 0) > 1
        alone = word[t.first - (word[t.first] != "was")] == "was"
        return alone and many and word[q.phrase_last] in COMMA_AND

    def _is_of_next_subject(self, q: Quantity, t: Trigger) -> bool:
        """ "Crews rescued 30 people, and 600 | fled": said of the next number, its subject."""
        word, k = self._scan.tokens.word, self._predicates.verb_before(q)
        between = (o for o in self._scan.quantities if q.last <= o.first < t.first)
        subject = max(between, key=lambda one: one.first, default=None)
        if subject is None:
            return False
        helped = self._predicates.after_helpers(subject.phrase_last)
        if word[subject.phrase_first - 1] in speech_verbs() and t.kind == "intransitive":
            return helped == t.first  # "counted 900 arrivals, and the army says 40 | died"
        if word[subject.phrase_first - 1] not in _CLAUSES:
            return False
        if word[t.first - 1] == "to" and subject.phrase_last < helped == t.first - 2:
            # "30 people stayed, and 600 were made | to flee"
            own = self._predicates.own_verb(q)
            return own is not None and q.phrase_last <= own < subject.phrase_first
        if k < 0 or not self._predicates.is_foreign(k) or is_covering(word[k]):
            return False
        finite = helped > subject.phrase_last or t.kind in ("intransitive", "phrase")
        helps = word[k] in verb_forms(_HELPING) and word[t.first] in verb_lemmas(word[t.first])
        sees = helps or word[k] in verb_forms(_SEEING)  # "helped 30 men and 600 women return"
        return helped == t.first and finite and not sees

    def _is_apart(self, q: Quantity) -> bool:
        """ "while 900 are still in exile, others …", "…, part of a group of 900 who fled, …"."""
        near = self._scan.tokens.word[max(0, q.phrase_first - _APART) : q.phrase_first]
        return near[-4:-1] == ["of", "a", "group"] or not _CONTRASTING.isdisjoint(near)

    def _voices(self, q: Quantity, t: Trigger) -> bool:
        """ "900 declared their desire to return": whose wish it is."""
        k = self._predicates.own_verb(q)
        if k is None or not k < t.first <= k + 3:
            return False
        return self._scan.tokens.word[k] in verb_forms(_VOICING)

    def _is_said_otherwise(self, q: Quantity, t: Trigger) -> bool:
        """ "2,000 men were sick, and 90 had | died": what is said of others behind it."""
        after = self._scan.tokens.word[q.phrase_last : t.first]
        if q.kind == "bare" and after[:1] != [] and after[0] in _DID and after[1:2] in _ENDS:
            return True  # "says that eleven *had*, and that 28 had been | hurt"
        if t.kind == "noun":
            return False
        others = (o for o in self._scan.quantities if q.phrase_last < o.first < t.first)
        subject = next((o for o in others if o.kind in ("noun", "bare")), None)
        if subject is None or q.kind not in ("noun", "bare"):
            return False
        if is_only_there(self._scan.tokens, self._predicates, q, subject, t):
            return True
        telling = self._predicates.telling(t.measure)
        return q.kind == "noun" and self._predicates.is_otherwise(q, telling)

    def _governed_by_another(self, q: Quantity, t: Trigger) -> bool:
        """ "the returns programme employs 120 people": the object of a verb after the trigger."""
        k = self._predicates.verb_before(q)
        bare = q.kind == "bare" and q.unit is None
        if k < t.last or not (bare or q.unit in PEOPLE) or not self._predicates.is_foreign(k):
            return False
        verb = self._scan.tokens.word[k]
        if bare and (
            verb in HELPERS
            or verb in changes.movements()
            or verb in self._predicates.telling(t.measure).objects
        ):
            return False  # "the number did not exceed 900", "the arrivals sank to 900"
        if verb in HAVE and tag(self._scan.tokens.word[q.phrase_first])[:2] == "vd":
            return False  # "the number of returnees has exceeded 900"
        return not is_covering(verb) or self._has_object(t, k)

    def _has_object(self, t: Trigger, verb: int) -> bool:
        """ "*killed* all the men and then | *sent* 900 settlers": whether it is done to others."""
        word, k = self._scan.tokens.word, before_adverbs(self._scan.tokens.word, verb - 1)
        relative = next((j for j in range(t.last, k) if word[j] in RELATIVES), k)
        led = word[t.last] in DETERMINERS or word[t.last] in _EACH
        if word[k] != "and" or t.kind not in ("verb", "phrase") or word[t.first - 1] in BE:
            return False
        return led and all(tag(w)[0] in "dnap" for w in word[t.last : relative])

    def _has_another_verb(self, q: Quantity, t: Trigger) -> bool:
        """ "for which 166 million had been sought, drew 21", "of 9 voted, 6 reached it"."""
        k = q.phrase_first - 1
        gap = self._scan.tokens.word[t.last : k + 1]
        if self._predicates.is_foreign(k):
            return "," in gap or "and" in gap
        return gap[-1:] == [","] and self._predicates.own_verb(q) is not None

    def _is_said_anew(self, q: Quantity) -> bool:
        """ "became commitments *and* | $3 million *has been paid*": a clause with a measure."""
        k = self._predicates.after_helpers(q.phrase_last)
        anew = self._scan.tokens.at(q.phrase_first - 1) == "and" and k > q.phrase_last
        return anew and bool(self._predicates.triggers_at(k))

    def _is_of_another_verb(self, q: Quantity, t: Trigger) -> bool:
        """ "those who lost their roof got $9, and 640 families in Ost | have been paid"."""
        word = self._scan.tokens.word
        near = range(q.phrase_last, min(q.phrase_last + _SUBJECT, self._scan.tokens.size))
        helper = next((k for k in near if word[k] in HAVE or word[k] in BE), 0)
        verb = self._predicates.after_helpers(helper)
        if not helper or "," in word[q.phrase_last : helper]:
            return False
        if verb not in self._predicates.named:
            return verb < len(word) and self._predicates.is_foreign(verb)
        return all(one.measure != t.measure for one in self._predicates.triggers_at(verb))

    def _begins_clause(self, q: Quantity) -> bool:
        """ "60 men perished, and that only two of the guards stood trial": a subject of its own."""
        word, k = self._scan.tokens.word, q.phrase_first - 1
        k -= k > 0 and (word[k] in ARTICLES or word[k] == "that")  # "and the two of them opened"
        return k > 0 and word[k] in ("and", "but") and word[k - 1] == ","

    def _is_object(self, q: Quantity, t: Trigger) -> bool:
        """ "Police arrested 12 fans; a steward was hurt": the object of a verb before a border."""
        if q.phrase_first == 0 or not self._predicates.is_foreign(q.phrase_first - 1):
            return False
        k = q.phrase_last + (self._scan.tokens.at(q.phrase_last) == ",")
        k += 2 * (self._scan.tokens.word[k : k + 2] in _EVERY)
        if self._scan.tokens.at(k) == "(" and ")" in self._scan.tokens.word[k : t.first]:
            k = self._scan.tokens.word.index(")", k) + 1
        if self._scan.tokens.at(k) in RELATIVES:  # "the fire trapped 9 men, all of whom died"
            return False
        if q.kind == "unit" and not _OF_LAND.isdisjoint(self._scan.tokens.word[k : t.first]):
            return False  # "there are 900 acres on the hill which nobody may enter"
        if self._scan.tokens.at(q.phrase_last) == "and" and t.kind == "noun":
            second = self._scan.tokens.at(q.phrase_last + 1)
            if tag(second) == "vd":
                return True  # "freed 900 people and helped in the evacuation of 400"
        return self._clauses.border_between(q.phrase_last - 1, t.first)


def is_nominal(t: Trigger) -> bool:
    """A noun, or a phrase that begins with one ("budget for")."""
    return t.kind == "noun" or (t.kind == "phrase" and tag(t.lemma.split()[0])[0] == "n")


def is_covering(verb: str) -> bool:
    """Whether a verb says whom an event concerns, or only that somebody tells of it."""
    return verb in verb_forms(_COVERING) or verb in speech_verbs()


def _is_predicate(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "900 men *led out of the town* | had been shot": what is told of those who are described."""
    k, end = q.phrase_last, t.first
    while end > k and word[end - 1] in HELPERS:
        end -= 1
    gap = word[k + 1 : end]
    if not gap or not (end < t.first or word[end] in HELPERS) or word[k] in HELPERS:
        return False
    described = "vd" in tag(word[k]).split(",") and tag(gap[0])[0] in "pr"
    return described and all(tag(one)[0] in "pdanr" for one in gap)
