"""Loans beside grants: of which sum a word of lending tells, and of which it does not."""

from plainfigures.figures.triggers.lists import MeasureLists
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.dates.portions import FURTHER
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import singular, tag
from plainfigures.prose.words.signs import AND_OR
from plainfigures.prose.words.tokens import Tokens

LENT = frozenset("loan credit lending".split())
_GRANTED = frozenset(("grant", "gift", "donation"))
_GIVEN = _GRANTED | {"aid", "assistance"}
# What leads to the noun behind a sum ("in grants", "as a gift").
_LEADING = frozenset(("in", "as", "for"))
_BEFORE = FURTHER | frozenset("and or , a an some about".split())
_LED = (["in"], ["of"])
_OWED = frozenset(("in debt", "debt of"))
# What is done with a debt that nobody is to pay.
_FORGIVING = frozenset(
    "cancel cancelled canceled cancelling canceling cancellation forgive forgave forgiven "
    "forgiving forgiveness scrap scrapped scrapping relief written wrote wipe wiped waive waived "
    "drop dropped".split()
)
_STANDING = frozenset("existing previous earlier ongoing undisbursed unspent unused".split())
# What leads from a sum, or from the whole of it, to what it is.
_TURNING = BE | frozenset(
    "turned turns out to proved proves consists consist consisted of comes come came as takes took "
    "take the form will would".split()
)
# How far behind a sum its loans may be named, in tokens.
_PREDICATE = 14
# How many words lead to a noun behind a sum.
_REACH = 6
# The longest sum in brackets, in tokens.
_BRACKET = 7
# The highest rate of interest, in percent, and what may stand behind one.
_DEAREST = 20
_RATED = frozenset(", . ; ) interest over a per for with from to by annually repayable".split())


def is_of_other(word: list[str], q: Quantity, t: Trigger) -> bool:
    """Whether a word of lending behind or before a sum leaves open what this sum is."""
    if q.kind != "money":
        return False
    if t.lemma in _OWED and not _FORGIVING.isdisjoint(word):
        return True  # "will cancel $4 million in debt"
    behind = _nouns_behind(word, q)
    kinds = {singular(one) for one in behind}
    if t.last <= q.phrase_first:
        # "a $5 million loan and a | $3 million technical grant"
        between = word[t.last : q.phrase_first]
        lent = singular(word[t.last - 1]) in LENT and kinds.isdisjoint(LENT)
        if not lent or not between:
            return False
        if not _GRANTED.isdisjoint(kinds):
            return True  # "the credit adds to a $3 million grant"
        given = bool(behind) and singular(behind[-1]) in _GIVEN
        given = given or word[q.phrase_last : q.phrase_last + 1] == ["from"]
        return given and set(between) <= _BEFORE
    gap = word[q.phrase_last : t.first]
    if "including" in gap and singular(word[t.last - 1]) in LENT:
        return True  # "a total of $3 million including soft loans"
    if gap[:1] == ["from"]:
        return gap[-1] in _STANDING  # "$3 million from existing loans"
    # "$5 million in grants and soft loans", "in loans and grants"
    join = next((k for k, one in enumerate(behind) if one in AND_OR), 0)
    ends = (behind[join - 1], behind[-1]) if join > 0 else ()
    given = any(singular(one) in _GIVEN for one in ends) and not kinds.isdisjoint(LENT)
    first = _past_brackets(word, q)
    return given and word[first] == "in" and t.first <= first + len(behind)


def is_credit(lists: MeasureLists, q: Quantity, t: Trigger) -> bool:
    """ "Chad was given | a *credit of* $5 million": lent, where anything says that it is aid."""
    beside = t.last == q.phrase_first or t.first == q.phrase_last or t.first == q.last
    return q.kind == "money" and beside and any(t.measure == one.name for one in lists.lent)


def is_given_beside(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "$5 million in soft loans and | $3 million in grants": no loan, whatever the one before."""
    if LENT.isdisjoint(map(singular, word[t.first : t.last])):
        return False
    behind, led = _nouns_behind(word, q), word[q.phrase_last : q.phrase_last + 1]
    granted = not _GRANTED.isdisjoint(map(singular, behind))
    given = granted or (led == ["in"] and behind != [] and singular(behind[-1]) in _GIVEN)
    # "$5 million in soft loans and | $3 million from private donors"
    return given or (led == ["from"] and word[t.last : q.phrase_first] == ["and"])


def is_lent_beside(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "gave $5 million in low-cost EU loans": lent, whatever the verb."""
    gap = tokens.word[q.phrase_last : t.first]
    if q.kind != "money" or t.kind != "noun" or gap[:1] not in _LED or len(gap) > _REACH:
        return False
    if singular(tokens.word[t.last - 1]) not in LENT:
        return False
    if tokens.at(t.last) in AND_OR and singular(tokens.at(t.last + 1)) in _GRANTED:
        return False  # "in loans and grants" is either
    return all(word == "-" or tag(word).split(",")[0] in ("a", "n", "d", "") for word in gap[1:])


def bears_interest(tokens: Tokens, q: Quantity, after: Quantity) -> bool:
    """ "$40 million, *at 3 per cent*, was offered": a sum with the rate at which it is lent."""
    k = q.phrase_last + (tokens.at(q.phrase_last) == ",")
    rated = after.kind == "percent" and after.phrase_first == k + 1 and tokens.at(k) == "at"
    return rated and (after.value or 0) <= _DEAREST and tokens.at(after.last) in _RATED


def is_said_lent(tokens: Tokens, q: Quantity) -> bool:
    """ "$40 million of it *turned out to be soft loans*": whatever the verb of the whole."""
    word, k = tokens.word, q.phrase_last
    if q.kind != "money" or LENT.isdisjoint(map(singular, word[k : k + _PREDICATE])):
        return False
    if tokens.at(k) == "of":
        k += 2
        while tag(tokens.at(k) or ".")[:1] in ("n", "a") and word[k] not in BE:
            k += 1  # "of the | total was"
    verb = k
    while tokens.at(k) in _TURNING:
        k += 1
    last = k
    while tag(tokens.at(last) or ".").split(",")[0] in ("a", "n", "ns", "d", "r", "vd") or (
        tokens.at(last) == "-"
    ):
        last += 1
    return verb < k < last and singular(word[last - 1]) in LENT


def _nouns_behind(word: list[str], q: Quantity) -> list[str]:
    """The words of the noun phrase behind a sum, without the words that lead to it."""
    first = _past_brackets(word, q)
    first += not BE.isdisjoint(word[first : first + 1])
    first += not _LEADING.isdisjoint(word[first : first + 1])
    first += word[first : first + 1] == ["a"]
    last = first
    while last < min(len(word), first + _REACH):
        if word[last] not in AND_OR and tag(word[last]).split(",")[0] not in ("a", "n", "ns"):
            break
        last += 1
    return word[first:last]


def _past_brackets(word: list[str], q: Quantity) -> int:
    """ "$5 million (4 million euros) | in grants": the token after what a sum is otherwise."""
    k = q.phrase_last
    if word[k : k + 1] == ["("] and ")" in word[k : k + _BRACKET]:
        return word.index(")", k) + 1
    return k + (word[k : k + 1] == [")"])
