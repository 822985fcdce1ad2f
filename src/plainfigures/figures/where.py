"""Where what a figure counts happened or is: the rules, and the order in which they are asked.

A rule gives the place of a figure with its own name, None where it knows none, or NOWHERE where no
later rule may give one. Trade, sums and counts each have a table of rules; the first answer holds.
"""

from collections.abc import Callable, Collection, Mapping

from plainfigures.figures.context import Memory
from plainfigures.figures.homelands import homeland, named_country
from plainfigures.figures.labels import giver_of, label_of
from plainfigures.figures.likeliest import CITY_OF_TEXT, CLOSE, NAMED_MOST, TOLD
from plainfigures.figures.localities import locality
from plainfigures.figures.nearby import JOINS, are_exiles
from plainfigures.figures.phrases import code_of
from plainfigures.figures.recent import recent_place
from plainfigures.figures.refuges import refuge
from plainfigures.figures.sentence import Sentence
from plainfigures.figures.shelters import shelter
from plainfigures.figures.trades import world_trade
from plainfigures.figures.whereabouts import Found, Whereabouts, are_lands, is_place, sure
from plainfigures.prose.events import place_in
from plainfigures.prose.lexicon import singular
from plainfigures.prose.names import Name
from plainfigures.prose.number import is_number
from plainfigures.prose.places import ANYWHERE
from plainfigures.prose.quantity import Quantity

Rule = Callable[[Whereabouts], Found | None]

NOWHERE: Found = (None, "")
# Rules of faint settings that hold for a sum, too.
_OF_SUMS = frozenset((TOLD, NAMED_MOST, CITY_OF_TEXT))
_ELSEWHERE = frozenset(("country", "territory", "zone"))
_WIDE = frozenset("world globe worldwide globally".split())
_IT = frozenset("it this these that they".split())
_OUR_OWN = frozenset(
    "soil land territory country nation people population citizens communities villages fields "
    "farmers children cities towns borders shores".split()
)
_BESIDE = 5
_NATIONWIDE = frozenset(("nationwide", "countrywide", "nationally"))


def place_of(
    sentence: Sentence,
    q: Quantity,
    own: Mapping[str, str | None],
    event: Name | None,
    memory: Memory,
    partners: Collection[str] = (),
    measure: str | None = None,
) -> Found:
    """The place of a figure; of trade and aid whose they are, never one of the `partners`."""
    one = Whereabouts(sentence, q, own, event, memory, partners, measure)
    rules = _OF_TRADE if one.traded else _OF_SUM if q.kind == "money" else _OF_COUNT
    return next((found for rule in rules if (found := rule(one)) is not None), NOWHERE)


# -- what the line or the own columns say ------------------------------------------------------


def _labelled(one: Whereabouts) -> Found | None:
    """The place in brackets behind a number, or that leads its line."""
    label = label_of(one.sentence, one.q)
    return None if label is None or label in one.partners else (label, "place of its line")


def _listed(one: Whereabouts) -> Found | None:
    """The country that leads the line of a sum, where it is not the giver."""
    line = giver_of(one.sentence, one.q)
    if line is None or line in (one.own.get("donor") or "") or code_of(line) is None:
        return None
    return line, "place of its line"


def _harbouring(one: Whereabouts) -> Found | None:
    """Of a sum for refugees, the land that took them in."""
    land = refuge(one.sentence, one.q, one.own)
    return None if land is None else (land, "where the refugees are")


def _owning(one: Whereabouts) -> Found | None:
    """Whose trade or aid it is, where that is a place."""
    taker = one.recipient
    whose = one.own.get("reporter") or (taker if one.exile is None and is_place(taker) else None)
    if whose is None and are_lands(taker):
        whose = taker
    return None if whose is None else (named_country(whose), "whose trade or aid it is")


def _of_the_world(one: Whereabouts) -> Found | None:
    """The world, of whose trade it is a share."""
    shared = world_trade(one.sentence, one.q)
    return None if shared is None else (one.sentence.words(*shared), "the world's trade")


# -- what the sentence says --------------------------------------------------------------------


