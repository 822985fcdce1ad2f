"""Doers: people whom a sentence counts as those who did the harm, tell of it, or only saw it."""

from plainfigures.figures.costs import HELPERS
from plainfigures.figures.fits import PEOPLE
from plainfigures.figures.triggers import Trigger
from plainfigures.prose.lexicon import is_person, tag
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.scan import Scan
from plainfigures.prose.subjects import says
from plainfigures.prose.tokens import Tokens

_ACTIVE = frozenset("who that have has had also".split())
_SINGLE = frozenset("a an another each every one his her the".split())
_PARTING = frozenset((",", "with"))


def is_doer(scan: Scan, q: Quantity, t: Trigger | None) -> bool:
    """ "two witnesses said 40 had died", "30 gunmen killed 4 and wounded 9": of the first number.

    `t` is the trigger of a later one.
    """
    tokens, k = scan.tokens, q.phrase_last
    if says(tokens, k):
        return True
    if t is None or t.kind != "verb" or t.first < k:
        return False
    while tokens.at(k) in _ACTIVE:
        k += 1
    # "90 soldiers killed and 40 wounded" has no object, "30 gunmen killed 4 and wounded 9" has one
    return t.first == k or any(o.phrase_first == k + 1 for o in scan.quantities if o.kind == "bare")


def lend_nothing(scan: Scan, q: Quantity, t: Trigger | None) -> None:
    """Take away a noun that a number of people took over from things or from doers.

    "two shells killed 12", "190 bodies were found and 80 are missing", "30 gunmen killed 4".
    """
    if not q.inherited or q.noun is None or q.unit not in PEOPLE:
        return
    owner = next((o for o in scan.quantities if o.noun is q.noun and not o.inherited), q)
    if q.noun.unit not in PEOPLE or (owner is not q and is_doer(scan, owner, t)):
        q.noun = None


def befalls_another(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "900 people in need, and a child dying each day": what befalls one who is named apart."""
    word, k = tokens.word, t.first - 1
    if t.kind == "noun" and tag(word[t.first])[:2] != "vd":
        return False
    if q.kind not in ("noun", "bare"):
        return False
    while k > q.phrase_last and word[k] in HELPERS:
        k -= 1
    gapped = k == t.first - 1 and "," in word[q.phrase_last : k]  # ", and the driver injured"
    if k <= q.phrase_last + 1 or not is_person(word[k]):
        return False
    k -= 1
    while k > q.phrase_last and tag(word[k]) == "a":
        k -= 1
    if k <= q.phrase_last or word[k] not in _SINGLE:
        return False
    # "12 soldiers and a nurse were killed" tells of all
    dying = t.kind == "intransitive" and word[t.first].endswith("ing")
    return word[k - 1] in _PARTING or ((dying or gapped) and word[k - 1] == "and")
