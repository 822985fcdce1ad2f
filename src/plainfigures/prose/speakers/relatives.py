"""Relatives: who speaks, before a relative clause that tells more of him."""

from plainfigures.prose.speakers.counting import STOPS
from plainfigures.prose.speakers.subjects import phrase_start
from plainfigures.prose.speakers.tellers import is_source
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.tokens import Tokens

_TOLD_OF = 12
_WHO = frozenset(("who", "whom"))
_MEETING = frozenset(("i", "we"))


def before_who(tokens: Tokens, end: int) -> tuple[int, int] | None:
    """ "*A doctor* who works there | said": who speaks, before what else is told of him."""
    near = range(end - 2, max(0, end - _TOLD_OF), -1)
    who = next((k for k in near if tokens.word[k] in STOPS or _opens_relative(tokens, k)), 0)
    acts = any("v" in tag(one) for one in tokens.word[who + 1 : end])
    if not acts or not _opens_relative(tokens, who):
        return None
    last = who - (tokens.word[who] == "whom" and tag(tokens.word[who - 1])[0] == "p")
    first = phrase_start(tokens, last - 1)
    spoken = first is not None and is_source(tokens, first, last)
    return (first, last) if first is not None and spoken else None


def _opens_relative(tokens: Tokens, k: int) -> bool:
    """ "a doctor | *who* works there", "a nurse with | *whom* we spoke", "a man | *I* met"."""
    word = tokens.word[k]
    met = word in _MEETING and tag(tokens.at(k + 1) or ".")[:2] == "vd"
    return word in _WHO or (met and k > 0 and tag(tokens.word[k - 1])[0] == "n")
