"""The grammar of one number over the token table: digits, words, mixed forms and fractions."""

from dataclasses import dataclass
from decimal import Decimal

from plainfigures.prose import digits
from plainfigures.prose.lexicon import numbers
from plainfigures.prose.tokens import Tokens

ONE = Decimal(1)
_HUNDRED = Decimal(100)
_HIGHEST = Decimal(10) ** 18
_SURE_LETTERS = {
    "bn": 9, "mn": 6, "tn": 12, "mln": 6, "mio": 6, "bln": 9, "tln": 12, "trn": 12, "mrd": 9, "mm": 6,
}  # fmt: skip
_MONEY_LETTERS = {"k": 3, "m": 6, "b": 9, "t": 12}
_VAGUE_BEFORE = frozenset("several few many couple some countless untold".split())
_TENS = frozenset(("dozen", "score"))
_AFTER_PART = frozenset(("of", "more", "less", "fewer", "higher", "lower", "the", ".", ",", ";", ")"))


@dataclass(slots=True)
class Number:
    """One number: tokens first..last (exclusive); `value` None when vague ("dozens").

    `scale` is the product of its scale words, which a range may lend to its other end; `fraction`
    marks a bare part ("a third"), `words` a number without a digit.
    """

    first: int
    last: int
    value: Decimal | None
    scale: Decimal = ONE
    fraction: bool = False
    words: bool = False
    vague: bool = False


def is_number(tokens: Tokens, i: int) -> bool:
    """Whether token `i` is a number token: digits, a sign such as ½, or a word of the lexicon."""
    word = tokens.word[i]
    return word[0].isdecimal() or word in numbers() or (len(word) == 1 and word.isnumeric()) or (
        word[0] == "." and len(word) > 1
    )  # fmt: skip


def parse(tokens: Tokens, i: int, money: bool = False) -> Number | None:
    """Read the longest number that starts at token `i`; `money` says that a currency precedes."""
    word = tokens.word[i]
    if word[0].isdecimal() or (word[0] == "." and len(word) > 1):
        return _from_digits(tokens, i, money)
    if len(word) == 1 and word.isnumeric():
        value = digits.sign_value(word)
        return None if value is None else _scaled(tokens, Number(i, i + 1, value, fraction=True), money)
    return _vague(tokens, i) or _part(tokens, i) or _Words(tokens, i).run()


def _kind(tokens: Tokens, i: int) -> tuple[str, Decimal]:
    """The kind and value of a number word at token `i`; an empty kind for other words."""
    if i >= tokens.size:
        return "", ONE
    entry = numbers().get(tokens.word[i])
    return ("", ONE) if entry is None else (entry[0], Decimal(entry[1]))


def _from_digits(tokens: Tokens, i: int, money: bool) -> Number | None:
    raw, word, n = tokens.raw, tokens.word, tokens.size
    text, j = digits.spaced(tokens, i)
    value = digits.value_of(text)
    if value is None:
        return None
    fraction = False
    nxt = word[j] if j < n else ""
    if len(nxt) == 1 and nxt.isnumeric() and not nxt.isdecimal():  # 2½
        part = digits.sign_value(nxt)
        if part is not None:
            value, j = value + part, j + 1
    elif nxt == "/" and tokens.tight(j) and digits.is_ratio(tokens, i, j):  # 1/2
        value, j, fraction = value / Decimal(raw[j + 1]), j + 2, True
    else:  # 3 1/2, 3-1/2
        k = j + 1 if nxt == "-" else j
        if k + 2 < n and word[k + 1] == "/" and digits.is_ratio(tokens, k, k + 1):
            value, j = value + Decimal(raw[k]) / Decimal(raw[k + 2]), k + 3
        elif nxt == "and":
            part, k = _and_part(tokens, j)
            if part is not None:
                value, j = value + part, k
    return _scaled(tokens, Number(i, j, value, fraction=fraction), money)


def _scaled(tokens: Tokens, number: Number, money: bool) -> Number:
    """Multiply by the scale words and letters that follow, then add "and a half" of the scale."""
    word, n = tokens.word, tokens.size
    j, scale = number.last, ONE
    assert number.value is not None
    while j < n:
        k = j
        if word[j] == "-" and j + 1 < n and tokens.tight(j) and tokens.tight(j + 1):
            k = j + 1
        kind, amount = _kind(tokens, k)
        if kind == "scale" and scale * amount <= _HIGHEST:
            scale, j = scale * amount, k + 1
            continue
        if scale == 1 and k == j:
            if word[j].rstrip("s") in _TENS:
                scale, j = Decimal(12 if word[j][0] == "d" else 20), j + 1
            elif word[j] in _SURE_LETTERS and (word[j] != "mm" or money):
                scale, j = Decimal(10) ** _SURE_LETTERS[word[j]], j + 1
            elif word[j] in _MONEY_LETTERS and _letter_scales(tokens, j, money):
                scale, j = Decimal(10) ** _MONEY_LETTERS[word[j]], j + 1
        break
    value = number.value * scale
    if scale > 1 and j < n and word[j] == "and":
        part, k = _and_part(tokens, j)
        if part is not None:
            value, j = value + part * scale, k
        elif scale == _HUNDRED and k < n and tokens.raw[j + 1 :][:1] and tokens.raw[j + 1].isdecimal():
            value, j = value + Decimal(tokens.raw[j + 1]), j + 2  # 3 hundred and 21
    number.value, number.scale, number.last = value, scale, j
    number.fraction = number.fraction and scale == 1
    return number


