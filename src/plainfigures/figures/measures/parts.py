"""Parts: the measure that a part has from its whole, and a number from its equal."""

from collections.abc import Mapping

from plainfigures.definitions.model import Measure
from plainfigures.figures.exclusions.unharmed import is_well
from plainfigures.figures.grammar.links import OF_THEM, is_included
from plainfigures.figures.grammar.sentence import Links, Sentence
from plainfigures.figures.triggers.fits import PEOPLE, is_area
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.triggers import MINE, Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import HELPERS

_TWO = 2
_ALL = frozenset("total all altogether making".split())
_PEOPLE = PEOPLE | {None}
# What not all outlive to whom it is done, and not all die of.
_OPEN = frozenset("shoot shot blow stab gas burn poison crush maul trample".split())


def measure_parts(sentence: Sentence, found: Links, measures: Mapping[str, Measure]) -> None:
    """A part without a measure has that of its whole; equals measure the same, by the first."""
    _rename(sentence, found, measures)
    _leave_open(sentence, found, measures)
    _sum_up(sentence, found, measures)
    _add_up(sentence, measures)
    for index, other in found.parts.items():
        q = sentence.scan.quantities[index]
        if "every" not in sentence.tokens.word[q.phrase_first - 1 : q.phrase_last + 2]:
            _hand_on(sentence, other, index, "part of its whole")  # no "one for *every* 40 men"
    for index, other in found.same.items():
        matches = sentence.matches
        if matches[other].measure is None:
            _hand_on(sentence, index, other, "same as the one after")
        elif matches[index].measure != matches[other].measure and matches[index].denied is None:
            matches[index].measure = None
            _hand_on(sentence, other, index, "same as the one before")


def _sum_up(sentence: Sentence, found: Links, measures: Mapping[str, Measure]) -> None:
    """ "559 (164 dead and 395 hurt)", "164 dead and 395 hurt, a total of 559": either of both."""
    quantities, matches = sentence.scan.quantities, sentence.matches
    for whole, q in enumerate(quantities):
        parts = [index for index, other in found.parts.items() if other == whole < index]
        if len(parts) < _TWO and whole >= _TWO and sentence.tokens.at(q.first - 2) == "total":
            parts = [whole - 2, whole - 1]
        told = {matches[index].measure for index in parts} - {None}
        if len(told) < _TWO or matches[whole].measure not in (None, *told):
            continue
        if sum(quantities[index].value or 0 for index in parts) != q.value:
            continue
        names = (one.name for one in measures.values() if told.issubset(one.either))
        if (name := next(names, None)) is not None:
            matches[whole] = Match(name, rule="sum of its parts")
            q.unit = q.unit or "person"


def _leave_open(sentence: Sentence, found: Links, measures: Mapping[str, Measure]) -> None:
    """ "300 were *blown up*, 68 of them *killed*": where a part died the whole did not."""
    for index, other in found.parts.items():
        whole, part = sentence.matches[other], sentence.matches[index]
        if whole.trigger is None or part.trigger in (None, whole.trigger):
            continue
        if whole.measure != part.measure or _OPEN.isdisjoint(whole.trigger.lemma.split()):
            continue
        q, word = sentence.scan.quantities[index], sentence.tokens.word
        if OF_THEM.isdisjoint(
            (tuple(word[q.last : q.last + 2]), tuple(word[q.first - 2 : q.first]))
        ):
            continue
        name = next((one.name for one in measures.values() if part.measure in one.either), None)
        sentence.matches[other] = Match(name or whole.measure, whole.trigger, "what a part died of")


def _add_up(sentence: Sentence, measures: Mapping[str, Measure]) -> None:
    """ "90 killed, 300 hurt and 12 missing; in all, 402": what befell one or another of them."""
    quantities, matches = sentence.scan.quantities, sentence.matches
    for index, q in enumerate(quantities):
        if index < _TWO or q.value is None or not _is_total(sentence, index):
            continue
        told, rest, k = set(), q.value, index - 1
        while k >= 0 and rest > 0 and matches[k].measure is not None:
            told.add(matches[k].measure)
            rest -= quantities[k].value or 0
            k -= 1
        names = (
            one.name for one in measures.values() if one.either and told.issuperset(one.either)
        )
        if rest == 0 and len(told) > 1 and (name := next(names, None)) is not None:
            matches[index] = Match(name, rule="sum of its parts")
            q.unit = q.unit or "person"


