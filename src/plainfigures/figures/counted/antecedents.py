"""Antecedents: the people that a number without a noun counts, told of before or beside it."""

from collections.abc import Sequence
from functools import cache

from plainfigures.figures.grammar.context import Counted, Memory
from plainfigures.figures.grammar.extents import DETERMINERS, ends_name, left, right
from plainfigures.figures.grammar.links import OF_THEM
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.forms import forms
from plainfigures.figures.triggers.match import Match
from plainfigures.prose.nouns.heads import NOMINAL
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.bearers import is_nationality
from plainfigures.prose.words.closed import BREAKS
from plainfigures.prose.words.lexicon import countries, demonyms, is_person, nouns, singular, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.tokens import Tokens

Span = tuple[int, int]
# (first token, token after the last, rule)
Found = tuple[int, int, str]

_NUMBERS = frozenset("number numbers total tally toll count".split())
_OF = frozenset(("of", "among"))
_THESE = frozenset(("these", "those", "them", "this"))
_OPENS = frozenset((",", ";", "and", "but", "\u2013"))
_BACK, _ON = 26, 5
_PHRASE = 4
_DESCRIBE = frozenset(("a", "vd", "r", "n"))
_REACH = 600
_SOME = frozenset("how many several some few more most other fewer new such".split())
# So far before a sentence its families may be told of, and how they are.
_NEAR = 200
_HOMES = ("families", "households")
_NOBODY: Counted = (None, None, frozenset())
# So many times more than those told of before are others.
_LIKE = 30
# Those of whom a text counts how many moved, fled or returned.
MOVED = frozenset(
    "refugee returnee evacuee deportee expellee repatriate escapee evictee migrant immigrant "
    "emigrant exile expatriate national citizen villager resident inhabitant civilian family "
    "household people person arrival settler islander idp seeker displaced".split()
)
MOVES = frozenset(
    "displaced returned return_target resettled awaiting_return killed_or_displaced".split()
)


def counted_before(sentence: Sentence, q: Quantity, match: Match, memory: Memory) -> str | None:
    """Who was counted with the same measure before.

    "The war has killed thousands": of whom is not said. Nor are a million those of whom twelve were
    told before, 300 Chadians where "the *Malians* count 300", or those whom at another time or
    place something else struck.
    """
    before, size, struck = memory.counted.get((q.unit, match.measure or ""), _NOBODY)
    if before is None or q.vague or (size and (q.value or 0) > size * _LIKE):
        return None
    more = sentence.tokens.at(q.last) == "more"  # "a raid on Bor killed six *more*"
    elsewhere = not more and bool(sentence.periods or sentence.places)
    if elsewhere and (found := scourges(sentence)) and found.isdisjoint(struck):
        return None
    words = before.split()
    if any(map(is_nationality, words)):
        named = (one for one in sentence.tokens.raw if one.endswith("s") and is_nationality(one))
        if any(one not in words for one in named) or _is_abroad(sentence, words):
            return None
    return before


def _is_abroad(sentence: Sentence, words: Sequence[str]) -> bool:
    """Whether a sentence tells of another country than that of the people told of before."""
    known = countries()
    homes = {known[one].code for one in words if one in known}
    lands = (known[raw].code for raw in sentence.tokens.raw if raw in known)
    return any(code is not None and code not in homes for code in lands)


def scourges(sentence: Sentence) -> frozenset[str]:
    """What a sentence tells of that strikes people: floods, wars, mines."""
    near = forms(_striking()).intersection(sentence.tokens.word)
    return _striking().intersection(map(singular, near)) if near else frozenset()


@cache
def _striking() -> frozenset[str]:
    return nouns("scourge") | nouns("event")


def numbered(sentence: Sentence, q: Quantity) -> Found | None:
    """Of whom the sentence gives the number.

    "The number of settlers fell to 40", "of the settlers, by contrast, 40 stayed".
    """
    if q.unit not in PEOPLE:
        return None
    tokens = sentence.tokens
    word = tokens.word
    if not _NUMBERS.isdisjoint(word):
        spans = [(o.first, o.last) for o in sentence.scan.quantities if o is not q]
        for k in range(q.phrase_first - 1, max(-1, q.phrase_first - _BACK), -1):
            if word[k] in BREAKS or any(first <= k < last for first, last in spans):
                break
            found = _after_number(tokens, k)
            if found is not None and found[1] <= q.phrase_first:
                return found
        for k in range(q.phrase_last, min(tokens.size, q.phrase_last + _ON)):
            if word[k] in BREAKS or word[k] == ",":
                break
            found = _after_number(tokens, k)
            if found is not None:
                return found
    return _labelled(tokens, q) or _of_whom(tokens, q) or _of_those(tokens, q)


