"""Whose people are counted: their state, and who of them returns."""

from plainfigures.figures.columns.category import apposition
from plainfigures.figures.columns.reading import ColumnReading, Span, Value
from plainfigures.figures.grammar.extents import ends_name
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.forms import forms
from plainfigures.prose.nouns.heads import Noun, names_people
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import countries, demonyms, nouns, singular, tag
from plainfigures.prose.words.tokens import Tokens

# Names of states that stand before a noun as they are.
_SIGNS = frozenset(("US", "U.S.", "UK", "U.K."))
_GENERAL = frozenset("person people family household individual man woman child".split())


def nationality(reading: ColumnReading) -> Value:
    """Stated citizenship or state forces; null for an ethnic group ("Karabakh Armenians")."""
    tokens, q = reading.tokens, reading.q
    theirs, known = nouns("citizen") | nouns("force"), demonyms()
    if q.noun is not None and q.noun.head in theirs and tokens.at(q.counted_last) == "of":
        whose = " ".join(tokens.raw[q.counted_last + 1 : q.counted_last + 2])
        land = countries().get(whose)  # "citizens of Kenya"
        return None if land is None or land.code is None else (land.code, f"of {whose}")
    phrase = range(q.phrase_first, q.phrase_last)
    nation = next((k for k in phrase if tokens.raw[k] in known or tokens.raw[k] in _SIGNS), None)
    if nation is None:
        return None
    code = countries()[tokens.raw[nation]].code
    before = tokens.raw[nation - 1] if nation > q.last else ""
    if code is None or before[:1].isupper() or before in ("ethnic", "-"):
        return None
    for k in range(nation + 1, apposition(reading)):
        if singular(tokens.word[k]) in theirs:
            return code, f"{tokens.raw[nation]} … {tokens.raw[k]}"
    return None


def population(reading: ColumnReading) -> Value:
    """Who returns: the counted noun where it tells, else people named before in the paragraph."""
    noun = reading.q.noun
    if noun is not None and reading.q.unit in PEOPLE and _tells(reading.tokens, noun):
        first = noun.first - (reading.tokens.at(noun.first - 1) == "ethnic")
        return reading.words((first, noun.whole), "counted noun")
    found = _returners(reading.tokens, noun)
    if found is not None:
        return reading.words(found, "people in the sentence")
    start, end = reading.memory.before
    if start >= end:
        return None
    earlier = Tokens(reading.tokens.text, start, end)
    found = _returners(earlier, None)
    if found is None:
        return None
    text = reading.sentence.original
    return text[earlier.start[found[0]] : earlier.end[found[1] - 1]], "people before"


def _tells(tokens: Tokens, noun: Noun) -> bool:
    """Whether a counted noun tells who returns ("displaced persons"); not "people", "returns"."""
    words = tokens.word[noun.first : noun.whole]
    if noun.head in _GENERAL:
        return not nouns("returner").isdisjoint(words)
    return words != ["returns"] and words != ["return"]


def _returners(tokens: Tokens, counted: Noun | None) -> Span | None:
    """The last noun phrase of people who may return ("former Azerbaijani IDPs")."""
    returners = forms(nouns("returner"))
    for k in range(tokens.size - 1, -1, -1):
        if tokens.word[k] not in returners or singular(tokens.word[k]) not in nouns("returner"):
            continue
        if counted is not None and counted.first <= k < counted.last:
            continue
        if _describes(tokens, k) or (tag(tokens.word[k])[:2] == "vd" and tokens.at(k - 1) in BE):
            continue
        first = k
        while first > 0 and _modifies(tokens, first - 1):
            first -= 1
        participle = tag(tokens.word[k])[:2] == "vd" and not _are_people(tokens.at(k + 1))
        if participle and first == k and tokens.at(k - 1) != "the":
            if tokens.at(k - 1) != "those" and not _are_people(tokens.at(k - 1)):
                continue
            first -= 1  # "*those displaced* in the country", "families *uprooted*"
        if ends_name(tokens, k):
            continue
        return first, k + 1 + (tag(tokens.word[k])[0] != "n" and _are_people(tokens.at(k + 1)))
    return None


def _describes(tokens: Tokens, k: int) -> bool:
    """ "the refugee agency", "a refugee camp", but "refugee families": a noun before another."""
    after = tokens.at(k + 1)
    alone = singular(tokens.word[k]) == tokens.word[k] and after[:1].isalpha()
    named = tokens.capital(k) and tokens.capital(k + 1)  # "the *National* Relief Board"
    return alone and (named or tag(after)[0] == "n") and not _are_people(after)


def _are_people(word: str) -> bool:
    return names_people(word) or singular(word) in _GENERAL


def _modifies(tokens: Tokens, k: int) -> bool:
    word = tokens.word[k]
    if word in ("the", "first", "more", "most", "other") or not word[0].isalpha():
        return False
    return tokens.raw[k][0].isupper() or tag(word).split(",")[0] in ("a", "vd", "r")
