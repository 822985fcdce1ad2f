"""Who gives the money: after "from" or "by", the subject of the giving, or the speaker."""

import re

from plainfigures.figures.columns.destinations import WAYS
from plainfigures.figures.columns.given import in_brackets, in_clause
from plainfigures.figures.columns.giving import (
    asked,
    giver,
    in_turn,
    leading,
    ourselves,
    recovers,
    same_giver,
)
from plainfigures.figures.columns.officers import body
from plainfigures.figures.columns.owning import possessor
from plainfigures.figures.columns.reading import ColumnReading, Value
from plainfigures.figures.columns.takers import two_parties
from plainfigures.figures.columns.taking import is_given, taken_from, takes_in_turn, taking_verb
from plainfigures.figures.grammar.actors import actor_right, is_actor
from plainfigures.figures.grammar.context import attribution_of
from plainfigures.figures.grammar.subjects import subject_ending
from plainfigures.figures.places.labels import giver_of, topics
from plainfigures.figures.sums.states import raises_for_another
from plainfigures.figures.trade.roles import holder_of_role
from plainfigures.figures.triggers.forms import forms
from plainfigures.figures.triggers.phrases import name_right, named, phrase_right, polity
from plainfigures.prose.dates.portions import FURTHER
from plainfigures.prose.periods.openers import opener_at
from plainfigures.prose.places.listing import listed_end
from plainfigures.prose.speakers.ellipsis import before_apposition
from plainfigures.prose.words.bearers import HONOURS
from plainfigures.prose.words.closed import DETERMINERS, POSSESSIVES
from plainfigures.prose.words.lexicon import calendar, countries, is_person, singular, tag
from plainfigures.prose.words.names import is_currency
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import DASHES, Tokens

_AFTER = frozenset("from by donated provided".split())
_LIFTED = frozenset("mines landmines bombs shells rubble".split())  # "removal of | mines from Mali"
_BESIDE = frozenset("followed joined matched accompanied".split())
_ROLES = frozenset("donor contributor funder lender creditor backer giver provider".split())
# What a heading over a list of givers says.
_GIVING = frozenset("donor donation donate contribution contributor subscription giver".split())
_SIGNS = DASHES | {",", ":"}
_ENDS = frozenset("; . rest remainder match matching".split())
_BRINGING = verb_forms(("bring", "take", "raise", "lift"))
# Of what others give: "said he is grateful for pledges", "said the number of pledges has reached".
_OF_OTHERS = frozenset("grateful thankful overwhelmed number received".split())
_SELF = frozenset("it they we he she i our its their to".split())
_OURS = frozenset(("we", "our"))
_COSTING = frozenset("cost need require price take reckon".split())
_TO = frozenset("to for in at".split())
_MEASURING = frozenset("totalling totaling amounting exceeding reaching including".split())
_JOINED = re.compile(r"(?:,| and | & )+")
_OBJECT = 3
_REACH = 7
_FAR = 12
_MORE = FURTHER | {"a", "the", "remaining", "other"}


def donor(reading: ColumnReading) -> Value:
    """The donor, by the first of its rules that finds one."""
    pact = two_parties(reading)
    found = reading.words(pact[0], "first party") if pact else _next_in_list(reading)
    found = found or in_clause(reading) or _elided(reading)
    found = found or _beside(reading) or _after(reading)
    found = found or _agent(reading) or _labelled(reading) or leading(reading)
    if found is None and reading.tokens.at(reading.q.phrase_first - 1) == "(":
        listed = reading.match.measure in reading.choice.options.get("listed", ())
        found = in_brackets(reading)
        found = found or (_in_role(reading) if listed else None)  # "above all Peru ($3 million)"
    if found is None:
        found = asked(reading)
    if found is not None or _taken(reading):
        return found
    rules = (in_turn, _in_role, ourselves, possessor, giver, same_giver, _speaker)
    return next(filter(None, (rule(reading) for rule in rules)), None)


