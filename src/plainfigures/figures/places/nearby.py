"""Nearby: the place nearest to a figure in its sentence, and whose it is among several."""

from collections.abc import Collection, Mapping

from plainfigures.figures.grammar.links import OF_THEM
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.places.datelines import is_dateline
from plainfigures.figures.places.homelands import left_places
from plainfigures.figures.places.venues import is_venue
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.places.places import ANYWHERE
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import is_person, nouns, singular, tag
from plainfigures.prose.words.names import Name
from plainfigures.prose.words.stems import verb_forms

_LIMIT = 55.0
_INSIDE = frozenset(("in", ",", "near", "outside"))
_LEADING = 10.0
_PART = 5
_ORIGIN = 12.0
# What a further statement begins with.
JOINS = frozenset(("and", "but", "while", ";"))
_OPENS, _ACTS = frozenset(("and", "but", "while", "whereas")), frozenset(("v", "vd"))
_AWAY = 25.0
# "Fled over the river Tarn *to Kenya*"
_ACROSS = 6.0
_TO = frozenset(("to", "into"))
_LEADING_IN = frozenset("the a their its of".split())
EXILES = frozenset("refugee exile migrant asylum-seeker seeker".split())
_IN = (["in"], ["in", "the"])
# What a country does that is at war elsewhere.
_ATTACKING = tuple("invade attack launch start begin bomb shell annex occupy declare wage".split())
# Those who are far from where they come from.
_SENT = frozenset("peacekeeper tourist pilgrim visitor migrant mercenary".split())
_FLEEING = ("flee", "escape", "deport", "evacuate", "exile")
_CROSSING = (*_FLEEING, "cross")
# Within so many tokens of the verb stands where they went.
_FLIGHT = 9
_REFUGE = 3
_PUT = frozenset("in at near to into".split())
# "350,000 were refugees: 170,000 in Chad": what stands behind is of the parts.
_PARTING = frozenset((";", ":"))
_HAVING = frozenset("with reported recorded registered also saw counted".split())
_JOINTS = frozenset("in at near the from around outside inside".split())


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
        if _is_of_another(sentence, q, name) or is_venue(sentence, name, q.kind == "money"):
            continue
        behind = name.weight < ANYWHERE and _is_behind(sentence, q, name)
        left = name.first in away and not _leads_bracket(sentence, q, name)
        left = left or (fled and _is_home(sentence, name))
        left = left or (returns and _is_refuge(sentence, name))
        left = left or (name.first <= 1 and is_dateline(sentence.tokens, name.last))
        text = sentence.words(name.first, name.last) or ""
        if any(text in one for one in partners):
            continue
        if q.kind == "money":
            bare = name.weight >= ANYWHERE and not _leads_bracket(sentence, q, name)
            if bare or text in donor or _led_by(sentence, name) == "from":
                continue
        if not returns and q.kind != "money" and _is_doers(sentence, name):
            continue
        if not (returns or fled) and q.kind != "money" and _is_fled_to(sentence, q, name):
            continue
        distance = sentence.distance(q, name.first, name.last) + name.weight
        if not (returns or fled) and _comes_from(sentence, name):
            if name.first - 1 != q.phrase_last or singular(word[q.phrase_last - 1]) in _SENT:
                continue  # "killed 19, including an envoy from Chad", "3 peacekeepers from Chad"
            distance += _ORIGIN
        if name.first <= 1 and name.weight < ANYWHERE:
            distance = min(distance, _LEADING)
        if behind or _leads_bracket(sentence, q, name) or _has(sentence, q, name):
            distance = 0.0
        if returns and not left and _led_by(sentence, name) in _TO:
            distance -= _AWAY
        elif fled and not left and _is_fled_to(sentence, q, name, _CROSSING):
            distance -= _ACROSS
        if distance < cost[left]:
            best[left], cost[left] = name, distance
    return _smallest(sentence, best[0]), best[1]


def are_exiles(q: Quantity) -> bool:
    """Whether those counted are called by having left their country."""
    return q.noun is not None and q.noun.head in EXILES


