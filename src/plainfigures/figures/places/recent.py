"""Recent: the place that the sentences right before a figure's told last."""

import re

from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.places.gifts import GIVE
from plainfigures.figures.places.mention import AGREED
from plainfigures.figures.places.strangers import is_of_part, strange_places
from plainfigures.figures.triggers.phrases import code_of
from plainfigures.prose.dates.years import year_like
from plainfigures.prose.nouns.heads import names_one
from plainfigures.prose.places.motion import LEFT
from plainfigures.prose.places.places import place_names
from plainfigures.prose.quantities.events import event_names, event_places
from plainfigures.prose.words.helpers import BE, HELPERS
from plainfigures.prose.words.lexicon import (
    groups,
    inflections,
    is_person,
    is_word,
    nouns,
    singular,
    speech_verbs,
    tag,
)
from plainfigures.prose.words.names import Name
from plainfigures.prose.words.sentences import sentences
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_WORD = re.compile(r"\b[A-Za-z][a-z]*\b")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_IN_YEAR = re.compile(rf"\b[Ii]n (?:[A-Z]\w+ )?({_YEAR.pattern})")
_AFTER = 80
_SENTENCES = 2
_INSIDE = frozenset(("in", "at"))
_REACH = 300
_LONGEST = 120
_LED = 8
_LONGEST_LABEL, _SPAN = 40, 5
# What one does where one is for a while.
_STAYING = tuple(
    "travel arrive fly visit serve work practise practice live reside stay speak talk preach "
    "appear address brief lecture teach study testify play perform train retire settle grow".split()
)
_ATTACKERS = frozenset("gunman bomber attacker assailant arsonist shooter driver rebel".split())
# "Protection.", "Security." head no place.
_ABSTRACT = ("tion", "sion", "ness", "ity", "ment", "ance", "ence", "ship", "ics")
_POWERS = frozenset("government regime administration".split())
_NOTING = ("report", "record", "register", "note")
_THINKING = ("call", "think", "believe", "hope", "fear", "know", "want")
# What a name may weigh: no more than one unknown after "in"; "the station in Bor".
_MOST, _MOST_OF_SITE = 1.5, 3.0
# Words of a sentence that tells of more than the one before.
WIDER = frozenset(
    "nationwide countrywide nationally overall altogether country nation total".split()
)


def recent_place(sentence: Sentence, low: int) -> str | None:
    """The place that the text from `low` to a sentence told last, a country after a smaller one.

    "Two buses collided near Bor. *Nine* were killed"; not where someone spoke or met.
    """
    if low >= sentence.start or is_wider(sentence.tokens.word):
        return None
    text = sentence.tokens.text
    start = max(low, sentence.start - _SENTENCES * _REACH)
    found = list(sentences(text, start, sentence.start))
    for first, last in reversed(found[-_SENTENCES:]):
        tokens = Tokens(text, first, last, _LONGEST)
        every = place_names(tokens)
        names = [one for one in every if tells(tokens, one)]
        names = names or strange_places(tokens) or event_places(tokens)
        if not names and any(tokens.word[one.first - 1] not in _INSIDE for one in every):
            return None  # "4,000 fled from Senn" stands between
        if names and _is_later(text[first:last], text[sentence.start : sentence.end]):
            return None
        if names:
            best = min(names, key=lambda one: (_is_country(tokens, one), -one.first))
            return sentence.original[tokens.start[best.first] : tokens.end[best.last - 1]]
    return _label(sentence, *found[0]) if found and start == low else None


def _is_later(before: str, text: str) -> bool:
    """ "A bridge fell at Bor *in 2001*. The floods *in 2004* killed 90": told of another year."""
    years = set(_IN_YEAR.findall(text))
    then = set(_YEAR.findall(before)) if years else years
    return bool(then) and then.isdisjoint(years)


def is_wider(word: list[str]) -> bool:
    """ "*Since the war began* 900 have died", "nationwide": told of more than the one before."""
    begun = word[0] == "since" and (word[1:2] == ["the"] or year_like("".join(word[1:2])))
    return begun or not WIDER.isdisjoint(word)


