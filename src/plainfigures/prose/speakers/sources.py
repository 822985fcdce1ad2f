"""Sources: who a phrase ("according to the army") or a bracket names for what is stated."""

from collections.abc import Container
from functools import cache

from plainfigures.prose.speakers.captions import is_body
from plainfigures.prose.speakers.openings import is_place
from plainfigures.prose.speakers.subjects import (
    NO_SUBJECTS,
    phrase_start,
    source_right,
    with_acronym,
)
from plainfigures.prose.speakers.tellers import is_source
from plainfigures.prose.words import lexicon
from plainfigures.prose.words.closed import POSSESSIVES
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import ARE, CLOSERS, GENITIVES
from plainfigures.prose.words.tokens import Tokens, is_date

Span = tuple[int, int]

_FROM = frozenset(("from", "by", "of"))
_FIGURES = frozenset("figures statistics data numbers".split())
_IN_NAME = frozenset("of and the for".split())
_SOURCES = frozenset(("source", "sources"))
_NOUNS = frozenset(("n", "ns"))
_OFFICES = frozenset("ministry agency office bank".split())
_TELLERS = _OFFICES | frozenset("police army government council commission".split())
_HEAD = 6  # the longest heading of one who tells
# Which of many reports it is: "the latest figures".
_EDITIONS = frozenset(
    "last this recent new latest previous available preliminary first initial provisional".split()
)
_RECKONINGS = frozenset(
    "count counts reckoning estimate estimates account accounts tally calculation calculations "
    "figures records claim claims admission version assessment information".split()
)
# Of these, each is of one who counts.
OWN_COUNTS = frozenset("count reckoning estimate tally calculation figure".split())
_PAPERS = frozenset("figures data statistics numbers estimates records report".split())
# What somebody says, before "that" or who says it.
STATEMENTS = frozenset(
    "claim statement announcement assertion admission allegation contention insistence conclusion "
    "finding disclosure revelation declaration confirmation testimony argument boast assurance "
    "acknowledgement report estimate claims statements reports estimates allegations version "
    "story".split()
)
_FINITE = frozenset(("v", "v,", "m", "c"))
_LINKS = ARE | frozenset("stood stands came comes puts put".split())
_HEARD = frozenset("read heard hear seen received".split())
_RUMOURS = frozenset("reports estimates claims allegations".split())
_OWN = frozenset("own official latest".split())
# The most tokens of a phrase with its source.
_LONGEST = 9
# The fewest tokens before the source at the end of a headline.
_HEADED = 3


@cache
def phrases() -> dict[str, dict[str, list[tuple[str, ...]]]]:
    """The phrases before a source ("according to") by their first word and their second."""
    found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for phrase in sorted(lexicon.attribution("phrase")):
        words = tuple(phrase.split(" "))
        found.setdefault(words[0], {}).setdefault(words[1], []).append(words)
    return found


def introduced(tokens: Tokens, i: int) -> Span | None:
    """ "according to X"; "according to last year's data" names no source."""
    word = tokens.word
    for phrase in phrases()[word[i]][word[i + 1]]:
        last = i + len(phrase)
        if tuple(word[i:last]) == phrase and tokens.at(i - 1) != "not":
            if tokens.at(last) == "her" and tokens.at(last + 1) in CLOSERS:
                return last, last + 1
            named = _past_paper(tokens, last)
            span = source_right(tokens, named)
            if word[i] == "based" and not (named > last or (span and _is_paper(tokens, *span))):
                return None  # "a camp based on the hill", "based on last year's sales"
            if span is None or word[span[1] - 1] == "of":
                return None  # "the figures from the last estimate of | 3,000"
            divided = span == (last, last + 1) and lexicon.tag(word[last]) == "ns"
            if word[last - 1] == "by" and divided and not tokens.capital(last):
                return None  # "figures by provinces"
            if word[span[0] - 1] in POSSESSIVES and not is_source(tokens, *span):
                # no "fled over the border, according to their faith"
                return (last, last + 1) if word[span[0]] in _RECKONINGS else None
            span = span[0], with_acronym(tokens, span[1])
            edition = word[span[0]] in _EDITIONS and not tokens.capital(span[0])  # "New York Times"
            edition = edition and _OFFICES.isdisjoint(word[span[0] : span[1]])
            return None if edition else span
    return None


def _is_paper(tokens: Tokens, first: int, last: int) -> bool:
    """ "based on *UN estimates*": whose papers they are."""
    return last - first > 1 and tokens.word[last - 1] in _PAPERS and is_source(tokens, first, last)


