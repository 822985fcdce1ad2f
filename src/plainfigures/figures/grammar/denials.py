"""What is denied or supposed: the words around a trigger by which its number is no figure."""

from itertools import pairwise

from plainfigures.figures.grammar import claims, intents, prospects, tenses
from plainfigures.figures.grammar.imagined import is_imagined
from plainfigures.figures.grammar.tenses import SUPPOSING
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.dates.years import year_like
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import TURNS
from plainfigures.prose.words.helpers import BE, HAVE, MODALS, NOBODY, before_adverbs
from plainfigures.prose.words.lexicon import nouns, speech_verbs, tag
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_CORRECTING = frozenset((",", "and", "(", "-", "\u2013", "\u2014"))
_WISHES = frozenset("intention intentions wish desire plan plans hope prospect thought".split())
_SUPPOSE = frozenset(("suppose", "supposing", "imagine", "assume", "assuming"))
# What denies a verb, or keeps those of whom it tells from it ("afraid to return").
_NOT = frozenset("not cannot never unable unwilling n't afraid prevented barred".split())
_LESS = frozenset(("without", "excluding", "excepting", "discounting"))
_RELATIVES, _REACH, _ASIDE = frozenset("who whose whom which that".split()), 8, 14
_ONLY = frozenset("mention only merely simply just".split())  # "did not *merely* kill nine"
_AUXILIARY = BE | HAVE
_CLAUSES = frozenset(", and who which that where when".split())
_CONDITIONS = frozenset(
    "if unless had should suppose supposing imagine assume assuming were".split()
)
_TODAY = frozenset("now today nowadays currently".split())
_BEFORE_IF = frozenset("even and but what".split())
_OPENING = frozenset("if had unless were should".split())
_INVERTED = frozenset(("had", "were", "should"))
_NO_ONE = frozenset(("neither", "nor", "none"))
_DENYING = ("deny", "repudiate", "disclaim", "refute")
# What makes no denial of "no" at the head of a clause.
_NO = frozenset("less fewer more longer sooner later doubt matter wonder".split())
_MISSED = frozenset(("could", "should", "might"))
# What a teller knows who looks back.
_LATER = frozenset(
    "before eventually ultimately later subsequently ensuing subsequent afterwards".split()
)
_PERIODS = frozenset("years decades decade months weeks days year century".split())
BORDERS = TURNS | {":"}
_SAVING = verb_forms(tuple("save rescue spare protect stop keep prevent bar deter hinder".split()))
_REFUSE = ("refuse", "decline", "fail", "neglect", "forbear", "omit", "scorn", "disdain")
_DEFY = (
    "ignore", "defy", "disobey", "resist", "reject", "flout", "disregard", "spurn", "shun", "avoid",
    "escape", "evade", "refuse", "withstand", "protest",
)  # fmt: skip
_ORDERS = frozenset(
    "order orders call calls advice warning warnings appeal appeals instruction instructions "
    "command commands demand demands plea pleas offer offers notice attempts attempt".split()
)
INSTEAD = (["instead", "of"], ["rather", "than"])
# Nothing was still to come in a year before it.
_BYGONE = "2000"
_BUT_FOR, _YET, _NEAR = ["but", "for"], ["yet", "to"], 5


def negated(tokens: Tokens, t: Trigger) -> bool:
    """Whether the trigger itself is denied: "cannot return", "No casualties were reported"."""
    word = tokens.word
    near = word[max(0, t.first - 4) : t.first]
    for k in range(len(near) - 1, -1, -1):
        other = near[k] == "but" and near[k - 1 : k] != ["not"]  # "they took nobody, but killed 12"
        other = other or near[k - 1 : k + 1] == ["not", "before"]  # "but not before it killed 12"
        if near[k] in (";", ":") or other or (near[k] == "and" and "did" in near[:k]):
            near = near[k + 1 :]
            break
    if near[-2:] == _YET and t.kind == "verb":
        return True  # "parliament has *yet to* approve the $22 million promised"
    if "no" in near[-2:] and t.kind == "noun":
        return True
    if near[-2:-1] == ["no"] and word[t.first] == "to":
        return True  # "there are no homes to go back to"
    if ("no" in near and not _WISHES.isdisjoint(near)) or _is_unplanned(word, t.first):
        return True  # "31 had no intention of returning"
    if t.kind == "verb" and tokens.at(t.last) == "no" and tokens.at(t.last + 2) != "than":
        return True  # "will receive no further subsidy", but not "no more than 6 percent"
    if t.kind == "verb" and tokens.at(t.last) in NOBODY:
        return True  # "shot nobody"
    denied = not _NOT.isdisjoint(near) and _ONLY.isdisjoint(near)
    return _is_refused(tokens, t) or (denied and not ends_relative(word[: t.first]))


