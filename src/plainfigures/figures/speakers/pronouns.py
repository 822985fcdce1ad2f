"""Pronouns: for whom "she said" or "it reports" stands, by the subjects of the sentences before."""

import re
from collections.abc import Callable

from plainfigures.figures.grammar.context import Memory
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.prose.speakers.subjects import ARTICLES, is_source, source_right
from plainfigures.prose.words.lexicon import (
    agents,
    attribution,
    calendar,
    countries,
    groups,
    is_person,
    is_word,
    nouns,
    places,
    singular,
    tag,
    verb_lemmas,
)
from plainfigures.prose.words.sentences import sentences
from plainfigures.prose.words.tokens import Tokens

_ONE = frozenset("he she him her his".split())
_MANY = frozenset("they them their".split())
# A name before an age.
_AGED = re.compile(r"((?:[A-Z\u00c0-\u00de][\w'-]+ )+[A-Z\u00c0-\u00de][\w'-]+), [1-9]\d,")
# So far back in the text, and in so many tokens of a sentence, its subject is looked for.
_BACK, _OPENING = 500, 24
_PREDICATES = frozenset(("v", "vd", "m", "p"))
_TITLES = frozenset(("mr", "mrs", "ms", "dr", "prof"))
_SENTENCE_WORDS = frozenset("this these those that there here what who he she it they we i".split())


def referent(sentence: Sentence, pronoun: str, memory: Memory) -> str | None:
    """Who the pronoun of a speaker is, by the words of the text before.

    The subject of the sentence before; else who spoke last; else the last subject that fits.
    """
    if pronoun in _ONE:
        aged = _AGED.findall(sentence.original, memory.before[0], sentence.end)
        if aged and memory.speaker is None:
            return str(aged[-1])  # "The envoy, *Ana Kos*, 58, came from Bor."
    fits = _is_one if pronoun in _ONE else _are_many if pronoun in _MANY else _is_body
    low, high = memory.before
    if low == high:
        low = memory.above
    before = list(sentences(sentence.tokens.text, max(low, high - _BACK), high))[::-1]
    found = [_subject(Tokens(sentence.tokens.text, *span, _OPENING), fits) for span in before]
    told = [None if span is None else sentence.original[slice(*span)] for span in found]
    if pronoun in _ONE:
        text = sentence.original[low:high]
        told = [None if one is None or not _is_known(one, text) else one for one in told]
    near, spoke = told[0] if told else None, memory.speaker
    if spoke is not None and may_be(pronoun, spoke) and (near is None or near in spoke):
        return spoke
    return near or next(filter(None, told), None)


def _is_known(name: str, before: str) -> bool:
    """Whether a name has several words or is told in full before; "Zinc" may be a thing."""
    known = " " in name or name[0].islower()
    return known or re.search(rf"[A-Z][\w.]+ {re.escape(name)}\b", before) is not None


def may_be(pronoun: str, named: str) -> bool:
    """Whether a pronoun can stand for who spoke before: no "it" for "the general"."""
    last = named.split()[-1].lower()
    if pronoun in _ONE:
        return is_person(last) or named.split()[-1][0].isupper()
    return pronoun in _MANY or not is_person(last)


def _subject(tokens: Tokens, fits: Callable[[Tokens, int, int], bool]) -> tuple[int, int] | None:
    """Where the subject of a sentence stands in the text, if the pronoun fits it."""
    k = 0
    while k < tokens.size and _is_time(tokens, k):
        k += 1  # "In May 2014, | the commission went"
    span = source_right(tokens, k)
    if span is None or tokens.word[span[0]] in _SENTENCE_WORDS:
        return None
    first, last = span
    if fits is not _are_many and last - first > 1 and _is_verb(tokens, last - 1):
        last -= 1  # "The commission | works in the valley."
    elif tokens.at(last) != "," and tag(tokens.at(last) or ".").split(",")[0] not in _PREDICATES:
        return None
    if not is_source(tokens, first, last) or not fits(tokens, first, last):
        return None
    return tokens.start[first], tokens.end[last - 1]


def _is_verb(tokens: Tokens, k: int) -> bool:
    """Whether a plural noun may as well be a verb of one subject ("works", "reports")."""
    word = tokens.word[k]
    return word.endswith("s") and tokens.raw[k].islower() and bool(verb_lemmas(word))


def _is_time(tokens: Tokens, k: int) -> bool:
    """Whether a token belongs to the words of time that open a sentence."""
    word = tokens.word[k]
    if tag(word)[0] == "p" or word == "," or word.isdecimal():
        return True
    if word in ARTICLES:
        return k > 0 and _is_time(tokens, k + 1) if k + 1 < tokens.size else False
    return any(word in calendar(kind) for kind in ("month", "weekday", "unit", "shift", "season"))


def _is_one(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a noun phrase names one person."""
    head = _head(tokens, first, last)
    word, named = tokens.word[head], tokens.capital(head) and last - first > 1
    if tokens.word[first] in _TITLES or (named and word in nouns("title")):
        return True
    if is_person(word) and not named:
        return not _plural(tokens, head)
    return any(not is_word(singular(one)) for one in tokens.word[first:last]) and all(
        tokens.raw[k].istitle() and not _names_body(tokens, k) and not _names_place(tokens, k)
        for k in range(first, last)
        if tokens.raw[k] != "."
    )


def _are_many(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a noun phrase names several who speak."""
    head = _head(tokens, first, last)
    word = tokens.word[head]
    return (_plural(tokens, head) and is_person(singular(word))) or _names_body(tokens, head)


def _is_body(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a noun phrase names a body, a country or a paper."""
    head = _head(tokens, first, last)
    if _is_one(tokens, first, last):
        return False
    if tokens.capital(head):
        return True
    return not _plural(tokens, head) and _names_body(tokens, head)


def _head(tokens: Tokens, first: int, last: int) -> int:
    """The head of a noun phrase: the last word before what is put behind it ("head | of the")."""
    return next((k - 1 for k in range(first + 1, last) if tag(tokens.word[k])[0] == "p"), last - 1)


def _plural(tokens: Tokens, k: int) -> bool:
    return singular(tokens.word[k]) != tokens.word[k]


def _names_place(tokens: Tokens, k: int) -> bool:
    return tokens.raw[k] in places() or tokens.raw[k] in countries()


def _names_body(tokens: Tokens, k: int) -> bool:
    word = tokens.word[k]
    noun = singular(word)
    return not is_person(noun) and (
        word in attribution("noun")
        or word in attribution("people")
        or noun in nouns("body") | nouns("institution") | nouns("paper")
        or noun in groups()
        or noun in agents()
    )
