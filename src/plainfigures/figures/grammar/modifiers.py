"""Modifiers: the triggers in a noun phrase or right behind it, which say who or what is counted."""

from plainfigures.figures.grammar.costs import is_their_object, leads_to_verb
from plainfigures.figures.grammar.verbs import TAILS, Verbs
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.heads import NOMINAL, names_time
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import RELATIVES, SUBJECTS
from plainfigures.prose.words.helpers import BE, HELPERS
from plainfigures.prose.words.lexicon import is_person, singular, speech_verbs, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import WITHIN
from plainfigures.prose.words.tokens import Tokens

_US = frozenset("us you them those".split())
_OF = frozenset(("of", "in", "for"))
_SPEAKER = 4
TOLD = frozenset("reported confirmed known estimated".split())
_DAYS = frozenset("yesterday today tonight recently".split())
_NEXT = frozenset(("this", "last", "each", "every"))
_DRIVING = frozenset("force drive push throw turn burn bomb cast chase order move".split())


def past_them(tokens: Tokens, q: Quantity) -> int:
    """The token after a number and, where it stands alone, the "of us" behind it.

    Or after the place where people are of whom a relative clause tells ("900 *in the camp* who").
    """
    of = q.kind == "bare" and tokens.at(q.phrase_last) == "of"
    k = q.phrase_last + 2 * (of and tokens.at(q.phrase_last + 1) in _US)
    if q.unit not in PEOPLE or tokens.at(k) not in WITHIN:
        return k
    end = k + 1
    while tokens.capital(end) or tag(tokens.at(end) or ".")[0] in "dan":
        end += 1
    beside = tokens.at(end) == "who" and not is_person(singular(tokens.word[end - 1]))
    return end if beside and end > k + 1 else k


class Modifiers(Verbs):
    """The modifiers of the quantities of one sentence; token indices throughout."""

    def modifies(self, q: Quantity, t: Trigger) -> bool:
        """Whether a trigger says who or what is counted.

        "the nine injured", "the ten killed were", "the 60 who were evicted", "the £2m we sought".
        """
        if t.last == q.phrase_first and tag(self._tokens.word[t.first])[:2] == "vd":
            return True  # "of the pledged $4 million"
        if t.first < q.phrase_last:
            return False
        money = q.kind == "money"
        adverb = money and tag(self._tokens.at(q.phrase_last) or ".") == "r"
        told = not money and self._tokens.at(q.phrase_last) in TOLD  # "30 men reported killed"
        if t.first == q.phrase_last + adverb or (told and t.first == q.phrase_last + 1):
            # "of the $3 million actually spent on it"
            after = self._tokens.at(t.last)
            acts = t.kind == "state" and BE.isdisjoint(self._tokens.word[t.last :])
            acts = acts and any(
                o.kind == "intransitive" and o.first == t.first for o in self._triggers
            )
            if t.kind == "intransitive" or acts:
                return False  # "three of the 40 passengers | died", "… | drowned"
            if t.lemma.startswith("remain "):
                return False  # "half of the $3 million remained unpaid"
            if money and t.kind == "phrase" and tag(self._tokens.word[t.first])[:2] == "vd":
                return True
            ends = not after.isalpha() and (t.kind != "phrase" or money)
            done = money and t.kind == "verb" and tag(self._tokens.word[t.first])[:2] == "vd"
            if done and tag(after or ".").split(",")[0] == "p":
                return True  # "of the $3 million granted for it"
            led = tag(self._tokens.word[t.first]) == "r"  # "900 people | forcibly displaced"
            named = t.kind in ("state", "noun") or ends or led or self._is_reduced(t)
            # "of the 900 expected to return | 40 came"
            named = named or (" to " in t.lemma and is_number(after))
            return named or after in HELPERS or tag(after)[0] in "vr"
        k = q.phrase_last
        if money and t.kind != "noun":
            j = k
            while j < t.first and _is_named(self._tokens.word[j]):
                j += 1
            if j == t.first:
                return True  # "of the $3 million | fund required", "of $3m in credits pledged"
            if self._tokens.at(j) in SUBJECTS and self.after_helpers(j + 1) == t.first:
                return True  # "of the $3 million in aid they promised"
            k = j if self._tokens.at(j) in RELATIVES else k  # "… in aid | that they promised"
        k += self._tokens.word[k : k + 2] == ["for", "which"]  # "the £2m for which we ask"
        k = past_them(self._tokens, q) if k == q.phrase_last else k
        k += self._tokens.at(k) in RELATIVES
        related = self._tokens.at(k - 1) in RELATIVES and leads_to_verb(self._tokens, k, t.first)
        related = related or is_their_object(self._tokens, q, t)
        k = _said_of(self._tokens, k)  # "the £2m that it says it needs"
        return related or (self._tokens.at(k) in SUBJECTS and self.after_helpers(k + 1) == t.first)

    def _is_reduced(self, t: Trigger) -> bool:
        """ "most of the 27 people | killed in the raid": a participle that nobody's own act is."""
        kinds = {o.kind for o in self._triggers if o.first == t.first}
        participle = tag(self._tokens.word[t.first])[:2] == "vd"
        if t.kind == "phrase":
            # "half of the 900 people | forced to flee", "… | killed by the blast"
            driven = t.lemma.split()[0] in _DRIVING and t.lemma.split()[1] not in ("back", "home")
            fallen = self._tokens.word[t.last - 1] in NOMINAL  # "40 men | confirmed dead"
            # "of the 40 mines | scattered over the hills", but no "40 who | moved to"
            led = self._tokens.word[t.last - 1] in TAILS and "intransitive" not in kinds
            return participle and (driven or fallen or led)
        return (
            participle
            and t.kind == "verb"
            and "intransitive" not in kinds
            and (self._tokens.at(t.last) in TAILS or self._is_when(t.last))
        )

    def _is_when(self, k: int) -> bool:
        """ "killed *this year*", "shot *yesterday*"."""
        word = self._tokens.at(k)
        return word in _DAYS or (word in _NEXT and names_time(self._tokens, k + 1))


def _said_of(tokens: Tokens, k: int) -> int:
    """The token after "it says" and "the agency said" at token `k`; `k` where nobody says so."""
    for j in range(k + 1, k + _SPEAKER):
        if tokens.at(j) in speech_verbs() and tokens.at(j + 1) in SUBJECTS:
            return j + 1
    return k


def _is_named(word: str) -> bool:
    return word in _OF or tag(word).split(",")[0] in ("a", "n", "ns")
