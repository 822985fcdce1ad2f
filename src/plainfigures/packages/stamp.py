"""The stamp of a build: hashes of all that it read and wrote, to know an unchanged one at once."""

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from plainfigures.packages.checkout import Checkout

CATALOG = "catalog.json"
_LIBRARY = Path(__file__).resolve().parents[1]
_STAMP = "build.json"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the last build read and wrote; `complete` where it covers every dataset."""

    inputs: str
    outputs: Mapping[str, str]
    complete: bool


def inputs(checkout: Checkout) -> dict[str, Path]:
    """The files and folders that can change a byte of a package, by a name of their own."""
    return {
        "seeds": checkout.seeds,
        "schemas": checkout.schemas,
        "validation": checkout.validation,
        "flows": checkout.root / "flows",
        "requirements": checkout.root / "requirements",
        "releases/index.json": checkout.releases / "index.json",
        "releases/consent.yaml": checkout.releases / "consent.yaml",
        "measured": checkout.measured,
        "library": _LIBRARY,
    }


def input_hash(checkout: Checkout) -> str:
    """One sha256 over all that can change a byte of a package."""
    whole = hashlib.sha256(f"python {sys.version}\n".encode())
    for name, path in inputs(checkout).items():
        whole.update(f"{name} {tree_hash(path)}\n".encode())
    return whole.hexdigest()


def tree_hash(path: Path) -> str:
    """One sha256 over the names and bytes of a file, or of all files of a folder.

    What does not exist has the hash of nothing. Compiled code and hidden files are left out.
    """
    whole = hashlib.sha256()
    for name, file in _files(path, ""):
        with file.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        whole.update(f"{name}\0{digest}\n".encode("utf-8", "surrogateescape"))
    return whole.hexdigest()


def _files(path: Path, name: str) -> Iterator[tuple[str, Path]]:
    if path.is_file():
        yield name, path
    elif path.is_dir():
        for entry in sorted(path.iterdir()):
            if not entry.name.startswith(".") and entry.name != "__pycache__":
                yield from _files(entry, f"{name}/{entry.name}")


def unchanged_packages(checkout: Checkout, packages: list[str] | None) -> list[str]:
    """The packages asked for (None: all) if each stands as its last build left it; else none."""
    stamp = _read(checkout)
    if stamp is None:
        return []
    if packages is None:
        packages = sorted(stamp.outputs.keys() - {CATALOG})
        if not stamp.complete or set(packages) != _folders(checkout.datasets):
            return []
    try:
        same = stamp.inputs == input_hash(checkout) and all(
            stamp.outputs.get(name) == tree_hash(checkout.datasets / name)
            for name in (*packages, CATALOG)
        )
    except OSError:  # the build says it better
        return []
    return packages if same else []


def write_stamp(checkout: Checkout, inputs: str, packages: list[str], complete: bool) -> None:
    """Record that `packages` were built from `inputs`; `complete` where they are all there are.

    `inputs` is the hash taken before anything was read, so that a later edit is seen.
    """
    last = _read(checkout)
    outputs = {name: tree_hash(checkout.datasets / name) for name in (*sorted(packages), CATALOG)}
    if last is not None and last.inputs == inputs and not complete:
        outputs = {**last.outputs, **outputs}
        complete = last.complete
    path = checkout.cache / _STAMP
    temporary = path.with_suffix(".tmp")
    record = {"complete": complete, "inputs": inputs, "outputs": outputs}
    temporary.write_text(json.dumps(record, indent=1, sort_keys=True) + "\n", "utf-8")
    temporary.replace(path)


def _read(checkout: Checkout) -> Stamp | None:
    """The stamp, or None where there is none that can be read."""
    try:
        record = json.loads((checkout.cache / _STAMP).read_bytes())
        return Stamp(str(record["inputs"]), dict(record["outputs"]), record["complete"] is True)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _folders(datasets: Path) -> set[str]:
    if not datasets.is_dir():
        return set()
    return {path.name for path in datasets.iterdir() if path.is_dir() and path.name[0] != "."}
