"""Canonical JSON: keys sorted, UTF-8, no number that JSON does not know; the same bytes always."""

import json


def pretty(value: object) -> bytes:
    """The form for files: indented by two, a line feed at the end, readable as a diff."""
    return (_dumps(value, indent=2, separators=(",", ": ")) + "\n").encode()


def compact(value: object) -> bytes:
    """The form for metadata inside another file: no white space."""
    return _dumps(value, indent=None, separators=(",", ":")).encode()


def _dumps(value: object, indent: int | None, separators: tuple[str, str]) -> str:
    return json.dumps(
        value,
        allow_nan=False,
        ensure_ascii=False,
        indent=indent,
        separators=separators,
        sort_keys=True,
    )