def _is_unplanned(word: list[str], verb: int) -> bool:
    """ "There is *no plan*, the mayor says, *to* send 900 back"."""
    k = verb - 1 - (word[verb] != "to" and word[verb - 1] in ("to", "of"))
    if word[k] == "," and "," in (aside := word[max(0, k - _REACH) : k]):
        k -= 2 + aside[::-1].index(",")
    return word[k] in _WISHES and not {"no", "any"}.isdisjoint(word[max(0, k - 2) : k])


def ends_relative(before: list[str]) -> bool:
    """ "the 12 whose names are not *known were* | killed": the main clause goes on."""
    end = len(before) - 1
    if before[end] == "," and "," in before[max(0, end - _ASIDE) : end]:
        opens = end - before[:end][::-1].index(",")  # "trade, which did not exist, | grew"
        return not _RELATIVES.isdisjoint(before[opens : opens + 2])
    end -= before[end] in _AUXILIARY
    joined = end > 1 and before[end] not in _AUXILIARY and tag(before[end])[:2] == "vd"
    return joined and not _RELATIVES.isdisjoint(before[-_REACH:])


def set_aside(
    tokens: Tokens, q: Quantity, t: Trigger, is_planned: bool, future_counts: bool
) -> str | None:
    """Why a number with a measure is no figure after all: denied, hypothetical, or None.

    `future_counts`: the measure is of sums or targets, which may be promised.
    """
    word = tokens.word
    told_after = claims.is_told_after(word, q, t)  # "none came back, | though 40 women did"
    unplanned = t.kind == "noun" and _is_unplanned(word, q.phrase_first - 1)
    if unplanned or (t.kind != "noun" and negated(tokens, t) and not told_after):
        return "denied"
    granted = claims.granted(tokens, q, t)
    given = q.kind == "money" and t.first >= q.phrase_last  # "none of the $5 million pledged"
    if (not (given or told_after) and _of_nobody(word, t, q.kind == "money")) or (
        not granted and claims.disowned(tokens, q, t)
    ):
        return "denied"
    if granted:
        return None
    if claims.asked(tokens, q, t):
        return "hypothetical"
    if (intents.is_risked(word, t) or is_imagined(tokens, t)) and not future_counts:
        return "hypothetical"
    near = [] if t.lemma.startswith("not ") else tenses.leading(tokens, q, t)
    lead = word[max(0, q.phrase_first - 3) : q.phrase_first + 1]
    enabled = "so" in lead and ("so", "that") in pairwise(lead)
    enabled = enabled or ("could" in near and "only" in lead)  # "could find homes for only 20"
    if enabled or (q.kind == "percent" and _estimated(word, t)):
        return None  # "so that 300 people could move back"
    if _is_unreal(word, t) or (q.kind == "money" and _was_missed(word, t)):
        return "hypothetical"
    if _is_feared(word, q, t, near):
        return None
    happens = not (is_planned or future_counts)
    if happens and prospects.may_reach(word, q):
        return "hypothetical"
    if happens and (intents.is_intended(word, t) or intents.is_near_miss(word, q, t)):
        return "hypothetical"
    if happens and not tenses.SUPPOSING.isdisjoint(near):
        there = t.lemma in ("remain", "hide") and "would" not in near  # "900 could still remain"
        told = (there or _foretells(word, near)) and not is_supposed(word, t)
        return None if told else "hypothetical"
    if happens and (_hangs_on_others(word, near) or tenses.may_befall(tokens, q, t, near)):
        return "hypothetical"
    supposed = is_question(word, t) or is_supposed(word, t)
    if supposed and is_planned and q.kind != "money" and word[0] != "should":
        supposed = _is_condition(word, min(q.phrase_first, t.first))
    return "hypothetical" if supposed else None


