"""Trigger words of the measures, found in the token table of a sentence."""

from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from plainfigures.definitions import Definitions
from plainfigures.figures.triggers import idioms, institutions, nominal
from plainfigures.figures.triggers.lists import MeasureLists
from plainfigures.figures.triggers.relevance import Relevance
from plainfigures.figures.triggers.wordings import (
    NO_WORD,
    NO_WORDINGS,
    Wording,
    Wordings,
    end_of,
    end_of_fronted,
    is_measured,
    runs_over,
    worded,
)
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.words.lexicon import inflections, singular, verb_lemmas
from plainfigures.prose.words.signs import AND_OR
from plainfigures.prose.words.stems import STEMS, Memo, likely_forms
from plainfigures.prose.words.tokens import Tokens, split

# Kinds of triggers.
NAMING = frozenset(("noun", "phrase"))
ACTING = frozenset(("verb", "phrase"))
DOING = ACTING | {"intransitive"}
BEFALLING = frozenset(("verb", "state"))
# The unit of mines; what else a dataset counts has its unit only with a measure.
MINE = "mine"
ITEMS = ("uxo", "item")
_MINES = frozenset(("mines", "landmines"))
_NAMES = ("noun", "state")
_COUNTING = frozenset(("a", "an", "another"))
_PASSIVE = frozenset("be been being is are was were".split())
# What the first word of an active phrase names beside what is told of people, and of other things.
_ACTING_ON, _SPENDING = frozenset(("currency", MINE, *ITEMS)), frozenset(("currency",))
_NO_SUMS = frozenset(("area", "percent", MINE, *ITEMS))
_NO_PEOPLE = _NO_SUMS | {"currency"}
_PARTICLES = frozenset("back down up out off in over away".split())


class Trigger(NamedTuple):
    """Tokens first..last (exclusive) that name a measure; `kind` is one of WORD_KINDS."""

    first: int
    last: int
    measure: str
    kind: str
    lemma: str


# (measure, kind, lemma) of a word that names a measure by itself
_Row = tuple[str, str, str]


