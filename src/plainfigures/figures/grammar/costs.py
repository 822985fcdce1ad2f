"""How far a trigger is from a quantity, in the weights of clauses."""

from plainfigures.figures.grammar.idle import does_to_thing, is_idle, is_of_office
from plainfigures.figures.grammar.insertions import LONGEST, opens_insertion
from plainfigures.figures.grammar.lending import is_given_beside, is_lent_beside
from plainfigures.figures.grammar.targets import BEYOND, is_of_measure
from plainfigures.figures.triggers.fits import TIMES
from plainfigures.figures.triggers.forms import has_own_object
from plainfigures.figures.triggers.triggers import NAMING, Trigger
from plainfigures.prose.nouns import changes
from plainfigures.prose.nouns.heads import NOMINAL
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.clauses import Clauses
from plainfigures.prose.words.closed import DETERMINERS
from plainfigures.prose.words.helpers import BE, HAVE, HELPERS, RECKONED
from plainfigures.prose.words.lexicon import speech_verbs, tag
from plainfigures.prose.words.signs import ARE, CLOSERS, IT, WHO
from plainfigures.prose.words.tokens import DASHES, Tokens

FURTHEST = 30.0
# The longest subject of a relative clause, in tokens.
_SUBJECT = 7
_RIGHT_BESIDE = 1.0
_COMPARED = (["compared", "with"], ["compared", "to"], ["against"], ["down", "from"])
# What may stand between a noun and the verb of its relative clause ("the $2 million it needs").
_RELATING = HELPERS | frozenset("who whom which that we they it i he she you".split())
_BRINGING = frozenset("bring brings bringing brought total".split())
_DETERMINERS = frozenset("the a an its their some about more at over".split())
# What rises and falls stands after its verb; who flees or dies does not.
_MOVED = frozenset(("percent", "point", "multiple", "money"))
_ANYONE = frozenset("everybody everyone them him us me anyone anybody somebody someone".split())
# How far what is said of a whole that leads stands from its part.
_LED = 3.0
# Within so many tokens what leads is named.
_REACHED = 3
_SIGNS = DASHES | {","}
_LABELLING = DASHES | CLOSERS | {":", "("}
_SUMMING = frozenset("total totals totaled totalled numbered amounted amounts".split())
# Within so many tokens the noun of a subject opens its sentence.
_OPENING = 3
_COUNT = 4
_HIT = _SUMMING.union(
    "hit hits reached reaches passed topped exceeded surpassed crossed touched".split()
)
# What one may do and have done to one.
_DONE_TO = frozenset(("drown", "starve", "suffocate"))
_ASIDES = frozenset(", ; but : who which that".split())
_REACHING = frozenset(("to", "at", "past", "beyond"))
_SAYING = frozenset("include includes included were are numbered".split())
_LEADING = _RELATING | RECKONED  # to the verb behind a number
_GIVEN = RECKONED | {"to", "now", "stated", "given"}
_STOOD = _SUMMING.union("stood stands standing put estimated came".split())
# The longest brackets behind a number, and between a sum and its verb, in tokens.
_BRACKET, _ASIDE = 24, 6
_OF_THEM = (["of", "whom"], ["of", "which"])
_REMAIN = frozenset("remain remains remained".split())
# The longest subject before a predicate, in tokens.
_PREDICATE = 12
_NOMINAL_TAGS = frozenset("d n ns a p vd".split())
_AFTER = frozenset("after once because since".split())
_FOUND = HELPERS.union("found still now also later since reportedly all both".split())


