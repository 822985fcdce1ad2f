"""What is still to come: the words around a trigger that say when."""

from plainfigures.figures.grammar import denials, prospects, tenses
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE, HAVE, HELPERS, WILL
from plainfigures.prose.words.lexicon import future, is_person, tag, verb_lemmas
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_DONE = frozenset(
    "continue continues continued dared ventured helped able chose chosen opted elected decided "
    "managed allowed forced began begun started "
    "supporting assisting assisted supported aided sponsored completed finished claimed claims "
    "prompted led caused induced facilitated".split()
)
_MANAGED = frozenset("managed helped continued able began started".split())
_AHEAD = BE | frozenset("set due expected projected scheduled".split())
_HELP = frozenset("assistance help support aid".split())
_GOT = frozenset("received got accepted had".split())
_ENABLED = frozenset("enabled allowed permitted facilitated".split())
_APPEALS = frozenset("appeal appealed appeals appealing".split())
_ACCORDS = frozenset(
    "agreement deal accord pact treaty protocol decree timetable schedule proposal talks details "
    "arrangements modalities preparations".split()
)
_PROMISES = frozenset(
    "promise promises promised stipulate stipulates stipulated forecast forecasts consider "
    "considers considering vowed vows aimed undertook undertaken guarantees "
    "ordered demanded demands urged urges sought seeks favours favors advocates advocated "
    "requested requests opposes opposed resists".split()
)
_PROSPECTS = frozenset(
    "cost costs price expense prospect prospects idea threat possibility risk task aim hope hopes "
    "question talk announcement".split()
)
_SCHEMES = frozenset(
    "programme program plan plans scheme project operation campaign budget".split()
)
_FORESEEING = ("provide", "call", "push", "press", "prepare")
_OVER = frozenset("ended ends completed concluded finished over closed".split())
_LATER_ON = 8
# Within so many tokens after "took" a time ends.
_TIME = 6
# The longest aside between a noun and its predicate.
_ASIDE = 12
_OFFERS = frozenset(("provides", "extends"))
_NOW = frozenset(("is", "are", "am"))
_SO_FAR = frozenset("so far only already also now since just yet merely actually".split())
_WHICH = frozenset(("that", "which"))
_DET = frozenset("the their its his her voluntary".split())


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
    last = q.phrase_last
    if tokens.at(last) == "(" and ")" in word[last : t.first]:  # "30 families (90 people) to"
        last = word.index(")", last) + 1
    last += tokens.at(last) == ")"
    k = min(t.first, q.phrase_first) if last == t.first else t.first
    near = word[max(0, k - 4) : k]
    if "allowed" in near and not _NOW.isdisjoint(near):
        return False  # "900 are now allowed to return"
    if near[-1:] != [] and near[-1] in _HELP and not _GOT.isdisjoint(near):
        return True  # "900 have received assistance to return"
    led = word[max(0, q.phrase_first - 4) : q.phrase_first]
    if "displaced" in word[last : t.first] and not _DONE.isdisjoint(led):
        k, near = q.phrase_first, led  # "allowed 900 people displaced in the war to return"
    return not _DONE.isdisjoint(near) and future("measure").isdisjoint(word[max(0, k - 7) : k])


