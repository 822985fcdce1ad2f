"""How far a noun phrase reaches, to the right of a token and to its left."""

from plainfigures.prose.nouns import changes
from plainfigures.prose.words.closed import OF_THEM, RELATIVES, SUBJECTS
from plainfigures.prose.words.helpers import BE, HAVING, HELPERS
from plainfigures.prose.words.lexicon import calendar, countries, nouns, singular, tag, verb_lemmas
from plainfigures.prose.words.names import is_currency
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import MONEY, OPEN_DOUBLE
from plainfigures.prose.words.stems import pasts
from plainfigures.prose.words.tokens import Tokens

# (first token, token after the last)
Span = tuple[int, int]
# The fewest tokens before the last of a name with "of" or "for".
_LEAST = 2

DETERMINERS = frozenset(
    "the a an its their his her our my your this that these those all any some such each every "
    "total own".split()
)
_PHRASE = frozenset("n ns a vg d".split())
_SIGNS = frozenset(("-", "'s", "'", "/", "&"))
_STOPS = frozenset(
    "to from by over with which who whom whose that in for on at between during since after before "
    "until as than through per via while when where if because plus not only alone also each "
    "last next this then now today yesterday ago said says".split()
)
_TIMES = frozenset(
    "second minute hour day night week weekend fortnight month quarter year decade century period "
    "half morning evening date time".split()
)
_DECADES = frozenset(
    "twenties thirties forties fifties sixties seventies eighties nineties".split()
)
_OF_OTHERS = frozenset(
    "including according depending following regarding concerning being having comprising".split()
)
# Behind these an adverb describes a noun.
_DESCRIBED = DETERMINERS | {"of", "'s", "'"}
# What a verb leads to and no noun ("for the fund and hopes that donors will match it").
_CLAUSED = frozenset(("that", "to"))
_ORDINALS = frozenset("first second third fourth fifth sixth next last final".split())
# What stands before a noun phrase: of exports of "glass" the glass.
_OPENING = DETERMINERS | OPEN_DOUBLE
_MOVED = frozenset("by from to about".split())
_THEM = OF_THEM | {"it", "us"}
_NOW = frozenset(("last", "this", "next"))
_WEEKS = frozenset("days weeks months years hours".split())
_FOR = frozenset(("for", "by", "with"))
_SUPERLATIVES = frozenset("most fewest more fewer".split())
_LEAVING = frozenset("leaving bringing taking putting making".split())
# "Members of *one* family"
_FEW = frozenset("one two three four several various many".split())
_MOST = 12
_SPANS = frozenset("week month year today yesterday".split())
_GOING_ON = BE | frozenset("began begun start started continued stopped keep kept resumed".split())
_GAVE = frozenset("provided gave given received spent announced raised made".split())


def right(tokens: Tokens, i: int, of: bool = True) -> Span | None:
    """The noun phrase that begins at token `i`, its determiners left out; None where none does.

    `of` takes in what follows "of"; words of time are no such phrase ("in the summer").
    """
    word, n = tokens.word, tokens.size
    first = i
    while first < n and (word[first] in _OPENING or word[first] in _ORDINALS):
        first += 1
    if word[first + 1 : first + 2] == ["-"] and word[first + 2 : first + 3] != []:
        if is_number(word[first]) and word[first + 2] in _TIMES:
            first += 3  # "the two-year | project"
    if word[first : first + 1] and word[first].endswith("ly") and tag(word[first]) == "r":
        first += 1 if first + 1 < n and _kind(tokens, first + 1) == "modifier" else 0
    last, j = first, first
    while j < n and j - first < _MOST:
        if j > first and word[j] in _NOW and tokens.at(j + 1) in _TIMES:
            break  # "for victims of the flood | last week"
        kind = _kind(tokens, j) if j == first or word[j] not in _OF_OTHERS else None
        if kind == "noun" or (j == first and _gerund(word[j])):
            last = j = j + 1
            if word[j - 1] in _WEEKS and tokens.at(j) not in _SIGNS:
                break  # "in the coming weeks | rations will be halved"
            if tokens.at(j) == "home" and tag(word[j - 1])[:2] == "ns":
                break  # "to bring 800 fans | home"
        elif kind == "modifier" or word[j] in _SIGNS:
            if word[j : j + 2] == ["a", "few"]:
                break  # "cotton | a few kilometres from here"
            j += 1
        elif j > first and word[j - 1] == "'s" and is_number(word[j]):
            first = last = j = j + 1  # "half of the city's 38 | schools"
        elif j > first and (word[j] == "and" or (of and word[j] == "of") or joins_names(tokens, j)):
            if not _continues(tokens, j + 1) or (word[j] == "and" and _gapped(tokens, j + 1)):
                break
            if word[j] == "and" and j in tokens.parted:
                break  # "for the clinics and | the fund has paid"
            if word[j] == "and" and word[j + 1] in ("a", "an") and first == i:
                break  # "90 kilometres of bush | and a village"
            j += 1
            while j < n and word[j] in _OPENING:
                j += 1
        else:
            break
    if last == first or is_time(tokens, first, last) or word[first] in _SIGNS:
        return None
    return first, last