def _nationwide(one: Whereabouts) -> Found | None:
    """All the country, by a word around the number."""
    low, high = max(0, one.q.phrase_first - _BESIDE), one.q.phrase_last + _BESIDE
    if _NATIONWIDE.isdisjoint(one.sentence.tokens.word[low:high]):
        return None
    setting = one.memory.setting(())
    return setting if setting is not None and setting[1] in _OF_SUMS else sure(setting)


def _sheltering(one: Whereabouts) -> Found | None:
    """Who takes in those who fled."""
    host = shelter(one.sentence, one.q) if one.fled else None
    return None if host is None else (host, "who takes them in")


def _local(one: Whereabouts) -> Found | None:
    """ "The province": the one named before."""
    local = locality(one.sentence, one.q, one.nearest[0])
    return None if local is None else (local, "the place of this kind named before")


def _left(one: Whereabouts) -> Found | None:
    """Where those are, or went back to, of whom the sentence names alone what they left."""
    name, left = one.nearest
    if name is not None or left is None:
        return None
    if one.fled and not are_exiles(one.q) and left.first > 1:
        return None
    if not one.returns:
        return sure(one.memory.setting(()))
    home = homeland(one.sentence, one.q)
    if home is not None:
        return home, "country of those who return"
    code = code_of(one.words(left))
    people = _home(one)
    if people is not None and one.setting is not None and one.setting[0] == people[0]:
        return people  # "380 came back from Oman", in a text of Chad and its refugees
    if "home" not in one.sentence.tokens.word:
        return None  # "4,100 came back from Kenya, 200 from Chad"
    return sure(one.memory.setting(() if code is None else (code,)))


def _nearest(one: Whereabouts) -> Found | None:
    """The nearest place; a setting outranks one without a name."""
    name = one.nearest[0] or one.nearest[1]
    if name is None:
        return None
    nearest = one.words(name), "nearest place"
    return (_is_named(one, name) and nearest) or one.memory.setting(()) or nearest


def _of_event(one: Whereabouts) -> Found | None:
    """The place in the name of its event."""
    held = None if one.event is None else place_in(one.sentence.tokens, one.event)
    return None if held is None else (one.sentence.words(*held), "place in the event's name")


def _helped(one: Whereabouts) -> Found | None:
    """The one country of a sentence that is no giver's ("to help *Chad* rebuild")."""
    found: Name | None = None
    tokens, donor = one.sentence.tokens, one.own.get("donor") or ""
    sums = {o.phrase_first for o in one.sentence.scan.quantities if o.kind == "money"}
    for name in one.sentence.places:
        text = one.words(name) or ""
        if name.weight < ANYWHERE or text in donor or code_of(text) in one.elsewhere:
            continue
        if tokens.at(name.first - 1) in ("from", "by") or tokens.at(name.last) == "(":
            continue  # "by Norway and Chad ($2 million)"
        if name.last in sums:
            continue  # "Norway gave $3 million and Chad $2 million"
        if found is not None:
            return None
        found = name
    return None if found is None else (one.words(found), "only place that gives nothing")


# -- what the text says ------------------------------------------------------------------------


def _told(one: Whereabouts) -> Found | None:
    """What the sentence before told last."""
    if one.returns:
        return None
    memory = one.memory
    if memory.before not in memory.told:
        memory.told[memory.before] = recent_place(one.sentence, memory.before[0])
    told = memory.told[memory.before]
    return None if told is None else (told, "place told before")


def _told_above(one: Whereabouts) -> Found | None:
    """Where below a country the paragraph before told last, for the first sentence of one."""
    if one.returns or one.memory.before[0] < one.sentence.start:
        return None
    told = recent_place(one.sentence, one.memory.above)
    if told is None or code_of(told) is not None:
        return None
    return told, "place that the paragraph before told"


def _as_before(one: Whereabouts) -> Found | None:
    """The place of the figure before."""
    return None if one.memory.place is None else (one.memory.place, "place before")


def _of_it(one: Whereabouts) -> Found | None:
    """The place before, of a sentence that begins with it ("It received $3 million")."""
    return _as_before(one) if one.sentence.tokens.word[0] in _IT else None


