"""Compiles the tables of number words, units and currencies."""

from decimal import Decimal
from importlib.metadata import version

from babel import Locale
from babel.core import get_global

from lexicons.sources import brill
from lexicons.tables import rows, split, table, words
from plainfigures.prose.words.inflection import regular_plural

CLDR = f"CLDR through babel {version('babel')} (Unicode License V3)"
_APOSTROPHES = str.maketrans(
    {"\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{MODIFIER LETTER TURNED COMMA}": "'"}
)
_NEW = "ZWG"  # no word of prose means it yet
_NO_ORDINAL = ("lac", "lakh", "crore", "milliard", "fourty")
# How "square metre" and "cubic foot" begin, before any spelling of the length; what else stands
# before ("squares metres") or behind its name ("metres squared").
_POWERS = {"square": ("square", "sq", "sq."), "cubic": ("cubic", "cu", "cu.")}
_BEFORE = {"square": ("squares", "squared"), "cubic": ("cubics", "cubed")}
_BEHIND = {"square": "squared", "cubic": "cubed"}
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip


def numbers() -> str:
    """numbers.tsv: word, kind, value."""
    made: dict[str, tuple[str, str]] = {}
    for row in rows("numbers"):
        word, kind, value = row["word"], row["kind"], row["value"]
        made[word] = (kind, value)
        if kind in ("cardinal", "scale") and Decimal(value) > 0 and word not in _NO_ORDINAL:
            ordinal = _ordinal(word)
            made[ordinal] = ("ordinal", value)
            if Decimal(value) > 2:
                made[ordinal + "s"] = ("fraction", _part(value))
        if kind == "scale" or word in ("ten", "dozen", "doz", "dz", "score"):
            made[word + "s"] = ("plural", value)
        if word == "quarter":
            made["quarters"] = (kind, value)
    notes = ["Number words: by hand, ordinals and fractions by rule. Apache-2.0."]
    return table(notes, ("word", "kind", "value"), ((w, *entry) for w, entry in made.items()))


def units() -> str:
    """units.tsv: surface, unit, dimension, kind."""
    guarded, doubtful = set(words("guarded_units")), set(words("ambiguous_units"))
    made: dict[str, tuple[str, str, str]] = {}

    def add(surface: str, unit: str, dimension: str, kind: str) -> None:
        if surface in guarded and kind == "symbol":
            kind = "guarded"
        elif surface in doubtful and kind == "word":
            kind = "ambiguous"
        made.setdefault(surface, (unit, dimension, kind))

    prefixes = {row["letter"]: row for row in rows("prefixes")}
    for row in rows("units"):
        unit, dimension = row["unit"], row["dimension"]
        for symbol in split(row["symbols"]):
            add(symbol, unit, dimension, "symbol")
        for name in split(row["names"]):
            singular, _, plural = name.partition("/")
            for surface in (singular, plural or _plural_phrase(singular)):
                add(surface, unit, dimension, row["kind"])
    for row in rows("unit_bases"):
        for letter in ["", *row["prefixes"].split()]:
            prefix = prefixes[letter]["name"] if letter else ""
            for sign in split(prefixes[letter]["symbols"]) if letter else [""]:
                for symbol in split(row["symbols"]):
                    add(sign + symbol, prefix + row["unit"], row["dimension"], "symbol")
            for name in split(row["names"]):
                for surface in (name, _plural_phrase(name) if " of " not in name else name):
                    add(prefix + surface, prefix + row["unit"], row["dimension"], "word")
    defined = {entry[0]: entry[1] for entry in made.values()}
    for surface, (unit, dimension, kind) in list(made.items()):
        if dimension != "length" or not surface.isalpha() or surface == "in":
            continue
        kind = kind if kind == "word" else "symbol"
        for power, leads in _POWERS.items():
            if (name := f"{power}_{unit}") in defined:
                for lead in leads + (_BEFORE[power] if kind == "word" else ()):
                    add(f"{lead} {surface}", name, defined[name], kind)
                add(f"{surface} {_BEHIND[power]}", name, defined[name], kind)
    notes = [
        "Units of the International System with prefixes and everyday units, by hand. Apache-2.0.",
        "Symbols are as written, words lower case. guarded: a unit only right after a number;",
        "ambiguous: a word with another common meaning.",
    ]
    body = ((surface, *entry) for surface, entry in made.items())
    return table(notes, ("surface", "unit", "dimension", "kind"), body)


