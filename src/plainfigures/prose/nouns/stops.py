"""Stops: the words at which a counted noun phrase ends, and the plurals with which it goes on."""

from plainfigures.prose.nouns.heads import MANY, names_time
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import is_person, nouns, singular, tag, verb_lemmas
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.stems import pasts
from plainfigures.prose.words.tokens import Tokens

STOPS = HELPERS.union(
    "and or but in on at to from by for with than that who which whose whom when where while as if "
    "because since until after before during under over into across among amid near per through "
    "within without against between via about around it they he she we i you this these those "
    "yesterday today tomorrow there here what only just then so x".split()
)
_WHEN = frozenset("last this next each every missing".split())
_BORNE = frozenset("suffered sustained received underwent fled committed".split())
# What befell those who are counted: "40 taken prisoners", "nine made widows".
_MADE = frozenset("taken made held turned rendered".split())
_STAYED = frozenset("remain remained stayed".split())
_MORE = frozenset(("more", "others"))
# Behind these stands what is given: "40 given aspirin", but "12 given names".
_GIVEN = frozenset("given fed shown offered taught denied assigned administered".split())
_LEVELS = frozenset(("stands", "remains"))
_OWING = frozenset(("due", "thanks", "owing"))
# What people lose of themselves.
_OWN = frozenset("life limb leg arm hand foot eye finger toe sight hearing home".split())
# What follows the verb of several ("40 work in Bor").
_BEHIND = frozenset(("to", "in", "at", "there", "here"))
# Verbs in -s that are never nouns.
VERBS_ALONE = frozenset(
    "says goes does has was is remains dies comes gives gets sits weighs seems becomes includes "
    "contains requires brings tells knows begins lets wants earns pays keeps loses provides "
    "consists belongs appears".split()
)


def goes_on(tokens: Tokens, at: int) -> bool:
    """Whether the word at `at` continues a phrase whose head is a plural: another plural."""
    if at >= tokens.size or not tokens.word[at][0].isalpha() or tokens.word[at] in STOPS:
        return False
    if tokens.word[at] == "ages" and is_number(tokens.at(at + 1)[:1]):
        return False  # "12 pupils ages 7 to 11"
    kinds = tag(tokens.word[at]).split(",")
    plural = tokens.word[at - 1].endswith("s") and tokens.word[at - 1] not in nouns("attributive")
    return "ns" in kinds and not (plural and verb_lemmas(tokens.word[at]))


def is_initials(tokens: Tokens, at: int) -> bool:
    """ "19 *IDPs* camps": a plural of initials that describes the noun after it."""
    raw, after = tokens.raw[at], tokens.at(at + 1)
    short = len(raw) > 2 and raw[:-1].isupper() and raw[-1] == "s"
    return short and "ns" in tag(after or ".").split(",")


def breaks_off(tokens: Tokens, at: int, first: int, one: bool) -> bool:
    """Whether what follows a phrase from token `first` begins at `at`; `one`: one is counted."""
    word, kinds = tokens.word[at], tag(tokens.word[at]).split(",")
    if (word in pasts() or word == "left") and not goes_on(tokens, at + 1):
        return True
    if word in _MADE and at == first and not one and tokens.at(at - 1) != "the":
        return True
    if kinds[0][:1] == "v" and at > first and tokens.capital(at - 1):
        if tokens.word[at - 1].endswith("ese") and not is_person(singular(tokens.at(at + 1))):
            return True  # "35,000 Congolese found shelter"
    if at == first and not one and _acts(tokens, at, kinds):
        return True  # "114,000 need help", "60 plan to leave"
    if word == "return" and at > first and not one and tokens.at(at + 1) in ("home", "to"):
        return True  # "86 displaced Malians return home"
    if word == "home" and not one and not goes_on(tokens, at + 1):
        return True  # "to have 900 more home by May"
    if word in _GIVEN and at == first and not one and not goes_on(tokens, at + 1):
        return True
    if word in _STAYED or (word == "right" and tokens.at(at + 1) in STOPS | {"now"}):
        return True  # "300 remained missing", "300 right now"
    if word in _BORNE and (at == first or tokens.word[at - 1] in _MORE) and not one:
        return True  # "100 suffered burns"
    if word in _LEVELS and at > first and tokens.at(at + 1) == "at":
        return True  # "the number of wounded stands at 40"
    if word in _OWING and tokens.at(at + 1) == "to":
        return True  # "a further 900 due to hunger"
    if word == "lost" and singular(tokens.at(at + 1)) in _OWN:
        return True  # "two lost limbs"
    if one and "ns" in kinds and verb_lemmas(word) and at == first:
        return True  # "one remains missing"
    return word in _WHEN and names_time(tokens, at + 1)  # "46 dead last year", "9 missing days on"


def _acts(tokens: Tokens, at: int, kinds: list[str]) -> bool:
    """Whether a word that may be a noun is the verb of several: no plural, and what follows it."""
    word, after = tokens.word[at], tokens.at(at + 1)
    if "v" not in kinds or "n" not in kinds or word in MANY:
        return False
    k = at - 1
    while k > 0 and is_number(tokens.word[k]):
        k -= 1
    if tag(tokens.word[k])[0] == "v":
        return False  # "caught 12 fish in the lake"
    if word == "need" and after.isalpha() and not goes_on(tokens, at + 1):
        return True
    return after in _BEHIND or is_number(after or ".") or tag(after or ".")[0] == "d"
