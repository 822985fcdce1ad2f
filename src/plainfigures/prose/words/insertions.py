"""Insertions: what breaks off a clause before its verb, and is read behind the clause."""

from collections.abc import Sequence

from plainfigures.prose.words.closed import PARTS
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import speech_verbs, tag
from plainfigures.prose.words.parted import counts

_VERBS = frozenset(
    "is are was were be been has have had will would can could may might must shall should do "
    "does did".split()
)
_STOPS, _CLOSERS = frozenset(".!?"), frozenset(",;.!?")
_BREAKS = frozenset((",", "\u2013", "\u2014", ")"))
_OPENS = {")": "("}
# So many tokens an insertion has at most.
_LONGEST = 30
_TURNS = frozenset("and but while whereas".split())
# What an insertion opens with that says nothing of the subject's name, time or place.
_OPENERS = frozenset(
    "with without like unlike despite according along including among as however of for too it "
    "we they he she most many some all both none said says say to".split()
)
_PHRASES = frozenset(
    tuple(phrase.split())
    for phrase in (
        "in the words|in their view|in his view|in her view|in its view|by all accounts"
    ).split("|")
)
_RELATIVES = frozenset("who which whose whom where when".split())
# What opens a phrase that may part a helper from its verb, and so many tokens are looked at.
_WITHIN = frozenset("by in on at until since over during within after for".split())
_SHORT = 7
_TIMES = frozenset(
    "then night week month year morning evening afternoon decade time weekend day "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
_ENDS = PARTS | {"("}
_ONES = frozenset(("one", "first"))
_SUPPOSING = frozenset("if unless should provided because although though".split())
# What joins a sentence to the one before, and is read nowhere.
LINKS = frozenset(
    tuple(phrase.split())
    for phrase in (
        "however|moreover|furthermore|therefore|thus|meanwhile|nevertheless|nonetheless|indeed|"
        "too|also|again|then|for example|for instance|for their part|for its part|for his part|"
        "for her part|of course|in fact|in turn|in short|in general|in practice|in particular|"
        "in addition|in the meantime|as well|as it happens|by contrast|at last|at first|"
        "to its credit|to their credit|to his credit|to her credit|"
        "similarly|likewise|finally|lastly|eventually|next|besides|clearly|sadly|fortunately|"
        "unfortunately|accordingly|consequently|instead|even so|that said|in other words|"
        "to be precise|after all|above all|on the one hand|on the other hand|on the contrary|"
        "on the whole|by the way|needless to say|as we know|as we have seen|as everybody knows|"
        "as is well known"
    ).split("|")
)


def behind_clause(word: Sequence[str], raw: Sequence[str]) -> list[int] | None:
    """The order in which the tokens are read where an insertion breaks off a clause, else None.

    The sign that closes a pair of commas or of dashes is left out, and so is all that only links
    the sentence to others.

    >>> behind_clause(*[". 12 people , officials said , were killed .".split()] * 2)
    [0, 1, 2, 7, 8, 3, 4, 5, 9]
    """
    last = len(word) - 2
    for k in [k for k, form in enumerate(word) if form in _BREAKS]:
        if not 3 <= k < last:
            continue
        if (first := _opener(word, k)) and _goes_on(word, raw, first, k):
            if order := _order(word, raw, first, k):
                return order
    return None


def behind_verb(word: Sequence[str], raw: Sequence[str]) -> list[int] | None:
    """The order in which a phrase between a helper and its verb is read behind them, or None.

    >>> behind_verb(*["they have in one night killed 12 .".split()] * 2)
    [0, 1, 5, 6, 2, 3, 4, 7]
    """
    for k in range(1, len(word) - 4):
        if word[k] in _VERBS and word[k + 1] in _WITHIN:
            near = word[k + 2 : k + _SHORT]
            if not (word[k] in BE and _TIMES.isdisjoint(near)) and (verb := _verb(word, raw, k)):
                to = verb + 1
                while to < len(word) - 1 and word[to] not in _ENDS:
                    to += 1
                return [*range(k + 1), *range(verb, to), *range(k + 1, verb), *range(to, len(word))]
    return None


def _verb(word: Sequence[str], raw: Sequence[str], k: int) -> int:
    """The verb of the helper at token `k`, behind a phrase without a number, or 0."""
    for verb in range(k + 2, min(k + _SHORT, len(word) - 1)):
        if (
            not word[verb].isalpha()
            or word[verb] == "no"
            or _counts(word[verb])
            or not raw[k].islower()
        ):
            return 0
        kind = tag(word[verb])
        timed = word[verb - 1] in _TIMES and word[verb] not in _TIMES
        if kind[0] == "v" or (timed and kind[0] == "n"):  # "were on Monday | shot"
            goes_on = timed or (word[k] not in BE and verb > k + 2)
            return verb if goes_on and kind[:2] != "vg" else 0
    return 0


def _goes_on(word: Sequence[str], raw: Sequence[str], first: int, k: int) -> bool:
    """Whether the clause goes on behind token `k`, with a verb or with what a verb has."""
    before, after = word[first - 1], word[k + 1]
    if word[k] == ")" and _supposes(word[first + 1 : k]):
        return after.isalpha()  # "$2 million for tents (if it rains) and $1 million for food"
    if before in _VERBS and raw[first - 1].islower():
        return after.isalpha() and word[first - 2] not in _TURNS
    if _is_verb(after) or (after == "and" and _says(word[first:k]) and _is_elliptic(word[k + 2 :])):
        return True
    if tag(before)[:2] != "vd":
        return False
    if word[first + 1] == "including" and word[k + 2 : k + 3] == [","]:
        return False  # "were killed, including the driver, | 34, and his daughter"
    return counts(after) or tag(after)[:1] in ("p", "d")


def _says(inside: Sequence[str]) -> bool:
    """ ", the mayor *said*", ", the mayor *said* on Monday"."""
    return not speech_verbs().isdisjoint(inside[-3:])


def _is_elliptic(after: Sequence[str]) -> bool:
    """ "40 died in Bor, he said, and | *12 in Orsa*": a number before any verb."""
    near = next((k for k, form in enumerate(after[:_SHORT]) if counts(form)), 0)
    return counts(after[0]) or (near > 0 and not any(map(_is_verb, after[:near])))


def _supposes(inside: Sequence[str]) -> bool:
    return inside[0] in _SUPPOSING or inside[:2] == ["in", "case"] or inside[2:3] == ["event"]


def _order(word: Sequence[str], raw: Sequence[str], first: int, k: int) -> list[int]:
    """The order without an insertion that only links, with it before its clause, or behind."""
    size = len(word)
    if tuple(word[first + 1 : k]) in LINKS:
        return [*range(first), *range(k + 1, size)]
    to = clause_end(word, k + 1)
    if word[k + 1] in speech_verbs() and _is_inverted(word, k + 2):
        return []  # "were killed, most of them on Monday, said the minister"
    if not to or not _may_move(word, raw, first, k):
        return []  # the last token must stay the last, where the text ends
    start = _clause_start(word, first)
    if not start or not _tells_who(word[first:k]):
        moved = range(first, k + (word[k] == ")"))
        return [*range(first), *range(k + 1, to), *moved, *range(to, size)]
    if (
        counts(word[k + 1]) and tag(word[first - 1])[:2] == "vd"
    ):  # ", and displaced, as he says, 90"
        return [*range(first), *range(k + 1, to), *range(first, k), *range(to, size)]
    if not _is_verb(word[k + 1]) or tag(word[first - 1])[0] == "v":
        return []
    return [*range(start), *range(first, k + 1), *range(start, first), *range(k + 1, size)]


def _is_inverted(word: Sequence[str], k: int) -> bool:
    """Whether who says it, and nothing that is said, stands from token `k` on."""
    while k < len(word) and word[k] not in _CLOSERS:
        if _is_verb(word[k]):
            return False
        k += 1
    return True


def _opener(word: Sequence[str], k: int) -> int:
    """The token that opens what token `k` closes, or 0."""
    sign = _OPENS.get(word[k], word[k])
    return next((j for j in range(k - 2, max(0, k - _LONGEST), -1) if word[j] == sign), 0)


def _may_move(word: Sequence[str], raw: Sequence[str], first: int, k: int) -> bool:
    """Whether no more is lost than where it stood: it has no number, and names no subject."""
    inside = word[first + 1 : k]
    if any(map(_counts, inside)):
        return False
    if word[k] == ")":
        return _supposes(inside) or all(map(str.islower, raw[first + 1 : k]))
    return (
        word[first - 1] in _VERBS
        or word[k] != ","
        or _says(word[first:k])
        or inside[0] in _OPENERS
        or tuple(inside[:3]) in _PHRASES
        or tag(inside[0]) == "r"
        or (inside[0] in _RELATIVES and not any(map(_counts, word[k + 1 :])))
        or (all(map(str.islower, raw[first + 1 : k])) and _adds(inside[0], word[k + 1]))
    )


def _adds(opener: str, after: str) -> bool:
    """Whether words tell more of what stands before them, and do not go on with a list."""
    kind = tag(opener)[:2]
    return kind in ("p", "p,", "vg", "a") or (
        kind == "vd" and opener not in _VERBS and after in _VERBS
    )


def _counts(form: str) -> bool:
    """Whether a word is a number that may count people or things."""
    return counts(form) and form not in _ONES


def _clause_start(word: Sequence[str], k: int) -> int:
    """The token with which a clause begins behind another one, which others may have said, or 0."""
    while k and word[k - 1] != ";" and not (word[k - 1] in _TURNS and word[k - 2] == ","):
        k -= 1
    return k


def _tells_who(inside: Sequence[str]) -> bool:
    """Whether words say who says it."""
    return "according" in inside or not speech_verbs().isdisjoint(inside)


def _is_verb(form: str) -> bool:
    """Whether a verb goes on with a clause that was broken off."""
    return form in _VERBS or tag(form)[:2] in ("v", "v,", "vd")


def clause_end(word: Sequence[str], k: int) -> int:
    """The token that closes the clause of the verb at token `k`, or 0."""
    last = len(word) - 1
    while last > k and word[last] not in _STOPS:
        last -= 1
    return next((j for j in range(k, last) if word[j] == ";"), last if last > k else 0)