def past_aim(tokens: Tokens, k: int) -> int:
    """The token behind what a number before token `k` is for ("for food *and support*"), or `k`."""
    span = right(tokens, k + 1) if tokens.at(k) == "for" else None
    return k if span is None else span[1]


def complement(tokens: Tokens, last: int) -> int:
    """The end of a counted noun with what follows "of" ("members of the security forces")."""
    if tokens.at(last) != "of" or tokens.at(last + 1) in _THEM:
        return last
    span = right(tokens, last + 1 + (tokens.at(last + 1) in _FEW))
    return last if span is None else span[1]


def left(tokens: Tokens, k: int) -> int:
    """The first token of the noun phrase whose noun is token `k`, its determiners left out."""
    first, floor = k, tokens.opened(k)
    while first > floor and k - first < _MOST:
        before = tokens.word[first - 1]
        described = before not in DETERMINERS and _kind(tokens, first - 1) is not None
        giver = tokens.word[first - 2] if first > 1 else "."
        acts = tag(before)[:2] == "vd" and giver not in nouns("event") and giver.isalpha()
        if (acts and tag(giver)[0] == "n") or (giver == "," and before in _GAVE):
            break  # "the government | provided new funds of $5 million"
        if (not described and before not in _SIGNS) or (giver in SUBJECTS and before[-3:] != "ing"):
            break  # nor "when *I met* | refugees"
        if tag(before)[:2] == "vg" and tokens.at(first - 2) in _GOING_ON:
            break  # "had been counting | amputations"
        if before in _LEAVING and tokens.at(first - 2) in (",", "and"):
            break  # ", leaving | food assistance short"
        first -= 1
    while first < k and (
        tokens.word[first] in _SIGNS
        or tokens.word[first] in _SUPERLATIVES
        or _of_perfect(tokens, first)
    ):
        first += 1
    if first + 1 < k and tokens.word[first] in _SPANS and tokens.word[first + 1] == "'s":
        first += 2  # "last week's | budget"
    if tokens.at(first - 1) == "-" and is_number(tokens.at(first - 2) or "."):
        first -= 2  # "the *three*-year plan"
    if first < k and tokens.at(first - 1) in ("", ".") and tag(tokens.word[first])[0] in "rpo":
        acts = tag(tokens.word[first])[0] == "o" and first + 1 < k
        first += 1 + acts  # "Meanwhile | subsidies", "Against | requirements", "It found | costs"
    return first


def _of_perfect(tokens: Tokens, k: int) -> bool:
    """Whether a participle is a verb ("has so far received contributions", "were given loans").

    Also "states which made pledges".
    """
    if "vd" not in tag(tokens.word[k]).split(","):
        return False
    if tokens.at(k - 1) in BE or tokens.at(k - 1) in RELATIVES:
        return True
    return not HAVING.isdisjoint(tokens.word[max(0, k - 3) : k])


