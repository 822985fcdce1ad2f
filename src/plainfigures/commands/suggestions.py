"""Suggestions: the known names that are near to one that is not known."""

from collections.abc import Iterable


def near_names(name: str, known: Iterable[str]) -> str:
    """What to add to the sentence about an unknown name: near ones, else all if they are few."""
    import difflib

    names = sorted(set(known))
    near = difflib.get_close_matches(name, names, n=3, cutoff=0.5)
    if near:
        return f"; did you mean {' or '.join(near)}?"
    return f"; known are {', '.join(names)}" if 0 < len(names) <= 12 else ""
