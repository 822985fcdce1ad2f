"""What is known of a sentence before its measures are read: its words, its clauses, its shares."""

import re

from plainfigures.definitions.model import Measure
from plainfigures.figures.exclusions.competitors import Competitors
from plainfigures.figures.grammar.insertions import conversions
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.grammar.surroundings import Context, leans
from plainfigures.figures.measures.counts import Counts
from plainfigures.figures.measures.defaults import Defaults
from plainfigures.figures.measures.plots import measure_on
from plainfigures.figures.trade.portions import mark
from plainfigures.figures.trade.shares import Shares
from plainfigures.figures.triggers.match import Carried
from plainfigures.figures.triggers.once import once
from plainfigures.figures.triggers.relevance import Hit
from plainfigures.figures.triggers.triggers import ITEMS, MINE, Trigger, Vocabulary
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.clauses import Clauses
from plainfigures.prose.words.parted import UNDER
from plainfigures.prose.words.signs import WHO_OR_WHICH
from plainfigures.prose.words.tokens import Tokens

# "GDP?", "And the jobs?" just before a sentence, and how far back it may begin.
_FRAGMENT = re.compile(r"(?:\A|[.?!:;\n]\W*)((?:[\w-]+ ){0,2}[\w-]+)\?\W*\Z")
_ASKED = 40
_SHORT = 4
# Numbers that lean on no clause before theirs ("40 hectares are mined, and the town had 12").
_STANDING_ALONE = frozenset(("noun", "money"))
# What ends a phrase that says where a thing lies, not who fired or dropped it.
_GROUND = (" ground", " soil", " with")
_STREWN = ("scatter ", "strew ", "spread ")


