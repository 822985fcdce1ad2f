"""Attribution: who says something, and which numbers of the sentence it holds for."""

from dataclasses import dataclass

from plainfigures.prose.speakers.sources import OWN_COUNTS
from plainfigures.prose.speakers.subjects import NO_SUBJECTS
from plainfigures.prose.words.closed import DETERMINERS, SUBJECTS, TURNS
from plainfigures.prose.words.lexicon import calendar, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import ARE, CLOSERS, WHO_OR_WHICH
from plainfigures.prose.words.tokens import Tokens

# The longest apposition that ends with its own source, in tokens.
APPOSED = 14
_TOLD = 9
_NOW = frozenset(("today", "now", "then"))
_TOLD_OF = frozenset("a an the who whose which".split())
_ASIDES = WHO_OR_WHICH | {"where", "itself", "themselves"}
_QUOTES = frozenset(("\u201c", '"'))
_CLAUSES = frozenset(
    "; but while whereas though whom whose which that what than because after when until before "
    "once".split()
)
_OCCASIONS = frozenset("after when as while once because".split())
# "The priest *lists* 90 dead; …": what counts its own number alone.
_COUNTED = OWN_COUNTS | frozenset("lists listed names named counts counted".split())
_SAID_SO = frozenset(("that", ":", ",", "\u201c", '"', "of", "many"))
_SAYS_MORE = SUBJECTS | DETERMINERS | {"more", "there"}
_FINITE = frozenset(("v", "v,", "vd"))
_BREAKS = frozenset(("\u201d", '"', ",", ";", "("))


@dataclass(slots=True)
class Attribution:
    """Tokens first..last (exclusive) that name who says it; `cue` is the verb or preposition.

    `pronoun` marks a name that stands elsewhere, `opens` one that begins a clause of its own,
    `closes` one that ends with its own clause (", as the ministry reported,").
    """

    first: int
    last: int
    cue: int
    pronoun: bool = False
    opens: bool = False
    closes: bool = False


def opens_clause(tokens: Tokens, one: Attribution) -> bool:
    """ "The EU has pledged 12 million, and Japan announced …" says nothing of the 12 million.

    Nor does "the relief office seeks 30 men whose families reported them missing".
    """
    if one.first > one.cue:
        return _opens_again(tokens, one.cue - 1)
    k = one.first - 1
    if k < 1:
        return False
    k -= tokens.word[k] in NO_SUBJECTS
    if tokens.word[k] == "as" and (_tells_more(tokens, one.cue) or tokens.word[k - 1] == "even"):
        return True  # "gave 9 million, as the mayor warned that time was short"
    if tokens.word[k] in _CLAUSES or (tokens.word[k] == "and" and tokens.at(k - 1) == ","):
        return True
    clause = next((j for j in range(k, 0, -1) if tokens.word[j] in _BREAKS), 0)
    if tokens.word[k] == "and" and "who" not in tokens.word[clause:k]:
        if any(_acts(tokens, j) for j in range(clause + 1, k)):
            return True  # "Chad gave 9 million and | the mayor said"
    if tokens.word[clause] == "," and tokens.at(one.cue + 1) not in CLOSERS:
        turn = next((j for j in range(clause, 0, -1) if tokens.word[j] == ";"), 0)
        clause = clause if any(_acts(tokens, j) for j in range(turn, clause)) else turn
    return tokens.word[clause] == ";"  # "; in Chad | the army said", "; a year on, | it says that"


def _tells_more(tokens: Tokens, cue: int) -> bool:
    """ "as the mayor warned *that* time was short", "as he noted *a* rise", not "as he noted"."""
    clause = tokens.word[cue + 1 : cue + _TOLD]
    clause = clause[: clause.index(",")] if "," in clause else clause
    if "that" in clause and clause[-1:] != ["that"]:
        return clause[clause.index("that") + 1] not in calendar("unit")
    return bool(clause) and clause[0] in SUBJECTS | {"a", "an"}


def _opens_again(tokens: Tokens, k: int) -> bool:
    """ "held 40 in May and, *by the army's claim*, 90 in June": what is told of one alone."""
    k -= tokens.at(k) == ","
    k -= tokens.at(k) in _NOW
    return k > 0 and tokens.word[k] in ("and", "but", ";")


def _is_relative(tokens: Tokens, one: Attribution) -> bool:
    """ "the 9 million which the bank says is needed": what is said of a noun before it."""
    k = one.first - 1
    k -= tokens.at(k) in NO_SUBJECTS
    led = tokens.at(k) == "that" and k > 0 and tag(tokens.word[k - 1])[:2] == "ns"
    return one.first < one.cue and (led or tokens.at(k) in ("which", "whom"))


def closes_clause(tokens: Tokens, one: Attribution) -> bool:
    """ "…, as the ministry reported, …": it holds for nothing that comes after it."""
    if tokens.word[one.cue] == "according" and _in_apposition(tokens, one):
        return True
    k = one.first - 1
    k -= tokens.at(k) in NO_SUBJECTS
    if k < 2 or tokens.word[k] != "as" or tokens.word[k - 1] != ",":
        return False
    if [",", "that"] in (tokens.word[j : j + 2] for j in range(one.cue, tokens.size)):
        return False  # "It is true, as the mayor told us, that 40 died"
    # "Donors, as the bank has said, gave 9 million" has its verb behind it
    return any(tag(word)[0] in "vm" or word in ARE for word in tokens.word[: k - 1])


