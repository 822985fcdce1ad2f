"""Amounts: the subject of the verb that gives a number, or of its change ("the budget fell to")."""

from plainfigures.figures.grammar.extents import DETERMINERS, Span, is_time
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.prose.words.closed import POSSESSIVES
from plainfigures.prose.words.helpers import BE, BEFORE_VERB, HELPERS
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import WHICH
from plainfigures.prose.words.tokens import Tokens

# What may stand between a verb and its number.
_LEADS = frozenset("by to from at ( in as a an of for and further another - \u2013".split())
_BORDERS = frozenset(
    "; : ( ) that which who whom while but as when if because than whereas although though where "
    ", since what \u2013 \u201c \u201d".split()
)
TRADED = frozenset("imported exported shipped sold bought purchased traded".split())
_TRADING = frozenset("from to by in into".split())
_POINTED = frozenset("with to from of in for".split())
_PARTICLES = frozenset("up down in".split())
_OPENERS = frozenset("and or of in to by with from on at up whose meanwhile also then thus".split())
_WHEN = frozenset("for in during over since of at".split())
_TAILS = _WHEN | _OPENERS | {"alone"}
_PRONOUNS = frozenset("it they this he she we i there one".split())
_BESIDE = (
    ["compared", "with"],
    ["compared", "to"],
    ["down", "from"],
    ["up", "from"],
    ["as", "against"],
)
_SUCH = ["such", "as"]
_LISTS = frozenset(("of", "including"))
_CLOSERS = {",": ",", ")": "(", "-": "-", "\u2013": "\u2013"}
_NOMINAL = frozenset(("n", "ns", "a", ""))
_RESPECTS = frozenset("value volume quantity weight number".split())
_LONGEST = 14
_ASIDE = 14


def subject(sentence: Sentence, at: int) -> Span | None:
    """The subject of the verb before the number at token `at`, its determiners left out.

    "Purchases of glass went up by 7 percent, those of tin by 9", "the appeal fell from $8 million
    to $5 million", "shipments, on the other hand, were down by a third".
    """
    tokens = sentence.tokens
    last = _subject_end(sentence, at)
    if last is None:
        return None
    first = last = _before_relative(tokens, last)
    floor = tokens.opened(last - 1)
    numbers = {q.phrase_last for q in sentence.scan.quantities if q.kind != "noun"}
    while first > floor and last - first < _LONGEST and first not in numbers:
        border = tokens.word[first - 1] in _BORDERS and not _points(tokens, first - 1)
        if border or (first - 1 > floor and is_verb(tokens, first - 1)):
            listing = _listing(tokens, first - 1, last)
            if listing == first:
                break
            first = listing
            continue
        first -= 1
    for period in sentence.periods:
        if period.last == last and period.first > first:
            last = period.first
        elif first <= period.first < period.last < last and period.first - first < 2:
            first = period.last
    last = _without_time(tokens, first, last)
    owners = (k + 1 for k in range(last - 2, first, -1) if tokens.word[k] in POSSESSIVES)
    first = next((k for k in owners if tag(tokens.word[k - 2])[0] != "p"), first)
    while first < last and _opens(tokens, first):
        first += 1
    last = next((k for k in range(first + 1, last) if _exemplifies(tokens, k)), last)
    while first < last and (tag(tokens.word[last - 1]) == "r" or tokens.word[last - 1] in _TAILS):
        last -= 1
    if first >= last or tokens.word[first] in _PRONOUNS:
        return None
    return first, last


def _before_relative(tokens: Tokens, last: int) -> int:
    """ "Exports in the year | that ended in June | rose": where the clause within a subject starts.

    `last` where there is none.
    """
    for k in range(last - 1, max(1, last - _ASIDE), -1):
        if tokens.word[k] == "which" and tag(tokens.word[k - 1]) == "p":
            # "The exports | on which so many farmers live | fell", no "to which exports fell"
            two = is_verb(tokens, last) and is_verb(tokens, last + 1)
            return k - 1 if two or tag(tokens.word[last - 1])[0] == "v" else last
        if tokens.word[k] in WHICH:
            led = tag(tokens.at(k + 1) or ".")[0] == "v" and tag(tokens.word[k - 1])[0] == "n"
            return k if led and not any(map(tokens.capital, range(k + 1, last - 1))) else last
        if tokens.word[k] in _BORDERS:
            break
    return last


def _exemplifies(tokens: Tokens, k: int) -> bool:
    """ "capital goods *such as* ploughs", "cloth *including* silk"."""
    return tokens.word[k] == "including" or tokens.word[k : k + 2] == _SUCH


