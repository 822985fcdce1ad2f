"""Currencies on either side of a number: signs, codes and names, settled by the document's home."""

from collections.abc import Mapping
from functools import cache

from plainfigures.prose.nouns.heads import names_people
from plainfigures.prose.units.home import WORLDWIDE, Home
from plainfigures.prose.units.prices import SCALES, SIGNS, is_large, leads_a_price, leads_next
from plainfigures.prose.units.tender import of_subject, of_the_world
from plainfigures.prose.units.units import Unit
from plainfigures.prose.words import lexicon
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.surfaces import Index, Surface, index_of, longest
from plainfigures.prose.words.tokens import Tokens, split

_SURE = ("sign", "code")
_COMMON = ("weak", "guarded")
_LOOSE = frozenset("rs kr tk skr dkr nkr".split())  # of no other sense before a number
_WORDS, _LONG = 4, 3  # of a name with hyphens; digits of a sum beside what may be initials
_COINED = frozenset("gold silver convertible constant".split())


def currency_before(tokens: Tokens, i: int, home: Home) -> Unit | None:
    """The currency that ends just before token `i` ("$", "US$", "USD", "A $", "Rs.")."""
    if i == 0:
        return None
    raw = tokens.raw
    j = i - 1
    if raw[j] == ")" and j > 1 and raw[j - 2] == "(":
        j -= 1  # "a total of Rufiyaa (MVR) 3 million"
    if raw[j] in (".", "-") and j > 0 and (tokens.tight(j) or raw[j - 1] in SIGNS):
        j -= 1
    ends = _last_words()
    firsts = max(0, j - 2) if raw[j] in ends or tokens.word[j] in ends else j + 1
    if firsts < j and _is_article(tokens, j - 1):
        firsts = j
    for first in range(firsts, j + 1):
        for sequence in (raw, tokens.word):
            entry = longest(_index(), sequence, first)
            if entry is None or len(entry.words) != j + 1 - first:
                continue
            lower = sequence is not raw
            if _stands_before(tokens, entry, j, i) and not (
                lower and _miswritten(raw[first], entry.kind)
            ):
                near = (tokens, first)
                return _lettered(tokens, first, j, i) or _money(entry, first, i, home, near)
    return _sign_first(tokens, j, i) or _in_small_letters(tokens, j, i, home)


def currency_after(tokens: Tokens, i: int, home: Home) -> Unit | None:
    """The currency that begins at token `i` ("€", "euros", "US dollars", "USD")."""
    word, n = tokens.word, tokens.size
    if i >= n:
        return None
    j = i + 1 if word[i] == "-" and tokens.glued(i) else i
    if j + 1 < n and word[j] == "of" and word[j + 1] != "the":
        j += 1
    if j + 1 < n and word[j] in _COINED:  # "40 million gold francs"
        j += 1
    written, lowered = longest(_index(), tokens.raw, j), longest(_index(), word, j)
    found = [entry for entry in (written, lowered) if entry is not None]
    found.sort(key=lambda entry: -len(entry.words))  # "francs CFA"
    money: Unit | None
    for entry in found:
        if _stands_after(tokens, entry, j, i):
            money = _money(entry, i, j + len(entry.words), home, (tokens, i))
            break
    else:
        money = (
            _national(tokens, i, j)
            or _scaled_code(tokens, i, j)
            or _hyphened(tokens, i, j, home)
            or _after_in_small_letters(tokens, i, j, home)
        )
    return None if money is None or leads_next(tokens, j, i, money.last) else money


def _after_in_small_letters(tokens: Tokens, i: int, j: int, home: Home) -> Unit | None:
    """ "20 hkd", "500 rs": letters of a currency written small in a text that has no others."""
    raw = tokens.raw[j] if j < tokens.size else ""
    if not is_currency_in_small_letters(raw) or any(w[0].isupper() for w in tokens.raw):
        return None
    if raw in lexicon.units():
        return None  # "4 kgs"
    entry = longest(_index(), [_capitals(raw) or raw], 0)
    return None if entry is None else _money(entry, i, j + 1, home)


def _hyphened(tokens: Tokens, i: int, j: int, home: Home) -> Unit | None:
    """ "a 25-million-Canadian-dollar grant": the words of a name with hyphens between them."""
    if j == i or tokens.at(j + 1) != "-" or not tokens.glued(j + 1):
        return None
    last = j
    while tokens.at(last + 1) == "-" and tokens.glued(last + 1) and last - j < _WORDS:
        last += 2
    entry = longest(_index(), tokens.raw[j : last + 1 : 2], 0)
    if entry is not None and entry.kind == "name":
        return _money(entry, i, j + 2 * len(entry.words) - 1, home)
    nation = lexicon.countries().get(tokens.raw[j])
    entry = longest(_index(), tokens.word, j + 2)
    if nation is None or entry is None or entry.kind != "ambiguous":
        return None
    return _money(entry, i, j + 2 + len(entry.words), Home(nation.code))


