"""Subjects that give: of the verb of giving, and the country that says "we"."""

from plainfigures.figures.columns.officers import body
from plainfigures.figures.columns.reading import ColumnReading, Span, Value
from plainfigures.figures.columns.taking import GIVEN, asked_for, taken_from, takes_at
from plainfigures.figures.grammar.actors import actor_right, is_actor
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.grammar.subjects import BEFORE_VERB, OWN, subject_ending, verb_subject
from plainfigures.figures.trade.respective import name_in_turn
from plainfigures.figures.triggers.phrases import OWNERS, code_of, is_verb, name_right, phrase_right
from plainfigures.figures.triggers.triggers import ACTING, Trigger
from plainfigures.prose.words.closed import BREAKS, DETERMINERS, OBJECTS, TURNS
from plainfigures.prose.words.helpers import BE, MODALS, before_adverbs
from plainfigures.prose.words.lexicon import (
    calendar,
    is_person,
    nouns,
    singular,
    speech_verbs,
    tag,
    verb_lemmas,
)
from plainfigures.prose.words.signs import IT
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_COSTING = frozenset("cost costs require requires need needs swallow swallows absorb".split())
_NEAR = 6
_WE = frozenset(("we", "i"))
_FROM = frozenset(("by", "from"))
_OUR = frozenset(("our", "my"))
_PARTS = frozenset(("share", "part", "portion"))
_SELF = frozenset(("it", "they"))
_FIRST = _WE | _OUR
_HEARERS = frozenset("me us reporters journalists".split())
_CLAUSES = BREAKS | {"and"}
_FAR = 12
_RECOVERING = frozenset(
    "recover recovers recovering recovery suffer suffers suffering fleeing protect emerge return "
    "returning back far away rebuild influx exodus".split()
)
# What is done of a sum and gives none: "reported that", "faces a gap of", "ranked next with".
_IDLE = verb_forms(
    tuple("report tell ask face include rank negotiate discuss hold follow go come".split())
)
# What is done to others, or to the paper that tells of a sum, and to no sum.
_HARMING = tuple("read kill injure wound hurt displace affect hit strike destroy damage".split())
_OUT = frozenset("out over up aside away forward back".split())  # "hands over", but "pledges of"
_SENT = tuple("give pledge promise donate send pay commit grant lend".split())
_CHANGING = tuple("shrink fall grow rise dwindle climb drop swell sink".split())


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
    if trigger is not None and trigger.kind in ("verb", "phrase") and trigger.first < q.first:
        last = min(trigger.last, q.first)  # "*handed over* | $9 million *to*"
        verbs = range(trigger.first, last)
        first = trigger.first  # "the bank *pledges*", "will *hand* Chad", "*hands* over"
        acts = trigger.kind == "verb" or word[first + 1] in _OUT
        acts = acts and (word[first][-1] == "s" or word[before_adverbs(word, first - 1)] in MODALS)
        verb = next((k for k in verbs if acts or is_verb(tokens, k) or _is_giving(tokens, k)), None)
        span = None if verb is None else _doer(reading, verb)
        if span is None and verb is not None and word[max(0, verb - 2) : verb] == [",", "and"]:
            span = opening_subject(reading.sentence)  # "…, and lent it $9 million more"
        if span is not None:
            return reading.words(span, f"subject of {word[verb or 0]}")
        if all(map(tokens.capital, range(last))) and trigger.first:
            return reading.words((0, trigger.first), "subject of the headline")
    cues = {one.cue for one in reading.sentence.attributions if one.first < one.cue}
    for k in range(q.first - 1, max(-1, q.first - 18), -1):
        if word[k] in TURNS or word[k] in _WE:
            break
        if k < q.first - _FAR and GIVEN.isdisjoint(verb_lemmas(word[k])):
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
        if is_verb(tokens, k) and word[k - 1] not in OWNERS | DETERMINERS and _acts(tokens, k):
            span = _doer(reading, k)
            if span is not None and trigger is not None and _is_given(tokens, trigger, span):
                break  # "Aid to Mali totalled $5 million"
            if span is not None and _is_taken_to(tokens, span[0]):
                break  # "the sums pledged to the fund have reached $5 million"
            if span is not None:
                return reading.words(span, f"subject of {word[k]}")
    return None


def _doer(reading: ColumnReading, verb: int) -> Span | None:
    """The subject of a verb; of "the donors, *having spent* $5 million," what is before it."""
    word = reading.tokens.word
    if word[max(0, verb - 2) : verb] == [",", "having"]:
        return subject_ending(reading.sentence, verb - 3)
    span = verb_subject(reading.sentence, verb)
    if span is None or (word[verb + 1] == "by" and tag(word[verb])[:2] == "vd"):
        return None  # "teams funded by £9,000"
    return body(reading, span, verb)


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


def _acts(tokens: Tokens, k: int) -> bool:
    """Whether the subject of a verb may give: "was helped", "said that", "the UN led work" do not.

    "Was among the first to give" and "was expected to give" do.
    """
    if tokens.at(k + 1) in ("that", "being") or tokens.word[k] in _IDLE:
        return False
    if not verb_forms(_CHANGING).isdisjoint(tokens.word[k : k + 2]):
        return False  # "what was promised in Rome has shrunk to $5 million"
    tells = tokens.word[k] in speech_verbs() and GIVEN.isdisjoint(verb_lemmas(tokens.word[k]))
    if tells and is_person(singular(tokens.at(k - 1))):
        return False  # "a Norwegian official said $5 million of it had come"
    first = taken_from(tokens, k)
    if tokens.word[k] in BE:
        k += 1
        while tag(tokens.at(k) or ".") == "r" or tokens.at(k) in calendar("weekday"):
            k += 1
        if tag(tokens.at(k) or ".")[:1] in "adnp" and not tokens.word[k].endswith("ing"):
            if tokens.at(k + 1) in DETERMINERS or tokens.capital(k + 1):
                return tokens.word[k] == "among"  # "it *is to the* $5 million" what is added
            return tokens.word[k] in ("among", "to")  # no "Norway *is grateful* for $5 million"
    passive = first < k and "vd" in tag(tokens.at(k) or ".").split(",")
    return not passive or (tokens.at(k + 1) == "to" and tokens.at(k + 2) != "be")


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
