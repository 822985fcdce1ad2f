"""Where what a figure counts happened or is: in its sentence, before it, or where the text is."""

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from plainfigures.figures.context import Memory
from plainfigures.figures.datelines import is_dateline
from plainfigures.figures.homelands import homeland, left_places, named_country
from plainfigures.figures.labels import label_of
from plainfigures.figures.links import OF_THEM
from plainfigures.figures.localities import locality
from plainfigures.figures.phrases import code_of
from plainfigures.figures.recent import recent_place
from plainfigures.figures.sentence import Sentence
from plainfigures.figures.settings import FAINT, NAMED_MOST, TOLD
from plainfigures.figures.trades import world_trade
from plainfigures.prose.events import place_in
from plainfigures.prose.lexicon import countries, nouns, places, singular, tag
from plainfigures.prose.names import Name
from plainfigures.prose.number import is_number
from plainfigures.prose.places import ANYWHERE
from plainfigures.prose.quantity import Quantity

# A place in the words of the text, and the rule that gave it.
Found = tuple[str | None, str]

# Rules of faint settings that hold for a sum, too.
_OF_SUMS = frozenset((TOLD, NAMED_MOST))
_LIMIT = 55.0
_LEADING = 10.0
_PART = 5
_JOINS = frozenset(("and", "but", "while", ";"))
_ELSEWHERE = frozenset(("country", "territory", "zone"))
_WIDE = frozenset("world globe worldwide globally".split())
_NATIONWIDE = frozenset(("nationwide", "countrywide", "nationally"))
_BESIDE = 5
_LED = 8
_AWAY = 25.0
_TO = frozenset(("to", "into"))
_LEADING_IN = frozenset("the a their its of".split())
_EXILES = frozenset("refugee exile migrant asylum-seeker seeker".split())
_RETURNS = frozenset("returned return_target resettled".split())
# "The conference on Kenya" is of no country.
_ABOUT = re.compile(" (?:on|for|to) ")
_BENEFITS = frozenset(
    "telethon radiothon phonathon gala concert dinner banquet ball auction bazaar fundraiser "
    "benefit marathon broadcast raffle".split()
)
_IN = (["in"], ["in", "the"])
_JOINTS = frozenset("in at near the from around outside inside".split())


def place_of(
    sentence: Sentence,
    q: Quantity,
    own: Mapping[str, str | None],
    event: Name | None,
    memory: Memory,
    partners: Collection[str] = (),
    measure: str | None = None,
) -> Found | None:
    """The place of a figure; of trade and aid whose they are, never one of the `partners`."""
    label = label_of(sentence, q)
    if label is not None:
        return label, "place of its line"
    recipient = own.get("recipient")
    whose = own.get("reporter") or (recipient if is_place(recipient) else None)
    if whose is not None:
        return named_country(whose), "whose trade or aid it is"
    traded = own.get("partner") is not None or own.get("flow") is not None
    world = world_trade(sentence, q) if traded else None
    if world is not None:
        return sentence.words(*world), "the world's trade"
    codes = [code for code in map(code_of, partners if traded else ()) if code is not None]
    if traded:
        setting = memory.setting(codes)
        if setting is not None and setting[1] not in FAINT:  # the only one may be a partner
            return setting
    setting = memory.setting(()) if _is_nationwide(sentence, q) else None
    if setting is not None and (setting[1] in _OF_SUMS or setting[1] not in FAINT):
        return setting
    returns = measure in _RETURNS
    name, left = _nearest(sentence, q, own, partners if traded else (), returns)
    local = locality(sentence, q, name)
    if local is not None:
        return local, "the place of this kind named before"
    if name is None and left is not None:
        home = _home(sentence, q, left, memory, returns)
        if home is not None:
            return home
        name = left
    if name is not None:
        nearest = sentence.words(name.first, name.last), "nearest place"
        return (_named(sentence, q, name) and nearest) or memory.setting(()) or nearest
    held = None if event is None else place_in(sentence.tokens, event)
    if held is not None:
        return sentence.words(*held), "place in the event's name"
    if not traded and not returns and q.kind != "money":
        if memory.before not in memory.told:
            memory.told[memory.before] = recent_place(sentence, memory.before[0])
        told = memory.told[memory.before]
        if told is not None:
            return told, "place told before"
    donor = code_of(_ABOUT.split(own.get("donor") or "", maxsplit=1)[0])
    setting = memory.setting([*codes, *([] if donor is None else [donor])])
    if setting is not None and setting[1] not in FAINT:
        return setting
    if memory.place is not None and not traded:
        return memory.place, "place before"
    if q.kind != "money" and not traded:
        own_land = homeland(sentence, q) if setting is None else None
        return setting if own_land is None else (own_land, "country of those counted")
    if recipient is None or recipient.islower():  # "refugees" are nowhere
        return setting if setting is not None and setting[1] in _OF_SUMS and not traded else None
    return recipient, "whose aid it is"


