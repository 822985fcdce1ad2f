"""The words of the reader, each table read on first use."""

from functools import cache, lru_cache
from typing import NamedTuple

from plainfigures.prose.words import inflection
from plainfigures.prose.words.tables import lines, of_kind, table

_NO_MONEYS = frozenset("account f right rights sum sums unit units value".split())


class Unit(NamedTuple):
    """A unit: its name in full, its dimension, and how surely the surface means it.

    `kind` is word, symbol, guarded (only right after a number) or ambiguous (mass or money).
    """

    unit: str
    dimension: str
    kind: str


class Currency(NamedTuple):
    """A currency: the ISO 4217 code of its common reading and, if ambiguous, all candidates.

    `kind` is sign, code, name, ambiguous, guarded (only right beside a number) or weak (a common
    word or letter: only with a scale word or a sum in thousands, "5 million won", "N3 billion").
    """

    code: str
    kind: str
    candidates: tuple[str, ...]


class Country(NamedTuple):
    """A country or group: ISO 3166-1 alpha-3 or None, and what the surface is.

    `kinds` holds name, adjective, person, people, group, place, historic, *_adjective.
    """

    code: str | None
    kinds: tuple[str, ...]


@cache
def numbers() -> dict[str, tuple[str, str]]:
    """Lower-case number word -> (kind, value as decimal text).

    Kinds: cardinal, scale, ordinal, fraction, plural ("hundreds"), group ("dozen"), multiple
    ("double"), times ("twice"), pronoun ("both").
    """
    return {row[0]: (row[1], row[2]) for row in table("numbers.tsv") if row[1] != "letter"}


@cache
def scale_letters() -> dict[str, int]:
    """Lower-case letters of scale that follow digits -> factor: k, m, mn, bn, tn, cr …"""
    return {w: int(value) for w, kind, value in table("numbers.tsv") if kind == "letter"}


@cache
def units() -> dict[str, Unit]:
    """Symbol as written or lower-case word or phrase -> unit."""
    return {row[0]: Unit(row[1], row[2], row[3]) for row in table("units.tsv")}


@cache
def currencies() -> dict[str, Currency]:
    """Sign or code as written, or lower-case name -> currency."""
    return {
        row[0]: Currency(row[1], row[2], tuple(row[3].split())) for row in table("currencies.tsv")
    }


@cache
def countries() -> dict[str, Country]:
    """Surface as written, with plain apostrophes -> country, nationality or group of states."""
    return {
        row[0]: Country(None if row[1] == "-" else row[1], tuple(row[2].split(",")))
        for row in table("countries.tsv")
    }


@cache
def demonyms() -> dict[str, str]:
    """Capitalised word of nationality -> people (a plural noun only), person, or adjective."""
    found = {}
    for surface, country in countries().items():
        kinds = country.kinds
        if "name" in kinds:
            continue
        if any(kind.endswith("adjective") for kind in kinds):
            found[surface] = "people" if surface.endswith("ans") else "adjective"
        elif "people" in kinds:
            found[surface] = "people"
        elif "person" in kinds:
            found[surface] = "person"
    return found


@cache
def places() -> frozenset[str]:
    """Continents, regions and cities as written; countries stand in `countries`."""
    return frozenset(lines("places.txt"))


@cache
def people() -> frozenset[str]:
    """Singular nouns of persons, lower case."""
    return of_kind("people.tsv", "person")


@cache
def agents() -> frozenset[str]:
    """Singular nouns of a person or an organisation, lower case: "supplier", "donor"."""
    return of_kind("people.tsv", "agent")


@cache
def moneys() -> frozenset[str]:
    """The words that name a currency behind a country or its adjective: "dollars", "kroner"."""
    return frozenset(name.split()[-1] for name in currencies() if " " in name) - _NO_MONEYS


@cache
def coins() -> frozenset[str]:
    """The units that are parts of a currency: "cent", "paisa"."""
    return frozenset(entry.unit for entry in units().values() if entry.dimension == "money")


@cache
def groups() -> frozenset[str]:
    """Singular nouns of a group of people, lower case: "family", "battalion"."""
    return of_kind("people.tsv", "group")


@lru_cache(maxsize=1 << 14)
def is_person(noun: str) -> bool:
    """Whether a lower-case singular noun means a person: also "ex-minister", "mineworker"."""
    known = people()
    if noun in known or inflection.is_of_persons(noun):
        return True
    if len(noun) > 4 and noun.endswith("ee") and (noun[:-2] in verbs() or noun[:-1] in verbs()):
        return noun not in verbs()
    head, hyphen, tail = noun.rpartition("-")
    return bool(hyphen and head) and (tail == "old" or is_person(tail))


@cache
def calendar(kind: str) -> dict[str, str]:
    """Lower-case word -> value; kinds: month, weekday, season."""
    return {word: value for word, one, value in table("dates.tsv") if one == kind}


