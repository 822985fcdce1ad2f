"""Categories of a closed set, looked up from the words of the phrase, then of the sentence."""

from collections.abc import Iterator

from plainfigures.figures.columns.causes import befallen, nearest
from plainfigures.figures.columns.reading import ColumnReading, Span, Value
from plainfigures.figures.grammar.extents import right
from plainfigures.figures.triggers.categories import Categories, Found
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.prose.nouns.heads import Noun
from plainfigures.prose.words.lexicon import singular, tag
from plainfigures.prose.words.signs import ARE
from plainfigures.prose.words.tokens import Tokens

_OF = 8
# The longest word that a title writes small.
_SHORT = 4
_BELONGING = frozenset("member employee officer volunteer leader veteran man woman".split())
_BETWEEN = frozenset(("and", ",", "at", "least", "about", "some", "another", "over", "nearly"))
# What tells more of a part of a sum, or of another.
_PARTING = frozenset("including which whom than".split())
_OF_ALL = ARE | frozenset("one of them whom among".split())
_OF_THE = (["of", "the"], ["out", "of", "the"])
_AFTER = frozenset(("of whom", "of them", "of which", "of these", "all among", "among"))


def category(reading: ColumnReading, named: Categories) -> Value:
    """The category of the phrase or of what is said of it; in a wider scope the nearest one."""
    if not named:
        return None
    sentence = reading.sentence
    joined = reading.choice.options.get("joined")
    noun = reading.q.noun
    if noun is not None and not reading.q.inherited and noun.whole > noun.last:
        return _of_pair(reading, named, noun, joined)
    for first, last in _spans(reading, bool(joined)):
        found = named.within(first, last)
        if not found:
            continue
        if joined and len({one.category for one in found}) > 1:
            return str(joined), "both in the phrase"
        one = found[-1] if len({each.category for each in found}) > 1 else found[0]
        return one.category, f"phrase: {sentence.words(one.first, one.last)}"
    if reading.choice.options.get("scope") == "phrase":
        return None
    if reading.q.unit in PEOPLE:
        best = befallen(reading, named)
    else:
        best = nearest(reading, _told(reading, named.every()), 0.0)
    if best is None:
        return None
    return best.category, f"sentence: {sentence.words(best.first, best.last)}"


def _told(reading: ColumnReading, every: list[Found]) -> list[Found]:
    """Of what is named those that are of a sum: as its measure says, and no part of a name.

    "lent for *relief*": a loan; "asked the European *Investment* Bank for $9 million".
    """
    if reading.q.kind != "money":
        return every
    tokens, end = reading.tokens, reading.q.phrase_last
    every = [one for one in every if _PARTING.isdisjoint(tokens.word[end : one.first])]
    told = (m.trigger for m in reading.sentence.matches if m.trigger != reading.match.trigger)
    lent = [t.first for t in told if t is not None and t.kind == "verb"]  # "and *lent* another 4"
    every = [one for one in every if one.first not in lent and not _is_of_other(reading, one)]
    if any(raw.islower() and len(raw) > _SHORT for raw in tokens.raw):
        every = [one for one in every if not (one.first and _is_in_name(tokens, one))]
    led = [one for one in every if tokens.word[one.last : reading.q.phrase_first] == ["of"]]
    return led or [one for one in every if one.category == reading.match.measure] or every


def _is_of_other(reading: ColumnReading, one: Found) -> bool:
    """ "puts the cost at $90 million and signed *a loan of* $20 million": of another sum."""
    word, sentence, parts = reading.tokens.word, reading.sentence, reading.sentence.links.parts
    if "(" in word and _is_in_brackets_of_other(reading, one):
        return True
    return any(
        word[one.last : o.phrase_first] == ["of"] and m.measure != reading.match.measure
        for i, (o, m) in enumerate(zip(sentence.scan.quantities, sentence.matches, strict=True))
        if o.kind == "money" and i not in (reading.index, parts.get(reading.index))
    )


def _is_in_brackets_of_other(reading: ColumnReading, one: Found) -> bool:
    """ "$9 million (*loan*) and $3 million (grant)": the kind that brackets tell of another sum."""
    word, q = reading.tokens.word, reading.q
    opens = next((k for k in range(one.first, 0, -1) if word[k] in "()"), 0)
    behind = any(o.phrase_last == opens for o in reading.sentence.scan.quantities if o is not q)
    return word[opens] == "(" and behind and (q.first < opens or ")" in word[opens : q.first])


def _is_in_name(tokens: Tokens, one: Found) -> bool:
    if not tokens.capital(one.first):
        return False
    return tokens.capital(one.last) or tokens.capital(one.first - 1)


