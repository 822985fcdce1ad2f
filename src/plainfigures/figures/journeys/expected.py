"""People who are expected home, in words of a plan and not of the way, where others go."""

from collections.abc import Sequence

from plainfigures.figures.grammar import tenses
from plainfigures.figures.grammar.teller import Teller
from plainfigures.figures.grammar.themes import MOVED
from plainfigures.figures.triggers.match import Match
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE, MODALS
from plainfigures.prose.words.lexicon import future
from plainfigures.prose.words.stems import verb_forms

_PLANNING = verb_forms(tuple("plan hope aim budget allow provide call reckon count".split()))
_FOR = frozenset(("for", "on", "with"))
_FORESEEING = verb_forms(tuple("foresee envisage envision project expect promise predict".split()))
_TAKING = verb_forms(
    tuple("assist help bring carry take attract move fly escort lure place settle return".split())
)
_ASKED = frozenset("asked told ordered invited due ready".split())
_AWAITED = frozenset("expected awaited planned foreseen scheduled envisaged projected".split())
_SETTING = verb_forms(("set", "fix", "cap"))
_ANY = _PLANNING | _FORESEEING | _AWAITED | _SETTING | _ASKED | future("measure")
_WHOM = MOVED | {"homecoming", "return"}
_IN_ORDER = frozenset("first last only".split())
_AIM = 4
_LEADING = frozenset("of out against instead".split())  # "Of 900 expected 40 came home"


class Expected(Teller):
    """Finds in one sentence whom a plan brings home."""

    def tell(self, quantities: Sequence[Quantity], matches: list[Match]) -> None:
        """Give the measure of return to come to those of whom a plan tells."""
        home, abroad = self._lists.home, self._lists.abroad
        if home is None or home.planned is None or abroad is None:
            return
        if _ANY.isdisjoint(self._tokens.word):
            for match in matches:
                if match.measure == home.planned and self._were_first(match):
                    match.measure, match.planned = home.name, False
            return
        homing = any(match.measure in self._lists.homing for match in matches)
        told = self._tells_of_return() or (homing and self._tokens.word[0] in _LEADING)
        for q, match in zip(quantities, matches, strict=True):
            lent = match.measure == abroad.name and match.is_lent
            ahead = self._tokens.at(q.last) in _AWAITED  # "six of the 17 | expected | refugees"
            open_to = match.measure in (None, home.name) or lent or ahead
            if open_to and (self._counts_people(q) or _counts_moved(q)):
                own, t = match.measure == home.name, match.trigger
                if own and t is not None and tenses.is_own(self._tokens, q, t):
                    own = told = False  # "of those expected to return | 900 *came home*"
                if ((told or own) and (ahead or self._is_planned(q))) or (
                    own and self._is_set(q, match)
                ):
                    match.measure, match.planned = home.planned, True
                    if match.trigger is None:
                        match.rule = "expected where others return"
            told = told or match.measure in self._lists.homing

    def _were_first(self, match: Match) -> bool:
        """ "*the first refugees | to return*, 900 people, found …": they have."""
        word, t = self._tokens.word, match.trigger
        if t is None or word[t.first] != "to" or not MODALS.isdisjoint(word):
            return False
        near = range(max(1, t.first - _AIM), t.first)
        ordered = any(word[k] in _IN_ORDER and word[k - 1] == "the" for k in near)
        return ordered and word[t.first - 1] not in BE  # "the last 900 are to return"

    def _is_planned(self, q: Quantity) -> bool:
        """ "planned for 900", "plans to assist 900", "900 are still expected", "foresaw 900"."""
        word, k = self._tokens.word, q.phrase_first - 1
        if k > 0 and word[k] in _FOR and word[k - 1] in _PLANNING:
            return True
        k = self._predicates.after_helpers(q.phrase_last)
        if self._tokens.at(k) in _AWAITED and self._tokens.at(k + 1) != "to":
            return True
        k = self._predicates.verb_before(q)
        if k < 1:
            return False
        if word[k] in _FORESEEING and word[k - 1] not in BE:
            return "to" not in word[q.phrase_last : q.phrase_last + _AIM]
        led = word[k] in _TAKING and word[k - 1] == "to"
        return led and (word[k - 2] in future("measure") or word[k - 2] in _ASKED)

    def _is_set(self, q: Quantity, match: Match) -> bool:
        """ "*sets* the return for the first year | at 900"."""
        word, t = self._tokens.word, match.trigger
        if t is None or t.kind != "noun" or word[q.phrase_first - 1] != "at":
            return False
        return not _SETTING.isdisjoint(word[max(0, t.first - _AIM) : t.first])


def _counts_moved(q: Quantity) -> bool:
    """ "900 returns", "900 homecomings": those who move, by a noun that names no people."""
    return q.kind == "noun" and q.noun is not None and q.noun.head in _WHOM
