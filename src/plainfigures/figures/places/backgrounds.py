"""Backgrounds: the rules of places that ask the text around a sentence.

What the sentence before told, the figure before, the heading or all the document.
"""

from itertools import pairwise, takewhile

from plainfigures.figures.places.gifts import GIVE
from plainfigures.figures.places.homelands import country_of, homeland, named_country
from plainfigures.figures.places.likeliest import (
    ALONE,
    CITY_OF_TEXT,
    CLOSE,
    LEADING,
    ONLY,
)
from plainfigures.figures.places.nearby import are_exiles
from plainfigures.figures.places.recent import WIDER, is_wider, recent_place
from plainfigures.figures.places.shelters import by_us
from plainfigures.figures.places.whereabouts import (
    Found,
    Whereabouts,
    is_named,
    sure,
)
from plainfigures.figures.triggers.phrases import code_of
from plainfigures.prose.places.places import ANYWHERE
from plainfigures.prose.places.sites import is_way
from plainfigures.prose.words.bearers import is_nationality
from plainfigures.prose.words.closed import POINTERS
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import countries, nouns
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import DASHES, Tokens

NOWHERE: Found = (None, "")
OF_COUNTED = "country of those counted"
NAMED_LAST = "country that the paragraph named last"
_BESIDE = 5
_MANY = 100_000
# How a sentence opens that tells of a whole country.
_THE, _WARS, _OPENS = frozenset(("the", "this", "that")), frozenset(("war", "conflict")), 3
# "Since the end of the Chadian War"
_TIMES, _BEFORE_WAR = frozenset("since after before until".split()), 5
_COUNTRY = frozenset("country nation republic kingdom".split())
_NATIONWIDE = frozenset(("nationwide", "countrywide", "nationally"))
_COUNTRYMEN = frozenset(("person", "people", "countryman", "compatriot"))
# What a country calls itself.
OWN_STATES = frozenset("Republic Kingdom Federation Sultanate Emirate Principality".split())
_WITHIN = [[word, "the"] for word in "in throughout across within inside".split()]


def told(one: Whereabouts) -> Found | None:
    """What the sentence before told last."""
    if one.returns or (_is_of_war(one) and one.sure_setting is not None):
        return None
    memory = one.memory
    if memory.before not in memory.told:
        memory.told[memory.before] = recent_place(one.sentence, memory.before[0])
    told = memory.told[memory.before]
    if told is None or (code_of(told) is None and _are_citizens(one)):
        return None
    return told, "place told before"


def _is_of_war(one: Whereabouts) -> bool:
    """ "*The war* had killed 9,000": told of a country, and not of the town named before."""
    opens = one.sentence.tokens.word[:_OPENS]
    return opens[0] in _THE and not _WARS.isdisjoint(opens)


def in_country(one: Whereabouts) -> Found | None:
    """ "*The country* lost 900": the one that the paragraph named last."""
    word = one.sentence.tokens.word
    told = not _COUNTRY.isdisjoint(word) and any(
        then in _COUNTRY and one in _THE for one, then in pairwise(word)
    )
    if not told or _names_any(one):
        return None
    named = one.memory.named(one.sentence.start)
    return None if named is None else (named, NAMED_LAST)


def hosting(one: Whereabouts) -> Found:
    """Who takes in others as "the country": the one told of that they are not from."""
    land = code_of(homeland(one.sentence, one.q))
    told = (one.memory.place, "place before"), (one.memory.named(one.sentence.start), NAMED_LAST)
    for name, rule in told:
        if name is not None and code_of(name) not in (None, land):
            return name, rule
    return sure(one.memory.setting(() if land is None else (land,))) or NOWHERE


def told_above(one: Whereabouts) -> Found | None:
    """Where below a country the paragraph before told last, for the first sentence of one."""
    if one.returns or one.memory.before[0] < one.sentence.start or _names_any(one):
        return None
    if one.memory.earlier == "" or _are_citizens(one):
        return None  # the text has gone from place to place
    told = recent_place(one.sentence, one.memory.above)
    if told is None or code_of(told) is not None:
        return None
    return told, "place that the paragraph before told"


