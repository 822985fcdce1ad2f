"""The grammar of one number over the token table: digits, words, mixed forms and fractions."""

import unicodedata
from dataclasses import dataclass, field
from decimal import Decimal

from plainfigures.prose.lexicon import numbers
from plainfigures.prose.tokens import Tokens

_ONE = Decimal(1)
_HALF = Decimal("0.5")
_LONGEST = 24
_SURE_LETTERS = {
    "bn": 9, "mn": 6, "tn": 12, "mln": 6, "mio": 6, "bln": 9, "trn": 12, "mrd": 9,
}  # fmt: skip
_MONEY_LETTERS = {"k": 3, "m": 6, "b": 9, "t": 12}
_VAGUE_BEFORE = frozenset("several few many couple some countless untold".split())
_PLURAL_SCALES = frozenset(
    "hundreds thousands millions billions trillions tens dozens scores lakhs crores".split()
)


@dataclass(slots=True)
class Number:
    """One number: tokens first..last (exclusive); `value` None when vague ("dozens").

    `scale` is the product of its scale words, which a range may lend to its other end; `fraction`
    marks a bare part ("a third"), `words` a number without a digit.
    """

    first: int
    last: int
    value: Decimal | None
    scale: Decimal = _ONE
    fraction: bool = False
    words: bool = False
    vague: bool = False
    of_one: bool = field(default=False)


def digits(raw: str) -> Decimal | None:
    """The value of a run of digits with its separators; None when it is no number ("1.2.3")."""
    if len(raw) > _LONGEST:
        return None
    if raw.isdecimal():
        return Decimal(raw)
    if "'" in raw:
        head, *groups = raw.split("'")
        if len(head) <= 3 and all(len(g) == 3 and g.isdecimal() for g in groups):
            return Decimal(raw.replace("'", ""))
        return None
    commas, dots = raw.count(","), raw.count(".")
    if commas and dots:
        mark, other = (".", ",") if raw.rfind(".") > raw.rfind(",") else (",", ".")
        if raw.count(mark) > 1:
            return None
        whole, part = raw.split(mark)
        grouped = _grouped(whole, other)
        return None if grouped is None else Decimal(f"{grouped}.{part}")
    if commas:
        grouped = _grouped(raw, ",")
        if grouped is not None and not raw.startswith("0"):
            return Decimal(grouped)
        return Decimal(raw.replace(",", ".")) if commas == 1 and len(raw) <= 8 else None
    if dots == 1:
        return Decimal(raw)
    grouped = _grouped(raw, ".")
    return None if grouped is None else Decimal(grouped)


def _grouped(raw: str, mark: str) -> str | None:
    head, *groups = raw.split(mark)
    if not groups:
        return head
    if len(head) > 3 or len(groups[-1]) != 3:
        return None
    western = all(len(group) == 3 for group in groups)
    indian = len(head) <= 2 and all(len(group) == 2 for group in groups[:-1])
    return head + "".join(groups) if western or indian else None


def is_number(tokens: Tokens, i: int) -> bool:
    """Whether token `i` is a number token: digits, a sign such as ½, or a word of the lexicon."""
    word = tokens.word[i]
    first = word[0]
    return first.isdecimal() or word in numbers() or (len(word) == 1 and word.isnumeric())


def parse(tokens: Tokens, i: int, money: bool = False) -> Number | None:
    """Read the longest number that starts at token `i`; `money` says that a currency precedes."""
    first = tokens.word[i][0]
    if first.isdecimal():
        return _digits_at(tokens, i, money)
    if len(tokens.word[i]) == 1 and tokens.word[i].isnumeric():
        return _sign_fraction(tokens, i)
    return _words_at(tokens, i)


def _sign_fraction(tokens: Tokens, i: int) -> Number | None:
    value = _numeric(tokens.raw[i])
    if value is None:
        return None
    number = Number(i, i + 1, value, fraction=True)
    return _scaled(tokens, number, money=False)


def _numeric(sign: str) -> Decimal | None:
    value = unicodedata.numeric(sign, None)
    if value is None or unicodedata.category(sign) != "No":
        return None
    if "VULGAR" not in unicodedata.name(sign, ""):
        return None
    return Decimal(str(round(value, 4)))


