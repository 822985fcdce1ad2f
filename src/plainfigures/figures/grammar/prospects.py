"""Sums that are still to come by what stands around them: a conference, a new total, a wait."""

from collections.abc import Iterable

from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE, NOW, WILL
from plainfigures.prose.words.lexicon import future, speech_verbs, tag
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_GATHERINGS = frozenset("conference meeting summit roundtable platform gathering forum".split())
_ANY = frozenset(("meeting", "gathering"))
_ROUND = frozenset(("round", "-", "pledging"))
_LOCAL = frozenset("a public town village parish church mass annual".split())
_MEANWHILE = frozenset(("at", "during", "in"))
# How far before and behind a verb the gathering may stand at which a sum was raised.
_BEFORE, _BEHIND = 14, 12
_FAR = 24
# What has been paid, however much of it there is now.
_PAID = frozenset(
    "payments disbursement disbursements spent paid disbursed delivered transferred".split()
)
_BY = frozenset(("to", "by"))
_RAISING = frozenset("increasing raising doubling tripling boosting expanding".split())
_MAKING = frozenset("making giving offering extending providing".split())
_ACTING = _MAKING | _RAISING
_PROPOSING = frozenset(
    "announced announces announce announcement proposed proposes propose proposal pledged "
    "promised vowed unveiled".split()
)
# Within so many tokens before what somebody does stands that he announces it.
_SAID = 5
AHEAD = BE | frozenset("set due expected projected scheduled likely bound".split())
_OFFERS = frozenset(("provides", "extends"))
_RISES = frozenset("rise increase grow climb fall drop decrease double go".split())
# So near before a sum stands the verb that moves it.
_RISE = 6
# So near behind a sum stands what became of it.
_TOLD = 6
_LATER = frozenset(("next", "coming"))
_TERMS = frozenset("year years month months week weeks decade".split())
_WHEN = 6
# How far before what was paid stands the verb that brings its total to a sum.
_TOTAL = 5
_BRINGS = ("bring", "take", "lift")
_MIGHT = frozenset("could might may".split())
_REACHING = frozenset("reach hit pass exceed top rise climb grow go increase swell".split())
_NO, _LOSING = frozenset(("no", "little")), ("lose", "abandon", "drop", "scrap", "shelve")
_ADDING = frozenset(("bringing", "taking", "lifting"))
_KNOWING = frozenset("know remember recall note realise realize understand".split())


def is_awaited(tokens: Tokens, q: Quantity) -> bool:
    """ "5,000 more are expected by June"."""
    last = q.phrase_last + (tokens.at(q.phrase_last) in ("more", "others"))
    return tokens.at(last) in BE and tokens.at(last + 1) in future("measure")


def may_reach(word: list[str], q: Quantity) -> bool:
    """ "The toll, now 40, *could reach* 90", "*might rise to* 90": what has not come to pass."""
    k = q.phrase_first - 1
    k -= word[k] in ("to", "as")
    k -= word[k] in ("high", "up")
    led = word[max(0, k - 2) : k]
    return word[k] in _REACHING and not _MIGHT.isdisjoint(led) and "have" not in led


def is_lost(tokens: Tokens, k: int) -> bool:
    """ "gave up *hope* and", "dropped its *plans*", "with no *hope*": nothing is to come of it."""
    word = tokens.word
    if tokens.at(k + 2 + (tokens.at(k + 1) == "to")) == "that":
        return not _KNOWING.isdisjoint(word[k + 1 : k + 3])  # "should *know that* Chad gave"
    at = k - (tag(word[k - 1])[:1] == "d")
    given_up = word[at - 1] == "up" and word[at - 2] in verb_forms(("give",))
    return given_up or word[k - 1] in _NO or word[at - 1] in verb_forms(_LOSING)


def is_for_later(word: list[str], q: Quantity) -> bool:
    """ "and a further $2 million | over the next two years"."""
    after = word[q.phrase_last : q.phrase_last + _WHEN]
    return after[:1] != [","] and any(
        one in _LATER and not _TERMS.isdisjoint(after[k + 1 : k + 3]) for k, one in enumerate(after)
    )


def is_paid(words: Iterable[str]) -> bool:
    """Whether words tell of what has been paid: "total disbursements"."""
    return not _PAID.isdisjoint(words)


def is_gathered(word: list[str], first: int, last: int) -> bool:
    """ "the donors' conference raised $9 million", "was raised during the gathering"."""
    if is_paid(word[first:last]):
        return False  # "of the aid promised at the conference $9 million was paid"
    low = max(0, first - _BEFORE)
    told = next((k for k in range(first - 1, low, -1) if word[k] == "that"), 0)
    if told and not speech_verbs().isdisjoint(word[:told]):
        low = told  # "said at a conference that Norway had given $9 million"
    if _gathers(word, low, first):
        return True
    after = word[last : last + _BEHIND]
    at = next((k for k, one in enumerate(after) if one in _MEANWHILE), len(after))
    return _gathers(word, last + at, last + len(after))


def is_condition(word: list[str], t: Trigger) -> bool:
    """ "unless UNICEF | receives $3 million": what somebody does not have yet."""
    return "unless" in word[max(0, t.first - _WHEN) : t.first]


