"""Areas: what is measured out ("40 hectares of farmland", "a mined area of 40 hectares")."""

from plainfigures.figures.grammar.extents import left, right
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.trade.amounts import subject
from plainfigures.figures.triggers.fits import is_area
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns import changes
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import CLAUSES
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import nouns, singular, tag
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

# (first token, token after the last, rule)
Found = tuple[int, int, str]

_CLEARING = frozenset(("clear", "cleared"))
_BESIDE = frozenset(("remain", "be left", "target", "goal"))
_LAND = frozenset("land ground farmland ploughland pasture meadow fields beach".split())
_OVERGROWN = frozenset(
    "forest forests rainforest jungle bush scrub tree trees wood woods snow ice rubble debris slum "
    "slums weeds brush vegetation plantation logging loggers builders developer developers site "
    "construction building buildings office offices shop shops warehouse floor stall stalls market "
    "rubbish waste squatters cloud sky customs".split()
)
_BRACKET = 8
_SIZES = frozenset("size area extent total".split())
_SIZED = 14
_ENDS = CLAUSES | {"."}
_COVER = ("cover", "encompass", "span", "total", "measure", "amount", "add")
_LEADS = frozenset("up to by a another further total of".split())
_COVERING = frozenset("contamination minefield field land".split())
_PHRASE = 6


def measured_out(sentence: Sentence, q: Quantity) -> Found | None:
    """ "40 hectares of farmland", "40 hectares (99 acres) of it": what is measured."""
    tokens, k = sentence.tokens, q.phrase_last
    if tokens.at(k) == "(" and tokens.at(k + 1)[:1].isdecimal():
        k = next((j + 1 for j in range(k, k + _BRACKET) if tokens.at(j) == ")"), k)
    if tokens.at(k) != "of" or tokens.at(q.phrase_first - 1) in verb_forms(_COVER[:1]):
        return (
            _covered(tokens, q)
            or _opening(tokens, q)
            or _said_to_be(tokens, q)
            or _other(sentence, q)
            or _sized(sentence, q)
        )
    span = right(tokens, k + 1)
    return None if span is None else (*span, "after of")


def is_ground(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "intend to clear 250,000 square metres", where no word says of what but mines it could be.

    So is land measured out for sappers alone; woods, sites and halls are cleared in other words.
    """
    if q.unit not in ("square_metre", "square_kilometre"):
        return False
    # "5 sq km were cleared and 6 remained", "cleared 5 sq km, half of the target of 10"
    beside = t.lemma in _BESIDE and not _CLEARING.isdisjoint(tokens.word[: q.phrase_first])
    if not beside and _CLEARING.isdisjoint(t.lemma.split()):
        return False
    if tokens.at(q.phrase_last) == "of" and tokens.at(q.phrase_last + 1) not in nouns("area"):
        return tokens.at(q.phrase_last + 1) in _LAND
    return _OVERGROWN.isdisjoint(tokens.word)


def _covered(tokens: Tokens, q: Quantity) -> Found | None:
    """ "The mined *fields* cover 12 hectares", "the *area* was cut by 12", "a mined *area* of 12".

    Also "the size of the mined *fields* was 12 hectares", "the *land*, which is 12 hectares".
    """
    word, verb = tokens.word, q.phrase_first - 1
    while tokens.at(verb) in _LEADS:
        verb -= 1
    led, before = word[verb + 1 : q.phrase_first], word[max(0, verb - _SIZED) : verb]
    is_so = tokens.at(verb) in BE and (before[-1:] == ["which"] or not _SIZES.isdisjoint(before))
    of_area = tokens.at(verb) in nouns("area") and led[:1] == ["of"]
    totals = led[:1] == ["total"] and tag(tokens.at(verb) or ".")[:2] == "ns"  # "fields total 12"
    if not ("by" in led or is_so or of_area or totals or tokens.at(verb) in verb_forms(_COVER)):
        return None
    for k in range(verb, max(-1, verb - _SIZED), -1):
        if word[k] in _ENDS:
            return None
        if singular(word[k]) in nouns("area") | _COVERING and word[k + 1] != "mines":
            return left(tokens, k), k + 1, "what is so large"
    return None


def _opening(tokens: Tokens, q: Quantity) -> Found | None:
    """ "*Of the land* handed over, 640 hectares lie in Bor": what all of it is."""
    if tokens.word[:2] != ["of", "the"] or "," not in tokens.word[2 : q.phrase_first]:
        return None
    span = right(tokens, 1)
    if span is None or not any(w in nouns("area") or w in _LAND for w in tokens.word[slice(*span)]):
        return None
    return *span, "those of which it is a part"


def _said_to_be(tokens: Tokens, q: Quantity) -> Found | None:
    """ "…, of which 12 hectares were *suspected fields*": what they are said to be."""
    span = right(tokens, q.phrase_last + 1) if tokens.at(q.phrase_last) in BE else None
    if span is None or singular(tokens.word[span[1] - 1]) not in nouns("area") | _LAND:
        return None
    return *span, "what it is said to be"


def _sized(sentence: Sentence, q: Quantity) -> Found | None:
    """ "The *area of mined land* fell from 90 hectares to 60": the subject of the change."""
    span = subject(sentence, q.phrase_first)
    if span is None or not changes.movements() & set(
        sentence.tokens.word[span[1] : q.phrase_first]
    ):
        return None
    sized = nouns("area") | _COVERING | _LAND
    named = any(singular(word) in sized for word in sentence.tokens.word[slice(*span)])
    return (*span, "what is so large") if named else None


def _other(sentence: Sentence, q: Quantity) -> Found | None:
    """ "40 hectares of land, up from 30 hectares": what the number before measures out.

    Also "9 percent of the land, or 40 hectares".
    """
    tokens = sentence.tokens
    if q.unit is None or not is_area(q.unit):
        return None
    for other in reversed([o for o in sentence.scan.quantities if o.last <= q.first]):
        alike = is_area(other.unit or "") or tokens.at(q.phrase_first - 1) == "or"
        if alike and tokens.at(other.phrase_last) == "of":
            span = right(tokens, other.phrase_last + 1)
            return None if span is None else (*span, "what the number before is of")
    return None


def measures_out(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """Whether a trigger only describes what is measured out ("40 hectares of mined land")."""
    k = q.phrase_last
    if tokens.at(k) == "(":  # "4 square km (1.5 square miles) of mined land"
        k = next((j + 1 for j in range(k, k + _PHRASE + 1) if tokens.at(j) == ")"), k)
    k += tokens.at(k) == "," and tokens.at(k + 1) == "of"  # "…, or 40 hectares, of mined land"
    return q.kind == "unit" and tokens.at(k) == "of" and k < t.first < k + _PHRASE


def describes(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """Whether a trigger describes what is measured out, or some land ("most of the mined land")."""
    named = tokens.at(t.first - 1) == "the" and tag(tokens.at(t.last) or ".")[0] == "n"
    return measures_out(tokens, q, t) or (q.kind == "unit" and named)
