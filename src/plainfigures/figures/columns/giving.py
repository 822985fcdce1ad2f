"""Subjects that give: of the verb of giving, and the country that says "we"."""

from collections.abc import Iterator
from itertools import islice, takewhile

from plainfigures.figures.columns.doers import along, doer, may_give, seen
from plainfigures.figures.columns.reading import ColumnReading, Span, Value
from plainfigures.figures.columns.taking import GIVEN, asked_for, takes_at
from plainfigures.figures.grammar.actors import actor_right, is_actor
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.grammar.subjects import BEFORE_VERB, OWN, verb_subject
from plainfigures.figures.trade.respective import name_in_turn
from plainfigures.figures.triggers.phrases import OWNERS, code_of, is_verb, name_right, phrase_right
from plainfigures.figures.triggers.triggers import ACTING, Trigger
from plainfigures.prose.words.closed import BREAKS, DETERMINERS, OBJECTS, TURNS
from plainfigures.prose.words.helpers import BE, MODALS, before_adverbs
from plainfigures.prose.words.lexicon import (
    nouns,
    singular,
    tag,
    verb_lemmas,
)
from plainfigures.prose.words.signs import IT
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_COSTING = frozenset("cost costs require requires need needs swallow swallows absorb".split())
_NEAR = 6
_CURLY = {")": "(", "\u201d": "\u201c", "\u00bb": "\u00ab"}
_CLOSING = {**_CURLY, '"': '"'}
_WE = frozenset(("we", "i"))
_FROM = frozenset(("by", "from"))
_OUR = frozenset(("our", "my"))
_PARTS = frozenset(("share", "part", "portion"))
_SELF = frozenset(("it", "they"))
_FIRST = _WE | _OUR
_HEARERS = frozenset("me us reporters journalists".split())
_CLAUSES = BREAKS | {"and"}
_FAR, _FARTHEST = 12, 17
_RECOVERING = frozenset(
    "recover recovers recovering recovery suffer suffers suffering fleeing protect emerge return "
    "returning back far away rebuild influx exodus".split()
)
# What is done to others, or to the paper that tells of a sum, and to no sum.
_HARMING = tuple("read kill injure wound hurt displace affect hit strike destroy damage".split())
_OUT = frozenset("out over up aside away forward back".split())  # "hands over", but "pledges of"
_SENT = tuple("give pledge promise donate send pay commit grant lend".split())


def giver(reading: ColumnReading) -> Value:
    """The subject of the trigger, or of any verb between a border and the amount."""
    tokens, q, trigger = reading.tokens, reading.q, reading.match.trigger
    word = tokens.word
    near = word[max(0, q.first - _NEAR) : q.first]
    if not _COSTING.isdisjoint(near[near.index(",") if "," in near else 0 :]):
        return None  # "the town will cost the donors", but "half the cost, though Malta gave"
    if not _OUR.isdisjoint(near) and not _PARTS.isdisjoint(near):
        return None  # "the others pledged $9 million, and our share is 2"
    if trigger is not None and trigger.first < q.first:
        if word[trigger.first] in ("cost", "costs") or trigger.lemma == "reckon":
            return None  # "a lane costs $4 a metre, and a detector $900", "he reckons that $9"
    span = seen(reading)
    if span is not None:
        return reading.words(span, "who is seen to give")
    if trigger is not None and trigger.kind in ("verb", "phrase") and trigger.first < q.first:
        last = min(trigger.last, q.first)  # "*handed over* | $9 million *to*"
        verbs = range(trigger.first, last)
        first = trigger.first  # "the bank *pledges*", "will *hand* Chad", "*hands* over"
        acts = trigger.kind == "verb" or word[first + 1] in _OUT
        led = before_adverbs(word, first - 1 - 2 * (word[first - 1] == "-"))  # "will co-finance"
        acts = acts and (word[first][-1] == "s" or word[led] in MODALS)
        verb = next((k for k in verbs if acts or is_verb(tokens, k) or _is_giving(tokens, k)), None)
        span = along(reading, first) if verb is None else doer(reading, verb)
        if span is None and verb is not None and word[max(0, verb - 2) : verb] == [",", "and"]:
            span = opening_subject(reading.sentence)  # "…, and lent it $9 million more"
        if span is not None:
            return reading.words(span, f"subject of {word[first if verb is None else verb]}")
        if all(map(tokens.capital, range(last))) and trigger.first:
            return reading.words((0, trigger.first), "subject of the headline")
    cues = {one.cue for one in reading.sentence.attributions if one.first < one.cue}
    for away, k in enumerate(islice(_outside(tokens, _first_of_list(reading)), _FARTHEST), 1):
        if word[k] in TURNS or word[k] in _WE:
            break
        if away > _FAR and GIVEN.isdisjoint(verb_lemmas(word[k])):
            continue  # "*offered* a loan of $9 million for dams and a grant of $5 million"
        told = word[k : q.first]
        heard = told[2:3] == [","] and told[1] in _HEARERS
        closed = heard or told[1:2] in ([","], ["he"], ["she"])
        if k in cues and (closed or "that" in told) and _SELF.isdisjoint(told):
            break  # "the ministry announced on Sunday that the world gave"
        brought = word[k] == "brought" and word[k + 1] in ("pledges", "promises")
        if brought or (word[k] in ("received", "secure") and "and" not in word[k : q.first]):
            break  # "said it received 9 percent of $5 million", "talks for Chad brought pledges"
        if word[k] in BE and k + 1 == q.phrase_first:
            continue  # "all that they could spare for Chad *was* | $9 million"
        if word[k] in verb_forms(_HARMING) or (near[-1:] == ["which"] and takes_at(tokens, k)):
            continue  # "to the family of each person *killed*", "*got* $9 million, of which | 4"
        if is_verb(tokens, k) and word[k - 1] not in OWNERS | DETERMINERS and may_give(tokens, k):
            span = doer(reading, k)
            if span is not None and trigger is not None and _is_given(tokens, trigger, span):
                break  # "Aid to Mali totalled $5 million"
            if span is not None and _is_taken_to(tokens, span[0]):
                break  # "the sums pledged to the fund have reached $5 million"
            if span is not None:
                return reading.words(span, f"subject of {word[k]}")
    return None


