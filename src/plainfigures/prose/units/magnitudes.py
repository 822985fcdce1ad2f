"""Magnitudes: how strong an earthquake is, told by a sign behind the number ("a 6.4M quake")."""

from plainfigures.prose.words.lexicon import is_person, singular
from plainfigures.prose.words.tokens import Tokens

QUAKES = frozenset("earthquake quake temblor tremor aftershock foreshock".split())
_SIGNS = frozenset("M Mw Mb Ms ML".split())
_MEASURED = frozenset("measuring measured registering registered".split())


def is_magnitude(tokens: Tokens, j: int) -> bool:
    """Whether the letters at token `j` make a magnitude of a number with tenths.

    "A 6.4M earthquake", "a quake of 5.8 Mw"; but "8.1M earthquake survivors", who are millions.
    """
    if tokens.raw[j] not in _SIGNS or "." not in tokens.word[j - 1]:
        return False
    if singular(tokens.at(j + 1)) in QUAKES:
        after = tokens.at(j + 2)
        return after != "-" and not is_person(singular(after))
    of_quake = tokens.at(j - 2) == "of" and singular(tokens.at(j - 3)) in QUAKES
    return of_quake or tokens.at(j - 2) in _MEASURED
