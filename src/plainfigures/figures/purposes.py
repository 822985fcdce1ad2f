"""What a sum of money is or is for: "a $5 million grant", "$5 million for demining"."""

from plainfigures.figures.callings import called, is_same, joined_to, told_of, whole_of
from plainfigures.figures.extents import Span, is_time, joins_names, left, right
from plainfigures.figures.match import Match
from plainfigures.figures.needs import TOTALS, raised, told
from plainfigures.figures.phrases import gift_to
from plainfigures.figures.sentence import Sentence
from plainfigures.prose.durations import TIME_UNITS
from plainfigures.prose.lexicon import nouns, singular, tag, verb_lemmas
from plainfigures.prose.number import is_number
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.tokens import Tokens

# (first token, token after the last, rule)
Found = tuple[int, int, str]

_MANNERS = frozenset(
    "person cash kind full part advance all total return turn instalments installments".split()
)
_FOR = frozenset(("for", "towards", "toward"))
_BORDERS = frozenset(("while", "but", ";", ".", ":", "whereas", "who"))
_GIVEN = frozenset(
    "allocated assigned devoted dedicated earmarked intended meant set designated needed "
    "aside committed contributed donated pledged granted channelled directed go goes went gone "
    "paid".split()
)
_SPENT = frozenset("spent went gone spend".split())
_MEASURED = frozenset("of totalling totaling worth at to exceeding".split())
_WITH = frozenset("with in on from".split())
_AIMS = frozenset("bid effort attempt move order".split())
_VALUED = frozenset(
    "put puts putting estimate estimates estimated value valued set assessed".split()
)
_OFTEN = frozenset("daily weekly monthly quarterly annually yearly more already".split())
_FAR = 12
_REACH = 16
_NAME = 5


def purpose(sentence: Sentence, q: Quantity, match: Match) -> Found | None:
    """What a sum is ("in grants"), what it is for, or the noun that it measures."""
    found = _right(sentence, q)
    if match.measure is None:
        return found
    whole = whole_of(sentence, q, match.rule)
    if whole is None and found is None:
        whole = told_of(sentence, q)
    if whole is not None and (found is None or sentence.tokens.capital(found[1] - 1)):
        index = sentence.scan.quantities.index(whole)
        shared = purpose(sentence, whole, sentence.matches[index])
        found = shared if shared is not None else found
    joined = joined_to(sentence, q) if found is None else None
    return (
        found
        or (_right(sentence, joined) if joined is not None else None)
        or _measured(sentence.tokens, q)
        or _put(sentence.tokens, q)
        or _named(sentence, match, "noun")
        or told(sentence, q, match)
        or raised(sentence, q)
        or _named(sentence, match, "phrase")
        or called(sentence, q)
    )


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
        span = _with_aims(tokens, _plain(tokens, k))
        if span is not None:
            return *span, "noun after the sum"
    while tokens.at(near) in _OFTEN:
        near += 1
    for j in range(k, min(limit, k + _REACH)):
        here = word[j]
        if here in _BORDERS or (here == "," and tokens.at(j + 1) not in _GIVEN):
            return None
        span = _led(tokens, j, j in (k, near))
        if span is not None and span[1] <= limit:
            return *span, f"after {here}"
        if here == "and" and not _in_names(tokens, j):
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


def _plain(tokens: Tokens, k: int) -> Span | None:
    """The noun phrase right after a sum ("$200 cash benefit", "$3 million World Bank loan")."""
    if len(tokens.word[k]) < 3 or tokens.word[k] == "worth":
        return None
    if tokens.capital(k):
        gift = next((j for j in range(k, k + _NAME) if not tokens.capital(j)), k)
        return (k, gift + 1) if singular(tokens.at(gift)) in nouns("gift") else None
    if tag(tokens.word[k]).split(",")[0] not in ("n", "ns", "a", "vg"):
        return None
    if tokens.word[k].endswith("s") and verb_lemmas(tokens.word[k]):
        return None  # "a shortfall of $4 million remains"
    span = right(tokens, k)
    return None if span is None or span[0] != k else span


