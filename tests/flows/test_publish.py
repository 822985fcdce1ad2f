"""The publish flow: runs on a real Prefect API, and tells what it released."""

from pathlib import Path
from typing import Any

import pytest

from plainfigures.errors import GateRefused, UsageError
from plainfigures.packages.checkout import Checkout
from plainfigures.releases.index import load_index
from tests.releases.sample import DAY, lake, make_checkout, rebuild, released
from tests.scratch import contents

pytestmark = pytest.mark.usefixtures("api")


def publish(checkout: Checkout, **more: Any) -> str:
    from flows.publish import publish as flow

    report: str = flow(str(checkout.root), **more)
    return report


def test_what_is_built_is_released_mirrored_and_told(tmp_path: Path) -> None:
    from prefect.artifacts import Artifact

    checkout = make_checkout(tmp_path / "checkout")
    rebuild(checkout)
    out = tmp_path / "out"
    report = publish(checkout, target=str(out), day=DAY)
    assert "## mines 1.0.0: the first version" in report
    artifact = Artifact.get("publish-report")
    assert artifact is not None
    assert artifact.data == report
    assert {each.released for each in load_index(out).all()} == {DAY}
    before = contents(out)
    assert "0 files (0 bytes) uploaded" in publish(checkout, target=str(out))
    assert contents(out) == before
    assert publish(checkout) == "Nothing to release.\n"


def test_a_refused_gate_is_told_as_it_is(tmp_path: Path) -> None:
    checkout = make_checkout(tmp_path / "checkout")
    released(checkout)
    rebuild(checkout, [lake()])
    with pytest.raises(GateRefused, match="casualties had 10 rows and has 2"):
        publish(checkout, day=DAY)


def test_a_target_of_the_checkout_is_refused_before_anything_is_released(tmp_path: Path) -> None:
    checkout = make_checkout(tmp_path / "checkout")
    rebuild(checkout)
    before = contents(checkout.root)
    for target in ("", str(checkout.root), str(checkout.datasets)):
        with pytest.raises(UsageError, match=r"the target is empty|belongs to the checkout"):
            publish(checkout, target=target, day=DAY)
    assert contents(checkout.root) == before


@pytest.mark.parametrize("day", ["27.11.2026", "20261127", "today"])
def test_what_is_no_day_never_gets_into_the_index(tmp_path: Path, day: str) -> None:
    checkout = make_checkout(tmp_path / "checkout")
    rebuild(checkout)
    before = contents(checkout.root)
    with pytest.raises(UsageError, match=f"'{day}': no day; give one such as 2026-11-24"):
        publish(checkout, day=day)
    assert contents(checkout.root) == before
