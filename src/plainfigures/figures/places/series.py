"""Series: places listed with their numbers, of which the verb is said but once.

"*Kelm* received 9,480, *Varda* 8,215 and *Tolm* 6,077", "90 left for Kelm and 58 *for Varda*".
"""

from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.places.whereabouts import Found, Whereabouts
from plainfigures.figures.trade.respective import name_in_turn
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.places.placing import is_site
from plainfigures.prose.words.bearers import is_body, kind_of
from plainfigures.prose.words.lexicon import is_person, is_word, singular, speech_verbs
from plainfigures.prose.words.names import in_name, name_end
from plainfigures.prose.words.signs import OPEN_QUOTES
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import DASHES, Tokens

_HAVING = tuple(
    "receive account have see record count report host register shelter hold suffer take".split()
)
_HELPING = frozenset("for has have had alone in".split())
_LEAVING = frozenset("leave leaves left leaving departed headed bound".split())
_OPENS = OPEN_QUOTES | frozenset(
    (".", ",", "and", ";", ":", "while", "that", "but")
)  # a paragraph may have a number
_LEADS = DASHES | {"with", "for", ",", "had"}
_PARTICLES = frozenset("d da das de del do dos du la al - '".split())
_LONGEST, _MOST = 6, 30

Span = tuple[int, int]


def in_series(one: Whereabouts) -> Found | None:
    """The place with which a list tells a number, where the verb is said once."""
    sentence, q = one.sentence, one.q
    if q.kind not in ("noun", "bare") or len(sentence.scan.quantities) < 2:
        return None
    found = _in_turn(sentence, q) or _bound_for(sentence.tokens, q) or _of_item(sentence, q)
    return None if found is None else (sentence.words(*found), "place in a list")


def _in_turn(sentence: Sentence, q: Quantity) -> Span | None:
    """ "Floods in *Chad* and *Mali* killed 12 and 9 people respectively": each at its place."""
    span = name_in_turn(sentence, sentence.scan.quantities.index(q))
    first, last = span or (-2, -2)
    near = any(one.first <= last + 1 and first < one.last + 2 for one in sentence.places)
    return span if near else None


def _bound_for(tokens: Tokens, q: Quantity) -> Span | None:
    """ "90 left for Kelm and 58 *for Varda*"."""
    k = q.phrase_last
    if tokens.at(k) != "for" or not in_name(tokens, k + 1):
        return None
    if _LEAVING.isdisjoint(tokens.word[: q.first]):
        return None
    return k + 1, name_end(tokens, k + 1)


def _of_item(sentence: Sentence, q: Quantity) -> Span | None:
    """The place of an item of a list that its first item opens with a verb of having."""
    every, tokens = sentence.scan.quantities, sentence.tokens
    lead = at = every.index(q)
    while 0 < lead > at - _MOST and not every[lead - 1].vague:  # "(thousands): Kelm 12, Varda 3"
        if _item(tokens, every[lead - 1], every[lead]) is None:
            break
        lead -= 1
    listed = at + 1 < len(every) and _item(sentence.tokens, q, every[at + 1]) is not None
    if lead == at:
        return _subject(sentence.tokens, q) if listed else None
    if _subject(sentence.tokens, every[lead]) is None:
        return None
    return _item(sentence.tokens, every[at - 1], q)


def _item(tokens: Tokens, before: Quantity, q: Quantity) -> Span | None:
    """The name between two numbers of a list (", *Varda* 8,215")."""
    last = q.phrase_first
    if tokens.at(last - 1) in _LEADS:
        last -= 1
    return _name(tokens, before.last, last)


def _subject(tokens: Tokens, q: Quantity) -> Span | None:
    """The name that has the first number of a list ("*Kelm* received 9,480")."""
    k = q.phrase_first
    while k > 0 and tokens.word[k - 1] in _HELPING:
        k -= 1
    if tokens.at(k - 1) in verb_forms(_HAVING):
        k -= 1
    elif k == q.phrase_first:  # "deaths by province: *Kelm* 12, Varda 30"
        span = _name(tokens, 0, k - (tokens.at(k - 1) in _LEADS))
        before = tokens.word[: span[0]] if span is not None else []
        told = before[-1:] == [":"] and any(is_site(singular(one)) for one in before)
        return span if told else None
    return _name(tokens, 0, k)


def _name(tokens: Tokens, low: int, last: int) -> Span | None:
    """The name of a likely place that ends before a token and opens a clause."""
    first = last - (in_name(tokens, last - 2) and is_site(singular(tokens.word[last - 1])))
    while first > low and last - first < _LONGEST and _goes_on(tokens, first - 1):
        first -= 1
    if first == last or not in_name(tokens, first):
        return None
    if first > 0 and tokens.at(first - 1) not in _OPENS | speech_verbs():
        return None
    kind = kind_of(tokens, first)[0]
    words = tokens.word[first:last]
    strange = not (
        is_body(tokens, last)
        or is_person(singular(words[-1]))
        or tokens.raw[last - 1].isupper()
        or all(map(is_word, words))
        or singular(words[-1]) != words[-1]
    )
    return (first, last) if kind == "city" or (kind is None and strange) else None


def _goes_on(tokens: Tokens, k: int) -> bool:
    return in_name(tokens, k) or (tokens.word[k] in _PARTICLES and tokens.capital(k + 1))
