"""What a percentage of trade is of: the nearest trade noun with what modifies it."""

from plainfigures.figures.grammar.extents import is_time, left, right
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.trade.amounts import subject
from plainfigures.figures.trade.bracketed import is_apart
from plainfigures.figures.trade.goods import is_land
from plainfigures.figures.trade.items import (
    bracketed,
    item,
    listed_goods,
    measured_out,
    of_sum,
    with_change,
)
from plainfigures.figures.trade.reach import PARTNERED, SALES, around, is_moved, resumed, tailed
from plainfigures.figures.trade.respective import respective
from plainfigures.figures.trade.signed import MORE, trade_behind
from plainfigures.figures.triggers.forms import forms
from plainfigures.figures.triggers.match import Match
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import nouns, singular, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.tokens import Tokens

# (first token, token after the last, rule)
Found = tuple[int, int, str]

_MEASURED = frozenset("accuracy sale deficit surplus gap".split())
_ARTICLES = frozenset("the its their all total a".split())
_WORLD = frozenset("world global worldwide".split())
_GLOBAL, _NEAR = 3, 6
_PUT = frozenset("in by at on under with".split())
_LESS = frozenset(("excluding", "except"))
_RESPECTS = frozenset("terms value volume weight quantity dollar nominal real".split())
_WHEN = frozenset("before after while when".split())
_WAYS = frozenset(("to", "from"))
_ASIDE = 12.0  # how much farther a trade noun in brackets is
_OF = frozenset(("in", "of"))
_FALLS = frozenset("growth increase rise decline fall drop decrease gain reduction".split())
_TAKEN_OFF = frozenset(("knock off", "wipe off", "shave off"))


def listed(sentence: Sentence, q: Quantity) -> Found | None:
    """What a percentage is of by its place in a list ("8 and 3 percent of its sales and debts")."""
    shared = respective(sentence, sentence.scan.quantities.index(q))
    if shared is None or sentence.tokens.capital(shared[1] - 1):
        return None
    return *shared, "in its list"


def trade_noun(sentence: Sentence, q: Quantity, match: Match) -> Found | None:
    """The nearest trade noun with what modifies it and its partner ("exports to Kenya")."""
    if match.measure is None:
        return None
    tokens = sentence.tokens
    changed = _changed(tokens, q) or listed_goods(sentence, q)
    if changed is None and match.direction is not None:
        changed = _told_to_change(tokens, match) or of_sum(sentence, q) or with_change(tokens, q)
    if changed is None and q.kind == "multiple":
        changed = _multiplied(tokens, q)
    if changed is None and match.direction is not None and not _is_taken_off(tokens, q, match):
        # of "those to Kenya doubled", the number is the verb
        span = subject(sentence, q.last if q.kind == "multiple" else q.phrase_first)
        if span is not None and _stands_for_trade(tokens, span[0]):
            return span[0] - 2, span[1], "what changed"
        led = span is not None and tokens.at(span[0] - 1) in _PUT  # "imports under *quotas* rose"
        span = _antecedent(tokens, q) if span is None else _beneath(tokens, *span)
        led = led or (span is not None and tokens.word[span[0]] in MORE)  # "9 percent *more tea*"
        span = None if span is None or led else _without_verbs(tokens, *_own(tokens, *span))
        timed = span is not None and (  # "had a good 2019 and rose"
            is_time(tokens, *span)
            or any(tokens.word[k].isdecimal() for k in (span[0], span[1] - 1))
        )
        if span is not None and (timed or not _has_noun(tokens, *span)):
            span = None  # "exports in the first half of the year fell"
        named = all(tokens.capital(k) or tokens.word[k] == "and" for k in range(*span or (0, 0)))
        if span is not None and (not named or singular(tokens.word[span[1] - 1]) in nouns("good")):
            changed = *span, "what changed"
    changed = changed or bracketed(tokens, q) or item(tokens, q, match)
    if changed is not None:
        return changed
    if (told := resumed(tokens, q.first)) is not None:
        return *around(tokens, told), "trade told of first"
    best: tuple[float, int] | None = None
    meant, traded = forms(_MEASURED), forms(nouns("trade"))
    for k in [k for k, form in enumerate(tokens.word) if form in meant or form in traded]:
        if singular(tokens.word[k]) in _MEASURED or singular(tokens.word[k]) in nouns("trade"):
            if _apart(tokens, k) or (tokens.word[k] == "export" and tokens.at(k - 1) == "to"):
                continue  # "expects to export 3 million tonnes of rice"
            if sentence.is_of_speaker(k):
                continue
            away = sentence.distance(q, k, k + 1) + (4.0 if k > q.first else 0.0)
            away += _ASIDE if is_apart(tokens, k, q) else 0.0
            if best is None or away < best[0]:
                best = (away, k)
    if best is None:
        return item(tokens, q, match, named=True) or measured_out(sentence, q)
    k = best[1]
    if singular(tokens.word[k]) == "accuracy":
        return _accuracy(tokens, k)
    first, last = around(tokens, _of_pair(sentence, k, q))
    way = q.phrase_last if tokens.at(q.phrase_last) in _WAYS else tokens.size
    if last <= q.first and tokens.at(way + 1) and tokens.capital(way + 1):
        # "6 percent of its exports | to Chad and 21 percent *to Mali*"
        last = next((j for j in range(first + 1, last) if tokens.word[j] in _WAYS), last)
    return first, last, "nearest trade noun"


