"""Qualifiers of a number: the bound or vagueness that the words beside it state."""

from functools import cache

from plainfigures.prose.dates.years import year_like
from plainfigures.prose.quantities.marks import PASSED
from plainfigures.prose.words.closed import ARTICLES, DEFINITE, DETERMINERS, POSSESSIVES
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import is_person, singular, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import MONEY
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tables import table
from plainfigures.prose.words.tokens import Tokens, split

_STILL = frozenset("still now already again currently".split())
# What may stand between an article and a number ("a mere 40", "a reported 40").
SIZING = frozenset(
    "total further additional combined grand whopping staggering massive mere impressive "
    "incredible remarkable huge dramatic meager meagre modest paltry scant puny tiny negligible "
    "respectable record average reported confirmed".split()
)
_FILLERS = SIZING | ARTICLES | POSSESSIVES | {"another", "of"}
# Behind these, "up to" tells where a number went, not the most that it is.
_WENT = frozenset(("back",)) | verb_forms(
    tuple("go creep inch edge move tick shoot climb jump leap bounce nudge push drive soar".split())
)
_GIVEN_BACK = verb_forms(("buy", "pay", "give", "hand"))
# Behind these, "over" belongs to the verb.
_GAVE = verb_forms(("hand", "turn", "sign", "spread", "scatter", "strew"))
# Of "only about" and "about over" the other one holds.
_LOOSE = frozenset(("about", "exact"))
# Behind these, "like" is a casual "about": "it took like 20 minutes".
_CASUAL = frozenset(
    "for cost costs costing me us take takes took taking spend spent pay paid got get had have has "
    "only just weigh weighs weighed in at of".split()
)
_COMPARING = frozenset("higher lower greater smaller larger bigger".split())
_SPANS = frozenset("day days week weeks month months quarter year years decade decades".split())
_SHIFTS = frozenset("earlier before previously ago".split())
_TIMES = frozenset("twice thrice half double times".split())
_STEPS = 4
_TOLD = 5
_TELLING = frozenset("who which that it they target goal requirement quota average".split())
# The most tokens of a tag.
_TAG = 12
# Behind these, "about" tells of what they are.
_ABOUT = frozenset("data information detail fact question concern story talk talking".split())
# Words that bound what stands before or after them.
_EITHER = frozenset("at maximum minimum max approximately".split())
_WITHIN = {"more_than": "at_least", "less_than": "at_most"}
_PERFECT = frozenset(("have", "be", "been", "to"))
_CASES = frozenset("event case time circumstances".split())
_ANY = frozenset(("no", "any"))
_NO = frozenset("no not none never cannot".split())
_DENYING = frozenset(("never", "not"))
_COUNTS = frozenset("number toll total tally count figure deaths casualties losses cost".split())
_CLAUSE = 14
# What tells how far a number is from its bound, and the bounds that it stands before.
_BITS = frozenset(("little", "bit", "lot", "shade", "touch"))
_DEGREES = _BITS.union("well just slightly far much somewhat considerably significantly".split())
_YET = frozenset(("so", "thus"))
_BOUNDS = frozenset("over under more less above below fewer beyond short".split())
_NEGATED = {"more_than": "at_most", "less_than": "at_least"}
Phrases = dict[tuple[str, ...], str]


def before(tokens: Tokens, first: int) -> tuple[int, str] | None:
    """The qualifier whose words end just before token `first`: (its first token, qualifier).

    Qualifiers add up: of "about at least" the bound holds; fillers may stand between.
    """
    word = tokens.word
    best: tuple[int, str] | None = None
    j = first
    for _ in range(_STEPS):
        if j == 0:
            break
        found = _ending(word, j)
        if word[j - 1] == ">" and _closes_tag(tokens, j - 1):
            break
        if found is not None and _says_else(tokens, found[0], j, first):
            break
        if found is not None and best is None:
            best, j = found, found[0]
        elif found is not None and best is not None and _adds(best[1], found[1]):
            best, j = (found[0], best[1] if found[1] in _LOOSE else found[1]), found[0]
        elif word[j - 1] in _FILLERS and word[j - 2 : j] != ["than", "the"]:
            j -= 1
        else:
            break
    return best


