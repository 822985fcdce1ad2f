"""Trigger words of the measures, found in the token table of a sentence."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plainfigures.definitions import Definitions
from plainfigures.figures import institutions, nominal
from plainfigures.figures.lists import MeasureLists
from plainfigures.figures.relevance import Relevance
from plainfigures.prose import changes
from plainfigures.prose.lexicon import calendar, inflections, singular, tag, verb_lemmas
from plainfigures.prose.number import is_number
from plainfigures.prose.scan import Scan
from plainfigures.prose.stems import STEMS, Memo, likely_forms
from plainfigures.prose.tokens import Tokens, split

# Kinds of triggers.
NAMING = frozenset(("noun", "phrase"))
ACTING = frozenset(("verb", "phrase"))
DOING = ACTING | {"intransitive"}
# The unit of mines; what else a dataset counts has its unit only with a measure.
MINE = "mine"


class Trigger(NamedTuple):
    """Tokens first..last (exclusive) that name a measure; `kind` is one of WORD_KINDS."""

    first: int
    last: int
    measure: str
    kind: str
    lemma: str


# (measure, kind, lemma) of a word that names a measure by itself
_Row = tuple[str, str, str]
# word form -> the words inside phrases that it may stand for
_Inner = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase by its words after the first; `needs` are those that no other word stands for.

    `key` is the longest of these, by which it is looked up.
    """

    rest: tuple[str, ...]
    needs: frozenset[str]
    key: str
    measure: str
    text: str


class _Phrases:
    """The phrases that may begin with one word, by their keys."""

    __slots__ = ("_by_key", "keys")

    def __init__(self, phrases: Iterable[_Phrase]) -> None:
        self._by_key: dict[str, list[tuple[int, _Phrase]]] = {}
        for order, phrase in enumerate(phrases):
            self._by_key.setdefault(phrase.key, []).append((order, phrase))
        self.keys = frozenset(self._by_key)

    def standing(self, needs: frozenset[str]) -> Iterable[_Phrase]:
        """Those whose words may all be among `needs`, in order."""
        likely = [pair for key in self.keys & needs for pair in self._by_key[key]]
        return [phrase for _, phrase in sorted(likely) if phrase.needs <= needs]


# The key of a phrase that needs no word.
_NOTHING = frozenset(("",))
_NO_PHRASES = _Phrases(())


