"""What a text tells again: the same sum, or as many people."""

from collections.abc import Callable

from plainfigures.figures.exclusions.estimates import are_estimates
from plainfigures.figures.exclusions.unharmed import are_helped
from plainfigures.figures.grammar.costs import FURTHEST
from plainfigures.figures.grammar.prospects import may_reach
from plainfigures.figures.measures.tellings import Tellings
from plainfigures.figures.triggers.fits import PEOPLE, is_price, is_whole
from plainfigures.figures.triggers.lists import MeasureLists
from plainfigures.figures.triggers.match import AGAIN, Carried, Match, number_of
from plainfigures.figures.triggers.triggers import ACTING
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.words.tokens import Tokens

_GIFTS = frozenset("grant grants donation donations gift gifts contribution contributions".split())
_ROUND = 100
_SHARING = ["accounted", "for"]
_TOLD_BY = ACTING | {"state"}
_DEBTS = frozenset("debt debts deficit loss losses".split())
_PERISHED = frozenset("died dead perished drowned killed survive".split())
_PART = 12
_THESE = frozenset("these those the all".split())


def of_people(tokens: Tokens, q: Quantity, carried: Carried) -> Match:
    """ "These 4,000 people will get a house": of as many as were told of before.

    So are those by a number that is not round: "we registered 1,754 people".
    """
    if tokens.word[max(0, q.phrase_first - 2) : q.phrase_first] == _SHARING:
        return _of_more(q, carried)
    odd = q.value is not None and q.value > _ROUND and q.value % _ROUND != 0
    if (
        not odd
        and tokens.at(q.phrase_first) not in _THESE
        and tokens.at(q.phrase_first - 1) not in _THESE
    ):
        return Match()
    found = carried.same(q)
    if found is None or not found.measure:
        return Match()
    return found.handed_on("the same told of before", keep_trigger=False)


def _of_more(q: Quantity, carried: Carried) -> Match:
    """ "90 casualties; 12 died. Civilians accounted for 40": too many for a part of the last."""
    last = carried.last[0].value if carried.last is not None else None
    if last is None or q.value is None or q.value <= last:
        return Match()
    enough = (match for (low, *_), match in carried.told.items() if low and low >= q.value)
    found = next(enough, None)
    return Match() if found is None else found.handed_on("the same told of before", False)


def of_count(
    q: Quantity,
    fits: Callable[[str], bool],
    carried: Carried,
    tellings: Tellings,
    lists: MeasureLists,
) -> Match:
    """ "The count stood at 180", "by May 740 had done so": what was counted or said before.

    `fits` says whether the number may be of a measure.
    """
    if are_estimates(tellings.tokens, q):
        meant = (one for one in carried.said() if fits(one))
        if (found := next(meant, None)) is not None:
            return Match(found, rule="said in the sentence before", cost=FURTHEST)
    last, earlier = carried.last, carried.earlier
    if last is None and earlier is not None and earlier[0].unit in PEOPLE:
        last = earlier
    last = None if q.kind == "unit" else last  # "The valley is mined. That is 90 hectares"
    so = tellings.did_so(q)
    more = not so and tellings.is_more(q)
    if more and last is None:  # "wants them to return … He has set a target of 900"
        meant = (one for one in carried.said() if one in lists.homeward and fits(one))
        if (found := next(meant, None)) is not None:
            return Match(found, rule="said in the sentence before", cost=FURTHEST)
    more = more and last is not None and last[1].measure in lists.homeward
    again = not so and (more or tellings.told_again(q))
    if q.kind == "money":  # "It amounted to $3 million", of no sum before
        last, so = None, False
        owed = not _DEBTS.isdisjoint(tellings.tokens.word[: q.first])
        if not again or owed or "currency" in carried.matches or tellings.gives(q):
            return Match()
    if again and last and last[1].measure in lists.cleared and tellings.is_there(q):
        return Match()
    if again and last is not None and last[1].measure is not None:
        if last[0].unit in PEOPLE and not (is_whole(q) and fits(last[1].measure)):
            return Match()
        q.unit, q.inherited = last[0].unit, True
        same = last[1].handed_on(AGAIN, keep_trigger=False)
        if may_reach(tellings.tokens.word, q) and same.measure not in lists.promised:
            same.denied = "hypothetical"  # "The figure could reach 9,000"
        return same
    if so or (again and last is None) or not q.inherited:
        defaults = set(lists.by_default)
        said = list(carried.said())
        if so and not said and last is not None and last[1].measure is not None:
            said = [last[1].measure]
        defaults.update(*(lists.beaten[one] for one in said))
        for measure in sorted(said, key=defaults.__contains__):
            telling = lists.telling[measure]
            did = so or tellings.is_subject(q, telling)
            if (did or again) and fits(measure):
                measure = lists.done.get(measure, measure) if did else measure
                return Match(measure, rule="said in the sentence before", cost=FURTHEST)
    return Match()


