"""Scopes: for which numbers of a sentence its words of time hold, by the clauses they stand in."""

from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.grammar.targets import BRINGING
from plainfigures.figures.rows.borders import leads
from plainfigures.figures.rows.things import is_of_before, is_of_event, is_of_thing
from plainfigures.figures.triggers.fits import PEOPLE, SHARED
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.phrases import is_noun_or_adjective, is_verb
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.periods.durations import TIME_UNITS
from plainfigures.prose.periods.period import Period
from plainfigures.prose.words.helpers import HAVE, HELPERS, MODALS
from plainfigures.prose.words.lexicon import calendar, nouns, singular, tag
from plainfigures.prose.words.signs import CLOSE_QUOTES, COMMA_AND, EACH, OPEN_QUOTES
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

# The most tokens of a clause up to its verb.
_SUBJECT = 9
# How far behind a relative clause the verb of its event stands.
_VERB = 3
_HAPPENING = ("happen", "occur", "take", "begin", "start", "break", "erupt")
_CONJUNCTIONS = frozenset(("and", "but"))
_REASONS = frozenset("because although though whereas".split())
_CONDITIONS = frozenset("unless although though because if while".split())
_EVEN = frozenset("also even only".split())
_STOPS = frozenset(", . ! ?".split())
_QUOTES = (OPEN_QUOTES | CLOSE_QUOTES) - {"'", "\u2018", "\u2019"}
_OPENERS = frozenset("since by until before after".split())
_NOW = frozenset("today now nowadays currently".split())
_PRESENT = frozenset("is are has have remain remains".split())
_LASTING = frozenset("since this over during within for".split())


def is_out_of_scope(sentence: Sentence, q: Quantity, match: Match, period: Period) -> bool:
    """Whether words of time hold in another clause, or for another number, than a quantity."""
    tokens, own = sentence.tokens, match.trigger
    lasting = q.kind == "unit" and q.unit in TIME_UNITS and not q.attributive
    if lasting and not _follows(tokens, q, period):
        return True  # "two years later", "of 34 years"
    if period.first == period.last - 1 and tokens.word[period.first] in calendar("often"):
        return _describes(sentence, q, period) or _is_of_another_verb(tokens, q, period)
    for start, end in sentence.relative_clauses:
        inside = start < period.first < end
        if inside == (start < q.first < end):
            continue
        if own is not None and inside == (start < own.first < end):
            continue  # "the 40 men, who fled in May"
        if (inside or period.first > end) and not _is_of_event(sentence.tokens, start, end, inside):
            return True
    return (
        _lasts_before(tokens, q, period)
        or is_of_thing(sentence, period, q)
        or (q.kind == "money" and not leads(sentence, q, period) and is_of_event(tokens, period))
        or is_of_before(sentence, q, match, period)
        or _in_next_clause(sentence, q, match, period)
        or _is_left_behind(sentence, q, period)
        or (not leads(sentence, q, period) and _is_parted(sentence, q, period))
    )


def _is_of_event(tokens: Tokens, start: int, end: int, inside: bool) -> bool:
    """ "in an *attack* on Bor *which took place* in May": a time that is all the event's."""
    clause = tokens.word[start:end] if inside else tokens.word[end : end + _VERB]
    if verb_forms(_HAPPENING).isdisjoint(clause):
        return False
    return any(
        singular(one) in nouns("event") for one in tokens.word[max(0, start - _SUBJECT) : start]
    )


def _follows(tokens: Tokens, q: Quantity, period: Period) -> bool:
    """ "for ten days *in May*": words of time right behind a number."""
    gap = tokens.word[q.phrase_last : period.first]
    return period.first >= q.phrase_last and len(gap) <= 2 and "," not in gap


def when(sentence: Sentence, q: Quantity) -> Period | None:
    """ "since *1996, when 40 drowned*": the words of time right before the clause of a number.

    Without the one that reaches on from them ("since a raid in *2023*, in which 40 died").
    """
    word = sentence.tokens.word
    for start, end in sentence.relative_clauses:
        lead = word[start + 1]
        if lead not in ("when", "which") or not start < q.first < end:
            continue
        before = start - (word[start - 1 : start + 1] == [",", "in"])
        if any(start < period.first < end for period in sentence.periods):
            return None
        for period in sentence.periods:
            if period.last != before or period.role != "period":
                continue
            if word[period.first] not in _OPENERS:
                return period if lead == "when" else None
            only, told = period.start or period.end, range(period.first, period.last)
            first = max((k for k in told if word[k] in ("in", "of")), default=period.first)
            return Period(first + 1, period.last, only, only)
    return None


def _describes(sentence: Sentence, q: Quantity, period: Period) -> bool:
    """ "gave 90 clerks a *monthly* wage of 300 birr": how often the noun behind it is paid.

    So "the *monthly* US deficit grew 9 percent", but "monthly growth of 9 percent".
    """
    tokens = sentence.tokens
    if not (is_noun_or_adjective(tokens, period.last) or tokens.capital(period.last)):
        return False
    of = tokens.at(q.phrase_first - 1) == "of"
    return q.first < period.first or ((q.unit in PEOPLE or q.kind in SHARED) and not of)


def _is_of_another_verb(tokens: Tokens, q: Quantity, period: Period) -> bool:
    """ "holds 40,000 books, *lends* out 900 annually and *has* nine clerks": how often of one."""
    first, last = sorted((q.phrase_last, period.first))
    return any(
        tokens.word[k] in COMMA_AND and tag(tokens.word[k + 1])[:1] == "v"
        for k in range(first, min(last, tokens.size - 1))
    )


