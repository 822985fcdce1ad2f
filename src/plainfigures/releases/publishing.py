"""Publishing: built packages are frozen into `releases/`, and these mirrored to a target."""

from collections.abc import Sequence
from dataclasses import dataclass

from plainfigures import documents
from plainfigures.packages.checkout import Checkout
from plainfigures.packages.staging import build_lock
from plainfigures.releases.candidates import Candidate, candidates, require_consent
from plainfigures.releases.freezing import freeze
from plainfigures.releases.index import ReleaseIndex, load_index
from plainfigures.releases.mirror import Plan, Progress, carry_out, make_plan
from plainfigures.releases.targets import Target


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was released, every release there is now, and what the target lacked (None: no one)."""

    released: Sequence[Candidate]
    index: ReleaseIndex
    plan: Plan | None


def look(checkout: Checkout, target: Target | None, recheck: bool, progress: Progress) -> Outcome:
    """What `publish` would do: nothing is written, and the gate is asked."""
    index = load_index(checkout.releases)
    found = candidates(checkout, index)
    require_consent(found, checkout)
    plan = None
    if target is not None:
        plan = make_plan(checkout.releases, index, target, recheck, progress)
    return Outcome(found, index, plan)


def release(checkout: Checkout, day: str) -> Outcome:
    """Freeze the built packages that differ from their newest release, as of a day (ISO).

    Raises GateRefused where a change has no consent, UsageError where datasets/ is not what the
    build makes, TargetError where releases/ cannot be written; nothing is then released.
    """
    with build_lock(checkout):
        index = load_index(checkout.releases)
        found = candidates(checkout, index)
        require_consent(found, checkout)
        collection = documents.load_collection(checkout.seeds)
        index = freeze(checkout, found, index, collection, day)
    return Outcome(found, index, None)


def mirror(checkout: Checkout, target: Target, recheck: bool, progress: Progress) -> Plan:
    """Bring a target in line with `releases/`, and say what it lacked."""
    with build_lock(checkout), target.lock():
        index = load_index(checkout.releases)
        plan = make_plan(checkout.releases, index, target, recheck, progress)
        carry_out(plan, checkout.releases, target, progress)
    return plan
