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
    Numbers,
    claims,
    clausal_verbs,
    counting_verbs,
    described,
    gives,
    is_gift,
    is_noun,
    is_result,
    is_told_of,
    lets_in,
    names_number,
    presenting_verbs,
    presents,
)
from plainfigures.prose.speakers.ellipsis import ELLIPTIC, elliptic, gapped
from plainfigures.prose.speakers.sources import bracketed, introduced, opening, phrases, reckoned
from plainfigures.prose.speakers.subjects import (
    NO_SUBJECTS,
    PRONOUNS,
    before_aside,
    clause_subject,
    is_source,
    phrase_start,
    source_right,
)
from plainfigures.prose.words import lexicon
from plainfigures.prose.words.helpers import NOBODY
from plainfigures.prose.words.kinds import kind
from plainfigures.prose.words.signs import ARE, CLOSERS, OPEN_DOUBLE
from plainfigures.prose.words.tokens import Tokens

_AUXILIARIES = frozenset(
    "has have had also recently later further then is are was were be been being yesterday again "
    "publicly repeatedly officially already now earlier first initially originally himself herself "
    "itself does did do today once".split()
)
_BE = ARE | {"be", "been"}
_MOODS = frozenset("pleased proud happy glad delighted honoured honored sorry able ready".split())
_CLAIMS = frozenset("claimed claims claim".split())
_DECLARED = frozenset(("declared", "declares"))
_SAFE = frozenset("safe clear dead".split())
_SAYING = frozenset(("that", ",", ":", ".", "\u201c", '"', "in", "on", "at", "last", "yesterday"))
_FOUND = frozenset("found find finds".split())
_SOUGHT = frozenset(
    "and refuge shelter safety asylum sanctuary work jobs homes housing themselves food".split()
)
_INVERTED = frozenset(
    "said says reported reports added adds stated states explained noted notes wrote writes "
    "announced announces estimates claims".split()
)
# "Said every family would be paid": of whom it is said.
_QUANTIFIED = frozenset("each every all no any most".split())
_QUOTES = frozenset(("\u201d", '"'))
_WONT = frozenset(("used", "likes", "liked"))  # what people are wont to say
_THEM = frozenset(("him", "her", "them"))
_QUOTING = frozenset("quoted quotes cited cites".split())
_OWN_CLAUSE = frozenset(("whose", "whom"))
_STEMS = "say report add stat claim alleg estimat announc confirm note".split()
# What leads to whose count it is ("by the Church's reckoning", "on the ministry's own figures").
_RECKONED_BY = ("by", "on")
_NONE: Numbers = MappingProxyType({})


def attributions(tokens: Tokens, numbers: Numbers = _NONE) -> list[Attribution]:
    """All attributions of a sentence, in order of their cues; `numbers` begin its quantities."""
    verbs, leading = lexicon.speech_verbs(), phrases()
    found: list[Attribution] = []
    for i in tokens.of_kind(_CUE):
        word, one, span = tokens.word[i], None, None
        if word in leading and tokens.at(i + 1) in leading[word]:
            span = None if gives(tokens, i) else introduced(tokens, i)
            one = None if span is None else Attribution(*span, i, _is_again(tokens, span[0]))
        if one is None and word in _RECKONED_BY:
            span = reckoned(tokens, i)
            one = None if span is None else Attribution(*span, i)
        if one is None and tokens.raw[i][0].islower():
            says = word in verbs and not is_gift(tokens, i, numbers) and not is_noun(tokens, i)
            says = says and not (is_result(tokens, i) or lets_in(tokens, i, numbers))
            says = says or _goes_on(tokens, i) or claims(tokens, i) or presents(tokens, i, numbers)
            if says:
                one = _subject(tokens, i, numbers)
                if one is not None and word in _FOUND and i + 1 in numbers:
                    one = None if _is_finder(tokens, one) else one
            elif names_number(tokens, i, numbers):
                one = _subject(tokens, i, numbers)
                one = one and replace(one, opens=True)  # of what it counts alone
            elif word in _sayings() and tokens.at(i - 1) == ",":
                last = found[-1] if found and found[-1].first < found[-1].cue else None
                span = (last.first, last.last) if last else clause_subject(tokens, i - 1)
                one = None if span is None else Attribution(*span, i)
            elif word in _sayings() and "with" in tokens.word[max(0, i - APPOSED) : i]:
                one = _subject(tokens, i, numbers)  # ", with the clerk | saying 40 had died"
                led = one is not None and "with" in tokens.word[max(0, one.first - 2) : one.first]
                one = one if led else None
            elif found:
                span = elliptic(tokens, i, numbers)
                one = None if span is None else Attribution(*span, i)
        if word == ("(" if i else "per"):
            span = bracketed(tokens, i) if i else opening(tokens)
            one = None if span is None else Attribution(*span, i)
        if one is not None and tokens.at(one.first - 1) in _OWN_CLAUSE:
            one = None  # "whose families reported them missing"
        if one is not None and tokens.word[one.first] in NOBODY:
            one = None  # "nobody expects more than 3,000"
        if one is not None and one.pronoun and found and not found[-1].pronoun:
            # "a worker said that she had counted 90"
            one = replace(one, first=found[-1].first, last=found[-1].last, pronoun=False)
        elif one is not None and found and found[-1].last >= one.last:
            one = None
        if one is not None:
            opens = one.opens or opens_clause(tokens, one)
            closes = closes_clause(tokens, one)
            found.append(replace(one, opens=opens, closes=closes))
            found += [Attribution(*span, span[1] - 1) for span in gapped(tokens, i, numbers)]
    return found


