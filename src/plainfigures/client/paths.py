"""Paths that stand in files from elsewhere: which of them may be opened."""

import re

# Windows opens a device by these names, whatever folder or ending stands around them.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
# Signs that an address or a shell takes for more than a letter.
_MEANT = frozenset('%?#$*"<>|')


def unsafe(path: str) -> str | None:
    """Why a path may leave its folder or mean another file elsewhere; None when it is safe."""
    parts = path.split("/")
    if path.startswith(("/", "~")) or "\\" in path or ":" in path:
        return "which is no path inside the package"
    if any(part in ("", ".", "..") for part in parts):
        return "which is no plain path inside the package"
    if any(part.endswith((".", " ")) or _DEVICE.fullmatch(part) for part in parts):
        return "which is another file on Windows"
    if not _MEANT.isdisjoint(path):
        return "which holds a sign that has a meaning of its own in addresses or shells"
    if not path.isprintable():
        return "which holds a control character"
    return None
