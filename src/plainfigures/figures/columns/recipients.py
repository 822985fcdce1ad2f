"""Who the money is for."""

from plainfigures.figures.columns.destinations import (
    COMPOUND,
    TO,
    TOWARDS,
    destination,
    past_deed,
    shares,
)
from plainfigures.figures.columns.given import in_brackets
from plainfigures.figures.columns.giving import in_turn
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
from plainfigures.figures.grammar.actors import actor_right
from plainfigures.figures.grammar.subjects import verb_subject
from plainfigures.figures.places.labels import topics
from plainfigures.figures.triggers.phrases import code_of, name_right, phrase_right
from plainfigures.figures.triggers.triggers import ACTING
from plainfigures.prose.words.bearers import is_nationality
from plainfigures.prose.words.closed import DETERMINERS
from plainfigures.prose.words.lexicon import (
    countries,
    nouns,
    singular,
    verb_lemmas,
)
from plainfigures.prose.words.tokens import DASHES, Tokens

_ASKING = ASKING | {"cost"}
_FAR, _NEAR = 8, 3
_JOINTS = frozenset((",", ";", "and", "while"))
_BRINGING = frozenset("bringing taking raising lifting".split())  # "its payments to $9"
_ARTICLES = frozenset(("a", "an", "another"))
_SIGNS = DASHES | {",", ":"}
_SUPPLYING = frozenset("provide supply furnish present equip help support assist reach".split())
_LENDING = frozenset(("lend", "loan", "onlend"))
_LENT = frozenset(("loan", "credit", "package"))
_MONEY = frozenset("funds money resources financing finance cash".split())
_GIFTS = nouns("gift") | EFFORTS
_COLLECTING = frozenset(("subject of raised", "subject of collected"))


def recipient(reading: ColumnReading) -> Value:
    """The recipient after the amount, as the object of the giving, before it, or remembered."""
    trigger, bracket = reading.match.trigger, reading.q.phrase_first - 1
    listed = reading.tokens.at(bracket) == "("  # "to Chad ($5 million) and *Mali* ($4 million)"
    found = (in_brackets(reading, TOWARDS) if listed else None) or party(reading)
    if listed or (trigger is not None and trigger.lemma in _LENDING):  # whatever it is for
        found = found or _object(reading)
    found = in_turn(reading, True) or found or (in_turn(reading) if _taker(reading) else None)
    # "help for *Chad* ($5 million) and for those in Mali"
    alone = reading.tokens.at(reading.q.phrase_last) == ")"
    alone = alone and (not listed or reading.tokens.capital(bracket - 1))
    found = found or (None if alone else told_of(reading) or destination(reading))
    found = found or _object(reading)
    if found and found[1] in ("after help", "after in", "after support", "after assist"):
        found = _dative(reading) or _object(reading) or found  # "gave *Chad* $9 to help farmers"
    found = found or _dative(reading) or _taker(reading) or asker(reading) or _said_once(reading)
    found = found or _before(reading)
    if found is None or found[0].islower() or is_nationality(found[0]):
        taker = None if found is None else _object(reading) or _taker(reading)
        if taker is not None and taker[1] not in _COLLECTING and _is_handed(taker):
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


def _object(reading: ColumnReading) -> Value:
    """ "gave Jordan $5 million"."""
    tokens, q, trigger = reading.tokens, reading.q, reading.match.trigger
    if trigger is not None and (trigger.lemma.split()[0] in _ASKING or trigger.lemma[-3:] == " of"):
        return None  # "asked Chad for $5 million", "cost the Treasury $5 million"
    if trigger is not None and trigger.last <= q.first and tokens.at(trigger.last) not in TO:
        if tokens.word[trigger.last - 1] in ("by", "from"):
            return None  # "will be matched by | the Relief Bank"
        span = phrase_right(tokens, trigger.last) or actor_right(tokens, trigger.last)
        span = span or _land_before(tokens, trigger.last)
        if span is not None and span[1] <= q.phrase_first <= span[1] + 2:
            gap = tokens.word[span[1] : q.phrase_first]
            # "sent tents and $5 million", "gave UN funds of $5 million"
            if gap[:1] != ["and"] and "of" not in gap:
                return reading.words(span, f"object of {tokens.word[trigger.first]}")
    listed = tokens.at(q.phrase_first - 1) == "(" and in_brackets(reading) is None
    listed = listed or tokens.at(q.phrase_first - 1) in _SIGNS  # "to two: *Chad*, | $5 million"
    last = q.phrase_first - listed  # "Chad got $5 million, *Mali* | ($4 million)"
    last -= tokens.at(last - 1) in _ARTICLES  # "gave *Chad* a | $4 million loan"
    first = tokens.name_start(last)
    if first == last:
        return None
    if tokens.at(first - 1) in (",", "and", ";", ":"):
        if takes_in_turn(tokens, reading.sentence.scan.quantities, q, trigger):
            return reading.words((first, last), "object in turn")
    if GIVEN.isdisjoint(verb_lemmas(tokens.at(first - 1))):
        return None
    return reading.words((first, last), f"object of {tokens.word[first - 1]}")


