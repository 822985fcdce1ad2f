"""Destinations: who takes a sum, told behind it ("*grants to Chad*", "for demining *in Mali*")."""

from itertools import takewhile

from plainfigures.figures.columns.parties import GENERAL
from plainfigures.figures.columns.reading import ColumnReading, Span, Value
from plainfigures.figures.columns.takers import land_of
from plainfigures.figures.columns.taking import ASKING, EFFORTS
from plainfigures.figures.grammar.actors import actor_right, is_actor
from plainfigures.figures.grammar.extents import joins_names
from plainfigures.figures.triggers.phrases import code_of, name_right, phrase_right
from plainfigures.prose.words.closed import DETERMINERS, SUBJECTS, TURNS
from plainfigures.prose.words.lexicon import nouns, singular, speech_verbs, tag, verb_lemmas
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

TO = frozenset("to for towards toward in help assist support".split())
TOWARDS = frozenset(("to", "for"))
# What makes another preposition with "to" ("according to").
COMPOUND = frozenset(
    "according due owing thanks prior next close contrary relative similar equal equivalent "
    "compared addition up subject visit visits trip trips".split()
)
_CLAUSES = TURNS | {"which"}
_SHARED = frozenset("cooperation collaboration partnership partnerships".split())
WAYS = frozenset("road roads highway way railway bridge route canal pipeline track".split())
_AMONG = frozenset("among between".split())
_SHARING = tuple("share divide split distribute apportion".split())
_OCCASION = frozenset("at during after before from by on".split())
_DEEDS = ("tion", "sion", "ing", "very", "ment", "relief", "renewal", "revival", "repair")
_GOING = ("going", "goes", "went", "of it", "of which")  # "9 percent *going* to Chad"
# How far behind a sum its taker is looked for; the longest "from A" before a "to B".
_REACH, _LONGEST = 22, 5
_AROUND = frozenset("neighbours neighbors neighbour neighbor region surroundings".split())
_TENDING = frozenset(
    "feed return house shelter clothe resettle treat support assist protect reach".split()
)
_IT = frozenset("it them this the half all most part some".split())
_BESTOWING = verb_forms(("bestow", "lavish", "confer", "shower"))
_PRONOUNS = frozenset("I He She They It We".split())


def destination(reading: ColumnReading) -> Value:
    """ "grants to Armenia", "$5 million for demining in Angola"."""
    tokens, q = reading.tokens, reading.q
    word = tokens.word
    purpose, general = False, None
    for k in range(q.last, min(_next_sum(reading), q.last + _REACH)):
        if word[k] in _CLAUSES or _turns(tokens, k):
            break
        if word[k] in _AMONG and not verb_forms(_SHARING).isdisjoint(word[q.last : k]):
            return _sharers(reading, k + 1)
        if word[k] in _OCCASION:
            purpose = False
        if not _leads(reading, k):
            continue
        if word[k] == "for" and word[k - 1] in EFFORTS:
            purpose = True  # "a $9 million *appeal for* Chad"
        elif word[k - 1] in nouns("title") or not ASKING.isdisjoint(verb_lemmas(word[k - 1])):
            continue  # "the ambassador to Chad", "turned to Chad"
        if word[k] == "to" and _is_way(reading, k):
            break
        if tokens.at(k + 1) in ("of", "for", "from"):
            if tokens.at(k + 1) == "from" or word[k - 1] != "in":
                continue  # "with the support of Chad"
            k += 1  # "in support of Chad"
        if word[k] == "to" and _is_act(tokens, k + 1):
            purpose = True
            continue
        k = past_deed(tokens, k)
        span = _taker_behind(reading, k)
        if span is None or tokens.raw[span[0]] in _PRONOUNS or is_number(tokens.at(span[1]) or "."):
            purpose = purpose or (word[k] in TOWARDS and not _is_of_return(reading, k))
            continue
        if _takes_nothing(tokens, k, span):
            continue
        if word[k] == "in" and not purpose and code_of(reading.sentence.words(*span)) is None:
            continue
        named = reading.words(_listed(reading, span), f"after {word[k]}")
        if " ".join(tokens.raw[slice(*span)]) not in GENERAL | {"partners"}:
            return named
        purpose, general = True, general or named  # "for people | in Chad"
    return general


def _turns(tokens: Tokens, k: int) -> bool:
    """ "$9 million | *, he said* in Mali", "| *, and promised* aid to Mali", "| *, and that*"."""
    if tokens.at(k) != "," or tokens.at(k + 1) != "and":
        return tokens.at(k) == "," and tokens.at(k + 1) in SUBJECTS
    then, goes_on = tokens.at(k + 2), tokens.at(k + 3) in _IT  # "and sent it to Mali"
    return then == "that" or (tag(then or ".")[:2] == "vd" and not goes_on)


def _next_sum(reading: ColumnReading) -> int:
    """Where the next sum, or the next part of this one ("9 percent *going* to Chad"), begins."""
    tokens, q = reading.tokens, reading.q
    word, n = tokens.word, tokens.size
    ahead = [o for o in reading.sentence.scan.quantities if o.first > q.last]
    parts = [o for o in ahead if " ".join(word[o.last : o.last + 2]).startswith(_GOING)]
    others = (o for o in ahead if o.kind == "money" or o in parts)
    return min((o.phrase_first for o in others if word[o.phrase_first - 1] != "("), default=n)


