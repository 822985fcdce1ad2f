"""What a sum of money is or is for: "a $5 million grant", "$5 million for demining"."""

from plainfigures.figures.grammar.extents import is_time, left, right
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.grammar.subjects import gift_to
from plainfigures.figures.grammar.targets import BRINGING
from plainfigures.figures.sums.aims import GIVEN, is_deed, led, listed, plain, with_aim, with_aims
from plainfigures.figures.sums.callings import (
    TOTALS,
    called,
    is_same,
    joined_to,
    told_of,
    whole_of,
)
from plainfigures.figures.trade.goods import is_land
from plainfigures.figures.triggers.match import Match
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.periods.durations import TIME_UNITS
from plainfigures.prose.words.closed import SUBJECTS
from plainfigures.prose.words.helpers import HELPERS, MODALS
from plainfigures.prose.words.lexicon import nouns, singular, tag, verb_lemmas
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

# (first token, token after the last, rule)
Found = tuple[int, int, str]

_BORDERS = frozenset(
    "short shy while but ; . : whereas who after before because when if although".split()
)
_MEASURED = frozenset("of totalling totaling worth at to exceeding".split())
_OFTEN = frozenset("daily weekly monthly quarterly annually yearly more already also".split())
_SERVING = HELPERS | frozenset("use help go serve come also now only".split())
_REACH = 16
_KIND = "kind in brackets"


def purpose(sentence: Sentence, q: Quantity, match: Match) -> Found | None:
    """What a sum is ("in grants"), what it is for, or the noun that it measures."""
    found = _kind(sentence.tokens, q.last) or _right(sentence, q)
    if match.measure is None:
        return found
    whole = whole_of(sentence, q, match.rule)
    if whole is None and found is None:
        whole = told_of(sentence, q)
    if whole is not None and (found is None or sentence.tokens.capital(found[1] - 1)):
        index = sentence.scan.quantities.index(whole)
        shared = purpose(sentence, whole, sentence.matches[index])
        if shared is not None and shared[2] not in (_KIND, "after to" if found else ""):
            found = shared
    joined = joined_to(sentence, q) if found is None else None
    land = None
    if found is not None:
        aim = (*listed(sentence.tokens, found[:2]), found[2])
        named = is_land(sentence.tokens, found[0], found[1] - found[0])
        found, land = (None, aim) if named else (aim, None)  # "grants of $5 million for Chad"
    of = _measured(sentence.tokens, q)
    if of is not None and found is not None and found[2] == "after to":
        if verb_forms(("go",)).isdisjoint(sentence.tokens.word[q.last : found[0]]):
            found = of  # "compensation of $5 million to the families"
    return (
        found
        or (_right(sentence, joined) if joined is not None else None)
        or of
        or _named(sentence, q, match)
        or called(sentence, q)
        or land
    )


def _kind(tokens: Tokens, k: int) -> Found | None:
    """ "$4 million (*concessional loan*)": the kind of money that brackets behind a sum tell."""
    span = right(tokens, k + 1) if tokens.at(k) == "(" else None
    if span is None or span[0] != k + 1 or tokens.at(span[1]) != ")":
        return None
    head = singular(tokens.word[span[1] - 1])
    money = head == "amount" or (head in nouns("gift") | nouns("sum") and head not in TOTALS)
    return (*span, _KIND) if money else None


def _right(sentence: Sentence, q: Quantity) -> Found | None:
    tokens = sentence.tokens
    word = tokens.word
    k = _past_equal(sentence, _past_aside(tokens, q.last), q)
    k += tokens.at(k) == "'"  # "4 million dollars' worth of"
    later = [o for o in sentence.scan.quantities if o.first >= k]
    limit = min((o.phrase_first for o in later if o.kind == "money"), default=tokens.size)
    near = max(k, q.phrase_last)  # "$5 million a year"
    if later and later[0].unit in TIME_UNITS and later[0].phrase_first <= k + 1:
        near = later[0].phrase_last  # "over three years"
        if later[0].phrase_first == k and tokens.at(later[0].last) == "-":
            k = near  # "a $5 million three-year plan"
    if k < tokens.size and word[k] not in _BORDERS and word[k][0].isalpha():
        acts = tag(word[k])[:2] == "vg" and tag(tokens.at(k + 1) or ".")[0] != "n"
        span = None if acts or word[k] == "including" else plain(tokens, k)
        if span is not None:  # no "with $4 million *going to* Sudan"
            return *with_aims(tokens, span), "noun after the sum"
    for period in sentence.periods:
        if near <= period.first <= near + 1 and tokens.at(near) != "for":
            k = near = period.last  # "between 1995 and 1999"
    while tokens.at(near) in _OFTEN:
        near += 1
    for j in range(k, min(limit, k + _REACH)):
        here = word[j]
        if here in _BORDERS or (here == "," and tokens.at(j + 1) not in GIVEN):
            return None
        if here == "to" and tokens.at(near) in MODALS and word[near + 1] not in _SERVING:
            return None  # "$90 will train a volunteer | to teach children"
        span = led(tokens, j, j in (k, near))
        if span is not None and span[1] <= limit:
            return *span, f"after {here}"
        deed = here == "to" and j == near and is_deed(tokens, j + 1)
        if deed or (here == "and" and not _in_names(tokens, j)):
            return None
    return None


