"""Where what a figure counts happened or is: in its sentence, before it, or where the text is."""

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from plainfigures.figures.context import Memory
from plainfigures.figures.homelands import homeland, named_country
from plainfigures.figures.labels import giver_of, label_of
from plainfigures.figures.likeliest import CITY_OF_TEXT, CLOSE, FAINT, NAMED_MOST, TOLD
from plainfigures.figures.localities import locality
from plainfigures.figures.nearby import JOINS, are_exiles, nearest_place
from plainfigures.figures.phrases import code_of
from plainfigures.figures.recent import recent_place
from plainfigures.figures.refuges import exile_of, refuge
from plainfigures.figures.sentence import Sentence
from plainfigures.figures.shelters import shelter
from plainfigures.figures.trades import world_trade
from plainfigures.prose.bearers import is_nationality
from plainfigures.prose.events import place_in
from plainfigures.prose.lexicon import countries, nouns, places, singular
from plainfigures.prose.names import Name
from plainfigures.prose.number import is_number
from plainfigures.prose.places import ANYWHERE
from plainfigures.prose.quantity import Quantity

# A place in the words of the text, and the rule that gave it.
Found = tuple[str | None, str]

# Rules of faint settings that hold for a sum, too.
_OF_SUMS = frozenset((TOLD, NAMED_MOST, CITY_OF_TEXT))
_ELSEWHERE = frozenset(("country", "territory", "zone"))
_WIDE = frozenset("world globe worldwide globally".split())
_LANDS = frozenset("countries nations states economies lands".split())
_THESE = frozenset("these those other its their our all donor such both".split())
_IT = frozenset("it this these that they".split())
_BESIDE = 5
_NATIONWIDE = frozenset(("nationwide", "countrywide", "nationally"))
_RETURNS = frozenset("returned return_target resettled".split())
# "The conference on Kenya" is of no country.
_ABOUT = re.compile(" (?:on|for|to) ")


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
    if label is not None and label not in partners:
        return label, "place of its line"
    recipient = own.get("recipient")
    line = giver_of(sentence, q) if q.kind == "money" else None
    if line is not None and line not in (own.get("donor") or "") and code_of(line) is not None:
        return line, "place of its line"
    taken_in = refuge(sentence, q, own) if q.kind == "money" else None
    if taken_in is not None:
        return taken_in, "where the refugees are"
    exile = exile_of(recipient)
    if _is_body_of(recipient):
        recipient = None
    whose = own.get("reporter") or (recipient if exile is None and _is_place(recipient) else None)
    if whose is None and _are_lands(recipient):
        whose = recipient
    if whose is not None:
        return named_country(whose), "whose trade or aid it is"
    traded = own.get("partner") is not None or own.get("flow") is not None
    shared = world_trade(sentence, q) if traded else None
    if shared is not None:
        return sentence.words(*shared), "the world's trade"
    codes = [code for code in map(code_of, partners if traded else ()) if code is not None]
    if traded:
        setting = memory.setting(codes)
        if setting is not None and setting[1] not in FAINT:  # the only one may be a partner
            return setting
    setting = memory.setting(()) if _is_nationwide(sentence, q) else None
    if setting is not None and (setting[1] in _OF_SUMS or setting[1] not in FAINT):
        return setting
    fled = measure == "displaced"
    host = shelter(sentence, q) if fled else None
    if host is not None:
        return host, "who takes them in"
    returns = measure in _RETURNS
    name, left = nearest_place(sentence, q, own, partners if traded else (), returns, fled)
    local = locality(sentence, q, name)
    if local is not None:
        return local, "the place of this kind named before"
    if name is None and left is not None:
        stays = fled and not are_exiles(q) and left.first > 1
        at_home = None if stays else _home(sentence, q, left, memory, returns)
        if at_home is not None:
            return at_home
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
    if memory.place is not None and q.kind == "money" and sentence.tokens.word[0] in _IT:
        return memory.place, "place before"  # "It received $3 million"
    donor = code_of(_ABOUT.split(own.get("donor") or "", maxsplit=1)[0])
    givers = memory.givers() if q.kind == "money" else ()
    others = (donor, code_of(exile))
    without = [*codes, *givers, *(one for one in others if one is not None)]
    world = None if q.kind == "money" else memory.worldwide()
    if world is not None:
        return world, "what the text tells of all the world"
    setting = memory.setting(without)
    if q.kind == "money" and not traded and memory.pooled:
        if setting is None or setting[1] in FAINT:
            return None  # "We pledge $4 million to the Global Fund"
    home = memory.home() if returns and (setting is None or setting[1] not in CLOSE) else None
    if home is not None:
        return home, "country of the people of the text"
    if setting is not None and setting[1] not in FAINT:
        return setting
    if memory.place is not None and not traded:
        return memory.place, "place before"
    if exile is not None:
        return named_country(exile), "country of the refugees"
    if q.kind != "money" and not traded:
        own_land = homeland(sentence, q) if setting is None else None
        return setting if own_land is None else (own_land, "country of those counted")
    if recipient is not None and recipient.isupper() and _is_place(recipient.title()):
        return recipient, "whose aid it is"  # "DEMINING IN CHAD"
    if setting is not None and setting[1] in _OF_SUMS and not traded:
        return setting
    if traded:
        return None
    helped = _helped(sentence, own, without)
    if helped is not None:
        return sentence.words(helped.first, helped.last), "only place that gives nothing"
    home = memory.home()
    return (
        None if code_of(home) in (None, *without) else (home, "country of the people of the text")
    )


@lru_cache(maxsize=1 << 12)
def _is_place(text: str | None) -> bool:
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


def _is_body_of(recipient: str | None) -> bool:
    """ "A *Norwegian organization*": whose it is says not where it works."""
    words = (recipient or "").split()
    initials = bool(words) and words[-1].removesuffix("s").isupper()  # "Danish NGOs"
    if len(words) < 2 or not (initials or singular(words[-1].lower()) in nouns("body")):
        return False
    known = [word for word in words if word in countries()]
    return bool(known) and all(map(is_nationality, known))


def _are_lands(recipient: str | None) -> bool:
    """ "*Developing countries*", "12 of the poorest nations": those whose aid it is, unnamed."""
    words = (recipient or "").split()
    return bool(words) and words[-1] in _LANDS and words[0] not in _THESE


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
        q.first < name.first or JOINS.isdisjoint(tokens.word[name.last : q.phrase_first])
    )


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


def _helped(
    sentence: Sentence, own: Mapping[str, str | None], givers: Collection[str]
) -> Name | None:
    """The one country of a sentence that is no giver's ("to help *Chad* rebuild")."""
    found: Name | None = None
    tokens, donor = sentence.tokens, own.get("donor") or ""
    for name in sentence.places:
        text = sentence.words(name.first, name.last) or ""
        if name.weight < ANYWHERE or text in donor or code_of(text) in givers:
            continue
        if tokens.at(name.first - 1) in ("from", "by") or tokens.at(name.last) == "(":
            continue  # "by Norway and Chad ($2 million)"
        if found is not None:
            return None
        found = name
    return found
