"""Homelands: the places that people left, and the country of those who return."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import takewhile

from plainfigures.figures.grammar.actors import is_actor
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.places.belonging import TO, led_by
from plainfigures.figures.triggers.phrases import code_of
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.places.placing import is_site
from plainfigures.prose.words.bearers import name_sizes, names_country, names_place
from plainfigures.prose.words.lexicon import countries, inflections, nouns, places, singular
from plainfigures.prose.words.names import Name
from plainfigures.prose.words.stems import verb_forms

_ARTICLES = frozenset("the a an their its of some other neighbouring neighboring nearby".split())
_SITED = frozenset("in at on of near inside around".split())
_FIGHTS = frozenset("conflict fighting war violence clashes unrest insurgency floods".split())
# "displaced from the valley": they return there.
_UPROOTED = frozenset("displaced uprooted driven dislodged evicted".split())
_TO = frozenset(("to", "into", "for", "back"))
# "(27,500), the camps and"
_BETWEEN = frozenset("( ) , ; and or the both".split())
# Names in a country's own tongue, beside which English has one that goes with its adjective.
# No country is called so by the word for its people ("Dutch", "Emirati").
_NATIVE = frozenset(("Turkiye", "T\u00fcrkiye", "Holland", "Emirates", "Congo-Kinshasa"))
_OF_REGIONS = ("n", "an", "ern", "ian")
_NATION = re.compile(r"\w+(?: [A-Z]\w+)?")
# "Chadian refugees", "Chadians", "Congolese who"; not "Kenyan Somalis", at home in either, nor
# "Swiss colleagues".
_PEOPLE = re.compile(
    r"(?<=[a-rt-z]s)\b|(?<=ese)(?=[,.;]| (?:who|have|had|were|are|in|from|remain|fled)\b)|"
    r"(?: [a-z]+)? (?:refugees?|returnees?|exiles|migrants|nationals|citizens|asylum)\b"
)
_BEFORE = re.compile(r"\b([A-Z]\w+)[ -]\Z")
_LEAD = 20
# So many times more than any other people must those be told of whose home it is.
_TIMES = 2
# All of a people are its state.
_ALL = ("the ", "The ")
_ALL_BACK = 4
_SITE = 4
_ROOT = 2
_GROUPS = frozenset(("UN", "EU"))
_SEATED = re.compile(" (?:in|for) ")
FLEEING = ("flee", "escape", "deport", "evacuate", "exile", "drive", "chase", "force")
COMING, _REFUGE = ("come", "arrive"), 3
_STILL = frozenset("still remaining left stranded refuge shelter asylum sanctuary exile".split())
_LODGED = frozenset("living staying sheltering housed lodged camped lived stayed".split())
_SCATTERED = frozenset("displaced scattered dispersed exiled spread".split())
_AMID = frozenset("in across throughout around over".split())
_SIDES = frozenset("north south east west northern southern eastern western central".split())


def left_places(sentence: Sentence) -> frozenset[int]:
    """The first tokens of the names of places that people left.

    "Returned *from Kenya*", "home from the camps in *Kenya* (4,100), *Oman* and *Chad*".
    """
    found: set[int] = set()
    last = 0
    for name in sentence.places:
        if _is_left(sentence, name) or (last and _goes_on(sentence, last, name.first)):
            found.add(name.first)
            last = name.last
        else:
            last = 0
    return frozenset(found)


def _is_left(sentence: Sentence, name: Name) -> bool:
    word, raw = sentence.tokens.word, sentence.tokens.raw
    leaves = inflections("leave")
    k = name.first - 1
    while k > 0 and word[k] in _ARTICLES:
        k -= 1
    if k >= 0 and word[k] in inflections("flee"):
        return True
    if k < 0 or word[k] == "from" or word[k] in leaves:
        return k >= 0 and not (k and word[k - 1] in _UPROOTED)
    if word[k] not in _SITED:
        return False
    low = max(-1, k - _SITE - 1)
    k -= 1
    camp = is_site(singular(word[k]))  # "from *Kelm camp* in Chad", "from *14 villages* in Chad"
    starts = _starts().union(leaves if camp else ())  # "left *Kelm camp* in Chad"
    while k > low and word[k] not in starts | _TO and raw[k].isalnum():
        if not (camp or (raw[k].isalpha() and raw[k].islower())):
            break
        k -= 1
    return k > low and word[k] in starts and not _is_fought(word, k)


def _is_fought(word: list[str], k: int) -> bool:
    """ "900 displaced *from fighting* in Chad": what drove them out, no place that they left."""
    driven = word[k] == "from" and word[k - 1] in _UPROOTED
    return driven and not _FIGHTS.isdisjoint(word[k + 1 : k + 3])


@cache
def _starts() -> frozenset[str]:
    """What leads to all that people left ("*fled* the war in Chad")."""
    return verb_forms(("flee", "escape")) | {"from"}


def _goes_on(sentence: Sentence, last: int, first: int) -> bool:
    """Whether only numbers and joints stand between two names."""
    word = sentence.tokens.word
    return all(word[k] in _BETWEEN or word[k][0].isdigit() for k in range(last, first))


def homeland(sentence: Sentence, q: Quantity) -> str | None:
    """The country of those counted, by their nationality ("4,100 *Chadian* refugees": Chad)."""
    known, raw = countries(), sentence.tokens.raw
    for k in range(q.phrase_first, min(q.phrase_last, len(raw))):
        two = " ".join(raw[max(0, k - 1) : k + 1])
        if two in known:  # "South Sudanese", "Sri Lankans"
            return country_of(two)
        if raw[k] in known:  # not "Kosovo Albanians", "ethnic Serbs"
            other = k > 0 and (raw[k - 1] in known or raw[k - 1] == "ethnic")
            return None if other else country_of(raw[k])
    return None


def was_refuge(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """ "900 who had fled *to Chad* went home", "with refuge *in Chad*": where they were.

    So are "Malians *scattered across Niger*" in a land that is not theirs.
    """
    word, k = sentence.tokens.word, name.first - 1
    led = k - (word[k] == "the")
    if word[led] in _AMID and word[led - 1] in _SCATTERED:
        home = code_of(homeland(sentence, q))
        code = code_of(sentence.words(name.first, name.last))
        if home is not None and code != home and (code is not None or word[led] != "in"):
            return True
    lodged = word[led - 1] in _LODGED and word[led - 2] in ("been", "were", "had")
    if word[led] == "in" and (lodged or word[led - 1] in _STILL):
        return True
    near = word[max(0, k - _REFUGE) : k]
    gone = not verb_forms(FLEEING).isdisjoint(near)
    gone = gone or ("who" in near and not verb_forms(COMING).isdisjoint(near))
    return gone and led_by(sentence, name) in TO


def home_of_people(plain: str, starts: Iterable[int]) -> str | None:
    """The country of the people of whom a text tells most as refugees or by their name.

    `starts` is where its words of nationality begin.
    """
    known, words = countries(), dict[str, str]()
    told: Counter[str] = Counter()
    for start in starts:
        nation = nation_at(plain, start)
        people = _PEOPLE.match(plain, start + len(nation)) if nation in known else None
        if people is None:
            continue
        if not people.group() and plain.startswith(_ALL, max(0, start - _ALL_BACK)):
            continue  # "the Danes thought it fewer"
        before = _BEFORE.search(plain, max(0, start - _LEAD), start)
        code = known[nation].code
        if code is not None and (before is None or before.group(1) not in known):
            told[code] += 1
            words.setdefault(code, nation)
    ranked = told.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _TIMES * ranked[1][1]):
        return None
    return country_of(words[ranked[0][0]])


def nation_at(text: str, start: int) -> str:
    """The word of nationality that begins at a place of a text ("Sri Lankan")."""
    found = _NATION.match(text, start)
    two = "" if found is None else found.group()
    return two if two in countries() else two.partition(" ")[0]


@cache
def country_of(word: str) -> str | None:
    """The name of the country that a word of nationality is of, the one most like it."""
    entry = countries().get(word)
    if entry is None or entry.code is None or "group" in entry.kinds:
        return None
    names = [
        name for name, one in countries().items() if one.code == entry.code and "name" in one.kinds
    ]
    if word in names:
        return word
    return min(
        (name for name in names if name not in _NATIVE),
        key=lambda name: _unlike(name, word),
        default=None,
    )


def _unlike(name: str, word: str) -> tuple[bool, int, int, int, str]:
    """How far a name is from a word: "France" nearer to "French" than "French Republic" is."""
    letters = zip(name, word, strict=False)
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], letters))
    return alike < _ROOT, name.count(" "), -alike, len(name), name


@lru_cache(maxsize=1 << 10)
def only_describes(whose: str) -> bool:
    """ "*Balkan* exports": whether words are of a region that they do not name."""
    entry = countries().get(whose)
    return entry is not None and whose not in places() and entry.kinds == ("place_adjective",)


def named_country(whose: str) -> str:
    """The country or region that words for its people alone stand for ("Norwegian": Norway).

    So does the name of a society that works at home ("Lebanese Red Cross"); and people are where
    they are of ("flood victims of Chad", "the mayor of Bor").
    """
    people, _, land = whose.replace(" of the ", " of ").rpartition(" of ")
    whom = people.endswith("government") or people[:1].islower()  # "county government of Kerala"
    if whom and (names_place(land) or code_of(land) is not None):
        return land
    if names_country(whose):
        return whose
    body, land = _SEATED.split(whose, maxsplit=1)[0], _SEATED.split(whose)[-1]
    if land != body and names_place(land):
        return land  # "the Trust Fund for Schools in Sarajevo", "the Food Programme for Darfur"
    nation, _, event = whose.rpartition(" ")
    if event in nouns("event") and (struck := country_of(nation)) is not None:
        return struck  # "the Syrian crisis"
    nation, _, society = whose.partition(" Red ")
    if society in ("Cross", "Crescent") and (at_home := country_of(nation)) is not None:
        return at_home
    return country_of(whose) or _named_in(whose) or _region_of(whose)


def _named_in(whose: str) -> str | None:
    """The one country that a phrase names ("the *Kenyan* government", "*Chad* quake relief").

    None of a list, a part of a country or one that a longer name holds ("Lake *Chad*").
    """
    words = whose.split()
    if len(words) < 2 or whose in places() or "," in whose or " and " in whose:
        return None
    found: list[str] = []
    k = 0
    while k < len(words):
        size = next((n for n in name_sizes() if " ".join(words[k : k + n]) in countries()), 0)
        if size and words[k] not in _GROUPS:  # "the UN *Iraq* Fund"
            before = words[k - 1] if k else ""
            held = before in _SIDES or (before[:1].isupper() and before not in _GROUPS)
            name = " ".join(words[k : k + size])
            after = words[k + size : k + size + 1]
            goes_on = not names_country(name) and after and after[0].istitle()
            if held or (goes_on and after != ["Government"]) or after == ["city"]:
                return None
            found.append(name)
        k += size or 1
    return country_of(found[0]) if len(found) == 1 else None


def _region_of(whose: str) -> str:
    """The region of "West African", "European", "*West Africa* locust plague"; else the words."""
    words = whose.split()
    name = " ".join(takewhile(str.istitle, words))
    if name != whose and names_place(name) and singular(words[-1]) not in nouns("place"):
        return name if "and" not in words else whose
    people = name if words[-1].islower() and is_actor(words[-1]) else whose  # "European | banks"
    for ending in _OF_REGIONS:
        region = people.removesuffix(ending)
        if region != people and (region in places() or region in countries()):
            return region
    return whose