def _in_apposition(tokens: Tokens, one: Attribution) -> bool:
    """ "Chad, the poorest state according to the bank, needs 9 million": of the state alone."""
    if tokens.at(one.last) != ",":
        return False
    near = range(one.cue - 1, max(0, one.cue - APPOSED), -1)
    comma = next((k for k in near if tokens.word[k] == ","), 0)
    named = comma > 0 and (tokens.capital(comma - 1) or tokens.word[comma - 1] == ")")
    opens = tokens.at(comma + 1) in ("the", "a", "an", "one")
    return named and opens and tag(tokens.word[0]) != "p"


def nearest(tokens: Tokens, found: list[Attribution], at: int, after: int) -> Attribution | None:
    """The attribution that covers a number from token `at` to `after` (exclusive).

    "40 according to the army" goes before "the council said 40", and so do "40 who, according to
    the army," and "the 40 which the army says"; else the last cue before the number holds, else
    the first after it. What is said of a noun before ends with its clause.
    """
    if not found:
        return None
    related = tokens.at(after) in WHO_OR_WHICH and tokens.at(after + 1) == ","
    near = after + 2 if related else after
    for one in found:
        if one.cue in (near, near + 1) and one.first > one.cue:
            return one
        behind = 0 < one.first - after <= 2
        if one.opens and behind and (_is_relative(tokens, one) or tokens.at(after) == "that"):
            return one
    before = [
        one
        for one in found
        if one.cue < at
        and not one.first <= at < one.last
        and not (one.closes and "," in tokens.word[one.cue : at])
        and not ("," in tokens.word[one.cue : at] and _is_relative(tokens, one))
        and not (";" in tokens.word[one.cue : at] and tokens.word[one.cue] in _COUNTED)
        and not (";" in tokens.word[one.cue : at] and tokens.at(one.cue + 1) == "of")
        and not _is_behind(tokens, one, at)
        and not (one.first < one.cue and _is_occasion(tokens, one.cue + 1, at))
    ]
    if before:
        return before[-1]
    fronted = _is_occasion(tokens, 0, at) and tokens.word.index(",") if "," in tokens.word else 0
    # "we counted 40 | and were told by the minister that nine had died"
    leads = (one for one in found if not (one.first > one.cue and tokens.at(one.last) == "that"))
    later = (one for one in leads if one.cue > at and not one.opens)
    later = (one for one in later if not at < fronted < one.first <= fronted + 2)
    later = (one for one in later if not _is_aside(tokens, one, at))
    return next((one for one in later if not _is_put_in(tokens, one, after)), None)


def _is_behind(tokens: Tokens, one: Attribution, at: int) -> bool:
    """ "9 left, *according to the mayor*, but 4 died", "said Bo, *a clerk who lost* 2 sons"."""
    if one.first < one.cue or one.cue < 2:
        return False
    between = tokens.word[one.last : at]
    if tokens.word[one.cue] == "according":
        return not TURNS.isdisjoint(between)
    told = between[:1] == [","] and (between[1:2] or [""])[0] in _TOLD_OF
    return told and _QUOTES.isdisjoint(between) and tag(tokens.word[one.cue])[0] == "v"


def _is_occasion(tokens: Tokens, first: int, at: int) -> bool:
    """Whether a clause between what is said and a number tells on which occasion, or goes on.

    "announced a day of mourning *after* 40 died", "*As* 40 families left, the mayor confirmed";
    "wrote to the king, *and* 40 died".
    """
    word = tokens.word
    turns = _OCCASIONS | {"and"} if first else _OCCASIONS
    k = next((k for k in range(first, at) if word[k] in turns), at)
    if (first > 0) == (k == first) or k == at or (first and word[k] == "as"):
        return False  # "gives its losses as 90"
    told = word[first : k - 1] if word[k - 1] == "," and first else word[first:k]
    told = told[:1] + [one for one in told[1:] if one != "of"]  # "announced an end *of* the war"
    if not _SAID_SO.isdisjoint(told) or any(_acts(tokens, j) for j in range(first, k)):
        return False
    if word[k] == "and":
        return word[k - 1] == "," and told != [] and not any(map(is_number, told))
    said = not _SAID_SO.isdisjoint(word[k:at])
    return not said and (at - k <= 2 or any(_acts(tokens, j) for j in range(k + 1, at)))


def _is_aside(tokens: Tokens, one: Attribution, at: int) -> bool:
    """ "In Bor, *where 40 died*, the mayor said he …", "came to Bor, *where 40 died*, and said"."""
    opens = max((k for k in range(at) if tokens.word[k] == ","), default=0)
    told = tokens.word[opens + 1] in _ASIDES and "," in tokens.word[at : one.cue]
    behind = opens > (one.last if one.first < at else 0)
    return told and behind and tokens.at(one.cue + 1) in _SAYS_MORE


def _acts(tokens: Tokens, k: int) -> bool:
    """Whether token `k` is a verb of a clause of its own."""
    word = tokens.word[k]
    finite = word in ARE or tag(word)[:2] in _FINITE or tag(word)[0] == "m"
    return finite and tokens.word[k - 1] != "to" and not tokens.capital(k)


def _is_put_in(tokens: Tokens, one: Attribution, after: int) -> bool:
    """ "gave 9 million, *of which*, the clerk says, 4 have come": of the clause around it alone."""
    k = one.first - 1
    k -= tokens.at(k) in NO_SUBJECTS
    if one.first > one.cue or tokens.at(k) != "," or tokens.at(one.cue + 1) != ",":
        return False
    between = tokens.word[after:k]
    return ";" in between or ("which" in between and between[between.index("which") - 1] == "of")
