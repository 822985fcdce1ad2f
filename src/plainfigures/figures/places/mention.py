"""One mention: what the words around the name of a country or city say of where a text is."""

import re
from typing import NamedTuple

from plainfigures.figures.places.gifts import DONOR, ELIDED, GIFTS, GIVE, GIVEN_BY, MAKE, TAKES
from plainfigures.prose.words.lexicon import (
    countries,
    is_person,
    moneys,
    singular,
    speech_verbs,
)
from plainfigures.prose.words.stems import verb_forms

_LEADS = re.compile(
    r"\b(?:in|across|throughout|within|inside|near|around|along|of|to|for|from|over|outside|off)"
    r"(?: the)? ?\Z"
)
# "They come from Chad", "the Government of Chad": not where it is.
_ORIGIN = re.compile(
    r"\b(?:(?:come|comes|came|coming|arrived|emigrated|hail|originate|originating|deported|expelled|independence|"
    r"independent|split|splits|secession|seceded|separated|broke away|mercenaries|"
    r"fighters|troops|soldiers|forces|militants|volunteers|peacekeepers|experts) from|"
    r"(?:[Gg]overnments?|[Ee]mbassy|[Aa]mbassador|[Pp]resident|[Mm]inister|[Mm]inistry|[Bb]ank) of)"
    r"(?: the)? \Z"
)
_SPEAKERS = re.compile(r"\b(?:according to|by)(?: the)? ?\Z", re.IGNORECASE)
# What the last word before a speaker ends with.
_ENDS = ("y", "to", "the")
# Whose office is somewhere says nothing of where a text is ("ambassador to Chad").
_OFFICE = re.compile(
    r"(?:ambassador|envoy|embassy|minister|president|delegate|visit|trip|tour)s? \Z", re.IGNORECASE
)
# What is done where people only meet.
AGREED = frozenset(
    "pledged promised vowed agreed signed concluded negotiated adopted brokered launched published "
    "printed issued released founded based born raised educated schooled trained made "
    "manufactured".split()
)
# What is agreed or judged far from where it holds, and how it comes about.
DEALS = frozenset("accord pact deal signing declaration vote verdict ruling tribunal".split())
STRUCK = frozenset("struck reached sealed clinched hammered".split())
# Where people only meet ("peace talks in Cuba").
_VENUE = re.compile(
    r"\b(?:talks|negotiations|conference|summit|meeting|forum|treaty|gathering|briefing|broadcast|"
    r"ceremony|session|said|(?:told|briefed|addressed) [a-z]+|announced|speaking|spoke|met|"
    r"headquarters|offices?|chief|court|tribunal|trial|interview|speech|lecture|flight|arrived|"
    r"train|ferry|bus|writing|travell?ed|flew|lives|resides|practi[cs]es|preached|"
    r"(?:teaches|taught|studied)(?: [a-z]+)?|"
    + "|".join(sorted(AGREED | STRUCK | DEALS - {"deal"}))  # "a great deal of"
    + r")(?: held| signed)? \Z",
    re.IGNORECASE,
)
# Who sits and speaks for a country ("the delegate of Chad").
_SPOKEN = re.compile(
    r"\b(?:representatives?|delegates?|delegation|envoys?|spokes(?:man|woman|person)) of"
    r"(?: the)? \Z"
)
# From where something lies ("20 km south of Bor", "two hours from Bor").
_BEARING = re.compile(
    r"(?:(?:north|south|east|west)(?:-?(?:east|west))? of|(?:km|kilomet[re]+s|miles|hours) from)"
    r"(?: the)? \Z"
)
# Where those who act have their seat ("a foundation in Denver", "a firm from Malta").
_SEAT = re.compile(
    r"\b(?:foundation|charity|company|firm|university|institute|contractor|manufacturer|consultancy|"
    r"church|club|parish|congregation|synagogue)"
    r"(?: based)? (?:in|from)(?: the)? \Z"
)
# Where those speak who tell of all a country ("the mission's spokesman in Bor").
_POSTED = re.compile(
    r"\b(?:representative|spokes(?:man|woman|person)|correspondent|envoy|ambassador|delegate|"
    r"coordinator|historian|lawyer|analyst|expert|activist|exile|diplomats?|researcher|office|"
    r"headquarters|embassy|consulate|bureau) in \Z"
)
# What is told of the country that a text is about.
_TOPIC = re.compile(
    r", (?:an?|which (?:became|lies|is|was|has)|one|where|home)\b| (?:is|was|remains) (?:an?|one)\b"
)
_INSIDE = ("in", "near", "around", "across", "over", "outside", "throughout", "along")
_AFTER = re.compile(
    r"(?:,? (?:who|which))?(?: [Gg]overnment)?"
    r"(?: (?:has|have|had|also|already|alone|will|would|is|today|undertook to|agreed to|plans to))*"
    r" ([a-z]+)\b"
    r"( [£$€]\d| available)?"
)
# "About the size of Chad", "an area larger than Chad", "bordering Chad": where it is not.
_LIKE = re.compile(
    r"\b(?:size of|(?:larg|small|bigg|wid|long)er than|as [a-z]+ as|border(?:ing|s))(?: the)? \Z"
)
# "US dollars", "a US-led raid", "the Vietnam War", "Agency for Chad Refugees": no place.
_NO_PLACE = re.compile(
    r" ?\$|-(?:bas|l|back)ed\b| (?:dollars?|Wars?|public|Refugees)\b| (?:does|did)[.,;]"
)
# "The bloodiest war in Europe since": of a continent one place is the first.
_BEST = re.compile(r"\b(?:the most|worst|[a-z]{3,}est) (?:[\w'-]+ ){0,6}(?:in|of) \Z")
_CONTINENTS = frozenset("Africa America Asia Europe".split())
_LONGER = re.compile(r" [A-Z][a-z]")
_SEAS = (" Ocean", " Sea")
_BEFORE = 60
# "Exports to Belgium", "ahead of Japan": with whom one trades says nothing of who does.
_PARTNER = re.compile(
    r"\b(?:(?:flee|fled|fleeing|escaped|cross(?:ed|ing)?|driven|pushed) (?:in|over )?to|"
    r"(?:exports?|exported|sales|sold|sells|goes|went|shipments|deliveries) to|(?:imports?|imported"
    r"|bought|purchases|goods|crossed|per ?cent|%|[\d.,]*\d) from|those (?:to|from)|trade with|"
    r"(?:road|route|railway|train|bus|ferry|flight) to|"
    r"(?:ahead|instead|emperor|empress|king|queen|prince|princess|sultan|shah|tsar) of|"
    r"behind|followed by)(?: the)? \Z",
    re.IGNORECASE,
)
# "Japan, whose share slipped", "Japan (12.3%)", "Japan took 4 per cent": with whom one trades
_TRADES = re.compile(
    r"'s share\b|,? whose share\b|"
    r" \(?(?:(?:took|takes|bought|buys|absorbed|absorbs|supplied|supplies) )?"
    r"(?:[\d.,]+ ?(?:%|per ?cent)|an? (?:third|quarter|fifth|sixth|tenth|twentieth)\b)"
)
# "The war with Kenya", "clashes against the Kenyan army": with whom one is at war.
_FOE = re.compile(
    r"(?:war|conflict|fighting|clashes|battle|hostilities|border|dispute|truce|ceasefire|relations|"
    r"ties) (?:with|against)(?: the)? \Z"
)
# "An Atlantic hurricane": where storms come from.
_STORM = re.compile(r" (?:hurricane|storm|cyclone|typhoon)s?\b")
_BESIDE = tuple(f"{word} " for word in "to from with of behind by the".split())
_AMONG = ("with ", "against ", "the ")
# "Afghan reconstruction", "Chad's recovery", "the Sudanese famine": where the help or need is.
_HELPED = re.compile(
    r"(?:'s)? (?:[Rr]econstruction|[Rr]ecovery|rebuilding|[Ff]amine)\b|"
    r" (?:civil |[Rr]efugee |[Hh]umanitarian |[Ff]lash )?"
    r"(?:[Rr]elief|[Cc]risis|[Dd]rought|floods?|"
    r"[Ee]arthquake|[Qq]uake|tsunami|cyclone|hurricane|typhoon|war|conflict|uprising|genocide|"
    r"[Aa]ppeal|[Rr]esponse|[Dd]evelopment [Ff]orum)\b"
)
_SEATED = frozenset("office bureau daily embassy newspaper magazine spokesman spokeswoman".split())
_LEAD = 20
_BEARERS = ("of", "from")
_LIKENED = ("of ", "han ", "the ", " as ", "ing ", "ers ")
# "The Inter-American Bank"
_ACROSS = ("Inter-", "Pan-", "Trans-")
# What a mention weighs: one after a locative word, another name, a word of nationality; a city
# or region after a locative word weighs nothing beside a country.
LOCATED, _NAMED, DERIVED, CITY = 3.0, 1.0, 0.5, 0.0
# One who gives is no place ("Norway pledged"), but a text may tell so who its givers are.
GIVER = -1.0
# A city or region that no word leads to.
BARE = -2.0


