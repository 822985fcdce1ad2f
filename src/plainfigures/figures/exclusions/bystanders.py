"""Bystanders: people whom the words around their number keep out of what the sentence tells."""

from collections.abc import Iterable

from plainfigures.figures.exclusions.capacity import ROOM, has_room, is_on_board, is_room
from plainfigures.figures.exclusions.sizes import (
    PLACING,
    is_least,
    is_of_group,
    is_of_other_body,
    is_size,
    is_strength,
    tells_of_all,
)
from plainfigures.figures.exclusions.unharmed import KIN, is_let_go, is_unharmed, past_fears
from plainfigures.figures.grammar.people import is_anybody, is_more_of_same, tells
from plainfigures.figures.grammar.predicates import Predicates
from plainfigures.figures.grammar.themes import FLEEING, HOMING
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.phrases import Span
from plainfigures.figures.triggers.triggers import DOING, Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import PARTS
from plainfigures.prose.words.helpers import BE, HAVE, HELPERS
from plainfigures.prose.words.lexicon import groups, is_person, singular, speech_verbs, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import COMMA_AND
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_VERBAL = DOING | {"state"}
_OUT_OF = (["front", "of"], ["out", "of"], ["presence", "of"])
_TURNED = frozenset("up down rose fell rise fall risen fallen increase decrease".split())
# What is done to a number and not to people.
_CHANGED = frozenset(
    "increased decreased reduced raised lowered cut exceeded outnumbered followed joined "
    "represented swollen swelled boosted expanded".split()
)
_CARING = frozenset("see sees saw treat treats treated help helps teach teaches feed feeds".split())
_WANTING = frozenset(
    "need needs needed require lack face faced needing requiring lacking facing without".split()
)
_OVER = ("over the ", "across the ", "remove ", "be remove ", "be transfer ")
_HEARD = frozenset("spoken spoke talked listened interviews interviewed".split())
_FOR = frozenset(("for", "to", "with"))
# Within so many tokens it is said that it was so at the time.
_MOMENT = 9
_DOING = frozenset(
    "working attending praying travelling traveling celebrating watching playing shopping sleeping "
    "queuing queueing studying dining".split()
)
_APART = frozenset("prisoner captive deserter defector".split())
_RELIANT = (["reliant", "on"], ["dependent", "on"], ["in", "need"])
_ASKED = frozenset("request application apply claim petition registration register bid".split())
_BANDS = groups() | frozenset("band party column horde posse pack".split())
_TAKEN = ("life", "victim", "casualty", "loss of")
_SEEN = frozenset("seen watched read visited attended signed mourned heard".split())
_BUT_FOR = frozenset("counting excluding excepting except besides".split())
_MANNED = frozenset("staffed manned crewed guarded led run defended garrisoned held".split())
_LIVING = frozenset(
    "school schools work need poverty debt college university training class jobs".split()
)
_CULPRITS = frozenset(
    "attacker gunman assailant robber hijacker thief burglar suspect culprit bomber killer".split()
)
_AFFECTS, _AFFECT = " affect", ("affect",)
_REST = HELPERS | frozenset("others more people also".split())
_ACTS = frozenset("invasion attack raid occupation assault siege offensive incursion".split())
_LEFT = frozenset("leaving left leaves leave had has having have by".split())
_ACTING, _AIDED = 9, 9
# The longest subject to which a number is apposed, in tokens.
_SUBJECT = 9
_AID = frozenset("aid assistance food relief cash support help treatment vouchers".split())


