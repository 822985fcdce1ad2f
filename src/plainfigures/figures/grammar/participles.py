"""Participles that take their tense from the clause that they go with ("…, taking home 900")."""

from plainfigures.figures.grammar.targets import BRINGING
from plainfigures.figures.grammar.verbs import TAILS
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import BREAKS
from plainfigures.prose.words.helpers import BE, HELPERS, WILL, before_adverbs
from plainfigures.prose.words.lexicon import future, tag
from plainfigures.prose.words.signs import COMMA_AND
from plainfigures.prose.words.tokens import Tokens

DETERMINERS = frozenset("the a an their its voluntary safe organised organized orderly".split())
_PASSED = DETERMINERS | frozenset(("of", "'", '"', "\u2018", "\u2019", "\u201c", "\u201d"))
_PAUSES = frozenset((",", "-", "\u2013", "\u2014"))
# Within so many tokens before a participle "with" leads to it, over a name.
_NAME = 7
# What stands in no gap between two participles of one passive, and how long that may be.
_PARTED, _HELPED = BREAKS | HELPERS | {"by"}, 12
# How far before a total stands what brings it there.
_TOTAL = 14


def runs_along(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "work will begin in May, marking the start of the return of 900".

    "will sail again, taking home 900", "plans two convoys, bringing the total to 900".
    """
    word, k = tokens.word, t.first
    if t.first >= q.phrase_last or tag(word[k])[:2] == "vd":
        return False  # "will go, bringing the total | repatriated to 900"
    if t.last > q.phrase_first:
        k = q.phrase_first - 1  # "will go, | bringing 900 returnees"
    if word[q.phrase_first - 1] == "to":  # what a total is brought to
        near = range(q.phrase_first - 1, max(0, q.phrase_first - _TOTAL), -1)
        k = next((j for j in near if word[j] in BRINGING), k)
    while k > 0 and not word[k].endswith("ing") and (word[k] in _PASSED or _is_named(word[k])):
        k -= 1
    comma = next((j for j in range(k - 1, max(0, k - 3), -1) if word[j] in _PAUSES), 0)
    if not comma or not word[k].endswith("ing"):
        return False
    clause = word[:comma]
    return BREAKS.isdisjoint(clause) and _points_ahead(clause)


def goes_with(tokens: Tokens, t: Trigger) -> bool:
    """ "donors are expected to join, with Peru giving $3 million": as what it goes with."""
    word = tokens.word
    if t.kind != "verb" or not word[t.first].endswith("ing"):
        return False
    near = range(t.first - 1, max(0, t.first - _NAME), -1)
    opens = next((k for k in near if word[k] == "with"), 0)
    if opens == 0 or word[opens - 1] != ",":
        return False
    clause = range(next((k for k in range(opens, 0, -1) if word[k] == ";"), 1), opens)
    return any(
        word[k] == "will" or (word[k] in future("measure") and word[k - 1] in BE) for k in clause
    )


def shares_helper(tokens: Tokens, verb: int, t: Trigger) -> bool:
    """ "were marched to the port and *killed*": a second participle of one passive.

    Not "were freed by rebels who stormed the camp and killed", nor "… and killed three guards".
    """
    word, k = tokens.word, before_adverbs(tokens.word, t.first - 1)
    if word[k] != "and" or word[before_adverbs(word, verb - 1)] not in BE:
        return False
    if tag(word[k - 1])[0] in "va" and word[k - 2] not in COMMA_AND and k > verb + 2:
        return False  # "were honoured for soldiers *wounded* and killed", "for the *sick* and"
    gap, after = word[verb + 1 : k], tokens.at(t.last)
    apart = len(gap) > _HELPED or not _PARTED.isdisjoint(gap) or any(map(_is_finite, gap))
    ends = not after.isalnum() or after in TAILS or tag(after) == "r"
    done = t.kind == "verb" and tag(word[t.first]) == "n"  # "shot"
    return ends and not apart and (done or "vd" in tag(word[t.first]).split(","))


def _is_finite(word: str) -> bool:
    return tag(word)[0] == "v" and tag(word)[:2] != "vd"


def _points_ahead(clause: list[str]) -> bool:
    """ "will sail", "are planned", "plans to": whether what a clause tells is to come."""
    if not WILL.isdisjoint(clause):
        return True
    ahead = future("measure")
    return any(
        word in ahead and (clause[k - 1] in BE or clause[k + 1 : k + 2] == ["to"])
        for k, word in enumerate(clause)
        if k
    )


def _is_named(word: str) -> bool:
    return tag(word)[0] in "na"
