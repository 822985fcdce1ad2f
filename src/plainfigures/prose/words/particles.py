"""Small words and points within a name, so that all rules that ask for capitals see one name."""

import re
from functools import cache

from plainfigures.prose.words.lexicon import countries, moneys, numbers, tag, verb_lemmas

_JOINING = frozenset(
    "da das de del della dello der den des di do dos du la las le les los van von zu ter ten "
    "bin bint ibn ould al el".split()
)
_ARABIC = frozenset(
    "al el ad ar as at az an ash esh ed er es et ez en il ud ul adh ath abu umm".split()
)
_RARE = _JOINING | _ARABIC - frozenset("as at an".split())
_TITLES = frozenset(
    "Col Gen Lt Capt Sgt Maj Dr Mr Mrs Ms Prof St Ste Mt Ft Sen Rep Gov Rev Fr Hon Adm Cmdr Brig "
    "Cpl Pte Insp Supt Pres Sr Msgr Amb".split()
)
_PREFIXES = frozenset("de De re Re un Un dis Dis".split())
_LONGEST = 5
# Countries whose names have an article, or their last words, beside their short forms ("the UK").
_PLURAL = frozenset(
    "Netherlands Philippines Gambia Bahamas Maldives Comoros Seychelles States Emirates Kingdom "
    "Republic Islands Coast Federation Confederation Territories Territory Congo Strip Bank".split()
)
# The tokens of a name, as a sentence is cut.
_WORD = re.compile(r"[A-Z]\.(?:[A-Z]\.)+|\w+(?:'\w{2,})*|\S")


def raise_particles(raw: list[str]) -> None:
    """Write the small words within a name with a capital: "Villa De La Paz", "Stoke-On-Trent".

    >>> words = "in Deir ez - Zor and Santa Cruz de la Sierra".split()
    >>> raise_particles(words)
    >>> " ".join(words)
    'in Deir Ez - Zor and Santa Cruz De La Sierra'
    """
    hyphened = "-" in raw
    if not hyphened and _RARE.isdisjoint(raw):
        return
    for k in range(len(raw) - 2, -1, -1):
        if not raw[k].islower():
            continue
        after = raw[k + 1]
        if raw[k] in _JOINING and after[0].isupper():
            before = k - 1 - (k > 1 and raw[k - 1] == "-")
            raised = k > 0 and (raw[before] in _JOINING or raw[before][0].isupper())
        elif hyphened and after == "-" and k + 2 < len(raw) and raw[k + 2][0].isupper():
            between = k > 1 and raw[k - 1] == "-" and raw[k - 2][0].isupper()
            raised = raw[k] in _ARABIC or (between and len(raw[k]) <= _LONGEST)
        else:
            continue
        if raised:
            raw[k] = raw[k].capitalize()


def points(raw: list[str]) -> list[int]:
    """The points after titles and initials, which are left out: "Lt | Col | J | Smith".

    >>> points("said Lt . Col . J . Smith .".split())
    [2, 4, 6]
    """
    if raw.count(".") < 2:
        return []
    return [
        k
        for k in range(1, len(raw) - 1)
        if raw[k] == "."
        and (raw[k - 1] in _TITLES or (len(raw[k - 1]) == 1 and raw[k - 1].isupper()))
        and (raw[k + 1][0].isupper() or raw[k + 1] in _RARE)
    ]


def plural_initials(raw: list[str]) -> list[tuple[int, int, int, str]]:
    """The plurals of initials behind a number, as `lands` tells countries: "15 *N.C.O.'s*".

    >>> plural_initials("lost 15 N.C.O. 's and 9 G.I. s".split())
    [(6, 6, 8, 'GIs'), (2, 2, 4, 'NCOs')]
    """
    return [
        (k - 1, k - 1, k + 1, raw[k - 1].replace(".", "") + "s")
        for k in range(len(raw) - 1, 1, -1)
        if raw[k] in ("'s", "s")
        if raw[k - 1].isupper() and len(raw[k - 1]) > 1 and raw[k - 1][0].isalpha()
        if raw[k - 2] in numbers() or raw[k - 2][0].isdecimal()
        if tag((*raw, ".")[k + 1])[0] not in "na"  # "the 15 U.S.'s *bases*"
    ]


def short_forms(raw: list[str]) -> list[int]:
    """The short forms in brackets within a noun phrase, left out: "antipersonnel (AP) mines".

    >>> short_forms("46 antipersonnel ( AP ) mines".split())
    [2, 3, 4]
    """
    return [
        j
        for k in range(1, len(raw) - 3 if "(" in raw else 0)
        if raw[k] == "(" and raw[k + 2] == ")" and raw[k + 1].removesuffix("s").isupper()
        if raw[k - 1].islower() and raw[k + 3].islower()
        # "unexploded ordnance *(UXO)* affected areas"
        if "n" in [tag(one)[0] for one in raw[k + 3 : k + 4 + (tag(raw[k + 3])[:2] == "vd")]]
        for j in range(k, k + 3)
    ]


def either(word: list[str]) -> list[int]:
    """ "killed *and/* or injured": what "or" alone says as well."""
    slashes = [k for k, form in enumerate(word) if form == "/"]
    return [j for k in slashes if word[k - 1 : k + 2] == ["and", "/", "or"] for j in (k - 1, k)]


