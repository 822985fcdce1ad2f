"""Ranges: the amount at the other end, when words or a dash join it to the first."""

from collections.abc import Container

from plainfigures.prose.nouns import changes
from plainfigures.prose.numbers.asides import aside
from plainfigures.prose.quantities.amounts import Amount, amount_at
from plainfigures.prose.units.home import Home
from plainfigures.prose.words import digits
from plainfigures.prose.words.lexicon import coins, tag
from plainfigures.prose.words.number import ONE, Number, is_number, lent, word_at
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import DASHES, Tokens

_DASHES = DASHES | {"~"}
_BEFORE_END = frozenset(
    "about around approximately roughly almost nearly as many much up to even over some".split()
)
_ROUNDED = _BEFORE_END | frozenset("more less than at least most under".split())
_MOVES = frozenset(
    "double doubles doubled doubling triple tripled tripling treble trebled quadruple quadrupled "
    "gone went improved shot".split()
)
_TAKING = frozenset(("raise", "lose"))
_SIGNS = frozenset("+-")
_LANDS = frozenset("square_kilometre square_metre hectare acre square_mile".split())
_PARTS = ("percent", "point")
_FORMER = frozenset("share shares proportion exports imports trade rate portion".split())
_RANGING = frozenset(
    "range ranges ranged ranging vary varies varied varying differ differs between anything "
    "anywhere".split()
)
# How far before a number the verb that moves it may stand, and before a comma and it.
_REACH, _CLAUSE = 9, 24
# "slopes ranging from -0.7 to -0.9" go down, but are no change.
_FROM = 3


def range_end(tokens: Tokens, one: Amount, home: Home, dates: Container[int]) -> Amount | None:
    """The other end of a range that starts with `one`; `dates` are tokens where a date begins."""
    word = tokens.word
    j = one.unit.last if one.unit is not None and one.unit.kind == "unit" else one.last
    if j + 1 >= tokens.size or one.number.value is None or not _joins(tokens, one, j):
        return None
    start = j + 1
    if word[j : j + 2] == ["-", "to"]:  # "18-to-24"
        start = j + 2
    signed = _is_signed(tokens, start)
    start += not signed and tokens.at(start) == "-" and tokens.at(start - 1) in ("to", "-")
    while start - j <= 4 and tokens.at(start) in _BEFORE_END:
        start += 1
    start += signed and tokens.at(start) == "+"
    signed = signed and tokens.at(start) == "-"
    k = _number_from(tokens, start + signed)
    if k is None or k in dates:
        return None
    dashed = word[j] in _DASHES and word[k][0].isdecimal() and k == start and len(word[k]) < 9
    if not dashed and aside(tokens, k) is not None:
        return None
    summed = dashed and one.unit is not None and one.unit.kind == "money"  # "$20-30m"
    two = amount_at(tokens, k, home, start, summed)
    if two is None or two.number.value is None:
        return None
    if k != start + signed and (two.unit is None or two.unit.first != start):
        return None
    return two if _agree(tokens, word[j], one, two) else None


def _is_signed(tokens: Tokens, k: int) -> bool:
    """ "from 3 to | -5 °C", "-20 °C to | +40 °C": a sign that touches the number after it alone."""
    return tokens.at(k) in _SIGNS and tokens.tight(k + 1) and not tokens.tight(k)


def _number_from(tokens: Tokens, start: int) -> int | None:
    """The first number from token `start` on, over the currency that may stand before it."""
    word, n = tokens.word, tokens.size
    k = start
    while k < n and k - start < 3 and not _may_start(tokens, k):
        if word[k].isalpha() and len(word[k]) > 4:
            return None
        k += 1
    return k if k < n and _may_start(tokens, k) else None


def _may_start(tokens: Tokens, k: int) -> bool:
    """Whether a number may start at token `k`; "a" before a sign is that of a currency ("A$5")."""
    word = tokens.word[k]
    return is_number(word) or (word == "a" and tokens.at(k + 1).isalpha())


def _joins(tokens: Tokens, one: Amount, j: int) -> bool:
    """Whether the token after an amount may join it to another."""
    word = tokens.word
    joiner = word[j]
    if joiner == "-" and word[j + 1] == "to":
        return True
    if joiner in _DASHES:
        return _dash_joins(tokens, one.number, j)
    if joiner == "to":
        return not _moved(tokens, one) and not _to_a_word(tokens, j)
    if joiner == "up":  # "from 450 up to 900"
        return tokens.at(j + 1) == "to" and not _moved(tokens, one, start=True)
    if joiner == "and":
        near = word[max(0, one.first - 3) : one.first]
        return (
            "between" in near and near[-2:] != ["in", "between"] and near[:2] != ["in", "between"]
        )
    return joiner in ("through", "thru", "or")


