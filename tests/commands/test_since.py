"""`diff --since`: all that is built against a commit, what is lost first."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.packages.tampering import Rows, change_rows
from tests.scratch import ROOT, call


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone with the packages as committed; what is committed in it is `HEAD`."""
    for name in ("datasets", "schemas", "seeds"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    git = ["git", "-c", "user.name=A. Reader", "-c", "user.email=reader@example.org"]
    for arguments in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "As it was"]):
        subprocess.run([*git, *arguments], cwd=tmp_path, check=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def version_of(dataset: str) -> str:
    """The version of a package as it is committed."""
    found: str = json.loads((ROOT / "datasets" / dataset / "datapackage.json").read_bytes())[
        "version"
    ]
    return found


def lose_a_row(rows: Rows) -> None:
    rows.pop()


def test_where_all_is_equal_one_line_says_so(checkout: Path) -> None:
    result = call("diff", "--since", "HEAD")
    assert (result.exit_code, result.output) == (0, "Packages: 6 identical\n")


def test_what_is_removed_stands_before_what_changed_and_what_is_new(checkout: Path) -> None:
    change_rows(checkout / "datasets" / "mines", "mines", lose_a_row)
    shutil.rmtree(checkout / "datasets" / "aid_amounts")
    subprocess.run(["git", "rm", "-rq", "--cached", "datasets/reading"], check=True)
    git = ["git", "-c", "user.name=A. Reader", "-c", "user.email=reader@example.org"]
    subprocess.run([*git, "commit", "-qm", "Leave it out"], check=True)
    result = call("diff", "--since", "HEAD")
    assert result.exit_code == 1
    lines = result.output.splitlines()
    assert lines[0] == "Packages: 1 removed, 1 changed, 1 new, 3 identical"
    assert lines[2:4] == ["aid_amounts: removed", f"reading {version_of('reading')}: new"]
    assert lines[5].startswith(f"mines {version_of('mines')}")
    assert "mines: 1 row withdrawn" in result.output


def test_markdown_and_json_say_the_same(checkout: Path) -> None:
    change_rows(checkout / "datasets" / "mines", "mines", lose_a_row)
    shutil.rmtree(checkout / "datasets" / "aid_amounts")
    shown = call("diff", "--since", "HEAD", "--format", "markdown").output
    assert "- aid_amounts: removed\n" in shown
    assert "- withdrawn `" in shown
    record = json.loads(call("diff", "--since", "HEAD", "--format", "json").output)
    assert record["removed"] == ["aid_amounts"]
    assert record["new"] == []
    assert len(record["compared"]) == 5


@pytest.mark.parametrize("revision", ["no-such-commit", "--output=/etc/passwd", ""])
def test_a_commit_that_is_not_there_is_told(checkout: Path, revision: str) -> None:
    result = call("diff", f"--since={revision}")
    assert result.exit_code == 2
    assert f"--since {revision}: " in result.output


def test_it_compares_all_packages_or_none(checkout: Path) -> None:
    result = call("diff", "mines", "--since", "HEAD")
    assert result.exit_code == 2
    assert "--since compares all packages; name none" in result.output
