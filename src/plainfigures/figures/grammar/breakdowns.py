"""Breakdowns: parts that the sentence tells apart from their whole ("; of these 12 were boys")."""

from decimal import Decimal

from plainfigures.figures.grammar.equals import gap_between
from plainfigures.figures.grammar.sentence import Links, Sentence
from plainfigures.figures.triggers.fits import PEOPLE, SHARED, is_whole
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import OF_THEM, POINTERS
from plainfigures.prose.words.helpers import BE, HELPERS
from plainfigures.prose.words.lexicon import nouns
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import IT, MONEY
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_BREAKS = frozenset((":", "(", "-", "\u2013", "\u2014"))
# Within so many tokens "of" opens the phrase of a whole.
_LEAD = 3
_VICTIMS = frozenset("victims dead wounded injured casualties hostages captives survivors".split())
_THE = frozenset(("the", "these", "those"))
_TWO = 2
# All of something, and those to whom the same happened.
TOTALS = frozenset(
    "total sum amount number money figure toll dead victims killed injured wounded missing".split()
)
SAME = frozenset(
    "dead deaths fatalities victims killed injured wounded missing casualties displaced refugees "
    "returnees evacuees".split()
)
_FINDS = frozenset("find haul cache".split())
_INCLUDES = verb_forms(("include", "comprise"))
# Within so many tokens that verb stands, and the number behind it.
_MARK, _NUMBER = 4, 5
_OUT_OF = frozenset(("of", "among"))
_ONLY, _PARTING = frozenset(("only", "just")), frozenset((";", ",", "but"))
_WHERE = frozenset("in from near at on among".split())
# What opens a clause, and what goes on with its list of parts.
_OPENS = frozenset((";", ":"))
_GOES_ON = frozenset((";", ",", "and"))


def break_down(sentence: Sentence, found: Links) -> None:
    """Add the parts that a colon, a bracket or a clause of their own tells of a whole."""
    _broken_down(sentence, found)
    _of_the(sentence, found)
    _of_these(sentence, found)
    _among(sentence, found)
    _of_victims(sentence, found)
    _only_some(sentence, found)


def comparable(whole: Quantity, part: Quantity) -> bool:
    """Whether a number may be counted within another, by their units."""
    if part.kind in SHARED or whole.kind in SHARED:
        return False
    if whole.unit in PEOPLE and not is_whole(part):
        return False
    if whole.kind == "money" and part.unit in PEOPLE:
        return False
    if part.unit in PEOPLE and whole.unit in PEOPLE:
        return True
    return (part.unit == whole.unit and part.unit is not None) or part.kind == "bare"


def _broken_down(sentence: Sentence, found: Links) -> None:
    """ "12 dead: 7 soldiers and 5 insurgents": numbers after a colon or bracket that add up."""
    quantities = sentence.scan.quantities
    for index, whole in enumerate(quantities[:-2]):
        if whole.value is None or index in found.parts:
            continue
        gap = gap_between(sentence, whole, quantities[index + 1])
        if len(gap) > 8 or (_BREAKS.isdisjoint(gap) and gap[-1:] != [","]):
            continue
        if gap[0] in ",;" and (whole.inherited or len(gap) > _TWO):  # "30, 20 and 10 euros"
            continue
        total, parts = Decimal(0), []
        for other in range(index + 1, len(quantities)):
            part = quantities[other]
            if part.value is None or not comparable(whole, part) or part.value >= whole.value:
                break
            total += part.value
            parts.append(other)
            listed = ":" in gap and other == len(quantities) - 1 and total <= whole.value
            named = gap[-1] == "(" and sentence.tokens.at(part.phrase_last) == "respectively"
            if (total == whole.value or listed or named) and len(parts) > 1:
                found.parts.update(dict.fromkeys(parts, index))
                break


def _of_the(sentence: Sentence, found: Links) -> None:
    """ "Of the 1,860 wounded, 540 were children", "said that of the 60 …": the whole leads."""
    quantities, word = sentence.scan.quantities, sentence.tokens.word
    whole = quantities[0]
    near = range(max(0, whole.phrase_first - _LEAD), whole.phrase_first)
    of = next((k for k in near if word[k] == "of"), None)
    if of is None or whole.value is None or "," in word[of : whole.phrase_first]:
        return
    of -= of == 1 and word[0] == "out"
    if (of and word[of - 1] != "that") or sentence.tokens.at(whole.phrase_last) in HELPERS:
        return  # nor "Of those hurt, 12 were"
    for index, part in enumerate(quantities[1:], start=1):
        if index not in found.parts and comparable(whole, part) and part.value is not None:
            if part.value < whole.value:
                found.parts[index] = 0


def _among(sentence: Sentence, found: Links) -> None:
    """ "five women and three girls were among the 31 dead": the whole stands last."""
    quantities, word = sentence.scan.quantities, sentence.tokens.word
    if "among" not in word:
        return
    for index in range(1, len(quantities)):
        whole = quantities[index]
        lead = word[max(0, whole.phrase_first - 2) : whole.phrase_first]
        led = lead == ["among", "the"] or (lead[1:] == ["among"] and lead[0] in BE)
        if not led or whole.value is None:
            continue
        for other in range(index - 1, -1, -1):
            part = quantities[other]
            if not comparable(whole, part) or part.value is None or part.value >= whole.value:
                break
            found.parts[other] = index


