"""Asides: trigger words that say only where or when something is, or that are said of others."""

from plainfigures.figures.exclusions.befallen import is_of_things
from plainfigures.figures.grammar.modifiers import TOLD
from plainfigures.figures.journeys import camps
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.idioms import ALIVE_IN
from plainfigures.figures.triggers.triggers import DOING, NAMING, Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.speakers.subjects import says
from plainfigures.prose.words.closed import DETERMINERS
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import (
    demonyms,
    is_person,
    nouns,
    singular,
    speech_verbs,
    tag,
)
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import CLOSERS, COMMA_AND
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_DEATHS = frozenset("toll death killing murder massacre slaughter".split())
# What is handed out or asked for at a return.
_MEANS = frozenset(
    "help desk package grant ticket form kit counselling counseling ration allowance".split()
)
# Verbs that say what befell their object where that is people.
_OF_OBJECTS = frozenset("lose shelter host harbour harbor".split())
_HEARING = tuple(
    "interview question counsel train photograph film represent help assist aid feed serve support "
    "reach supply benefit rehouse compensate".split()
)
_HELP = frozenset(
    "aid relief assistance help support food shelter medicine medicines supplies grants cash money "
    "funds tents blankets rations housing compensation".split()
)
_FOR = frozenset(("to", "for"))
_NEAR = 6
_BRING = frozenset("bring raise push take lift".split())
# What opens a sentence with what it adds to ("in addition to", "apart from", "on top of").
_BESIDE = frozenset("besides beside alongside unlike apart aside addition".split())
_IN_WHICH = frozenset("to from by in during".split())
_EFFORTS = frozenset(("appeal", "plan"))
_TOWARDS = frozenset("for to toward towards against under".split())
# Fewer are lost in games.
_LOSSES = 20
_AT = frozenset("in on at to during before within since".split())
_MEN = frozenset(
    "man side enemy defender attacker garrison regiment battalion brigade division squadron "
    "platoon corps rebel insurgent guerrilla militia cavalry infantry legion".split()
)
_TOTALS = frozenset("total figure number sum".split())
_DONE = DOING | {"state"}
_ONE = frozenset(("i", "he", "she"))
_GOING = frozenset("from to in after into on".split())
# How few are heard, and of what verbs they are rather the object.
_HEARD = 10
_COUNTED = TOLD | {"registered", "recorded"}
_SEEKING = ("search for", "look for", "hunt for", "comb for")
# Who cannot say where people are misses them; what does not explain so many does not.
_ACCOUNTED = frozenset(("accounted", "cannot", "could", "unable"))
# What falls so, falls in no battle.
_FALLING = frozenset(
    "to from by into under behind below short ill sick asleep silent victim prey foul off out over "
    "back down through apart upon within among outside".split()
)


