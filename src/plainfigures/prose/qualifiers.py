"""Qualifiers of a number: the bound or vagueness that the words beside it state."""

from functools import cache
from importlib import resources

from plainfigures.prose.tokens import Tokens

_FILLERS = frozenset(
    "a an the another total further additional combined grand whopping staggering massive mere record "
    "average of its their his her".split()
)
_WEAK = frozenset(("exact",))
_FUNCTIONAL = frozenset(
    ("over", "under", "above", "below", "around", "about", "some", "just", "only", "beyond")
)


@cache
def _tables() -> tuple[
    dict[tuple[str, ...], str], dict[tuple[str, ...], str], frozenset[str], frozenset[str]
]:
    before: dict[tuple[str, ...], str] = {}
    after: dict[tuple[str, ...], str] = {}
    text = resources.files(__package__).joinpath("lexicons/qualifiers.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            phrase, qualifier, side = line.split("\t")
            (before if side == "before" else after)[tuple(phrase.split(" "))] = qualifier
    return (
        before,
        after,
        frozenset(key[-1] for key in before),
        frozenset(key[0] for key in after),
    )


def before(tokens: Tokens, first: int) -> tuple[int, str] | None:
    """The qualifier whose words end just before token `first`: (its first token, qualifier)."""
    table, _, lasts, _ = _tables()
    word = tokens.word
    best: tuple[int, str] | None = None
    j = first
    steps = 0
    while j > 0 and steps < 4:
        last = word[j - 1]
        if last in lasts:
            found = None
            for size in (4, 3, 2, 1):
                if j - size >= 0:
                    qualifier = table.get(tuple(word[j - size : j]))
                    if qualifier is not None:
                        found = (j - size, qualifier)
                        break
            if found is not None:
                if best is None or best[1] in ("about", "exact") or found[1] == "about":
                    if best is not None and best[1] == "exact":
                        break
                    best = found if best is None or found[1] != "about" else (found[0], best[1])
                    j = found[0]
                    steps += 1
                    continue
        if last in _FILLERS:
            j -= 1
            steps += 1
            continue
        break
    return best


def after(tokens: Tokens, last: int) -> tuple[int, str] | None:
    """The qualifier whose words begin at token `last`: (token after it, qualifier)."""
    _, table, _, firsts = _tables()
    word, n = tokens.word, tokens.size
    j = last
    if j < n and word[j] == "-" and j + 1 < n and word[j + 1] in ("odd", "plus"):
        return j + 2, table[(word[j + 1],)]
    if j >= n or word[j] not in firsts:
        return None
    for size in (3, 2, 1):
        qualifier = table.get(tuple(word[j : j + size]))
        if qualifier is not None:
            if word[j] == "+" and not tokens.tight(j):
                return None
            if (
                size == 1
                and word[j] in ("plus", "maximum", "odd")
                and j + 1 < n
                and word[j] == "plus"
            ):
                return None
            return j + size, qualifier
    return None