class Vocabulary:
    """The trigger words of all measures, indexed by every form that a text may show."""

    def __init__(self, definitions: Definitions) -> None:
        self.measures = definitions.measures
        self.lists = MeasureLists(definitions.measures)
        self.relevance = Relevance(definitions.measures)
        self._verbs: dict[str, list[_Row]] = {}
        self._plain: dict[str, list[_Row]] = {}
        self._nouns: dict[str, list[_Row]] = {}
        self._phrases: dict[str, list[_Phrase]] = {}
        # word form -> (the phrases that may begin with it, what it names by itself)
        self._known = Memo(self._entry)
        # word form -> the words after the first of a phrase that it may stand for
        self._inner = Memo(self._needed)
        self._rest: set[str] = set()
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
            needs = frozenset(parts[1:]) - _OWNED
            key = max(sorted(needs), key=len, default="")
            entry = _Phrase(parts[1:], needs, key, measure, word)
            self._phrases.setdefault(parts[0], []).append(entry)
            return
        row = (measure, kind, word)
        if kind in ("verb", "intransitive"):
            for form in inflections(word):
                self._verbs.setdefault(form, []).append(row)
        elif kind == "noun":
            self._nouns.setdefault(word, []).append(row)
        else:
            self._plain.setdefault(word, []).append(row)

    def _entry(self, form: str) -> tuple[_Phrases, tuple[_Row, ...]] | None:
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
        begun = [phrase for stem in stems for phrase in self._phrases.get(stem, ())]
        phrases = _Phrases(begun) if begun else _NO_PHRASES
        rows = [*self._verbs.get(form, ()), *self._plain.get(form, ()), *self._nouns.get(form, ())]
        if one != form:
            rows += self._nouns.get(one, ())
        return (phrases, tuple(rows)) if phrases.keys or rows else None

    def _needed(self, form: str) -> frozenset[str]:
        if form not in self._inside:
            return frozenset()
        return STEMS[form] & self._rest - (_PARTICLES - {form})  # "financial backing" is no "back"

    def is_verb(self, form: str) -> bool:
        """Whether a word is a form of a verb that counts its object."""
        entry = self._known[form] if form in self._starts else None
        return entry is not None and any(kind == "verb" for _, kind, _ in entry[1])

    def special_units(self, scan: Scan) -> dict[int, str]:
        """The units of their own in which datasets count nouns, by index of the quantity.

        Mines are given their unit at once; others only with a measure that has it.
        """
        found = {}
        for index, q in enumerate(scan.quantities):
            if q.noun is None or q.kind not in ("noun", "bare"):
                continue
            unit = self.special(scan.tokens, q.noun.first, q.noun.last)
            if unit in _ITEMS and scan.tokens.at(q.noun.last) == "and":  # "shells and landmines"
                other = self.special(scan.tokens, q.noun.last + 1, q.noun.last + 2)
                unit = other if other == MINE else unit
            if unit is not None:
                found[index] = unit
                if unit == MINE and (q.rate is None or q.rate_over_time):
                    q.unit = unit
        return found

    def special(self, tokens: Tokens, first: int, last: int) -> str | None:
        """The unit of its own that a dataset has for the noun of tokens first..last."""
        if last > tokens.size or singular(tokens.word[last - 1]) not in self.counted:
            return None
        words = [singular(word) for word in tokens.word[first:last] if word != "-"]
        for size in (4, 3, 2, 1):
            unit = self._units.get(" ".join(words[-size:])) if size <= len(words) else None
            if unit is not None:
                return unit
        return None

    def find(self, tokens: Tokens, counted: Container[int] = ()) -> list[Trigger]:
        """All triggers of a sentence in order; words of a phrase are none of their own.

        Of the phrases that begin with one word each is at least as long as those before it.
        `counted` are the tokens in the phrases of quantities: they may stand inside a phrase
        ("brought 112 people back").
        """
        found: list[Trigger] = []
        word, starts, inner = tokens.word, self._starts, self._inner
        needs: frozenset[str] | None = None
        taken = -1
        for i in [i for i, form in enumerate(word) if form in starts]:
            if (entry := self._known[word[i]]) is None:
                continue
            phrases, rows = entry
            if needs is None:
                needs = _NOTHING.union(*map(inner.__getitem__, self._inside.intersection(word)))
            begins = not phrases.keys.isdisjoint(needs)
            if not (begins or rows) or nominal.is_else(tokens, i):
                continue
            if begins:
                best = taken + 1 if i < taken else 0
                for phrase in phrases.standing(needs):
                    last = _end(word, i, phrase.rest, inner, counted)
                    if last and last >= best and not _runs_over(word, i, last, counted):
                        if not institutions.in_institution(tokens, i, last, True):
                            best = taken = last
                            found.append(Trigger(i, last, phrase.measure, "phrase", phrase.text))
            counts = i in counted and i < taken and self._is_sum(found[-1].measure)
            if counts:  # "holds 900 | refugees | in the valley"
                rows = tuple(row for row in rows if not self._is_sum(row[0]))
            elif rows and i < taken:  # "returned to 30 villages": of land, but people return, too
                active = found[-1].first == i and tokens.at(i - 1) not in _PASSIVE
                rows = self._others(rows, found[-1]) if active else ()
            if not rows:
                continue
            if i > 1 and word[i - 2 : i] == ["non", "-"]:
                continue  # "non-repayable"
            for measure, kind, lemma in rows:
                perfect = kind == "state" and tokens.at(i - 1) in _PERFECT
                if perfect and tag(tokens.word[i])[0] == "v":
                    continue  # "has fallen" is no fallen soldier
                sums = "currency" in self.measures[measure].units
                if sums and i and tokens.capital(i) and nominal.is_in_name(tokens, i, kind):
                    continue
                if (
                    nominal.is_verb(tokens, i)
                    if kind == "noun"
                    else nominal.is_noun(tokens, i, kind, lemma)
                ):
                    continue
                if institutions.in_institution(tokens, i, i + 1, kind in _NAMES):
                    continue
                found.append(Trigger(i, i + 1, measure, kind, lemma))
        return found

    def _is_sum(self, measure: str) -> bool:
        return "currency" in self.measures[measure].units

    def _others(self, rows: tuple[_Row, ...], phrase: Trigger) -> tuple[_Row, ...]:
        """What the first word of a phrase names of those who get home, and the phrase not."""
        home = self.lists.home
        units = frozenset(self.measures[phrase.measure].units)
        if home is None or not units.isdisjoint(home.units):
            return ()
        return tuple(row for row in rows if row[0] == home.name)