class Known:
    """What is known of one sentence, worked out when it is first asked for."""

    def __init__(
        self, vocabulary: Vocabulary, context: Context, sentence: Sentence, carried: Carried
    ) -> None:
        self.vocabulary = vocabulary
        self.measures = vocabulary.measures
        self.lists = vocabulary.lists
        self.context = context
        self.scan = scan = sentence.scan
        self.word = scan.tokens.word
        self.carried = carried
        self.relevance = vocabulary.relevance
        # the bare numbers that are percentages
        self.portions = mark(scan, carried)
        measure_on(scan, sentence.triggers, carried, vocabulary)
        special = vocabulary.special_units(scan)
        self.counts = Counts(scan, special, carried, vocabulary)
        # for each quantity the measures that it may be of, as it stands
        self.fitting = list(map(self.counts.may_be, range(len(scan.quantities))))
        laid = self._laid(sentence) if special else frozenset()
        for index in [index for index, unit in special.items() if laid and unit in ITEMS]:
            self.fitting[index] |= laid
        fits = frozenset().union(*self.fitting)
        # a word that names what no number here may be is a word like any other
        self.triggers = [t for t in sentence.triggers if t.measure in fits] if fits else []

    def _laid(self, sentence: Sentence) -> frozenset[str]:
        """ "900 devices are still *in the ground*": that of mines laid, where the words say so."""
        lists = self.lists
        laid = lists.by_default & lists.fitting.counting(MINE)
        lying = [t for t in sentence.triggers if t.measure in laid and self._lies(t)]
        return laid if lying else frozenset()

    def _lies(self, t: Trigger) -> bool:
        if t.kind == "intransitive":
            return not self.word[t.first].endswith("ing")  # "found three lying there"
        return t.lemma.endswith(_GROUND) or t.lemma.startswith(_STREWN)

    @once
    def hits(self) -> list[Hit]:
        """The context words and competitors in the sentence."""
        return self.relevance.of_sentence(self.scan.tokens)

    @once
    def _main_hits(self) -> list[Hit]:
        """Those of a sentence that goes on with the last less a clause behind its numbers.

        "They fell by 9 percent, says the board, *which blames prices*".
        """
        hits = self.hits
        if hits and self.leans and (aside := self.aside) <= hits[-1][0]:
            return [one for one in hits if one[0] < aside]
        return hits

    @once
    def present(self) -> frozenset[str]:
        """The same, as words; of a question of a word or two before it, too ("GDP? Down 2%")."""
        return frozenset([text for _, text in self._main_hits]) | self._asked()

    def present_with(self, q: Quantity) -> frozenset[str]:
        """The same for one number: in such a clause itself, with all words of the sentence."""
        if q.first <= self.aside:
            return self.present
        return self.present.union(text for _, text in self.hits)

    def present_beside(self, q: Quantity) -> frozenset[str]:
        """The same less those of other clauses: "Mali was promised $4 million, and trade grew"."""
        if not self.scan.tokens.parted:
            return self.present
        start, end = self.scan.tokens.clause(q.first, q.last)
        return frozenset([text for k, text in self._main_hits if start <= k < end])

    @once
    def aside(self) -> int:
        """Where a relative clause behind the last number begins; behind all where none does."""
        ends = (q.phrase_last for q in self.scan.quantities if q.kind != "multiple")
        last = max(ends, default=0)
        after = range(last + 1, len(self.word))
        found = (k for k in after if self.word[k] in WHO_OR_WHICH and self.word[k - 1] == ",")
        return next(found, len(self.word))

    def _asked(self) -> frozenset[str]:
        tokens = self.scan.tokens
        begin = tokens.begin
        if "?" not in tokens.text[max(0, begin - _SHORT) : begin]:
            return frozenset()
        asked = _FRAGMENT.search(tokens.text, max(0, begin - _ASKED), begin)
        if asked is None:
            return frozenset()
        words = Tokens(tokens.text, asked.start(1), asked.end(1))
        return frozenset([text for _, text in self.relevance.of_sentence(words)])

    def is_parted(self, q: Quantity, t: Trigger) -> bool:
        """Whether a trigger stands in another clause than a number that does not lean on it."""
        parted = self.scan.tokens.parted
        if q.last <= t.first:
            return any(q.phrase_last <= k < t.first for k in parted)
        last = max((k for k in parted if t.last <= k < q.first and self.word[k] != ":"), default=0)
        if not last or self.word[last] in UNDER:
            return False
        alone = q.kind in _STANDING_ALONE or self.scan.tokens.at(q.last) == "of"
        return alone or any(last < one.first < q.first for one in self.scan.quantities)

    @once
    def phrased(self) -> bool:
        """Whether the sentence has a competitor or context of several words."""
        return any(" " in text for text in self.present)

    @once
    def leans(self) -> bool:
        """Whether what it is on may be said in the text before it."""
        return leans(self.word)

    @once
    def clauses(self) -> Clauses:
        """The clauses of the sentence."""
        quantities = self.scan.quantities
        numeric = [k for q in quantities for k in range(q.first, q.last)]
        known = [t.first for t in self.triggers]
        return Clauses(self.scan.tokens, numeric, known, conversions(self.scan, known))

    @once
    def defaults(self) -> Defaults:
        """The measures of numbers that no trigger claims."""
        return Defaults(self.lists, self.relevance, self.present, self.carried, self.is_theme)

    @once
    def shares(self) -> Shares:
        """Its percentages of something."""
        return Shares(self.scan.tokens, self.vocabulary, self.triggers, self.hits)

    def competitors(self, q: Quantity) -> Competitors:
        """What else a number may be of."""
        return self._all if q.first > self.aside else self._main

    @once
    def _main(self) -> Competitors:
        return Competitors(self.scan.tokens, self.clauses, self.relevance, self._main_hits)

    @once
    def _all(self) -> Competitors:
        return Competitors(self.scan.tokens, self.clauses, self.relevance, self.hits)

    @once
    def answered(self) -> frozenset[str]:
        """The measures that stand beside one that they answer, or that answers them."""
        told = {t.measure for t in self.triggers}
        # "50,000 were driven out. Some 22,000 have come back.", "It seeks $9 million. 4 have come."
        told.update(one.measure for one in self.carried.matches.values() if one.measure)
        return self.lists.answered(told, self.present, self.relevance.competitors)

    def may_be(self, index: int, measure: str) -> bool:
        """Whether the quantity of an index may be of a measure."""
        return measure in self.counts.may_be(index)

    def is_theme(self, measure: Measure) -> bool:
        """Whether the text is on a measure."""
        return self.context.is_theme(measure, self.carried)
