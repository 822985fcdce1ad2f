"""Nearby: the place nearest to a figure in its sentence."""

from collections.abc import Collection, Mapping

from plainfigures.figures.grammar.extents import DETERMINERS
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.places.belonging import TO, is_of_another, is_own, leads_bracket, led_by
from plainfigures.figures.places.datelines import is_dateline
from plainfigures.figures.places.homelands import COMING, FLEEING, left_places, was_refuge
from plainfigures.figures.places.venues import is_venue, is_where_told
from plainfigures.figures.triggers.phrases import code_of
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.places.motion import TELLING
from plainfigures.prose.places.places import ANYWHERE
from plainfigures.prose.places.placing import is_site
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import is_person, nouns, singular, speech_verbs, tag
from plainfigures.prose.words.names import Name
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_LIMIT = 55.0
_INSIDE = frozenset(("in", ",", "near", "outside"))
_GIVING = ("give", "send", "donate", "contribute", "pay", "pledge", "raise", "collect")
_TRIPS = frozenset("flight train bus coach ferry boat plane jet trip journey voyage way".split())
_TRYING = frozenset("trying hoping attempting attempt tried".split())
_LEADING_TO = frozenset("in near outside of same".split())
_LEADING, _PART, _TOLL = 10.0, 5, 9
_ORIGIN = 12.0
_AWAY = 25.0
_ACROSS = 6.0  # "fled over the river Tarn *to Kenya*"
EXILES = frozenset("refugee exile migrant asylum-seeker seeker".split())
# What a country does that is at war elsewhere.
_ATTACKING = tuple(
    "invade attack launch start begin bomb shell drop fire annex occupy declare wage condemn "
    "send".split()
)
_TELLING = ("report", "register", "record", "count", "confirm", "list")
_LAYING = ("lay", "plant", "sow", "bury", "emplace", "scatter", "leave")
_SENT = frozenset("peacekeeper tourist pilgrim visitor migrant mercenary".split())  # from far away
_CROSSING = (*FLEEING, "cross")
# "The sappers came up from Bor"
_TAKING = tuple("take bring drag pull abduct kidnap seize remove recover rescue evacuate".split())
_CREWS = frozenset("team crew group gang unit party".split())
_WAYS = frozenset("up down over out in".split())
_TOWARDS = TO | {"along"}  # "along Highway 9"
_FLIGHT = 9  # within so many tokens of the verb stands where they went
_OTHERS = frozenset(("others", "more"))
_HOMES = frozenset("home homes houses villages".split())
_HAVING = frozenset("with reported recorded registered also saw counted".split())


def nearest_place(
    sentence: Sentence,
    q: Quantity,
    own: Mapping[str, str | None],
    partners: Collection[str],
    returns: bool,
    fled: bool = False,
) -> tuple[Name | None, Name | None]:
    """The place nearest to a quantity, and the nearest that those counted left.

    One that opens the sentence holds for all of it. A sum goes to a place that a word leads to,
    never to its giver; the place of a part stays its; people return to a place.
    """
    best: list[Name | None] = [None, None]
    cost = [_LIMIT, _LIMIT]
    donor = own.get("donor") or ""
    word = sentence.tokens.word
    away = left_places(sentence) if returns or fled or are_exiles(q) else frozenset()
    for name in sentence.places:
        if name.first < q.last and name.last > q.first:
            continue
        if is_of_another(sentence, q, name) or is_venue(sentence, name, q.kind == "money"):
            continue
        if is_where_told(sentence, q, name):
            continue
        behind = name.weight < ANYWHERE and _is_behind(sentence, q, name)
        left = name.first in away and not leads_bracket(sentence, q, name)
        left = left or (fled and _is_home(sentence, name))
        left = left or (returns and was_refuge(sentence, q, name))
        left = left or (name.first <= 1 and is_dateline(sentence.tokens, name.last))
        homes = fled and word[name.first - 1] == "in" and word[name.first - 2] in _HOMES
        left = left and not homes  # "driven from their homes in Bor"
        text = sentence.words(name.first, name.last) or ""
        if any(text in one or one in text for one in partners):
            continue
        if q.kind == "money":
            bare = name.weight >= ANYWHERE and not leads_bracket(sentence, q, name)
            seat = _is_seat(sentence, name) or (
                name.first > 1 and donor.endswith(word[name.first - 2])  # "from a church in Bor"
            )
            if bare or seat or text in donor or led_by(sentence, name) == "from":
                continue
        if not returns and q.kind != "money" and _is_doers(sentence, name):
            continue
        if q.kind != "money" and name.weight >= ANYWHERE and _speaks(sentence, name):
            continue
        named_on = q.last < name.first and name.weight >= ANYWHERE
        k = name.first - 1 - 2 * (word[name.first - 1] == "and")
        if named_on and word[k] in speech_verbs():
            continue  # "Of the 59 dead, he said *Chad* was a hard place to work in"
        if not (returns or fled) and _is_bound_for(sentence, q, name):
            continue
        distance = sentence.distance(q, name.first, name.last) + name.weight
        origin = 0 if returns or fled else _origin_of(sentence, name)
        if origin:
            named = next(filter(sentence.tokens.capital, range(origin, name.last)), origin)
            sent = singular(word[q.counted_last - 1]) in _SENT
            if origin != q.counted_last or sent or not _INSIDE.isdisjoint(word[origin:named]):
                continue  # "killed 19, including an envoy from Chad", "3 peacekeepers from Chad"
            behind, distance = False, distance + _ORIGIN
        if name.first <= 1 and name.weight < ANYWHERE:
            distance = min(distance, _LEADING)
        of_it = behind or _has(sentence, q, name) or _is_subject(sentence, q, name)
        named = any(map(sentence.tokens.capital, range(name.first, name.last)))
        if of_it or (homes and q.last <= name.first) or (named and is_own(sentence, q, name)):
            distance = 0.0
        if returns and not left and led_by(sentence, name) in TO:
            distance -= _AWAY + (_LEADING if q.last <= name.first else 0.0)
        elif fled and not left and _is_fled_to(sentence, q, name, _CROSSING):
            distance -= _ACROSS
        if distance < cost[left]:
            best[left], cost[left] = name, distance
    if returns and _is_same(sentence, *best):
        best[0] = None  # "the bank's *Chad* office helped 90 to return from *Chad*"
    return _smallest(sentence, best[0]), best[1]