def _is_again(tokens: Tokens, first: int) -> bool:
    """ "According to him", "to the same source": one named before."""
    return tokens.word[first] in _THEM or tokens.word[first] == "same"


def _goes_on(tokens: Tokens, verb: int) -> bool:
    """ "…," Kern continued."."""
    if tokens.word[verb] != "continued" or tokens.at(verb + 1) not in (".", ","):
        return False
    k = verb - 1
    while k > 0 and tokens.capital(k):
        k -= 1
    return tokens.at(k) in _QUOTES or tokens.at(k - 1) in _QUOTES


def _cues() -> frozenset[str]:
    """The words at which an attribution may have its cue."""
    return lexicon.speech_verbs().union(
        phrases(),
        counting_verbs(),
        clausal_verbs(),
        presenting_verbs(),
        _sayings(),
        ELLIPTIC,
        _RECKONED_BY,
        ("(", "per", "continued"),
    )


@cache
def _sayings() -> frozenset[str]:
    """The participles that go on with what somebody says ("gave no details, saying 40 …")."""
    return frozenset(f"{stem}ing" for stem in _STEMS)


_CUE = kind(_cues)


def _subject(tokens: Tokens, verb: int, numbers: Numbers) -> Attribution | None:
    """The subject of a verb of saying at token `verb`, from the words on its left."""
    word = tokens.word
    if word[verb] in _CLAIMS and ("lives" in word[verb : verb + 6] or tokens.at(verb + 1) == "by"):
        return None  # "a raid claimed by the rebels"
    if word[verb] in _QUOTING and tokens.at(verb - 1) not in _BE:
        span = source_right(tokens, verb + 1)
        if span is not None and is_source(tokens, *span):
            return Attribution(*span, verb)  # "the agency quoted Ana Kos"
    if word[verb] == "asked" and tokens.at(verb + 1) == "for" and tokens.at(verb + 2) in CLOSERS:
        return None  # "more than the government had asked for."
    if word[verb] in _FOUND and tokens.at(verb + 1) in _SOUGHT:
        return None  # "found and destroyed", "6 million Kenyans have found refuge"
    if "never" in word[max(0, verb - 2) : verb]:
        return None  # "and never again said the word"
    if tokens.at(verb + 1) in _SAFE:
        return None  # "cleared and confirmed safe"
    if word[verb + 1 : verb + 3] == ["to", "be"] and word[verb].endswith("ed"):
        return None  # "a humanitarian crisis considered to be the worst"
    if word[verb].endswith("s") and lexicon.tag(tokens.at(verb + 1) or ",").startswith("vd"):
        return None  # "trade with member states amounted to"
    j = verb - 1
    weekdays = lexicon.calendar("weekday")
    while j >= 0 and (
        word[j] in _AUXILIARIES or lexicon.tag(word[j]) == "r" or word[j] in weekdays
    ):
        if word[j] in _BE:
            return _passive(tokens, verb)
        j -= 1 + (word[j] in weekdays and word[j - 1] == "on")
    if j > 1 and word[j] == "to" and word[j - 1] in _MOODS and word[j - 2] in _BE:
        j -= 3  # "the bank is pleased to announce"
    if j > 2 and word[j - 2 : j + 1] == ["went", "on", "to"]:
        j -= 3
    if j > 1 and word[j] == "to" and word[j - 1] in _WONT:
        j -= 2  # "my aunt used to say"
    if word[verb - 1] == "not":
        return None  # "they did not want to leave"
    if j > 1 and tokens.raw[j] == "who" and j == verb - 1:
        return _related(tokens, verb)
    if j < 0 or word[j] in NO_SUBJECTS or word[j].partition("'")[0] in ("i", "we"):
        return None  # "I've counted 40"
    if word[j] == "as" and tokens.at(j - 1) == ",":
        return _inverted(tokens, verb, any_verb=True)  # ", as declared the minister"
    if word[verb] in _DECLARED and tokens.at(verb + 1) not in _SAYING:
        return None  # "declared the valley free of mines"
    if (j == verb - 1 or word[j + 1] not in _AUXILIARIES) and is_told_of(tokens, verb, numbers):
        return None
    opened = j > 0 and word[j] in OPEN_DOUBLE and tokens.tight(j + 1) and not tokens.tight(j)
    j -= opened  # "the army “estimated that 40 had died”"
    if word[j] == "," or word[j] in _QUOTES:
        return _inverted(tokens, verb) or _across_aside(tokens, j, verb)
    if word[j] == "and" and j > 1:
        span = clause_subject(tokens, j)
        if span is None:
            return None
        return Attribution(*span, verb, pronoun=word[span[0]] in PRONOUNS)
    if word[j] in PRONOUNS:
        return Attribution(j, j + 1, verb, pronoun=True)
    j -= word[j].isdecimal() and tokens.capital(j - 1)  # "the office in the Survey 2020 said"
    last = j + 1
    if word[j] == ")" and tokens.at(j - 2) == "(":
        j -= 3  # "the Relief Office (RO) said"
    named = j >= 0 and (tokens.raw[j][0].isalpha() or word[j] == "'s")
    first = phrase_start(tokens, j) if named else None
    span = described(tokens, verb)
    if span is None and first is not None and is_source(tokens, first, j + 1):
        span = first, last
    return None if span is None else Attribution(*span, verb)


