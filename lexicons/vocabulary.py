"""Compiles the tables of persons, plurals, verb forms and parts of speech."""

from functools import cache

from lexicons.sources import BRILL, LEMMINFLECT, brill, frequencies, inflected, lemmas
from lexicons.tables import rows, table
from plainfigures.prose.words.inflection import derive_tag, regular_singular, regular_verb

WORDNET = "WordNet 3.1 (Princeton University, WordNet licence: LICENSES)"
_TAGS = {
    "NN": "n", "NNS": "ns", "JJ": "a", "JJR": "a", "JJS": "a", "VB": "v", "VBP": "v", "VBZ": "v",
    "VBD": "vd", "VBN": "vd", "VBG": "vg", "RB": "r", "RBR": "r", "RBS": "r", "IN": "p", "MD": "m",
    "DT": "d", "CC": "c", "PRP": "o",
}  # fmt: skip
_PARTS = {"noun": "n", "verb": "v", "adjective": "a", "adverb": "r"}
# A second part of speech counts from this share of the tagged uses, and this number of uses.
_SHARE, _USES = 0.15, 2
_NO_VERBS = frozenset("up pal wrought gell marathon crew".split())
_NOT_BRITISH = frozenset("size downsize seize prize".split())
_FORMS = ("past", "participle", "ing", "s")


def people() -> str:
    """people.tsv: singular noun, kind (person, agent, group)."""
    found: dict[str, str] = {row["lemma"]: row["kind"] for row in rows("wordnet_persons")}
    listed: dict[str, list[str]] = {row["kind"]: [] for row in rows("persons")}
    for row in rows("persons"):
        listed[row["kind"]] += row["words"].split()
    for kind in ("none", "group", "agent", "person"):
        found.update(dict.fromkeys(listed[kind], kind))
    # of WordNet's groups only those that are listed: the others are institutions and heaps
    body = (
        (word, kind)
        for word, kind in found.items()
        if kind in ("person", "agent") or (kind == "group" and word in listed["group"])
    )
    notes = [f"Persons by {WORDNET}, more by hand.", "agent: a person or an organisation."]
    return table(notes, ("word", "kind"), body)


def plurals() -> str:
    """plurals.tsv: plural noun that the rules get wrong, its singular."""
    notes = [f"Plurals against the rules, and singulars in -s: {LEMMINFLECT}; more by hand."]
    return table(notes, ("plural", "singular"), _plurals().items())


def verbs() -> str:
    """verbs.tsv: form, lemma, what it is of the lemma."""
    found: dict[tuple[str, str], set[str]] = {}
    for lemma, names in _irregular_verbs().items():
        for name, forms in names.items():
            for form in forms:
                found.setdefault((form, lemma), set()).add(name)
    notes = [f"Forms of verbs against the rules, in their order of use: {LEMMINFLECT}."]
    body = ((form, lemma, ",".join(sorted(names))) for (form, lemma), names in found.items())
    return table(notes, ("form", "lemma", "names"), body)


def verb_list() -> str:
    """verbs.txt: the verbs, a lemma a line."""
    notes = [
        f"# Verbs: {LEMMINFLECT}, those of {BRILL}.",
        *sorted({*_verbs(), *_irregular_verbs(), *(row["lemma"] for row in rows("verbs"))}),
    ]
    return "\n".join(notes) + "\n"


def speech() -> str:
    """speech.tsv: parts of speech, and the words that have them where the rules guess otherwise."""
    tags: dict[str, str] = {}
    wanted = _wanted_tags()
    plurals_by_rule = _plurals()
    # stems before what is derived from them
    for word in sorted(wanted, key=lambda one: (len(one), one)):
        if derive_tag(word, tags, plurals_by_rule) != wanted[word]:
            tags[word] = wanted[word]
    groups: dict[tuple[str, str], list[str]] = {}
    for word in sorted(tags):
        groups.setdefault((tags[word], word[0]), []).append(word)
    notes = [
        f"Parts of speech: {BRILL};",
        f"second ones: {WORDNET}; function words by hand.",
        "Left out is what the rules of inflection.py guess; a line for each initial letter.",
    ]
    return table(notes, ("tag", "words"), ((tag, " ".join(ws)) for (tag, _), ws in groups.items()))