def currency_named(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """The code of a currency named from token `i`, without a number, and the token after it."""
    for sequence in (tokens.raw, tokens.word):
        entry = longest(_index(), sequence, i)
        if entry is None or (entry.kind in _COMMON and i and tokens.at(i - 1) not in ("in", "(")):
            continue
        if sequence is tokens.raw or not _miswritten(tokens.raw[i], entry.kind):
            return _money(entry, i, i, Home()).name, i + len(entry.words)
    return None


def is_currency(raw: str) -> bool:
    """Whether a token as written is a currency, or the letters of one before its sign ("US")."""
    table = lexicon.currencies()
    return raw in table or (raw.upper() == raw and (raw + "$") in table)


@cache
def _index() -> Index:
    table = lexicon.currencies()
    return index_of((surface, entry.code, entry.kind) for surface, entry in table.items())


@cache
def _written() -> Mapping[tuple[str, ...], str]:
    """How the currency of some tokens is written: "B$" of "B" and "$"."""
    return {split(surface): surface for surface in lexicon.currencies()}


@cache
def _last_words() -> frozenset[str]:
    """The last word or sign of every currency."""
    return frozenset(entry.words[-1] for entries in _index().values() for entry in entries)


def _money(
    entry: Surface, first: int, last: int, home: Home, near: tuple[Tokens, int] | None = None
) -> Unit:
    """The currency of an entry; one of several is settled by the document's home.

    `near` are its tokens and where it stands: of a name and of ¥ the subject may tell whose it is.
    """
    surface = _written()[entry.words]
    shared = entry.kind == "weak" and len(lexicon.currencies()[surface].candidates) > 1
    if entry.kind != "ambiguous" and not shared:
        return Unit(first, last, entry.name, "money")
    if near is not None and (surface.rstrip(".").isalpha() or surface == "\u00a5"):
        code = of_subject(*near, lexicon.currencies()[surface].candidates)
        if code is not None and not surface.startswith(WORLDWIDE):
            return Unit(first, last, code, "money", True, False)
    code, ambiguous = home.settled(surface)
    world = ambiguous and entry.name == "USD" != code and near and of_the_world(near[0], code)
    return Unit(first, last, entry.name if world else code, "money", True, ambiguous)


def _stands_before(tokens: Tokens, entry: Surface, j: int, i: int) -> bool:
    """Whether an entry that ends with token `j` may stand before the number at token `i`."""
    raw = tokens.raw
    if entry.kind == "weak":  # "N120,000", but no "N 5" and no "N95"
        return tokens.tight(i) and raw[j][0].isupper() and leads_a_price(tokens, i)
    if entry.kind == "name" and not _names_a_sum(tokens, entry, j, i):
        return False
    if entry.kind == "guarded" and not (tokens.tight(i) or _leads_a_sum(tokens, j, i)):
        return False
    # of the ambiguous signs and short letters lead, "Rs", "Sh", "kr", "Fr", and "rupees 40 crore"
    name = entry.kind == "ambiguous" and raw[j].isalpha() and len(raw[j]) > 3
    return not name or raw[j].isupper() or _names_a_sum(tokens, entry, j, i)


def _names_a_sum(tokens: Tokens, entry: Surface, j: int, i: int) -> bool:
    """ "US dollars 940 million", "euros 2,400": a name, of no number before it, with a sum."""
    first = j + 1 - len(entry.words)
    before = tokens.at(first - 1)
    owned = first > 0 and (is_number(before) or before in SIGNS or before == "-")
    return not owned and (tokens.at(i + 1) in SCALES or "," in tokens.raw[i])


def _leads_a_sum(tokens: Tokens, j: int, i: int) -> bool:
    """ "Tk 1,200", "DM 5 million"; not "DM 5" nor "ALL 500 people"."""
    if len(tokens.raw[j]) > 2 and tokens.raw[j].isupper():
        return tokens.at(i + 1) in SCALES and not tokens.raw[j - 1].isupper()
    return len(tokens.raw[i]) >= _LONG or tokens.at(i + 1) in SCALES


def _miswritten(raw: str, kind: str) -> bool:
    """Whether a token that matched in lower case is too small for it ("usd", "Chf")."""
    return (raw[0].isalpha() and raw == raw.lower()) or (kind == "code" and raw != raw.upper())


def _lettered(tokens: Tokens, first: int, j: int, i: int) -> Unit | None:
    """ "US $", "A $": letters before the sign at token `j`."""
    raw = tokens.raw
    if raw[j] not in SIGNS or first != j or j == 0 or not raw[j - 1].isalpha():
        return None
    nation = lexicon.countries().get(raw[j - 1].title()) if raw[j] == "$" else None
    if nation is not None and "adjective" in nation.kinds:  # "Canadian $15"
        code, _ = Home(nation.code).settled("$")
        return Unit(j - 1, i, code, "money") if nation.code and code != "USD" else None
    code = raw[j - 1].upper()
    if raw[j - 1] == "us" and not tokens.tight(j):
        return None  # "you sent us $400"
    if code == "S" and j > 2 and raw[j - 2] == "." and raw[j - 3] in ("u", "U"):  # "u.s $"
        return Unit(j - 3, i, "USD", "money")
    entry = longest(_index(), [code, raw[j]], 0) or longest(_index(), [code], 0)
    if entry is None or entry.kind not in _SURE:
        return None
    if _is_article(tokens, j - 1):
        return None
    return Unit(j - 1, i, entry.name, "money")


def _is_article(tokens: Tokens, k: int) -> bool:
    """ "a $5 million loan", "(A $5 million loan" where a sentence begins; not "in A $5 million"."""
    opens = k == 0 or not (tokens.word[k - 1].isalnum() or tokens.word[k - 1] == ",")
    article = tokens.raw[k] == "a" or (opens and tokens.raw[k] == "A")
    return article and not tokens.tight(k + 1)


def _in_small_letters(tokens: Tokens, j: int, i: int, home: Home) -> Unit | None:
    """ "sh50", "usd 50": letters of a currency written small, right before its number."""
    raw = tokens.raw[j]
    if not (raw.isalpha() and raw.islower() and 2 <= len(raw) <= 4):
        return None
    letters = _capitals(raw)
    if letters is None or not (tokens.tight(i) or letters == raw.upper() or raw in _LOOSE):
        return None
    entry = longest(_index(), [letters], 0)
    return None if entry is None or entry.kind in _COMMON else _money(entry, j, i, home)


def is_currency_in_small_letters(raw: str) -> bool:
    """Whether small letters are those of a currency ("sh", "rs", "chf")."""
    return 2 <= len(raw) <= 4 and raw.islower() and _capitals(raw) is not None


@cache
def _capitals(raw: str) -> str | None:
    """The letters of a currency as they are rightly written, for small ones."""
    table = lexicon.currencies()
    for letters in (raw.upper(), raw.capitalize()):
        if letters in table and table[letters].kind not in _COMMON:
            return letters
    return None


def _sign_first(tokens: Tokens, j: int, i: int) -> Unit | None:
    """ "$US55m": the sign, then the letters, then the number."""
    raw = tokens.raw
    glued = j >= 1 and tokens.tight(j) and tokens.tight(i)
    if not glued or not raw[j].isalpha() or raw[j - 1] not in SIGNS:
        return None
    entry = longest(_index(), [raw[j], raw[j - 1]], 0)
    return None if entry is None else Unit(j - 1, i, entry.name, "money")


def _stands_after(tokens: Tokens, entry: Surface, j: int, i: int) -> bool:
    """Whether an entry that begins at token `j` belongs to the number before token `i`."""
    raw = tokens.raw[j]
    if (entry.kind == "code" and raw != raw.upper()) or (len(raw) == 1 and raw.isalpha()):
        return False  # "1,300 K" are no kwacha
    if entry.kind in _COMMON:
        of = tokens.at(j + 1) == "of" and (raw.isupper() or tokens.word[i - 1] not in SCALES)
        if of or not is_large(tokens, i):
            return False  # "4,000 MT of maize", but "18 million marks of relief"
    if entry.kind == "name" and raw.istitle():
        behind = j + len(entry.words)
        people = names_people(tokens.at(behind))
        if people or (tokens.capital(behind) and tokens.raw[behind] in lexicon.demonyms()):
            return False  # "3,000 Afghani refugees", "900 Guarani Indians"
    loose = entry.kind == "ambiguous" and raw[0].isalpha() and len(raw) < 4
    return not loose or raw in ("kr", "lei") or raw[0].isupper() or tokens.tight(j)


def _national(tokens: Tokens, i: int, j: int) -> Unit | None:
    """ "Kenyan shillings": an ambiguous name settled by the nationality before it."""
    nation = lexicon.countries().get(tokens.raw[j]) if j + 1 < tokens.size else None
    if nation is None or not tokens.capital(j):
        return None
    entry = longest(_index(), tokens.word, j + 1)
    if entry is None or entry.kind != "ambiguous":
        return None
    code, _ = Home(nation.code).settled(_written()[entry.words])
    return Unit(i, j + 2, code, "money")


def _scaled_code(tokens: Tokens, i: int, j: int) -> Unit | None:
    """ "30 MUSD": millions of a currency in one word; the scale is taken with the number."""
    raw = tokens.raw[j]
    if len(raw) != 4 or raw[0] != "M" or not raw.isupper():
        return None
    entry = lexicon.currencies().get(raw[1:])
    if entry is None or entry.kind != "code":
        return None
    return Unit(i, j + 1, entry.code, "money")