def _next_in_list(reading: ColumnReading) -> Value:
    """ "from Norway, which gave $5 million, *Malta* ($4 million) and *Peru* ($3 million)"."""
    tokens, t, k = reading.tokens, reading.match.trigger, reading.q.phrase_first - 1
    if t is None or t.last > k or tokens.at(k) != "(" or tokens.at(t.first - 1) != "which":
        return None
    return reading.words((tokens.name_start(k - 1), k), "name before the bracket")


def _labelled(reading: ColumnReading) -> Value:
    """ "- Norway: 2 million euros" in a list of what was promised or has come."""
    listed = reading.match.measure in reading.choice.options.get("listed", ())
    if not listed and _GIVING.isdisjoint(reading.memory.headed()):
        return None
    name = giver_of(reading.sentence, reading.q)
    if name is None:
        return None
    known = name.isupper() or any(map(is_actor, name.lower().split()))
    known = known or all(one.strip() in countries() for one in _JOINED.split(name))
    return (name, "name that leads the line") if known else None


def _taken(reading: ColumnReading) -> bool:
    """Whether the subject of the measure receives or asks."""
    tokens, q, t = reading.tokens, reading.q, reading.match.trigger
    if reading.match.measure in reading.choice.options.get("taken", ()):
        return True
    gives = t is not None and raises_for_another(tokens, q, t)  # "Malta mobilised $5 for Chad"
    return not gives and taking_verb(tokens, q, t) is not None


def _elided(reading: ColumnReading) -> Value:
    """ "Norway gave NOK 80 million, Canada C$5m and a private donor $9": a giver, a later sum."""
    tokens, first = reading.tokens, reading.q.phrase_first
    if first < 2 or not (reading.index or ":" in tokens.word[:first]):
        return None
    if takes_in_turn(tokens, reading.sentence.scan.quantities, reading.q, reading.match.trigger):
        return None
    trigger = reading.match.trigger
    if trigger is not None and trigger.kind == "verb" and first - _OBJECT <= trigger.first < first:
        return None  # "Three days later Malta *promised Chad* $3 million"
    with_it = trigger is not None and tokens.word[trigger.last - 1] == "with"
    set_off = first - (tokens.word[first - 1] in ("a", "an"))
    if tokens.word[set_off - 2 : set_off] == [",", "with"]:
        first = set_off - 1  # "and Malta, *with* a pledge of $9 million"
    led, followed = tokens.word[first - 1], "followed" in tokens.word[:first]
    if (followed and led in ("with", "(")) or (with_it and led == "with"):
        first -= 1  # "followed by Malta ($9 million)", "came up with 8, Malta with 9"
    while first > 2 and tokens.word[first - 1] in _MORE:
        first -= 1
    signs = _SIGNS if ":" in tokens.word[: first - 1] else {","}
    if tokens.word[first - 1] in signs and tokens.capital(first - 2):
        first -= 1  # "; Denmark, 75 million crowns", "; Denmark \u2013 75 million"
    else:
        first = before_apposition(tokens, first)
    k = first - 1
    while k > 0 and first - k < _REACH and _in_giver(tokens, k):
        k -= 1
    beside = tokens.word[k] == "by" and tokens.word[k - 1] in _BESIDE  # ", followed by Malta $9"
    if k == first - 1 or not (beside or tokens.word[k] in (",", "and", ";", ":")):
        return None
    span = actor_right(tokens, k + 1)
    if tokens.capital(first - 1):
        span = first - 1, first
        while span[0] - 1 > k and tokens.capital(span[0] - 1):
            span = span[0] - 1, first
    if span is None or span[1] != first or tokens.word[span[0]] in topics():
        return None  # "Shelter $4 million, Food $2 million"
    if tokens.at(reading.q.phrase_last) == "each" and tokens.word[span[0] - 1] == "and":
        span = tokens.name_start(span[0] - 1), span[1]  # "Malta and Qatar $60 million each"
    return reading.words(span, "giver before the sum")


