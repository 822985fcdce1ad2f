"""Places: names after a locative word, and countries and cities wherever they stand."""

from plainfigures.prose.lexicon import countries, nouns, places, singular, tag
from plainfigures.prose.names import Name, in_name
from plainfigures.prose.tokens import Tokens

_STRONG = frozenset("in near at across throughout within outside inside along".split())
_LOCATIVE = _STRONG | frozenset("around from to into off of between".split())
_WEAK = frozenset("to from into between".split())
_JOINTS = frozenset("the a its their of - and north south east west war conflict".split())
_LEADING = frozenset("the a of and its their -".split())
_DETERMINERS = frozenset("the its their these those".split())
_DISTANCES = frozenset("road away far km kilometres kilometers miles south north east west".split())
_REACH = 6
_NEAR, _FAR, _UNKNOWN = 0.0, 2.0, 1.5
_ANYWHERE = 4.0
_GENITIVE = 42.0

Read = tuple[Name | None, int]


def place_names(tokens: Tokens) -> list[Name]:
    """The places of a sentence, in order."""
    found: list[Name] = []
    i = 0
    while i < tokens.size:
        name, after = None, i + 1
        if tokens.word[i] in _LOCATIVE:
            name, after = _located(tokens, i)
        elif in_name(tokens, i):
            name, after = _known(tokens, i)
        if name is not None:
            found.append(name)
        i = after
    return found


def _located(tokens: Tokens, i: int) -> Read:
    """The place that a locative word at token `i` leads to, and the token to go on with."""
    word = tokens.word
    j = i + 1
    while j < tokens.size and j - i < _REACH and _leads(tokens, j):
        j += 1
    named = in_name(tokens, j)
    if word[i] in _STRONG and j < tokens.size and not named:
        plain = _plain(tokens, i + 1)
        if plain is not None:
            return plain, plain.last
    if word[i] == "from" and tokens.at(i - 1) in _DISTANCES:
        return None, name_end(tokens, j) if named else i + 1
    if not named or word[j] == "i":
        return None, i + 1
    last = name_end(tokens, j)
    sure = _is_known(tokens, j, last) or _is_local(tokens, last)
    if word[i] == "of" and not sure:
        return None, i + 1
    if (word[i] in _WEAK and not sure) or (word[i] != "in" and _is_group(tokens, j, last)):
        return None, last
    weight = _NEAR if word[i] in _STRONG else _FAR
    if not sure:
        weight += _UNKNOWN
    first = i + 1
    while first < j and word[first] in _LEADING:
        first += 1
    return Name(first, last, weight), last


def _leads(tokens: Tokens, j: int) -> bool:
    """Whether a word may stand between "in" and a name ("in the occupied city of")."""
    word = tokens.word[j]
    if tokens.capital(j):
        return False
    return (
        word in _JOINTS
        or singular(word) in nouns("place")
        or (word.isalpha() and tag(word).split(",")[0] in ("a", "vd"))
    )


def _is_group(tokens: Tokens, j: int, last: int) -> bool:
    """Whether a name is a group of states ("the EU")."""
    entry = countries().get(" ".join(tokens.raw[j:last]))
    return entry is not None and "group" in entry.kinds


def _is_known(tokens: Tokens, j: int, last: int) -> bool:
    head = " ".join(tokens.raw[j:last])
    return head in countries() or head in places() or tokens.raw[j] in places()


def _is_local(tokens: Tokens, last: int) -> bool:
    """Whether a name ends with a noun of place ("Agdam district")."""
    return singular(tokens.word[last - 1]) in nouns("place")


