"""Links between the quantities of a sentence: part of a whole, the same in other units."""

from itertools import pairwise

from plainfigures.figures.grammar.breakdowns import break_down, comparable
from plainfigures.figures.grammar.equals import equates, gap_between, is_ratio
from plainfigures.figures.grammar.sentence import Links, Sentence
from plainfigures.figures.grammar.verbs import DETERMINERS
from plainfigures.figures.triggers.fits import PEOPLE, SHARED
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import tag

_OPEN = frozenset(("at_least", "more_than", "about", "vague"))
_CUES = frozenset("including includes included comprising namely".split())
_AMONG = frozenset((("among", "them"), ("among", "whom")))
OF_THEM = _AMONG.union(
    tuple(pair.split())
    for pair in ("of whom", "of which", "of them", "of these", "of those", "of it")
)
_OF_THAT = frozenset((("of", "that"), ("of", "this")))
_SUMS = frozenset("money sum amount total funding aid package grant loan".split())
_MANNERS = frozenset(
    "seriously critically fatally lightly slightly badly gravely severely mortally".split()
)
_ASIDES = frozenset((",", "(", "and", "\u2013", ";"))
_UNLISTED = frozenset("while but ) who that which".split())
_MANY = frozenset("many most some several all both none few half majority".split())
_COMPARED = (["compared", "with"], ["compared", "to"], ["up", "from"], ["down", "from"])
_FURTHEST, _CLAUSE = 22, 5


def links(sentence: Sentence) -> Links:
    """The links of a sentence's quantities."""
    quantities = sentence.scan.quantities
    found = Links()
    if len(quantities) < 2:
        return found
    for index in range(1, len(quantities)):
        if equates(sentence, quantities[index - 1], quantities[index]):
            found.same[index] = index - 1
            continue
        bare = quantities[index].kind == "bare" and quantities[index].attributive
        if bare or is_ratio(sentence.tokens.word, quantities[index]):
            continue  # "children under fifteen"
        whole = _whole(sentence, index, found.parts)
        if whole is not None:
            found.parts[index] = whole
    for index in range(1, len(quantities)):
        if _partitive(sentence, quantities[index - 1], quantities[index]):
            found.parts.setdefault(index - 1, _told_before(quantities, index))
    break_down(sentence, found)
    for k in [*found.parts]:
        lead = sentence.tokens.word[max(0, quantities[k].phrase_first - 2) : quantities[k].first]
        if lead[:2] in _COMPARED or lead[1:2] == ["against"]:
            del found.parts[k]  # "90, of whom 20 died, compared with 40 in 2010"
    return found


def _whole(sentence: Sentence, index: int, parts: dict[int, int]) -> int | None:
    """The whole of which a quantity is a part, by "including", "of whom" or a list of parts."""
    quantities = sentence.scan.quantities
    q = quantities[index]
    of_them = _of_them(sentence, q)
    for other in range(index - 1, -1, -1):
        whole = quantities[other]
        gap = gap_between(sentence, whole, q)
        far = len(gap) > _FURTHEST
        if not of_them and (far or ";" in gap):
            return None
        if far and (q.value or 0) > (whole.value or 0):
            return None
        if gap[-2:] == ["of", "which"] and whole.unit in PEOPLE and "ns" in map(tag, gap[-3:-2]):
            return None  # "laid 40 men in graves of which nine bear no name"
        if _cue(sentence, gap, q):
            if ";" in gap and whole.kind in ("percent", "unit"):
                continue  # "63 fields of 9 hectares; 17 of them lie near a school"
            if whole.kind in SHARED and ("which" in gap or q.kind not in SHARED):
                continue  # "$9 million, or 15 per cent of the total, of which 2 million"
            if ")" in gap and "(" not in gap and of_them:
                continue  # "88 casualties (31 dead and 57 hurt); 40 of them": of the 88
            same = sentence.tokens.at(q.last + 1) == sentence.tokens.at(whole.last + 1)
            if other in parts and same and of_them and _of_them(sentence, whole):
                return parts[other]  # "88 of them women, 57 of them children", no "of whom"
            if (whole.unit != q.unit or "included" in gap) and (whole.value or 0) < (q.value or 0):
                continue  # "held 40 men with 12 guns, 15 of them hurt"
            return other if comparable(whole, q) else None
        if _manner(sentence, q) and gap[-1:] in ([","], ["("], ["and"]):
            within = whole.value is None or q.value is None or q.value <= whole.value
            return parts.get(other, other) if within and comparable(whole, q) else None
        if other in parts and _listed(gap):
            wide = parts[other]
            # "40 casualties, including 12 dead and 28 injured" goes on with another measure
            same = _same_measure(sentence, index, wide) or not _same_measure(sentence, other, wide)
            return wide if same and _goes_on(quantities[wide], q) else None
        if other in parts and _told_on(gap) and _fill(quantities[parts[other]], whole, q):
            return parts[other]
        if not _listed(gap):
            return None
    return None


