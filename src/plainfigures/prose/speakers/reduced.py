"""Reduced clauses: the subject of a verb of saying before a clause without "that" or "who"."""

from itertools import takewhile

from plainfigures.prose.speakers.counting import REACH, STOPS, Numbers, is_verb
from plainfigures.prose.speakers.subjects import source_right, with_acronym
from plainfigures.prose.speakers.tellers import is_source
from plainfigures.prose.words.closed import ARTICLES, RELATIVES
from plainfigures.prose.words.lexicon import speech_verbs, tag
from plainfigures.prose.words.signs import CLOSERS
from plainfigures.prose.words.tokens import Tokens

_PAPERS = frozenset(
    "figure figures number numbers data statistics report reports survey study research estimates "
    "assessment records results analysis".split()
)
_SAYS = frozenset("says said told tells wrote writes notes recalls insists".split())
_NEAR = 9


def described(tokens: Tokens, verb: int) -> tuple[int, int] | None:
    """ "A panel set up after the war put it at 90": the subject before a clause without "that"."""
    word = tokens.word
    first = verb
    while first > 0 and verb - first < REACH:
        if word[first - 1] in STOPS and not (word[first - 1] == "and" and _are_two(tokens, first)):
            break
        first -= 1
    while first < verb and (word[first] in ARTICLES or word[first] == "and"):
        first += 1
    k = first
    while k < verb and tag(word[k]).split(",")[0] in ("a", "n", "ns") and word[k] != "'s":
        k += 1
    if k == first or k >= verb - 1 or tokens.capital(k):
        return None
    if not tag(word[k]).startswith("vd") or tag(word[k - 1])[0] != "n":
        return None  # nor "More detailed figures show"
    if word[k] in speech_verbs() and (tag(word[k + 1])[0] == "d" or tokens.capital(k + 1)):
        return None  # "The envoy said | the army claimed that 40 had died"
    if any(is_verb(tokens, j) or word[j] in ("that", "as") for j in range(k + 1, verb)):
        return None  # "floods moved mines that surveyors | thought", "nine died as the mayor spoke"
    if word[k - 1] in _PAPERS and "by" in word[k:verb]:
        return _publisher(tokens, word.index("by", k) + 1, verb)
    return (first, k) if is_source(tokens, first, k) else None


def _are_two(tokens: Tokens, k: int) -> bool:
    """ "a study done *by the bank and* the fund | found": two who did it together."""
    near = range(k - 2, max(0, k - _NEAR), -1)
    by = next((j for j in near if tokens.word[j] in STOPS or tokens.word[j] == "by"), 0)
    return tokens.word[by] == "by" and tag(tokens.word[by - 1])[:2] == "vd"


def is_behind(tokens: Tokens, verb: int) -> bool:
    """ "40 died, *prosecutors* reported on Sunday.": who tells what stands before."""
    near = range(verb - 1, max(0, verb - REACH), -1)
    first = next((k + 1 for k in near if tokens.word[k] == ","), verb)
    first += tokens.at(first) in ARTICLES
    dated = tokens.at(verb + 1) == "on" and tokens.at(verb + 3) in CLOSERS
    return dated and first < verb and is_source(tokens, first, verb)


def _publisher(tokens: Tokens, at: int, verb: int) -> tuple[int, int] | None:
    """ "Figures released on Friday by the customs office (CO) showed": who released them."""
    span = source_right(tokens, at)
    if span is None or not is_source(tokens, *span):
        return None
    return span[0], min(with_acronym(tokens, span[1]), verb)


def counted_by(tokens: Tokens, verb: int, numbers: Numbers) -> tuple[int, int] | None:
    """ "was estimated by *X*", "was put at 40 by *X*"."""
    k = verb + 1
    if tokens.at(k) in ("at", "as") and not numbers.keys().isdisjoint(range(verb, verb + 4)):
        k = next((k for k in range(verb + 3, verb + _NEAR) if tokens.at(k) == "by"), k)
    by = tokens.at(k) == "by" and "not" not in tokens.word[max(0, verb - 2) : verb]
    span = source_right(tokens, k + 1) if by else None
    found = span is not None and is_source(tokens, *span) and not has_own(tokens, span, numbers)
    return span if found else None


def has_own(tokens: Tokens, span: tuple[int, int], numbers: Numbers) -> bool:
    """ "were recorded by *Chad (12)*, Mali (9)": whom a number in brackets is of, none who say."""
    if tokens.at(span[1]) != "(" or numbers.get(span[1] + 1, "money") == "money":
        return False  # "gifts were announced by Chad ($9 million)"
    inside = takewhile(lambda word: word != ")", tokens.word[span[1] + 1 :])
    return not any(tag(word)[0] == "p" for word in inside)  # but "the ministry (12 in May)"


def speaks(tokens: Tokens, first: int, last: int, verb: int) -> bool:
    """Whether words name a source, or with an article what "says" something ("the *song* says")."""
    led = tokens.at(first - 1) in ARTICLES or tokens.word[first] == "my"
    told = led and tokens.word[verb] in _SAYS and tag(tokens.word[last - 1])[:1] == "n"
    return told or is_source(tokens, first, last)


def described_end(tokens: Tokens, last: int) -> int:
    """The end of what is told of a name that ends at `last`: ", who runs the centre in Vidra"."""
    if tokens.at(last) != ",":
        return last
    end = last + 1
    while end < tokens.size and tokens.word[end] not in (",", ";"):
        end += 1
    apposed = tokens.at(last + 1) in ARTICLES and not RELATIVES.isdisjoint(tokens.word[last:end])
    return end if apposed or tokens.at(last + 1) in RELATIVES - {"that"} else last
