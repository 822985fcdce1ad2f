"""The word tables: what they must know, and what they must not mistake."""

import pytest

from plainfigures.prose.units.tender import currency_of_country
from plainfigures.prose.words import lexicon

# number words


@pytest.mark.parametrize(
    ("word", "kind", "value"),
    [
        ("zero", "cardinal", "0"),
        ("twelve", "cardinal", "12"),
        ("ninety", "cardinal", "90"),
        ("hundred", "scale", "100"),
        ("crore", "scale", "10000000"),
        ("trillion", "scale", "1000000000000"),
        ("first", "ordinal", "1"),
        ("twelfth", "ordinal", "12"),
        ("fortieth", "ordinal", "40"),
        ("third", "ordinal", "3"),
        ("fifths", "fraction", "0.2"),
        ("half", "fraction", "0.5"),
        ("dozen", "group", "12"),
        ("thousands", "plural", "1000"),
        ("tripled", "multiple", "3"),
        ("twice", "times", "2"),
        ("both", "pronoun", "2"),
    ],
)
def test_a_number_word_has_a_kind_and_a_value(word: str, kind: str, value: str) -> None:
    assert lexicon.numbers()[word] == (kind, value)


def test_letters_of_scale_are_no_words() -> None:
    assert lexicon.scale_letters()["bn"] == 1_000_000_000
    assert not {"k", "m", "bn", "t"} & set(lexicon.numbers())


# units


@pytest.mark.parametrize(
    ("surface", "unit"),
    [
        ("km", "kilometre"),
        ("kilometers", "kilometre"),
        ("km²", "square_kilometre"),
        ("sq km", "square_kilometre"),
        ("square kilometres", "square_kilometre"),
        ("ha", "hectare"),
        ("feet", "foot"),
        ("tons", "ton"),
        ("tonnes", "tonne"),
        ("per cent", "percent"),
        ("%", "percent"),
        ("percentage points", "percentage_point"),
        ("mph", "mile per hour"),
        ("km/h", "kilometre per hour"),
        ("barrels a day", "barrel per day"),
        ("bpd", "barrel per day"),
        ("°C", "degree_celsius"),
        ("degrees celsius", "degree_celsius"),
        ("MW", "megawatt"),
        ("mW", "milliwatt"),
        ("kWh", "kilowatt_hour"),
        ("gigawatt hours", "gigawatt_hour"),
        ("µg", "microgram"),
        ("litres", "litre"),
        ("decades", "decade"),
        ("megabytes", "megabyte"),
    ],
)
def test_a_unit_is_found_by_symbol_word_and_plural(surface: str, unit: str) -> None:
    assert lexicon.units()[surface].unit == unit


@pytest.mark.parametrize("symbol", ["in", "a", "at", "m", "h", "d", "t", "s", "C", "K", "A", "B"])
def test_a_symbol_that_is_a_word_of_prose_is_guarded(symbol: str) -> None:
    entry = lexicon.units().get(symbol)
    assert entry is None or entry.kind == "guarded"


def test_pounds_are_ambiguous_as_a_unit() -> None:
    assert lexicon.units()["pounds"] == ("pound", "mass", "ambiguous")
    assert lexicon.units()["lb"].unit == "pound"


# currencies


@pytest.mark.parametrize(
    ("surface", "code", "kind"),
    [
        ("US$", "USD", "sign"),
        ("A$", "AUD", "sign"),
        ("€", "EUR", "sign"),
        ("₼", "AZN", "sign"),
        ("KSh", "KES", "sign"),
        ("CHF", "CHF", "code"),
        ("BEF", "BEF", "code"),
        ("TRY", "TRY", "guarded"),
        ("DM", "DEM", "guarded"),
        ("euros", "EUR", "name"),
        ("us dollars", "USD", "name"),
        ("kenyan shillings", "KES", "name"),
        ("azerbaijani manats", "AZN", "name"),
        ("danish crowns", "DKK", "name"),
        ("french francs", "FRF", "name"),
        ("deutschmarks", "DEM", "name"),
        ("pesetas", "ESP", "name"),
        ("dutch guilders", "NLG", "name"),
        ("$", "USD", "ambiguous"),
        ("pounds", "GBP", "ambiguous"),
        ("roubles", "RUB", "ambiguous"),
        ("won", "KRW", "weak"),
    ],
)
def test_a_currency_is_found_by_sign_code_and_name(surface: str, code: str, kind: str) -> None:
    assert lexicon.currencies()[surface][:2] == (code, kind)


