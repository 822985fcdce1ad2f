"""The home of a document: what its country, its citation and its words say of a bare $ or pound."""

import re
from functools import cached_property

from plainfigures.prose import lexicon

_CODE = re.compile(r"\b[A-Z]{3}\b")
_SIGNED = re.compile(r"((?:\b[A-Za-z.]{1,4} ?)?)([$\u00a3\u00a5\u20ac])((?:[A-Z]{1,2}\b)?)")
_NOUN = "(?:dollar|pound|franc|shilling|rupee|dinar|peso|rouble|ruble|krone|krona)"
_NAMED = re.compile(rf"\b((?:\w+ )?)(\w+ {_NOUN})s?\b")
# "All amounts are in Canadian dollars", "unless otherwise stated, in New Zealand dollars"
_SAID = re.compile(
    r"\b(?:all|amounts?|sums?|figures|values|prices|stated|expressed|given|reported|otherwise)\b"
    rf"[^.;\n]{{0,60}}?\b(?:in|are|as) ((?:\w+ )?)(\w+ {_NOUN})s?\b"
)
# What other currencies are converted into: "10 million Australian dollars ($7 million)".
_CONVERTED = "USD"


class Home:
    """Where a document comes from, and the currencies that its text names outright."""

    def __init__(
        self, country: str | None = None, currency: str | None = None, text: str = ""
    ) -> None:
        """`country` is ISO 3166-1 alpha-3, `currency` ISO 4217; `text` has plain signs."""
        self._country = country
        self._currency = currency
        self._text = text

    def settled(self, surface: str) -> tuple[str, bool]:
        """The code of an ambiguous sign or name, and whether it stays ambiguous.

        The citation's currency comes first, then that of its country, then the one that the text
        says its sums are in, then the only one that it names outright: the common reading
        ("US$5m ... $3m"), or another in words ("40 million Egyptian pounds ... 3 million pounds"),
        but of the dollar, into which the others are converted.
        """
        entry = lexicon.currencies()[surface]
        if self._currency is not None and self._currency in entry.candidates:
            return self._currency, False
        own = lexicon.currency_of_country().get(self._country) if self._country else None
        if own is not None and own in entry.candidates:
            return own, False
        said, worded, signed = self._mentions
        if len(said.intersection(entry.candidates)) == 1:
            return next(iter(said.intersection(entry.candidates))), False
        named = (signed | worded).intersection(entry.candidates)
        sole = named <= worded and entry.code != _CONVERTED
        if len(named) == 1 and (entry.code in named or sole):
            return next(iter(named)), False
        return entry.code, True

    @cached_property
    def _mentions(self) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """The codes that the text says its sums are in, that it names in words, and by signs."""
        table, low = lexicon.currencies(), self._text.lower()
        signs = _SIGNED.findall(self._text)
        found = {each for a, sign, z in signs for each in (a.strip() + sign, sign + z, sign)}
        found.update(_CODE.findall(self._text))
        signed = (table[each] for each in found if each in table)
        return (
            _codes(_SAID, low),
            _codes(_NAMED, low),
            frozenset(entry.code for entry in signed if entry.kind in ("sign", "code")),
        )


def _codes(pattern: re.Pattern[str], low: str) -> frozenset[str]:
    """The codes of the names that a pattern finds, each by its last two words or its last three."""
    table = lexicon.currencies()
    names = (name for led, last in pattern.findall(low) for name in (led + last, last))
    return frozenset(table[name].code for name in names if name in table)
