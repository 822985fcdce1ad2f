"""Versioning: the newest release decides which version what was built bears."""

from collections.abc import Callable
from pathlib import Path

from plainfigures.packages import CHANGELOG, FIRST_VERSION, Package, write
from plainfigures.releases.accounts import Account
from plainfigures.releases.changelog import changelog
from plainfigures.releases.comparison import compare
from plainfigures.releases.consent import Consents
from plainfigures.releases.index import ReleaseIndex
from plainfigures.releases.manifest import require_whole
from plainfigures.releases.opened import OpenedPackage, open_package

# Builds the package under a version with a changelog (None: that of a first version).
Make = Callable[[str, bytes | None], Package]


def newest_package(index: ReleaseIndex, releases: Path, dataset: str) -> OpenedPackage | None:
    """The package of the newest release of a dataset, whole; None where it has none.

    Raises UsageError where it is not as it was released.
    """
    release = index.newest(dataset)
    if release is None:
        return None
    require_whole(release, releases)
    return open_package(releases / release.package)


def as_before(previous: OpenedPackage | None) -> tuple[str, bytes | None]:
    """Version and changelog of the release before, under which a package is first built."""
    if previous is None:
        return FIRST_VERSION, None
    return previous.version, (previous.folder / CHANGELOG).read_bytes()


def versioned(
    make: Make,
    previous: OpenedPackage | None,
    folder: Path,
    account: Account,
    consents: Consents,
) -> Package:
    """Write into `folder` the package under the version that follows from what has changed.

    It is first built under version and changelog of the release before. Where every byte is then
    as released, it stays so; else the difference gives the next version and its changelog.
    """
    package = make(*as_before(previous))
    write(package, folder)
    if previous is None:
        return package
    reworded = consents.reworded(package.name, previous.version)
    diff = compare(previous, open_package(folder), account, reworded)
    if diff.equal:
        return package
    after = changelog(diff, (previous.folder / CHANGELOG).read_bytes())
    package = make(str(diff.next_version), after)
    write(package, folder)
    return package