def _leads(reading: ColumnReading, k: int) -> bool:
    """Whether the word at token `k` may lead to who takes a sum."""
    tokens, word, last = reading.tokens, reading.tokens.word, reading.q.last
    taken = word[k] == "by" and word[k - 1] in ("received", "obtained", "borrowed")
    taken |= word[k] in ("on", "upon") and not _BESTOWING.isdisjoint(word[: reading.q.first])
    if not (word[k] in TO or taken or shares(tokens, k)):
        return False
    if (word[k] == "to" and word[k - 1] in COMPOUND) or joins_names(tokens, k):
        return False  # "according to", "the Bank for Reconstruction"
    # "to help it, Merkel said in Amman", "$9 from a firm in Chad"
    return word[k] != "in" or not (word[k - 1] in speech_verbs() or "from" in word[last:k])


def _is_way(reading: ColumnReading, k: int) -> bool:
    """ "pave the road *to* Mao", "for a line from Bol *to* Mao", "a road of 9 km *to* Mao"."""
    word, last = reading.tokens.word, reading.q.last
    if word[k - 1] in WAYS or any(word[j] in WAYS and word[j + 1] == "of" for j in range(last, k)):
        return True
    return "from" in word[max(last, k - _LONGEST) : k] and "for" in word[last:k]


def _taker_behind(reading: ColumnReading, k: int) -> Span | None:
    """Who stands behind the word at token `k`: by a name, or as one who acts."""
    tokens, word = reading.tokens, reading.tokens.word
    if word[k] == "in":
        span = phrase_right(tokens, k + 1)
        span = span if span is not None and tokens.capital(span[0]) else None
    else:
        span = name_right(tokens, k + 1)
        if span is None:
            if _is_of_return(reading, k):
                return None
            span = actor_right(tokens, k + 1) or land_of(tokens, k + 1)
    if span is not None and tokens.at(span[1]) == "'s":
        owned = actor_right(tokens, span[1])  # "Chad's | water board", but "Chad's recovery"
        span = (span[0], owned[1]) if owned else span
    if span and word[k] in ("to", "help") and span[1] - span[0] > 1:
        first = span[0] + (word[span[0]] in _TENDING)  # "to feed | refugees"
        span = first + (word[first] == "the"), span[1]
    return span


def _is_of_return(reading: ColumnReading, k: int) -> bool:
    """ "for the return of refugees *to* their villages"."""
    word = reading.tokens.word
    return word[k] == "to" and not verb_forms(("return",)).isdisjoint(word[reading.q.last : k])


def _takes_nothing(tokens: Tokens, k: int, span: Span) -> bool:
    """ "for the flood-hit towns", "to support the UN-led mission", "for HIV drugs"."""
    torn = tokens.at(span[1]) == "-" and tokens.glued(span[1])
    if torn:
        return True
    near = takewhile(lambda word: tag(word)[0] in "an", tokens.word[span[1] :])
    if tokens.word[k] == "in" and any(singular(word) in nouns("gift") for word in near):
        return True  # "in Japanese food aid"
    head = tokens.raw[span[1] - 1]
    if tokens.word[k] == "to" and span[0] > k + 2 and head.islower() and not is_actor(head):
        return singular(head) not in nouns("event")  # "to mend the Kelm highway"
    things = head.islower() and tag(head)[:2] == "ns" and not is_actor(head)
    if tokens.word[k] == "for" and things and tokens.capital(span[0]):
        return True
    return singular(tokens.word[span[0]]) in nouns("gift") and not tokens.capital(span[0] + 1)


def _sharers(reading: ColumnReading, k: int) -> Value:
    """ "will be shared among *six charities*": who stand from token `k`, counted or not."""
    counted = (o for o in reading.sentence.scan.quantities if o.phrase_first == k)
    span = next(((o.phrase_first, o.phrase_last) for o in counted), None)
    span = span or name_right(reading.tokens, k) or actor_right(reading.tokens, k)
    return reading.words(span, "who share it") if span else None


def _listed(reading: ColumnReading, span: Span) -> Span:
    """A place with those that are told with it ("*Chad, Mali and Niger*")."""
    first, last = span
    tokens = reading.tokens
    if tokens.word[last : last + 2] == ["and", "its"] and tokens.at(last + 2) in _AROUND:
        return first, last + 3  # "Chad and its neighbours"
    lists = (one for one in reading.sentence.places if one.first == first and one.last > last)
    return next(((one.first, one.last) for one in lists), span)


def past_deed(tokens: Tokens, k: int) -> int:
    """ "for the rebuilding | of Chad", "for recovery | of the south": "of", whose the work is."""
    of = k + 2 + (tokens.at(k + 1) == "the")
    deed = tokens.at(of - 1)
    led = tokens.at(of) == "of" and deed.endswith(_DEEDS) and not is_actor(deed)
    named = led and tokens.capital(of + 1 + (tokens.at(of + 1) == "the"))
    return of if named or (led and actor_right(tokens, of + 1)) else k


def shares(tokens: Tokens, k: int) -> bool:
    """ "for development cooperation *with* Chad", but not "done in cooperation with Chad"."""
    shared = tokens.word[k] == "with" and tokens.word[k - 1] in _SHARED
    return shared and tokens.word[k - 2] != "in"


def _is_act(tokens: Tokens, k: int) -> bool:
    """ "to feed Chad": a verb that may be a noun, and its object."""
    kinds = tag(tokens.at(k) or ",").split(",")
    headline = kinds[0] == "v" and tokens.capital(0) and tokens.capital(1)
    the = tokens.at(k) in ("finance", "fund") and tokens.at(k + 1) in DETERMINERS
    led = tokens.capital(k + 1 + the)  # "a loan to finance the Water Programme"
    return "v" in kinds and led and (headline or not tokens.capital(k))
