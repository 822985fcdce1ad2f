"""A release is made of what is committed: git is asked, where there is git."""

import os
import subprocess
from pathlib import Path

import pytest

from plainfigures.errors import UsageError
from plainfigures.packages.checkout import Checkout
from plainfigures.releases.publishing import look, release
from tests.releases.sample import DAY, make_checkout, rebuild
from tests.scratch import contents

NAMED = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org"}
NAMED |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in NAMED.items()}


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-C", folder, *arguments],
        env={**os.environ, **NAMED, "GIT_CONFIG_GLOBAL": os.devnull},
        check=True,
        capture_output=True,
    )


def commit(folder: Path) -> None:
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "As it is")


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A checkout, below the top of its repository, whose packages are built and not committed."""
    (tmp_path / "repository").mkdir()
    made = make_checkout(tmp_path / "repository" / "figures")
    (made.root / ".gitignore").write_text("/.cache/\n")
    commit(tmp_path / "repository")
    rebuild(made)
    return made


def refused(checkout: Checkout) -> str:
    """The one sentence; nothing is written, and a dry run says the same."""
    before = contents(checkout.root)
    with pytest.raises(UsageError) as told:
        release(checkout, DAY)
    with pytest.raises(UsageError, match="differs from what is committed"):
        look(checkout, None, False, lambda *step: None, DAY)
    left = contents(checkout.root)
    assert {path: left[path] for path in before} == before
    assert not checkout.releases.exists()
    return str(told.value)


def names(checkout: Checkout) -> list[str]:
    return [each.package.name for each in release(checkout, DAY).released]


def test_what_is_committed_is_released_though_what_it_makes_is_not(checkout: Checkout) -> None:
    assert names(checkout) == ["casualties", "mines"]
    assert names(checkout) == []


def test_a_file_that_was_changed_deleted_or_only_staged_is_named(checkout: Checkout) -> None:
    fields = checkout.schemas / "fields.yaml"
    data = fields.read_bytes()
    fields.write_bytes(data + b"# more\n")
    rebuild(checkout)
    assert refused(checkout) == (
        f"{fields}: differs from what is committed, so nobody could make this release again; "
        "commit it or take it back, and publish again"
    )
    git(checkout.root, "add", ".")
    assert str(fields) in refused(checkout)
    fields.write_bytes(data)
    git(checkout.root, "add", ".")
    (checkout.schemas / "mines.yaml").rename(checkout.seeds / "mines.yaml")
    rebuild(checkout)
    told = refused(checkout)
    assert f"{checkout.schemas / 'mines.yaml'}: differs" in told
    assert "(and 1 more)" in told


def test_a_new_file_counts_where_the_build_reads_it(checkout: Checkout) -> None:
    (checkout.root / "notes.txt").write_text("Nothing reads this.")
    (checkout.root / "published").mkdir()
    (checkout.root / "published" / "index.json").write_text("{}")
    (checkout.seeds / "an essay").mkdir()
    essay = checkout.seeds / "an essay" / "é.txt"
    essay.write_text("120 villagers fled.")
    rebuild(checkout)
    assert f"{essay}: differs from what is committed, so" in refused(checkout)
    git(checkout.root, "add", ".")
    git(checkout.root, "commit", "--quiet", "-m", "An essay")
    assert names(checkout) == ["casualties", "mines"]


def test_where_nothing_is_to_be_released_nothing_is_asked(checkout: Checkout) -> None:
    release(checkout, DAY)
    (checkout.schemas / "fields.yaml").write_bytes(b"# gone\n")
    assert names(checkout) == []


def test_a_checkout_without_git_is_released(
    checkout: Checkout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fields = checkout.schemas / "fields.yaml"
    fields.write_bytes(fields.read_bytes() + b"# more\n")
    rebuild(checkout)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert names(checkout) == ["casualties", "mines"]


def test_a_copy_within_the_repository_of_something_else_is_released(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("Something else")
    commit(tmp_path)
    made = make_checkout(tmp_path / "unpacked")
    rebuild(made)
    assert names(made) == ["casualties", "mines"]


def test_a_repository_that_git_cannot_read_is_told(checkout: Checkout) -> None:
    (checkout.root.parent / ".git" / "HEAD").unlink()
    with pytest.raises(UsageError, match=r"git cannot tell what is committed \(not a git repo"):
        release(checkout, DAY)
