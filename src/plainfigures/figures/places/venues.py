"""Venues: the places where people only met, spoke or signed, of no figure that they told."""

from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.places.mention import AGREED, DEALS, STRUCK
from plainfigures.figures.triggers.forms import has_own_object
from plainfigures.prose.nouns.heads import names_one
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.numbers.parts import is_size
from plainfigures.prose.places.sites import is_superlative
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import nouns, places, singular, speech_verbs, tag
from plainfigures.prose.words.names import Name
from plainfigures.prose.words.stems import verb_forms

_LED, _TOLD, _NEXT, _NEAR, _SHORT = 8, 16, 9, 3, 6
_AT = frozenset("in at near outside inside".split())
# What is done with money in a city for another place.
_DECLARING = tuple(
    "pledge promise announce offer sign say tell visit declare launch raise collect donate".split()
)
_BENEFITS = frozenset(
    "telethon radiothon phonathon gala concert dinner banquet ball auction bazaar fundraiser "
    "benefit marathon broadcast raffle".split()
)
_AFAR = frozenset(
    "archive planner secretariat headquarters paper diary speech letter statement interview "
    "address lecture sermon telegram newspaper magazine publisher".split()
)
# "Buried at a ceremony in Bor" is in Bor.
_BURIED = frozenset("bury buried burial reburied funeral interred remains coffins".split())
_SPEAKING = frozenset("speaking writing testifying talking lecturing interviewed".split())
_ENDED = AGREED | {"ended"}
# Who tells what happened around them.
WITNESSES = frozenset(
    "police rescuer worker doctor medic nurse hospital resident villager witness survivor mayor "
    "firefighter staff policeman inhabitant local".split()
)
_FAR = frozenset(
    "spokesman spokeswoman spokesperson secretary ambassador council envoy commissioner "
    "delegate un nations agency foreign analyst".split()
)
_TOWARDS = frozenset(("to", "into", "from"))
_TOLL, _PARTIES = frozenset(("noun", "unit", "bare")), frozenset(("country", "state"))
_TRUCES = frozenset("ceasefire truce armistice settlement compromise peace".split())
_LIKENING = frozenset("than twice double unlike compared".split())
_MOST_OF_THEM = [
    [part, "of", them]
    for part in ("most", "half", "many", "some", "few")
    for them in ("them", "whom", "which")
]
_FURTHER = frozenset("and but while with that where when which who whose as after".split())
_SAID = frozenset("said says told announced declared stated asked reporters journalists".split())


def is_venue(sentence: Sentence, name: Name, of_sum: bool) -> bool:
    """Whether people met or signed something there ("the conference held in Bern").

    Or, for sums, where they were raised ("a gala in Bern brought in $4 million").
    """
    word = sentence.tokens.word
    k = name.first - 1 - (word[name.first - 1] == "the")
    if word[k - 1] in nouns("monument") and _AT.isdisjoint(word[max(0, k - _NEAR) : k - 1]):
        return True  # "10,000, or, by a monument in Bor, 15,000"
    if word[k] in ("bordering", "borders") or (
        word[k] in ("in", "at") and word[k - 1] in _SAID | _ENDED
    ):
        return True  # "bordering Chad", "said in Bern that", "the war that ended at Bern"
    seated = singular(word[k - 1]) in _AFAR  # "the archives in Bor", "its planners in Bor"
    if word[k] in ("in", "at", "from") and seated:
        return True
    if not _SPEAKING.isdisjoint(word[max(0, k - _NEAR) : k]):
        return True
    heard = sentence.tokens.at(name.last) in ("heard", "hears")  # "a court in Bor heard that"
    led = word[max(0, k - _LED) : k]  # "told a rally in Bor that"
    told = sentence.tokens.at(name.last) == "that" and "told" in led and "that" not in led
    if heard or told:
        return True
    if _is_agreed(sentence, k) and _is_seat(sentence, name):
        return True
    tolls = (o for o in sentence.scan.quantities if o.kind in _TOLL and o.unit not in _PARTIES)
    # "Under the *agreement* 900 refugees | went back in Bor"
    low = max(0, name.first - _LED, *(o.last for o in tolls if o.last <= name.first))
    near = (*range(low, name.first), *range(name.last, name.last + 1))
    ends = {t.first for t in sentence.triggers if has_own_object(t.lemma)}  # "*met* their end in"
    around = [sentence.tokens.at(j) for j in near if j not in ends]
    if of_sum and _is_seat(sentence, name):
        if sentence.tokens.at(name.last) == "on" and sentence.tokens.at(name.last + 1).isdecimal():
            return True  # "gave $2 million in Bern on 3 May"
        declaring = verb_forms(_DECLARING)
        if not declaring.isdisjoint(word[max(0, name.first - _TOLD) : name.first]):
            return True
        if not declaring.isdisjoint(word[name.last : name.last + _NEXT]):
            return True  # "at Bern they promised $2 million"
    buried = "ceremony" in around and not _BURIED.isdisjoint(word)
    met = not nouns("meeting").isdisjoint(around) and word[k] not in _TOWARDS
    return (met and not buried) or (of_sum and not _BENEFITS.isdisjoint(map(singular, around)))


