"""The heartbeat: a target says when it was last found whole, and only then."""

import hashlib
import json
from pathlib import Path

import pytest

from plainfigures.packages.checkout import Checkout
from tests.releases.sample import released
from tests.scratch import call, contents

DAYS = ("2026-11-25", "2026-12-02")


@pytest.fixture(autouse=True)
def _first_releases(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    """There are first releases, and commands are called in the checkout."""
    released(checkout)
    monkeypatch.chdir(checkout.root)


def confirm(target: Path, day: str) -> dict[str, object]:
    result = call("publish", target, "--frozen", "--confirm", "--day", day)
    assert result.exit_code == 0, result.output
    assert f"confirmed as of {day}" in result.output
    found: dict[str, object] = json.loads((target / "status.json").read_bytes())
    return found


def test_a_whole_mirror_is_confirmed_with_the_day_and_the_newest_versions(
    checkout: Checkout, tmp_path: Path
) -> None:
    found = confirm(tmp_path / "mirror", DAYS[0])
    index = (tmp_path / "mirror" / "index.json").read_bytes()
    assert found["confirmed"] == DAYS[0]
    assert found["index_sha256"] == hashlib.sha256(index).hexdigest()
    assert set(found["datasets"].values()) == {"1.0.0"}  # type: ignore[attr-defined]


def test_the_next_confirmation_changes_the_day_and_nothing_else(
    checkout: Checkout, tmp_path: Path
) -> None:
    confirm(tmp_path / "mirror", DAYS[0])
    before = contents(tmp_path / "mirror")
    confirm(tmp_path / "mirror", DAYS[1])
    after = contents(tmp_path / "mirror")
    assert {path for path in after if after[path] != before.get(path)} == {"status.json"}


def test_no_release_is_made_where_all_is_frozen(checkout: Checkout, tmp_path: Path) -> None:
    before = contents(checkout.releases)
    (checkout.datasets / "mines" / "README.md").unlink()
    confirm(tmp_path / "mirror", DAYS[0])
    assert contents(checkout.releases) == before


def test_a_flipped_byte_at_the_target_is_mended_before_it_is_confirmed(
    checkout: Checkout, tmp_path: Path
) -> None:
    confirm(tmp_path / "mirror", DAYS[0])
    (table,) = (tmp_path / "mirror").glob("casualties/*/casualties.csv")
    whole = table.read_bytes()
    table.write_bytes(whole.swapcase())
    confirm(tmp_path / "mirror", DAYS[1])
    assert table.read_bytes() == whole


def test_what_cannot_go_out_is_not_confirmed(checkout: Checkout, tmp_path: Path) -> None:
    confirm(tmp_path / "mirror", DAYS[0])
    (ours,) = checkout.releases.glob("casualties/*/casualties.csv")
    ours.write_bytes(b"other")
    (tmp_path / "mirror" / ours.relative_to(checkout.releases)).unlink()
    result = call("publish", tmp_path / "mirror", "--frozen", "--confirm", "--day", DAYS[1])
    assert result.exit_code != 0
    assert json.loads((tmp_path / "mirror" / "status.json").read_bytes())["confirmed"] == DAYS[0]


@pytest.mark.parametrize("arguments", [["--frozen"], ["--confirm"]])
def test_a_target_must_be_named(checkout: Checkout, arguments: list[str]) -> None:
    result = call("publish", *arguments)
    assert result.exit_code == 2
    assert "name one" in result.output


def test_a_look_confirms_nothing(checkout: Checkout, tmp_path: Path) -> None:
    result = call("publish", tmp_path / "mirror", "--dry-run", "--confirm")
    assert result.exit_code == 2
    looked = call("publish", tmp_path / "mirror", "--dry-run", "--frozen")
    assert looked.exit_code == 0, looked.output
    assert not (tmp_path / "mirror").exists()