def test_an_ambiguous_currency_is_settled_by_the_country_of_the_document() -> None:
    own = currency_of_country()
    assert own["KEN"] in lexicon.currencies()["shillings"].candidates
    assert own["EGY"] in lexicon.currencies()["£"].candidates
    assert own["AUS"] in lexicon.currencies()["$"].candidates
    assert own["PAK"] in lexicon.currencies()["Rs"].candidates


def test_every_ambiguous_currency_lists_its_common_reading_first() -> None:
    for entry in lexicon.currencies().values():
        if entry.kind == "ambiguous":
            assert entry.candidates[0] == entry.code
        assert len(entry.code) == 3


# countries, nationalities, places


@pytest.mark.parametrize(
    ("surface", "code"),
    [
        ("Azerbaijan", "AZE"),
        ("United States", "USA"),
        ("U.S.", "USA"),
        ("UK", "GBR"),
        ("Britain", "GBR"),
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("Ivory Coast", "CIV"),
        ("Côte d'Ivoire", "CIV"),
        ("Czechia", "CZE"),
        ("Bosnia and Herzegovina", "BIH"),
        ("Saint Lucia", "LCA"),
        ("Democratic Republic of the Congo", "COD"),
        ("Burma", "MMR"),
        ("Taiwan", "TWN"),
        ("Palestine", "PSE"),
        ("Kosovo", None),
        ("Somaliland", None),
        ("European Union", None),
        ("EAEU", None),
        ("Soviet Union", None),
    ],
)
def test_a_country_has_its_code_and_a_group_has_none(surface: str, code: str | None) -> None:
    assert lexicon.countries()[surface].code == code


def test_every_code_has_a_name_and_every_name_of_a_state_a_code() -> None:
    named = {c.code for c in lexicon.countries().values() if "name" in c.kinds}
    assert {c.code for c in lexicon.countries().values() if c.code} == named
    assert None not in named
    assert len(named) == 249


@pytest.mark.parametrize(
    ("surface", "kind"),
    [
        ("Azerbaijani", "adjective"),
        ("Azerbaijanis", "people"),
        ("Germans", "people"),
        ("Dutch", "adjective"),
        ("Chinese", "adjective"),
        ("Danes", "people"),
        ("Briton", "person"),
        ("Filipinos", "people"),
        ("Soviet", "adjective"),
    ],
)
def test_a_word_of_nationality_has_its_kind(surface: str, kind: str) -> None:
    assert lexicon.demonyms()[surface] == kind


def test_the_name_of_a_country_is_no_demonym() -> None:
    assert not {"US", "Laos", "Philippines", "New Zealand"} & set(lexicon.demonyms())


def test_the_people_of_a_country_share_its_code() -> None:
    table = lexicon.countries()
    assert table["Chinese"].kinds == ("adjective", "people", "person")
    assert table["Dutch"].kinds == ("adjective", "people")
    assert table["Serbs"].code == table["Serbia"].code == "SRB"


def test_places_are_no_countries() -> None:
    assert {"Africa", "Middle East", "Geneva", "New York"} <= lexicon.places()
    assert not lexicon.places() & set(lexicon.countries())


# persons


@pytest.mark.parametrize(
    "noun",
    "person child soldier refugee returnee idp peacekeeper serviceman breadwinner nurse farmer "
    "migrant protester passenger ex-minister camerawoman spokesperson "
    "evictee townspeople personnel police".split(),
)
def test_a_noun_of_a_person_is_known(noun: str) -> None:
    assert lexicon.is_person(noun)


@pytest.mark.parametrize(
    "noun",
    "mine house head hand body star page model bar tanker liner container printer "
    "committee guarantee degree".split(),
)
def test_a_noun_of_a_thing_is_no_person(noun: str) -> None:
    assert not lexicon.is_person(noun)


def test_families_are_groups_and_suppliers_may_be_firms() -> None:
    assert {"family", "household", "battalion"} <= lexicon.groups()
    assert "supplier" in lexicon.agents()
    assert not lexicon.people() & (lexicon.groups() | lexicon.agents())


# parts of speech


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        ("the", "d"),
        ("between", "p"),
        ("and", "c"),
        ("would", "m"),
        ("they", "o"),
        ("quickly", "r"),
        ("houses", "ns"),
        ("children", "ns"),
        ("people", "ns"),
        ("house", "n"),
        ("fled", "vd"),
        ("evacuated", "vd"),
        ("deploying", "vg"),
        ("economic", "a"),
        ("reports", "ns,v"),
        ("report", "n,v"),
        ("gave", "vd"),
        ("war-torn", "a"),
        ("zorbled", "vd"),
        ("zorbles", "ns"),
    ],
)
def test_a_word_has_its_parts_of_speech(word: str, tag: str) -> None:
    assert lexicon.tag(word) == tag


