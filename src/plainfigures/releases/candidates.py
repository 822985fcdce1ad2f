"""Candidates: the built packages that are no release yet, each with what it changes."""

from collections.abc import Sequence
from dataclasses import dataclass

from plainfigures import client
from plainfigures.errors import GateRefused, UsageError
from plainfigures.packages import FIRST_VERSION
from plainfigures.packages.checkout import Checkout, built_packages
from plainfigures.packages.stamp import unchanged_packages
from plainfigures.releases.accounts import account_in
from plainfigures.releases.comparison import compare
from plainfigures.releases.consent import Consents, load_consents
from plainfigures.releases.difference import PackageDiff
from plainfigures.releases.gate import refusals
from plainfigures.releases.index import ReleaseIndex
from plainfigures.releases.opened import OpenedPackage, open_package
from plainfigures.releases.versioning import newest_package
from plainfigures.releases.versions import Level, parse_version


@dataclass(frozen=True, slots=True)
class Candidate:
    """A built package to be released, and how it differs from the release before, if any."""

    package: OpenedPackage
    diff: PackageDiff | None


def candidates(checkout: Checkout, index: ReleaseIndex) -> list[Candidate]:
    """The built packages that differ from their newest release, by name.

    Raises UsageError where one is not what the build makes of the sources, or bears a version that
    does not follow from what has changed.
    """
    consents = load_consents(checkout.releases)
    found = []
    for name in built_packages(checkout.datasets):
        package = open_package(checkout.datasets / name)
        previous = newest_package(index, checkout.releases, name)
        if previous is not None and previous.files == package.files:
            continue
        found.append(_candidate(checkout, package, previous, consents))
    names = [each.package.name for each in found]
    if names and unchanged_packages(checkout, names) != names:
        raise UsageError(
            f"{checkout.datasets}: not what the build makes of the sources as they are; run "
            "plainfigures build, and publish again"
        )
    return found


def require_consent(found: Sequence[Candidate], checkout: Checkout) -> None:
    """GateRefused with a sentence for each change that needs consent and has none."""
    consents = load_consents(checkout.releases)
    sentences = [
        sentence
        for each in found
        if each.diff is not None
        for sentence in refusals(each.diff, consents)
    ]
    if sentences:
        raise GateRefused("\n".join(sentences))


def _candidate(
    checkout: Checkout,
    package: OpenedPackage,
    previous: OpenedPackage | None,
    consents: Consents,
) -> Candidate:
    for problem in client.verify(package.folder):
        raise UsageError(
            f"{package.folder / problem.file}: {problem.sentence} Run plainfigures build"
        )
    if previous is None:
        if package.version != FIRST_VERSION:
            raise UsageError(
                f"{package.folder}: says {package.version}, but there is no release before it; "
                "run plainfigures build"
            )
        return Candidate(package, None)
    reworded = consents.reworded(package.name, previous.version)
    account = account_in(checkout.datasets / "reading")
    diff = compare(previous, package, account, reworded)
    # Bytes alone may have changed, which two versions hide from the comparison.
    follows = str(parse_version(previous.version).after(diff.level or Level.PATCH))
    if package.version != follows:
        raise UsageError(
            f"{package.folder}: says {package.version}, and what has changed since release "
            f"{previous.version} makes it {follows}; run plainfigures build"
        )
    return Candidate(package, diff)
