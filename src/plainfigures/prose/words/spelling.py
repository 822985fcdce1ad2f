"""Spelling: shortened, joined and shouted words as a plain sentence has them."""

from collections.abc import Sequence

from plainfigures.prose.words.lexicon import calendar, countries, currencies, is_word, places, tag

# What stands before a shortened "not", where it is more than that without its n.
_SHORT = {"can": "can", "won": "will", "shan": "shall", "ain": "are"}
_HELPERS = {"'ve": "have", "'re": "are", "'ll": "will"}
_OLDER = {"whilst": "while", "amongst": "among", "amidst": "amid"}
_QUOTES = frozenset(("\u201c", '"'))
# Words whose capital says no more than that a quotation opens with them.
_OPENING = frozenset(
    "the a an in on at by for from of with to about some more our we it he she they this that "
    "these those there all many no not if when as and but".split()
)
_SHORTEST, _LONGEST = 3, 5
_RELATIVES = frozenset("who which whose whom".split())
# What leads to a name that no list has, and what goes on with it.
_LEADING = frozenset("in at near from off".split())
_SMALL = frozenset("of and the".split())


def spell_out(word: list[str], raw: list[str]) -> None:
    """Write out what is shortened, and words that a hyphen or a quotation changes, in place."""
    if not _OLDER.keys().isdisjoint(word):
        for older in _OLDER.keys() & word:
            word[word.index(older)] = _OLDER[older]
    if "'t" in word:
        _write_out(word)
    if not _HELPERS.keys().isdisjoint(word):
        for k in [k for k, form in enumerate(word) if form in _HELPERS]:
            word[k] = raw[k] = _HELPERS[word[k]]  # "we've given" is read as "we have given"
    if "'d" in word:
        for k in [k for k, form in enumerate(word[:-1]) if form == "'d"]:
            word[k] = raw[k] = "had" if tag(word[k + 1])[:2] == "vd" else "would"
    if not _QUOTES.isdisjoint(word):
        _open_small(word, raw)
    if "\u2013" in word:
        _part_by_commas(word)


def unshouted(word: Sequence[str], raw: list[str]) -> list[str]:
    """The words as they would stand in a sentence: names and the first with a capital.

    >>> shout = "FROM SOUTH SUDAN 12 OF US WERE SENT TO BERN".split()
    >>> " ".join(unshouted([w.lower() for w in shout], shout))
    'From South Sudan 12 of us were sent to Bern'
    """
    if sum(len(form) > 1 and form.isalpha() for form in word) < _SHORTEST:
        return raw
    plain = [_plain(word, raw, k) for k in range(len(raw))]
    titles = [w if w in _SMALL else r.title() for w, r in zip(word, raw, strict=True)]
    for k in range(len(raw)):
        for size in range(min(_LONGEST, len(raw) - k), 0, -1):
            name = " ".join(titles[k : k + size])
            if name in countries() or name in places():
                plain[k : k + size] = titles[k : k + size]
    return plain


def _plain(word: Sequence[str], raw: Sequence[str], k: int) -> str:
    """A word as a sentence has it that is of no known name."""
    after = raw[k + 1] if k + 1 < len(raw) else "."
    if k == 0 or word[k] in calendar("month") or word[k] in calendar("weekday"):
        return raw[k].title()
    if raw[k] in countries() and (word[k] != "us" or word[k - 1] == "the"):
        return raw[k]
    if raw[k] in currencies() and not after[0].isalpha():
        return raw[k]
    unknown = tag(word[k]) == "n" and not is_word(word[k])
    return raw[k].title() if unknown and word[k - 1] in _LEADING else word[k]


def _open_small(word: list[str], raw: list[str]) -> None:
    """ "“The road", "“Beef exports rose": the capital of a word that only opens what is quoted."""
    for k in range(1, len(word) - 1):
        if word[k - 1] not in _QUOTES:
            continue
        plain = raw[k + 1].islower() and tag(word[k + 1])[0] == "n" and tag(word[k])[0] in "na"
        if word[k] in _OPENING or (plain and raw[k] not in countries() and raw[k] not in places()):
            raw[k] = word[k]


def _part_by_commas(word: list[str]) -> None:
    """ "Chad \u2013 *which* had asked for aid \u2013 got none" is read as with commas."""
    for k in range(1, len(word) - 1):
        # of a noun, not of what a quotation says
        if word[k] == "\u2013" and word[k + 1] in _RELATIVES and word[k - 1].isalpha():
            close = next((j for j in range(k + 2, len(word)) if word[j] == "\u2013"), k)
            word[k] = word[close] = ","


def _write_out(word: list[str]) -> None:
    """ "Didn't", "can't", "won't" are read as "did not", "can not", "will not"."""
    for k in range(1, len(word)):
        if word[k] == "'t":
            whole = word[k - 1]  # at the start of a cut text no more than an n
            word[k - 1] = _SHORT.get(whole, whole[:-1] or whole)
            word[k] = "not"
