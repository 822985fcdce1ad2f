"""Deeds: whether words of time are of another verb than the one that gives a figure its measure."""

from plainfigures.figures.grammar.doers import BLAMED
from plainfigures.figures.grammar.extents import right
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.grammar.verbs import Verbs
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.lists import Telling
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.phrases import is_verb
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.changes import movements
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.periods.period import Period
from plainfigures.prose.words.closed import BREAKS, DEFINITE
from plainfigures.prose.words.helpers import BEFORE_VERB, HELPERS
from plainfigures.prose.words.lexicon import is_person, nouns, singular, speech_verbs, tag
from plainfigures.prose.words.signs import ARE, EACH
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_RELATIVE = frozenset(("that", "which", "to"))
# What may stand before a participle that tells more of those counted ("most of them laid").
_NONE: frozenset[str] = frozenset()
_REDUCED = frozenset(", most many some all half of them the type kind sort mostly once".split())
_GIVING = verb_forms(("give",))
_SITES = frozenset("in at from inside across near".split())
_SOUGHT = frozenset("wanted sought cleared responsible liable".split())
_WHO = frozenset("for of over with who that".split())
# What makes people refugees, or says how many there are.
_MAKING = verb_forms(
    tuple("cause create produce generate make drive force bring put number exceed stand".split())
)


def of_another_verb(sentence: Sentence, q: Quantity, match: Match, period: Period) -> bool:
    """Whether the words of time belong to another verb than the one that counts.

    "refugees expelled in 1990 to return": the date is of the expulsion; "their rights were violated
    for decades": a duration is of the verb before it; "found mines, most of them laid in 1990".
    """
    own, word, verbs = match.trigger, sentence.tokens.word, sentence.verb_triggers
    if own is not None and period.last < q.first and _is_of_those_told(sentence, q, own, period):
        return True
    if own is not None and period.last <= own.first and _is_of_trial(word, own.first, period):
        return True
    known = match.measure in sentence.telling or word[q.phrase_first - 1] in DEFINITE
    if known and q.unit in PEOPLE and _is_of_what_is_done(sentence, q, match, period):
        return True
    given = q.kind == "money" and any(is_verb(sentence.tokens, k) for k in range(q.first))
    if given and _is_of_participle(sentence.tokens, q.phrase_last, own, period):
        return True
    if word[period.first] in EACH and _is_of_deed(sentence, q, match, period):
        return True
    lasting = own is not None and word[period.first] == "for"
    if not (lasting or verbs):
        return False
    if (
        own is not None
        and own.last <= q.phrase_first
        and _is_of_reduced(sentence, q, match, period)
    ):
        return True
    for k in range(period.first - 1, q.phrase_last - 1, -1):
        if own is not None and own.first <= k < own.last:
            return False
        if k in verbs and verbs[k] - {match.measure}:
            return own is not None and own.first > k
        if lasting and own is not None and own.first < k and tag(word[k]) in ("vd", "v"):
            return True
    return False


def _is_of_participle(tokens: Tokens, last: int, own: Trigger | None, period: Period) -> bool:
    """ "gave 9 million for towns *damaged* in May", "a vote that is *planned* for May"."""
    k = period.first - 1
    while k > last and tokens.word[k] != "," and tag(tokens.word[k])[:2] != "vd":
        k -= 1
    if k <= last or tokens.word[k] == "," or (own is not None and own.first <= k < own.last):
        return False
    if tokens.word[k - 1] in ARE | {"be"}:
        given = tokens.word[k - 3] in nouns("gift") or k - 2 == last
        return tokens.word[k - 2] in _RELATIVE and not given
    led = singular(tokens.word[k - 1])
    led_on = tokens.at(last) in _RELATIVE - {"to"} or led in nouns("event") | nouns("meeting")
    return tag(led)[:1] == "n" and not led_on


def _is_of_reduced(sentence: Sentence, q: Quantity, match: Match, period: Period) -> bool:
    """ "dug up 40 mines, *most of them laid* in 1990": when a participle befell those counted."""
    word, verbs = sentence.tokens.word, sentence.verb_triggers
    k = next((k for k in range(q.phrase_last, period.first) if word[k] not in _REDUCED), -1)
    if any(start < q.first < end <= k for start, end in sentence.relative_clauses):
        return False
    reduced = tag(word[k])[:2] == "vd" and ARE.isdisjoint(word[k : period.first])
    return reduced and bool(verbs.get(k, _NONE) - {match.measure})


