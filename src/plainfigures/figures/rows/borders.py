"""Borders: clauses, asides and openings whose words of time hold for no number outside them."""

from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.places.datelines import is_dateline
from plainfigures.figures.triggers.fits import SHARED
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.phrases import is_verb
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.changes import COMPARATIVES
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.periods.period import Period
from plainfigures.prose.quantities.parallels import SET_AGAINST
from plainfigures.prose.words.closed import ARTICLES
from plainfigures.prose.words.helpers import HAVE, WILL
from plainfigures.prose.words.lexicon import calendar, nouns, singular, tag, verb_lemmas
from plainfigures.prose.words.signs import ARE, OPEN_QUOTES, WHO_OR_WHICH
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_WHICH = WHO_OR_WHICH | {"that"}
_CONDITIONS = frozenset(("unless", "if", "because"))
_EARLIER = frozenset("after before following since joining".split())
_BRING = verb_forms(("bring", "take", "raise", "lift", "push"))
_RECALLED = {"about"} | verb_forms(
    tuple(
        "end stop halt conclude settle resolve recall remember mark commemorate mourn condemn "
        "investigate describe discuss study".split()
    )
)
_TOTALS = frozenset("toll number total count figure tally".split())
_SHORT = ["short", "of"]
_THAN = ARE | {"in", "during"}
_TIDINGS = frozenset("report reports claim claims allegations evidence fears news".split())
_OPENS_LATE = 12
_ADVERBS = 2
_LEADING = OPEN_QUOTES | {",", "that", ":"}
_LED = 4  # "Even so, | of the 900 expelled"


def is_apart(sentence: Sentence, q: Quantity, match: Match, period: Period) -> bool:
    """Whether a border parts words of time from a quantity."""
    tokens = sentence.tokens
    if is_of_dateline(tokens, period):
        return True
    if period.first >= q.phrase_last:
        return _is_after_whole(sentence, q, match.trigger, period) or _starts_clause(
            tokens, q, period
        )
    return (
        _is_of_whole(sentence, q, match, period)
        or _is_in_aside(tokens, q, match, period)
        or _describes(tokens, q, period)
        or _is_of_other_clause(sentence, q, period)
        or _is_in_apposition(sentence, period)
        or _clause_between(sentence, q, period)
    )


def leads(sentence: Sentence, q: Quantity, period: Period) -> bool:
    """Whether words of time open the sentence, or a clause with nothing counted before it.

    "*In May* 40 died", "The army says that *in May*", "What is more, *in May*".
    """
    word, k = sentence.tokens.word, period.first - 1
    k -= k > 0 and tag(word[k])[0] == "p"
    if k <= 0:
        return True
    if word[k] not in _LEADING or ";" in word[period.last : q.first]:
        return False
    return all(one.first > k for one in sentence.scan.quantities)


def is_hour(sentence: Sentence, period: Period) -> bool:
    """ "Nine were dead *by morning*": an hour of a day that is not said."""
    words = sentence.tokens.word[period.first : period.last]
    return words[0] == "by" and words[1:2] == words[1:] and words[-1] in calendar("daypart")


def is_of_dateline(tokens: Tokens, period: Period) -> bool:
    """ "(Nairobi, *19 May 2022*) - Gunmen killed 40", "Bor (AFP) *May 5, 2010* Two died"."""
    before = tokens.word[: period.first]
    if period.first > _OPENS_LATE or {",", ")"}.isdisjoint(before):
        return False
    named = all(tokens.capital(k) or not before[k][0].isalpha() for k in range(period.first))
    closed = before[-1] == ")" and tokens.capital(period.last)
    return named and (closed or is_dateline(tokens, period.last))