class Vocabulary:
    """The trigger words of all measures, indexed by every form that a text may show."""

    def __init__(self, definitions: Definitions) -> None:
        self.measures = definitions.measures
        self.lists = MeasureLists(definitions.measures)
        self.relevance = Relevance(definitions.measures)
        self._verbs: dict[str, list[_Row]] = {}
        self._plain: dict[str, list[_Row]] = {}
        self._nouns: dict[str, list[_Row]] = {}
        self._phrases: dict[str, list[Wording]] = {}
        # word form -> (the phrases that may begin with it, what it names by itself)
        self._known = Memo(self._entry)
        # word form -> the words after the first of a phrase that it may stand for
        self._inner = Memo(self._needed)
        self._rest: set[str] = set()
        # the beginnings of phrases that a word form may stand for -> the phrases
        self._begun: dict[tuple[str, ...], Wordings] = {}
        self._units = {
            noun: unit
            for dataset in definitions.datasets.values()
            for unit, nouns in dataset.nouns.items()
            for noun in nouns
        }
        # the units of things that a dataset counts, and the last words of their names
        self.things = frozenset(self._units.values())
        self.counted = frozenset(noun.split()[-1] for noun in self._units)
        for measure in self.measures.values():
            for kind, words in measure.words.items():
                for word in words:
                    self._add(measure.name, kind, word)
        self._heads = self._phrases.keys() | self._nouns.keys()
        # the forms that are worth a look: what else a text may hold is nothing to the two memos
        self._starts = self._verbs.keys() | self._plain.keys() | likely_forms(self._heads)
        self._inside = likely_forms(self._rest)

    def _add(self, measure: str, kind: str, word: str) -> None:
        parts = split(word)
        if kind == "phrase" or len(parts) > 1:
            self._rest.update(parts[1:])
            self._phrases.setdefault(parts[0], []).append(worded(measure, word, parts[1:]))
            return
        row = (measure, kind, word)
        if kind in ("verb", "intransitive"):
            for form in inflections(word):
                self._verbs.setdefault(form, []).append(row)
        elif kind == "noun":
            self._nouns.setdefault(word, []).append(row)
        else:
            self._plain.setdefault(word, []).append(row)

    def _entry(self, form: str) -> tuple[Wordings, tuple[_Row, ...]] | None:
        """What a word may begin and what it names; None for nearly all words."""
        if not form[0].isalpha():
            return None
        if (
            form not in self._verbs
            and form not in self._plain
            and self._heads.isdisjoint(STEMS[form])
        ):
            return None
        one, verbs = singular(form), verb_lemmas(form)
        stems = dict.fromkeys((form, one, *verbs))
        phrases = self._beginning(tuple([stem for stem in stems if stem in self._phrases]))
        rows = [*self._verbs.get(form, ()), *self._plain.get(form, ()), *self._nouns.get(form, ())]
        if one != form:
            rows += self._nouns.get(one, ())
        return (phrases, tuple(rows)) if phrases.keys or rows else None

    def _beginning(self, stems: tuple[str, ...]) -> Wordings:
        """The phrases that begin with some words; those of "return" and "returned" are the same."""
        if stems not in self._begun:
            begun = [phrase for stem in stems for phrase in self._phrases[stem]]
            self._begun[stems] = Wordings(begun) if begun else NO_WORDINGS
        return self._begun[stems]

    def _needed(self, form: str) -> frozenset[str]:
        if form == "and":  # "killed and wounded" is as "killed or wounded"
            return AND_OR.intersection(self._rest)
        if form not in self._inside:
            return frozenset()
        return (STEMS[form] & self._rest) - (_PARTICLES - {form})  # "backing" is no "back"

    def is_verb(self, form: str) -> bool:
        """Whether a word is a form of a verb that counts its object."""
        return self._is(form, "verb")

    def is_noun(self, form: str) -> bool:
        """Whether a word is a noun that names a measure ("deaths")."""
        return self._is(form, "noun")

    def _is(self, form: str, kind: str) -> bool:
        entry = self._known[form] if form in self._starts else None
        return entry is not None and any(one == kind for _, one, _ in entry[1])

    def special_units(self, scan: Scan) -> dict[int, str]:
        """The units of their own in which datasets count nouns, by index of the quantity.

        Mines are given their unit at once; others only with a measure that has it.
        """
        found = {}
        for index, q in enumerate(scan.quantities):
            if q.noun is None or q.kind not in ("noun", "bare"):
                continue
            unit = self.special(scan.tokens, q.noun.first, q.noun.last)
            if unit in ITEMS and scan.tokens.at(q.noun.last) == "and":  # "shells and landmines"
                other = self.special(scan.tokens, q.noun.last + 1, q.noun.last + 2)
                unit = other if other == MINE else unit
            if unit is not None:
                found[index] = unit
                if unit == MINE and (q.rate is None or q.rate_over_time):
                    q.unit = unit
        return found

    def special(self, tokens: Tokens, first: int, last: int) -> str | None:
        """The unit of its own that a dataset has for the noun of tokens first..last."""
        if not first < last <= tokens.size or singular(tokens.word[last - 1]) not in self.counted:
            return None
        words = [singular(word) for word in tokens.word[first:last] if word != "-"]
        for size in (4, 3, 2, 1):
            unit = self._units.get(" ".join(words[-size:])) if size <= len(words) else None
            if unit is not None:  # "mines/pieces of ordnance"
                slashed = "/" in words and not _MINES.isdisjoint(tokens.word[first:last])
                return MINE if slashed else unit
        return None

    def find(
        self, tokens: Tokens, counted: Container[int] = (), sums: bool = True
    ) -> list[Trigger]:
        """All triggers of a sentence in order; words of a phrase are none of their own.

        Of the phrases that begin with one word each is at least as long as those before it.
        `counted` are the tokens of quantities, which may stand inside a phrase ("brought 112 people
        back"); where none of these are `sums`, phrases of such hide nothing.
        """
        found: list[Trigger] = []
        word, starts, inner = tokens.word, self._starts, self._inner
        needs: frozenset[str] | None = None
        taken, widest = -1, None
        for i in [i for i, form in enumerate(word) if form in starts]:
            if (entry := self._known[word[i]]) is None:
                continue
            phrases, rows = entry
            if needs is None:
                needs = NO_WORD.union(*map(inner.__getitem__, self._inside.intersection(word)))
            keys = phrases.keys & needs
            if not (keys or rows) or idioms.is_else(tokens, i):
                continue
            if keys:
                best = taken + 1 if i < taken else 0
                if best and widest is not None and widest.lemma.startswith("former "):
                    continue  # "former displaced | persons" are so no more
                standing = phrases.standing(keys, needs)
                for phrase in self._phrases_at(tokens, i, standing, best, counted):
                    taken, widest = max(taken, phrase.last), phrase
                    found.append(phrase)
            if rows and i < taken and widest is not None:
                rows = self._beside(tokens, i, rows, widest, i in counted or not sums)
            if not rows or (i > 1 and word[i - 2 : i] == ["non", "-"]):  # "non-repayable"
                continue
            for measure, kind, lemma in rows:
                if self._is_used(tokens, i, measure, kind, lemma):
                    found.append(Trigger(i, i + 1, measure, kind, lemma))
        return found

    def _phrases_at(
        self,
        tokens: Tokens,
        i: int,
        standing: Iterable[Wording],
        best: int,
        counted: Container[int],
    ) -> Iterator[Trigger]:
        """The phrases from token `i` to `best` or later, each as long as those of its kind before.

        What a phrase tells of sums hides nothing of people: "*left* nine men *dead without* aid".
        """
        word, ends = tokens.word, {True: best, False: best}
        if i in counted and not _COUNTING.isdisjoint(word[i - 1 : i + 2]):
            return  # "allowed an *estimated* 900 to return", "let *yet* another 900 come home"
        for phrase in standing:
            last = end_of(word, i, phrase.rest, self._inner, counted)
            last = last or end_of_fronted(word, i, phrase.rest)
            sums = self._is_sum(phrase.measure)
            if not last or last < ends[sums] or runs_over(word, i, last, counted):
                continue
            if not idioms.is_of_use(tokens, last) or (sums and is_measured(word, last, counted)):
                continue
            if not institutions.in_institution(tokens, i, last, True):
                ends[sums] = last
                yield Trigger(i, last, phrase.measure, "phrase", phrase.text)

    def _is_used(self, tokens: Tokens, i: int, measure: str, kind: str, lemma: str) -> bool:
        """Whether the word at token `i` tells the measure that it may tell."""
        if kind == "state" and (
            nominal.is_deed(tokens, i) or nominal.is_missed(tokens, i) or idioms.is_bound(tokens, i)
        ):
            return False
        named = i and tokens.capital(i) and self._is_sum(measure)
        if named and nominal.is_in_name(tokens, i, kind):
            return False
        if kind == "noun":
            otherwise = nominal.is_verb(tokens, i)
        else:
            otherwise = nominal.is_noun(tokens, i, kind, lemma)
        return not otherwise and not institutions.in_institution(tokens, i, i + 1, kind in _NAMES)

    def _beside(
        self, tokens: Tokens, i: int, rows: tuple[_Row, ...], phrase: Trigger, counted: bool
    ) -> tuple[_Row, ...]:
        """What the word at token `i`, which stands in a phrase, names beside it."""
        if counted and self._is_sum(phrase.measure):  # "holds 900 | refugees | in the valley"
            return tuple(row for row in rows if not self._is_sum(row[0]))
        active = phrase.first == i and tokens.at(i - 1) not in _PASSIVE
        return self._unlike(rows, phrase, active)

    def _is_sum(self, measure: str) -> bool:
        return "currency" in self.measures[measure].units

    def _unlike(self, rows: tuple[_Row, ...], phrase: Trigger, active: bool) -> tuple[_Row, ...]:
        """What a word of a phrase names of what the phrase does not count.

        Of a phrase of sums land, mines or percentages: "9 hectares were released", "aims to raise
        exports by 30 percent". Of another sums or mines: "$2 million was committed to the return of
        refugees", "*removed* 900 mines *from* the fields". The first word of a phrase that is not
        passive names no land, and those who get home: "*returned* to 30 villages".
        """
        counts = frozenset(self.measures[phrase.measure].units)
        kept = (_NO_SUMS if "currency" in counts else _NO_PEOPLE) - counts
        if active:
            kept = kept & (_ACTING_ON if "person" in counts else _SPENDING)
        home = self.lists.home if active else None
        homing = home.name if home is not None and counts.isdisjoint(home.units) else None
        return tuple(
            row
            for row in rows
            if row[0] == homing or not kept.isdisjoint(self.measures[row[0]].units)
        )