def _is_finder(tokens: Tokens, one: Attribution) -> bool:
    """Whether those who find things tell nothing ("the teams went there and found 17 mines")."""
    word = tokens.word[one.last - 1]
    noun = lexicon.singular(word)
    if lexicon.is_person(noun) or noun in lexicon.groups():
        return True
    told = word in lexicon.attribution("noun") or noun in lexicon.nouns("paper")
    return not (told or tokens.capital(one.last - 1) or "of" in tokens.word[one.first : one.last])


def _related(tokens: Tokens, verb: int) -> Attribution | None:
    """ "Also there was the envoy, *Ana Kos*, who said that 40 had died"."""
    last = verb - 1 - (tokens.word[verb - 2] == ",")
    if not tokens.capital(last - 1) or tokens.at(verb + 1) not in _SAYING:
        return None
    first = phrase_start(tokens, last - 1)
    if first is None or not is_source(tokens, first, last):
        return None
    return Attribution(first, last, verb)


def _passive(tokens: Tokens, verb: int) -> Attribution | None:
    """ "was estimated by X"."""
    if tokens.word[verb] == "established":
        return None  # "a panel was established by the assembly"
    by = tokens.at(verb + 1) == "by" and "not" not in tokens.word[max(0, verb - 2) : verb]
    span = source_right(tokens, verb + 2) if by else None
    return Attribution(*span, verb) if span is not None and is_source(tokens, *span) else None


def _inverted(tokens: Tokens, verb: int, any_verb: bool = False) -> Attribution | None:
    """ "…," said X."""
    told = any_verb or tokens.word[verb] in _INVERTED
    told = told and tokens.at(verb + 1) not in _QUANTIFIED
    span = source_right(tokens, verb + 1) if told else None
    if span is None or tokens.word[span[0]] in PRONOUNS or not is_source(tokens, *span):
        return None
    if lexicon.tag(tokens.at(span[1]) or ",")[0] in "vm":
        return None  # "Ana Kos, the envoy, said the country had doubled its aid"
    return Attribution(*span, verb)


def _across_aside(tokens: Tokens, comma: int, verb: int) -> Attribution | None:
    """ "Aykhan X, the ministry's spokesperson, said"."""
    span = before_aside(tokens, comma) if tokens.word[comma] == "," else None
    return None if span is None else Attribution(*span, verb)
