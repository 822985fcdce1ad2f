"""A table of a release, as an Arrow table that knows where it comes from."""

import difflib
import json
import os
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from plainfigures.client.manifests import Manifest, checked_digest
from plainfigures.client.releases import Releases, open_releases
from plainfigures.client.settings import Settings
from plainfigures.client.versions import LATEST, Wanted
from plainfigures.errors import ChecksumError, ReleaseError, UsageError

if TYPE_CHECKING:
    import pyarrow as pa

_KEY = b"plainfigures"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a loaded table comes from: what was asked for, what it is, and its checksums.

    `sha256` is that of its Parquet file, `manifest_sha256` that of the manifest of the release.
    """

    dataset: str
    table: str
    version: str
    asked: str
    source: str
    sha256: str
    manifest_sha256: str


def load(
    dataset: str,
    version: str = LATEST,
    *,
    table: str | None = None,
    source: str | os.PathLike[str] | None = None,
    sha256: str | None = None,
    manifest_sha256: str | None = None,
    settings: Settings | None = None,
) -> "pa.Table":
    """A table of a release: the figures, or the `table` that is named (`spans`, `documents` …).

    `version` is exact (`1.2.0`), `~=1.2` (any 1.x from 1.2 on), `~=1.2.3` or `latest`; `origin`
    tells of the table which version it is. `source` is a folder, an http(s) address or, with the
    extra `publish`, any address that fsspec opens; where none is given, PLAINFIGURES_SOURCE.
    `sha256` pins the very bytes of the Parquet file, as SHA256SUMS has them; `manifest_sha256` pins
    the manifest, and with it every file of the release.

    Every byte is checked before any of it is used. An exact version that is in the cache costs no
    request. Raises UsageError where there is no such dataset, version or table, ReleaseError where
    it cannot be had, ChecksumError where other bytes came.
    """
    wanted = Wanted.of(version)
    releases = open_releases(source, settings)
    manifest = releases.resolve(dataset, wanted, manifest_sha256)
    return read_table(releases, manifest, table or manifest.main, wanted.text, sha256)


def read_table(
    releases: Releases, manifest: Manifest, table: str, asked: str, sha256: str | None = None
) -> "pa.Table":
    """A table of a release that has been found."""
    if table not in manifest.tables:
        near = difflib.get_close_matches(table, manifest.tables, 1)
        told = f"did you mean {near[0]}?" if near else f"it has {', '.join(manifest.tables)}."
        raise UsageError(f"{manifest.dataset} {manifest.version}: has no table {table!r}; {told}")
    file = manifest.file(table)
    if sha256 is not None and checked_digest(sha256) != file.digest:
        releases.forget(manifest)
        raise ChecksumError(
            f"{manifest.dataset} {manifest.version}: {file.path} was published with sha256 "
            f"{file.digest}, not with {sha256}, which was asked for; nothing was loaded."
        )
    origin = Origin(
        dataset=manifest.dataset,
        table=table,
        version=str(manifest.version),
        asked=asked,
        source=releases.name,
        sha256=file.digest,
        manifest_sha256=manifest.digest,
    )
    return releases.file(manifest, file.path, lambda data: _arrow(data, origin))


def origin(table: "pa.Table") -> Origin:
    """Where a table comes from that `load` gave; UsageError for any other."""
    found = (table.schema.metadata or {}).get(_KEY)
    if found is None:
        raise UsageError("this table does not say where it comes from; it is none that load gave.")
    return Origin(**json.loads(found))


def _arrow(data: bytes, origin: Origin) -> "pa.Table":
    # Late, for it takes longer than all else here; not pyarrow.dataset, which takes longer still.
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        # In this thread: a worker of Arrow's that still holds the bytes when Python ends aborts it.
        table = pq.ParquetFile(pa.BufferReader(data)).read(use_threads=False)
    except (pa.ArrowException, OSError) as error:
        raise ReleaseError(
            f"{origin.dataset} {origin.version}: its table {origin.table} is no Parquet file that "
            f"can be read, though its bytes are those that were published: {error}."
        ) from None
    note = json.dumps(asdict(origin), sort_keys=True).encode()
    return table.replace_schema_metadata({**(table.schema.metadata or {}), _KEY: note})