def _beside(reading: ColumnReading) -> Value:
    """ ", with | Norway | contributing $5 million": who stands right before a participle."""
    tokens, k = reading.tokens, reading.q.phrase_first - 1
    sums = (o.last for o in reading.sentence.scan.quantities[: reading.index] if o.kind == "money")
    low = max(sums, default=0)
    while k > max(low, reading.q.phrase_first - _REACH) and not tokens.word[k].endswith("ing"):
        k -= 1
    before = k - 1 if tokens.word[k] not in _MEASURING and tokens.raw[k].islower() else 0
    if before <= low or not (tokens.capital(before) or is_actor(tokens.word[before])):
        return None
    led = next((k for k in range(before, before - _REACH, -1) if tokens.at(k) == "with"), None)
    span = None if led is None else subject_ending(reading.sentence, before)
    if led is None or span is None:
        return None
    return reading.words((max(span[0], led + 1), span[1]), "giver before the participle")


def _in_giver(tokens: Tokens, k: int) -> bool:
    """Whether token `k` may stand in the noun phrase of a giver."""
    if tokens.capital(k) or tokens.word[k] in DETERMINERS:
        return True
    return tokens.word[k].isalpha() and tag(tokens.word[k]).split(",")[0] in ("a", "n", "ns", "vd")


def _after(reading: ColumnReading) -> Value:
    """ "$5 million from Japan", "…, donated by Germany"; who receives or asks does not give."""
    tokens, q = reading.tokens, reading.q
    word, n = tokens.word, tokens.size
    taken = _taken(reading)
    verb = taking_verb(tokens, q, reading.match.trigger)
    passive = verb is not None and taken_from(tokens, verb) < verb  # "were given $5 million by"
    if verb is not None and tokens.at(verb + 1) == "from" and verb < q.first:
        span = phrase_right(tokens, verb + 2) or actor_right(tokens, verb + 2)
        return None if span is None else reading.words(span, "after from")
    others = {other.first for other in reading.sentence.scan.quantities if other is not q}
    clauses = (end for one, end in reading.sentence.relative_clauses if one < q.first < end)
    end = next(clauses, n - 1)  # "by Norway, which gave $5 million, | and by Chad"
    for k in range(q.last, min(end, n - 1, q.last + 14)):
        if word[k] in _ENDS or k in others or _brings(word, k):
            break
        if word[k] not in _AFTER or (word[k] == "by" and not _gives(reading, k - 1)):
            continue
        led = word[k - 1]  # "for returnees from Chad", "a friend from", "the road from Bor to Senn"
        thing = is_person(singular(led)) or led in WAYS or led in _LIFTED
        if word[k] == "from" and (recovers(tokens, k) or thing):
            continue
        if any(one.first <= k < one.last for one in reading.sentence.attributions):
            continue  # "according to figures from the ministry"
        if taken and word[k] == "by" and not (passive or is_given(tokens, k - 1)):
            continue
        at = k + 2 if tokens.at(k + 1) == "by" else k + 1
        if tokens.at(at) in POSSESSIVES:
            continue  # "is releasing $5 million from its reserve"
        if is_currency(tokens, at) or tokens.at(at) in calendar("feast"):
            continue  # "an increase from CHF 4,000", "had by Easter paid"
        span = name_right(tokens, at) or actor_right(tokens, at)
        if span is None:
            continue
        parts = range(span[0], min(n, span[1] + 1))
        if not any(tokens.tight(m) and tokens.raw[m][0].isdecimal() for m in parts):
            lands = (m for m in parts[1:-1] if tokens.raw[m] in countries())
            taker = (m for m in lands if word[m - 1] == "for")
            last = next(taker, span[1] + 1) - 1  # "by the Relief Bank | for Chad"
            if last == span[1]:
                last = listed_end(tokens, last, tokens.at(last) == ",")
            return reading.words((span[0], last), f"after {word[k]}")
    return None


