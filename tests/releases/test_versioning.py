"""Versioning: the newest release and what was built give the version, the same every time."""

from dataclasses import replace

import pytest

from plainfigures.errors import GateRefused, UsageError
from plainfigures.packages import Package
from plainfigures.packages.checkout import Checkout
from plainfigures.releases.publishing import release
from tests.releases.sample import (
    DAY,
    consent,
    edited,
    harbour,
    lake,
    rebuild,
    released,
    stamp,
    without,
)
from tests.scratch import contents


def versions(packages: dict[str, Package]) -> dict[str, str]:
    return {name: package.version for name, package in packages.items()}


def test_the_first_version_is_one(checkout: Checkout) -> None:
    assert versions(rebuild(checkout)) == {"casualties": "1.0.0", "mines": "1.0.0"}


def test_an_equal_package_keeps_its_version_and_every_byte(checkout: Checkout) -> None:
    released(checkout)
    before = contents(checkout.datasets)
    assert versions(rebuild(checkout)) == {"casualties": "1.0.0", "mines": "1.0.0"}
    assert contents(checkout.datasets) == before


def test_only_what_has_changed_gets_another_version(checkout: Checkout) -> None:
    released(checkout)
    readings = [harbour(), without(lake(), "Hundreds of fishermen")]
    assert versions(rebuild(checkout, readings)) == {"casualties": "1.1.0", "mines": "1.0.0"}


def test_the_version_is_the_same_however_often_it_is_built(checkout: Checkout) -> None:
    released(checkout)
    readings = [without(harbour(), "14 deminers"), lake()]
    rebuild(checkout, readings)
    before = contents(checkout.datasets)
    rebuild(checkout, readings)
    assert contents(checkout.datasets) == before
    assert b"no longer read as a figure" in before["mines/CHANGELOG.md"]


def test_a_corrected_value_is_a_patch(checkout: Checkout) -> None:
    released(checkout)
    figures = tuple(
        replace(each, value=2.0, value_low=2.0) if each.quote == "At least 2,500 mines" else each
        for each in harbour().figures
    )
    corrected = [replace(harbour(), figures=figures), lake()]
    assert versions(rebuild(checkout, corrected)) == {"casualties": "1.0.0", "mines": "1.0.1"}
    changelog = (checkout.datasets / "mines" / "CHANGELOG.md").read_text()
    assert "value: 2500 -\\> 2" in changelog


def test_versions_follow_one_another_and_the_changelog_keeps_all(checkout: Checkout) -> None:
    released(checkout)
    less = [harbour(), without(lake(), "Hundreds of fishermen")]
    entry = {"dataset": "casualties", "change": "fewer_rows casualties", "reason": "A hearsay."}
    consent(checkout, {**entry, "after": "1.0.0"})
    released(checkout, less)
    index = released(checkout)
    assert [str(each.version) for each in index.of("casualties")] == ["1.0.0", "1.1.0", "1.2.0"]
    changelog = (checkout.releases / "casualties" / "1.2.0" / "CHANGELOG.md").read_text()
    assert [line for line in changelog.splitlines() if line.startswith("## ")] == [
        "## 1.2.0",
        "## 1.1.0",
        "## 1.0.0",
    ]


def test_a_release_waits_for_consent_and_nothing_is_released_without(checkout: Checkout) -> None:
    released(checkout)
    before = contents(checkout.releases)
    changed = edited(harbour(), "At least 2,500 mines", "At least 2,600 mines")
    rebuild(checkout, [changed])
    with pytest.raises(GateRefused, match="casualties had 10 rows and has 8"):
        release(checkout, DAY)
    assert contents(checkout.releases) == before


def test_what_is_not_built_from_the_sources_as_they_are_is_not_released(
    checkout: Checkout,
) -> None:
    rebuild(checkout)
    (checkout.seeds / "collection.yaml").write_text(
        (checkout.seeds / "collection.yaml").read_text() + "\n"
    )
    with pytest.raises(UsageError, match="run plainfigures build"):
        release(checkout, DAY)
    assert not checkout.releases.exists()


def test_a_version_that_does_not_follow_is_not_released(checkout: Checkout) -> None:
    released(checkout)
    (checkout.releases / "index.json").rename(checkout.releases / "kept.json")
    rebuild(checkout, [harbour(), without(lake(), "Hundreds of fishermen")])
    (checkout.releases / "kept.json").rename(checkout.releases / "index.json")
    stamp(checkout)
    with pytest.raises(UsageError, match=r"says 1\.0\.0, and .* makes it 1\.1\.0"):
        release(checkout, DAY)


def test_a_package_that_was_tampered_with_is_not_released(checkout: Checkout) -> None:
    rebuild(checkout)
    (checkout.datasets / "mines" / "README.md").write_text("other")
    stamp(checkout)
    with pytest.raises(UsageError, match=r"README\.md: was changed"):
        release(checkout, DAY)


@pytest.mark.parametrize(
    "path",
    [
        "mines/1.0.0/mines.parquet",
        "mines/1.0.0/mines.csv",
        "mines/1.0.0/datapackage.json",
        "mines/1.0.0/SHA256SUMS",
        "mines/1.0.0/README.md",
        "mines/mines-1.0.0.zip",
        "mines/mines-1.0.0.manifest.json",
    ],
)
def test_a_release_that_was_changed_is_no_base_of_another(checkout: Checkout, path: str) -> None:
    released(checkout)
    data = bytearray((checkout.releases / path).read_bytes())
    data[len(data) // 2] ^= 1
    (checkout.releases / path).write_bytes(data)
    with pytest.raises(UsageError, match=path.replace(".", r"\.")):
        rebuild(checkout)


def test_a_file_more_or_less_in_a_release_is_told(checkout: Checkout) -> None:
    released(checkout)
    more = checkout.releases / "mines" / "1.0.0" / "more.txt"
    more.write_text("")
    with pytest.raises(UsageError, match=r"more\.txt: is not as it was released"):
        rebuild(checkout)
    more.unlink()
    (checkout.releases / "mines" / "1.0.0" / "README.md").unlink()
    with pytest.raises(UsageError, match=r"README\.md: is not as it was released"):
        rebuild(checkout)
