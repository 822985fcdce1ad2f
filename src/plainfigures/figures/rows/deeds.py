"""Deeds: whether words of time are of another verb than the one that gives a figure its measure."""

from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.phrases import is_verb
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.periods.period import Period
from plainfigures.prose.words.lexicon import nouns, singular, tag
from plainfigures.prose.words.signs import ARE, EACH
from plainfigures.prose.words.tokens import Tokens

_RELATIVE = frozenset(("that", "which", "to"))
# What may stand before a participle that tells more of those counted ("most of them laid").
_NONE: frozenset[str] = frozenset()
_REDUCED = frozenset(", most many some all half of them the type kind sort mostly once".split())


def of_another_verb(sentence: Sentence, q: Quantity, match: Match, period: Period) -> bool:
    """Whether the words of time belong to another verb than the one that counts.

    "refugees expelled in 1990 to return": the date is of the expulsion; "their rights were violated
    for decades": a duration is of the verb before it; "found mines, most of them laid in 1990".
    """
    own, word, verbs = match.trigger, sentence.tokens.word, sentence.verb_triggers
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
