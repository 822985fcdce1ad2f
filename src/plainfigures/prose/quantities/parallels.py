"""Parallels: whether a bare number stands beside one that names its unit, before or after it."""

from plainfigures.prose.nouns.changes import movements
from plainfigures.prose.nouns.heads import NOMINAL, names_one, names_time
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.naming import is_times, sizes_group
from plainfigures.prose.quantities.pure import encloses, is_pure
from plainfigures.prose.quantities.slots import fills_slot, takes_slot
from plainfigures.prose.speakers.subjects import says
from plainfigures.prose.words.closed import DEFINITE, DETERMINERS
from plainfigures.prose.words.helpers import HELPERS, REMAIN
from plainfigures.prose.words.lexicon import tag, units, verb_lemmas
from plainfigures.prose.words.number import is_number, word_at
from plainfigures.prose.words.signs import ARE, CLOSERS, CROSSES, JOINERS, MONEY, WHO_OR_WHICH
from plainfigures.prose.words.tokens import DASHES, Tokens

_JOINERS = DASHES | JOINERS | CROSSES | {"to", "/"}
_BY = (["by"], ["-", "by", "-"])  # "10 by 12 feet"
_PARALLEL = frozenset("and or , from versus vs against compared with than".split())
# Behind these, with "the", stands what another number is compared with.
SET_AGAINST = frozenset("below above under beyond than against".split())
_AGAINST = SET_AGAINST | {"with", "to"}
_AIMS = frozenset("target goal aim plan quota forecast ceiling estimate".split())
_TOTALS = [["of", one, "total", "of"] for one in ("a", "the", "its")]
_OF_SOME = [["of"], *(["of", own] for own in sorted({"a", "an", "some"} | DEFINITE)), *_TOTALS]
_OF_WHOLE = (
    *_OF_SOME,
    *(["out", *some] for some in _OF_SOME),
)
# How many words may lie between two numbers of one list.
FURTHEST = 14
_OWNED = 5
_NEAR = 6
# Within so many tokens a time follows: "Paris 4 million *a month later*".
_DATED = 3
# "After nine days, eighteen were dead": the subject of a verb is no further measure.
_VERBS = ARE | {"have", "had"}
_SPARING = ("unit", "percent")
_OPENERS = frozenset((",", "and", ")"))
_NAMED_AFTER = frozenset((",", ";", "and", "which", ":", "(", "while"))
_NOMINAL = frozenset(("n", "ns", "a", "d", ""))
_MOST_PERCENT = 1000
_WHOLE = 100
# A lesser sum is told in the scale of the one before it.
LEAST_SUM = 1000
_WHEN = frozenset("after before since ago later earlier".split())
PERIODS = frozenset(
    "second minute hour morning afternoon evening night day week month year decade".split()
)
# what may stand before each percentage of a list, and after a number that is one of them
_OTHERS = frozenset(("other", "others"))
_ACTS, _REACHED = frozenset(("v", "vd")), frozenset(("to", "at"))
_ARE_LEFT = (["are", "left"], ["were", "left"], ["are", "still"], ["were", "still"])
_LEAVING, _LEFT = frozenset(("leaving", "leaves", "left")), CLOSERS | {"still", "yet", "to"}
_SHARED, _LENDERS = frozenset(("each", "apiece")), ("noun", "unit", "percent", "money")
_STRICT = ("percent", "money", "unit", "point")


