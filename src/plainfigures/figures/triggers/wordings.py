"""Measures named in several words: how these are looked up, and where in a sentence they end."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from plainfigures.prose.dates.years import year_like
from plainfigures.prose.nouns import changes
from plainfigures.prose.words.closed import POSSESSIVES
from plainfigures.prose.words.helpers import BE, HAVE, HELPERS
from plainfigures.prose.words.lexicon import calendar, countries, demonyms, tag, units
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import AND_OR

# word form -> the words inside phrases that it may stand for
Inner = Mapping[str, frozenset[str]]
# Verbs with "in", which may lead a date as well.
_DATED = frozenset("pay pays paid paying bring brings brought bringing move moves moved".split())
# The most tokens that may stand inside a phrase, besides its words.
_INTO = frozenset(("into", "in", "to"))
_GAP = 6
# What may stand behind of where people are, and how many tokens that takes.
_AWAY, _ORIGIN = frozenset("out from off away back home over into".split()), 9
# What a number is given behind "or" as its bound ("claimed 900 or more lives").
_BOUNDS = frozenset(("more", "so"))
_BOUNDING = frozenset("of to than".split())
_LAND = frozenset("hectares hectare acres kilometres kilometers metres meters miles".split())
_ARTICLES = frozenset("the a an their his her our its been being".split())
# Words of a phrase that another owner's word may stand for.
_OWNED = frozenset(("their", "his"))
_AIMS = frozenset(("goal", "target"))
_FILLERS = frozenset(
    "- a an us them ours theirs its their all the some about around roughly at least more than "
    'over nearly almost another other further additional extra just only " \u201c \u201d'.split()
)
_IDLE = frozenset("work action business office a job jobs race contention court reach".split())
_SO_FAR = frozenset("already now currently also still yet".split())
_DONE = frozenset(("vd", "vg"))
_RELATIVES = (["which"], ["whom"])
# What the name of a kind or of a place may stand before: "a jute warehouse".
_BUILDINGS = frozenset(
    "hospital clinic warehouse mill hall factory school church hotel hostel stadium barn gym "
    "hangar monastery".split()
)
_FRONTIERS = frozenset(("border", "frontier"))
_WHEN = frozenset("yesterday today tonight again now recently last this week month year".split())
_PLACING = frozenset(("in", "at", "of", "to"))
_ON_BOARD = frozenset(("aboard", "on", "in", "at", "from"))
_ON = frozenset("on in late early until since that all the".split())


@dataclass(frozen=True, slots=True)
class Wording:
    """A phrase by its words after the first; `needs` are those that no other word stands for.

    `key` is the longest of these, by which it is looked up.
    """

    rest: tuple[str, ...]
    needs: frozenset[str]
    key: str
    measure: str
    text: str


class Wordings:
    """The phrases that may begin with one word, by their keys."""

    __slots__ = ("_by_key", "keys")

    def __init__(self, phrases: Iterable[Wording]) -> None:
        self._by_key: dict[str, list[tuple[int, Wording]]] = {}
        for order, phrase in enumerate(phrases):
            self._by_key.setdefault(phrase.key, []).append((order, phrase))
        self.keys = frozenset(self._by_key)

    def standing(self, keys: Iterable[str], needs: frozenset[str]) -> Iterable[Wording]:
        """Those with some keys whose words may all be among `needs`, in order."""
        found = [pair for key in keys for pair in self._by_key[key] if pair[1].needs <= needs]
        return [phrase for _, phrase in sorted(found)] if found else ()


# The key of a phrase that needs no word.
NO_WORD = frozenset(("",))
NO_WORDINGS = Wordings(())


def worded(measure: str, text: str, rest: tuple[str, ...]) -> Wording:
    """A phrase that names a measure; `rest` are its words after the first."""
    needs = frozenset(rest) - _OWNED
    key = max(sorted(needs), key=len, default="")
    return Wording(rest, needs, key, measure, text)


def end_of(
    word: Sequence[str], i: int, rest: Iterable[str], inner: Inner, counted: Container[int]
) -> int:
    """The token after a phrase whose first word is token `i`; 0 where it is not there.

    `inner` says what a word may stand for.
    """
    n, j, before, at, reach = len(word), i + 1, word[i], i, i + _GAP
    for part in rest:
        if part == "be" and word[j : j + 1] != [] and word[j] in _PLACING and at == i:
            j = _past_place(word, j)  # "flats | in the valley | have been allotted to"
        if at == i and word[j : j + 1] == ["by"] != [part]:
            j = _past_agent(word, j, part, inner)
        if before == "than" and j in counted:
            return 0  # "more than 40 refugees in": a bound, and no comparison
        while (
            j < n
            and j <= reach
            and (part not in inner[word[j]] or _bounds(word, j, counted))
            and part not in AND_OR
            and not (part in _OWNED and word[j] in POSSESSIVES)
            and (j - 1 in counted or not _is_joint(word, j - 1))
            and (
                j in counted
                or _between(word, j)
                or _describes(word, j, part, inner)
                or (part == "for" and _is_time(word, j))
            )
        ):
            reach += j in counted  # no wording of a number is too long
            j += 1
        if before in BE and j < n and word[j] in _SO_FAR and part not in inner[word[j]]:
            j += 1  # "$9 million is | already | under contract"
        j = _past_company(word, j, counted)
        behind = j - 1 in counted and word[j : j + 1] == ["of"]
        if behind and (part in _AWAY or word[j - 1] in _LAND):
            j = _past_origin(word, j, part, inner)
        if part == "be" and j < n and j - 1 in counted and word[j] in _ON_BOARD:
            j = _past_place(word, j)  # "the fate of the other 40 people | aboard the ferry | is"
        if part in AND_OR and word[j : j + 1] == [","]:
            j += 1  # "killed, wounded, and missing"
        if j < n and word[j] in HAVE and part not in inner[word[j]]:
            j += 1  # "contact has been lost with", "fever had carried off"
        if before in AND_OR and word[j : j + 1] == ["the"] and word[i - 1] != "the":
            return 0  # "40 were killed, and the wounded were flown out"
        owned = part in _OWNED and j < n and word[j] in POSSESSIVES
        if j < n and word[j] in _ARTICLES and not owned and part not in inner[word[j]]:
            j += 1
        beside = before in _INTO and j == at + 1 < n - 1 and part in inner[word[j + 1]]
        if beside and _qualifies(word[j]):
            j += part not in inner[word[j]]  # "into *Russian* captivity"
        if j >= n or not (owned or part in inner[word[j]]):
            return 0
        if before == "to" and at == i and word[j - 1] == "the":
            return 0  # "in addition *to the return* of 900 families"
        if before == "to" and (word[j] != part or word[j - 1] in HAVE):
            behind = word[j - 1] != "to" and "v" in tag(part).split(",")
            number = behind and any(k in counted for k in range(at + 1, j))
            if part == "be" or word[j].endswith("ed") or number:
                return 0  # "grew to 300 returned families", "*up to* 300 have *come back*"
        if before == "of" and at - 1 in counted and any(k in counted for k in range(at + 1, j)):
            return 0  # "cleared 300 of the 900 mines": a part of them, and no land clear of mines
        before, at = part, j
        j += 1
    return j


def _bounds(word: Sequence[str], j: int, counted: Container[int]) -> bool:
    """Whether token `j` only bounds a number: "deprived in excess *of* 90 people of a roof"."""
    return word[j] in _BOUNDING and j in counted and j + 1 in counted


def end_of_fronted(word: Sequence[str], i: int, rest: Sequence[str]) -> int:
    """The token after a verb whose preposition leads its clause: "for which it had appealed"."""
    if list(rest) != ["for"] or "which" not in word[max(0, i - _GAP) : i]:
        return 0
    k = i - 1 - word[i - 1 :: -1].index("which")
    return i + 1 if k > 0 and word[k - 1] == "for" and "," not in word[k:i] else 0


def _qualifies(one: str) -> bool:
    return tag(one) == "a" or one.capitalize() in demonyms()


def _past_agent(word: Sequence[str], j: int, part: str, inner: Inner) -> int:
    """The token after who did it, before what goes with the verb: "driven | by the army | from"."""
    k = j + 1
    while k < min(len(word), j + _GAP) and tag(word[k])[0] in "dan":
        k += 1
    passive = "vd" in tag(word[j - 1]).split(",")
    return k if passive and k > j + 1 and k < len(word) and part in inner[word[k]] else j


def _past_company(word: Sequence[str], j: int, counted: Container[int]) -> int:
    """The token after those who go with the ones counted: "900 farmers | and their kin"."""
    theirs = j - 1 in counted and word[j : j + 1] == ["and"] and word[j + 1 : j + 2] == ["their"]
    return j + 3 if theirs and tag((*word[j + 2 :], ".")[0])[0] == "n" else j


def _past_origin(word: Sequence[str], j: int, part: str, inner: Inner) -> int:
    """The next word of a phrase behind of where people are ("drove 900 people | of Bor | out")."""
    for k in range(j + 1, min(j + _ORIGIN, len(word))):
        if part in inner[word[k]]:
            return k
        if not word[k].isalpha() or word[k] in AND_OR or word[k] in HELPERS or is_number(word[k]):
            break
    return j


def _past_place(word: Sequence[str], j: int) -> int:
    """The helper of a verb behind where a thing is or what it is of; `j` where there is none."""
    for k in range(j + 1, min(j + _GAP, len(word))):
        if word[k] in HELPERS:
            return k
        if not word[k].isalpha() or word[k] in AND_OR or "v" in tag(word[k]).split(",")[:1]:
            break
    return j


def runs_over(word: Sequence[str], i: int, last: int, counted: Container[int]) -> bool:
    """Whether the last word of what looks like a phrase belongs to what follows.

    "fell 2.1% to": what a change comes to, and not to whom a share falls.
    "left six dead and injured 40": a verb with an object of its own.
    """
    if word[last - 1] == "in" and word[i] in _DATED and last < len(word):
        after = tag(word[last]).split(",")[0]  # "paid $4 million in aid", "moved in 2015"
        dated = word[last] in calendar("month") or year_like(word[last])
        return dated or (last - 2 in counted and after in ("n", "ns", "a", "vg"))
    if word[i][:3] == "put" and word[last - 1] == "out":  # "put 90 out of | work", "put out of Rio"
        told = word[i - 1] in BE or any(k in counted for k in range(i, last))
        of_place = word[last : last + 1] == ["of"] and _IDLE.isdisjoint(word[last + 1 : last + 2])
        return not (told and of_place)
    if word[last - 1] in _AIMS and last - 2 in counted:
        return True  # "$30 million short of their goal", but "short of | the $80 million goal"
    if word[last - 1] == "us" and last - 1 in counted:
        return True  # "funding has reached | US$79 million"
    if word[last - 1 : last + 1] == ["home", "to"] and word[i] in BE:
        return True  # "the site is now home | to 61,000": who live there, and have not returned
    if word[last - 1 : last + 1] == ["in", "addition"]:
        return True  # "the gift comes | in addition to what was given"
    if word[last - 1] == "of" and is_measured(word, last, counted):
        return True  # "pledged 900 tonnes | of food": what is promised, and no pledge of a sum
    if word[last - 1] == "of" and word[last : last + 1] in _RELATIVES:
        return True  # "16 million died | of which 10 million were soldiers"
    if word[last - 1] in ("to", "on"):  # "fell 2.1% | on the month"
        return last - 2 in counted and word[i] in changes.verbs()
    if word[last - 1] == "in" and last - 2 in counted and last < len(word):
        if word[last].isdecimal() or word[last] in calendar("month"):
            return True  # "took 36 per cent in 1976", but "took 900 in, too"
        return word[last - 2] == "lives"  # "took 900 lives in the valley"
    return last in counted and word[last - 2] in AND_OR and tag(word[last - 1]).startswith("vd")


def is_measured(word: Sequence[str], last: int, counted: Container[int]) -> bool:
    """Whether the last word of a phrase follows a weight or so: "pledged 900 tonnes | of"."""
    return last - 2 in counted and word[last - 2] in units()


def _is_joint(word: Sequence[str], j: int) -> bool:
    """Whether token `j` joins what stands on its sides, and no bound to a number."""
    bounds = word[j] == "or" and j + 1 < len(word) and word[j + 1] in _BOUNDS
    return word[j] in AND_OR and not bounds


def _describes(word: Sequence[str], j: int, part: str, inner: Inner) -> bool:
    """Whether token `j` only describes the next word of a phrase.

    "with light wounds", "their reconstructed homes", "the Austrian border".
    """
    if word[j + 1 : j + 2] == ["-"] and word[j].isalpha() and j + 2 < len(word):
        return part in inner[word[j + 2]] and part.endswith("ed")  # "registered as flood-displaced"
    if j + 1 >= len(word) or part not in inner[word[j + 1]] or part == "with":
        return False  # "900 were | dead | with 40 missing"
    kinds = tag(word[j]).split(",")
    led = word[j - 1] in _ARTICLES and word[j - 1] not in HELPERS
    told = part == "hand" and word[j] in _nations()  # "fell into Greek hands"
    told |= led and (kinds[0] in _DONE or word[j] in _nations() or part in _FRONTIERS)
    housed = kinds[0] == "n" and part in _BUILDINGS  # "rushed to *Bellan* hospital"
    return told or housed or ("a" in kinds and kinds[0] in ("a", "n"))


@cache
def _nations() -> frozenset[str]:
    return frozenset(map(str.lower, countries()))


def _between(word: Sequence[str], j: int) -> bool:
    """Whether token `j` may stand inside a phrase, as numbers do ("lost 90 of his 800 men")."""
    if word[j] == "total" or word[j - 1 : j + 1] == ["total", "of"]:
        return True  # "lost *a total of* 40 men"
    whole = word[j - 1] == "of" and word[j] in _ARTICLES
    return whole or word[j] in _FILLERS or is_number(word[j - (word[j] == "of")])


def _is_time(word: Sequence[str], j: int) -> bool:
    """Whether token `j` only says when ("appealed *on Monday* for"), but "fell year on year"."""
    k = j + (word[j] in _ON)
    k += word[k : k + 1] == ["the"] and k > j
    if word[j + 1 : j + 2] == ["-"] or word[j + 1 : j + 3] == ["on", word[j]]:
        return False
    if word[j] in _WHEN or k == len(word):
        return k < len(word)
    return any(word[k] in calendar(kind) for kind in ("weekday", "month", "season"))