def is_time(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a phrase says when: it ends in a unit of time, or names a month, day or season."""
    head = singular(tokens.word[last - 1])
    return (
        head in _TIMES
        or tokens.word[last - 1] in _DECADES
        or any(
            tokens.word[first] in calendar(kind) or tokens.word[last - 1] in calendar(kind)
            for kind in ("month", "weekday", "season")
        )
    )


def _kind(tokens: Tokens, j: int) -> str | None:
    """What a token is in a noun phrase: its noun, a modifier, or None where the phrase ends."""
    word, raw = tokens.word[j], tokens.raw[j]
    if not raw[0].isalpha() or word in _STOPS or word in ("of", "and"):
        return None
    if is_number(word) or (word in HELPERS and raw[0].islower()):
        return None
    if raw[0].isupper():
        money = is_currency(tokens, j) or (raw.isupper() and tokens.at(j + 1)[:1].isdecimal())
        return None if money else "noun"
    if tokens.at(j + 1) == "-" and tokens.glued(j + 1):
        return "modifier"
    if word in changes.verbs() and (is_number(tokens.at(j + 1)) or tokens.at(j + 1) in _MOVED):
        return None  # "exports to Chad rose by"
    if word in ("account", "accounts") and tokens.at(j + 1) == "for":
        return None
    tags, after = tag(word).split(","), tokens.at(j + 1)
    if tags[0] == "vd" and after == "by":
        return None  # "for farmers | hit by hail"
    if word in ("need", "needs") and after.endswith("ing"):
        return None  # "hectares of land | need clearing"
    if tags[0] == "v" and (after in MONEY or is_number(after or ".")):
        return None  # "the plan for the camps | needs $4 million"
    if tags[0] in ("n", "ns", "") or (word in nouns("trade")):
        return "noun"
    if word in pasts():
        return None  # "half of the accidents | took place"
    if tags[0] in _PHRASE or ("vd" in tags and _before_noun(tokens, j)):
        return "modifier"
    if tags == ["r"] and tokens.at(j - 1) in _DESCRIBED and _before_noun(tokens, j):
        return "modifier"  # "Chad's *overall* trade"
    if "ns" in tags or "n" in tags:
        return "noun" if tags[0] not in ("p", "c", "m", "x", "o") else None
    return None


def _gerund(word: str) -> bool:
    """ "for demining", "for repairing roads"."""
    return word not in _OF_OTHERS and "vg" in tag(word).split(",")


def joins_names(tokens: Tokens, j: int) -> bool:
    """ "Office for the Coordination": "for" inside a name, but not "Oxfam for Chad"."""
    if tokens.word[j] != "for" or not tokens.capital(j - 1):
        return False
    if tokens.word[j - 1] in calendar("weekday") or tokens.word[j - 1] in calendar("month"):
        return False  # "was approved on Tuesday for Oxfam"
    at = j + 2 if tokens.at(j + 1) == "the" else j + 1
    return tokens.capital(at) and not any(
        " ".join(tokens.raw[at : at + size]) in countries() for size in (1, 2)
    )


def ends_name(tokens: Tokens, k: int) -> bool:
    """ "the Commissioner for *Refugees*", "the Ministry of *Exiles*": people in a body's name."""
    if not tokens.capital(k):
        return False
    while tokens.capital(k - 1):
        k -= 1
    if k < _LEAST or joins_names(tokens, k - 1):
        return k >= _LEAST
    led = tokens.word[k - 1] in ("of", "on") and tokens.capital(k - 2)
    return led and tokens.word[k - 2] in nouns("institution") | nouns("title")


def _before_noun(tokens: Tokens, j: int) -> bool:
    """Whether a participle stands before a noun ("displaced families", "suspected mined land")."""
    after = tokens.at(j + 1)
    if not after or not after[0].isalpha():
        return False
    if tag(after)[:2] == "vd" or after == "and":  # "suspected and confirmed fields"
        k = j + 1 + (after == "and")
        return "vd" in tag(tokens.at(k) or ".").split(",") and _before_noun(tokens, k)
    return tag(after).split(",")[0] in ("n", "ns", "a", "vg")


def _continues(tokens: Tokens, j: int) -> bool:
    if tokens.at(j) == "the" and tokens.at(j + 1) in ("rest", "remainder", "others"):
        return False
    if tokens.at(j) == "that" and tag(tokens.at(j + 1) or ".")[:1] in ("d", "n"):
        plain = tag(tokens.at(j + 1)).split(",")[0] == "n"
        if not plain or tokens.capital(j + 1):
            return False  # "for the railway and *that donors* gave", "*that the* bridge fell"
    while j < tokens.size and tokens.word[j] in _OPENING:
        j += 1
    if j >= tokens.size or _kind(tokens, j) is None:
        return False
    return not (tokens.at(j + 1) in _CLAUSED and verb_lemmas(tokens.word[j]))


def _gapped(tokens: Tokens, j: int) -> bool:
    """ "machinery accounted for a third of imports and | oil for a fifth": a clause of its own."""
    while j < tokens.size and _kind(tokens, j) is not None:
        j += 1
    return tokens.at(j) in _FOR and is_number(tokens.at(j + 1) or ".")
