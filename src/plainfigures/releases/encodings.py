"""Encodings: files that say the same in other bytes, and documentation that says something else."""

import re
from collections.abc import Iterator
from typing import Any

from plainfigures.packages import CHANGELOG, CHECKSUMS, DESCRIPTOR
from plainfigures.releases.difference import Change
from plainfigures.releases.opened import OpenedPackage
from plainfigures.releases.reasons import Reason

# They follow from the rest, or are compared by what they say.
_FOLLOWING = (CHANGELOG, CHECKSUMS, DESCRIPTOR)
# A heading of Markdown below the title, and what stands under it.
_HEADED = re.compile(r"(?ms)^##+ ([^\n]+)\n(.*?)(?=^##+ |\Z)")
_TOKEN = re.compile(r"[0-9A-Za-z.]+")


def compare_files(
    old: OpenedPackage, new: OpenedPackage, equal_tables: frozenset[str]
) -> Iterator[Change]:
    """What other files than the descriptor say otherwise, and `equal_tables` in other bytes."""
    tables = {
        file: name
        for package in (old, new)
        for name, table in package.tables.items()
        for file in (table.csv, table.parquet)
    }
    for path in sorted(old.files.keys() | new.files.keys()):
        before, after = old.files.get(path), new.files.get(path)
        if path in _FOLLOWING or before == after:
            continue
        if path in tables:
            if tables[path] in equal_tables and not _same_form(old, new, path):
                yield Change(Reason.RE_ENCODED, path)
        elif before is None:
            yield Change(Reason.DOCUMENTATION_CHANGED, path, now="added")
        elif after is None:
            yield Change(Reason.DOCUMENTATION_CHANGED, path, was="removed")
        else:
            texts = _texts(old, new, path)
            if texts is None or texts[0] != texts[1]:
                yield Change(Reason.DOCUMENTATION_CHANGED, path, now=texts and _sections(*texts))


def _same_form(old: OpenedPackage, new: OpenedPackage, path: str) -> bool:
    """Whether two files of the same rows differ by what they say of themselves alone."""
    return path.endswith(".parquet") and bool(_form(old, path) == _form(new, path))


def _form(package: OpenedPackage, path: str) -> Any:
    """How a Parquet file is written, apart from what it says of itself."""
    import pyarrow.parquet as pq

    metadata = pq.read_metadata(package.folder / path)
    groups = [metadata.row_group(number) for number in range(metadata.num_row_groups)]
    columns = [group.column(number) for group in groups for number in range(group.num_columns)]
    chunks = [
        (each.compression, each.encodings, each.total_compressed_size, each.num_values)
        for each in columns
    ]
    return metadata.created_by, metadata.format_version, chunks


def _texts(old: OpenedPackage, new: OpenedPackage, path: str) -> tuple[str, str] | None:
    """Two texts, the second with the version and the checksums of the first; None for no texts."""
    names = {new.version: old.version}
    for file, facts in new.files.items():
        if file in old.files:
            names[facts.sha256] = old.files[file].sha256
            names.setdefault(str(facts.size), str(old.files[file].size))
    try:
        before, after = ((each.folder / path).read_text("utf-8") for each in (old, new))
    except UnicodeDecodeError:
        return None
    return before, _TOKEN.sub(lambda match: names.get(match[0], match[0]), after)


def _sections(before: str, after: str) -> str | None:
    """The headings of Markdown under which two texts differ, in words; None where there is none."""
    was, now = (dict(_HEADED.findall(text)) for text in (before, after))
    names = [name for name in now | was if was.get(name) != now.get(name)]
    return f"changed under “{'”, “'.join(names)}”" if names else None
