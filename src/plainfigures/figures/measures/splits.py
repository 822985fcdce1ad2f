"""Splits: the parts into which a text divides a sum ("…, with $2 million for Chad")."""

from collections.abc import Sequence

from plainfigures.figures.measures.sum_nouns import REST
from plainfigures.figures.triggers.lists import MeasureLists
from plainfigures.figures.triggers.match import AGAIN, Match, unit_class
from plainfigures.figures.triggers.triggers import MINE, NAMING, Trigger
from plainfigures.prose.dates.portions import FURTHER
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import BREAKS, PARTS
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_ADDING = FURTHER | frozenset("a an the extra some about just only".split())
_SUMS = frozenset(("money", "bare"))  # "aid of €9 million, comprising 4 million in …"
_COMPRISING = frozenset(("comprising",))
_MAKING_UP = frozenset("made up consisting composed led headed".split())
_LISTING = _COMPRISING | {"up", "consisting", "composed", "led"}
_MAKING_UP_OF = (["up", "of"], ["consisting", "of"], ["composed", "of"], ["led", "by"])
# So many tokens before it a comma opens what a sum is made up of.
_OPENED = 3
_PURPOSES = (["to"], ["for"], ["in"])
_REACH = 20
_NEAR = 9
_NEEDING = frozenset("need needs needed require requires required seeks sought".split())
_BESIDE = frozenset((",", "and", "("))
_OF_IT, _OUT_OF = ["of", "it"], ["out", "of"]
_ONLY = frozenset("only just barely merely hardly scarcely has have had".split())
_BETWEEN = frozenset((",", "an", ")"))


def of_part(
    tokens: Tokens,
    lists: MeasureLists,
    quantities: Sequence[Quantity],
    index: int,
    matches: Sequence[Match],
) -> Match:
    """The measure of a sum; of a part that has no verb of its own that of the sum before it.

    "pledged $9 million, with 4 million for Chad and the remaining 5 million for those in need".
    """
    q, match = quantities[index], matches[index]
    if q.kind not in _SUMS or not (_divides(tokens, q) or _is_included(tokens, lists, q, match)):
        return match
    before = (k for k in range(index - 1, -1, -1) if quantities[k].kind == "money")
    whole = next((k for k in before if matches[k].measure is not None), None)
    if whole is None or matches[whole].measure == match.measure:
        return match
    if q.kind == "bare" and q.unit not in (None, quantities[whole].unit):
        return match
    t = match.trigger
    if t is not None and t.first >= quantities[whole].last and tag(tokens.word[t.first])[0] == "v":
        return match
    if match.measure is not None and matches[whole].measure in lists.beaten[match.measure]:
        return match  # "with 4 million in loans"
    return matches[whole].handed_on("part of the sum before")


def out_of(
    tokens: Tokens, lists: MeasureLists, quantities: Sequence[Quantity], index: int,
    matches: Sequence[Match],
) -> Match | None:  # fmt: skip
    """ "$3 million came, out of $9 million": of what was asked, where no word of its own tells."""
    q, before = quantities[index], quantities[index - 1] if index else None
    told = matches[index - 1].measure if index else None
    t, k = matches[index].trigger, q.phrase_last + (tokens.at(q.phrase_last) == ",")
    led, after = tokens.word[max(0, q.first - 2) : q.first], tokens.word[k : k + 2]
    if after == _OUT_OF or (after == ["of", "the"] and not _ONLY.isdisjoint(led)):
        asks = t is not None and t.first >= k and tokens.word[t.first - 1] not in HELPERS
        if asks and matches[index].measure in lists.asked:
            return Match(lists.retained, None, "what came of the sum behind it")
    if before is None or told is None:
        return None
    if t is not None and t.first >= q.phrase_last:
        return None
    gap = [w for w in tokens.word[before.phrase_last : q.phrase_first] if w not in _BETWEEN]
    if gap != _OUT_OF and not (gap == ["of", "the"] and _is_needed(tokens, q)):
        return None
    if q.unit == before.unit == MINE:  # "destroyed 3,000 mines out of an estimated 9,000"
        laid = next((one.name for one in lists.defaults if MINE in one.units), None)
        return None if laid is None else Match(laid, None, "what the number before is out of")
    if q.kind != "money" or before.kind != "money":
        return None
    asked = next(iter(lists.answers.get(told, ())), None)
    return None if asked is None else Match(asked, None, "what the sum before is out of")


