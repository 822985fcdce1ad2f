"""Events that have a name: "the Second Karabakh War", "the Khojaly massacre"."""

from plainfigures.prose.words.bearers import is_nationality
from plainfigures.prose.words.kinds import kind
from plainfigures.prose.words.lexicon import calendar, countries, is_word, nouns, places, singular
from plainfigures.prose.words.names import Name, in_name, opens_plainly
from plainfigures.prose.words.stems import likely_forms
from plainfigures.prose.words.tokens import DASHES, Tokens

_OPENERS = frozenset("the a this these those that our in on during after of for to".split())
_ARTICLES = frozenset("a an the another one".split())
_CALLED = frozenset("hurricane cyclone typhoon storm".split())
_BODIES = frozenset("nations cross crescent un unicef unhcr ifrc".split())
_SIGNS = DASHES | {"/"}
_NUMERALS = frozenset("i ii iii iv v one two three".split())
# What an operation with these in its name is a programme of.
_AIDING = frozenset(
    "relief aid assistance recovery response development financing lending loan credit "
    "reform".split()
)
_LOOSE = 2.0
_REACH = 24
# Small words that a name of an event takes in ("post-election violence").
_INSIDE = frozenset(
    "post election civil ethnic world boxing day gas bomb terrorist liberation independence".split()
)


# Events with the name of a place behind "of", or before them.
_AT_PLACES = frozenset(("battle", "siege", "massacre"))
_OF_PLACES = frozenset(
    "massacre earthquake quake bombing siege flood landslide avalanche explosion".split()
)


def place_in(tokens: Tokens, event: Name) -> tuple[int, int] | None:
    """The place that an event has its name of ("the Olt earthquake", "the Battle of Bor")."""
    first, last = event.first, event.last
    if tokens.word[first] in _ARTICLES:
        return None  # "26 May 1990: An earthquake"
    if first + 2 < last and tokens.word[last - 1] == "massacre":  # "the Deir Bor massacre"
        named = all(
            tokens.capital(k) and not is_word(tokens.word[k]) for k in range(first, last - 1)
        )
        return (first, last - 1) if first and named else None
    if last - first == 2 and singular(tokens.word[last - 1]) in _OF_PLACES:
        name = tokens.word[first]  # "12 earthquake", "When floods"
        if first == 0 and tokens.raw[0] not in places():
            return None  # "Landmine explosions", "Roadside bombings"
        whose = is_nationality(tokens.raw[first]) or tokens.raw[first].isupper()
        return (first, last - 1) if name.isalpha() and not (whose or is_word(name)) else None
    of_place = tokens.at(first + 1) == "of" and not tokens.word[last - 1].isdecimal()
    if tokens.word[first] in _AT_PLACES and of_place:  # but "the siege of 1683"
        return first + (3 if tokens.word[first + 2] == "the" else 2), last
    return None


def event_places(tokens: Tokens) -> list[Name]:
    """The places that the events of a sentence have their names of."""
    held = (place_in(tokens, event) for event in event_names(tokens))
    return [Name(*span, 0.0) for span in held if span is not None]


_HEAD = kind(lambda: likely_forms(nouns("event")))


def event_names(tokens: Tokens) -> list[Name]:
    """The named events of a sentence, in order."""
    found = []
    heads = nouns("event")
    for i in tokens.of_kind(_HEAD):
        head = singular(tokens.word[i])
        if head not in heads:
            continue
        if tokens.at(i - 1) == "-" and tokens.at(i - 2) == "co":
            continue  # "Economic Co-operation"
        if head == "campaign" and tokens.at(i + 1) in ("to", "for") and tokens.capital(i + 2):
            continue  # "the Global Campaign for Schools" is a body
        span = None if _is_of_body(tokens, i) else _after(tokens, i) or _before(tokens, i)
        if span is not None and not _is_compared(tokens, span[0]):
            surely = span[0] == i or head in nouns("named")
            found.append(Name(*span, 0.0 if surely else _LOOSE))
    return found


def _is_compared(tokens: Tokens, first: int) -> bool:
    """ "after a conflict *such as* the Second World War", "deadlier *than* the Olt earthquake"."""
    k = first - 1 - (tokens.at(first - 1) == "the")
    return tokens.at(k - (tokens.at(k) == "as")) in ("like", "unlike", "than", "such")


def is_another(tokens: Tokens, event: str) -> bool:
    """Whether a sentence tells of something else that happened than what was named before."""
    heads = {singular(tokens.word[i]) for i in tokens.of_kind(_HEAD)} & nouns("event")
    return bool(heads) and heads.isdisjoint(event.lower().split())


