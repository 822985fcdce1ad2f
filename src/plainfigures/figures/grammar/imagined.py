"""What is only imagined: in a story, on a stage, in a drill or in a plan for the worst."""

from plainfigures.figures.grammar.extents import DETERMINERS
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.words.kinds import kind
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_STORIES = frozenset(
    "novel film movie play opera musical legend myth fable fairytale tale saga thriller comedy "
    "cartoon ballad farce".split()
)
_ACTS, _ORDINALS = frozenset(("act", "scene")), frozenset("first second third last final".split())
_SETS, _STAGES = frozenset(("on", "upon")), frozenset(("stage", "screen"))
_DRILLS = frozenset("drill exercise simulation scenario rehearsal wargame script".split())
_WORST = frozenset("contingency emergency worst".split())
_IMAGINING = verb_forms(
    tuple("imagine assume simulate suppose envisage posit presuppose pretend rehearse".split())
)
_PROVIDING = _IMAGINING | verb_forms(("provide", "allow", "reckon", "cater"))
_UNREAL = frozenset("simulated imaginary imagined fictional fictitious mock invented".split())
_INSURED = verb_forms(("insure", "cover"))
_LED = DETERMINERS | {"'s", "whose"}
_FAR, _NEAR = 10, 3
_SIGNS = kind(lambda: _STORIES | _ACTS | _STAGES | _DRILLS | _WORST | _UNREAL | {"against"})


def is_imagined(tokens: Tokens, t: Trigger) -> bool:
    """Whether what a trigger tells happens only where it is told, rehearsed or provided for.

    "In the third act 40 soldiers die", "the drill assumed 300 dead", "a simulated attack".
    """
    return any(_imagines(tokens, k, t) for k in tokens.of_kind(_SIGNS))


def _imagines(tokens: Tokens, k: int, t: Trigger) -> bool:
    word, one = tokens.word, tokens.word[k]
    if one in _STAGES:  # "forty soldiers die | on the stage", but "two died on stage in May"
        led = word[max(t.last, k - 2) : k]
        return led[:1] != [] and led[0] in _SETS and tag(word[t.first])[:2] != "vd"
    if t.first < k:
        return False
    if one in _STORIES:
        return _is_in(tokens, k)
    if one in _ACTS:  # "in the third act", but "in an act of war"
        opens = word[0] == "in" or tokens.at(k + 1) == ","
        return word[k - 1] in _ORDINALS and opens and _is_in(tokens, k)
    if one == "against":  # "insured against accidents with up to 90 victims"
        return word[k - 1] in _INSURED
    if one in _UNREAL:
        return tag(tokens.at(k + 1) or ".")[0] == "n"
    after = word[k + 1 : min(t.first, k + _FAR)]
    if one in _DRILLS:  # "the exercise held in May assumed 600 dead"
        return not _IMAGINING.isdisjoint(after)
    return after[:1] in (["plan"], ["plans"], ["case"]) and not _PROVIDING.isdisjoint(after)


def _is_in(tokens: Tokens, k: int) -> bool:
    """Whether the noun at token `k` says where something is told ("in her last novel")."""
    first = k
    while first and tag(tokens.word[first - 1])[0] in "an" and tokens.word[first - 1] not in _LED:
        first -= 1
    if tokens.at(first - 1) not in _LED:
        return False
    ahead = tokens.word[max(0, first - 1 - _NEAR) : first]
    return "in" in ahead and tokens.at(k + 1) != "of"