def _dash_joins(tokens: Tokens, number: Number, j: int) -> bool:
    """Whether a dash stands even between its neighbours, and is no hyphen after a number word."""
    loose = not tokens.tight(j)
    if loose and tokens.tight(j + 1) and _rises(tokens, number, j + 1):  # "75 -300 mm"
        return True
    if tokens.word[j : j + 2] == ["-", "-"] and not loose and tokens.tight(j + 1):
        more = j + 2 < tokens.size and tokens.tight(j + 2)
        return more and _rises(tokens, number, j + 2)  # "900--1,200"
    if loose == tokens.tight(j + 1) or tokens.word[j + 1] == "-":
        return False
    return not (tokens.word[j] == "-" and loose and number.words)


def _rises(tokens: Tokens, number: Number, k: int) -> bool:
    """Whether the digits at token `k` are above a number in digits right before the dash."""
    if k >= tokens.size or number.words or number.value is None or not tokens.raw[k][0].isdecimal():
        return False
    value = digits.value_of(tokens.raw[k])
    return value is not None and value > number.value > 0


def _moved(tokens: Tokens, one: Amount, start: bool = False, stepped: bool = True) -> bool:
    """Whether "to" tells a change ("rose from 5 to 7", "fell 5 to 7"), not a range.

    `start` says that "from" alone makes no change of it. What it moves by may be a range
    where it is `stepped`.
    """
    word, first = tokens.word, one.first
    if stepped and _steps(word, one) and "from" not in word[max(0, first - _REACH) : first]:
        return False
    if word[first - 1] == "the" and first > 0:  # "down from the 5 to 7 million"
        return False
    near = word[max(0, first - 2) : first]
    if near[-1:] == ["to"] and "from" not in word[max(0, first - _REACH) : first]:
        return False  # "increasing to 15 to 20 mph"
    far = _CLAUSE if word[max(0, first - 2) : first] == [",", "from"] else _REACH
    if "from" not in near and _is_still(near, one):
        return False
    # "fell from 5 to 7", "ranged from about 5 to about 7": what stands before "from"
    source = first - len(near) + near.index("from") if "from" in near else first
    reach = word[max(0, first - far) : source] if source < first else near
    again = "from" in reach and not start and _RANGING.isdisjoint(reach)
    return again or any(_is_move(w) for w in reach)  # "pH ranged from 5 to 6 and C from 1 to 2"


def _steps(word: list[str], one: Amount) -> bool:
    """ "rose by 5 to 7 percent", "a drop of 5 to 7 percent": by how much, in the unit behind it."""
    if one.unit is not None or one.first < 2:
        return False
    near = word[one.first - 2 : one.first]
    return "by" in near or near[1] == "of" or _is_move(near[1])


def _is_still(near: list[str], one: Amount) -> bool:
    """ "a full tank *lasts* 400 to 450 miles", "would *raise* £3bn to £4bn": no verb of motion."""
    if not near or _is_move(near[-1]):
        return bool(near) and near[-1] in verb_forms(_TAKING) and one.number.scale > ONE
    return tag(near[-1]) in ("v", "vd")


def _is_move(word: str) -> bool:
    return word in changes.verbs() or word in changes.adverbs() or word in _MOVES


def _to_a_word(tokens: Tokens, j: int) -> bool:
    """ "to a", with no number after the article; not the "A" of a sign ("to A$5")."""
    other = tokens.at(j + 2).isalpha() and not word_at(tokens, j + 2)[0]
    return tokens.word[j + 1] == "a" and other


def _agree(tokens: Tokens, joiner: str, one: Amount, two: Amount) -> bool:
    """Whether two amounts can be the ends of one range."""
    low, high = one.number, two.number
    assert low.value is not None
    assert high.value is not None
    if joiner == "or" and not _alternatives(tokens, one, two):
        return False
    if joiner == "-" and one.unit is not None and one.unit.name == "foot" and two.unit is None:
        return False  # "the 6-foot-9 centre"
    if joiner == "to" and (levels := _are_no_levels(tokens, one, two)) is not None:
        return levels
    if not _same_unit(one, two) or (joiner == "to" and _is_taker(tokens, one, two)):
        return False
    if one.unit is not None and one.unit.kind in _PARTS and two.unit is None and joiner != "and":
        return False
    near = tokens.word[max(0, one.first - 3) : one.first]
    falls = high.value < low.value and high.scale == ONE
    falls = falls and (low.scale == ONE or two.unit is None)  # "5 billion - 90 times"
    if joiner == "to":  # "natural gas (from 34 per cent to 23 per cent)"
        if "from" not in near or not (falls or _bracketed(tokens, one)):
            return True
        return not _RANGING.isdisjoint(tokens.word[max(0, one.first - _FROM) : one.first])
    if joiner not in _DASHES:
        return True
    if _is_sum(one) and _is_sum(two) and low.scale == high.scale and high.value < low.value:
        return False  # "$9 million—$5 million in grants and …"
    return not falls or "between" in near[-2:]


