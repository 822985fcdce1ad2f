"""`python -m benchmarks.large_shelf SCRATCH ROWS`: a large release, as a folder and as a cache.

In a process of its own: no process that this one starts has a lower peak than its own.
"""

import random
import sys
from hashlib import sha256
from pathlib import Path

from benchmarks.client_speed import DATASET, ELSEWHERE, PACKAGE, VERSION
from benchmarks.large_packages import Row, write_large
from plainfigures.client.cache import Cache
from plainfigures.client.versions import Version
from plainfigures.releases.manifest import contents_of, manifest
from plainfigures.releases.opened import open_package


def write_shelf(scratch: Path, rows: int) -> None:
    """Write `shelf`, a folder of releases, and `cache`, which has the same release."""
    shelf = scratch / "shelf" / DATASET
    folder = shelf / VERSION
    write_large(PACKAGE, folder, rows, _another_sentence)
    package = open_package(folder)
    data = manifest(package, contents_of(package), None, ())
    (shelf / f"{DATASET}-{VERSION}.manifest.json").write_bytes(data)
    cache = Cache(scratch / "cache")
    for each in (data, (folder / f"{DATASET}.parquet").read_bytes()):
        cache.keep(sha256(each).hexdigest(), each)
    version = Version(*map(int, VERSION.split(".")))
    cache.note(ELSEWHERE, DATASET, version, sha256(data).hexdigest())


def _another_sentence(number: int, row: Row) -> Row:
    """Words in an order of their own, for the same sentence again and again packs to nothing."""
    words = 2 * str(row["sentence"]).split()
    random.Random(number).shuffle(words)
    return {**row, "sentence": " ".join(words)}


if __name__ == "__main__":
    write_shelf(Path(sys.argv[1]), int(sys.argv[2]))
