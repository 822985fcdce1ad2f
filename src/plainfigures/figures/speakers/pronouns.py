"""Pronouns: for whom "she said" or "it reports" stands, by the subjects of the sentences before."""

import re

from plainfigures.figures.grammar.context import Memory
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.prose.speakers.subjects import source_right
from plainfigures.prose.speakers.tellers import is_source
from plainfigures.prose.words.bearers import HONOURS
from plainfigures.prose.words.fronted import own_words
from plainfigures.prose.words.lexicon import (
    agents,
    attribution,
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
from plainfigures.prose.words.signs import CLOSERS, GENITIVES
from plainfigures.prose.words.tokens import Tokens

_ONE = frozenset("he she him her his".split())
_MANY = frozenset("they them their".split())
# Whose kin or aides a pronoun does not stand for.
_OWN = {"he": "his", "him": "his", "she": "her"}
# A name before an age.
_AGED = re.compile(r"((?:[A-Z\u00c0-\u00de][\w'-]+ )+[A-Z\u00c0-\u00de][\w'-]+), [1-9]\d,")
# So far back in the text, and in so many tokens of a sentence, its subject is looked for.
_BACK, _OPENING = 500, 24
_PREDICATES = frozenset(("v", "vd", "m", "p"))
_NO_NAMES = frozenset("international worldwide watch aid".split())
# What a sentence turns with, within so many tokens, to what its subject says.
_TURNS, _NEAR = frozenset("but although though while yet and ;".split()), 5
_WHEN = frozenset("when once after before as although though while if since".split())
_POINTING = frozenset("this these those that there here what who he she it they we i".split())


def referent(sentence: Sentence, at: int, memory: Memory) -> str | None:
    """Who the pronoun of a speaker at token `at` is, by the words of the text before.

    The last subject that fits, of its own sentence ("The army tells little, but it admitted") or
    one before; or who spoke after it.
    """
    pronoun, (low, high), spoke = sentence.tokens.word[at], memory.before, memory.speaker
    if pronoun == "same":
        return spoke  # "the same official"
    if pronoun in _ONE and spoke is None:
        aged = _AGED.findall(sentence.original, low, sentence.end)
        if aged:
            return str(aged[-1])  # "The envoy, *Ana Kos*, 58, came from Bor."
    low = max(low if low < high else memory.above, high - _BACK)
    before = list(sentences(sentence.tokens.text, low, high))[::-1]
    if _goes_on(sentence.tokens, at):
        before.insert(0, (sentence.start, sentence.tokens.start[at]))
    found = [_subject(Tokens(sentence.tokens.text, *span, _OPENING), pronoun) for span in before]
    spoke = spoke if spoke is not None and _may_be(pronoun, spoke) else None
    told_at = sentence.original.rfind(spoke, low, high) if spoke else -1
    span = next((one for one in found if one is not None), None)
    if span is None:
        return spoke
    inside = span.start < told_at < span.stop  # "the friends of Kos", after "Kos said"
    if spoke and span.start < told_at + len(spoke) and not inside:
        return spoke
    return sentence.original[span]


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether its own subject says what it goes on with ("but in May | it", "When …, it")."""
    near = tokens.word[max(1, at - _NEAR) : at]
    if not _TURNS.isdisjoint(near) or (at and tokens.word[at - 1] in ("by", "that")):
        return (
            True  # "Ana has cleared, by her own count, 90", "Chad has sent all *that it* promised"
        )
    # "When the experts opened the grave they found 90"
    return tokens.word[0] in _WHEN and (near[-1:] == [","] or tokens.word[at] == "they")


def _may_be(pronoun: str, named: str) -> bool:
    """Whether a pronoun can stand for who spoke before: no "it" for "the general"."""
    last = named.split()[-1]
    if pronoun in _ONE:
        noun = singular(last.lower())
        many = noun != last.lower() and is_person(noun)
        return not many and (is_person(noun) or last[0].isupper())
    return pronoun in _MANY or not is_person(last)


def _subject(tokens: Tokens, pronoun: str) -> slice | None:
    """Where the subject stands of a sentence, if the pronoun fits it."""
    k = 2 if tokens.word[:2] == ["according", "to"] else own_words(tokens.word, said=False)
    k += k == 0 and tokens.at(0) in _WHEN
    span = source_right(tokens, k)
    if k and tag(tokens.word[k - 1])[0] == "p":
        return None  # "Among the dead were 12 women"
    if span is None or tokens.word[span[0]] in _POINTING:
        return None
    if tokens.word[k] == _OWN.get(pronoun):
        return None  # "*His* grandson goes to school. 'Forty came', *he* said"
    first, last = span[0], _before_verb(tokens, *span)
    verb = next((k for k in range(first + 1, last) if _is_verb(tokens, k)), last)
    if pronoun not in _MANY and verb < last:
        last = verb  # "The commission | works in the valley."
    elif tokens.at(last) != "," and tag(tokens.at(last) or ".").split(",")[0] not in _PREDICATES:
        return None
    if not is_source(tokens, first, last) or not _fits(tokens, first, last, pronoun):
        return None
    return slice(tokens.start[first], tokens.end[last - 1])


def _before_verb(tokens: Tokens, first: int, last: int) -> int:
    """The end of a subject before its verb in the past ("*soldiers* killed whole families")."""
    for k in range(first + 1, last):
        if "vd" in tag(tokens.word[k]).split(",") and tag(tokens.word[k - 1])[:2] == "ns":
            if tokens.raw[k].islower() and tag(tokens.at(k + 1) or ".")[0] in "dna":
                return k
    if tokens.at(last) == "," and last > first + 1 and tag(tokens.word[last - 1])[:2] == "vd":
        return last - 1  # "The brigade *killed*, by its own count, 90"
    return last


def _is_verb(tokens: Tokens, k: int) -> bool:
    """Whether a plural noun may as well be the verb of one subject ("works in", "denies the")."""
    after = tokens.at(k + 1) or "."
    leads = tag(after)[0] in "dpor" or (tag(after) == "x" and after not in CLOSERS)
    form = tokens.raw[k]
    owned = tokens.word[k - 1] in GENITIVES  # "the mayor's *claims* that"
    return leads and not owned and form.islower() and form[-1] == "s" and bool(verb_lemmas(form))


def _fits(tokens: Tokens, first: int, last: int, pronoun: str) -> bool:
    """Whether a noun phrase names one person, several, or a body, as the pronoun asks."""
    # the last word before what is put behind it: "head | of the"
    ends = (k - 1 for k in range(first + 1, last) if tag(tokens.word[k])[0] == "p")
    head = next(ends, last - 1)
    word = tokens.word[head]
    many = singular(word) != word
    if pronoun in _MANY:
        return (many and is_person(singular(word))) or _is_body(word)
    one = _is_one(tokens, first, head)
    named = tokens.capital(head) and (head > 0 or not is_word(singular(word)))
    return one if pronoun in _ONE else not one and (named or _is_body(word, many))


def _is_one(tokens: Tokens, first: int, head: int) -> bool:
    """Whether a noun phrase up to its head names one person, no place or thing ("Zinc")."""
    words, raw = tokens.word[first : head + 1], tokens.raw[first : head + 1]
    offices = [is_person(word) or word in nouns("title") for word in words]
    if raw[-1].islower() or head == first:
        return offices[-1] and singular(words[-1]) == words[-1]  # no "neighbours"
    if any(map(_is_body, words)) or words[-1] in _NO_NAMES:
        return False
    named = any(office and tag(word)[0] == "n" for office, word in zip(offices, words, strict=True))
    if named or words[0] in HONOURS:
        return True
    parts = [one for one in raw if one != "-"]
    own = all(one.istitle() and not (one in places() or one in countries()) for one in parts)
    return own and not all(is_word(singular(word)) for word in words)


def _is_body(word: str, many: bool = False) -> bool:
    """Whether a noun is of a body or paper that can speak, and of `many` none."""
    noun = singular(word)
    if many or is_person(noun):
        return False
    kinds = nouns("body") | nouns("institution") | nouns("paper") | groups() | agents()
    return word in attribution("noun") or word in attribution("people") or noun in kinds
