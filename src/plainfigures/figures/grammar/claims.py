"""What a sentence tells without standing behind it: claims that it denies, doubts or asks about."""

from itertools import pairwise

from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.speakers.counting import clausal_verbs
from plainfigures.prose.words.closed import CLAUSES, DEFINITE, RELATIVES
from plainfigures.prose.words.helpers import BE, HELPERS, NOBODY
from plainfigures.prose.words.lexicon import speech_verbs, tag
from plainfigures.prose.words.tokens import Tokens

_REJECTS = frozenset(
    "denied denies deny denying rejected rejects reject dismissed dismisses refuted refutes "
    "disputed".split()
)
_HEARSAY = frozenset("rumour rumor rumours rumors rumoured rumored legend".split())
_TRUE = frozenset("true case correct satisfied persuaded convinced".split())
_EVIDENCE = frozenset("evidence proof indication confirmation truth".split())
# "dismissed as propaganda the claim that", "called a lie the claim that"
_DISMISSES = _REJECTS | frozenset(
    "dismiss dismissing derided decried denounced ridiculed scorned".split()
)
_BRUSHING = (["brushed", "aside"], ["shrugged", "off"], ["waved", "away"], ["laughed", "off"])
_BRANDING = frozenset("called branded described labelled labeled termed".split())
_FALSEHOOD = frozenset(
    "lie lies false invention fabrication fabrications fantasy propaganda nonsense fiction "
    "fictitious baseless untrue slander disinformation fairy hoax rumour rumours rumors "
    "exaggeration ridiculous absurd".split()
)
_UNTRUE = frozenset("untrue false lie myth fiction fantasy nonsense denial denials".split())
_NOBODY = NOBODY | {"not"}
_REALLY = frozenset(("fact", "reality", "truth"))
_THOUGHT = frozenset(
    "fear fears feared believe believes believed think thinks thought suppose supposed assume "
    "assumed imagined expected".split()
)
_NEEDLESS = [["no", one, "to"] for one in ("need", "reason", "cause")]
# What is said of a plan that comes to nothing.
_DROPPED = (
    "called off", "ruled out", "rules out", "rule out", "ruling out", "rejected", "opposed",
    "cancelled", "canceled", "averted", "avoided", "shelved", "decided against",
)  # fmt: skip
_UNDONE = (
    *_DROPPED, "dropped", "abandoned", "scrapped", "turned down", "voted down", "defeated",
    "never adopted", "never approved", "never carried", "never realised", "never put",
    "not adopted", "not approved", "not accepted", "withdrawn",
)  # fmt: skip
_PLANS = frozenset("plan plans proposal proposals scheme idea project bid motion bill".split())
_FAR, _NEAR = 14, 5
_BRUSHED = frozenset(one for one, _ in _BRUSHING)
_DENIES = _UNTRUE | _DISMISSES | _BRANDING | _BRUSHED | _HEARSAY | _TRUE | _EVIDENCE | NOBODY
_REPORTS = frozenset(
    "figure number claim report reports claims figures numbers allegation allegations total toll "
    "count estimate rumour rumor story assertion statement".split()
)
_WORDS = _REPORTS | frozenset(("this", "that", "it", "which"))
_WRONG = frozenset(
    "wrong incorrect false untrue inaccurate mistaken unfounded baseless groundless invented "
    "fabricated fictitious erroneous nonsense".split()
)
_FALSE = _WRONG | _FALSEHOOD | {"myth", "legend"}
# What stands between "is" and what something is called.
_MERE = frozenset("a an the pure sheer mere utter complete outright old another malicious".split())
_ASKS = frozenset(
    "ask asks asked asking wonder wonders wondered wondering inquired enquired".split()
)
# How a speaker goes on ("denied that 412 had died, *repeating* the toll of 78").
_ANEW = frozenset("repeating reiterating putting giving citing quoting maintaining".split())


