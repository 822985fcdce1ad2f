"""SHA256SUMS: the checksum of every file of a package but its own, as `sha256sum -c` reads it."""

from collections.abc import Mapping
from hashlib import sha256

CHECKSUMS = "SHA256SUMS"


def checksums(files: Mapping[str, bytes]) -> bytes:
    """A line per file, sorted by path: 64 hex digits, two spaces, the path."""
    lines = [
        f"{sha256(data).hexdigest()}  {path}\n"
        for path, data in sorted(files.items())
        if path != CHECKSUMS
    ]
    return "".join(lines).encode()
