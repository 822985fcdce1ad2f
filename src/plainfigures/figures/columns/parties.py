"""Parties: what givers and takers are called, without what is no name of their own."""

import re

from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.prose.words.bearers import is_nationality
from plainfigures.prose.words.lexicon import calendar, countries, nouns, places, singular, tag

PARTIES = frozenset(("donor", "recipient"))
# What says of itself neither who gives nor who takes.
GENERAL = frozenset(
    "group groups organization organizations organisations countries nations people".split()
)
# Where something happens, what tells of it, and what is done: they give nothing.
_MEETINGS = frozenset("conference summit talks meeting round organiser organizer".split())
_WORK = nouns("paper") | frozenset(
    "data website media press newspaper statistics reconstruction rebuilding recovery clearance "
    "rehabilitation relief response effort purpose demining bid work appeal compact".split()
)
_WHOLE = re.compile("(?:entire|whole|overall) (?:of (?:the )?)?")
_QUOTED, _OWNED = re.compile(' ["\u201c\u2018].*'), re.compile("['\u2019]s?$")


def call_by_names(own: dict[str, str], rules: dict[str, str], sentence: Sentence) -> None:
    """Leave no giver or taker that names nobody ("countries"); "the bank" is the World Bank."""
    for name in own.keys() & PARTIES:
        text = own_words(own[name], name)
        if text in GENERAL or singular(text.lower()) in nouns("body"):
            text = _named_before(sentence, text) or ("" if text in GENERAL else text)
        alone = rules[name][:13] == "before, after" and is_nationality(text) and text[-1] != "s"
        if alone or not text or (name == "recipient" and text == "country"):
            for column in own.keys() & {name, f"{name}_code"}:
                del own[column], rules[column]
        else:
            own[name] = text


def own_words(found: str, name: str) -> str:
    """The words of the one who gives or takes, so "Gaza" of "Gaza reconstruction"; or none."""
    words = _WHOLE.sub("", _QUOTED.sub("", found)).split()
    low = [word.lower() for word in words]
    for k in range(1, len(words)):
        if low[k] in calendar("weekday") or tag(low[-1]) == "p":
            return ""  # "Lusaka on Friday", "Emergencies in | eight countries"
        before, plain = words[k - 1].islower(), words[k].islower()
        if plain and "vg" in tag(low[k]).split(",") and singular(low[k - 1]) != low[k - 1]:
            return own_words(" ".join(words[:k]), name)  # "states | meeting in Oslo"
        if before and not plain and low[k - 1] in nouns("title"):
            return " ".join(words[: k - 1])  # "Caritas | president Ana Bo"
    end = next((k for k in range(1, len(words)) if tag(low[k]) == "p"), len(words))
    head, plain = singular(low[end - 1]), words[end - 1].islower()
    if head in _MEETINGS or (plain and head in nouns("meeting") | _WORK and name == "donor"):
        return ""
    if head in _WORK and words[0].islower() and low[end : end + 1] in (["of"], ["for"]):
        return own_words(" ".join(words[end + 1 + (low[end + 1] == "the") :]), name)
    if head in _WORK and plain and end == len(words):
        while end > 1 and words[end - 1].islower():
            end -= 1
        whole = " ".join(words[:end])
        owner = _OWNED.sub("", whole)
        return owner if owner != whole or owner in countries() or owner in places() else ""
    if head in ("program", "programme") and low[end : end + 1] == ["for"]:
        return " ".join(words[:end])  # "World Food Programme | for Chad"
    known = len(words) > 1 or plain or head in nouns("body") | nouns("institution")
    # no "Resettlement" of "the Resettlement, Aid and Work Programme"
    return " ".join(words) if known or not low[0].endswith(("tion", "sion", "ment")) else ""


def _named_before(sentence: Sentence, noun: str) -> str | None:
    """The one name by which the text before calls a body; none beside "the Ministry of Health"."""
    noun = noun.capitalize()
    name = rf"(?:[A-Z][\w.'\u2019-]*(?: of| for| and| &)? )+{noun}\b|{noun} (?:of|for) [A-Z]\w+"
    found = re.findall(name, sentence.original[max(0, sentence.start - 4000) : sentence.start])
    shortest = min(found, key=len, default="").removeprefix("The ")
    named = shortest.endswith(noun) and all(one.endswith(shortest) for one in found)
    return shortest if named else None
