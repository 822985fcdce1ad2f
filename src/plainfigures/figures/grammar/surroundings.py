"""Whether the words around a number are of a measure: in its sentence, before it, all around."""

from collections.abc import Callable

from plainfigures.definitions.model import Measure
from plainfigures.figures.triggers.fits import SHARED, is_price
from plainfigures.figures.triggers.match import Carried
from plainfigures.figures.triggers.relevance import Relevance
from plainfigures.prose.nouns.quantity import Quantity

# So many words of its context make a measure the theme of some sentences.
_THEME = 3
# What stands for something told before, where it opens a sentence.
_STANDING = frozenset("they it these this those total value volume".split())
_OPENING = 5
# Of things that are counted, where the sentence names no trade ("three times as many lorries").
_AS_MANY = "as many"


def leans(words: list[str]) -> bool:
    """Whether a sentence opens with a pronoun or a total that stands for what was told."""
    return not _STANDING.isdisjoint(words[:_OPENING])


class Context:
    """Whether the context words of measures stand in a sentence, or else near it."""

    def __init__(self, relevance: Relevance, document: Callable[[], frozenset[str]]) -> None:
        """`document` gives the context words and competitors that the document holds."""
        self._relevance = relevance
        self._document = document

    def holds(
        self,
        q: Quantity,
        measure: Measure,
        lemma: str,
        sentence: frozenset[str],
        carried: Carried,
        leans: bool = False,
    ) -> bool:
        """Whether a trigger may be believed; `sentence` are its context words and competitors.

        A firm trigger needs no context where nothing competes. The others may lean on the paragraph
        before the sentence, and, unless they are loose or something competes there, on the
        document; but no vague sum ("billions of dollars") leans so far, and a percentage only on
        the text around, or on the heading of the section where its sentence `leans` on what was
        told.
        """
        context = self._relevance.context[measure.name]
        if lemma in measure.loose and lemma in sentence:
            context = context - {lemma}  # "600 prisoners" says itself nothing of a war
        if not context or not sentence.isdisjoint(context):
            return True
        if lemma.endswith(_AS_MANY):
            return False
        competitors = self._relevance.competitors[measure.name]
        if lemma.endswith(measure.firm) and sentence.isdisjoint(competitors):
            return True
        if measure.lenient and lemma not in measure.loose:
            return True
        if q.kind in SHARED:
            if not competitors or not sentence.isdisjoint(competitors):
                return False
            if not carried.before().isdisjoint(context) or self.is_theme(measure, carried):
                return True
            titled = carried.titled() if leans else frozenset()
            return not titled.isdisjoint(context) and titled.isdisjoint(competitors)
        if q.vague and q.kind == "money":
            return False
        if q.kind == "money" and "currency" in carried.matches and sentence.isdisjoint(competitors):
            return True  # the paragraph told of such sums
        if q.noun is not None and q.noun.head in competitors:
            return self.is_theme(measure, carried)  # "the stadium hosted 900 fans"
        around = carried.before()
        if not around.isdisjoint(context):
            return True
        if lemma in measure.loose and not measure.lenient:
            return not is_price(q) and self.is_theme(measure, carried)
        if not around.isdisjoint(competitors):
            return self.is_theme(measure, carried)
        document = self._document()
        rivals = competitors - self._relevance.contexts if q.kind == "money" else competitors
        if len(document & context) <= len(document & rivals):
            return False  # of a text on aid that tells of trade as well no word of trade is one
        own, other = self._counts(measure, carried)
        return own >= other or q.kind != "money"

    def is_theme(self, measure: Measure, carried: Carried) -> bool:
        """Whether the text around is about what the measure measures, more than about others.

        So is a list whose heading names it, and nothing else.
        """
        headed = carried.headed()
        if not headed.isdisjoint(self._relevance.context[measure.name]):
            if headed.isdisjoint(self._relevance.competitors[measure.name]):
                return True
        own, other = self._counts(measure, carried)
        return own >= _THEME and own > other

    def _counts(self, measure: Measure, carried: Carried) -> tuple[int, int]:
        """How often the text around names the context of a measure, and what competes with it."""
        around = carried.around()
        context = self._relevance.context[measure.name]
        competitors = self._relevance.competitors[measure.name]
        return sum(map(context.__contains__, around)), sum(map(competitors.__contains__, around))
