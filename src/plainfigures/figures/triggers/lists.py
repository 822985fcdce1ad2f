"""What follows from the definitions of the measures alone, worked out once for all sentences."""

from collections.abc import Iterable, Mapping, Set
from typing import NamedTuple

from plainfigures.definitions.model import Measure
from plainfigures.figures.triggers.fits import Fitting
from plainfigures.figures.triggers.registers import registers
from plainfigures.prose.words.lexicon import is_person
from plainfigures.prose.words.stems import verb_forms

# How much of its verbs a measure has in common with its twin.
_ALIKE = 0.8


class Telling(NamedTuple):
    """The forms of verbs that tell more of a measure: of their object, and of their subject."""

    objects: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()


class MeasureLists:
    """The measures by what their definitions say of them, in their order."""

    def __init__(self, measures: Mapping[str, Measure]) -> None:
        every = tuple(measures.values())
        self.fitting = Fitting(measures)
        self.registers = registers(measures)
        # those of which a percentage of a word of their context is one, whatever the verb
        self.parts = tuple(one for one in every if one.part and one.context)
        # those taken in context where no trigger claims a number
        self.defaults = tuple(one for one in every if one.default)
        self.by_default = frozenset(one.name for one in self.defaults)
        # that of sums among them: what is given
        self.given = next((one.name for one in self.defaults if "currency" in one.units), None)
        # a noun with a sum before it -> the measure of the sum
        self.heads = {noun: one.name for one in every for noun in one.heads}
        # those that a sign makes ("+3%")
        self.signed = tuple(one for one in every if one.directions)
        # a measure -> those that it makes where it is joined with another
        self.joined: dict[str, tuple[Measure, ...]] = {}
        for one in every:
            for name in one.either:
                self.joined[name] = (*self.joined.get(name, ()), one)
        # a measure that two others make -> the two
        self.either = {one.name: frozenset(one.either) for one in every if one.either}
        # the same -> the first of the two, and the words in whose context its victims are of that
        self.worst = {
            one.name: (one.either[0], frozenset(one.context)) for one in every if one.either
        }
        # those of people who are killed or hurt
        self.harmed = frozenset(self.either).union(*self.either.values())
        # that of people who are taken
        self.taken = next(
            (one.name for one in every if "captive" in one.words.get("noun", ())), None
        )
        # those of what is taken out of the ground, and so no more there
        self.cleared = frozenset(one.name for one in every if "clear" in one.words.get("verb", ()))
        # those who clear it: sappers
        self.clearers = frozenset(
            noun for one in every if one.name in self.cleared
            for noun in one.words.get("noun", ()) if is_person(noun)
        )  # fmt: skip
        # what is lent, whatever else is done with it
        self.lent = tuple(one for one in every if "lend" in one.words.get("verb", ()))
        # a measure -> those that it answers
        self.answers = {one.name: one.answers for one in every if one.answers}
        # of sums that which all of these answer
        sums = [frozenset(one.answers) for one in every if one.answers and "currency" in one.units]
        self.asked = frozenset[str]().union(*sums[:1]).intersection(*sums[1:])
        # a planned measure -> what is measured where the plan has come true
        self.done = {one.planned: one.name for one in reversed(every) if one.planned}
        # those of sums that are promised or bound, whose parts are so as well
        self.bound = frozenset(self.done).union(one.name for one in every if one.pledged)
        # that of people who get home: to come, or come true, and more than a name of theirs
        self.home = next((one for one in every if one.planned and one.tells["verb"]), None)
        # that of people who are given a new one: to come like it, after it
        self.rehomed = next(
            (one for one in every if self.home and one.planned == self.home.planned
             and one is not self.home), None,
        )  # fmt: skip
        # that of people who have yet to get there
        self.coming = coming = self.home.planned if self.home is not None else None
        self.waiting = next((one.name for one in every if coming in one.beats), None)
        # that of people whom a text tells of when it tells of people at all
        self.abroad = next((one for one in every if one.topic), None)
        # what is measured where those who wait or are expected have done so
        self.kept = dict(self.done)
        if self.home is not None and self.waiting is not None:
            self.kept[self.waiting] = self.home.name
        # those of people who got home, or are to
        self.homing = frozenset(one.name for one in (self.home, self.rehomed) if one) | {coming}
        # those of people on the way home
        self.homeward = frozenset(
            () if self.home is None else (self.home.planned, self.waiting)
        ).union(one.name for one in every if one.planned and one.planned == coming)
        self.telling = {one.name: _telling(one) for one in every}
        # the same of those whom a text tells of in whatever they do
        self.lasting = {one.name: self.telling[one.name] for one in every if one.topic}
        # a measure -> those that the same is done to, counted in other units (mines, shells)
        self.twins = {one.name: _twins(one, every) for one in every}
        # a measure that heads a list -> those of its items that give way to it, defaults always
        self.beaten = {one.name: self.by_default.union(one.beats) for one in every}
        # that of sums which somebody has got
        self.retained = next((one.retained for one in every if one.retained), None)
        # the forms of verbs that tell of sums alone, whatever stands behind them
        self.paying = _paying(every)
        # those that may still have to come
        self.promised = frozenset(one.name for one in every if "currency" in one.units).union(
            self.done
        )

    def answered(
        self, told: Set[str], present: frozenset[str], competitors: Mapping[str, Iterable[str]]
    ) -> frozenset[str]:
        """Those of the measures told of that stand beside one that they answer, or answer them.

        `present` are the words of the sentence that may compete.
        """
        found: set[str] = set()
        for name in self.answers.keys() & told:
            answers = told & frozenset(self.answers[name])
            if answers and present.isdisjoint(competitors[name]):
                found.update(answers, (name,))
        return frozenset(found)


def _twins(measure: Measure, every: Iterable[Measure]) -> tuple[str, ...]:
    """The measures of other units that nearly all the verbs of a measure tell of as well."""
    verbs = frozenset(measure.words.get("verb", ()))
    return tuple(
        one.name
        for one in every
        if len(verbs.intersection(one.words.get("verb", ()))) > _ALIKE * len(verbs) > 0
        and not set(one.units).intersection(measure.units)
    )


def _paying(every: Iterable[Measure]) -> frozenset[str]:
    money = [one for one in every if "currency" in one.units]
    others = [one for one in every if one not in money and "percent" not in one.units]
    told, rest = (
        verb_forms(frozenset(verb for one in some for verb in one.words.get("verb", ())))
        for some in (money, others)
    )
    return told - rest


def _telling(measure: Measure) -> Telling:
    return Telling(*(verb_forms(measure.tells[kind]) for kind in ("verb", "intransitive")))
