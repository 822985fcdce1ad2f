"""The word lists of installed packages: Brill's lexicon in textblob, forms in lemminflect."""

import gzip
import re
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

BRILL = f"Brill's lexicon in textblob {version('textblob')} (MIT)"
LEMMINFLECT = f"lemminflect {version('lemminflect')} (MIT), from the NIH SPECIALIST Lexicon"
_ENTRY = re.compile(r"^([a-z][a-z'-]*) ([A-Z$|]+)$")


@cache
def brill() -> dict[str, str]:
    """Lower-case word -> its Penn Treebank tag."""
    path = _folder("textblob") / "en" / "en-lexicon.txt"
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        match = _ENTRY.match(line)
        if match is not None:
            found[match.group(1)] = match.group(2).partition("|")[0]
    return found


@cache
def frequencies() -> dict[str, int]:
    """Lower-case word -> how often the corpus of the spelling list of textblob has it."""
    path = _folder("textblob") / "en" / "en-spelling.txt"
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, count = line.partition(" ")
        if count.isdecimal():
            found[word] = int(count)
    return found


@cache
def lemmas() -> dict[str, dict[str, tuple[str, ...]]]:
    """Lower-case word -> part of speech (noun, verb, adj, adv) -> its lemmas."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for word, part, stems in _table("lemma_lu.csv.gz"):
        found.setdefault(word, {})[part] = tuple(stems.split("/"))
    return found


@cache
def inflected(part: str) -> dict[str, list[tuple[str, ...]]]:
    """Lemma -> its forms: of a noun the plurals; of a verb past, participle, -ing, -s."""
    return {
        row[0]: [tuple(form for form in cell.split("/") if form) for cell in row[2:]]
        for row in _table("infl_lu.csv.gz")
        if row[1] == part
    }


def _table(name: str) -> list[list[str]]:
    path = _folder("lemminflect") / "resources" / name
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [line.rstrip("\n").split(",") for line in lines]


def _folder(package: str) -> Path:
    # find_spec: the package itself need not be imported (lemminflect wants numpy)
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed: install the development requirements.")
    return Path(spec.origin).parent
