"""Noun phrases with a name: who gives, who receives, who trades."""

from plainfigures.figures.sentence import Sentence
from plainfigures.prose.dates import MONTHS
from plainfigures.prose.lexicon import countries, tag
from plainfigures.prose.tokens import Tokens

_ARTICLES = frozenset("the a an its their his her our this these those".split())
_TITLES = frozenset(
    "president minister secretary spokesman spokeswoman spokesperson ambassador chancellor commissioner director "
    "king queen prince premier governor mayor senator chairman chairwoman chief head envoy representative official officials general".split()
)


def phrase_right(tokens: Tokens, i: int, reach: int = 9) -> tuple[int, int] | None:
    """The noun phrase with a capital that begins at token `i`, its article left out."""
    word, raw, n = tokens.word, tokens.raw, tokens.size
    j = i
    while j < n and word[j] in _ARTICLES:
        j += 1
    first = j
    named = False
    last = j
    while j < n and j - first < reach:
        w = word[j]
        if raw[j][0].isupper():
            if w in MONTHS and not named:
                return None
            named = True
            j += 1
            last = j
            continue
        if (
            w in ("of", "the", "for", "-", "'s", "'", "&")
            and j + 1 < n
            and (raw[j + 1][0].isupper() or word[j + 1] == "the")
        ):
            j += 1
            continue
        if w == "'s" and named:
            j += 1
            continue
        if w == "and" and j + 1 < n and raw[j + 1][0].isupper() and named:
            j += 1
            continue
        kind = tag(w)
        if w.isalpha() and kind.split(",")[0] in ("n", "ns", "a") and (not named or w in _TAILS):
            j += 1
            if named:
                last = j
            continue
        break
    if not named:
        return None
    return first, last


_TAILS = frozenset(
    "market markets countries country states government governments authorities region republic union".split()
)


def country_code(text: str | None) -> str | None:
    """The alpha-3 code of the one country that words name; null for groups and for none."""
    if not text:
        return None
    words = text.replace("\u2019", "'").replace("\u2011", "-").replace("-", " ").split()
    table = countries()
    for i in range(len(words)):
        for size in (4, 3, 2, 1):
            head = " ".join(words[i : i + size]).strip(',;()\u201c\u201d"')
            if head.endswith("'s"):
                head = head[:-2]
            entry = table.get(head) or table.get(head.rstrip("."))
            if entry is not None:
                return None if "group" in entry.kinds else entry.code
    return None


def polity(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Of "the President of the EU Commission" the tokens "EU Commission"; a plain name as it is."""
    tokens = sentence.tokens
    word, raw = tokens.word, tokens.raw
    while first < last and word[first] in _ARTICLES:
        first += 1
    if not any(word[k] in _TITLES for k in range(first, last)):
        return first, last
    table = countries()
    for k in range(first, last):
        for size in (3, 2, 1):
            if k + size <= last and " ".join(raw[k : k + size]) in table:
                end = k + size
                while end < last and raw[end][0].isupper() and word[end] not in _TITLES:
                    end += 1
                return k, end
    for k in range(last - 1, first, -1):
        if word[k] == "of":
            j = k + 1
            while j < last and word[j] in _ARTICLES:
                j += 1
            if j < last and raw[j][0].isupper():
                return j, last
    return first, last