def _of_pair(reading: ColumnReading, named: Categories, noun: Noun, joined: object) -> Value:
    """ "sons and daughters" have no one sex; "civilian men and women" one status."""
    one = named.within(reading.q.phrase_first, noun.last)
    two = named.within(noun.last + 1, noun.whole)
    if not one or (not two and one[-1].last == noun.last):
        return None
    if two and two[0].category != one[0].category:
        return None if not joined else (str(joined), "both in the pair")
    words = reading.sentence.words(one[0].first, one[0].last)
    return one[0].category, f"phrase: {words}"


def _spans(reading: ColumnReading, joined: bool) -> Iterator[Span]:
    """The phrase, with its aside where categories may be joined, and what is said of it.

    That is the noun after "of whom", the predicate ("31 were children"), whose members they are,
    the noun left out, and a note on a list of counts ("4 deaths and 11 injuries, all among
    civilians").
    """
    q, word = reading.q, reading.tokens.word
    n = len(word)
    yield q.phrase_first, apposition(reading) if joined else q.phrase_last
    yield from _left_out(reading)
    at = q.phrase_last
    if past_whole(reading) > at:  # "12 of the 40 *nuns*"
        yield at, past_whole(reading)
    if reading.tokens.at(at) == "of" and q.noun is not None and q.noun.head in _BELONGING:
        span = right(reading.tokens, at + 1)
        if span is not None:
            yield at, span[1]
    if " ".join(word[at : at + 2]) in _AFTER:
        yield at, min(n, at + 5)
        at += 2
    at = max(at, past_whole(reading))
    if reading.tokens.at(at) in ARE:
        yield at + 1, _predicate(reading, at + 1)
    first = _all_told(reading)
    if first:
        yield first, _predicate(reading, first)


def _all_told(reading: ColumnReading) -> int:
    """ "40 were killed, all of them | civilians", "…, every one of them | a nun"; 0 without."""
    word, start = reading.tokens.word, _list_end(reading)
    after = (o.phrase_first for o in reading.sentence.scan.quantities if o.phrase_first > start)
    for k in range(start, next(after, reading.tokens.size) - 2):
        if word[k] == "," and (word[k + 1] == "all" or word[k + 1 : k + 3] == ["every", "one"]):
            k += 2
            while reading.tokens.at(k) in _OF_ALL:
                k += 1
            return k
    return 0


def past_whole(reading: ColumnReading) -> int:
    """ "19 of the 40 | were girls": the token after a phrase, and after what it is a part of."""
    at = reading.q.phrase_last
    following = reading.sentence.scan.quantities[reading.index + 1 : reading.index + 2]
    if following and reading.tokens.word[at : following[0].phrase_first] in _OF_THE:
        return following[0].phrase_last
    return at


def _left_out(reading: ColumnReading) -> list[Span]:
    """ "killed 16 children and maimed 45": the noun of the number before, at a further verb."""
    q, tokens = reading.q, reading.tokens
    if (q.noun is None) == q.inherited or not reading.index or tokens.at(q.last) == "others":
        return []  # it has a noun of its own, or the one before is of others
    before = reading.sentence.scan.quantities[reading.index - 1]
    gap = [word for word in tokens.word[before.phrase_last : q.first] if word not in _BETWEEN]
    if before.noun is None or len(gap) != 1 or "vd" not in tag(gap[0]).split(","):
        return []
    return [(before.noun.first, before.noun.last)]


def _predicate(reading: ColumnReading, first: int) -> int:
    """The token after the noun phrase that begins at `first`; `first` before a verb."""
    tokens = reading.tokens
    k = first
    while k < tokens.size and k - first < _OF:
        word = tokens.word[k]
        kind = tag(word).split(",")[0]
        if kind == "vd" and not reading.tokens.capital(k):
            return first  # "31 were killed by soldiers"
        members = word == "of" and singular(tokens.word[k - 1]) in _BELONGING
        if kind not in ("a", "n", "ns", "d", "r") and word not in ("and", "or", "-"):
            if not members:  # "31 were members of the security forces"
                break
        k += 1
    return k


def _list_end(reading: ColumnReading) -> int:
    """The end of the last phrase of a list that goes on from this one."""
    quantities, word = reading.sentence.scan.quantities, reading.tokens.word
    last = reading.q.phrase_last
    for other in quantities[reading.index + 1 :]:
        gap = word[last : other.phrase_first]
        if gap not in ([","], ["and"], [",", "and"]):
            break
        last = other.phrase_last
    return last


def apposition(reading: ColumnReading) -> int:
    """The end of an aside right after the phrase (", both servicemen and civilians,")."""
    word, n = reading.tokens.word, reading.tokens.size
    j = reading.q.phrase_last
    if j >= n or word[j] != ",":
        return j
    for k in range(j + 1, min(n, j + 10)):
        if word[k] == ",":
            return k
        if word[k][0].isdecimal() or tag(word[k]) in ("vd", "m"):
            break
    return j