def _digits_at(tokens: Tokens, i: int, money: bool) -> Number | None:
    raw, word, n = tokens.raw, tokens.word, tokens.size
    value = digits(raw[i])
    if value is None:
        return None
    j = i + 1
    # "12 500" and "1, 000": only groups of exactly three digits
    if len(raw[i]) <= 3 and raw[i].isdecimal() and raw[i][0] != "0":
        text = raw[i]
        while True:
            k = j + 1 if j + 1 < n and raw[j] == "," and tokens.tight(j) else j
            if k >= n or len(raw[k]) != 3 or not raw[k].isdecimal() or tokens.tight(k):
                break
            if tokens.start[k] - tokens.end[k - 1] != 1 or (k + 1 < n and word[k + 1] == "/"):
                break
            text, j = text + raw[k], k + 1
        value = Decimal(text) if len(text) <= _LONGEST else value
    fraction = False
    if j < n:
        nxt = word[j]
        if len(nxt) == 1 and nxt.isnumeric() and not nxt.isdecimal():  # 2½
            part = _numeric(raw[j])
            if part is not None:
                value, j = value + part, j + 1
        elif nxt == "/" and tokens.tight(j) and _is_ratio(tokens, i, j):  # 1/2
            value, j, fraction = value / Decimal(raw[j + 1]), j + 2, True
        elif (
            j + 2 < n
            and word[j + 1] == "/"
            and raw[j].isdecimal()
            and not tokens.tight(j)
            and _is_ratio(tokens, j, j + 1)
            and value == value.to_integral_value()
        ):  # 3 1/2
            value, j = value + Decimal(raw[j]) / Decimal(raw[j + 2]), j + 3
        elif nxt == "-" and j + 3 < n and word[j + 2] == "/" and _is_ratio(tokens, j + 1, j + 2):
            value, j = value + Decimal(raw[j + 1]) / Decimal(raw[j + 3]), j + 4  # 3-1/2
        elif nxt == "and" and j + 2 < n:
            part, k = _and_part(tokens, j)
            if part is not None:
                value, j = value + part, k
    return _scaled(tokens, Number(i, j, value, fraction=fraction), money)


def _is_ratio(tokens: Tokens, above: int, slash: int) -> bool:
    below = slash + 1
    if below >= tokens.size or not tokens.tight(below):
        return False
    if below + 1 < tokens.size and tokens.word[below + 1] == "/" and tokens.tight(below + 1):
        return False
    top, bottom = tokens.raw[above], tokens.raw[below]
    return (
        top.isdecimal()
        and bottom.isdecimal()
        and len(top) <= 2
        and len(bottom) <= 3
        and 0 < int(top) < int(bottom)
        and bottom
        in {"2", "3", "4", "5", "6", "7", "8", "9", "10", "12", "16", "20", "32", "64", "100"}
    )


def _and_part(tokens: Tokens, j: int) -> tuple[Decimal | None, int]:
    """The part in "and a half", "and three quarters" at token `j`, with the token after it."""
    word, n, table = tokens.word, tokens.size, numbers()
    k = j + 1
    if k < n and word[k] == "-":
        k += 1
    top = _ONE
    if k < n and word[k] in ("a", "one"):
        k += 1
    elif k < n and table.get(word[k], ("", 0))[0] == "cardinal":
        top = Decimal(table[word[k]][1])
        k += 1
    else:
        return None, j
    if k < n and word[k] == "-":
        k += 1
    if k < n:
        part = _fraction_word(word[k], top > 1)
        if part is not None:
            return top * part, k + 1
    return None, j


def _fraction_word(word: str, plural: bool) -> Decimal | None:
    entry = numbers().get(word)
    if entry is None:
        return None
    kind, value = entry
    if kind == "fraction":
        return Decimal(value)
    if kind == "ordinal" and not plural and word not in ("first", "second"):
        return _ONE / Decimal(value)
    return None


