"""Digits in what machines read: addresses of the web, keys of letters and digits."""

import re

from plainfigures.prose.words.tokens import Tokens

Found = tuple[int, str] | None

_LONGEST = 80
_KEY = re.compile(r"(?=\w*?[0-9][a-f])(?=\w*?[a-f][0-9])[0-9a-f]{7,}")
_PARTS = frozenset("-_.")


def link(tokens: Tokens, i: int) -> Found:
    """ "https://example.org/2021/33", "www.example.org/a-12"; "532a2941cb", "CVE-2021-9"."""
    first = _start(tokens, i)
    if i - first >= 2:
        if "//" in (glued := "".join(tokens.word[first:i])) or "www." in glued:
            return _end(tokens, i), "identifier"
        if _is_part(tokens, i - 1) and tokens.raw[i - 2].isdecimal() and _is_part(tokens, i - 3):
            named = i - first >= 4 and tokens.raw[i - 4][-1].isalpha()
            return (i + 1, "identifier") if named else None
    inner = i > first and tokens.raw[i - 1][-1].isalnum()
    key = None if inner else _KEY.match(tokens.text, tokens.start[i])
    return (_end(tokens, i), "identifier") if key is not None else None


def _is_part(tokens: Tokens, k: int) -> bool:
    return k > 0 and tokens.word[k] in _PARTS


def _start(tokens: Tokens, i: int) -> int:
    """The first token of those that touch each other up to token `i`."""
    first = i
    while first > max(0, i - _LONGEST) and tokens.tight(first):
        first -= 1
    return first


def _end(tokens: Tokens, i: int) -> int:
    """The token after the last word or digits that touch token `i`, through others."""
    last = end = i + 1
    while last < min(tokens.size, i + _LONGEST) and tokens.tight(last):
        last += 1
        if tokens.raw[last - 1][0].isalnum():
            end = last
    return end
