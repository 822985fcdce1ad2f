"""Who the money is for."""

from plainfigures.figures.columns.given import in_brackets
from plainfigures.figures.columns.giving import in_turn
from plainfigures.figures.columns.parties import GENERAL
from plainfigures.figures.columns.reading import ColumnReading, Span, Value
from plainfigures.figures.columns.takers import asker, land_of, lasts, party, told_of
from plainfigures.figures.columns.taking import (
    ASKING,
    EFFORTS,
    GIVEN,
    named_for,
    taken_from,
    takes_in_turn,
    taking_verb,
)
from plainfigures.figures.grammar.actors import actor_right, is_actor, runs
from plainfigures.figures.grammar.extents import joins_names
from plainfigures.figures.grammar.subjects import verb_subject
from plainfigures.figures.places.labels import topics
from plainfigures.figures.triggers.phrases import code_of, name_right, phrase_right
from plainfigures.figures.triggers.triggers import ACTING
from plainfigures.prose.dates.portions import DETERMINERS
from plainfigures.prose.speakers.subjects import PRONOUNS
from plainfigures.prose.words.bearers import is_nationality
from plainfigures.prose.words.lexicon import (
    countries,
    nouns,
    singular,
    speech_verbs,
    tag,
    verb_lemmas,
)
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_ASKING = ASKING | {"cost"}
_TO = frozenset("to for towards toward in help assist support".split())
_TOWARDS = frozenset(("to", "for"))
# What makes another preposition with "to" ("according to").
_COMPOUND = frozenset(
    "according due owing thanks prior next close contrary relative similar equal equivalent "
    "compared addition up subject visit visits trip trips".split()
)
_CLAUSES = frozenset((";", "while", "which", "but"))
_SHARED = frozenset("cooperation collaboration partnership partnerships".split())
WAYS = frozenset("road roads highway way railway bridge route canal pipeline track".split())
_AMONG = frozenset("among between".split())
_SHARING = tuple("share divide split distribute apportion".split())
_OCCASION = frozenset("at during after before from by on".split())
_DEEDS = ("tion", "sion", "ing", "very", "ment", "relief", "renewal", "revival", "repair")
_GOING = ("going", "goes", "went", "of it", "of which")  # "9 percent *going* to Chad"
_LONGEST, _FAR, _NEAR = 5, 8, 3
_BRINGING = frozenset("bringing taking raising lifting".split())  # "its payments to $9"
_ARTICLES = frozenset(("a", "an", "another"))
_LENDING = frozenset(("lend", "loan", "onlend"))
_LENT = frozenset(("loan", "credit", "package"))
_AROUND = frozenset("neighbours neighbors neighbour neighbor region surroundings".split())
_MONEY = frozenset("funds money resources financing finance cash".split())
_COLLECTING = frozenset(("subject of raised", "subject of collected"))
_TENDING = frozenset(
    "feed return house shelter clothe resettle treat support assist protect reach".split()
)
_PRONOUNS = frozenset("I He She They It We".split())


def recipient(reading: ColumnReading) -> Value:
    """The recipient after the amount, as the object of the giving, before it, or remembered."""
    trigger, bracket = reading.match.trigger, reading.q.phrase_first - 1
    listed = reading.tokens.at(bracket) == "("  # "to Chad ($5 million) and *Mali* ($4 million)"
    found = (in_brackets(reading, _TOWARDS) if listed else None) or party(reading)
    if listed or (trigger is not None and trigger.lemma in _LENDING):  # whatever it is for
        found = found or _object(reading)
    found = found or (in_turn(reading) if _taker(reading) else None)
    found = found or told_of(reading) or _after(reading) or _object(reading)
    if found and found[1] in ("after help", "after in", "after support", "after assist"):
        found = _dative(reading) or _object(reading) or found  # "gave *Chad* $9 to help farmers"
    found = found or _dative(reading) or _taker(reading) or asker(reading) or _before(reading)
    if found is None or found[0].islower() or is_nationality(found[0]):
        taker = None if found is None else _object(reading) or _taker(reading)
        if taker is not None and code_of(taker[0]) and taker[1] not in _COLLECTING:
            found = taker  # "gave Chad $4 million for its refugees"
        found = named_for(reading) or found  # "the Chad appeal asks for $4 for refugees"
    if found and found[0] == reading.row.get("donor") and found[1].startswith("before"):
        return None  # "the loan goes to Chad, which will add $5 million"
    before, k = reading.memory.recipient, reading.q.phrase_last
    own = reading.tokens.at(k) == "to" and reading.tokens.at(k + 1) in DETERMINERS
    own = own or not {"raised", "budget"}.isdisjoint(reading.tokens.word[:k])  # "who raised $9"
    if found is None and before is not None and lasts(before) and not own:  # "gave $9 to the cause"
        return before, "recipient before"
    return found


