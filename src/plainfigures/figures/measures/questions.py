"""Questions: what those ask after that stand before a number ("How many went back?")."""

from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.triggers import Vocabulary
from plainfigures.prose.words.lexicon import groups, is_person, singular, tag
from plainfigures.prose.words.sentences import sentences
from plainfigures.prose.words.tokens import Tokens

# So far back a question may begin.
_BACK = 400
_HOW_MUCH = ("how many", "how much")
_WHAT = ("what has", "what have", "what had", "what's", "what came", "what was")
# What turns to another matter ("As for the dead, nobody counts them").
_TURNING = "as for "
_ASKING = ("to ask ", "asked ")
_OF_THEM = frozenset("them them? these those there there?".split())
# Within so many words of "how many" stands what is counted.
_COUNTED = 3
# Within so many signs a question ends.
_SHORT = 4


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
        if not any(asks in before for asks in (*_HOW_MUCH, *_WHAT, _TURNING)):
            return None
        for at, (one, end) in enumerate(reversed(list(sentences(self._plain, first, start)))):
            told = before[one - first : end - first]
            if at and one < seen:
                break
            if not at and told.startswith(_TURNING):
                return measures_of(self._vocabulary, self._plain, one, end) or None
            asks = "?" in told[-_SHORT:] or (not at and any(word in told for word in _ASKING))
            if asks and any(word in told for word in _HOW_MUCH):
                found = measures_of(self._vocabulary, self._plain, one, end)
                if not found and not _OF_THEM.isdisjoint(told.split()):
                    return None  # "How many of them?"
                return [] if self._counts_things(told) else found
            if asks and any(word in told for word in _WHAT):  # "What has arrived? $3 million"
                return measures_of(self._vocabulary, self._plain, one, end) or None
        return None

    def _counts_things(self, told: str) -> bool:
        """ "How many new desks were burnt?": whether a question is of things of no dataset."""
        after = told.partition(_HOW_MUCH[0])[2].split()[:_COUNTED]
        many = next((word for word in after if tag(word)[:2] == "ns"), "")
        one = singular(many)
        people = one in PEOPLE or is_person(one) or one in groups()
        return many != "" and not people and one not in self._vocabulary.counted
