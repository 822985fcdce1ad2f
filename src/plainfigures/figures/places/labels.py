"""Labels: the place or giver that the line of a list names ("Vidra (Bor): 1,200 homes")."""

from functools import cache

from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.places.places import ANYWHERE
from plainfigures.prose.words.bearers import (
    is_nationality,
    kind_of,
    names_country,
    names_place,
)
from plainfigures.prose.words.lexicon import (
    agents,
    groups,
    is_person,
    is_word,
    nouns,
    places,
    singular,
    tag,
)
from plainfigures.prose.words.names import in_name, is_headline, name_end
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.tokens import DASHES, Tokens

_LONGEST = 12
_WORDS = 5
_REACH = 4
_JOINTS = frozenset("& and of the , - / others".split())
_REST = frozenset("total totals subtotal other others elsewhere rest remainder unknown".split())
_TOLD = frozenset(("noun", "bare", "unit"))
_LIST = 2
_BULLETS = frozenset("| - * \u2022 \u25cf \u25aa \u00b7 \u2013 \u2014".split())


def label_of(sentence: Sentence, q: Quantity) -> str | None:
    """The place before the bracket of a number, or right before it, or that leads its line."""
    tokens = sentence.tokens
    named = None if q.kind == "money" else _before_bracket(sentence, q)
    if named is None and q.kind in _TOLD:
        named = _before_number(sentence, q)
    if named is None and q.kind != "money":
        first = sentence.scan.quantities[0]  # what leads a line holds for all its numbers
        named = _leading(tokens, first, [t.first for t in sentence.triggers])
        if named is not None and _is_dateline(sentence, first, *named):
            return None
    return None if named is None else sentence.words(*named)


def is_of_rest(tokens: Tokens) -> bool:
    """ "Total: 900", "| All others | 40 |": a line that is led by no place among those that are."""
    first = 1 if tokens.word[0] in _BULLETS else 0
    first += tokens.at(first) in ("all", "grand", "the")
    led = tokens.at(first + 1) in (":", "|") or all(map(is_number, tokens.word[first + 1 :]))
    return tokens.at(first) in _REST and led


def _is_dateline(sentence: Sentence, q: Quantity, first: int, last: int) -> bool:
    """Whether a city only says where a report is from ("*Porto*: Police in Bor said that 9 died").

    What follows is no line of a list then, and names a place of its own.
    """
    words = sentence.words(first, last) or ""
    if words not in places() or names_country(words):
        return False
    if kind_of(sentence.tokens, last + 1)[0] == "country":
        return True  # "*Porto*: Portugal counted 26 deaths"
    if q.first - last < _REACH:
        return False
    return any(one.first > last and one.weight < ANYWHERE for one in sentence.places)


def _before_bracket(sentence: Sentence, q: Quantity) -> tuple[int, int] | None:
    """The name before the bracket that holds a number, in a list of such.

    "Bor (4,100) and Senn (320)", "Chile (by 3% and 4%), Peru (5%)".
    """
    if "(" not in sentence.tokens.word:
        return None
    span = _bracketed(sentence.tokens, q)
    spans = {_bracketed(sentence.tokens, one) for one in sentence.scan.quantities} - {None}
    return span if len(spans) >= _LIST else None


def _bracketed(tokens: Tokens, q: Quantity) -> tuple[int, int] | None:
    """The name before the bracket that begins with a number, where another stands in it."""
    low = max(0, q.phrase_first - _LONGEST)
    back = (k for k in range(q.phrase_first - 1, low, -1) if tokens.word[k] in ("(", ")"))
    k = next(back, 0)
    begins = q.phrase_first == k + 1 or any(map(is_number, tokens.word[k + 1 : k + 3]))
    return _name_before(tokens, k) if tokens.at(k) == "(" and begins else None


def _before_number(sentence: Sentence, q: Quantity) -> tuple[int, int] | None:
    """The known place right before a number, in a list ("*Bor* (BR) 303, *Senn* with 278")."""
    tokens = sentence.tokens
    spans = {one.first: _place_before(tokens, one.phrase_first) for one in sentence.scan.quantities}
    own = spans[q.first]
    if own is not None and tokens.at(own[0] - 1 - (tokens.at(own[0] - 1) == "the")) == "by":
        return own  # "Chad has 900, *followed by Mali* with 400"
    return own if sum(span is not None for span in spans.values()) >= _LIST else None


def _place_before(tokens: Tokens, k: int) -> tuple[int, int] | None:
    """The known place that ends before token `k`, "with" or its short form in brackets between."""
    k -= tokens.at(k - 1) == "with"
    if tokens.at(k - 1) == ")" and tokens.at(k - 3) == "(":
        k -= 3
    first = k
    while (
        first > 0
        and k - first < _WORDS
        and (in_name(tokens, first - 1) or tokens.at(first - 1) == "and")
    ):
        first -= 1
        if tokens.capital(first) and names_place(" ".join(tokens.raw[first:k])):
            return first, k
    return None


def _name_before(tokens: Tokens, k: int) -> tuple[int, int] | None:
    """The name that ends before the bracket at token `k`; none of people or of a body."""
    if tokens.at(k) != "(" or not in_name(tokens, k - 1) or tokens.raw[k - 1].isupper():
        return None
    first = k
    while first > 0 and in_name(tokens, first - 1):
        first -= 1
    if any(map(is_nationality, tokens.raw[first:k])):
        return None
    return first, k


