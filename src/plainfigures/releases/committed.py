"""Whether a release could be made again: what it is built from is committed, where there is git."""

import os
import shutil
import subprocess
from collections.abc import Iterator

from plainfigures.errors import UsageError
from plainfigures.packages.checkout import Checkout
from plainfigures.packages.stamp import inputs


def require_committed(checkout: Checkout) -> None:
    """UsageError where the checkout differs from its last commit in more than what it makes.

    What it makes, `datasets/` and `releases/`, is committed with or after a release. Files that git
    does not know count where the build would read them. Nothing is asked of a checkout that is
    under no version control, or where git is not installed.
    """
    found = sorted(_uncommitted(checkout)) if _is_tracked(checkout) else []
    if found:
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        raise UsageError(
            f"{checkout.root / found[0]}: differs from what is committed{more}, so nobody could "
            "make this release again; commit it or take it back, and publish again"
        )


def _is_tracked(checkout: Checkout) -> bool:
    if shutil.which("git") is None or not any(
        (folder / ".git").exists() for folder in (checkout.root, *checkout.root.parents)
    ):
        return False
    # A copy without history may lie within the repository of something else.
    return bool(_git(checkout, "ls-files", "--", "schemas/fields.yaml"))


def _uncommitted(checkout: Checkout) -> Iterator[str]:
    """The paths that differ from the last commit, from the root of the checkout."""
    made = [f":(exclude){each.name}" for each in (checkout.datasets, checkout.releases)]
    above = _git(checkout, "rev-parse", "--show-prefix").rstrip("\n")
    listed = _git(
        checkout, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all",
        "--", ".", *made,
    )  # fmt: skip
    read = tuple(inputs(checkout).values())
    for entry in listed.split("\0")[:-1]:
        state, path = entry[:2], entry[3:].removeprefix(above)
        if state != "??" or any((checkout.root / path).is_relative_to(each) for each in read):
            yield path


def _git(checkout: Checkout, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "--no-optional-locks", "-C", str(checkout.root), *arguments],
        capture_output=True,
        env={**os.environ, "LC_ALL": "C"},
        check=False,
    )
    if done.returncode != 0:
        said = done.stderr.decode(errors="replace").strip().splitlines() or ["git failed"]
        raise UsageError(
            f"{checkout.root}: git cannot tell what is committed "
            f"({said[0].removeprefix('fatal: ')}); mend that, and publish again"
        )
    return os.fsdecode(done.stdout)
