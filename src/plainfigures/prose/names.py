"""Names in the token table: places and events by the words that lead to them."""

from dataclasses import dataclass

from plainfigures.prose.dates import MONTHS, WEEKDAYS
from plainfigures.prose.lexicon import countries, places, singular, tag
from plainfigures.prose.tokens import Tokens

_LOCATIVE = frozenset(
    "in near at across throughout within around outside inside from into to along off of between".split()
)
_STRONG = frozenset("in near at across throughout within outside inside along".split())
_PLACE_NOUNS = frozenset(
    "district province region village city town camp valley area state county island border corridor zone "
    "coast capital neighbourhood neighborhood municipality territory peninsula river sea lake desert republic "
    "prefecture governorate settlement enclave strip front airport alley cemetery square market hospital".split()
)
_EVENT_NOUNS = frozenset(
    "war conflict massacre genocide earthquake tsunami flood hurricane cyclone typhoon uprising revolution "
    "rebellion siege battle crisis intifada bombing attack offensive operation famine drought epidemic outbreak "
    "riot violence disaster eruption invasion occupation clash coup insurgency blockade landslide storm fire "
    "explosion crash accident wildfire heatwave mutiny pogrom campaign incursion raid".split()
)
_NAMED_EVENTS = frozenset(
    (
        "war",
        "massacre",
        "genocide",
        "earthquake",
        "tsunami",
        "uprising",
        "revolution",
        "conflict",
        "hurricane",
        "cyclone",
        "typhoon",
        "intifada",
        "siege",
        "battle",
        "rebellion",
        "coup",
        "crisis",
        "violence",
        "occupation",
        "flood",
        "bombing",
        "drought",
        "famine",
        "epidemic",
        "disaster",
        "riot",
    )
)
_NOT_PLACES = frozenset(
    "i january february march april may june july august september october november december".split()
)


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens first..last (exclusive) of a name; `weight` is a penalty in clause distance."""

    first: int
    last: int
    weight: float


def _capital(tokens: Tokens, i: int) -> bool:
    raw = tokens.raw[i]
    return raw[0].isupper() and tokens.word[i] not in MONTHS and tokens.word[i] not in WEEKDAYS


def place_names(tokens: Tokens) -> list[Name]:
    """Places of a sentence: names after a locative word, and countries wherever they stand."""
    word, raw, n = tokens.word, tokens.raw, tokens.size
    table, known = countries(), places()
    found: list[Name] = []
    i = 0
    while i < n:
        w = word[i]
        if w in _LOCATIVE:
            j = i + 1
            while j < n and j - i < 6 and (
                word[j] in ("the", "a", "its", "their", "northern", "southern", "eastern", "western", "central", "neighbouring", "neighboring", "nearby", "former", "town", "city", "village", "province", "district", "region", "state", "of", "villages", "districts", "provinces", "regions", "island", "islands", "-", "north", "south", "east", "west", "conflict", "affected", "war", "torn", "occupied", "liberated", "lowland", "mountainous", "and", "rural")
            ):  # fmt: skip
                j += 1
            if w in _STRONG and j < n and not _capital(tokens, j):
                plain = _plain_place(tokens, i + 1)
                if plain is not None:
                    found.append(Name(plain[0], plain[1], 2.0))
                    i = plain[1]
                    continue
            if (
                w == "from"
                and i
                and word[i - 1]
                in (
                    "road",
                    "away",
                    "far",
                    "km",
                    "kilometres",
                    "kilometers",
                    "miles",
                    "south",
                    "north",
                    "east",
                    "west",
                )
            ):
                i = _name_end(tokens, j) if j < n and _capital(tokens, j) else i + 1
                continue
            if j < n and _capital(tokens, j) and word[j] not in ("i",):
                last = _name_end(tokens, j)
                head = " ".join(raw[j:last])
                surely = head in table or head in known or raw[j] in known
                local = singular(word[last - 1]) in _PLACE_NOUNS
                if w == "of" and not surely and not local:
                    i += 1
                    continue
                if w in ("to", "from", "into", "between") and not surely and not local:
                    i = last
                    continue
                entry = table.get(head)
                if entry is not None and ("group" in entry.kinds) and w != "in":
                    i = last
                    continue
                begin = i + 1
                while begin < j and word[begin] in ("the", "a", "of", "and", "its", "their", "-"):
                    begin += 1
                if any(
                    word[k]
                    in ("town", "city", "village", "province", "district", "region", "state")
                    for k in range(begin, j)
                ):
                    pass
                weight = 0.0 if w in _STRONG else 2.0
                if not surely and not local:
                    weight += 1.5
                found.append(Name(begin, last, weight))
                i = last
                continue
        elif _capital(tokens, i):
            for size in (4, 3, 2, 1):
                head = " ".join(raw[i : i + size])
                entry = table.get(head)
                if entry is not None and ("name" in entry.kinds or "place" in entry.kinds):
                    last = i + size
                    if i and word[i - 1] in ("by", "and") and word[i - 1] == "by":
                        i = last - 1
                        break
                    genitive = last < n and word[last] == "'s"
                    if (
                        last + 1 < n
                        and word[last] == "and"
                        and raw[last + 1] in table
                        and "name" in table[raw[last + 1]].kinds
                    ):
                        last += 2
                    found.append(Name(i, last, 42.0 if genitive else 4.0))
                    i = last - 1
                    break
                if head in known:
                    found.append(Name(i, i + size, 4.0))
                    i += size - 1
                    break
        i += 1
    return found


def _plain_place(tokens: Tokens, j: int) -> tuple[int, int] | None:
    """A place without a name ("in the liberated territories"): modifiers and a place noun."""
    word, raw, n = tokens.word, tokens.raw, tokens.size
    while j < n and word[j] in ("the", "its", "their", "these", "those"):
        j += 1
    first = j
    while (
        j < n
        and j - first < 4
        and raw[j].isalpha()
        and raw[j].islower()
        and tag(word[j]).split(",")[0] in ("a", "vd", "n")
        and singular(word[j]) not in _PLACE_NOUNS
    ):
        j += 1
    if first < j < n and singular(word[j]) in _AREAS:
        return first, j + 1
    return None


_AREAS = frozenset(
    "district province region village city town camp area county island zone coast territory state republic settlement".split()
)


def _name_end(tokens: Tokens, j: int) -> int:
    """The token after the name that begins at `j`, lists ("A, B, and C districts") included."""
    word, raw, n = tokens.word, tokens.raw, tokens.size
    k = j
    while k < n:
        if raw[k][0].isupper() or raw[k] in ("-", "'", "al"):
            if word[k] == "-" and not (k + 1 < n and raw[k + 1][0].isupper()):
                break
            k += 1
            continue
        if (
            word[k] in ("of", "the")
            and k + 1 < n
            and (
                raw[k + 1][0].isupper()
                or word[k + 1] == "the"
                and k + 2 < n
                and raw[k + 2][0].isupper()
            )
            and not _is_country(raw[k - 1])
        ):
            k += 1
            continue
        if singular(word[k]) in _PLACE_NOUNS:
            k += 1
            break
        if (
            k + 1 < n
            and raw[k].islower()
            and raw[k].isalpha()
            and tag(word[k]).split(",")[0] in ("a", "vd")
            and singular(word[k + 1]) in _PLACE_NOUNS
        ):
            k += 2
            break
        if (
            word[k] == "and"
            and k + 1 < n
            and raw[k + 1] in countries()
            and raw[k - 1] in countries()
        ):
            k += 2
            continue
        if word[k] in (",", "and") and _list_of_places(tokens, k):
            k += 1
            continue
        break
    while k > j and not raw[k - 1][0].isalpha():
        k -= 1
    return k


def _is_country(raw: str) -> bool:
    return raw in countries()


def _list_of_places(tokens: Tokens, k: int) -> bool:
    """Whether a comma or "and" goes on with a list that ends in "districts" and the like."""
    word, raw, n = tokens.word, tokens.raw, tokens.size
    j = k
    while j < n and j - k < 24:
        if raw[j][0].isupper() or word[j] in (",", "and", "-"):
            j += 1
            continue
        if j > k + 1 and j + 1 < n and tag(word[j]).split(",")[0] == "a":
            j += 1
        return word[j] != singular(word[j]) and singular(word[j]) in _PLACE_NOUNS
    return False


def event_names(tokens: Tokens) -> list[Name]:
    """Events that have a name: "the Second Karabakh War", "the Khojaly massacre"."""
    word, raw, n = tokens.word, tokens.raw, tokens.size
    found = []
    for i, w in enumerate(word):
        head = singular(w)
        if head not in _EVENT_NOUNS:
            continue
        first = i
        while first > 0 and (
            _capital(tokens, first - 1) and not (first - 1 == 0 and word[0] in ("the", "a", "this", "in", "during", "after"))
            or raw[first - 1][0].isdecimal() and len(raw[first - 1]) in (2, 4)
            or word[first - 1] in ("-", "\u2013", "/") and tokens.tight(first)
            or word[first - 1] in ("post", "election", "civil", "ethnic", "world", "boxing", "day", "gas", "bomb", "terrorist", "liberation", "independence") and first - 1 > 0
        ):  # fmt: skip
            first -= 1
        while first < i and not (raw[first][0].isalnum()):
            first += 1
        last = i + 1
        named = any(raw[k][0].isupper() for k in range(first, i + 1)) and (
            first < i or raw[i][0].isupper()
        )
        dated = any(raw[k][0].isdecimal() for k in range(first, i))
        if first < i and (named or dated):
            if not named and tag(word[i - 1]).startswith("v"):
                continue
            if (
                last + 1 < n
                and word[last] == "of"
                and raw[last + 1][0].isdecimal()
                and len(raw[last + 1]) == 4
            ):
                last += 2
            found.append(Name(first, last, 0.0 if head in _NAMED_EVENTS else 2.0))
        elif raw[i][0].isupper() and i + 2 < n and word[i + 1] == "of" and raw[i + 2][0].isupper():
            last = i + 3
            while last < n and raw[last][0].isupper():
                last += 1
            found.append(Name(i, last, 0.0))
    return found
