"""Left: those who are still where they fled to, told of beside those who went home."""

from plainfigures.figures.grammar.costs import FURTHEST
from plainfigures.figures.grammar.verbs import STAYING
from plainfigures.figures.triggers.lists import MeasureLists
from plainfigures.figures.triggers.match import Match
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE, REMAIN

_STAYED = "stayed where others went home"
_CAMPS = frozenset("camp camps exile abroad".split())
_BACK = frozenset("return returned returning back home repatriation returnees".split())
_AWAY = STAYING | frozenset("in at abroad away outside there taking camped housed".split())
_REMAINING = REMAIN.union("stay stays stayed".split())
_HAVE_NOT = (["have", "not"], ["had", "not"], ["did", "not"])
_ENDS = (["."], [","], [";"], ["yet"])
_OF_THEM = ["of", "them"]


def are_away(word: list[str]) -> bool:
    """ "Those who remain, some 34,000", "900 families of migrants are *registered*"."""
    there = "still" in word and not _CAMPS.isdisjoint(word)
    label = word[0] == "remaining" and ":" in word  # "Remaining in Chad: 3,800"
    if "registered" in word and "families" in word and _BACK.isdisjoint(word):
        label = label or "migrants" in word or "migrant" in word
    return there or label or not _REMAINING.isdisjoint(word)


def is_left(word: list[str], q: Quantity) -> bool:
    """ "14,000 have returned, and 9,000 are still there", "… while 9,000 stayed behind"."""
    last = q.phrase_last + 2 * (word[q.phrase_last : q.phrase_last + 2] == _OF_THEM)
    after = word[last : last + 2]
    stays = after[:1] != [] and after[0] in _REMAINING
    # "with 9,000 (of them) still living in tents"
    still = len(after) > 1 and after[0] == "still" and after[1] in _AWAY
    stays = (
        stays
        or still
        or (after[:1] != [] and after[0] in BE and after[1:] == ["still"])
        or "waiting" in after
    )
    stays = stays or (after in _HAVE_NOT and word[last + 2 : last + 3] in _ENDS)
    return stays and "to" not in word[q.phrase_last : q.phrase_last + 4]


def stayed(lists: MeasureLists) -> Match:
    """The measure of those who are still where they fled to."""
    return Match(lists.abroad.name if lists.abroad else None, rule=_STAYED, cost=FURTHEST)
