"""What is still to come, denied or supposed: the words before a trigger that change its sense."""

from itertools import pairwise

from plainfigures.figures import claims, prospects, refusals, tenses
from plainfigures.figures.triggers import Trigger
from plainfigures.prose.helpers import BE, HAVE
from plainfigures.prose.lexicon import future, is_person, tag
from plainfigures.prose.number import is_number
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.tokens import Tokens

_DONE = frozenset(
    "continue continues continued helped able chose chosen opted decided managed allowed forced "
    "began begun started "
    "assisted supported aided sponsored completed finished claimed claims".split()
)
_MANAGED = frozenset("managed helped continued able began started".split())
_ENABLED = frozenset("enabled allowed permitted facilitated".split())
_ACCORDS = frozenset(
    "agreement deal accord pact treaty protocol decree timetable schedule proposal talks".split()
)
_PROMISES = frozenset(
    "promise promises promised stipulate stipulates stipulated forecast forecasts consider "
    "considers considering vowed vows aimed undertook undertaken guarantees "
    "ordered demanded demands urged urges sought seeks favours favors advocates advocated "
    "requested requests opposes opposed resists".split()
)
_PROSPECTS = frozenset(
    "cost costs price expense prospect prospects idea threat possibility risk task aim hope hopes "
    "question talk".split()
)
_SCHEMES = frozenset("programme program plan plans scheme project operation campaign".split())
_OVER = frozenset("ended ends completed concluded finished over closed".split())
_LATER_ON = 8
_STOPS = frozenset((";", ":"))
_WISHES = frozenset("intention intentions wish desire plan plans hope prospect thought".split())
# What a teller knows who looks back.
_LATER = frozenset("before eventually ultimately".split())
_SUPPOSE = frozenset(("suppose", "supposing", "imagine", "assume", "assuming"))
_NOT = frozenset(("not", "cannot", "never", "unable", "unwilling", "n't"))
_NOW = frozenset(("is", "are", "am"))
_LESS = frozenset(("without", "excluding", "excepting", "discounting"))
BORDERS = frozenset((";", ":", "while", "but"))
_CLAUSES = frozenset(", and who which that where when".split())
_NAMING = frozenset(("noun", "state"))
_DET = frozenset("the their its his her voluntary".split())
_CONDITIONS = frozenset("if unless had suppose supposing imagine assume assuming were".split())
_NO_ONE = frozenset(("neither", "nor", "none"))


