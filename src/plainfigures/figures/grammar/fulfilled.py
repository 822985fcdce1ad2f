"""Fulfilled: what a trigger with "to" names, and has come true ("helped 900 people to return")."""

from plainfigures.figures.grammar import tenses
from plainfigures.figures.grammar.accords import is_next
from plainfigures.figures.grammar.verbs import ARTICLES
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.heads import names_time
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import MODALS, NOW, WILL
from plainfigures.prose.words.lexicon import future, tag, verb_lemmas
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import WHO
from plainfigures.prose.words.tokens import Tokens

DONE = frozenset(
    "continue continues continued dared ventured helped able chose chosen opted elected decided "
    "managed allowed forced began begun started "
    "helps assists supports supporting assisting assisted supported aided sponsored completed "
    "finished claimed claims prompted led caused induced facilitated enabled permitted persuaded "
    "convinced drove".split()
)
_HELP = frozenset("assistance help support aid".split())
_GOT = frozenset("received got accepted had".split())
_ENABLED = frozenset("enabled allowed permitted facilitated".split())
_LISTING = frozenset(", ( and including among them with".split())
_RANKS = frozenset("first second third fourth fifth last only st nd rd th most".split())
_STRANDED = frozenset("stranded displaced trapped exiled expelled uprooted evacuated".split())
_OBJECT = frozenset("n ns a d".split())
_ROUGHLY = frozenset("more than over at least nearly almost about around".split())
# Within so many tokens of its verb what was done is the verb's own.
_BESIDE = 4
_CLAUSE = 12  # the longest clause whose verb tells when
# Within so many tokens after "took" a time ends.
_TIME = 6


def took_time(tokens: Tokens, k: int) -> bool:
    """ "it took the town nine months | to clear 40 hectares": what needed its time, and is done."""
    near = tokens.word[max(0, k - _TIME) : k]
    if "took" not in near:
        return False
    return any(names_time(tokens, j) for j in range(k - len(near), k))


def is_of_first(word: list[str], to: int) -> bool:
    """ "was the *only* donor | to give $4 million", "the *largest* country | to receive it".

    Not what will be so: "will be the first to receive it".
    """
    k = to - 1
    while k > 0 and word[k] not in ARTICLES:
        if not (word[k] in _RANKS or word[k][0] in "-0123456789" or tag(word[k])[0] in "na"):
            break
        k -= 1
    ranked = any(w in _RANKS or w.endswith("est") for w in word[k + 1 : to])
    ahead = word[max(0, k - _CLAUSE) : k]
    return word[k] in ARTICLES and ranked and WILL.isdisjoint(ahead) and "to" not in ahead


def first_of_two(word: list[str], to: int) -> int:
    """ "helped them | *to* clear 9 hectares *and* | *to* destroy 40 mines": the first "to"."""
    if word[max(0, to - 1) : to + 1] != ["and", "to"]:
        return to
    first = next((k for k in range(to - 2, 0, -1) if word[k] in (";", ":", "to")), 0)
    return first if word[first] == "to" and verb_lemmas(word[first + 1]) else to


def done(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """Whether what a trigger with "to" names has come true: "helped 900 people to return"."""
    word = tokens.word
    if word[t.first] in _ENABLED and q.kind != "money":  # "has enabled the return of 900"
        return future("measure").isdisjoint(word[max(0, t.first - 7) : t.first])
    if word[q.phrase_last : q.phrase_last + 1] == ["did"] and t.last <= q.phrase_first:
        return tokens.at(q.phrase_last + 1) != "not"  # "have not gone back, but 40 women did"
    if word[max(0, t.first - 2) : t.first + 1] == [",", "only", "to"] and q.kind != "money":
        return True  # "900 fled in May, only to return in June"
    if word[t.first] != "to" or q.kind == "money" or is_next(word, q, t):
        return False
    if t.last <= q.phrase_first and word[t.first - 1] == "decided":
        return False  # but "900 decided to return"
    if tenses.departed(tokens, q, t) or _is_listed(word, q, t) or took_time(tokens, t.first):
        return True
    if q.phrase_last != t.first and is_of_first(word, t.first):
        return True  # "is the third to return, which brings the number to 900"
    last = q.phrase_last
    if tokens.at(last) == "(" and ")" in word[last : t.first]:  # "30 families (90 people) to"
        last = word.index(")", last) + 1
    last += tokens.at(last) == ")"
    to = first_of_two(word, t.first)
    k = min(to, q.phrase_first) if last == to else to
    while k and t.last <= q.phrase_first and _is_object(word[k - 1]):
        k -= 1  # "helped | some 300 Chadians | to return from Ost and 900 from Ust"
    near = word[max(0, k - 4) : k]
    if not MODALS.isdisjoint(near) or ("allowed" in near and not NOW.isdisjoint(near)):
        return False  # "900 may be helped to return", "900 are now allowed to return"
    if near[-1:] == ["for"] and "possible" in near and "made" in near:
        return True  # "made it possible for 900 to return"
    if near[-1:] != [] and near[-1] in _HELP and not _GOT.isdisjoint(near):
        return True  # "900 have received assistance to return"
    led = word[max(0, q.phrase_first - 4) : q.phrase_first]
    if "displaced" in word[last : t.first] and not DONE.isdisjoint(led):
        k, near = q.phrase_first, led  # "allowed 900 people displaced in the war to return"
    return not DONE.isdisjoint(near) and future("measure").isdisjoint(word[max(0, k - 7) : k])


def leads_on(word: list[str], k: int, first: int) -> bool:
    """Whether only whom a verb has to do with stands before its "to".

    "helped | more than 3 million Afghan refugees | to return home".
    """
    if word[max(0, k - 2) : k] == ["to", "have"]:
        return False  # "hopes to have helped 900 go home by May"
    if first - k <= _BESIDE:
        return True
    gap = word[k + 1 : first - 1]
    return word[first - 1] == "to" and all(_may_be_object(one) or one in _ROUGHLY for one in gap)


def _may_be_object(word: str) -> bool:
    kinds = tag(word).split(",")
    return is_number(word) or (kinds[0] in _OBJECT and word not in DONE)


def _is_object(word: str) -> bool:
    of_noun = tag(word) in _OBJECT or word in _STRANDED
    return word not in DONE and (is_number(word) or of_noun)


def _is_listed(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "assisted 167 men, among them | 48 Malians | and 40 Chadians, to go home"."""
    gap = word[q.phrase_last : t.first]
    if t.first < q.phrase_last or not WHO.isdisjoint(gap):
        return False
    if any(tag(one)[:1] == "v" and one not in _LISTING for one in gap):
        return False
    k = q.phrase_first
    while k and (_is_object(word[k - 1]) or word[k - 1] in _LISTING):
        k -= 1
    ahead = word[max(0, k - 7) : k]
    return ahead[-1:] != [] and ahead[-1] in DONE and future("measure").isdisjoint(ahead)