def _of_victims(sentence: Sentence, found: Links) -> None:
    """ "Mines hurt 71 people …, and 29 of the victims have died": some of those told of before."""
    quantities, word = sentence.scan.quantities, sentence.tokens.word
    if _VICTIMS.isdisjoint(word):
        return
    for index in range(1, len(quantities)):
        q = quantities[index]
        if index in found.parts or word[q.last : q.last + 1] != ["of"] or q.value is None:
            continue
        after = word[q.last + 1 : q.last + 3]
        if _THE.isdisjoint(after[:1]) or _VICTIMS.isdisjoint(after[1:]):
            continue
        wide = (k for k in range(index) if k not in found.parts and comparable(quantities[k], q))
        whole = next((k for k in wide if (quantities[k].value or 0) > q.value), None)
        if whole is not None:
            found.parts[index] = whole


def _of_these(sentence: Sentence, found: Links) -> None:
    """ "40 nuns and 900 men; of these 7 nuns and 36 men died; 9 nuns were hurt".

    Each is one of those who are called as it is, or of the only ones told of; of what is included
    in a total, which came last; or of those whom the clause names ("; of the dead, 9 were boys").
    """
    quantities, word = sentence.scan.quantities, sentence.tokens.word
    borders = (k for k, w in enumerate(word[:-_TWO]) if w in _OPENS)
    opens = next((k for k in borders if _leads(sentence, k)), 0)
    wholes = [k for k, q in enumerate(quantities) if q.last <= opens and k not in found.parts]
    named = [k for k in wholes if _is_named(word, opens, quantities[k])]
    told = included(sentence.tokens, opens + 1)
    left = {k: quantities[k].value or 0 for k in wholes}
    for index, q in enumerate(quantities):
        if q.first < opens or not wholes:
            continue
        first = q.phrase_first <= opens + _MARK + 1
        if not first and word[q.phrase_first - 1] not in _GOES_ON:
            return  # "; the Medes lost 40 officers"
        near = [k for k in wholes if _fits(quantities[k], q, told) and (q.value or 0) <= left[k]]
        alike = [k for k in near if head_of(quantities[k]) == head_of(q)]
        apart = ";" in word[opens + 1 : q.first]
        only = near if not apart and (told or len(wholes) == 1) else []
        for whole in (named or alike or only)[-1:]:
            left[whole] -= q.value or 0
            found.parts.setdefault(index, whole)


def _only_some(sentence: Sentence, found: Links) -> None:
    """ "40 deaths were noted; *only three deaths were in* the south": of the 40."""
    quantities, tokens = sentence.scan.quantities, sentence.tokens
    for index, q in enumerate(quantities):
        led = q.phrase_first and tokens.word[q.phrase_first] in _ONLY
        if not led or index in found.parts or tokens.at(q.phrase_first - 1) not in _PARTING:
            continue
        k = q.phrase_last + 1
        if tokens.at(k - 1) not in BE or tokens.at(k) not in _WHERE:
            continue
        if any(k <= period.first < k + _MARK for period in sentence.periods):
            continue  # "only three casualties were in 2010"
        named = tokens.capital(k + 1 + (tokens.at(k + 1) == "the"))
        wide = (k for k in range(index - 1, -1, -1) if head_of(quantities[k]) == head_of(q))
        whole = next(wide, None)
        if whole is None or not _fits(quantities[whole], q, told=False):
            continue
        between = range(quantities[whole].phrase_last, q.phrase_first)
        told = any(tokens.word[j] in _WHERE and tokens.capital(j + 1) for j in between)
        if not (named and told) and (q.value or 0) < (quantities[whole].value or 0):
            found.parts[index] = whole  # but "40 in Chad; only three were in Mali"


def _leads(sentence: Sentence, border: int) -> bool:
    """Whether parts follow a sign: "; of these", "; of the dead", "; this total included"."""
    tokens, k = sentence.tokens, border + 1
    if tokens.at(k) not in _OUT_OF:
        return included(tokens, k)
    if tokens.at(k + 1) in OF_THEM:
        return True
    if tokens.at(k + 1) in IT:  # "; of this 30 million", "; of that sum, 30 million"
        after = tokens.at(k + _TWO + (tokens.at(k + _TWO) in TOTALS))
        return after == "," or after in MONEY or is_number(after or ".")
    before = (q for q in sentence.scan.quantities if q.last <= border)
    return any(_is_named(tokens.word, border, q) for q in before)


def _is_named(word: list[str], border: int, q: Quantity) -> bool:
    """Whether "of the dead", "among the boys" behind a sign are those whom a number counts."""
    named = word[border + 1 : border + 5]
    if named[:1] == [] or named[0] not in _OUT_OF or named[1:2] != ["the"] or len(named) < _MARK:
        return False
    told = named[3] in BE or named[3] == ","
    return told and q.noun is not None and named[2] == word[q.noun.last - 1]


def included(tokens: Tokens, first: int) -> bool:
    """ "These include 9 women", "the total included 40 shells": what opens at token `first`."""
    word = tokens.word
    near = range(first + 1, min(first + _MARK, tokens.size - 2))
    verb = next((k for k in near if word[k] in _INCLUDES), 0)
    if not verb or not any(map(is_number, word[verb + 1 : verb + 1 + _NUMBER])):
        return False
    told = POINTERS | OF_THEM | TOTALS | SAME | _FINDS | nouns("gift")
    return word[verb - 1] in told and not tokens.capital(verb + 1)


def _fits(whole: Quantity, part: Quantity, told: bool) -> bool:
    """Whether a number may be a part; what a find included may be called by another name."""
    things = told and whole.kind == part.kind == "noun" and part.unit not in PEOPLE
    return comparable(whole, part) or (things and whole.unit not in PEOPLE)


def head_of(q: Quantity) -> str | None:
    """The noun that a number counts, in the singular."""
    return None if q.noun is None else q.noun.head