def _scaled(tokens: Tokens, number: Number, money: bool) -> Number:
    """Multiply by the scale words and letters that follow, then by "and a half"."""
    word, n, table = tokens.word, tokens.size, numbers()
    j = number.last
    assert number.value is not None
    value, scale = number.value, _ONE
    while j < n:
        nxt = word[j]
        k = j
        if nxt == "-" and j + 1 < n and tokens.tight(j) and tokens.tight(j + 1):
            k, nxt = j + 1, word[j + 1]
        entry = table.get(nxt)
        if (
            entry is not None
            and entry[0] == "scale"
            and scale * Decimal(entry[1]) <= 10**18
            and nxt != "grand"
        ):
            scale *= Decimal(entry[1])
            j = k + 1
            continue
        if entry is not None and nxt in ("dozen", "score") and k == j and scale == 1:
            scale *= Decimal(entry[1])
            j += 1
        elif k == j and scale == 1 and nxt in _SURE_LETTERS:
            scale = Decimal(10) ** _SURE_LETTERS[nxt]
            j += 1
        elif k == j and scale == 1 and nxt in _MONEY_LETTERS and _letter_scales(tokens, j, money):
            scale = Decimal(10) ** _MONEY_LETTERS[nxt]
            j += 1
        break
    if scale > 1 and j < n and word[j] == "and":
        part, k = _and_part(tokens, j)
        if part is not None:
            value, j = value + part, k
    number.value, number.scale, number.last = value * scale, scale, j
    if scale > 1:
        number.fraction = False
    return number


def _letter_scales(tokens: Tokens, j: int, money: bool) -> bool:
    if money:
        return not (tokens.word[j] == "t" and not tokens.tight(j))
    if not tokens.tight(j) or j + 1 >= tokens.size or tokens.raw[j] == "K":
        return False
    after = tokens.word[j + 1]
    return tokens.word[j] in "km" and after.isalpha() and (after[-1] == "s" or after == "people") and (
        after not in ("is", "was", "has", "this")
    )  # fmt: skip


def _words_at(tokens: Tokens, i: int) -> Number | None:
    word, n, table = tokens.word, tokens.size, numbers()
    head = word[i]
    vague = _vague(tokens, i)
    if vague is not None:
        return vague
    if head in ("half", "quarter"):
        return _fraction_at(tokens, i, _HALF if head == "half" else Decimal("0.25"), i + 1)
    entry = table.get(head)
    if entry is None and head != "a" and head != "an":
        return None
    j = i
    if entry is None:  # "a million", "a dozen", "a third", "an eighth"
        if i + 1 >= n or word[i + 1] not in table:
            return None
        kind, amount = table[word[i + 1]]
        if word[i + 1] in ("half", "quarter"):
            return _fraction_at(
                tokens, i, _HALF if word[i + 1] == "half" else Decimal("0.25"), i + 2
            )
        if kind in ("fraction", "ordinal"):
            part = _fraction_word(word[i + 1], plural=False)
            if part is not None and _reads_as_part(tokens, i + 2):
                return _fraction_at(tokens, i, part, i + 2)
            return None
        if word[i + 1] in ("dozen", "score"):
            number = Number(i, i + 2, Decimal(amount), scale=Decimal(amount), words=True)
            return number
        if kind != "scale":
            return None
        j = i + 1
    total, current, seen_hundred = Decimal(0), Decimal(0), False
    last = j
    scale = _ONE
    rank = None  # the rank of the last plain cardinal: 1 units, 2 teens, 3 tens
    k = j
    while k < n:
        token = word[k]
        at = k
        if token == "-" and k > i and k + 1 < n and tokens.tight(k + 1):
            at, token = k + 1, word[k + 1]
        elif token == "and" and k > i and k + 1 < n and (seen_hundred or total or scale > 1):
            at, token = k + 1, word[k + 1]
            nxt = table.get(token)
            if nxt is None or nxt[0] != "cardinal":
                break
            if scale > 1 and current == 0 and Decimal(nxt[1]) * 1 >= 1000:
                break
            rank = None
        elif token == "," and k > i and total and k + 1 < n and _continues(tokens, k + 1):
            at, token = k + 1, word[k + 1]
        entry = table.get(token)
        if entry is None:
            break
        kind, amount = entry
        if kind == "cardinal":
            step = Decimal(amount)
            here = 3 if step >= 20 else 2 if step >= 10 else 1
            if rank is not None and not (rank == 3 and here == 1 and step > 0):
                break
            if seen_hundred and step >= 100:
                break
            current += step
            rank = here
        elif kind == "scale":
            step = Decimal(amount)
            if step == 100:
                if seen_hundred:
                    break
                current = (current or _ONE) * 100
                seen_hundred, rank = True, None
            else:
                if total and step >= scale > 1 and current == 0:
                    total, scale = total * step, step * scale
                else:
                    total += (current or _ONE) * step
                    scale = step
                current, seen_hundred, rank = Decimal(0), False, None
        elif token in ("dozen", "score") and current:
            total, current, scale = current * Decimal(amount), Decimal(0), Decimal(amount)
            last = at + 1
            break
        elif kind in ("fraction", "ordinal") and at > i and current and total == 0:
            plural = kind == "fraction"
            part = _fraction_word(token, plural)
            if part is None or (kind == "ordinal" and current != 1):
                break
            if kind == "ordinal" and not (
                tokens.word[at - 1] == "-" or _reads_as_part(tokens, at + 1)
            ):
                break
            return _fraction_at(tokens, i, current * part, at + 1)
        else:
            break
        k = last = at + 1
    if last == j:
        return None
    value = total + current
    number = Number(i, last, value, scale=scale, words=True)
    if last < n:  # "two and a half", "two-and-a-half million", "a million and a half"
        k = last + 1 if word[last] == "-" and last + 1 < n else last
        if word[k] == "and":
            part, end = _and_part(tokens, k)
            if part is not None:
                if scale > 1 and current == 0:
                    number.value, number.last = value + part * scale, end
                else:
                    scaled = _scaled(tokens, Number(i, end, value + part, words=True), money=False)
                    scaled.words = True
                    return scaled
    return number


