"""Code: lines of a program or its data, whose words are no prose."""

import re

from plainfigures.prose.words.tokens import Tokens

_ENTRY = re.compile(r'"\w+": *["\d\[{-]')

_SIGNS = frozenset("=(")
_BRACES = frozenset("{}")
_SELECT, _FROM = "SELECT", "FROM"


def is_code(tokens: Tokens) -> bool:
    """Whether a sentence is a line of code: "if n == 3: kill()", "{...}", '"weight": 3'."""
    text, start, end = tokens.text, tokens.begin, tokens.end[-1]
    if text.find('":', start, end) >= 0 and _ENTRY.search(text, start, end):
        return True
    if (
        text.find("(", start, end) < 0
        and text.find("=", start, end) < 0
        and text.find("{", start, end) < 0
        and text.find("}", start, end) < 0
    ):
        return False
    raw = tokens.raw
    if not _BRACES.isdisjoint(raw) or (raw[0] == _SELECT and _FROM in raw):
        return True
    return any(_is_operation(tokens, k) for k, sign in enumerate(raw) if sign in _SIGNS)


def _is_operation(tokens: Tokens, k: int) -> bool:
    """Whether token `k` begins "==" or an empty call."""
    after = tokens.at(k + 1)
    if tokens.raw[k] == "=":
        return after == "=" and tokens.tight(k + 1)
    return after == ")" and tokens.tight(k) and tokens.tight(k + 1)