def of_war(one: Whereabouts) -> Found | None:
    """ "The *Chadian* Civil War": the one country that a war has its name of; none as a time."""
    tokens, war = one.sentence.tokens, one.event
    if war is None or one.returns or tokens.word[war.last - 1] not in _WARS:
        return None
    before, named = tokens.word[max(0, war.first - _BEFORE_WAR) : war.first], tokens.raw
    lands = [w for w in named[war.first : war.last] if w in countries()]
    sided = before[-1:] == ["and"] or not DASHES.isdisjoint(tokens.word[war.first - 1 : war.last])
    if len(lands) != 1 or sided or not _TIMES.isdisjoint(before):
        return None
    return named_country(lands[0]), "country that the war is named of"


def told_earlier(one: Whereabouts) -> Found | None:
    """The place of the figures above, where they have one and nothing else tells of another."""
    place = one.memory.earlier
    if not place or one.returns or is_way(place) or _is_of_more(one):
        return None
    return place, "place of a figure above"


def trading(one: Whereabouts) -> Found | None:
    """The one country whose trade the text has told of."""
    found = one.memory.reporters
    if len(found) != 1 or not found.keys().isdisjoint(one.elsewhere) or _names_any(one):
        return None
    return named_country(next(iter(found.values()))), "country whose trade the text tells of"


def _is_of_more(one: Whereabouts) -> bool:
    """Whether a sentence tells of another place or of more than one."""
    return _names_any(one) or _are_citizens(one) or is_wider(one.sentence.tokens.word)


def _names_any(one: Whereabouts) -> bool:
    """Whether a sentence has a place or a people of its own."""
    known = (countries()[raw] for raw in one.sentence.tokens.raw if raw in countries())
    return bool(one.sentence.places) or any("group" not in entry.kinds for entry in known)


def as_before(one: Whereabouts) -> Found | None:
    """The place of the figure before; a town not of all the country."""
    place = one.memory.place
    total = one.q.kind != "money" and not WIDER.isdisjoint(one.sentence.tokens.word)
    total = total or _are_citizens(one) or _tells_of_people(one)
    return None if place is None or (total and code_of(place) is None) else (place, "place before")


def _tells_of_people(one: Whereabouts) -> bool:
    """ "Some 9,000 were *Kenyan* herders": whether a sentence names a people."""
    return any(map(is_nationality, one.sentence.tokens.raw))


def _are_citizens(one: Whereabouts) -> bool:
    """ "600 of *our citizens*", "4 million *Kenyans* fled": of all the country, and of no town.

    So are "240 *citizens of* Kenya".
    """
    q, word = one.q, one.sentence.tokens.word
    named = "of" in word[q.last : q.phrase_last + 1]
    if named and q.noun is not None and q.noun.head in nouns("citizen"):
        return True
    if country_of(one.sentence.tokens.raw[q.phrase_last - 1]) is not None:
        return (q.value or 0) >= _MANY
    own = "our" in word[q.phrase_first : q.phrase_last]
    return own and q.noun is not None and q.noun.head in nouns("citizen") | _COUNTRYMEN


def of_it(one: Whereabouts) -> Found | None:
    """The place before, of a sentence that begins with it ("It received $3 million")."""
    tokens = one.sentence.tokens
    return as_before(one) if tokens.word[tokens.head] in POINTERS else None


def pooled(one: Whereabouts) -> Found | None:
    """No place for a sum in a fund of all the world ("We pledge $4 million to the Global Fund")."""
    return NOWHERE if one.memory.pooled and one.sure_setting is None else None


def returning(one: Whereabouts) -> Found | None:
    """Of those who return the country of the people told of, but for what stands close."""
    if not one.returns or one.measure == "resettled":
        return None
    land = homeland(one.sentence, one.q)
    if land is None:
        return None
    near = one.setting is not None and one.setting[1] in CLOSE
    if one.setting is not None and near and code_of(one.setting[0]) in (None, code_of(land)):
        return None
    return land, "country of those who return"