def _smallest(sentence: Sentence, name: Name | None) -> Name | None:
    """Of "*Tarn* in Vidra province", "*Tarn* camp near Bor" the first, which is the smaller."""
    if name is None or sentence.tokens.at(name.first - 1) not in _INSIDE:
        return name
    ends = name.first - 1
    within = (
        one for one in sentence.places if one.last == ends and _led_by(sentence, one) != "from"
    )
    return next((one for one in within if sentence.tokens.capital(one.last - 1)), name)


def _is_of_another(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """Whether a place belongs to another number.

    "187 died, 64 of them in the district alone, and 23 are missing": to a part that it follows;
    "118,000 fled; fighting in Tolm made 39,000 homeless": to one in its own clause;
    "it drove 4,000 to Tolm and killed 300", "4,000 fled Tolm and 300 fled Bor": to the one before.
    """
    word, others = sentence.tokens.word, sentence.scan.quantities
    if name.first > 1 and name.last <= q.first and any(o.last <= name.first for o in others):
        joins = (k for k in range(name.last, q.phrase_first) if word[k] in JOINS)
        if any(k + 1 in sentence.verb_triggers and tag(word[k + 1])[:1] == "v" for k in joins):
            return True
        if _has_own_clause(sentence, q):
            return True
    if any(other is not q and _is_of_part(sentence, other, name) for other in others):
        return True
    if "(" in word and _is_bracketed_apart(sentence, q, name):
        return True
    if name.first >= q.phrase_last and (
        _opens_next(sentence, q, name) or _is_way_of_next(sentence, q, name)
    ):
        return True
    parts = (others[k] for k, whole in sentence.links.parts.items() if others[whole] is q)
    if any(name.first >= part.last and is_own(sentence, part, name) for part in parts):
        return True  # "71 died in Chad, 48 of them in Bor", "900 fled, including 60 in Bor"
    if q.kind == "percent" and any(
        other is not q and other.kind == "percent" and _lies_behind(sentence, other, name)
        for other in others
    ):
        return True
    low, high = (q.phrase_last, name.first) if q.first < name.first else (name.last, q.phrase_first)
    border = next((k for k in range(low, high) if word[k] in _PARTING), None)
    if border is None or name.first < q.first:
        return False
    if not sentence.tokens.capital(name.last - 1):
        return True  # "900 died in the raid; it was told across the globe"
    return any(other.first > border for other in others)


def _is_bracketed_apart(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """ "900 left Chad (600 *for Mali*) and 40 died": of the number that it shares brackets with."""
    word = sentence.tokens.word
    opens = next((k for k in range(name.first, -1, -1) if word[k] in "()"), 0)
    if word[opens] != "(" or ")" not in word[name.last :]:
        return False
    inside = range(opens, word.index(")", name.last))
    return q.first not in inside and any(o.first in inside for o in sentence.scan.quantities)


def _opens_next(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """ "Peru gave 2 million, and our people *in Bern* collected 4": in the clause of the next."""
    after = next((o for o in sentence.scan.quantities if o.first >= q.last), None)
    word = sentence.tokens.word
    if after is None or after.first < name.last:
        return False
    if _OPENS.isdisjoint(word[q.phrase_last : name.first]):
        return False
    acts = [k for k in range(q.phrase_last, after.phrase_first) if tag(word[k]) in _ACTS]
    return bool(acts) and acts[0] >= name.last


def _is_way_of_next(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """ "2,400 fled, and 620 crossed *into Chad*": where those of a later number went."""
    if q.kind == "money" or _led_by(sentence, name) not in _TO:
        return False
    word, others = sentence.tokens.word, sentence.scan.quantities
    later = [o for o in others if q.last <= o.first and o.phrase_last <= name.first]
    if not later:
        return False
    between = word[q.phrase_last : later[-1].phrase_first]
    return not _OPENS.isdisjoint(between) and any(tag(one) in _ACTS for one in between)


def _leads_bracket(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """Whether a number stands in brackets right behind a place ("from Kenya (*4,100*)")."""
    between = sentence.tokens.word[name.last : min(q.first, q.phrase_first)]
    return between in (["("], [")", "("])


def _has(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """ "*Peru* with 40 dead, *Chile* 12", "*Peru* has reported 40": a place that tells its own."""
    if q.kind not in ("noun", "bare") or name.last > q.first:
        return False
    gap = sentence.tokens.word[name.last : q.phrase_first]
    return len(gap) <= _PART and all(w in HELPERS or w in _HAVING for w in gap)


def _is_behind(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """Whether a place stands right behind a number ("returned to Bor and 200 *to Senn*")."""
    gap = name.first - q.phrase_last
    return gap in (0, 1) or (gap == 2 and sentence.tokens.word[name.first - 1] == "the")


def _is_doers(sentence: Sentence, name: Name) -> bool:
    """Whether a country is told of only as one that attacks ("when *Kenya* invaded")."""
    tokens = sentence.tokens
    if name.weight < ANYWHERE or not tokens.raw[name.first][0].isupper():
        return False
    k = name.last
    while tokens.at(k) in HELPERS or tag(tokens.at(k) or ".") == "r":
        k += 1
    goes_on = tag(tokens.at(k + 1) or ".").startswith("vg")  # "has begun evacuating"
    return tokens.at(k) in verb_forms(_ATTACKING) and not goes_on


def _is_fled_to(
    sentence: Sentence, q: Quantity, name: Name, verbs: tuple[str, ...] = _FLEEING
) -> bool:
    """ "900 died, and 4,000 fled *to Chad*": where those went who got away.

    With `verbs` of crossing only where those of the number itself went.
    """
    word, k = sentence.tokens.word, name.first - 1
    if name.first < q.last or _led_by(sentence, name) not in _TO:
        return False
    if verbs is not _FLEEING and any(
        q.first < other.first < name.first for other in sentence.scan.quantities
    ):
        return False
    return not verb_forms(verbs).isdisjoint(word[max(q.phrase_last, k - _FLIGHT) : k])


def _is_refuge(sentence: Sentence, name: Name) -> bool:
    """ "900 who had fled *to Chad* went home": where those had gone who return."""
    word, k = sentence.tokens.word, name.first - 1
    gone = verb_forms(_FLEEING).intersection(word[max(0, k - _REFUGE) : k])
    return bool(gone) and _led_by(sentence, name) in _TO


def _comes_from(sentence: Sentence, name: Name) -> bool:
    """ "Fighters *from Kenya* killed 12 in a raid on Bor": where people are from."""
    tokens, k = sentence.tokens, name.first - 1
    return tokens.at(k) == "from" and k > 0 and is_person(singular(tokens.word[k - 1]))


def _is_home(sentence: Sentence, name: Name) -> bool:
    """ "38 nationals *of Kenya* sought asylum in Peru": the country of those counted."""
    tokens, k = sentence.tokens, name.first - 1
    return tokens.at(k) == "of" and singular(tokens.at(k - 1)) in nouns("citizen")


def _led_by(sentence: Sentence, name: Name) -> str:
    """The word that leads to a place, small ones left out ("from" in "from the camps of Bor")."""
    word = sentence.tokens.word
    k = name.first - 1
    while k > 0 and word[k] in _LEADING_IN:
        k -= 1
    return word[k] if k >= 0 else ""


def _has_own_clause(sentence: Sentence, q: Quantity) -> bool:
    """ "… and 300 had fled *Bor*": a number after "and" whose own verb leads to a place."""
    if sentence.tokens.at(q.phrase_first - 1) not in JOINS:
        return False
    ends = [o.first for o in sentence.scan.quantities if o.first > q.first]
    end = min(ends, default=sentence.tokens.size)
    verb = next((k for k in sorted(sentence.verb_triggers) if q.phrase_last <= k < end), end)
    return any(verb < name.first < end for name in sentence.places)


def _lies_behind(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """ "against 68 percent *in Europe*": a place right behind a number."""
    return sentence.tokens.word[q.phrase_last : name.first] in _IN


def _is_of_part(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """ "64 of them in the district": a place right behind a part of others."""
    if not 2 < name.first - q.last <= _PART:
        return False
    gap = sentence.tokens.word[q.last : name.first]
    return tuple(gap[:2]) in OF_THEM and _JOINTS.issuperset(gap[2:])


def is_own(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """ "1,200 people *in Tarn*", "64 of them in the district", "Bor (40)": a part's own place."""
    if _is_of_part(sentence, q, name) or _leads_bracket(sentence, q, name):
        return True
    gap = sentence.tokens.word[q.phrase_last : name.first]
    return bool(gap) and gap[0] in _PUT and (len(gap) == 1 or _JOINTS.issuperset(gap[1:]))