def cost(tokens: Tokens, clauses: Clauses, q: Quantity, t: Trigger) -> float:
    """The distance, less where the trigger is passive or adjacent, more where it does not fit."""
    word = tokens.word
    if q.phrase_first <= t.first < q.phrase_last or t.first < q.first < t.last:
        return FURTHEST + 1.0 if is_of_office(tokens, t) else 0.0
    if _is_set_against(word, q, t) or is_lent_beside(tokens, q, t):
        return 0.0
    if is_idle(tokens, t) or _is_left(word, q, t):
        return FURTHEST + 1.0
    if q.kind == "money" and _is_brought(word, q, t):
        return -1.0
    if q.kind == "money" and is_of_measure(word, q, t):
        return FURTHEST + 1.0
    if q.kind == "money" and t.last < q.phrase_first and is_given_beside(word, q, t):
        return FURTHEST + 1.0
    if _is_said_of(tokens, q, t):
        return -1.0
    if t.kind in NAMING and tokens.at(q.last) not in NOMINAL and _is_given(tokens, q, t):
        return -1.0
    if q.kind == "bare" and t.last == q.phrase_first - 1:
        led = t.first == 0 or word[t.first - 1] in _LABELLING  # "Dead: 40"
        if word[t.last] == "at" or (word[t.last] == ":" and led):
            return -1.0  # "put the dead at 40 and the injured at 212"
    labels = t.first > q.last and tokens.at(t.last) == ":" and word[t.first - 1] in _LABELLING
    if labels and tokens.at(t.last + 1)[:1].isdecimal():
        return FURTHEST + 1.0  # "dead: 40, | injured: 212"
    if t.first >= q.phrase_last:
        found = max(_after(tokens, clauses, q, t), 0.0)
    else:
        found = max(_before(word, clauses, q, t), 0.0)
    # "fell 3 times" is a change, "sold to Kenya, 3 times" is none
    if q.unit in TIMES and found > _RIGHT_BESIDE and not _moves_by(word, q, t):
        return FURTHEST + 1.0
    return found