def taken_in(one: Whereabouts) -> bool:
    """Whether those who speak took in people of the land that the text is about.

    "Our country has received 18,600 *Tavrian* refugees", in a text of Tavria.
    """
    if not by_us(one.sentence, one.q) or one.nearest[0] is not None:
        return False
    setting, land = one.setting, homeland(one.sentence, one.q)
    if setting is None or setting[0] is None:
        return False
    counted = one.sentence.words(one.q.phrase_first, one.q.phrase_last) or ""
    return setting[0] in counted or (land is not None and code_of(land) == code_of(setting[0]))


def about(one: Whereabouts) -> Found | None:
    """What the text around is about; of trade never the partner."""
    found = one.sure_setting
    return None if found is not None and one.traded and found[0] in one.partners else found


def faint(one: Whereabouts) -> Found | None:
    """The only place that the paragraph names, or the city of the text; none of those who moved."""
    land = None if are_exiles(one.q) and not one.returns else homeland(one.sentence, one.q)
    found = one.setting
    if found is not None and one.returns:
        if found[1] == LEADING or "origin" in one.sentence.tokens.word:
            return None  # it may be where they had been; "to their *countries of origin*" is many
    behind = [name for name in one.sentence.places if name.first > one.q.first]
    told = {one.words(name) for name in behind if name.weight < ANYWHERE}
    if found is not None and found[1] == ONLY and found[0] in told and str(found[0])[0].isupper():
        return None  # the sentence tells that it is another's
    return found if land is None else None


def of_own(one: Whereabouts) -> Found | None:
    """The country that the text is about, though it pays; not "*Chad* gave $5 million"."""
    word, donor = one.sentence.tokens.word, one.own.get("donor")
    for name in one.sentence.places:
        if one.words(name) == donor:
            verb = next((w for w in word[name.last :] if w not in HELPERS), "")
            if verb in verb_forms(GIVE):
                return None
    return sure(one.memory.setting(one.memory.givers()))


def faint_of_sum(one: Whereabouts) -> Found | None:
    """The city or country that the text tells of: less would do for a count."""
    found = one.setting
    return found if found is not None and found[1] in (ALONE, LEADING, CITY_OF_TEXT) else None


def are_givers(one: Whereabouts) -> bool:
    """ "Chad ($2 million), Peru ($4 million)": givers, where the text is about another country.

    Or where they are told to give: "Chad ($2 million) and Peru ($4 million) *gave* most".
    """
    tokens, setting, before = one.sentence.tokens, one.sure_setting, one.memory.place
    behind = tokens.word[: one.q.last - 1 : -1]  # up to the last bracket that closes
    acts = [w for w in takewhile(")".__ne__, behind) if w not in HELPERS]
    if ")" in behind and acts and acts[-1] in verb_forms(GIVE):
        return True
    if setting is None or setting[1] in CLOSE or code_of(before) not in (None, code_of(setting[0])):
        return False
    listed = (code_of(one.words(n)) for n in one.sentence.places if tokens.at(n.last) == "(")
    return code_of(setting[0]) not in listed


def at_their_own(one: Whereabouts) -> Found | None:
    """No other land's: "£4 million was spent on hotels *at home*"."""
    if ("at", "home") not in pairwise(one.sentence.tokens.word):
        return None
    name = one.nearest[0]
    return NOWHERE if name is None or not is_named(one, name) else None


def nationwide(one: Whereabouts) -> Found | None:
    """All the country, by a word around the number ("nationwide", "in *the Republic*")."""
    low, high = max(0, one.q.phrase_first - _BESIDE), one.q.phrase_last + _BESIDE
    tokens = one.sentence.tokens
    if _NATIONWIDE.isdisjoint(tokens.word[low:high]) and (
        OWN_STATES.isdisjoint(tokens.raw[low:high])
        or not any(_is_own_state(tokens, k) for k in range(low, min(high, tokens.size)))
    ):
        return None
    return own_country(one)


def own_country(one: Whereabouts) -> Found | None:
    """The country that the text is about."""
    return sure(one.memory.setting(()))


def _is_own_state(tokens: Tokens, k: int) -> bool:
    """ "In *the Republic*": a country that is named elsewhere."""
    named = tokens.raw[k] in OWN_STATES and tokens.word[k - 2 : k] in _WITHIN
    return named and tokens.at(k + 1) != "of" and not tokens.capital(k + 1)
