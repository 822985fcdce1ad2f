"""The cache: files by their sha256, and by source the manifest that each release was found to have.

Every byte is checked when it is read, so nothing in the cache has to be trusted. Files are written
beside their place and renamed into it, so any number of processes may share one cache. A cache that
cannot be written costs the next process its time, and is no error.
"""

import logging
import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from plainfigures.client.checking import Damaged, checked
from plainfigures.client.versions import Version

_Made = TypeVar("_Made")
_LOG = logging.getLogger("plainfigures")
# What a killed process left half written is cleared away when it is this old.
_ABANDONED = 24 * 3600.0


class Cache:
    """The cache in a folder that need not be there yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def file(self, digest: str, make: Callable[[bytes], _Made]) -> _Made | None:
        """What is made of the bytes with this sha256; None where they are not there, or damaged."""
        path = self._file(digest)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        try:
            return checked(data, digest, make)
        except Damaged:
            _LOG.warning("%s: is damaged, so it is not used.", path)
            with suppress(OSError):
                path.unlink()
            return None

    def holds(self, digest: str) -> bool:
        """Whether there is a file with this sha256, damaged or not."""
        return self._file(digest).is_file()

    def keep(self, digest: str, data: bytes) -> None:
        """Keep bytes whose sha256 has been checked."""
        self._write(self._file(digest), data)

    def manifest(self, source: str, dataset: str, version: Version) -> str | None:
        """The sha256 of the manifest that this release was found to have."""
        try:
            text = self._note(source, dataset, version).read_text("ascii")
        except (OSError, ValueError):
            return None
        return text.strip()

    def note(self, source: str, dataset: str, version: Version, digest: str) -> None:
        """Remember the sha256 of the manifest of a release."""
        self._write(self._note(source, dataset, version), f"{digest}\n".encode())

    def forget(self, source: str, dataset: str, version: Version) -> None:
        """Remember no manifest of a release."""
        with suppress(OSError):
            self._note(source, dataset, version).unlink()

    def versions(self, source: str, dataset: str) -> Iterator[Version]:
        """The releases of a dataset whose manifest is known."""
        folder = self._note(source, dataset, Version(0, 0, 0)).parent
        with suppress(OSError):
            for path in folder.iterdir():
                version = Version.of(path.name)
                if version is not None:
                    yield version

    def _file(self, digest: str) -> Path:
        return self.folder / "files" / digest[:2] / digest

    def _note(self, source: str, dataset: str, version: Version) -> Path:
        # Other addresses may use the same version for other data.
        key = sha256(source.encode()).hexdigest()[:16]
        return self.folder / "releases" / key / dataset / str(version)

    def _write(self, path: Path, data: bytes) -> None:
        beside = path.with_name(f"{path.name}.{os.getpid()}-{time.monotonic_ns()}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._sweep(path.parent)
            try:
                beside.write_bytes(data)
                beside.replace(path)
            except OSError:
                beside.unlink(missing_ok=True)
                raise
        except OSError as error:
            reason = error.strerror or type(error).__name__
            _LOG.warning("%s: the cache cannot be written (%s); nothing is kept.", path, reason)

    @staticmethod
    def _sweep(folder: Path) -> None:
        for path in folder.glob("*.part"):
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > _ABANDONED:
                    path.unlink()
