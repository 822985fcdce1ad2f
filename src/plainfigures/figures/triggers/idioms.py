"""Idioms: where a trigger's word says something else ("killed time", "missing the deadline")."""

from collections.abc import Callable, Iterable

from plainfigures.figures.triggers.nominal import DETERMINERS, MISSED, is_missed
from plainfigures.prose.units.prices import SIGNS
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import calendar, currencies, is_person, nouns, singular, tag
from plainfigures.prose.words.tokens import Tokens

# Whether the word at a token says something else there.
Question = Callable[[Tokens, int], bool]

_OUT = frozenset("out around about onto up back over".split())
_RATES = frozenset("rate rates ratio ratios risk certificate certificates row duty".split())
_SUICIDAL = frozenset(
    "attack attacks attacker attackers bomb bombs bomber bombers bombing bombings blast blasts car "
    "mission missions raid raids squad squads vest vests".split()
)
# Words that are of no use before some others ("hang out", "a death rate", "a view to die for").
_IDIOMS = {
    **dict.fromkeys("hang hangs hanging hung".split(), _OUT | {"on", "above", "beside"}),
    **dict.fromkeys("death mortality injury fatality casualty murder homicide".split(), _RATES),
    "suicide": _RATES | _SUICIDAL,
    # "the court held that", "they found that", "it is clear that"
    **dict.fromkeys("hold holds held find finds found clear".split(), frozenset(("that",))),
    **dict.fromkeys(("wound", "wounds"), frozenset(("up", "down"))),
    **dict.fromkeys("move moves moved moving".split(), frozenset(("forward", "ahead"))),
    "toll": frozenset("road roads bridge bridges booth booths gate gates plaza house".split()),
    "cut": frozenset(("above",)),
    "pressed": frozenset(("into", "on", "upon")),  # "pressed into their hands"
    "dug": frozenset(("into",)),  # "still dug into the soil": in it
    # "they gathered in the town to pledge $3 million"
    **dict.fromkeys(
        ("gather", "gathers", "gathered"),
        frozenset("in at on to here there today yesterday around".split()),
    ),
    **dict.fromkeys(
        "draw draws drew drawn drawing attract attracts attracted attracting raise raises raised "
        "raising".split(),
        frozenset(
            "attention awareness concern concerns criticism fears hopes praise questions up".split()
        ),
    ),
    "shooting": frozenset(("star", "stars", "guard", "range", "schedule", "script")),
    "missing": MISSED,
    "dying": frozenset(("to", "laughing", "for")),
}
_QUITTING = frozenset("left leave leaves leaving".split())
# What people leave without a flight.
_SPOTS = frozenset(
    "path footpath road track trail route pavement room hall table office desk car bus train truck "
    "lorry scene stage field pitch bed building meeting session church mosque market ground shore "
    "harbour port station party army force service job post".split()
)
_TAKEN = frozenset("captured shot seized".split())
_RECORDS = frozenset("video videotape tape film camera cctv footage celluloid".split())
_TRIES = frozenset(("shot", "hit", "burn"))
_KILLING = frozenset("kill kills killed killing".split())
_LOSING = frozenset("lose loses lost losing".split())
# What is killed and does not die; who takes people, and what else people are lost to.
_UNSLAIN = frozenset(
    "time hour evening afternoon bill deal plan idea story project proposal hope dream "
    "amendment appetite engine rumour rumor motion law".split()
)
_THIS = frozenset(("this", "that", "last"))
_WHENCE = frozenset("earlier ago before later after on from".split())
# To what people are lost who are alive.
ALIVE_IN = frozenset(
    "rival competitor retirement injury emigration abroad recruiter competition transfer post job "
    "employer sector suspension desertion resignation".split()
)
_LOST_REACH = 8
_GOING_ON = frozenset(
    "continue continues continued continuing began begin begins begun start started helped".split()
)
_GIVING = frozenset(("provide", "give", "spend"))
_SUNK = frozenset(("drowned", "fallen"))
_FUNDS = frozenset(("fund", "funds", "appeal"))
_PLEDGED = frozenset("pledge pledges pledged promised promises".split())
_LOANS = frozenset("loan loans debt debts credit credits".split())
_NEAR = 5  # words from what was pledged to the fund
_BELONGINGS = frozenset("land lands property properties assets goods money artefacts".split())
_ROUGHLY = frozenset("about some nearly over almost around a an the".split())
# What is held by nobody's force.
_HELD = frozenset(
    "record records title titles talks meeting meetings election elections conference hearing "
    "ceremony event office".split()
)
_AT = frozenset("at of in from above below for".split())
_LISTS = frozenset("list lists register registers roll rolls office post posts".split())
_TAKERS = frozenset("taker takers taking holder holders".split())
_COMPOUND = frozenset("short toll lower higher".split())  # "short-term", "lower-priced"


