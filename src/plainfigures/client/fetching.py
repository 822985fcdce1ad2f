"""Files of a source, fetched with patience, checked, and kept in the cache.

What passes (a time-out, a lost connection, a busy server) is tried again after a pause; what stays
(no such file, a page for people, a certificate) is told at once.
"""

import logging
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from plainfigures.client.cache import Cache
from plainfigures.client.checking import Damaged, as_they_are, checked
from plainfigures.client.manifests import File
from plainfigures.client.settings import Settings
from plainfigures.client.sources import Passing, Source
from plainfigures.errors import ChecksumError, ReleaseError

_LOG = logging.getLogger("plainfigures")
# More than the pointer or manifest of any collection that is likely.
_LARGEST_NOTE = 64 << 20
_PAGES = (b"<!doctype html", b"<!--", b"<html", b"<head", b"<body", b"<script", b"<?xml")
_Answer = TypeVar("_Answer")


class Unreachable(ReleaseError):
    """The source did not answer, however often it was asked."""


class _TooLong(Exception):
    """More bytes come than belong to the file."""


@dataclass(frozen=True, slots=True)
class Fetcher:
    """One source, the patience to ask it with, and the cache of what it has given."""

    source: Source
    settings: Settings
    cache: Cache

    @property
    def offline(self) -> bool:
        """Whether the source may not be asked; a folder always may."""
        return self.settings.offline and not self.source.local

    def note(self, path: str, fresh: bool) -> bytes:
        """A small file whose checksum is not known; never kept.

        Raises NotThere, and ReleaseError where it cannot be had.
        """
        place = self.source.place(path)
        try:
            data = self._patient(lambda: self._read(path, _LARGEST_NOTE, fresh))
        except _TooLong:
            raise ReleaseError(f"{place}: is longer than {_LARGEST_NOTE:,} bytes.") from None
        return data

    def file(self, path: str, entry: File, make: Callable[[bytes], _Answer]) -> _Answer:
        """What is made of a file whose size and sha256 are known.

        Raises NotThere, ChecksumError for other bytes, ReleaseError where it cannot be had.
        """
        if self.source.local:
            return self._checked(path, entry, make, fresh=False)
        kept = self.cache.file(entry.digest, make)
        if kept is not None:
            return kept
        if self.offline:
            raise ReleaseError(
                f"offline: {self.source.place(path)} is not in the cache ({self.cache.folder}), or "
                "damaged there; load it once with PLAINFIGURES_OFFLINE unset."
            )
        # What comes over a network is not read by anyone before its sum is known.
        try:
            data = self._patient(lambda: self._checked(path, entry, as_they_are, fresh=False))
        except ChecksumError:
            # A cache on the way may hold a damaged copy: once more, past it.
            data = self._patient(lambda: self._checked(path, entry, as_they_are, fresh=True))
        self.cache.keep(entry.digest, data)
        return make(data)

    def _checked(
        self, path: str, entry: File, make: Callable[[bytes], _Answer], fresh: bool
    ) -> _Answer:
        place = self.source.place(path)
        owed = f"{entry.size:,} bytes with sha256 {entry.digest} were published"
        try:
            data = self._read(path, entry.size, fresh)
        except _TooLong:
            raise ChecksumError(f"{place}: is longer: {owed}; nothing of it was used.") from None
        try:
            return checked(data, entry.digest, make)
        except Damaged as found:
            raise ChecksumError(
                f"{place}: has {len(data):,} bytes with sha256 {found}, but {owed}; nothing of it "
                "was used. Try again later, and tell the publisher if it stays so."
            ) from None

    def _read(self, path: str, limit: int, fresh: bool) -> bytes:
        pieces: list[bytes] = []
        length = 0
        for piece in self.source.pieces(path, fresh):
            if not pieces:
                _refuse_page(piece, self.source.place(path))
            pieces.append(piece)
            length += len(piece)
            if length > limit:
                raise _TooLong
        # Most often there is one, which then need not be copied.
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def _patient(self, ask: Callable[[], _Answer]) -> _Answer:
        tries = max(1, self.settings.tries)
        for number in range(1, tries + 1):
            try:
                return ask()
            except Passing as error:
                if number == tries:
                    times = "once" if tries == 1 else f"{tries} times"
                    raise Unreachable(f"{error} Asked {times}.") from None
                # Many processes that failed together shall not come back together.
                pause = self.settings.pause * 2 ** (number - 1) * random.uniform(1.0, 1.5)
                _LOG.info("%s Asking again.", error)
                time.sleep(max(pause, error.after))
        raise AssertionError("a loop of at least one try has ended without one")


def _refuse_page(data: bytes, place: str) -> None:
    """ReleaseError where these bytes are a page for people."""
    if data[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_PAGES):
        raise ReleaseError(
            f"{place}: an HTML page came in place of the file; a proxy or login page answers for "
            "the server, or the address is that of a page."
        )
