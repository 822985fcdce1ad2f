"""Categories of a closed set, looked up from the words of the phrase, then of the sentence."""

from collections.abc import Iterable, Iterator

from plainfigures.figures.columns.reading import ColumnReading, Span, Value
from plainfigures.figures.counted.counted import pair_end
from plainfigures.figures.grammar.context import BORDERS
from plainfigures.figures.grammar.extents import right
from plainfigures.figures.triggers.categories import Categories, Found
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.prose.words.helpers import HAVE
from plainfigures.prose.words.lexicon import singular, tag
from plainfigures.prose.words.signs import ARE
from plainfigures.prose.words.tokens import Tokens

FURTHEST = 60.0
_OF = 8
# The longest word that a title writes small.
_SHORT = 4
# How much farther what stands in the next clause is ("fell by a third, while imports ...").
_TURNED = 12.0
_BELONGING = frozenset("member employee officer volunteer leader veteran man woman".split())
_BETWEEN = frozenset(("and", ",", "at", "least", "about", "some", "another", "over", "nearly"))
# Of what people die whom something else has hurt.
_HURT = frozenset("wound wounds injury injuries burns impact".split())
# What men do with a house or a gun, and no weather or blaze.
_DEEDS = frozenset("stormed storming fired".split())
_WATERS = frozenset("flood storm tsunami".split())
_UNDER, _LED = frozenset("in by when from after as".split()), 5
# What tells more of a part of a sum, or of another.
_PARTING = frozenset("including which whom than".split())
_PAST = frozenset(("from", "since"))
# What leads to the cause of a death.
_OPENERS = frozenset(("by", "of", "from", "to", "in"))
_LISTED = frozenset(("and", "or", "and other", "or other", "and a", "and an", "and the"))
_OF_ALL = ARE | frozenset("one of them whom among".split())
_AFTER = frozenset(("of whom", "of them", "of which", "of these", "all among", "among"))


def category(reading: ColumnReading, named: Categories) -> Value:
    """The category of the phrase or of what is said of it; in a wider scope the nearest one."""
    if not named:
        return None
    sentence = reading.sentence
    joined = reading.choice.options.get("joined")
    end = pair_end(reading.tokens, reading.q, reading.q.phrase_last)
    if end:
        return _of_pair(reading, named, end, joined)
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
        best = _of_people(reading, named)
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
    every = [one for one in every if one.first not in lent]
    if any(raw.islower() and len(raw) > _SHORT for raw in tokens.raw):
        every = [one for one in every if not (one.first and _is_in_name(tokens, one))]
    led = [one for one in every if tokens.word[one.last : reading.q.phrase_first] == ["of"]]
    return led or [one for one in every if one.category == reading.match.measure] or every


def _is_in_name(tokens: Tokens, one: Found) -> bool:
    if not tokens.capital(one.first):
        return False
    return tokens.capital(one.last) or tokens.capital(one.first - 1)


def _of_pair(reading: ColumnReading, named: Categories, end: int, joined: object) -> Value:
    """ "sons and daughters" have no one sex; "civilian men and women" one status."""
    q = reading.q
    one = named.within(q.phrase_first, q.phrase_last)
    two = named.within(q.phrase_last + 1, end)
    if not one or (not two and one[-1].last == q.phrase_last):
        return None
    if two and two[0].category != one[0].category:
        return None if not joined else (str(joined), "both in the pair")
    words = reading.sentence.words(one[0].first, one[0].last)
    return one[0].category, f"phrase: {words}"


