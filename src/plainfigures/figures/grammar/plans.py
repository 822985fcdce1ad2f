"""What is still to come: the words around a trigger that say when."""

from collections.abc import Callable

from plainfigures.figures.grammar import accords, denials, prospects, tenses
from plainfigures.figures.grammar.foretelling import FORETOLD
from plainfigures.figures.grammar.fulfilled import (
    DONE,
    first_of_two,
    is_of_first,
    leads_on,
    took_time,
)
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE, HAVE, HELPERS, RECKONED, WILL
from plainfigures.prose.words.lexicon import future, is_person, tag, verb_lemmas
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import WHICH
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

# What is asked of a number and its trigger; None where it does not know.
Question = Callable[[Tokens, Quantity, Trigger], bool | None]

_MANAGED = frozenset(
    "manage manages managed helped continued continues able began begins started".split()
)
_ASIDE = 12  # the longest aside between a noun and its predicate
_SO_FAR = frozenset("so far only already also now since just yet merely actually".split())
_ACTS, _JOINS = frozenset(("verb", "phrase")), frozenset(("and", "but", "yet"))
_SEEN = frozenset(("saw", "seen", "witnessed"))
_NEAR, _LEFT = 4, 4  # so far before a number stands what makes it something, before "for" a start
_PRAISING = tuple(
    "thank praise credit congratulate celebrate bless responsible know remember honour honor "
    "decorate award reward medal cross prize famous".split()
)
_DET = frozenset("the their its his her voluntary".split())


