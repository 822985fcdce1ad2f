"""Where what a figure counts happened or is: the rules, and the order in which they are asked.

A rule gives the place of a figure with its own name, None where it knows none, or NOWHERE where no
later rule may give one. Trade, sums and counts each have a table of rules; the first answer holds.
"""

import re
from collections.abc import Callable, Collection, Mapping

from plainfigures.figures.grammar.context import Memory
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.places.backgrounds import (
    NOWHERE,
    OF_COUNTED,
    OWN_STATES,
    about,
    are_givers,
    as_before,
    at_their_own,
    faint,
    faint_of_sum,
    hosting,
    in_country,
    nationwide,
    of_it,
    of_own,
    of_war,
    own_country,
    pooled,
    returning,
    taken_in,
    told,
    told_above,
    told_earlier,
    trading,
)
from plainfigures.figures.places.homelands import homeland, named_country, only_describes
from plainfigures.figures.places.labels import giver_of, is_of_rest, label_of
from plainfigures.figures.places.likeliest import CLOSE
from plainfigures.figures.places.localities import locality
from plainfigures.figures.places.nearby import are_exiles
from plainfigures.figures.places.refuges import refuge
from plainfigures.figures.places.series import in_series
from plainfigures.figures.places.shelters import shelter
from plainfigures.figures.places.tellers import of_witnesses, reporting
from plainfigures.figures.places.whereabouts import (
    Found,
    Whereabouts,
    are_lands,
    fronted,
    is_named,
    is_place,
    sure,
)
from plainfigures.figures.triggers.phrases import code_of
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.places.places import ANYWHERE
from plainfigures.prose.quantities.events import place_in
from plainfigures.prose.words.bearers import names_country, names_place
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import nouns, singular, tag
from plainfigures.prose.words.names import Name

Rule = Callable[[Whereabouts], Found | None]

OF_LINE, OF_TAKER = "place of its line", "whose trade or aid it is"
_SOON, _BEHIND, _AWAY = 3, 8, 4
_IN_IT = re.compile(r"\b(?:within|inside|in) the country\b(?! of)")
_IN_OWN = re.compile(r"\b(?:within|inside) the country|in their own (?:country|border|land)")
_LED = frozenset("in at along near around across on outside inside throughout".split())
_COME = BE | frozenset("come came coming hail hailing mostly mainly".split())
_LANDS = (" country", " nation")  # "the Pacific Island *country*": one that is named elsewhere
_SEATED = frozenset("bank foundation company university".split())


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
    """The place in brackets behind a number, or that leads its line; of a total the setting."""
    if not one.traded and is_of_rest(one.sentence.tokens):
        return sure(one.memory.setting(())) or NOWHERE
    label = label_of(one.sentence, one.q)
    if label is None or label in one.partners:
        return None
    came = one.returns and f"rom {label}" in one.sentence.tokens.text[one.sentence.start :]
    return None if came else (label, OF_LINE)  # "*From Peru* 9,000 have come home"


def _listed(one: Whereabouts) -> Found | None:
    """The country that leads the line of a sum, where it is not the giver."""
    line = giver_of(one.sentence, one.q)
    if line is None or line in (one.own.get("donor") or "") or code_of(line) is None:
        return None
    return line, OF_LINE


def _harbouring(one: Whereabouts) -> Found | None:
    """Of a sum for refugees, the land that took them in."""
    land = refuge(one.sentence, one.q, one.own)
    return None if land is None else (land, "where the refugees are")


def _owning(one: Whereabouts) -> Found | None:
    """Whose trade or aid it is, where that is a place."""
    taker = one.recipient
    if taker is not None and taker == one.memory.recipient and one.nearest[0] is not None:
        told = one.sentence.tokens.text[one.sentence.start : one.sentence.end]
        taker = taker if taker in told else None  # that of a sentence before
    whose = one.own.get("reporter") or (taker if one.exile is None and is_place(taker) else None)
    if whose is None and taker is not None and are_lands(taker):
        if " " not in taker:  # "to countries hit by the storm"
            return NOWHERE if one.nearest[0] is None else _nearest(one)
        whose = taker
    if whose is None or only_describes(named_country(whose)):  # "Balkan exports"
        return None if whose is None else NOWHERE
    if whose in OWN_STATES and (country := own_country(one)) is not None:
        return country[0], OF_TAKER
    return None if _is_branch(whose) or whose.endswith(_LANDS) else (named_country(whose), OF_TAKER)


def _is_branch(taker: str) -> bool:
    """ "CARE *Canada*": a body whose seat says not where it works; but "Upper Egypt"."""
    first, _, land = taker.partition(" ")
    seated = not _SEATED.isdisjoint(taker.lower().split())  # "Credit Bank Chad"
    return seated or (names_country(land) and first.isupper() and not names_place(taker))


# -- what the sentence says --------------------------------------------------------------------


def _sheltering(one: Whereabouts) -> Found | None:
    """Who takes in those who fled; nobody named, where those do who speak."""
    host = shelter(one.sentence, one.q) if one.fled else None
    if host is None:
        return NOWHERE if one.fled and taken_in(one) else None
    if not host:
        return hosting(one)
    if singular(host.lower()) in nouns("area"):
        return NOWHERE  # "Countries host 900 refugees"
    return host, "who takes them in"