def _is_same(sentence: Sentence, name: Name | None, left: Name | None) -> bool:
    """Whether what people left is only named again."""
    if name is None or left is None or name.weight < ANYWHERE:
        return False
    return sentence.words(name.first, name.last) == sentence.words(left.first, left.last)


def are_exiles(q: Quantity) -> bool:
    """Whether those counted are called by having left their country."""
    return q.noun is not None and q.noun.head in EXILES


def _smallest(sentence: Sentence, name: Name | None) -> Name | None:
    """Of "*Tarn* in Vidra province", "*Tarn* camp near Bor" the first, which is the smaller."""
    if name is None:
        return None
    ends = name.first - 1
    ends -= sentence.tokens.at(ends) == "the"  # "in *Tarn* in the western hills"
    whose = sentence.tokens.word[name.last : name.last + _PART]  # not "in Bor, Chad's capital"
    owns = whose[:1] == ["'s"] and nouns("place").isdisjoint(whose) and "," not in whose
    if sentence.tokens.at(ends) not in _INSIDE or owns:
        return name  # "after 40 died in Bor, *Chad*'s toll rose to 900"
    within = (
        one
        for one in sentence.places
        if one.last == ends and not _origin_of(sentence, one) and not is_venue(sentence, one, False)
    )
    return next((one for one in within if sentence.tokens.capital(one.last - 1)), name)