def is_else(tokens: Tokens, i: int) -> bool:
    """ "percentage points", "hostage-takers", "moving in on a town": where a word is of no use."""
    after = tokens.at(i + 1)
    if after == "-":  # "kill -9 1234"
        led = tokens.at(i + 2)
        signed = led.isdecimal() and tokens.tight(i + 2)  # but "Mines cleared - 46"
        return led in _TAKERS or signed or (tokens.word[i] in _COMPOUND and tokens.glued(i + 1))
    if after in ("point", "points") or (after == "in" and tokens.at(i + 2) == "on"):
        return True
    word = tokens.word[i]
    if tokens.word[i : i + 3] == ["missing", "out", "of"]:
        return False  # "37 killed and 5 missing out of 150"
    return after in _IDIOMS.get(word, ()) or any(no(tokens, i) for no in _OF_NO_USE.get(word, ()))


def is_of_use(tokens: Tokens, last: int) -> bool:
    """Whether a phrase of triggers says what it seems to: no class or chance was missed.

    Nor did somebody go back for a coat, or a match take the | home | side a while.
    """
    if is_missed(tokens, last - 1):
        return False
    final, after = tokens.word[last - 1], tokens.at(last)
    if final == "with" and tokens.word[last - 2] == "deal":
        return tag(tokens.at(last - 3) or ".")[0] not in "dan"  # "signed a peace deal with them"
    if final == "in" and singular(after) in nouns("gift"):
        return False  # "poured $3 million in | aid into the city"
    if final == "from" and not _LISTS.isdisjoint(tokens.word[last : last + 3]):
        return False  # "removed 900 people from its list"
    if final == "up" and after == "to" and tokens.word[last - 2].startswith("round"):
        return False  # "a figure that some have rounded up to a million"
    if final == "on" and after in ("average", "balance", *calendar("weekday")):
        return False  # "trade falls on average by 7 percent", "fell on Monday by 7 percent"
    if final == "on" and any(one in calendar("month") for one in tokens.word[last : last + 2]):
        return False
    if final == "home" and tokens.word[last - 2] in ("the", "their"):
        return tag(after or ".")[0] != "n"
    return not (final == "back" and after == "for" and tokens.at(last + 1) in DETERMINERS)


def is_bound(tokens: Tokens, i: int) -> bool:
    """ "2 percent of exports *up* to $5 million": a bound, but "exports are up to 12 percent"."""
    before = tokens.at(i - 1)
    up_to = tokens.word[i] == "up" and tokens.at(i + 1) == "to"
    rises = before in BE or (tag(before or ".")[0] == "v" and before != "including")
    return up_to and not rises


def _is_of_time(tokens: Tokens, i: int) -> bool:
    """ "*killed* too many evenings", "*killed* the bill": no people."""
    k = i + 1
    while tokens.at(k) not in _THIS and tag(tokens.at(k) or ".").split(",")[0] in ("d", "a", "r"):
        k += 1
    return singular(tokens.at(k)) in _UNSLAIN and tokens.at(k + 1) not in _WHENCE


def _is_alive(tokens: Tokens, i: int) -> bool:
    """ "*lost* 60 welders to a rival", "… to better-paid jobs": people who work elsewhere now."""
    k = i + 1
    word = tokens.word[k : k + _LOST_REACH]
    if "to" not in word:
        return False
    to = k + word.index("to") + 1
    to += tokens.at(to) in DETERMINERS
    while singular(tokens.at(to)) not in ALIVE_IN:
        kind = tag(tokens.at(to) or ".").split(",")[0]
        if tokens.at(to) != "-" and kind not in ("a", "r", "vd"):
            return False
        to += 1
    return True


def _is_to_give(tokens: Tokens, i: int) -> bool:
    """ "continues *to* provide"."""
    return tokens.at(i - 1) in _GOING_ON and tokens.at(i + 1) in _GIVING


def _is_pledged_to(tokens: Tokens, i: int) -> bool:
    """ "the amount pledged to the *fund* has reached $9 million"."""
    near = tokens.word[max(0, i - _NEAR) : i]
    return "to" in near and not _PLEDGED.isdisjoint(near)