def _is_agreed(sentence: Sentence, k: int) -> bool:
    """ "The *accord* | in", "a truce *reached* | in", but "the truce | in Bor" holds there."""
    before, noun = singular(sentence.tokens.at(k - 1)), singular(sentence.tokens.at(k - 2))
    return before in DEALS or (before in STRUCK and noun in DEALS | _TRUCES | nouns("meeting"))


def is_where_told(sentence: Sentence, q: Quantity, name: Name) -> bool:
    """ "90 died, *the mayor told reporters in* Bor", "*according to doctors in* Bor 90 died".

    Not "90 people died, she said, in Bor", nor what a further clause tells.
    """
    word, low = sentence.tokens.word, 0 if name.first < q.first else q.phrase_last
    if name.first == 1 and word[0] == "in" and _opens_saying(sentence, name.last):
        return True
    k = name.first - 1 - (word[name.first - 1] == "the")
    if low and word[max(low, k - _NEAR) : k] in _MOST_OF_THEM:
        return True  # "had laid 90 mines, *most of them in* Bor"
    if _is_away(word[name.last : q.phrase_first]):
        return True
    commas = [k for k in range(low, name.first) if word[k] == ","]
    opens = commas[-1] + 1 if commas else low
    clause, ends = word[opens : name.first], singular(word[name.first - 2])
    if "according" in clause and ends not in WITNESSES:
        return True
    likened = not _LIKENING.isdisjoint(clause[-_SHORT:-1]) or clause[-2:] == ["as", "in"]
    if low and (likened or " times the " in " ".join(clause[-_SHORT:])):
        return True  # "90 people died, *twice the toll in* Bor"
    if low and "since" in clause and any(map(is_superlative, clause)):
        return True  # "in the worst raid *since the siege of* Bor"
    if not (low and commas) or ends in WITNESSES:
        return False
    if len(commas) > 1 and names_one(ends) and word[commas[-2] + 1] in speech_verbs():
        return True  # "said Ann Lee, a lawyer in Bor"
    if word[opens] in HELPERS or tag(word[opens])[:2] == "vg":
        return False  # "46 men, aged 19, were found in Bor"
    return not speech_verbs().isdisjoint(clause) and _FURTHER.isdisjoint(clause)


def _is_away(gap: list[str]) -> bool:
    """ "In Bor, | *a few miles from the site where* | 900 died": no name that stands before."""
    if "where" not in gap or "from" not in gap:
        return False
    k = gap.index("from")
    return 0 < k < gap.index("where") and (gap[k - 1] in ("far", "away") or is_size(gap[k - 1]))


def _opens_saying(sentence: Sentence, last: int) -> bool:
    """ "In New York, *the spokesman* said": one who tells from afar what happened elsewhere."""
    word = sentence.tokens.word
    said = next((one for one in sentence.attributions if last <= one.first <= last + 2), None)
    return said is not None and not _FAR.isdisjoint(word[said.first : max(said.cue, said.last)])


def _is_seat(sentence: Sentence, name: Name) -> bool:
    """ "*in* Berlin", "*at* Berlin": a city where one speaks or signs, no country."""
    text = sentence.words(name.first, name.last) or ""
    return text in places() and sentence.tokens.at(name.first - 1) in ("in", "at")