def _is_being_made(word: list[str], t: Trigger) -> bool:
    """ "is making an additional | contribution of $3 million", "offered aid, giving $3 million"."""
    if t.kind == "noun":
        k = t.first - 1
        while k > 0 and word[k] not in _ACTING and tag(word[k])[0] in "dan":
            k -= 1
        if word[k] not in _ACTING or (word[k] in _RAISING and word[t.last] not in _BY):
            return False
        k -= 1 + (tag(word[k - 1]) == "r")
        return word[k] in NOW or (word[k] == "was" and word[k + 1] in _RAISING)
    if t.kind != "verb" or not word[t.first].endswith("ing"):
        return False
    if word[t.first - 1] in BE and t.first > 1:  # "announced | it was sending $3 million"
        return not _PROPOSING.isdisjoint(word[max(0, t.first - _SAID) : t.first])
    led = word[t.first - 1] == ","
    return led and not _PROPOSING.isdisjoint(word[: t.first])


def _gathers(word: list[str], first: int, last: int) -> bool:
    """Whether donors gather between two tokens; "a meeting in the town hall" is none of theirs."""
    return any(
        (word[k] in _GATHERINGS and not (word[k] in _ANY and word[k - 1] in _LOCAL))
        or (word[k] == "table" and word[k - 1] in _ROUND)
        for k in range(first, last)
    )


def _is_brought_to(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "this brings aid to the town to $9 million": with what was promised now."""
    if t.kind == "phrase" or t.last > q.first:
        return False
    return is_new_total(word, q.phrase_first, t.first)


def is_new_total(word: list[str], at: int, low: int | None = None) -> bool:
    """Whether "to" leads to the sum at token `at` after a verb of bringing, before token `low`.

    No new promise is told by "gave $2 million, *bringing* its total to $9 million".
    """
    start = max(0, at - _FAR if low is None else low - _BEFORE)
    near = word[start:at]
    adds = next((k for k in range(max(1, start), at) if word[k] in _ADDING), 0)
    if adds and word[adds - 1] == "," and _PROPOSING.isdisjoint(word[:adds]):
        return False
    if near[-4:] == ["to", "a", "total", "of"]:
        near = near[:-3]
    brought = near[-1:] == ["to"] and not verb_forms(_BRINGS).isdisjoint(near)
    return brought and not is_paid(near)


def is_to_date(tokens: Tokens, q: Quantity, t: Trigger) -> bool | None:
    """False of what is paid or known by now; None where nothing says so."""
    return False if _is_paid_by_now(tokens.word, q, t) or _is_given(tokens.word, q, t) else None


def _is_paid_by_now(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "would bring total disbursements to $9 million": mostly paid by now."""
    if is_paid(word[t.first : t.last]):
        near = word[max(0, t.first - _TOTAL) : t.first]
        return t.last < q.first and "to" not in near and not verb_forms(_BRINGS).isdisjoint(near)
    # "their gifts, $9 million, would otherwise have been less"
    return word[q.phrase_last + 1 : q.phrase_last + 3] == ["would", "otherwise"]


def _is_given(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "will tell how *the* $4 million | paid to Chad | was used": the sum is known already."""
    led = t.first == q.phrase_last and word[q.phrase_first - 1] == "the"
    done = led and tag(word[t.first])[:2] == "vd"
    return done and not is_gathered(word, t.first, t.last)


def is_pooled(tokens: Tokens, q: Quantity, t: Trigger) -> bool | None:
    """What donors raise together, are giving just now, or add to what they gave before."""
    word = tokens.word
    if is_paid(word[q.phrase_last : q.phrase_last + _TOLD]):
        return None  # "This brings to $4 million the total amount *spent*"
    made = t.last <= q.phrase_first and _is_being_made(word, t)
    return is_gathered(word, t.first, t.last) or made or _is_brought_to(word, q, t) or None


def is_giving(tokens: Tokens, q: Quantity, t: Trigger) -> bool | None:
    """ "Is also sending $4 million", "Oman provides $4 million", but no "$4 million a month"."""
    word = tokens.word
    if q.rate is not None:
        return None
    if word[t.first].endswith("ing") and not t.lemma.startswith("spen"):
        k = t.first - 1 - (tag(tokens.at(t.first - 1) or ".") == "r")
        if tokens.at(k) in NOW and "since" not in word[q.phrase_last :]:
            return True
    return word[t.first] in _OFFERS or None


def will_go(tokens: Tokens, q: Quantity, t: Trigger) -> bool | None:
    """ "$4 million of the aid will go to", "aid is set to reach $4 million"."""
    if t.first >= q.phrase_last and tokens.at(t.last) in WILL:
        return True
    if t.kind != "noun":
        return None
    gap = _words_between(tokens.word, t, q)
    ahead = any(one in AHEAD and gap[k + 1 : k + 2] == ["to"] for k, one in enumerate(gap))
    return "will" in gap or ahead or None


def will_rise(tokens: Tokens, q: Quantity, t: Trigger) -> bool | None:
    """ "aid, now $4 million, *will rise to* $9 million", but "will rise *from* $4 million"."""
    word, k = tokens.word, q.phrase_first - 1
    if t.last > k or word[k] not in ("to", "from"):
        return None
    rises = next((j for j in range(k - 1, max(t.last, k - _RISE) - 1, -1) if word[j] in _RISES), 0)
    if rises == 0 or word[rises - 1] not in WILL:
        return None
    if word[k] == "to":
        return True
    return False if tokens.at(q.phrase_last) == "to" else None


def _words_between(word: list[str], t: Trigger, q: Quantity) -> list[str]:
    """The words from a trigger to a number after it, none over a comma."""
    between = word[t.last : q.phrase_first]
    return [] if "," in between else between