def _after(reading: ColumnReading) -> Value:
    """ "grants to Armenia", "$5 million for demining in Angola"."""
    tokens, q = reading.tokens, reading.q
    word, n = tokens.word, tokens.size
    ahead = [o for o in reading.sentence.scan.quantities if o.first > q.last]
    parts = [o for o in ahead if " ".join(word[o.last : o.last + 2]).startswith(_GOING)]
    others = (o for o in ahead if o.kind == "money" or o in parts)
    limit = min((o.phrase_first for o in others if word[o.phrase_first - 1] != "("), default=n)
    purpose, general = False, None
    for k in range(q.last, min(limit, q.last + 22)):
        if word[k] in _CLAUSES or (word[k] == "," and tokens.at(k + 1) in PRONOUNS):
            break
        if word[k] in _AMONG and not verb_forms(_SHARING).isdisjoint(word[q.last : k]):
            return _sharers(reading, k + 1)
        if word[k] in _OCCASION:
            purpose = False
        compound = word[k] == "to" and word[k - 1] in _COMPOUND
        taken = word[k] == "by" and word[k - 1] in ("received", "obtained", "borrowed")
        if compound or not (word[k] in _TO or taken or _shares(tokens, k)):
            continue
        if joins_names(tokens, k):
            continue  # "the Bank for Reconstruction"
        if word[k] == "in" and (word[k - 1] in speech_verbs() or "from" in word[q.last : k]):
            continue  # "to help it, Merkel said in Amman", "$9 from a firm in Chad"
        if word[k] == "for" and word[k - 1] in EFFORTS:
            purpose = True  # "a $9 million *appeal for* Chad"
        elif word[k - 1] in nouns("title") or not ASKING.isdisjoint(verb_lemmas(word[k - 1])):
            continue  # "the ambassador to Chad", "turned to Chad"
        along = "from" in word[max(q.last, k - _LONGEST) : k] and "for" in word[q.last : k]
        along = along or any(word[j] in WAYS and word[j + 1] == "of" for j in range(q.last, k))
        if word[k] == "to" and (along or word[k - 1] in WAYS):
            break  # "pave the road to Mao", "for a line from Bol to Mao", "a road of 9 km to Mao"
        if tokens.at(k + 1) in ("of", "for", "from"):
            if tokens.at(k + 1) == "from" or word[k - 1] != "in":
                continue  # "with the support of Chad"
            k += 1  # "in support of Chad"
        if word[k] == "to" and _is_act(tokens, k + 1):
            purpose = True
            continue
        k = _past_deed(tokens, k)
        span = name_right(tokens, k + 1) if word[k] != "in" else phrase_right(tokens, k + 1)
        if word[k] == "in":
            span = span if span is not None and tokens.capital(span[0]) else None
        elif span is None:
            span = actor_right(tokens, k + 1) or land_of(tokens, k + 1)
            if word[k] == "to" and not verb_forms(("return",)).isdisjoint(word[q.last : k]):
                continue  # "for the return of refugees to their villages"
        if span is not None and tokens.at(span[1]) == "'s":
            owned = actor_right(tokens, span[1])  # "Chad's | water board", but "Chad's recovery"
            span = (span[0], owned[1]) if owned else span
        if span and word[k] in ("to", "help") and span[1] - span[0] > 1:
            first = span[0] + (word[span[0]] in _TENDING)  # "to feed | refugees"
            span = first + (word[first] == "the"), span[1]
        if span is None or tokens.raw[span[0]] in _PRONOUNS or is_number(tokens.at(span[1]) or "."):
            purpose = purpose or word[k] in ("to", "for")
            continue
        head = tokens.raw[span[1] - 1]
        things = head.islower() and tag(head)[:2] == "ns" and not is_actor(head)
        torn = tokens.at(span[1]) == "-" and tokens.glued(span[1])  # "for the flood-hit towns"
        if (
            torn
            or runs(tokens, span[1])
            or (word[k] == "for" and things and tokens.capital(span[0]))
        ):
            continue  # "to support the UN-led mission", "for HIV drugs"
        if singular(word[span[0]]) in nouns("gift") and not tokens.capital(span[0] + 1):
            continue  # "in Aid for Refugees"
        if word[k] == "in" and not purpose and code_of(reading.sentence.words(*span)) is None:
            continue
        named = reading.words(_listed(reading, span), f"after {word[k]}")
        if " ".join(tokens.raw[slice(*span)]) not in GENERAL | {"partners"}:
            return named
        purpose, general = True, general or named  # "for people | in Chad"
    return general


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


def _past_deed(tokens: Tokens, k: int) -> int:
    """ "for the rebuilding | of Chad", "for recovery | of the south": "of", whose the work is."""
    of = k + 2 + (tokens.at(k + 1) == "the")
    deed = tokens.at(of - 1)
    led = tokens.at(of) == "of" and deed.endswith(_DEEDS) and not is_actor(deed)
    return of if led and tokens.capital(of + 1 + (tokens.at(of + 1) == "the")) else k


def _shares(tokens: Tokens, k: int) -> bool:
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


