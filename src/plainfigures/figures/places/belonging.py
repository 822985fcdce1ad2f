"""Belonging: whose a place is among several numbers of a sentence."""

from plainfigures.figures.grammar.links import OF_THEM
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.places.venues import is_venue
from plainfigures.figures.triggers.phrases import is_verb
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.places.motion import MOVING, TELLING
from plainfigures.prose.places.places import ANYWHERE
from plainfigures.prose.words.closed import POINTERS, TURNS
from plainfigures.prose.words.helpers import BE, HELPERS
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.names import Name
from plainfigures.prose.words.stems import verb_forms

_PART, _TOLD = 5, TELLING | {"refugees"}
# What a further statement begins with.
JOINS = TURNS | {"and"}
_OPENS, _ACTS = frozenset(("and", "but", "while", "whereas")), frozenset(("v", "vd"))
TO = frozenset(("to", "into"))
_LEADING_IN = frozenset("the a their its of government governments".split())
_WHO = frozenset(("who", "whom", "which", "whose"))
_SOME = frozenset(("them", "whom"))
_TAKEN = frozenset("taken flown rushed brought airlifted moved transferred evacuated sent".split())
_IN = (["in"], ["in", "the"])
_PUT = frozenset("in at near to into".split())
# "350,000 were refugees: 170,000 in Chad": what stands behind is of the parts.
_PARTING = frozenset("; : rest remainder while whereas".split())
_ROUGHLY = frozenset("more than over some at least about around nearly almost".split())
_REFUGE = frozenset("refugees refuge asylum shelter sanctuary exile living lived".split())
_SEVERAL = frozenset("several some more further additional other others many few".split())
_JOINTS = frozenset("in at near to into the from around outside inside".split())