def planned(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """Whether what the trigger says is still to come ("plan to return", "will give").

    The first of the questions that knows decides.
    """
    first = first_of_two(tokens.word, t.first - 1) + 1
    t = t._replace(first=first, last=t.last - t.first + first)
    for asks in _OF_MONEY if q.kind == "money" else _OF_OTHERS:
        answer = asks(tokens, q, t)
        if answer is not None:
            return answer
    return _is_foretold(tokens, q, t)


def _supposed(tokens: Tokens, q: Quantity, t: Trigger) -> bool | None:
    """ "If 900 were sent home", "how could it take back 900?"."""
    return denials.is_supposed(tokens.word, t) or denials.is_question(tokens.word, t) or None


def _told_ahead(tokens: Tokens, q: Quantity, t: Trigger) -> bool | None:
    """A task, what comes next, what was agreed or may come."""
    word = tokens.word
    led = word[max(0, q.phrase_first - 3) : q.phrase_first]
    if led[-1:] == ["("] and not future("measure").isdisjoint(led):
        return True  # "twice what the council had planned for (22,000)"
    told = _is_task(tokens, t) or accords.is_next(word, q, t) or accords.agreed(word, q, t)
    return told or tenses.is_ahead(tokens, q, t) or tenses.may_come(tokens, q, t) or None


def _has_been(tokens: Tokens, q: Quantity, t: Trigger) -> bool | None:
    """ "The plan has received $4 million", but "plans have made …"."""
    have = t.first - 1  # "of the needs 4 million has been met"
    have -= tokens.at(have) == "been"
    while tokens.at(have) in _SO_FAR:
        have -= 1  # "has so far only donated $4 million"
    if tokens.at(have) not in HAVE:
        return None
    if tokens.at(have - 1) == "to" and tokens.at(have - 2) in BE | future("measure"):
        return True  # "the convoy was to have taken 900 home", "hopes to have taken 900 home"
    plans = tokens.at(have - 1) in future("measure") - {"needs"}
    return None if plans and not _is_noun(tokens, have - 1) else False


def _led_by(tokens: Tokens, q: Quantity, t: Trigger) -> bool | None:
    """What the nearest words before number and trigger say, up to the border of their clause."""
    word, money = tokens.word, q.kind == "money"
    closed = False
    for k in range(t.first - 1, max(0, min(q.phrase_first, t.first) - 7) - 1, -1):
        if closed or word[k] == ")":  # "40 hectares (target: 60), of which 10 were cleared"
            closed = word[k] != "("
            continue
        if word[k] in denials.BORDERS or k in tokens.parted:
            # "The aim: 40 hectares cleared by May"
            return True if word[k] == ":" and tokens.at(k - 1) in future("measure") else None
        if k < q.phrase_first and tenses.is_own(tokens, q, t, word[k] == ","):
            return None  # "14 requested, 6 received", "of 900 expected only 40 have come"
        if word[k] in _SEEN and k + 1 == q.phrase_first:
            return False  # "the first phase of the planned return saw 900 people go home"
        if word[k] in DONE and not money and leads_on(word, k, t.first):
            return False
        # but "the review enables a disbursement of $4 million": at once
        if _foretells(tokens, k, q, t) and not (
            money and (_is_noun(tokens, k) or word[k] == "enables")
        ):
            return True
        if word[k] == "at" and word[k - 1] in ("aimed", "aiming") and not money:
            return True  # "a programme aimed at helping 900 exiles go home"
        if money or word[k] != "to":
            continue
        if tokens.at(k - 1) in (*BE, "about") and not _is_whither(tokens, k + 1):
            return True  # "work is to begin on clearing 40 hectares"
        if accords.is_to_help(word, k):
            return True
    return None


def _is_whither(tokens: Tokens, k: int) -> bool:
    """ "it was to | Bor that 900 went home": a place and no verb."""
    kind = tag(tokens.at(k) or ".")[0]
    return tokens.capital(k + (kind == "a")) or kind == "d"


def _foretells(tokens: Tokens, k: int, q: Quantity, t: Trigger) -> bool:
    """Whether a word says that something is to come, and says it of this number."""
    named = k > 0 and tokens.capital(k) and (tokens.capital(k - 1) or tokens.capital(k + 1))
    if named or tokens.word[k] not in future("measure"):
        return False  # nor "the Bridge of *Hope* Foundation cleared 900 mines"
    elsewhere = tokens.at(k - 1) == "than"  # "14 per cent more than planned, and found 90"
    elsewhere = elsewhere or _is_because(tokens, k) or _is_numbered(tokens, k, q)
    elsewhere = elsewhere or _is_joined(tokens, k, t) or prospects.is_lost(tokens, k)
    return not (elsewhere or tenses.is_led_by(tokens, k, q, t))


def _awaited(tokens: Tokens, q: Quantity, t: Trigger) -> bool | None:
    return prospects.is_awaited(tokens, q) or None


def _is_to(tokens: Tokens, q: Quantity, t: Trigger) -> bool | None:
    """ "Assistance is to exceed $4 million"."""
    opener = tokens.word[max(0, q.phrase_first - 2) : q.phrase_first]
    return (t.last < q.phrase_first and opener[1:] == ["to"] and opener[0] in BE) or None


def _managed_to(tokens: Tokens, q: Quantity, t: Trigger) -> bool | None:
    """ "Managed to secure $4 million", "it took them a year to clear 4 hectares"."""
    word = tokens.word
    to = t.first - 1 - (tokens.at(t.first - 1) == "be")
    if tokens.at(to) != "to":
        return None
    told = tokens.at(to - 1) in _MANAGED or took_time(tokens, t.first) or is_of_first(word, to)
    return False if told else None


def _behind_to(tokens: Tokens, q: Quantity, t: Trigger) -> bool | None:
    """ "To give", "to be cleared", "before being sent home"."""
    word = tokens.word
    before = word[max(0, t.first - 2) : t.first]
    if before == ["to", "be"] and tokens.at(t.first - 3) in RECKONED:
        return None  # "the number of mines reported to be | destroyed"
    acts = t.kind == "verb" or "v" in tag(word[t.first]).split(",")
    acts = acts or (t.kind == "phrase" and bool(verb_lemmas(word[t.first])))
    led = before[-1:] == ["to"] and acts
    if t.kind == "state" and q.phrase_last <= t.first and q.kind == "unit":
        led = led or _is_made(word, q.phrase_first)  # "hired to make 40 hectares | safe"
    return led or before in (["to", "be"], ["before", "being"]) or None


def _is_made(word: list[str], k: int) -> bool:
    """ "to make some | 40 hectares …": what it is to become."""
    made = (j for j in range(max(2, k - _NEAR), k) if word[j - 1 : j + 1] == ["to", "make"])
    return any(word[j - 2] not in _MANAGED for j in made)


def _behind_for(tokens: Tokens, q: Quantity, t: Trigger) -> bool | None:
    """ "Cleared for return", "ready for resettling"."""
    before = tokens.word[max(0, t.first - 2) : t.first]
    led = before[-1:] == ["for"] or (before[:1] == ["for"] and before[1] in _DET)
    near = tokens.word[max(0, t.first - _LEFT) : t.first]
    if led and not verb_forms(_PRAISING).isdisjoint(near):
        return None  # "thanked God for the return of 900"
    if led and any(one in verb_forms(tenses.LEAVING) and tag(one)[:2] == "vd" for one in near):
        return False  # "900 left Niger for resettlement in Canada"
    return t.kind != "phrase" if led else None


_OF_OTHERS: tuple[Question, ...] = (
    accords.kept,
    _supposed,
    _told_ahead,
    _has_been,
    _led_by,
    _awaited,
    _is_to,
    _managed_to,
    _behind_to,
    _behind_for,
)
_OF_MONEY: tuple[Question, ...] = (
    prospects.will_rise,
    _told_ahead,
    prospects.is_to_date,
    _has_been,
    _led_by,
    _awaited,
    prospects.is_pooled,
    _is_to,
    prospects.is_giving,
    prospects.will_go,
    _managed_to,
    _behind_to,
)


def _is_foretold(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """The predicate of a noun: "the return of 900 people should begin", "is foreseen"."""
    word = tokens.word
    last = _past_aside(tokens, max(t.last, q.phrase_last), t)
    after = word[last : last + 3]
    if "and" in after:  # "took in 300 under the resettlement scheme and will take 200"
        after = after[: after.index("and")]
    if after[:1] and is_number(after[0]):
        return False  # "of the 40,000 returnees 12,000 need shelter"
    if t.first >= q.phrase_last and not WHICH.isdisjoint(after):
        return False  # "900 boarded the repatriation convoy that will take them home"
    if t.kind == "noun" and _sets_off(tokens, last):
        return True
    to_come = after[1:2] == ["to"] and after[0] in BE
    to_come |= tokens.at(t.last) in future("measure")  # "clearance should reach 40 hectares"
    who = q.phrase_first <= t.first < q.phrase_last and is_person(t.lemma)
    names = (t.kind == "noun" and not who) or word[t.first].endswith("ing")
    return names and (to_come or not future("measure").isdisjoint(after))


def _sets_off(tokens: Tokens, k: int) -> bool:
    """ "a convoy of 900 returnees | is set to leave today"."""
    to = k + 1 + (tokens.at(k + 1) in prospects.AHEAD)
    return tokens.at(k) in BE and tokens.at(to) == "to" and tokens.at(to + 1) in tenses.LEAVING


def _is_because(tokens: Tokens, k: int) -> bool:
    """ "displaced due to the war", but "due to return"."""
    if tokens.word[k] != "due" or tokens.at(k + 1) != "to":
        return False
    return "v" not in tag(tokens.at(k + 2) or ".").split(",")


def _past_aside(tokens: Tokens, k: int, t: Trigger) -> int:
    """ "clearance of 412 hectares, *contaminated with mines*, | is planned": past an aside."""
    word = tokens.word
    if t.kind == "noun" and tokens.at(k) == "from":  # "a grant of $4 million *from Chad* | is due"
        return next((j for j in range(k, min(k + _NEAR, tokens.size)) if word[j] in BE), k)
    if t.kind != "noun" or tokens.at(k) != "," or "," not in word[k + 1 : k + _ASIDE]:
        return k
    close = word.index(",", k + 1)
    return close + 1 if tokens.at(close + 1) in (*BE, *WILL) else k


def _is_joined(tokens: Tokens, k: int, t: Trigger) -> bool:
    """ "needs $48 million *and receives* 20", "the plan | and the clearance of 20": done."""
    first = tokens.word[t.first]
    finite = first.endswith("s") or tag(first)[:2] == "vd"
    beside = tokens.word[k + 1 : t.first] == ["and", "the"]
    return beside or (t.kind in _ACTS and finite and tokens.at(t.first - 1) in _JOINS)


def _is_numbered(tokens: Tokens, k: int, q: Quantity) -> bool:
    """ "at task 118 they found two mines", "six of a planned 17 came": no plan of theirs."""
    beside = [{"task": k + 1, "expected": k - 1}.get(tokens.word[k], -1)]
    if tokens.word[k] in FORETOLD:  # "six of the 17 planned"
        beside += [n for n in (k - 1, k + 1) if not q.first <= n < q.last]
    return any(is_number(tokens.at(n) or ".") for n in beside)


def _is_noun(tokens: Tokens, k: int) -> bool:
    """Whether "plan" or "target" is a noun here that plans nothing by itself ("response plan")."""
    kinds = tag(tokens.word[k]).split(",")
    if tokens.at(k + 1) == "to" or not ("n" in kinds or "ns" in kinds):
        return False
    if tag(tokens.at(k - 1)) == "d" and tokens.at(k + 1) in ("for", "of"):
        return True
    if tokens.at(k + 1) in HELPERS:
        return True  # "the plans are funded at $4 million"
    return "n" in kinds and tag(tokens.at(k - 1)).split(",")[0] in ("n", "a")


def _is_task(tokens: Tokens, t: Trigger) -> bool:
    """ "- clear 40 hectares", "- support the return of 900": what an item of a list tells to do."""
    word, k = tokens.word, t.first - 1
    if t.kind == "noun" and not is_person(t.lemma):
        while k >= 0 and tag(word[k])[:1] in ("d", "a"):
            k -= 1  # "enable the voluntary | return of"
        acts = k >= 0 and verb_lemmas(word[k])[:1] == (word[k],)
        k -= 1
    else:
        acts = t.kind == "verb" and t.lemma == word[t.first]
    return acts and k == -1 and tokens.marked
