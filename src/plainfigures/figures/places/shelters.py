"""Shelters: the country or camp that hosts those counted ("*Kenya* is home to 400,000 of them")."""

import re

from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.journeys.hosts import HOMES
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.places.located import NATIONS
from plainfigures.prose.words.bearers import names_place
from plainfigures.prose.words.lexicon import groups, is_word, nouns, people, singular, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_HOSTING = tuple(
    "host shelter harbour harbor absorb house accommodate admit receive welcome hold lodge".split()
)
_BURDENS = frozenset("brunt burden cost costs task responsibility job weight".split())
_BEARING = ("bear", "carry", "shoulder", "face", "take")
_LIVING = ("host", "house")
# "They were sheltered", "shelter for 400 people".
_PASSIVE, _NOUNS = frozenset("be been were are was".split()), frozenset(("housing", "shelter"))
_TAKE = ("take",)
_HELPERS = frozenset(
    "is was are were has have had been being now currently also already still today alone become "
    "became remains remained continues continued continue that which to there".split()
)
_IT = frozenset(("it", "country", "island", "state", "nation"))
_THE = frozenset(("the", "this", "its", "his", "their", "our"))
_CAMPS = frozenset("camp camps settlement settlements centre center site".split())
# So many words may stand between the verb and a number, and in the name of a camp.
_REACH, _LONGEST = 9, 5
_ASIDE = 20
_BEFORE = 400
_FIRST = re.compile(r"[A-Z][\w'\u2019-]*(?: [A-Z][\w'\u2019-]*)*")
_SENTENCE = re.compile(r"(?<=[.!?]) ")


def shelter(sentence: Sentence, q: Quantity) -> str | None:
    """Who takes in the people counted, by the words of the sentence or the one before.

    Empty where it is "the country", and neither names one.
    """
    k = verb = _verb(sentence, q)
    if k < 1:
        return None
    tokens = sentence.tokens
    word = tokens.word
    if word[k - 1] == "of" and word[k - 2] in _BURDENS:
        k = _bearer_end(word, k - 2)
    while k > 0 and (word[k - 1] in _HELPERS or tag(word[k - 1])[:1] == "r" or _joins(word, k - 1)):
        k -= 1
    if k and word[k - 1] == ",":  # "Kenya, with few means of its own, hosts", "Kenya, which hosts"
        related = word[k] in ("that", "which")
        low = max(0, k - _ASIDE)
        k = k - 1 if related else next((j for j in range(k - 2, low, -1) if word[j] == ","), 0)
    if k == 0:
        return None
    if word[k - 1] in _IT and (word[k - 1] == "it" or _is_told(tokens, k - 1)):
        named = word[k - 1] in NATIONS and word[k - 2] != "our"
        return _before(sentence) or ("" if named else None)
    return _name(sentence, k, verb)


def _joins(word: list[str], k: int) -> bool:
    """ "Has had to *receive and* to absorb 900": whether a token joins another verb of hosting."""
    verb = k if word[k + 1] == "and" else k - 1
    return (verb == k or word[k] == "and") and word[verb] in verb_forms(_HOSTING)


def _is_told(tokens: Tokens, k: int) -> bool:
    """ "*The* small East African *country*": whether a noun at token `k` is of one told before."""
    low = max(0, k - _LONGEST)
    while k > low and (tokens.capital(k - 1) or tag(tokens.word[k - 1])[:1] == "a"):
        k -= 1
        if tokens.word[k] in _THE:
            return True
    return k > 0 and tokens.word[k - 1] in _THE


def by_us(sentence: Sentence, q: Quantity) -> bool:
    """Whether those who speak take in the people counted ("*our country* has received 900")."""
    k, word = _verb(sentence, q), sentence.tokens.word
    while k > 0 and (word[k - 1] in _HELPERS or tag(word[k - 1])[:1] in ("r", "m")):
        k -= 1
    return k > 0 and (word[k - 1] == "we" or word[k - 2 : k] == ["our", "country"])


def _bearer_end(word: list[str], k: int) -> int:
    """ "*Kenya* has to bear the brunt of sheltering": the verb that takes on the burden."""
    while k > 0 and tag(word[k - 1])[0] in "da":
        k -= 1
    return k - 1 if k > 0 and word[k - 1] in verb_forms(_BEARING) else 0


def _verb(sentence: Sentence, q: Quantity) -> int:
    """The token of the verb that says so before the number, or -1."""
    word = sentence.tokens.word
    for k in range(q.phrase_first - 1, max(0, q.phrase_first - _REACH), -1):
        if word[k] in verb_forms(_HOSTING) and sentence.tokens.raw[k].islower():
            passive = word[k - 1] in _PASSIVE and not word[k].endswith("ing")
            return -1 if passive or word[k] in _NOUNS else k
        if word[k] == "in" and word[k - 1] in verb_forms(_TAKE):
            return k - 1
        if word[k] in ("to", "for") and word[k - 1] in HOMES:
            return k - 1
        if is_number(word[k]) or word[k] in (",", ";", "and", "by", "from"):
            break
    return -1


def _name(sentence: Sentence, last: int, verb: int) -> str | None:
    """The place that ends before token `last`."""
    tokens = sentence.tokens
    first = last
    if singular(tokens.word[last - 1]) in _CAMPS | nouns("place"):
        first -= 1
        while first > 0 and tokens.raw[first - 1].islower() and last - first < _LONGEST - 2:
            if singular(tokens.word[first - 1]) not in ("refugee", "transit", "reception"):
                break
            first -= 1
    end = first
    first = tokens.name_start(first, max(0, last - _LONGEST))
    full, rest = (" ".join(tokens.raw[k:end]) for k in (first, first + 1))
    described = tag(tokens.word[first])[:2] in ("a", "a,", "vg") and not names_place(full)
    opens = tokens.word[first] in _THE or (described and names_place(rest))
    if opens and not tokens.word[first].endswith("ern"):
        first += 1  # "*Neighbouring* Kenya"
    if first == end:
        return None
    text = sentence.words(first, last)
    name = " ".join(tokens.raw[first:end])
    sited = end < last
    if sited or names_place(name):
        return text
    head = tokens.word[end - 1]
    body = head in nouns("body") or singular(head) in groups() or tokens.raw[end - 1].isupper()
    hosts = tokens.word[verb] in verb_forms(_LIVING) or tokens.word[verb] in HOMES
    hosts = hosts or not (is_word(head) or is_word(singular(head)))  # "Kesh received 6,100"
    return text if hosts and not body and head not in people() else None


def _before(sentence: Sentence) -> str | None:
    """The country or city that opens the sentence, or the one before."""
    text = sentence.original[max(0, sentence.start - _BEFORE) : sentence.start].rstrip()
    last = _SENTENCE.split(text)[-1].split("\n")[-1]
    for one in (sentence.original[sentence.start : sentence.end].lstrip(), last):
        found = _FIRST.match(one)
        if found is not None and names_place(found.group()):
            return found.group()
    return None