def _first_of_list(reading: ColumnReading) -> int:
    """ "Lent € 90 million (soft), $5 million (hard) *and* | $2 million": where the first begins."""
    tokens, first = reading.tokens, reading.q.first
    for other in reversed(reading.sentence.scan.quantities[: reading.index]):
        gap = takewhile(other.phrase_last.__le__, _outside(tokens, first))
        if other.kind != "money" or any(tokens.word[k] not in (",", "and") for k in gap):
            break
        first = other.first
    return first


def _outside(tokens: Tokens, last: int) -> Iterator[int]:
    """The tokens before one, from behind, without what stands in brackets or quotation marks.

    So "the bank lent for “*Safe Ground*” € 90 million (*soft*) and $5 million".
    """
    word = tokens.word
    marks = _CLOSING if word[:last].count('"') % 2 == 0 else _CURLY
    closed = ""
    for k in range(last - 1, -1, -1):
        if closed:
            closed = "" if word[k] == closed else closed
        elif word[k] in marks and marks[word[k]] in word[:k]:
            closed = marks[word[k]]
        else:
            yield k


def _is_given(tokens: Tokens, trigger: Trigger, span: Span) -> bool:
    """Whether a subject is the sum itself, by the word in it that tells the measure."""
    if not span[0] <= trigger.first < span[1]:
        return False
    leads = trigger.first == tokens.head and trigger.kind == "noun"
    return leads or not tokens.capital(trigger.first)  # no "Finance Minister"


def _is_taken_to(tokens: Tokens, first: int) -> bool:
    """Whether what begins at token `first` only takes: "aid sent *to the* fund"."""
    k = first - 1 - (tokens.at(first - 1) in DETERMINERS)
    return tokens.at(k) == "to" and tokens.at(k - 1) in verb_forms(_SENT)


def _is_giving(tokens: Tokens, k: int) -> bool:
    """ "is contributing", "ring-fenced"."""
    word, before = tokens.word[k], tokens.at(k - 1)
    return (word.endswith("ing") and before in BE) or (before == "-" and "vd" in tag(word))


def in_turn(reading: ColumnReading, behind: bool = False) -> Value:
    """ "Chad and Mali gave $5 and $9 million respectively": the name at a sum's own place.

    That of who takes is told `behind` it ("went to Chad and Mali respectively").
    """
    span = name_in_turn(reading.sentence, reading.index)
    gap = reading.tokens.word[reading.q.last : span[0]] if span else []
    told = gap != [] and _FROM.isdisjoint(gap)
    return reading.words(span, "at its place in the list") if span and told == behind else None


