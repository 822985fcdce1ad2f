"""Aims: the noun phrases behind a sum that say what it is for ("$5 million for demining")."""

from plainfigures.figures.grammar.extents import DETERMINERS, Span, joins_names, right
from plainfigures.prose.nouns.heads import NOMINAL, names_people
from plainfigures.prose.quantities.marks import MARKS
from plainfigures.prose.words.closed import ARTICLES, OBJECTS, POSSESSIVES
from plainfigures.prose.words.lexicon import groups, nouns, singular, tag, verb_lemmas
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import EACH
from plainfigures.prose.words.tokens import Tokens

_FOR = frozenset(("for", "towards", "toward"))
GIVEN = frozenset(
    "allocated assigned devoted dedicated earmarked intended meant set designated needed "
    "aside committed contributed donated pledged granted channelled directed go goes went gone "
    "paid".split()
)
_SPENT = frozenset("spent went gone spend".split())
_WITH = frozenset("with in on from up down out off".split())
_OBJECTS = ARTICLES | POSSESSIVES | {"up"}
_QUOTED = frozenset("the an a estimated some about around over nearly almost more than up".split())
_POINTING = frozenset("purpose purposes cause end ends effort efforts".split())
_ALL_OF_IT = frozenset("amount sum total figure".split())
_AIMS = frozenset("bid effort attempt move order".split())
# "In support of schools": what leads to whom or what a sum is for.
_SAKES = frozenset("support response favour favor honour honor".split())
_MANNERS = frozenset(
    "person cash hand kind full part advance all total return turn instalments installments answer "
    "response reply addition exchange recognition conjunction condition behalf top account".split()
)
_TOLD = frozenset("statement speech talk letter interview show debate gesture television".split())
_NO_AIMS = frozenset("example instance free reasons good sure now once".split())
_RENDERING = frozenset(("make", "keep", "render", "leave"))
_GOING_ON = frozenset("keep stay continue start begin stop remain".split())
_SHELTERING = frozenset("shelter house arm host school".split())
_NAME = 6
_PARTICLES = frozenset(("up", "out", "on"))


def plain(tokens: Tokens, k: int) -> Span | None:
    """The noun phrase right after a sum ("$200 cash benefit", "$3 million World Bank loan")."""
    if len(tokens.word[k]) < 3 or tokens.word[k] == "worth" or tokens.word[k] in MARKS:
        return None
    if tokens.capital(k):
        last = k
        while last - k < _NAME and (tokens.capital(last) or tokens.at(last) == "-"):
            last += 1
        last += singular(tokens.at(last)) in nouns("gift")
        return (k, last) if singular(tokens.word[last - 1]) in nouns("gift") else None
    if tag(tokens.word[k]).split(",")[0] not in ("n", "ns", "a", "vg"):
        return None
    if tokens.word[k].endswith("s") and verb_lemmas(tokens.word[k]):
        return None  # "a shortfall of $4 million remains"
    span = right(tokens, k)
    return None if span is None or span[0] != k else span


def is_deed(tokens: Tokens, k: int) -> bool:
    """Whether token `k` is the verb of "to *fund* relief", "to *scale* up", "to *house* people"."""
    kinds, after = tag(tokens.at(k) or ".").split(","), tokens.at(k + 1) or "-"
    if tokens.at(k) in _SHELTERING and (names_people(after) or singular(after) in groups()):
        return True
    if "ns" in kinds or after == "-" or tokens.capital(k):
        return False
    return after in _OBJECTS or ("v" in kinds and tag(after)[:2] != "ns")


def led(tokens: Tokens, j: int, near: bool) -> Span | None:
    """The noun phrase that a preposition at token `j` leads to."""
    here = tokens.word[j]
    if tokens.at(j + 1) in EACH:
        return None  # "90 euros for each worker", "on every ton"
    at = j + 2 + (tokens.at(j + 2) == "same")
    if tokens.at(j + 1) in DETERMINERS and tokens.at(at) in _POINTING and tokens.at(at + 1) != "of":
        return None
    if here in _FOR:  # "for *carrying out* repairs"
        j += 2 * (tag(tokens.at(j + 1) or ".")[:2] == "vg" and tokens.at(j + 2) in _PARTICLES)
        none = joins_names(tokens, j) or tokens.at(j + 1) in _NO_AIMS
        return None if none else with_aim(tokens, right(tokens, j + 1))
    if here == "to":
        given = near or tokens.at(j - 1) in GIVEN
        # not "to knock it down", "to feed 4,000"
        named = given and tokens.at(j + 2) not in OBJECTS and not is_deed(tokens, j + 1)
        if tokens.at(j + 1) in _GOING_ON and tag(tokens.at(j + 2) or ".")[:2] == "vg":
            return right(tokens, j + 3)  # "to keep | running", "to go on feeding | children"
        return _aim(tokens, j + 1) or (right(tokens, j + 1) if named else None)
    if here == "as" and tokens.at(j + 1) != "part":  # "as emergency aid"
        span = right(tokens, j + 1)
        given = span is not None and _is_aid(tokens.word[span[1] - 1])
        return with_aim(tokens, span) if given else None
    if here in ("in", "on") and tokens.at(j + 1) in _SAKES and tokens.at(j + 2) in ("of", "to"):
        return right(tokens, j + 3 + is_number(tokens.at(j + 3) or "."))
    if here == "on" and tokens.at(j - 1) in _SPENT:
        near = True
    if here == "at" and tokens.at(j - 1) in ("aimed", "directed"):
        return with_aim(tokens, right(tokens, j + 1))
    if near and here in ("in", "of", "on", "worth"):
        at = j + 2 if here == "worth" and tokens.at(j + 1) == "of" else j + 1
        at += 3 * (tokens.word[at : at + 3] == ["the", "form", "of"])
        span = right(tokens, at)
        if span is None or (here in ("in", "on") and _is_place(tokens, span[1] - 1)):
            return None
        if here == "of" and tokens.word[span[1] - 1] in _ALL_OF_IT:
            return None  # "$50 million of that amount"
        told = any(singular(one) in _TOLD for one in tokens.word[span[0] : span[1]])
        # "on soft terms", "in the corresponding | quarter"
        told = told or tokens.word[span[1] - 1] == "terms" or tokens.at(span[1]) == "quarter"
        if here in ("in", "on") and (tokens.word[at] in _MANNERS or told):
            return None  # "gave $90 in person", "on soft terms", "in a speech"
        if here == "on" and is_number(tokens.at(span[1]) or "."):
            return None  # "on clearing 40 mines"
        if here == "in" and tokens.word[span[1] - 1] in _AIMS:
            return _aim(tokens, span[1] + 1)  # "in a bid to rebuild schools"
        return with_aim(tokens, span)
    return None


