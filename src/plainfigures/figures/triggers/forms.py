"""Word forms to look for before anything is asked of a word; what a phrase is by its words."""

from functools import cache

from plainfigures.prose.words.stems import likely_forms


@cache
def forms(words: frozenset[str] | tuple[str, ...]) -> frozenset[str]:
    """All forms that may be of one of some nouns and verbs; worked out once for each set."""
    return likely_forms(words)


def has_own_object(lemma: str) -> bool:
    """ "lose *their life*", "meet *their end*": a phrase that counts no object behind it."""
    return lemma.rpartition(" ")[0].endswith(" their")