def _told_to_change(tokens: Tokens, match: Match) -> Found | None:
    """ "the steepest *falls in purchases of tea* were in Chad (9%)": what the noun is of."""
    t = match.trigger
    if t is None or t.kind != "noun" or tokens.at(t.last) not in _OF:
        return None
    span = right(tokens, t.last + 1)
    told = () if span is None else map(singular, tokens.word[slice(*span)])
    traded = not (nouns("trade") | SALES).isdisjoint(told)
    return (*tailed(tokens, *span), "what changed") if span is not None and traded else None


def _antecedent(tokens: Tokens, q: Quantity) -> tuple[int, int] | None:
    """ "including *beef*, which rose by 9 percent": what "which" stands for."""
    word, near = tokens.word, range(q.phrase_first - 1, max(1, q.phrase_first - _NEAR), -1)
    k = next((k for k in near if word[k] == "which"), 1)
    if word[k - 1] != "," or is_number(word[k - 2]):
        return None
    first = left(tokens, k - 2)
    before = tokens.at(first - 1 - (tokens.at(first - 1) in _ARTICLES)) or "."
    return (first, k - 1) if before == "including" or tag(before)[0] != "p" else None


def _own(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """ "up 1 per cent on the same period of 2023 and | *imports* rose": of a clause of its own."""
    word, joint = tokens.word, "and" in tokens.word[first:last]
    k = last - 1 - word[first:last][::-1].index("and") if joint else last
    if joint and (word[first] == "same" or tag(word[k + 1])[0] == "p"):
        first = next((k for k in range(k, last) if singular(word[k]) in nouns("trade")), first)
    return first, last


def _beneath(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    """ "the *decline in* imports": what declines; None for "the decline" told of before."""
    if tokens.word[last - 1] in _FALLS and (last - first == 1 or tokens.word[last - 2] == "the"):
        return None
    return first + 2 * (tokens.word[first] in _FALLS and tokens.word[first + 1] in _OF), last


def _is_taken_off(tokens: Tokens, q: Quantity, match: Match) -> bool:
    """ "the storm wiped 8 percent off exports", "adds 8 percent to": what changed is no subject."""
    lemma = match.trigger.lemma if match.trigger is not None else ""
    return (lemma == "add" and tokens.at(q.phrase_last) == "to") or lemma in _TAKEN_OFF


def _multiplied(tokens: Tokens, q: Quantity) -> Found | None:
    """ "the treaty doubled *trade with Chad*": the object of a verb that multiplies."""
    span = right(tokens, q.last)
    if span is None or nouns("trade").isdisjoint(map(singular, tokens.word[slice(*span)])):
        return None
    return *tailed(tokens, *span), "what changed"


def _of_pair(sentence: Sentence, k: int, q: Quantity) -> int:
    """ "Imports and exports fell (by 2% and 3%)": the noun of a pair at a number's own place."""
    tokens = sentence.tokens
    ends = {o.phrase_last for o in sentence.scan.quantities}
    if tokens.at(q.phrase_last) == "and" and is_number(tokens.at(q.phrase_last + 1) or "."):
        other = k - 2 if tokens.at(k - 1) == "and" else k
    elif tokens.at(q.phrase_first - 1) == "and" and q.phrase_first - 1 in ends:
        other = k + 2 if tokens.at(k + 1) == "and" else k
    else:
        return k
    return other if singular(tokens.at(other)) in nouns("trade") else k


def _apart(tokens: Tokens, k: int) -> bool:
    """ "excluding oil exports", "the Secretariat of Foreign Trade": no trade that is told of."""
    if not _LESS.isdisjoint(tokens.word[max(0, k - _GLOBAL) : k]):
        return True
    return tokens.capital(k) and tokens.capital(k - 1) and not tokens.capital(k - 2) and k > 2


def _has_noun(tokens: Tokens, first: int, last: int) -> bool:
    return any(
        tokens.capital(k) or not {"n", "ns", "vg", ""}.isdisjoint(tag(tokens.word[k]).split(","))
        for k in range(first, last)
    )


def _without_verbs(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    """What changed, less a participle before it ("falling", "including Chad"); none with a verb."""
    while first < last and (
        tag(tokens.word[first]).split(",")[0] == "vg" or tokens.word[first] in _WHEN
    ):
        first += 1  # "before recovering"
    if first < last and tag(tokens.word[first])[0] == "p":  # "up", "across markets and"
        joins = [k + 1 for k in range(first, last - 1) if tokens.word[k] == "and"]
        first = joins[-1] if joins else first + 1
    led = tag(tokens.at(last - 2) or ".") == "p"  # "exports to Peru and imports *from it* rose"
    alone = first < last and tag(tokens.word[last - 1])[0] == "o" and not led
    if first == last or alone or tokens.at(first - 1) in BE:
        return None  # "in Peru they rose", "trade is *shooting* up"
    words = tokens.word[first:last]
    return None if any(map(is_moved, words)) or not BE.isdisjoint(words) else (first, last)


def _stands_for_trade(tokens: Tokens, first: int) -> bool:
    """ "those to Kenya": the exports named before."""
    return tokens.at(first - 2) in ("those", "that") and tokens.at(first - 1) in PARTNERED


def world_trade(sentence: Sentence, q: Quantity) -> tuple[int, int] | None:
    """ "world exports", "global trade": the word, where the nearest trade is not of one country."""
    tokens = sentence.tokens
    traded = [k for k, form in enumerate(tokens.word) if form in forms(nouns("trade"))]
    near = min(traded, key=lambda k: sentence.distance(q, k, k + 1), default=0)
    for k in range(near - 1, max(-1, near - _GLOBAL - 1), -1):
        if tokens.word[k] in _WORLD:
            return k, k + 1
    return None


def _changed(tokens: Tokens, q: Quantity) -> Found | None:
    """ "a 7 per cent rise in exports", "growth of 7 per cent in trade": what changed."""
    if (compared := trade_behind(tokens, q)) is not None:
        return *tailed(tokens, *compared), "what changed"
    for j in range(q.last, min(tokens.size, q.last + 3)):
        if tokens.word[j] in _OF:
            if tokens.at(j + 1) in _RESPECTS:
                return None  # "a rise in volume"
            span = right(tokens, j + 1)
            if j > q.last and span is not None and not is_land(tokens, span[0], span[1] - span[0]):
                return *tailed(tokens, *span), "what changed"
            return None
        if tag(tokens.word[j]).split(",")[0] not in ("n", "a", "vg"):
            return None
    return None


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