def _estimated(word: list[str], t: Trigger) -> bool:
    """ "the pact could raise trade by 6%": a percentage that depends on nothing, or on a lack."""
    given = not _LESS.isdisjoint(word[: t.first])  # "without gold, trade would have"
    return given or (word[-1] != "?" and not _is_conditional(word))


def _is_conditional(word: list[str]) -> bool:
    """ "if the pact holds", "*had* it come, …", but "than it had foreseen"."""
    for k, one in enumerate(word):
        if one in _CONDITIONS and (one not in _INVERTED or k == 0 or word[k - 1] == ","):
            return True
    return False


def _of_nobody(word: list[str], t: Trigger, sums: bool) -> bool:
    """ "neither side lost more than 20 men", "none of the boats carried back": no one did."""
    if t.kind in ("noun", "state"):
        return False
    for k in range(t.first - 1, max(-1, t.first - 12), -1):
        if word[k] in _NO_ONE:
            return True
        if word[k] == "no" and sums and (k == 0 or word[k - 1] in _CLAUSES):
            return word[k + 1] not in _NO  # "no donor has ever given $3 million"
        if word[k] in BORDERS or word[k] in _CLAUSES:
            return False
    return False


def _is_feared(word: list[str], q: Quantity, t: Trigger, near: list[str]) -> bool:
    """ "up to 900 people could have died": what may have come to pass, and depends on nothing."""
    perhaps = "have" in near and ("could" in near or "might" in near)
    return perhaps and t.first >= q.phrase_last and not _is_conditional(word)


def _hangs_on_others(word: list[str], near: list[str]) -> bool:
    """ "If no aid comes, 900 will die", "900 will die unless it comes": what others may avert."""
    if "will" not in near or ("have" in near and near[-1] != "to"):
        return False
    return "unless" in word or "if" in word


def _foretells(word: list[str], near: list[str]) -> bool:
    """ "would kill 900 before it ended", "would eventually claim 900 lives": told from later on.

    So are "in the following years 900 would flee" and "the war of 1870 would kill 900".
    """
    k = word.index("would") if "would" in near else 0
    if not k or "if" in word or not speech_verbs().isdisjoint(word[:k]):
        return False  # "engineers warned that it would drown 900"
    following = any(one == "following" and then in _PERIODS for one, then in pairwise(word))
    if any(year_like(form) and form < _BYGONE for form in word):
        return True  # "the war of 1870 would kill 40,000"
    if word[max(0, k - 2) : k - 1] == ["the"] and word[k - 1] in nouns("scourge"):
        return True  # "The influenza would kill 900"
    return following or not _LATER.isdisjoint(word)


def _is_unreal(word: list[str], t: Trigger) -> bool:
    """ "*Without* (*Had*) that work 900 people *would have* gone back": what did not happen."""
    led = word[0] in ("without", "had") or word[:2] == _BUT_FOR or "if" in word
    led = led or (",", "had") in pairwise(word)  # "would, had it come, have gone"
    told = pairwise(word[max(0, t.first - _NEAR) : t.last])
    return led and any(then == "have" and would in tenses.SUPPOSING for would, then in told)


def _was_missed(word: list[str], t: Trigger) -> bool:
    """ "Norway *could have* given $3 million": what nobody did."""
    led = word[max(0, t.first - 2) : t.first]
    return led[-1:] == ["have"] and led[0] in _MISSED and "cost" not in t.lemma


def is_question(word: list[str], t: Trigger) -> bool:
    """ "How could it kill 900?"."""
    return word[-1] == "?" and not tenses.SUPPOSING.isdisjoint(word[: t.first])


