"""Bases: what a percentage is of, behind "of" or by another percentage of its sentence."""

from plainfigures.figures.grammar.extents import is_time, left, right
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.trade.bracketed import bracket_of, is_listed, leader, opener
from plainfigures.figures.trade.goods import is_land
from plainfigures.figures.trade.items import bracketed
from plainfigures.figures.trade.reach import PARTNERED
from plainfigures.figures.trade.trades import listed, trade_noun
from plainfigures.figures.triggers.match import LEVEL, Match
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.lexicon import nouns, singular, tag, verb_lemmas
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.tokens import Tokens

# (first token, token after the last, rule)
Found = tuple[int, int, str]

_ALL = frozenset("what everything all anything".split())
_SIGNS = frozenset(("'s", "-"))
_HOW = frozenset(
    "comparison contrast terms total relation addition volume value weight quantity tonnage".split()
)
_GROWTH = frozenset("growth increase rise expansion decline fall drop value volume".split())
_SHARES = frozenset("share proportion percentage portion".split())
_AND = frozenset(", ; ( ) and but while whereas by".split())
_REACH = 14
_CLAUSE = 9


def base(sentence: Sentence, q: Quantity, match: Match) -> Found | None:
    """The words for what a percentage is of, and the rule that found them."""
    found = (
        _in_brackets(sentence, q)
        or listed(sentence, q)
        or _of(sentence, q, match)
        or _resumed(sentence, q, match)
        or _share_of(sentence.tokens, q)
        or trade_noun(sentence, q, match)
    )
    opens = opener(sentence.tokens, q)
    other = found is not None and opens > found[1] and sentence.tokens.at(found[1]) == "("
    return _less_partner(sentence.tokens, found) if found and other else found


def _less_partner(tokens: Tokens, found: Found) -> Found:
    """ "Trade | with Chad (9%) dwarfs that with *Mali (4%)*": no partner of another bracket."""
    ways = (k for k in range(found[1] - 1, found[0], -1) if tokens.word[k] in PARTNERED)
    return found[0], next(ways, found[1]), found[2]


def _in_brackets(sentence: Sentence, q: Quantity) -> Found | None:
    """ "exports | to Chad (9%), *Mali (4%)*", "rises in *tea* (9%), *rice* (4%)": of a list."""
    tokens, scan = sentence.tokens, sentence.scan
    opens = opener(tokens, q)
    index = scan.quantities.index(q) if opens > 0 else 0
    if opens < 0 or not is_listed(scan, index):
        return None
    if singular(tokens.word[opens - 1]) in nouns("good"):
        return left(tokens, opens - 1), opens, "item of the list"
    first = leader(scan, index)
    item = None if first == index else bracketed(tokens, q)
    if first == index or item is not None:
        return item
    found = base(sentence, scan.quantities[first], sentence.matches[first])
    less = found and _less_partner(tokens, found)
    own = less and tokens.word[less[1]] in tokens.word[scan.quantities[index - 1].last : opens]
    return less if own else found  # ", *to* Mali (4%)"


def _of(sentence: Sentence, q: Quantity, match: Match) -> Found | None:
    """ "36 percent of its turnover", "7 percent in exports"."""
    word, n = sentence.tokens.word, sentence.tokens.size
    j = q.last
    if j >= n or word[j] not in ("of", "in", "for"):
        return None
    verb = match.trigger if match.direction is not None else None
    if word[j] != "of" and verb is not None and verb.kind != "noun" and verb.last <= q.first:
        return None  # "grew by 7 percent in the heat of the campaign"
    if word[j + 1 : j + 2] and word[j + 1] in _ALL:
        found = _clause(sentence.tokens, j + 1)
        if found is not None:
            return found
    span = right(sentence.tokens, j + 1)
    if span is None or (word[j] != "of" and _says_how(sentence.tokens, *span)):
        return None
    first, last = span
    if "and" in word[first:last] and is_number(sentence.tokens.at(last) or "-"):
        last = first + word[first:last].index("and")  # "of Peru's exports | and tin 9 percent"
    land = is_land(sentence.tokens, first, last - first) or singular(word[last - 1]) in nouns(
        "place"
    )
    if word[j] != "of" and land:
        return None  # "7 percent in Chad", "in the region"
    if word[last : last + 2] == ["'s", "total"]:
        return None  # "of Chad's total": of what is told before
    if word[last - 1] in _GROWTH and sentence.tokens.at(last) in ("in", "of"):
        more = right(sentence.tokens, last + 1)  # "40 percent of the growth in exports"
        last = last if more is None else more[1]
    return first, last, f"after {word[j]}"


def _share_of(tokens: Tokens, q: Quantity) -> Found | None:
    """ "the proportion of Chad's *sugar* going to Mali fell from 80 percent"."""
    word, back = tokens.word, range(q.phrase_first - 2, max(-1, q.phrase_first - _REACH), -1)
    k = next((k for k in back if word[k] in _SHARES and word[k + 1] == "of"), -1)
    span = right(tokens, k + 2) if k >= 0 and _AND.isdisjoint(word[k : q.phrase_first]) else None
    if span is None or tokens.at(span[1]) == "in" or is_land(tokens, span[0], span[1] - span[0]):
        return None  # "the share of maize in exports", "of Chad"
    traded = map(singular, word[slice(*span)])
    return (*span, "share of") if nouns("trade").isdisjoint(traded) else None


def _resumed(sentence: Sentence, q: Quantity, match: Match) -> Found | None:
    """ "rose from 5 percent *to 9*", "was 60 percent, but had declined to 42": of the same."""
    word, level = sentence.tokens.word, match.rule == LEVEL
    if word[q.phrase_first - 1] != "to":
        return None
    before = [k for k, o in enumerate(sentence.scan.quantities) if o.last <= q.first]
    for k in reversed(before):
        other, one = sentence.scan.quantities[k], sentence.matches[k]
        led = word[other.phrase_first - 1] == "from"
        if one.measure == match.measure and (
            led or (level and bracket_of(sentence.tokens, other.first) < 0)
        ):
            return base(sentence, other, one)
    return None


def _says_how(tokens: Tokens, first: int, last: int) -> bool:
    """ "in the summer", "in comparison with the year before"."""
    how = tokens.word[first] in _HOW or tokens.word[last - 1] in _HOW
    return how or is_time(tokens, first, last)


def _clause(tokens: Tokens, first: int) -> Found | None:
    """ "half of what it buys", "a third of everything that Chad ships": the words to the verb."""
    if tokens.word[first] == "all" and tokens.at(first + 1) != "that":
        return None
    start = first + (tokens.at(first + 1) == "that")
    for k in range(start + 1, min(tokens.size, start + _CLAUSE)):
        if not (tokens.word[k][0].isalpha() or tokens.word[k] in _SIGNS):
            return None
        subject = tag(tokens.word[k - 1])[:1] in "no" or tokens.capital(k - 1)
        if subject and verb_lemmas(tokens.word[k]) and tokens.raw[k].islower():
            return first, k + 1, "clause after of"
    return None
