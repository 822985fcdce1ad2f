"""What `publish` mirrors is what the client reads, at every moment of the publishing too."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from plainfigures.client import Settings, assert_schema, load, origin, provenance
from plainfigures.errors import UsageError
from plainfigures.packages.checkout import Checkout
from plainfigures.releases.publishing import mirror
from plainfigures.releases.targets import FolderTarget
from tests.client.server import serving
from tests.releases.sample import consent, harbour, lake, make_checkout, released, without
from tests.releases.test_freezing import LESS
from tests.releases.test_mirror import Watched, quiet


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A checkout with a first release of casualties and mines."""
    checkout = make_checkout(tmp_path / "checkout")
    released(checkout)
    return checkout


def test_a_mirror_is_loaded_proved_and_held_to_its_contract(
    checkout: Checkout, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    mirror(checkout, FolderTarget(out), False, quiet)
    with serving(out) as server:
        settings = Settings(server.address, tmp_path / "cache")
        table = load("casualties", settings=settings)
        assert origin(table).version == "1.0.0"
        assert table.equals(pq.read_table(checkout.datasets / "casualties/casualties.parquet"))
        for figure in table["figure_id"].to_pylist():
            proof = provenance(figure, "casualties", settings=settings)
            assert proof.quote in proof.sentence
        assert_schema("casualties", major=1, columns={"value": "number"}, settings=settings)
        with pytest.raises(UsageError, match=r"did you mean casualties\?"):
            load("casualty", settings=settings)


def test_a_reader_sees_the_old_release_or_the_new_one_whatever_has_been_written(
    checkout: Checkout, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    mirror(checkout, FolderTarget(out), False, quiet)
    old = load("casualties", source=out)
    consent(checkout, LESS)
    released(checkout, [harbour(), without(lake(), "Hundreds of fishermen")])
    new = pq.read_table(checkout.datasets / "casualties/casualties.parquet")
    seen: list[str] = []

    def look(number: int, path: str) -> None:
        table = load("casualties", source=out)
        version = origin(table).version
        assert table.equals({"1.0.0": old, "1.1.0": new}[version]), f"before {path}"
        assert load("casualties", "1.0.0", source=out).equals(old)
        seen.append(version)

    mirror(checkout, Watched(out, look), False, quiet)
    look(0, "the end")
    assert seen == sorted(seen)
    assert {*seen} == {"1.0.0", "1.1.0"}
    assert not new.equals(old)
    assert load("casualties", "~=1.0", source=out).equals(new)
