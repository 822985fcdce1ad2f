"""Units and currencies beside a number: longest match of signs, codes, symbols and names."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from plainfigures.prose.lexicon import countries, currencies, currency_of_country, tag, units
from plainfigures.prose.tokens import Tokens, split

_SIGNS = "$\u20ac\u00a3\u00a5\u20b9\u20bd\u20b4\u20ba\u20bc\u20be\u058f\u20a9\u20aa\u20a6\u20b1\u0e3f\u20ab\u20b8\u20a1\u20b2\u20ad\u20ae\u20b5\u20bf"
_RATES = frozenset(("per", "a", "an", "each", "every", "/"))
_PERIODS = frozenset(
    "second minute hour day night week weekend fortnight month quarter year decade annum".split()
)


@dataclass(frozen=True, slots=True)
class Unit:
    """Tokens first..last (exclusive) that name a unit; `kind` is money, percent, point or unit.

    `ambiguous` is True for a bare sign or name ("$", "pounds") read by default.
    """

    first: int
    last: int
    name: str
    kind: str
    ambiguous: bool = False


@cache
def _unit_phrases() -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    return _by_first((surface, entry.unit, entry.kind) for surface, entry in units().items())


@cache
def _currency_phrases() -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    return _by_first((surface, entry.code, entry.kind) for surface, entry in currencies().items())


def _by_first(
    rows: Iterable[tuple[str, str, str]],
) -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for surface, name, kind in rows:
        words = split(surface)
        if words and (len(words) == 1 or words[-1] != "."):
            table.setdefault(words[0], []).append((words, name, kind))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


@dataclass(frozen=True, slots=True)
class Home:
    """Where a document comes from: its country and the currency of its bare $, where known."""

    country: str | None = None
    currency: str | None = None


def _settled(surface: str, home: Home) -> tuple[str, bool]:
    """The code of an ambiguous sign or name by the document's home: (code, still ambiguous)."""
    entry = currencies()[surface]
    if home.currency is not None and home.currency in entry.candidates:
        return home.currency, False
    own = currency_of_country().get(home.country) if home.country is not None else None
    if own is not None and own in entry.candidates:
        return own, False
    return entry.code, True


def _match(
    table: dict[str, list[tuple[tuple[str, ...], str, str]]], sequence: list[str], i: int
) -> tuple[tuple[str, ...], str, str] | None:
    for entry in table.get(sequence[i], ()):
        size = len(entry[0])
        if size == 1 or tuple(sequence[i : i + size]) == entry[0]:
            return entry
    return None


def currency_before(tokens: Tokens, i: int, home: Home) -> Unit | None:
    """The currency that ends just before token `i` ("$", "US$", "USD", "A $", "Rs.")."""
    raw = tokens.raw
    if i == 0:
        return None
    table = _currency_phrases()
    j = i - 1
    if raw[j] in (".", "-") and j > 0 and (tokens.tight(j) or raw[j - 1] in _SIGNS):
        j -= 1
    for size in (3, 2, 1):
        first = j - size + 1
        if first < 0:
            continue
        for sequence in (raw, tokens.word):
            entry = _match(table, sequence, first)
            if entry is not None and len(entry[0]) == size:
                name, kind = entry[1], entry[2]
                if kind == "weak" or kind == "guarded" and not tokens.tight(i):
                    continue
                if kind == "name" or (
                    kind == "ambiguous" and raw[j][0].isalpha() and not _leads(raw[j])
                ):
                    continue
                if (
                    sequence is tokens.word
                    and raw[first][0].isalpha()
                    and raw[first] == tokens.word[first]
                ):
                    continue
                if sequence is tokens.word and kind == "code" and raw[first] != raw[first].upper():
                    continue
                start = first
                # "US $", "A $": a letter code glued before the sign
                if raw[j] in _SIGNS and first == j and j > 0 and raw[j - 1].isalpha():
                    code = raw[j - 1].upper()
                    glued = _match(table, [code + raw[j]], 0) or _match(table, [code], 0)
                    if glued is not None and glued[2] in ("sign", "code") and (tokens.tight(j) or len(code) >= 2 or raw[j - 1] != "a"):
                        return Unit(j - 1, i, glued[1], "money")
                if kind == "ambiguous":
                    name, ambiguous = _settled(" ".join(entry[0]), home)
                    return Unit(start, i, name, "money", ambiguous)
                return Unit(start, i, name, "money")
    # "$US55m": the sign, then the letters, then the number
    if j >= 1 and raw[j].isalpha() and raw[j - 1] in _SIGNS and tokens.tight(j) and tokens.tight(i):
        glued = _match(table, [raw[j] + raw[j - 1]], 0)
        if glued is not None:
            return Unit(j - 1, i, glued[1], "money")
    return None


def _leads(raw: str) -> bool:
    """Whether an ambiguous letter sign stands before its number ("Rs", "Sh", "kr", "Fr")."""
    return len(raw) <= 3