def counts(raw: list[str]) -> list[tuple[int, int, int, str]]:
    """ "lost *(15)* women": the numbers in brackets before nouns, as `lands` tells countries."""
    listed = "(" not in raw or "( 1 )" in " ".join(raw)  # "for (1) women and (2) men"
    return [
        (k, k, k + 3, raw[k + 1])
        for k in range(0 if listed else len(raw) - 4, 0, -1)
        if (raw[k], raw[k + 2]) == ("(", ")") and raw[k - 1] not in numbers()
        if (raw[k + 1] in numbers() or raw[k + 1][0].isdecimal()) and tag(raw[k - 1])[0] in "pvcd"
        if raw[k + 3][-1].islower() and not raw[k + 3].istitle()
        if tag(raw[k + 3]).partition(",")[0] in ("n", "ns", "a", "vd", "vg")
    ]


def prefixed(raw: list[str]) -> list[tuple[int, int, int, str]]:
    """ "De-mining", "re-settled": words of a prefix and another, as `lands` tells countries."""
    return [
        (k, k, k + 3, raw[k] + raw[k + 2])
        for k in range(len(raw) - 3 if "-" in raw else -1, -1, -1)
        if raw[k + 1] == "-" and raw[k] in _PREFIXES and raw[k - 1] != "-"
        if verb_lemmas(joined := (raw[k] + raw[k + 2]).lower())
        or joined.startswith(("un", "demin"))  # "de-miners"
    ]


def remnants(word: list[str]) -> list[tuple[int, int, int, str]]:
    """The explosive remnants of war that a noun behind them tells of, as `lands` tells countries.

    >>> remnants("26 explosive remnants of war casualties".split())
    [(1, 1, 5, 'ERW')]
    """
    return [
        (k, k, k + 4, "ERW")
        for k in range(len(word) - 5 if "explosive" in word else -1, -1, -1)
        if word[k] == "explosive"
        and word[k + 1] in ("remnant", "remnants")
        and word[k + 2 : k + 4] == ["of", "war"]
        and tag(word[k + 4])[0] == "n"
    ]


def on_year(word: list[str]) -> list[int]:
    """The tokens of "on-year", which only says with what is compared ("a 2% fall on-year").

    >>> on_year("fell 4 % on - year , 2 % year - on - year".split())
    [3, 4, 5]
    """
    if "-" not in word or "on" not in word:
        return []
    found = [k for k in range(1, len(word) - 2) if word[k] == "on" and word[k - 1] != "-"]
    return [j for k in found if word[k + 1 : k + 3] == ["-", "year"] for j in range(k, k + 3)]


def lands(raw: list[str]) -> list[tuple[int, int, int, str]]:
    """The names of countries of several words or with an article, the last first: each is one word.

    Told are the tokens of its article or name, of its name, and the one after; but not before a
    coin ("New Zealand dollars"), and no article that is of a noun behind it ("the UK office").

    >>> lands("Peru and the Netherlands and Bosnia and Herzegovina".split())
    [(5, 5, 8, 'Bosnia and Herzegovina'), (2, 3, 4, 'Netherlands')]
    """
    known = _lands()
    if known.keys().isdisjoint(raw):
        return []
    found: list[tuple[int, int, int, str]] = []
    for k, word in enumerate(raw):
        if word in known and not (found and k < found[-1][2]):
            for size, names in known[word]:
                name = names.get(tuple(raw[k : k + size]))
                if name is not None and (after := (*raw, ".")[k + size]) not in moneys():
                    first = k - (name.isupper() or name.split()[-1] in _PLURAL)
                    if first < k and not _is_article(raw, first, after):
                        first = k
                    if size > 1 or first < k:
                        found.append((first, k, k + size, name))
                    break
    return found[::-1]


def _is_article(raw: list[str], k: int, after: str) -> bool:
    """Whether token `k` is the article of a name, and not that of what goes on "after" it."""
    if k < 0 or not (raw[k] == "the" or (k == 0 and raw[k] == "The")):
        return False
    if k and raw[k - 1][0].isupper():
        return False  # "Under the Relief Plan | the Netherlands received"
    kind = tag(after).partition(",")[0] if after[0].isalpha() else ""
    return not after[0].isupper() and after != "$" and kind not in ("n", "ns", "a", "vg")


@cache
def _lands() -> dict[str, list[tuple[int, dict[tuple[str, ...], str]]]]:
    """Names of countries of several words: first word -> length, longest first -> words -> name."""
    known: dict[str, dict[int, dict[tuple[str, ...], str]]] = {}
    for name, entry in countries().items():
        words = tuple(_WORD.findall(name))
        told = len(words) > 1 or name.isupper() or name in _PLURAL
        if told and "name" in entry.kinds and words[0] != "The":
            kept = [word for k, word in enumerate(words) if k not in points(list(words))]
            raise_particles(kept)
            known.setdefault(kept[0], {}).setdefault(len(kept), {})[tuple(kept)] = name
    return {word: sorted(sizes.items(), reverse=True) for word, sizes in known.items()}