# plurals


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("people", "person"),
        ("persons", "person"),
        ("men", "man"),
        ("children", "child"),
        ("mice", "mouse"),
        ("wives", "wife"),
        ("lives", "life"),
        ("families", "family"),
        ("boxes", "box"),
        ("churches", "church"),
        ("heroes", "hero"),
        ("shoes", "shoe"),
        ("houses", "house"),
        ("buses", "bus"),
        ("gases", "gas"),
        ("crises", "crisis"),
        ("series", "series"),
        ("headquarters", "headquarters"),
        ("news", "news"),
        ("aircraft", "aircraft"),
        ("sheep", "sheep"),
        ("bus", "bus"),
        ("glass", "glass"),
        ("campus", "campus"),
        ("viruses", "virus"),
        ("landmines", "landmine"),
        ("passers-by", "passer-by"),
        ("step-children", "step-child"),
        ("ties", "tie"),
    ],
)
def test_a_plural_has_its_singular(plural: str, singular: str) -> None:
    assert lexicon.singular(plural) == singular
    assert lexicon.singular(singular) == singular


# verbs


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("kill", "kill kills killed killing"),
        ("displace", "displace displaces displaced displacing"),
        ("die", "die dies died dying"),
        ("flee", "flee flees fled fleeing"),
        ("give", "give gives gave given giving"),
        ("slay", "slay slays slew slain slaying"),
        ("lay", "lay lays laid laying"),
        ("lose", "lose loses lost losing"),
        ("stop", "stop stops stopped stopping"),
        ("commit", "commit commits committed committing"),
        ("visit", "visit visits visited visiting"),
        ("offer", "offer offers offered offering"),
        ("carry", "carry carries carried carrying"),
        ("play", "play plays played playing"),
        ("fix", "fix fixes fixed fixing"),
        ("panic", "panic panics panicked panicking"),
        ("travel", "travel travels travelled traveled travelling traveling"),
        ("put", "put puts putting"),
        ("equip", "equip equips equipped equipping"),
        ("zorble", "zorble zorbles zorbled zorbling"),
    ],
)
def test_a_verb_has_its_forms(lemma: str, forms: str) -> None:
    assert lexicon.inflections(lemma) == tuple(forms.split())


@pytest.mark.parametrize(
    ("form", "lemmas"),
    [
        ("slain", "slay"),
        ("laid", "lay"),
        ("gave", "give"),
        ("fell", "fall fell"),
        ("found", "find found"),
        ("was", "be"),
        ("stopped", "stop"),
        ("hoping", "hope"),
        ("hopping", "hop"),
        ("dying", "die"),
        ("pledged", "pledge"),
        ("totalled", "total"),
        ("families", ""),
    ],
)
def test_a_form_has_its_verbs(form: str, lemmas: str) -> None:
    assert lexicon.verb_lemmas(form) == tuple(lemmas.split())


def test_every_form_of_a_verb_leads_back_to_it() -> None:
    for lemma in sorted(lexicon.verbs()):
        for form in lexicon.inflections(lemma):
            assert lemma in lexicon.verb_lemmas(form), (lemma, form)


# names, calendar, sources


def test_nouns_that_a_number_follows_as_a_name_are_known() -> None:
    assert {"article", "pages", "resolution", "phase", "no"} <= lexicon.numbered()
    assert not {"people", "houses", "mines", "years"} & lexicon.numbered()


def test_the_calendar_has_its_months_and_weekdays() -> None:
    months = lexicon.calendar("month")
    assert months["sept"] == months["september"] == "9"
    assert set(months.values()) == {str(number) for number in range(1, 13)}
    assert set(lexicon.calendar("weekday").values()) == {str(number) for number in range(1, 8)}


def test_verbs_of_saying_come_in_all_finite_forms() -> None:
    assert {"says", "said", "reports", "estimated", "shows"} <= lexicon.speech_verbs()
    assert "according to" in lexicon.attribution("phrase")
    assert {"ministry", "unhcr"} <= lexicon.attribution("noun")


def test_nouns_are_known_by_their_part_beside_a_figure() -> None:
    assert {"president", "minister"} <= lexicon.nouns("title")
    assert lexicon.nouns("named") <= lexicon.nouns("event")
    assert "district" in lexicon.nouns("place")
    assert lexicon.basis()["estimated"] == "estimated"