def _before(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """A name that ends with its noun at token `i`, the year after it included."""
    raw, word = tokens.raw, tokens.word
    first = i
    while first > 0 and i - first < _REACH and _takes(tokens, first):
        first -= 1
    while first < i and (not raw[first][0].isalnum() or word[first] in _OPENERS):
        first += 1
    first += first < i and tokens.tight(first) and raw[first - 1][-1:].isdecimal()  # "6.4M quake"
    if first == i or _is_other(tokens, first, i):
        return None
    opens = first == 0 and opens_plainly(tokens)  # "Ensuing violence"
    named = any(in_name(tokens, k) for k in range(first + opens, i + 1))
    dated = any(raw[k][0].isdecimal() for k in range(first, i))
    led = tokens.word[max(0, first - 2) : first]  # "the 2016 flood", but "in 2016 floods"
    if not named and (not dated or "the" not in led):
        return None
    numbered = word[i - 1] == "world" and tokens.at(i + 1) in ("i", "ii", "one", "two")
    return first, _in_year(tokens, i) or i + 1 + numbered


def _is_other(tokens: Tokens, first: int, i: int) -> bool:
    """Whether a body or thing has the name ("State Disaster Relief Fund", "DREF operations")."""
    raw, head = tokens.raw[first], singular(tokens.word[i])
    if head in nouns("programme"):  # "Policy Loan Operation 2", "the Flood Relief Operation"
        numbered = tokens.at(i + 1).isdecimal() or tokens.at(i + 1) in _NUMERALS
        if numbered or not _AIDING.isdisjoint(tokens.word[first:i]):
            return True
    if raw.isupper() and raw not in countries() and first in (i - 1, i - 2) and head != "outbreak":
        return head not in nouns("named")  # "RPF-invasion", "UXO explosions"
    return not _BODIES.isdisjoint(tokens.word[first:i])


def _is_of_body(tokens: Tokens, i: int) -> bool:
    """ "National *Disaster* Management Authority": whether the name of a body goes on."""
    name = (k for k in range(i, tokens.size) if not (tokens.capital(k) or tokens.word[k] == "and"))
    behind = tokens.word[i + 1 : next(name, i) + 1] if tokens.capital(i + 1) else ()
    return not nouns("institution").isdisjoint(behind)


def _in_year(tokens: Tokens, i: int) -> int:
    """The end of "the coup *of 1980*", "the war *of 1980 to 1988*" behind token `i`, or 0."""
    year, joint, two = tokens.at(i + 2), tokens.at(i + 3), tokens.at(i + 4).isdecimal()
    dated = tokens.at(i + 1) == "of" and year.isdecimal() and len(year) == 4
    if not dated or (two and joint == "and"):
        return 0
    return i + 5 if two and (joint == "to" or joint in _SIGNS) else i + 3


def _takes(tokens: Tokens, first: int) -> bool:
    """Whether the name that begins at token `first` goes on to the left."""
    k = first - 1
    word, raw = tokens.word[k], tokens.raw[k]
    if in_name(tokens, k):
        return True
    if raw[0].isdecimal():
        dated = tokens.at(k - 1) in calendar("month") or tokens.word[first] == "/"
        return len(raw) == 4 or dated or (len(raw) == 2 and tokens.at(k - 1) in _SIGNS)
    if word in calendar("month"):
        return tokens.raw[first][0].isdecimal()  # "the April 25 earthquake"
    if word in _SIGNS:
        return tokens.tight(first) and not (tokens.capital(k - 1) and tokens.at(k - 2).isdecimal())
    return word in _INSIDE and k > 0


def _after(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """ "Battle of Stalingrad", "the battle of the Somme", "Hurricane Mitch", "the coup of 1980"."""
    called, after = tokens.word[i] in _CALLED and tokens.capital(i), tokens.at(i + 1)
    if called and tokens.capital(i + 1) and singular(after) == after:
        return i, i + 2
    if tokens.at(i - 1) == "the" and (dated := _in_year(tokens, i)):
        return i, dated
    if tokens.at(i + 1) != "of":
        return None
    name = i + 3 if tokens.at(i + 2) == "the" else i + 2
    if not tokens.capital(name) or not (tokens.capital(i) or tokens.word[i] in _AT_PLACES):
        return None
    last = name + 1
    while tokens.capital(last):
        last += 1
    return i, last
