"""Plain Figures: the figures that essays state, as datasets that lead back to the sentence.

What consumers of the data need stands here: `load`, `provenance`, `assert_schema`, `verify`. It is
imported when it is first used, so that the import of the package costs next to nothing.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plainfigures.client import (
        Origin,
        Problem,
        Provenance,
        Settings,
        Span,
        assert_schema,
        load,
        origin,
        provenance,
        verify,
    )

__version__ = "0.1.0"
__all__ = [
    "Origin",
    "Problem",
    "Provenance",
    "Settings",
    "Span",
    "__version__",
    "assert_schema",
    "load",
    "origin",
    "provenance",
    "verify",
]


def __getattr__(name: str) -> object:
    if name in __all__:
        from plainfigures import client

        found: object = getattr(client, name)
        return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
