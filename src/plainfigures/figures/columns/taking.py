"""Taking: the verbs whose subject gets the money, and whom an appeal is for."""

from collections.abc import Sequence

from plainfigures.figures.columns.reading import ColumnReading, Value
from plainfigures.figures.triggers.phrases import is_verb
from plainfigures.figures.triggers.triggers import ACTING, Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import PARTS, POSSESSIVES
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import calendar, countries, singular, tag, verb_lemmas
from plainfigures.prose.words.tokens import Tokens

_TAKING = frozenset(
    "receive get obtain accept benefit borrow raise collect secure face lack draw attract gather "
    "garner gain win acquire amass accrue mobilise mobilize".split()
)
# Verbs that have who gets it beside the sum ("gave *Chad* $9"), and in the passive before them.
GIVEN = frozenset(
    "give offer grant lend loan onlend promise send award pay hand extend advance pledge wire "
    "allocate allot assign guarantee vote accord".split()
)
_HANDED = GIVEN | {"provide", "supply"}
_BY_GIVERS = _HANDED.union("donate fund finance contribute make".split())
_LENDERS = frozenset(("bank", "fund", "commission", "corporation"))
_REACH, _FAR = 5, 8
# Of whom somebody asks a sum, and what leads to them.
ASKING = frozenset("ask appeal beg urge press petition entreat implore apply turn look".split())
_GONE = frozenset("gone went goes go recipient recipients".split())
_GIFTS = frozenset("contributions donations gifts grants pledges funds sums".split())
_TOWARDS = frozenset(("to", "on", "upon"))
# So near before a sum stands "for".
_BEFORE = 5
EFFORTS = frozenset("appeal plan response compact".split())
_NEAR, _LONGEST = 14, 5


def taking_verb(tokens: Tokens, q: Quantity, trigger: Trigger | None) -> int | None:
    """The verb of taking in a trigger or right before a sum ("will receive a $5 million loan")."""
    if trigger is not None and trigger.kind in ACTING and trigger.last <= q.first:
        verb = next((k for k in range(trigger.first, trigger.last) if takes_at(tokens, k)), None)
        if verb is not None or any(is_verb(tokens, k) for k in range(trigger.first, trigger.last)):
            return verb
    near = q.phrase_first - _REACH
    for k in range(q.phrase_first - 1, max(-1, q.phrase_first - _FAR), -1):
        if tokens.word[k] in PARTS:
            break
        far = k <= near and (tokens.at(k + 1) != "on" or "to" in tokens.word[k : q.first])
        if not far and takes_at(tokens, k):  # "*draw* on a further loan of $9 million"
            return k
    return None


def asked_for(tokens: Tokens, q: Quantity, trigger: Trigger | None) -> tuple[int, int] | None:
    """ "asked *the bank* for $9 million", "applied to *Oslo* for …": the tokens of who is asked."""
    if trigger is None or trigger.last > q.first:
        return None
    verb = trigger.first
    if ASKING.isdisjoint(verb_lemmas(tokens.word[verb])):
        return None
    low = max(verb, q.phrase_first - _BEFORE)
    k = next((k for k in range(q.phrase_first - 1, low, -1) if tokens.word[k] == "for"), 0)
    first = verb + 1 + (tokens.at(verb + 1) in _TOWARDS)
    return (first, k) if first < k and "," not in tokens.word[first:k] else None


def takes_at(tokens: Tokens, k: int) -> bool:
    """ "receives", "was paid"."""
    lemmas = verb_lemmas(tokens.word[k]) if tokens.raw[k].islower() else ()
    if not _HANDED.isdisjoint(lemmas) and "vd" in tag(tokens.word[k]):
        return taken_from(tokens, k) < k
    if tokens.at(k + 1) in POSSESSIVES:
        return False  # "raised its aid to $5 million"
    return not _TAKING.isdisjoint(lemmas) or ("take" in lemmas and tokens.at(k + 1) == "in")


def is_given(tokens: Tokens, k: int) -> bool:
    """ "Pledged", "made" before "by" and who gives; "*as* promised by" tells of another."""
    return tokens.at(k - 1) != "as" and not _BY_GIVERS.isdisjoint(verb_lemmas(tokens.word[k]))


def taken_from(tokens: Tokens, verb: int) -> int:
    """The first helper of a passive verb ("*were* recently paid"), the verb itself of an active."""
    k, first = verb - 1, verb
    between = BE.union(calendar("weekday"))
    while k >= 0 and (tokens.word[k] in between or tag(tokens.word[k]) == "r"):
        first = k if tokens.word[k] in BE else first
        k -= 1
    return first


def takes_in_turn(
    tokens: Tokens, quantities: Sequence[Quantity], q: Quantity, trigger: Trigger | None
) -> bool:
    """ "lent Chad $9 million, *Niger $2 million*", "Chad received $9 million, *Niger $2 million*".

    But "lent Chad $9 million, the Development Bank $2 million". "Aid *went* to two: *Chad*, $9".
    """
    lead = tokens.word[: tokens.word.index(":")] if ":" in tokens.word[: q.first] else []
    if not _GONE.isdisjoint(lead):
        return True
    first = next((o for o in quantities if o.kind == "money"), q)
    k = q.phrase_first - 1
    between = tokens.word[first.phrase_last : q.phrase_first]
    verb = taking_verb(tokens, first, trigger)
    given = verb is not None and tokens.at(verb - 1) in _GIFTS  # "Gifts received: Norway $9"
    if first is q or given or tokens.at(k) in _LENDERS:
        return False
    if verb is not None and "from" not in (*between, tokens.at(verb + 1)):
        return True
    k = tokens.name_start(first.phrase_first)
    return k < first.phrase_first and not GIVEN.isdisjoint(verb_lemmas(tokens.at(k - 1)))


def named_for(reading: ColumnReading) -> Value:
    """ "the Chad Flash Appeal", "Lebanon's recovery plan": the country in the name of an effort."""
    tokens, q = reading.tokens, reading.q
    near = range(max(1, q.first - _NEAR), min(tokens.size, q.last + _NEAR))
    for k in sorted(near, key=lambda k: abs(k - q.first)):
        first = k - (singular(tokens.word[k]) in EFFORTS and tokens.at(k + 1) != "to")
        while 0 <= first < k and k - first <= _LONGEST:
            entry = countries().get(tokens.raw[first])
            if entry is not None and "group" not in entry.kinds and not q.first <= first < q.last:
                return reading.words((first, first + 1), "in the name of an effort")
            kinds = tag(tokens.word[first]).split(",")
            titled = tokens.capital(first) or tokens.word[first] == "'s" or kinds[0] in ("a", "n")
            first = first - 1 if titled else -1
    return None