def _repays_others(tokens: Tokens, i: int) -> bool:
    """ "used $4 million to *repay* bank loans", but "loans to repay"."""
    return not _LOANS.isdisjoint(tokens.word[i + 1 : i + _NEAR])


def _is_sunk_place(tokens: Tokens, i: int) -> bool:
    """ "people in *drowned* villages"."""
    after = tokens.at(i + 1)
    led = tag(tokens.at(i - 1) or ".") == "p"
    return led and tag(after or ".")[0] == "n" and not is_person(singular(after))


def _is_quitting(tokens: Tokens, i: int) -> bool:
    """ "the boys *left* the path", "*left* their jobs"."""
    return singular(tokens.at(i + 1 + (tokens.at(i + 1) in DETERMINERS))) in _SPOTS


def _is_of_belongings(tokens: Tokens, i: int) -> bool:
    """ "the *return* of the land"."""
    of = tokens.at(i + 1) == "of"
    return of and tokens.at(i + 2 + (tokens.at(i + 2) in DETERMINERS)) in _BELONGINGS


def _is_described(tokens: Tokens, i: int) -> bool:
    """ "nine people live in *abandoned* houses"."""
    return tag(tokens.at(i - 1) or ".")[0] in "pd"


def _is_lasting(tokens: Tokens, i: int) -> bool:
    """ "a gift of $4 million to those in *need*"."""
    return tokens.at(i - 1) == "in" and tokens.at(i + 1) != "of"


def _is_moved_to(tokens: Tokens, i: int) -> bool:
    """ "the offer was *raised* to $4 million": no more came in."""
    if tokens.at(i + 1) != "to":
        return False
    amount = tokens.at(i + 2 + (tokens.at(i + 2) in _ROUGHLY))
    return amount in SIGNS or amount in currencies()


def _is_of_noun(tokens: Tokens, i: int) -> bool:
    """ "a 12 percent *lower* catch of fish": what changed is named behind it."""
    named = not {"n", "ns", "vg"}.isdisjoint(tag(tokens.at(i + 1) or ".").split(","))
    named = named and tokens.at(i + 2) not in ("on", "-", "over")  # "lower year on year"
    return named and tokens.at(i - 1) in ("percent", "%", "cent")


def _is_cause(tokens: Tokens, i: int) -> bool:
    """ "a leading cause of *death* for people under 44"."""
    caused = tokens.at(i - 1) == "of" and tokens.at(i - 2) in ("cause", "causes")
    return caused and tokens.at(i + 1) != "of"


def _is_filmed(tokens: Tokens, i: int) -> bool:
    """ "*captured* on film"."""
    return tokens.at(i + 1) == "on" and tokens.at(i + 2) in _RECORDS


def _is_try(tokens: Tokens, i: int) -> bool:
    """ "have a *shot* at", "gave it my best *shot*"."""
    before = tokens.at(i - 1)
    return (before in ("a", "another") and tokens.at(i + 1) in _AT) or tag(before or ".") == "a"


def _behind(*words: str) -> Question:
    """ "half *dead*", "press *release*", "only one *remains*": a word of no use behind these."""
    return lambda tokens, i: tokens.at(i - 1) in words


def _before(*words: str) -> Question:
    """ "*short* to medium term", "the money *left* over": a word of no use before these."""
    return lambda tokens, i: tokens.at(i + 1) in words


def _asked(*pairs: tuple[Iterable[str], Question]) -> dict[str, list[Question]]:
    """What is asked of each word."""
    asked: dict[str, list[Question]] = {}
    for words, question in pairs:
        for word in words:
            asked.setdefault(word, []).append(question)
    return asked


# What is asked of some words; where one of the answers is yes, the word says something else.
_OF_NO_USE = _asked(
    (_KILLING, _is_of_time),
    (_LOSING, _is_alive),
    (["remains"], _behind("one")),
    (["to"], _is_to_give),
    (_FUNDS, _is_pledged_to),
    (["repay"], _repays_others),
    (_SUNK, _is_sunk_place),
    (["release"], _behind("press", "news", "media")),
    (["held"], _behind(*_HELD)),
    (["return"], _is_of_belongings),
    (["short"], _before("to", "and", "or")),
    (_QUITTING, _is_quitting),
    (["left"], _before("over")),
    (["dead"], _behind("half")),
    (["abandoned"], _is_described),
    (["need"], _is_lasting),
    (["raised"], _is_moved_to),
    (["lower", "higher"], _is_of_noun),
    (["death"], _is_cause),
    (_TAKEN, _is_filmed),
    (_TRIES, _is_try),
)