def _of_people(reading: ColumnReading, named: Categories) -> Found | None:
    """What befell people: behind a "by", "of" or "to" of their own, else what stands nearest.

    "Lost 9 men to bandits", "killed by bandits, and 9 by mines", "mines killed 9, and frost killed
    30": of such a cause no word of another number says more, nor are the "3 drowned" others'.
    """
    sentence, q, t = reading.sentence, reading.q, reading.match.trigger
    lost = t is not None and t.lemma.startswith("lose ")
    own = [q.phrase_last]
    if t is not None and t.first >= q.phrase_last:
        own.append(t.last - (reading.tokens.word[t.last - 1] in _OPENERS))
    told = [o for o, m in zip(sentence.scan.quantities, sentence.matches, strict=True) if m.measure]
    before = max((o.phrase_last for o in told if o.last <= q.first), default=0)
    low, high = 0, reading.tokens.size
    for k in own:
        opener = reading.tokens.at(k)
        span = right(reading.tokens, k + 1) if opener in _OPENERS else None
        if span is None or (opener == "to") != lost:
            continue
        found = named.within(k + 1, span[1])
        if found and (opener != "in" or (before and found[0].last == span[1])):
            return found[0]
        if lost:
            return None
        after = reading.tokens.word[k + 1 : span[1]]
        if opener == "in" or (opener != "by" and k == q.phrase_last) or not _HURT.isdisjoint(after):
            continue  # "nine men of Bor", "died of their wounds"
        if any(one.first in (k, k + 1) for one in sentence.periods):
            continue  # "were missing by the end of May"
        low, high = before, min((o.phrase_first for o in told if o.first >= k), default=high)
    if before and t is not None and t.kind == "verb" and before < t.first < q.first:
        k = t.first - 1
        while k >= before and reading.tokens.word[k] in HAVE:
            k -= 1
        if k > before and tag(reading.tokens.word[k])[:1] in ("n", ""):
            low = before  # it has a subject of its own
    word, rest = reading.tokens.word, [m.trigger for m in sentence.matches if m.trigger is not t]
    others = {one.first for one in rest if one and one.kind == "intransitive"}
    others |= {one.last for one in rest if one and one.lemma.split()[-1] == "of"}  # "died of cold"
    within = [o for o in named.every() if low <= o.first < high and o.first not in others]
    within = [o for o in within if o.last - o.first > 1 or word[o.first] not in _DEEDS]
    within = [o for o in within if _is_cause(word, o, max(own)) and not _is_of_part(reading, o)]
    war = [o for o in within if o.category == "war" and _PAST & {*word[o.first - 2 : o.first]}]
    within = [o for o in within if o not in war] or within  # "mines left from the war"
    if any(word[o.first].startswith(("drown", "crush")) for o in within):
        within = [o for o in within if o.category in _WATERS] or within  # "In the flood 9 drowned"
    best = near = nearest(reading, within, 0.0)
    for other in reversed(within):
        gap = "" if best is None else " ".join(word[other.last : best.first])
        if gap in _LISTED or (gap == "," and best is not near):
            best = other  # "*mines*, bombs and other remnants of war killed 9"
    return best


def _is_of_part(reading: ColumnReading, one: Found) -> bool:
    """ "3,000 dead, *of whom 800 were victims of mines*": of a part alone; no shot captures."""
    if reading.match.measure == "captured" and one.category not in ("attack", "war"):
        return True
    quantities, t = reading.sentence.scan.quantities, reading.match.trigger
    for index, whole in reading.sentence.links.parts.items():
        k = quantities[index].phrase_first
        if whole == reading.index and k < one.first and (t is None or t.first < k):
            return "," not in reading.tokens.word[k : one.first]
    return False


def _is_cause(word: list[str], one: Found, last: int) -> bool:
    """But "9 are at *risk* of falling victim to mines", "killed 9 and *left* mines"."""
    gap, led = word[last : one.first], word[max(0, one.first - _LED) : one.first]
    left = next((k for k, form in enumerate(gap) if form in ("left", "leaving")), len(gap))
    return ("risk" not in led or "," in led) and (
        left == len(gap) or not _UNDER.isdisjoint(gap[left:])
    )


def nearest(reading: ColumnReading, every: Iterable[Found], behind: float) -> Found | None:
    """What stands nearest; what is `behind` the number is by so much farther."""
    best, cost = None, FURTHEST
    q = reading.q
    for one in every:
        if one.first < q.last and one.last > q.first:
            continue
        if reading.sentence.is_of_speaker(one.first):
            continue
        away = reading.sentence.distance(q, one.first, one.last) - 0.5 * (one.last - one.first)
        if one.first > q.last:
            away += behind
            if not BORDERS.isdisjoint(reading.tokens.word[q.last : one.first]):
                away += _TURNED
        if away < cost:
            best, cost = one, away
    return best


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
    if following and reading.tokens.word[at : following[0].phrase_first] == ["of", "the"]:
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
