"""Doers: people whom a sentence counts as those who did the harm, tell of it, or only saw it."""

from collections.abc import Iterable

from plainfigures.figures.grammar.verbs import DETERMINERS, object_at, past_origin
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.triggers import ACTING, BEFALLING, Trigger, Vocabulary
from plainfigures.prose.nouns.heads import NOMINAL, names_people
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.speakers.subjects import says
from plainfigures.prose.words.helpers import BE, HAVE, HELPERS
from plainfigures.prose.words.lexicon import is_person, tag, units
from plainfigures.prose.words.signs import AND_OR, JOINERS, WHICH
from plainfigures.prose.words.tokens import Tokens

_ACTIVE = frozenset("who that have has had also".split())
_SINGLE = frozenset("a an another each every one his her the".split())
_MANY = frozenset(("many", "several", "countless"))
_ADDING = frozenset(("but", "and", ","))
BLAMED = frozenset(
    "charged accused convicted suspected arrested detained questioned interrogated tried jailed "
    "imprisoned sentenced indicted acquitted cleared prosecuted blamed investigated wanted sought "
    "guilty responsible liable trial bail confessed admitted".split()
)
# The most tokens before the noun of an object, and of the captives whom they hold.
_OBJECT = 4
_FEW = 3
# The least words between two numbers of which the second is of an event that is told of.
_EVENT = 2
_HELD = ("hostage", "prisoner", "captive")
_CAPTIVES = frozenset(("hostages", "prisoners", "captives"))
# What may stand between those who do a thing and its verb.
_BETWEEN = frozenset("who that which have has had later also".split())


def is_doer(scan: Scan, q: Quantity, t: Trigger | None) -> bool:
    """ "two witnesses said 40 had died", "30 gunmen killed 4 and wounded 9": of the first number.

    `t` is the trigger of a later one.
    """
    tokens, k = scan.tokens, q.phrase_last
    if says(tokens, k):
        return True
    if t is None or t.kind not in ACTING or t.first < k:
        return False
    while tokens.at(k) in _ACTIVE:
        k += 1
    # "90 soldiers killed and 40 wounded" has no object, "30 gunmen killed 4 and wounded 9" has one
    if t.kind == "phrase":
        return t.first == k and any(o.phrase_first == object_at(tokens, t) for o in scan.quantities)
    return t.first == k or any(o.phrase_first == k + 1 for o in scan.quantities if o.kind == "bare")


def lend_nothing(scan: Scan, q: Quantity, t: Trigger | None) -> None:
    """Take away a noun that a number of people took over from things or from doers.

    "two shells killed 12", "190 bodies were found and 80 are missing", "30 gunmen killed 4", "two
    sons in a raid that killed 12".
    """
    if not q.inherited or q.noun is None or q.unit not in PEOPLE:
        return
    owner = next((o for o in scan.quantities if o.noun is q.noun and not o.inherited), q)
    gap = scan.tokens.word[owner.phrase_last : q.phrase_first]
    told = len(gap) > _EVENT and gap[-2] in WHICH and tag(gap[-1])[0] == "v"
    if told or q.noun.unit not in PEOPLE or (owner is not q and is_doer(scan, owner, t)):
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
    many = k - (word[k] == "more")
    if word[many] in _MANY and word[many - 1] in _ADDING and many > q.phrase_last + 1:
        return True  # "the toll rose to 90, but many more were missing"
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
    return word[k - 1] in (",", "with") or ((dying or gapped) and word[k - 1] == "and")


