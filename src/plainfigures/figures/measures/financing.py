"""Financing: what stands beside a loan in one list, and gifts told of where pledges are."""

from collections.abc import Sequence
from itertools import pairwise

from plainfigures.figures.grammar.lending import LENT
from plainfigures.figures.measures.splits import is_labelled
from plainfigures.figures.measures.topics import BOUND
from plainfigures.figures.triggers.lists import MeasureLists
from plainfigures.figures.triggers.match import BUDGETED, Carried, Match
from plainfigures.figures.triggers.triggers import BEFALLING, NAMING, Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import ARTICLES, PARTS, POINTERS
from plainfigures.prose.words.helpers import BE, HAVE, HELPERS
from plainfigures.prose.words.lexicon import nouns, singular, tag, verb_lemmas
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

# How near a plan stands to what it costs, with what it is for between.
_VALUED = 8
PLANNED = "what the plan behind it costs"
_SETTING = frozenset("set put earmark allocate reserve allot provide allow write insert".split())
_BUDGETS, _BUILT_IN = frozenset(("budget", "estimates", "spending")), 6
_WITHIN = ("in", "into")
# "a programme *worth* | $5 million", "the bill passed in May *includes* | …", "component *(* | …"
_HELD = dict.fromkeys("( includes include included contains contain".split(), "what a plan holds")
_HOLDING = {**_HELD, "worth": PLANNED}
_ARE = (["is"], ["are"], ["was"], ["were"])
_RULE = "what the verb of a list says of all"
_JOINS = frozenset(("and", ";", ","))
_MOST = frozenset("largest biggest highest top main major big generous".split())
_GIFTS = frozenset("donation contribution gift donor contributor giver benefactor".split())
_GIVERS = frozenset("donor contributor giver funder benefactor".split())
_LENDERS = frozenset("lender creditor".split())
# What a gift wins for its giver.
_THANKS = frozenset("applause cheer ovation praise thanks".split())
_HELPING = ("support", "back", "help", "assist", "aid")
_BEING = HELPERS | frozenset("include includes included followed came coming".split())
_PAYERS = frozenset("country taxpayer government treasury exchequer nation public".split())
_REACH = 30
_NEAR = 4
_BUILT = ("a", "a,", "n", "n,", "ns", "vg")
_TOWARDS = frozenset(("toward", "towards", "against"))
_OWNERS = frozenset("our their its his her my your whose 's".split())


def beside_loan(
    tokens: Tokens, lists: MeasureLists, triggers: Sequence[Trigger],
    quantities: Sequence[Quantity], index: int, matches: Sequence[Match],
) -> Match | None:  # fmt: skip
    """ "approved a loan of $9 million for Chad and | $4 million for Mali": approved, not lent."""
    q, match, last = quantities[index], matches[index], index - 1
    if q.kind != "money" or last < 0 or quantities[last].kind != "money":
        return None
    if not _is_joined(tokens.word, quantities[last], q):
        return None
    before = quantities[last]
    if matches[last].rule == _RULE:
        return matches[last] if _says_nothing(lists, match, before) else None
    lent, k = matches[last], last
    t = lent.trigger
    if lent.measure is None or t is None or singular(tokens.word[t.last - 1]) not in LENT:
        return None
    while k > 0 and matches[k - 1].measure == lent.measure:
        k -= 1
    low = quantities[k].phrase_first
    verbs = [
        one for one in triggers
        if one.kind in BEFALLING and low - _NEAR <= one.last <= low and one.measure != lent.measure
    ]  # fmt: skip
    if not verbs or not _says_nothing(lists, match, before):
        return None
    return Match(verbs[-1].measure, verbs[-1], _RULE, cost=match.cost)


def of_plan(tokens: Tokens, lists: MeasureLists, q: Quantity, match: Match) -> Match:
    """ "The 5 million euro programme will feed refugees": what it costs, if nothing says more."""
    t = match.trigger
    if q.kind == "money" and t is not None and t.last < q.phrase_first:
        led = tokens.word[q.phrase_first - 2 : q.phrase_first]
        towards = led[-1] in _TOWARDS or (led[0] in _TOWARDS and led[1] in ARTICLES)
        if towards or (t.kind == "noun" and led[-1] in _OWNERS):
            t = None  # "toward a $9 million plan", "in *support* of Peru's $5 million plan"
    if q.kind != "money" or (t is not None and t.first < q.phrase_last):
        return match
    if match.measure not in (*lists.by_default, *(one.name for one in lists.lent)):
        return match
    if t is None and (rule := _HOLDING.get(tokens.at(q.phrase_first - 1))) is not None:
        reach = 3 if tokens.at(q.phrase_first - 1) == "(" else _VALUED
        for k in range(q.phrase_first - 2, max(-1, q.phrase_first - reach), -1):
            if (head := lists.heads.get(tokens.word[k])) is not None:
                return Match(head, None, rule, cost=match.cost)  # "a programme worth $5 million"
            if tag(tokens.word[k])[:1] == "v" and tag(tokens.word[k])[:2] != "vd":
                break
        return match
    k = q.phrase_last
    last = min(tokens.size - 1, q.last + _VALUED)
    while k < last and (tokens.word[k] == "-" or tag(tokens.word[k])[:2] in _BUILT):
        if (head := lists.heads.get(tokens.word[k])) is not None:
            gap = tokens.word[k + 1 : t.first] if t is not None else [","]
            if gap == [] or (gap[-1] in BE and "," not in gap):
                return match  # "the 5 million euro package was paid out"
            return Match(head, None, PLANNED, cost=match.cost)
        k += 1
    return match