def apart(tokens: Tokens, q: Quantity, t: Trigger, relatives: Iterable[Span]) -> bool:
    """Whether a trigger outside a number's phrase cannot be said of those whom it counts.

    `relatives` are the relative clauses of the sentence.
    """
    if q.kind not in ("noun", "bare") or not (q.unit in PEOPLE or is_anybody(tokens, q)):
        return False
    if is_least(tokens, q) or tells(tokens, q):
        return True
    if t.first > q.phrase_last and _is_in_relative(tokens, q, t, relatives):
        return True
    if t.first > q.phrase_last and not _BUT_FOR.isdisjoint(tokens.word[q.phrase_last : t.first]):
        return "those" in tokens.word[q.phrase_last : t.first]  # "900, not counting those who fled"
    lead = tokens.word[max(0, q.phrase_first - 2) : q.phrase_first]
    if t.lemma[:6] == "return" and t.last < min(q.first, t.first + 3) and lead[-1:] == ["to"]:
        things = tokens.word[t.last : q.phrase_first - 1]
        if is_number((*things, ".")[0]) or all(tag(w)[0] in "dan" for w in things):
            # "returned (40 hectares) to 300", "returned land to 300"; no "*number* of returnees to"
            return "number" not in tokens.word[: t.first]
    if t.last < q.first and lead[-1:] in (["to"], ["for"], ["of"]) and lead[0] in _AID:
        return t.last <= q.phrase_first  # "went home, as it seeks aid for 900 people"
    if t.first < q.phrase_first and tokens.word[q.phrase_last : q.phrase_last + 2] in _RELIANT:
        return True  # "300 refugees and 900 people reliant on aid"
    if t.first > q.phrase_last and tokens.at(q.phrase_last) == "without":
        return True  # "left 900 without power and 40 without homes"
    if (is_size(tokens, q) and not tells_of_all(tokens, q, t)) or is_room(tokens, q):
        return True
    if t.last <= _clause_of(tokens, q) or is_of_other_body(tokens, q, t):
        return True
    if t.lemma.startswith(_OVER) and q.kind == "noun" and not is_anybody(tokens, q):
        return True  # "300 traders were let across the border", "20 patients were transferred to"
    if is_let_go(tokens, q, t) or (t.lemma == "hold" and has_room(tokens, t.first)):
        return True
    led = t.lemma in HOMING and t.last <= q.phrase_first
    safe = led or t.lemma.endswith((" alive", " life", " saved"))  # "returns 12 men safely"
    if not safe and is_unharmed(tokens, q):
        if q.phrase_last < t.last <= past_fears(tokens, q.phrase_last):
            return True  # "9 who were *feared dead* have been found alive"
        # but "22 survivors were treated", "all 9 on board died"
        gap = tokens.word[q.phrase_last : t.first]
        gap = gap[2:] if gap[:2] == ["on", "board"] else gap[gap[:1] in (["aboard"], ["who"]) :]
        return t.first < q.phrase_last or not HELPERS.issuperset(gap)
    if not t.lemma.endswith(_AFFECTS) and _are_affected(tokens, q, t):
        return True
    if q.noun is not None and q.noun.head in _CULPRITS:
        if (t.kind == "intransitive" and t.lemma in FLEEING) or t.lemma.startswith("chase "):
            return True  # "the two attackers escaped", "chased two thieves across the square"
    if is_counted_apart(q) and is_number(tokens.word[t.first - 1]):
        return True  # "31,000 wounded, 5,500 prisoners"
    if t.first < q.phrase_first:
        return _is_beside(tokens, q, t) or (t.kind == "intransitive" and _is_left(tokens, q))
    if t.kind == "phrase" and t.lemma.startswith("lose ") and t.lemma.split()[-1] in KIN:
        return True  # "12 pupils had lost a parent"
    return _has_acted(tokens, q) or _is_kin(tokens, q, t)


def _is_in_relative(tokens: Tokens, q: Quantity, t: Trigger, relatives: Iterable[Span]) -> bool:
    """ "a survey, in which | 900 families took part, | says that they wish to return"."""
    return any(
        start < q.first < end <= t.first and tokens.word[start] != "," for start, end in relatives
    )


def _has_acted(tokens: Tokens, q: Quantity) -> bool:
    """ "since the invasion of the isle by 900 men mines have killed 12": who did what is past."""
    k = q.phrase_first - 1
    return tokens.at(k) == "by" and not _ACTS.isdisjoint(tokens.word[max(0, k - _ACTING) : k])