def _label(sentence: Sentence, start: int, end: int) -> str | None:
    """The name that opens a paragraph, with years at most ("1861-65 *Arvan*. A war ...")."""
    if end - start > _LONGEST_LABEL:
        return None
    tokens = Tokens(sentence.tokens.text, start, end)
    names = [k for k in range(tokens.size) if tokens.raw[k][0].isalpha()]
    if not names or names[-1] - names[0] >= len(names) or event_names(tokens):
        return None
    if not all(map(tokens.capital, names)):
        return None
    if any(one[0].isdecimal() and not year_like(one) for one in tokens.word):
        return None  # "Shot: 41"
    name = sentence.original[tokens.start[names[0]] : tokens.end[names[-1]]]
    last = tokens.word[names[-1]]
    # "Exports.", "The Mayor." are headings of another kind; years go with a place, and deeds or
    # events right behind it ("Arvan. *Fought* in May")
    after = [w.lower() for w in _WORD.findall(tokens.text, end, end + _AFTER)]
    deed = tag(after[0])[:1] == "v" or not nouns("event").isdisjoint(after) if after else False
    unsure = (names[0] == 0 and not deed) or is_word(last) or is_word(singular(last))
    unsure = unsure or is_person(singular(last)) or last in groups()  # "Army"
    unsure = unsure or last.endswith(_ABSTRACT)
    unsure = unsure or name.isupper() or f" {name.lower()}" in tokens.text  # "SHELTER", "Outlook"
    return None if unsure and code_of(name) is None else name


def _is_country(tokens: Tokens, name: Name) -> bool:
    return code_of(" ".join(tokens.raw[name.first : name.last])) is not None


def tells(tokens: Tokens, name: Name, named: float = _MOST) -> bool:
    """Whether something happens at a place: not where one met, spoke or comes from.

    A name may weigh as much as `named`.
    """
    most = named if tokens.capital(name.first) else _MOST_OF_SITE
    into = tokens.word[name.first - 1] == "into" and _is_country(tokens, name)  # "went into Chad"
    last = name.last - 1
    grounded = last > name.first and singular(tokens.word[last]) in nouns("place")
    named_last = tokens.capital(last) or (grounded and tokens.capital(last - 1))  # "Bor district"
    if (name.weight > most and not into) or not named_last:
        return False
    if any(
        w in nouns("body") and w not in nouns("place") for w in tokens.word[name.first : name.last]
    ):
        return False  # "at the Ministry of Works"
    before = tokens.word[max(0, name.first - _LED) : name.first]
    away = "from" in before[-2:] or (before and before[-1] in inflections("leave"))
    if away or "since" in before:
        return False  # "men from Tarvel", "she left Tarvel", "since the raid on Tarvel"
    if before[-1:] == ["in"] and _is_speakers(tokens, name):
        return False
    if not nouns("monument").isdisjoint(before[-2:-1]):
        return False  # "a monument in Bor"
    part = is_of_part(tokens, name.first - (before[-1:] == ["the"]))
    if part or before[-2:-1] == ["exile"]:
        return False
    said = before[before.index("that") :] if "that" in before else before  # not "said that"
    passive = before[-2:-1] and before[-2] in verb_forms(_NOTING) and not BE.isdisjoint(before)
    if passive or (before[-1:] and before[-1] in verb_forms(LEFT)):
        said = []  # "said gunmen attacked Bor", "clashes were reported in Bor"
    if not (nouns("meeting").isdisjoint(before) and speech_verbs().isdisjoint(said)):
        return False
    return AGREED.isdisjoint(before[-2:-1]) and not _stays(before)  # "5 million pledged in Bor"


def _stays(before: list[str]) -> bool:
    """ "*The minister arrived in* Bor": where one who is no attacker went or worked."""
    k = max((k for k, word in enumerate(before) if word in verb_forms(_STAYING)), default=0)
    subject = before[max(0, k - _SPAN) : k]
    return any(w in ("he", "she") or (names_one(w) and w not in _ATTACKERS) for w in subject)


def _is_speakers(tokens: Tokens, name: Name) -> bool:
    """ "The government *in Porto*", "all *in Porto* say": where those sit who speak or think.

    Or give: "a firm *in Porto* has pledged $2 million".
    """
    who, k = singular(tokens.at(name.first - 2)), name.last
    if who in _POWERS:
        return True
    while tokens.at(k) in HELPERS:
        k += 1
    gives = tokens.at(k) in verb_forms(GIVE) and (who in nouns("institution") or is_person(who))
    return gives or tokens.at(name.last) in speech_verbs() | verb_forms(_THINKING)