def planned(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """Whether what the trigger says is still to come ("plan to return", "will give")."""
    word = tokens.word
    if q.kind != "money" and (denials.is_supposed(word, t) or denials.is_question(word, t)):
        return True  # "if 900 were sent home", "how could it take back 900?"
    if _is_task(tokens, t) or _is_next(word, q, t) or _agreed(word, q, t):
        return True
    if tenses.is_ahead(tokens, q, t) or tenses.may_come(tokens, q, t):
        return True
    if q.kind == "money" and (prospects.is_to_date(word, q, t) or _is_given(word, q, t)):
        return False
    if word[t.first] == "former":  # "former IDPs will move in": what they were says no time
        return not future("measure").isdisjoint(word)
    have = t.first - 1  # "of the needs 4 million has been met"
    have -= q.kind in ("money", "bare") and tokens.at(have) == "been"
    while tokens.at(have) in _SO_FAR:
        have -= 1  # "has so far only donated $4 million"
    if tokens.at(have) in HAVE:  # "the plan has received $4 million", but "plans have made …"
        if tokens.at(have - 1) not in future("measure") - {"needs"} or _is_noun(tokens, have - 1):
            return False
    closed = False
    for k in range(t.first - 1, max(0, min(q.phrase_first, t.first) - 7) - 1, -1):
        if closed or word[k] == ")":  # "40 hectares (target: 60), of which 10 were cleared"
            closed = word[k] != "("
            continue
        if word[k] in denials.BORDERS:
            if word[k] == ":" and tokens.at(k - 1) in future("measure"):
                return True  # "The aim: 40 hectares cleared by May"
            break
        if word[k] == "," and t.first == q.phrase_last and k < q.phrase_first:
            break  # "14 requested, 6 received"
        if word[k] in _DONE and t.first - k <= 4 and q.kind != "money":
            return False
        if word[k] in future("measure") and not (
            tokens.at(k - 1) == "than"  # "14 per cent more than planned, and found 90"
            or _is_because(tokens, k)
            or _is_numbered(tokens, k)
            or tenses.is_led_by(tokens, k, q, t)
        ):
            # but "the review enables a disbursement of $4 million": at once
            if q.kind != "money" or not (_is_noun(tokens, k) or word[k] == "enables"):
                return True
        if q.kind != "money" and word[k] == "to" and tokens.at(k - 1) in (*BE, "about"):
            return True  # "work is to begin on clearing 40 hectares"
        if q.kind != "money" and word[k : k + 2] == ["to", "help"] and word[k - 1] in _SCHEMES:
            if tag(tokens.at(k - 2) or ".")[0] == "n":
                return True  # "the agency plans to help 900 home"
            return _OVER.isdisjoint(word)  # "the operation to help 900 go home was launched"
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
    if q.kind == "money" and word[t.first] in _OFFERS and q.rate is None:
        return True  # "Oman provides $4 million", but "provides $4 million a month"
    if q.kind == "money" and t.first >= q.phrase_last and tokens.at(t.last) in WILL:
        return True  # "$4 million of the aid will go to"
    if t.kind == "noun" and q.kind == "money":
        gap = _words_between(word, t, q)
        ahead = any(one in _AHEAD and gap[k + 1 : k + 2] == ["to"] for k, one in enumerate(gap))
        if "will" in gap or ahead:
            return True  # "the contribution will be $4 million", "aid is set to reach $4 million"
    before = word[max(0, t.first - 2) : t.first]
    if q.kind == "money" and before[1:] == ["to"]:
        if before[0] in _MANAGED or "took" in word[max(0, t.first - _TIME) : t.first]:
            return False  # "managed to secure $4 million", "took a year to release $4 million"
    acts = t.kind == "verb" or "v" in tag(word[t.first]).split(",")
    if before[-1:] == ["to"] and (acts or (t.kind == "phrase" and verb_lemmas(word[t.first]))):
        return True
    if before == ["to", "be"] or before == ["before", "being"]:
        return True
    if q.kind != "money" and (
        before[-1:] == ["for"] or (before[:1] == ["for"] and before[1] in _DET)
    ):
        # "cleared for return", "ready for resettling"
        return t.kind != "phrase"
    # "the return of 900 people should begin", "is foreseen": the predicate of the noun
    last = _past_aside(tokens, max(t.last, q.phrase_last), t)
    after = word[last : last + 3]
    if "and" in after:  # "took in 300 under the resettlement scheme and will take 200"
        after = after[: after.index("and")]
    if after[:1] and is_number(after[0]):
        return False  # "of the 40,000 returnees 12,000 need shelter"
    if t.first >= q.phrase_last and not _WHICH.isdisjoint(after):
        return False  # "900 boarded the repatriation convoy that will take them home"
    if t.kind == "noun" and _sets_off(tokens, last):
        return True
    to_come = after[1:2] == ["to"] and after[0] in BE
    to_come |= tokens.at(t.last) in future("measure")  # "clearance should reach 40 hectares"
    who = q.phrase_first <= t.first < q.phrase_last and is_person(t.lemma)
    names = (t.kind == "noun" and not who) or word[t.first].endswith("ing")
    return names and (to_come or not future("measure").isdisjoint(after))


def _is_given(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "will tell how *the* $4 million | paid to Chad | was used": the sum is known already."""
    led = t.first == q.phrase_last and word[q.phrase_first - 1] == "the"
    done = led and tag(word[t.first])[:2] == "vd"
    return done and not prospects.is_gathered(word, t.first, t.last)


def _sets_off(tokens: Tokens, k: int) -> bool:
    """ "a convoy of 900 returnees | is set to leave today"."""
    if tokens.at(k) not in BE:
        return False
    k += 1 + (tokens.at(k + 1) in _AHEAD)
    return tokens.at(k) == "to" and tokens.at(k + 1) in tenses.LEAVING


def _is_because(tokens: Tokens, k: int) -> bool:
    """ "displaced due to the war", but "due to return"."""
    if tokens.word[k] != "due" or tokens.at(k + 1) != "to":
        return False
    return "v" not in tag(tokens.at(k + 2) or ".").split(",")


def _past_aside(tokens: Tokens, k: int, t: Trigger) -> int:
    """ "clearance of 412 hectares, *contaminated with mines*, | is planned": past an aside."""
    word = tokens.word
    if t.kind != "noun" or tokens.at(k) != "," or "," not in word[k + 1 : k + _ASIDE]:
        return k
    close = word.index(",", k + 1)
    return close + 1 if tokens.at(close + 1) in (*BE, *WILL) else k


def _is_numbered(tokens: Tokens, k: int) -> bool:
    """ "at task 118 they found two mines": the name of a site, and nothing that is planned."""
    return tokens.word[k] == "task" and is_number(tokens.at(k + 1) or ".")


def _words_between(word: list[str], t: Trigger, q: Quantity) -> list[str]:
    """The words from a trigger to a number after it, none over a comma."""
    between = word[t.last : q.phrase_first]
    return [] if "," in between else between


def _is_noun(tokens: Tokens, k: int) -> bool:
    """Whether "plan" or "target" is a noun here that plans nothing by itself ("response plan")."""
    kinds = tag(tokens.word[k]).split(",")
    if tokens.at(k + 1) == "to" or not ("n" in kinds or "ns" in kinds):
        return False
    if tokens.word[k].endswith("'ll"):
        return False  # "they'll be giving $4 million"
    if tag(tokens.at(k - 1)) == "d" and tokens.at(k + 1) in ("for", "of"):
        return True
    if tokens.at(k + 1) in HELPERS:
        return True  # "the plans are funded at $4 million"
    return "n" in kinds and tag(tokens.at(k - 1)).split(",")[0] in ("n", "a")


def _agreed(word: list[str], q: Quantity, t: Trigger) -> bool:
    """Whether people are the object of a promise or of an accord.

    "promised the return of 900", "promised 900 returns", "was reached on taking back 900".
    """
    first = min(t.first, q.phrase_first) if t.first < q.phrase_last else t.first
    if q.kind == "money" or first > q.first or "," in word[t.last : q.phrase_first]:
        return False
    near = word[max(0, first - 6) : first]
    if near[-1:] == ["the"]:
        near.pop()
    if not _PROMISES.isdisjoint(near[-2:]):
        return True
    if near[-1:] == ["of"] and not _PROSPECTS.isdisjoint(near[-3:]):
        return True  # "the cost of sending home 900"
    if near[-1:] in (["include"], ["includes"]) and not _SCHEMES.isdisjoint(word[: t.first]):
        return True  # "the plans include the return of 900"
    if near[-1:] == ["for"] and near[-2:-1] and near[-2] in verb_forms(_FORESEEING):
        return True  # "the accord provides for the return of 900"
    if near[-1:] == ["for"] and not _SCHEMES.isdisjoint(near[-3:]):
        after = word[q.phrase_last : q.phrase_last + _LATER_ON]
        return _OVER.isdisjoint(after)  # "a programme for the return of 900 was launched"
    if t.kind == "noun" and not _APPEALS.isdisjoint(word[: t.first]) and "for" in near:
        return True  # "an appeal for $3 million for the return and resettlement of 900"
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