def come_of_part(
    tokens: Tokens, triggers: Sequence[Trigger], part: Quantity, whole: Quantity, match: Match
) -> Match:
    """ "Only $2 million of the $9 million pledged for Chad has been | spent": said of the part."""
    if part.kind != "money" or match.measure is None:
        return match
    word, k = tokens.word, whole.phrase_last
    while k < min(tokens.size, whole.phrase_last + _REACH) and word[k] not in HAVE:
        if word[k] in PARTS or (tag(word[k])[:1] == "v" and tag(word[k])[:2] != "vd"):
            return match
        k += 1
    if not any(tag(form)[:2] == "vd" for form in word[whole.phrase_last : k]):
        return match  # "$2 million of the $9 million it has asked for"
    led = range(k + 1, k + _NEAR)
    t = next((t for t in triggers if t.first in led and t.kind != "noun"), None)
    if t is None or "not" in word[k : t.first] or t.measure == match.measure:
        return match
    return Match(t.measure, t, "what has come of the part", cost=match.cost)


def like_part(tokens: Tokens, low: Quantity, part: Quantity, before: Match, match: Match) -> Match:
    """ "Oman paid $2 million of the $9 million promised, and Peru $1 million of …": paid too."""
    gap = tokens.word[low.phrase_last : part.phrase_first]
    if part.kind != "money" or before.measure is None or before.measure == match.measure:
        return match
    if "and" not in gap or any(one in HELPERS or tag(one)[:1] == "v" for one in gap[1:]):
        return match
    return before.handed_on("like the part before")


def of_budget(tokens: Tokens, lists: MeasureLists, q: Quantity, match: Match) -> Match:
    """ "set aside $9 million for Chad | in its *budget*", "in the *estimates* $9 is provided"."""
    t, word, k = match.trigger, tokens.word, q.phrase_first
    if q.kind != "money" or match.measure not in (*lists.bound, lists.given):
        return match
    first, last = (k - 1, k) if t is None else (t.first, t.last)
    sets = any(not _SETTING.isdisjoint(verb_lemmas(one)) for one in word[first:last])
    front, behind = word[:first], word[q.phrase_last :][: _VALUED + _NEAR]
    if not sets or _BUDGETS.isdisjoint(front[:_BUILT_IN] + behind):
        return match
    at = next((j for j, one in enumerate(behind) if one in _BUDGETS), None)
    if at is not None:
        found = next((one for one in reversed(behind[:at]) if tag(one)[0] in "pc,"), "") in _WITHIN
    else:
        verbs = [one for one in front if tag(one)[:2] in ("v", "v,", "vd") or one == ","]
        found = word[0] in _WITHIN or HELPERS.issuperset(verbs)
    return Match(lists.heads["plan"], t, BUDGETED) if found else match


def borne(tokens: Tokens, lists: MeasureLists, q: Quantity, match: Match) -> Match:
    """ "The relief cost *Peru* $9 million and Chad $2 million": what somebody has paid for it."""
    t, word = match.trigger, tokens.word
    if q.kind != "money" or match.measure not in lists.heads.values() or t is None:
        return match
    if t.kind != "verb" or word[t.first] != "cost" or t.last > q.phrase_first - 1:
        return match
    k = t.last + (word[t.last] in ("the", "this", "our"))
    ahead = word[t.first - 1] in HELPERS or word[t.first - 1] == "to"  # "is set to cost Peru"
    if ahead or not (tokens.capital(k) or singular(word[k]) in _PAYERS):
        return match
    led = word[max(0, t.first - _REACH) : t.first]
    if not nouns("event").isdisjoint(map(singular, led[-_NEAR:])) and "relief" not in led:
        return match  # "the floods cost Peru $9 million"
    return Match(lists.given, t, match.rule, cost=match.cost)