@cache
def numbered() -> frozenset[str]:
    """Nouns that a number follows as a name, singular and plural: "article", "pages"."""
    return frozenset(lines("numbered.txt"))


@cache
def attribution(kind: str) -> frozenset[str]:
    """Words that give a statement to its source; kinds: verb, phrase, noun, people."""
    return of_kind("attribution.tsv", kind)


@cache
def nouns(kind: str) -> frozenset[str]:
    """Nouns by their part beside a figure.

    Kinds: place, area, event, named, time, paper, programme, trade, good, citizen, force, taking,
    returner, title, site, body, institution, gift, meeting, race, scourge, sum, sector, heat,
    monument, ratio, element, isotope, attributive, means, section, capital, screen, sort, shared.
    """
    return of_kind("nouns.tsv", kind)


@cache
def basis() -> dict[str, str]:
    """Word -> what it says of a number: estimated or registered."""
    return {row[0]: row[1] for row in table("basis.tsv")}


@cache
def future(kind: str) -> frozenset[str]:
    """Words that point forward; kinds: measure, date, pledge."""
    return of_kind("future.tsv", kind)


@cache
def speech_verbs() -> frozenset[str]:
    """All forms but -ing of the verbs of saying."""
    forms = (form for lemma in attribution("verb") for form in inflections(lemma))
    return frozenset(form for form in forms if not form.endswith("ing"))


@lru_cache(maxsize=1 << 15)
def tag(word: str) -> str:
    """The parts of speech of a lower-case word, likeliest first, joined by commas.

    n noun, ns plural noun, a adjective, v verb, vd past or participle, vg -ing, r adverb,
    d determiner, p preposition, c conjunction, m modal, o pronoun, x other.
    """
    found = _tags().get(word)
    return inflection.derive_tag(word, _tags(), plurals()) if found is None else found


def is_word(word: str) -> bool:
    """Whether a lower-case word is a common one of English."""
    return word in _tags()


@lru_cache(maxsize=1 << 15)
def singular(word: str) -> str:
    """The singular of a lower-case noun; a singular comes back as it is."""
    found = plurals().get(word)
    if found is not None:
        return found
    if "-" in word:
        head, _, tail = word.rpartition("-")
        if head:
            return f"{head}-{singular(tail)}"
    return inflection.regular_singular(word) if word[-1:] in "sn" else word


@lru_cache(maxsize=1 << 12)
def inflections(lemma: str) -> tuple[str, ...]:
    """The forms of a verb: base, -s, past, participle, -ing, with all spellings, each once."""
    forms = inflection.regular_verb(lemma)
    forms.update(_irregular().get(lemma, {}))
    found = [lemma]
    for name in ("s", "past", "participle", "ing"):
        found += forms[name]
    return tuple(dict.fromkeys(found))


def participle(lemma: str) -> str:
    """The past participle of a verb, in one spelling: "taken"."""
    forms = _irregular().get(lemma, {})
    return forms.get("participle", inflection.regular_verb(lemma)["participle"])[0]


@lru_cache(maxsize=1 << 15)
def verb_lemmas(form: str) -> tuple[str, ...]:
    """The verbs that a lower-case form may belong to, likeliest first: "fell" -> fall, fell."""
    known = verbs()
    found = list(irregular_verbs().get(form, ()))
    if not (found or form.endswith(("s", "ed", "ing"))):
        return (form,) if form in known else ()
    for stem in inflection.verb_stems(form):
        if stem in known and form in inflections(stem):
            found.append(stem)
    if form in known:
        found.append(form)
    return tuple(dict.fromkeys(found))


@cache
def verbs() -> frozenset[str]:
    """The verbs, as lemmas."""
    return frozenset(lines("verbs.txt"))


@cache
def _tags() -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, words in table("speech.tsv"):
        found.update(dict.fromkeys(words.split(" "), kind))
    return found


@cache
def plurals() -> dict[str, str]:
    """Irregular plural -> its singular; also of nations, which look like singulars ("Iraqis")."""
    found = {row[0]: row[1] for row in table("plurals.tsv")}
    nations = (name for name in demonyms() if name.endswith("is"))
    found.update((name.lower(), name[:-1].lower()) for name in nations if name[:-1] in demonyms())
    return found


@cache
def _irregular() -> dict[str, dict[str, tuple[str, ...]]]:
    """Lemma -> form name -> forms."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for form, lemma, names in table("verbs.tsv"):
        forms = found.setdefault(lemma, {})
        for name in names.split(","):
            forms[name] = (*forms.get(name, ()), form)
    return found


@cache
def irregular_verbs() -> dict[str, tuple[str, ...]]:
    """Irregular form -> the verbs that it may belong to."""
    found: dict[str, tuple[str, ...]] = {}
    for form, lemma, _ in table("verbs.tsv"):
        found[form] = (*found.get(form, ()), lemma)
    return found
