"""Subjects: who acts by a verb, as a noun phrase with a name or of those who act."""

from collections.abc import Container

from plainfigures.figures.grammar.actors import is_actor
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.triggers.phrases import OWNERS, Span, named, polity
from plainfigures.prose.speakers.subjects import clause_subject, phrase_start
from plainfigures.prose.words.bearers import HONOURS
from plainfigures.prose.words.closed import DETERMINERS, SUBJECTS
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import countries, nouns, places, singular, tag, verb_lemmas
from plainfigures.prose.words.tokens import Tokens

# What may stand between one who acts and the verb, plans to act included.
BEFORE_VERB = frozenset(
    "still now then has have had will would also to is are plans plan planned pledged promised be "
    "agreed decided today yesterday alone itself set due expected ready able going hopes hope each "
    "both - promising".split()
)
OWN = frozenset("country government nation administration ministry".split()) | SUBJECTS
# What may stand before a name: "in *particular* Peru".
_LEADING = DETERMINERS | set("particular only for from about nearly".split())
_GOVERNING = frozenset("to by with from".split())
_PAIRS = (["ahead", "of"], ["because", "of"], ["instead", "of"])
_AT = frozenset(("on", "in", "at"))
_ASIDES = {")": "(", ",": ",", "\u2013": "\u2013", "-": "-"}
_NO_ASIDE = frozenset("; that said says".split())
_ASIDE = 20
_JOINING = frozenset("the its their".split())
_WILLS = frozenset("decision promise plan intention readiness willingness failure".split())
_WANTING = frozenset("needs need wants want hopes hoped".split())
_SUMS = frozenset("total sum amount funds efforts".split())
_TO = frozenset(("to", "for"))
_LED = frozenset("to for of in".split())
_WHEN = frozenset("own after before since while until because although".split())
_TREATED = frozenset("with for between on".split())
# How long the name of a body may be before its last part, and what may stand in it.
_NAME, _OF_BODIES = 9, frozenset(("of", "for"))
_IN_BODIES = _OF_BODIES | {",", "and", "the"}
_RELATIVES = frozenset(("which", "who"))


def verb_subject(sentence: Sentence, verb: int) -> Span | None:
    """The subject on the left of a verb: a name, or a noun of those who act.

    "His country" is the speaker's; "which" and "who" stand for what is before them.
    """
    tokens = sentence.tokens
    word, raw = tokens.word, tokens.raw
    j = _before_time(sentence, verb - 1)
    while j >= 0 and (
        (word[j] in BEFORE_VERB and (word[j] != "-" or tokens.tight(j)))
        or tag(word[j]) in ("r", "m")
        or (word[j] in _WANTING and word[j + 1] == "to")
    ):
        j = _before_time(sentence, j - 1 - (word[j] == "-" and tokens.tight(j)))  # "ring-fenced"
    told = next((one for one, end in sentence.relative_clauses if end == j), j)
    j = told - 1 if told < j else before_aside(tokens, j)  # "Chad, which lost 9, half of it, | got"
    if j > 0 and (word[j] in _RELATIVES or (word[j] == "that" and _is_cleft(tokens, j))):
        aside = before_aside(tokens, j - 1) if word[j] == "that" else j - 1
        j = aside - (word[aside] == ",")  # "it was Norway, the least of us, that gave"
        name = tokens.name_start(j + 1)  # "a board thanks | Norway, which"
        if 0 < name <= j and verb_lemmas(word[name - 1]) and not is_actor(word[name - 1]):
            return name, j + 1
    if j < 0 or not (raw[j][0].isalpha() or word[j] == "'s"):
        return None
    if word[j] in ("and", "but"):
        span = clause_subject(tokens, j)
        if span is None or word[span[0]] in SUBJECTS:
            return None
        # "Sweden gave 3 million for the wells and will add 2", but no "This sum was … and brings"
        return span if word[j] == "but" or sentence.words(*span) in countries() else None
    if word[j] in OWN and (word[j] in SUBJECTS or (j and word[j - 1] in OWNERS)):
        spoken = _speakers_polity(sentence, verb)
        if spoken is not None and word[j] in ("we", "it") and word[spoken[0]] in HONOURS:
            return None  # "Mrs Bruin said that we gave"
        titled = spoken is not None and any(w in nouns("title") for w in word[slice(*spoken)])
        if word[j] in SUBJECTS or (spoken is not None and not titled):
            return spoken  # a speaker with an office is not the country: "his government"
    return subject_ending(sentence, j)