def _object(reading: ColumnReading) -> Value:
    """ "gave Jordan $5 million"."""
    tokens, q, trigger = reading.tokens, reading.q, reading.match.trigger
    if trigger is not None and (trigger.lemma.split()[0] in _ASKING or trigger.lemma[-3:] == " of"):
        return None  # "asked Chad for $5 million", "cost the Treasury $5 million"
    if trigger is not None and trigger.last <= q.first and tokens.at(trigger.last) not in _TO:
        if tokens.word[trigger.last - 1] in ("by", "from"):
            return None  # "will be matched by | the Relief Bank"
        span = phrase_right(tokens, trigger.last) or actor_right(tokens, trigger.last)
        if span is not None and span[1] <= q.phrase_first <= span[1] + 2:
            gap = tokens.word[span[1] : q.phrase_first]
            # "sent tents and $5 million", "gave UN funds of $5 million"
            if gap[:1] != ["and"] and "of" not in gap:
                return reading.words(span, f"object of {tokens.word[trigger.first]}")
    listed = tokens.at(q.phrase_first - 1) == "(" and in_brackets(reading) is None
    last = q.phrase_first - listed  # "Chad got $5 million, *Mali* | ($4 million)"
    last -= tokens.at(last - 1) in _ARTICLES  # "gave *Chad* a | $4 million loan"
    first = tokens.name_start(last)
    if first == last:
        return None
    if tokens.at(first - 1) in (",", "and"):
        if takes_in_turn(tokens, reading.sentence.scan.quantities, q, trigger):
            return reading.words((first, last), "object in turn")
    if GIVEN.isdisjoint(verb_lemmas(tokens.at(first - 1))):
        return None
    return reading.words((first, last), f"object of {tokens.word[first - 1]}")


def _dative(reading: ColumnReading) -> Value:
    """ "offered *Chad* a soft loan of $5 million", "gave *the refugees* a gift of $2 million"."""
    tokens, k = reading.tokens, reading.q.phrase_first
    if tokens.at(k - 1) == "of":
        gift = singular(tokens.word[k - 2])
        if gift not in _LENT and gift not in nouns("gift"):
            return None
        k = next((j for j in range(k - 2, k - 7, -1) if tokens.at(j) in _ARTICLES), 0)
    for first in range(k - 1, max(0, k - _FAR), -1):
        span = name_right(tokens, first) or actor_right(tokens, first)
        if span and span[1] == k and not GIVEN.isdisjoint(verb_lemmas(tokens.word[first - 1])):
            return reading.words(span, f"object of {tokens.word[first - 1]}")
    return None


def _taker(reading: ColumnReading) -> Value:
    """ "Tavria received $5 million": the subject of a verb of taking."""
    verb = taking_verb(reading.tokens, reading.q, reading.match.trigger)
    if verb is None:
        return None
    span = verb_subject(reading.sentence, taken_from(reading.tokens, verb))
    if span is not None and reading.tokens.word[span[1] - 1] in _MONEY | topics():
        return None  # "compensation funds are lacking", "Shelter attracted $2 million"
    return None if span is None else reading.words(span, f"subject of {reading.tokens.word[verb]}")


def _before(reading: ColumnReading) -> Value:
    """ "To Armenia, it promised $5 million"."""
    tokens, q, t = reading.tokens, reading.q, reading.match.trigger
    for k in range(q.phrase_first - 1, max(-1, q.phrase_first - 25), -1):
        if tokens.word[k] == ";":
            break
        if not (tokens.word[k] in _TOWARDS or _shares(tokens, k)) or tokens.at(k - 1) in _COMPOUND:
            continue
        gave = tokens.word[k] == "to" and t is not None and tokens.at(t.first - 1) == "which"
        if gave or any(one <= k < end <= q.first for one, end in reading.sentence.relative_clauses):
            continue  # "of which $9 million went to Chad, another 5", "thanks to Chad, which gave"
        span = phrase_right(tokens, _past_deed(tokens, k) + 1)
        owned = tokens.word[k] == "to" and span and tokens.at(span[1]) == "'s"
        if owned or span is None or span[1] > q.phrase_first:
            continue
        after = tokens.raw[span[0] + 1]
        if tokens.raw[span[0]] in countries() and (after in countries() or after == "the"):
            span = span[0], span[0] + 1  # "for the rebuilding of Chad | Norway gave"
        effort = singular(tokens.word[k - 1]) in EFFORTS and tokens.capital(span[0])
        if effort and nouns("event").isdisjoint(tokens.word[slice(*span)]):
            return reading.words(span, "whom the effort is for")
        # "*remitted to* Riga | $9 million"
        led = t is not None and t.kind in ACTING and k in (t.last, t.last - 1)
        led = led or not _BRINGING.isdisjoint(tokens.word[span[1] : span[1] + _NEAR])
        led = led or (k == 0 and tokens.word[k] == "to") or tokens.word[span[1] - 1] == "fund"
        if led or code_of(reading.sentence.words(*span)):
            return reading.words(span, f"before, after {tokens.word[k]}")
    return None