def _continues(tokens: Tokens, k: int) -> bool:
    """Whether "one thousand, two hundred" goes on after its comma."""
    table = numbers()
    entry = table.get(tokens.word[k])
    if entry is None or entry[0] != "cardinal" or k + 1 >= tokens.size:
        return False
    return table.get(tokens.word[k + 1], ("", 0))[0] == "scale"


def _reads_as_part(tokens: Tokens, j: int) -> bool:
    """Whether what follows an ordinal makes it a fraction ("a third of", "by a fifth.")."""
    if j >= tokens.size:
        return True
    return tokens.word[j] in (
        "of",
        "more",
        "less",
        "fewer",
        "higher",
        "lower",
        "the",
        ".",
        ",",
        ";",
        ")",
    ) or (j >= 3 and tokens.word[j - 3] == "by")


def _fraction_at(tokens: Tokens, i: int, part: Decimal, j: int) -> Number:
    """A fraction, or a fraction of a scale word ("half a million", "a quarter of a million")."""
    word, n, table = tokens.word, tokens.size, numbers()
    k = j + 1 if j + 1 < n and word[j] == "of" and word[j + 1] in ("a", "an") else j
    if k + 1 < n and word[k] in ("a", "an"):
        k += 1
    if k < n and (k > j or word[k] != "hundred"):
        entry = table.get(word[k])
        if entry is not None and (entry[0] == "scale" or word[k] in ("dozen", "score")):
            scale = Decimal(entry[1])
            return Number(i, k + 1, part * scale, scale=scale, words=True)
    return Number(i, j, part, fraction=True, words=True)


def _vague(tokens: Tokens, i: int) -> Number | None:
    """ "dozens", "hundreds of thousands", "several hundred thousand", "a few hundred"."""
    word, n, table = tokens.word, tokens.size, numbers()
    j = i
    if word[j] in ("a", "an") and j + 1 < n and word[j + 1] in ("few", "couple"):
        j += 1
    if word[j] in _VAGUE_BEFORE:
        j += 1
        if j < n and word[j] == "of" and word[j - 1] == "couple":
            j += 1
        if j >= n or table.get(word[j], ("", 0))[0] != "scale":
            if j >= n or word[j] not in _PLURAL_SCALES and word[j] != "dozen":
                return None
    elif word[j] not in _PLURAL_SCALES:
        return None
    scale = _ONE
    while j < n:
        entry = table.get(word[j])
        known = word[j] in _PLURAL_SCALES or (entry is not None and entry[0] == "scale")
        if not known and word[j] != "dozen":
            break
        j += 1
        if (
            j + 1 < n
            and word[j] == "of"
            and (word[j + 1] in _PLURAL_SCALES or table.get(word[j + 1], ("", 0))[0] == "scale")
        ):
            j += 1
    return Number(i, j, None, scale=scale, words=True, vague=True)
