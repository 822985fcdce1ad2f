"""When it was said: the day of a count or statement, and the words of time that tell it."""

from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.periods.period import Period
from plainfigures.prose.speakers.attribution import Attribution
from plainfigures.prose.words.lexicon import attribution, speech_verbs, tag
from plainfigures.prose.words.signs import WHO_OR_WHICH

_SAID = frozenset(
    "said says told stated announced reported declared wrote added noted confirmed "
    "published released issued".split()
)
# What may stand between a verb of saying and its day ("told reporters in the capital on Monday").
_BESIDE_SAYING = frozenset(
    "on in at to a an the his her its reporters journalists parliament lawmakers statement report "
    "briefing interview press news conference speech address late early here meeting session "
    "summit hearing ceremony gathering forum rally seminar workshop visit council".split()
)
_OCCASIONS = frozenset(
    "statement briefing interview speech address conference bulletin communique letter".split()
)
_DOCUMENTS = _OCCASIONS | frozenset(
    "report study survey data figures statistics document article paper post message census".split()
)
_PUBLISHED = frozenset(
    "published released issued dated made given sent broadcast posted delivered compiled".split()
)
# Words of time that bound or last, and tell of no one time.
BOUNDS = frozenset(
    "since until till by before after for over within every each from to a an".split()
)
_OUT = frozenset("published released issued".split())
_UNSAID = frozenset(("not", "never", "n't", "without"))
_SPEAKING = frozenset("reporting writing speaking testifying".split())
_SAYING, _NEAR = 8, 2
_TELLS = frozenset(("said", "says", "that", "warned"))
_COVERING = frozenset(("for", "covering"))
_PAPERS = frozenset("data figures statistics records numbers".split())
# The longest line that says of what day a text is, in tokens.
_LINE = 14


def as_of_of(sentence: Sentence, q: Quantity, match: Match) -> str | None:
    """When the count or statement was made, as ISO text; not "900; *in 1979* Kos put it at 40"."""
    if not sentence.periods:
        return None
    for period in sentence.periods:
        if period.role == "as_of" and period.start:
            return period.end
    for period in sentence.periods:
        parted = ";" in sentence.tokens.word[q.last : period.first]
        if period.start and not parted and says_when_said(sentence, period, match.trigger):
            return period.end or period.start
    return None


def stamp(sentence: Sentence) -> str | None:
    """The day that a line without a figure gives for all below ("Update No. 4, as of 9 May")."""
    size = sentence.tokens.size
    if size > _LINE or "as" not in sentence.tokens.word:
        return None
    ends = (one for one in sentence.periods if one.role == "as_of" and one.last >= size - 1)
    return next((one.end for one in ends if one.start), None)


def says_when_said(sentence: Sentence, period: Period, own: Trigger | None) -> bool:
    """Whether a date belongs to the saying ("said on 3 April", "(UNHCR, May 2010)").

    A saying that gives the figure its measure ("announced a grant today") has no other time.
    """
    word = sentence.tokens.word
    before = period.first - 1
    before -= sentence.tokens.at(before) in ("on", "in", "of")
    if word[before] == "updated" or (word[before] in _OCCASIONS and sentence.attributions):
        return True
    if covers(sentence, period):
        return False
    if sentence.tokens.at(before) in _SPEAKING and sentence.tokens.at(before - 1) in (",", ""):
        return True  # "The panel, reporting in 1993, found"
    if _is_of_document(word, before + 1, period) and sentence.attributions:
        return True
    lasts = own is not None and own.measure in sentence.telling
    if lasts and word[period.first] == "from" and word[before] in _DOCUMENTS:
        return True  # "according to data from May to July, 900 refugees live in Bor"
    if word[before - 1 : before] == [","] and word[before] in _OUT and "according" in word:
        return True  # "according to a study by the bank, released on 9 May"
    for one in sentence.attributions:
        if own is not None and own.first <= one.cue < own.last:
            continue
        if word[one.cue] == "(":
            if period.first > one.cue and period.first - one.last <= 2:
                return True
        elif word[one.cue] == "according":
            parted = sentence.tokens.at(one.last) == "," and sentence.tokens.at(
                period.last
            ) not in (")", ".", "")
            if 0 <= period.first - one.last <= 2 and not parted:
                return word[period.first] not in BOUNDS
        elif (word[one.cue] in _SAID or word[one.cue] in speech_verbs()) and _beside(
            sentence, one, period
        ):
            return True
    if word[period.first] in BOUNDS or _TELLS.isdisjoint(word[: period.last + _SAYING]):
        return False  # "in 2019 the ministry reported 40 deaths"
    return leads_saying(sentence, period)


def covers(sentence: Sentence, period: Period) -> bool:
    """ "UN data *for May* show that 40 died": the time of what is told, not of the telling."""
    tokens, k = sentence.tokens, period.first - 1
    k -= tokens.at(k) == "the"
    return tokens.at(k) in _COVERING and tokens.at(k - 1) in attribution("noun") | _PAPERS


def leads_saying(sentence: Sentence, period: Period) -> bool:
    """ "*On Sunday* the army said that 40 died": words of time that may be those of the saying."""
    said = {one.first - 1 for one in sentence.attributions if one.first < one.cue <= one.last + 2}
    return period.first <= 1 and not said.isdisjoint(range(period.last - 1, period.last + 2))


def _is_of_document(word: list[str], end: int, period: Period) -> bool:
    """ "a *report published* in May", "an *interview with us* on Friday", "its *report* of 2021".

    The words of time of what someone said or wrote, up to token `end`.
    """
    k = end - 1
    while k > 0 and end - k < _SAYING and word[k] not in _DOCUMENTS:
        if word[k] == "," or (word[k] not in _PUBLISHED and tag(word[k])[:1] == "v"):
            return False
        k -= 1
    if word[k] in _OCCASIONS:
        return True
    led = k == end - 1 and word[end] == "of" == word[period.first - 1]
    return word[k] in _DOCUMENTS and (led or not _PUBLISHED.isdisjoint(word[k + 1 : end]))


def _beside(sentence: Sentence, one: Attribution, period: Period) -> bool:
    """Whether only words of the occasion stand between the saying and the words of time."""
    word = sentence.tokens.word
    if one.cue + 1 == period.first and sentence.tokens.at(period.last) == "that":
        return True  # "estimated after the war that"
    if word[period.first] in BOUNDS:
        return False  # "police said by May 40 had left"
    if one.cue < period.first <= one.cue + _SAYING:
        led = word[one.cue + 1 : period.first]
        if sentence.tokens.at(period.last) == "that" and not any(
            tag(form)[0] in "vmx" for form in led
        ):
            return True  # "told the council in Bor on Monday that"
        return _BESIDE_SAYING.issuperset(word[one.cue + 1 : period.first])
    if not WHO_OR_WHICH.isdisjoint(word[one.last : period.first]):
        return False  # "those who returned in May found"
    # ", she said", "for the whole year *and hopes* for more"
    other = word[period.last : one.cue][:1] in ([","], ["and"]) and one.cue > period.last
    other &= one.cue > period.last + 1 or word[period.last : period.last + 1] == ["and"]
    return one.last <= period.first < period.last <= one.cue <= period.last + _NEAR and not other


def is_unsaid(sentence: Sentence, q: Quantity) -> bool:
    """ "He did *not tell* us that 12 of them were shot": what the one who spoke left out."""
    word = sentence.tokens.word[: q.first]
    said = [k for k, one in enumerate(word) if one in speech_verbs() and "that" in word[k:]]
    return any(not _UNSAID.isdisjoint(word[max(0, k - 2) : k]) for k in said)
