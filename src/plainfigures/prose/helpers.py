"""Helping verbs, and what else may stand between a subject and its verb."""

BE = frozenset("is are was were be been being get gets got".split())
HAVE = frozenset(("have", "has", "had"))
MODALS = frozenset("will would can could may might must shall should".split())
# What may stand between a subject and its verb, adverbs left out.
HELPERS = BE | HAVE | MODALS.union("do does did also not".split())
NOBODY = frozenset(("nobody", "none"))
