"""Roles: whose the role is that a noun names ("China is the main market")."""

from plainfigures.figures.grammar.subjects import BEFORE_VERB, body_start
from plainfigures.figures.triggers.phrases import phrase_right
from plainfigures.prose.words.bearers import name_sizes
from plainfigures.prose.words.closed import DETERMINERS
from plainfigures.prose.words.lexicon import countries, nouns, places, singular, tag
from plainfigures.prose.words.names import opens_plainly
from plainfigures.prose.words.tokens import Tokens

Span = tuple[int, int]

_BE = frozenset("is are was were be been become becomes became remain remains remained".split())
_ASIDE = 5
_SIDES = frozenset("north south east west northern southern eastern western".split())
_DETERMINED = DETERMINERS | {"'s", "'"}


def holder_of_role(tokens: Tokens, k: int) -> Span | None:
    """Whose role the noun at token `k` names.

    "China is the main market", "the main donor is Malta", "Chad, the main buyer,".
    """
    word = tokens.word
    if tokens.at(k + 1) in _BE:
        return phrase_right(tokens, k + 2)
    if word[max(0, k - 3) : k] == ["the", "list", "of"]:
        return name_ending(tokens, before_verb(tokens, k - 4))  # "Peru tops the list of donors"
    j = k - 1
    while j > 0 and _describes_role(tokens, j):
        j -= 1
    if word[j] in ("'s", "'"):  # "Lorvia's main market"
        j -= 1
        while j > 0 and (tokens.capital(j) or singular(word[j]) in nouns("area")):
            j -= 1  # "the country's | main market"
        j -= word[j] in DETERMINERS
    if j > 0 and word[j] in _BE:
        at = before_relative(tokens, before_verb(tokens, j))
        return name_ending(tokens, before_aside(tokens, at) if tokens.at(at) == "," else at)
    described = not _DETERMINED.isdisjoint(word[j + 1 : k])  # but ", foreign donors pledged"
    if j < 1 or word[j] != "," or not described:
        return None
    aside = j - 1 if tokens.capital(j - 1) else before_aside(tokens, j)
    return name_ending(tokens, aside)


def before_aside(tokens: Tokens, comma: int) -> int:
    """ "China, by contrast, the main market": the token before what is put in, or -1."""
    near = range(comma - 1, max(0, comma - _ASIDE), -1)
    return next((k for k in near if tokens.word[k] == ","), 0) - 1


def _describes_role(tokens: Tokens, j: int) -> bool:
    word = tokens.word[j]
    if tokens.capital(j) or word in _BE:
        return False
    return word in DETERMINERS or tag(word).split(",")[0] in ("a", "n", "d", "r", "vg")


def before_verb(tokens: Tokens, verb: int) -> int:
    """The last token of the subject of a verb, over its helpers and adverbs."""
    j = verb - 1
    while j > 0 and (
        tokens.word[j] in BEFORE_VERB
        or (tokens.word[j] in _BE and tokens.word[verb].endswith("ing"))
        or (tag(tokens.word[j]) == "r" and tokens.raw[j].islower())
    ):
        j -= 1
    return j


def before_relative(tokens: Tokens, at: int) -> int:
    """ "*Chad*, which": the token before a relative clause whose subject ends with `at`."""
    related = at > 0 and tokens.at(at) in ("which", "that", "who")
    return at - 1 - (tokens.at(at - 1) == ",") if related else at


def name_ending(tokens: Tokens, at: int) -> Span | None:
    """The name that ends with token `at`; the first word of a sentence may be any noun."""
    if at < 0 or not tokens.capital(at) or (at == 0 and opens_plainly(tokens)):
        first = country_ending(tokens, at) if at > 0 and tokens.raw[at].islower() else at
        small = " ".join(tokens.raw[first : at + 1]) in countries()  # "the *euro area*"
        return (first, at + 1) if at > 0 and small else None
    first = tokens.name_start(at, int(opens_plainly(tokens)))  # "*Sri Lanka* buys"
    return body_start(tokens, first), at + 1


def country_ending(tokens: Tokens, last: int, named: bool = False) -> int:
    """The first token of a country that ends with token `last`, or of any name if it is `named`."""
    for size in name_sizes()[:-1]:
        if last + 1 >= size and " ".join(tokens.raw[last + 1 - size : last + 1]) in countries():
            return last + 1 - size
    first = tokens.name_start(last) if named and tokens.at(last - 1) == "-" else last
    if tokens.raw[last] not in countries() or tokens.word[last - 1] in _SIDES:
        while first > 0 and tokens.capital(first - 1) and (named or tokens.at(first - 1) in _SIDES):
            if first == 1 and tag(tokens.word[0])[0] in "pdcrxo":
                break
            first -= 1
    whole = "-".join((tokens.raw[first - 2], " ".join(tokens.raw[first : last + 1])))
    return first - 2 if tokens.at(first - 1) == "-" and whole in places() else first


def list_start(tokens: Tokens, first: int) -> int:
    """Where the list begins that goes on at token `first` ("from *the* USA, Oman and | Peru")."""
    before = first - 1
    while tokens.at(before) in (",", "and") and tokens.capital(before - 1):
        before = country_ending(tokens, before - 1) - 1
    return before + (tokens.at(before) != "the")
