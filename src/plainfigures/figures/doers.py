"""Doers: people whom a sentence counts only as those who did the harm, or who tell of it."""

from plainfigures.figures.fits import PEOPLE
from plainfigures.figures.triggers import Trigger
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.scan import Scan
from plainfigures.prose.subjects import says

_ACTIVE = frozenset("who that have has had also".split())


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