class Mention(NamedTuple):
    """Where a name starts, its country's code or itself, its words (none of a nationality)."""

    start: int
    key: str
    surface: str | None
    weight: float


def mention_of(original: str, plain: str, start: int, surface: str) -> Mention | None:
    """What a surface says of where a text is; None for a group of states and for a speaker."""
    stop = start + len(surface)
    if plain[max(0, start - 4) : start].endswith(_LIKENED) and _LIKE.search(
        plain, max(0, start - _BEFORE), start
    ):
        return None
    entry = countries().get(surface)
    if entry is None:
        return _of_city(original, plain, start, surface)
    if "group" in entry.kinds or _NO_PLACE.match(plain, stop) or plain.endswith(_ACROSS, 0, start):
        return None
    key = entry.code or surface
    if "name" not in entry.kinds and "place" not in entry.kinds:
        return _of_nationality(plain, start, stop, key)
    return _of_country(original, plain, slice(start, stop), key)


def _of_city(original: str, plain: str, start: int, surface: str) -> Mention | None:
    """Of a city or a region: whether a word leads to it, and to no venue, seat or bearing."""
    stop = start + len(surface)
    if surface in _CONTINENTS and _BEST.search(plain, max(0, start - _BEFORE), start):
        return None
    if surface.endswith(_SEAS) or _NO_PLACE.match(plain, stop):
        return None
    joint = _LEADS.search(plain, max(0, start - _LEAD), start)
    inside = joint is not None and joint.group().startswith(_INSIDE)
    if not inside and _STORM.match(plain, stop):
        return None
    acts = _AFTER.match(plain, stop)
    visited = joint is None and plain.endswith(("visited ", "visiting ", "toured "), 0, start)
    seated = acts is not None and (acts.group(1) in speech_verbs() or acts.group(1) in _SEATED)
    if visited or seated:
        return None  # "Moscow said", "the Bern office reported"
    if joint is None:  # "LONDON, 5 May" is where one wrote, "Milan Kovac" a person
        dated, named = plain[start:stop].isupper(), _LONGER.match(plain, stop) is not None
        words = None if named else original[start:stop]
        return None if dated else Mention(start, surface, words, BARE)
    if _VENUE.search(plain, max(0, joint.start() - _LEAD), joint.start()):
        return None
    if joint.group().startswith(_BEARERS) and _BEARING.search(plain, max(0, start - _LEAD), start):
        return None
    if joint.group().startswith("from"):
        return None  # "the bus from Bor"
    low = max(0, start - _BEFORE)
    posted = plain.endswith("in ", low, start) and _POSTED.search(plain, low, start)
    if posted or _SEAT.search(plain, low, start):
        return None
    return Mention(start, surface, original[start:stop], CITY)


