"""Doers: who gives by a verb: its subject, that of the clause it goes with, or whom one sees."""

from plainfigures.figures.columns.officers import body
from plainfigures.figures.columns.reading import ColumnReading, Span
from plainfigures.figures.columns.taking import GIVEN, taken_from
from plainfigures.figures.grammar.actors import actor_right, is_actor
from plainfigures.figures.grammar.subjects import subject_ending, verb_subject
from plainfigures.figures.triggers.phrases import is_verb, phrase_right
from plainfigures.prose.words.closed import DETERMINERS
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import (
    calendar,
    is_person,
    singular,
    speech_verbs,
    tag,
    verb_lemmas,
)
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_NEAR = 7
_SEEING = ("see", "watch", "hear", "witness", "let", "make")
_BESIDE = frozenset(", and while by when before after besides".split())
# What is done of a sum and gives none: "reported that", "faces a gap of", "ranked next with".
_IDLE = verb_forms(
    tuple("report tell ask face include rank negotiate discuss hold follow go come".split())
)
_CHANGING = tuple("shrink fall grow rise dwindle climb drop swell sink".split())


def doer(reading: ColumnReading, verb: int) -> Span | None:
    """The subject of a verb; of "the donors, *having spent* $5 million," what is before it."""
    word = reading.tokens.word
    if word[max(0, verb - 2) : verb] == [",", "having"]:
        return subject_ending(reading.sentence, verb - 3)
    span = verb_subject(reading.sentence, verb)
    if span is None or (word[verb + 1] == "by" and tag(word[verb])[:2] == "vd"):
        return None  # "teams funded by £9,000"
    return body(reading, span, verb)


def may_give(tokens: Tokens, k: int) -> bool:
    """Whether the subject of a verb may give: "was helped", "said that", "the UN led work" do not.

    "Was among the first to give" and "was expected to give" do.
    """
    if tokens.at(k + 1) in ("that", "being") or tokens.word[k] in _IDLE:
        return False
    if not verb_forms(_CHANGING).isdisjoint(tokens.word[k : k + 2]):
        return False  # "what was promised in Rome has shrunk to $5 million"
    tells = tokens.word[k] in speech_verbs() and GIVEN.isdisjoint(verb_lemmas(tokens.word[k]))
    if tells and is_person(singular(tokens.at(k - 1))):
        return False  # "a Norwegian official said $5 million of it had come"
    first = taken_from(tokens, k)
    if tokens.word[k] in BE:
        k += 1
        while tag(tokens.at(k) or ".") == "r" or tokens.at(k) in calendar("weekday"):
            k += 1
        if tag(tokens.at(k) or ".")[:1] in "adnp" and not tokens.word[k].endswith("ing"):
            if tokens.at(k + 1) in DETERMINERS or tokens.capital(k + 1):
                return tokens.word[k] == "among"  # "it *is to the* $5 million" what is added
            return tokens.word[k] in ("among", "to")  # no "Norway *is grateful* for $5 million"
    passive = first < k and "vd" in tag(tokens.at(k) or ".").split(",")
    return not passive or (tokens.at(k + 1) == "to" and tokens.at(k + 2) != "be")


def along(reading: ColumnReading, verb: int) -> Span | None:
    """ "Norway split its gift, *giving* $3 million to Chad *while promising* $5 million to Mali".

    Who gives by a participle is the subject of the clause that it goes with.
    """
    tokens = reading.tokens
    word = tokens.word
    if "vg" not in tag(word[verb]).split(",") or tokens.at(verb - 1) not in _BESIDE:
        return None
    low = next((k for k in range(verb, 0, -1) if word[k] == ";"), 0)
    near = range(verb - 2, low, -1)
    main = next((k for k in near if is_verb(tokens, k) or _cuts(tokens, k)), 0)
    return doer(reading, main) if main and may_give(tokens, main) else None


def seen(reading: ColumnReading) -> Span | None:
    """ "The drive *saw* the World Bank *pledge* | $5 million": who is seen to give."""
    tokens, verb = reading.tokens, reading.q.phrase_first - 1
    if GIVEN.isdisjoint(verb_lemmas(tokens.at(verb))):
        return None
    near = range(verb - 2, max(-1, verb - _NEAR), -1)
    sees = next((k for k in near if tokens.word[k] in verb_forms(_SEEING)), None)
    if sees is None:
        return None
    span = phrase_right(tokens, sees + 1) or actor_right(tokens, sees + 1)
    return span if span is not None and span[1] == verb else None


def _cuts(tokens: Tokens, k: int) -> bool:
    """ "Norway *split its* gift": a noun by its form, and a verb by what stands around it."""
    acts = "v" in tag(tokens.word[k]).split(",") and tokens.at(k + 1) in DETERMINERS
    return acts and (tokens.capital(k - 1) or is_actor(tokens.word[k - 1]))
