"""Triggers of others: words near a number that tell of other people or sums than it counts."""

from plainfigures.figures.grammar.extents import past_aim
from plainfigures.figures.measures.known import Known
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.dates.portions import FURTHER
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.parallels import SET_AGAINST
from plainfigures.prose.words.bearers import names_country
from plainfigures.prose.words.closed import POSSESSIVES, SUBJECTS
from plainfigures.prose.words.helpers import BE, HAVE, HELPERS
from plainfigures.prose.words.lexicon import is_person, singular, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import COMMA_AND, WHO
from plainfigures.prose.words.stems import verb_forms

_TO_BE = [",", "to", "be"]
_SIGNS = frozenset(";:")
_NTH = frozenset("third fourth fifth sixth younger youngest elder eldest older oldest".split())
_HAS = frozenset("was is has had did".split())
_FALLEN = frozenset("dead fallen wounded injured missing sick".split())
_ASKING = frozenset("whether why how when".split())
_NEAR = 4
_NOTHING = (["nothing"], ["no"])
_LISTED = 2
_APART = frozenset(", ; : ( ) and but it them this".split())
_PAUSES = frozenset((",", "-", "\u2013"))
_SET_AGAINST = SET_AGAINST | frozenset("half third quarter fraction double twice short".split())
_AMONG = frozenset("of among including".split())
_SOME = frozenset("many some few several majority minority".split())
_THOSE_OF, _COMPARED = ["those", "of"], 9
_WAYS = frozenset("way road route trip journey visit march mission".split())
_BY = frozenset(("by", "through"))
_REDUCING = verb_forms(tuple("reduce cut shrink thin whittle".split()))
_AS = frozenset("as because since while although though but".split())


def is_of_next(known: Known, q: Quantity, t: Trigger) -> bool:
    """ "its appeal of $9 million has | *received* $3 million": what the verb has behind it."""
    if t.first >= q.last and known.word[t.last : t.last + 1] in _NOTHING:
        return True  # "which made $9 million, *gave nothing* to the victims"
    sums = [one for one in known.scan.quantities if one.kind == "money"]
    if t.first >= q.last and "tune" in known.word[t.last :]:
        return True  # "a plan of $9 million was *funded* to the tune of $3 million"
    takes = known.word[t.first - 1] in HAVE or t.lemma.endswith((" of", " at"))
    return takes and q.last < t.first and t.last in (one.phrase_first for one in sums)


