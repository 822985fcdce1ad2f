"""Acts without a tense of their own: an infinitive, a participle, a noun in a temporal clause."""

from plainfigures.figures.grammar.participles import DETERMINERS, goes_with, runs_along
from plainfigures.figures.grammar.prospects import AHEAD
from plainfigures.figures.triggers.triggers import ACTING, Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import BREAKS
from plainfigures.prose.words.helpers import BE, HAVE, HELPERS, MODALS, WILL
from plainfigures.prose.words.lexicon import future, tag
from plainfigures.prose.words.signs import AND_OR, CLOSERS, WHO
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_TIMES = frozenset("after once following upon with when until before".split())
_LEAVING_SO, _WHILE = frozenset("leave make render".split()), frozenset(("as", "when", "once"))
# Within so many tokens a verb has its helpers before it.
_HELPING = 3
_FREE, _MIGHT = frozenset(("may", "can")), frozenset(("could", "might"))
_TOO, _GOING = frozenset("follow join do go".split()), frozenset("flee die leave drown".split())
_ANY = frozenset("what whatever whoever all anyone everyone everything".split())
SUPPOSING = frozenset(("could", "might", "would"))
_OWN_TENSE = frozenset("is are was were has have had".split())
# With these "could" is a past that came true: "so that 900 could go home", "only then could 900".
_AIMS = frozenset("so only finally whether until".split())
_CAN = _FREE | _MIGHT
HOLDING = tuple("accommodate house hold host shelter absorb receive take".split())
_COUNTS = frozenset("number figure rate total pace tally".split())
_COUNTING, _PREDICATE, _OPENING = 8, 12, 2
_UNREAL = frozenset(
    "no not impossible unthinkable premature unlikely possible feasible out unrealistic".split()
)
_FOR = frozenset(("for", "of"))
_ALLOWING = frozenset(
    "allow allows allowed provide provides provided provision plan plans room budget budgeted "
    "prepare prepares preparing brace braces bracing capacity planning target quota".split()
)
_LEFT = frozenset("remaining last other".split())
_PLANNED = frozenset(
    "planned prepared considered discussed envisaged negotiated organised set fixed".split()
)
_BEGINS = frozenset("begins starts".split())
# What is done so that people get home.
_FURTHERING = tuple(
    "complete finish conclude facilitate organise organize arrange ensure secure support speed "
    "accelerate encourage promote begin start resume undertake carry oversee prepare allow enable "
    "permit coordinate guarantee implement pave see make assist help try broker negotiate "
    "achieve aid fund finance".split()
)
_BEGINNING = ("begin", "start", "launch", "resume", "embark")
LEAVING = tuple(
    "leave depart board cross embark set travel fly come arrive walk move gather pack sail".split()
)
_HELPED = frozenset(
    "helped able began begun started continued completed finished manage manages managed used took "
    "taken worked working".split()
)
_MAY_BE = [[word, "be"] for word in ("may", "might", "can", "could")]
_POTENTIAL = frozenset("potential prospective intending possible likely eligible".split())
_DID, _APART = frozenset(("came", "went")), frozenset((",", "but"))


def leading(tokens: Tokens, q: Quantity, t: Trigger) -> list[str]:
    """The words before a verb, among them its helpers; those of the verb that it goes on with.

    "could kill 300 people and | leave 900 homeless", "might make 300 lame and 900 homeless".
    """
    word, at = tokens.word, t.first
    if t.first >= q.last and tokens.at(q.phrase_last) in _OWN_TENSE:
        return word[max(q.phrase_last, at - _HELPING) : at]  # "and 8 were missing"
    if t.first >= q.first and word[q.phrase_first - 1] in _LEAVING_SO:
        at = q.phrase_first - 1
    elif t.first >= q.last and word[q.phrase_first - 1] == "and":
        at = q.phrase_first if tokens.at(t.last) not in HELPERS else at
    low = max(0, at - _HELPING)  # but "took *what they could* carry and | killed 300 people"
    free = next((k for k in range(low, at) if word[k] == "could" and word[k - 2] in _ANY), low - 1)
    near = word[free + 1 : at]
    if t.kind == "noun" or near[-1:] != ["and"]:
        return near
    k = max((k for k in range(at) if word[k] in SUPPOSING or word[k] in _FREE), default=-1)
    if k < 0 or k == free or not BREAKS.isdisjoint(word[k:at]):
        return near
    done = word[at].endswith(("s", "ed")) or tag(word[at])[:2] == "vd"
    unlike = at < q.phrase_first and done and word[k + 1] != "have"
    return near if unlike else [word[k]]


