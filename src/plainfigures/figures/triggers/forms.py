"""Word forms to look for before anything is asked of a word."""

from functools import cache

from plainfigures.prose.words.stems import likely_forms


@cache
def forms(words: frozenset[str] | tuple[str, ...]) -> frozenset[str]:
    """All forms that may be of one of some nouns and verbs; worked out once for each set."""
    return likely_forms(words)
