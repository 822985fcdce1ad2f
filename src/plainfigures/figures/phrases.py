"""Noun phrases with a name: who gives, who receives, who trades, who acts."""

from functools import lru_cache

from plainfigures.figures.actors import is_actor
from plainfigures.figures.sentence import Sentence
from plainfigures.prose.helpers import MODALS
from plainfigures.prose.lexicon import calendar, countries, nouns, singular, tag, verb_lemmas
from plainfigures.prose.names import is_currency
from plainfigures.prose.portions import DETERMINERS, POSSESSIVES
from plainfigures.prose.subjects import PRONOUNS, clause_subject, phrase_start
from plainfigures.prose.tokens import Tokens

Span = tuple[int, int]

ARTICLES = frozenset("the a an its their his her our this these those".split())
_LEADING = ARTICLES | {"particular"}  # "in particular Peru"
_TAILS = frozenset(
    "market markets countries country states government governments authorities region republic "
    "union".split()
)
# What may stand between one who acts and the verb, plans to act included.
BEFORE_VERB = frozenset(
    "still now then has have had will would also to is are plans plan planned pledged promised be "
    "agreed decided today yesterday alone set due expected ready able hopes hope each both "
    "-".split()
)
OWN = frozenset("country government nation administration ministry".split()) | PRONOUNS
OWNERS = POSSESSIVES | {"the"}
_GOVERNING = frozenset("to by with from".split())
_PAIRS = (["ahead", "of"], ["because", "of"], ["instead", "of"])
_AT = frozenset(("on", "in", "at"))
_ASIDES = {")": "(", ",": ",", "\u2013": "\u2013"}
_NO_ASIDE = frozenset("; that said says".split())
_ASIDE = 14
_TREATED = frozenset("with for between on".split())
_RELATIVES = frozenset(("which", "who"))
_OCCASIONS = frozenset("appeal fund programme program project plan campaign response".split())


