"""Insides: what goes on inside a noun phrase, as far as the next few words tell."""

from plainfigures.prose.nouns.stops import goes_on
from plainfigures.prose.words.lexicon import is_person, singular, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.tokens import Tokens

PREFIXES = frozenset("anti non ex post pre inter multi semi self sub".split())
LINKS = frozenset("of to the a an be in on by and at for with from off up out before".split())
_PARTICLES = frozenset("out in up off down back away over on by".split())
_ARMS = frozenset("uxo erw ordnance ammunition munitions mines landmines".split())
_FATES = frozenset("disappearance missing killing murder execution abduction kidnapping".split())


def opens_plural(tokens: Tokens, at: int) -> bool:
    """ "*mines*", "*anti-tank mines*": a plural, one word before it at most, or a prefix."""
    if goes_on(tokens, at):
        return True
    word = tokens.at(at)
    return word in PREFIXES or (tag(word or ".")[0] in "an" and goes_on(tokens, at + 1))


def is_fate(tokens: Tokens, at: int) -> bool:
    """ "cases of *enforced disappearance*": each is of one person."""
    return any(singular(w) in _FATES for w in tokens.word[at : at + 3])


def are_arms(tokens: Tokens, at: int) -> bool:
    """ "units of *unexploded ordnance*", "units of *UXO*"."""
    return tokens.at(at) in _ARMS or tag(tokens.at(at) or ".")[:2] == "vd"


def is_hyphened(tokens: Tokens, at: int) -> bool:
    """ "*anti*-tank": whether a hyphen follows that joins a word to the next."""
    joined = tokens.at(at + 1) == "-" and tokens.tight(at + 1)
    return joined and at + 2 < tokens.size and tokens.tight(at + 2)


def is_measure(tokens: Tokens, at: int) -> bool:
    """ "46 *one-bedroom* flats", "ten *50-metre* lanes": a number of what each has."""
    if tokens.at(at + 1) != "-" or not tokens.glued(at + 1) or is_number(tokens.at(at + 2)):
        return False
    return tokens.at(at + 2).isalpha() and tokens.at(at + 3).isalpha()


def joins_adjectives(tokens: Tokens, at: int) -> bool:
    """ "brave, young men": a comma before another adjective and its noun, and not behind "own"."""
    if tokens.word[at - 1] == "own":
        return False  # "lost nine of its own, young men all"
    return tag(tokens.at(at + 1) or ".")[0] == "a" and tag(tokens.at(at + 2) or ".")[0] == "n"


def is_linked(tokens: Tokens, at: int) -> bool:
    """ "face-*to*-face talks", "would-*be* buyers": a small word inside a chain of hyphens."""
    linked = tokens.at(at - 1) == "-" and tokens.glued(at - 1)
    return linked and (tokens.at(at + 1) == "-" or goes_on(tokens, at + 1))


def whole_head(tokens: Tokens, at: int) -> str:
    """The singular at token `at`, with the verb before it: "*shoot-outs*", "*break-ins*"."""
    raw, head = tokens.raw[at], singular(tokens.word[at])
    if raw[-1] == "s" and raw[:-1].isupper() and len(raw) > 2:
        return head.removesuffix("s")  # "eight GPUs"
    joined = head in _PARTICLES and tokens.at(at - 1) == "-" and tokens.glued(at - 1)
    return f"{tokens.word[at - 2]}-{head}" if joined else head


def abbreviates(tokens: Tokens, at: int, loose: bool) -> bool:
    """ "five Liberation Army (*LA*) rebels": the short name in brackets before the noun."""
    named = tokens.at(at + 2) == ")" and (tokens.capital(at - 1) or loose)
    short = named and tokens.raw[at + 1].isupper() and at + 3 < tokens.size
    return short and tokens.raw[at + 3].islower() and is_person(singular(tokens.word[at + 3]))


def shortens(tokens: Tokens, at: int) -> bool:
    """ "ordnance (*UXO*) victims": whether a short name in brackets and people follow."""
    if tokens.at(at + 2) != ")" or "ns" not in tag(tokens.at(at + 3) or ".").split(","):
        return False
    return is_person(singular(tokens.word[at + 3]))