def currencies() -> str:
    """currencies.tsv: surface, code, kind, candidates."""
    english = Locale("en")
    plurals = english._data["currency_names_plural"]
    current = set(currency_countries_map().values())
    made: dict[str, tuple[str, str, str]] = {}
    names: dict[str, set[str]] = {}
    english_words = frozenset(brill())
    for code, name in english.currencies.items():
        if "(" in name or code in ("XXX", "XTS", "XAG", "XAU", "XPT", "XPD", "XRE", "XUA", _NEW):
            if code not in ("XAG", "XAU", "XPT", "XPD", "XXX", "XTS"):
                made[code] = (code, "guarded" if code.lower() in english_words else "code", "")
            continue
        kind = "guarded" if code.lower() in english_words else "code"
        made[code] = (code, kind, "")
        for form in (name, plurals[code]["other"] if code in plurals else name):
            phrase = _plain(form)
            names.setdefault(phrase.rpartition(" ")[2], set()).add(code)
            if "(" not in phrase and " " in phrase:
                made.setdefault(phrase, (code, "name", ""))
    for row in rows("currency_names"):
        made[row["surface"]] = (row["code"], "name", "")
        names.setdefault(row["surface"].rpartition(" ")[2], set()).add(row["code"])
    callings = {row["alpha3"]: split(row["adjectives"]) for row in rows("nations")}
    for alpha2, alpha3 in alpha3_codes().items():
        name = _plain(english.territories[alpha2])
        if " - " not in name and "(" not in name:  # not "Congo - Kinshasa", "Myanmar (Burma)"
            callings.setdefault(alpha3, []).append(name)
    money = currency_countries_map()
    for row in rows("currency_units"):
        forms = [row["word"], *split(row["plurals"])]
        codes = set().union(*(names.get(form, set()) for form in forms))
        ordered = [row["code"], *sorted(codes & current - {row["code"]})]
        ordered += sorted(codes - current - {row["code"]})
        kind = row["kind"]
        for form in forms:
            made[form] = (row["code"], kind, " ".join(ordered) if kind != "name" else "")
            for country, called in callings.items():
                code = money.get(country)
                if code in ordered:
                    for calling in called:
                        made.setdefault(f"{calling.lower()} {form}", (code, "name", ""))
    for row in rows("currency_signs"):
        codes_of_sign = row["codes"].split()
        candidates = " ".join(codes_of_sign) if len(codes_of_sign) > 1 else ""
        made[row["surface"]] = (codes_of_sign[0], row["kind"], candidates)
    notes = [
        f"Currencies: ISO 4217 codes and names from {CLDR}; signs and spellings by hand.",
        "Signs and codes are as written, names lower case; code: the common reading.",
        "ambiguous: candidates by document; guarded: a currency only right beside a number;",
        "weak: only with a scale word or a sum in thousands besides.",
    ]
    body = ((surface, *entry) for surface, entry in made.items())
    return table(notes, ("surface", "code", "kind", "candidates"), body)


def currency_countries() -> str:
    """currency_countries.tsv: the legal tender of each country today, and what was it before."""
    notes = [f"The currency of each country, and until what year one was it, from {CLDR}."]
    money = currency_countries_map()
    today = ((country, code, "") for country, code in money.items())
    alpha3, current = alpha3_codes(), set(money.values())
    before = (
        (alpha3[territory], code, str(end[0]))
        for territory, uses in get_global("territory_currencies").items()
        for code, _, end, tender in uses
        if territory in alpha3 and tender and end is not None and code not in current
    )
    return table(notes, ("country", "currency", "until"), sorted({*today, *before}))


def currency_countries_map() -> dict[str, str]:
    """ISO 3166-1 alpha-3 -> ISO 4217 of the legal tender that is valid today."""
    made: dict[str, str] = {}
    alpha3 = alpha3_codes()
    for territory, uses in get_global("territory_currencies").items():
        valid = [code for code, _, end, tender in uses if end is None and tender]
        if valid and territory in alpha3:
            own = (code for code in valid if code.startswith(territory) and code != _NEW)
            made[alpha3[territory]] = next(own, valid[0])  # of Bhutan no rupee
    return made


def alpha3_codes() -> dict[str, str]:
    """ISO 3166-1 alpha-2 -> alpha-3, of the codes that are in force."""
    listed = {row["alpha3"] for row in rows("nations")}
    aliases = get_global("territory_aliases")
    return {aliases[code][0]: code for code in sorted(listed) if code in aliases}


def _ordinal(word: str) -> str:
    if word in _ORDINALS:
        return _ORDINALS[word]
    return word[:-1] + "ieth" if word.endswith("y") else word + "th"


def _part(value: str) -> str:
    part = Decimal(1) / Decimal(value)
    return format(part.quantize(Decimal("1E-20")).normalize(), "f")


def _plural_phrase(phrase: str) -> str:
    head, space, last = phrase.rpartition(" ")
    first, hyphen, tail = last.rpartition("-")
    irregular = {
        "foot": "feet",
        "inch": "inches",
        "hertz": "hertz",
        "lux": "lux",
        "siemens": "siemens",
    }
    plural = irregular.get(tail) or regular_plural(tail)
    return f"{head}{space}{first}{hyphen}{plural}"


def _plain(name: str) -> str:
    return name.lower().replace("&", "and").translate(_APOSTROPHES)