def _is_of_deed(sentence: Sentence, q: Quantity, match: Match, period: Period) -> bool:
    """ "The mothers of the 40 missing *sit* here every Friday": what is done again and again."""
    own = match.trigger
    end = q.phrase_last if own is None else max(q.phrase_last, own.last)
    return any(is_verb(sentence.tokens, k) for k in range(end, period.first))


def _is_of_those_told(sentence: Sentence, q: Quantity, own: Trigger, period: Period) -> bool:
    """ "On Friday police *named* the 12 people *killed* in the raid": when they were named."""
    tokens, k = sentence.tokens, q.phrase_first - 1
    if own.first != q.phrase_last or tokens.at(k) not in DEFINITE or q.unit not in PEOPLE:
        return False
    if tag(tokens.word[own.first])[:2] != "vd" or tokens.at(own.last) == "by":
        return False
    verb = _deed_before(tokens, q)
    return verb is not None and verb >= period.last and verb not in sentence.verb_triggers


def _is_of_trial(word: list[str], deed: int, period: Period) -> bool:
    """ "On Friday a man was *jailed for* killing 12", "*arrested* those *who* killed 12"."""
    if not _WHO.isdisjoint(word[max(0, period.first - 2) : period.first]):
        return False  # "jailed a man who in 2008 killed 12"
    blamed = next((k for k in range(deed) if word[k] in BLAMED - _SOUGHT), deed)
    return not _WHO.isdisjoint(word[blamed + 1 : deed])


def _is_of_what_is_done(sentence: Sentence, q: Quantity, match: Match, period: Period) -> bool:
    """ "fed 900 *refugees* in May", "900 refugees *had asked* for papers by May".

    What those do, or what is done with them, who had become so before; "900 refugees came in May",
    "the war made 900 refugees in May" tell when they did.
    """
    own, tokens = match.trigger, sentence.tokens
    if own is None or not q.phrase_first <= own.first <= q.phrase_last:
        return False
    if own.kind != "state" and not is_person(singular(tokens.word[own.last - 1])):
        return False
    verbs, end = Verbs(sentence.scan, sentence.triggers), q.phrase_last
    if own.first == end:  # "900 people *displaced by floods* | got tents in May"
        end = next((k for k in range(own.last, period.first) if is_verb(tokens, k)), end)
        if end == q.phrase_last or not BREAKS.isdisjoint(tokens.word[own.last : end]):
            return False
    end = _past_site(tokens, end)
    deed = verbs.after_helpers(end)
    if deed == end and tokens.at(deed + 1) == "by":
        return False  # "the 900 wounded *treated by* us since May"
    if is_verb(tokens, deed) or "vd" in tag(tokens.at(deed) or ".").split(","):
        told = verbs.is_passive(end, deed)
        return _is_else(sentence, own, deed, passive=told)
    if any(is_verb(tokens, k) for k in range(q.phrase_last, period.first)):
        return False  # "fed 900 refugees *expelled* in May"
    before = _deed_before(tokens, q)
    return before is not None and _is_else(sentence, own, before, passive=True)


def _past_site(tokens: Tokens, k: int) -> int:
    """ "900 refugees *in the camps of Chad* | got tents": the token behind where people are."""
    span = right(tokens, k + 1) if tokens.at(k) in _SITES else None
    return k if span is None else span[1]


def _is_else(sentence: Sentence, own: Trigger, deed: int, *, passive: bool) -> bool:
    """Whether a verb tells more of people, or of what it is done to, than that they are such."""
    telling = sentence.telling.get(own.measure, Telling())
    word = sentence.tokens.word[deed]
    if word in (telling.objects if passive else telling.subjects):
        return False
    return own.measure not in sentence.verb_triggers.get(deed, _NONE)


def _deed_before(tokens: Tokens, q: Quantity) -> int | None:
    """The verb of the clause before people: "*fed* half of the 900", "*gave* food to the 900".

    None where it says that they are, how many, or what others say.
    """
    for k in range(q.phrase_first - 1, -1, -1):
        word = tokens.word[k]
        if word in BREAKS or word in (",", "("):
            return None
        if is_verb(tokens, k) or tokens.at(k - 1) in BEFORE_VERB:
            counts = word in HELPERS or word in _MAKING or word in movements()
            says = word in speech_verbs() and word not in _GIVING
            return None if counts or says else k
    return None
