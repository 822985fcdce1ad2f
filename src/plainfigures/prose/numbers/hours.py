"""Hours told in words: "nine o'clock", "at five to nine", "by four in the morning"."""

from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.number import is_cardinal, word_at
from plainfigures.prose.words.tokens import Tokens

AT_HOURS = frozenset("at by from until till before after since about around".split())
DAYPARTS = frozenset(("morning", "afternoon", "evening"))
_SURELY_AT = frozenset("at by until till from".split())
_IT_WAS = (["it", "was"], ["it", "is"], ["it", "'s"])
_TWELVE = 12


def spoken(tokens: Tokens, i: int) -> int | None:
    """The token after the hour that begins at the number token `i`; None where it is none."""
    word, before = tokens.word, tokens.at(i - 1)
    if tokens.at(i + 1) == "o'clock":
        return i + 2
    if tokens.at(i + 1) in ("to", "past") and _is_hour(tokens, i + 2):
        clear = tag(tokens.at(i + 3) or ".")[0] not in "na"
        surely = before in _SURELY_AT and before != "from" and is_cardinal(tokens, i) and clear
        return i + 3 if surely or word[i + 1] == "past" else None
    if not _is_hour(tokens, i):
        return None
    if before in ("past", "to") and tokens.at(i - 2) == "minutes":
        return i + 1
    if before not in AT_HOURS and word[max(0, i - 2) : i] not in _IT_WAS:
        return None
    if word[i + 1 : i + 3] == ["at", "night"]:
        return i + 1
    if word[i + 1 : i + 3] == ["in", "the"] and tokens.at(i + 3) in DAYPARTS:
        return i + 1
    led = before in _SURELY_AT and tokens.at(i + 1) in ("that", "this")
    return i + 1 if led and tokens.at(i + 2) in (*DAYPARTS, "night") else None


def _is_hour(tokens: Tokens, i: int) -> bool:
    """Whether a number up to twelve stands at token `i`, in words or digits."""
    if tokens.at(i).isdecimal() and len(tokens.word[i]) < 3:
        return 0 < int(tokens.word[i]) <= _TWELVE
    return is_cardinal(tokens, i) and word_at(tokens, i)[1] <= _TWELVE