def _letter_scales(tokens: Tokens, j: int, money: bool) -> bool:
    """Whether a letter glued to digits is a scale ("$55m", "25k", "4.3M users"), not a unit."""
    raw = tokens.raw[j]
    if money:
        return tokens.tight(j) or raw != "t"
    if not tokens.tight(j) or raw in ("K", "t", "T"):
        return False
    after = tokens.word[j + 1] if j + 1 < tokens.size else "."
    plural = after.isalpha() and (after[-1] == "s" or after == "people") and len(after) > 3
    if raw == "k":
        return not (after == "/" or after == "of")
    if raw in ("M", "B"):
        return plural or after in (".", ",") or (after.isalpha() and len(after) > 4)
    return plural and after not in ("this", "less") and raw in "mb"


def _part(tokens: Tokens, i: int) -> Number | None:
    """A part alone or of a scale: "half", "a third", "three quarters of a million"."""
    word = tokens.word
    j, top = i, ONE
    if word[i] in ("a", "an"):
        j = i + 1
    elif _kind(tokens, i)[0] == "cardinal":
        top, j = _kind(tokens, i)[1], i + 1
        if j < tokens.size and word[j] == "-":
            j += 1
    if j >= tokens.size:
        return None
    part = _fraction_word(tokens, j, plural=top > 1)
    if part is None or (j == i and word[i] not in ("half", "quarter")):
        return None
    if j > i + 1 and word[j - 1] == "-" and not tokens.tight(j):
        return None
    if _kind(tokens, j)[0] == "ordinal" and word[j - 1] != "-" and not _reads_as_part(tokens, j + 1):
        return None
    return _part_of_scale(tokens, i, top * part, j + 1)


def _fraction_word(tokens: Tokens, j: int, plural: bool) -> Decimal | None:
    kind, value = _kind(tokens, j)
    if kind == "fraction":
        return value
    if kind == "ordinal" and not plural and tokens.word[j] not in ("first", "second"):
        return ONE / value
    return None


def _reads_as_part(tokens: Tokens, j: int) -> bool:
    """Whether what follows an ordinal makes it a fraction ("a third of", "by a fifth.")."""
    if j >= tokens.size or tokens.word[j] in _AFTER_PART:
        return True
    return j >= 3 and tokens.word[j - 3] == "by"


def _part_of_scale(tokens: Tokens, i: int, part: Decimal, j: int) -> Number:
    """A fraction, or a fraction of a scale word ("half a million", "a quarter of a million")."""
    word, n = tokens.word, tokens.size
    k = j
    if k + 1 < n and word[k] == "of" and word[k + 1] in ("a", "an"):
        k += 1
    if k + 1 < n and word[k] in ("a", "an"):
        k += 1
    kind, scale = _kind(tokens, k)
    if kind == "scale" and (k > j or scale > _HUNDRED) or (k < n and k > j and word[k] in _TENS):
        return Number(i, k + 1, part * scale, scale=scale, words=True)
    return Number(i, j, part, fraction=True, words=True)


def _and_part(tokens: Tokens, j: int) -> tuple[Decimal | None, int]:
    """The part in "and a half", "and three quarters" at token `j`, with the token after it."""
    word, n = tokens.word, tokens.size
    k = j + 1
    if k < n and word[k] == "-":
        k += 1
    top = ONE
    if k < n and word[k] in ("a", "an"):
        k += 1
    elif _kind(tokens, k)[0] == "cardinal":
        top, k = _kind(tokens, k)[1], k + 1
        if _kind(tokens, k)[0] == "" and k + 1 < n and word[k] == "-" and _kind(tokens, k + 1)[0] == "cardinal":
            top, k = top + _kind(tokens, k + 1)[1], k + 2
    else:
        return None, j
    if k < n and word[k] == "-":
        k += 1
    if k < n:
        part = _fraction_word(tokens, k, plural=top > 1)
        if part is not None and _kind(tokens, k + 1)[0] != "scale":
            return top * part, k + 1
    return None, j


def _vague(tokens: Tokens, i: int) -> Number | None:
    """ "dozens", "hundreds of thousands", "several hundred thousand", "a few hundred"."""
    word, n = tokens.word, tokens.size
    j = i
    if word[j] in ("a", "an") and j + 1 < n and word[j + 1] in ("few", "couple"):
        j += 1
    if word[j] in _VAGUE_BEFORE:
        j += 2 if word[j] == "couple" and j + 1 < n and word[j + 1] == "of" else 1
        if _kind(tokens, j)[0] not in ("scale", "plural") and not (j < n and word[j] == "dozen"):
            return None
    elif _kind(tokens, j)[0] != "plural":
        return None
    while j < n and (_kind(tokens, j)[0] in ("scale", "plural") or word[j] == "dozen"):
        j += 1
        if j + 1 < n and word[j] == "of" and _kind(tokens, j + 1)[0] in ("scale", "plural"):
            j += 1
    return Number(i, j, None, words=True, vague=True)


