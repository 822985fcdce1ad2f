"""Trigger words that are nouns as well as verbs: which of the two one is, by its neighbours."""

from plainfigures.prose.units.currencies import SIGNS
from plainfigures.prose.words.helpers import BE, HAVE, HELPERS
from plainfigures.prose.words.lexicon import (
    calendar,
    currencies,
    is_person,
    nouns,
    singular,
    tag,
    verb_lemmas,
)
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import ENDS
from plainfigures.prose.words.tokens import Tokens

_OWNED = frozenset(("fund", "vote", "reserve"))
_HELPERS = frozenset("have has had are were will can may must should do did".split())
# Acts that are sums as well ("approved funding of").
_ACTS = frozenset("funding financing spending lending".split())
# The longest word that a title writes small.
_SHORT = 4
# "A $5 million grant" is one that was granted.
GRANTS = frozenset(("grant", "award"))
_HELP = frozenset("aid assistance support funding financing money".split())
# The most words of a sum with its article.
_LONGEST_SUM = 7
_OF_ACTS = frozenset("of for from to in by".split())
_LED = frozenset(("in", "of"))
_SUMMING = frozenset(("totalling", "totaling", "worth", "amounting"))
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
    # "they gathered in the town to pledge $3 million"
    **dict.fromkeys(
        ("gather", "gathers", "gathered"),
        frozenset("in at on to here there today yesterday around".split()),
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
_TRIES = frozenset(("shot", "cut", "hit", "burn"))
_CAUSES = frozenset(("cause", "causes"))
_OF_NO_USE = (
    _IDIOMS.keys()
    | _TAKEN
    | _TRIES
    | _QUITTING
    | frozenset("dead left death remains release return short need raised".split())
)
_BELONGINGS = frozenset("land lands property properties assets goods money artefacts".split())
_ROUGHLY = frozenset("about some nearly over almost around a an the".split())
_PRESS = frozenset(("press", "news", "media"))
_JOINS = frozenset(("to", "and", "or"))
_LEFT = frozenset("left leave leaves leaving the".split())
_DAYS = frozenset("day night morning evening afternoon week month year weekend".split())
_AT = frozenset("at of in from above below for".split())
_TAKERS = frozenset("taker takers taking holder holders".split())
_DETERMINERS = frozenset(
    "the a an its their his her our my your this that these those them it him us".split()
)


def is_noun(tokens: Tokens, i: int, kind: str, lemma: str) -> bool:
    """Whether a verb is a noun here ("the fund", "return of the dead", "grants from abroad")."""
    word = tokens.word[i]
    if kind not in ("verb", "intransitive"):
        return False
    if word.endswith("ing"):
        if word not in _ACTS:
            return False
        subject = tokens.at(i + 1) in HELPERS and tag(tokens.at(i - 1) or ".") == "d"
        return subject or tokens.at(i + 1) in _OF_ACTS
    if word == "mine" and tag(tokens.at(i + 1) or ".")[0] == "n":
        return tokens.at(i - 1) != "to"  # "mine action"
    if word == "mines" and tokens.at(i + 1) in ENDS:
        return True  # "anti-tank mines, from 9 hectares"
    if word not in (lemma, lemma + "s"):
        return False
    if "n" not in tag(word).replace("ns", "n").split(","):
        return False
    if tokens.at(i + 1) == "of" and tokens.at(i - 1) != "to":
        return True
    if lemma in _OWNED and tokens.at(i - 1) == "'s":
        return True  # "paid to the minister's fund"
    if word != lemma and lemma in GRANTS and tokens.at(i + 1) in _SUMMING:
        return True  # "gave Chad grants totalling $4 million"
    if i and lemma not in GRANTS and _is_of_sum(tokens, i):
        return True
    if i and tag(tokens.word[i - 1]) == "p" and tokens.word[i - 1] != "to":
        return True  # "because of surrenders", "in flight"
    led = i > 0 and tag(tokens.word[i - 1]).split(",")[0] == "n"
    if word != lemma and lemma in GRANTS and led and tokens.at(i + 1) in _OF_ACTS:
        return True  # "emergency grants for the town"
    if word != lemma and (
        i == 0
        or tag(tokens.word[i - 1]) == "a"
        or tag(tokens.word[i - 1])[:2] == "vd"  # "earmarked funds"
        or tokens.at(i + 1) == "from"
        or tokens.at(i + 1) in _HELPERS  # "mines have been found"
    ):
        return True
    if lemma in GRANTS and tokens.at(i + 1) in _HELP and i:  # "extended grant aid"
        before = tokens.word[i - 1]
        return before not in _HELPERS and tag(before)[0] in "advn" and tag(before)[:2] != "ns"
    k, kinds = i - 1, ("a", "n", "vg") if lemma == "fund" else ("a", "n")  # "the demining fund"
    reach = 4 if tokens.at(i - 2) == "-" else 2  # "in longer-term loans"
    while k >= max(0, i - reach) and (
        tag(tokens.word[k]).split(",")[0] in kinds
        or tokens.raw[k].isupper()
        or "-" in tokens.word[k : k + 2]
    ):
        k -= 1
    if k < i - 1 and tokens.at(k) in _LED and word != lemma:
        return True  # "$3 million in EU loans"
    if k < i - 1 and _gives_to(tokens, i + 1):
        return False  # "the war cost the town 90 men"
    if word == "mines" and any(map(is_number, tokens.word[max(0, k) : i])):
        return True  # "lifted 900 anti-tank mines so far"
    return k >= 0 and tag(tokens.word[k]) == "d"


def is_deed(tokens: Tokens, i: int) -> bool:
    """Whether a word of a state is a verb here, with an object ("burned it", "has fallen")."""
    tags, before = tag(tokens.word[i]), tokens.at(i - 1)
    if before in HAVE and tags[0] == "v":
        return True  # no fallen soldier
    if before == "and" and tags.startswith("vd"):
        after = tokens.at(i + 1)
        if after in SIGNS or is_number(after):
            return True  # "sought aid of $5 million and received $1 million"
    acts = i > 0 and tags.startswith("vd") and before not in HELPERS and before not in _LEFT
    if not acts or is_number(before) or tokens.at(i + 1) not in _DETERMINERS:
        return False
    return _DAYS.isdisjoint(tokens.word[i + 2 : i + 4])  # "those hurt the night before"


def is_else(tokens: Tokens, i: int) -> bool:
    """ "percentage points", "hostage-takers", "moving in on a town": where a word is of no use."""
    after = tokens.at(i + 1)
    if after == "-":  # "kill -9 1234"
        led = tokens.at(i + 2)
        return led in _TAKERS or led.isdecimal() or tokens.word[i] == "short"  # "short-term"
    if after in ("point", "points") or (after == "in" and tokens.at(i + 2) == "on"):
        return True
    word = tokens.word[i]
    if word not in _OF_NO_USE:
        return False
    before = tokens.at(i - 1)
    if word == "remains":
        return before == "one"  # "only one remains"
    if word == "release" and before in _PRESS:
        return True
    if word == "return" and after == "of":
        return tokens.at(i + 2 + (tokens.at(i + 2) in _DETERMINERS)) in _BELONGINGS
    if word == "short" and after in _JOINS:
        return True  # "short to medium term"
    if word in _QUITTING and singular(tokens.at(i + 1 + (after in _DETERMINERS))) in _SPOTS:
        return True  # "the boys left the path", "left their jobs"
    if word == "dead" and before == "half":
        return True
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


def is_in_name(tokens: Tokens, i: int, kind: str) -> bool:
    """Whether a capital word only names a body or an office ("the Relief Coordinator").

    A verb has none but in a title, where all long words have one.
    """
    if kind in ("verb", "intransitive"):
        found = tokens.capital(i - 1) or tokens.capital(i + 1)
    else:
        after = singular(tokens.at(i + 1))
        found = tokens.capital(i + 1) and (after in nouns("body") or is_person(after))
    return found and any(raw.islower() and len(raw) > _SHORT for raw in tokens.raw)


def _is_of_sum(tokens: Tokens, i: int) -> bool:
    """ "a 3 million euro *fund* for them": the head of a phrase with a sum behind its article."""
    if tokens.at(i - 1) not in currencies() and not is_number(tokens.at(i - 1)):
        return False
    k = i - 1
    while (
        k > i - _LONGEST_SUM
        and k > 0
        and (
            is_number(tokens.word[k])
            or tokens.word[k] in currencies()
            or not tokens.word[k].isalpha()
        )
    ):
        k -= 1
    return k < i - 1 and tokens.word[k] in _DETERMINERS


def _gives_to(tokens: Tokens, k: int) -> bool:
    """Whether a noun and then a number stand at token `k`, as the two objects of a verb."""
    if tokens.at(k) not in _DETERMINERS:
        return False
    last = k + 1
    while last < min(k + 4, tokens.size) and tag(tokens.word[last]).split(",")[0] in ("a", "n"):
        last += 1
    return last < tokens.size and is_number(tokens.word[last])


def is_verb(tokens: Tokens, i: int) -> bool:
    """Whether a noun is a verb here ("to return", "remains its partner")."""
    if "v" not in tag(tokens.word[i]).split(",") and not verb_lemmas(tokens.word[i]):
        return False
    if i > 0 and tokens.word[i - 1] == "to":
        return True
    gerund = i > 0 and tokens.word[i].endswith("ing") and tag(tokens.word[i - 1]) == "p"
    if gerund and "ns" in tag(tokens.at(i + 1) or "."):
        return True  # "charged with killing guards"
    after = tokens.at(i + 1)
    if tokens.word[i] == "cost" and i > 0 and tag(tokens.word[i - 1])[:1] == "n":
        # "the work cost $4 million", "relief cost the Treasury"
        return after in SIGNS or is_number(after) or after in _DETERMINERS
    if tokens.word[i] == "remains" and after in ("as", "at"):
        return True  # "their number remains as high as 900"
    return after in _DETERMINERS and tokens.raw[i + 1] != "US"  # "needs US$ 3 million"
