"""Questions: what those ask after that stand before a number, and what a sentence turns to."""

import re

from plainfigures.figures.triggers.fits import counts_people
from plainfigures.figures.triggers.triggers import Vocabulary
from plainfigures.prose.words.lexicon import singular, tag
from plainfigures.prose.words.sentences import sentences
from plainfigures.prose.words.tokens import Tokens

# So far back a question may begin.
_BACK = 400
_HOW_MUCH = ("how many", "how much")
_WHAT = ("who has", "what has", "what have", "what had", "what's", "what came", "what was")
_ASKING = ("to ask ", "asked ")
_OF_THEM = frozenset("them them? these those there there?".split())
# The most words of a question without a verb ("And the jobs?").
_FRAGMENT = 3
# Within so many words of "how many" stands what is counted.
_COUNTED = 3
# Within so many signs a question ends.
_SHORT = 4
# "As for the dead, no morgue is counting.", "Begin with the missing."
_TURNS = re.compile(
    r"\s*(?:(?:and|but) )?(?:as (?:for|to|regards)|(?:begin|start|let us begin) with|"
    r"(?:turn|come|we come|now) to) (?:the )?[^,.;:?\d]{3,40}(?=[,.;:?])"
)
# "On the first of June everybody was gone.": told of all, and not how many they are.
_ALL = re.compile(r"\b(?:everybody|everyone)\b|(?:^|, )all (?!but)")

Span = tuple[int, int]


def measures_of(vocabulary: Vocabulary, plain: str, start: int, end: int) -> list[str]:
    """The measures that the sentence from `start` to `end` of a text names, the last first."""
    found = vocabulary.find(Tokens(plain, start, end))
    return [t.measure for t in reversed(found)]


class Questions:
    """The questions of one document; nothing is looked up before a number asks."""

    def __init__(self, vocabulary: Vocabulary, plain: str) -> None:
        self._vocabulary = vocabulary
        self._plain = plain

    def asked(self, begin: int, seen: int, start: int) -> list[str] | None:
        """The measures that a question before a sentence at `start` names, the last first.

        None where nothing asks how many. It is the sentence before, or further back in the
        paragraph from `begin` where no number has answered it: not before `seen`.
        """
        first = max(begin, start - _BACK)
        before = self._plain[first:start].lower()
        if any(asks in before for asks in (*_HOW_MUCH, *_WHAT)):
            spans = list(sentences(self._plain, first, start))
            for at, (one, end) in enumerate(reversed(spans)):
                told = before[one - first : end - first]
                if at and one < seen:
                    break
                asks = "?" in told[-_SHORT:] or (not at and any(word in told for word in _ASKING))
                if asks and any(word in told for word in (*_HOW_MUCH, *_WHAT)):
                    earlier = spans[-at - 2] if at + 1 < len(spans) else (one, one)
                    return self._asked_by(told, (one, end), earlier)
        return self._turned_to(first, start, before)

    def _asked_by(self, told: str, span: Span, earlier: Span) -> list[str] | None:
        """What a question names; that after "How many of them?" the sentence before it, `earlier`.

        None where it asks of nothing that is measured: "What has arrived?" asks of a sum.
        """
        found = self._measures(*span)
        if not any(word in told for word in _HOW_MUCH):
            return found or None
        if not found and not _OF_THEM.isdisjoint(told.split()):
            return self._measures(*earlier) or None
        return [] if self._counts_things(told) else found

    def _turned_to(self, first: int, start: int, before: str) -> list[str] | None:
        """ "As for the dead, nobody knows. The mayor has 900": what the sentence before is on.

        Or what it tells of all: "Everybody was gone. 9,000, says the mayor".
        """
        asks = "?" in before[-_SHORT:]
        if not asks and _TURNS.search(before) is None and _ALL.search(before) is None:
            return None
        one, end = next(reversed(list(sentences(self._plain, first, start))), (first, first))
        told = before[one - first : end - first]
        if asks and len(told.split()) <= _FRAGMENT:  # "Jobs? There were 900"
            return self._measures(one, end) or ([] if self._names_things(told) else None)
        topic = _TURNS.match(told)
        if topic is not None:
            return self._measures(one, one + topic.end()) or None
        if _ALL.search(told) is not None and not any(map(str.isdigit, told)):
            return self._measures(one, end) or None
        return None

    def _measures(self, start: int, end: int) -> list[str]:
        return measures_of(self._vocabulary, self._plain, start, end)

    def _counts_things(self, told: str) -> bool:
        """ "How many new desks were burnt?": whether a question is of things of no dataset."""
        return self._names_things(told.partition(_HOW_MUCH[0])[2])

    def _names_things(self, told: str) -> bool:
        """Whether the first plural of a few words is of things of no dataset ("And jobs?")."""
        after = told.rstrip("?").split()[:_COUNTED]
        many = next((word for word in after if tag(word)[:2] == "ns"), "")
        one = singular(many)
        return many != "" and not counts_people(one) and one not in self._vocabulary.counted
