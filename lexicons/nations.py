"""Compiles the table of countries, nationalities and groups of states, and the list of places."""

from babel import Locale
from babel.core import get_global

from lexicons.quantities import CLDR, alpha3_codes
from lexicons.tables import rows, split, table, words

_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
_CONTINENTS = ("Africa", "America", "Asia", "Australia", "Europe", "Pacific")
_ACCENTS = str.maketrans("çéíóãôåÅÉü", "ceioaoaAEu")


def countries() -> str:
    """countries.tsv: surface, code ("-" for none), kinds."""
    made: dict[str, tuple[str, set[str]]] = {}

    def add(surface: str, code: str, kind: str) -> None:
        known, kinds = made.setdefault(surface, (code, set()))
        if known == code:
            kinds.add(kind)

    territories = Locale("en").territories
    alpha2 = {alpha3: code for code, alpha3 in alpha3_codes().items()}
    for row in rows("nations"):
        code = row["alpha3"]
        listed = split(row["names"])
        if code in alpha2:
            listed += _spellings(territories[alpha2[code]])
        for name in listed:
            add(name.replace(_APOSTROPHE, "'"), code, "name")
    for row in rows("nations"):
        code, adjectives = row["alpha3"], split(row["adjectives"])
        for adjective in adjectives:
            add(adjective, code, "adjective")
        for entry in split(row["people"]):
            singular, _, plural = entry.partition("/")
            if entry in ("+", "++"):
                for one in adjectives if entry == "++" else adjectives[:1]:
                    add(one, code, "person")
                    add(one + "s", code, "people")
            elif entry in ("=", "~"):
                for one in adjectives:
                    add(one, code, "people")
                    if entry == "=":
                        add(one, code, "person")
            else:
                add(singular, code, "person")
                add(plural, code, "people")
    for row in rows("groups"):
        for name in split(row["names"]):
            add(name, "-", row["kind"])
    notes = [
        f"Countries by ISO 3166-1 alpha-3: common names from {CLDR};",
        "other names, adjectives, citizens, groups, places without a code by hand. As written.",
    ]
    body = ((surface, code, ",".join(sorted(kinds))) for surface, (code, kinds) in made.items())
    return table(notes, ("surface", "code", "kinds"), body)


def _spellings(name: str) -> list[str]:
    """A CLDR name and its other spellings: "St. Lucia" -> Saint Lucia, St Lucia."""
    found = [name]
    if " (" in name:
        found = [name.partition(" (")[0]]
    if " - " in name:
        found = []
    if name.endswith(" SAR China"):
        found = [name.removesuffix(" SAR China")]
    for one in list(found):
        if "&" in one:
            found.append(one.replace("&", "and"))
    for one in list(found):
        if one.startswith("St. "):
            found += ["Saint " + one[4:], "St " + one[4:]]
        plain = one.translate(_ACCENTS)
        if plain != one:
            found.append(plain)
    return found


def places() -> str:
    """places.txt: continents, regions and cities, a name a line."""
    english = Locale("en")
    known = {row.split("\t")[0] for row in countries().splitlines()}
    made = set(words("regions"))
    for code, name in english.territories.items():
        if code.isdigit() and code != "001":
            made.update(_spellings(name))
    for zone in get_global("zone_territories"):
        continent, _, city = zone.rpartition("/")
        if continent in _CONTINENTS:
            made.add(city.replace("_", " "))
    made -= set(words("no_places"))
    lines = [
        f"# Continents, regions and the cities of time zones from {CLDR};",
        "# further regions and cities by hand. No countries. As written.",
        *sorted(name for name in made if name not in known),
    ]
    return "\n".join(lines) + "\n"