def _end(
    word: Sequence[str], i: int, rest: Iterable[str], inner: _Inner, counted: Container[int]
) -> int:
    """The token after a phrase whose first word is token `i`; 0 where it is not there.

    `inner` says what a word may stand for.
    """
    n, j, before = len(word), i + 1, word[i]
    for part in rest:
        if before == "than" and j in counted:
            return 0  # "more than 40 refugees in": a bound, and no comparison
        while (
            j < n
            and j - i <= _GAP
            and part not in inner[word[j]]
            and part not in _JOINTS
            and word[j - 1] not in _JOINTS
            and (j in counted or _between(word, j) or _describes(word, j, part, inner))
        ):
            j += 1
        if j < n and word[j] in _PERFECT and part not in inner[word[j]]:
            j += 1  # "contact has been lost with", "fever had carried off"
        owned = part in _OWNED and j < n and word[j] in _OWNERS
        if j < n and word[j] in _ARTICLES and not owned and part not in inner[word[j]]:
            j += 1
        if j >= n or not (owned or part in inner[word[j]]):
            return 0
        if before == "to" and word[j] != part and (part == "be" or word[j].endswith("ed")):
            return 0  # "grew to 300 returned families", "3 to 5 hectares are": no infinitive
        before = part
        j += 1
    return j


def _runs_over(word: Sequence[str], i: int, last: int, counted: Container[int]) -> bool:
    """Whether the last word of what looks like a phrase belongs to what follows.

    "fell 2.1% to": what a change comes to, and not to whom a share falls.
    "left six dead and injured 40": a verb with an object of its own.
    """
    if word[last - 1] == "in" and word[i] in _PAYING and last < len(word):
        after = tag(word[last]).split(",")[0]  # "paid $4 million in aid", "was paid in May"
        dated = word[last] in calendar("month") or word[last][0].isdecimal()
        return dated or (last - 2 in counted and after in ("n", "ns", "a", "vg"))
    if word[last - 1] == "to":
        return last - 2 in counted and word[i] in changes.verbs()
    if word[last - 1] == "in" and last - 2 in counted and last < len(word):
        dated = word[last].isdecimal() or word[last] in calendar("month")
        return dated  # "took 36 per cent in 1976", but "took 900 in, too"
    return last in counted and word[last - 2] in _JOINTS and tag(word[last - 1]).startswith("vd")


_PASSIVE = frozenset("be been being is are was were".split())
_PAYING = frozenset("pay pays paid paying bring brings brought bringing".split())
_PERFECT = frozenset(("have", "has", "had"))
_NAMES = ("noun", "state")
_GAP = 6
_PARTICLES = frozenset("back down up out off in over away".split())
_ITEMS = ("uxo", "item")
_JOINTS = frozenset(("and", "or"))
_ARTICLES = frozenset("the a an their his her our its been being".split())
# Words of a phrase that another owner's word may stand for.
_OWNED = frozenset(("their", "his"))
_OWNERS = frozenset("their his her its our".split())
_FILLERS = frozenset(
    "- a an us them its their all the some about around roughly at least more than over nearly "
    "almost another further additional extra just only".split()
)


def _describes(word: Sequence[str], j: int, part: str, inner: _Inner) -> bool:
    """Whether token `j` is the adjective of the next word of a phrase ("with light wounds")."""
    if j + 1 >= len(word) or part not in inner[word[j + 1]]:
        return False
    kinds = tag(word[j]).split(",")
    built = kinds[0] == "vd" and word[j - 1] in _OWNERS  # "their reconstructed homes"
    return built or ("a" in kinds and kinds[0] in ("a", "n"))


def _between(word: Sequence[str], j: int) -> bool:
    """Whether token `j` may stand inside a phrase, as numbers do ("lost 90 of his 800 men")."""
    whole = word[j - 1] == "of" and word[j] in _ARTICLES
    return whole or word[j] in _FILLERS or is_number(word[j - (word[j] == "of")])
