"""Idioms: where a trigger's word says something else ("killed time", "missing the deadline")."""

from plainfigures.figures.triggers.nominal import DETERMINERS
from plainfigures.prose.units.currencies import SIGNS
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import calendar, currencies, is_person, nouns, singular, tag
from plainfigures.prose.words.tokens import Tokens

_OUT = frozenset("out around about onto up back over".split())
_RATES = frozenset("rate rates ratio ratios risk certificate certificates row duty".split())
_SUICIDAL = frozenset(
    "attack attacks attacker attackers bomb bombs bomber bombers bombing bombings blast blasts car "
    "mission missions raid raids squad squads vest vests".split()
)
# Words that are of no use before some others ("hang out", "a death rate", "a view to die for").
_IDIOMS = {
    **dict.fromkeys("hang hangs hanging hung".split(), _OUT),
    **dict.fromkeys("death mortality injury fatality casualty murder homicide".split(), _RATES),
    "suicide": _RATES | _SUICIDAL,
    **dict.fromkeys(("hold", "holds", "held"), frozenset(("that",))),  # "the court held that"
    **dict.fromkeys(("wound", "wounds"), frozenset(("up", "down"))),
    "die": frozenset(("for",)),
    **dict.fromkeys("move moves moved moving".split(), frozenset(("forward", "ahead"))),
    "toll": frozenset("road roads bridge bridges booth booths gate gates plaza house".split()),
    "cut": frozenset(("above",)),
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
    "missing": frozenset("the a an their its his her out".split()),  # "missing the deadline"
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
_CAUSES = frozenset(("cause", "causes"))
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
_OF_NO_USE = (
    _IDIOMS.keys()
    | _KILLING
    | _LOSING
    | _TAKEN
    | _TRIES
    | _QUITTING
    | _FUNDS
    | _SUNK
    | frozenset(
        "abandoned dead left death remains release return short need raised to repay".split()
    )
)
_LOANS = frozenset("loan loans debt debts credit credits".split())
_NEAR = 5  # words from what was pledged to the fund
_BELONGINGS = frozenset("land lands property properties assets goods money artefacts".split())
_ROUGHLY = frozenset("about some nearly over almost around a an the".split())
_PRESS = frozenset(("press", "news", "media"))
# What is held by nobody's force.
_HELD = frozenset(
    "record records title titles talks meeting meetings election elections conference hearing "
    "ceremony event office".split()
)
_JOINS = frozenset(("to", "and", "or"))
_AT = frozenset("at of in from above below for".split())
_TAKERS = frozenset("taker takers taking holder holders".split())


def is_else(tokens: Tokens, i: int) -> bool:
    """ "percentage points", "hostage-takers", "moving in on a town": where a word is of no use."""
    after = tokens.at(i + 1)
    if after == "-":  # "kill -9 1234"
        led = tokens.at(i + 2)
        signed = led.isdecimal() and tokens.tight(i + 2)  # but "Mines cleared - 46"
        return led in _TAKERS or signed or tokens.word[i] in ("short", "toll")  # "short-term"
    if after in ("point", "points") or (after == "in" and tokens.at(i + 2) == "on"):
        return True
    word = tokens.word[i]
    if word not in _OF_NO_USE:
        return False
    if word in _KILLING:
        return _is_of_time(tokens, i + 1)
    if word in _LOSING:
        return _is_alive(tokens, i + 1)
    before = tokens.at(i - 1)
    if word == "remains":
        return before == "one"  # "only one remains"
    if word == "to":
        return before in _GOING_ON and after in _GIVING  # "continues | to provide"
    if word in _FUNDS:  # "the amount pledged to the | fund has reached $9 million"
        near = tokens.word[max(0, i - _NEAR) : i]
        return "to" in near and not _PLEDGED.isdisjoint(near)
    if word == "repay":  # "used $4 million to repay bank loans", but "loans to repay"
        return not _LOANS.isdisjoint(tokens.word[i + 1 : i + _NEAR])
    if word in _SUNK and tag(before or ".") == "p":  # "people in drowned villages"
        return tag(after or ".")[0] == "n" and not is_person(singular(after))
    if (word == "release" and before in _PRESS) or (word == "held" and before in _HELD):
        return True
    if word == "return" and after == "of":
        return tokens.at(i + 2 + (tokens.at(i + 2) in DETERMINERS)) in _BELONGINGS
    if word == "short" and after in _JOINS:
        return True  # "short to medium term"
    if word in _QUITTING and singular(tokens.at(i + 1 + (after in DETERMINERS))) in _SPOTS:
        return True  # "the boys left the path", "left their jobs"
    if word == "dead" and before == "half":
        return True
    if word == "abandoned":  # "nine people live in abandoned houses"
        return tag(before or ".")[0] in "pd"
    if word == "need":
        return before == "in" and after != "of"  # "a gift of $4 million to those in need"
    if word == "raised" and after == "to":  # "the offer was raised to $4 million": no more came in
        sum_at = i + 2 + (tokens.at(i + 2) in _ROUGHLY)
        return tokens.at(sum_at) in SIGNS or tokens.at(sum_at) in currencies()
    if word == "left" and after == "over":
        return True  # "the money left over"
    if word == "death" and before == "of" and tokens.at(i - 2) in _CAUSES:
        return after != "of"  # "a leading cause of death for people under 44"
    if word in _IDIOMS:
        return after in _IDIOMS[word] and (word != "die" or before == "to")
    if word in _TAKEN and after == "on" and tokens.at(i + 2) in _RECORDS:
        return True  # "captured on film"
    if word in _TRIES:  # "have a shot at", "gave it my best shot"
        return (before in ("a", "another") and after in _AT) or tag(before or ".") == "a"
    return False


def is_of_use(tokens: Tokens, last: int) -> bool:
    """Whether a phrase of triggers says what it seems to: no class or chance was missed.

    Nor did somebody go back for a coat, or a match take the | home | side a while.
    """
    if is_missed(tokens, last - 1):
        return False
    final, after = tokens.word[last - 1], tokens.at(last)
    if final == "in" and singular(after) in nouns("gift"):
        return False  # "poured $3 million in | aid into the city"
    if final == "on" and after in ("average", "balance"):
        return False  # "trade falls on average by 7 percent"
    if final == "home" and tokens.word[last - 2] in ("the", "their"):
        return tag(after or ".")[0] != "n"
    return not (final == "back" and after == "for" and tokens.at(last + 1) in DETERMINERS)


def is_missed(tokens: Tokens, i: int) -> bool:
    """ "900 pupils are missing | class", "… the deadline": a verb with an object, and nobody lost.

    But "nine are missing at sea", "nine were missing Friday".
    """
    if tokens.word[i] != "missing" or tokens.at(i - 1) not in BE:
        return False
    after = tokens.at(i + 1)
    if after in _IDIOMS["missing"]:
        return True
    if tag(after or ".").split(",")[0] not in ("n", "ns") or tokens.capital(i + 1):
        return False
    return not (is_person(singular(after)) or after in calendar("weekday"))


def is_bound(tokens: Tokens, i: int) -> bool:
    """ "2 percent of exports *up* to $5 million": a bound, but "exports are up to 12 percent"."""
    before = tokens.at(i - 1)
    up_to = tokens.word[i] == "up" and tokens.at(i + 1) == "to"
    rises = before in BE or (tag(before or ".")[0] == "v" and before != "including")
    return up_to and not rises


def _is_of_time(tokens: Tokens, k: int) -> bool:
    """ "killed | too many evenings", "killed the bill": no people."""
    while tokens.at(k) not in _THIS and tag(tokens.at(k) or ".").split(",")[0] in ("d", "a", "r"):
        k += 1
    return singular(tokens.at(k)) in _UNSLAIN and tokens.at(k + 1) not in _WHENCE


def _is_alive(tokens: Tokens, k: int) -> bool:
    """ "lost | 60 welders to a rival", "… to better-paid jobs": people who work elsewhere now."""
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
