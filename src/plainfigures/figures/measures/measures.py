"""The measure of each quantity: the steps by which it is read, in their order."""

from collections.abc import Callable
from typing import Protocol

from plainfigures.figures.grammar import denials, tenses
from plainfigures.figures.grammar.doers import lend_nothing
from plainfigures.figures.grammar.foretelling import foretold
from plainfigures.figures.grammar.lending import bears_interest, is_said_lent
from plainfigures.figures.grammar.predicates import Predicates
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.grammar.surroundings import Context
from plainfigures.figures.grammar.withheld import is_cut, is_withheld
from plainfigures.figures.journeys.arrivals import Arrivals
from plainfigures.figures.journeys.claimants import Claimants
from plainfigures.figures.journeys.expected import Expected
from plainfigures.figures.journeys.homes import Homes
from plainfigures.figures.journeys.homeward import Homeward
from plainfigures.figures.journeys.hosts import Hosts
from plainfigures.figures.journeys.longing import Longing
from plainfigures.figures.journeys.movements import Movements
from plainfigures.figures.journeys.removals import Removals
from plainfigures.figures.journeys.resettling import Resettling
from plainfigures.figures.journeys.schemes import Schemes
from plainfigures.figures.journeys.staying import Staying
from plainfigures.figures.journeys.waiting import Waiting
from plainfigures.figures.measures import joining, splits
from plainfigures.figures.measures.borrowing import Borrowing
from plainfigures.figures.measures.candidates import Candidates, candidates
from plainfigures.figures.measures.defaults import DEFAULT, framed, has_none
from plainfigures.figures.measures.financing import of_giver
from plainfigures.figures.measures.ground import Ground
from plainfigures.figures.measures.helped import Helped
from plainfigures.figures.measures.holdings import HELD, Holdings
from plainfigures.figures.measures.known import Known
from plainfigures.figures.measures.losses import Losses
from plainfigures.figures.measures.neighbours import MOST_PERCENT, Neighbours
from plainfigures.figures.measures.owners import Owners
from plainfigures.figures.measures.remainders import Remainders
from plainfigures.figures.measures.scourges import Scourges
from plainfigures.figures.measures.settling import settled, shared
from plainfigures.figures.measures.sum_nouns import is_gift, prices_thing
from plainfigures.figures.measures.tellings import Tellings
from plainfigures.figures.measures.themed import Themed
from plainfigures.figures.measures.together import Together
from plainfigures.figures.sums import pledging
from plainfigures.figures.trade.bracketed import Bracketed
from plainfigures.figures.trade.portions import Portions
from plainfigures.figures.trade.prices import is_of_sum
from plainfigures.figures.trade.resumed import Resumed
from plainfigures.figures.trade.signed import TELLING
from plainfigures.figures.triggers.lists import MeasureLists
from plainfigures.figures.triggers.match import COMPARED, Carried, Match, unit_class
from plainfigures.figures.triggers.triggers import Vocabulary
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.units.denominations import denominate
from plainfigures.prose.words.helpers import HAVE
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.tokens import Tokens

# The kinds of quantities that take no measure that does not fit them.
_COUNTED = frozenset(("noun", "unit"))
# The kinds of those that may count people.
_OF_PEOPLE = frozenset(("noun", "bare"))
_GIFTS = frozenset("donation contribution gift grant".split())
_HAD = HAVE | {"there"}
_PLEDGES = frozenset(("pledge", "donor conference"))
_GIVERS = frozenset("donor donors giver givers contributor contributors".split())


class _Tells(Protocol):
    def tell(self, quantities: list[Quantity], matches: list[Match]) -> None: ...


# The readers of what verbs tell of people, in their order; the latter tell once more at the end.
_People = Callable[[Tokens, Predicates, Carried, MeasureLists], _Tells]
_OF_ALL: tuple[_People, ...] = (Hosts, Scourges, Helped, Staying, Arrivals)
_ON_THE_WAY: tuple[_People, ...] = (Homeward, Longing, Remainders, Waiting, Expected)


class Measures:
    """Reads the measure of every quantity of a sentence, in the light of its document's words."""

    def __init__(self, vocabulary: Vocabulary, document: Callable[[], frozenset[str]]) -> None:
        """`document` gives the context words and competitors that the document holds."""
        self._vocabulary = vocabulary
        self._context = Context(vocabulary.relevance, document)

    def read(self, sentence: Sentence, carried: Carried) -> list[Match]:
        """One match a quantity, in their order."""
        quantities = sentence.scan.quantities
        if carried.row is not None:
            return carried.row(sentence.tokens, quantities)
        if any(q.kind == "bare" or q.inherited for q in quantities):
            denominate(sentence.tokens, quantities, carried.denomination())
        known = Known(self._vocabulary, self._context, sentence, carried)
        if not any(known.fitting) and _COUNTED.issuperset([q.kind for q in quantities]):
            carried.lend(sentence.tokens, quantities, none := [Match() for _ in quantities])
            return none  # "four years", "two reasons"
        return _run(known)


