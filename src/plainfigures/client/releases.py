"""Releases as a consumer reaches them: what is asked for, resolved to one version and its files."""

import difflib
import logging
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from plainfigures.client import manifests
from plainfigures.client.cache import Cache
from plainfigures.client.checking import as_they_are
from plainfigures.client.fetching import Fetcher, Unreachable
from plainfigures.client.manifests import File, Manifest, Pointer, checked_digest, checked_name
from plainfigures.client.settings import Settings, current
from plainfigures.client.sources import NotThere, open_source
from plainfigures.client.versions import Version, Wanted
from plainfigures.errors import ChecksumError, ReleaseError, UsageError

_Made = TypeVar("_Made")
_LOG = logging.getLogger("plainfigures")


def open_releases(
    source: str | os.PathLike[str] | None, settings: Settings | None = None
) -> "Releases":
    """The releases of a source; what is not given is taken from the environment."""
    settings = settings or current()
    opened = open_source(source, settings)
    # What is on this machine is not kept, so no folder is asked for that there may not be.
    folder = Path(os.devnull) if opened.local else settings.folder()
    return Releases(Fetcher(opened, settings, Cache(folder)))


@dataclass(frozen=True, slots=True)
class Releases:
    """The releases of one source, through the cache where the source is not on this machine.

    UsageError means that there is no such dataset, version or table; ReleaseError that it cannot be
    had, ChecksumError that it came with other bytes.
    """

    fetcher: Fetcher

    @property
    def name(self) -> str:
        """The source."""
        return self.fetcher.source.name

    def resolve(self, dataset: str, wanted: Wanted, pin: str | None = None) -> Manifest:
        """The release that is asked for; an exact one in the cache costs no request.

        `pin` is the sha256 that its manifest must have; ChecksumError where it has another one.
        """
        owed = None if pin is None else checked_digest(pin)
        found = self._resolved(dataset, wanted)
        if owed in (None, found.digest):
            return found
        remote = not (self.fetcher.offline or self.fetcher.source.local)
        if remote and wanted.exact is not None:
            # A damaged or an old copy was believed, from here or on the way: once more, past both.
            found = self._exact(dataset, wanted.exact, fresh=True)
            if found.digest == owed:
                return found
        self.forget(found)
        raise ChecksumError(
            f"{dataset} {found.version}: its manifest has sha256 {found.digest}, not {owed}, which "
            "was asked for; nothing was loaded."
        )

    def forget(self, manifest: Manifest) -> None:
        """Do not believe this manifest again: the next call asks for it anew, where it may ask."""
        if not self.fetcher.offline:
            self.fetcher.cache.forget(self.name, manifest.dataset, manifest.version)

    def _resolved(self, dataset: str, wanted: Wanted) -> Manifest:
        checked_name(dataset, "dataset")
        if self.fetcher.offline:
            return self._cached(dataset, wanted)
        if wanted.exact is not None:
            return self._known(dataset, wanted.exact) or self._exact(dataset, wanted.exact)
        try:
            pointer = self.pointer(dataset)
        except Unreachable as error:
            known = self._versions(dataset)
            hint = f" The cache has {_listing(known)}: PLAINFIGURES_OFFLINE=1 takes it from there."
            raise Unreachable(f"{error}{hint if known else ''}") from None
        version = self._chosen(dataset, wanted, pointer)
        try:
            return self._listed(dataset, version, pointer.manifests[version])
        except NotThere:
            # The pointer may have moved since, or a copy of it on the way was too old.
            moved = self.pointer(dataset)
            version = self._chosen(dataset, wanted, moved)
            try:
                return self._listed(dataset, version, moved.manifests[version])
            except NotThere:
                raise self._gone(dataset, version) from None

    def pointer(self, dataset: str) -> Pointer:
        """What versions of a dataset there are."""
        path = f"{checked_name(dataset, 'dataset')}/latest.json"
        try:
            data = self.fetcher.note(path, fresh=True)
        except NotThere:
            raise self._no_dataset(dataset) from None
        return manifests.pointer(data, self.fetcher.source.place(path), dataset)

    def known(self, dataset: str) -> list[Version]:
        """The versions of a dataset that are known of, the newest first: by its pointer, or where
        that cannot be had, by the cache."""
        if not self.fetcher.offline:
            try:
                return sorted(self.pointer(dataset).manifests, reverse=True)
            except (ReleaseError, UsageError):
                _LOG.info("%s: its pointer at %s cannot be had.", dataset, self.name)
        return self._versions(dataset)

    def file(self, manifest: Manifest, path: str, make: Callable[[bytes], _Made]) -> _Made:
        """What is made of the bytes of a file of a release."""
        whole = f"{manifest.dataset}/{manifest.version}/{path}"
        try:
            return self.fetcher.file(whole, manifest.files[path], make)
        except (NotThere, ChecksumError) as error:
            self.forget(manifest)  # it may be that which came damaged
            if isinstance(error, NotThere):
                raise self._gone(manifest.dataset, manifest.version) from None
            raise

    def _chosen(self, dataset: str, wanted: Wanted, pointer: Pointer) -> Version:
        version = wanted.newest(pointer.manifests)
        if version is None:
            raise self._no_version(dataset, wanted.text, pointer)
        _LOG.info("%s %s is %s at %s.", dataset, wanted.text, version, self.name)
        return version

    def _listed(self, dataset: str, version: Version, entry: File) -> Manifest:
        """The manifest that the pointer names with its checksum."""
        path = f"{dataset}/{entry.path}"
        data = self.fetcher.file(path, entry, as_they_are)
        read = manifests.manifest(data, self.fetcher.source.place(path), dataset, version)
        if not self.fetcher.source.local:
            self.fetcher.cache.note(self.name, dataset, version, entry.digest)
        return read

    def _exact(self, dataset: str, version: Version, fresh: bool = False) -> Manifest:
        """The manifest at its own address, so that no pointer has to be asked."""
        path = f"{dataset}/{dataset}-{version}.manifest.json"
        try:
            data = self.fetcher.note(path, fresh)
        except NotThere:
            pointer = self.pointer(dataset)
            if version in pointer.manifests:
                raise self._gone(dataset, version) from None
            raise self._no_version(dataset, str(version), pointer) from None
        read = manifests.manifest(data, self.fetcher.source.place(path), dataset, version)
        if not self.fetcher.source.local:
            self.fetcher.cache.keep(read.digest, data)
            self.fetcher.cache.note(self.name, dataset, version, read.digest)
        return read

    def _known(self, dataset: str, version: Version) -> Manifest | None:
        """The manifest from the cache; None where it is not there, or damaged."""
        if self.fetcher.source.local:
            return None
        digest = self.fetcher.cache.manifest(self.name, dataset, version)
        data = self.fetcher.cache.file(digest, as_they_are) if digest else None
        if data is None:
            return None
        return manifests.manifest(data, str(self.fetcher.cache.folder), dataset, version)

    def _versions(self, dataset: str) -> list[Version]:
        """What the cache has seen of a dataset, the newest first."""
        return sorted(self.fetcher.cache.versions(self.name, dataset), reverse=True)

    def _cached(self, dataset: str, wanted: Wanted) -> Manifest:
        """Of what is asked for, the newest whose main table is in the cache."""
        versions = self._versions(dataset)
        for version in versions:
            if wanted.newest([version]) is None:
                continue
            manifest = self._known(dataset, version)
            if manifest and self.fetcher.cache.holds(manifest.file(manifest.main).digest):
                if wanted.exact is None:
                    sentence = (
                        "offline: %s %s is %s, the newest in the cache; there may be a newer."
                    )
                    _LOG.warning(sentence, dataset, wanted.text, version)
                return manifest
        there = f"it has {_listing(versions)}" if versions else "it has none"
        raise ReleaseError(
            f"offline: {dataset} {wanted.text} of {self.name} is not in the cache "
            f"({self.fetcher.cache.folder}; {there}); load it once with PLAINFIGURES_OFFLINE unset."
        )

    def _no_dataset(self, dataset: str) -> UsageError:
        path = "catalog.json"
        try:
            data = self.fetcher.note(path, fresh=True)
        except NotThere:
            return UsageError(
                f"{self.name}: holds no releases (no {dataset}/latest.json, no catalog.json); name "
                "the folder or address that does."
            )
        names = manifests.datasets(data, self.fetcher.source.place(path))
        near = difflib.get_close_matches(dataset, names, 2)
        told = f"did you mean {' or '.join(near)}?" if near else f"it has {', '.join(names)}."
        return UsageError(f"{self.name}: has no dataset {dataset!r}; {told}")

    def _no_version(self, dataset: str, text: str, pointer: Pointer) -> UsageError:
        there = _listing(sorted(pointer.manifests, reverse=True))
        return UsageError(f"{self.name}: has no {dataset} {text}; it has {there}.")

    def _gone(self, dataset: str, version: Version) -> ReleaseError:
        return ReleaseError(
            f"{self.name}: {dataset} {version} is listed, but its files are gone; take another "
            "version, and tell the publisher, for a release should never go."
        )


def _listing(versions: list[Version], most: int = 8) -> str:
    shown = ", ".join(map(str, versions[:most]))
    return shown + (f" and {len(versions) - most} older" if len(versions) > most else "")
