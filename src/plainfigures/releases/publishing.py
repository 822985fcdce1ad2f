"""Publishing: built packages are frozen into `releases/`, and these mirrored to a target."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from plainfigures import documents
from plainfigures.errors import UsageError
from plainfigures.packages.checkout import Checkout
from plainfigures.packages.staging import build_lock, target_errors
from plainfigures.releases.candidates import Candidate, candidates, require_consent
from plainfigures.releases.committed import require_committed
from plainfigures.releases.freezing import STAGING, freeze
from plainfigures.releases.index import INDEX, ReleaseIndex, is_day, load_index
from plainfigures.releases.mirror import Plan, Progress, carry_out, make_plan
from plainfigures.releases.status import note
from plainfigures.releases.targets import FolderTarget, Target, open_target

_AGAIN = "ask again"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was released, every release there is now, and what the target lacked (None: no one)."""

    released: Sequence[Candidate]
    index: ReleaseIndex
    plan: Plan | None


def target_of(checkout: Checkout, text: str) -> Target:
    """The target that `text` names, a folder or an address.

    Raises UsageError where it is empty, out of reach, or a folder of the checkout that holds
    something else: what is mirrored would mix with it.
    """
    target = open_target(text)
    if isinstance(target, FolderTarget) and checkout.owns(target.folder):
        raise UsageError(
            f"{text}: belongs to the checkout {checkout.root}, and the mirror would mix with what "
            "is there; name a folder outside, or a new one beside datasets/"
        )
    return target


def look(
    checkout: Checkout,
    target: Target | None,
    recheck: bool,
    progress: Progress,
    day: str,
    frozen: bool = False,
) -> Outcome:
    """What `publish` would do on a day (ISO): nothing is written, and the gate is asked.

    Where all is `frozen`, no release would be made. What the target would lack is counted on a copy
    of `releases/` in which the releases are made; what was released before is linked there.
    """
    index = load_index(checkout.releases)
    found = [] if frozen else candidates(checkout, index)
    _require_may_be_released(found, checkout)
    if target is None:
        return Outcome(found, index, None)
    if not found:
        plan = make_plan(checkout.releases, index, target, recheck, progress)
        return Outcome(found, index, plan)
    with ExitStack() as stack:
        with target_errors("the folder of temporary files", "nothing was counted", _AGAIN):
            folder = stack.enter_context(TemporaryDirectory(prefix="plainfigures-publish-"))
            copy = Checkout(Path(folder))
            if checkout.releases.is_dir():
                _link(checkout.releases, copy.releases)
        made = freeze(copy, found, index, documents.load_collection(checkout.seeds), day)
        plan = make_plan(copy.releases, made, target, recheck, progress)
    return Outcome(found, index, plan)


def _link(folder: Path, copy: Path) -> None:
    """Make a folder with links to the files of another: old releases may be many."""
    copy.mkdir()
    for each in folder.iterdir():
        if not each.is_dir():
            (copy / each.name).symlink_to(each)
        elif each.name != STAGING:
            _link(each, copy / each.name)


def release(checkout: Checkout, day: str) -> Outcome:
    """Freeze the built packages that differ from their newest release, as of a day (ISO).

    Raises GateRefused where a change has no consent, UsageError where the day is none, datasets/ is
    not what the build makes or it is made of what is not committed, TargetError where releases/
    cannot be written; nothing is then released.
    """
    _require_day(day)
    with build_lock(checkout, "no release was made", "publish again"):
        index = load_index(checkout.releases)
        found = candidates(checkout, index)
        _require_may_be_released(found, checkout)
        collection = documents.load_collection(checkout.seeds)
        index = freeze(checkout, found, index, collection, day)
    return Outcome(found, index, None)


def _require_may_be_released(found: Sequence[Candidate], checkout: Checkout) -> None:
    require_consent(found, checkout)
    if found:
        require_committed(checkout)


def _require_day(day: str) -> None:
    if not is_day(day):
        raise UsageError(f"{day!r}: no day; give one such as 2026-11-24")


def released(checkout: Checkout) -> Outcome:
    """The releases that there are, none made; UsageError where there is none."""
    index = load_index(checkout.releases)
    if not index.releases:
        raise UsageError(
            f"{checkout.releases}: there is no release yet; make one with plainfigures publish"
        )
    return Outcome((), index, None)


def mirror(
    checkout: Checkout,
    target: Target,
    recheck: bool,
    progress: Progress,
    confirmed: str | None = None,
) -> Plan:
    """Bring a target in line with `releases/`, and say what it lacked.

    `confirmed` is a day (ISO) to be noted at the target when all is in place; ask for a recheck
    with it, so that every file was read back.
    """
    if confirmed is not None:
        _require_day(confirmed)
    with build_lock(checkout, "nothing was mirrored", "publish again"), target.lock():
        index = load_index(checkout.releases)
        plan = make_plan(checkout.releases, index, target, recheck, progress)
        carry_out(plan, checkout.releases, target, progress)
        if confirmed is not None:
            note(target, index, (checkout.releases / INDEX).read_bytes(), confirmed)
    return plan
