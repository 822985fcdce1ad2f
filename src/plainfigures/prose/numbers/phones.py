"""Numbers of telephones."""

from plainfigures.prose.numbers.models import noun_after
from plainfigures.prose.words.lexicon import tag, units
from plainfigures.prose.words.signs import MONEY
from plainfigures.prose.words.tokens import Tokens

Found = tuple[int, str] | None

_CALLED = 4
_CALLS = frozenset("tel telephone phone fax mobile whatsapp hotline".split())
# What may stand between these and a number that is called: "our hotline is on 011-239".
_CALLED_BY = _CALLS | frozenset("number numbers no nos or and the is on at us call line".split())


def phone(tokens: Tokens, i: int) -> Found:
    """ "0800 123 456", "+44 20 7946 0018", "tel. 011-239": three groups of digits, or so called."""
    plus = tokens.at(i - 1) == "+" and tokens.tight(i)
    called = _is_called(tokens, i)
    if not (plus or called) and (tokens.raw[i][0] != "0" or len(tokens.raw[i]) < 3):
        return _hyphened(tokens, i)
    last, groups = i + 1, 1
    while tokens.at(last).isdecimal() or (
        tokens.at(last) in ("-", "/") and tokens.glued(last) and tokens.at(last + 1).isdecimal()
    ):
        groups += tokens.at(last).isdecimal()
        last += 1
    return (last, "identifier") if groups > 2 or called else None


def _hyphened(tokens: Tokens, i: int) -> Found:
    """ "555-0123", "(212) 555-0187", "ISBN 978-3-16-148410-0", "won 21-14-3": no ranges."""
    coded = tokens.at(i - 1) == "(" and tokens.at(i + 1) == ")" and tokens.at(i + 3) == "-"
    last = first = i + 2 if coded and tokens.glued(i + 3) else i
    while tokens.at(last + 1) == "-" and tokens.glued(last + 1) and tokens.at(last + 2).isdecimal():
        last += 2
    if last == i:
        return None
    local = last == first + 2 and len(tokens.raw[first]) == 3  # "555-0123"
    local = local and (coded or tokens.raw[last][0] == "0")
    more = noun_after(tokens, last + 1) or (tokens.at(last + 1) == "-" and tokens.glued(last + 1))
    return (last + 1, "identifier") if (last > first + 2 or local) and not more else None


def _is_called(tokens: Tokens, i: int) -> bool:
    """Whether digits are called on a telephone; not "the phone cost $400", "a phone with 12"."""
    before = tokens.word[max(0, i - _CALLED) : i]
    called = next((k for k in range(len(before) - 1, -1, -1) if before[k] in _CALLS), None)
    if called is None or not tokens.word[i].isdecimal() or not MONEY.isdisjoint(before):
        return False
    after = tokens.at(i + 1)
    if after in units() or (after.isalpha() and tag(after)[:2] == "ns"):
        return False
    return all(word in _CALLED_BY or not word.isalpha() for word in before[called:])
