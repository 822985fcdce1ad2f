"""Status: the day on which a target was last found whole, in a file beside its catalogue.

It is a heartbeat: a schedule that silently stops shows by its age. It stands at the target alone,
so that no commit is made of a day on which nothing has changed.
"""

from hashlib import sha256

from plainfigures.errors import TargetError
from plainfigures.packages.canonical_json import pretty
from plainfigures.releases.index import ReleaseIndex
from plainfigures.releases.targets import Target

STATUS = "status.json"
FORMAT_VERSION = 1


def note(target: Target, index: ReleaseIndex, index_file: bytes, day: str) -> None:
    """Write status.json: the day (ISO), the newest version of each dataset, the sum of the index.

    Call it when every file of the index was read back. Raises TargetError where it cannot be
    written.
    """
    record = {
        "confirmed": day,
        "datasets": {
            name: str(known[-1].version) for name, known in sorted(index.releases.items())
        },
        "format_version": FORMAT_VERSION,
        "index_sha256": sha256(index_file).hexdigest(),
    }
    target.write(STATUS, pretty(record))
    if target.read(STATUS) != pretty(record):
        raise TargetError(f"{target.name}/{STATUS}: reads back with other bytes than were written")