def is_of_another(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """Whether a place belongs to another number.

    "187 died, 64 of them in the district alone, and 23 are missing": to a part that it follows;
    "118,000 fled; fighting in Tolm made 39,000 homeless": to one in its own clause;
    "it drove 4,000 to Tolm and killed 300", "4,000 fled Tolm and 300 fled Bor": to the one before.
    """
    word, others = sentence.tokens.word, sentence.scan.quantities
    before = [o for o in others if o.last <= name.first]
    if name.first > 1 and name.last <= q.first and before:
        joins = (k + 1 for k in range(name.last, q.phrase_first) if word[k] in JOINS)
        told = [k for k in joins if k in sentence.verb_triggers and tag(word[k])[0] == "v"]
        returns = any("returned" in sentence.verb_triggers[k] for k in told)
        if told and (returns or not any(_acts_there(sentence, o, name) for o in before)):
            return True
        if _has_own_clause(sentence, q):
            return True
    if sentence.tokens.parted and _is_in_other_clause(sentence, q, name):
        return True
    if any(other is not q and _is_of_part(sentence, other, name) for other in others):
        return True
    if "(" in word and _is_bracketed_apart(sentence, q, name):
        return True
    starts = (o.phrase_first for o in others if q.phrase_last < o.phrase_first < name.first)
    if any(word[k - 2 : k] == ["of", "whom"] for k in starts):
        return True  # "900 had fled, *of whom 40* had crossed into Chad"
    gap = word[q.phrase_last : name.first]
    if not (_SOME.isdisjoint(gap) or _TAKEN.isdisjoint(gap)):
        return True  # "81 were hurt, and most of *them* were *flown* to Bor"
    behind = (_tells_where, _opens_next, _is_way_of_next, _is_of_more, _is_of_share)
    if name.first >= q.phrase_last and any(ask(sentence, q, name) for ask in behind):
        return True
    if _is_told_of_other(sentence, q, name):
        return True
    parts = (others[k] for k, whole in sentence.links.parts.items() if others[whole] is q)
    if any(name.first >= part.last and is_own(sentence, part, name) for part in parts):
        return True  # "71 died in Chad, 48 of them in Bor", "900 fled, including 60 in Bor"
    if q.kind == "percent" and any(
        other is not q and other.kind == "percent" and _lies_behind(sentence, other, name)
        for other in others
    ):
        return True
    low, high = (q.phrase_last, name.first) if q.first < name.first else (name.last, q.phrase_first)
    border = next((k for k in range(low, high) if word[k] in _PARTING), None)
    if border is None or name.first < q.first:
        return False
    if not sentence.tokens.capital(name.last - 1):
        return True  # "900 died in the raid; it was told across the globe"
    return any(other.first > border for other in others)


def _acts_there(sentence: Sentence, doers: Quantity, name: Name) -> bool:
    """ "*Two bombs hit* Bor, killing 9 and injuring 30": whether what is counted did all of it."""
    tokens, passed = sentence.tokens, BE | {"to"}
    verbs = (k for k in range(doers.phrase_last, name.first) if is_verb(tokens, k))
    return any(passed.isdisjoint(tokens.word[k - 1 : k + 1]) for k in verbs)


def _is_in_other_clause(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """ "900 fled *to Chad*, and a bomb in Senn killed 9": where its own clause has a place."""
    start, end = sentence.tokens.clause(q.first, q.last)
    if start <= name.first < end:
        return False
    told = (one for one in sentence.places if start <= one.first < end)
    return any(
        one.weight < ANYWHERE and not is_venue(sentence, one, q.kind == "money") for one in told
    )


def _is_told_of_other(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """Whether a further clause, or what is said beside a subject, parts a place from a number.

    "Who fell near Bor, *and who* raised $900", "9 mines, and 60 families *who had lived in* Bor";
    "the trust, *with a team in* Bor, cleared 9 mines".
    """
    word, start = sentence.tokens.word, sentence.tokens.start
    if start[name.first] < start[q.first]:  # though read behind it
        low = max((k for k in range(name.first) if word[k] == ","), default=-1)
        aside = low > 0 and word[low + 1] == "with"
        if aside and (name.first > q.first or "," in word[name.last : q.phrase_first]):
            return True
        further = range(name.last, q.phrase_first - 1)
        return any(word[k] == "and" and word[k + 1] in _WHO for k in further)
    led = q.kind == "money" and sentence.tokens.at(q.phrase_last) == "for"  # "for boats, and 9 in"
    return any(
        (word[o.phrase_last : o.phrase_last + 1] == ["who"] or (led and o.kind == "money"))
        and o.phrase_last < name.first
        and "and" in word[q.phrase_last : o.phrase_first]
        for o in sentence.scan.quantities
    )


def _tells_where(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """ "In Bor, where 9 died, in *Senn, where* 60 are missing": a place of the number behind it."""
    word, k = sentence.tokens.word, name.last + (sentence.tokens.at(name.last) == ",")
    if sentence.tokens.at(k) != "where" or "where" not in word[: q.phrase_first]:
        return False
    return any(other.first > k for other in sentence.scan.quantities)


def _is_of_more(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """ "9 died in Bor, with *several deaths* reported in Senn": of others, who are not numbered."""
    word = sentence.tokens.word
    led = range(q.phrase_last, name.first - 1)
    low = next((k + 1 for k in led if word[k] == "with" and word[k + 1] in _SEVERAL), 0)
    if not low or "," in word[low : name.first]:
        return False
    return any(t.kind == "noun" and low < t.first < name.first for t in sentence.triggers)


def _is_of_share(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """ "300 were cleared, though *60 per cent of this* was in Senn": of a part of the number."""
    word = sentence.tokens.word
    parts = [o.phrase_last for o in sentence.scan.quantities if q.last <= o.first < name.first]
    told = (k for k in parts if word[k : k + 1] == ["of"] and word[k + 1] in POINTERS)
    return any("," not in word[k : name.first] for k in told)


def _is_bracketed_apart(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """ "900 left Chad (600 *for Mali*) and 40 died": of the number that it shares brackets with."""
    word = sentence.tokens.word
    opens = next((k for k in range(name.first, -1, -1) if word[k] in "()"), 0)
    if word[opens] != "(" or ")" not in word[name.last :]:
        return False
    inside = range(opens, word.index(")", name.last))
    return q.first not in inside and any(o.first in inside for o in sentence.scan.quantities)


def _opens_next(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """ "Peru gave 2 million, and our people *in Bern* collected 4": in the clause of the next."""
    after = next((o for o in sentence.scan.quantities if o.first >= q.last), None)
    word = sentence.tokens.word
    if after is None or after.first < name.last:
        return False
    if _OPENS.isdisjoint(word[q.phrase_last : name.first]):
        return False
    acts = [k for k in range(q.phrase_last, after.phrase_first) if tag(word[k]) in _ACTS]
    return bool(acts) and acts[0] >= name.last


def _is_way_of_next(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """ "2,400 fled, and 620 crossed *into Chad*", "… 620 are refugees *in Chad*": others there."""
    word, others = sentence.tokens.word, sentence.scan.quantities
    k = name.first - 1
    while word[k] in _ROUGHLY:
        k -= 1  # "in *more than* 30 countries"
    there = word[k - 1] in _REFUGE or led_by(sentence, name) in TO
    if q.kind == "money" or not there:
        return False
    later = [o for o in others if q.last <= o.first and o.phrase_last <= name.first]
    if not later:
        return False
    between = word[q.phrase_last : later[-1].phrase_first]
    return not _OPENS.isdisjoint(between) and any(tag(one) in _ACTS for one in between)


def leads_bracket(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """Whether a number stands in brackets right behind a place ("from Kenya (*4,100*)")."""
    between = sentence.tokens.word[name.last : min(q.first, q.phrase_first)]
    return between in (["("], [")", "("])


def led_by(sentence: Sentence, name: Name) -> str:
    """The word that leads to a place, small ones left out ("from" in "from the camps of Bor")."""
    word = sentence.tokens.word
    k = name.first - 1
    while k > 0 and word[k] in _LEADING_IN:
        k -= 1
    return word[k] if k >= 0 else ""


def _has_own_clause(sentence: Sentence, q: Quantity) -> bool:
    """ "… and 300 had fled *Bor*": a number after "and" whose own verb leads to a place."""
    if sentence.tokens.at(q.phrase_first - 1) not in JOINS | {","}:
        return False
    ends = [o.first for o in sentence.scan.quantities if o.first > q.first]
    end = min(ends, default=sentence.tokens.size)
    word, acts = sentence.tokens.word, sentence.verb_triggers
    led = range(q.phrase_last, end)
    verb = next((k for k in led if k in acts or word[k] in _TOLD or _goes(sentence, k)), end)
    return any(verb < name.first < end for name in sentence.places)


def _goes(sentence: Sentence, k: int) -> bool:
    """ "… and 300 *trekked* over the hills": a verb of motion, in an active form."""
    return sentence.tokens.word[k] in verb_forms(MOVING) and is_verb(sentence.tokens, k)


def _lies_behind(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """ "against 68 percent *in Europe*": a place right behind a number."""
    return sentence.tokens.word[q.phrase_last : name.first] in _IN


def _is_of_part(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """ "64 of them in the district", "most *of them, 64,* in Bor": right behind a part."""
    gap = sentence.tokens.word[q.last : name.first]
    if not 1 < len(gap) <= _PART:
        return False
    led = sentence.tokens.word[max(0, q.phrase_first - 2) : q.phrase_first]
    if gap[0] == "," and led[1:] == [","] and led[0] in _SOME:
        return _JOINTS.issuperset(gap[1:])
    return tuple(gap[:2]) in OF_THEM and len(gap) > 2 and _JOINTS.issuperset(gap[2:])


def is_own(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """ "1,200 people *in Tarn*", "64 of them died in the district", "Bor (40)": its own place."""
    if _is_of_part(sentence, q, name) or leads_bracket(sentence, q, name):
        return True
    word, k = sentence.tokens.word, q.phrase_last
    k += 2 * (tuple(word[k : k + 2]) in OF_THEM)
    verb = next((j for j in range(k, name.first) if word[j] not in HELPERS), k)
    if verb < name.first and (tag(word[verb])[:2] == "vd" or verb in sentence.verb_triggers):
        # "*were killed* in Tarn", "*lost their lives* in Tarn"
        phrases = (t for t in sentence.triggers if t.kind == "phrase")
        k = max((t.last for t in phrases if t.first <= verb < t.last), default=verb + 1)
    gap = word[k : name.first]
    lead = [one for one in gap[1:] if tag(one)[:1] not in "dna"]  # "at *a market* in Bor"
    return bool(gap) and gap[0] in _PUT and _JOINTS.issuperset(lead)
