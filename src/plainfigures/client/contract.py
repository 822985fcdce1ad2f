"""A project's contract with a dataset: the shape that its code was written for."""

import difflib
import json
import os
from collections.abc import Mapping

from plainfigures.client.manifests import Manifest
from plainfigures.client.releases import Releases, open_releases
from plainfigures.client.settings import Settings
from plainfigures.client.versions import LATEST, Version, Wanted
from plainfigures.errors import ReleaseError, SchemaChanged, UsageError

_DESCRIPTOR = "datapackage.json"


def assert_schema(
    dataset: str,
    *,
    major: int | None = None,
    columns: Mapping[str, str] | None = None,
    schema_sha256: str | None = None,
    version: str = LATEST,
    source: str | os.PathLike[str] | None = None,
    settings: Settings | None = None,
) -> None:
    """Nothing where the dataset still has the shape that is told; for a test in your project.

    `major` is the major version that your code was written for: the release must be of it, and have
    the columns of the first release of it, in order and type. `columns` are the columns that you
    use, with their types in the descriptor (`{"value": "number", "unit": "string"}`).
    `schema_sha256` is that of the manifest: it changes with any rule of any column. `version` is
    what you load.

    Raises SchemaChanged, an AssertionError too, where something else is published; UsageError where
    nothing is told; else as `load` does.
    """
    if major is None and columns is None and schema_sha256 is None:
        raise UsageError("assert_schema: tell it major=, columns= or schema_sha256=.")
    releases = open_releases(source, settings)
    manifest = releases.resolve(dataset, Wanted.of(version))
    label = f"{dataset} {manifest.version}"
    if major is not None and manifest.version.major != major:
        raise SchemaChanged(
            f"{label} is not of the major version {major}: {_way_out(releases, manifest, major)}"
        )
    if schema_sha256 is not None and schema_sha256.lower() != manifest.schema_sha256:
        raise SchemaChanged(
            f"{label} has schema_sha256 {manifest.schema_sha256 or 'null'}, not {schema_sha256}."
        )
    there = _columns(releases, manifest)
    faults = [fault for each in (columns or {}).items() if (fault := _fault(*each, there))]
    if faults:
        raise SchemaChanged(f"{label}: {'; '.join(faults)}.")
    if major is not None:
        _check_promise(releases, manifest, there)


def _fault(name: str, kind: str, there: Mapping[str, str]) -> str | None:
    """What is wrong with a column that code relies on."""
    if name not in there:
        near = difflib.get_close_matches(name, there, 1)
        return f"no column {name!r}{f' (did you mean {near[0]}?)' if near else ''}"
    return None if there[name] == kind else f"{name} is of type {there[name]}, not {kind}"


def _way_out(releases: Releases, manifest: Manifest, major: int) -> str:
    """What to do where a release is of another major version than the code was written for."""
    listed = releases.known(manifest.dataset)
    there = any(each.major == major for each in listed)
    if manifest.version.major > major:
        told = "columns, units or meanings changed; read its CHANGELOG.md and adapt"
        return f"{told}, or load version='~={major}.0' until you have." if there else f"{told}."
    if there:
        return f"it is an older one; load version='~={major}.0'."
    newest = max(listed, default=manifest.version)
    return f"no release of that is known, the newest is {newest}; ask for major={newest.major}."


def _check_promise(releases: Releases, manifest: Manifest, there: Mapping[str, str]) -> None:
    """Within a major version the columns stay: compare with its oldest release that is listed."""
    if releases.fetcher.offline:
        return
    dataset, version = manifest.dataset, manifest.version
    listed = releases.pointer(dataset).manifests
    oldest = min((each for each in listed if each.major == version.major), default=version)
    if oldest >= version:
        return
    before = _columns(releases, releases.resolve(dataset, _exactly(oldest)))
    if list(before.items()) != list(there.items()):
        gone = [name for name in before if name not in there]
        new = [name for name in there if name not in before]
        kinds = [name for name in before if there.get(name, before[name]) != before[name]]
        told = (("lacks", gone), ("has also", new), ("has with another type", kinds))
        what = "; ".join(f"{verb} {', '.join(names)}" for verb, names in told if names)
        raise SchemaChanged(
            f"{dataset} {version} breaks its promise: beside {oldest} it "
            f"{what or 'has its columns in another order'}. Tell the publisher."
        )


def _exactly(version: Version) -> Wanted:
    return Wanted.of(str(version))


def _columns(releases: Releases, manifest: Manifest) -> dict[str, str]:
    """The columns of the main table with their types, as the descriptor tells them."""
    label = f"{manifest.dataset} {manifest.version}"
    if _DESCRIPTOR not in manifest.files:
        raise ReleaseError(f"{label}: has no {_DESCRIPTOR}.")
    try:
        descriptor = releases.file(manifest, _DESCRIPTOR, json.loads)
        (resource,) = (each for each in descriptor["resources"] if each["name"] == manifest.main)
        return {str(each["name"]): str(each["type"]) for each in resource["schema"]["fields"]}
    except (ValueError, KeyError, TypeError, RecursionError):
        raise ReleaseError(
            f"{label}: its {_DESCRIPTOR} does not describe the table {manifest.main}."
        ) from None
