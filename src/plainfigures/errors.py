"""The errors that a user meets: one plain sentence each, with the exit code of the command."""


class PlainFiguresError(Exception):
    """A problem that the user can mend; its message names the place and the remedy."""

    exit_code = 4


class GateRefused(PlainFiguresError):
    """A built package broke a rule, so nothing was published."""

    exit_code = 1


class UsageError(PlainFiguresError):
    """The command, a definition or a suite is wrong."""

    exit_code = 2


class SourceError(PlainFiguresError):
    """A document, its citation data or its decisions cannot be read."""

    exit_code = 3


class TargetError(PlainFiguresError):
    """The place to write to is full, read-only or locked by another run."""

    exit_code = 5


class ReleaseError(PlainFiguresError):
    """A release cannot be had: not there, out of reach, or unreadable."""

    exit_code = 3


class ChecksumError(ReleaseError):
    """What came is not what was published; none of it was used."""


class SchemaChanged(GateRefused, AssertionError):
    """A dataset no longer has the shape that a project was written for."""
