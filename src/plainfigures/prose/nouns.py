"""The counted noun: a walk to the right of a number to the head of its noun phrase."""

from dataclasses import dataclass

from plainfigures.prose.lexicon import demonyms, is_person, numbers, singular, tag
from plainfigures.prose.tokens import Tokens

# Adjectives that count people when no noun follows ("70 elderly", "12 dead", "40 wounded").
NOMINAL = frozenset(
    "dead wounded injured missing elderly disabled young old poor homeless unemployed sick maimed "
    "displaced hurt killed captured hospitalised hospitalized kidnapped abducted stranded".split()
)
_PREFIXES = frozenset("anti non ex post pre inter multi semi self".split())
_SKIPPED = frozenset("such more other further additional new extra estimated total of".split())
_STOPS = frozenset(
    "and or but in on at to from by for with than that who which whose whom when where while as if "
    "because since until after before during under over into across among amid near per through "
    "within without against between via about around is are was were be been being has have had "
    "do does did will would can could may might must shall should not it they he she we i you this "
    "these those there here what also only just then so".split()
)
_FEW_DETERMINERS = frozenset("the its their his her our a an all those these some my your".split())
_HOUSEHOLDS = {"family": "family", "household": "household"}


@dataclass(slots=True)
class Noun:
    """Tokens first..last (exclusive) of a noun phrase; `head` is its singular, `unit` the unit."""

    first: int
    last: int
    head: str
    unit: str


def unit_of(head: str) -> str:
    """The unit of a counted head noun (singular): person, family, household, else itself."""
    if head in _HOUSEHOLDS:
        return _HOUSEHOLDS[head]
    if is_person(head):
        return "person"
    return head


def walk(tokens: Tokens, start: int, one: bool, vague: bool = False) -> Noun | None:
    """The noun phrase that begins at token `start`; `one` says that exactly one is counted."""
    word, raw, n = tokens.word, tokens.raw, tokens.size
    j = start
    if (
        j < n
        and word[j] == "of"
        and (
            vague
            or j + 1 < n
            and word[j + 1] in ("the", "its", "their", "these", "those", "our", "his", "her")
        )
    ):
        j += 1
        if j < n and word[j] in _FEW_DETERMINERS:
            j += 1
    if j < n and word[j] in ('"', "\u201c", "'") and j + 1 < n and word[j + 1].isalpha():
        j += 1
    first = j
    head: int | None = None
    plural = False
    table = numbers()
    adjective: int | None = None
    while j < n:
        w = word[j]
        if w == "-":
            if head is not None and plural and head == j - 1:
                break
            if not (tokens.tight(j) and j + 1 < n and tokens.tight(j + 1)) or j == first:
                break
            j += 1
            continue
        if w == ",":
            if not _joins(tokens, j, adjective, head):
                break
            j += 1
            continue
        if w == "/" and j > first and tokens.tight(j) and j + 1 < n and word[j + 1].isalpha():
            j += 1
            continue
        if not raw[j][0].isalpha():
            if w == "'s" and head is not None:
                head, plural = None, False
                j += 1
                continue
            if (
                w == "'"
                and head is not None
                and tokens.tight(j)
                and j + 1 < n
                and not tokens.tight(j + 1)
                and word[j + 1].isalpha()
                and plural
            ):
                head, plural = None, False
                j += 1
                continue
            break
        kind = tag(w)
        if w in table and table[w][0] in ("cardinal", "scale"):
            break
        if j + 2 < n and word[j + 1] == "-" and tokens.tight(j + 1) and tokens.tight(j + 2) and "ns" not in kind or w in _PREFIXES:
            adjective = j
            j += 1
            continue
        if w in _STOPS and not (w == "of"):
            if (
                w in ("and", "or")
                and head is None
                and adjective == j - 1
                and j + 1 < n
                and _adjectival(word[j + 1])
            ):
                j += 1
                continue
            break
        if w == "of":
            if head is not None and _crosses_of(tokens, j, word[head]):
                head, plural = None, False
                j += 1
                if j < n and word[j] in _FEW_DETERMINERS:
                    j += 1
                continue
            break
        capital = raw[j][0].isupper()
        demonym = demonyms().get(raw[j]) if capital else None
        if demonym is not None and demonym == "people":
            if head is None or not plural:
                head, plural = j, True
            j += 1
            if _plural_follows(tokens, j):
                continue
            break
        if head is not None and plural and not one:
            # one plural ends the phrase unless another noun follows ("anti-personnel mines")
            if not _plural_follows(tokens, j):
                break
        if capital and kind in ("n", "") or "n" in kind.split(","):
            noun = "ns" not in kind
            if head is not None and kind not in ("n", "n,v", "v,n", "") and not capital:
                if "v" in kind.split(",") and not _plural_follows(tokens, j):
                    break
            head, plural = j, not noun
            j += 1
            continue
        if kind.startswith("ns") or ",ns" in kind:
            if head is not None and ("v" in kind.split(",")) and plural:
                break
            head, plural = j, True
            j += 1
            continue
        if _adjectival(w) or w in _SKIPPED or demonym is not None:
            if head is not None and kind in ("vd", "vd,a") and w not in NOMINAL:
                break
            if head is not None and w in NOMINAL:
                break
            if head is not None and kind == "r":
                break
            adjective = j
            j += 1
            continue
        break
    if head is None:
        return _nominal(tokens, first, j, adjective)
    name = singular(word[head])
    if name in ("people", "persons"):
        name = "person"
    unit = unit_of(name)
    if unit == name and raw[head][0].isupper() and demonyms().get(raw[head]) is not None:
        unit = "person"
    begin = first
    while begin < head and word[begin] in ("of", "more", "other", "further", "additional", "the"):
        begin += 1
    return Noun(begin, head + 1, name, unit)


def _adjectival(word: str) -> bool:
    kinds = tag(word).split(",")
    return any(kind in ("a", "vd", "vg", "r") for kind in kinds)


def _plural_follows(tokens: Tokens, j: int) -> bool:
    """Whether the next word goes on with the noun phrase: a plural, or a hyphen and a plural."""
    if j >= tokens.size:
        return False
    w = tokens.word[j]
    if not w[0].isalpha() or w in _STOPS or w in ("of",):
        return False
    kinds = tag(w).split(",")
    return "ns" in kinds and not ({"v"} & set(kinds) and tokens.word[j - 1] == "people")


def _joins(tokens: Tokens, comma: int, adjective: int | None, head: int | None) -> bool:
    """Whether a comma stands between two adjectives ("brave, young men")."""
    if head is not None or adjective != comma - 1 or comma + 2 >= tokens.size:
        return False
    return (
        tag(tokens.word[comma + 1]).split(",")[0] == "a" and "n" in tag(tokens.word[comma + 2])[:1]
    )


def _crosses_of(tokens: Tokens, j: int, head: str) -> bool:
    return singular(head) in ("kind", "type", "sort", "number", "category", "piece", "item")


def _nominal(tokens: Tokens, first: int, last: int, adjective: int | None) -> Noun | None:
    """People counted by an adjective alone ("70 elderly", "20 Nepalese")."""
    if adjective is None:
        return None
    for j in range(first, last):
        if tokens.word[j] in NOMINAL and tokens.word[j] not in ("new", "old", "young"):
            return Noun(j, j + 1, tokens.word[j], "person")
        if tokens.raw[j][0].isupper() and demonyms().get(tokens.raw[j]) == "adjective":
            return Noun(j, j + 1, tokens.word[j], "person")
    return None