def _clause_of(tokens: Tokens, q: Quantity) -> int:
    """ "They shot 30, and | the rest, 400 people, hid": where the clause of such a subject begins.

    0 for a number that stands in no apposition to the subject of a verb.
    """
    word, k = tokens.word, q.phrase_first - 1
    after = q.phrase_last + 1
    if k < 1 or not word[k] == "," == tokens.at(after - 1) or after >= tokens.size:
        return 0
    acts = word[after] in HELPERS or tag(word[after]).split(",")[0] in ("v", "vd", "m")
    if not acts or tokens.at(after + 1) == "by" or word[after] in speech_verbs():
        return 0
    return next((j for j in range(k - 1, max(0, k - _SUBJECT), -1) if word[j] in PARTS), 0)


def is_kept_out(tokens: Tokens, q: Quantity) -> bool:
    """Whether a number takes no measure from a list: a size, what has room, the unharmed."""
    if is_room(tokens, q) or is_size(tokens, q) or _clause_of(tokens, q) or tells(tokens, q):
        return True
    return is_unharmed(tokens, q) or is_counted_apart(q)


def _are_affected(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "12 were killed and 4,000 others affected", "affected 4,000 people, claimed 12 lives"."""
    if t.first < q.phrase_first:
        k = q.phrase_last
        while tokens.at(k) in _REST:
            k += 1
        if tokens.at(k) == "affected":
            return True
        if t.lemma in ("expulsion", "deportation", "exodus") and tokens.at(t.last) == "of":
            return False  # "the *expulsion* of the Germans affected 9 million"
    elif tokens.at(q.phrase_last) not in COMMA_AND:
        return False
    return tokens.at(q.phrase_first - 1) in verb_forms(_AFFECT)


def is_counted_apart(q: Quantity) -> bool:
    """ "31,000 wounded, 5,500 prisoners": a noun that says itself what became of them."""
    return q.noun is not None and q.kind == "noun" and q.noun.head in _APART


def _is_beside(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "killed by about 50 gunmen", "shot in front of 400 guests": no object of the verb."""
    word, k = tokens.word, q.phrase_first - 1
    if q.kind != "noun":  # "300 have come back out of 6,000 who lived there"
        return q.kind == "bare" and word[k - 1 : k + 1] == ["out", "of"]
    k -= 2 * (word[k] == "of" and word[k - 1] in _BANDS)  # "by a band of 50 rebels"
    while k >= t.last and tag(word[k]) == "d":
        k -= 1
    if k < t.last - 1:
        return False
    if t.kind == "phrase" and t.lemma.split()[0] in _ASKED and not t.lemma.endswith(_TAKEN):
        return False  # "requests for return were submitted by 900 families"
    if t.kind not in _VERBAL:  # "the film on the massacre was seen by 300 people"
        if word[k] == "by":  # "the killing of 3 people by 50 gunmen"
            done = tokens.at(t.last) == "of" and any(map(is_number, word[t.last : k]))
            done = done and tag(word[k - 1])[0] == "n"
            return done or word[k - 1] in _SEEN or _is_passive(tokens, k - 1)
        return word[k - 1 : k + 1] in _OUT_OF  # "were wounded in front of 900 fans"
    if word[k] == "by":
        return not _TURNED.intersection(word[max(t.last, k - 2) : k])
    return word[k] in PLACING or word[k - 1 : k + 1] in _OUT_OF


def _is_passive(tokens: Tokens, k: int) -> bool:
    """ "the captives were guarded by 40 men": whether token `k` is done, and by no amount."""
    if tokens.at(k - 1) not in BE or tokens.word[k] in _CHANGED:
        return False
    return tag(tokens.word[k])[:2] == "vd"


def _is_left(tokens: Tokens, q: Quantity) -> bool:
    """ "died at 71, leaving six children", "fell in 1911; he had two sons": whom the dead leave."""
    k = q.phrase_first - 1
    if q.noun is None or q.noun.head not in KIN:
        return False
    word = tokens.word
    while k > 0 and (
        word[k] in COMMA_AND
        or (word[k] not in _LEFT and (is_number(word[k]) or tag(word[k])[0] in "dna"))
    ):
        k -= 1
    return word[k] in _LEFT


def _is_kin(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "230 relatives of the missing": others than those."""
    if q.noun is None or q.noun.head not in KIN or tokens.at(q.phrase_last) != "of":
        return False
    return tokens.word[q.phrase_last + 1 : t.first] in ([], ["the"])


def _gets_aid(tokens: Tokens, q: Quantity) -> bool:
    near = tokens.word[q.phrase_last : q.phrase_last + _AIDED]
    at = next((k for k, form in enumerate(near) if form in ("received", "receive")), len(near))
    return PARTS.isdisjoint(near[:at]) and not _AID.isdisjoint(near[at + 1 : at + 3])


def takes_nothing(tokens: Tokens, q: Quantity, predicates: Predicates) -> bool:
    """Whether people told of after others are others: had, given to, measured, of a place."""
    word, k = tokens.word, q.phrase_first - 1
    if q.kind not in ("noun", "bare") or (q.unit not in PEOPLE and not is_anybody(tokens, q)):
        return False
    if is_size(tokens, q) or is_unharmed(tokens, q) or is_of_group(tokens, q):
        return True
    end = q.phrase_last
    if q.noun is not None and q.noun.last < q.phrase_first:
        end = q.noun.last  # "Children in school: 900"
    if tokens.at(end) == "in" and tokens.at(end + 1) in _LIVING:
        return True  # "9 million children in school"
    if _is_of_things(tokens, q):
        return True
    if tokens.at(end) in _WANTING:
        return True  # "in the country, where six million people need help"
    if tokens.at(k) == "which" and tag(tokens.at(k - 1) or ".")[0] == "p":
        return True  # "exports on which 17 million people live"
    if q.rate_over_time and word[k] in _CARING:
        return True  # "the team sees 60 children a week"
    if tokens.at(end) in BE and "at the time" in " ".join(word[end : end + _MOMENT]):
        return True  # "900 people were on the hill at the time"
    if tokens.at(k) == "carrying" and tokens.at(k - 1) in BE:
        return True  # "the bus that was carrying 49 pilgrims"
    if is_strength(tokens, q):
        return True
    if tokens.at(k) == "by" and (word[k - 1] in _SEEN or _is_passive(tokens, k - 1)):
        return True  # "a petition has been signed by 58,000"
    if tokens.at(k) == "by" and word[k - 1] in _MANNED:
        return True  # "the post, staffed by 30 men, was burnt"
    if tokens.at(k) in BE and tokens.at(k - 1) == "there":
        after = tokens.at(q.phrase_last)
        if not is_anybody(tokens, q) or after in _DOING or is_on_board(tokens, q.phrase_last):
            return True  # "there are 3,500 fighters in the city", "were 60 people working there"
    if _gets_aid(tokens, q):
        return True  # "900 people in the town have received aid"
    if tokens.at(q.phrase_last) == "remaining" and tokens.at(k) == "the":
        return True  # "the 60,000 Kurds remaining in the town" never left
    if k >= 0 and word[k] in ("'s", "'") and q.kind == "noun":
        return True  # "of the town's 3,000 people"
    if tokens.at(k) in _FOR and tokens.at(k - 1) in _HEARD:
        return True  # "has spoken to 200 who say so"
    if tokens.at(k) in _FOR and (q.unit in PEOPLE or tokens.at(k - 1) in ROOM):
        return True  # "gave support to 640 relatives", "room for 300"
    if is_anybody(tokens, q):
        return False
    return not is_more_of_same(tokens, q) or word[predicates.verb_before(q)] in HAVE


def _is_of_things(tokens: Tokens, q: Quantity) -> bool:
    """ "the courts hear the cases, 1,700 of them": some of what a plural noun before them names."""
    word, k = tokens.word, q.phrase_first - 1
    if word[q.phrase_last : q.phrase_last + 2] != ["of", "them"] or tokens.at(k) != ",":
        return False
    things = tag(word[k - 1])[:2] == "ns" and not is_person(singular(word[k - 1]))
    return things and singular(word[k - 1]) not in PEOPLE
