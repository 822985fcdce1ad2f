"""Digits that are no figures: names, identifiers, sections, citations and list markers."""

from plainfigures.prose.numbers.formulas import formula
from plainfigures.prose.numbers.links import link
from plainfigures.prose.numbers.models import address, company, craft, model
from plainfigures.prose.numbers.numbering import numbered_thing
from plainfigures.prose.numbers.phones import phone
from plainfigures.prose.numbers.scores import hours, line_of_play, score, vote
from plainfigures.prose.units.currencies import is_currency, is_currency_in_small_letters
from plainfigures.prose.units.prices import leads_a_price
from plainfigures.prose.words.lexicon import calendar, is_word, nouns, numbers, tag, units
from plainfigures.prose.words.signs import CLOSE_QUOTES, CROSSES, MONEY
from plainfigures.prose.words.tokens import DASHES, ORDINAL_ENDS, Tokens

Found = tuple[int, str] | None

_BEFORE_ITEM = frozenset(": , ; and or".split())
_CLOSING = frozenset((".", "!", "?", ")", "]", *CLOSE_QUOTES))
_LONGEST = 24
_CALLED = 4
_SMALL = 3
_POWERS = frozenset("1234")
_SYMBOL = 3  # letters
_POUNDS = frozenset(("lb", "lbs", "pounds"))
_PLAIN = 6  # digits that a number may have without a comma
_AFTER_POWER = frozenset((":", ")"))
_DEGREES = frozenset(("C", "F", "\u00b0"))
_PAIRS = frozenset((("9", "11"), ("24", "7"), ("7", "7"), ("50", "50")))


def identifier(tokens: Tokens, i: int) -> Found:
    """Why the digits at token `i` are no figure: (token after them, reason), or None."""
    touches = tokens.tight(i) or (i + 1 < tokens.size and tokens.tight(i + 1))
    for question in _QUESTIONS if touches or tokens.raw[i][0] == "0" else _OF_LOOSE_DIGITS:
        found = question(tokens, i)
        if found is not None:
            return _past_slash(tokens, *found) if touches else found
    return None


def _past_slash(tokens: Tokens, last: int, reason: str) -> tuple[int, str]:
    """ "No. 3/62": what a slash glues to a number is of its name."""
    slash = tokens.at(last) == "/" and tokens.glued(last)
    return (last + 2 if slash and tokens.at(last + 1).isdecimal() else last), reason


def _ordinal(tokens: Tokens, i: int) -> Found:
    """ "3rd", "21st"; not "14st", which are stones."""
    end = tokens.at(i + 1)
    if end not in ORDINAL_ENDS or not tokens.tight(i + 1):
        return None
    stones = end == "st" and (
        tokens.word[i][-1] != "1" or tokens.word[i] == "11" or tokens.at(i + 3) in _POUNDS
    )
    return None if stones else (i + 2, "ordinal")


def _bare(tokens: Tokens, i: int) -> Found:
    """ "Registered charity 1198845": seven digits and more, without a sign or a noun."""
    if len(tokens.raw[i]) <= _PLAIN or not tokens.raw[i].isdecimal():
        return None
    before, after = tokens.at(i - 1), tokens.at(i + 1)
    if after[:1].isalpha() or after in ("%", "$") or before in MONEY:
        return None
    # behind nothing, a verb or a preposition it is a number: "it grew to 1234567"
    plain = before in ("", "-") or (before.isalpha() and tag(before)[0] in "vp")
    return None if plain else (i + 1, "identifier")


def _texted(tokens: Tokens, i: int) -> Found:
    """ "Text AID to 70091"."""
    texted = tokens.word[i - 1] == "to" and "text" in tokens.word[max(0, i - _CALLED) : i]
    return (i + 1, "identifier") if i and texted and len(tokens.raw[i]) > _SMALL else None


def _marker(tokens: Tokens, i: int) -> Found:
    """ "1. First item", "2) Second item", "three parts: 1) a hull and 2) a mast"."""
    if i and tokens.at(i + 1) == ")" and tokens.tight(i + 1) and _lists(tokens, i):
        return i + 1, "list_marker"
    if i or tokens.size <= 2 or tokens.word[1] not in (".", ")") or not tokens.tight(1):
        return None
    return (2, "list_marker") if len(tokens.raw[0]) <= 3 else None


def _lists(tokens: Tokens, i: int) -> bool:
    """Whether a bracket behind the number at token `i` closes none that was opened."""
    if len(tokens.raw[i]) > 2 or tokens.at(i - 1) not in _BEFORE_ITEM:
        return False
    before = tokens.word[:i]
    return before.count("(") <= before.count(")")


