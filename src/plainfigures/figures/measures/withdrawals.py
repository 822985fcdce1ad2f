"""Withdrawals: sentences that take back what the one before them told ("It is a lie!")."""

import re

_FALSE = (
    r"(?:(?:simply|quite|plainly|utterly|completely|just) )?(?:a lie|lies|not true|not so|untrue"
    r"|false|nonsense|wrong|propaganda|a fabrication|fabricated|an invention|invented|a myth)"
)
_TOLD = r"(?:It|That|This|These|Both|The (?:figure|claim|report|story|rumou?r|number)s?)"
_WITHDRAWAL = re.compile(
    r"[\"'\u201c\u201d\u2018\u2019)\s]*"
    rf"(?:{_TOLD} (?:is|was|are|were) {_FALSE}|Not so|Not true|Nonsense|Rubbish|Lies)\b"
)


def withdrawn(plain: str, start: int, end: int) -> bool:
    """Whether the sentence that begins at `start` takes back the one before it.

    `plain` is the normalised text and `end` where the paragraph ends.
    """
    return _WITHDRAWAL.match(plain, start, end) is not None
