"""Beliefs: whether the words around a number bear out the measure that a trigger gives it."""

from functools import partial

from plainfigures.definitions.model import Measure
from plainfigures.figures.counted.areas import is_ground
from plainfigures.figures.grammar.people import is_a_people, is_anybody, is_local
from plainfigures.figures.journeys.returning import (
    is_errand,
    is_habit,
    is_traveller,
    tells_of_flight,
)
from plainfigures.figures.journeys.whither import LEAVING
from plainfigures.figures.measures.asides import is_of_force
from plainfigures.figures.measures.known import Known
from plainfigures.figures.places.nearby import are_exiles
from plainfigures.figures.sums.states import gives
from plainfigures.figures.trade.goods import is_sold
from plainfigures.figures.triggers.fits import PEOPLE, SHARED
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.heads import names_people
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import nouns, singular, tag
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

# What is said of the men of a force where nothing else tells of a war.
_COSTING = frozenset(("cost", "lose", "fall"))
_PRICE = frozenset(("cost", "price", "expense"))
# Families do nothing else that such a verb tells: "the 17 families who came back last autumn".
_HOMES = frozenset(("family", "household"))
_HOMING = (
    "return", "back", "home", "again", " the key", " their key", "homecoming", "reinstallation",
    "readmission",
)  # fmt: skip
_MEN = frozenset("man horseman fighter cavalryman infantryman warrior combatant".split())
_THEY = frozenset(("they", "we", "us", "them"))
_OF_WHAT = ["of", "what"]
_OF_THEM = (["of", "which"], ["of", "whom"])
_OF_IT = (["of", "it"], ["of", "them"])
# What those do who want to.
_SHIFTING = frozenset(("move", "move in", "relocate"))
# What is done to those who live somewhere, and drives them out.
_CARRYING = ("ship ", "carry ", "send ", "bundle ", "cart ", "truck ", "clear ", "put ", "haul ")
_WHITHER = frozenset("to into from onto across".split())
# What a work takes, whoever does it.
_NEEDING = ("take", "cost", "require", "need")


def believed(known: Known, q: Quantity, t: Trigger) -> bool:
    """Whether the context that the measure of a trigger asks for is there."""
    if known.phrased and known.relevance.is_of_rival(t.first, t.last, t.measure, known.hits):
        return False
    measure = known.measures[t.measure]
    if t.last <= q.phrase_first and (_is_general(known, q, t) or _is_score(known, q, t)):
        return False
    if measure.directions and _is_of_part(known, q, t):
        return False
    if t.measure in known.lists.homing or t.measure in known.lists.homeward:
        flees = partial(tells_of_flight, measure, known.carried.around)
        if (
            is_errand(known.scan.tokens, q, t, flees)
            or is_habit(known.word, max(t.last, q.phrase_last))
            or is_traveller(known.scan.tokens, q, measure, flees, known.carried.others)
        ):
            return False
    here = known.present_with(q)
    if q.kind in SHARED and known.scan.tokens.parted:
        # "its share fell to 30 percent, as the *tariff* took effect"
        here -= known.relevance.competitors[t.measure] - known.present_beside(q)
    if t.measure in known.answered or known.context.holds(
        q, measure, t.lemma, here, known.carried, known.leans
    ):
        return not (q.kind == "percent" and known.shares.of_economies)
    if (
        q.kind == "percent"
        and measure.part
        and not (measure.directions and is_sold(known.scan.tokens))
    ):
        return known.shares.of_goods(t.measure, q)
    if _speaks_for_itself(known, q, t, measure):
        return known.present_beside(q).isdisjoint(known.relevance.competitors[t.measure])
    if t.lemma == "lose" and q.kind == "bare":
        return is_of_force(known.scan.tokens, q, t)
    if q.noun is None:
        return False
    if q.noun.head == "life" and not _PRICE.isdisjoint(t.lemma.split()):
        return True  # "cost the village of Bor eleven lives", "at a cost of 19 lives"
    return t.lemma in _COSTING and (q.noun.head in nouns("force") or q.noun.head in _MEN)