def _points(tokens: Tokens, k: int) -> bool:
    """ "the deficit with that country", "such as": no conjunction."""
    if tokens.word[k] == "as":
        return tokens.at(k - 1) == "such"
    return tokens.word[k] == "that" and tokens.at(k - 1) in _POINTED


def _listing(tokens: Tokens, comma: int, last: int) -> int:
    """Where a list begins before a comma in it ("exports of cloth, tin and tea")."""
    word = tokens.word
    if word[comma] != "," or "and" not in word[comma:last]:
        return comma + 1
    for k in range(comma - 1, max(0, comma - _ASIDE), -1):
        if word[k] in _LISTS:
            return k
        if word[k] != "," and _NOMINAL.isdisjoint(tag(word[k]).split(",")):
            break
    return comma + 1


def _subject_end(sentence: Sentence, at: int) -> int | None:
    """The token after the subject: before the verb and what stands between it and the number."""
    tokens = sentence.tokens
    word = tokens.word
    ends = {q.phrase_last: q.phrase_first for q in sentence.scan.quantities}
    k, led = at, False
    if word[max(0, at - 2) : at] in _BESIDE:  # ", compared with 4 million the year before"
        k = next((q.phrase_first for q in reversed(sentence.scan.quantities) if q.last < at), at)
    while k > 0:
        if k in ends and k < at and ends[k] < k:
            if not led:
                return None
            k = ends[k]
        elif word[k - 1] in _RESPECTS and word[k - 2] == "in":  # "rose in value by"
            k -= 2
        elif word[k - 1] in _LEADS or tag(word[k - 1]) == "r":
            led = led or word[k - 1] in ("by", "to", "(")  # "rose $4 million (5 percent)"
            k -= 1
        else:
            break
    by = "by" in word[max(0, k) : at]
    verb = k
    while k > 0 and (
        is_verb(tokens, k - 1) or tag(word[k - 1]) == "r" or word[k - 1] in _PARTICLES
    ):
        k -= 1
    if k == verb and not by:
        return None
    if k > 1 and word[k - 1] in _CLOSERS and not tokens.glued(k - 1):
        opener = _CLOSERS[word[k - 1]]
        k = next((j for j in range(k - 2, max(0, k - _ASIDE), -1) if word[j] == opener), 0)
        put_in = (j for j in range(k - 1, max(0, k - _ASIDE), -1) if _exemplifies(tokens, j + 1))
        k = next(
            (j for j in put_in if word[j] == ","), k
        )  # "machines, including pumps, looms, fell"
    return k or None


def _without_time(tokens: Tokens, first: int, last: int) -> int:
    """The end of a subject before what says when ("the plans for the current year")."""
    for k in range(last - 2, max(first, last - 6), -1):
        if tokens.word[k] in _WHEN:
            return k if is_time(tokens, k + 1, last) else last
    return last


def is_verb(tokens: Tokens, k: int) -> bool:
    """Whether a token is a verb that may end a subject."""
    word = tokens.word[k]
    plain = word[0].isalpha() and tokens.raw[k].islower()
    if plain and tokens.at(k - 1) in BEFORE_VERB and "v" in tag(word).split(","):
        return True  # "is expected to increase by"
    if not plain or tag(word)[0] not in "vmx" or _modifies(tokens, k):
        return False
    # "sales of ploughs fell": no verb in -s stands before another
    return word in HELPERS or not (word.endswith("s") and tag(tokens.at(k + 1) or "-")[0] == "v")


def _modifies(tokens: Tokens, k: int) -> bool:
    """ "displaced families", "those displaced by war", "the cost of destroying a mine"."""
    if tag(tokens.word[k]).startswith("vg"):
        return tokens.at(k - 1) not in BE
    if tokens.at(k - 1) in DETERMINERS:
        return True
    if tokens.word[k] in TRADED and tokens.at(k + 1) in _TRADING:
        return tag(tokens.at(k - 1) or "-")[0] == "n"  # "goods imported from Chad"
    after = tokens.at(k + 1)
    return (
        "vd" in tag(tokens.word[k])
        and after[:1].isalpha()
        and not is_number(after)  # "volumes rose nine percent"
        and tag(after).split(",")[0] in ("n", "ns", "a")
    )


def _opens(tokens: Tokens, k: int) -> bool:
    word = tokens.word[k]
    if word in DETERMINERS or word in _OPENERS or not word[0].isalnum():
        return True
    return tag(word) == "r" or is_number(word)