class _Words:
    """Number words to any size: "two hundred and thirty-four thousand", "five point two million"."""

    __slots__ = ("current", "first", "hundred", "last", "rank", "scale", "tokens", "total")

    def __init__(self, tokens: Tokens, i: int) -> None:
        self.tokens = tokens
        self.first = i
        self.last = i
        self.total = self.current = Decimal(0)
        self.scale = ONE
        self.hundred = False
        self.rank = 0  # of the last plain cardinal: 1 units, 2 teens, 3 tens

    def run(self) -> Number | None:
        tokens = self.tokens
        at = self.first
        if tokens.word[at] in ("a", "an"):
            if _kind(tokens, at + 1)[0] != "scale" and not (at + 1 < tokens.size and tokens.word[at + 1] in _TENS):
                return None
            at += 1
        start = at
        while (step := self._step(at, start)) is not None:
            at = self.last = step
        if self.last <= start:
            return None
        self._point()
        number = Number(self.first, self.last, self.total + self.current, scale=self.scale, words=True)
        return self._with_half(number)

    def _step(self, at: int, start: int) -> int | None:
        """Take in the word at `at` (over "and", a hyphen, a comma); the token after it, or None."""
        tokens = self.tokens
        word = tokens.word[at] if at < tokens.size else ""
        if word == "-" and at > start and at + 1 < tokens.size and (tokens.tight(at) == tokens.tight(at + 1)):
            at += 1
        elif word == "and" and at > start and (self.hundred or self.total):
            if _kind(tokens, at + 1)[0] != "cardinal" or _and_part(tokens, at)[0] is not None:
                return None
            at, self.rank = at + 1, 0
        elif word == "," and at > start and self.total and self._goes_on(at + 1):
            at += 1
        kind, amount = _kind(tokens, at)
        if kind == "cardinal":
            taken = self._cardinal(amount)
        elif kind == "scale":
            taken = self._scale(amount)
        elif at < tokens.size and tokens.word[at].rstrip("s") in _TENS and (self.current or at == start):
            self.total, self.current, self.scale = (self.current or ONE) * amount, Decimal(0), amount
            self.rank, taken = 9, True
        else:
            taken = False
        return at + 1 if taken else None

    def _cardinal(self, amount: Decimal) -> bool:
        here = 3 if amount >= 20 else 2 if amount >= 10 else 1
        if self.rank and not (self.rank == 3 and here == 1 and amount > 0):
            return False
        self.current += amount
        self.rank = here
        return True

    def _scale(self, amount: Decimal) -> bool:
        if self.rank == 9:
            return False
        if amount == _HUNDRED:
            if self.hundred:
                return False
            self.current = (self.current or ONE) * amount
            self.hundred, self.rank = True, 0
            return True
        if self.total and self.current == 0:  # "hundred thousand million"
            if self.total * amount > _HIGHEST:
                return False
            self.total *= amount
            self.scale *= amount
        else:
            if self.total and amount >= self.scale > 1:
                return False
            self.total += (self.current or ONE) * amount
            self.scale = amount
        self.current, self.hundred, self.rank = Decimal(0), False, 0
        return True

    def _goes_on(self, at: int) -> bool:
        """Whether "one thousand, two hundred" goes on after its comma."""
        return _kind(self.tokens, at)[0] == "cardinal" and _kind(self.tokens, at + 1)[0] == "scale"

    def _point(self) -> None:
        """ "two hundred point zero three", "five point two million"."""
        tokens = self.tokens
        if self.last + 1 >= tokens.size or tokens.word[self.last] != "point":
            return
        text = ""
        at = self.last + 1
        while _kind(tokens, at)[0] == "cardinal" and len(text) < 6:
            text += str(_kind(tokens, at)[1])
            at += 2 if at + 2 < tokens.size and tokens.word[at + 1] == "-" and len(text) == 2 else 1
        if not text:
            return
        if len(text) == 3 and text[1] == "0":  # seventy-one
            text = text[0] + text[2]
        self.current += Decimal("0." + text)
        self.last = at
        kind, amount = _kind(tokens, at)
        if kind == "scale":
            self.total, self.current = self.total + self.current * amount, Decimal(0)
            self.scale, self.last = amount, at + 1

    def _with_half(self, number: Number) -> Number:
        """ "two and a half", "two-and-a-half million", "a million and a half"."""
        tokens = self.tokens
        at = number.last
        if at + 1 < tokens.size and tokens.word[at] == "-":
            at += 1
        if at < tokens.size and tokens.word[at] == "and":
            part, end = _and_part(tokens, at)
            if part is not None:
                assert number.value is not None
                if self.scale > 1 and self.current == 0:
                    number.value, number.last = number.value + part * self.scale, end
                    return number
                number.value, number.last = number.value + part, end
                number = _scaled(tokens, number, money=False)
                number.words = True
        return number