def of_that(tokens: Tokens, lists: MeasureLists, q: Quantity, match: Match, told: Match) -> Match:
    """ "Of this, $3 million is bilateral aid", "… came from Chad": what was read of the whole."""
    word, t, k = tokens.word, match.trigger, q.phrase_last
    if word[0] != "of" or word[1] not in POINTERS or told.measure is None:
        return match
    if t is None:
        plain = tokens.at(k) in verb_forms(("come",)) and tokens.at(k + 1) == "from"
    else:
        plain = t.kind == "noun" and t.first >= k and word[k : k + 1] in _ARE
    plain = plain and match.measure in lists.by_default
    return told.handed_on("part of the sum told before", keep_trigger=False) if plain else match


def among_pledges(
    tokens: Tokens, lists: MeasureLists, q: Quantity, match: Match, carried: Carried
) -> Match:
    """ "Of the pledges the largest contribution was that of Malta ($4 million)": pledged as well.

    So are the gifts of those who give most, and sums behind names, where no verb tells of them.
    """
    t = match.trigger
    if q.kind != "money" or not (
        match.measure in lists.by_default or (t is None and _gives_most(tokens.word, q))
    ):
        return match
    labelled = is_labelled(tokens, q)
    plain = t is None or t.lemma in _GIFTS or tokens.word[t.first].endswith("ing")
    if not plain and not (labelled and t is not None and t.kind == "noun"):
        return match
    told = [name for name, _ in carried.topics() if name in lists.bound]
    if not told or not (labelled or (told[-1] in lists.done and _gives_most(tokens.word, q))):
        return match
    return Match(told[-1], None, "what the text told before", cost=match.cost)


def of_giver(tokens: Tokens, lists: MeasureLists, q: Quantity, carried: Carried) -> Match:
    """ "It seeks $9 million. The main donor is Malta, *with* | $2 million": given, or pledged.

    So is what wins somebody applause, and what one supports others with; what the largest lender
    comes with is lent.
    """
    word = tokens.word
    if q.kind == "money" and _is_own_share(word, q.phrase_first - 1):
        before = carried.sum_before()
        if before is None:
            return Match()
        return before.handed_on("share of what was told before", keep_trigger=False)
    owned = word[q.phrase_first - 1] in _OWNERS
    if q.kind != "money" or word[q.phrase_first - 1 - owned] != "with":
        return Match()
    led = [singular(one) for one in word[: q.phrase_first]]
    if lists.lent and not _LENDERS.isdisjoint(led[-_NEAR - 1 :]):
        return Match(lists.lent[0].name, None, "what a lender lent")
    givers = _GIVERS | _THANKS
    helps = not verb_forms(_HELPING).isdisjoint(word[: q.phrase_first])
    if not helps and (givers.isdisjoint(led) or ("followed", "by") in pairwise(led)):
        return Match()  # "the main donor offered $2 million, followed by Mali with 1"
    last = carried.matches.get("currency")
    told = [name for name, rule in carried.topics() if rule != BOUND]
    told = told or ([] if last is None or last.measure is None else [last.measure])
    if not told and _GIVERS.isdisjoint(led):
        return Match()
    name = told[-1] if told and told[-1] in lists.bound else lists.given
    return Match(name, None, "what a giver gave")


def _is_own_share(word: list[str], k: int) -> bool:
    """ "$1.8 billion was pledged. *Our own share was* £39 million": of those who gave it."""
    while k > 0 and (word[k] in BE or tag(word[k]) == "r"):
        k -= 1
    if k < 1 or word[k] != "share":
        return False
    return word[k - 1 - (word[k - 1] == "own")] in _OWNERS


def _gives_most(word: list[str], q: Quantity) -> bool:
    led = word[max(0, q.phrase_first - _REACH) : q.phrase_first]
    for k, one in enumerate(led):
        if one in _MOST and not _GIFTS.isdisjoint(map(singular, led[k + 1 : k + _NEAR])):
            return all(
                tag(form)[:1] != "v" or form in _BEING or form.endswith("ing")
                for form in led[k + 2 :]
            )
    return False


def _says_nothing(lists: MeasureLists, match: Match, before: Quantity) -> bool:
    """Whether no word of its own, behind the sum before, tells of a sum but that it is a gift."""
    t = match.trigger
    if match.measure is None or t is None or t.last <= before.phrase_first:
        return True
    return t.kind in NAMING and match.measure in lists.by_default


def _is_joined(word: list[str], low: Quantity, q: Quantity) -> bool:
    gap = word[low.phrase_last : q.phrase_first]
    if len(gap) > _REACH or _JOINS.isdisjoint(gap):
        return False
    return not any(
        one in HELPERS
        or (
            tag(one)[:1] == "v"
            and tag(one)[:2] != "vd"
            and one[-3:] != "ing"
            and gap[k - 1] != "to"
        )
        for k, one in enumerate(gap)
    )
