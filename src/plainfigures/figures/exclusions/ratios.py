"""Ratios: numbers that are so many to each of another ("8 deaths per 10,000 men", "one in 90")."""

from collections.abc import Sequence

from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.lexicon import is_person, moneys, nouns, singular
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.tokens import Tokens

_OF_SO_MANY = frozenset("1,000 1000 10,000 10000 100,000 100000 thousand hundred".split())
_ONE_IN = frozenset(("factory", "mill", "case"))
_EACH = frozenset(("every", "each"))
_APART = frozenset((";", "since", "because"))
_ON_AVERAGE = ["on", "average"]
_TO_EACH = (["to", "each"], ["to", "every"], ["for", "each"], ["for", "every"])
# Of what trade is told, too, where their number changes.
_TRADED = frozenset("export import shipment order container cargo vessel exporter sale".split())
_SCALED = (["magnitude", "of"], ["intensity", "of"])


def is_per_number(tokens: Tokens, quantities: Sequence[Quantity], q: Quantity) -> bool:
    """Either number of "8 deaths per 10,000 men", "8/1,000", "one man in 90"."""
    k = q.phrase_first - 1
    if tokens.word[max(0, k - 1) : k + 1] in _SCALED or (k > 1 and is_one_in(tokens, k - 2)):
        return True
    if _is_of_so_many(tokens, q):
        return True
    one_in = is_one_in(tokens, q.first) and any(o.first == q.first + 3 for o in quantities)
    if one_in or tokens.word[q.first : q.phrase_last + 1] == ["one", "every"]:
        return True  # "one *man* in 90", "kill 900 a month, *one* every hour"
    last = tokens.at(q.phrase_last + 1)
    if q.kind in ("noun", "bare") and tokens.word[q.phrase_last : q.phrase_last + 2] in _TO_EACH:
        return True  # "has four refugees to each villager"
    if tokens.word[q.last : q.last + 2] == ["to", "the"]:
        return tokens.at(q.last + 2) in moneys()  # "past 1,000 to the dollar"
    if tokens.word[q.phrase_last : q.phrase_last + 2] == _ON_AVERAGE and not q.rate_over_time:
        # "each family shelters nine guests on average"
        return not tokens.at(q.phrase_last + 2).isalpha()
    rated = tokens.at(q.phrase_last) == "per" and is_number(last)
    if tokens.at(q.last) == "/":
        rated = last in _OF_SO_MANY
    elif tokens.at(q.first - 1) == "/":
        rated = tokens.word[q.first] in _OF_SO_MANY
    return rated or tokens.at(q.phrase_first - 1) in ("per", "every") or _in_each(tokens, q)


def _is_of_so_many(tokens: Tokens, q: Quantity) -> bool:
    """Either number of "*four* in *five of* the guests"; not of "three in four of the towns"."""
    word, of = tokens.word, q.last + 2 * (tokens.at(q.last) == "in")
    low = of - 3
    if low < 0 or tokens.at(of) != "of" or word[of - 2] != "in":
        return False
    if not (is_number(word[low]) and is_number(word[of - 1])):
        return False
    sited = nouns("area") | nouns("place") | nouns("site")
    return sited.isdisjoint(map(singular, word[of + 1 : of + 4]))


def _in_each(tokens: Tokens, q: Quantity) -> bool:
    """ "*118* for every thousand births", "for every one who fell *ten* died": a rate."""
    if _EACH.isdisjoint(tokens.word):
        return False
    k = next(k for k, word in enumerate(tokens.word) if word in _EACH)
    if tokens.word[k] == "every" and k in (1, 2) and tokens.word[k - 1] in ("for", "of"):
        one = singular(tokens.at(k + 1))
        # but "For every man who fell it built a wall, and since 90 men fell …"
        apart = not _APART.isdisjoint(tokens.word[k : q.first])
        if (is_person(one) or is_number(one)) and not apart:
            return q.kind in ("noun", "bare") and q.first > k
    so_many = tokens.at(k + 1) in _OF_SO_MANY
    return so_many and (q.phrase_last == k - 1 or (k == 1 and q.first > k))


def is_one_in(tokens: Tokens, k: int) -> bool:
    """ "one factory *in* five", "one man *out* of 90"."""
    if tokens.word[k] != "one" or tokens.at(k + 2) not in ("in", "out"):
        return False
    noun = singular(tokens.word[k + 1])
    return is_person(noun) or noun in nouns("institution") | nouns("site") | _ONE_IN


def is_of_a_count(tokens: Tokens, q: Quantity) -> bool:
    """ "*the number of* guests in hotels was down by half": how a count changed, and no trade."""
    begin = max((k for k in tokens.parted if k < q.first), default=-1) + 1
    lead = tokens.word[begin : q.phrase_first]
    if lead[:3] != ["the", "number", "of"]:
        return False
    return _TRADED.isdisjoint(map(singular, lead))
