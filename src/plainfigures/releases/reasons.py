"""Reasons: the closed set of what may differ between two packages, each with its level."""

from enum import Enum

from plainfigures.releases.versions import Level


class Reason(Enum):
    """One kind of difference; `level` is the least step of the version that it demands."""

    COLUMN_ADDED = "column_added", Level.MAJOR
    COLUMN_REMOVED = "column_removed", Level.MAJOR
    COLUMN_RENAMED = "column_renamed", Level.MAJOR
    COLUMN_MOVED = "column_moved", Level.MAJOR
    COLUMN_RETYPED = "column_retyped", Level.MAJOR
    CONSTRAINT_TIGHTENED = "constraint_tightened", Level.MAJOR
    UNIT_CHANGED = "unit_changed", Level.MAJOR
    MEANING_CHANGED = "meaning_changed", Level.MAJOR
    KEY_CHANGED = "key_changed", Level.MAJOR
    CATEGORY_REMOVED = "category_removed", Level.MAJOR
    TABLE_REMOVED = "table_removed", Level.MAJOR
    NOT_COMPARED = "not_compared", Level.MAJOR
    TABLE_ADDED = "table_added", Level.MINOR
    CATEGORY_ADDED = "category_added", Level.MINOR
    ROWS_WITHDRAWN = "rows_withdrawn", Level.MINOR
    ROWS_ADDED = "rows_added", Level.MINOR
    ROWS_REIDENTIFIED = "rows_reidentified", Level.MINOR
    ROWS_CHANGED = "rows_changed", Level.PATCH
    ROWS_SHIFTED = "rows_shifted", Level.PATCH
    ROWS_REORDERED = "rows_reordered", Level.PATCH
    CONSTRAINT_LOOSENED = "constraint_loosened", Level.PATCH
    WORDS_CHANGED = "words_changed", Level.PATCH
    METADATA_CHANGED = "metadata_changed", Level.PATCH
    DOCUMENTATION_CHANGED = "documentation_changed", Level.PATCH
    RE_ENCODED = "re_encoded", Level.PATCH

    def __init__(self, word: str, level: Level) -> None:
        self.word = word
        self.level = level


class RowChange(Enum):
    """What became of a row."""

    WITHDRAWN = "withdrawn"
    REIDENTIFIED = "reidentified"
    CHANGED = "changed"
    SHIFTED = "shifted"
    ADDED = "added"


class Withdrawal(Enum):
    """Why a row is withdrawn."""

    DECISION = "decision"
    DOCUMENT_REMOVED = "document_removed"
    DOCUMENT_CHANGED = "document_changed"
    OTHER_DATASET = "other_dataset"
    NO_DATASET = "no_dataset"
    NOT_READ = "not_read"
    UNKNOWN = "unknown"


class Incomparable(Enum):
    """Why something was not compared; it never counts as equal."""

    UNREADABLE = "unreadable"
    NO_KEY = "no_key"
    KEY_CHANGED = "key_changed"
    KEY_REPEATED = "key_repeated"
    COLUMN_RETYPED = "column_retyped"