def _is_of_part(known: Known, q: Quantity, t: Trigger) -> bool:
    """ "half of what the valley grew", "lifted 900 mines, of which two thirds were rusty"."""
    word = known.word
    if word[q.phrase_last : q.phrase_last + 2] == _OF_WHAT and word[q.phrase_first - 1] != "to":
        return True  # but "fell to half of what it was"
    if q.kind != "percent":
        return False
    part = word[q.phrase_first - 2 : q.phrase_first] in _OF_THEM and t.last < q.first
    return part or word[q.last : q.last + 2] in _OF_IT  # "9% of it vanished"


def _speaks_for_itself(known: Known, q: Quantity, t: Trigger, measure: Measure) -> bool:
    """Whether a trigger holds for a number without a context, where nothing else competes."""
    tokens = known.scan.tokens
    if q.kind == "percent" and measure.directions and is_sold(tokens):
        return True
    beside = t.first >= q.phrase_last or t.last >= q.phrase_first - 2
    if beside and is_a_people(tokens, q) and not _is_free(tokens, q, t):
        return True
    if t.measure in known.lists.homing and q.noun is not None:
        if (q.unit in _HOMES or is_local(q.noun.head)) and _tells_of_home(t.lemma):
            return True
        struck = not nouns("event").isdisjoint(known.word)
        if struck and q.unit in _HOMES and _is_rehomed(known, t):
            return True  # "settled 40 families on higher ground after the flood"
    done = t.last <= q.phrase_first or tokens.at(t.first - 1) in BE
    abroad = known.lists.abroad is not None and t.measure == known.lists.abroad.name
    if abroad and done and beside and q.noun is not None and is_local(q.noun.head):
        return t.lemma.startswith(_CARRYING)  # "the 640 *inhabitants* were shipped to Mauritius"
    if is_ground(tokens, q, t):
        return True
    aids = q.kind == "money"
    return aids and (gives(tokens, q, t) or _tells_of_return(known) or _is_for(known, t))


def _is_free(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "5 million Americans *move* to another state", "nine *Democrats* left": no flight."""
    if t.lemma in LEAVING:
        return q.noun is not None and q.noun.head in nouns("party")
    if t.lemma not in _SHIFTING or tokens.at(t.first - 1) in BE:
        return False
    led = tokens.at(t.first + 1) in _WHITHER  # "moved into Chad"
    return not (led and any(map(tokens.capital, range(t.first + 2, t.first + 6))))


def _is_rehomed(known: Known, t: Trigger) -> bool:
    return known.lists.rehomed is not None and t.measure == known.lists.rehomed.name


def _tells_of_home(lemma: str) -> bool:
    return lemma.endswith(_HOMING) or lemma.startswith("move into ")


def _is_score(known: Known, q: Quantity, t: Trigger) -> bool:
    """ "She *shot* 67 in the second round": strokes, where nothing tells of people or of war."""
    if t.lemma != "shoot" or q.kind != "bare" or "people" in known.carried.matches:
        return False
    people = (word in _THEY or names_people(word) for word in known.word)
    if any(people) or not nouns("force").isdisjoint(map(singular, known.word)):
        return False
    return known.present_with(q).isdisjoint(known.relevance.context[t.measure])


def _is_general(known: Known, q: Quantity, t: Trigger) -> bool:
    """ "*Clearing* 100 hectares takes a year", "bomb *clearing* experts say …": nothing done."""
    if q.unit in PEOPLE or not known.word[t.first].endswith("ing"):
        return False
    if t.last < q.phrase_first and names_people(known.word[t.last]):
        return tag(known.word[t.first - 1])[0] == "n"
    after = known.scan.tokens.at(q.phrase_last)
    return after in verb_forms(_NEEDING) and tag(after)[:2] != "vd"  # "took a year": it is done


def _is_for(known: Known, t: Trigger) -> bool:
    """ "900 fled over the border. We *ask* for 50,000 pounds": asked for those told of before."""
    told, abroad = known.carried.matches.get("people"), known.lists.abroad
    return t.measure in known.lists.asked and bool(told and abroad and told.measure == abroad.name)


def _tells_of_return(known: Known) -> bool:
    """ "It will cost $3 million *to bring 900 exiles home*": money for what the sentence tells."""
    homeward = [t for t in known.triggers if t.measure in known.lists.homeward]
    if not homeward:
        return False
    for q, fits in zip(known.scan.quantities, known.fitting, strict=True):
        if q.unit in PEOPLE and (is_anybody(known.scan.tokens, q) or are_exiles(q)):
            if any(t.measure in fits and believed(known, q, t) for t in homeward):
                return True
    return False