def _in_next_clause(sentence: Sentence, q: Quantity, match: Match, period: Period) -> bool:
    """Whether a comma with "and" or "but" begins another clause before a period."""
    own, tokens = match.trigger, sentence.tokens
    if period.first < q.phrase_last or (own is not None and own.first >= period.first):
        return False
    told = q.phrase_last if own is None else max(q.phrase_last, own.last)
    for k in range(told, period.first):
        if tokens.word[k] == "," and tokens.word[k + 1] in BRINGING:
            return True  # "90 were hurt, bringing the toll to 900 since May"
        if tokens.word[k] == "and" and own is not None and _turns(tokens, own, k + 1):
            return True
        if tokens.word[k] not in _CONJUNCTIONS or tokens.at(k - 1) != ",":
            continue  # without a comma it is the time of both: "two died and one was hurt in May"
        led = k + 1 + (tag(tokens.word[k + 1])[0] == "p")
        if any(one.first in (k + 1, led) for one in sentence.periods):
            return True  # "had shrunk to 9 hectares, and since May 40 people"
        clause = range(k + 1, min(period.first, k + _SUBJECT))
        verb = next((m for m in clause if is_verb(tokens, m)), None)
        if verb is None or tokens.word[verb - 1] == "to":
            continue  # "three lands, Bor and Ost, to unite in 1918"
        subjects = (one for one in sentence.scan.quantities if k < one.first <= verb)
        again = tokens.word[period.first] in EACH  # "have been found, and 9 are sought each May"
        done = not HAVE.isdisjoint(tokens.word[q.phrase_last : k])
        if again and done and tokens.word[verb] not in HAVE:
            return True
        if any(one.unit in (q.unit, None) for one in subjects):
            continue
        if verb > k + 1 or tag(tokens.word[verb]) == "v":  # ", and wants it done by 2025"
            return True
    return False


def _turns(tokens: Tokens, own: Trigger, k: int) -> bool:
    """ "gave $9 million and *plans* more next year", "… and *will* meet in May": to what comes."""
    if tag(tokens.word[own.first])[:2] != "vd":
        return False
    kinds, behind = tag(tokens.at(k) or ".").split(","), tokens.at(k + 1) or "."
    acts = kinds[0] == "v" or ("v" in kinds and (tag(behind)[0] in "da" or behind == "to"))
    return tokens.at(k) in MODALS or (acts and tokens.word[k].endswith("s"))


def _is_left_behind(sentence: Sentence, q: Quantity, period: Period) -> bool:
    """Whether a number is told of a later time than the words of time before it.

    "was 40 percent *in 1999*; now it is 9", "gave 40 million *in May* and has paid out 9".
    """
    word = sentence.tokens.word
    starts = {one.first for one in sentence.periods}
    for k in range(period.last, q.phrase_first):
        if word[k] in _CONJUNCTIONS or word[k] == ";":
            own = k + 1 in starts and (word[k] == ";" or word[k - 1] == ",")
            if own or word[k + 1] in _NOW or _is_now(sentence, q, period, k):
                return True
    return False


def _is_now(sentence: Sentence, q: Quantity, period: Period, k: int) -> bool:
    """ "The war ended *in 1995*, and 40 fields are mined", "gave 9 in May and has paid out 4"."""
    tokens, word = sentence.tokens, sentence.tokens.word
    if word[period.first] in _LASTING or ("due" not in word and _PRESENT & {*word[:k]}):
        return False
    told = (m for m in range(k + 1, tokens.size) if word[m] in HELPERS or is_verb(tokens, m))
    verb = next(told, k)
    if verb == k + 1 or word[verb] in ("has", "have"):
        return tokens.raw[verb] in ("has", "have")  # and not "are believed to have died"
    lasts = q.unit not in PEOPLE or not {"still", "remain"}.isdisjoint(word[verb : verb + 2])
    return word[verb] in _PRESENT and lasts


def _is_parted(sentence: Sentence, q: Quantity, period: Period) -> bool:
    """Whether a mark, a conjunction or a reason stands between a number and words of time."""
    tokens, word = sentence.tokens, sentence.tokens.word
    if period.first >= q.phrase_last:
        between = range(q.phrase_last, period.first)
        if any(_ends_clause(word, k) for k in between):
            return True
        return (
            word[0] in _CONDITIONS
            and "," in word[q.phrase_last : period.first]
            and "," not in word[: q.first]
        )
    leads = tokens.at(period.last) == "," and not any(
        is_verb(tokens, k) for k in range(period.first)
    )
    return not leads and any(
        word[k] == "but" and word[k - 1] == "," and word[k + 1] not in _EVEN
        for k in range(period.last, q.phrase_first)
    )


def _ends_clause(word: list[str], k: int) -> bool:
    """ "It is too high: …", "two fewer, because …", "I saw it three times," said Bo, who …".

    Or a quotation that begins behind another: '"40 remain" and "saw none since the war"'.
    """
    if word[k] in _QUOTES:
        return word[k - 1] in _STOPS or (word[k - 1] == "and" and word[k - 2] in _QUOTES)
    return word[k] == ":" or (word[k] in _REASONS and word[k + 1] != "of")


def _lasts_before(tokens: Tokens, q: Quantity, period: Period) -> bool:
    """ "was gone *for nine days* and brought two maps", "a firm that bought *for nine years*"."""
    word = tokens.word
    if period.last > q.phrase_first:
        return False
    if word[period.first] == "over" and word[period.last : period.last + 2] == [",", "and"]:
        return q.kind == "money"  # "Ottawa will pay $7 million over three years, and Rome gave 4"
    if word[period.first] != "for" or period.first < 2:
        return False
    return any(
        word[k] in _CONJUNCTIONS and is_verb(tokens, k + 1)
        for k in range(period.last, q.phrase_first - 1)
    )