@lru_cache(maxsize=1 << 12)
def is_place(text: str | None) -> bool:
    """Whether words hold the name of a country, region or city."""
    if text is None:
        return False
    words = text.replace("\u2019", "'").removesuffix("'s").split()
    for i in range(len(words)):
        for size in (4, 3, 2, 1):
            head = " ".join(words[i : i + size])
            entry = countries().get(head)
            if head in places() or (entry is not None and "group" not in entry.kinds):
                return True
            if entry is not None:
                break
    return False


def _named(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """Whether a place has a name, or is one that no name around it can be.

    "Tents" and "border areas" lie in a place with a name; "the world" and, of those who went
    there, "neighbouring countries" or "liberated territories" do not.
    """
    tokens = sentence.tokens
    if any(tokens.capital(k) for k in range(name.first, name.last)):
        return True
    head = singular(tokens.word[name.last - 1])
    if head in _WIDE or is_number(tokens.word[name.first]):
        return True
    return head in _ELSEWHERE and (
        q.first < name.first or _JOINS.isdisjoint(tokens.word[name.last : q.phrase_first])
    )


def _is_of_another(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """Whether a place belongs to another number.

    "187 died, 64 of them in the district alone, and 23 are missing": to a part that it follows;
    "118,000 fled; fighting in Tolm made 39,000 homeless": to one in its own clause;
    "it drove 4,000 to Tolm and killed 300": to the one before it.
    """
    word, others = sentence.tokens.word, sentence.scan.quantities
    if name.first > 1 and name.last <= q.first and any(o.last <= name.first for o in others):
        joins = (k for k in range(name.last, q.phrase_first) if word[k] in _JOINS)
        if any(k + 1 in sentence.verb_triggers and tag(word[k + 1])[:1] == "v" for k in joins):
            return True
    if any(other is not q and is_of_part(sentence, other, name) for other in others):
        return True
    low, high = (q.phrase_last, name.first) if q.first < name.first else (name.last, q.phrase_first)
    border = next((k for k in range(low, high) if word[k] == ";"), None)
    if border is None or name.first < q.first:
        return False
    return any(other.first > border for other in others)


def _home(
    sentence: Sentence, q: Quantity, left: Name, memory: Memory, returns: bool
) -> Found | None:
    """Where those who left a place are, or to where they went back."""
    if not returns:
        setting = memory.setting(())
        return None if setting is None or setting[1] in FAINT else setting
    home = homeland(sentence, q)
    if home is not None:
        return home, "country of those who return"
    if "home" not in sentence.tokens.word:
        return None  # "4,100 came back from Kenya, 200 from Chad"
    code = code_of(sentence.words(left.first, left.last))
    setting = memory.setting(() if code is None else (code,))
    return None if setting is None or setting[1] in FAINT else setting


def _is_nationwide(sentence: Sentence, q: Quantity) -> bool:
    """Whether words around a number say that it is of all the country."""
    around = sentence.tokens.word[max(0, q.phrase_first - _BESIDE) : q.phrase_last + _BESIDE]
    return not _NATIONWIDE.isdisjoint(around)


def _leads_bracket(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """Whether a number stands in brackets right behind a place ("from Kenya (*4,100*)")."""
    between = sentence.tokens.word[name.last : min(q.first, q.phrase_first)]
    return between in (["("], [")", "("])


def _is_behind(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """Whether a place stands right behind a number ("returned to Bor and 200 *to Senn*")."""
    gap = name.first - q.phrase_last
    return gap in (0, 1) or (gap == 2 and sentence.tokens.word[name.first - 1] == "the")


def _led_by(sentence: Sentence, name: Name) -> str:
    """The word that leads to a place, small ones left out ("from" in "from the camps of Bor")."""
    word = sentence.tokens.word
    k = name.first - 1
    while k > 0 and word[k] in _LEADING_IN:
        k -= 1
    return word[k] if k >= 0 else ""


def _is_venue(sentence: Sentence, name: Name, of_sum: bool) -> bool:
    """Whether people met or signed something there ("the conference held in Bern").

    Or, for sums, where they were raised ("a gala in Bern brought in $4 million").
    """
    word = sentence.tokens.word
    around = (*word[max(0, name.first - _LED) : name.first], *word[name.last : name.last + 1])
    if around[-4:-1] == ("took", "place", "in"):
        return of_sum
    return not nouns("meeting").isdisjoint(around) or (
        of_sum and not _BENEFITS.isdisjoint(map(singular, around))
    )


def is_of_part(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """ "64 of them in the district": a place right behind a part of others."""
    gap = sentence.tokens.word[q.last : name.first]
    return 2 < len(gap) <= _PART and tuple(gap[:2]) in OF_THEM and _JOINTS.issuperset(gap[2:])


def is_measured_in(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """ "of which 40 hectares in Tarn district": a place right behind an area."""
    return q.kind == "unit" and sentence.tokens.word[q.phrase_last : name.first] in _IN


def _nearest(
    sentence: Sentence,
    q: Quantity,
    own: Mapping[str, str | None],
    partners: Collection[str],
    returns: bool,
) -> tuple[Name | None, Name | None]:
    """The place nearest to a quantity, and the nearest that those counted left.

    One that opens the sentence holds for all of it. A sum goes to a place that a word leads to,
    never to its giver; the place of a part stays its; people return to a place.
    """
    best: list[Name | None] = [None, None]
    cost = [_LIMIT, _LIMIT]
    donor = own.get("donor") or ""
    exiles = q.noun is not None and q.noun.head in _EXILES
    away = left_places(sentence) if returns or exiles else frozenset()
    for name in sentence.places:
        if name.first < q.last and name.last > q.first:
            continue
        if _is_of_another(sentence, q, name) or _is_venue(sentence, name, q.kind == "money"):
            continue
        behind = name.weight < ANYWHERE and _is_behind(sentence, q, name)
        left = name.first in away and not _leads_bracket(sentence, q, name)
        left = left or (name.first <= 1 and is_dateline(sentence.tokens, name.last))
        text = sentence.words(name.first, name.last) or ""
        if any(text in one for one in partners):
            continue
        if q.kind == "money":
            bare = name.weight >= ANYWHERE and not _leads_bracket(sentence, q, name)
            if bare or text in donor or _led_by(sentence, name) == "from":
                continue
        distance = sentence.distance(q, name.first, name.last) + name.weight
        if name.first <= 1 and name.weight < ANYWHERE:
            distance = min(distance, _LEADING)
        if behind or _leads_bracket(sentence, q, name):
            distance = 0.0
        if returns and not left and _led_by(sentence, name) in _TO:
            distance -= _AWAY
        if distance < cost[left]:
            best[left], cost[left] = name, distance
    return _smallest(sentence, best[0]), best[1]


def _smallest(sentence: Sentence, name: Name | None) -> Name | None:
    """Of "*Tarn* in Vidra province" the first, which lies in the other."""
    if name is None or sentence.tokens.at(name.first - 1) not in ("in", ","):
        return name
    within = (one for one in sentence.places if one.last == name.first - 1)
    return next((one for one in within if sentence.tokens.capital(one.last - 1)), name)