def _in_names(tokens: Tokens, j: int) -> bool:
    """Whether "and" at token `j` joins two names."""
    return tokens.capital(j - 1) and tokens.capital(j + 2 if tokens.at(j + 1) == "the" else j + 1)


def _past_aside(tokens: Tokens, k: int) -> int:
    """The token after the bracket that begins at token `k`, or `k` itself."""
    if tokens.at(k) != "(":
        return k
    for j in range(k + 1, min(tokens.size, k + 12)):
        if tokens.word[j] == ")":
            return j + 1
    return k


def _past_equal(sentence: Sentence, k: int, q: Quantity) -> int:
    """The token after the same sum in other money ("4 billion yen, or some $30 million, to")."""
    other = next((o for o in sentence.scan.quantities if o.first >= k), None)
    if other is None or not is_same(sentence, q, other):
        return k
    return other.last + (sentence.tokens.at(other.last) == ",")


def _measured(tokens: Tokens, q: Quantity) -> Found | None:
    """The noun that a sum measures ("contributions of $14 million", "a gap of $2 million")."""
    k = q.phrase_first - 1
    if tokens.at(k) in ("total", "a") and tokens.at(k - 1) in (*_MEASURED, "a"):
        while tokens.at(k) in ("total", "a"):
            k -= 1
    if tokens.at(k) == "to" and tokens.at(k - 1) == "amounting":
        k -= 1
    elif tokens.at(k) not in _MEASURED or tokens.at(k) in ("to", "at"):
        return None
    k -= 1
    while singular(tokens.at(k)) in TOTALS and tokens.at(k - 1) in ("of", "a", "total", "to"):
        k -= 2 if tokens.at(k - 1) in ("of", "to") else 1
    if k < 0 or not _is_noun(tokens, k) or singular(tokens.word[k]) in TOTALS:
        return None
    first = left(tokens, k)
    given = gift_to(tokens, first)
    if given is not None:
        first, k = left(tokens, given), given
    return None if is_time(tokens, first, k + 1) else (first, k + 1, "noun that the sum measures")


def _named(sentence: Sentence, q: Quantity, match: Match) -> Found | None:
    """The noun that gives the measure, with its aim ("the shortfall for flood relief is")."""
    trigger, tokens = match.trigger, sentence.tokens
    if trigger is None or trigger.kind != "noun" or tokens.word[trigger.last - 1] in TOTALS:
        return None
    if trigger.last == q.first and verb_lemmas(tokens.word[trigger.last - 1]):
        return None  # "the ground around the clinic needs $9,000"
    begin = left(tokens, trigger.last - 1)
    if tokens.at(begin - 1) == "and" and tag(tokens.at(begin - 2) or ".") == "a":
        begin = left(tokens, begin - 2)  # "humanitarian and | development aid"
    begin += tokens.at(begin - 1) == "," and tokens.word[begin] in BRINGING
    span = begin, trigger.last  # "…, bringing | US assistance to $171 million"
    first, last = with_aim(tokens, span) or span
    if not SUBJECTS.isdisjoint(tokens.word[first:last]):
        return None  # "for the coming year I request $9,000"
    return first, last, "noun of the measure"


def _is_noun(tokens: Tokens, k: int) -> bool:
    word = tokens.word[k]
    if not word[0].isalpha() or is_number(word):
        return False
    return tag(word).split(",")[0] in ("n", "ns") or word in nouns("trade")