def _after_number(tokens: Tokens, k: int) -> Found | None:
    """Who is told of after "number of" at token `k`."""
    if tokens.word[k] not in _NUMBERS or tokens.at(k + 1) not in _OF:
        return None
    span = _people(tokens, k + 2)
    return None if span is None else (*span, "whose number it is")


def _labelled(tokens: Tokens, q: Quantity) -> Found | None:
    """ "by origin: Chadians, 4,000; *Maltese, 300*": a people that a comma parts from it."""
    k = q.phrase_first - 2
    if k < 0 or tokens.word[k + 1] not in (",", ":") or tokens.raw[k] not in demonyms():
        return None
    opens = k == 0 or tokens.word[k - 1] in (":", ";", ",")
    return (k, k + 1, "people of the list") if opens else None


def _of_those(tokens: Tokens, q: Quantity) -> Found | None:
    """ "Among the settlers, 40 stayed", "out of 60 men 40": a clause that opens with the whole."""
    word = tokens.word
    for k in range(q.phrase_first - 2, max(-1, q.phrase_first - _BACK), -1):
        out = word[k - 1] == "out" and k > 0
        if word[k] not in _OF or (k > out and word[k - 1 - out] not in _OPENS):
            continue
        some = is_number(tokens.at(k + 1) or ".")
        span = _people(tokens, k + 1) if some or tokens.at(k + 1) in DETERMINERS else None
        if some and span is not None and not _are_people(tokens, span[1] - 1):
            continue  # "of 30 accidents 12 were deadly"
        if span is not None and span[1] <= q.phrase_first:
            return *span, "those of whom it is a part"
    return None


def _of_whom(tokens: Tokens, q: Quantity) -> Found | None:
    """ "the *settlers*, 40 of whom stayed", "the *settlers*, of whom 40", "40 of missing *men*"."""
    word, first, k = tokens.word, q.phrase_first, q.phrase_last
    led = word[max(0, first - 2) : first] == ["of", "whom"]
    comma = first - 1 - 2 * led
    if (led or word[k : k + 2] == ["of", "whom"]) and comma > 0 and word[comma] == ",":
        if are_many(tokens, comma - 1) or tokens.raw[comma - 1] in demonyms():
            return left(tokens, comma - 1), comma, "those of whom it is a part"
    span = right(tokens, k + 1) if tokens.at(k) == "of" else None
    if span is not None and span[0] == k + 1 and _are_people(tokens, span[1] - 1):
        return *span, "those of whom it is a part"
    return None


def _people(tokens: Tokens, k: int) -> Span | None:
    """The plural noun phrase that begins at token `k`, or those whom an adjective names."""
    while tokens.at(k) in DETERMINERS or is_number(tokens.at(k) or "."):
        k += 1  # "of the 1,015 | missing"
    span = right(tokens, k)
    if span is not None and span[0] == k and are_many(tokens, span[1] - 1):
        return span
    last = k
    while last < tokens.size and last - k < _PHRASE and _describes(tokens, last):
        last += 1
    if tokens.at(last) not in NOMINAL:
        return None
    last += 1  # "war-related dead", "internally displaced Chadians"
    while last < tokens.size and (
        demonyms().get(tokens.raw[last]) == "people" or is_person(singular(tokens.word[last]))
    ):
        last += 1
    return k, last


def _describes(tokens: Tokens, k: int) -> bool:
    if tokens.word[k] in NOMINAL:
        return False
    return tokens.word[k] == "-" or not _DESCRIBE.isdisjoint(tag(tokens.word[k]).split(","))


def are_many(tokens: Tokens, k: int) -> bool:
    """Whether token `k` is a plural noun, also one of a people ("Tavrians")."""
    raw = tokens.raw[k]
    if demonyms().get(raw) == "people" or "ns" in tag(tokens.word[k]).split(","):
        return True
    return raw[0].isupper() and raw.endswith("ans")