def _land_before(tokens: Tokens, k: int) -> Span | None:
    """ "gave *the camp* | $5 million"."""
    land = tokens.at(k) == "the" and tokens.at(k + 1) in nouns("area")
    return (k + 1, k + 2) if land else None


def _dative(reading: ColumnReading) -> Value:
    """ "offered *Chad* a soft loan of $5 million", "gave *the refugees* a gift of $2 million".

    So does "supplied *Chad* with tents worth $5 million".
    """
    tokens, q = reading.tokens, reading.q
    k = next((j for j in range(q.first - 1, q.first - _FAR, -1) if tokens.at(j) == "with"), 0)
    verbs = _SUPPLYING
    if not k:
        k, verbs = q.phrase_first, GIVEN
        if tokens.at(k - 1) == "of":
            gift = singular(tokens.word[k - 2])
            if gift not in _LENT and gift not in nouns("gift"):
                return None
            k = next((j for j in range(k - 2, k - 7, -1) if tokens.at(j) in _ARTICLES), 0)
    for first in range(k - 1, max(0, k - _FAR), -1):
        span = name_right(tokens, first) or actor_right(tokens, first)
        if span and span[1] == k and not verbs.isdisjoint(verb_lemmas(tokens.word[first - 1])):
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


def _is_handed(taker: tuple[str, str]) -> bool:
    """Whether who takes a sum is a land, or has it handed by a verb ("lent *the hospital* $9")."""
    led = taker[1].removeprefix("object of ").lower()
    return lasts(taker[0]) or not GIVEN.isdisjoint(verb_lemmas(led))


def _is_of_other(reading: ColumnReading, span: Span) -> bool:
    """Whether who is told with a gift takes another sum ("gave $9 in aid to *them* and lent")."""
    t = reading.match.trigger
    sums = reading.sentence.scan.quantities[: reading.index]
    others = [one.last for one in sums if one.kind == "money"]
    part = reading.tokens.at(reading.q.phrase_last) == "of"  # ", $4 of which had been paid"
    return bool(others) and not part and t is not None and t.first >= max(span[1], others[-1])


def _said_once(reading: ColumnReading) -> Value:
    """ "Malta gave $5 million and Peru $2 *to Chad*", "… $5 million *to Chad*; Peru, $2"."""
    tokens, index, quantities = reading.tokens, reading.index, reading.sentence.scan.quantities
    for other in (*quantities[index + 1 : index + 2], *quantities[max(0, index - 1) : index]):
        k = other.phrase_last
        span = phrase_right(tokens, k + 1) if tokens.at(k) in ("to", "for") else None
        if span is None or other.kind != "money":
            continue
        before = other.first < reading.q.first
        low, high = (span[1], reading.q) if before else (reading.q.phrase_last, other)
        if _names_giver(tokens, low, high.phrase_first):
            return reading.words(span, "said once")
    return None


def _names_giver(tokens: Tokens, first: int, last: int) -> bool:
    """Whether nothing but a joint and a name stands between two sums: "and Peru", "; Peru, "."""
    inside = range(first + 1, last - (tokens.at(last - 1) == ","))
    joined = tokens.at(first) in _JOINTS and len(inside) > 0
    return joined and all(tokens.capital(k) or tokens.word[k] in ("the", "of") for k in inside)


def _before(reading: ColumnReading) -> Value:
    """ "To Armenia, it promised $5 million"."""
    tokens, q, t = reading.tokens, reading.q, reading.match.trigger
    for k in range(q.phrase_first - 1, max(-1, q.phrase_first - 25), -1):
        if tokens.word[k] == ";":
            break
        if not (tokens.word[k] in TOWARDS or shares(tokens, k)) or tokens.at(k - 1) in COMPOUND:
            continue
        gave = tokens.word[k] == "to" and t is not None and tokens.at(t.first - 1) == "which"
        if gave or any(one <= k < end <= q.first for one, end in reading.sentence.relative_clauses):
            continue  # "of which $9 million went to Chad, another 5", "thanks to Chad, which gave"
        at, given = past_deed(tokens, k) + 1, singular(tokens.word[k - 1]) in _GIFTS
        # "pledges for *the victims* have reached"
        span = phrase_right(tokens, at)
        if span is None and given:
            span = actor_right(tokens, at) or land_of(tokens, at)
        # "to Chad's north", "to Chad-based groups"
        owned = tokens.word[k] == "to" and span and tokens.at(span[1]) in ("'s", "-")
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
        given = given and tokens.raw[span[1] - 1].islower()
        led = led or (given and not _is_of_other(reading, span))
        if led or code_of(reading.sentence.words(*span)):
            return reading.words(span, f"before, after {tokens.word[k]}")
    return None
