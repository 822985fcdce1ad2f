"""A checkout: where the sources, definitions, suites and packages of one collection lie."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plainfigures.errors import SourceError, UsageError

if TYPE_CHECKING:
    from plainfigures.definitions import Definitions
    from plainfigures.figures import Reading


# What a checkout holds, beside what is hidden; no run writes anything else into these folders.
_HOUSE = frozenset(
    (
        *("benchmarks", "datasets", "docs", "flows", "lexicons", "releases", "requirements"),
        *("schemas", "seeds", "src", "tests", "validation"),
    )
)


@dataclass(frozen=True, slots=True)
class Checkout:
    """The folders of a checkout; `root` is absolute."""

    root: Path

    @property
    def seeds(self) -> Path:
        """The documents as received, a folder each, and `collection.yaml`."""
        return self.root / "seeds"

    def document_folders(self) -> list[Path]:
        """The folder of each document, by name; SourceError where there is none."""
        folders = sorted(
            path for path in self.seeds.iterdir() if path.is_dir() and path.name[0] != "."
        )
        if not folders:
            raise SourceError(f"{self.seeds}: no document stands here; add a folder with a text")
        return folders

    @property
    def schemas(self) -> Path:
        """The definitions of columns and datasets."""
        return self.root / "schemas"

    @property
    def validation(self) -> Path:
        """The suites of expectations, one a dataset."""
        return self.root / "validation"

    @property
    def datasets(self) -> Path:
        """The built packages, committed."""
        return self.root / "datasets"

    @property
    def releases(self) -> Path:
        """Every release, committed, never rewritten."""
        return self.root / "releases"

    @property
    def measured(self) -> Path:
        """How right and how fast the reader is, as last measured and published."""
        return self.root / "benchmarks" / "measured.json"

    @property
    def cache(self) -> Path:
        """What may be deleted at will: stamps, staging, the lock, Prefect's home."""
        return self.root / ".cache"

    def owns(self, folder: Path) -> bool:
        """Whether a folder is the checkout itself, or is or lies in one of the house's folders."""
        place, root = folder.resolve(), self.root.resolve()
        if not place.is_relative_to(root):
            return False
        parts = place.relative_to(root).parts
        return not parts or parts[0] in _HOUSE or parts[0].startswith(".")


def find(start: Path) -> Checkout | None:
    """The checkout that holds the folder `start`, or None."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / "seeds").is_dir() and (folder / "schemas" / "fields.yaml").is_file():
            return Checkout(folder)
    return None


def require(start: Path) -> Checkout:
    """The checkout that holds the folder `start`; UsageError where there is none."""
    found = find(start)
    if found is None:
        raise UsageError(
            f"{start}: no checkout here or above; go to a folder that holds seeds/ and "
            "schemas/fields.yaml"
        )
    return found


def read_folder(folder: Path, definitions: "Definitions") -> "Reading":
    """The reading of the document in a folder of seeds/, with its decisions."""
    from plainfigures import documents, figures

    document = documents.load_document(folder)
    decisions = figures.load_decisions(folder / "decisions.yaml")
    return figures.read(document, definitions, decisions)


def built_packages(datasets: Path) -> list[str]:
    """The names of the packages in `datasets`, sorted."""
    if not datasets.is_dir():
        return []
    return sorted(path.parent.name for path in datasets.glob("*/datapackage.json"))
