"""The closed classes of English words, each named once: a rule asks for all of a class or none."""

SUBJECTS = frozenset("i you he she it we they".split())
OBJECTS = frozenset("me you him her it us them".split())
ARTICLES = frozenset(("the", "a", "an"))
POSSESSIVES = frozenset("my your his her its our their".split())
DEFINITE = POSSESSIVES | {"the", "these", "those"}
DETERMINERS = ARTICLES | POSSESSIVES | frozenset("this that these those each every".split())
RELATIVES = frozenset(("who", "whom", "which", "that"))
# What is told of before: "of them", "of whom".
OF_THEM = frozenset("them these those which whom".split())
# "It", "that" and their like, which point at what was told of.
POINTERS = frozenset("it they this that these those".split())
# What turns from one clause to the next.
TURNS = frozenset((";", "but", "while", "whereas"))
CLAUSES = TURNS | {":", "although", "though", "yet"}
# What begins another clause, a relative one, too.
BREAKS = TURNS | RELATIVES | {".", ":", "where"}
# What ends a phrase, at the latest.
PARTS = BREAKS | {",", "and"}
