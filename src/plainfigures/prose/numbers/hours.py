"""Hours told in words: "nine o'clock", "at five to nine", "by four in the morning"."""

from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.number import is_cardinal, word_at
from plainfigures.prose.words.tokens import Tokens

_AT = frozenset("at by from until till".split())
_NEAR = _AT | frozenset("before after since about around it".split())
_DAYPARTS = frozenset("morning afternoon evening night".split())
_STRIKING = frozenset("strike strikes struck striking chimed chime chimes tolled rang".split())
_BELLS = frozenset("clock clocks bell bells hour tower church cathedral steeple".split())
_JOINTS = frozenset("to past - o'clock at in that this".split())
_LEADING = _STRIKING | {"past", "to"}
_NINE, _TWELVE = 9, 12


def spoken(tokens: Tokens, i: int) -> int | None:
    """The token after the hour that begins at the number token `i`; None where it is none."""
    joint = tokens.at(i + 1)
    if joint not in _JOINTS and tokens.at(i - 1) not in _LEADING:
        return None
    end = tokens.at(i + 3) or "."
    before = "it" if tokens.word[max(0, i - 2) : i - 1] == ["it"] else tokens.at(i - 1)
    if joint in ("to", "past") and _is_hour(tokens, i + 2):
        clear = before in _AT and before != "from" and tag(end)[0] not in "na"
        return i + 3 if joint == "past" or (clear and is_cardinal(tokens, i)) else None
    minutes = word_at(tokens, i + 2)[1] if joint == "-" and tokens.glued(i + 1) else 0
    if before in _AT and minutes > _NINE and _is_hour(tokens, i) and tag(end)[0] not in "na":
        return i + 3  # "at five-thirty"
    if joint == "o'clock" or not _is_hour(tokens, i):
        return i + 2 if joint == "o'clock" else None
    told = before in ("past", "to") and tokens.at(i - 2) in ("minutes", "-")
    told = told or (
        before in (*_AT, "it") and joint in ("that", "this") and tokens.at(i + 2) in _DAYPARTS
    )
    told = told or (before in _NEAR and tokens.word[i + 1 : i + 3] == ["at", "night"])
    the = tokens.word[i + 1 : i + 3] == ["in", "the"] and end in _DAYPARTS
    told = told or (before in _NEAR and the)
    struck = before in _STRIKING and not _BELLS.isdisjoint(tokens.word[:i])
    told = told or (struck and tag(joint or ".")[0] not in "nav")
    return i + 1 if told else None


def _is_hour(tokens: Tokens, i: int) -> bool:
    """Whether a number up to twelve stands at token `i`, in words or digits."""
    if tokens.at(i).isdecimal() and len(tokens.word[i]) < 3:
        return 0 < int(tokens.word[i]) <= _TWELVE
    return is_cardinal(tokens, i) and word_at(tokens, i)[1] <= _TWELVE
