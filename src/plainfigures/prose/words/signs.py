"""The signs and small words that open, close and join the parts of a sentence, each named once."""

OPEN_DOUBLE = frozenset(('"', "\u201c"))
OPEN_QUOTES = OPEN_DOUBLE | {"'", "\u2018"}
CLOSE_DOUBLE = frozenset(('"', "\u201d"))
CLOSE_QUOTES = CLOSE_DOUBLE | {"'", "\u2019"}
JOINERS = frozenset((",", "and", "or"))
ENDS = frozenset(
    (",", ".", ";", ")", "(", "[", "\u2013", "\u2014", "")
)  # empty: the end of the sentence
CLOSERS = ENDS | frozenset("and while whereas as when because since although".split())
ARE = frozenset(("was", "were", "is", "are"))
OF_SEVERAL = frozenset(("are", "were", "have"))  # verbs of several: "a third were"
IN_ALL = (["in", "number"], ["in", "all"], ["in", "total"], ["all", "told"])
CROSSES = frozenset(("x", "\u00d7"))  # "3 x 4 m", "2 x 10^6"
MONEY = frozenset("$\u20ac\u00a3\u00a5")
PERCENT = frozenset(("%", "percent", "cent"))  # cent: of "per cent"
THEM = frozenset(("them", "these", "those"))
IT = frozenset(("it", "this", "that"))  # a sum: "half of it"
GENITIVES = frozenset(("'s", "'"))
OVER = frozenset(("over", "under"))  # an age: "the over-65s", "children under 5"
EACH = frozenset(("each", "every"))
WITHIN = frozenset(("in", "inside", "within", "across", "throughout"))
AND_OR = frozenset(("and", "or"))
COMMA_AND = frozenset((",", "and"))
WHO = frozenset(("who", "that"))
WHICH = frozenset(("that", "which"))
WHO_OR_WHICH = WHO | WHICH
