"""The archive of a release: the whole package in one ZIP, the same bytes every time."""

import io
import zipfile
from collections.abc import Mapping

# ZIP cannot say anything earlier, and no file has a time of its own.
_TIME = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16


def archive(files: Mapping[str, bytes], folder: str) -> bytes:
    """A ZIP of the files by path, all in one folder, in the order of the paths."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for path, data in sorted(files.items()):
            member = zipfile.ZipInfo(f"{folder}/{path}", _TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3  # Unix, wherever it is made
            member.external_attr = _PLAIN_FILE
            target.writestr(member, data, compresslevel=9)
    return whole.getvalue()