def _is_total(sentence: Sentence, index: int) -> bool:
    """Whether the words beside a number say that it is all of them."""
    q, word = sentence.scan.quantities[index], sentence.tokens.word
    before, after = word[max(0, q.phrase_first - 3) : q.first], word[q.phrase_last :][:2]
    return not _ALL.isdisjoint(before) or after[:1] == ["altogether"] or after == ["in", "all"]


def _rename(sentence: Sentence, found: Links, measures: Mapping[str, Measure]) -> None:
    """ "75,000 returned, including 3,000 refugees": a part's own noun says no more than who."""
    for index, other in found.parts.items():
        match, whole = sentence.matches[index], sentence.matches[other]
        q, t = sentence.scan.quantities[index], match.trigger
        given = measures.get(whole.measure or "")
        if given is None or t is None:
            continue
        one = whole.trigger
        if given.planned == match.measure and one is not None and one.first <= t.last <= one.last:
            sentence.matches[index] = whole.handed_on("part of its whole")
        if match.measure not in given.beats:
            continue  # "helped 127 men - 103 fathers and 24 sons - to return": of one verb
        all_of = sentence.scan.quantities[other]
        own = t.kind == "noun" and q.phrase_first <= t.first < q.phrase_last
        # "the return of 900 *exiles*, including 40 from Chad"
        named = all_of.phrase_first <= t.first < all_of.phrase_last
        were = q.unit in _PEOPLE and _were(sentence, q, t)
        named = (own or named) and is_included(sentence, other, index)
        whole_told = q.kind != "money" and _is_whole(sentence, found, other)
        if were or named or whole_told:
            sentence.matches[index] = whole.handed_on("part of its whole")


def _is_whole(sentence: Sentence, found: Links, whole: int) -> bool:
    """ "900 came home: 400 refugees and 500 exiles": whether parts add up to their whole."""
    quantities = sentence.scan.quantities
    parts = [quantities[index].value or 0 for index, other in found.parts.items() if other == whole]
    return len(parts) >= _TWO and sum(parts) == quantities[whole].value


def _were(sentence: Sentence, q: Quantity, t: Trigger) -> bool:
    """ "900 came home, of whom 40 *had been uprooted* (*were exiles*)": what they were before."""
    gap = sentence.tokens.word[q.phrase_last : t.first]
    gap = gap[2:] if gap[:2] == ["of", "whom"] else gap
    fled = gap[:1] == ["had"] and HELPERS.issuperset(gap)
    return fled or (t.kind == "noun" and gap == ["were"])


def _hand_on(sentence: Sentence, source: int, index: int, rule: str) -> None:
    q, match = sentence.scan.quantities[index], sentence.matches[index]
    if sentence.tokens.word[max(0, q.phrase_first - 2) : q.phrase_first] == ["all", "but"]:
        return  # "all but three of the 40 sailors drowned"
    given, whole = sentence.matches[source], sentence.scan.quantities[source]
    if match.measure is not None or match.denied is not None or given.measure is None:
        return
    if (q.kind == "bare" and q.attributive) or is_well(sentence.tokens, q):
        return  # "611 children under fifteen"
    if whole.kind == "money" and sentence.tokens.at(q.last) in ("other", "others"):
        return
    if whole.kind == "money" and q.kind == "bare" and q.unit is None:
        q.kind, q.unit, q.inherited = "money", whole.unit, True
    people = q.kind in ("noun", "bare") and q.unit in _PEOPLE
    alike = q.unit == whole.unit and q.kind not in ("percent", "multiple")
    alike = alike or (is_area(q.unit or "") and is_area(whole.unit or ""))
    if q.kind == "bare" and whole.noun is not None and q.unit == whole.noun.head:
        people, q.unit = True, whole.unit  # "54 deaths, of which 44 in Oro": as persons
    if people or alike or q.kind == whole.kind == "money":
        sentence.matches[index] = given.handed_on(rule)
        lends = whole.kind == "unit" or whole.unit in PEOPLE or whole.unit == MINE
        q.unit = q.unit or (whole.unit if lends else "person")
