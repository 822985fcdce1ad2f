"""What a consumer of the data needs: load a release, verify a package, prove a figure.

A leaf: it imports the standard library, pyarrow where a table is made, platformdirs where a cache
is looked for, and fsspec where an address needs it; each when it is used and not before.
"""

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
