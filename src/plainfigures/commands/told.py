"""What is told of a text beside its words: its date, country and currency, as in document.yaml."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from plainfigures import documents
from plainfigures.documents import Citation
from plainfigures.errors import UsageError

KEYS = ("date", "country", "currency")


def told(given: Mapping[str, object], before: Citation | None = None) -> Citation:
    """The citation that `given` makes, where it is silent as `before`; ValueError for nonsense."""
    readers = {"date": _date, "country": _country, "currency": _currency}
    read = {key: readers[key](given[key]) for key in KEYS if given.get(key) is not None}
    return replace(before or Citation(), **read)


def told_by_options(date: str | None, country: str | None, currency: str | None) -> Citation:
    """The citation that the options of a command make; UsageError for nonsense."""
    try:
        return told({"date": date, "country": country, "currency": currency})
    except ValueError as error:
        raise UsageError(f"--{error}") from None


def _date(value: object) -> str:
    if not isinstance(value, str) or not documents.is_day(value):
        raise ValueError(f"date must be a day of the calendar such as 2024-04-05, not {value!r}")
    return value


def _country(value: object) -> str:
    """The ISO 3166-1 alpha-3 code of a country by itself or by a name of the country."""
    code = _codes().get(value.strip().casefold()) if isinstance(value, str) else None
    if code is None:
        from plainfigures.commands.suggestions import near_names
        from plainfigures.prose.words.lexicon import countries

        names = [name for name, country in countries().items() if country.code]
        near = near_names(value, names) if isinstance(value, str) else ""
        raise ValueError(
            "country must be three letters of ISO 3166-1 such as AZE, or a name such as "
            f"Azerbaijan, not {value!r}{near}"
        )
    return code


@cache
def _codes() -> dict[str, str]:
    """The codes of countries by names and codes in small letters."""
    from plainfigures.prose.words.lexicon import countries

    named = {
        name.casefold(): country.code
        for name, country in countries().items()
        if country.code is not None and "name" in country.kinds
    }
    return named | {code.casefold(): code for code in named.values()}


def _currency(value: object) -> str:
    from plainfigures.prose.words.lexicon import currencies

    code = value.strip().upper() if isinstance(value, str) else ""
    entry = currencies().get(code)
    if entry is None or entry.kind != "code":
        raise ValueError(
            f"currency must be three letters of ISO 4217 such as USD or AUD, not {value!r}"
        )
    return code