def may_befall(tokens: Tokens, q: Quantity, t: Trigger, near: list[str]) -> bool:
    """ "a flood may kill 300 people", "can cost 900 lives": what has not come, and may never.

    `near` are the words that lead to what befalls them.
    """
    if t.kind == "noun" or q.kind not in ("noun", "bare") or near[-1:] == []:
        return False
    acts = t.first < q.first or tokens.word[q.phrase_first - 1] in _LEAVING_SO
    acts = acts or t.lemma.split()[0] in _GOING
    return acts and near[-1] in _FREE and near[-1] in tokens.raw


def may_follow(tokens: Tokens, q: Quantity) -> bool:
    """ "300 died, and nine more *might*", "and 40 others *may follow*": what has not come."""
    k = q.phrase_last + (tokens.at(q.phrase_last) in ("more", "others"))
    if tokens.at(k) not in _CAN or tokens.raw[k] not in _CAN or q.kind == "money":
        return False
    k += 1 + (tag(tokens.at(k + 1) or ".") == "r")
    return tokens.at(k) in _TOO or tokens.at(k) in CLOSERS


def departed(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "212 refugees left the camps to return home": the verb before the infinitive tells it."""
    word = tokens.word
    if t.first < q.phrase_last or word[t.first] != "to":
        return False
    k = q.phrase_last
    while k < t.first and (word[k] in HELPERS or tag(word[k]) == "r"):
        if word[k] in future("measure"):
            return False
        k += 1
    happened = tag(tokens.at(k))[:2] == "vd" and word[k - 1] not in BE
    gap = word[k : t.first]
    return happened and word[k] in verb_forms(LEAVING) and BREAKS.isdisjoint(gap)


def is_led_by(tokens: Tokens, k: int, q: Quantity, t: Trigger) -> bool:
    """ "Under the plan 900 went home": what those counted did, by what leads the sentence.

    Nor is to come what "*the plan paid* out to Chad, in two years, $4 million".
    """
    if tokens.word[k] == "plan" and k + 1 == t.first and t.last < q.phrase_first:
        return tag(tokens.word[t.first])[:2] == "vd" and tokens.word[t.last] in ("to", "the")
    if tokens.word[0] != "under" or not k < q.phrase_first < q.phrase_last <= t.first:
        return False
    past = tag(tokens.word[t.first])[:2] == "vd" and tokens.word[t.first - 1] not in BE
    return past and future("measure").isdisjoint(tokens.word[q.phrase_last : t.first])


def is_ahead(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """Whether an act that a noun names takes its tense from a verb that points forward."""
    if q.kind == "money":
        return False
    if _is_allowed_for(tokens.word, q, t) or runs_along(tokens, q, t):
        return True
    if t.kind != "noun":
        if t.first >= q.phrase_last and tag(tokens.word[t.first])[:2] != "vd":
            if _is_before(tokens.word, t, q):
                return True
        counts = tokens.word[max(0, t.first - _COUNTING) : t.first]
        counts += tokens.word[t.last : q.phrase_first]
        return not _COUNTS.isdisjoint(counts) and _is_foretold(tokens.word, t, q)
    holds = q.phrase_first - 1 - (tokens.word[q.phrase_first - 1] == "in")
    if holds > 0 and tokens.word[holds] in HOLDING and tokens.word[holds - 1] in _CAN:
        return True  # "the town can take in 900 returnees"
    if tokens.at(t.first - 1) in _POTENTIAL or _is_foretold(tokens.word, t, q):
        return True
    if _is_left(tokens, q, t) or _is_being_planned(tokens, q, t):
        return True
    return _is_purpose(tokens, q, t) or _is_before(tokens.word, t, q)


def may_come(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "another 900 may still return", "can now give $3 million": what they are free to do."""
    if q.kind == "money" and goes_with(tokens, t):
        return True
    be = t.first + (tokens.word[t.first] == "be")
    if q.kind == "money" and tokens.word[max(0, be - 2) : be] in _MAY_BE:
        return True  # "up to $4 million may be raised"
    ahead = q.kind != "money" and t.first >= q.phrase_last
    sends = q.kind != "money" and t.last <= q.phrase_first and t.kind in ACTING
    gives = q.kind == "money" and t.last <= q.phrase_first and t.kind == "verb"
    k = t.first - 1
    while k > (q.phrase_last if ahead else 0) and tag(tokens.word[k]) == "r":
        k -= 1
    see = q.phrase_first - 1
    if ahead and tokens.at(see) == "see" and tokens.at(see - 1) in SUPPOSING | _CAN:
        return True  # "the south could see 900 people return"
    if k > 0 and tokens.word[k - 1] in WHO and t.last <= q.phrase_first:
        return tokens.word[k] in _CAN  # "the number of those who could return is 900"
    if not (ahead or sends or gives) or t.kind == "noun" or k < 0:
        return False
    if gives:
        return tokens.raw[k] in _CAN
    k -= tokens.word[k] in BE
    if tokens.word[k] in _MIGHT:  # "they will build homes, so 900 could return"
        return _AIMS.isdisjoint(tokens.word) or not WILL.isdisjoint(tokens.word)
    return tokens.raw[k] in _FREE


def _is_foretold(word: list[str], t: Trigger, q: Quantity) -> bool:
    """ "the number of returnees is expected to reach 900"."""
    gap = word[t.last : q.phrase_first]
    if not BREAKS.isdisjoint(gap) or "," in gap or "to" not in gap:
        return False
    if not SUPPOSING.isdisjoint(gap):
        return True  # "the number of returns could rise to 900"
    return not BE.isdisjoint(gap) and not future("measure").isdisjoint(gap)


def _is_allowed_for(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "the budget allows for 900 returns", "a plan for 900 returns"."""
    if not q.phrase_first <= t.first < q.phrase_last:
        return False
    k = q.phrase_first - 1
    return k > 0 and word[k] in _FOR and not _ALLOWING.isdisjoint(word[max(0, k - 2) : k])


def _is_left(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "the return of the remaining 900 is a matter of money": those who are still away."""
    word = tokens.word
    if word[t.last : t.last + 2] != ["of", "the"] or tokens.at(t.last + 2) not in _LEFT:
        return False
    if t.last + 3 < q.phrase_first:
        return False
    after = word[q.phrase_last : q.phrase_last + _PREDICATE]
    return HAVE.isdisjoint(after) and not any(tag(form)[:2] == "vd" for form in after)


def _is_being_planned(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "return of 900 refugees who live in the town is being planned": the far predicate."""
    word, last = tokens.word, max(t.last, q.phrase_last)
    if t.last > q.phrase_first:
        return False
    for k in range(last, min(last + _PREDICATE, len(word) - 1)):
        if word[k] in _APART or word[k] in (";", ":"):
            return False
        if word[k] in SUPPOSING and BREAKS.isdisjoint(word[last:k]):
            return True  # "the forced return of 900 would be a disaster"
        if t.first > tokens.head + _OPENING:
            continue
        if word[k] in _BEGINS:
            return True  # "the return of 900 begins in May"
        if word[k] in ("is", "are", "was", "were"):
            after = tokens.at(k + 1 + (word[k + 1] == "being"))
            if word[k] in ("is", "are") and after in _UNREAL:
                return True  # "the return of 900 is no solution"
            return after in future("measure") or after in _PLANNED or word[k + 1] == "to"
    return False


def _is_purpose(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "agreed to try and complete the return of 900": the object of an infinitive.

    "commitments to assist 900 returns", "has agreed to assist in the return of 900"; "embarks on".
    """
    word, k = tokens.word, min(t.first, q.phrase_first) - 1
    while k > 0 and word[k] in DETERMINERS:
        k -= 1
    k -= (word[k] == "in" and word[k - 1] == "assist") or word[k] == "on"
    if t.last <= q.phrase_first and word[k] in verb_forms(_BEGINNING):
        return not word[k].endswith("ing") or word[k - 1] in BE
    if k < 1 or word[k] not in _FURTHERING:
        return False
    while k > 1 and (word[k - 1] in _FURTHERING or word[k - 1] in AND_OR):
        k -= 1
    return word[k - 1] == "to" and _HELPED.isdisjoint(word[max(0, k - 7) : k - 1])


def _is_before(word: list[str], t: Trigger, q: Quantity) -> bool:
    """ "After the return of 900, the camp will be closed", "is set to grow as 900 return"."""
    k = q.phrase_first - 1
    if word[k] in _WHILE and not WILL.isdisjoint(word[:k]):
        return True  # "rents will rise when 900 return"
    if word[k] in _WHILE and any(word[j] in AHEAD and word[j + 1] == "to" for j in range(k)):
        return True
    last, opener = max(t.last, q.phrase_last), not word[0].isalnum()
    first = min(t.first, q.phrase_first)
    if word[opener] not in _TIMES or first > 3 + opener or "," not in word[last:]:
        return False
    return not WILL.isdisjoint(word[word.index(",", last) :])


def is_own(tokens: Tokens, q: Quantity, t: Trigger, parted: bool = False) -> bool:
    """Whether a trigger is what those of a number did, right behind it or after its helpers.

    `parted`: a comma stands before the number.
    """
    gap = tokens.word[q.phrase_last : t.first]
    if gap[:2] in (["of", "whom"], ["of", "them"]) and tag(tokens.word[t.first])[:2] == "vd":
        gap = gap[2:] or ["had"]  # "900 plan to go, 300 of whom *went* to look at it"
    if t.first < q.phrase_last or not MODALS.isdisjoint(gap):
        return False
    did = parted or gap != [] or tokens.word[t.first] in _DID
    return did and all(one in HELPERS or tag(one) == "r" for one in gap)