def takes_after(tokens: Tokens, q: Quantity, after: Quantity) -> bool:
    """Whether a bare number stands in one list with the quantity after it."""
    lends = after.kind in _LENDERS or after.inherited
    peopled = tokens.at(q.phrase_first - 1) == "population"  # "population 40, 900 francs"
    if not lends or peopled or _is_confidence(tokens, after) or is_pure(tokens, q):
        return False
    if after.kind == "percent" and q.value is not None and q.value > _MOST_PERCENT:
        return False
    between = tokens.word[q.phrase_last : after.phrase_first]
    if after.kind == "percent" and (between == [",", "or"] or encloses(tokens, q, after)):
        return False  # "they lost 247, or 36.7 per cent", "in Oro (90, 4%)"
    if between == [","] and tokens.at(q.first - 1) == "of" and names_one(tokens.at(q.first - 2)):
        return False  # "a teacher of 61, three coffins"
    if after.fraction and not q.fraction and "," in between:
        return False  # "gave less than 150, two thirds of it in cash"
    if after.kind == "unit" and (not between or is_times(tokens, q, after)):
        return False  # "against 40,100 twelve months earlier"
    if between == [","] and after.unit in PERIODS and tokens.at(after.phrase_last) in _WHEN:
        return False  # "hurt 36, nearly two weeks after the raid"
    if between == [","] and not after.inherited and after.noun is not None:
        if after.noun.head in NOMINAL:
            return False  # "death toll at 212, 40 missing"
    if "and" in between and sizes_group(tokens, q):
        return False  # "a staff of 42 and 18 classrooms"
    if between in ([], [","]) and after.kind == "money" and tokens.word[after.first] in MONEY:
        return False  # "for 12, $35 each", "a case of 12 $90"
    owner = between[:-1] if between and tag(between[-1])[0] == "a" else between
    owned = owner[:1] == ["of"] and owner[-1:] == ["'s"] and len(owner) <= _OWNED
    if between[:2] == ["of", "the"] and len(between) == 3:
        return tag(between[2])[0] == "a"  # "28 of the original 60 families"
    if after.kind == "unit" and between == [",", "and"] and is_subject(tokens, after):
        # "2, 5, and 9 mg were used", but "dug up 900, and 12 hectares have been given back"
        return tokens.at(q.first - 1) == "," and tokens.at(q.first - 2)[-1:].isdecimal()
    if after.kind == "percent" and takes_slot(tokens, q, between):
        return True
    sides = after.kind == "unit" and between in _BY
    return owned or sides or between in _OF_WHOLE or _JOINERS.issuperset(between)


def takes_before(tokens: Tokens, q: Quantity, before: Quantity) -> bool:
    """Whether a bare number counts the same as the quantity before it."""
    between = tokens.word[before.phrase_last : q.phrase_first]
    while between and tag(between[-1]) == "r":  # "for two hours and sometimes three"
        between.pop()
    if between[-1:] == ["the"] and between[-2:-1] and between[-2] in SET_AGAINST:
        between = [*between[:-2], "than"]  # "cleared 9 hectares, well below the 14 planned"
    if sizes_group(tokens, q) or (before.kind == "noun" and tokens.at(q.last) in CROSSES):
        return False  # "seven cores, 2560 x 1440"
    if before.kind == "bare" and before.inherited:  # "8,000 in May, 7,000 in June and 900 in July"
        enclosed = between[:1] == [")"] and between[-1] == "("  # "Chad (900 mines), Mali (40)"
        return len(between) <= _NEAR and (enclosed or between[-1:] in ([","], ["and"]))
    if before.kind in ("bare", "multiple") or before.is_age or _is_confidence(tokens, before):
        return False
    if before.unit in PERIODS:
        if len(between) > _NEAR or (q.value or 0) >= LEAST_SUM:
            return False  # "in the first ten months of 2018, against 6,700 in 2017"
        if q.rate_over_time:
            return False  # "one tablet every four hours, no more than 6 a day"
    near = _near(tokens, q, before, between)
    if near is not None:
        return near
    if len(between) > FURTHEST or ";" in between or says(tokens, before.phrase_last):
        return False
    if len(between) > 2 and between[-1] in _REACHED and between[-2] in movements():
        # "the toll of the storm that razed two towns has risen to 85"; but "had brought in
        # 37 million francs, fell to 0.9 million"
        scaled = before.kind == "money" and word_at(tokens, q.last - 1)[0] == "scale"
        return scaled and _OPENERS.issuperset(between[:-2])
    if before.kind not in _STRICT:
        return _takes_noun(tokens, q, before, between)
    return not _is_apart(tokens, q, before) and _is_like(tokens, q, before, between)