def _of_nationality(plain: str, start: int, stop: int, key: str) -> Mention | None:
    """Of a word of nationality; none in the name of a currency."""
    acts = _AFTER.match(plain, stop)
    if acts is not None and acts.group(1) in moneys():
        return None  # "8 million Swiss francs"
    weight = LOCATED if _HELPED.match(plain, stop) else DERIVED
    if GIFTS.match(plain, stop) or (acts is not None and acts.group(1) in verb_forms(GIVE)):
        weight = GIVER  # "what the Norwegians give us"
    return Mention(start, key, None, weight)


def _of_country(original: str, plain: str, name: slice, key: str) -> Mention | None:
    """Of the name of a country; none where it only speaks, or is where people met."""
    start, stop = name.start, name.stop
    if plain.startswith("'s", stop) and GIFTS.match(plain, stop):
        return Mention(start, key, None, GIVER)
    low = max(0, start - _LEAD)
    joint = _LEADS.search(plain, low, start)
    if _is_elsewhere(plain, low, start, joint):
        return None
    before = plain[low:start]
    opens = verb_forms(GIVE).isdisjoint(before.split()[-1:])
    if (not opens and plain[start - 1] == " ") or TAKES.match(plain, stop):  # "pledged Togo $5m"
        return Mention(start, key, original[name], LOCATED)
    if joint is None and (DONOR.match(plain, stop) or ELIDED.match(plain, stop)):
        return Mention(start, key, None, GIVER)
    acts = _AFTER.match(plain, stop)
    speaks = acts is not None and (_says(acts.group(1)) or _makes(acts))
    led = joint is not None and not _OFFICE.search(plain, low, joint.start())
    if speaks and not led:
        gives = acts is not None and (acts.group(1) in verb_forms(GIVE) or _makes(acts))
        return Mention(start, key, None, GIVER) if gives else None
    if before.endswith(_AMONG) and _FOE.search(plain, low, start):
        return Mention(start, key, None, DERIVED)
    origin = _ORIGIN.search(before) is not None or ("from" in before and _is_of_people(before))
    whose = speaks or plain.startswith("'s", stop) or origin
    given = "from" in before and GIVEN_BY.search(plain, low, start) is not None
    helped = _HELPED.match(plain, stop) is not None  # "the Haiti quake"
    if given and not helped:
        return Mention(start, key, None, GIVER)
    weight = LOCATED if helped or (led and not whose) else _NAMED
    if weight == _NAMED and _opens(plain, start) and _TOPIC.match(plain, stop):
        weight = LOCATED  # "Togo, a strip of land on the coast, was once a colony"
    if before.endswith(_BESIDE) and _PARTNER.search(plain, low, start):
        weight = DERIVED
    if _TRADES.match(plain, stop) or plain.startswith(" alone", stop):
        weight = DERIVED  # "in Togo alone": others are of more
    return Mention(start, key, original[name], weight)