def _are_no_levels(tokens: Tokens, one: Amount, two: Amount) -> bool | None:
    """Whether "to" joins a range where it may lead to what something became; None where not."""
    low, high = one.number, two.number
    assert low.value is not None
    assert high.value is not None
    if _shifts(tokens, one, two) or _adds(tokens.word, one):
        return False
    whole = low.fraction and not high.fraction
    if whole and _is_sum(two):
        return False  # "grew by more than a fifth to $3 billion"
    by = one.first - 1
    while whole and by > 0 and tokens.word[by] in _ROUNDED:
        by -= 1  # "by more than a fifth to 40 francs"
    priced = one.unit is not None and (low.scale > 1 or _is_sum(one) or one.unit.name in coins())
    if tokens.at(by) == "by" and (whole or priced):
        return False  # "cut by 640 million pounds to 10 billion", "by a fifth to 40 francs"
    if _steps(tokens.word, one):
        if two.unit is None or two.unit.kind not in _PARTS or high.value <= low.value:
            return not _moved(tokens, one, stepped=False)  # "rose by 5 to 61"
    return None


def _is_taker(tokens: Tokens, one: Amount, two: Amount) -> bool:
    """ "1,500 birr to 96 of them", "$8,800 to 63 (displaced) families": who takes it.

    So with land ("returned 9 square kilometres to 40 farms").
    """
    if two.unit is not None or one.unit is None:
        return False
    if one.unit.kind == "unit" and one.unit.name in _LANDS:
        return tag(tokens.at(two.last) or ".")[:2] == "ns"
    if one.unit.kind != "money":
        return False
    assert one.number.value is not None
    assert two.number.value is not None
    if one.unit.first >= one.number.last and two.number.value < one.number.value:
        return True
    after = tokens.at(two.last)
    acting = tag(after or ".")[:2] in ("vd", "vg")  # "to 43 demining projects"
    described = acting and tag(tokens.at(two.last + 1) or ".")[:2] == "ns"
    return after.isalpha() and (described or tag(after)[0] in "na")


def _is_sum(one: Amount) -> bool:
    return one.unit is not None and one.unit.kind == "money"


def _bracketed(tokens: Tokens, one: Amount) -> bool:
    """ "coal (from 4% to 9%)": a percentage that says what something was in a parenthesis."""
    if one.unit is None or one.unit.kind not in _PARTS:
        return False
    return "(" in tokens.word[max(0, one.first - 3) : one.first]


def _shifts(tokens: Tokens, one: Amount, two: Amount) -> bool:
    """ "their share of the market (from) 5 to 17 percent": two levels, unless it ranges so."""
    if two.unit is None or two.unit.kind not in _PARTS or tokens.at(one.first - 1) != "from":
        return False
    before = tokens.word[max(0, one.first - _REACH) : one.first - 1]
    return _RANGING.isdisjoint(before) and any(word in _FORMER for word in before)


def _adds(word: list[str], one: Amount) -> bool:
    """ "cut by another $4 million to $90 million": by how much, and to what."""
    return "another" in word[max(0, one.first - 1) : one.first + 1] and "by" in word[: one.first]


def _alternatives(tokens: Tokens, one: Amount, two: Amount) -> bool:
    """ "two or three (hundred)", not "two or 500" and not "one or half of"."""
    low, high = one.number, two.number
    assert low.value is not None
    assert high.value is not None
    scale = lent(low, high, tokens.word[high.last - 1])
    apart = (high.value - low.value * scale) / scale
    if one.unit is not None or not 0 < apart <= 3 or (scale == ONE and high.scale != low.scale):
        return False
    return not (high.fraction or low.fraction)


def _same_unit(one: Amount, two: Amount) -> bool:
    """Whether no end names another unit than the other; a bare sign takes that of the other.

    Not where it stands on the other side: "2 billion Nepalese rupees - about $15 million".
    """
    if one.unit is None or two.unit is None or one.unit.name == two.unit.name:
        return True
    if one.unit.kind != "money" or two.unit.kind != "money":
        return False
    same_side = (one.unit.first < one.number.first) == (two.unit.first < two.number.first)
    return same_side and (one.unit.shared or two.unit.shared)