def listed(tokens: Tokens, span: Span) -> Span:
    """The phrase with those that are told with it ("food*, water and tents*")."""
    word, last = tokens.word, span[1]
    while tokens.at(last) == "," and "and" not in word[span[1] + 2 : last]:
        more = right(tokens, last + 1 + (tokens.at(last + 1) == "and"))
        if more is None or tokens.capital(more[0]) != tokens.capital(span[0]):
            return span
        last = more[1] if tag(word[more[0]])[0] != "v" else tokens.size
    after = tag(tokens.at(last) or ".")  # "for the camps, mayors and guards *said*"
    ends = "and" in word[span[1] + 2 : last] and (after == "x" or after[0] not in "vm")
    return (span[0], last) if ends and last < tokens.size else span


def _is_aid(word: str) -> bool:
    return singular(word) in nouns("gift") or singular(word) in nouns("programme")


def _is_place(tokens: Tokens, k: int) -> bool:
    """ "in Old Tavria", "in the capital", but not "in Official Development Assistance"."""
    if tokens.word[k] in nouns("place") and tokens.at(k - 1) in DETERMINERS:
        return True
    return tokens.capital(k) and singular(tokens.word[k]) not in nouns("gift")


def with_aim(tokens: Tokens, span: Span | None) -> Span | None:
    """The phrase with what it is for ("new funding for energy assistance")."""
    if span is None or tokens.at(span[1]) not in _FOR:
        return span
    aim = right(tokens, span[1] + 1)
    return span if aim is None else (span[0], aim[1])


def with_aims(tokens: Tokens, span: Span) -> Span:
    """The phrase with all that it is for and to ("grant to Kenya for clinics")."""
    while tokens.at(span[1]) in (*_FOR, "to", "from", "under"):
        more = right(tokens, span[1] + 1)
        if more is None or (is_deed(tokens, span[1] + 1) and _aim(tokens, span[1] + 1) is None):
            break
        span = span[0], more[1]
    return span


def _aim(tokens: Tokens, j: int) -> Span | None:
    """The object of "to support", "to further assist with", "help rebuild"."""
    word = tokens.word
    while j < tokens.size and (word[j] == "further" or tag(word[j]).split(",")[0] == "r"):
        j += 1
    verbs = j
    j += is_deed(tokens, j)
    while j < tokens.size and j - verbs < 3 and "v" in tag(word[j]).split(",") and word[j] != "be":
        if tokens.capital(j) and not (j == verbs and tag(word[j])[0] == "v"):
            break
        j += 1
    if j == verbs:
        return None
    if tokens.at(j) in _WITH:
        j += 1
    if tokens.at(j) == "those" and tokens.at(j + 1):
        return j, j + 2  # "to help those affected"
    named = tag(tokens.at(j) or ".")[:1] == "n"  # "to shelter people | displaced by the war"
    if not named and tokens.at(j + 1) in NOMINAL and tag(tokens.at(j + 2) or ".")[0] != "n":
        return j + 1, j + 2  # "to feed the displaced"
    past = (k for k in range(j, tokens.size) if not (word[k] in _QUOTED or is_number(word[k])))
    ahead = next(past, j)
    if any(map(is_number, word[j:ahead])) and word[j] != "one":
        j = ahead  # "to feed some 4,000 | children"
    span = right(tokens, j)
    if span is None and j - verbs == 2:
        span = right(tokens, j - 1)  # "to support *returns* this year"
    if span is not None and word[verbs] in _RENDERING and tag(tokens.at(span[1]) or ".")[0] == "a":
        return None  # "to make this country safe"
    return span
