"""Of the triggers around a number the one that governs the nearest: head, predicate, participle."""

from collections.abc import Iterable

from plainfigures.figures.grammar.enumerations import LINKS
from plainfigures.figures.sums.pledging import is_announced
from plainfigures.figures.triggers.lists import MeasureLists
from plainfigures.figures.triggers.triggers import ACTING, DOING, NAMING, Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import DEFINITE, RELATIVES
from plainfigures.prose.words.helpers import BE, HELPERS, NOW
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_COUNTS = frozenset("number numbers total figure tally count proportion share".split())
_FIRST = frozenset("the first last latest other remaining".split())
_FOR = frozenset(("for", "to", "under", "towards"))
_UNDER = frozenset(("under", "against", "from"))
_NEEDING = frozenset(("need", "require"))
_ASKING = frozenset("why how whether".split())
_SIGNS = frozenset(";:")
# "An appeal costed at $3 million"
_COSTED = frozenset(("costed", "cost at", "price at", "value at", "estimate at"))
_GIFTS = frozenset("grant donation contribution gift assistance aid support".split())
_SUMS = frozenset("sum amount total money funds funding aid assistance resources".split())
_ACTS = frozenset(
    "release approval allocation disbursement payment transfer grant allotment award".split()
) | {"budget of", "package of"}
# The most tokens from a governor to what it governs, and between commas after a sum.
_REACH = 12
# The most from what is valued to the verb ("the needs of the camps … are estimated at").
_VALUED = 24
_ASIDE = 6
_OBJECT = 4
_JOINTS = frozenset(("and", "plus"))
# What leads from a subject to how much it is.
_COMING = ("come", "run", "amount", "lie", "stand", "total", "reach", "equal", "add")


def governor(
    tokens: Tokens, lists: MeasureLists, q: Quantity, best: Trigger, others: Iterable[Trigger]
) -> Trigger:
    """The one of the others that governs `best`, the nearest to a number; `best` if none does."""
    for t in others if best.measure in lists.done and best.kind in NAMING else ():
        if t.measure in lists.asked and t.first >= q.phrase_last and t.kind != "noun":
            gap = tokens.word[max(q.phrase_last, best.last) : t.first]
            if HELPERS.issuperset(gap) and not BE.isdisjoint((*gap, tokens.word[t.first])):
                return t  # "$3 million *in pledges* is being | sought"
    if q.kind != "money":
        found = next((t for t in others if _befell(tokens, q, t, best)), best)
        return found if found is not best else _told_of(tokens, q, best, others)
    for t in others:
        if t.measure == best.measure or t.last > min(best.first, q.phrase_first):
            continue
        gap = tokens.word[t.last : best.first if best.last <= q.first else q.phrase_first]
        subject = _is_subject(tokens, lists, q, t, best, gap)
        reach = _VALUED if best.lemma.endswith(" at") or subject else _REACH
        if len(gap) > reach or not _SIGNS.isdisjoint(gap):
            continue
        if (
            subject
            or _orders(tokens, lists, t, best, gap)
            or _is_valued(tokens, lists, t, best, gap)
            or _asks_for(lists, t, best, gap)
            or _shares(tokens, q, t, best)
            or (
                (t.measure in lists.done or best.kind != "noun")
                and is_announced(tokens, q, t, best)
            )
            or _heads(tokens, lists, q, t, best)
            or (_gives_way(lists, t, best) and _describes(tokens, q, t, best))
        ):
            return t
    return best


def _gives_way(lists: MeasureLists, t: Trigger, best: Trigger) -> bool:
    """Whether what `best` tells gives way to what `t` names, or only answers it."""
    answered = t.kind in NAMING and t.measure in lists.answers.get(best.measure, ())
    return answered or best.measure in lists.beaten[t.measure]


def _befell(tokens: Tokens, q: Quantity, t: Trigger, best: Trigger) -> bool:
    """ "the bodies of three missing boys", "the abduction of 12 refugees": what became of them."""
    inside = q.phrase_first <= best.first < q.phrase_last
    if t.kind not in NAMING or q.kind == "unit" or not inside:
        return False
    gap = tokens.word[t.last : q.phrase_first]
    return gap[:1] == ["of"] and _FIRST.issuperset(gap[1:]) and t.measure != best.measure


