"""Naming: what a bare number counts by a noun that stands behind it or is put beside it."""

from plainfigures.prose.nouns import nouns
from plainfigures.prose.nouns.heads import NOMINAL, Noun, unit_of
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.lexicon import demonyms, groups, is_person, singular, tag, units
from plainfigures.prose.words.lexicon import nouns as lexicon_nouns
from plainfigures.prose.words.signs import ARE, CLOSERS, CROSSES, IN_ALL, JOINERS
from plainfigures.prose.words.tokens import Tokens

_FURTHEST = 14
_THOUSAND = 1000
# The most tokens between two numbers of one noun: "3 *coal - fired , and* 5 nuclear plants".
_ATTRIBUTES = 5
# Adjectives that stand alone behind a verb: "40 were found alive".
_PREDICATES = frozenset(
    "alive asleep awake ill able unable due left more fewer such aware strong high long wide tall "
    "deep".split()
)
_NUMBERING = frozenset("number numbers numbered total totals totalled totaled".split())
_PREFIXES = frozenset("anti non pro ex".split())
_WHOLE = frozenset("antipersonnel antitank antivehicle".split())
# Groups that may be of things: "a convoy of 12".
_CONTENTS = frozenset(("mass", "volume"))
_MANNED = frozenset(
    "staff workforce membership payroll town city village parish hamlet settlement".split()
)
_OF_THINGS = frozenset("convoy unit pair couple division company group".split())


def name_part(tokens: Tokens, q: Quantity) -> None:
    """ "40 people, 12 of them children", "six of whom were nuns": what the part is."""
    at = q.last + 2
    at += tokens.at(at) in ARE
    if tag(tokens.at(at) or ".") == "vd" and tokens.at(at - 1) in ARE:
        return  # "300 of them were given passports"
    noun = nouns.walk(tokens, at, q.value == 1) if at < tokens.size else None
    if noun is not None and (q.value == 1 or tag(tokens.word[noun.last - 1]).startswith("ns")):
        q.kind, q.unit, q.noun, q.inherited = "noun", noun.unit, noun, True


def sizes_group(tokens: Tokens, q: Quantity) -> bool:
    """ "a population of 26,000", "a crew of 12": how many people make up a group."""
    k = q.phrase_first - 2
    sized = q.kind == "bare" and tokens.at(k + 1) == "of"
    return sized and (tokens.at(k) in groups() - _OF_THINGS or tokens.at(k) in _MANNED)


def name_apposed(tokens: Tokens, q: Quantity) -> None:
    """ "the people of three hamlets, 412 in all, …": the persons named before the comma.

    And the subject of what only numbers it: "passengers now *total* 4 million".
    """
    if tokens.at(q.phrase_first - 1) in _NUMBERING:
        _name_numbered(tokens, q)
    if tokens.at(q.first - 1) != "," or tokens.word[q.last : q.last + 2] not in IN_ALL:
        return
    for k in range(q.first - 2, max(-1, q.first - _FURTHEST), -1):
        head = singular(tokens.word[k])
        if is_person(head) and tag(tokens.word[k])[:2] == "ns":
            q.noun = Noun(k, k + 1, head, unit_of(head))
            q.kind, q.unit, q.inherited = "noun", q.noun.unit, True
            return
        if tokens.word[k] in CLOSERS:
            return


def count_measured(tokens: Tokens, q: Quantity, after: Quantity) -> None:
    """ "two 500-kg bombs", "a million 9 litre cases", "two 12-seat vans": what is so measured."""
    if after.kind != "unit" and not (after.kind == "noun" and after.attributive):
        return
    noun = nouns.walk(tokens, after.phrase_last, q.value == 1)
    if noun is not None and noun.first == after.phrase_last:
        q.kind, q.unit, q.noun, q.inherited = "noun", noun.unit, noun, True


def is_times(tokens: Tokens, q: Quantity, after: Quantity) -> bool:
    """ "2 x 400g tins": so many of what the measure describes, no side of it."""
    if tokens.at(q.phrase_last) not in CROSSES or q.phrase_last + 1 != after.phrase_first:
        return False
    entry = units().get((after.unit or "").replace("_", " "))
    return entry is not None and entry.dimension in _CONTENTS


def describe(tokens: Tokens, q: Quantity, j: int) -> None:
    """Let a number count the noun at token `j`, which with it describes another."""
    head = singular(tokens.word[j])
    q.kind, q.noun = "noun", Noun(j, j + 1, head, unit_of(head))
    q.unit, q.phrase_last, q.attributive = q.noun.unit, j + 1, True


def describes_one(tokens: Tokens, q: Quantity, j: int) -> bool:
    """ "a 4 bedroom house", "an eleven man team": several of a noun, of one other."""
    if q.value is None or q.value <= 1 or tokens.at(q.phrase_first - 1) not in ("a", "an"):
        return False
    kinds = tag(tokens.at(j) or ".").split(","), tag(tokens.at(j + 1) or ".").split(",")
    return tokens.at(j + 1).isalpha() and kinds[0][0] == kinds[1][0] == "n"