def is_aside(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """Whether a word says only where or when something is, or is said of others."""
    if t.kind in DOING and t.last < q.phrase_first and q.kind == "bare":
        to = tokens.word[t.last : q.phrase_first] == ["to"]
        if to and tag(tokens.word[t.last - 1])[0] != "n":
            return True  # "they went back to 32 and counted again"
    if _brings_total(tokens.word, q, t) or _is_put_in(tokens, q, t):
        return True
    if t.kind in _DONE and t.last < q.phrase_first and _does_alone(tokens, q, t):
        return True
    if t.kind == "verb" and t.lemma in _OF_OBJECTS and not _is_object(tokens, q, t):
        return True  # "300 farmers lost their crops", "30 clerks lost their posts"
    if t.lemma == "cost" and t.kind == "verb" and (t.first > q.first or q.kind == "bare"):
        return True  # "12 rooms and a telephone that cost a coin", "the tank costs four million"
    if _names_a_body(tokens, t) or (q.kind == "money" and _is_set_beside(tokens, q, t)):
        return True
    if q.kind == "money" and t.kind in NAMING and _is_given_for(tokens, q, t):
        return True
    if t.kind == "noun":
        return (
            (t.lemma == "victim" and _is_cared_for(tokens.word, q.phrase_first - 1))
            or (t.last - t.first == 1 and _names_area(tokens, t))
            or _is_meanwhile(tokens, q, t)
            or (tokens.at(t.first - 1) == "alleged" and not is_person(t.lemma))
            or _is_among(tokens, t)
            or _tells_of_others(tokens, q, t)
        )
    if t.kind == "phrase":
        gap = tokens.word[q.phrase_last : t.first]
        return "," in gap and "whom" not in gap and camps.belongs_to_camp(tokens, q)
    single = t.last - t.first == 1
    return is_of_things(tokens.word, q, t) or (single and _names_area(tokens, t))


def _does_alone(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "I came back from a war that has cost 900 homes": what one person did, and no others."""
    word, k = tokens.word, t.first - 1
    while k > 0 and (word[k] in HELPERS or tag(word[k]) == "r"):
        k -= 1
    alone = k >= 0 and word[k] in _ONE and tokens.at(t.last) in _GOING
    return alone and "with" not in word[t.last : q.phrase_first]


def _is_set_beside(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "Besides the *loan*, Chad got a grant of $9 million": what the sentence only adds to.

    And "from our *budget*, a grant of $9 million": where it comes from.
    """
    word = tokens.word
    if t.lemma == "budget" and t.last < q.first and "from" in word[max(0, t.first - 3) : t.first]:
        return True
    if _BESIDE.isdisjoint(word[:2]) or "," not in word:
        return False
    return t.last <= word.index(",") < q.phrase_first


def _is_given_for(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "The total received for the *appeal* was $9 million": what it came in for, no request."""
    word, k = tokens.word, t.first - 1
    if t.last > q.first or not _EFFORTS.intersection(word[t.first : t.last]):
        return False
    while k > 0 and tag(word[k]).split(",")[0] in ("a", "n", "d"):
        k -= 1
    if word[k] not in _TOWARDS:
        return False
    k -= 2 * (word[k - 2 : k] == ["so", "far"])
    return k > 0 and tag(word[k - 1])[:2] == "vd"


def _is_cared_for(word: list[str], k: int) -> bool:
    """ "helped | 900 victims of the flood", "sent food to | 900 victims": of whom none is hurt."""
    if word[k] in _FOR:
        return not _HELP.isdisjoint(word[max(0, k - _NEAR) : k])
    return word[k] in verb_forms(_HEARING)


def _is_meanwhile(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "those killed during the exodus number 900": when, and of whom "of" tells nothing."""
    if tokens.at(t.last) == "of" or is_person(t.lemma):
        return False
    gap = tokens.word[t.last : q.phrase_first]
    if "of" in gap[-3:] and ("following" in gap or "after" in gap):
        return "," not in gap  # "signed a *repatriation* deal following the influx of 900 Malians"
    return tokens.at(t.first - 1) in DETERMINERS and tokens.at(t.first - 2) == "during"


def _names_a_body(tokens: Tokens, t: Trigger) -> bool:
    """ "the head of a demining organisation": what a body does, not what was done."""
    naming = t.kind == "noun" or tokens.word[t.first].endswith("ing")
    k = t.first - 1 - 2 * (tokens.at(t.first - 1) == "-")  # "the Commission *for* De-mining"
    if naming and tokens.at(k) == "for" and tokens.capital(k - 1):
        return tokens.word[k - 1] in nouns("body")
    alone = tokens.capital(t.first) or tokens.word[t.last - 1] in (f"{t.lemma}s", f"{t.lemma}es")
    # but "took in 400 refugees *daily*"
    return naming and not alone and singular(tokens.at(t.last)) in nouns("body")


def _is_object(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "lost three delivery drivers": the object, right behind the verb, is people."""
    if q.kind == "bare" and t.lemma == "lose" and is_of_force(tokens, q, t):
        return True
    if q.inherited and q.unit == "person" and q.phrase_first == t.last:
        return tokens.at(q.last) in ("of", "in")  # "lost nine of its forty monks"
    if q.kind == "bare" and t.lemma != "lose":  # "Chad, which shelters 900,000, has …"
        return q.phrase_first == t.last and tokens.at(q.phrase_last) in CLOSERS
    if q.kind != "noun" or q.noun is None or q.phrase_first < t.last:
        return False
    gap = tokens.word[t.last : q.phrase_first]
    if t.lemma == "lose" and gap[-1:] != [] and gap[-1] in COMMA_AND:  # "lost 40 tanks and 900 men"
        listed = all(one in COMMA_AND or is_number(one) or tag(one)[0] in "dna" for one in gap)
        return listed and (q.noun.head in nouns("force") or q.noun.head in _MEN)
    if any(tag(one) != "d" for one in gap):
        return False  # but "hosted an estimated 900 Afghans"
    if tag(tokens.word[q.noun.last - 1])[:2] == "vd":
        return False  # "lost 900 killed and wounded"
    return q.unit in PEOPLE or is_person(q.noun.head) or tokens.capital(q.noun.last - 1)


def is_of_force(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "the regiment *lost* 300 in an hour", "the Greeks lost 192": whose losses a number tells."""
    if q.phrase_first != t.last or (q.value or q.low or 0) < _LOSSES:
        return False
    after = tokens.at(q.phrase_last)
    if after not in CLOSERS and (after not in _AT or is_number(tokens.at(q.phrase_last + 1))):
        return False
    k = t.first - 1
    while k > 0 and tokens.word[k] in HELPERS:
        k -= 1
    noun = singular(tokens.word[k])
    return noun in nouns("force") or noun in _MEN or demonyms().get(tokens.raw[k]) == "people"


def tells_of_another(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "searched for *survivors*", "12 men fell *ill*", "lost six to *injury*": no such number."""
    if t.lemma.endswith(_SEEKING):
        return not 0 <= q.phrase_first - t.last <= 1
    if t.lemma.endswith("not account for"):
        # "does not account for the 900"
        return _ACCOUNTED.isdisjoint(tokens.word[max(0, t.first - 1) : t.last])
    if t.first == q.phrase_last + 1 and tokens.at(q.phrase_last) == "to":
        if singular(tokens.word[t.first]) in ALIVE_IN:
            return True
    if t.lemma != "fall" or t.kind != "intransitive" or q.kind == "percent":
        return False
    beside = "whom" in tokens.word[: q.phrase_first] or "wounded" in tokens.word[t.last :]
    if q.kind == "bare" and not beside:  # but "30 had fallen and 40 had been wounded"
        return True
    return tokens.at(t.last) in _FALLING or t.last <= q.phrase_first


def _is_put_in(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "were handed back, bruised, in exchange for two men": said of those before it."""
    if t.kind not in ("state", "verb") or t.last > q.phrase_first:
        return False
    return tokens.at(t.first - 1) == "," == tokens.at(t.last)


def _brings_total(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "bringing the total for the year to $9 million": the verb moves a total and no money.

    Or "bringing it to a total of $9 million".
    """
    if t.kind != "verb" or t.lemma not in _BRING or word[q.phrase_first - 1] not in ("to", "of"):
        return False
    led = word[t.last : q.phrase_first]
    return "to" in led and not _TOTALS.isdisjoint(led)


def _is_among(tokens: Tokens, t: Trigger) -> bool:
    """ "the death toll among the refugees", "due to the *exodus*": of which else is told."""
    k = t.first - 1
    while k > 0 and (tag(tokens.word[k])[0] in "da" or tokens.word[k] in ("and", "flight")):
        k -= 1
    if k > 0 and tokens.word[k] in _IN_WHICH and tokens.at(t.last) != "of":
        if not {"toll", "deaths", "died"}.isdisjoint(tokens.word[max(0, k - 2) : k]):
            return t.lemma not in _DEATHS
    if k > 0 and tokens.word[k] == "of":
        return singular(tokens.word[k - 1]) in _DEATHS  # "the death toll of the refugees"
    return k > 0 and tokens.word[k] == "among" and tag(tokens.word[k - 1])[0] == "n"


def _tells_of_others(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "*refugees* were reporting that 40 men came": of whom those named only tell.

    Or "one *refugee* recalls", "two *evacuees*, both smiths, said": who are heard, not counted.
    """
    if q.phrase_first <= t.first < q.phrase_last:
        few = q.value is not None and q.value < _HEARD and is_person(t.lemma)
        return few and tokens.at(q.phrase_last) not in _COUNTED and says(tokens, q.phrase_last)
    k = t.last
    while tokens.at(k) in HELPERS:
        k += 1
    if k >= q.phrase_first or tokens.at(k + 1) != "that" or not is_person(t.lemma):
        return False
    return tokens.at(k) in speech_verbs()


def _names_area(tokens: Tokens, t: Trigger) -> bool:
    """ "the return areas", "a place of refuge": what kind of area it is."""
    if tokens.word[t.first] != t.lemma:
        return False
    after, before = singular(tokens.at(t.last)), tokens.at(t.first - 2)
    if after in nouns("area") or after in _MEANS:
        return True
    return tokens.at(t.first - 1) == "of" and singular(before) in nouns("area")