def _says_else(tokens: Tokens, start: int, j: int, first: int) -> bool:
    """Whether the words of tokens start..j bound no number at `first`, but say something else."""
    word, last, before = tokens.word, tokens.word[j - 1], tokens.at(start - 1)
    if word[start] == "up" and _is_gone(tokens, start, first):
        return True  # "crept back up to 40"
    if word[start] == "as" and before in _TIMES:
        return True  # "twice as many as *ten years ago*"
    if last == "min" and tokens.at(j - 2)[-1:].isnumeric():
        return True  # "2 min 30 s"
    if word[start] in _COMPARING and _is_past(tokens, j):
        return True  # "7 percent higher than *one year earlier*"
    led = tokens.at(j - 2) or "."
    if word[start] == "over" and is_number(led) and not year_like(led):
        return True  # "130 over 80", but "in 1999 over 80"
    if last == "about" and singular(tokens.at(j - 2)) in _ABOUT:
        return True  # "has data about 1,779 victims"
    if word[j - 1 : j + 1] == ["some", "of"]:
        return True  # "some of the 900 who fled"
    if last == "over" and tokens.at(j - 2) in _GAVE:
        return True  # "handed over 300 mines", "spread over 40 fields"
    if before == "-" and tokens.glued(start - 1):
        return True  # "a four-under 68"
    if last == "than" and j < first and word[j] == "the":
        return True  # "fewer than the 940 of last year": set against it
    if word[start] == "excess" and before in DETERMINERS:
        return True  # "insured with an excess of $90": as much as that
    told = j < first and (word[j] in DEFINITE or (word[j] in ARTICLES and j + 1 == first))
    if told and _is_known(tokens, first):
        return True  # "below the 300 tonnes promised", "the $9 million target": set against it
    if word[start:j] == ["short", "of"] and _is_lack(word, start):
        return True  # "is short of $90"
    stepped = (j < first and tokens.at(j) in DETERMINERS) or tokens.at(j - 2) == "served"
    return word[start:j] == ["under"] and stepped  # "under a $25 million scheme"


def _is_past(tokens: Tokens, j: int) -> bool:
    """ "one year earlier", "two months before": a time that another is compared with."""
    return tokens.at(j + 1) in _SPANS and tokens.at(j + 2) in _SHIFTS


def _is_gone(tokens: Tokens, up: int, first: int) -> bool:
    """Whether "up to" tells where something went; not "buy back up to 40 shares".

    Nor is anything driven up to people: "drove up to | 40 villagers | out".
    """
    if tokens.at(up - 1) not in _WENT or tokens.at(up - 2) in _GIVEN_BACK:
        return False
    return not is_person(singular(tokens.at(first + 1)))


def _is_lack(word: list[str], k: int) -> bool:
    """Whether "short of" at token `k` tells what is missing ("*is* still short of")."""
    while k > 1 and word[k - 1] in _STILL:
        k -= 1
    return word[k - 1] in BE


def _is_known(tokens: Tokens, first: int) -> bool:
    """ "the *300 tonnes* promised", "the *40* who fled": a number that something is told of."""
    for word in tokens.word[first + 1 : first + _TOLD]:
        if tag(word)[:2] == "vd" or word in _TELLING:
            return True
        if not word[0].isalnum() and word != "%":
            break
    return False


def _closes_tag(tokens: Tokens, j: int) -> bool:
    """ "<b>45</b>": a sign that closes a tag of the page's source, and no bound."""
    opener = next((k for k in range(j - 1, max(-1, j - _TAG), -1) if tokens.word[k] == "<"), -1)
    return opener >= 0 and tokens.tight(opener + 1) and tokens.tight(j)


def after(tokens: Tokens, last: int) -> tuple[int, str] | None:
    """The qualifier whose words begin at token `last`: (token after it, qualifier)."""
    phrases, firsts = _after()
    word = tokens.word
    here = tokens.at(last)
    if here == "-" and tokens.at(last + 1) in ("odd", "plus", "ish"):
        return last + 2, phrases[(word[last + 1],)]
    if here not in firsts or (here == "+" and not tokens.tight(last)):
        return None
    for size in (4, 3, 2, 1):
        qualifier = phrases.get(tuple(word[last : last + size]))
        if qualifier is not None:
            nxt = tokens.at(last + size)
            if here == "plus" and nxt and not _is_counted(tokens, last):
                return None
            if nxt in ("to", "of") and word[last + size - 1].startswith("up"):
                return None  # "70 boats and up to 5 rafts", "and upwards of 5 rafts"
            if here in _EITHER and (is_number(nxt) or nxt in MONEY or _begins_noun(nxt)):
                return None  # "12 boats at least two of which", "at a minimum wage"
            goes_on = "dv" if word[last + 1 : last + 2] == ["more"] else "d"
            starts = is_number(nxt) or nxt in MONEY or tag(nxt or ".")[0] in goes_on
            if nxt == "than" or (here == "and" and (starts or nxt == "or")):
                return None  # "5,000 or more than 6,000", "90 and more were on", "9 and under the"
            return min(last + size, tokens.size), qualifier
    return None