def done(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """Whether what a trigger with "to" names has come true: "helped 900 people to return"."""
    word = tokens.word
    if word[t.first] in _ENABLED and q.kind != "money":  # "has enabled the return of 900"
        return future("measure").isdisjoint(word[max(0, t.first - 7) : t.first])
    if q.kind != "money" and tenses.is_believed(word, t):
        return True
    if word[t.first] != "to" or q.kind == "money" or _is_next(word, q, t):
        return False
    if t.last <= q.phrase_first and word[t.first - 1] == "decided":
        return False  # but "900 decided to return"
    if tenses.departed(tokens, q, t):
        return True
    k = min(t.first, q.phrase_first) if q.phrase_last == t.first else t.first
    near = word[max(0, k - 4) : k]
    return not _DONE.isdisjoint(near) and future("measure").isdisjoint(word[max(0, k - 7) : k])


def planned(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """Whether what the trigger says is still to come ("plan to return", "will give")."""
    word = tokens.word
    if q.kind != "money" and (_supposed(word, t) or _is_question(word, t)):
        return True  # "if 900 were sent home", "how could it take back 900?"
    if _is_task(tokens, t) or _is_next(word, q, t) or _agreed(word, q, t):
        return True
    if tenses.is_ahead(tokens, q, t) or tenses.may_come(tokens, q, t):
        return True
    if tenses.has_come(tokens, q, t):
        return False
    if word[t.first] == "former":  # "former IDPs will move in": what they were says no time
        return not future("measure").isdisjoint(word)
    have = t.first - 1  # "of the needs 4 million has been met"
    have -= q.kind == "money" and tokens.at(have) == "been"
    if tokens.at(have) in HAVE and tokens.at(have - 1) not in future("measure") - {"needs"}:
        return False
    closed = False
    for k in range(t.first - 1, max(0, min(q.phrase_first, t.first) - 7) - 1, -1):
        if closed or word[k] == ")":  # "40 hectares (target: 60), of which 10 were cleared"
            closed = word[k] != "("
            continue
        if word[k] in BORDERS:
            if word[k] == ":" and tokens.at(k - 1) in future("measure"):
                return True  # "The aim: 40 hectares cleared by May"
            break
        if word[k] in _DONE and t.first - k <= 4 and q.kind != "money":
            return False
        if word[k] in future("measure") and not (
            _is_because(tokens, k) or tenses.is_led_by(tokens, k, q, t)
        ):
            if q.kind != "money" or not _is_noun(tokens, k):
                return True
        if q.kind != "money" and word[k] == "to" and tokens.at(k - 1) in (*BE, "about"):
            return True  # "work is to begin on clearing 40 hectares"
    if prospects.is_awaited(tokens, q):
        return True
    if q.kind == "money" and (
        prospects.is_gathered(word, t.first, t.last) or prospects.is_brought_to(word, q, t)
    ):
        return True
    opener = word[max(0, q.phrase_first - 2) : q.phrase_first]
    if t.last < q.phrase_first and opener[1:] == ["to"] and opener[0] in BE:
        return True  # "assistance is to exceed $4 million"
    if q.kind == "money" and word[t.first].endswith("ing") and not t.lemma.startswith("spen"):
        k = t.first - 1 - (tag(tokens.at(t.first - 1) or ".") == "r")
        if tokens.at(k) in _NOW and q.rate is None and "since" not in word[q.phrase_last :]:
            return True  # "is also sending $4 million", but "is spending $4 million a month"
    if q.kind == "money" and t.first >= q.phrase_last and tokens.at(t.last) in ("will", "shall"):
        return True  # "$4 million of the aid will go to"
    if t.kind == "noun" and q.kind == "money" and "will" in _words_between(word, t, q):
        return True  # "the contribution will be $4 million"
    before = word[max(0, t.first - 2) : t.first]
    if q.kind == "money" and before[1:] == ["to"] and before[0] in _MANAGED:
        return False  # "managed to secure $4 million"
    if before[-1:] == ["to"] and (t.kind == "verb" or "v" in tag(word[t.first]).split(",")):
        return True
    if before == ["to", "be"] or before == ["before", "being"]:
        return True
    if q.kind != "money" and (
        before[-1:] == ["for"] or (before[:1] == ["for"] and before[1] in _DET)
    ):
        # "cleared for return", "ready for resettling"
        return t.kind != "phrase"
    # "the return of 900 people should begin", "is foreseen": the predicate of the noun
    last = max(t.last, q.phrase_last)
    after = word[last : last + 3]
    if after[:1] and is_number(after[0]):
        return False  # "of the 40,000 returnees 12,000 need shelter"
    to_come = after[1:2] == ["to"] and after[0] in BE
    to_come |= tokens.at(t.last) in future("measure")  # "clearance should reach 40 hectares"
    who = q.phrase_first <= t.first < q.phrase_last and is_person(t.lemma)
    acts = (t.kind == "noun" and not who) or word[t.first].endswith("ing")
    return acts and (to_come or not future("measure").isdisjoint(after))


def _is_because(tokens: Tokens, k: int) -> bool:
    """ "displaced due to the war", but "due to return"."""
    if tokens.word[k] != "due" or tokens.at(k + 1) != "to":
        return False
    return "v" not in tag(tokens.at(k + 2) or ".").split(",")


def _words_between(word: list[str], t: Trigger, q: Quantity) -> list[str]:
    """The words from a trigger to a number after it, none over a comma."""
    between = word[t.last : q.phrase_first]
    return [] if "," in between else between


def _is_noun(tokens: Tokens, k: int) -> bool:
    """Whether "plan" or "target" is a noun here that plans nothing by itself ("response plan")."""
    if tokens.at(k + 1) == "to" or "n" not in tag(tokens.word[k]).split(","):
        return False
    if tag(tokens.at(k - 1)) == "d" and tokens.at(k + 1) in ("for", "of"):
        return True
    return tag(tokens.at(k - 1)).split(",")[0] in ("n", "a") or tokens.at(k + 1) in BE


def _agreed(word: list[str], q: Quantity, t: Trigger) -> bool:
    """Whether people are the object of a promise or of an accord.

    "promised the return of 900", "agreement was reached on taking back 900".
    """
    if q.kind == "money" or t.first > q.first or "," in word[t.last : q.phrase_first]:
        return False
    near = word[max(0, t.first - 6) : t.first]
    if near[-1:] == ["the"]:
        near.pop()
    if not _PROMISES.isdisjoint(near[-2:]):
        return True
    if near[-1:] == ["of"] and not _PROSPECTS.isdisjoint(near[-3:]):
        return True  # "the cost of sending home 900"
    if near[-1:] in (["include"], ["includes"]) and not _SCHEMES.isdisjoint(word[: t.first]):
        return True  # "the plans include the return of 900"
    if near[-1:] == ["for"] and not _SCHEMES.isdisjoint(near[-3:]):
        after = word[q.phrase_last : q.phrase_last + _LATER_ON]
        return _OVER.isdisjoint(after)  # "a programme for the return of 900 was launched"
    return near[-1:] in (["on"], ["for"]) and not _ACCORDS.isdisjoint(near)


def _is_next(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "300 returned, and the mayor hopes for 200 more": what is hoped for after what was done."""
    between = word[t.last : q.phrase_first]
    if q.kind == "money" or "and" not in between:
        return False
    return not future("measure").isdisjoint(between[between.index("and") :])


def _is_task(tokens: Tokens, t: Trigger) -> bool:
    """ "- clear 40 hectares": what an item of a list tells to do."""
    k = t.first - 1
    if k < 0 or tokens.word[k][0].isalnum() or any(len(w) > 2 for w in tokens.word[:k]):
        return False
    return t.kind == "verb" and t.lemma == tokens.word[t.first]


def negated(tokens: Tokens, t: Trigger) -> bool:
    """Whether the trigger itself is denied: "cannot return", "No casualties were reported"."""
    word = tokens.word
    near = word[max(0, t.first - 4) : t.first]
    for k in range(len(near) - 1, -1, -1):
        if near[k] in _STOPS:
            near = near[k + 1 :]
            break
    if "no" in near[-2:] and t.kind == "noun":
        return True
    if near[-2:-1] == ["no"] and word[t.first] == "to":
        return True  # "there are no homes to go back to"
    if "no" in near and not _WISHES.isdisjoint(near):
        return True  # "31 had no intention of returning"
    if t.kind == "verb" and tokens.at(t.last) == "no" and tokens.at(t.last + 2) != "than":
        return True  # "will receive no further subsidy", but not "no more than 6 percent"
    return refusals.is_refused(tokens, t) or (not _NOT.isdisjoint(near) and "only" not in near)


def set_aside(
    tokens: Tokens, q: Quantity, t: Trigger, is_planned: bool, future_counts: bool
) -> str | None:
    """Why a number with a measure is no figure after all: denied, hypothetical, or None.

    `future_counts`: the measure is of sums or targets, which may be promised.
    """
    word = tokens.word
    if t.kind != "noun" and negated(tokens, t) and not _only_unable(word, t):
        return "denied"
    granted = claims.granted(tokens, q, t)
    if _of_nobody(word, t) or (not granted and claims.disowned(tokens, q, t)):
        return "denied"
    if granted:
        return None
    if claims.asked(tokens, q, t):
        return "hypothetical"
    near = [] if t.lemma.startswith("not ") else tenses.leading(tokens, q, t)
    lead = word[max(0, q.phrase_first - 3) : q.phrase_first + 1]
    enabled = "so" in lead and ("so", "that") in pairwise(lead)
    if enabled or (q.kind == "percent" and _estimated(word, t)):
        return None  # "so that 300 people could move back"
    if not tenses.SUPPOSING.isdisjoint(near) and not is_planned and not future_counts:
        return None if _foretells(word, near) else "hypothetical"
    if not is_planned and not future_counts and tenses.may_befall(tokens, q, t, near):
        return "hypothetical"
    if _is_question(word, t) and not (is_planned and q.kind != "money"):
        return "hypothetical"
    if _supposed(word, t) and not (is_planned and q.kind != "money"):
        return "hypothetical"
    return None


def _estimated(word: list[str], t: Trigger) -> bool:
    """ "the pact could raise trade by 6%": a percentage that depends on nothing, or on a lack."""
    given = not _LESS.isdisjoint(word[: t.first])  # "without gold, trade would have"
    return given or (word[-1] != "?" and _CONDITIONS.isdisjoint(word))


def _of_nobody(word: list[str], t: Trigger) -> bool:
    """ "neither side lost more than 20 men", "none of the boats carried back": no one did."""
    if t.kind in _NAMING:
        return False
    for k in range(t.first - 1, max(-1, t.first - 12), -1):
        if word[k] in _NO_ONE:
            return True
        if word[k] in BORDERS or word[k] in _CLAUSES:
            return False
    return False


def _foretells(word: list[str], near: list[str]) -> bool:
    """ "would kill 900 before it ended", "would eventually claim 900 lives": told from later on."""
    return "would" in near and "if" not in word and not _LATER.isdisjoint(word)


def _is_question(word: list[str], t: Trigger) -> bool:
    """ "How could it kill 900?"."""
    return word[-1] == "?" and not tenses.SUPPOSING.isdisjoint(word[: t.first])


def _supposed(word: list[str], t: Trigger) -> bool:
    """ "If a war killed 900", "Suppose that it drove out 900", "Had it come, 900 would flee"."""
    if word[0] in _SUPPOSE:
        return t.kind != "noun" and ";" not in word[: t.first]
    if word[0] not in ("if", "had", "unless") or not (word[0] == "if" or "would" in word):
        return False
    commas = [k for k, form in enumerate(word) if form == ","]
    if commas[:1] == [1]:  # "If, as some say, 900 came"
        commas = commas[2:]
    end = commas[0] if commas else len(word)
    return t.first < end or not tenses.SUPPOSING.isdisjoint(word[end : t.first])


def _only_unable(word: list[str], t: Trigger) -> bool:
    return not {"unable", "unwilling"}.isdisjoint(word[max(0, t.first - 4) : t.first])
