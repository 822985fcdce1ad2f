"""Targets: the places that releases are mirrored to, a folder or what fsspec reaches."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

from plainfigures.client.addresses import local_path, scheme_of
from plainfigures.errors import PlainFiguresError, TargetError, UsageError
from plainfigures.packages.staging import target_errors, write_durably

_LOCK = ".publish.lock"
_UNCHANGED = "what was published before stands"
_AGAIN = "publish again"
# What the extra `publish` brings.
_EXTRA = ("fsspec", "s3fs")

# Answers of S3 to a put under a condition: it is not met, another put runs, it knows no conditions.
_CHANGED_SINCE = (412, 409)
_UNKNOWN_HEADER = 501


class Target(Protocol):
    """A place with files by path; every method raises TargetError where the place fails."""

    name: str

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None where there is none."""

    def sizes(self, folder: str) -> dict[str, int]:
        """The sizes of all files below a folder, by their whole path; none where there is none."""

    def write(self, path: str, data: bytes) -> None:
        """Put a file in place, whole or not at all."""

    def move(self, path: str, data: bytes, seen: bytes | None) -> bool:
        """Put a file in the place of what was `seen` there (None: nothing); False, and nothing is
        written, where something else is there now.
        """

    def lock(self) -> Any:
        """A context manager: one publisher at a time, where the place can keep the others out."""


def open_target(text: str) -> Target:
    """The target that a word of the command line names: a folder, `file://` or another address.

    Raises UsageError for an empty word and for an address that nothing reaches.
    """
    scheme = scheme_of(text)
    if scheme and scheme != "file":
        return RemoteTarget(text)
    folder = local_path(text) if scheme else text
    if not folder.strip():
        raise UsageError(
            "the target is empty; name a folder or an address, such as s3://bucket/data "
            "(with make: TARGET=s3://bucket/data)"
        )
    return FolderTarget(Path(folder))


class FolderTarget:
    """A folder of this machine."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        self.name = str(folder)

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None where there is none."""
        with target_errors(self.folder, _UNCHANGED, _AGAIN):
            try:
                return self._place(path).read_bytes()
            except FileNotFoundError:
                return None

    def sizes(self, folder: str) -> dict[str, int]:
        """The sizes of all files below a folder."""
        with target_errors(self.folder, _UNCHANGED, _AGAIN):
            return {
                path.relative_to(self.folder).as_posix(): path.stat().st_size
                for path in self._place(folder).rglob("*")
                if path.is_file() and not path.name.startswith(".")
            }

    def write(self, path: str, data: bytes) -> None:
        """Write beside, flush and rename."""
        with target_errors(self.folder, _UNCHANGED, _AGAIN):
            file = self._place(path)
            file.parent.mkdir(parents=True, exist_ok=True)
            write_durably(file, data)

    def move(self, path: str, data: bytes, seen: bytes | None) -> bool:
        """Compare, and write: the lock keeps others out."""
        if self.read(path) != seen:
            return False
        self.write(path, data)
        return True

    def _place(self, path: str) -> Path:
        """Where a file lies; TargetError where a link leads out, which no client would follow."""
        place = self.folder / path
        if not place.resolve().is_relative_to(self.folder.resolve()):
            raise TargetError(
                f"{place}: is or lies behind a link out of the folder, which is not followed; "
                f"remove the link and {_AGAIN}"
            )
        return place

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Hold the kernel's lock on a file in the folder; it is freed with the process.

        The file is removed before the lock is given up. Whoever waited for it then has a lock on a
        file without a name, which FileLock does not count as held.
        """
        from filelock import FileLock, Timeout

        with target_errors(self.folder, _UNCHANGED, _AGAIN):
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.folder / _LOCK, blocking=False)
            try:
                lock.acquire()
            except Timeout:
                raise TargetError(
                    f"{self.name}: another run publishes there; wait until it has ended"
                ) from None
        try:
            yield
        finally:
            with suppress(OSError):  # where open files cannot be removed, or nothing can
                (self.folder / _LOCK).unlink()
            lock.release()


class RemoteTarget:
    """What fsspec reaches at an address such as s3://bucket/data."""

    def __init__(self, address: str) -> None:
        self.name = address
        try:
            from fsspec.core import url_to_fs

            self._files, self._root = url_to_fs(address, use_listings_cache=False)
        except ImportError as error:
            raise UsageError(f"{address}: {_lacking(error)}") from None
        except ValueError as error:
            raise UsageError(f"{address}: no place that can be published to ({error})") from None
        self._root = self._root.rstrip("/")

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None where there is none."""
        with self._errors():
            try:
                return bytes(self._files.cat_file(self._place(path)))
            except FileNotFoundError:
                return None

    def sizes(self, folder: str) -> dict[str, int]:
        """The sizes of all files below a folder."""
        with self._errors():
            found = self._files.find(self._place(folder), detail=True)
        start = len(self._root) + 1
        return {str(place)[start:]: int(entry["size"]) for place, entry in found.items()}

    def write(self, path: str, data: bytes) -> None:
        """Put the object; a store shows it when it is whole."""
        with self._errors():
            self._files.pipe_file(self._place(path), data)

    def move(self, path: str, data: bytes, seen: bytes | None) -> bool:
        """Compare, and put: S3 is told to refuse it where another one was put since.

        Other stores are not told, so a moment is left between the two.
        """
        with self._errors():
            # Asked for before it is read, so that no later one passes for what was seen.
            condition = self._condition(path, seen)
            if self.read(path) != seen:
                return False
            try:
                self._files.pipe_file(self._place(path), data, **condition)
            except OSError as error:
                refused = _status(error)
                if condition and refused == _UNKNOWN_HEADER:
                    self.write(path, data)
                elif condition and refused in _CHANGED_SINCE:
                    # A put whose answer was lost is tried again, and then refuses itself.
                    return self.read(path) == data
                else:
                    raise
        return True

    @contextmanager
    def lock(self) -> Iterator[None]:
        """No store knows locks: what another publisher did shows where a pointer is moved."""
        yield

    def _condition(self, path: str, seen: bytes | None) -> dict[str, str]:
        """What makes a put fail where something else is there by then; nothing where none does."""
        if "s3" not in self._files.protocol:
            return {}
        if seen is None:
            return {"mode": "create"}
        try:
            return {"IfMatch": self._files.info(self._place(path), refresh=True)["ETag"]}
        except FileNotFoundError:
            return {}

    def _place(self, path: str) -> str:
        return f"{self._root}/{path}" if path else str(self._root)

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except PlainFiguresError:
            raise
        except Exception as error:  # every store has errors of its own
            words = " ".join(str(error).split()) or type(error).__name__
            raise TargetError(
                f"{self.name}: cannot be used ({words}), so {_UNCHANGED}; {_AGAIN}"
            ) from error


def _lacking(error: ImportError) -> str:
    """What is to be installed; of a store without its library, fsspec has it as the cause."""
    cause = error.__cause__
    lacks = error.name or (cause.name if isinstance(cause, ImportError) else None)
    if not lacks:
        return f"cannot be reached with what is installed ({error})"
    lacks = lacks.partition(".")[0]
    how = "'.[publish]' in a checkout" if lacks in _EXTRA else lacks
    return f"needs {lacks}, which is not installed: pip install {how}"


def _status(error: OSError) -> int | None:
    """The status of the HTTP answer that an error of a store was made of."""
    answer: Any = getattr(error.__cause__, "response", None) or {}
    status = answer.get("ResponseMetadata", {}).get("HTTPStatusCode")
    return status if isinstance(status, int) else None
