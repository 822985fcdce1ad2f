"""`plainfigures publish`: freeze what is built into releases/, and mirror the releases."""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainfigures.commands.progress import shown_progress
from plainfigures.errors import UsageError

if TYPE_CHECKING:
    from plainfigures.releases.mirror import Plan
    from plainfigures.releases.publishing import Outcome
    from plainfigures.releases.targets import Target


@dataclass(frozen=True, slots=True)
class Wishes:
    """How to publish: only `look`, `recheck` every file, make no release (`frozen`), `confirm`."""

    look: bool = False
    recheck: bool = False
    frozen: bool = False
    confirm: bool = False


def publish(start: Path, target: str | None, day: str | None, wishes: Wishes) -> None:
    """Release the packages of the checkout that holds the folder `start`, and mirror to `target`.

    `day` is the day of release or confirmation (ISO); without it, that of SOURCE_DATE_EPOCH or of
    the clock, UTC.
    """
    if target is None and (wishes.frozen or wishes.confirm):
        raise UsageError("--frozen and --confirm are about a target: name one")
    if wishes.look and wishes.confirm:
        raise UsageError("--dry-run writes nothing, so it cannot --confirm")
    from plainfigures.packages import checkout as checkouts
    from plainfigures.releases import publishing

    checkout = checkouts.require(start)
    released = _day(day)
    place = None if target is None else publishing.target_of(checkout, target)
    with shown_progress(lines=False) as progress:
        recheck = wishes.recheck or wishes.confirm
        if wishes.look:
            outcome = publishing.look(checkout, place, recheck, progress, released, wishes.frozen)
            plan = outcome.plan
        else:
            outcome = (
                publishing.released(checkout)
                if wishes.frozen
                else publishing.release(checkout, released)
            )
            plan = None
            if place is not None:
                confirmed = released if wishes.confirm else None
                plan = publishing.mirror(checkout, place, recheck, progress, confirmed)
    _tell(outcome, wishes.look)
    _warn(outcome, released)
    if place is not None and plan is not None:
        _tell_target(place, plan, wishes.look)
        if wishes.confirm:
            click.echo(f"{place.name}: confirmed as of {released}")


def _day(text: str | None) -> str:
    """The day of release; UsageError where it is none."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if text is None and epoch is None:
        return datetime.now(UTC).date().isoformat()
    from plainfigures.releases.index import is_day

    if text is not None and is_day(text):
        return text
    with suppress(ValueError, OverflowError, OSError):
        if text is None:
            return datetime.fromtimestamp(int(epoch or ""), UTC).date().isoformat()
    name = f"--day {text}" if text is not None else f"SOURCE_DATE_EPOCH={epoch}"
    raise UsageError(f"{name}: no day; give one such as 2026-11-24")


def _tell(outcome: "Outcome", dry_run: bool) -> None:
    from plainfigures.releases.words import headline

    verb = "would release" if dry_run else "released"
    for each in outcome.released:
        name = f"{each.package.name} {each.package.version}"
        first = f"{name}: the first version"
        click.echo(f"{verb} {first if each.diff is None else headline(each.diff)}")
    names = {each.package.name for each in outcome.released}
    same = [name for name in sorted(outcome.index.releases) if name not in names]
    if same:
        count = "1 dataset stands" if len(same) == 1 else f"{len(same)} datasets stand"
        click.echo(f"{count} as released")


def _warn(outcome: "Outcome", day: str) -> None:
    """Say where a release is of an earlier day than the one before: a clock may be wrong."""
    for each in outcome.released:
        name, version = each.package.name, each.package.version
        before = [known for known in outcome.index.of(name) if str(known.version) != version]
        if before and day < before[-1].released:
            click.echo(
                f"Warning: {name} {version} is of {day}, and {before[-1].version} of "
                f"{before[-1].released}: is the clock right? Take the release back before it is "
                "committed, or name the day (--day).",
                err=True,
            )


def _tell_target(target: "Target", plan: "Plan", dry_run: bool) -> None:
    files = "1 file" if plan.count == 1 else f"{plan.count} files"
    done = f"{files} ({plan.size:,} bytes)"
    if not plan.count:
        click.echo(f"{target.name}: nothing to do, {plan.equal} files are there")
    elif dry_run:
        click.echo(f"{target.name}: would upload {done}; {plan.equal} are there")
    else:
        click.echo(f"{target.name}: {done} uploaded and read back; {plan.equal} were there")