def adds(tokens: Tokens, low: Quantity, high: Quantity) -> bool:
    """ "needs $9 million to feed all who fled and another $4 million for …": a second object.

    Between two sums only what the first is for, no clause with a verb of its own.
    """
    if low.kind != "money" or high.kind != "money":
        return False
    word, k = tokens.word, high.phrase_first - 1
    while k > low.phrase_last and word[k] in _ADDING:
        k -= 1
    gap = word[low.phrase_last : k]
    while gap and (gap[0] in HELPERS or gap[0] in verb_forms(("go",))):
        gap = gap[1:]  # "$9 million will go to Chad, and $4 million to Mali"
    if word[k] != "and" or len(gap) > _REACH or gap[:1] not in _PURPOSES:
        return False
    return not any(
        tag(form)[0] in "vm" and not form.endswith("ing") and "to" not in gap[max(0, j - 2) : j]
        for j, form in enumerate(gap)
    )


def is_labelled(tokens: Tokens, q: Quantity) -> bool:
    """Whether a sum stands alone in brackets behind a name ("Mali ($4 million)")."""
    opens = q.phrase_first - 1
    return tokens.at(opens) == "(" and tokens.at(q.phrase_last) == ")" and tokens.capital(opens - 1)


def _is_needed(tokens: Tokens, q: Quantity) -> bool:
    """ "$3 million of the $9 million it says it needs": whether who needs a sum is told behind."""
    k = q.phrase_last
    if tokens.at(k) == "(":
        k = next((j + 1 for j in range(k, k + _NEAR) if tokens.at(j) == ")"), k)
    for form in tokens.word[k : k + _NEAR]:
        if form in PARTS:
            return False
        if form in _NEEDING:
            return True
    return False


def _divides(tokens: Tokens, q: Quantity) -> bool:
    """Whether "with" behind a comma, a colon or "the remaining" leads to a sum."""
    word, k = tokens.word, q.phrase_first - 1
    if k < 1:
        return False
    if word[q.phrase_first] in REST or tokens.at(k) in REST:
        return True
    if word[k] in _BESIDE and word[q.phrase_last : q.phrase_last + 2] == _OF_IT:
        return True  # "provides $9 million for relief, $2 million of it for Chad"
    if word[k] == ":" or (word[k] == "with" and tokens.at(k - 1) == ","):
        return True
    return _is_listed_part(tokens, k)


def _is_included(tokens: Tokens, lists: MeasureLists, q: Quantity, match: Match) -> bool:
    """ "raises aid to $9 million, including | $3 million worth of food, | $2 million from Chad"."""
    led, t = tokens.word[: q.phrase_first], match.trigger
    opens = led.index("including") if "including" in led else q.first
    gap = led[opens + 1 :] if opens < q.first else ["but"]
    # "including *a disbursement of* $3 million" names its own
    plain = t is None or (t.kind in NAMING and not opens < t.first < q.first)
    listed = BREAKS.isdisjoint(gap) and not any(tag(w)[0] == "v" for w in gap)
    return plain and listed and match.measure in lists.by_default


def _is_listed_part(tokens: Tokens, last: int) -> bool:
    """ "…, made up of $3 million and | 2 million in kind", "…, led by Malta | ($3 million)".

    `last`: the token before the sum.
    """
    word = tokens.word
    if _LISTING.isdisjoint(word):
        return False
    for k in range(last, max(0, last - _REACH), -1):
        if word[k] in BREAKS or (tag(word[k]).split(",")[0] == "v" and word[k] not in _MAKING_UP):
            return False
        if word[k] in _COMPRISING or word[k - 1 : k + 1] in _MAKING_UP_OF:
            return "," in word[max(0, k - _OPENED) : k] or word[max(0, k - _OPENED)] == "("
    return False


def like_whole(whole: Quantity, told: Match, q: Quantity, own: Trigger) -> Match | None:
    """ "A car hit a mine and five died, *two of them* boys": what befell the five, and no more."""
    if told.measure is None or told.trigger in (None, own) or own.last > whole.phrase_first:
        return None
    alike = unit_class(whole) in (unit_class(q), "bare")
    return told.handed_on(AGAIN) if alike else None
