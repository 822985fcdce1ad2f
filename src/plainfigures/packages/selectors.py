"""Selectors: the words around a quote by which it is found again, unique in their document."""

STEP = 32


def selector(text: str, start: int, end: int) -> tuple[str, str]:
    """The prefix and suffix of text[start:end], code points as they stand in the text.

    Each has 32 code points, fewer at the border of the text, and both are lengthened by 32 until
    prefix, quote and suffix together stand only once in the text.
    """
    reach = STEP
    while True:
        left, right = max(0, start - reach), min(len(text), end + reach)
        if _alone(text, left, right) or (left == 0 and right == len(text)):
            return text[left:start], text[end:right]
        reach += STEP


def _alone(text: str, start: int, end: int) -> bool:
    words = text[start:end]
    return text.find(words) == start and text.find(words, start + 1) < 0
