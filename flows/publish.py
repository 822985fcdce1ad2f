"""Publish: what is built becomes releases, and these are mirrored to a target."""

from datetime import UTC, datetime
from pathlib import Path

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact

from flows.tasks import outside
from plainfigures.packages.checkout import require
from plainfigures.releases import publishing
from plainfigures.releases.markdown import as_markdown


@task(task_run_name="release as of {day}", **outside)
def release(root: str, day: str) -> list[str]:
    """Freeze the packages that have changed; Markdown on each."""
    told = []
    for each in publishing.release(require(Path(root)), day).released:
        name = f"{each.package.name} {each.package.version}"
        told.append(
            f"## {name}: the first version\n" if each.diff is None else as_markdown(each.diff, 20)
        )
    return told


@task(task_run_name="mirror to {target}", **outside)
def mirror(root: str, target: str) -> str:
    """Bring a target in line with the releases; a sentence on what it lacked."""
    checkout = require(Path(root))
    plan = publishing.mirror(checkout, publishing.target_of(checkout, target), False, _quiet)
    return f"{target}: {plan.count} files ({plan.size:,} bytes) uploaded and read back"


@flow(name="publish", flow_run_name="publish {root}")
def publish(root: str = ".", target: str | None = None, day: str | None = None) -> str:
    """Release the packages of the checkout `root`, and mirror all releases to `target`, if any.

    `day` is the day of release (ISO; without it, today, UTC). Gives a report in Markdown. Raises
    GateRefused where a change has no consent, UsageError or TargetError.
    """
    if target is not None:
        publishing.target_of(require(Path(root)), target)  # before anything is released
    told = release(root, day or datetime.now(UTC).date().isoformat())
    if target is not None:
        told.append(f"{mirror(root, target)}\n")
    report = "\n".join(told) or "Nothing to release.\n"
    create_markdown_artifact(report, key="publish-report")
    return report


def _quiet(words: str, done: int, total: int) -> None:
    """No terminal looks at a worker."""