def _near(tokens: Tokens, q: Quantity, before: Quantity, between: list[str]) -> bool | None:
    """What the words right beside the two numbers tell at once; None for nothing."""
    after = tokens.at(q.last)
    if (
        before.kind in _STRICT
        and between[-1:] == ["of"]
        and between[-2:-1]
        and between[-2] in _AIMS
    ):
        # "9.5 hectares of land, against a *target of* 12"
        return after in CLOSERS and not _AGAINST.isdisjoint(between[-5:-2])
    if before.kind == "percent":
        if after == "of" and is_number(tokens.at(q.last + 1)):
            return False  # "above 15 percent, compared with 22 of 40 the year before"
        if before.fraction and (q.value or q.low or 0) > _WHOLE:
            return False  # "a fifth of the mines, about 900, …"
        if fills_slot(tokens, q, before, between):
            return True
        if between[-1:] == ["'s"] and between[0] in _OPENERS:
            return after in CLOSERS  # "Oman's share was 17 percent and Chad's 9."
    if before.kind in ("money", "unit") and after in _OTHERS:
        return False  # "4 million from the EU and the rest from forty others"
    if before.kind == "unit" and (between in _OF_WHOLE or between == ["of", "the"]):
        return True  # "40 hectares of the 90 were cleared"
    if before.kind == "unit" and _parts_follow(tokens, q, before, between):
        return True
    return _is_left(tokens, q, before, between) or None


def _takes_noun(tokens: Tokens, q: Quantity, before: Quantity, between: list[str]) -> bool:
    """Whether a number counts the noun of the quantity before it, not what its subject has."""
    if before.attributive and (before.unit != "person" or (before.value or 0) % 1):
        return False  # "the 6.3-magnitude quake's toll is 212", "a three-course meal for two"
    if (q.value or 0) < 0 or tokens.at(q.last) in _SHARED:
        return False  # "it was four below zero", "the donors had promised a million each"
    if not between or before.unit == "person":
        return True
    # "seven countries received 88 million", "… which had received 88 million"
    if between[0] == "," and between[-1] != "," and between.count(",") == 2:
        between = between[between.index(",", 1) + 1 :]  # "one field, at Kell, gave up 900"
    related = between[0] in WHO_OR_WHICH
    if between[1:2] == [","] and between[-1] == "," and tag(between[0])[:2] == "vd":
        return False  # "two armies laid, by their own count, 900"
    if len(between) > 1 and tag(between[-1]) == "p,r":
        between = between[:-1]  # "one field gave up 900"
    if tag(between[-1])[:2] == "vd" and (between[0] in HELPERS or between[1:-1] == ["and"]):
        between = between[-1:]  # "eight teams have removed 900", "… found and destroyed 900"
    return not all(
        w in WHO_OR_WHICH or (tag(w)[0] == "v" and (related or w not in _VERBS)) for w in between
    )


def _is_apart(tokens: Tokens, q: Quantity, before: Quantity) -> bool:
    """Whether a measure or sum describes a noun, or a verb of its own follows the number."""
    after = tokens.at(q.last)
    kinds = tag(after or ".")  # "another $200, and a hundred lie on the floor"
    acts = kinds in _ACTS or (kinds[:2] == "vd" and tokens.at(q.last + 1) in DETERMINERS)
    if before.kind == "unit":  # "60mm mortars", "9 km away, 14 died", "12 were hurt"
        return acts or _describes(tokens, before)
    return acts and before.kind == "money"


def _is_like(tokens: Tokens, q: Quantity, before: Quantity, between: list[str]) -> bool:
    """Whether a number is parallel to a measure, sum or percentage before it."""
    if before.kind in _SPARING and _is_verbless(tokens, q, before):
        return True
    if before.kind == "unit" and tokens.at(q.last) in _VERBS:
        return False
    if _is_course(tokens, before, between):
        return True
    if before.kind == "money":
        if between[-2:] == ["of", "which"] or _is_after_its_name(tokens, q):
            return True
        if between[:3] == [",", "of", "which"]:
            return tokens.at(q.last) in CLOSERS  # "130 million lari, of which the budget has 25"
    if _does_the_same(tokens, q, before):
        return True
    # "rose 0.7 percent to 6,327": another kind of number, unless the two are parallel
    if not between or between[-1] not in _PARALLEL:
        return False
    if between[-1] == "with" and not {"compared", ",", "and"} & set(between):
        return False  # "paid $9,000 for one with 60k on it"
    return before.kind != "percent" or (q.value or 0) <= _MOST_PERCENT


def is_subject(tokens: Tokens, q: Quantity) -> bool:
    """Whether a verb follows right behind a quantity."""
    return tokens.at(q.phrase_last) in _VERBS or tag(tokens.at(q.phrase_last) or ".") in _ACTS