def _run(known: Known) -> list[Match]:
    quantities = known.scan.quantities
    known.counts.mark_ages()
    rows = candidates(known)
    believed = {t for row in rows for _, t in row}  # else a verb like any other
    telling = [t for t in known.triggers if t in believed or not known.measures[t.measure].loose]
    predicates = Predicates(known.scan, telling, known.vocabulary)
    first, last = _tellers(known, predicates)
    matches = _claimed(known, predicates, rows)
    for teller in first:
        teller.tell(quantities, matches)
    _hand_on(known, predicates, matches, rows)
    for teller in last:
        teller.tell(quantities, matches)
    for index, match in enumerate(matches):
        if match.measure is not None:
            _finish(known, predicates, index, match)
    told = [match for match in matches if match.measure is not None]
    if told and known.carried.withdrawn():
        for match in told:
            match.denied = match.denied or "denied"
    known.carried.lend(known.scan.tokens, quantities, matches)
    return matches


def _tellers(known: Known, predicates: Predicates) -> tuple[list[_Tells], list[_Tells]]:
    """The readers of what special verbs tell, before and after measures are handed on.

    Of people tell those alone that a sentence needs whose numbers may count some.
    """
    tokens, carried, lists = known.scan.tokens, known.carried, known.lists
    kinds = {q.kind for q in known.scan.quantities}
    first, last = list[_Tells](), list[_Tells]()
    if "percent" in kinds:
        first.append(Resumed(tokens, carried, known.measures, known.hits))
        first.append(Bracketed(known.scan, known.triggers, known.measures))
    if known.portions:
        shares = frozenset(m.name for m in lists.parts)
        portions = Portions(tokens, known.portions, carried, shares)
        first.append(portions)
        last.append(portions)
    if not _HAD.isdisjoint(known.word) and ("money" in kinds or carried.after_sum):
        first.append(Holdings(known))
    if not _OF_PEOPLE.isdisjoint(kinds):
        removals = Removals(tokens, predicates, carried, lists)
        movements = Movements(tokens, predicates, carried, lists)
        others = [one(tokens, predicates, carried, lists) for one in _ON_THE_WAY]
        of_all = (one(tokens, predicates, carried, lists) for one in _OF_ALL)
        first += [removals, movements, *of_all, *others]
        last += [movements, removals, *others, Losses(tokens, predicates, carried, lists)]
    if "unit" in kinds:
        last.append(Ground(known))
    if len(known.scan.quantities) > 1:
        last.append(Together(tokens, predicates.parts, known.triggers, lists))
    if "noun" in kinds:
        first.append(Claimants(tokens, predicates, carried, lists))
        last.append(Schemes(tokens, predicates, carried, lists))
    if not _OF_PEOPLE.isdisjoint(kinds):
        last.append(Homes(tokens, predicates, carried, lists))
        last.append(Resettling(tokens, predicates, carried, lists))
        last.append(Themed(known, predicates))
    return first, last


def _claimed(known: Known, predicates: Predicates, rows: Candidates) -> list[Match]:
    """What the triggers, words of shares and signs say of each number itself."""
    quantities = known.scan.quantities
    if any(rows):
        owners = Owners(known.scan, known.clauses, predicates, rows)
        matches = [
            settled(known, index, row, owners) if row else shared(known, index)
            for index, row in enumerate(rows)
        ]
    else:
        matches = [shared(known, index) for index in range(len(quantities))]
    for index, q in enumerate(() if TELLING.isdisjoint(known.word) else quantities):
        if q.kind == "percent":
            signed = known.shares.told(q, known.is_theme)
            matches[index] = signed if signed.measure is not None else matches[index]
    return matches


def _hand_on(known: Known, predicates: Predicates, matches: list[Match], rows: Candidates) -> None:
    """Give numbers without a measure that of others, and set aside what another thing claims."""
    quantities, tokens = known.scan.quantities, known.scan.tokens
    tellings = Tellings(tokens, predicates)
    neighbours = Neighbours(known.scan, predicates, tellings, known.may_be, known.lists)
    borrowing = Borrowing(known, predicates, tellings)
    givers = "with" in known.word or "share" in known.word
    for index, q in enumerate(quantities if givers else ()):
        if matches[index].measure is None:
            matches[index] = of_giver(tokens, known.lists, q, known.carried)
    alone = [index for index, match in enumerate(matches) if match.measure is None]
    if len(alone) < len(matches):
        neighbours.carry(matches)
        alone = [index for index in alone if matches[index].measure is None]
    told = {unit_class(quantities[k]) for k, one in enumerate(matches) if one.measure}
    for index in [k for k in alone if not prices_thing(tokens, quantities[k])]:
        matches[index] = borrowing.of(index, matches)
        q, found = quantities[index], matches[index].measure
        if known.word[q.phrase_first - 1] == ":" and ";" in known.word[: q.phrase_first]:
            continue  # "Destroyed: shells 4; mines: 90": what the first of them tells
        part = q.kind == "money" and known.word[0] == "of" and not index  # "Of it, $9 million is"
        may_be = (part or unit_class(q) not in told) and not predicates.is_spared(q)
        if found is None and may_be and not has_none(tokens, q):
            fits, labelled = known.counts.may_be(index), splits.is_labelled(tokens, q)
            matches[index] = framed(tokens, known.lists, q, known.defaults.of(q, fits, labelled))
            gifts = (t for _, t in rows[index] if is_gift(known.word, q, t))
            if matches[index].measure is None and (gift := next(gifts, None)) is not None:
                matches[index] = Match(gift.measure, gift, "what it is of")
    if any(matches[index].measure is not None for index in alone):
        neighbours.carry(matches)
    for index in range(len(matches)):
        match = matches[index] = borrowing.amended(index, matches)
        if match.measure is not None:
            _check(known, index, matches)