def _whole(tokens: Tokens, before: int) -> tuple[int, int] | None:
    """ "*Of the 900 expelled in May,* 40": the last opening before a token, to its comma."""
    word = tokens.word
    for k in range(before - 1, -1, -1):
        led = 0 < k <= _LED and word[k - 1] == "," and tag(word[0])[0] in "rcp"
        if word[k] == "of" and (k == 0 or word[k - 1] == ";" or led):
            end = next((j for j in range(k, tokens.size) if word[j] == ","), tokens.size)
            return k, end
    return None


def _is_after_whole(sentence: Sentence, q: Quantity, own: Trigger | None, period: Period) -> bool:
    """ "Of the *900* expelled, 40 had returned by June": when the part had.

    So "40 of the *900* expelled will return in June".
    """
    tokens = sentence.tokens
    told = sentence.scan.quantities
    if any(told[i].last < q.first and told[k] is q for i, k in sentence.links.parts.items()):
        led = tokens.word[max(0, q.phrase_first - 2) : q.phrase_first]
        behind = q.phrase_last if own is None else max(q.phrase_last, own.last)
        return "of" in led and any(is_verb(tokens, k) for k in range(behind, period.first))
    whole = _whole(tokens, q.phrase_first)
    return whole is not None and q.phrase_first - whole[0] <= 2 and period.first > whole[1]


def _is_of_whole(sentence: Sentence, q: Quantity, match: Match, period: Period) -> bool:
    """ "Of the 900 expelled *in May*, 40 are back", "Of the sum pledged *in May*": of the whole."""
    whole = _whole(sentence.tokens, period.first)
    if whole is None or not period.last <= whole[1] < q.first:
        return False
    if match.trigger is not None and match.trigger.first > whole[1]:
        return any("vd" in tag(form) for form in sentence.tokens.word[whole[0] : period.first])
    return any(whole[0] < one.first < period.first for one in sentence.scan.quantities)


def _starts_clause(tokens: Tokens, q: Quantity, period: Period) -> bool:
    """ "knows that 40 are lame, *that last year* 9 died", "more *than was raised last year*"."""
    word = tokens.word
    k = period.first - 1
    if word[k] == "that" and word[k - 1] in (",", "and"):
        return True
    k -= word[k] == ","
    if word[k] in HAVE and word[k - 1] in ("and", "but"):
        return True  # "asked for 90 and had, *by Easter*, got a third"
    for k in range(q.phrase_last, period.first):
        if word[k] == "that" and word[k - 1] == "and":
            return True
        if word[k] == "than" and word[k - 1] in COMPARATIVES and word[k + 1] in _THAN:
            return True
        if word[k] == "unless":
            return True
    return False


def _is_in_aside(tokens: Tokens, q: Quantity, match: Match, period: Period) -> bool:
    """ "The camp, *built in 2010*, houses 40", "tin, negligible *a decade ago*, brings 40"."""
    if tokens.at(period.last) != "," or period.last >= q.first:
        return False
    comma = next((k for k in range(period.first - 1, 0, -1) if tokens.word[k] == ","), 0)
    if not comma or (match.trigger is not None and comma < match.trigger.first < period.last):
        return False
    k = _past_adverbs(tokens, comma + 1)
    describes = k < period.first and tag(tokens.word[k]).split(",")[0] in ("a", "vd")
    return describes and _is_present(tokens, _past_adverbs(tokens, period.last + 1))


def _describes(tokens: Tokens, q: Quantity, period: Period) -> bool:
    """ "On 4 May they entered a camp *which houses* 40": how it is, and not when they came."""
    if q.kind == "money" or q.kind in SHARED:
        return False  # "made 90 million in May, *which is* a third of its budget"
    for k in range(q.first - 1, period.last, -1):
        if tokens.word[k] == ",":
            return False
        if tokens.word[k] in WHO_OR_WHICH:
            return _is_present(tokens, _past_adverbs(tokens, k + 1))
    return (
        tokens.at(period.last) in WHO_OR_WHICH
        and tokens.at(period.first - 1) not in ("in", "of", "on")
        and _is_present(tokens, _past_adverbs(tokens, period.last + 1))
    )