def moves(q: Quantity, match: Match) -> bool:
    """Whether a number is of people who fled, moved or returned."""
    return match.measure in MOVES and q.unit in PEOPLE


def people_before(
    sentence: Sentence, q: Quantity, match: Match, memory: Memory
) -> tuple[str | None, str]:
    """The people last told of before a number of those who moved, or else last counted.

    "The Tavrians fled in May. *By June 900 had returned*."
    """
    tokens, trigger = sentence.tokens, match.trigger
    start = max(memory.before[0], sentence.start - _REACH)
    if q.unit in PEOPLE and tokens.word[0] == "of" and tokens.word[1] in _THESE:
        before = Tokens(tokens.text, start, sentence.start)
        for k in range(before.size - 1, 0, -1):
            first = left(before, k)
            if first and _are_people(before, k) and is_number(before.word[first - 1]):
                words = sentence.original[before.start[first] : before.end[k]]
                return words, "people counted before"  # "60 miners went in. Of these, 40"
    if not moves(q, match):
        return None, ""
    moved = trigger is not None and trigger.kind == "verb" and trigger.last <= q.first
    of_them = tuple(tokens.word[q.last : q.last + 2]) in OF_THEM
    if of_them or not moved:  # the subject of "evacuated 900" is not those who were
        last = _last(tokens, q.phrase_first)
        if last is not None:
            return sentence.words(_first(tokens, last), last + 1), "people told of before"
    if start < sentence.start:
        before = Tokens(tokens.text, start, sentence.start)
        last = _last(before, before.size)
        if last is not None and _homes(before.word[last]) in (None, "person", q.unit):
            words = sentence.original[before.start[_first(before, last)] : before.end[last]]
            return words, "people told of before"
    return memory.people, "people counted before"


def homes_before(tokens: Tokens, q: Quantity, seen: int) -> str | None:
    """The unit of those of whom a bare number is a part, or who are told of right before it.

    "Of the Tavrian *families* who fled, 40 are home", "And the families? 900 were to go home". The
    text up to `seen` has told of others, so that it does not count.
    """
    whole = _of_those(tokens, q)
    k = whole[1] - 1 if whole is not None else _last(tokens, q.phrase_first)
    if k is not None:
        return _homes(tokens.word[k])
    text, end = tokens.text, tokens.begin
    begin = max(text.rfind("\n", 0, end) + 1, end - _NEAR, seen)
    if not any(one in text[begin:end].lower() for one in _HOMES):
        return None
    before = Tokens(text, begin, end)
    told = {_homes(before.word[k]) for k in range(before.size) if _moves(before, k)}
    return told.pop() if len(told) == 1 else None  # no "families who took in the displaced"


def _homes(word: str) -> str | None:
    return singular(word) if singular(word) in PEOPLE else None


def mines_before(sentence: Sentence, q: Quantity, memory: Memory) -> str | None:
    """The mines last told of before a number of them ("the old *mines*; 90 were lifted")."""
    start = max(memory.before[0], sentence.start - _REACH)
    for tokens in (sentence.tokens, Tokens(sentence.tokens.text, start, sentence.start)):
        end = q.phrase_first if tokens is sentence.tokens else tokens.size
        for k in range(end - 1, -1, -1):
            if tokens.word[k].endswith("mines"):
                return sentence.original[tokens.start[_first(tokens, k)] : tokens.end[k]]
    return None


def _first(tokens: Tokens, k: int) -> int:
    """Where the phrase of the noun at token `k` begins: "(how many) *old* mines"."""
    return next(j for j in range(left(tokens, k), k + 1) if tokens.word[j] not in _SOME)


def _last(tokens: Tokens, end: int) -> int | None:
    """The last token before `end` that names many who may move."""
    for k in range(end - 1, -1, -1):
        if _moves(tokens, k):
            return k
    return None


def _are_people(tokens: Tokens, k: int) -> bool:
    return are_many(tokens, k) and is_person(singular(tokens.word[k]))


def _moves(tokens: Tokens, k: int) -> bool:
    if demonyms().get(tokens.raw[k]) == "people":
        return tokens.raw[k].endswith("s")
    word = tokens.word[k]
    return (
        word.endswith(("s", "people", "ed"))
        and singular(word) in MOVED
        and (word != "displaced" or tokens.at(k - 1) == "the")
        and not ends_name(tokens, k)  # "the High Commissioner for Refugees"
    )