def told(tokens: Tokens, q: Quantity, match: Match, carried: Carried, lists: MeasureLists) -> Match:
    """A measure in the light of what was told before of the same people, or of the same sum."""
    found = _of_taker(tokens, q, _of_those(tokens, q, match, carried, lists), carried, lists)
    return _of_sum(q, found, carried, lists)


def _of_taker(
    tokens: Tokens, q: Quantity, match: Match, carried: Carried, lists: MeasureLists
) -> Match:
    """ "The bank lent $9 million. … Chad will get $4 million": what is taken was lent, too."""
    told, t = carried.matches.get("currency"), match.trigger
    if q.kind != "money" or told is None or told.measure is None or t is None:
        return match
    if t.kind not in ACTING or match.measure not in lists.beaten[told.measure]:
        return match
    takes = lists.telling[told.measure].objects.intersection(tokens.word[t.first : t.last])
    if not takes or not _GIFTS.isdisjoint(tokens.word):
        return match
    return told.handed_on("lent as before", keep_trigger=False)


def is_untold(scan: Scan, index: int, carried: Carried) -> bool:
    """ "rescued 340 migrants … The 340, including 30 women": of as many as came to nothing."""
    word = scan.tokens.word
    return any(
        q.phrase_first and word[q.phrase_first - 1] in _THESE and number_of(q) in carried.untold
        for q in (scan.quantities[: index + 1] if carried.untold else ())
    )


def _of_sum(q: Quantity, match: Match, carried: Carried, lists: MeasureLists) -> Match:
    """ "The bank lends $4 million. … The $4 million was approved": what is lent stays so.

    A sum without a measure of its own has that which the document told of it first; and so has one
    whose own gives way to that, where a verb says it only to what even a promise gives way to.
    """
    told = carried.sums.get((q.unit, q.value)) if q.kind == "money" else None
    if told is None or told == match.measure or is_price(q) or q.attributive:
        return match
    beaten = lists.beaten[told]
    acts = match.trigger is not None and match.trigger.kind in _TOLD_BY
    if match.measure is not None and match.trigger is not None and match.rule != AGAIN:
        if match.measure not in beaten or (acts and beaten.isdisjoint(lists.done)):
            return match
    return Match(told, match.trigger, "sum told before", cost=FURTHEST)


def of_included(
    tokens: Tokens, q: Quantity, match: Match, whole: Match | None, lists: MeasureLists
) -> Match:
    """ "The toll rose to 900, including 340 *victims* of the flood": what befell all, and no more.

    `whole` is what was read of the number before.
    """
    t, either = match.trigger, lists.either.get(match.measure or "")
    if whole is None or either is None or t is None or t.kind != "noun":
        return match
    before = tokens.word[max(0, q.phrase_first - 2) : q.phrase_first]
    if whole.measure not in either or not ("including" in before or before == ["among", "them"]):
        return match
    found = match.handed_on("told of all those")
    found.measure = whole.measure
    return found


def _of_those(
    tokens: Tokens, q: Quantity, match: Match, carried: Carried, lists: MeasureLists
) -> Match:
    """ "The crash killed 12. Three of the victims were girls": what was told of all, and no more.

    Where some were killed and others hurt, the victims are either, but those of a flood are dead.
    """
    t, either = match.trigger, lists.either.get(match.measure or "")
    if match.measure is None or either is None or t is None:
        return match
    if t.lemma == "victim" and t.first < q.phrase_last and are_helped(tokens, q):
        return Match()  # "sent food to 900 victims"
    told: set[str | None] = set()
    led = tokens.word[max(0, t.first - 2) : t.first] if t.kind == "noun" else []
    if "the" in led or led[:1] == ["number"]:
        told = {one.measure for one in (*carried.told.values(), *carried.told_before.values())}
        told &= either | {match.measure}
    worst, deadly = lists.worst[match.measure]
    if len(told) == 1 and ("the" in led or worst in told):
        found = match.handed_on("told of all those")
        found.measure = told.pop()
        return found
    if "whom" in (after := tokens.word[q.phrase_last : q.phrase_last + _PART]):
        if not _PERISHED.isdisjoint(after):
            return match  # "3,400 victims, *of whom* 1,000 *died*"
    if not told and t.lemma.endswith("victim") and not deadly.isdisjoint(carried.around()):
        found = match.handed_on("victims of what kills")
        found.measure = worst
        return found
    return match