def is_of_others(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "900 men and *forty dead*", "left *their dead*", "two hid, *a third* (*the elder*) died"."""
    low = t.first - 1
    while low > q.phrase_last and (word[low] == "-" or is_number(word[low])):
        low -= 1
    if low < t.first - 1 and word[low] in COMMA_AND and word[q.phrase_last] in COMMA_AND:
        return q.noun is not None
    if word[t.last - 1] in _FALLEN and word[t.last - 2] in POSSESSIVES:
        return True
    k = t.first - 1 - (word[t.first - 1] in _HAS)
    return word[k] in _NTH and word[k - 1] in ("a", "the") and word[k - 2] in ("and", ",", ";")


def is_what_for(known: Known, q: Quantity, t: Trigger) -> bool:
    """ "Japan gave $1 million, and a widow £40, *to be spent* on boots": given as well.

    The verb of the sum is that of another before it.
    """
    k = q.phrase_last
    if known.word[k : k + 3] != _TO_BE or t.first != k + len(_TO_BE):
        return False
    return any(one.kind == "money" and one.last <= q.first for one in known.scan.quantities)


def is_aim(known: Known, t: Trigger) -> bool:
    """ "$3 million for staff *support*, $1 million for food": what a sum of a list is for."""
    sums = [one for one in known.scan.quantities if one.kind == "money"]
    if len(sums) < _LISTED or t.kind == "state":
        return False
    before = next((one for one in reversed(sums) if one.phrase_last < t.first), None)
    return before is not None and t.last <= past_aim(known.scan.tokens, before.phrase_last)


def is_asked_for(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "*turned to* the bank *for* a further | $3 million", but "turned to $3 million"."""
    gap = word[t.last : q.phrase_first]  # nor "*asked whether* | $3 million had been paid"
    return _ASKING.isdisjoint(gap) if t.lemma == "ask" else "for" in gap[-_NEAR:]


def is_with(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "*drew* applause *with* its | $3 million": what it won is no money, and with what it did."""
    gap = word[t.last : q.phrase_first]
    gap = gap[:-1] if gap[-1:] != [] and gap[-1] in POSSESSIVES else gap
    return t.kind == "verb" and gap[-1:] == ["with"] and gap[:-1] != [] and "," not in gap


def is_done_by(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "seeks $9 million for the villagers *who have* taken in refugees": what these have done."""
    gap = word[q.phrase_last : t.first]
    return "who" in gap or ("for" in gap[:1] and "that" in gap)


def is_of_counted_others(known: Known, q: Quantity, t: Trigger) -> bool:
    """ "90, and a further *16 frames that* | hold a name": said of others, counted as well."""
    k = t.first - 1
    while k > q.phrase_last and _leads_back(known.word[k], t):
        k -= 1
    if k <= q.phrase_last or known.word[k] not in WHO:
        return False
    if known.word[q.phrase_last] == "(" and known.word[k - 1] == ")":
        return False  # "900 men (300 tall ones) who went home"
    return any(
        q.phrase_last < one.first <= k and known.word[one.last] not in ("of", ",")
        for one in known.scan.quantities
    )


def _leads_back(word: str, t: Trigger) -> bool:
    """Whether a word may stand between "who" and a verb, or a noun that is its object."""
    if word in HELPERS or tag(word) == "r":
        return True
    return t.kind == "noun" and word not in WHO and word.isalpha() and word != "and"


def starts_anew(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "boxes, *buried* by night: they accounted for 900": a new clause with a verb of its own."""
    for k in range(t.last, q.phrase_first - 1):
        if word[k] in _SIGNS and word[k + 1] in SUBJECTS:
            return word[k + 2] not in HELPERS
    return False


def holds_another(known: Known, q: Quantity, t: Trigger) -> bool:
    """Whether a phrase behind "and" and a verb of its own holds another number."""
    held = any(t.first < one.first < t.last for one in known.scan.quantities)
    return held and known.word[q.phrase_last : t.first][-1:] == ["and"]


def is_base(known: Known, q: Quantity, t: Trigger) -> bool:
    """ "$9 million, or 23 percent of the *appeal*", "of what was *asked*": what a share is of.

    Or "a further $9 million, half the sum *requested*": what it is set against.
    """
    gap = known.word[q.phrase_last : t.first + 1]
    if gap[:1] == ["("] and ")" in gap:  # "$9 million (€8 million), way below …"
        gap = gap[gap.index(")") + 1 :]
    if gap[:1] != [] and gap[0] in _PAUSES and "," not in gap[1:]:
        if not _SET_AGAINST.isdisjoint(gap[:_NEAR]):
            return True
    shares = (o.phrase_last for o in known.scan.quantities if o.kind == "percent")
    spans = (known.word[k : t.first] for k in shares if k > q.phrase_last)
    return any(span[:1] == ["of"] and _APART.isdisjoint(span) for span in spans)


def is_of_some(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "among the 900 exiles, *many have* | not returned", "as *the majority have* gone home"."""
    k = t.first - 1
    while k > q.phrase_last and (word[k] in HELPERS or tag(word[k]) == "r"):
        k -= 1
    if k <= q.phrase_last or word[k] not in _SOME:
        return False
    while tag(word[k - 1])[0] in "da":
        k -= 1
    return k > q.phrase_last and (word[k - 1] == "," or word[k - 1] in _AS)


def describes_another(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "has six children and helps with *disabled* boys", "nine doctors to treat the *victims*"."""
    if t.first < q.phrase_last:
        return False
    before, gap = word[t.first - 1], word[q.phrase_last : t.first]
    if word[t.first].endswith("ing") and _is_of_those_named(word, q, t.first - 1):
        return True
    if tag(before) not in ("p", "d") or before in _AMONG or not BE.isdisjoint(gap):
        return False
    if t.lemma == "victim":
        return "," not in gap[-2:]
    single = t.last - t.first == 1 or "-" in word[t.first : t.last]
    participle = single and "vd" in tag(word[t.last - 1]).split(",")
    return participle and tag((*word[t.last :], ".")[0]).split(",")[0] in ("n", "ns")


def _is_of_those_named(word: list[str], q: Quantity, k: int) -> bool:
    """ "nine were hurt in raids on families *going home*": who stands before a participle."""
    named = singular(word[k])
    if k <= q.phrase_last or not (is_person(named) or named in PEOPLE):
        return False
    k -= 1
    while k > q.phrase_last and tag(word[k])[0] in "da":
        k -= 1
    return k > q.phrase_last and (tag(word[k]) == "p" or word[k].endswith("ing"))


def is_lot(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "900 *starving* villagers": what the living suffer, before the noun of those counted."""
    inside = q.noun is not None and q.noun.first <= t.first < q.noun.last - 1
    return inside and t.kind in ("intransitive", "noun") and word[t.first].endswith("ing")


def as_return(known: Known, t: Trigger) -> Trigger:
    """ "the return *and reintegration* of | 900 exiles": those who get home, and then a living."""
    lists = known.lists
    if not (lists.home and lists.rehomed and t.kind == "noun" and t.measure == lists.rehomed.name):
        return t
    led = (o for o in known.triggers if o.last == t.first - 1 and o.measure == lists.home.name)
    joined = known.word[t.first - 1] == "and" and any(o.kind == "noun" for o in led)
    return t._replace(measure=lists.home.name) if joined else t


def is_on_the_way(gap: list[str]) -> bool:
    """ "two nurses *died on their way to* | 40 villagers": by words before those who are met."""
    return gap[-1:] == ["to"] and not _WAYS.isdisjoint(gap)


def is_of_rest(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "fell by *repatriation* to | 900", "*deaths* cut the garrison to 900": who then are left."""
    if t.kind != "noun" or t.last > q.phrase_first or word[q.phrase_first - 1] != "to":
        return False
    gap = word[t.last : q.phrase_first - 1]
    cut = next((k for k, one in enumerate(gap) if one in _REDUCING), None)
    return word[t.first - 1] in _BY or (cut is not None and len(gap) > cut + 1)


def is_against_another(known: Known, q: Quantity) -> bool:
    """ "sold *three times as much* silk *as Japan*", "*tripled those of* Japan": at one time."""
    tokens, k = known.scan.tokens, q.phrase_last
    if known.word[k : k + 2] == _THOSE_OF:
        k += 1
    else:
        near = range(q.last, min(q.last + _COMPARED, tokens.size))
        k = next((j for j in reversed(near) if known.word[j] == "as"), 0)
        k += 2 * (known.word[k + 1 : k + 3] == _THOSE_OF)
        if "as" not in known.word[q.last : k]:
            return False
    name = k + 1 + (tokens.at(k + 1) == "the")
    return tokens.capital(name) and names_country(tokens.raw[name])


def is_kind_of_last(known: Known, q: Quantity, t: Trigger) -> bool:
    """ "gave $3 million in *aid* for roads, and another | $4 million": what the sum before is."""
    if t.kind != "noun" or t.last > q.first:
        return False
    before = (o for o in reversed(known.scan.quantities) if o.phrase_first <= t.first)
    sums = (o for o in before if o.kind == "money")
    last = next((o for o in sums if o is not q), None)
    if last is None:
        return False
    led, gap = known.word[last.last : t.first], known.word[t.last : q.first]
    return led[:1] in (["in"], ["for"]) and "," not in led and not FURTHER.isdisjoint(gap)