def _finish(known: Known, predicates: Predicates, index: int, match: Match) -> None:
    """Say of a number with a measure whether it is planned, and in which unit it is."""
    q, measure = known.scan.quantities[index], known.measures[match.measure or ""]
    if q.kind == "bare" and "percent" in measure.units and (q.value or 0) > MOST_PERCENT:
        match.measure = None  # "exports fell by 8 percent. Imports stood at 655 million"
        q.unit = None if q.unit == "percent" else q.unit
        return
    if (measure.planned and match.rule != HELD) and (
        foretold(known.scan.tokens, q, match.is_lent)
        or pledging.is_matched(known.scan.tokens, q)
        or _is_promised(known, q, match, measure.planned)
        or (predicates.is_item and known.carried.ahead() and not _is_done(known, match))
    ):
        match.measure, match.planned = measure.planned, True
        measure = known.measures[measure.planned]
    after = known.scan.quantities[index + 1 :] if q.kind == "money" else []
    if (after and bears_interest(known.scan.tokens, q, after[0])) or (
        known.lists.lent and is_said_lent(known.scan.tokens, q)
    ):
        lent = next((m for m in known.lists.lent if measure.name in m.beats), measure)
        match.measure, measure = lent.name, lent
    known.counts.give_unit(index, measure, match.direction)
    lend_nothing(known.scan, q, match.trigger)
    if q.unit is None:  # "promised 5 million, gave 15"
        match.measure = None


def _is_promised(known: Known, q: Quantity, match: Match, planned: str) -> bool:
    """ "Pledges came to $90 million. The largest gift was one of $20 million": promised as well."""
    told = known.carried.sum_before()
    if told is None or q.kind != "money" or told.measure != planned:
        return False
    if _PLEDGES.isdisjoint(known.carried.around()):
        return False
    t = match.trigger
    if t is None:  # "other large givers were Spain with $9 million"
        return match.rule == DEFAULT and not _GIVERS.isdisjoint(known.word)
    return t.kind == "noun" and t.lemma in _GIFTS and t.last <= q.first


def _is_done(known: Known, match: Match) -> bool:
    """ "Shelter: $6 million received" in a plan: what a participle says of a sum is done."""
    t = match.trigger
    of_sums = "currency" in known.measures[match.measure or ""].units
    return of_sums and t is not None and tag(known.word[t.first])[:2] == "vd"


def _check(known: Known, index: int, matches: list[Match]) -> None:
    q, match = known.scan.quantities[index], matches[index]
    measure = known.measures[match.measure or ""]
    before = known.scan.quantities[index - 1] if index else None
    told = index > 0 and matches[index - 1].measure is not None
    follows = not measure.planned and tenses.may_follow(known.scan.tokens, q)
    told_too = any(m.measure and m.trigger == match.trigger for m in matches[:index])
    dropped = match.rule == COMPARED and match.trigger is not None and not told_too
    if follows or dropped or denials.is_denied_beside(known.word, q):
        match.measure = None  # "its trade gap fell to $78 bn | from $121 bn"
        return
    if before is not None and (
        joining.is_base(known.word, before, q)
        or (q.kind == "percent" and is_of_sum(known.scan.tokens, before, q, told))
    ):
        match.measure = None
        return
    follows = before is not None and matches[index - 1].measure == match.measure
    clear = follows and before is not None and known.competitors(q).none_between(before, q, measure)
    rival = measure
    if match.trigger is None and q.kind == "money":  # "the $4 million plan", no cost of the flood
        rival = known.measures[known.lists.given or measure.name]
    claimed = not (clear and q.kind == "percent") and known.competitors(q).claim(
        q, match, rival, known.is_theme
    )
    if claimed or ("currency" in measure.units and is_cut(known.scan.tokens, q)):
        match.measure = None
        return
    if "currency" in measure.units and measure.name in known.lists.by_default:
        match.denied = "denied" if is_withheld(known.scan.tokens, q) else None
    if (t := match.trigger) is not None and match.denied is None:
        ahead = measure.name in known.lists.promised
        match.denied = denials.set_aside(known.scan.tokens, q, t, match.planned, ahead)