def _parts_follow(tokens: Tokens, q: Quantity, before: Quantity, between: list[str]) -> bool:
    """ "Of the 74 hectares that were mined, 51 have been cleared", "…, of which 51 were"."""
    if not is_subject(tokens, q):
        return False
    if before.inherited:  # "…, 51 were cleared and 23 are still mined"
        return between[-1:] == ["and"] and tokens.at(before.last) in _VERBS
    k = before.phrase_first - 1
    k -= tokens.at(k) in DETERMINERS
    opens = tokens.at(k) == "of" and (k == 0 or tokens.word[k - 1] in _OPENERS)
    return between[-2:] == ["of", "which"] or (opens and between[-1:] == [","])


def _is_confidence(tokens: Tokens, q: Quantity) -> bool:
    """ "0.82 (95% CI, 0.71-1.16)": how sure it is, of no number beside it."""
    return q.kind == "percent" and tokens.at(q.last) in ("ci", "confidence")


def _does_the_same(tokens: Tokens, q: Quantity, before: Quantity) -> bool:
    """ "cleared 40 hectares last year and means to *clear 30*": the same verb before both."""
    if q.phrase_first < 1 or before.phrase_first < 1:
        return False
    verbs = verb_lemmas(tokens.word[before.phrase_first - 1])
    return not set(verbs).isdisjoint(verb_lemmas(tokens.word[q.phrase_first - 1]))


def _is_left(tokens: Tokens, q: Quantity, before: Quantity, between: list[str]) -> bool:
    """ "cleared 40 hectares, *leaving 12 still* mined", "and *12 remain*": of the same land."""
    left = not _LEAVING.isdisjoint(between[-2:]) and tokens.at(q.last) in _LEFT
    stays = tokens.at(q.last) in REMAIN or tokens.word[q.last : q.last + 2] in _ARE_LEFT
    if not left and not (stays and between and between[-1] in _OPENERS | {";"}):
        return False
    entry = units().get((before.unit or "").replace("_", " "))
    return entry is not None and entry.dimension == "area"


def _is_after_its_name(tokens: Tokens, q: Quantity) -> bool:
    """ "$9 million, of which Norway 2.4, Chad 1.9 and Peru 1.2 million": each after its name."""
    if not is_named(tokens, q):
        return False
    dated = range(q.last, q.last + _DATED)
    return tokens.at(q.last) in CLOSERS or any(names_time(tokens, k) for k in dated)


def is_named(tokens: Tokens, q: Quantity) -> bool:
    """Whether right before a number nothing stands but a name that opens its part of a list."""
    k = tokens.name_start(q.phrase_first)
    named = k < q.phrase_first
    return named and tokens.at(k - 1 - (tokens.at(k - 1) == "the")) in _NAMED_AFTER


def _is_verbless(tokens: Tokens, q: Quantity, before: Quantity) -> bool:
    """ "the trust cleared 30 hectares, the army 12", "30 hectares) and Vidra (12)"."""
    between = tokens.word[before.phrase_last : q.phrase_first]
    if between[:1] == ["of"] and "," in between:  # "had 71 percent of the seats, the rest 22"
        between = between[between.index(",") :]
    opened = len(between) > 1 and between[0] in _OPENERS and between[-1] != "of"
    if not opened or tokens.at(q.last) not in CLOSERS:
        return False
    inner = [w for w in between if w not in _OPENERS and w not in ("(", "of")]  # "and *of* tea 9"
    if inner[-1:] and tag(inner[-1]) == "ns,v" and not tokens.capital(q.phrase_first - 1):
        return False  # "it tows 900 kg and seats seven"
    return bool(inner) and all(tag(w).split(",")[0] in _NOMINAL for w in inner)


def _describes(tokens: Tokens, q: Quantity) -> bool:
    """Whether a measure stands before its noun ("60mm mortars") and is lent to no number."""
    after = tokens.at(q.phrase_last)
    return after.isalpha() and "ns" in tag(after).split(",")


def _is_course(tokens: Tokens, before: Quantity, between: list[str]) -> bool:
    """ "from 21 mpg combined to 23", "grew by 2 percent and shrank by 1"."""
    if not between:
        return False
    opener = tokens.at(before.phrase_first - 1)
    if between[-1] == "to":
        return opener == "from" or (before.kind == "unit" and len(between) == 1)
    return between[-1] == "by" == opener
