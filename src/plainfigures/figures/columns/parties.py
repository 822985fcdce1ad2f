"""Parties: what givers and takers are called, without what is no name of their own."""

import re

from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.prose.words.bearers import is_nationality
from plainfigures.prose.words.lexicon import calendar, countries, nouns, places, singular, tag

# What says of itself neither who gives nor who takes.
GENERAL = frozenset(
    "group groups organization organizations organisation organisations countries nations "
    "participants people".split()
)
# They give and take nothing: where something happens, and what tells of it or is done.
_MEETINGS = frozenset("conference summit talks meeting round".split())
_WORK = nouns("paper") | frozenset(
    "data website media press newspaper statistics reconstruction rebuilding recovery clearance "
    "rehabilitation relief response effort purpose demining bid work".split()
)
_QUOTED, _OWNED = re.compile(' ["\u201c\u2018].*'), re.compile("['\u2019]s?$")
_ABSTRACT = ("tion", "sion", "ment")
_BACK = 4000


def call_by_names(own: dict[str, str], rules: dict[str, str], sentence: Sentence) -> None:
    """Leave of givers and takers their own words, and none of those that name nobody.

    So "Gaza" of "Gaza reconstruction", "the World Bank" for "the bank", and none for "countries",
    for a meeting, and for a nationality that stands before a sum.
    """
    for name in own.keys() & {"donor", "recipient"}:
        text = _own(_QUOTED.sub("", own[name]).split(), name)
        if text in GENERAL or singular(text.lower()) in nouns("body"):
            text = _named_before(sentence, text) or ("" if text in GENERAL else text)
        alone = rules[name][:13] == "before, after" and is_nationality(text) and text[-1] != "s"
        if alone or not text or (name == "recipient" and text == "country"):
            del own[name], rules[name]
            own.pop(f"{name}_code", None), rules.pop(f"{name}_code", None)
        else:
            own[name] = text


def _own(words: list[str], name: str) -> str:
    """The words of the one who gives or takes, of the work for which it is; or none."""
    low = [word.lower() for word in words]
    for k in range(1, len(words)):
        if low[k] in calendar("weekday") or tag(low[-1]) == "p":
            return ""  # "Lusaka on Friday", "Emergencies in | eight countries"
        before, plain = words[k - 1].islower(), words[k].islower()
        if plain and "vg" in tag(low[k]).split(",") and singular(low[k - 1]) != low[k - 1]:
            return _own(words[:k], name)  # "states | meeting in Oslo"
        if before and not plain and low[k - 1] in nouns("title"):
            return " ".join(words[: k - 1])  # "Caritas | president Ana Bo"
    end = next((k for k in range(1, len(words)) if tag(low[k]) == "p"), len(words))
    head, plain = singular(low[end - 1]), words[end - 1].islower()
    no_giver = nouns("meeting") if name == "recipient" else nouns("meeting") | _WORK
    if head in _MEETINGS or (plain and head in no_giver):
        return ""
    if head in _WORK and plain and low[end : end + 1] == ["of"]:
        return _own([word for word in words[end + 1 :] if word != "the"], name)
    if head in _WORK and plain:
        while end > 1 and words[end - 1].islower():
            end -= 1
        whole = " ".join(words[:end])
        owner = _OWNED.sub("", whole)
        return owner if owner != whole or owner in countries() or owner in places() else ""
    known = plain or head in nouns("body") | nouns("institution") or words[0] in places()
    return "" if len(words) == 1 and not known and low[0].endswith(_ABSTRACT) else " ".join(words)


def _named_before(sentence: Sentence, noun: str) -> str | None:
    """The one name by which the text before calls "the bank": "the World Bank"."""
    end = sentence.start
    name = rf"(?:[A-Z][\w.'\u2019-]*(?: of| for| and| &)? )+{noun.capitalize()}\b"
    found = re.findall(name, sentence.original[max(0, end - _BACK) : end])
    shortest = min(found, key=len, default="").removeprefix("The ")
    return shortest if shortest and all(one.endswith(shortest) for one in found) else None
