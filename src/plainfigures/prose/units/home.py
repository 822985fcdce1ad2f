"""The home of a document: what its country, its citation and its words say of a bare $ or pound."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from plainfigures.prose.units.tender import currency_of_country, last_year_of, names_by_currency
from plainfigures.prose.words import lexicon
from plainfigures.prose.words.letters import letters

# Each pattern begins at the rarest sign of what it finds and looks to the left from there.
_CODE = re.compile(r"[A-Z](?<!\w.)[A-Z]{2}\b")
_SIGN = re.compile(r"[$\u00a3\u00a5\u20ac](?:[A-Z]{1,2}\b)?")
_LETTERS = re.compile(r"\b[A-Za-z.]{1,4} ?\Z")
_LETTERS_REACH = 5
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NOUNS = tuple(
    "dollar pound franc shilling rupee dinar peso rouble ruble krone krona crown".split()
)
_ENDS = re.compile(r"[sS]?\b")
_NAME = re.compile(r"\b(?:(\w+) )?(\w+) \Z")
_NAME_REACH = 60
# "All amounts are in Canadian dollars", "unless otherwise stated, in New Zealand dollars"
_SAID = re.compile(
    r"\b(?:all|amounts?|sums?|figures|values|prices|stated|expressed|given|reported|otherwise)\b"
    r"[^.;\n]{0,60}?\b(?:in|are|as) (?:\w+ )?\w+ \Z",
    re.IGNORECASE,
)
_SAID_REACH = 160
# What other currencies are converted into: "10 million Australian dollars ($7 million)".
_CONVERTED = "USD"
WORLDWIDE = ("dollar", "pound")
# So many times a text names the country that it is about.
_OFTEN = 2
_TITLE = 200
# Givers with dollars of their own, and by what words a text speaks for one.
_GIVERS = {"Australia": "AUD", "Canad": "CAD", "New Zealand": "NZD"}
_AMERICAN = ("United States", "U.S.", "US ", "USA", "America")
_WE = re.compile(
    r"\b(?:[Ww]e|[Oo]ur|I am|The (?:Shadow )?Minister for|Honourable|Hon|Parliamentary Secretary"
    r"|(?:Australian|Canadian|New Zealand) (?:Government|taxpayers|people)"
    r"|Government of (?:Australia|Canada|New Zealand))\b"
    r"|(?:\A|\n|\. )(?:Foreign|Aid|Development|Prime) (?:Affairs )?Minister\b"
)


class Home:
    """Where a document comes from, and the currencies that its text names outright."""

    def __init__(
        self,
        country: str | None = None,
        currency: str | None = None,
        text: str = "",
        low: str | None = None,
    ) -> None:
        """`country` is ISO 3166-1 alpha-3, `currency` ISO 4217; `text` has plain signs.

        `low` are its plain letters.
        """
        self._country = country
        self._currency = currency
        self._text = text
        self._letters = letters(text) if low is None else low
        self._by_country: dict[str, str | None] = {}

    def settled(self, surface: str) -> tuple[str, bool]:
        """The code of an ambiguous sign or name, and whether it stays ambiguous.

        The citation's currency comes first, then that of its country, then the one that the text
        says its sums are in, the dollar of a giver for which it speaks, then the only one that it
        names outright: the common reading ("US$5m ... $3m"), or another in words ("40 million
        Egyptian pounds ... 3 million pounds", "DKK 5 million ... 3 million kroner"), but of the
        sign of the dollar, into which the others are converted. Else it stays ambiguous: that of
        the country that the text names most, or the common reading.
        """
        entry = lexicon.currencies()[surface]
        if self._currency is not None and self._currency in entry.candidates:
            return self._currency, False
        own = currency_of_country().get(self._country) if self._country else None
        if own is not None and own in entry.candidates:
            return own, False
        said, worded, signed = self._mentions
        if len(said.intersection(entry.candidates)) == 1:
            return next(iter(said.intersection(entry.candidates))), False
        if entry.code == _CONVERTED and self._own_dollar is not None:
            return self._own_dollar, True  # though it tells of "US$110", too
        named = (signed | worded).intersection(entry.candidates)
        american = entry.code == _CONVERTED and (
            not surface.isalpha() or any(name in self._text for name in _AMERICAN)
        )
        sole = named <= worded and not american
        if not sole and named and surface.isalpha() and not surface.startswith(WORLDWIDE):
            sole = not any(map(self._names_country_of, set(entry.candidates) - named))
        if len(named) == 1 and (entry.code in named or sole):
            return next(iter(named)), False
        if surface not in self._by_country:
            self._by_country[surface] = self._country_named(surface, entry.candidates)
        return self._by_country[surface] or entry.code, True

    def _names_country_of(self, code: str) -> bool:
        """Whether the text names a country whose currency has a code."""
        return any(name in self._text for name in names_by_currency().get(code, ()))

    def _country_named(self, surface: str, candidates: Iterable[str]) -> str | None:
        """The currency of the country that the text names most ("20 million lei" in Moldova).

        The dollar and the pound are used too widely for that, and so are the signs but the yen's.
        """
        told = surface.rstrip(".").isalpha() or surface == "\u00a5"
        if not told or surface.startswith(WORLDWIDE):
            return None
        title = self._text.partition("\n")[0][:_TITLE]  # what it names counts twice
        names = names_by_currency()
        counts = {
            code: sum(
                sum(map(self._text.count, {name, name.upper()})) + title.count(name)
                for name in names[code]
            )
            for code in candidates
            if code in names and self._may_pay_in(code)
        }
        first, second = sorted((*counts.values(), 0, 0), reverse=True)[:2]
        if first == second or (first < _OFTEN and second):
            return None
        return next(code for code, count in counts.items() if count == first)

    @cached_property
    def _own_dollar(self) -> str | None:
        """The dollar of the giver for which a text speaks ("*Our* contribution", in Canada).

        Or of which alone it tells, again and again. None that it calls by its full name.
        """
        _, worded, _ = self._mentions
        counts = {code: self._text.count(name) for name, code in _GIVERS.items()}
        code = max(counts, key=lambda code: counts[code])
        others = sum(map(self._text.count, _AMERICAN)) + sum(counts.values()) - counts[code]
        speaks = _WE.search(self._text) is not None and counts[code] >= _OFTEN
        alone = counts[code] > _OFTEN and not others
        own = counts[code] > others and (speaks or alone) and code not in worded
        return code if own else None

    def _may_pay_in(self, code: str) -> bool:
        """Whether a currency was not yet given up in the last year that the text names."""
        until = last_year_of(code)
        return until is None or self._last_year <= until

    @cached_property
    def _last_year(self) -> int:
        return max(map(int, _YEAR.findall(self._text)), default=0)

    @cached_property
    def _mentions(self) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """The codes that the text says its sums are in, that it names in words, and by signs."""
        known = lexicon.currencies()
        said, worded = _named(self._text, self._letters)
        found = {match.group() for match in _CODE.finditer(self._text)}
        found.update(_signed(self._text))
        signed = (known[each] for each in found if each in known)
        return (
            said,
            worded,
            frozenset(entry.code for entry in signed if entry.kind in ("sign", "code")),
        )


def _signed(text: str) -> Iterator[str]:
    """The signs of a text, alone and with the letters on either side ("$", "US$", "$US")."""
    last = 0
    for match in _SIGN.finditer(text):
        start = match.start()
        led = _LETTERS.search(text, max(last, start - _LETTERS_REACH), start)
        yield text[start]
        yield match.group()
        if led is not None:
            yield led.group().strip() + text[start]
        last = match.end()


def _named(text: str, low: str) -> tuple[frozenset[str], frozenset[str]]:
    """The codes that sums are said to be in, and all that are named by two words or three.

    `low` are the plain letters of the text.
    """
    known = lexicon.currencies()
    said: set[str] = set()
    found: set[str] = set()
    for noun in _NOUNS:
        start = low.find(noun)
        while start >= 0:
            name = _NAME.search(text, max(0, start - _NAME_REACH), start)
            if name is not None and _ENDS.match(text, start + len(noun)):
                last = f"{name[2]} {noun}".lower()
                codes = {known[n].code for n in (f"{name[1]} {last}".lower(), last) if n in known}
                found |= codes
                if codes and _SAID.search(text, max(0, start - _SAID_REACH), start):
                    said |= codes
            start = low.find(noun, start + len(noun))
    return frozenset(said), frozenset(found)