def _known(tokens: Tokens, i: int) -> Read:
    """The country or city that begins with the capital at token `i`, without a locative word."""
    table, cities = countries(), places()
    for size in (4, 3, 2, 1):
        head = " ".join(tokens.raw[i : i + size])
        last = min(i + size, tokens.size)
        entry = table.get(head)
        if entry is not None and ("name" in entry.kinds or "place" in entry.kinds):
            if tokens.at(i - 1) == "by":
                return None, last
            weight = _GENITIVE if tokens.at(last) == "'s" else _ANYWHERE
            if tokens.at(last) == "and" and _is_country(tokens, last + 1):
                last += 2
            return Name(i, last, weight), last
        if head in cities:
            return Name(i, last, _ANYWHERE), last
    return None, i + 1


def _is_country(tokens: Tokens, i: int) -> bool:
    entry = countries().get(tokens.raw[i]) if i < tokens.size else None
    return entry is not None and "name" in entry.kinds


def _plain(tokens: Tokens, j: int) -> Name | None:
    """A place without a name ("in the liberated territories"): modifiers and a place noun."""
    word, n = tokens.word, tokens.size
    while j < n and word[j] in _DETERMINERS:
        j += 1
    first = j
    while j < n and j - first < 4 and _modifies(tokens, j):
        j += 1
    if first < j < n and singular(word[j]) in nouns("area"):
        return Name(first, j + 1, _FAR)
    return None


def _modifies(tokens: Tokens, j: int) -> bool:
    """Whether a small word describes the place noun that follows."""
    raw = tokens.raw[j]
    if not raw.isalpha() or not raw.islower() or singular(raw) in nouns("place"):
        return False
    return tag(raw).split(",")[0] in ("a", "vd", "n")


def name_end(tokens: Tokens, j: int) -> int:
    """The token after the name that begins at `j`, lists ("A, B, and C districts") included."""
    k = j
    while k < tokens.size:
        step, ends = _step(tokens, k)
        k += step
        if ends or not step:
            break
    while k > j and not tokens.raw[k - 1][0].isalpha():
        k -= 1
    return k


def _step(tokens: Tokens, k: int) -> tuple[int, bool]:
    """How many tokens of a name stand at `k`, and whether it surely ends with them."""
    word, raw = tokens.word, tokens.raw
    if tokens.capital(k) or raw[k] in ("'", "al") or (word[k] == "-" and tokens.capital(k + 1)):
        return 1, False
    if word[k] == "-":
        return 0, True
    if word[k] in ("of", "the") and _goes_on(tokens, k + 1) and raw[k - 1] not in countries():
        return 1, False
    if singular(word[k]) in nouns("place"):
        return 1, True
    if _described(tokens, k):
        return 2, True
    if word[k] == "and" and _country_word(tokens, k - 1) and _country_word(tokens, k + 1):
        return 2, False
    return (1 if word[k] in (",", "and") and _lists(tokens, k) else 0), False


def _goes_on(tokens: Tokens, k: int) -> bool:
    """A capital, or an article and a capital."""
    return tokens.capital(k) or (tokens.at(k) == "the" and tokens.capital(k + 1))


def _described(tokens: Tokens, k: int) -> bool:
    """ "Agdam administrative district": a small adjective and a place noun at token `k`."""
    raw = tokens.raw[k]
    if k + 1 >= tokens.size or not raw.islower() or not raw.isalpha():
        return False
    adjective = tag(raw).split(",")[0] in ("a", "vd")
    return adjective and singular(tokens.word[k + 1]) in nouns("place")


def _country_word(tokens: Tokens, k: int) -> bool:
    return 0 <= k < tokens.size and tokens.raw[k] in countries()


def _lists(tokens: Tokens, k: int) -> bool:
    """Whether a comma or "and" goes on with a list that ends in "districts" and the like."""
    word = tokens.word
    j = k
    while j < tokens.size and j - k < 24:
        if tokens.capital(j) or word[j] in (",", "and", "-"):
            j += 1
            continue
        if j > k + 1 and j + 1 < tokens.size and tag(word[j]).split(",")[0] == "a":
            j += 1
        one = singular(word[j])
        return word[j] != one and one in nouns("place")
    return False