def _is_counted(tokens: Tokens, plus: int) -> bool:
    """ "60 plus villages", not "60 plus tax", "$60 plus expenses" and "60 plus the guests"."""
    noun = tokens.at(plus + 1)
    money = tokens.at(plus - 2)[-1:] in MONEY or not is_number(tokens.at(plus - 1) or ".")
    return not money and tag(noun)[:2] == "ns"


def _begins_noun(word: str) -> bool:
    return word in DETERMINERS or tag(word or ".")[0] == "n"


def _adds(near: str, far: str) -> bool:
    """Whether a qualifier further from the number adds to the one nearer to it."""
    return near == "about" or (near != "exact" and far in _LOOSE)


def _ending(word: list[str], j: int) -> tuple[int, str] | None:
    """The longest qualifier that ends just before token `j`."""
    phrases, lasts = _before()
    if word[j - 1] == "like" and j > 1 and word[j - 2] in _CASUAL:
        return j - 1, "about"
    if word[j - 1] in PASSED and word[j - 1] not in lasts:
        near = word[max(0, j - _CLAUSE) : j - 1]  # "the toll has passed 400"
        return (
            (j - 1, "more_than") if _TELLING.isdisjoint(near) > _COUNTS.isdisjoint(near) else None
        )
    if word[j - 1] not in lasts:
        return None
    for size in (4, 3, 2, 1):
        qualifier = phrases.get(tuple(word[j - size : j])) if j >= size else None
        if qualifier is not None:
            start = _degree(word, j - size)
            no = start - 1
            while no > 0 and word[no] in _PERFECT:
                no -= 1  # "could not | have exceeded", "cannot | have been more than"
            if no > 1 and word[no] in _CASES and word[no - 1] in _ANY:
                no -= 1 + (word[no - 1] != "no")  # "shall in no event exceed", "not at any time"
                no -= word[no] in ("in", "at")
            negated = start > 0 and word[no] in _NO and word[no - 1] != "or"
            if qualifier in _NEGATED and negated:  # "no larger than", "never under"
                return no, _NEGATED[qualifier]
            denied = qualifier == "more_than" and _is_denied(word, start)
            return start, _NEGATED[qualifier] if denied else qualifier
    return _or_equal(word, j)


def _degree(word: list[str], start: int) -> int:
    """Where "well over", "slightly more than", "a little below" begin; `start` is their bound."""
    if word[start] not in _BOUNDS or start == 0 or word[start - 1] not in _DEGREES:
        return start
    if word[start - 1] == "far" and word[start - 2] in _YET:
        return start  # "so far | fewer than 40"
    return start - 1 - (word[start - 2] == "a" and word[start - 1] in _BITS)


def _is_denied(word: list[str], start: int) -> bool:
    """ "*never admitted to* | more than 40", "did *not lose* | more than 40"."""
    k = start - 1 - (word[start - 1] == "to")
    verb = k > 0 and tag(word[k])[:1] == "v" and word[k] not in _PERFECT
    return verb and word[k - 1] in _DENYING


def _or_equal(word: list[str], j: int) -> tuple[int, str] | None:
    """ "less than or equal to", "bigger or equal than", "smaller than or the same as".

    The limit itself is within the bound.
    """
    if j > 4 and word[j - 4 : j] == ["or", "the", "same", "as"]:
        j -= 1
    elif j < 4 or word[j - 3 : j - 1] != ["or", "equal"] or word[j - 1] not in ("to", "than"):
        return None
    comparative = _before()[0].get((word[j - 4], "than"))
    found = _ending(word, j - 3) if comparative is None else (j - 4, comparative)
    if found is None:
        return None
    return found[0], _WITHIN.get(found[1], found[1])


@cache
def _before() -> tuple[Phrases, frozenset[str]]:
    """The phrases before a number, and their last words."""
    phrases = _side("before")
    return phrases, frozenset(words[-1] for words in phrases)


@cache
def _after() -> tuple[Phrases, frozenset[str]]:
    """The phrases after a number, and their first words."""
    phrases = _side("after")
    return phrases, frozenset(words[0] for words in phrases)


def _side(side: str) -> Phrases:
    rows = table("qualifiers.tsv")
    return {split(phrase): qualifier for phrase, qualifier, one in rows if one == side}
