"""The one-to-one normalisation of characters that lets every later stage meet plain signs only."""

import re

from plainfigures.prose.words.lexicon import numbers

# Every replacement is one code point for one code point, so that offsets stay true.
_HYPHENS = "\u2010\u2011\ufe63\uff0d"
_MINUSES = "\u2212"
_DASHES = "\u2012\u2013\u2014\u2015"
_SPACES = (
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_APOSTROPHES = "\u2018\u2019\u02bc\u201b\u2032"
_WIDE = "\uff04\uffe1\uffe5\uffe6\uff05"

_MAP: dict[str, str] = {
    **dict.fromkeys(_HYPHENS + _MINUSES, "-"),
    **dict.fromkeys(_DASHES, "\u2013"),
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_APOSTROPHES, "'"),
    **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
    **{chr(0x0660 + digit): str(digit) for digit in range(10)},
    **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
    "\u066b": ".",
    "\u066c": ",",
    "\u02da": "\u00b0",  # a ring for the sign of degrees
    "\u00ba": "\u00b0",
    **dict.fromkeys("\u2a7e\u2267", "\u2265"),  # other forms of "at least" and "at most"
    **dict.fromkeys("\u2a7d\u2266", "\u2264"),
    **dict(zip(_WIDE, "$\u00a3\u00a5\u20a9%", strict=True)),
    "\u066a": "%",
    "\u223c": "~",
    "\u2248": "~",
}


# The point of old British decimals ("6·5"), no sign of a product ("6·10").
_RAISED_POINT = re.compile("(?<=\\d)\u00b7(?=\\d)(?!10\\b)")


# A dash for a hyphen ("a 14\u2013year low"), not one that ends a clause ("in 2011\u2013the year").
_DASHED = re.compile("(?<=\\d)(?<!\\d{4})\u2013(?=[a-z]{2})")

# A hyphen with a space on either side, or two, for a dash ("the army - it says"); no minus and no
# hyphen of a compound that is written apart ("30 - year - old", "anti - tank").
_SPACED = re.compile('(?:(?<=[^\\W\\d]{2})|(?<=[)\\]."\u201d])) (-|--) (?=[\\w"\u201c\'$])')
_APART = re.compile(
    "(?:- ?\\w+|\\b(?:anti|non|co|mid|post|pre|ex|self|half|semi|multi|re|sub|inter))$",
    re.IGNORECASE,
)
# So many signs a compound has at most before a hyphen.
_WORDS = 30

# What some keyboards write for an apostrophe ("Mexico`s").
_BACKTICK = re.compile("(?<=[A-Za-z])`(?=s\\b)")


# The point of an old abbreviation that ends no sentence ("40 per cent. of the total").
_CENTUM = re.compile("(?<=per cent)\\.(?=[,;)]| [a-z(])")


# The narrow spaces that part thousands ("2\u202f140 people").
_THOUSANDS = re.compile("(?<=\\d)[\u2009\u202f](?=\\d{3}(?!\\d))")


def normalise(text: str) -> str:
    """Return `text` with typographic signs replaced one for one; the length never changes."""
    if "`" in text:
        text = _BACKTICK.sub("'", text)
    if "- " in text:
        text = _SPACED.sub(_dash, text)
    if "per cent." in text:
        text = _CENTUM.sub(" ", text)
    if text.isascii():
        return text
    if "\u202f" in text or "\u2009" in text:
        text = _THOUSANDS.sub(",", text)
    if "\u2013" in text:
        text = _DASHED.sub("-", text)
    for sign, plain in _MAP.items():
        if sign in text:
            text = text.replace(sign, plain)
    return _RAISED_POINT.sub(".", text) if "\u00b7" in text else text


def _dash(spaced: re.Match[str]) -> str:
    """The dash that a hyphen between two spaces stands for, as long as it is."""
    before = spaced.string[max(0, spaced.start() - _WORDS) : spaced.start()]
    apart = _APART.search(before) or before.rpartition(" ")[2].lower() in numbers()
    return spaced[0] if apart else f" \u2013{' ' * len(spaced[1])}"