def _ours(one: Whereabouts) -> Found | None:
    """The country that speaks ("two million mines lay in *our soil*")."""
    tokens = one.sentence.tokens
    for k, form in enumerate(tokens.word[:-1]):
        if form == "our" and tokens.word[k + 1] in _OUR_OWN:
            said = one.memory.voice(tokens.start[k])
            known = said is not None and code_of(said[0]) is not None
            return (said[0], "country that speaks") if said is not None and known else None
    return None


def _worldwide(one: Whereabouts) -> Found | None:
    """All the world, where the text names no country more often."""
    world = one.memory.worldwide()
    return None if world is None else (world, "what the text tells of all the world")


def _pooled(one: Whereabouts) -> Found | None:
    """No place for a sum in a fund of all the world ("We pledge $4 million to the Global Fund")."""
    return NOWHERE if one.memory.pooled and one.sure_setting is None else None


def _returning(one: Whereabouts) -> Found | None:
    """Of those who return the country of the people told of, but for what stands close."""
    if not one.returns:
        return None
    close = one.setting is not None and one.setting[1] in CLOSE
    return None if close else _home(one)


def _about(one: Whereabouts) -> Found | None:
    """What the text around is about."""
    return one.sure_setting


def _of_exiles(one: Whereabouts) -> Found | None:
    """The country of the refugees for whom a sum is."""
    return None if one.exile is None else (named_country(one.exile), "country of the refugees")


def _faint(one: Whereabouts) -> Found | None:
    """What the text names somewhere; else the country of those counted, by their nationality."""
    if one.setting is not None:
        return one.setting
    land = homeland(one.sentence, one.q)
    return None if land is None else (land, "country of those counted")


def _in_capitals(one: Whereabouts) -> Found | None:
    """A taker of whom all is in capitals ("DEMINING IN CHAD")."""
    taker = one.recipient
    capitals = taker is not None and taker.isupper() and is_place(taker.title())
    return (taker, "whose aid it is") if capitals else None


def _faint_of_sum(one: Whereabouts) -> Found | None:
    """What the text names most or tells of: less would do for a count."""
    return one.setting if one.setting is not None and one.setting[1] in _OF_SUMS else None


def _home(one: Whereabouts) -> Found | None:
    """The country of the people of whom the text tells."""
    home = one.memory.home()
    return None if home is None else (home, "country of the people of the text")


def _home_of_taker(one: Whereabouts) -> Found | None:
    """The country of the people of the text, where it is not elsewhere."""
    home = _home(one)
    return None if home is None or code_of(home[0]) in (None, *one.elsewhere) else home


_OF_TRADE: tuple[Rule, ...] = (
    _labelled, _owning, _of_the_world, _about, _nationwide, _local, _left, _nearest,
    _of_event, _worldwide,
)  # fmt: skip
_OF_SUM: tuple[Rule, ...] = (
    _labelled, _listed, _harbouring, _owning, _nationwide, _local, _left, _nearest, _of_event,
    _of_it, _pooled, _about, _as_before, _of_exiles, _in_capitals, _faint_of_sum, _helped,
    _home_of_taker,
)  # fmt: skip
_OF_COUNT: tuple[Rule, ...] = (
    _labelled, _owning, _nationwide, _sheltering, _local, _left, _nearest, _of_event, _told,
    _ours, _worldwide, _returning, _about, _as_before, _told_above, _faint,
)  # fmt: skip


def _is_named(one: Whereabouts, name: Name) -> bool:
    """Whether a place has a name, or is one that no name around it can be.

    "Tents" and "border areas" lie in a place with a name; "the world" and, of those who went
    there, "neighbouring countries" or "liberated territories" do not.
    """
    tokens, q = one.sentence.tokens, one.q
    if any(tokens.capital(k) for k in range(name.first, name.last)):
        return True
    head = singular(tokens.word[name.last - 1])
    if head in _WIDE or is_number(tokens.word[name.first]):
        return True
    return head in _ELSEWHERE and (
        q.first < name.first or JOINS.isdisjoint(tokens.word[name.last : q.phrase_first])
    )