def reckoned(tokens: Tokens, i: int) -> Span | None:
    """ "by *the Church*'s reckoning", "on the ministry's own figures", "by *her* own count"."""
    own = tokens.at(i + 2) in _OWN
    if tokens.at(i + 1) in POSSESSIVES and tokens.at(i + 2 + own) in _RECKONINGS:
        return i + 1, i + 2
    for k in range(i + 2, min(tokens.size - 1, i + _LONGEST)):
        if tokens.word[k] in ("'s", "'"):
            after = k + 1 + (tokens.word[k + 1] in _OWN)
            first = i + 1 + (tokens.word[i + 1] in NO_SUBJECTS)
            if tokens.word[first] in lexicon.calendar("portion"):
                return None  # "by the end of the ministry's count"
            if i > 1 and tokens.word[i - 1] == "based" and tokens.at(after) == "assessment":
                return None  # "gave $9 million, based on the bank's assessment of the risk"
            named = first < k and tokens.at(after) in _RECKONINGS and is_source(tokens, first, k)
            return (first, k) if named else None
        if not tokens.word[k][0].isalpha():
            break
    return None


def owned(tokens: Tokens, i: int, numbers: Container[int]) -> Span | None:
    """ "*The council*'s own tally was 90", "the *Red Cross* estimate of 90": whose the count is."""
    last = i - 1 - (tokens.at(i - 1) in _OWN)
    number = next((k for k in range(i + 2, i + _LONGEST) if k in numbers), 0)
    opens = i == 1 and lexicon.tag(tokens.word[0])[0] == "a"  # "Approximate estimate of"
    named = tokens.at(i + 1) == "of" and tokens.capital(i - 1) and not opens
    last = i if named and last == i - 1 else last
    if not number or (last < i and tokens.at(last) not in GENITIVES):
        return None
    gap = tokens.word[i + 1 : number]
    links = [word for word in gap if word in _LINKS or word == ","]
    acts = any(lexicon.tag(word)[:2] in _FINITE for word in gap if word not in _LINKS)
    if acts or not (links or gap == ["of"]):
        return None
    found = _owner(tokens, last)
    of_land = tokens.word[i] == "figure" and found and is_place(tokens.raw[last - 1])
    return None if of_land else found


def _owner(tokens: Tokens, last: int) -> Span | None:
    """Those before the genitive at token `last`, if they speak; a name begins with a capital."""
    first = phrase_start(tokens, last - 1)
    if tokens.capital(last - 1) and first == 0:
        first = last - 1
        first = tokens.name_start(first)
    return (first, last) if first is not None and is_source(tokens, first, last) else None


def stated(tokens: Tokens, i: int) -> Span | None:
    """ "*The army*'s claim that 40 died", "a statement by *the army* that": whose it is."""
    heard = tokens.word[i - 1] in ARE and tokens.word[i - 2] == "there"
    if (heard or tokens.word[i - 1] in _HEARD) and tokens.word[i] in _RUMOURS:
        first = tokens.at(i + 1) in ("that", "the")
        return (i, i + 1) if first else None  # "there are reports that", "to read reports that"
    if tokens.at(i + 1 + (tokens.at(i + 1) in ARE)) == "that":
        last = i - 1 - (tokens.at(i - 1) in _OWN)
        return _owner(tokens, last) if tokens.at(last) in GENITIVES else None
    led = _FROM if tokens.word[i][-1] != "s" else ("by",)  # "reports from Bor state that"
    span = source_right(tokens, i + 2) if tokens.at(i + 1) in led else None
    told = span is not None and tokens.at(span[1]) == "that" and is_source(tokens, *span)
    return span if told else None


def opening(tokens: Tokens) -> Span | None:
    """ "Per the Relief Office, 40 …"."""
    span = source_right(tokens, 1)
    if span is None or tokens.at(with_acronym(tokens, span[1])) != ",":
        return None
    return span if is_source(tokens, *span) else None


def labelled(tokens: Tokens, i: int) -> Span | None:
    """ "40 killed in raid: *police*", "40 killed in raid - *UN envoy*": the end of a headline."""
    if not _HEADED < i < tokens.size - 1 or tokens.tight(i + 1) or "and" in tokens.word[i:]:
        return None
    span = source_right(tokens, i + 1)
    if span is None or span[1] < tokens.size or is_number(tokens.word[span[0]]):
        return None
    last = tokens.word[-1]
    told = last in lexicon.attribution("noun") or last in lexicon.attribution("people")
    if told or (lexicon.singular(last) == last and lexicon.is_person(last)):
        return span
    named = tokens.capital(span[1] - 1) and (span[1] - span[0] > 1 or tokens.raw[-1].isupper())
    return span if named and not is_place(" ".join(tokens.raw[i + 1 :])) else None