def _told_of(tokens: Tokens, q: Quantity, best: Trigger, others: Iterable[Trigger]) -> Trigger:
    """ "the number of those who returned to towns seized in May rose to 900": what those do."""
    if best.last > q.phrase_first or tag(tokens.word[best.first])[:2] != "vd":
        return best
    if tag(tokens.word[best.first - 1])[0] != "n":
        return best
    for t in others:
        k = t.first - 1
        while k > 0 and (tokens.word[k] in HELPERS or tag(tokens.word[k])[0] in "mr"):
            k -= 1
        gap = tokens.word[t.last : best.first]
        if t.last < best.first and tokens.word[k] in RELATIVES and _has_no_verb(gap):
            counts = tokens.word[max(0, k - _REACH) : k]
            if t.kind in DOING and not _COUNTS.isdisjoint(counts):
                return t
    return best


def teller(tokens: Tokens, q: Quantity, best: Trigger, others: Iterable[Trigger]) -> Trigger:
    """The verb of which a noun beside a sum is the object ("decided to extend aid of $3 million").

    It says the same, and when; `best` where there is none.
    """
    if q.kind != "money" or best.kind != "noun" or best.last > q.phrase_first:
        return best
    for t in others:
        if t.measure == best.measure and t.kind == "verb" and t.last <= best.first:
            gap = tokens.word[t.last : best.first]
            if len(gap) <= _OBJECT and all(tag(word)[0] in "adnv" for word in gap):
                return t
    return best


def _orders(tokens: Tokens, lists: MeasureLists, t: Trigger, best: Trigger, gap: list[str]) -> bool:
    """ "urged them to give $3 million": asked for, whether the verb gives or promises."""
    if best.kind not in ACTING or t.kind not in ACTING:
        return False
    given = lists.done.get(best.measure, best.measure)
    if gap == [] and best.lemma.startswith("to ") and t.measure in lists.done:
        return True  # "promised to raise $3 million"
    while gap and (gap[-1] == "help" or (gap[-1] != "to" and tag(gap[-1]) == "r")):
        gap = gap[:-1]  # "asked them to help fund it with", "voted to promptly give"
    if not (_ASKING.isdisjoint(gap) and NOW.isdisjoint(gap)):
        return False  # "asked why it took a year to give $3 million", nor "he is glad to give"
    if t.lemma in _NEEDING and any(map(is_number, gap)):
        return False  # "the lawyers needed sixty pages to lend $3 million"
    asked = t.measure in lists.asked and tokens.at(t.first - 1) in BE  # "donors were asked to give"
    led = gap[-1:] == ["to"] and (len(gap) > 1 or asked or tokens.word[best.first - 1] != "to")
    # "approved a plan to provide $3 million"
    led = led or (best.lemma.startswith("to ") and (gap != [] or asked))
    other = t.measure in lists.asked and best.measure not in (t.measure, "")
    return led and (given in lists.beaten[t.measure] or (other and best.kind == "verb"))


def _is_subject(
    tokens: Tokens, lists: MeasureLists, q: Quantity, t: Trigger, best: Trigger, gap: list[str]
) -> bool:
    """ "The *gap* between what they gave and what was *needed* is $3 million": what the verb says.

    Nor does an aside tell: "The *wish list*, *handed* to them in May, came to $3 million".
    """
    word, k = tokens.word, q.phrase_first - 1
    k -= word[k] in ("to", "at")
    if t.kind not in NAMING or (word[k] not in BE and word[k] not in verb_forms(_COMING)):
        return False
    if word[best.first - 1] == "," and "," in word[best.last : k]:
        return gap == [","]
    own = lists.asked <= lists.beaten[t.measure] and gap[:1] != []
    return own and gap[0] not in HELPERS and tag(gap[0])[0] != "v"