def giver_of(sentence: Sentence, q: Quantity) -> str | None:
    """The name that leads the line of a sum ("- Norway: 2 million euros", "Kenya \u2013 $4m")."""
    tokens = sentence.tokens
    word = tokens.word
    first = 1 if tokens.at(0) in _BULLETS else 0
    leader = sentence.scan.quantities[0]
    row = all(map(is_number, word[leader.first :]))
    if row or "|" in word:
        q = leader  # what leads a row of a table holds for all its numbers
    bare = row and in_name(tokens, q.phrase_first - 1)
    end = q.phrase_first - (not bare)
    led = bare or word[end] in (":", "|", *DASHES)
    if not (led and first < end < first + _WORDS + 1):
        return None
    named = (in_name(tokens, k) or word[k] in _JOINTS for k in range(first, end))
    donors = in_name(tokens, first) and singular(word[end - 1]) in agents()  # "Private donors"
    return sentence.words(first, end) if donors or all(named) else None


def _leading(tokens: Tokens, q: Quantity, triggers: list[int]) -> tuple[int, int] | None:
    """The name of a place before the colon that opens a line.

    A known place, one that ends in a noun of place, or a strange name right before its number.
    """
    word = tokens.word
    first = 1 if word[0] in _BULLETS else 0
    if ":" not in word and "|" not in word:
        return _alone(tokens, q, first)
    reach = range(first, min(first + _LONGEST, tokens.size))
    colon = next((k for k in reach if word[k] in (":", "|")), None)
    if colon is None:
        return None
    bracket = next((k for k in range(first + 1, colon) if word[k] == "("), colon)
    held = _held(tokens, first, bracket, colon)
    if held is not None or colon >= q.first or not in_name(tokens, first):
        return held
    if tag(word[first])[0] in "vp" and _all_known(tokens, first + 1, bracket):
        return (first + 1, colon) if first + 1 < bracket else None  # "Consider Kenya: 400 …"
    names = [k for k in range(first, bracket) if word[k] not in _JOINTS]
    if not nouns("title").isdisjoint(word[first:bracket]):
        return None  # "The Minister of State: 251 …"
    if not all(in_name(tokens, k) and not is_nationality(tokens.raw[k]) for k in names):
        return None
    if _all_known(tokens, first, bracket) or singular(word[bracket - 1]) in nouns("place"):
        return first, colon
    if any(first <= k < colon for k in triggers) or any(tokens.raw[k].isupper() for k in names):
        return None
    strange = any(_is_strange(word[k]) for k in names)
    return (first, colon) if strange and q.first - colon < _REACH else None


def _held(tokens: Tokens, first: int, bracket: int, colon: int) -> tuple[int, int] | None:
    """ "Demining Trust (*Vidra State*, 31 teams): 40": where a body works whose line it is."""
    last = name_end(tokens, bracket + 1) if bracket + 2 < colon else bracket
    if tokens.at(last) not in (",", ")", "to") or not in_name(tokens, bracket + 1):
        return None
    body, inside = tokens.word[bracket - 1], tokens.raw[bracket + 1]
    called = is_word(body) or body in groups() or singular(body) in nouns("body")
    if not called or singular(body) in nouns("place") or inside.isupper():
        return None
    named = tokens.at(last) != "," or tokens.at(last + 1)[:1].isdecimal()
    named = named or _all_known(tokens, bracket + 1, last)
    return (bracket + 1, last) if named and not _all_known(tokens, first, bracket) else None


def _alone(tokens: Tokens, q: Quantity, first: int) -> tuple[int, int] | None:
    """ "*Vidra* 2,140", "*Vidra* 90 12 7": the name that is alone in a line with its numbers."""
    last = q.phrase_first - (tokens.at(q.phrase_first - 1) in DASHES)
    rest = tokens.word[q.phrase_last :]
    if not first < last <= first + _WORDS or not all(map(is_number, rest)):
        return None
    kind = singular(tokens.word[last - 1]) in nouns("place")
    names = [k for k in range(first, last - kind) if tokens.word[k] not in _JOINTS]
    if not all(in_name(tokens, k) and not is_nationality(tokens.raw[k]) for k in names):
        return None
    if is_headline(tokens):
        return None  # "Storm Hits Vidra, Six Dead"
    known = _all_known(tokens, first, last) or (kind and names)
    return (first, last) if known or any(_is_strange(tokens.word[k]) for k in names) else None


def _is_strange(word: str) -> bool:
    """Whether a word is likely a name: no word of the lexicons, nor a plural."""
    if word in topics():  # "Drought: 2,100 people"
        return False
    return singular(word) == word and not (is_word(word) or is_person(word) or word in groups())


@cache
def topics() -> frozenset[str]:
    """What a line may be about."""
    return nouns("event") | nouns("sector") | nouns("good") | nouns("paper") | nouns("sum")


def _all_known(tokens: Tokens, first: int, last: int) -> bool:
    """Whether tokens are names of known places alone, with what joins them."""
    i = first
    while i < last:
        size = 0 if tokens.word[i] in _JOINTS else _known(tokens, i, last)
        if not size and tokens.word[i] not in _JOINTS:
            return False
        i += size or 1
    return True


def _known(tokens: Tokens, i: int, last: int) -> int:
    """How many tokens the name of a known country, region or city takes at token `i`."""
    for size in range(min(_WORDS, last - i), 0, -1):
        words = " ".join(tokens.raw[i : i + size])
        if names_place(words) or (words.isupper() and names_country(words.title())):
            return size  # "CHAD: 40 dead"
    return 0
