"""Headlines: names in a title or heading that no list has, told as places by the text below."""

import re

from plainfigures.figures.grammar.traders import state_in
from plainfigures.prose.words.lexicon import calendar, is_word, nouns

# From where to where a stretch of text goes.
Span = tuple[int, int]

# Names in a heading, and what may join two of them.
_NAMES = re.compile(r"[A-Z]\w+(?:[ -][A-Z]\w+)*")
_JOINED = re.compile(r" ?(?:&|,|/|and) ?")
_FOUGHT = re.compile(r"\b(?:battles?|siege|massacre) of (?:the )?\Z", re.IGNORECASE)
_OFFICE = re.compile(
    r"\b(?:department|ministry|minister|office|secretary|committee) (?:of|for) (?:the )?\Z",
    re.IGNORECASE,
)
# "The Minister of Finance of *Vidra*", "Governor of *Vidra*", and "the Vidrans" below.
_RULED = re.compile(
    r"\b(?:[Mm]inister|[Mm]inistry|[Pp]resident|[Gg]overnor|[Gg]overnment|[Pp]arliament|[Ss]enate)"
    rf"(?: (?:of|for) [A-Z]\w+(?: and [A-Z]\w+)*)?,? (?:of|for) (?:the )?({_NAMES.pattern})"
)
# "Aid for *Vidra*", over a text of Vidrans.
_OWN = re.compile(rf"\b(?:for|of|help|aid|rebuild) (?:the )?({_NAMES.pattern})")
_PEOPLE = re.compile("(?:n|an|ian|ese)s?\\b")
_INS = "in In near Near across around at off of for".split()
_LED = re.compile(rf"\b(?:in|at|near|off|across|around) (?:the )?({_NAMES.pattern})")


def headed(plain: str, heading: Span, section: Span) -> Span | None:
    """The name in a heading that its section tells where by ("Bor" over "In Bor, \u2026").

    Or two that are joined.
    """
    led = [
        name
        for name in _NAMES.finditer(plain, *heading)
        if (
            _leads_to(plain, name.group(), section)
            and not _OFFICE.search(plain, heading[0], name.start())
        )
        or _FOUGHT.search(plain, heading[0], name.start())
    ]
    if not led or len(led) > 2:
        return None
    if len(led) > 1 and not _JOINED.fullmatch(plain, led[0].end(), led[1].start()):
        return None
    return led[0].start(), led[-1].end()


def titled(plain: str, end: int) -> str | None:
    """The one name that a word leads to in the title, which ends at `end`, and in the text below.

    "The fire in *Bor*", over a text that tells of what was done "for Bor"; a state by its
    full name.
    """
    state = state_in(plain[:end])
    if state is not None:
        return state
    below = end, len(plain)
    found = {one.group(1) for one in _LED.finditer(plain, 0, end)}
    ruled = {one.group(1) for one in _RULED.finditer(plain, 0, end)}
    led = {name for name in found | ruled if _leads_to(plain, name, below)}
    owned = {one.group(1) for one in _OWN.finditer(plain, 0, end)}
    led |= {name for name in found | ruled | owned if _has_people(plain, name, below)}
    return led.pop() if len(led) == 1 else None


def is_told_below(plain: str, name: str, end: int) -> bool:
    """Whether a text tells behind `end` of what was "in" or "near" a name."""
    return _leads_to(plain, name, (end, len(plain)))


def _has_people(plain: str, name: str, within: Span) -> bool:
    """Whether a text tells of those who are called by a land ("Vidra" of "the Vidrans")."""
    stem = name.rpartition(" ")[2].removesuffix("a")
    at = plain.find(stem, *within)
    while at >= 0:
        if _PEOPLE.match(plain, at + len(stem)):
            return True
        at = plain.find(stem, at + 1, within[1])
    return False


def _leads_to(plain: str, name: str, within: Span) -> bool:
    first = name.split()[0].lower()
    if first in calendar("month") or first in nouns("paper"):
        return False
    if all(map(is_word, name.lower().split())):
        return False  # "Humanitarian situation", over "the coordination of Humanitarian Affairs"
    return any(plain.find(f"{word} {name}", *within) >= 0 for word in _INS)