def _is_left(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "their number *fell to* 900 | after the rest had returned": who is left, not who went."""
    fell = changes.verbs().get(word[q.phrase_first - 2]) == "decrease"
    if not fell or word[q.phrase_first - 1] != "to" or t.kind == "noun":
        return False
    return not _AFTER.isdisjoint(word[q.phrase_last : t.first] or word[:1])


def _is_brought(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "this brings disbursements under the loan to $9 million": what a verb brings to a sum."""
    led = t.kind == "noun" and t.last < q.phrase_first and word[q.phrase_first - 1] == "to"
    return led and t.lemma in ("disbursement", "payment") and word[t.first - 1] in _BRINGING


def _moves_by(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "increased the sale of tea by 3 times": by how much, however far the verb."""
    led = q.phrase_first > t.last and word[q.phrase_first - 1] == "by"
    return led and word[t.first] in changes.verbs()


def _is_set_against(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "no one was killed, compared with three in 1999": others were, before."""
    if t.last >= q.phrase_first or word[t.last] != ",":
        return False
    return word[t.last + 1 : q.phrase_first] in _COMPARED


def _is_said_of(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """Whether the number's own relative clause or predicate holds the trigger.

    "$3 million that the UN asked for", "2 million of which had been paid", "$4 million is a loan",
    "6 of whom lost their lives".
    """
    word, k = tokens.word, q.phrase_last
    if t.first > k and t.kind != "noun" and word[k : k + 2] in _OF_THEM and q.kind != "money":
        # "40 were hurt, 6 of whom | did not survive"
        return all(w in HELPERS or tag(w) == "r" for w in word[k + 2 : t.first])
    if t.first <= k or q.kind != "money":
        return False
    if t.kind == "noun":
        middle = word[k + 1 : t.first]
        return word[k] in BE and len(middle) <= _SUBJECT and all(tag(w)[0] in "dan" for w in middle)
    if word[k] in ("that", "which") or word[k : k + 2] == ["of", "which"]:
        return leads_to_verb(tokens, k + 1 + (word[k] == "of"), t.first)
    if is_their_object(tokens, q, t):
        return True
    return _is_predicate(word, k, t) or _is_passive(tokens, q, t)


def _is_predicate(word: list[str], k: int, t: Trigger) -> bool:
    """ "$3 million | of the aid promised in Oslo | has been paid": what the clause ends in."""
    told = word[t.first] in _REMAIN or not (BE | HAVE).isdisjoint(word[t.first - 2 : t.first])
    if word[k] != "of" or not told:
        return False
    subject = word[k + 1 : t.first]
    while subject and (subject[-1] in HELPERS or tag(subject[-1]) == "r"):
        subject.pop()
    return len(subject) <= _PREDICATE and all(
        not _NOMINAL_TAGS.isdisjoint(tag(w).split(",")) for w in subject
    )


def _is_passive(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "$9 million | (38%) | has been received: $3 million by Chad": no label of what follows."""
    word, k = tokens.word, q.phrase_last
    if tokens.at(t.last) != ":":
        return False
    if word[k] == "(" and ")" in word[k : k + _ASIDE]:
        k = word.index(")", k) + 1
    gap = word[k : t.first]
    return not BE.isdisjoint(gap) and all(w in HELPERS or tag(w) == "r" for w in gap)


def is_their_object(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "the $3 million | the agency had asked for", "the $2 million | donors promised"."""
    word, k = tokens.word, q.phrase_last
    if q.kind != "money" or word[q.phrase_first - 1] not in DETERMINERS or t.first <= k:
        return False
    opens = word[k] in DETERMINERS or tokens.capital(k) or tag(word[k])[:2] == "ns"
    # but "of the $3 million the agency gave $2 million to Chad"
    return opens and leads_to_verb(tokens, k, t.first) and not _object_follows(tokens, t.last)


def _is_given(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "the death toll from the storm rose to 212": the count that a verb brings to its number."""
    word, k = tokens.word, q.phrase_first - 1
    moved = word[k] in _HIT or (word[k] in ARE and t.kind == "phrase" and q.kind == "bare")
    if word[k + 1] in _HIT:  # "has topped 212"
        k, moved = k + 1, True
    elif word[k] in _REACHING or word[k + 1] in BEYOND:
        k -= word[k] in _REACHING
        moved = moved or word[k] in changes.movements() or word[k] in _STOOD
    if not moved or t.last > k or q.kind not in ("bare", "noun"):
        return False
    gap = word[t.last : k]
    if t.last <= tokens.head + _OPENING and (word[k] in _SUMMING or word[k + 1] in _SUMMING):
        return ";" not in gap  # "Losses, a clerk of the ministry said, totalled 90"
    if t.last <= tokens.head + _COUNT:  # "The number of dead in Bor, Malta, is now stated to be 21"
        gap = [w for w in gap if w != "," and w not in _GIVEN]
    while gap and gap[-1] in HELPERS:
        gap.pop()
    that = gap.index("that") if "that" in gap else 0
    if that and tag(gap[that - 1])[:1] == "n":
        gap = gap[:that]  # "the death toll from the quake that struck Chad"
    if "and" in gap and not HELPERS.isdisjoint(gap):
        return False  # "the toll was high and losses rose to 90"
    return _ASIDES.isdisjoint(gap) and not any(tag(w)[:2] in ("v", "v,") for w in gap)


def _after(tokens: Tokens, clauses: Clauses, q: Quantity, t: Trigger) -> float:
    found = clauses.distance(q.phrase_last - 1, t.first)
    gap = _past_brackets(tokens.word[q.phrase_last : t.first])
    if gap[:1] != [] and gap[0] in _SIGNS and gap.count(gap[0]) == 2 and t.kind != "noun":
        close = gap.index(gap[0], 1)
        if opens_insertion(gap[1]) and close < LONGEST and _FOUND.issuperset(gap[close + 1 :]):
            return 0.0  # "seven staff, among them a nurse, were injured"
    if gap[:1] != [] and gap[0] in BE and gap[1:2] != [] and gap[1] in RECKONED:
        if t.kind != "noun" and _RELATING.issuperset(w for w in gap[2:] if w != "to"):
            return found - 2.5  # "97 are estimated to have gone missing"
    if t.kind in ("verb", "phrase"):
        if gap[-1:] == [","] and q.kind not in _MOVED and does_to_thing(tokens, t):
            return FURTHEST + 1.0
        if _LEADING.issuperset(gap) or not BE.isdisjoint(gap[-3:]):
            return found - 2.5
        if t.kind == "verb" and tokens.at(t.last) == "them" and gap[-1:] == ["and"]:
            return found - 2.5  # "dragged 26 people from a church and shot them"
        if t.kind == "verb" and tokens.at(t.last) in _ANYONE:
            return FURTHEST + 1.0  # "let in 900 farmers, and held everybody else"
        return found + 2.0 if _object_follows(tokens, t.last) else found
    if t.kind in ("intransitive", "state"):
        if q.kind == "percent" and tokens.at(q.phrase_first - 1) == "," and "," in gap:
            return FURTHEST + 1.0  # "its share, 98 percent in 2008, slipped to 91"
        if q.kind in _MOVED and "," in gap and tokens.at(t.last)[:1].isdecimal():
            return found  # "14 percent, up 38 percent"
        if gap[-1:] == ["and"] and tag(t.lemma)[:2] == "vd" and _object_follows(tokens, t.last):
            return found + 2.0  # "claimed the lives of 30 men and injured 17"
        return found - 2.5 if len(gap) <= 3 else found
    if q.kind == "money" and not gap:
        return 0.0  # "a $3 million budget"
    return found + 2.5


def _past_brackets(gap: list[str]) -> list[str]:
    """ "214 (up from 190) | killed": what follows brackets behind a number, or closes them."""
    if gap[:1] == ["("] and ")" in gap[:_BRACKET]:
        return gap[gap.index(")") + 1 :]
    return gap[1:] if gap[:1] == [")"] else gap


def leads_to_verb(tokens: Tokens, first: int, verb: int) -> bool:
    """Whether a relative clause from token `first` has the verb as its own, after its subject.

    "$3 million that | the UN's assessment had | asked for", "… that | the UN said it | needed".
    """
    word, k = tokens.word, verb - 1
    while k >= first and (
        word[k] in HELPERS or word[k] in IT or tag(word[k])[0] == "r" or word[k] in speech_verbs()
    ):
        k -= 1
    nominal = (tokens.capital(j) or tag(word[j])[0] in "dnaox" for j in range(first, k + 1))
    return first <= verb and k < first + _SUBJECT and all(nominal)


def _before(word: list[str], clauses: Clauses, q: Quantity, t: Trigger) -> float:
    found = clauses.distance(t.last - 1, q.phrase_first)
    gap = word[t.last : q.phrase_first]
    if word[0] == "of" and t.first < _REACHED and "," in gap and t.kind == "phrase":
        return found + _LED  # "Of the prisoners of war, 300 are reported to have died"
    if word[0] == "of" and gap == [","] and "who" in word[: t.first]:
        return _LED  # "Of those who died, 17 were women"
    counts_none = t.kind == "intransitive" or has_own_object(t.lemma)
    if counts_none and q.kind not in _MOVED and q.unit not in TIMES:
        told = word[t.last : t.last + 1] != [] and word[t.last] in _SAYING
        if told or "number" in word[max(0, t.first - _SUBJECT) : t.first]:
            if not WHO.isdisjoint(word[max(0, t.first - 3) : t.first]):
                return found  # "those who died included three doctors", "the number who died was 9"
        if t.lemma in _DONE_TO and not gap and word[t.first - 1] not in BE:
            return found - 0.5  # "broke the dam and drowned 90"
        # "left 91 dead" is no leaving
        return FURTHEST + 1.0 if q.phrase_first - t.last <= 1 else found + 10.0
    if t.kind == "verb":
        active = BE.isdisjoint(word[max(0, t.first - 2) : t.first])
        return found - 0.5 if active else found + 1.5
    return found


def _object_follows(tokens: Tokens, j: int) -> bool:
    if j >= tokens.size:
        return False
    w = tokens.word[j]
    if w == "at":
        return j + 1 < tokens.size and tokens.word[j + 1] == "least"
    return w in _DETERMINERS or w[0].isdecimal() or "ns" in tag(w).split(",")
