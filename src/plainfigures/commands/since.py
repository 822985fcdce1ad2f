"""`plainfigures diff --since`: every built package against what a commit has of it."""

import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainfigures.commands.diff import DIFFERENT
from plainfigures.errors import UsageError

if TYPE_CHECKING:
    from plainfigures.packages.checkout import Checkout
    from plainfigures.releases.difference import PackageDiff
    from plainfigures.releases.opened import OpenedPackage


@dataclass(frozen=True, slots=True)
class Since:
    """What has become of all packages: those compared, those new and those gone, by name."""

    compared: tuple["PackageDiff", ...]
    new: tuple["OpenedPackage", ...]
    gone: tuple[str, ...]

    @property
    def equal(self) -> bool:
        """Whether every byte of every package is as it was."""
        return not self.new and not self.gone and all(each.equal for each in self.compared)

    def headline(self) -> str:
        """How many packages have changed, in a line."""
        changed = sum(not each.equal for each in self.compared)
        counts = {
            "removed": len(self.gone),
            "changed": changed,
            "new": len(self.new),
            "identical": len(self.compared) - changed,
        }
        told = [f"{count} {words}" for words, count in counts.items() if count]
        return f"Packages: {', '.join(told)}" if told else "There is no package"

    def lines(self) -> list[str]:
        """A line for each package that is gone or new, what is lost first."""
        return [
            *(f"{name}: removed" for name in self.gone),
            *(f"{each.name} {each.version}: new" for each in self.new),
        ]


def diff_since(start: Path, revision: str, form: str, most: int | None, verbose: bool) -> None:
    """Print how the packages in datasets/ differ from those of a commit; exit with 1 if they do."""
    from plainfigures.packages import checkout as checkouts
    from plainfigures.packages.canonical_json import pretty
    from plainfigures.releases.as_json import as_json
    from plainfigures.releases.markdown import as_markdown
    from plainfigures.releases.text import as_text

    found = compare_since(checkouts.require(start), revision)
    if form == "json":
        record = {
            "compared": [as_json(each) for each in found.compared],
            "new": [each.name for each in found.new],
            "removed": list(found.gone),
        }
        click.echo(pretty(record), nl=False)
    else:
        shown = as_markdown if form == "markdown" else as_text
        mark = "- " if form == "markdown" else ""
        told = [shown(each, most, verbose) for each in found.compared if not each.equal]
        lines = "".join(f"{mark}{line}\n" for line in found.lines())
        click.echo(
            "\n".join([f"{found.headline()}\n", *([lines] if lines else []), *told]), nl=False
        )
    sys.stdout.flush()
    if not found.equal:
        click.get_current_context().exit(DIFFERENT)


def compare_since(checkout: "Checkout", revision: str) -> Since:
    """Compare the packages in datasets/ with those of a commit.

    Raises UsageError where git or the commit is not there.
    """
    from plainfigures.packages.checkout import built_packages
    from plainfigures.releases.accounts import account_in
    from plainfigures.releases.comparison import compare
    from plainfigures.releases.opened import open_package

    with _datasets_of(checkout, revision) as before:
        now = checkout.datasets
        names = built_packages(now)
        earlier = built_packages(before)
        account = account_in(now / "reading")
        return Since(
            tuple(
                compare(open_package(before / name), open_package(now / name), account)
                for name in names
                if name in earlier
            ),
            tuple(open_package(now / name) for name in names if name not in earlier),
            tuple(name for name in earlier if name not in names),
        )


@contextmanager
def _datasets_of(checkout: "Checkout", revision: str) -> Iterator[Path]:
    """The folder datasets/ of a commit, unpacked for as long as the block lasts."""
    from plainfigures.packages.staging import target_errors

    git = shutil.which("git")
    if git is None:
        raise UsageError("git: not found, and --since reads what was committed")
    with tempfile.TemporaryDirectory(prefix="plainfigures-since-") as folder:
        archive = Path(folder) / "datasets.tar"
        name = checkout.datasets.name
        asked = [git, "-C", str(checkout.root), "archive", "--output", str(archive)]
        done = subprocess.run(
            [*asked, "--end-of-options", revision, name],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            said = done.stderr.strip().splitlines() or ["git archive failed"]
            raise UsageError(f"--since {revision}: {said[-1].removeprefix('fatal: ')}")
        with (
            target_errors(folder, "nothing was compared", "ask again"),
            tarfile.open(archive) as packed,
        ):
            packed.extractall(folder, filter="data")
        yield Path(folder) / name