def name_bracketed(tokens: Tokens, quantities: list[Quantity]) -> None:
    """ "9,000 (7,000 anti-personnel and 2,000 anti-tank) mines": the noun behind the brackets."""
    for index, q in enumerate(quantities):
        if q.kind == "bare" and tokens.at(q.first - 1) == "(" and tokens.at(q.last) == ")":
            _name_before(tokens, q)
        if q.kind != "bare" or tokens.at(q.last) != "(":
            continue
        near = tokens.word[q.last : q.last + _FURTHEST]
        close = q.last + near.index(")") if ")" in near else tokens.size
        noun = nouns.walk(tokens, close + 1, one=False) if close + 1 < tokens.size else None
        if noun is None or not tag(tokens.word[noun.last - 1]).startswith("ns"):
            continue
        for one in quantities[index:]:
            described = one.noun is not None and is_adjectival(tokens, one.noun.last - 1)
            if one.first < close and (one.kind == "bare" or (one.kind == "noun" and described)):
                one.kind, one.unit, one.noun, one.inherited = "noun", noun.unit, noun, True


def shares_head(tokens: Tokens, q: Quantity, after: Quantity) -> bool:
    """ "40 *primary* and 12 secondary schools", "3 *coal-fired* and 5 nuclear plants"."""
    if q.kind not in ("bare", "noun") or after.noun is None or after.kind not in ("bare", "noun"):
        return False
    noun = after.noun
    plural = tag(tokens.word[noun.last - 1]).startswith("ns") or after.value == 1
    described = after.inherited or noun.last - noun.first > 1
    if not described or not plural or after.phrase_first - q.last > _ATTRIBUTES:
        return False
    between = tokens.word[q.last : after.phrase_first]
    while between[-1:] and between[-1] in JOINERS:
        between.pop()
    joined = q.last + len(between) < after.phrase_first
    if not joined or not between or not between[-1].isalpha() or between[-1] in NOMINAL:
        return False
    *bound, last = between
    kinds = tag(last).split(",")
    if bound:  # "coal-fired"
        return bound[-1] == "-" and len(bound) == 2 and q.kind == "bare" and "ns" not in kinds
    people = demonyms().get(tokens.raw[q.last + len(between) - 1]) in ("adjective", "person")
    return people or ("a" in kinds and "r" not in kinds and last not in _PREDICATES)


def take_head(q: Quantity, after: Quantity) -> None:
    """Count what the quantity after it counts, without the words that describe that one alone."""
    assert after.noun is not None
    last, head = after.noun.last, after.noun.head
    q.noun, q.unit, q.inherited = Noun(last - 1, last, head, after.noun.unit), after.unit, True


def _name_numbered(tokens: Tokens, q: Quantity) -> None:
    """The plural before a verb of numbering, but for words of trade and money."""
    k = q.phrase_first - 2
    while tag(tokens.at(k) or ".") == "r":
        k -= 1
    head = singular(tokens.at(k))
    traded = (
        head in lexicon_nouns("trade")
        or tokens.at(k) in lexicon_nouns("taking")
        or head in lexicon_nouns("sum")
    )
    if tag(tokens.at(k) or ".")[:2] == "ns" and not traded and head != "total":
        q.kind, q.noun, q.inherited = "noun", Noun(k, k + 1, head, unit_of(head)), True
        q.unit = q.noun.unit


def _name_before(tokens: Tokens, q: Quantity) -> None:
    """ "the demands of striking workers (75,000)": what is told before thousands in brackets."""
    k = q.first - 2
    if k < 0 or (q.value or 0) < _THOUSAND or tokens.capital(k):
        return
    if tag(tokens.word[k]).split(",")[0] != "ns":
        return
    j = k - 1
    while j >= 0 and (tag(tokens.word[j])[0] in "nad" or tag(tokens.word[j])[:2] == "vg"):
        j -= 1
    if j < 0 or tokens.word[j] in ("of", "including", "among", ",", "and"):
        head = singular(tokens.word[k])
        q.kind, q.noun, q.inherited = "noun", Noun(k, k + 1, head, unit_of(head)), True
        q.unit = q.noun.unit


def is_adjectival(tokens: Tokens, k: int) -> bool:
    """Whether token `k` is an adjective of nationality or the end of one such as "anti-tank"."""
    if demonyms().get(tokens.raw[k]) == "adjective" or tokens.word[k] in _WHOLE:
        return True
    if tokens.capital(k) and is_person(tokens.word[k]):
        return tag(tokens.word[k]) == "n"  # "300 *Tamil* and 90 *Muslim* families"
    return k > 1 and tokens.word[k - 1] == "-" and tokens.word[k - 2] in _PREFIXES