def currency_after(tokens: Tokens, i: int, home: Home) -> Unit | None:
    """The currency that begins at token `i` ("€", "euros", "US dollars", "USD")."""
    raw, word, n = tokens.raw, tokens.word, tokens.size
    if i >= n:
        return None
    j = i + 1 if word[i] == "-" and i + 1 < n and tokens.tight(i) and tokens.tight(i + 1) else i
    if j + 1 < n and word[j] == "of" and word[j + 1] != "the":
        j += 1
    table = _currency_phrases()
    for sequence in (raw, word):
        entry = _match(table, sequence, j)
        if entry is None:
            continue
        words, name, kind = entry
        if kind == "code" and raw[j] != raw[j].upper():
            continue
        if kind in ("weak", "guarded") and not _large(tokens, i):
            continue
        if raw[j] in _SIGNS and j + 1 < n and raw[j + 1][0].isdecimal() and tokens.tight(j + 1):
            continue
        if (
            kind == "ambiguous"
            and raw[j][0].isalpha()
            and len(raw[j]) < 4
            and raw[j] not in ("kr", "Kr")
        ):
            if not (raw[j][0].isupper() or tokens.tight(j)):
                continue
        if kind == "ambiguous":
            name, ambiguous = _settled(" ".join(words), home)
            return Unit(i, j + len(words), name, "money", ambiguous)
        return Unit(i, j + len(words), name, "money")
    if raw[j][0].isupper() and j + 1 < n:  # "Kenyan shillings"
        nation = countries().get(raw[j])
        entry = _match(table, word, j + 1) if nation is not None else None
        if nation is not None and entry is not None and entry[2] == "ambiguous":
            code, _ = _settled(" ".join(entry[0]), Home(nation.code))
            return Unit(i, j + 2, code, "money")
    return None


def _large(tokens: Tokens, i: int) -> bool:
    """Whether the number before token `i` has a scale word or four digits, as sums of money do."""
    word = tokens.word[i - 1] if i else ""
    return word in (
        "thousand",
        "million",
        "billion",
        "trillion",
        "bn",
        "m",
        "mn",
        "lakh",
        "crore",
    ) or (len(word.replace(",", "").replace(".", "")) >= 4 and word[0].isdecimal())


def unit_after(tokens: Tokens, i: int) -> Unit | None:
    """The unit that begins at token `i`, after a hyphen too ("five-year", "30 - year - long")."""
    word, n = tokens.word, tokens.size
    if i >= n:
        return None
    j = i
    if word[i] == "-" and i + 1 < n:
        # a hyphen torn apart, but no dash: "30 - year - long", "30 - year bonds"
        loose = i + 2 < n and (word[i + 2] == "-" or word[i + 1] in _PERIODS)
        if loose or (tokens.tight(i) and tokens.tight(i + 1)):
            j = i + 1
    table = _unit_phrases()
    entry = _match(table, tokens.raw, j)
    if entry is None or (entry[2] == "guarded" and not _safe(tokens, j)):
        entry = _match(table, word, j)
        if entry is None or entry[2] == "guarded" or (entry[2] == "symbol" and len(entry[0][0]) <= 2):
            entry = _hyphened(table, tokens, j)
    if entry is None:
        return None
    words, name, _ = entry
    last = j + len(words)
    if name == "percent":
        k = last + 1 if last < n and word[last] == "-" else last
        if k < n and word[k] in ("point", "points"):
            return Unit(i, k + 1, "percentage_point", "point")
        if k < n and k > last and word[k] == "age":
            return None
        return Unit(i, last, "percent", "percent")
    return Unit(i, last, name, "point" if name.endswith("_point") else "unit")


def _hyphened(
    table: dict[str, list[tuple[tuple[str, ...], str, str]]], tokens: Tokens, j: int
) -> tuple[tuple[str, ...], str, str] | None:
    """A unit of two words with a hyphen between them ("square-kilometre")."""
    word = tokens.word
    if j + 2 < tokens.size and word[j + 1] == "-" and tokens.tight(j + 1) and tokens.tight(j + 2):
        for words, name, kind in table.get(word[j], ()):
            if words == (word[j], word[j + 2]):
                return (word[j], "-", word[j + 2]), name, kind
    return None


def _safe(tokens: Tokens, j: int) -> bool:
    """Whether a one-letter symbol is a unit here: glued to its number, or before a sign."""
    if tokens.tight(j) and tokens.raw[j] != "G":
        return not (j + 1 < tokens.size and tokens.tight(j + 1) and tokens.word[j + 1][0].isalnum())
    if tokens.raw[j] == "G":
        return False
    nxt = tokens.word[j + 1] if j + 1 < tokens.size else "."
    return (
        len(tokens.raw[j]) <= 2
        and nxt in (".", ",", ")", "/", ";", "x", "\u00d7")
        and tokens.raw[j] not in ("a", "A", "I")
    )


def rate_after(tokens: Tokens, i: int, money: bool = False) -> tuple[int, str, bool] | None:
    """A rate at token `i`: (token after it, its unit, whether it is over time).

    "a month", "per hectare", "km/h", "barrel-a-day"; "a share" and the like only after money.
    """
    word, n = tokens.word, tokens.size
    k = i + 1 if i + 1 < n and word[i] == "-" and word[i + 1] in _RATES else i
    if k + 1 >= n or word[k] not in _RATES or (word[k] == "/" and not tokens.tight(k)):
        return None
    j = k + 2 if word[k + 1] == "-" and k + 2 < n else k + 1
    if word[j] in _PERIODS:
        return j + 1, word[j], True
    if word[k] in ("each", "every"):
        return None
    entry = _match(_unit_phrases(), word, j) or (
        _match(_unit_phrases(), tokens.raw, j) if word[k] in ("per", "/") else None
    )
    if entry is not None and (word[k] in ("per", "/") or entry[2] in ("word", "ambiguous")):
        return j + len(entry[0]), entry[1], entry[1] in _PERIODS
    noun = word[j].isalpha() and tag(word[j]).split(",")[0] == "n"
    if noun and (word[k] == "per" or (money and word[k] in ("a", "an") and not _goes_on(tokens, j + 1))):
        return j + 1, word[j], False
    return None


def _goes_on(tokens: Tokens, j: int) -> bool:
    """Whether a noun follows, so that "a share price" is no rate."""
    return j < tokens.size and tokens.word[j].isalpha() and tag(tokens.word[j]).startswith("n")
