"""What a consumer of the data needs: load a release, verify a package, prove a figure.

A leaf: it imports the standard library, pyarrow where a table is made, platformdirs where a cache
is looked for, and fsspec where an address needs it. Each part is imported when it is first used, so
that `verify` does not pay for `load`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plainfigures.client.contract import assert_schema
    from plainfigures.client.evidence import Provenance, Span, provenance
    from plainfigures.client.loading import Origin, load, origin
    from plainfigures.client.problems import Problem
    from plainfigures.client.settings import Settings
    from plainfigures.client.verification import verify

__all__ = [
    "Origin",
    "Problem",
    "Provenance",
    "Settings",
    "Span",
    "assert_schema",
    "load",
    "origin",
    "provenance",
    "verify",
]
_PARTS = {
    "Origin": "loading",
    "Problem": "problems",
    "Provenance": "evidence",
    "Settings": "settings",
    "Span": "evidence",
    "assert_schema": "contract",
    "load": "loading",
    "origin": "loading",
    "provenance": "evidence",
    "verify": "verification",
}


def __getattr__(name: str) -> object:
    if name in _PARTS:
        found: object = getattr(import_module(f"{__name__}.{_PARTS[name]}"), name)
        return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
