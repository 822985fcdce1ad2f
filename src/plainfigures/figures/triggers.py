"""Trigger words of the measures, found in the token table of a sentence."""

from dataclasses import dataclass

from plainfigures.definitions import Definitions
from plainfigures.prose.lexicon import inflections, singular, tag, verb_lemmas
from plainfigures.prose.number import is_number
from plainfigures.prose.scan import Scan
from plainfigures.prose.tokens import Tokens, split


@dataclass(frozen=True, slots=True)
class Trigger:
    """Tokens first..last (exclusive) that name a measure; `kind` is one of WORD_KINDS."""

    first: int
    last: int
    measure: str
    kind: str
    lemma: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[str, ...]
    measure: str
    text: str


class Vocabulary:
    """The trigger words of all measures, indexed by every form that a text may show."""

    def __init__(self, definitions: Definitions) -> None:
        self.measures = definitions.measures
        self._verbs: dict[str, list[tuple[str, str, str]]] = {}
        self._plain: dict[str, list[tuple[str, str, str]]] = {}
        self._nouns: dict[str, list[tuple[str, str, str]]] = {}
        self._phrases: dict[str, list[_Phrase]] = {}
        self._forms: dict[str, tuple[tuple[str, str, str], ...]] = {}
        self._stems: dict[str, frozenset[str]] = {}
        self._units = {
            noun: unit
            for dataset in definitions.datasets.values()
            for unit, nouns in dataset.nouns.items()
            for noun in nouns
        }
        for measure in self.measures.values():
            for kind, words in measure.words.items():
                for word in words:
                    self._add(measure.name, kind, word)

    def _add(self, measure: str, kind: str, word: str) -> None:
        parts = split(word)
        if kind == "phrase" or len(parts) > 1:
            entry = _Phrase(parts, measure, word)
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

    def _of(self, form: str) -> tuple[tuple[str, str, str], ...]:
        found = self._forms.get(form)
        if found is None:
            rows = list(self._verbs.get(form, ()))
            rows += self._plain.get(form, ())
            rows += self._nouns.get(form, ())
            one = singular(form)
            if one != form:
                rows += self._nouns.get(one, ())
            found = self._forms[form] = tuple(rows)
        return found

    def is_trigger(self, form: str) -> bool:
        """Whether a word names any measure."""
        return bool(self._of(form)) or not self.stems(form).isdisjoint(self._phrases)

    def is_verb(self, form: str) -> bool:
        """Whether a word is a form of a verb that counts its object."""
        return any(kind == "verb" for _, kind, _ in self._of(form))

    def special_units(self, scan: Scan) -> dict[int, str]:
        """The units of their own in which datasets count nouns, by index of the quantity.

        Mines are given their unit at once; others only with a measure that has it.
        """
        found = {}
        for index, q in enumerate(scan.quantities):
            if q.noun is None or q.kind not in ("noun", "bare"):
                continue
            unit = self._special(scan.tokens, q.noun.first, q.noun.last)
            if unit is not None:
                found[index] = unit
                if unit == "mine" and (q.rate is None or q.rate_over_time):
                    q.unit = unit
        return found

    def _special(self, tokens: Tokens, first: int, last: int) -> str | None:
        words = [singular(word) for word in tokens.word[first:last] if word != "-"]
        for size in (4, 3, 2, 1):
            unit = self._units.get(" ".join(words[-size:])) if size <= len(words) else None
            if unit is not None:
                return unit
        return None

    def stems(self, form: str) -> frozenset[str]:
        """The word itself, its verb lemmas and its singular: what a phrase may name it by."""
        found = self._stems.get(form)
        if found is None:
            found = self._stems[form] = frozenset((form, singular(form), *verb_lemmas(form)))
        return found

    def find(self, tokens: Tokens) -> list[Trigger]:
        """All triggers of a sentence in order; words of a phrase are none of their own."""
        word = tokens.word
        found: list[Trigger] = []
        taken = -1
        for i, form in enumerate(word):
            if not form[0].isalpha():
                continue
            if self._phrases:
                last = self._phrase(tokens, i, found)
                if last:
                    taken = max(taken, last)
            if i < taken:
                continue
            rows = self._of(form)
            for measure, kind, lemma in rows:
                if kind == "noun" and _verbal(tokens, i):
                    continue
                found.append(Trigger(i, i + 1, measure, kind, lemma))
        return found

    def _phrase(self, tokens: Tokens, i: int, found: list[Trigger]) -> int:
        best = 0
        for stem in self.stems(tokens.word[i]):
            for phrase in self._phrases.get(stem, ()):
                last = self._matches(tokens, i, phrase.words)
                if last and last >= best:
                    best = last
                    found.append(Trigger(i, last, phrase.measure, "phrase", phrase.text))
        return best

    def _matches(self, tokens: Tokens, i: int, words: tuple[str, ...]) -> int:
        j = i
        n = tokens.size
        for part in words:
            while (
                i < j < n
                and j - i <= 6
                and tokens.word[j - 1] not in _JOINTS
                and part not in self.stems(tokens.word[j])
                and _between(tokens.word[j])
            ):
                j += 1
            if (
                j < n
                and j > i
                and tokens.word[j] in ("the", "a", "an", "their", "his", "her", "its", "been")
                and part not in self.stems(tokens.word[j])
            ):
                j += 1
            if j >= n or part not in self.stems(tokens.word[j]):
                if not (
                    j < n
                    and part in ("their", "his")
                    and tokens.word[j] in ("their", "his", "her", "its", "our")
                ):
                    return 0
            j += 1
        return j


_JOINTS = frozenset(("and", "or"))
_FILLERS = frozenset(
    "us them some about around at least more than over nearly almost another".split()
)


def _between(word: str) -> bool:
    """Whether a word may stand inside a phrase, as numbers do ("cost some 90 lives")."""
    return word in _FILLERS or is_number(word)


_DETERMINERS = frozenset(
    "the a an its their his her our my your this that these those them it him us".split()
)


def _verbal(tokens: Tokens, i: int) -> bool:
    """Whether a noun is a verb here ("to return", "remains its partner")."""
    if "v" not in tag(tokens.word[i]).split(",") and not verb_lemmas(tokens.word[i]):
        return False
    if i > 0 and tokens.word[i - 1] == "to":
        return True
    return i + 1 < tokens.size and tokens.word[i + 1] in _DETERMINERS
