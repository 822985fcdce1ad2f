"""Noun phrases with a name: how far one goes, and the country or body in it."""

from functools import lru_cache

from plainfigures.prose.words.bearers import is_body, is_nationality, name_sizes
from plainfigures.prose.words.closed import DETERMINERS, POSSESSIVES
from plainfigures.prose.words.helpers import MODALS, REMAIN
from plainfigures.prose.words.kinds import kind
from plainfigures.prose.words.lexicon import (
    calendar,
    countries,
    nouns,
    places,
    singular,
    tag,
    verb_lemmas,
)
from plainfigures.prose.words.names import is_currency
from plainfigures.prose.words.signs import MONEY
from plainfigures.prose.words.tokens import Tokens

Span = tuple[int, int]

_TAILS = frozenset(
    "market markets countries country states government governments authorities region republic "
    "republics union".split()
)
_RELATIVE = kind(lambda: ("where", "who", "whom", "which", "when", "whose"))
OWNERS = POSSESSIVES | {"the"}
_OF_FIELDS = frozenset(("minister", "secretary"))
_OCCASIONS = frozenset(
    "appeal fund programme program project plan campaign response operation".split()
)
_SOME = frozenset("some many others most few".split())


def named(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a phrase holds a capital, and one of more than a sentence ("Some say that we")."""
    return any(tokens.raw[k][0].isupper() for k in range(first, last)) and (
        first > 0 or tokens.word[0] not in _SOME
    )


def phrase_right(tokens: Tokens, i: int, reach: int = 9) -> Span | None:
    """The noun phrase with a capital that begins at token `i`, its article left out."""
    word, raw, n = tokens.word, tokens.raw, tokens.size
    j = i
    acts = word[i - 1 : i] == ["to"] and tokens.at(i + 1) in DETERMINERS and tokens.capital(i + 2)
    if acts and "v" in tag(word[i]).split(","):
        j += 1  # "to address | the Gaza crisis"
    while j < n and word[j] in DETERMINERS:
        j += 1
    first = last = j
    for size in (2, 1):
        if " ".join(raw[j : j + size]) in countries() and raw[j].islower():
            return j, j + size  # "the euro area"
    found = False
    while j < n and j - first < reach:
        if raw[j][0].isupper():
            if is_currency(tokens, j) or (len(raw[j]) == 1 and tokens.at(j + 1)[:1].isdecimal()):
                break  # nor "Q2"
            if word[j] in calendar("month") and not found:
                return None
            found = True
            last = j = j + 1
        elif _links(tokens, j, found):
            j += 1
        elif (
            word[j].isalpha()
            and tag(word[j]).split(",")[0] in ("n", "ns", "a")
            and (not found or word[j] in _TAILS or word[j] in _OCCASIONS)
        ):
            j += 1
            last = j if found else last
        else:
            break
    return (first, last) if found else None


def name_right(tokens: Tokens, i: int) -> Span | None:
    """The noun phrase with a name that begins at token `i`, to its noun ("Soviet helicopters")."""
    span = phrase_right(tokens, i)
    if span is None:
        return None
    first, last = span
    while last < tokens.size and last - span[1] < 2 and _goes_on(tokens, last):
        last += 1
    return first, last


def _goes_on(tokens: Tokens, k: int) -> bool:
    word = tokens.word[k]
    if tag(word)[0] == "a" or tag(word)[:2] == "vd":
        k += is_nationality(tokens.raw[k - 1])  # "Chadian displaced families"
    kinds = tag(tokens.at(k) or ".").split(",")
    if kinds[0] not in ("n", "ns") and tag(word) == "a,n" and is_nationality(tokens.raw[k - 2]):
        k, kinds = k - 1, ["n"]  # "the Malian cooperative | that"
    noun = k < tokens.size and tokens.raw[k].islower() and kinds[0] in ("n", "ns")
    noun = noun and word not in REMAIN  # "the appeal for Haiti | remains unfunded"
    return noun and word not in calendar("unit") and word not in calendar("units")


def _links(tokens: Tokens, j: int, found: bool) -> bool:
    """Whether "of", "and", a genitive or a hyphen goes on with a name."""
    word, raw, n = tokens.word, tokens.raw, tokens.size
    following = raw[j + 1] if j + 1 < n else "."
    led = raw[j - 1]
    if word[j] == "for" and (not found or led.isupper() or led in countries() or led in places()):
        return False  # "from Mali for Togo", "the UN for Togo", "by donors for UN work"
    if word[j] in ("of", "the", "for", "-", "'s", "'", "&") and (
        following[0].isupper() or following == "the"
    ):
        return True
    # "to Mali and Malta $3 million", "to Mali and Malta has given": who gave that
    own = tokens.at(j + 2) in MONEY or j in tokens.parted
    return found and (word[j] == "'s" or (word[j] == "and" and following[0].isupper() and not own))


@lru_cache(maxsize=1 << 12)
def code_of(text: str | None) -> str | None:
    """The alpha-3 code of the first country that words name; None for groups and for none."""
    if not text:
        return None
    words = text.replace("\u2019", "'").replace("\u2011", " ").replace("-", " ").split()
    table = countries()
    for i in range(len(words)):
        for size in name_sizes():
            head = " ".join(words[i : i + size]).strip(',;()\u201c\u201d"').removesuffix("'s")
            entry = table.get(head) or table.get(head.rstrip("."))
            if entry is not None:
                return None if "group" in entry.kinds else entry.code
    return None


def polity(tokens: Tokens, first: int, last: int) -> Span:
    """Of "the President of the EU Commission" the tokens "EU Commission"; a plain name as it is.

    So of "the Relief Bank's board" or its director the bank.
    """
    word, raw = tokens.word, tokens.raw
    while first < last and word[first] in DETERMINERS:
        first += 1
    if not _titles(word[first:last]) and "board" not in word[first:last]:
        return first, last
    for k in range(first, last):
        for size in (3, 2, 1):
            if k + size <= last and " ".join(raw[k : k + size]) in countries():
                end = k + size
                while end < last and raw[end][0].isupper():
                    if tokens.at(end + 1) != "'s" and _titles(word[end : end + 3]):
                        break  # "EU | Commission President", but "Relief Bank's president"
                    end += 1
                return k if word[k - 1] != "-" else first, end  # "*Inter*-American"
    for k in range(last - 1, first, -1):
        if word[k] == "of":
            j = k + 1
            while j < last and word[j] in DETERMINERS:
                j += 1
            if word[j : j + 1] == ["state"]:
                break  # "the Secretary of State"
            if word[k - 1] in _OF_FIELDS and not is_body(tokens, last):
                return first, last  # "the Minister of International Development"
            if j < last and raw[j][0].isupper():
                return j, last
    owned = word.index("'s", first, last) if "'s" in word[first:last] else last
    return first, owned if "board" in word[owned:last] or _titles(word[owned:last]) else last


def _titles(words: list[str]) -> bool:
    """ "Minister", "Deputy Prime Minister"."""
    return any(one in nouns("title") or singular(one) in nouns("title") for one in words)


def is_verb(tokens: Tokens, k: int) -> bool:
    """Whether token `k` is a finite verb or a participle, as far as its form tells."""
    word = tokens.at(k)
    if k >= tokens.size or not tokens.raw[k].islower():
        return False
    kinds = tag(word).split(",")
    known = kinds[0] in ("v", "vd")
    if not known and "v" in kinds:  # "will also grant"
        known = tokens.at(k - 1 - (tag(tokens.at(k - 1)) == "r")) in MODALS
    return known and bool(verb_lemmas(word))


def is_noun_or_adjective(tokens: Tokens, k: int) -> bool:
    """Whether token `k` is a noun or an adjective, as far as its form tells."""
    word = tokens.at(k)
    return word.isalpha() and tag(word).split(",")[0] in ("n", "a")


def relative_clauses(tokens: Tokens) -> list[Span]:
    """The relative clauses behind a comma, each as the two tokens around it.

    The commas of ", which lost 40 men in May,"; "of" and the second comma of ", of which 40 died,".
    """
    found = []
    for k in tokens.of_kind(_RELATIVE):
        led = tokens.at(k - 2) == "," and tokens.word[k - 1] in ("in", "of", "for", "from", "to")
        apart = tokens.word[k - 2 : k + 1] != ["all", "of", "whom"]  # these fare alike
        led |= apart and tokens.at(k - 3) == "," and tokens.at(k - 1) == "of"
        if tokens.at(k - 1) != "," and not led:
            continue
        commas = [j for j in range(k + 1, tokens.size) if tokens.word[j] == ","]
        commas = commas[2:] if commas[:1] == [k + 1] else commas  # ", who, when ill, …"
        told = next((j for j in range(k + 1, tokens.size) if is_verb(tokens, j)), 0)
        # no ", of whom 40, | more or less, | died,", which has not told yet what befell them
        commas = [j for j in commas if j > told]
        turn = next((j for j in commas if tokens.at(j + 1) in ("whereas", "while")), tokens.size)
        last = next((j for j in commas if j < turn and is_verb(tokens, j + 1)), None)
        found.append((k - 1, last or (commas[0] if commas else tokens.size)))
    return found
