"""Items: the goods of a list that stand beside a percentage of their own."""

from plainfigures.figures.grammar.extents import is_time, left, right
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.trade.amounts import subject
from plainfigures.figures.trade.bracketed import opener
from plainfigures.figures.triggers.match import BESIDE, Match
from plainfigures.prose.nouns import changes
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.lexicon import nouns, singular, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import CLOSE_QUOTES, OPEN_QUOTES
from plainfigures.prose.words.tokens import Tokens

# (first token, token after the last, rule)
Found = tuple[int, int, str]

# The words before which a noun phrase of goods begins.
OPENERS = frozenset(
    "the a an of in to and or but while that which is are was were has have had by with from for "
    "on at as than if when where whereas its their increased decreased rose fell grew dropped "
    "although because since also thus see sees saw up down".split()
)
_BRACKETED = 12
_COMMAS = frozenset((",", "and", ";"))
_BEFORE = frozenset("including percent % - \u2013".split())
_FALLS = frozenset(
    "drop decrease fall decline reduction contraction rise increase gain growth jump surge".split()
)
_NEAR = 12
_CHANGED = frozenset(", with a an which was is were are of by up down".split())
_SPENT = frozenset(("of", "on"))
_ROLES = frozenset("partner market supplier customer buyer destination source total".split())


def of_sum(sentence: Sentence, q: Quantity) -> Found | None:
    """What a sum is of that a change follows.

    "*Exports* were $9 million, which was a 4 percent rise", "$9 million worth of *rice*, up 4".
    """
    tokens, word = sentence.tokens, sentence.tokens.word
    sums = [o for o in sentence.scan.quantities if o.kind == "money" and o.last <= q.first]
    money = next((o for o in reversed(sums) if tokens.at(o.phrase_first - 1) != "("), None)
    if money is None or q.phrase_first - money.phrase_last > _NEAR:
        return None
    after = money.phrase_last
    behind = after + (word[after] == "worth")
    if word[behind] in _SPENT and (span := right(tokens, behind + 1)) is not None:
        return *span, "what the sum is of"
    k = q.phrase_first - 1
    while k >= after and (word[k] in _CHANGED or word[k] in _FALLS or _shows(tokens, k)):
        k -= 1
    k = next((p.first - 1 for p in sentence.periods if p.last == k + 1 and p.first >= after), k)
    while k >= after and tag(word[k])[0] in "pd":
        k -= 1  # "$9 million | *in the* first half of the year, marking a 4 percent rise"
    closed = word[k] == ")" and word[after] == "("
    span = subject(sentence, money.phrase_first) if closed or k < after else None
    if span is not None and word[span[0]] in _FALLS and word[span[0] + 1] == "and":
        span = span[0] + 2, span[1]  # "with a 4 percent rise and | imports were $8 million"
    traded = nouns("trade") | nouns("good")
    named = span is not None and not traded.isdisjoint(map(singular, word[slice(*span)]))
    return (*span, "what the sum is of") if span is not None and named else None


def _shows(tokens: Tokens, k: int) -> bool:
    """ "*, marking* a 9 percent rise": what only leads to how much a sum told before changed."""
    return tokens.word[k - 1] == "," and tag(tokens.word[k])[:2] == "vg"


def with_change(tokens: Tokens, q: Quantity) -> Found | None:
    """ "rice *with a* 39 percent fall, appliances *with a drop of* 17", "*with* tin *up* 9"."""
    k = q.phrase_first
    moved = tokens.at(k - 1)
    if moved in changes.adverbs() or (moved[-3:] == "ing" and moved in changes.verbs()):
        first = left(tokens, k - 2)
        led = tokens.at(first - 1) == "with" and tokens.raw[k - 2].islower()
        return (first, k - 1, "what fell or rose so") if led else None
    if tokens.at(k - 1) == "of" and tokens.word[k - 2] in _FALLS:
        k -= 2
    k -= tokens.at(k - 1) in ("a", "an")
    if tokens.at(k - 1) != "with" or tokens.at(q.last) == "of":
        return None
    first = left(tokens, k - 2) if k > 1 and tag(tokens.word[k - 2])[0] == "n" else k - 1
    first = max((j + 1 for j in range(first, k - 1) if tokens.word[j] in _BEFORE), default=first)
    return (first, k - 1, "what fell or rose so") if first < k - 1 else None


def listed_goods(sentence: Sentence, q: Quantity) -> Found | None:
    """ "rice fell 4%, fish 8%, (those) of fruit by 16%": the goods of a later number of a list."""
    tokens = sentence.tokens
    last = q.phrase_first - (tokens.at(q.phrase_first - 1) == "by")
    first = last
    while first > 0 and _names_goods(tokens, first - 1):
        first -= 1
    led = first - 1 - (tokens.at(first - 1) == "of")
    if first == last or tokens.at(led - (tokens.at(led) == "those")) not in _COMMAS:
        return None
    before = [o for o in sentence.scan.quantities if o.last <= first]
    if not before or before[-1].kind != "percent" or first - before[-1].last > _NEAR:
        return None
    return first, last, "item of the list"


def _names_goods(tokens: Tokens, k: int) -> bool:
    word = tokens.word[k]
    if not tokens.raw[k].islower() or word in OPENERS or is_number(word):
        return False
    return tag(word)[0] in "na" and not is_time(tokens, k, k + 1)


def bracketed(tokens: Tokens, q: Quantity) -> Found | None:
    """ "of tin (up 7%), *fish products* (by 9%), of tea (3%)": goods of a list, quoted or not."""
    k = opener(tokens, q)
    if k < 0:
        return None
    if tokens.at(k - 1) in CLOSE_QUOTES:
        first = next(
            (j + 1 for j in range(k - 2, k - _BRACKETED, -1) if tokens.at(j) in OPEN_QUOTES), k
        )
        return (first, k - 1, "item of the list") if 0 < first < k - 1 else None
    first = left(tokens, k - 1)
    lead = first - 1 - (tokens.at(first - 1) == "of")
    if first >= k or tokens.capital(k - 1) or tokens.at(lead) not in _COMMAS:
        return None
    return None if is_number(tokens.word[k - 1]) else (first, k, "item of the list")


def item(tokens: Tokens, q: Quantity, match: Match, named: bool = False) -> Found | None:
    """ "Exports: cotton 31%", "shares fell for coal (from 9% to 4%)": the goods before a number.

    Where the sentence has no trade, it may be a partner that is `named`.
    """
    k = q.phrase_first - 1
    while k > 0 and tokens.word[k] not in ("(", ")") and k > q.first - _BRACKETED:
        k -= 1
    if tokens.at(k) != "(" or "from" not in tokens.word[k : q.first]:
        if match.rule != BESIDE:
            return None
        k = q.phrase_first
    first = k
    while first > 0 and (tag(tokens.word[first - 1])[0] in "na" or tokens.capital(first - 1)):
        if tokens.capital(first - 1) and not named:
            break
        if tokens.word[first - 1] in OPENERS or is_number(tokens.word[first - 1]):
            break
        first -= 1
    role = singular(tokens.at(k - 1)) in _ROLES
    return (first, k, "item of the list") if first < k and not role else None


def measured_out(sentence: Sentence, share: Quantity) -> Found | None:
    """ "shipped 40,000 tonnes of rice, down 6 percent": the goods measured out before."""
    for q in reversed([o for o in sentence.scan.quantities if o.first < share.first]):
        if q.kind == "unit" and sentence.tokens.at(q.phrase_last) == "of":
            span = right(sentence.tokens, q.phrase_last + 1)
            if span is not None:  # not in "three months of the year"
                return *span, "goods before"
    return None
