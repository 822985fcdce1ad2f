"""Who or what is counted, and what a percentage or a sum is of."""

from plainfigures.figures.match import Match
from plainfigures.figures.sentence import Sentence
from plainfigures.prose.lexicon import nouns, singular, tag
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.tokens import Tokens

# (first token, token after the last, rule)
Found = tuple[int, int, str]

_MEASURED = frozenset(("accuracy", "sale"))
_SHARED = frozenset(("percent", "point", "multiple", "money"))
_ENDS = frozenset(
    ", ; . ) ( and is are was were to from by over with went go goes came come that which who in "
    "for on "
    "at".split()
)
_ARTICLES = frozenset("the its their all total a".split())
_OPENERS = frozenset(
    "the a an of in to and or but while that which is are was were has have had by with from for "
    "on at as "
    "than if when where its their increased decreased rose fell grew dropped although because also "
    "thus".split()
)
_WITH = frozenset("to of with from".split())
_TAILS = frozenset("the of market markets countries".split())


def counted(sentence: Sentence, q: Quantity, match: Match) -> Found | None:
    """The noun phrase counted; of a percentage or a sum what stands after "of" or "in"."""
    if q.kind in _SHARED:
        return _of(sentence, q) or _trade_noun(sentence, q, match)
    if q.noun is None or q.kind == "unit":
        return None
    first, last = q.noun.first, q.noun.last
    while first < last and not sentence.tokens.word[first][0].isalpha():
        first += 1
    return first, last, "noun of a parallel number" if q.inherited else "noun phrase"


def _of(sentence: Sentence, q: Quantity) -> Found | None:
    """ "36 percent of its turnover", "270 million in grants"."""
    word, n = sentence.tokens.word, sentence.tokens.size
    j = q.last
    if j >= n or word[j] not in ("of", "in", "for") or (q.kind == "money" and word[j] == "for"):
        return None
    first = last = j + 1
    while last < n and last - first < 9 and word[last] not in _ENDS:
        last += 1
    while first < last and word[first] in _ARTICLES:
        first += 1
    if first == last or word[first][0].isdecimal():
        return None
    return first, last, f"after {word[j]}"


def _trade_noun(sentence: Sentence, q: Quantity, match: Match) -> Found | None:
    """The nearest trade noun with what modifies it and its partner ("exports to Kenya")."""
    if match.measure is None or q.kind == "money":
        return None
    tokens = sentence.tokens
    best: tuple[float, int] | None = None
    for k in range(tokens.size):
        if singular(tokens.word[k]) in _MEASURED or singular(tokens.word[k]) in nouns("trade"):
            away = sentence.distance(q, k, k + 1) + (4.0 if k > q.first else 0.0)
            if best is None or away < best[0]:
                best = (away, k)
    if best is None:
        return None
    k = best[1]
    if singular(tokens.word[k]) == "accuracy":
        return _accuracy(tokens, k)
    first, last = k, k + 1
    while first > 0 and (
        tokens.word[first - 1] in ("'s", "-")
        or (tokens.raw[first - 1][0].isalpha() and tokens.word[first - 1] not in _OPENERS)
    ):
        first -= 1
    while first < k and tokens.word[first] in (*_ARTICLES, "'s"):
        first += 1
    if tokens.at(last) in _WITH:
        end = last + 1
        while (
            end < tokens.size
            and end - last < 8
            and (tokens.capital(end) or tokens.word[end] in _TAILS)
        ):
            end += 1
        last = end if end > last + 1 else last
    return first, last, "nearest trade noun"


def _accuracy(tokens: Tokens, k: int) -> Found:
    """ "the accuracy of information on minefields": what is accurate."""
    if tokens.at(k + 1) != "of":
        return k, k + 1, "nearest noun"
    first = last = k + 2
    while last < tokens.size and last - first < 7:
        word = tokens.word[last]
        kind = tag(word).split(",")[0]
        if (
            word not in ("on", "about", "the")
            and kind not in ("n", "ns", "a", "r")
            and not (kind == "vd" and last <= first + 1)
        ):
            break
        last += 1
    while first < last and tokens.word[first] in _ARTICLES:
        first += 1
    return first, last, "after accuracy of"