def _past_paper(tokens: Tokens, i: int) -> int:
    """The token after "figures from", "recommendations of the", where a name follows."""
    j = i + 1 if tokens.at(i) in NO_SUBJECTS else i
    if (dated := _past_date(tokens, j)) > j:
        i = j = dated
    for k in range(j, min(tokens.size, j + 3)):
        if tokens.word[k] == ",":
            break  # "according to the bank, exports rose by"
        noun = lexicon.singular(tokens.word[k])
        acts = lexicon.is_person(noun) or noun in lexicon.nouns("institution")
        if acts or tokens.at(k + 1) == "seen":
            continue  # no "survivors heard by", "a panel set up by", "data seen by"
        after = k + 1 + (tokens.at(k + 1) in ("that", "which"))
        span = source_right(tokens, after) if tokens.word[k] in _PAPERS else None
        if span and lexicon.tag(tokens.at(span[1]) or ".")[:1] == "v" and is_source(tokens, *span):
            return after  # "figures that *the bank* compiled"
        if "by" in tokens.word[k + 2 : k + 4] and lexicon.tag(tokens.at(k + 1))[:2] == "vd":
            return tokens.word.index("by", k + 2) + 1  # "figures made available by"
        got = tokens.at(k + 2) == "from" and lexicon.tag(tokens.at(k + 1))[:2] == "vd"
        if got and tokens.capital(k + 3 + (tokens.at(k + 3) == "the")):
            return k + 3  # "information received from"
        if tokens.at(k + 1) in _FROM and _NOUNS & set(lexicon.tag(tokens.word[k]).split(",")):
            after = k + 3 if tokens.at(k + 2) == "the" else k + 2
            if tokens.at(k + 1) == "from" and (span := source_right(tokens, k + 2)):
                return k + 2 if is_source(tokens, *span) else i
            named = tokens.capital(after) and not is_date(tokens.at(after))
            if named and (tokens.at(k + 1) != "of" or tokens.word[k] in _FIGURES):
                return k + 2  # "recent statistics of the Trade Office"
    return i


def _past_date(tokens: Tokens, j: int) -> int:
    """The token behind a day before a paper: "according to an *Aug. 9* report by the agency"."""
    k = j
    while tokens.at(k)[:1].isdecimal() or tokens.at(k) == "." or is_date(tokens.at(k)):
        k += 1
    return k if tokens.at(k) in lexicon.attribution("noun") else j


def _closes(tokens: Tokens, i: int) -> bool:
    """Whether a body that tells stands alone in the brackets that end a sentence.

    "900 fled (the health ministry).", "900 fled (UNHCR)."; and no short form of what stands before
    them, "the Relief Union (RU)".
    """
    word = tokens.word
    close = next((k for k in range(i + 1, min(i + _LONGEST, tokens.size)) if word[k] == ")"), 0)
    if not close or tokens.at(close + 1) not in CLOSERS or tokens.at(close + 2):
        return False
    raw, first = tokens.raw[close - 1], i + 1 + (word[i + 1] == "the")
    if close - first == 1 and raw.isupper():
        return is_body(tokens, first, False) and raw[-1].lower() != word[i - 1][0]
    named = first > i + 1 or word[first] == "police"
    named = named or all(tokens.capital(k) or word[k] in _IN_NAME for k in range(first, close))
    return named and _tells(word[close - 1])


def _tells(word: str) -> bool:
    """Whether a noun names one who tells: an office, a force or a person of one."""
    one = lexicon.singular(word)
    return one == word and (word in _TELLERS or lexicon.is_person(one))


def heading(tokens: Tokens, i: int) -> Span | None:
    """ "*The mayor*: 40 people were hurt", "*Police*: nine men have died": before a clause."""
    first = int(tokens.word[0] == "the")
    if not first < i <= _HEAD or not _tells(tokens.word[i - 1]):
        return None
    named = phrase_start(tokens, i - 1) == first or i - first == 1
    acts = any(lexicon.tag(word)[:2] in _FINITE or word in ARE for word in tokens.word[i + 1 :])
    return (first, i) if named and acts else None


def bracketed(tokens: Tokens, i: int) -> Span | None:
    """ "(UNHCR, May 2010)": a source in brackets, before a comma and a year."""
    raw, n = tokens.raw, tokens.size
    first = i + 3 if tokens.at(i + 1) in _SOURCES else i + 1
    if first == i + 3 and (span := source_right(tokens, first)) and tokens.at(span[1]) == ")":
        return span  # "(source: UNHCR)"
    j = first
    while j < n and j - first < 8 and (tokens.capital(j) or tokens.word[j] in _IN_NAME):
        j += 1
    if _closes(tokens, i):
        return i + 1 + (tokens.word[i + 1] == "the"), tokens.word.index(")", i)
    if j == first or not tokens.capital(first):
        return None
    named = j
    while j < n and j - named < 3 and _NOUNS & set(lexicon.tag(tokens.word[j]).split(",")):
        j += 1  # "(Relief Office interviews, May 2010)"
    if tokens.at(j) != ",":
        return None
    close = j
    while close < n and close - j < 9 and tokens.word[close] != ")":
        close += 1
    dated = any(len(raw[k]) == 4 and raw[k].isdecimal() for k in range(j, close))
    return (first, named) if dated else None
