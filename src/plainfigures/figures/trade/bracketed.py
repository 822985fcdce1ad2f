"""Lists that give each name or product a percentage in brackets ("to Chad (9%) and Mali (4%)")."""

from collections.abc import Mapping

from plainfigures.definitions.model import Measure
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.words.lexicon import nouns, singular, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import COMMA_AND
from plainfigures.prose.words.tokens import Tokens

# What may stand in brackets before a percentage.
_SIGNED = frozenset("+ - \u2212 \u2013 by up down a an increase decrease of about some".split())
_JOINTS = frozenset("and , - 's of the".split())
_MOVED = frozenset(("up", "down"))
_OF_WHAT = frozenset(("in", "of"))
_APART = frozenset(", ; and which that (".split())
_LISTED = "carried in a list"


def opener(tokens: Tokens, q: Quantity) -> int:
    """The bracket that a percentage opens, or -1."""
    k = q.phrase_first - 1
    while tokens.at(k) in _SIGNED:
        k -= 1
    return k if k > 0 and tokens.word[k] == "(" else -1


def bracket_of(tokens: Tokens, k: int) -> int:
    """The bracket that opens before token `k` and closes behind it, or -1."""
    if "(" not in tokens.word[:k] or ")" not in tokens.word[k:]:
        return -1
    opens = max(j for j in range(k) if tokens.word[j] == "(")
    return -1 if ")" in tokens.word[opens:k] else opens


def is_apart(tokens: Tokens, k: int, q: Quantity) -> bool:
    """Whether token `k` stands in brackets that do not hold a number."""
    opens = bracket_of(tokens, k)
    return opens >= 0 and opens != bracket_of(tokens, q.first)


def leader(scan: Scan, index: int) -> int:
    """The first number of the list in brackets that one stands in; itself where it is in none."""
    first = index
    while (before := _before(scan, first)) is not None:
        first = before
    return first


def is_listed(scan: Scan, index: int) -> bool:
    """Whether a number in brackets has others of its list before or behind it."""
    quantities = scan.quantities
    behind = (k for k in range(index + 1, len(quantities)) if quantities[k].kind == "percent")
    return _before(scan, index) is not None or _before(scan, next(behind, -1)) == index


def _before(scan: Scan, index: int) -> int | None:
    """The number of the bracket before, where only a name or product parts the two."""
    tokens, quantities = scan.tokens, scan.quantities
    opens = opener(tokens, quantities[index]) if index > 0 else -1
    if opens < 0 or quantities[index].kind != "percent":
        return None
    told = (k for k in range(index - 1, -1, -1) if quantities[k].kind == "percent")
    last = next(told, None)
    if last is None or opener(tokens, quantities[last]) < 0:
        return None
    behind = quantities[last].last
    if ")" not in tokens.word[behind:opens]:
        return None
    close = tokens.word.index(")", behind)
    if tokens.at(close + 1) not in COMMA_AND or "(" in tokens.word[close:opens]:
        return None
    return last if all(_names(tokens, k) for k in range(close + 1, opens)) else None


def _names(tokens: Tokens, k: int) -> bool:
    """Whether a token may stand in the name of one of a list."""
    word = tokens.word[k]
    if tokens.capital(k) or word in _JOINTS:
        return True
    return singular(word) not in nouns("trade") and tag(word)[0] in "nad"


class Bracketed:
    """Gives the numbers of such a list the measure of its head, and the later ones the first's."""

    def __init__(
        self, scan: Scan, triggers: list[Trigger], measures: Mapping[str, Measure]
    ) -> None:
        self._scan = scan
        self._triggers = triggers
        self._measures = measures

    def tell(self, quantities: list[Quantity], matches: list[Match]) -> None:
        """ "The largest rises were in Chad (9%), Mali (4%)": rises as well, but for "(down 4%)"."""
        tokens = self._scan.tokens
        for index, q in enumerate(quantities if "(" in tokens.word else ()):
            opens = opener(tokens, q) if q.kind == "percent" else -1
            if opens > 0 and tokens.word[opens + 1] in _MOVED and not matches[index].direction:
                matches[index] = Match()  # "Chad (*up* 9%) bought Mali's tea": no share
            first, own = leader(self._scan, index), matches[index].trigger
            if matches[first].measure is None:
                continue
            if first == index:
                matches[index] = self._of_change(index, matches[index])
            elif own is None or not opens < own.first < q.phrase_last:
                matches[index] = matches[first].handed_on(_LISTED)

    def _of_change(self, index: int, match: Match) -> Match:
        """ "*The largest gains in exports came in* tea (9%)": what the subject is, no share."""
        t = match.trigger
        if t is None or match.direction or not is_listed(self._scan, index):
            return match
        heads = (noun for noun in self._triggers if self._heads(noun, t))
        noun = next(heads, None)
        if noun is None:
            return match
        way = self._measures[noun.measure].directions[noun.lemma]
        return Match(noun.measure, noun, "head of the list", way, cost=match.cost)

    def _heads(self, noun: Trigger, t: Trigger) -> bool:
        """ "*gains* in exports | came in": whether a noun of change is the subject of a verb."""
        word, directions = self._scan.tokens.word, self._measures[noun.measure].directions
        if noun.kind != "noun" or noun.lemma not in directions or noun.last >= t.first:
            return False
        gap = word[noun.last : t.first]
        return gap[0] in _OF_WHAT and not any(w in _APART or is_number(w) for w in gap)
