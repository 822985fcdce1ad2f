"""Staging: packages are built beside `datasets/` and swapped in when all is well, never half."""

import errno
import filecmp
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from plainfigures.errors import TargetError
from plainfigures.packages.checkout import Checkout

_JOURNAL = "journal.json"
_PROBE = ".staging-probe"
_REMEDIES = {
    errno.ENOSPC: "make room",
    errno.EDQUOT: "make room",
    errno.EFBIG: "raise the limit on the size of files",
    errno.EROFS: "make it writable",
    errno.EACCES: "make it writable",
    errno.EPERM: "make it writable",
}


@dataclass(frozen=True, slots=True)
class Staging:
    """A folder on the file system of `datasets`: the build fills `new`, the swap `old`."""

    datasets: Path
    folder: Path

    @property
    def new(self) -> Path:
        """Where the packages are built."""
        return self.folder / "new"

    @property
    def old(self) -> Path:
        """Where the replaced packages wait until the swap is done."""
        return self.folder / "old"


@contextmanager
def build_lock(
    checkout: Checkout, outcome: str = "no package was changed", again: str = "build again"
) -> Iterator[None]:
    """Hold the lock of the checkout: one build or publication at a time; a second ends at once.

    The kernel frees it with the process, so that none is ever stale. One process may enter twice.
    Where it cannot be had, the error says the `outcome`, and what to do `again`.
    """
    from filelock import FileLock, Timeout

    path = checkout.cache / "build.lock"
    with target_errors(checkout.cache, outcome, again):
        checkout.cache.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path, blocking=False, is_singleton=True, thread_local=False)
        try:
            lock.acquire()
        except Timeout:
            raise TargetError(
                f"{path}: another build or publication holds this lock; wait until it has ended"
            ) from None
    try:
        yield
    finally:
        lock.release()


@contextmanager
def target_errors(
    place: Path | str, outcome: str = "no package was changed", again: str = "build again"
) -> Iterator[None]:
    """Turn what the operating system refuses inside the block into a TargetError about `place`.

    It says the `outcome`, and what to do `again` once the place can be written.
    """
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        remedy = _REMEDIES.get(error.errno or 0, "see that it can be written")
        raise TargetError(
            f"{place}: cannot be written ({reason}), so {outcome}; {remedy} and {again}"
        ) from error


def interrupted(checkout: Checkout) -> bool:
    """Whether a build was cut off in the middle of its swap."""
    return any((folder / _JOURNAL).exists() for folder in _folders(checkout))


def recover(checkout: Checkout) -> bool:
    """Complete a swap that was cut off and remove what cut-off builds left.

    True where a swap was completed. Only the holder of the lock may call it.
    """
    completed = False
    with target_errors(checkout.datasets):
        for folder in _folders(checkout):
            staging = Staging(checkout.datasets, folder)
            if (folder / _JOURNAL).exists():
                _finish(staging)
                completed = True
            if folder.exists():
                shutil.rmtree(folder)
        with suppress(FileNotFoundError):
            (checkout.datasets / _PROBE).rmdir()
    return completed


@contextmanager
def open_staging(checkout: Checkout) -> Iterator[Staging]:
    """Yield an empty staging folder that can be renamed into `datasets`; it is gone at the end.

    Raises TargetError where `datasets` cannot be written. Only the holder of the lock may call it.
    """
    recover(checkout)
    with target_errors(checkout.datasets):
        checkout.datasets.mkdir(exist_ok=True)
        staging = next(
            (
                Staging(checkout.datasets, folder)
                for folder in _folders(checkout)
                if _can_be_renamed(folder, checkout.datasets)
            ),
            None,
        )
    if staging is None:
        raise TargetError(f"{checkout.datasets}: no folder on the same file system can be written")
    try:
        yield staging
    finally:
        # A journal that is still there is the next build's to complete.
        if not (staging.folder / _JOURNAL).exists():
            shutil.rmtree(staging.folder, ignore_errors=True)
        with suppress(OSError):  # where it was made for nothing
            checkout.datasets.rmdir()


