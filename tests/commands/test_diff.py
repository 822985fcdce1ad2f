"""`plainfigures diff`: of folders, releases and what is built, with an exit code for each."""

import json
from pathlib import Path

import pytest

from plainfigures.packages.checkout import Checkout
from plainfigures.releases.publishing import release
from tests.releases.sample import (
    DAY,
    built,
    change_rows,
    consent,
    copied,
    described,
    harbour,
    lake,
    make_checkout,
    rebuild,
    without,
)
from tests.releases.test_freezing import LESS
from tests.scratch import call


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    """A checkout with a release, of which casualties was built anew without a row."""
    made = make_checkout(tmp_path / "checkout")
    rebuild(made)
    release(made, DAY)
    rebuild(made, [harbour(), without(lake(), "Hundreds of fishermen")])
    monkeypatch.chdir(made.seeds)
    return made


def test_equal_folders_end_with_0(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    old = built(tmp_path / "p" / "old")
    done = call("diff", old, copied(old))
    assert (done.exit_code, done.output) == (0, "casualties 1.0.0: equal, every byte\n")


def test_equal_folders_are_equal_whatever_their_version_is(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    odd = described(built(tmp_path / "p" / "old"), lambda d: d.update(version="1.x"))
    done = call("diff", odd, copied(odd))
    assert (done.exit_code, done.output) == (0, "casualties 1.x: equal, every byte\n")


def test_a_package_whose_bytes_are_not_as_described_is_wrong_input(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    old = built(tmp_path / "p" / "old")
    new = copied(old)
    table = new / "casualties.csv"
    table.write_bytes(table.read_bytes().replace(b"a", b"b", 1))
    done = call("diff", old, new)
    assert done.exit_code == 2
    assert "casualties.csv: has other bytes than datapackage.json says" in done.output


def test_what_differs_is_told_and_ends_with_1(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    old = built(tmp_path / "p" / "old")
    new = copied(old)
    change_rows(new, "casualties", lambda rows: rows[0].update(value=7.0))
    done = call("diff", old, new)
    assert done.exit_code == 1
    assert done.stderr == ""
    assert done.stdout.startswith("casualties 1.0.0 -> 1.0.1 (patch): 1 row changed\n")
    assert json.loads(call("diff", old, new, "--format", "json").stdout)["level"] == "patch"
    assert call("diff", old, new, "--format", "markdown").stdout.startswith("## casualties")


def test_rows_and_verbose_say_how_much_is_told(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    old = built(tmp_path / "p" / "old", [harbour()])
    new = built(tmp_path / "p" / "new", [harbour(), lake()])
    shown = call("diff", old, new).stdout
    assert "“Hundreds of fishermen”: missing (no value) person\n" in shown
    assert "\n    lake-" in shown
    assert "lake-2783339e, 1" not in shown
    assert "    and 1 more; --verbose or --format json lists all" in (
        call("diff", old, new, "--rows", "1").stdout
    )
    whole = call("diff", old, new, "--verbose").stdout
    assert "lake-2783339e, 1  “120 villagers”" in whole
    assert "spans: 2 rows added" in shown
    assert call("diff", old, new, "--verbose", "--format", "markdown").stdout.count("`lake-") == 4


@pytest.mark.usefixtures("checkout")
@pytest.mark.parametrize(
    "names",
    [
        ["casualties@1.0.0", "casualties"],
        ["casualties@latest", "../datasets/casualties"],
        ["casualties@1.0.0"],
        ["casualties"],
    ],
)
def test_a_release_is_compared_with_what_is_built(names: list[str]) -> None:
    done = call("diff", *names)
    assert done.exit_code == 1
    assert "casualties 1.0.0 -> 1.1.0 (minor): 1 row withdrawn" in done.stdout
    assert (
        "“Hundreds of fishermen”: missing (no value) person; no account of the reading"
        in done.stdout
    )


@pytest.mark.usefixtures("checkout")
def test_without_names_every_dataset_is_compared_and_equal_ones_are_one_line() -> None:
    done = call("diff")
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert lines[0].startswith("casualties 1.0.0 -> 1.1.0")
    assert lines[-1] == "equal, every byte: mines"
    told = json.loads(call("diff", "--format", "json").stdout)
    assert [each["dataset"] for each in told] == ["casualties", "mines"]
    assert call("diff", "mines").exit_code == 0


@pytest.mark.usefixtures("checkout")
@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["casualty", "mines"], "casualty: no folder and no built package; did you mean"),
        (["mine@1.0.0", "mines"], "mine: has no release; did you mean mines?"),
        (["mines@2.0.0"], "mines: has no release 2.0.0; there are 1.0.0"),
        (["mines@one"], "'one' is no version"),
        (["mines", "casualties"], "only packages of one dataset can be compared"),
        (["../schemas", "mines"], "no readable descriptor"),
        (["../schemas"], "name what it is compared with, too"),
    ],
)
def test_wrong_input_ends_with_2(names: list[str], words: str) -> None:
    done = call("diff", *names)
    assert done.exit_code == 2
    assert words in done.stderr
    assert done.stdout == ""


def test_without_a_release_or_a_checkout_it_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = call("diff")
    assert done.exit_code == 2
    assert "no checkout here or above" in done.stderr
    made = make_checkout(tmp_path / "checkout")
    monkeypatch.chdir(made.root)
    assert "there is no release yet" in call("diff").stderr


def test_of_two_releases_the_reasons_on_record_are_told(checkout: Checkout) -> None:
    consent(checkout, LESS)
    rebuild(checkout, [harbour(), without(lake(), "Hundreds of fishermen")])
    release(checkout, DAY)
    rebuild(checkout)
    release(checkout, DAY)
    path = checkout.releases / "casualties" / "casualties-1.1.0.diff.json"
    record = json.loads(path.read_bytes())
    row = next(each for each in record["rows"] if "reason" in each)
    row |= {"reason": "decision", "words": "A hearsay."}
    path.write_text(json.dumps(record))
    (path.parent / "casualties-x.diff.json").write_text("{")

    gone = "“Hundreds of fishermen”: missing (no value) person; "
    assert f"{gone}A hearsay.\n" in call("diff", "casualties@1.0.0", "casualties@1.1.0").stdout
    assert "withdrawn" not in call("diff", "casualties@1.0.0", "casualties@1.2.0").stdout
    (back,) = json.loads(
        call("diff", "casualties@1.1.0", "casualties@1.0.0", "--format", "json").stdout
    )["rows"][:1]
    assert back["change"] == "added"
    path.write_text('{"rows": [7]}')
    damaged = call("diff", "casualties@1.0.0", "casualties@1.1.0").stdout
    assert f"{gone}no account of the reading is at hand\n" in damaged