def _bracketed(tokens: Tokens, i: int) -> Found:
    """ "(3)" before an item, the citations "[3]" and "[3, 5]"."""
    here, previous, nxt = tokens.raw[i], tokens.at(i - 1), tokens.at(i + 1)
    listed = (previous == "," or previous in DASHES) and (nxt in ("]", ",") or nxt in DASHES)
    if previous == "[" or (listed and _in_brackets(tokens, i)):
        return i + 1, "citation"
    if previous == "(" and nxt in (")", "]") and len(here) <= 3 and here.isdecimal():
        single = len(here) == 1 and tokens.at(i - 2) not in numbers()
        if i == 1 or (single and not _is_of_list(tokens, i)):
            return i + 1, "list_marker"
    if previous == "(" and nxt == ")" and _is_cited(tokens, i):
        return i + 1, "section"
    return None


def _is_of_list(tokens: Tokens, i: int) -> bool:
    """ "Chad (12), Mali (*4*)": behind a name, with more in a bracket before."""
    before = (k for k in range(2, i - 1) if tokens.word[k - 1] == "(")
    return tokens.capital(i - 2) and any(tokens.word[k][1:2].isdecimal() for k in before)


def _is_cited(tokens: Tokens, i: int) -> bool:
    """ "In (13), the mass", "by (4.1)": an equation, but "a term of (12) months"."""
    after = tokens.at(i + 2) if "," not in tokens.raw[i] else "%"  # "planned for (22,000)"
    led = tag(tokens.at(i - 2) or ".")[0] == "p" or tokens.at(i - 2) == "see"
    return led and not (after.isalpha() and tag(after)[0] in "na") and after not in ("%", "-")


def _in_brackets(tokens: Tokens, i: int) -> bool:
    """Whether a square bracket opens before token `i`, with no word between."""
    for j in range(i - 1, max(-1, i - 12), -1):
        if tokens.word[j] == "[":
            return True
        if tokens.word[j][0].isalpha():
            return False
    return False


def _version(tokens: Tokens, i: int) -> Found:
    """ "1.2.3", and more digits than a number has."""
    here = tokens.raw[i]
    whole = here.partition(",")[0]
    if whole.count(".") > 1 and any(len(part) != 3 for part in whole.split(".")[1:]):
        return i + 1, "section"
    return (i + 1, "identifier") if len(here) > _LONGEST else None


def _glued(tokens: Tokens, i: int) -> Found:
    """ "G20", "T-72", "FY23", "A/74", "#7": digits that touch what stands before them."""
    if not tokens.tight(i):
        return None
    glued = tokens.raw[i - 1]
    if glued in CROSSES and tokens.tight(i - 1) and tokens.at(i - 2)[-1:].isdecimal():
        return None  # "a 9x13 dish"
    if glued[-1].isalpha():
        return None if _is_sum(tokens, glued, i) else (_letters_end(tokens, i), "identifier")
    if glued == "#":
        return i + 1, "identifier"
    if i < 2:
        return None
    head = tokens.raw[i - 2]
    if glued in _CLOSING and _closes(tokens, i):
        return i + 1, "citation"
    if glued == "," and _is_note(tokens, i):
        return i + 1, "citation"
    if glued == ":" and head.isdecimal() and len(tokens.raw[i]) <= _SMALL:
        return i + 1, "score"
    if glued == "/" and head.isdecimal() and tokens.at(i - 3) == "/":  # "A/HRC/32/18"
        return i + 1, "identifier"
    if not head.isalpha() or not tokens.tight(i - 1):
        return None
    if glued == "/" and head.isupper():
        degrees = _DEGREES.issuperset((head, *tokens.raw[i + 1 : i + 2]))  # "180C/350F"
        unit = units().get(tokens.raw[i + 1]) if i + 1 < tokens.size else None
        part = unit is not None and unit.kind == "symbol"  # "20 CFU/100 ml"
        return None if degrees or part else (i + 1, "identifier")
    if glued == "-" and tokens.at(i + 1) in _AFTER_POWER and head in units():
        return i + 1, "name"  # "IR, cm-1: 1650"
    if glued == "-" and tokens.raw[i] in _POWERS and _is_symbol(tokens, i - 2):
        return i + 1, "name"
    if glued == "-" and head[0].isupper():
        counted = head.lower() in numbers() or head.lower() in calendar("month")
        return None if counted else (i + 1, "name")
    return None


def _is_symbol(tokens: Tokens, j: int) -> bool:
    """ "9.9 *xb*-1", "(4.2 *kg* m-2)": a few letters that no one knows, behind a number."""
    head = tokens.raw[j]
    behind = tokens.at(j - 1)[-1:].isdecimal() and not tokens.tight(j)
    return behind and len(head) <= _SYMBOL and not is_word(tokens.word[j]) and head != "ft"


