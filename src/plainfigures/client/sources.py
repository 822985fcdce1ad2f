"""Sources: where releases are read from, each by paths relative to its root."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from plainfigures.client.addresses import local_path, scheme_of, web_address
from plainfigures.client.settings import Settings, at_home
from plainfigures.errors import PlainFiguresError, ReleaseError, UsageError

PIECE = 1 << 26


class NotThere(PlainFiguresError):
    """The source answered that it has no such file."""


class Passing(PlainFiguresError):
    """It may go better in a moment; `after` is how many seconds the server asks us to wait."""

    def __init__(self, sentence: str, after: float = 0.0) -> None:
        super().__init__(sentence)
        self.after = after


class Source(Protocol):
    """A root with releases below it.

    `local` sources are read anew each time and need no cache.
    """

    name: str
    local: bool

    def place(self, path: str) -> str:
        """The full address of a file, for people."""

    def pieces(self, path: str, fresh: bool) -> Iterator[bytes]:
        """The bytes of a file in pieces; `fresh` asks caches on the way for no older copy.

        Raises NotThere, Passing for what may be tried again, ReleaseError for what may not.
        """


def open_source(given: str | os.PathLike[str] | None, settings: Settings) -> Source:
    """The source that is given, else that of the settings; UsageError where neither names one."""
    named = given if given is not None else settings.source
    text = "" if named is None else os.fspath(named).strip()
    if not text:
        raise UsageError(
            "no source: name the folder or address of releases, by source= or PLAINFIGURES_SOURCE."
        )
    scheme = scheme_of(text)
    if scheme in ("http", "https"):
        return Web(web_address(text), settings.timeout)
    if scheme == "file":
        return Folder(Path(local_path(text)))
    if scheme:
        return Store(text)
    return Folder(at_home(text))


class Folder:
    """A folder of this machine; nothing outside of it is read, through no link either."""

    local = True

    def __init__(self, root: Path) -> None:
        self.root = root
        self.name = str(root)
        try:
            if not root.is_dir():
                what = "is no folder" if root.exists() else "there is no such folder"
                raise ReleaseError(f"{root}: {what}; name the folder that holds the releases.")
        except OSError as error:  # such as a name that is too long
            raise ReleaseError(f"{root}: cannot be read: {error.strerror}.") from None

    def place(self, path: str) -> str:
        """The path of a file."""
        return str(self.root / path)

    def pieces(self, path: str, fresh: bool) -> Iterator[bytes]:
        """The bytes of a file."""
        whole = self.root / path
        try:
            if not whole.resolve().is_relative_to(self.root.resolve()):
                raise ReleaseError(f"{whole}: is a link out of the folder, which is not followed.")
            if not whole.is_file():  # of a pipe, no end would come
                raise FileNotFoundError
            with whole.open("rb") as file:
                while piece := file.read(PIECE):
                    yield piece
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            raise NotThere(f"{whole}: there is no such file.") from None
        except OSError as error:
            raise ReleaseError(f"{whole}: cannot be read: {error.strerror}.") from None


class Web:
    """The files below an http(s) address; what is needed to ask for them is imported when asked."""

    local = False

    def __init__(self, address: str, timeout: float) -> None:
        self.name = address
        self._timeout = timeout

    def place(self, path: str) -> str:
        """The address of a file."""
        return f"{self.name}/{path}"

    def pieces(self, path: str, fresh: bool) -> Iterator[bytes]:
        """The bytes of a file as they arrive."""
        from plainfigures.client import web

        return web.pieces(self.place(path), self._timeout, fresh)


class Store:
    """Whatever fsspec opens: `s3://bucket/folder`, `gs://…`, `memory://…`."""

    local = False

    def __init__(self, address: str) -> None:
        self.name = address.rstrip("/")
        try:
            import fsspec
        except ImportError:
            raise UsageError(
                f"source {address}: only folders and http addresses are read without fsspec; "
                "pip install '.[publish]' in a checkout."
            ) from None
        try:
            self._files, self._root = fsspec.url_to_fs(self.name)
        except (ImportError, ValueError) as error:
            raise UsageError(f"source {address}: {error}.") from None
        except Exception as error:  # every store has errors of its own
            raise ReleaseError(f"{self.name}: cannot be used: {_told(error)}.") from None

    def place(self, path: str) -> str:
        """The address of a file."""
        return f"{self.name}/{path}"

    def pieces(self, path: str, fresh: bool) -> Iterator[bytes]:
        """The bytes of a file."""
        if fresh:
            with suppress(Exception):  # a listing that is kept is no reason to fail
                self._files.invalidate_cache()
        try:
            with self._files.open(f"{self._root.rstrip('/')}/{path}", "rb") as file:
                while piece := file.read(PIECE):
                    yield piece
        except (FileNotFoundError, IsADirectoryError):
            raise NotThere(f"{self.place(path)}: there is no such file.") from None
        except PermissionError as error:
            raise ReleaseError(f"{self.place(path)}: may not be read: {error}.") from None
        except OSError as error:
            raise Passing(f"{self.place(path)}: cannot be read: {error}.") from None
        except Exception as error:  # as above; such as no credentials
            raise ReleaseError(f"{self.place(path)}: cannot be read: {_told(error)}.") from None


def _told(error: Exception) -> str:
    return " ".join(str(error).split()).rstrip(".") or type(error).__name__
