"""Counting: who names a number by a verb that is none of saying, by a preposition, or gives it."""

from collections.abc import Mapping
from functools import cache

from plainfigures.prose.speakers.subjects import source_right
from plainfigures.prose.speakers.tellers import is_source
from plainfigures.prose.words.closed import POSSESSIVES, TURNS
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import (
    attribution,
    calendar,
    countries,
    is_person,
    nouns,
    singular,
    tag,
)
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import ARE, CLOSERS, OPEN_QUOTES
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_LEADS = frozenset(
    "a an the of another further additional extra some about nearly almost over more than up to "
    "just only us with at least \u201c \" '".split()
)
STOPS = TURNS | {",", "and", ":"}
_PARTING = STOPS | HELPERS | {"to", "in", "who"}
_COUNTS = frozenset("number figure figures total toll estimate count that".split())
_TODAY, _DATING = frozenset(("today", "yesterday", "here")), "in on last yesterday this".split()
_COMPARED = frozenset("higher lower better worse strong weak record robust".split())
_RESULTS = frozenset(
    "rise rises fall growth increase increases decline drop share shares surplus deficit gain "
    "gains jump decrease contraction expansion".split()
)
_PUTTING = frozenset("in on up aside down together".split())
_PRESENTING = "give release publish issue present provide supply circulate compile draw".split()
_ROLLS = frozenset("list register roll tally toll count".split())
_THESE = frozenset("this these the following its their".split())
_ACCOUNTS = frozenset(
    "figure count toll tally total list number estimate breakdown statistic account data".split()
)
_HANDED = frozenset("provided given supplied furnished released".split())
_DATA = _ACCOUNTS | frozenset("information detail evidence testimony record database".split())
PUBLISHED = frozenset("published released issued compiled".split())
_LISTED = frozenset("recorded registered documented listed counted reported found".split())
_REDUCED = frozenset("estimated put believed thought feared presumed".split())
_FATES = frozenset("missing dead killed injured wounded buried trapped drowned still".split())
_FALLEN = _FATES.union(("casualties", "victims", "fatalities"))
_LEADING = frozenset("in for with without under by of on at".split())
_STATING = frozenset(("that", ":", ",", "\u201c", '"'))
REACH, _OBJECT, _ACCOUNT, _NEAR, _REVISED = 18, 6, 9, 5, 12

# Where the phrases of a sentence's numbers begin -> their kind.
Numbers = Mapping[int, str]


@cache
def counting_verbs() -> frozenset[str]:
    """All forms of the verbs that name a number but say nothing."""
    return verb_forms(attribution("counting"))


@cache
def clausal_verbs() -> frozenset[str]:
    """All forms of the verbs that say something before "that" alone ("the mayor *holds that*")."""
    forms = verb_forms(attribution("clausal"))
    return frozenset(form for form in forms if not form.endswith("ing"))


def claims(tokens: Tokens, verb: int) -> bool:
    """ "The mayor *holds* that", "*conveyed* to Reuters that", "*accused* the army of killing"."""
    if tokens.word[verb] not in clausal_verbs():
        return False
    if tokens.word[verb] in verb_forms(("accuse",)):
        return "of" in tokens.word[verb + 2 : verb + _OBJECT]
    after = tokens.word[verb + 1 : verb + 4]
    k = verb + after.index("that") if "that" in after and STOPS.isdisjoint(after) else 0
    # "remembers the *war* that", but "assured the *king* that"
    return k > 0 and (tag(after[0]) != "d" or is_source(tokens, k, k + 1))