def _has(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """ "*Peru* with 40 dead, *Chile* 12", "*Peru* has reported 40": a place that tells its own.

    So do "*Peru*'s death toll rose to 40 and *Chile*'s to 12", "its mined land to 9 hectares".
    """
    if q.kind not in ("noun", "bare", "unit") or name.last > q.first:
        return False
    gap = sentence.tokens.word[name.last : q.phrase_first]
    if gap[:1] == ["'s"] and len(gap) <= _TOLL and gap[-1] in ("to", "at"):
        return len(gap) == 2 or "toll" in gap or q.kind == "unit"
    return len(gap) <= _PART and all(w in HELPERS or w in _HAVING for w in gap)


def _is_subject(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """ "*With* 90 dead, *Peru* was hit worse than Chile": who has the number that opens it."""
    word = sentence.tokens.word
    behind = word[name.first - 1] == "," and word[q.phrase_last : name.first].count(",") == 1
    behind = behind and sentence.tokens.at(name.last) != "'s"  # "With 9 dead in Bor, Chad's toll"
    return behind and word[0] == "with" and q is sentence.scan.quantities[0]


def _is_seat(sentence: Sentence, name: Name) -> bool:
    """ "A gift made by the Fund *in Oslo*", "from firms *in Chad*": where those sit who give."""
    tokens, k = sentence.tokens, name.first - 2
    word = tokens.word
    noun = singular(word[k])
    if noun in nouns("institution") and tokens.at(name.last) in verb_forms(_GIVING):
        return True  # "a church in Bor sent $6,000"
    giver = tokens.capital(k) or is_person(noun) or noun in nouns("institution")
    if tokens.at(k + 1) != "in" or not giver:
        return False
    while k > 0 and (tokens.capital(k) or tag(word[k])[0] in "nad"):
        k -= 1
    return word[k] in ("by", "from")


def _speaks(sentence: Sentence, name: Name) -> bool:
    """ "*Nairobi*, which spoke of 900 returns", "*Kyiv* said": a capital for its government."""
    k = name.last + (sentence.tokens.at(name.last) == ",")
    verb = sentence.tokens.at(k + (sentence.tokens.at(k) in ("which", "who")))
    says = verb in speech_verbs() and verb not in verb_forms(_TELLING)
    return says and code_of(sentence.words(name.first, name.last)) is None


def _is_behind(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """Whether a place stands right behind a number ("returned to Bor and 200 *to Senn*")."""
    word, k = sentence.tokens.word, name.first
    k -= 3 * (word[k - 1] == "," and is_site(word[k - 2]))  # "in *the capital*, Bor"
    far = k - q.counted_last
    between = far == 2 and (word[k - 1] == "the" or word[q.counted_last] in _OTHERS)
    return between or far in (0, 1)


def _is_doers(sentence: Sentence, name: Name) -> bool:
    """Whether a country is told of only as one that attacks ("when *Kenya* invaded")."""
    tokens = sentence.tokens
    if name.weight < ANYWHERE or not tokens.raw[name.first][0].isupper():
        return False
    k = name.last
    while tokens.at(k) in HELPERS or tag(tokens.at(k) or ".") == "r":
        k += 1
    if tokens.at(name.first - 1) in ("which", "that") and tokens.at(k) in verb_forms(_LAYING):
        return True  # "the mines which *Kenya* left along both borders"
    goes_on = tag(tokens.at(k + 1) or ".").startswith("vg")  # "has begun evacuating"
    return tokens.at(k) in verb_forms(_ATTACKING) and not goes_on


def _is_fled_to(
    sentence: Sentence, q: Quantity, name: Name, verbs: tuple[str, ...] = FLEEING
) -> bool:
    """ "900 died, and 4,000 fled *to Chad*": where those went who got away.

    With `verbs` of crossing only where those of the number itself went.
    """
    word, k = sentence.tokens.word, name.first - 1
    if name.first < q.last or led_by(sentence, name) not in _TOWARDS:
        return False
    if verbs is not FLEEING and any(
        q.first < other.first < name.first for other in sentence.scan.quantities
    ):
        return False
    return not verb_forms(verbs).isdisjoint(word[max(q.phrase_last, k - _FLIGHT) : k])


def _origin_of(sentence: Sentence, name: Name) -> int:
    """The token that leads to where people are from, or 0.

    "Fighters *from Kenya* killed 12 in a raid on Bor", "nuns *from a convent near Bor*".
    """
    tokens, k = sentence.tokens, name.first - 1
    while k > 1 and name.first - k < _FLIGHT and _is_of_place(tokens, k):
        k -= 1
    taken = verb_forms(_TAKING) | TELLING
    if tokens.at(k) != "from" or not taken.isdisjoint(tokens.word[max(0, k - _FLIGHT) : k]):
        return 0  # nor "dragged 26 people from a church in Bor"
    came = tokens.word[k - 2 if tokens.word[k - 1] in _WAYS else k - 1]
    noun = singular(tokens.word[k - 1])
    person = is_person(noun) or noun in _CREWS or is_number(tokens.word[k - 1])
    return k if person or came in verb_forms(COMING) else 0


def _is_bound_for(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """ "Died on a flight *to Bor*": where one would have gone, or got away to."""
    word, k = sentence.tokens.word, name.first - 1
    if word[k] in ("to", "from", "for"):
        k -= 2 * (word[k - 2] == "from")  # "a bus from Senn to Bor"
        if singular(word[k - 1]) in _TRIPS:
            return True
    if word[k - 1] == "to" and word[k - 2] in _TRYING:
        return True
    return q.kind != "money" and _is_fled_to(sentence, q, name)


def _is_of_place(tokens: Tokens, k: int) -> bool:
    """Whether a token stands in a phrase that leads to a name ("from *a village near* Bor")."""
    word = tokens.word[k]
    plain = tokens.raw[k].islower() and tag(word)[:1] in ("n", "a")
    return (plain and not is_person(singular(word))) or word in _LEADING_TO or word in DETERMINERS


def _is_home(sentence: Sentence, name: Name) -> bool:
    """ "38 nationals *of Kenya* sought asylum in Peru": the country of those counted."""
    tokens, k = sentence.tokens, name.first - 1
    return tokens.at(k) == "of" and singular(tokens.at(k - 1)) in nouns("citizen")
