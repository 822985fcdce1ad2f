"""Who an attribution stands for: a pronoun or "the ministry" is one named before."""

from plainfigures.figures.grammar.context import Memory
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.speakers.pronouns import referent
from plainfigures.prose.speakers.attribution import Attribution
from plainfigures.prose.speakers.subjects import phrase_start
from plainfigures.prose.speakers.tellers import is_source
from plainfigures.prose.words.closed import ARTICLES, DETERMINERS
from plainfigures.prose.words.lexicon import attribution, groups, is_person, nouns, singular, tag
from plainfigures.prose.words.signs import CLOSERS
from plainfigures.prose.words.tokens import Tokens

# What follows a speaker and is none: "by the government's count", "the Commission today announced".
_BEHIND = frozenset(("'s", "today", "yesterday"))

_DATA = frozenset("data figures numbers statistics calculations".split())
_NAME = 4
_DATING = frozenset(("in", "on", "at"))
_LATELY = frozenset("late early last this".split())
# The words of the text that name the speaker, and how they were found.
Spoken = tuple[str, str]


def is_general(tokens: Tokens, one: Attribution) -> bool:
    """Whether words name a body by its noun alone ("the committee")."""
    if one.last - one.first > 1 or tokens.raw[one.first].isupper():
        return False  # "the UN" names itself
    return _is_body(tokens.word[one.first])


def spoken(sentence: Sentence, one: Attribution, memory: Memory) -> Spoken | None:
    """The words that name who says it, with the rule."""
    cue = f"cue: {sentence.tokens.raw[one.cue]}"
    if one.pronoun:
        named = referent(sentence, one.first, memory)
        return None if named is None else (named, f"pronoun with {cue}")
    word = sentence.tokens.word
    of_paper = one.last - one.first == 1 and word[one.first] in _DATA and one.first > 0
    if is_general(sentence.tokens, one) or (of_paper and word[one.first - 1] in ("the", "these")):
        named = memory.bodies.get("data" if of_paper else word[one.first])
        if named is not None:
            return named, f"named before, {cue}"
    last = _before_time(sentence, one) or _name_end(sentence.tokens, one)
    text = sentence.words(_first_of_all(sentence, one), last)
    return None if text is None else (text, cue)


def _first_of_all(sentence: Sentence, one: Attribution) -> int:
    """ "…, *villagers and* a hospital doctor said": where the first of those who say it begins."""
    tokens = sentence.tokens
    k = one.first - (tokens.at(one.first - 1) in ARTICLES) - 1
    if k < 1 or tokens.word[k] != "and" or one.cue < one.last:
        return one.first
    if _lists(sentence, k):
        return int(tokens.word[0] in ARTICLES)
    first = phrase_start(tokens, k - 1)
    if first is None or not is_source(tokens, first, k):
        return one.first
    if any(tag(word).startswith("vd") for word in tokens.word[first:k]):
        return one.first  # "police killed two men and | officers said"
    opens = first - (tokens.at(first - 1) in ARTICLES)
    return first if opens == 0 or tokens.word[opens - 1] in CLOSERS else one.first


def _lists(sentence: Sentence, end: int) -> bool:
    """ "Envoys of nine states, four banks and *the mayor* said": nouns alone open the sentence."""
    tokens = sentence.tokens
    if "," not in tokens.word[:end] or any(one.first < end for one in sentence.periods):
        return False
    return all(
        word in (",", "of") or tag(word)[:1] in "nad" or word.isdecimal() or tokens.capital(k)
        for k, word in enumerate(tokens.word[:end])
    )


def _before_time(sentence: Sentence, one: Attribution) -> int:
    """The end of a speaker before when or where he spoke, or 0.

    "A visitor *in the last winter* counted", "the army *in a statement* said"; but "the Survey
    2020" is so called.
    """
    tokens, word, last = sentence.tokens, sentence.tokens.word, one.last
    for period in sentence.periods:
        k = period.first - (word[period.first - 1] in _DATING)
        if one.first < k < last <= period.last and (k < period.first or word[k] in _LATELY):
            last = k
    if one.first < one.cue:
        for k in range(one.first + 1, last - 1):
            # "the army | in a statement said"
            if word[k] in _DATING and word[k + 1] in DETERMINERS:
                papers = nouns("paper") | nouns("meeting")
                last = last if papers.isdisjoint(word[k + 2 : last]) else k
        while last > one.first + 1 and tokens.raw[last - 1].islower():
            if tag(word[last - 1]) != "r" and word[last - 1] not in _LATELY:
                break  # "Engineers | later said", "the mayor | late on Monday said"
            last -= 1
    return last if last < one.last else 0


def _name_end(tokens: Tokens, one: Attribution) -> int:
    """The end of a speaker with the name behind the office ("the head of the bank, *Ana Kos*")."""
    last = k = one.last - (tokens.word[one.last - 1] in _BEHIND)
    if tokens.at(last) != "," or not any(map(_is_office, tokens.word[one.first : last])):
        return last
    while k + 1 < tokens.size and k - last < _NAME and tokens.capital(k + 1):
        k += 1
    ends = tokens.at(k + 1) in CLOSERS or k + 1 >= tokens.size
    return k + 1 if k > last + 1 and ends else last


def _is_office(word: str) -> bool:
    return is_person(word) or word in nouns("title")


def remember(sentence: Sentence, memory: Memory) -> None:
    """Keep who speaks in a sentence for those after it."""
    if sentence.tokens.word[0] == "(":
        return  # "(Tilley puts it at 900.) Of the latter, she reminds us, …"
    said = sentence.attributions
    goes_on = bool(said) and said[0].pronoun and sentence.tokens.word[0] in ("he", "she")
    for one in said:  # "He called the *politician's* claims false": he speaks on
        if not one.pronoun:
            found = spoken(sentence, one, memory)
            memory.speaker = memory.speaker if found is None or goes_on else found[0]
            _name(sentence, one, memory.bodies)


def _name(sentence: Sentence, one: Attribution, bodies: dict[str, str]) -> None:
    """Remember a name that says by a noun what it is ("Ministry of Health"), or whose data are."""
    tokens = sentence.tokens
    k = one.first - 1 - (tokens.at(one.first - 1) in ARTICLES)
    if tokens.at(k) in ("from", "by", "of") and tokens.at(k - 1) in _DATA:
        bodies["data"] = sentence.original[tokens.start[one.first] : tokens.end[one.last - 1]]
    text = sentence.words(one.first, one.last) if one.last - one.first > 1 else None
    if text is not None:
        for k in range(one.first, one.last):
            if tokens.capital(k) and _is_body(tokens.word[k]):
                bodies[tokens.word[k]] = text


def _is_body(word: str) -> bool:
    noun = singular(word)
    return word in attribution("noun") or noun in nouns("body") or noun in groups()