def _asks_for(lists: MeasureLists, t: Trigger, best: Trigger, gap: list[str]) -> bool:
    """ "sought the early release of $3 million": an act that a noun names is only asked for."""
    if best.kind not in NAMING or t.kind not in ACTING:
        return False
    if best.lemma not in _ACTS and (best.measure not in lists.done or not DEFINITE.isdisjoint(gap)):
        return False  # but "seeks $3 million in pledges"
    kinds = (
        "daprn" if best.lemma.startswith(("package ", "budget")) else "dapr"
    )  # "sought an aid package of"
    return t.measure in lists.asked and all(tag(w)[0] in kinds for w in gap)


def _shares(tokens: Tokens, q: Quantity, t: Trigger, best: Trigger) -> bool:
    """ "pledged 900 tonnes of food *aid* and | $3 million": the verb, not what else it has."""
    if t.kind != "verb" or best.kind != "noun" or best.last > q.phrase_first:
        return False
    word, joint = tokens.word, tokens.word[best.last : q.phrase_first]
    if _JOINTS.isdisjoint(joint) or not LINKS.issuperset(joint):
        return False
    objects = word[t.last : best.first]
    listed = all(w in LINKS or not w.isalpha() or tag(w)[0] in "dano" for w in objects)
    return listed and any(map(is_number, objects[:_OBJECT]))


def _is_valued(
    tokens: Tokens, lists: MeasureLists, t: Trigger, best: Trigger, gap: list[str]
) -> bool:
    """ "the needs (the sum needed) are put at $3 million": the subject says what is valued."""
    at = best.lemma == "costed" or (best.kind == "phrase" and best.lemma.endswith(" at"))
    told = tag(tokens.word[t.first])[:2] == "vd" and tokens.word[t.first - 1] in _SUMS
    if not (t.kind in NAMING or told) or not at:
        return False
    if best.lemma == "estimate at" and t.lemma in _GIFTS and t.kind == "noun":
        return _has_no_verb([word for word in gap if word not in BE])  # "aid is estimated at"
    if t.measure in lists.by_default:
        return False  # "spending is put at $3 million"
    if t.measure in lists.answers.get(best.measure, ()):
        return False  # "the appeals are funded at $3 million"
    if best.lemma.startswith("be "):
        return _has_no_verb([word for word in gap if word not in HELPERS])
    valued = not BE.isdisjoint(gap[-1:]) or best.lemma in _COSTED
    return valued and _has_no_verb([word for word in gap[:-1] if word not in HELPERS])


def _heads(tokens: Tokens, lists: MeasureLists, q: Quantity, t: Trigger, best: Trigger) -> bool:
    """ "funding for the appeal stood at $3 million": the head, not what it is for."""
    if t.kind != "noun" or best.kind not in NAMING or best.last > q.phrase_first:
        return False
    # "expenditure under the relief vote came to $3 million"
    under = tokens.word[t.last] in _UNDER and t.measure in lists.beaten[best.measure]
    answers = best.measure in lists.answers.get(t.measure, ()) and tokens.word[t.last] in _FOR
    if not (under or answers):
        return False
    predicate = tokens.word[best.last : q.phrase_first]
    return not (BE.isdisjoint(predicate) and _has_no_verb(predicate))


def _describes(tokens: Tokens, q: Quantity, t: Trigger, best: Trigger) -> bool:
    """ "pledged aid: $3 million", "the loan, $3 million, was signed"."""
    if best.kind == "noun":
        return t.last == best.first and tag(tokens.word[t.first])[:2] == "vd"
    if t.kind not in NAMING or best.kind == "noun":
        return False
    word, opens = tokens.word, q.phrase_first - 1
    aside = word[q.phrase_last : best.first]
    if word[opens] != "," or "," not in aside[:_ASIDE]:
        return False
    return _has_no_verb(word[t.last : opens] + aside[: aside.index(",")])


def _has_no_verb(words: list[str]) -> bool:
    return not any(tag(word).split(",")[0] in ("v", "vd") for word in words)