def _is_cleft(tokens: Tokens, that: int) -> bool:
    """ "… but *it was* Norway *that* | gave", "*It was* Norway, the least of us, *that* | gave"."""
    if tokens.word[0] == "it":
        return True
    first = phrase_start(tokens, before_aside(tokens, that - 1)) or 0
    k = first - 1 - (tokens.at(first - 1) == "the")
    return k > 0 and tokens.word[k] in BE and tokens.word[k - 1] == "it"


def subject_ending(sentence: Sentence, j: int) -> Span | None:
    """The noun phrase with a name, or of those who act, that ends with token `j`."""
    tokens = sentence.tokens
    word, raw = tokens.word, tokens.raw
    first = phrase_start(tokens, j)
    if first is None or word[j] == "you":
        return None  # "In Rome you pledged"
    j = _before_meeting(tokens, first, j)
    done = any(form.islower() and tag(form)[:2] == "vd" for form in raw[first:j])
    ends = (k + 1 for k in range(j - 1, first, -1) if done and word[k] == "the")
    first = body_start(tokens, next(ends, first))  # "under a pact signed in Bor the | EU gave"
    joint = first - 1 - (word[first - 1] in _JOINING)  # "Caritas *and its* | partners"
    joins = joint > 0 and word[joint] == "and" and joint not in tokens.parted
    if joins and (tokens.capital(joint - 1) or is_actor(word[joint - 1])):
        before = phrase_start(tokens, joint - 1)  # "the Netherlands and Belgium"
        first = first if before is None else before
    while first > 1 and "and" in word[first:j] and word[first - 1] == ",":
        before = tokens.name_start(first - 2)  # "*Peru, Chile* and Mali", but "In Peru, Chile and"
        led = tag(tokens.at(before - 1)) == "p"
        if led or sentence.words(before, first - 1) not in countries():
            break
        first = before
    for period in sentence.periods:
        if first < period.last <= j:
            first = period.last
    for q in sentence.scan.quantities:
        if first < q.last <= j and q.kind == "money":
            first = q.last  # "of the 4 million francs | Chad had offered"
    treated = (k for k in range(first, j) if word[k + 1] in _TREATED)
    if any(singular(word[k]) in nouns("paper") for k in treated):
        return None  # "a new agreement with Chad foresees"
    first = _after_place(tokens, _after_preposition(tokens, first, j), j)
    first = next((k + 1 for k in range(j - 1, first, -1) if word[k] in ("my", "what")), first)
    in_name = (tokens.capital(k) or word[k] in ("the", "of") for k in range(1, j))
    if tag(word[0])[0] == "p" and all(in_name):
        # "Under the Marshall Plan | Norway got"
        lands = (k for k in range(first, j + 1) if " ".join(raw[k : j + 1]) in countries())
        first = next(lands, first)
    leads = {"in", "of", "for", "among"} & {*word[max(0, first - 2) : first]}
    if leads and raw[first].islower() and raw[j] in countries():
        first = tokens.name_start(j)  # "Of the new funds | Kenya will receive", "in total | Chad"
    # "the decision of | Norway to give"
    first += 2 * (word[first + 1 : first + 2] == ["of"] and word[first] in _WILLS)
    while first < j and (word[first] in _LEADING or _governs(tokens, first)):
        first += 1
    head = next((k for k in range(first, j) if word[k + 1] == "on"), j)
    noun = singular(word[head])
    of_money = noun in nouns("gift") | nouns("sum") or not _SUMS.isdisjoint((noun, word[head]))
    met = noun in (nouns("meeting") | nouns("paper")) - {"congress"}
    # "Danish Aid", "the Bonn Conference"
    is_name = tokens.capital(head) and (first < head or not (noun in nouns("gift") or met))
    if not is_name and (of_money or met):
        return None  # "Bilateral assistance amounted to …", "Two conferences raised …"
    at = next((k for k in range(first, j) if word[k] in _LED), first - 1)
    if word[j] == "ones" or any(gift_to(tokens, k, _TO) is not None for k in (first, at + 1)):
        return None  # "Our contribution to the UN amounted to …", "its pledges for us reached"
    if not named(tokens, first, j + 1) or (is_actor(word[j]) and word[j] == raw[j] and first == j):
        heads = (k for k in range(first, j) if word[k + 1] == "of")  # "the *ministry* of finance"
        acts = is_actor(word[j]) or any(is_actor(word[k]) for k in heads)
        return (_own_words(tokens, first, j), j + 1) if acts else None
    span = polity(tokens, first, j + 1)
    if word[span[1] - 1] == "'s":
        span = span[0], span[1] - 1
    if not named(tokens, *span):
        return None
    known = raw[0] in countries() or raw[0] in places() or tag(word[0]) in ("n", "ns", "")
    if word[span[0]] in _AT or (span == (0, 1) and not known):
        return None
    return span