def _led(tokens: Tokens, j: int, near: bool) -> Span | None:
    """The noun phrase that a preposition at token `j` leads to."""
    here = tokens.word[j]
    if here in _FOR:
        return None if joins_names(tokens, j) else _with_aim(tokens, right(tokens, j + 1))
    if here == "to":
        given = near or tokens.at(j - 1) in _GIVEN
        if (
            given
            and "v" in tag(tokens.at(j + 1) or ".").split(",")
            and is_number(tokens.at(j + 2) or ".")
        ):
            return None  # "to feed 4,000"
        return _aim(tokens, j + 1) or (right(tokens, j + 1) if given else None)
    if here == "as":  # "as emergency aid"
        span = right(tokens, j + 1)
        given = span is not None and singular(tokens.word[span[1] - 1]) in nouns("gift")
        return _with_aim(tokens, span) if given else None
    if here == "on" and tokens.at(j - 1) in _SPENT:
        near = True
    if near and here in ("in", "of", "on", "worth"):
        at = j + 2 if here == "worth" and tokens.at(j + 1) == "of" else j + 1
        span = right(tokens, at)
        if span is None or (here in ("in", "on") and _is_place(tokens, span[1] - 1)):
            return None
        if here == "in" and tokens.word[at] in _MANNERS:
            return None  # "gave $90 in person"
        if here == "on" and is_number(tokens.at(span[1]) or "."):
            return None  # "on clearing 40 mines"
        if here == "in" and tokens.word[span[1] - 1] in _AIMS:
            return _aim(tokens, span[1] + 1)  # "in a bid to rebuild schools"
        return _with_aim(tokens, span)
    return None


def _is_place(tokens: Tokens, k: int) -> bool:
    """ "in Old Tavria", but not "in Official Development Assistance"."""
    return tokens.capital(k) and singular(tokens.word[k]) not in nouns("gift")


def _with_aim(tokens: Tokens, span: Span | None) -> Span | None:
    """The phrase with what it is for ("new funding for energy assistance")."""
    if span is None or tokens.at(span[1]) not in _FOR:
        return span
    aim = right(tokens, span[1] + 1)
    return span if aim is None else (span[0], aim[1])


def _with_aims(tokens: Tokens, span: Span | None) -> Span | None:
    """The phrase with all that it is for and to ("grant to Kenya for clinics")."""
    while span is not None and tokens.at(span[1]) in (*_FOR, "to", "from", "under"):
        more = right(tokens, span[1] + 1)
        if more is None:
            break
        span = span[0], more[1]
    return span


def _aim(tokens: Tokens, j: int) -> Span | None:
    """The object of "to support", "to further assist with", "help rebuild"."""
    word = tokens.word
    while j < tokens.size and (word[j] == "further" or tag(word[j]).split(",")[0] == "r"):
        j += 1
    verbs = j
    while j < tokens.size and j - verbs < 3 and "v" in tag(word[j]).split(",") and word[j] != "be":
        if tokens.capital(j) and not (j == verbs and tag(word[j])[0] == "v"):
            break
        j += 1
    if j == verbs:
        return None
    if tokens.at(j) in _WITH:
        j += 1
    return right(tokens, j)


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


def _put(tokens: Tokens, q: Quantity) -> Found | None:
    """ "They put the amount of aid needed at $5 million": what is said to be so much."""
    k = q.phrase_first - 1
    if tokens.at(k) != "at":
        return None
    for j in range(k - 2, max(-1, k - _FAR), -1):
        if tokens.word[j] in _VALUED:
            span = right(tokens, j + 1)
            if span is None or span[1] > k:
                return None
            first = span[0]
            if singular(tokens.word[first]) in TOTALS and tokens.at(first + 1) == "of":
                first += 2
            return (first, span[1], "what is put at the sum") if first < span[1] else None
    return None


def _named(sentence: Sentence, match: Match, kind: str) -> Found | None:
    """The noun that gives the measure, with its aim ("the shortfall for flood relief is")."""
    trigger, tokens = match.trigger, sentence.tokens
    if trigger is None or trigger.kind != kind:
        return None
    end = trigger.last
    if kind == "phrase":
        end = _noun_end(tokens, trigger.first, trigger.last)
        if end == trigger.first:
            return None
    span = left(tokens, end - 1), end
    first, last = _with_aim(tokens, span) or span
    return first, last, "noun of the measure"


def _noun_end(tokens: Tokens, first: int, last: int) -> int:
    """The end of the noun that a phrase begins with ("*funding gap* of"); its start for none."""
    k = first
    while k < last and tag(tokens.word[k])[0] in "an":
        k += 1
    head = singular(tokens.word[k - 1])
    return k if k > first and (head in nouns("sum") or head in nouns("gift")) else first


def _is_noun(tokens: Tokens, k: int) -> bool:
    word = tokens.word[k]
    if not word[0].isalpha() or is_number(word):
        return False
    return tag(word).split(",")[0] in ("n", "ns") or word in nouns("trade")