def granted(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """What is taken for granted: "would the 86 who were shot have lived?", "if the nine killed"."""
    word = tokens.word
    if tokens.at(q.phrase_first - 1) not in DEFINITE or t.first < q.last:
        return False
    if t.first < q.phrase_last:
        return t.first == q.last and t.kind in ("state", "verb")
    k = q.phrase_last + (tokens.at(q.phrase_last) in RELATIVES)
    if k == q.phrase_last:
        return t.first == k and t.kind in ("state", "noun", "verb")
    while k < t.first and (word[k] in HELPERS or tag(word[k]) == "r"):
        k += 1
    return k == t.first


def disowned(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """Whether the sentence takes back what it tells, before the number or after it."""
    word = tokens.word
    before = word[: t.first]
    if word[0] == "let" and word[1] in NOBODY and "that" in before and CLAUSES.isdisjoint(before):
        return True  # "Let nobody say that …"
    last = max(q.last, t.last)
    denied = _denied_before(tokens, t.first) or _called_wrong(word, last)
    denied = denied or _is_false_claim(word, min(q.first, t.first), last)
    denied = denied or _is_overturned(word, last) or _is_dropped(word, q, t)
    return denied and not is_told_after(word, q, t)


def _is_dropped(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "*ruled out* any evacuation of 900", "the evacuation of 900 was *called off*"."""
    if word[max(0, t.first - 3) : t.first] in _NEEDLESS:
        return True  # "no need to evacuate 900"
    if t.first < q.first and not _PLANS.isdisjoint(word[max(0, t.first - 3) : t.first + 1]):
        return _is_undone(word, max(t.last, q.phrase_last))
    if t.kind != "noun" or word[t.last : t.last + 1] != ["of"] or t.last >= q.first:
        return False
    k = t.first
    while k > 0 and tag(word[k - 1])[0] in "dam":
        k -= 1
    after = word[q.phrase_last : q.phrase_last + _NEAR]
    helped = next((j for j, one in enumerate(after) if one not in HELPERS), 0)
    told = " ".join(after[helped:]) if helped else ""
    return " ".join(word[:k]).endswith(_DROPPED) or told.startswith(_DROPPED)


def _is_undone(word: list[str], first: int) -> bool:
    """ "the plan to send 900 back | to Chad was *never adopted*": what became of the plan."""
    for k in range(first, min(first + _FAR, len(word))):
        if word[k] in CLAUSES or word[k] == ",":
            return False
        if word[k] in BE:
            return " ".join(word[k + 1 + (word[k + 1 : k + 2] == ["been"]) :]).startswith(_UNDONE)
    return False


def is_told_after(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "denied that 900 had died, | saying that it was 40", "900 did not die; | 40 did"."""
    return any(_goes_on(word, k) for k in range(t.last, q.first))


def _is_overturned(word: list[str], last: int) -> bool:
    """ "*believed that* 90 had died; *in fact* only three had": what was only thought."""
    if "fact" not in word and "reality" not in word:
        return False
    after = word[last:]
    k = next((k for k, one in enumerate(after) if one in _REALLY and after[k - 1] == "in"), 0)
    begins = k > 1 and (after[k - 2] in CLAUSES or after[k - 2] == ",")
    told = word[:last]
    return begins and not (_THOUGHT.isdisjoint(told) and speech_verbs().isdisjoint(told))


def _is_false_claim(word: list[str], first: int, last: int) -> bool:
    """ "*The claim that* 900 had been shot *is false*": from token `first` on, to token `last`."""
    if _FALSE.isdisjoint(word) or "that" not in word[:first]:
        return False
    that = first - 1 - word[:first][::-1].index("that")
    k = next((k for k in range(last, len(word)) if word[k] in _FALSE), 0)
    claimed = that == 0 or word[that - 1] in _REPORTS
    return claimed and _verb_of(word, k) > 0 and CLAUSES.isdisjoint(word[that:k])


def _denied_before(tokens: Tokens, at: int) -> bool:
    """ "denied that …", "rejected the allegation that …", "it is not true that …".

    Not past the place where the speaker goes on ("denied that …, saying that two were wounded"),
    nor another tells ("…, where rebels say that two died").
    """
    word = tokens.word
    if _DENIES.isdisjoint(word) and "one" not in word:
        return False
    for k in range(at - 1, -1, -1):
        if _goes_on(word, k) or (word[k] in speech_verbs() and "where" in word[max(0, k - 4) : k]):
            return False
        if word[k] == "that" or (word[k] == "it" and word[k - 1] == "had"):
            if not (k and _goes_on(word, k - 1)) and _is_denial(word[:k]):
                return True
    return False


def _is_denial(before: list[str]) -> bool:
    """Whether the words before a "that" deny what it opens, whichever of the ways they take."""
    before = " ".join(before).replace("no one", "nobody").split()
    if before[-1:] == [","] and "," in before[-_FAR:-1]:  # "It is not true, as he claims, | that"
        before = before[: len(before) - 2 - before[-2::-1].index(",")]
    near = before[-_NEAR:]
    rejects = next((k for k, word in enumerate(near) if word in _REJECTS), 0)
    if rejects and not _NOBODY.isdisjoint(near[max(0, rejects - 2) : rejects]):
        return False  # "nobody denies that"
    said = [one for one in before[-_FAR:] if tag(one) != "d"]
    if any(one in _REJECTS and two in _REPORTS for one, two in pairwise(said)):
        return True  # "denied reports on social media that 40 had died"
    if before[-1:] and before[-1] in _WORDS and _is_dismissed(before[:-1]):
        return True
    if not _REJECTS.isdisjoint(near) or not _HEARSAY.isdisjoint(near):
        return True
    if near[-1:] and near[-1] in _TRUE and "not" in near:
        return True
    if near[-1:] and near[-1] in _UNTRUE:
        return True  # "it is a lie that", "her denial that"
    return before != [] and _unproved(before)


def _is_dismissed(before: list[str]) -> bool:
    """ "dismissed as "pure fantasy" a rebel claim | that", "called a lie the report | that"."""
    for k in range(len(before) - 1, max(-1, len(before) - _FAR), -1):
        if before[k] in CLAUSES or before[k] == ",":
            return False
        if before[k] in _BRANDING:
            return not _FALSEHOOD.isdisjoint(before[k:])
        if before[k] == "as" and before[k - 1] not in _BRANDING:
            return before[k - 1] in _DISMISSES or before[k - 2 : k] in _BRUSHING
    return False


def _unproved(before: list[str]) -> bool:
    """ "no evidence to support the view that …", "nobody has ever promised that …"."""
    borders = [k for k, word in enumerate(before) if word in CLAUSES or word == ","]
    before = before[borders[-1] + 1 :] if borders else before
    if "no" in before:
        return not _EVIDENCE.isdisjoint(before[before.index("no") + 1 :])
    said = before[-1:]
    return not NOBODY.isdisjoint(before) and not (
        speech_verbs().isdisjoint(said) and clausal_verbs().isdisjoint(said)
    )


def _goes_on(word: list[str], k: int) -> bool:
    """Whether another statement of the speaker begins: ", saying", "and added", "; he"."""
    if word[k] in CLAUSES or (word[k] == "yet" and word[k - 1] == ","):
        return True
    if word[k - 1 : k] not in ([","], ["and"]) or word[k] in _REJECTS:
        return False
    said = word[k]
    return (
        said in speech_verbs()
        or said in _ANEW
        or (said.endswith("ing") and not speech_verbs().isdisjoint((said[:-3], said[:-3] + "e")))
    )


def _called_wrong(word: list[str], at: int) -> bool:
    """ "…; the figure is incorrect", "…, which is untrue", "…; nothing of the kind happened"."""
    if "nothing" in word[at:]:
        k = word.index("nothing", at)
        if word[k + 1 : k + 3] == ["of", "the"] and word[k + 3 : k + 4] in (["kind"], ["sort"]):
            return True
    if _FALSE.isdisjoint(word):
        return False
    for k in range(at + 1, len(word)):
        j = _verb_of(word, k)
        if j:
            while j > at and (word[j] in HELPERS or tag(word[j]) == "r"):
                j -= 1
            of = at - 1 - word[:at][::-1].index("of") if "of" in word[:at] else 0
            return word[j] in _WORDS or (0 < of < at and word[of - 1] in _WORDS and j <= at + 1)
    return False


def _verb_of(word: list[str], k: int) -> int:
    """The helper by which token `k` calls something untrue ("*is* pure invention"), or 0."""
    if word[k] not in _FALSE or word[k + 1 : k + 2] in (["that"], ["to"]):
        return 0
    j = k - 1
    while j > 0 and (word[j] in _MERE or tag(word[j]) == "r"):
        j -= 1
    return j if word[j] in HELPERS else 0


def asked(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "asked whether 3,000 refugees had been turned away": nobody says that they were."""
    word, low = tokens.word, min(q.phrase_first, t.first)
    if _ASKS.isdisjoint(word):
        return False
    for k in range(low - 1, max(0, low - 8), -1):
        if word[k] in CLAUSES or word[k] == ",":
            return False
        if word[k] in ("whether", "if") and not _ASKS.isdisjoint(word[max(0, k - 3) : k]):
            return q.kind != "money" or word[k + 1] != "the"  # "whether the $3 million was paid"
    return False
