"""Places without a name: "in the liberated territories", "on the ridge", "around the world"."""

from plainfigures.prose.places.listing import places_end
from plainfigures.prose.places.placing import is_afflicted
from plainfigures.prose.words.bearers import kind_of
from plainfigures.prose.words.closed import DEFINITE, POSSESSIVES
from plainfigures.prose.words.lexicon import nouns, singular, tag
from plainfigures.prose.words.names import Name, in_name, name_end
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.tokens import Tokens

_DETERMINERS = DEFINITE | {"that", "this"}
_ROUND = frozenset("around across throughout over in".split())
_WORLD = frozenset(("world", "globe"))
_JOINS = frozenset("at in near of around above below outside".split())
_ABOUT = frozenset("more less over some about around nearly almost least than at up to".split())
_MOST = frozenset("most least worst best only first highest".split())
# so many words before "in the world" may compare
_COMPARED = 5
_CONTINENTS = frozenset("africa america americas asia europe hemisphere".split())
_STATES = frozenset(("countries", "nations"))
_WAYS = frozenset("road route highway way crossing bridge track path railway line".split())
_WAYS_ON = frozenset(("to", "from", "into", "between", "with"))
_BORDERS = frozenset(("border", "frontier", "boundary"))
_BORDERS_ON = frozenset(("between", "with"))
_WIDE = 2.0
_PLAIN = 3.0
_LONGEST = 4
_WHEN = frozenset("corresponding previous same preceding prior following latest last next".split())


def site(tokens: Tokens, j: int) -> Name | None:
    """The place without a name that begins at token `j`: determiners, modifiers, a noun of place.

    A noun as wide as "area" needs a modifier; one as plain as "ridge" needs a determiner or one.
    """
    word, n = tokens.word, tokens.size
    start = j
    crossed = word[j - 1 : j] == ["across"]
    while j < n and word[j] in _DETERMINERS:
        j += 1
    first = j
    while j < n and j - first < _LONGEST and _modifies(tokens, j):
        j += 1
    if j >= n or not tokens.raw[j].islower() or is_number(word[first]):
        return None
    if crossed and singular(word[j]) in _BORDERS:  # "fled *across the border*"
        return None
    if singular(tokens.at(j + 1)) in nouns("event") or tokens.at(j + 1) == "traffic":
        return None  # "in reported road accidents"
    if word[j] == "roads" and tokens.at(j + 1) not in _JOINS:
        return None  # "killed on the roads"
    if word[j] == "quarter" and first < j and word[first] in _WHEN:
        return None  # "on the previous quarter"
    if word[start] in POSSESSIVES and _named(tokens, j + 1) == j + 1:
        return None  # "to their villages" says whose, not where
    head = word[j] if word[j] in nouns("site") else singular(word[j])
    if head in nouns("area") and first < j:
        return Name(first, _named(tokens, j + 1), _WIDE)
    if start < j and head in nouns("site"):
        line = head == "front" and tokens.at(j + 1) in ("line", "lines")
        return Name(first, _named(tokens, j + 1 + line), _PLAIN)
    return None


def is_way(place: str) -> bool:
    """ "*Highway* 9", "the Bor *road*": where one goes along, and no text is about."""
    return not _WAYS.isdisjoint(place.lower().split())


def _named(tokens: Tokens, last: int) -> int:
    """The end of a place with the name that follows ("the camp at Zeytun")."""
    joins, noun = _JOINS, singular(tokens.word[last - 1])
    if noun in _WAYS or noun in _BORDERS:
        joins = joins | (_WAYS_ON if noun in _WAYS else _BORDERS_ON)
    if tokens.at(last) not in joins or not in_name(tokens, last + 1):
        return last
    if tokens.at(last) == "between" or noun != tokens.word[last - 1]:
        return places_end(tokens, last + 1, True)
    end = max(name_end(tokens, last + 1), kind_of(tokens, last + 1)[1])
    if tokens.at(last) == "from" and tokens.at(end) == "to" and in_name(tokens, end + 1):
        end = name_end(tokens, end + 1)
    return end


def world(tokens: Tokens, i: int) -> Name | None:
    """ "around the world": the locative word stands at token `i`."""
    if tokens.word[i] not in _ROUND or tokens.at(i + 1) != "the":
        return None
    if tokens.at(i + 2) not in _WORLD or tokens.at(i + 3) == "'s":
        return None
    return None if is_compared(tokens, i) else Name(i + 2, i + 3, _WIDE)


def is_compared(tokens: Tokens, i: int) -> bool:
    """Whether the world at token `i` is only that of which one place is the first."""
    return any(is_superlative(w) for w in tokens.word[max(0, i - _COMPARED) : i])


def is_first_of(tokens: Tokens, i: int, last: int) -> bool:
    """ "the bloodiest war in Europe since": a continent of which one place is the first."""
    if tokens.at(last - 1) not in _CONTINENTS:
        return False
    near = tokens.word[max(0, i - _COMPARED) : i]
    return any(
        is_superlative(w) and (w not in _MOST or "the" in near[:k]) for k, w in enumerate(near)
    )


def is_superlative(word: str) -> bool:
    """ "the worst affected in the world", "the largest field in the world": one place, not all."""
    return word in _MOST or (word.endswith("est") and tag(word).startswith("a"))


def counted_countries(tokens: Tokens, i: int) -> Name | None:
    """ "in more than 60 countries", "in both countries": a locative word stands at token `i`."""
    word = tokens.word
    if word[i] not in _ROUND:
        return None
    j = i + 1
    while tokens.at(j) in _ABOUT or tokens.at(j) == "the":
        j += 1
    if not (is_number(tokens.at(j)) or tokens.at(j) == "both"):
        return None
    first, j = j, j + 1
    while j < tokens.size and j - first < _LONGEST and not tokens.capital(j):
        if word[j] in _STATES:
            return Name(first, j + 1, _WIDE)
        if not (is_number(word[j]) or _modifies(tokens, j)):
            return None
        j += 1
    return None


def _modifies(tokens: Tokens, j: int) -> bool:
    """Whether a small word describes the noun of place that follows."""
    raw = tokens.raw[j]
    if raw == "-":
        return is_afflicted(tokens, j)
    if not raw.isalpha() or not raw.islower() or raw == "own":
        return False
    after = singular(tokens.at(j + 1))
    if singular(raw) in nouns("area") or singular(raw) in nouns("site"):
        return after in nouns("site") or after in nouns("area")
    return tag(raw).split(",")[0] in ("a", "vd", "vg", "n")