def _is_elsewhere(plain: str, low: int, start: int, joint: re.Match[str] | None) -> bool:
    """Whether a country is named as a speaker, as where people met or where a firm has its seat."""
    if plain[low:start].rstrip().lower().endswith(_ENDS) and _SPEAKERS.search(plain, low, start):
        return True
    if joint is None:
        return False
    if _SPOKEN.search(plain, max(0, start - _BEFORE), start):
        return True
    if plain.startswith("in", joint.start()):
        if _VENUE.search(plain, max(0, low - _LEAD), joint.start()):
            return True
    return _SEAT.search(plain, max(0, start - _BEFORE), start) is not None


def _opens(plain: str, start: int) -> bool:
    """Whether a paragraph begins with a name."""
    return start == 0 or plain[start - 1] == "\n"


def _is_of_people(before: str) -> bool:
    """ "An envoy *from* Chad": whether words before a name say from where someone is."""
    words = before.split()[-3:]
    words = words[:-1] if words[-1:] == ["the"] else words
    return words[-1:] == ["from"] and len(words) > 1 and is_person(singular(words[-2]))


def _makes(acts: re.Match[str]) -> bool:
    """Whether the words after a name tell of money made available ("made $5 million available")."""
    return acts.group(2) is not None and acts.group(1) in MAKE


def _says(word: str) -> bool:
    """Whether the word after a name tells that it is of a speaker, a giver or a currency."""
    acts = word in speech_verbs() or word in verb_forms(GIVE)
    return acts or word in moneys()  # "US dollars"
