"""The context of a figure: where, in which event and who says it."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from plainfigures.definitions.model import Measure
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.grammar.traders import Trader
from plainfigures.figures.triggers.match import Match
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.speakers.attribution import Attribution, nearest
from plainfigures.prose.words.closed import TURNS
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import basis, future, tag
from plainfigures.prose.words.names import Name
from plainfigures.prose.words.tokens import Tokens

if TYPE_CHECKING:
    from plainfigures.figures.rows.row import Draft

_REACH, _OF_ALL = 9, 4


# Who was counted, how many they were, and what had struck them.
Counted = tuple[str | None, Decimal | None, frozenset[str]]


@dataclass
class Memory:
    """What a paragraph remembers from sentence to sentence.

    `shared` is what its last percentage was of, `counted` whom or what it counted last, and how
    many, by unit and measure, `people` whom of those who moved, `before` its text so far, `above`
    where the paragraph before it starts, `earlier` the one place of all figures above it (empty for
    several); `setting` gives the place that the text around is about, none of some countries, and
    the rule; `givers` are the countries that give money in the document; `home` is the country of
    the people of whom it tells; `pooled` is whether it is about a fund of all the world;
    `named` the country that it named last before a place of the text;
    `voice` who speaks at a place of the text, all the paragraph or a quotation; `bodies` are those
    that the document has named as speakers so far, by a common noun of their names; `trader` gives
    the country whose trade the text tells of; `reporters` are the countries whose trade it has told
    of, by code or name; `told` is the place last told before a sentence, by its `before`; `headed`
    gives the words of a measure's context in the heading over a list; `scenes` gives the sentences
    before, the nearest first; `as_of` is the day that a
    line above gives for all that follows; `wholes` are the figures of the sentence before,
    `above_wholes` the last of the paragraph before.
    """

    place: str | None = None
    event: str | None = None
    speaker: str | None = None
    reporter: str | None = None
    recipient: str | None = None
    shared: str | None = None
    as_of: str | None = None
    counted: dict[tuple[str | None, str], Counted] = field(default_factory=dict)
    people: str | None = None
    before: tuple[int, int] = (0, 0)
    above: int = 0
    earlier: str | None = None
    voice: Callable[[int], tuple[str, str] | None] = lambda at: None
    bodies: dict[str, str] = field(default_factory=dict)
    reporters: dict[str, str] = field(default_factory=dict)
    told: dict[tuple[int, int], str | None] = field(default_factory=dict)
    trader: Callable[[], Trader | None] = lambda: None
    setting: Callable[[Collection[str]], tuple[str, str] | None] = lambda without: None
    givers: Callable[[], tuple[str, ...]] = tuple
    home: Callable[[], str | None] = lambda: None
    named: Callable[[int], str | None] = lambda at: None
    headed: Callable[[], frozenset[str]] = frozenset
    scenes: Callable[[], Iterable[Sentence]] = tuple
    pooled: bool = False
    wholes: "Sequence[Draft]" = ()
    above_wholes: "Sequence[Draft]" = ()

    def agreed(self, above: str | None) -> str | None:
        """The one place of the figures above and of its own; empty where they have several."""
        if self.place is None:
            return "" if self.counted else above
        return self.place if above in (None, self.place) else ""


def attribution_of(sentence: Sentence, q: Quantity) -> Attribution | None:
    """Who says it, as tokens of this sentence; never those counted ("900 refugees said that …")."""
    others = [
        one
        for one in sentence.attributions
        if not (q.first < one.last <= q.phrase_last or _is_of_speaker(sentence.tokens, q, one))
        and not (q.kind == "money" and _gives_own(sentence, q, one))
    ]
    return nearest(sentence.tokens, others, q.first, q.phrase_last)


def _gives_own(sentence: Sentence, q: Quantity, one: Attribution) -> bool:
    """ "*Peru announced* $30 million, Chad has pledged *$4 million*": who tells of another sum."""
    tokens, k = sentence.tokens, one.cue + 1
    own = next((each for each in sentence.scan.quantities if each.phrase_first == k), None)
    if own is None or own.kind != "money" or q.phrase_first < own.phrase_last:
        return False
    for k in range(own.phrase_last + 2, q.phrase_first):
        subject = k - 1 - (tokens.word[k - 1] in HELPERS)
        if tag(tokens.word[k])[:2] == "vd" and tokens.capital(subject):
            return True
    return False


def _is_of_speaker(tokens: Tokens, q: Quantity, one: Attribution) -> bool:
    """ "The bank, *which* gave *9 million*, said …": what is told of it, and it says not."""
    gap = tokens.word[q.phrase_last : one.first]
    if q.first < one.first < q.phrase_last or (gap[:1] == ["of"] and len(gap) <= _OF_ALL):
        return "," not in gap  # "*900 of the 4,000 refugees in Chad* said"
    listed = q.kind == "money" and tokens.at(q.phrase_first - 1) == tokens.at(one.last) == "("
    if listed and tokens.at(one.cue + 1) == "by":
        return one.last < q.phrase_first - 1  # "announced by Norway ($9) and *Chad ($4)*"
    aside = one.last < q.first < one.cue and tokens.word[one.last] == ","
    return aside and q.kind == "money" and tokens.word[one.last + 1] in ("which", "who")


def nearest_name(sentence: Sentence, q: Quantity, names: list[Name], limit: float) -> Name | None:
    """The name nearest to a quantity, its own penalty counted in."""
    best: Name | None = None
    cost, counts = limit, sentence.scan.quantities
    parts = [counts[k] for k, whole in sentence.links.parts.items() if counts[whole] is q]
    for name in names:
        if any(part.phrase_last <= name.first for part in parts):
            continue  # "900 fields, of which 40 are from the war of 1980"
        if name.first < q.last and name.last > q.first:
            continue
        ends = name.first - 2 * (sentence.tokens.word[name.first - 1] == "-")  # "40 - Olt flood"
        if any(k is not q and k.last <= name.first and ends < k.phrase_last for k in counts):
            continue  # "40 Olt landslide victims and *900 exiles*"
        distance = sentence.distance(q, name.first, name.last) + name.weight
        if distance < cost:
            best, cost = name, distance
    return best


def basis_of(
    sentence: Sentence, q: Quantity, match: Match, measure: Measure, promised: bool
) -> tuple[str, str] | None:
    """Estimated, registered or planned, with the word that says so.

    `promised`: the measure is of what may still have to come, if a word says so.
    """
    word = sentence.tokens.word
    trigger = match.trigger
    if trigger is not None:
        for k in range(trigger.first, trigger.last):
            if basis().get(word[k]) == "registered":
                return "registered", word[k]
    near = _nearest_basis(sentence, q)
    start = _starting(sentence, q) if near is None else None
    near = near if start is None else _nearest_basis(sentence, start)
    if near is not None:
        return near
    if match.planned or measure.to_come:
        return "planned", "what is to come"
    before = word[max(0, q.phrase_first - 7) : q.phrase_first] if promised else ()
    if trigger is not None and word[trigger.last - 1] == "spend":
        before = word[trigger.first : trigger.last]  # "*plans to spend* $4 million"
    if not future("pledge").isdisjoint(before):
        return "planned", "what is to come"
    return None


def _starting(sentence: Sentence, q: Quantity) -> Quantity | None:
    """ "registered deaths fell from 88 to 71": where it came from, counted as it is."""
    word = sentence.tokens.word
    if word[q.phrase_first - 1] != "to":
        return None
    starts = (one for one in sentence.scan.quantities if one.phrase_last < q.phrase_first)
    found = max(starts, key=lambda one: one.first, default=None)
    if found is None or word[found.phrase_first - 1] != "from" or found.unit != q.unit:
        return None
    return found


def _nearest_basis(sentence: Sentence, q: Quantity) -> tuple[str, str] | None:
    """The nearest word of basis with no other number and no clause border between."""
    word, raw = sentence.tokens.word, sentence.tokens.raw
    best: tuple[int, str] | None = None
    known = basis()
    if known.keys().isdisjoint(word) and known.keys().isdisjoint(raw):
        return None
    # "estimates the number of those who live in the camps at | 900"
    back = _REACH + _REACH * (word[q.phrase_first - 1] == "at")
    start = max(0, q.phrase_first - back + 1)
    for k in range(start, min(q.phrase_last + _REACH, len(word))):
        form = raw[k] if raw[k] in known else word[k]
        if form not in known:
            continue
        low, high = (k + 1, q.first) if k < q.first else (q.phrase_last, k)
        if not TURNS.isdisjoint(word[low:high]):
            continue
        others = [o for o in sentence.scan.quantities if o is not q]
        if any(low <= o.first < high or o.phrase_first <= k < o.phrase_last for o in others):
            continue
        apart = word[k - 1] == "ever" or q.kind == "percent" or ", and" in " ".join(word[low:high])
        if apart and known[form] == "registered":
            continue  # "the worst ever recorded", "all-time records", "recorded 9, and there were"
        if best is None or high - low < best[0]:
            best = (high - low, form)
    return None if best is None else (known[best[1]], best[1])
