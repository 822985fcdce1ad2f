"""Nounless: the people whom a number without a noun of its own counts ("and 14 wounded")."""

from functools import cache

from plainfigures.figures.counted.antecedents import are_many, moves
from plainfigures.figures.grammar.doers import is_doer
from plainfigures.figures.grammar.extents import complement, left, right
from plainfigures.figures.grammar.links import OF_THEM
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.trade.amounts import subject
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.match import Match
from plainfigures.prose.nouns import changes
from plainfigures.prose.nouns.heads import NOMINAL
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE, HAVE
from plainfigures.prose.words.lexicon import demonyms, groups, is_person, singular, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import CLOSERS, GENITIVES
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

# (first token, token after the last, rule)
Found = tuple[int, int, str]

_BORDERS = frozenset(("while", "whereas"))
_PARTS = frozenset(("including", "among", "whom"))
# Nouns of many who move, as their number rises or falls.
_MASSES = frozenset("population populations returns arrivals departures casualties".split())
# What stands before and behind an item of an enumeration.
_BEGINS = frozenset(("", ":", ";", ",", "-", "*", "\u2022", "("))
_GIVING = tuple(
    "number total reach stand exceed come amount hit top pass cross approach average remain "
    "include".split()
)
_OWN = frozenset("the another these those".split())


def others(tokens: Tokens, q: Quantity) -> Found | None:
    """ "Two soldiers and 23 *others*": who need not be soldiers."""
    k = q.phrase_last - (tokens.at(q.phrase_last - 1) == "others")
    return (k, k + 1, "others") if tokens.at(k) == "others" else None


def left_out(sentence: Sentence, q: Quantity, match: Match) -> Found | None:
    """The people of whom a number without a noun must be, by what its sentence tells."""
    return (
        _enumerated(sentence.tokens, q)
        or _people_before(sentence, q)
        or _left_out(sentence, q, match)
    )


def _enumerated(tokens: Tokens, q: Quantity) -> Found | None:
    """ "Killed: *army* 31; *police* 12", "*Government forces*: 310": who stand before a number."""
    if q.unit not in PEOPLE or tokens.at(q.phrase_last) not in CLOSERS:
        return None
    last = q.phrase_first - (tokens.at(q.phrase_first - 1) == ":")
    if tokens.at(last - 1) == ")" and "(" in tokens.word[:last]:
        last = max(k for k in range(last) if tokens.word[k] == "(")
    head = singular(tokens.at(last - 1))
    if head in NOMINAL or not (is_person(head) or head in groups()):
        return None
    first = left(tokens, last - 1)
    return (first, last, "people of its item") if tokens.at(first - 1) in _BEGINS else None


def _people_before(sentence: Sentence, q: Quantity) -> Found | None:
    """The people of whom a verb gives the number ("those displaced rose from 2,000 to 3,000").

    Not those who say it, or who did it: "police counted 12 dead", "the gunman killed 12".
    """
    span = subject(sentence, q.phrase_first) if q.unit in PEOPLE else None
    if span is None:
        return None
    first, last = span
    word = sentence.tokens.word
    if _numbering().isdisjoint(word[last : q.phrase_first]) or any(
        map(is_number, word[first:last])
    ):
        return None
    those = sentence.tokens.at(first - 1) in ("those", "people")
    if (
        not those
        and _MASSES.isdisjoint(word[first:last])
        and not any(
            is_person(singular(word[k]))
            and (k + 1 == last or (tag(word[k + 1])[0] != "n" and word[k + 1] not in GENITIVES))
            for k in range(first, last)
        )
    ):
        return None  # nor "the official toll"
    span = right(sentence.tokens, first)
    if span is not None and span[0] == first and tag(sentence.tokens.at(span[1]) or ".") == "r":
        last = min(last, span[1])  # "the number of refugees | still in Chad"
    return first - those, last, "subject of the number"


@cache
def _numbering() -> frozenset[str]:
    """The verbs that say how many there are: forms of "be", of "number", and of all that move."""
    return BE | changes.movements() | verb_forms(_GIVING)


def said_to_be(sentence: Sentence, q: Quantity) -> Found | None:
    """The people that a number is said to be of ("of the dead 12 *were children*").

    Also "12 (9%) were identified as children", "12 of them Chadian", "12 Chadian and 9 Maltese".
    """
    if q.unit not in PEOPLE:
        return None
    tokens = sentence.tokens
    k = q.phrase_last + (tokens.at(q.phrase_last) == "more")
    if tuple(tokens.word[k : k + 2]) in OF_THEM and _is_nationality(tokens, k + 2):
        return k + 2, k + 3, "what they are"
    if tokens.at(k) in ("or", "("):  # "or 9 percent", "(9 percent)"
        equal = next((o for o in sentence.scan.quantities if o.first > k), None)
        if equal is not None and equal.kind == "percent":
            k = equal.phrase_last + (tokens.at(k) == "(")
    if tokens.at(k) not in BE | HAVE:
        return None
    while tokens.at(k) in BE | HAVE or tag(tokens.at(k) or ".") == "r":
        k += 1
    if tokens.at(k + 1) == "as" and "vd" in tag(tokens.at(k) or ".").split(","):
        k += 2  # "were identified as"
    elif tokens.at(k - 1) in HAVE:
        return None
    span = right(tokens, k, of=False)
    if span is None:
        return None
    named = _is_nationality(tokens, span[1] - 1)
    people = named or is_person(singular(tokens.word[span[1] - 1])) or tokens.capital(span[1] - 1)
    many = named or are_many(tokens, span[1] - 1)
    return (*span, "what they are") if many and people else None


def _is_nationality(tokens: Tokens, k: int) -> bool:
    return k < tokens.size and tokens.raw[k] in demonyms()


def _left_out(sentence: Sentence, q: Quantity, match: Match) -> Found | None:
    """The people of a number without a noun ("and 14 wounded"): those before, else the subject."""
    if q.unit not in PEOPLE:
        return None
    word, trigger = sentence.tokens.word, match.trigger
    toll = trigger.first if trigger and tag(word[trigger.last - 1])[0] == "n" else -1
    for other in reversed([o for o in sentence.scan.quantities if o.last <= q.first]):
        between = word[other.last : q.first]
        if not _PARTS.isdisjoint(word[max(0, other.phrase_first - 2) : other.phrase_first]):
            continue  # "26 people, among them seven guards, were killed and 90 hurt"
        if other.last <= toll < q.first:
            break  # "two guards died, and the toll rose to 90"
        if not _BORDERS.isdisjoint(between) or not _OWN.isdisjoint(between[-1:]):
            break
        if between[-2:-1] == ["that"]:
            break  # "two sons in a raid that killed 90"
        noun = other.noun
        if other.unit == q.unit and noun is not None and noun.head not in NOMINAL:
            if (
                noun.unit not in PEOPLE
                or other.inherited
                or (is_doer(sentence.scan, other, trigger) and not moves(q, match))
            ):
                continue
            last = complement(sentence.tokens, noun.whole)
            return noun.first, last, "people of the number before"
    if trigger is None or trigger.kind != "noun" or trigger.last > q.first:
        return None
    if tag(word[trigger.last - 1])[:2] == "ns":  # no "toll", no "return"
        first = left(sentence.tokens, trigger.last - 1)
        last = complement(sentence.tokens, trigger.last)  # but "hostages | of the war number 40"
        return first, last if last < q.phrase_first else trigger.last, "noun of the measure"
    return None