def is_included(sentence: Sentence, whole: int, part: int) -> bool:
    """Whether "including", "among them" or a bracket opens between a whole and its part."""
    if whole > part:
        return False
    quantities = sentence.scan.quantities
    gap = gap_between(sentence, quantities[whole], quantities[part])
    if gap[:1] == ["("] and ")" not in gap:
        return True
    return not _CUES.isdisjoint(gap) or any(pair in _AMONG for pair in pairwise(gap))


def _cue(sentence: Sentence, gap: list[str], q: Quantity) -> bool:
    # "64 of them in the town, and 23": there "of them" says whose part the 64 are
    gap = gap[gap[:1] == ["out"] :]
    if gap[:2] in (["of", "them"], ["of", "these"], ["of", "those"]):
        gap = gap[2:]
    joined = [*pairwise(gap)]
    goes_on = (",", "and") in joined or (",", "while") in joined
    told = goes_on and not _MANY.isdisjoint(gap)  # "90, most of them men, and 12"
    if not _CUES.isdisjoint(gap) or (not told and not OF_THEM.isdisjoint(joined)):
        return True
    if _ASIDES.isdisjoint(gap):
        return False
    after = sentence.tokens.word[q.last : q.last + 3]  # but "crippled 90, of whom nine were boys"
    told = after[:1] != [","] and not OF_THEM.isdisjoint(pairwise(after))
    return told or _of_them(sentence, q)


def _partitive(sentence: Sentence, part: Quantity, whole: Quantity) -> bool:
    """ "40 of the 130 exiles", "40 of Orsa's 130 boys": the whole right after its part."""
    gap = sentence.tokens.word[part.last : whole.phrase_first]
    gap = gap[gap[:1] == ["out"] :]
    owned = "'s" in gap[-2:] or DETERMINERS.issuperset(gap[1:])
    if gap[:1] != ["of"] or not owned or not comparable(whole, part):
        return False
    return part.value is not None and whole.value is not None and part.value < whole.value


def _told_before(quantities: list[Quantity], index: int) -> int:
    """ "hurt 29 people; 19 of the 29": of the whole the index where its number stands first."""
    q = quantities[index]
    if q.kind != "bare" or q.value is None:
        return index
    alike = (k for k in range(index) if quantities[k].value == q.value)
    return next((k for k in alike if quantities[k].kind in ("noun", "bare")), index)


def _of_them(sentence: Sentence, q: Quantity) -> bool:
    """ "88 of them", "$3 million of that sum", but no "$3 million of this year's budget"."""
    k = q.last
    pair = tuple(sentence.tokens.word[k : k + 2])
    if pair in _OF_THAT and q.kind == "money":
        after = sentence.tokens.at(k + 2)
        return after in _SUMS or not after or tag(after)[0] not in "na"
    return pair in OF_THEM


def _manner(sentence: Sentence, q: Quantity) -> bool:
    """ "two seriously": a bare number with an adverb of harm and no verb."""
    return q.kind == "bare" and sentence.tokens.at(q.last) in _MANNERS


def _same_measure(sentence: Sentence, one: int, two: int) -> bool:
    """Whether two numbers measure the same, as far as both have a measure."""
    found = {sentence.matches[k].measure for k in (one, two)} - {None}
    return len(found) < 2


def _goes_on(whole: Quantity, part: Quantity) -> bool:
    """Whether a number may be one more part of a list: in its whole's unit and below it."""
    if not comparable(whole, part) or part.unit not in (whole.unit, None):
        return False
    return whole.value is None or part.value is None or part.value <= whole.value


def _listed(gap: list[str]) -> bool:
    return len(gap) <= 8 and _UNLISTED.isdisjoint(gap) and BE.isdisjoint(gap)


def _told_on(gap: list[str]) -> bool:
    """ "of whom 12 *were killed and* 28 hurt": one part and its verb, then the next."""
    return len(gap) <= _CLAUSE and gap[0] in BE and gap[-1] in ("and", ",")


def _fill(whole: Quantity, *parts: Quantity) -> bool:
    """Whether numbers may be parts beside each other of one whole."""
    values = [part.value or 0 for part in parts]
    return (
        whole.value is not None
        and all(comparable(whole, part) for part in parts)
        and (sum(values) <= whole.value)
    )


def above(part: Quantity, whole: Quantity) -> bool:
    """Whether a part is surely more than its whole."""
    low = part.low if part.low is not None else part.value
    high = whole.high if whole.high is not None else whole.value
    if low is None or high is None or part.unit != whole.unit or whole.qualifier in _OPEN:
        return False
    return low > high
