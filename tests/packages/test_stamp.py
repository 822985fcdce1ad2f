"""The stamp: a build knows by hashes alone that nothing has changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plainfigures.packages.checkout import Checkout
from plainfigures.packages.stamp import input_hash, tree_hash, unchanged_packages, write_stamp


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    for name in (
        "seeds/essay/essay.txt",
        "seeds/collection.yaml",
        "schemas/fields.yaml",
        "validation/mines.json",
        "flows/rebuild.py",
        "requirements/build.txt",
        "datasets/aid/aid.csv",
        "datasets/mines/mines.csv",
        "datasets/catalog.json",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    (tmp_path / ".cache").mkdir()
    return Checkout(tmp_path)


def built(checkout: Checkout, *packages: str, complete: bool = True) -> None:
    write_stamp(checkout, input_hash(checkout), list(packages), complete)


def test_without_a_stamp_all_is_to_be_built(checkout: Checkout) -> None:
    assert unchanged_packages(checkout, None) == []
    (checkout.cache / "build.json").write_text("no stamp")
    assert unchanged_packages(checkout, None) == []


def test_what_was_built_is_unchanged(checkout: Checkout) -> None:
    built(checkout, "aid", "mines")
    assert unchanged_packages(checkout, None) == ["aid", "mines"]
    assert unchanged_packages(checkout, ["mines"]) == ["mines"]
    assert unchanged_packages(checkout, ["trade"]) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "seeds/essay/essay.txt").write_text("other"),
        lambda root: (root / "seeds/essay/essay.txt").rename(root / "seeds/essay/more.txt"),
        lambda root: (root / "seeds/collection.yaml").unlink(),
        lambda root: (root / "schemas/aid.yaml").write_text(""),
        lambda root: (root / "validation/mines.json").write_text("{}"),
        lambda root: (root / "flows/rebuild.py").write_text(""),
        lambda root: (root / "requirements/build.txt").write_text(""),
        lambda root: (root / "datasets/aid/aid.csv").write_text(""),
        lambda root: (root / "datasets/aid/more.csv").write_text(""),
        lambda root: (root / "datasets/aid/aid.csv").unlink(),
        lambda root: (root / "datasets/catalog.json").unlink(),
        lambda root: (root / "datasets/more").mkdir(),
    ],
)
def test_a_change_of_anything_read_or_written_is_seen(
    checkout: Checkout, change: Callable[[Path], object]
) -> None:
    built(checkout, "aid", "mines")
    change(checkout.root)
    assert unchanged_packages(checkout, None) == []


def test_a_change_of_another_package_does_not_matter_to_one(checkout: Checkout) -> None:
    built(checkout, "aid", "mines")
    (checkout.datasets / "aid" / "aid.csv").write_text("")
    assert unchanged_packages(checkout, ["mines"]) == ["mines"]
    assert unchanged_packages(checkout, ["aid"]) == []


def test_a_build_of_one_adds_to_the_stamp_of_all_only_from_the_same_inputs(
    checkout: Checkout,
) -> None:
    built(checkout, "aid", "mines")
    (checkout.datasets / "aid" / "aid.csv").write_text("other")
    built(checkout, "aid", complete=False)
    assert unchanged_packages(checkout, None) == ["aid", "mines"]
    (checkout.seeds / "collection.yaml").write_text("other")
    built(checkout, "aid", complete=False)
    assert unchanged_packages(checkout, ["aid"]) == ["aid"]
    assert unchanged_packages(checkout, ["mines"]) == []
    assert unchanged_packages(checkout, None) == []


def test_compiled_code_and_hidden_files_do_not_count(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("")
    before = tree_hash(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_text("")
    (tmp_path / ".a.py.swp").write_text("")
    assert tree_hash(tmp_path) == before