def is_gift(tokens: Tokens, verb: int, numbers: Numbers) -> bool:
    """ "Japan gave 850 million yen", "which added 9 days": a giver says nothing."""
    if tokens.word[verb] in ("put", "puts", "putting"):
        if tokens.at(verb + 1) in _PUTTING or tokens.at(verb + 2) in ("end", "stop"):
            return True  # "the accord put an end to a war that left 900 dead"
    gives = tokens.word[verb] in verb_forms(("give",))
    adds = tokens.word[verb] in verb_forms(("add",))
    if not (gives or adds) or tokens.word[verb + 1 : verb + 3] == ["out", "that"]:
        return False
    number = next((n for n in range(verb + 2, min(tokens.size, verb + REACH)) if n in numbers), 0)
    told = tokens.word[verb + 1 : number]
    if told[-1:] == ["as"] and {"well", "such"}.isdisjoint(told[-2:]) and STOPS.isdisjoint(told):
        return False  # "gives its losses as 90"
    k = verb + 1
    while k < tokens.size and k not in numbers and k - verb < 4:
        if tokens.word[k] not in _LEADS and not tokens.capital(k):  # "gave Peru $2 million"
            break
        k += 1
    if tokens.at(k + 1) in _COUNTS and tag(tokens.word[k])[0] in "av":
        k += 1  # "gives a combined figure of"
    behind = (word for word in tokens.word[k + 1 : k + _OBJECT] if word in _PARTING)
    if not gives and next(behind, "") in HELPERS:
        return False  # "The clerk added 40 people were hurt"
    if gives:  # "gave us half an hour"
        return numbers.get(k) not in ("bare", "noun") and tokens.at(k) not in _COUNTS
    return k in numbers or (tokens.at(k + 1) == "of" and singular(tokens.word[k]) in nouns("gift"))


@cache
def presenting_verbs() -> frozenset[str]:
    """All forms of the verbs that say something where a count or list is their object."""
    return verb_forms(tuple(_PRESENTING)) | _revising()


@cache
def _revising() -> frozenset[str]:
    return verb_forms(("raise", "lower", "revise", "update", "correct", "increase"))


def presents(tokens: Tokens, verb: int, numbers: Numbers) -> bool:
    """ "The ministry *gave these figures*:", "*drew up a list of* 90", "*raised the toll* to 9"."""
    if tokens.word[verb] not in presenting_verbs():
        return False
    if tokens.word[verb] in _revising():
        head = next((k for k in range(verb + 2, verb + _NEAR) if tokens.at(k) in _ROLLS), 0)
        behind = range(head + 1, min(head + _REVISED, tokens.size))
        return head > 0 and any(tokens.word[k] == "to" and k + 1 in numbers for k in behind)
    k = verb + 1 + (tokens.at(verb + 1) in ("up", "out"))
    if tokens.at(k) in ("a", "an", "its", "their"):
        near = range(k + 1, k + _NEAR)
        head = next((j for j in near if tokens.at(j) in _ROLLS and tokens.at(j + 1) == "of"), k)
        if head > k:
            told = numbers.get(head + 2) == "bare" or tokens.at(head + 3) in _FALLEN
            return head + 2 in numbers and told
    while tokens.at(k) in _THESE:
        k += 1
    while k - verb < _NEAR and tag(tokens.at(k) or ",")[0] == "a":
        k += 1
    noun = tokens.at(k)
    of_them = k > verb + 1 or singular(noun) != noun
    return of_them and singular(noun) in _ACCOUNTS and tokens.at(k + 1) != "of"


def gives(tokens: Tokens, i: int) -> bool:
    """ "aid provided by Japan": of what is no paper or number the giver says nothing."""
    if tokens.word[i] not in _HANDED or tokens.at(i + 1) != "by":
        return False
    if tokens.at(i - 1) in ARE:  # "a toll of 40 was given by the army"
        return _ACCOUNTS.isdisjoint(tokens.word[max(0, i - _ACCOUNT) : i])
    before = singular(tokens.at(i - 1))
    return before not in attribution("noun") and before not in nouns("paper") | _DATA