def is_supposed(word: list[str], t: Trigger) -> bool:
    """ "If a war killed 900", "Suppose that it drove out 900", "Had it come, 900 would flee"."""
    if word[1:2] == ["if"] and word[0] in _BEFORE_IF:
        word, t = word[1:], t._replace(first=t.first - 1)
    if "were" in word and "if" in word and ("were", "to") in pairwise(word[word.index("if") :]):
        return True  # "what would happen if 900 were to flee"
    if word[0 if word[0] != "let" else min(2, len(word) - 1)] in _SUPPOSE:
        return t.kind != "noun" and ";" not in word[: t.first]
    if word[0] not in _OPENING or not (word[0] == "if" or not SUPPOSING.isdisjoint(word)):
        return False
    if t.lemma.startswith("if "):
        return False  # "If we do not receive $4 million": that is what is needed
    commas = [k for k, form in enumerate(word) if form == ","]
    if commas[:1] == [1]:  # "If, as some say, 900 came"
        commas = commas[2:]
    end = commas[0] if commas else len(word)
    if word[0] == "if" and not _TODAY.isdisjoint(word[end:]) and MODALS.isdisjoint(word):
        return False  # "If in 1990 tin was 9 percent of exports, today it is 2": set against it
    told = word[end : t.first]  # "If he could, he would; they cleared 900 mines"
    return t.first < end or (";" not in told and not tenses.SUPPOSING.isdisjoint(told))


def _is_condition(word: list[str], first: int) -> bool:
    """ "*Suppose* 900 came home", "*if* 900 *had* come home": no plan, but a mere thought."""
    lead = word[0 if word[0] != "let" else min(2, len(word) - 1)]
    if lead in _SUPPOSE:  # "Suppose, as some do, that 900 came home"
        return "," not in word[:first] or "that" in word[:first]
    if "," in word[:first] or word[0] == "had":
        return "," not in word[:first]
    return "if" in word[:first] and (word[-1] == "?" or "had" in word[first : first + _NEAR])


def _is_refused(tokens: Tokens, t: Trigger) -> bool:
    """ "refused to leave", "defied the order to evacuate", "stayed rather than flee"."""
    word = tokens.word
    k = before_adverbs(word, t.first - 1)
    while k > 0 and word[k] in BE:
        k -= 1
    saved = word[k] == "from" and not _SAVING.isdisjoint(word[max(0, k - _NEAR) : k])
    if saved or word[max(0, k - 1) : k + 1] in INSTEAD:  # "saved 40 from drowning"
        return True
    denied = k - (word[k] == "having")
    if word[denied] in verb_forms(_DENYING) and (denied < k or word[t.first].endswith("ing")):
        return True  # "denied having paid", "denies paying"
    if word[k].endswith("ing"):
        return False
    if word[k] in verb_forms(("elude", "evade", "avoid")) and t.first - k == 1:
        return True  # "eluded capture"
    if word[k] != "to":
        return t.kind != "noun" and t.first - k > 1 and word[k] in verb_forms(("escape", "avoid"))
    if word[k - 1] in verb_forms(_REFUSE):
        return True
    if word[k - 1] not in _ORDERS:
        return False
    j = k - 2
    while j > max(0, k - _NEAR) and tag(word[j]).split(",")[0] in ("d", "a", "n", "p"):
        j -= 1
    return word[j] in verb_forms(_DEFY)


def is_denied_beside(word: list[str], q: Quantity) -> bool:
    """ "nineteen were killed, *not* 21": a number or sum that is denied beside the right one."""
    k = q.phrase_first - 1
    if k < 1 or q.kind not in ("noun", "bare", "money") or word[k] != "not" or word[k + 1] == "the":
        return False  # "800 returned, not the 900 planned"
    if word[k - 1] == "that" and not {"will", "shall"}.isdisjoint(word[q.phrase_last :]):
        return True  # "swears that *not* ten of them *will* be hurt"
    return word[k - 1] in _CORRECTING and word[q.phrase_last : q.phrase_last + 1] != ["but"]