def body_start(tokens: Tokens, first: int) -> int:
    """Where the body begins whose name goes on at token `first`.

    "The *Department for* | International Development", "the *Bureau of Towns, Roads, and* | Ports".
    """
    k = first - 1
    if "," in tokens.word[max(0, first - 2) : first] and tokens.raw[first] in countries():
        return first  # "the Ministry of Finance, | Chad and Mali"
    while k > max(0, first - _NAME) and (tokens.capital(k) or tokens.word[k] in _IN_BODIES):
        if k < first - 1 and tokens.word[k + 1] in _OF_BODIES and tokens.word[k] in nouns("body"):
            start = tokens.name_start(k) if tokens.capital(k) else first
            return start + (tokens.word[start] == "the")
        k -= 1
    return first


def gift_to(tokens: Tokens, first: int, leads: Container[str] = ("to",)) -> int | None:
    """ "contribution to the | UN": the noun of a gift before the one who takes it, if there is."""
    k = first - 1
    k -= tokens.at(k) in OWNERS
    given = tokens.at(k) in leads and singular(tokens.at(k - 1)) in nouns("gift")
    given = given and not tokens.capital(k - 1)  # "Christian Aid for Peru"
    return k - 1 if given else None


def before_aside(tokens: Tokens, j: int) -> int:
    """The token before what is told of a subject: "the bank (IB)", "Ana, the mayor, also"."""
    opener = _ASIDES.get(tokens.at(j))
    if opener is None or (opener == "-" and tokens.tight(j)):
        return j
    for k in range(j - 1, max(0, j - _ASIDE), -1):
        if tokens.word[k] == opener:
            # "the relief office, AIDE, has": the name, where it is what was told
            named = opener == "," and all(map(tokens.capital, range(k + 1, j)))
            return j - 1 if named and not tokens.capital(k - 1) else k - 1
        if tokens.word[k] in _NO_ASIDE:
            break
    return j


def _before_meeting(tokens: Tokens, first: int, last: int) -> int:
    """The last token of "donors | *at a meeting in Bern*": those who met, without where."""
    for k in range(first + 1, last):
        if tokens.word[k] == "at" and (tokens.capital(k - 1) or is_actor(tokens.word[k - 1])):
            met = (singular(word) in nouns("meeting") for word in tokens.word[k + 1 : last + 1])
            return k - 1 if any(met) else last
    return last


def _after_place(tokens: Tokens, first: int, last: int) -> int:
    """ "At a meeting in Bern | donors", "To the Relief Fund | the Duchy": past what leads."""
    word = tokens.word
    if tokens.raw[last].islower() and is_actor(word[last]) and tokens.capital(last - 1):
        if any(word[k] in ("in", "at") for k in range(first, last - 1)):
            return last
    if word[max(0, first - 2) : first] == ["to", "the"]:
        return next((k + 1 for k in range(last, first, -1) if word[k] == "the"), first)
    return first


def _after_preposition(tokens: Tokens, first: int, last: int) -> int:
    """ "grateful to the Dutch government": where a noun phrase begins that is no title's."""
    for k in range(last - 1, first, -1):
        if tokens.word[k] in _GOVERNING or tokens.word[k - 1 : k + 1] in _PAIRS:
            titled = any(tokens.word[m] in nouns("title") for m in range(first, k))
            # "a benefactor | from Rome"
            titled = titled or (tokens.word[k] == "from" and is_actor(tokens.word[k - 1]))
            if not titled and not tokens.capital(k - 1):
                return k + 1
    return first


def _governs(tokens: Tokens, k: int) -> bool:
    """Whether token `k` is a verb before a name ("bringing Canada's aid to …")."""
    return tokens.raw[k].islower() and tag(tokens.word[k])[:2] == "vg" and tokens.capital(k + 1)


def _own_words(tokens: Tokens, first: int, last: int) -> int:
    """ "told reporters his government", "cut food after donors": where it begins."""
    for k in range(last - 1, first - 1, -1):
        if tokens.word[k] in DETERMINERS or tokens.word[k] in _WHEN:
            return k + 1
    return first


def _before_time(sentence: Sentence, j: int) -> int:
    """The token before words of time that end with token `j` ("Finland today announced")."""
    for period in sentence.periods:
        if period.last == j + 1:
            before = period.first - 1
            return before - 1 if sentence.tokens.at(before) in _AT else before
    return j


def _speakers_polity(sentence: Sentence, verb: int) -> Span | None:
    """ "The U.S. secretary said that his country plans …": the speaker's country."""
    for one in reversed(sentence.attributions):
        if one.cue < verb and not one.pronoun:
            span = polity(sentence.tokens, one.first, one.last)
            if named(sentence.tokens, *span):
                return span
    return None