def released(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """ "The count, *published* on Friday by *the office*, is 90": who published it."""
    paper = singular(tokens.at(i - 1 - (tokens.at(i - 1) == ",")) or ".")
    if paper not in _ACCOUNTS and paper not in _DATA and paper not in nouns("paper"):
        return None
    k = i + 1
    while k - i < _NEAR and _dates(tokens.at(k)):
        k += 1
    span = source_right(tokens, k + 1) if tokens.at(k) == "by" else None
    return span if span is not None and is_source(tokens, *span) else None


def _dates(word: str) -> bool:
    """Whether a word may say when something was published ("on", "May", "last", "week")."""
    known = word in calendar("weekday") or word in calendar("month") or word in calendar("unit")
    return known or word in _DATING or word in _TODAY or word.isdecimal()


def is_noun(tokens: Tokens, verb: int) -> bool:
    """ "Early estimates of the dead", "the state parliament": a form that may be a noun."""
    kinds, after = tag(tokens.word[verb]).split(","), tokens.at(verb + 1)
    inverted = after == "the" and tokens.at(verb - 1) in (",", "\u201d", '"')
    if tokens.word[verb] in ("state", "states") and not inverted:
        near, whose = tokens.word[max(0, verb - _NEAR) : verb], tokens.raw[verb - 1]
        quoted = tokens.at(verb + 2) in OPEN_QUOTES or "as" in near
        named = (whose.isupper() and whose not in countries()) or whose in nouns("body")
        if after in CLOSERS and "," in near and named:
            return False  # "rose by 6 percent, AHDB (the bank) states."
        placed = after in OPEN_QUOTES and tokens.capital(verb - 1)
        if after not in _STATING or (after == "," and not quoted) or placed:
            return True  # "for neighbouring states, which needs 40", "in Kano state “forced 900"
    if after == "'s" or tokens.at(verb - 1) == "own":
        return "n" in kinds  # "the state's reform", "by the army's own claim"
    if tokens.at(verb - 1) in POSSESSIVES and kinds[0] == "vd":
        return True  # "to my written question"
    if tokens.at(verb - 1) in _LEADING and not tokens.word[verb].endswith("s"):
        return True  # "for want of a doctor", "in fear for their lives"
    if after == "of":
        return "ns" in kinds
    if "n" in kinds and tag(tokens.at(verb - 1) or ",").split(",")[0] == "a":
        if tag(tokens.at(verb - 2) or ",") == "d" or tokens.at(verb - 2) == "'s":
            return True  # "this is a cautious estimate"
    plural = tokens.word[verb].endswith("s") and tokens.word[verb] != "says"
    if after in CLOSERS and plural and _is_head(tokens, verb):
        return True  # "for various projects, according to"
    if "n" in kinds and tag(after or ",") == "ns" and tag(tokens.at(verb - 1) or ",")[:2] == "vd":
        return True  # "approved project concepts"
    before = tokens.at(verb - 1)
    if "ns" in kinds and tag(before or ",")[:2] == "vg":
        return True  # "giving details of the loss"
    if "n" in kinds and before.islower() and tag(before or ",").split(",")[0] == "n":
        if tokens.raw[verb - 1].islower() and tag(after or ",")[:2] in ("vd", "p"):
            return True  # "the flood situation report issued", "a building project in"
    return "n" in kinds and after.isalpha() and tag(after).split(",")[0] == "n"


def _is_head(tokens: Tokens, k: int) -> bool:
    """Whether a plural ends a noun phrase whose words cannot speak ("development projects")."""
    before = tokens.at(k - 1)
    kinds = tag(before or ",").split(",")
    if not {"a", "an"}.isdisjoint(tokens.word[max(0, k - _NEAR) : k]):
        return False  # "…, a clerk's ledger shows."
    return kinds[0] in ("a", "n") and not is_source(tokens, k - 1, k)


def names_number(tokens: Tokens, verb: int, numbers: Numbers) -> bool:
    """ "The rebels name 340 dead", "the diary speaks of 90": a verb that counts, and its number."""
    own = tokens.at(verb - 1) == "own"  # "by the ministry's own | count | 90 died"
    if own or tokens.word[verb] not in counting_verbs() or numbers.get(verb) is not None:
        return False
    k = verb + 1
    if k not in numbers and tokens.at(k) in _DATING:  # "spoke in April 1999 of 34,000"
        k = next((j for j in range(k + 1, k + 5) if tokens.at(j) == "of"), k)
    whole = next((j for j in range(k, k + 3) if tokens.at(j) == "total"), 0)
    k = whole + 1 if whole else k  # "identified a cumulative total of 900 families"
    k += tokens.at(k) in ("of", "on")
    k += tokens.at(k) in OPEN_QUOTES
    listed = tokens.at(k) == "as" and "whom" in tokens.word[max(0, verb - 3) : verb]
    return listed or numbers.get(k) in ("bare", "noun")  # "whom the army lists as dead"


def is_result(tokens: Tokens, verb: int) -> bool:
    """ "Kenya recorded a 5 percent rise", "exports reported higher earnings": what it came to."""
    word = tokens.word
    if word[verb] in verb_forms(("report",)):
        return tokens.at(verb + 1) in _COMPARED
    if word[verb] not in verb_forms(("record", "register", "post", "witness")):
        return False
    for k in range(verb + 1, min(tokens.size, verb + _OBJECT + 2)):
        if word[k] in _RESULTS:
            return True
        if word[k] in STOPS or word[k] == "that" or tag(word[k])[0] == "v":
            return False
    return False


def lets_in(tokens: Tokens, verb: int, numbers: Numbers) -> bool:
    """ "Canada admitted 900 refugees": who takes people in says nothing; but "admitted 40 dead"."""
    if tokens.word[verb] not in verb_forms(("admit",)) or tokens.at(verb + 1) in ("that", "to"):
        return False
    number = next((k for k in range(verb + 1, verb + _NEAR) if k in numbers), tokens.size)
    behind = tokens.word[number + 1 : number + _NEAR]
    return _FALLEN.isdisjoint(behind) and any(is_person(singular(word)) for word in behind)


def is_told_of(tokens: Tokens, verb: int, numbers: Numbers) -> bool:
    """ "vessels registered by", "deaths recorded on", "40 men reported missing": no subject.

    But "the Daily Herald reported on Friday", "the army reported missing 40 men", "the agency
    recorded over 40 deaths", "the consul reported in May that", "OCHA reported in its bulletin".
    """
    word, after = tokens.word[verb], tokens.at(verb + 1)
    if after == ":" and tag(word)[:2] == "vd" and any(verb + k in numbers for k in (2, 3, 4)):
        thing = tokens.at(verb - 1) or "."  # "Mines found: 40", "Mines found: Chad 40"
        return tag(thing)[:2] == "ns" and not is_person(singular(thing))
    if word == "estimated" and tokens.at(verb - 1) == "and" and is_number(after):
        return not ARE.isdisjoint(tokens.word[max(0, verb - _NEAR) : verb])  # "12 were hurt and …"
    if numbers.get(verb + 1) in ("bare", "noun"):
        return False
    if word in _REDUCED and (after == "at" or after in _FATES):  # "men believed buried"
        ends = (k - 1 for k in range(verb + 3, verb + 7) if tokens.at(k) in ("the", "those"))
        return not any(is_number(tokens.word[k]) for k in ends)
    clause = next((k for k in range(verb + 3, verb + 5) if tokens.at(k) == "that"), 0)
    if clause and tag(tokens.word[clause - 1])[0] != "p":
        return False
    if word in ("reported", "confirmed") and after in _FATES:
        return not is_number(tokens.at(verb + 2) or ".")
    if word not in _LISTED or after == "to" or tag(after or ".")[0] != "p":
        return word in _LISTED and after in ARE  # "the loss recorded was"
    papers = after == "in" and not attribution("noun").isdisjoint(tokens.word[verb + 2 : verb + 6])
    return not (papers or after == "on") or not _publishes(tokens, verb - 1)


def _publishes(tokens: Tokens, k: int) -> bool:
    """ "the Daily Herald reported on Friday", "state radio reported on Friday"."""
    word = tokens.word[k]
    named = tokens.capital(k) and tag(word)[:2] != "ns"
    return named or word in attribution("noun") or word in nouns("institution")


def is_verb(tokens: Tokens, k: int) -> bool:
    """Whether token `k` is a verb, as far as its form tells, and no source ("state")."""
    word = tokens.word[k]
    return tag(word)[0] in "vm" and tokens.raw[k].islower() and word not in attribution("noun")