def named(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a phrase holds a capital."""
    return any(tokens.raw[k][0].isupper() for k in range(first, last))


def phrase_right(tokens: Tokens, i: int, reach: int = 9) -> Span | None:
    """The noun phrase with a capital that begins at token `i`, its article left out."""
    word, raw, n = tokens.word, tokens.raw, tokens.size
    j = i
    while j < n and word[j] in ARTICLES:
        j += 1
    first = last = j
    for size in (2, 1):
        if " ".join(raw[j : j + size]) in countries() and raw[j].islower():
            return j, j + size  # "the euro area"
    found = False
    while j < n and j - first < reach:
        if raw[j][0].isupper():
            if is_currency(tokens, j) or (len(raw[j]) == 1 and tokens.at(j + 1)[:1].isdecimal()):
                break  # nor "Q2"
            if word[j] in calendar("month") and not found:
                return None
            found = True
            last = j = j + 1
        elif _links(tokens, j, found):
            j += 1
        elif (
            word[j].isalpha()
            and tag(word[j]).split(",")[0] in ("n", "ns", "a")
            and (not found or word[j] in _TAILS or word[j] in _OCCASIONS)
        ):
            j += 1
            last = j if found else last
        else:
            break
    return (first, last) if found else None


def name_right(tokens: Tokens, i: int) -> Span | None:
    """The noun phrase with a name that begins at token `i`, to its noun ("Soviet helicopters")."""
    span = phrase_right(tokens, i)
    if span is None:
        return None
    first, last = span
    while last < tokens.size and last - span[1] < 2 and _goes_on(tokens, last):
        last += 1
    return first, last


def _goes_on(tokens: Tokens, k: int) -> bool:
    word = tokens.word[k]
    noun = tokens.raw[k].islower() and tag(word).split(",")[0] in ("n", "ns")
    return noun and word not in calendar("unit") and word not in calendar("units")


def _links(tokens: Tokens, j: int, found: bool) -> bool:
    """Whether "of", "and", a genitive or a hyphen goes on with a name."""
    word, raw, n = tokens.word, tokens.raw, tokens.size
    following = raw[j + 1] if j + 1 < n else "."
    if word[j] == "for" and found and raw[j - 1] in countries():
        return False  # "from the EU for Togo"
    if word[j] in ("of", "the", "for", "-", "'s", "'", "&") and (
        following[0].isupper() or following == "the"
    ):
        return True
    return found and (word[j] == "'s" or (word[j] == "and" and following[0].isupper()))


@lru_cache(maxsize=1 << 12)
def code_of(text: str | None) -> str | None:
    """The alpha-3 code of the first country that words name; None for groups and for none."""
    if not text:
        return None
    words = text.replace("\u2019", "'").replace("\u2011", " ").replace("-", " ").split()
    table = countries()
    for i in range(len(words)):
        for size in (4, 3, 2, 1):
            head = " ".join(words[i : i + size]).strip(',;()\u201c\u201d"').removesuffix("'s")
            entry = table.get(head) or table.get(head.rstrip("."))
            if entry is not None:
                return None if "group" in entry.kinds else entry.code
    return None


def polity(tokens: Tokens, first: int, last: int) -> Span:
    """Of "the President of the EU Commission" the tokens "EU Commission"; a plain name as it is."""
    word, raw = tokens.word, tokens.raw
    while first < last and word[first] in ARTICLES:
        first += 1
    if not any(word[k] in nouns("title") for k in range(first, last)):
        return first, last
    for k in range(first, last):
        for size in (3, 2, 1):
            if k + size <= last and " ".join(raw[k : k + size]) in countries():
                end = k + size
                while end < last and raw[end][0].isupper() and not _titles(word[end : end + 3]):
                    end += 1
                return k, end
    for k in range(last - 1, first, -1):
        if word[k] == "of":
            j = k + 1
            while j < last and word[j] in ARTICLES:
                j += 1
            if j < last and raw[j][0].isupper():
                return j, last
    return first, last


def _titles(words: list[str]) -> bool:
    """ "Minister", "Deputy Prime Minister"."""
    return any(one in nouns("title") for one in words)


def verb_subject(sentence: Sentence, verb: int) -> Span | None:
    """The subject on the left of a verb: a name, or a noun of those who act.

    "His country" is the speaker's; "which" and "who" stand for what is before them.
    """
    tokens = sentence.tokens
    word, raw = tokens.word, tokens.raw
    j = _before_time(sentence, verb - 1)
    while j >= 0 and (word[j] in BEFORE_VERB or tag(word[j]) in ("r", "m")):
        j = _before_time(sentence, j - 1)
    j = _before_aside(tokens, j)
    if j > 0 and word[j] in _RELATIVES:
        j -= 2 if word[j - 1] == "," else 1
    if j < 0 or not (raw[j][0].isalpha() or word[j] == "'s"):
        return None
    if word[j] == "but":
        span = clause_subject(tokens, j)
        return None if span is None or word[span[0]] in PRONOUNS else span
    if word[j] in OWN and (word[j] in PRONOUNS or (j and word[j - 1] in OWNERS)):
        spoken = _speakers_polity(sentence, verb)
        titled = spoken is not None and any(w in nouns("title") for w in word[slice(*spoken)])
        if word[j] in PRONOUNS or (spoken is not None and not titled):
            return spoken  # a speaker with an office is not the country: "his government"
    return subject_ending(sentence, j)


def _before_aside(tokens: Tokens, j: int) -> int:
    """The token before what is told of a subject: "the bank (IB)", "Ana, the mayor, also"."""
    opener = _ASIDES.get(tokens.at(j))
    if opener is None:
        return j
    for k in range(j - 1, max(0, j - _ASIDE), -1):
        if tokens.word[k] == opener:
            # "the relief office, AIDE, has": the name, where it is what was told
            named = opener == "," and all(map(tokens.capital, range(k + 1, j)))
            return j - 1 if named and not tokens.capital(k - 1) else k - 1
        if tokens.word[k] in _NO_ASIDE:
            break
    return j


def subject_ending(sentence: Sentence, j: int) -> Span | None:
    """The noun phrase with a name, or of those who act, that ends with token `j`."""
    tokens = sentence.tokens
    word, raw = tokens.word, tokens.raw
    first = phrase_start(tokens, j)
    if first is None:
        return None
    if first > 1 and word[first - 1] == "and" and tokens.capital(first - 2):
        before = phrase_start(tokens, first - 2)  # "the Netherlands and Belgium"
        first = first if before is None else before
    for period in sentence.periods:
        if first < period.last <= j:
            first = period.last
    if any(
        singular(word[k]) in nouns("paper") and word[k + 1] in _TREATED for k in range(first, j)
    ):
        return None  # "a new agreement with Chad foresees"
    first = _after_place(tokens, _after_preposition(tokens, first, j), j)
    first = next((k + 1 for k in range(j - 1, first, -1) if word[k] == "my"), first)
    while first < j and (word[first] in _LEADING or _governs(tokens, first)):
        first += 1
    head = next((k for k in range(first, j) if word[k + 1] == "on"), j)
    noun = singular(word[head])
    is_name = tokens.capital(head) and (first < head or noun not in nouns("gift"))  # "Danish Aid"
    if not is_name and (noun in nouns("gift") or noun in nouns("sum")):
        return None  # "Bilateral assistance amounted to …", "Total spending on returns was …"
    if gift_to(tokens, first) is not None:
        return None  # "Our contribution to the UN amounted to …"
    if not named(tokens, first, j + 1) or (is_actor(word[j]) and word[j] == raw[j] and first == j):
        return (_own_words(tokens, first, j), j + 1) if is_actor(word[j]) else None
    span = polity(tokens, first, j + 1)
    if word[span[1] - 1] == "'s":
        span = span[0], span[1] - 1
    if not named(tokens, *span):
        return None
    if span == (0, 1) and tag(word[0]) not in ("n", "ns", "") and raw[0] not in countries():
        return None
    return span


def gift_to(tokens: Tokens, first: int) -> int | None:
    """ "contribution to the | UN": the noun of a gift before the one who takes it, if there is."""
    k = first - 1
    k -= tokens.at(k) in OWNERS
    given = tokens.at(k) == "to" and singular(tokens.at(k - 1)) in nouns("gift")
    return k - 1 if given else None


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
            if not titled and not tokens.capital(k - 1):
                return k + 1
    return first


def is_verb(tokens: Tokens, k: int) -> bool:
    """Whether token `k` is a finite verb or a participle, as far as its form tells."""
    word = tokens.word[k]
    if not tokens.raw[k].islower():
        return False
    kinds = tag(word).split(",")
    known = kinds[0] in ("v", "vd") or ("v" in kinds and tokens.at(k - 1) in MODALS)
    return known and bool(verb_lemmas(word))


def _governs(tokens: Tokens, k: int) -> bool:
    """Whether token `k` is a verb before a name ("bringing Canada's aid to …")."""
    return tokens.raw[k].islower() and tag(tokens.word[k])[:2] == "vg" and tokens.capital(k + 1)


def _own_words(tokens: Tokens, first: int, last: int) -> int:
    """ "told reporters his government": the token after the last article or possessive."""
    for k in range(last - 1, first - 1, -1):
        if tokens.word[k] in DETERMINERS:
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
