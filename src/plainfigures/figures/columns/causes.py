"""What befell people: the cause that the words of a sentence give, and what stands nearest."""

from collections.abc import Iterable

from plainfigures.figures.columns.reading import ColumnReading
from plainfigures.figures.grammar.extents import left, right
from plainfigures.figures.triggers.categories import Categories, Found
from plainfigures.prose.words.closed import TURNS
from plainfigures.prose.words.helpers import HAVE
from plainfigures.prose.words.lexicon import calendar, singular, tag
from plainfigures.prose.words.tokens import Tokens

FURTHEST = 60.0
# How much farther what stands in the next clause is ("fell by a third, while imports ...").
_TURNED = 12.0
# Of what people die whom something else has hurt.
_HURT = frozenset("wound wounds injury injuries burns impact".split())
# What men do with a house or a gun, and no weather or blaze.
_DEEDS = frozenset("stormed storming fired".split())
_WATERS = frozenset("flood storm tsunami".split())
_UNDER, _LED = frozenset("in by when from after as".split()), 5
_BEGINNINGS = frozenset("beginning start outbreak onset eve end the of latest last".split())
_DATING, _WARS = frozenset(("since", "after", "following")), frozenset(("war", "conflict"))
_SINCE = _DATING | {"from"}
_IN = frozenset(("in", "during", "from", "by"))
_LAID = frozenset("laid left planted sown buried dropped fired scattered strewn dumped".split())
_BESIDE = frozenset("pre post inter".split())
_TORN = frozenset(
    "torn ravaged weary scarred shattered battered hit stricken plagued devastated riven wracked "
    "time era".split()
)
_BLASTS = frozenset("blast blasts explosion explosions".split())
_ON = frozenset("start beginning outbreak onset height".split())
# What is left behind or taken away, and kills nobody.
_ASIDE = frozenset(
    "left leaving seized seizing recovered recovering captured capturing confiscated".split()
)
# What leads to the cause of a death.
_OPENERS = frozenset(("by", "of", "from", "to", "in"))
_LISTED = frozenset(("and", "or", "and other", "or other", "and a", "and an", "and the"))


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
            if not TURNS.isdisjoint(reading.tokens.word[q.last : one.first]):
                away += _TURNED
        if away < cost:
            best, cost = one, away
    return best


def befallen(reading: ColumnReading, named: Categories) -> Found | None:
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
    within = [o for o in within if _is_cause(reading.tokens, o, max(own))]
    within = [o for o in within if not _is_of_part(reading, o)]
    war = [o for o in within if o.category == "war" and _leaves(reading.tokens, o)]
    within = [o for o in within if o not in war] or within  # "mines left from the war"
    if any(word[o.first].startswith(("drown", "crush")) for o in within):
        within = [o for o in within if o.category in _WATERS] or within  # "In the flood 9 drowned"
    best = near = nearest(reading, within, 0.0)
    for other in reversed(within):
        gap = "" if best is None else " ".join(word[other.last : best.first])
        if gap in _LISTED or (gap == "," and best is not near):
            best = other  # "*mines*, bombs and other remnants of war killed 9"
    if best is not None and word[best.first] in _BLASTS:
        # "a *landmine* tore through a bus in the worst such blast"
        return next((o for o in within if o.category == "mine" and o.first < best.first), best)
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


def _led_by(tokens: Tokens, one: Found) -> int:
    """The token that leads to a cause: "*since* the Second Bor War", "*before* the attack"."""
    k = left(tokens, one.first) - 1
    while k > 0 and (tokens.word[k] in _BEGINNINGS or tokens.word[k] in calendar("ordinal")):
        k -= 1
    return k


def _leaves(tokens: Tokens, one: Found) -> bool:
    """ "mines left from the war", "since the war", "a shell *fired in* the war": what kills later.

    A war whose dead are told of beside what it left is not what killed them.
    """
    k = _led_by(tokens, one)
    return tokens.at(k) in _SINCE or (tokens.at(k) in _IN and tokens.at(k - 1) in _LAID)


def _only_dates(tokens: Tokens, one: Found) -> bool:
    """ "in *post-war* Bor", "the *war-torn* south"; "*since the war* 9 were shot": no cause.

    But "after the war broke out".
    """
    word = tokens.word
    if tokens.at(one.first - 1) == "-" and tokens.at(one.first - 2) in _BESIDE:
        return True
    if one.category != "war":
        return False
    if tokens.at(one.last) == "-":
        return tokens.at(one.last + 1) in _TORN
    k = _led_by(tokens, one)
    dating = tokens.at(k) in _DATING and singular(word[one.last - 1]) in _WARS
    dating = dating and _ON.isdisjoint(word[k : one.first])
    return dating and word[k + 1] not in ("a", "an") and tag(tokens.at(one.last) or ".")[0] != "v"


def _is_cause(tokens: Tokens, one: Found, last: int) -> bool:
    """But "9 are at *risk* of falling victim to mines", "killed 9 and *left* mines".

    Nor what came later ("had fled before the attack", but "before the shelling stopped"), or what
    only says when.
    """
    word = tokens.word
    if tokens.at(_led_by(tokens, one)) == "before" and tag(tokens.at(one.last) or ".")[0] != "v":
        return False
    if _only_dates(tokens, one):
        return False
    gap = " ".join(word[last : one.first]).replace("as well as", "and").split()
    led = word[max(0, one.first - _LED) : one.first]
    left = next((k for k, form in enumerate(gap) if form in _ASIDE), len(gap))
    return ("risk" not in led or "," in led) and (
        left == len(gap) or not _UNDER.isdisjoint(gap[left:])
    )
