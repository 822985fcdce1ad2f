"""The regular forms of English words by rules of spelling; lexicon.py knows the exceptions."""

from collections.abc import Mapping
from typing import Final

VOWELS: Final = frozenset("aeiou")

# Longest endings first: the first one that fits decides.
_ENDINGS: Final[tuple[tuple[str, str], ...]] = (
    ("ness", "n"),
    ("less", "a"),
    ("able", "a"),
    ("ible", "a"),
    ("like", "a"),
    ("ment", "n"),
    ("proof", "a"),
    ("ship", "n"),
    ("most", "a"),
    ("ical", "a"),
    ("ward", "r"),
    ("wards", "r"),
    ("wise", "r"),
    ("ying", "vg"),
    ("ing", "vg"),
    ("ism", "n"),
    ("ist", "n"),
    ("ity", "n"),
    ("ous", "a"),
    ("ful", "a"),
    ("ish", "a"),
    ("ive", "a"),
    ("ary", "a"),
    ("ize", "v"),
    ("ise", "v"),
    ("ify", "v"),
    ("izes", "v"),
    ("ises", "v"),
    ("ed", "vd"),
    ("ly", "r"),
    ("ic", "a"),
    ("al", "a"),
    ("ss", "n"),
    ("us", "n"),
    ("is", "n"),
    ("s", "ns"),
)
_OF_STEM: Final = {"n": "ns", "v": "v"}
_LONGEST: Final = max(len(ending) for ending, _ in _ENDINGS)
_TAG_OF_ENDING: Final = dict(_ENDINGS)

# Longer words in -man and -men are of men, but for a few.
_MEN = 6
# Names that end as adverbs do.
_NO_ADVERBS = frozenset(
    "italy sicily thessaly july emily kelly sally molly billy holly beverly kimberly reilly healy "
    "daly connolly donnelly".split()
)
_NO_MEN = frozenset("specimen regimen abdomen cyclamen talisman ottoman pullman".split())
_PERSONS = (
    *("woman", "person", "people", "child", "children", "folk"),
    *("worker", "dweller", "herder", "picker", "goer", "monger", "pastoralist"),
)


def guess_tag(word: str) -> str:
    """The part of speech that the ending of a lower-case word suggests; a noun where none does."""
    if len(word) > 3:
        for length in range(min(_LONGEST, len(word) - 2), 0, -1):
            found = _TAG_OF_ENDING.get(word[-length:])
            if found is not None:
                return found
    elif not word.isalpha():
        return "x"
    return "n"


def derive_tag(word: str, tags: Mapping[str, str], plurals: Mapping[str, str]) -> str:
    """The part of speech of a word that `tags` lacks: from its stem or `plurals`, else by guess."""
    stem = word if word in _NO_ADVERBS else plurals.get(word)
    if stem is not None:
        return "n" if stem == word else "ns"
    head, hyphen, tail = word.rpartition("-")
    if hyphen and head and len(tail) > 1:
        tag = tags.get(tail) or derive_tag(tail, tags, plurals)
        first = tag.partition(",")[0]
        return "a" if first in ("v", "vd", "vg", "a") else first
    if _are_men(word):
        return "ns"
    if word.endswith("s"):
        stems = (regular_singular(word), word[:-2])
        for stem in stems if word.endswith("es") else stems[:1]:
            known = tags.get(stem)
            if known is not None and stem != word:
                kinds = [_OF_STEM[kind] for kind in known.split(",") if kind in _OF_STEM]
                if kinds:
                    return ",".join(kinds)
    return guess_tag(word)


def _are_men(word: str) -> bool:
    """Whether a rare word is of men by their work: "oystermen"."""
    return word.endswith("men") and len(word) > _MEN and word not in _NO_MEN


def is_of_persons(noun: str) -> bool:
    """Whether a singular noun ends as one of persons does: "mineworker", "oysterman"."""
    men = noun.endswith("man") and len(noun) > _MEN and noun not in _NO_MEN
    return men or noun.endswith(_PERSONS)


def regular_singular(word: str) -> str:
    """The singular of a lower-case plural noun by rule; what looks singular comes back as it is."""
    if _are_men(word):
        return f"{word[:-2]}an"
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")):
        return word[:-2]
    return word[:-1]


def regular_plural(word: str) -> str:
    """The plural of a lower-case singular noun by rule."""
    return _with_s(word)


def regular_verb(lemma: str) -> dict[str, tuple[str, ...]]:
    """The forms of a regular verb: s, past, participle, ing; verbs in -l have two spellings."""
    past: tuple[str, ...]
    ing: tuple[str, ...]
    if lemma.endswith("e"):
        past = (lemma + "d",)
        if lemma.endswith("ie"):
            ing = (lemma[:-2] + "ying",)
        elif lemma.endswith(("ee", "oe", "ye")):
            ing = (lemma + "ing",)
        else:
            ing = (lemma[:-1] + "ing",)
    elif lemma.endswith("y") and len(lemma) > 1 and lemma[-2] not in VOWELS:
        past, ing = (lemma[:-1] + "ied",), (lemma + "ing",)
    elif lemma.endswith("ic"):
        past, ing = (lemma + "ked",), (lemma + "king",)
    else:
        stems = _doubled(lemma)
        past = tuple(stem + "ed" for stem in stems)
        ing = tuple(stem + "ing" for stem in stems)
    return {"s": (_with_s(lemma),), "past": past, "participle": past, "ing": ing}


def verb_stems(form: str) -> tuple[str, ...]:
    """What a regular form may be a form of, likeliest first: "stopped" -> stop, stopp, stoppe."""
    stems: tuple[str, ...]
    if form.endswith(("ied", "ies")):
        stems = (form[:-3] + "y", form[:-1], form[:-2])
    elif form.endswith("ying"):
        stems = (form[:-3], form[:-4] + "ie")
    elif form.endswith(("ed", "ing")):
        stem = form[:-2] if form.endswith("ed") else form[:-3]
        stems = (stem, stem + "e")
        if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in VOWELS:
            stems = (stem[:-1], stem, stem + "e")
        elif stem.endswith("ick"):
            stems = (stem, stem[:-1], stem + "e")
    elif form.endswith("es"):
        stems = (form[:-2], form[:-1])
    elif form.endswith("s") and not form.endswith("ss"):
        stems = (form[:-1],)
    else:
        return ()
    return tuple(stem for stem in stems if len(stem) > 1)


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if len(word) > 1 and word[-2] not in VOWELS:
        if word.endswith("y"):
            return word[:-1] + "ies"
        if word.endswith("o") and len(word) != len("ngo"):
            return word + "es"
    return word + "s"  # as "UXOs", "NGOs"


def _doubled(lemma: str) -> tuple[str, ...]:
    """The stem before -ed, -ing: "stop" -> stopp, "open" -> open, "travel" -> travell, travel."""
    if len(lemma) < 3 or lemma[-1] in "hwxyaeiou" or lemma[-2] not in VOWELS:
        return (lemma,)
    if lemma[-3] in VOWELS and lemma[-3:-1] != "ui":
        return (lemma,)
    if _syllables(lemma) == 1:
        return (lemma + lemma[-1],)
    if lemma[-1] == "l":
        return (lemma + "l", lemma)
    return (lemma,)


def _syllables(word: str) -> int:
    count = 0
    previous_is_vowel = False
    for position, letter in enumerate(word):
        is_vowel = letter in VOWELS or (letter == "y" and position > 0)
        if position > 0 and letter == "u" and word[position - 1] == "q":
            is_vowel = False
        count += is_vowel and not previous_is_vowel
        previous_is_vowel = is_vowel
    return count
