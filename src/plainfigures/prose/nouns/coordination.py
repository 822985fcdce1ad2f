"""Coordination: the nouns that one number counts together ("40 women *and children*")."""

from plainfigures.prose.nouns.heads import DETERMINERS, NOMINAL, SPANS, Noun
from plainfigures.prose.nouns.nouns import walk
from plainfigures.prose.words.closed import OF_THEM, POSSESSIVES
from plainfigures.prose.words.lexicon import is_person, singular, speech_verbs, tag
from plainfigures.prose.words.number import is_number, past_bounds
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_PEOPLE = frozenset(("person", "family", "household"))
_OTHERS = POSSESSIVES | {"the", "other"}
# Verbs that lead to "of" behind their object.
_WITH_OF = tuple(
    "rob deprive strip rid cure relieve accuse convict acquit suspect inform warn remind assure "
    "notify cheat bereave".split()
)
_BODIES = frozenset("crew staff personnel clergy police".split())
# What a verb of its own may be by its form: "refugees and *displaced* persons".
_DESCRIBING = frozenset(("displaced", "disabled", "retired", "armed"))


def coordinated_end(tokens: Tokens, noun: Noun, first: int) -> int:
    """The end of a noun phrase with what is counted with it; `first` opens the whole phrase.

    "40 women and children were hurt", "900 men, women and old people"; but "killed 40 women and
    soldiers were seen" goes on with a clause of its own.
    """
    end = noun.last
    if tokens.at(end) == ",":
        end = _beside(tokens, noun, end + 1) or end
        end += end > noun.last and tokens.at(end) == ","
    if tokens.at(end) != "and":
        return noun.last
    last = _beside(tokens, noun, end + 1)
    if not last or (_is_object(tokens, first) and _is_verb(tokens, end + 1, last)):
        return noun.last
    return last


def _beside(tokens: Tokens, noun: Noun, k: int) -> int:
    """The end of several others of the kind of `noun` that token `k` begins; 0 where none do."""
    k += tokens.at(k) in _OTHERS
    other = walk(tokens, k, False)
    if other is None or other.first != k or is_number(tokens.at(other.last) or "."):
        return 0  # "laid 210,000 mines and Adrian forces | 90,000"
    alike = (noun.unit in _PEOPLE) == (other.unit in _PEOPLE)
    if not alike or not _are_many(tokens, other):
        return 0
    called = tokens.word[other.last - 2]
    told = other.head in NOMINAL and (called in _BODIES or is_person(singular(called)))
    return other.last - (told and other.last - k > 1)  # "left 40 Serbs and Roma | dead"


def _are_many(tokens: Tokens, noun: Noun) -> bool:
    """Whether a noun is a plural, or one of several people ("27 passengers and *crew*")."""
    kinds, named = tag(tokens.word[noun.last - 1]).split(","), tokens.capital(noun.last - 1)
    if noun.unit not in _PEOPLE:
        return kinds == ["ns"] and not named  # "two deaths | and Bor one", "and lists 112"
    return kinds[0] in ("ns", "a") or named or tokens.word[noun.last - 1] in _BODIES


def _is_object(tokens: Tokens, first: int) -> bool:
    """Whether the phrase from token `first` on is what a finite verb or a preposition leads to.

    "said 40 women and children were hurt" tells of these as its subject.
    """
    k = first - 1
    while k > 0 and tokens.word[k] in DETERMINERS:
        k -= 1
    before = tokens.at(k)
    if before == "of" or before.endswith("ing") or before in speech_verbs():
        return False
    return tag(before or ".")[0] in "vp"


def _is_verb(tokens: Tokens, second: int, last: int) -> bool:
    """Whether the words from token `second` on begin or are led by a verb of their own.

    "killed 40 women and *hired* men", "killed 40 women and men *were* hired"; but "left 40 women
    and men *dead*".
    """
    if tag(tokens.word[second])[0] == "v" and tokens.word[second] not in _DESCRIBING:
        return True
    if second + 1 == last and "vd" in tag(tokens.word[second]).split(","):
        # "killed eight girls and *maimed* at least 20"
        return is_number(tokens.at(past_bounds(tokens, last)))
    while tag(tokens.at(last) or ".")[0] == "r":
        last += 1
    return tag(tokens.at(last) or ".")[0] in "vm" and tokens.at(last) not in NOMINAL


def past_origin(tokens: Tokens, noun: Noun, first: int) -> int:
    """The end of people with what they are of ("40 men | *of the upper village* | were hurt").

    `first` opens the phrase: "*robbed* 12 boys of sight" tells what was taken from them.
    """
    k = noun.whole
    if noun.unit != "person" or tokens.at(k) != "of" or tokens.at(k + 1) in OF_THEM:
        return k
    if tokens.at(first - 1) in verb_forms(_WITH_OF):
        return k
    k += 1 + (tokens.at(k + 1) in DETERMINERS)
    whose = walk(tokens, k, True)
    if whose is None or whose.first != k or whose.head in SPANS:
        return noun.whole  # "the relatives of 40", "the dead of last year"
    told = whose.head in NOMINAL
    if told and whose.last == k + 1:
        return noun.whole  # "relatives of the missing"
    return whose.last - told  # "left 40 men of the village | dead"
