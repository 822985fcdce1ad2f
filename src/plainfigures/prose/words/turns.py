"""Turns of a verb that say no more than that it was done: "went on to kill", "is known to have"."""

from plainfigures.prose.words.helpers import BE, HAVE
from plainfigures.prose.words.lexicon import basis, participle, tag, verb_lemmas

# What is said of what was done.
_TOLD = frozenset(
    "known said found reported understood shown seen alleged believed thought feared presumed "
    "assumed supposed estimated reckoned confirmed recorded registered documented verified".split()
)
# "Got killed" is "were killed", and "to get killed" is to be.
_GET = {"got": "were", "gets": "were", "get": "be", "getting": "being"}
_SEEMS = frozenset("seem seems seemed appear appears appeared".split())
# Before the plain form of a verb, and before its -ing; all of them tell that it was done.
_TO_DO = frozenset(
    tuple(turn.split())
    for turn in "did|went on to|gone on to|go on to|managed to|able to|proceeded to|chose to".split(
        "|"
    )
)
_DOING = frozenset((("succeeded", "in"), ("ended", "up"), ("wound", "up")))
_TURNS = _TO_DO | _DOING
# These are such turns only behind a helper of the past.
_HELPED = frozenset("gone go able".split())
_KEYS = _TOLD | _SEEMS | _GET.keys() | {turn[0] for turn in _TURNS}
_KEYS |= frozenset(("turned", "came", "left", "there", "only"))
_PAST = HAVE | BE | {"would"}
_STAYING = frozenset("remain stay damage harm".split())
_DENYING = frozenset("not never only how why what when nor".split())


def plain_turns(word: list[str], raw: list[str]) -> list[int]:
    """The tokens of such turns, which are left out; the verb behind them is put in the perfect.

    In `raw` a word of basis, as in "are believed to have", then stands for the helper.

    >>> words = "it went on to kill 12 who are known to have fled".split()
    >>> left = plain_turns(words, words[:])
    >>> " ".join(form for k, form in enumerate(words) if k not in left)
    'it had killed 12 who have fled'
    """
    if _KEYS.isdisjoint(word):
        return []
    left: list[int] = []
    for k in [k for k, form in enumerate(word) if k and form in _KEYS]:
        if word[k : k + 3] == ["left", "over", "from"]:
            left.append(k + 1)
        if word[k] == "there" and word[k - 1] in ("which", "whom") and word[k + 1 :]:
            left += [k, k + 1] if word[k + 1] in BE else []  # "of whom | there were | 40"
        if word[k - 1 : k + 1] == ["not", "only"] and "but" in word[k:]:
            left += [k - 1, k]  # "not only 40 men | and 12 guards"
            word[word.index("but", k)] = "and"
        if word[k] in _GET and _is_passive(word, k):
            word[k] = _GET[word[k]]
        left += _reported(word, raw, k) or _achieved(word, k)
    return left


def _is_passive(word: list[str], k: int) -> bool:
    """ "got *killed* in it", "got *badly hurt*", but no "got *reduced* aid"."""
    near = [*word[k + 1 : k + 4], ".", "."]
    done, after = near[1:3] if tag(near[0]) == "r" else near[:2]
    free = tag(after)[0] not in "nad" and done != "rid"  # "got rid of 40"
    return free and any(participle(verb) == done for verb in verb_lemmas(done))


def _reported(word: list[str], raw: list[str], k: int) -> list[int]:
    """ "are known to | have been", "seem to | have been", "turned out to be"."""
    last = k + 1 + (word[k : k + 2] == ["turned", "out"])
    told = word[k] in _TOLD
    if told and word[k - 1] not in BE:
        return []
    if word[last : last + 2] == ["to", "be"] and last + 2 < len(word):
        if told:
            return [] if word[k] in basis() else [k, k + 1, k + 2]
        if word[k] in _SEEMS or word[k] in ("came", "turned"):
            word[last + 1] = "were"
            return list(range(k, last + 1))
    if word[last : last + 2] != ["to", "have"] or word[k] == "came":
        return []
    if word[k] in basis():
        raw[last + 1] = word[k]
    first = k
    while first > 1 and word[first - 1] in _PAST:
        first -= 1
    return list(range(first, last + 1))


def _achieved(word: list[str], k: int) -> list[int]:
    """ "managed to | do", "has gone on to | do", "ended up | doing"."""
    turn = next((t for t in _TURNS if tuple(word[k : k + len(t)]) == t), ())
    at, first = k + len(turn), k
    if not turn or at >= len(word) or word[at] == "with":
        return []  # "ended up with $9 million"
    while first > 1 and word[first - 1] in _PAST:
        first -= 1
    near = word[:k] if turn == ("did",) else word[first - 1 : k]
    if not _DENYING.isdisjoint(near) or (first == k and word[k] in _HELPED):
        return []
    verb = word[at] if "v" in tag(word[at]).split(",") and word[at] not in _STAYING else ""
    if turn in _DOING:
        verb = next(iter(verb_lemmas(word[at])), "") if word[at].endswith("ing") else ""
    if verb == "be" or (turn in _DOING and not verb and word[k] != "succeeded"):
        word[first] = "were"  # "ended up | dead", "ended up being | killed"
        at += verb == "be"
    elif verb:
        word[first] = word[first] if word[first] in HAVE else "had"
        word[at] = participle(verb)
    else:
        return []
    return list(range(first + 1, at))