def _folders(checkout: Checkout) -> tuple[Path, ...]:
    """Where staging may lie: usually the cache; where that is another file system, nearer."""
    return (
        checkout.cache / "staging",
        checkout.datasets.with_name(".staging"),
        checkout.datasets / ".staging",
    )


def _can_be_renamed(folder: Path, datasets: Path) -> bool:
    """Make `folder/new` and rename a probe from it into `datasets`: devices alone do not tell."""
    probe = folder / "new" / _PROBE
    target = datasets / _PROBE
    probe.mkdir(parents=True)
    if probe.stat().st_dev == datasets.stat().st_dev:
        with suppress(OSError):
            probe.rename(target)
            target.rmdir()
            return True
    shutil.rmtree(folder)
    if folder.parent == datasets:
        raise OSError(None, "a folder made in it cannot be renamed", str(datasets))
    return False


def keep_equal_files(staging: Staging, name: str) -> bool:
    """Put the published file in place of each staged one that equals it; True where all are equal.

    So an equal file keeps its inode and its time, whatever becomes of its package.
    """
    new, published = staging.new / name, staging.datasets / name
    staged = {path.relative_to(new) for path in new.rglob("*") if path.is_file()}
    present = {path.relative_to(published) for path in published.rglob("*") if path.is_file()}
    equal = [
        path
        for path in sorted(staged & present)
        if filecmp.cmp(new / path, published / path, shallow=False)
    ]
    with target_errors(new):
        for path in equal:
            (new / path).unlink()
            try:
                os.link(published / path, new / path)
            except OSError:  # a file system without links
                shutil.copy2(published / path, new / path)
    return staged == present == set(equal)


def swap(staging: Staging, replaced: list[str], removed: list[str]) -> None:
    """Put the staged entries `replaced` into `datasets` and take `removed` out: all, or none.

    An entry is a package's folder or a file such as `catalog.json`. A journal is written first: a
    swap that is killed is completed by the next `recover`; one that fails is rolled back.
    """
    if not replaced and not removed:
        return
    with target_errors(staging.datasets):
        staging.old.mkdir(exist_ok=True)
        for name in replaced:
            flush(staging.new / name)
        journal = json.dumps({"replaced": replaced, "removed": removed}).encode()
        write_durably(staging.folder / _JOURNAL, journal)
        try:
            _finish(staging)
        except BaseException:
            _roll_back(staging, replaced, removed)
            (staging.folder / _JOURNAL).unlink()
            raise


def _finish(staging: Staging) -> None:
    """Do what is left of the journal, however much of it was done."""
    journal = json.loads((staging.folder / _JOURNAL).read_bytes())
    staging.old.mkdir(exist_ok=True)
    staging.datasets.mkdir(exist_ok=True)
    for name in journal["replaced"]:
        if (staging.new / name).exists():
            _set_aside(staging, name)
            (staging.new / name).rename(staging.datasets / name)
    for name in journal["removed"]:
        _set_aside(staging, name)
    flush_folder(staging.datasets)
    (staging.folder / _JOURNAL).unlink()


def _set_aside(staging: Staging, name: str) -> None:
    if (staging.datasets / name).exists():
        (staging.datasets / name).rename(staging.old / name)


def _roll_back(staging: Staging, replaced: list[str], removed: list[str]) -> None:
    for name in replaced:
        published, new = staging.datasets / name, staging.new / name
        if published.exists() and not new.exists():
            published.rename(new)
    for name in (*replaced, *removed):
        if (staging.old / name).exists():
            (staging.old / name).rename(staging.datasets / name)


def flush(path: Path) -> None:
    """Have the bytes of a file, or of all files of a folder, on the disk before they are named."""
    if path.is_dir():
        for entry in sorted(path.iterdir()):
            flush(entry)
        flush_folder(path)
    else:
        with path.open("rb") as stream:
            os.fsync(stream.fileno())


def flush_folder(path: Path) -> None:
    """Have the names in a folder on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_durably(path: Path, data: bytes) -> None:
    """Put a file in place whole, or not at all; what was there before stays until then."""
    temporary = path.with_name(f".{path.name}.tmp")
    with temporary.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    temporary.replace(path)
    flush_folder(path.parent)
