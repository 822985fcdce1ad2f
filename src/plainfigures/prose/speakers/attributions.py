"""Attributions of a sentence: who says what it states, by verb, preposition or bracket."""

from dataclasses import replace
from functools import cache
from types import MappingProxyType

from plainfigures.prose.speakers.attribution import (
    APPOSED,
    Attribution,
    closes_clause,
    opens_clause,
)
from plainfigures.prose.speakers.counting import (
    PUBLISHED,
    Numbers,
    claims,
    clausal_verbs,
    counting_verbs,
    gives,
    is_gift,
    is_noun,
    is_result,
    lets_in,
    names_number,
    presenting_verbs,
    presents,
    released,
)
from plainfigures.prose.speakers.ellipsis import ELLIPTIC, elliptic, gapped
from plainfigures.prose.speakers.openings import is_place
from plainfigures.prose.speakers.reduced import has_own
from plainfigures.prose.speakers.sayings import FOUND, INVERTED, is_finder, is_quoted, subject_of
from plainfigures.prose.speakers.sources import (
    OWN_COUNTS,
    STATEMENTS,
    bracketed,
    heading,
    introduced,
    labelled,
    opening,
    owned,
    phrases,
    reckoned,
    stated,
)
from plainfigures.prose.speakers.subjects import clause_subject, source_right
from plainfigures.prose.speakers.tellers import is_source
from plainfigures.prose.words import lexicon
from plainfigures.prose.words.closed import ARTICLES, SUBJECTS
from plainfigures.prose.words.helpers import BE, NOBODY
from plainfigures.prose.words.kinds import kind
from plainfigures.prose.words.signs import CLOSE_DOUBLE, JOINERS
from plainfigures.prose.words.tokens import DASHES, Tokens

_THEM = frozenset("him her them his its their".split())
_OWN_CLAUSE = frozenset(("whose", "whom"))
_STEMS = (
    "say report add stat claim alleg estimat announc confirm not stress underlin underscor "
    "emphasis emphasiz warn recall reveal disclos explain declar insist highlight observ".split()
)
# What leads to whose count it is ("by the Church's reckoning", "on the ministry's own figures").
_RECKONED_BY = ("by", "on")
_OWN, _OWN_WORDS = 4, 8
_COUNTING = frozenset("reported confirmed recorded registered counted logged".split())
_COUNTED = 3
_LABELS = DASHES | {":"}
_READ = (PUBLISHED, released), (frozenset(_RECKONED_BY), reckoned), (STATEMENTS, stated)
_NONE: Numbers = MappingProxyType({})


def attributions(tokens: Tokens, numbers: Numbers = _NONE) -> list[Attribution]:
    """All attributions of a sentence, in order of their cues; `numbers` begin its quantities."""
    found: list[Attribution] = []
    for i in tokens.of_kind(_CUE):
        one = _at(tokens, i, numbers, found)
        if one is None or tokens.at(one.first - 1) in _OWN_CLAUSE:
            continue  # "whose families reported them missing"
        if not NOBODY.isdisjoint(tokens.word[one.first : one.last]):
            continue  # "nobody expects more than 3,000", "let nobody say"
        counted = range(one.first - _COUNTED, one.first + 1) if one.first < one.cue else ()
        if tokens.at(one.cue + 1) == "to" and not numbers.keys().isdisjoint(counted):
            continue  # "of the 900 exiles expected to return | 40 came"
        if one.pronoun and found and not found[-1].pronoun:
            # "a worker said that she had counted 90"
            one = replace(one, first=found[-1].first, last=found[-1].last, pronoun=False)
        elif found and found[-1].last >= one.last:
            continue
        elif found and _goes_along(tokens, one, found[-1]):
            one = replace(one, first=found[-1].first, last=found[-1].last)
        if found and one.first > one.cue and tokens.word[found[-1].cue] in _COUNTING:
            if is_place(" ".join(tokens.raw[found[-1].first : found[-1].last])):
                found.pop()  # "Kenya recorded 40 deaths, said a report"
        opens = one.opens or opens_clause(tokens, one) or _gives_own(tokens, one, numbers)
        found.append(replace(one, opens=opens, closes=closes_clause(tokens, one)))
        spans = gapped(tokens, i, numbers)
        found += [Attribution(*span, span[1] - 1, opens=True) for span in spans]
    return found


def _goes_along(tokens: Tokens, one: Attribution, before: Attribution) -> bool:
    """ "*The mayor* said that the bank was lending *and added that* 40 …": who said the first."""
    led = before.first < before.cue < one.first < one.cue and tokens.at(one.cue - 1) == "and"
    return led and tokens.at(before.cue + 1) == tokens.at(one.cue + 1) == "that"


def _gives_own(tokens: Tokens, one: Attribution, numbers: Numbers) -> bool:
    """ "Chad gave $9 million, *Malta announced* $4 million": who tells of the own number alone."""
    k = one.first - 1
    k -= tokens.at(k) in ARTICLES
    own = any(numbers.get(j) == "money" for j in range(one.cue + 1, one.cue + _OWN))
    own = own or (one.cue + 1 in numbers and tokens.word[one.cue] in _COUNTING)
    return own and 0 < k < one.cue and tokens.word[k] in JOINERS