def _within(one: Whereabouts) -> Found | None:
    """The country of those who are displaced in it ("80,000 *Peruvians* were internally so")."""
    q = one.q
    around = one.sentence.tokens.word[q.phrase_first : q.phrase_last + _BEHIND]
    internal = "internally" in around[: q.phrase_last - q.phrase_first + _SOON]
    left = one.nearest[1]
    if left is not None and (internal or (q.noun and q.noun.head == "idp")) and one.fled:
        if one.sentence.tokens.word[q.counted_last : left.first] in (["from"], ["from", "the"]):
            return one.words(left), "where they were displaced"
    land = (homeland(one.sentence, q) or one.memory.home()) if one.fled else None
    if land is None and one.fled and _IN_IT.search(" ".join(around)):  # "within the country"
        return in_country(one) or sure(one.memory.setting(())) or NOWHERE
    if land is None or not (internal or _IN_OWN.search(" ".join(around))):
        return None
    name = one.nearest[0]
    if name is not None and (internal or name.first > q.first) and is_named(one, name):
        land = None if code_of(one.words(name)) in (None, code_of(land)) else land
    return None if land is None else (land, OF_COUNTED)


def _local(one: Whereabouts) -> Found | None:
    """ "The province": the one named before."""
    local = locality(one.sentence, one.q, one.nearest[0])
    return None if local is None else (local, "the place of this kind named before")


def _left(one: Whereabouts) -> Found | None:
    """Where those are, or went back to, of whom the sentence names alone what they left."""
    name, left = one.nearest
    if name is not None or left is None:
        return None
    word = one.sentence.tokens.word
    are_from = word[left.first - 1] == "from" and word[left.first - 2] in _COME
    if one.fled and not are_exiles(one.q) and left.first > 1 and not are_from:
        return None
    code = code_of(one.words(left))
    if not one.returns:
        return sure(one.memory.setting(())) or one.memory.setting(() if code is None else (code,))
    land = homeland(one.sentence, one.q)
    if land is not None:
        return land, "country of those who return"
    around = one.memory.setting(() if code is None else (code,))
    close = "home" in one.sentence.tokens.word or (around is not None and around[1] in CLOSE)
    return (sure(around) if close else None) or NOWHERE  # "4,100 came back from Kenya"


def _nearest(one: Whereabouts) -> Found | None:
    """The nearest place; a setting outranks one without a name."""
    name, left = one.nearest
    if name is None and (left is None or not one.returns or code_of(one.words(left)) is not None):
        name = left  # not "the camps" that people came home from
    if name is None:
        return None
    nearest = one.words(name), "nearest place"
    if one.q.kind == "money" and name.weight >= ANYWHERE and are_givers(one):
        return one.sure_setting
    if is_named(one, name):
        return nearest
    setting = one.memory.setting(())
    told = sure(setting) if one.sentence.tokens.capital(name.first) else setting
    # "in the Kelman nation" is not just any country that is named
    return fronted(one) or told or nearest


def _of_traders(one: Whereabouts) -> Found | None:
    """The nearest place with a name, and none that goods come from ("a jet *from* Oman")."""
    name, word = one.nearest[0] or one.nearest[1], one.sentence.tokens.word
    if name is None or not is_named(one, name):
        return None
    led = (k for k in range(max(1, name.first - _AWAY), name.first) if word[k] == "from")
    return None if any(tag(word[k - 1])[:2] != "vd" for k in led) else _nearest(one)


def _of_deed_before(one: Whereabouts) -> Found | None:
    """ "Teams cleared a field *along the Malek road* and destroyed | 23 mines": of one doer."""
    tokens, last = one.sentence.tokens, one.q.phrase_first
    for name in reversed(one.sentence.places):
        k, led = name.last, tokens.word[name.first - 1 - (tokens.at(name.first - 1) == "the")]
        acts = tokens.at(k) == "and" and k + 1 < last and tag(tokens.word[k + 1])[:2] == "vd"
        if acts and led in _LED and is_named(one, name):
            return one.words(name), "place of what the same did before"
    return None


def _of_event(one: Whereabouts) -> Found | None:
    """The place in the name of its event."""
    held = None if one.event is None else place_in(one.sentence.tokens, one.event)
    return None if held is None else (one.sentence.words(*held), "place in the event's name")


_OF_TRADE: tuple[Rule, ...] = (
    _labelled, _owning, about, nationwide, _local, _left, _of_traders, _of_event,
)  # fmt: skip
_OF_SUM: tuple[Rule, ...] = (
    _labelled, _listed, _harbouring, _owning, nationwide, at_their_own, _local, _left, _nearest,
    _of_event, of_it, pooled, in_country, about, as_before, faint_of_sum, of_own, trading,
)  # fmt: skip
_OF_COUNT: tuple[Rule, ...] = (
    _labelled, in_series, _owning, nationwide, _sheltering, _within, reporting, _local,
    _left, _nearest, _of_event, _of_deed_before, of_witnesses, told,
    in_country, returning, about, as_before, told_above, of_war, faint, told_earlier, trading,
)  # fmt: skip