def is_blamed(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "30 men were charged with | murder", "… are on trial for the | killing": their deed."""
    word, k = tokens.word, t.first - 1
    if t.first <= q.phrase_last or not (t.kind == "noun" or word[t.first].endswith("ing")):
        return False
    while k > q.phrase_last and tag(word[k])[0] in "da":
        k -= 1
    gap = word[q.phrase_last : k]
    return tag(word[k])[0] == "p" and "," not in gap and not BLAMED.isdisjoint(gap)


class Doers:
    """Those whom one sentence counts as doing something; token indices throughout."""

    def __init__(self, scan: Scan, triggers: Iterable[Trigger], vocabulary: Vocabulary) -> None:
        self._scan = scan
        self._tokens = scan.tokens
        self._triggers = triggers
        self._vocabulary = vocabulary

    def is_doer(self, index: int) -> bool:
        """ "About 500 rebels killed 20 villagers": a number before a verb with an object."""
        quantities, word = self._scan.quantities, self._scan.tokens.word
        if index + 1 >= len(quantities) or quantities[index].kind == "money":
            return False
        j = past_origin(self._tokens, quantities[index])
        if j < len(word) and word[j] in HAVE:
            j += 1
        if j >= len(word) or word[j] in BE:
            return False
        q, other = quantities[index], quantities[index + 1]
        ends = [j + 1] if self._vocabulary.is_verb(word[j]) else []
        if q.unit in PEOPLE:  # "30 gunmen | shot dead 4", "… | put 4 to death"
            acting = [t for t in self._triggers if t.first == j and t.kind in ACTING]
            own = other.kind == "bare" or other.unit in PEOPLE  # but "came back to six hamlets"
            ends += [object_at(self._tokens, t) for t in acting if own or t.last <= other.first]
        # but "two million returned across 1,200 sites", "900 came home after two years"
        return any(j < other.phrase_first <= end for end in ends)

    def says(self, q: Quantity) -> bool:
        """ "two witnesses, both teachers, said 40 were dead": who only tells of others."""
        return q.kind == "noun" and q.unit in PEOPLE and says(self._tokens, q.phrase_last)

    def acts(self, q: Quantity, t: Trigger) -> bool:
        """Whether those counted do to others what a verb after them says.

        "200 rebels seized the station", "40 men who killed a judge", "30 were accused of killing
        guards". Not "90 villagers killed the day before", nor "600 fled the town".
        """
        tokens, k = self._tokens, t.first - 1
        word = tokens.word
        if t.kind == "phrase" and t.lemma.endswith(_HELD) and t.first > q.last:
            held = tokens.word[t.first + 1 : t.last]  # "40 rebels who held the hostages"
            return held[-1] in _CAPTIVES and len(held) < _FEW and self._leads(q, k)
        people = names_people(word[t.first]) or word[t.first] in NOMINAL
        if people and word[k] == "the" and k > q.phrase_last and tag(word[k - 1])[:2] == "vd":
            return word[k - 1] not in HELPERS and self._leads(q, k - 2)  # "90 who hid the exiles"
        if t.kind == "phrase" and k >= q.phrase_last - 1 and self._leads(q, k):
            k = object_at(tokens, t)
            if any(o.phrase_first == k and o.kind == "noun" for o in self._scan.quantities):
                return True  # "the 164 members have blown up 55 mines"
        if k < q.phrase_last - 1 or q.kind not in ("noun", "bare") or t.kind not in BEFALLING:
            return False
        kinds = {o.kind for o in self._triggers if o.first == t.first}
        if "verb" not in kinds or "intransitive" in kinds:
            return False
        if tokens.word[t.first].endswith("ing"):
            while k > q.phrase_last and (word[k] in JOINERS or word[k].endswith("ing")):
                k -= 1  # "accused of raping, torturing and | murdering prisoners"
            return tag(word[k])[0] == "p" and _has_object(tokens, t.last)
        if k >= q.phrase_last and word[k] == "to" and tag(word[t.first])[:2] != "vd":
            return _has_object(tokens, t.last)  # "90 men went out *to bury* the dead"
        return self._leads(q, k) and (_has_object(tokens, t.last) or self._goes_on(t))

    def _goes_on(self, t: Trigger) -> bool:
        """ "40 men | shot and killed 3 guards": a second verb, of which others are the object."""
        last = next((o.last for o in self._triggers if o.first == t.last + 1), 0)
        objects = (o for o in self._scan.quantities if o.phrase_first == last)
        joined = last and self._tokens.word[t.last] in AND_OR
        return bool(joined) and any(o.kind == "noun" and o.unit in PEOPLE for o in objects)

    def _leads(self, q: Quantity, k: int) -> bool:
        """Whether those counted are the subject of the active verb after token `k`."""
        word, end = self._tokens.word, past_origin(self._tokens, q)
        while k >= end and (word[k] in _BETWEEN or tag(word[k]) == "r"):
            k -= 1
        return k < end


def _has_object(tokens: Tokens, k: int) -> bool:
    """Whether an object begins at token `k`, and no time: "the bridge", "Moro villagers"."""
    last = k
    while last < min(k + _OBJECT, tokens.size) and (
        tokens.word[last] in DETERMINERS or tag(tokens.word[last]).split(",")[0] == "a"
    ):
        last += 1
    if tokens.at(k) in DETERMINERS and tokens.at(k + 1) in NOMINAL:
        return True  # "buried | the dead"
    noun = tokens.at(last)
    if not noun.isalpha() or tag(noun).split(",")[0] not in ("n", "ns") or noun in units():
        return False
    return tokens.word[k] in DETERMINERS or tag(noun).startswith("ns")