def _brings(word: list[str], k: int) -> bool:
    """ ", *which brings* the total given by others to": where the clause of the sum ends."""
    at = k + 1 + (word[k + 1 : k + 2] == ["which"])
    return word[k] == "," and not _BRINGING.isdisjoint(word[at : at + 1])


def _agent(reading: ColumnReading) -> Value:
    """ "will be matched *by* | the Relief Bank, up to $5 million", "funded *by* … with $5"."""
    tokens, k = reading.tokens, reading.q.phrase_first - 1
    if reading.q.qualifier != "at_most" and tokens.at(k) != "with":
        return None
    for j in range(k - 1, max(0, k - _FAR), -1):
        if tokens.word[j] == "by" and tag(tokens.word[j - 1])[:2] == "vd":
            span = name_right(tokens, j + 1) or actor_right(tokens, j + 1)
            return reading.words(span, "after by") if span and span[1] in (k, k + 1) else None
    return None


def _gives(reading: ColumnReading, k: int) -> bool:
    """Whether what stands before "by" may tell of giving ("pledged", but not "affected")."""
    word, trigger = reading.tokens.word[k], reading.match.trigger
    if trigger is not None and trigger.first <= k < trigger.last:
        return True  # "will be supplied by"
    if word in _BESIDE or "vd" not in tag(word).split(","):
        return word not in _BESIDE
    told = reading.match.measure in reading.sentence.verb_triggers.get(k, ())
    return told or is_given(reading.tokens, k)


def _in_role(reading: ColumnReading) -> Value:
    """ "Norway was the largest donor, with $5 million, ahead of Malta ($4 million)"."""
    tokens, first = reading.tokens, reading.q.phrase_first
    if forms(_ROLES).isdisjoint(tokens.word):
        return None
    roles = [k for k in range(tokens.size) if singular(tokens.word[k]) in _ROLES]
    beside = tokens.at(first - 1) == "with" and tokens.capital(first - 2)  # "donors were Peru with"
    if roles and (beside or tokens.at(first - 1) == "("):
        span = subject_ending(reading.sentence, first - 2)
        if span is None or tokens.at(opener_at(tokens, span[0])) in _TO:
            return None
        return reading.words(span, "name before the bracket")
    for k in roles:
        span = holder_of_role(tokens, k)
        between = reading.sentence.scan.quantities[: reading.index]
        if span is not None and k < first and not any(k < one.first for one in between):
            return reading.words(span, f"in the role of {tokens.word[k]}")
    return None


def _speaker(reading: ColumnReading) -> Value:
    """Who says that they give ("Norway announced $5 million", "said that it would send")."""
    one, trigger = attribution_of(reading.sentence, reading.q), reading.match.trigger
    if one is not None and reading.tokens.word[one.cue] == "according":
        return None
    if one is None or (trigger is not None and not _COSTING.isdisjoint(trigger.lemma.split())):
        return None  # "that, the trust reckons, would cost $5 million"
    low = one.cue + 1 if one.cue < reading.q.first else 0
    last = reading.q.phrase_first
    last -= reading.tokens.word[last - 1] == "to"  # "amounting to $5 million, he said"
    told = reading.tokens.word[low:last]
    others = not _OF_OTHERS.isdisjoint(told)
    if others or ((trigger is None or trigger.first != one.cue) and _SELF.isdisjoint(told)):
        return None  # "the agency notes that funding fell to $5 million"
    said_by = reading.sentence.words(one.first, one.last)
    said_by = reading.memory.speaker if one.pronoun else said_by
    names = (said_by or "").split()
    if not _OURS.isdisjoint(told) and names and names[0].lower() in HONOURS:
        return None  # "Mrs Bruin said that we give $5 million"
    if one.pronoun:
        return None if said_by is None else (said_by, "speaker before")
    span = polity(reading.tokens, one.first, one.last)
    giver = body(reading, span, one.cue) if named(reading.tokens, *span) else None
    return None if giver is None else reading.words(giver, "speaker")