def same_giver(reading: ColumnReading) -> Value:
    """ "The Relief Bank helps Chad. Last year *it* gave $5 million": who the text was on."""
    tokens, trigger = reading.tokens, reading.match.trigger
    if tokens.word[max(0, reading.q.first - 2) : reading.q.first] == ["of", "which"]:
        taken = any(takes_at(tokens, k) for k in range(reading.q.first))
        span = None if taken else opening_subject(reading.sentence)
        return span and reading.words(span, "giver of the whole")
    if tokens.word[0] == "of" and tokens.at(1) in IT:  # "Of this, $9 million has been paid"
        return _giver_before(reading)
    if trigger is None or trigger.last > reading.q.first or trigger.kind not in ACTING:
        return None
    k = trigger.first - 1
    while k > 0 and (tokens.word[k] in BEFORE_VERB or tag(tokens.word[k]) in ("r", "m")):
        k -= 1
    if tokens.at(k) != "it":
        return None
    here = k > 0 and tokens.word[k - 1] in TURNS
    return _giver_before(reading, reading.sentence if here else None)


def _giver_before(reading: ColumnReading, told: Sentence | None = None) -> Value:
    """The name with which a sentence opens, or the one before it, where that takes no money."""
    told = told or next(iter(reading.memory.scenes()), None)
    if told is None or (span := opening_subject(told)) is None or takes_at(told.tokens, span[1]):
        return None
    name = told.words(*span)
    return None if name is None else (name, "whom it stands for")


def leading(reading: ColumnReading) -> Value:
    """ "*From Japan* came $5 million", "Pledging $5 million for Chad, *Japan* called on others"."""
    tokens, q, t = reading.tokens, reading.q, reading.match.trigger
    word, head = tokens.word, tokens.head
    if word[head] == "from":
        span = name_right(tokens, head + 1) or actor_right(tokens, head + 1)
        if span is None or span[1] >= q.first or word[span[1]] not in verb_forms(("come",)):
            return None
        return reading.words(span, "after from")
    if t is None or t.first != head or not word[head].endswith("ing") or "," not in word[q.last :]:
        return None
    first = word.index(",", q.last) + 1
    span = name_right(tokens, first) or actor_right(tokens, first)
    if span is None or tag(tokens.at(span[1]) or ".")[:1] != "v":
        return None
    return reading.words(span, "subject behind the clause")


def opening_subject(told: Sentence) -> Span | None:
    """The subject with which a sentence opens: a name, or one who acts ("the ministry")."""
    verb = next((j for j in range(told.tokens.size) if is_verb(told.tokens, j)), 0)
    span = verb_subject(told, verb) if verb else None
    if span is None or span[0] > 1:
        return None
    known = told.tokens.capital(span[1] - 1) or is_actor(told.tokens.word[span[1] - 1])
    return span if known else None


def ourselves(reading: ColumnReading) -> Value:
    """ "We have given $5 million", "my country will pay": the country whose speech it is."""
    tokens, first = reading.tokens, reading.q.phrase_first
    if _FIRST.isdisjoint(tokens.word[max(0, first - _FAR) : first]):
        return None
    for k in range(first - 1, max(-1, first - _FAR), -1):
        if tokens.word[k] in _CLAUSES:
            return None
        if tokens.word[k] in _WE or (tokens.word[k] in _OUR and tokens.at(k + 1) in OWN):
            said = reading.memory.voice(tokens.start[k])
            return None if said is None or code_of(said[0]) is None else (said[0], "who speaks")
    return None


def asked(reading: ColumnReading) -> Value:
    """ "asked *Norway* for $5 million", "turned to *the Relief Bank* for …": who is to give it."""
    told = asked_for(reading.tokens, reading.q, reading.match.trigger)
    if told is None:
        return None
    first, last = told
    span = phrase_right(reading.tokens, first) or actor_right(reading.tokens, first)
    if span is None or span[1] > last or reading.tokens.raw[span[0]] in OBJECTS:
        return None
    timed = any(one.first <= span[0] < one.last for one in reading.sentence.periods)
    return None if timed else reading.words(span, "who is asked")


def recovers(tokens: Tokens, k: int) -> bool:
    """ "To *recover from* the cold", "*from Cyclone* Paula", "for a line *from* Mao *to* Bol"."""
    if "to" in tokens.word[k : k + _NEAR] and "for" in tokens.word[max(0, k - _NEAR) : k]:
        return True
    after = k + 1 + (tokens.at(k + 1) in DETERMINERS)
    return tokens.at(k - 1) in _RECOVERING or singular(tokens.at(after)) in nouns("event")