@cache
def _plurals() -> dict[str, str]:
    known = brill()
    found: dict[str, str] = {}
    for lemma, (plural_forms,) in sorted(_nouns().items()):
        for plural in plural_forms:
            if plural == lemma or plural not in known or not plural.isalpha():
                continue
            if known[plural] == "NNS" and regular_singular(plural) != lemma:
                found.setdefault(plural, lemma)
    for word, tag in known.items():
        if tag == "NN" and word in inflected("noun") and regular_singular(word) != word:
            if regular_singular(word) not in known or word.endswith("ics"):
                found[word] = word
    for plural in list(found):
        # a plural that the rules make of another common noun ("axes" of axe) is the hand's to say
        if known.get(regular_singular(plural)) == "NN" and regular_singular(plural) != plural:
            del found[plural]
    found.update((row["plural"], row["singular"]) for row in rows("plurals"))
    return {p: s for p, s in found.items() if regular_singular(p) != s or p == s != ""}


def _nouns() -> dict[str, list[tuple[str, ...]]]:
    return {lemma: forms[:1] for lemma, forms in inflected("noun").items() if lemma.isalpha()}


@cache
def _irregular_verbs() -> dict[str, dict[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for lemma, cells in _verbs().items():
        regular = regular_verb(lemma)
        for name, listed in cells.items():
            forms = _attested(listed)
            if forms and not set(forms) <= set(regular[name]):
                found.setdefault(lemma, {})[name] = forms
    for row in rows("verbs"):
        if row["forms"] == "-":
            found.get(row["lemma"], {}).pop(row["name"], None)
            continue
        found.setdefault(row["lemma"], {})[row["name"]] = tuple(row["forms"].split())
    return found


@cache
def _verbs() -> dict[str, dict[str, tuple[str, ...]]]:
    """Verb -> name of the form -> forms; verbs of which the corpora have a form that is no noun."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    counted = {row["lemma"] for row in rows("wordnet_parts") if row["verb"] != "0"}
    for lemma, cells in inflected("verb").items():
        forms = dict(zip(_FORMS, cells + [()] * 4, strict=False))
        forms["participle"] = forms["participle"] or forms["past"]
        spelled = {lemma, *(form for name in _FORMS for form in forms[name])}
        if lemma in _NO_VERBS or not lemma.isalpha():
            continue
        used = lemma in counted or any(brill().get(f, "").startswith("VB") for f in spelled)
        if used:
            found[lemma] = {name: tuple(f for f in forms[name] if f.isalpha()) for name in _FORMS}
    for word, tag in brill().items():
        regular = regular_verb(word)
        if tag in ("VB", "VBP") and word.isalpha() and word not in lemmas():
            if any(brill().get(form, "").startswith("VB") for form in regular["past"]):
                found.setdefault(word, {})
    for word in sorted(found.keys() - _NOT_BRITISH):
        if word.endswith(("ize", "yze")):  # the corpora are American
            found.setdefault(f"{word[:-2]}se", {})
    return found


def _attested(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The spellings in use, the commonest first; one that is rare beside another is a slip."""
    uses = {form: frequencies().get(form, 0) + (form in brill()) for form in forms}
    top = max(uses.values(), default=0)
    return tuple(
        sorted((f for f in forms if uses[f] and 8 * uses[f] >= top), key=lambda f: -uses[f])
    )


def _wanted_tags() -> dict[str, str]:
    counts = {row["lemma"]: row for row in rows("wordnet_parts")}
    known_lemmas = lemmas()
    wanted: dict[str, str] = {}
    for word, penn in brill().items():
        first = _TAGS.get(penn)
        if first is None or word not in known_lemmas or not word.isalpha():
            continue
        kinds = [first]
        row = counts.get(word)
        if row is not None:
            uses = {kind: int(row[part]) for part, kind in _PARTS.items()}
            total = sum(uses.values())
            for kind in sorted(uses, key=lambda one: -uses[one]):
                if uses[kind] >= max(_USES, _SHARE * total):
                    kinds.append(kind)
        parts = known_lemmas.get(word, {})
        is_form = "verb" in parts and word not in parts["verb"]
        if is_form and word.endswith("ed"):
            kinds.append("vd")
        if is_form and word.endswith("ing"):
            kinds.append("vg")
        wanted[word] = ",".join(dict.fromkeys(kinds))
    for word, penn in brill().items():
        # "claims" is a verb in one text and a noun in the next: what its stem can be, it can be
        if penn in ("VBZ", "NNS") and word in wanted:
            stem = wanted.get(regular_singular(word), "")
            kinds = wanted[word].split(",")
            kinds += [{"n": "ns", "v": "v"}[one] for one in stem.split(",") if one in ("n", "v")]
            wanted[word] = ",".join(dict.fromkeys(kinds))
    for name in ("tags", "function_words"):
        for row in rows(name):
            wanted.update(dict.fromkeys(row["words"].split(), row["tag"]))
    return wanted
