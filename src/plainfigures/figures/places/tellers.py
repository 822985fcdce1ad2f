"""Tellers: where what a figure counts is by those who tell it, a country or those who saw it."""

import re

from plainfigures.figures.grammar.context import attribution_of
from plainfigures.figures.places.venues import WITNESSES
from plainfigures.figures.places.whereabouts import Found, Whereabouts
from plainfigures.prose.words.bearers import names_country, names_place
from plainfigures.prose.words.lexicon import nouns, singular
from plainfigures.prose.words.stems import verb_forms

_STATE = re.compile(r"(?:[Tt]he )?[Gg]overnment of (?:the )?")
_LOCAL = re.compile(r"(?:[A-Z][\w'-]*,? (?:and )?)+(\w+)")  # "Orsa and Temka districts"
_AROUND = frozenset(("in", "near", "around"))
_TELLING = ("report", "register", "record", "count", "confirm", "list")


def reporting(one: Whereabouts) -> Found | None:
    """The country that tells of those at home ("*Peru* registered 1,450 asylum seekers").

    Or of its own ("*Peru* says that 40 *of its citizens* died").
    """
    said = attribution_of(one.sentence, one.q)
    if one.nearest[0] is not None and said is not None and said.cue != one.q.phrase_first - 1:
        return None  # but "Peru has reported | 640 deaths, Chile 130"
    if said is None or said.pronoun:
        return None
    word, last = one.sentence.tokens.word, one.q.last
    whose = singular(one.sentence.tokens.at(last + 2))
    teller = _STATE.sub("", one.sentence.words(said.first, said.last) or "")
    own = word[last : last + 2] == ["of", "its"] and whose in nouns("citizen")
    own = own or (one.returns and names_country(teller))  # "Peru says that 40 Chadians came back"
    if not own and word[said.cue] not in verb_forms(_TELLING):
        return None
    teller = teller.rpartition(" in ")[-1]  # "a survey in Orsa district recorded 9 mines"
    local = _LOCAL.fullmatch(teller)
    placed = names_place(teller) or (local and singular(local[1].lower()) in nouns("place"))
    return (teller, "country that reports it") if placed else None


def of_witnesses(one: Whereabouts) -> Found | None:
    """Where those are who tell what happened around them ("*Police in Bor* said that 9 died")."""
    said = None if one.returns else attribution_of(one.sentence, one.q)
    if said is None or said.pronoun:
        return None
    word = one.sentence.tokens.word
    led = next((k for k in range(said.first, said.last - 1) if word[k] in _AROUND), None)
    if led is None or WITNESSES.isdisjoint(map(singular, word[said.first : led])):
        return None
    first = led + 1 + (word[led + 1] == "the")
    return one.sentence.words(first, said.last), "where those are who tell it"