def _is_of_other_clause(sentence: Sentence, q: Quantity, period: Period) -> bool:
    """ "On 9 May we shall recall a flood *in which 40 died*", "… ended a war *that killed* 90".

    The words of time are those of the verb before the clause, whose deed is later.
    """
    tokens, word = sentence.tokens, sentence.tokens.word
    for start, end in sentence.relative_clauses:
        if period.last <= start < q.first < end and WILL & {*word[period.last : start]}:
            return WILL.isdisjoint(word[start:end])
    for k in range(period.last + 2, q.first):
        if word[k] in _WHICH and singular(word[k - 1 - (word[k - 1] == ",")]) in nouns("event"):
            return not _RECALLED.isdisjoint(word[period.last : k])
    had = next((k for k in range(period.last + 2, q.first) if word[k] == "had"), 0)
    led = had and word[had - 1] in _WHICH and tag(word[had - 2])[:1] == "n"
    return bool(led) and any(is_verb(tokens, k) for k in range(period.last, had - 1))


def _is_in_apposition(sentence: Sentence, period: Period) -> bool:
    """ "Near Bor, *a village of 340 souls before the war*, nine died": of the number beside it."""
    tokens = sentence.tokens
    beside = (o.phrase_first for o in sentence.scan.quantities if o.phrase_last == period.first)
    first = next(beside, 0)
    comma = next((k for k in range(first - 1, 0, -1) if tokens.word[k] == ","), 0)
    return bool(comma) and tokens.word[comma + 1] in ARTICLES and tokens.at(period.last) == ","


def _clause_between(sentence: Sentence, q: Quantity, period: Period) -> bool:
    """Whether a clause begins between words of time and a number that has its own time.

    "spent nothing in May, *after a war* in which 40 died", "will break in May *unless* 40 come",
    "left in the next year, *and that* 40 are back", "By May 90 had; *by June* it was 40",
    "fled since May, *joining* 90", "gave 4 million on Friday, short of *the* 9 million sought".
    """
    tokens, word = sentence.tokens, sentence.tokens.word
    days = frozenset(calendar("weekday"))
    if _is_set_against(tokens, q) and not days.isdisjoint(word[period.first : period.last]):
        return True
    for k in range(period.last, q.phrase_first):
        # "bringing to 90", "Monday's raid *takes* the toll since May to 90"
        brings = word[k] in _BRING and word[q.phrase_first - 1] == "to"
        brings = brings and (
            word[k - 1] == "," or not _TOTALS.isdisjoint(word[k : q.phrase_last + 2])
        )
        if brings or (word[k] == "that" and word[k - 1] in _TIDINGS):
            return True
        if leads(sentence, q, period):
            continue
        if word[k] in _CONDITIONS or (word[k] == "," and word[k + 1] in _EARLIER):
            return True
        if word[k] == "that" and word[k - 1] == "and":
            return word[k - 2] == "," or word[period.first] == "since"
    return False


def _is_set_against(tokens: Tokens, q: Quantity) -> bool:
    """ "below *the 9 million* sought": a number told before, with which another is compared."""
    before = tokens.word[max(0, q.phrase_first - 3) : q.phrase_first]
    against = not SET_AGAINST.isdisjoint(before[-2:-1]) or before[:2] == _SHORT
    return before[-1:] == ["the"] and against


def _past_adverbs(tokens: Tokens, k: int) -> int:
    """The token behind at most two adverbs."""
    for _ in range(_ADVERBS):
        k += tag(tokens.at(k) or ".").split(",")[0] == "r"
    return k


def _is_present(tokens: Tokens, k: int) -> bool:
    """Whether a verb of the present stands at token `k` ("houses", "is", "now bring")."""
    word = tokens.at(k)
    if word in HAVE or word in ARE:
        return word in ("is", "are", "has", "have")
    present = word.endswith("s") or tag(word).split(",")[0] == "v"
    return present and tokens.raw[k].islower() and bool(verb_lemmas(word))