def _at(tokens: Tokens, i: int, numbers: Numbers, found: list[Attribution]) -> Attribution | None:
    """The attribution of which the cue is token `i`; `found` are those before it."""
    word, leading = tokens.word[i], phrases()
    span: tuple[int, int] | None = None
    if word == ("(" if i else "per"):
        span = bracketed(tokens, i) if i else opening(tokens)
        return None if span is None else Attribution(*span, i)
    if word in leading and tokens.at(i + 1) in leading[word]:
        span = None if gives(tokens, i) or is_quoted(tokens, i) else introduced(tokens, i)
        if span is not None:
            told = word.endswith("ed") and has_own(tokens, span, numbers)
            return None if told else Attribution(*span, i, _is_again(tokens, span[0]))
    if word in _LABELS:
        span = labelled(tokens, i) if i > tokens.size - _OWN_WORDS else None
        span = heading(tokens, i) if span is None and word == ":" else span
        return None if span is None else Attribution(*span, i)
    span = owned(tokens, i, numbers) if word in OWN_COUNTS else None
    for words, read in _READ:
        span = read(tokens, i) if span is None and word in words else span
    if span is not None:
        return Attribution(*span, i, _is_again(tokens, span[0]))
    if not i and word in _sayings() and tokens.at(1) == "that":
        span = _leading(tokens)
        return None if span is None else Attribution(*span, i)
    one = _said(tokens, i, numbers, found) if tokens.raw[i][0].islower() else None
    return replace(one, pronoun=True) if one and tokens.word[one.first] == "same" else one


def _leading(tokens: Tokens) -> tuple[int, int] | None:
    """ "Stressing that 900 had returned, *the governor* thanked …": the subject behind a comma."""
    for k in range(2, tokens.size - 2):
        span = source_right(tokens, k + 1) if tokens.word[k] == "," else None
        if span is not None and is_source(tokens, *span):
            if lexicon.tag(tokens.at(span[1]) or ".")[:1] == "v":
                return span
    return None


def _said(tokens: Tokens, i: int, numbers: Numbers, found: list[Attribution]) -> Attribution | None:
    """The attribution that a verb at token `i`, or one left out there, makes."""
    word = tokens.word[i]
    if _says(tokens, i, numbers):
        one = subject_of(tokens, i, numbers)
        finds = word in FOUND and i + 1 in numbers
        return None if one is None or (finds and is_finder(tokens, one)) else one
    if names_number(tokens, i, numbers):
        one = subject_of(tokens, i, numbers)
        return one and replace(one, opens=True)  # of what it counts alone
    span: tuple[int, int] | None = None
    if word in _sayings() and tokens.at(i - 1) == ",":
        last = found[-1] if found and found[-1].first < found[-1].cue else None
        span = (last.first, last.last) if last else clause_subject(tokens, i - 1)
    elif word in _sayings():
        is_saying = not BE.isdisjoint(tokens.word[max(0, i - 2) : i])  # "the army is | reporting"
        led = "with" in tokens.word[max(0, i - APPOSED) : i]
        if not (is_saying or led) or is_gift(tokens, i, numbers):
            return None  # ", with Chad | adding $9 million"
        one = subject_of(tokens, i, numbers)  # ", with the clerk | saying 40 had died"
        led = one is not None and "with" in tokens.word[max(0, one.first - 2) : one.first]
        return one if led or is_saying else None
    elif found:
        span = elliptic(tokens, i, numbers)
    return None if span is None else Attribution(*span, i, tokens.word[span[0]] in SUBJECTS)


def _says(tokens: Tokens, i: int, numbers: Numbers) -> bool:
    """Whether the verb at token `i` is one of saying there."""
    if tokens.word[i] in lexicon.speech_verbs():
        if not (is_gift(tokens, i, numbers) or is_noun(tokens, i)):
            if not (is_result(tokens, i) or lets_in(tokens, i, numbers)):
                return True
    return _goes_on(tokens, i, numbers) or claims(tokens, i) or presents(tokens, i, numbers)


def _is_again(tokens: Tokens, first: int) -> bool:
    """ "According to him", "to the same source": one named before."""
    return tokens.word[first] in _THEM or tokens.word[first] == "same"


def _goes_on(tokens: Tokens, verb: int, numbers: Numbers) -> bool:
    """ "…," Kern continued.", "…, the army held, 40 …", "…, *cries* the ministry"."""
    if tokens.word[verb] in INVERTED and tokens.at(verb - 1) in CLOSE_DOUBLE | {","}:
        return True
    goes_on = tokens.word[verb] == "continued" or tokens.word[verb] in clausal_verbs()
    if not goes_on or tokens.at(verb + 1) not in (".", ","):
        return False
    k = verb - 1
    put_in = tokens.at(verb + 1) == "," and verb + 2 in numbers
    while k > 0 and (tokens.capital(k) or lexicon.tag(tokens.word[k])[0] in "nop"):
        k -= 1
    before = {tokens.at(k), tokens.at(k - 1)}
    return not before.isdisjoint(CLOSE_DOUBLE) or (put_in and "," in before)


def _cues() -> frozenset[str]:
    """The words at which an attribution may have its cue."""
    verbs = lexicon.speech_verbs(), counting_verbs(), clausal_verbs(), presenting_verbs()
    words = phrases(), ELLIPTIC, _RECKONED_BY, PUBLISHED, OWN_COUNTS, STATEMENTS, _LABELS
    return frozenset(("(", "per", "continued")).union(_sayings(), *verbs, *words)


@cache
def _sayings() -> frozenset[str]:
    """The participles that go on with what somebody says ("gave no details, saying 40 …")."""
    return frozenset(f"{stem}ing" for stem in _STEMS)


_CUE = kind(_cues)
