"""The mirror: releases copied to a target, every file read back, the pointers moved last.

The index is the first of the pointers, and is only moved where it still is what the plan saw. So of
two publishers at a store that knows no lock, one has it, and the other stops before it moves any.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from plainfigures.errors import TargetError, UsageError
from plainfigures.releases.as_json import SCHEMA
from plainfigures.releases.index import INDEX, FileSum, Release, ReleaseIndex, parse_index
from plainfigures.releases.manifest import release_files
from plainfigures.releases.pointers import LATEST
from plainfigures.releases.targets import Target

# Called with what is being done, how many steps are done, and how many there are.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a target lacks.

    `uploads` are the files of releases in the order to be written, the manifest of each release
    behind its files; `pointers` are to be written after them; `equal` counts files and pointers
    that are there. `seen` has, by path, what a pointer that is to be moved was when it was looked
    at; None where it was not there.
    """

    uploads: tuple[FileSum, ...]
    pointers: tuple[FileSum, ...]
    equal: int
    seen: Mapping[str, bytes | None]

    @property
    def count(self) -> int:
        """How many files are to be written, pointers among them."""
        return len(self.uploads) + len(self.pointers)

    @property
    def size(self) -> int:
        """How many bytes they have."""
        return sum(each.size for each in (*self.uploads, *self.pointers))


def make_plan(
    releases: Path,
    index: ReleaseIndex,
    target: Target,
    recheck: bool,
    progress: Progress,
) -> Plan:
    """Look at a target and say what it lacks.

    A release whose manifest is there is complete, and only the sizes of its files are looked at;
    with `recheck` every file is read back. Raises UsageError where the target has a release that
    is not one of ours, or has other bytes under one version; with `recheck`, also a file more.
    """
    theirs = target.read(INDEX)
    if theirs is not None:
        _require_ours(parse_index(theirs, f"{target.name}/{INDEX}"), index, target)
    uploads: list[FileSum] = []
    equal = 0
    known = index.all()
    for number, release in enumerate(known):
        progress(f"looking at {release.dataset} {release.version}", number, len(known))
        files = release_files(release, releases)
        lacking = list(_lacking(release, files, target, recheck))
        uploads += lacking
        equal += len(files) - len(lacking)
    moved: list[FileSum] = []
    seen: dict[str, bytes | None] = {}
    for path in pointer_paths(index):
        data = (releases / path).read_bytes()
        there = theirs if path == INDEX else target.read(path)
        if there == data:
            equal += 1
        else:
            moved.append(_sum(path, data))
            seen[path] = there
    return Plan(tuple(uploads), tuple(moved), equal, seen)


def pointer_paths(index: ReleaseIndex) -> list[str]:
    """What leads to the newest releases, in the order to be written."""
    return [INDEX, *(f"{name}/{LATEST}" for name in sorted(index.releases)), "catalog.json", SCHEMA]


def carry_out(plan: Plan, releases: Path, target: Target, progress: Progress) -> None:
    """Upload what a target lacks, then move its pointers.

    Every file is read back and compared before the pointers move. Raises TargetError where what is
    read back differs, or another publisher was there meanwhile; the pointers then stand where they
    stood, or where the other one moved them.
    """
    for number, file in enumerate(plan.uploads):
        progress(f"uploading {file.path}", number, plan.count)
        data = (releases / file.path).read_bytes()
        if _sum(file.path, data) != file:
            raise UsageError(
                f"{releases / file.path}: is not as it was released; restore it (git checkout)"
            )
        target.write(file.path, data)
        _require_written(target, file.path, data)
    for number, file in enumerate(plan.pointers, len(plan.uploads)):
        progress(f"moving {file.path}", number, plan.count)
        data = (releases / file.path).read_bytes()
        if not target.move(file.path, data, plan.seen[file.path]):
            raise TargetError(
                f"{target.name}: another run published there meanwhile; publish again to see what "
                "it did"
            )
        _require_written(target, file.path, data)


def _require_ours(theirs: ReleaseIndex, ours: ReleaseIndex, target: Target) -> None:
    for release in theirs.all():
        same = ours.find(release.dataset, release.version)
        if same is None:
            raise UsageError(
                f"{target.name}: has {release.dataset} {release.version}, which is no release "
                "here; take in the releases that others have made (git pull), and publish again"
            )
        if same.manifest.sha256 != release.manifest.sha256:
            raise _other_bytes(release, target)


def _other_bytes(release: Release, target: Target) -> UsageError:
    return UsageError(
        f"{target.name}: has {release.dataset} {release.version} with other bytes; a version is "
        "never published twice, so make a new one"
    )


def _lacking(
    release: Release, files: list[FileSum], target: Target, recheck: bool
) -> Iterator[FileSum]:
    """The files of a release that the target lacks, its manifest last."""
    *parts, listed = files
    there = target.read(listed.path)
    if there is not None and _sum(listed.path, there) != listed:
        raise _other_bytes(release, target)
    complete = there is not None
    sizes: Mapping[str, int] = target.sizes(release.dataset)
    if recheck:
        _require_no_more(release, files, sizes, target)
    lost = False
    for file in parts:
        if sizes.get(file.path) != file.size or (
            (recheck or not complete) and not _same(target, file)
        ):
            lost = True
            yield file
    if lost or not complete:
        yield listed


def _require_no_more(
    release: Release, files: list[FileSum], sizes: Mapping[str, int], target: Target
) -> None:
    """UsageError for a file in the folder of a package that is none of it: who takes the folder as
    it lies there would have no package that can be verified."""
    known = {each.path for each in files}
    for path in sorted(sizes):
        if path.startswith(f"{release.package}/") and path not in known:
            raise UsageError(
                f"{target.name}/{path}: is no file of {release.dataset} {release.version}, which "
                "never changes; remove it, and publish again"
            )


def _same(target: Target, file: FileSum) -> bool:
    data = target.read(file.path)
    return data is not None and _sum(file.path, data) == file


def _require_written(target: Target, path: str, data: bytes) -> None:
    if target.read(path) != data:
        raise TargetError(
            f"{target.name}/{path}: reads back with other bytes than were written; what was "
            "published before stands, publish again"
        )


def _sum(path: str, data: bytes) -> FileSum:
    return FileSum(path, len(data), sha256(data).hexdigest())