def _closes(tokens: Tokens, i: int) -> bool:
    """ "of the costs.2", "he said."4: the mark of a note at the end of a sentence."""
    if i + 1 < tokens.size or len(tokens.raw[i]) > _SMALL or not tokens.tight(i - 1):
        return False
    head = tokens.raw[i - 2]
    return (head[-1].isalpha() and not is_currency(head)) or head in _CLOSING


def _is_note(tokens: Tokens, i: int) -> bool:
    """ "crimes every year,1 and": the mark of a note that touches the comma of a word."""
    if len(tokens.raw[i]) > _SMALL or not tokens.tight(i - 1) or not tokens.raw[i - 2].isalpha():
        return False
    after = tokens.at(i + 1)
    return after.isalpha() and not tokens.tight(i + 1) and "ns" not in tag(after).split(",")


def _is_sum(tokens: Tokens, letters: str, i: int) -> bool:
    """Whether letters glued to digits are their currency: "AZN500", "P3 million"; no "R2"."""
    if is_currency_in_small_letters(letters):
        return True
    figures = tokens.raw[i]
    sure = len(letters) > 1 or leads_a_price(tokens, i)
    return is_currency(letters) and (sure or (letters in "RKN" and len(figures) > 2))


def _letters_end(tokens: Tokens, i: int) -> int:
    """The token after digits and the one or two letters that touch them ("FY23Q")."""
    raw = tokens.raw
    last = i + 1
    if last < tokens.size and tokens.tight(last) and raw[last].isalpha() and len(raw[last]) <= 2:
        return last + 1
    return last


def _pair(tokens: Tokens, i: int) -> Found:
    """ "5G", "3+3", "9/11", "24/7", "1922/2001"."""
    raw = tokens.raw
    if i + 1 >= tokens.size or not tokens.tight(i + 1):
        return None
    if raw[i + 1] in ("G", "D") and len(raw[i]) == 1:
        return i + 2, "name"
    other = tokens.at(i + 2)
    if raw[i + 1] in ("K", "k", "p") and other in nouns("screen"):  # "4K video", "a 1080p screen"
        return i + 2, "name"
    if not other.isdecimal() or not tokens.tight(i + 2):
        return None
    if raw[i + 1] == "+" or (raw[i + 1] == "x" and raw[i] == other == "4"):
        return i + 3, "name"
    if raw[i + 1] == "/":
        if (raw[i], other) in _PAIRS:
            return i + 3, "name"
        long = len(raw[i]) >= 2 and len(other) >= 2
        falls = raw[i].isdecimal() and int(raw[i]) > int(other)  # "14/3" is no fraction
        if (long or falls) and tokens.at(i + 3) not in units():
            return i + 3, "identifier"
    return None


def _zeros(tokens: Tokens, i: int) -> Found:
    """ "007", "until 08.30"."""
    here = tokens.raw[i]
    return (i + 1, "identifier") if here[0] == "0" and here[1:2].isdecimal() else None


def _label(tokens: Tokens, i: int) -> Found:
    """ "Convoy 14: 312 persons": a small number that names the line that it opens."""
    after = tokens.at(i + 1)
    if i not in (1, 2) or len(tokens.raw[i]) > _SMALL or after not in (":", "("):
        return None
    named = (
        tokens.capital(i - 1)
        and tag(tokens.word[i - 1])[:1] in ("n", "")  # but "Over 340 (12 percent)"
        and tokens.at(i + 2) != ":"
        and (i == 1 or not tokens.word[0].isalnum())
    )
    return (i + 1, "identifier") if named else None


def _tailed(tokens: Tokens, i: int) -> Found:
    """Digits with a long word glued to them that is no unit."""
    nxt = tokens.at(i + 1)
    if len(nxt) > 5 and nxt[0].isalpha() and tokens.tight(i + 1) and nxt not in units():
        return None if nxt in numbers() else (i + 2, "identifier")  # "39million"
    return None


_QUESTIONS = (
    link,
    hours,
    _ordinal,
    phone,
    _texted,
    _bare,
    _marker,
    _bracketed,
    _version,
    _glued,
    score,
    line_of_play,
    vote,
    _pair,
    _zeros,
    numbered_thing,
    _label,
    formula,
    model,
    craft,
    company,
    address,
    _tailed,
)
# Asked of digits alone that touch a letter or sign, or begin with a zero.
_TOUCHING = frozenset((link, _ordinal, phone, _glued, _pair, _zeros, _tailed))
_OF_LOOSE_DIGITS = tuple(question for question in _QUESTIONS if question not in _TOUCHING)
