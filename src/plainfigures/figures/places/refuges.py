"""Refuges: of money for refugees, the land that took them in, not the one that they fled."""

from collections.abc import Mapping

from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.places.nearby import EXILES
from plainfigures.figures.triggers.phrases import code_of
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.places.places import ANYWHERE
from plainfigures.prose.words.bearers import is_nationality, names_country
from plainfigures.prose.words.lexicon import countries, singular
from plainfigures.prose.words.names import Name
from plainfigures.prose.words.stems import verb_forms

# What hosts do with money; who "gives" it need not be one.
_SPENDING = ("spend", "cost", "bear", "shoulder", "host", "shelter", "house")
_HOSTS = frozenset("community communities country countries family families state states".split())
_NOUNS = frozenset("for of in the a with".split())
_LONGEST = 3


def refuge(sentence: Sentence, q: Quantity, own: Mapping[str, str | None]) -> str | None:
    """Where those are for whom money is ("for Syrian refugees *in Lebanon*"), if it tells.

    Else the country that has spent it on them ("*Jordan* has spent $4 million on Syrians").
    """
    word = sentence.tokens.word
    recipient, donor = own.get("recipient") or "", own.get("donor") or ""
    home = _nation(recipient)
    if home is None and EXILES.isdisjoint(map(singular, word)):
        return None
    if home is not None or any(singular(one) in EXILES for one in recipient.lower().split()):
        names = [one for one in sentence.places if _is_refuge(sentence, one, home)]
        if names:
            behind = [one for one in names if one.first > q.first] or names
            name = min(behind, key=lambda one: sentence.distance(q, one.first, one.last))
            return sentence.words(name.first, name.last)
    spends = any(  # and is no "host community"
        one in verb_forms(_SPENDING)
        and sentence.tokens.at(k + 1) not in _HOSTS
        and sentence.tokens.at(k - 1) not in _NOUNS  # "gave money *for shelter*"
        for k, one in enumerate(word)
    )
    if not spends or not donor or donor.count(" ") >= _LONGEST:
        return None
    named = names_country(donor.split()[-1] if donor.islower() else donor)
    return donor if named and code_of(donor) != home else None


def exile_of(recipient: str | None) -> str | None:
    """The word of nationality in what names refugees ("*Syrian* refugees"), of no one else."""
    parts = (recipient or "").split()
    if not any(singular(one) in EXILES for one in parts) or _nation(recipient or "") is None:
        return None
    return next((one for one in parts if one in countries()), None)


def _is_refuge(sentence: Sentence, name: Name, home: str | None) -> bool:
    """Whether a place that a word leads to is no other than where exiles of `home` live."""
    if name.weight >= ANYWHERE or sentence.tokens.word[name.first - 1] not in ("in", "the"):
        return False
    behind = sentence.tokens.word[max(0, name.first - 3) : name.first]
    code = code_of(sentence.words(name.first, name.last))
    return any(singular(one) in EXILES for one in behind) and code != home


def _nation(recipient: str) -> str | None:
    """The country of people whom a word of nationality names ("Syrians", "Syrian refugees")."""
    for part in recipient.split():
        entry = countries().get(part)
        if entry is not None:
            return entry.code if is_nationality(part) else None
    return None
