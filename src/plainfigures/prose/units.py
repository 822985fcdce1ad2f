"""Units and currencies beside a number: longest match of signs, codes, symbols and names."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from plainfigures.prose.lexicon import countries, currencies, currency_of_country, units
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
    if raw[j] == "." and j > 0 and tokens.tight(j):
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
                    glued = _match(table, [raw[j - 1] + raw[j]], 0)
                    if glued is not None and (tokens.tight(j) or raw[j - 1] in ("US", "USD")):
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
    """The unit that begins at token `i`, with a rate ("km/h", "tonnes per hectare")."""
    raw, word, n = tokens.raw, tokens.word, tokens.size
    if i >= n:
        return None
    j = i + 1 if word[i] == "-" and i + 1 < n and tokens.tight(i) and tokens.tight(i + 1) else i
    table = _unit_phrases()
    entry = _match(table, raw, j)
    if entry is None or entry[2] == "guarded" and not _safe(tokens, j):
        lower = _match(table, word, j)
        entry = (
            lower
            if lower is not None
            and lower[2] != "guarded"
            and (lower[2] != "symbol" or len(lower[0][0]) > 2)
            else None
        )
    if entry is None:
        return None
    words, name, kind = entry
    last = j + len(words)
    if kind == "ambiguous" and last < n and word[last] in ("sterling",):
        return None
    if (
        name == "percent"
        and last < n
        and word[last] == "-"
        and last + 1 < n
        and word[last + 1] == "age"
    ):
        return None
    if name == "percent":
        if last < n and word[last] in ("point", "points"):
            return Unit(i, last + 1, "percentage_point", "point")
        if last + 1 < n and word[last] == "-" and word[last + 1] in ("point", "points"):
            return Unit(i, last + 2, "percentage_point", "point")
        return Unit(i, last, "percent", "percent")
    if name in ("percentage_point", "basis_point"):
        return Unit(i, last, name, "point")
    return Unit(i, last, name, "unit")


def _safe(tokens: Tokens, j: int) -> bool:
    """Whether a one-letter symbol is a unit here: glued to its number, or before a sign."""
    if tokens.tight(j):
        return not (j + 1 < tokens.size and tokens.tight(j + 1) and tokens.word[j + 1][0].isalnum())
    nxt = tokens.word[j + 1] if j + 1 < tokens.size else "."
    return (
        len(tokens.raw[j]) <= 2
        and nxt in (".", ",", ")", "/", ";", "x", "\u00d7")
        and tokens.raw[j] not in ("a", "A", "I")
    )


def rate_after(tokens: Tokens, i: int) -> tuple[int, str, bool] | None:
    """A rate at token `i`: (token after it, its unit or words, whether it is over time)."""
    word, n = tokens.word, tokens.size
    if i + 1 >= n or word[i] not in _RATES:
        return None
    if word[i] == "/" and not tokens.tight(i):
        return None
    j = i + 1
    if word[i] in ("a", "an") and word[j] not in _PERIODS:
        entry = _match(_unit_phrases(), word, j)
        if entry is not None and entry[2] == "word" and not entry[1].endswith("s"):
            return j + len(entry[0]), entry[1], False
        return None
    if word[j] in _PERIODS:
        if word[i] in ("each", "every") or word[i] != "/":
            return j + 1, word[j], True
        return j + 1, word[j], True
    if word[i] in ("each", "every"):
        return None
    entry = _match(_unit_phrases(), word, j) or _match(_unit_phrases(), tokens.raw, j)
    if entry is not None:
        time = entry[1] in _PERIODS
        return j + len(entry[0]), entry[1], time
    if word[i] == "per" and word[j] == "capita":
        return j + 1, "capita", False
    if word[i] == "per" and word[j].isalpha():
        return j + 1, word[j], False
    return None
