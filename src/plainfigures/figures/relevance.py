"""Words around a number that make a measure likely or unlikely: its context, its competitors."""

from collections.abc import Iterable, Mapping, Sequence

from plainfigures.definitions.model import Measure
from plainfigures.prose.inflection import regular_plural
from plainfigures.prose.letters import runs
from plainfigures.prose.lexicon import inflections, verbs

# (index of the token, word or phrase of the definitions)
Hit = tuple[int, str]


class Relevance:
    """The context words and competitors of all measures, by every form that a text may show."""

    def __init__(self, measures: Mapping[str, Measure]) -> None:
        self._words: dict[str, tuple[str, ...]] = {}
        self._phrases: dict[str, tuple[tuple[str, ...], ...]] = {}
        self.context: dict[str, frozenset[str]] = {}
        self.competitors: dict[str, frozenset[str]] = {}
        lists: dict[tuple[str, ...], frozenset[str]] = {}
        for measure in measures.values():
            for words in (measure.context, measure.competitors):
                lists.setdefault(words, frozenset(words))
            self.context[measure.name] = lists[measure.context]
            self.competitors[measure.name] = lists[measure.competitors]
        for text in sorted(frozenset().union(*lists.values())):
            first, *rest = text.split()
            for form in _forms(first):
                if rest:
                    self._phrases[form] = (*self._phrases.get(form, ()), (first, *rest))
                else:
                    self._words[form] = (*self._words.get(form, ()), text)

        self._first = self._words.keys() | self._phrases.keys()

    def hits(self, words: Sequence[str]) -> list[Hit]:
        """Every word or phrase of a list that stands in `words`, in order."""
        found: list[Hit] = []
        for i in [i for i, word in enumerate(words) if word in self._first]:
            word = words[i]
            found += [(i, text) for text in self._words.get(word, ())]
            if word in self._phrases:
                found += [(i, " ".join(p)) for p in self._phrases[word] if _stands(p, words, i)]
        return found

    def of_text(self, words: frozenset[str], text: str) -> frozenset[str]:
        """The words and phrases that a text holds; `words` are its lower-case words."""
        found = {one for word in self._words.keys() & words for one in self._words[word]}
        for run in runs(text):
            for i in [i for i, word in enumerate(run) if word in self._phrases]:
                for phrase in self._phrases[run[i]]:
                    name = " ".join(phrase)
                    if name not in found and _stands(phrase, run, i):
                        # no more than one sign stands between its words
                        if f"{run[i]} {' '.join(phrase[1:])}" in text:
                            found.add(name)
        return frozenset(found)


def _forms(word: str) -> Iterable[str]:
    forms = {word, regular_plural(word)}
    if word in verbs():
        forms.update(inflections(word))
    return forms


def _stands(phrase: tuple[str, ...], words: Sequence[str], at: int) -> bool:
    """Whether the words after the first follow, the last of them in the plural too."""
    end = at + len(phrase)
    if tuple(words[at + 1 : end - 1]) != phrase[1:-1] or end > len(words):
        return False
    return words[end - 1] in (phrase[-1], regular_plural(phrase[-1]))
