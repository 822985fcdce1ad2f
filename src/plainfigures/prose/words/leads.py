"""What only leads to a number or counts up behind it: "a total of 40", "not only 40", "in all"."""

from plainfigures.prose.words.lexicon import numbers, tag

_NOUNS = frozenset("total group party sum equivalent".split())
_SIZES = frozenset("second third further new small large big grand combined single".split())
_LONE = frozenset(("altogether", "fully"))
_MERE = frozenset("mere paltry scant bare meagre meager measly puny reported reputed".split())
_PAIRS = frozenset((("in", "total"), ("in", "all"), *(("a", word) for word in _MERE)))
_ENDS = frozenset(("altogether", "total", "all"))
_COUNTED = frozenset("people men women million billion".split())
_KEYS = _NOUNS | _LONE | _MERE | {"all", "not"}
_ONLY = frozenset("only just merely simply".split())
_LESS = frozenset("less fewer more".split())
# What a number may begin with, its bound included.
_OPENS = frozenset("$ \u20ac \u00a3 \u00a5 some about around nearly almost over more at up".split())


def plain_leads(word: list[str]) -> list[int]:
    """The tokens that lead to a number or count up behind one, which are left out.

    >>> plain_leads("it lost a total of 40 men in all , in all 9 districts".split())
    [2, 3, 4, 7, 8]
    """
    if _KEYS.isdisjoint(word):
        return []
    left: list[int] = []
    for k in [k for k, form in enumerate(word) if k and form in _KEYS]:
        left += range(*_lead(word, k))
    return left


def _lead(word: list[str], k: int) -> tuple[int, int]:
    """The first token and the one after what leads to a number, or counts it up, at token `k`."""
    form, first = word[k], k
    if form in _NOUNS and word[k + 1 : k + 2] == ["of"]:
        first -= word[k - 1] in _SIZES
        first -= word[first - 1] in ("a", "an") or (form == "equivalent" and word[k - 1] == "the")
        led = first < k and word[first - 1] != ","  # "60 men and 30 women, a total of 90"
        return (first, k + 2) if led and _is_number(word, k + 2) else (k, k)
    if form == "all" and word[k + 1 : k + 3] == ["of", "the"]:
        return (k + 1, k + 3) if _is_number(word, k + 3) else (k, k)
    if form == "not":
        if word[k + 1 : k + 2] != [] and word[k + 1] in _ONLY and "but" in word[k:]:
            word[word.index("but", k)] = "and"
            return k, k + 2  # "killed *not only* 12 soldiers *but* 40 clerks"
        if word[k + 1 : k + 2] != [] and word[k + 1] in _LESS and word[k + 2 : k + 3] == ["than"]:
            word[k] = "no" if _is_number(word, k + 3) else form
        return k, k
    first -= form not in _LONE
    if first < 1 or not (form in _LONE or (word[first], form) in _PAIRS):
        return k, k
    leads = form != "all" and _is_number(word, k + 1)
    return (first, k + 1) if leads or (form in _ENDS and _counts_up(word, first, k)) else (k, k)


def _is_number(word: list[str], k: int) -> bool:
    """Whether a number begins at token `k`, or what bounds one."""
    form = word[k] if k < len(word) else "."
    return form[0].isdigit() or form in _OPENS or form in numbers()


def _counts_up(word: list[str], first: int, last: int) -> bool:
    """ "40 people *in all*, of whom": right behind what is counted, and before no noun."""
    before, after = word[first - 1], (*word[last + 1 : last + 2], ".")[0]
    counted = tag(before)[:2] == "ns" or before in _COUNTED
    return counted and not (after[0].isalnum() and tag(after)[0] in "na")
