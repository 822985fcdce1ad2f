"""The signs and small words that open, close and join the parts of a sentence, each named once."""

OPEN_QUOTES = frozenset(('"', "\u201c", "'", "\u2018"))
CLOSE_QUOTES = frozenset(('"', "\u201d", "'", "\u2019"))
JOINERS = frozenset((",", "and", "or"))
ENDS = frozenset((",", ".", ";", ")", ""))  # empty: the end of the sentence
CLOSERS = ENDS | {"and"}
ARE = frozenset(("was", "were", "is", "are"))
THEM = frozenset(("them", "these", "those"))
OVER = frozenset(("over", "under"))  # an age: "the over-65s", "children under 5"
