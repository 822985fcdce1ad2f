"""The scheduled rebuild in a scratch clone: it commits what has changed, and only that."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.scratch import ROOT, command, contents, environment, make_checkout, reword

pytestmark = pytest.mark.faults

TEXT = "seeds/pashayeva-2024/pashayeva-2024.txt"


class Clone:
    """A clone as a workflow has it, with a place that it was cloned from.

    `served` tells its builds of a server that runs.
    """

    def __init__(self, folder: Path, origin: Path, served: dict[str, str]) -> None:
        self.folder, self.origin, self.served = folder, origin, served

    def git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=surroundings(),
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def run(self, script: str) -> subprocess.CompletedProcess[str]:
        """Run a script of .ci/ as the Makefile does."""
        return subprocess.run(
            [self.folder / ".ci" / script],
            env=surroundings()
            | self.served
            | {
                "PLAINFIGURES": command()[0],
                "GITHUB_STEP_SUMMARY": str(self.folder.with_name("summary.md")),
                "GITHUB_OUTPUT": str(self.folder.with_name("output")),
            },
            capture_output=True,
            text=True,
            check=False,
        )

    def change(self, before: str, after: str) -> None:
        """Change words of the essay, and commit it."""
        reword(self.folder / TEXT, before, after)
        self.git("commit", "--all", "--quiet", "-m", f"Change {TEXT}")

    @property
    def commits(self) -> int:
        return int(self.git("rev-list", "--count", "HEAD"))

    @property
    def summary(self) -> str:
        return self.folder.with_name("summary.md").read_text("utf-8")

    @property
    def changed(self) -> str:
        """The last `changed=` that a later step of the workflow is told; empty if none."""
        output = self.folder.with_name("output")
        return output.read_text().splitlines()[-1] if output.exists() else ""


def surroundings() -> dict[str, str]:
    kept = {name: each for name, each in environment().items() if not name.startswith("GIT_")}
    who = {"NAME": "A. Robot", "EMAIL": "robot@example.org"}
    names = {
        f"GIT_{role}_{key}": each for role in ("AUTHOR", "COMMITTER") for key, each in who.items()
    }
    return {**kept, **names, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


@pytest.fixture
def clone(tmp_path: Path, undisturbed: Path, served: dict[str, str]) -> Clone:
    folder = make_checkout(tmp_path / "clone", tmp_path / "none")
    for name in (".ci", "releases"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("[0-9]*"))
    for path in (folder / "releases").iterdir():  # those of the scratch clone are its own
        if path.name != "consent.yaml":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(undisturbed / "datasets", folder / "datasets")
    shutil.copy(ROOT / ".gitignore", folder)
    made = Clone(folder, tmp_path / "origin.git", served)
    made.git("init", "--quiet", "--initial-branch", "main")
    made.git("add", ".")
    made.git("commit", "--quiet", "-m", "As it was")
    made.git("clone", "--quiet", "--bare", ".", str(made.origin))
    made.git("remote", "add", "origin", str(made.origin))
    return made


def test_where_nothing_changed_nothing_is_committed(clone: Clone) -> None:
    before = contents(clone.folder / "datasets")
    done = clone.run("rebuild")
    assert done.returncode == 0, done.stderr
    assert (clone.folder / ".cache" / "build.json").exists()  # it really built
    assert clone.commits == 1
    assert contents(clone.folder / "datasets") == before
    assert "Nothing has changed" in clone.summary
    assert clone.changed == "changed=false"


def test_a_changed_word_of_the_essay_is_one_commit_that_says_what_became_of_it(
    clone: Clone,
) -> None:
    clone.change("613 civilians", "614 civilians")
    done = clone.run("rebuild")
    assert done.returncode == 0, done.stderr
    assert clone.commits == 3
    assert clone.changed == "changed=true"
    assert clone.git("status", "--porcelain") == ""
    touched = clone.git("show", "--name-only", "--format=", "HEAD").split()
    assert {path.partition("/")[0] for path in touched} == {"datasets"}
    message = clone.git("log", "-1", "--format=%B")
    subject, headline = message.split("\n\n")[:2]
    assert subject == "Rebuild the packages"
    assert re.fullmatch(r"Packages: \d changed(, \d identical)?", headline)
    # The number is among the words that make the id, so one row goes and another comes.
    lost, gained = message.index("613 civilians"), message.index("614 civilians")
    assert lost < gained
    assert "614 civilians" in clone.summary

    assert clone.run("push").returncode == 0
    assert (
        clone.git("rev-parse", "HEAD") == clone.git("ls-remote", "origin", "main").split()[0] + "\n"
    )


def test_a_package_that_a_gate_refuses_is_not_committed(clone: Clone) -> None:
    suite = clone.folder / "validation" / "casualties.json"
    record = json.loads(suite.read_bytes())
    for expectation in record["expectations"]:
        if expectation["type"] == "expect_table_row_count_to_be_between":
            expectation["kwargs"] = {"min_value": 100000}
    suite.write_text(json.dumps(record, indent=2))
    clone.git("commit", "--all", "--quiet", "-m", "Ask for too much")
    before = contents(clone.folder / "datasets")
    done = clone.run("rebuild")
    assert done.returncode == 1, done.stderr
    assert "casualties" in done.stderr
    assert clone.commits == 2
    assert contents(clone.folder / "datasets") == before
    assert clone.git("status", "--porcelain") == ""
    assert "The build refused (exit code 1)" in clone.summary
    assert clone.changed == ""


def test_fewer_rows_than_released_wait_for_consent(clone: Clone) -> None:
    assert clone.run("rebuild").returncode == 0  # for the stamp that a release asks for
    publish = [command()[0], "publish", "--day", "2026-11-24"]
    subprocess.run(publish, cwd=clone.folder, env=surroundings(), check=True, capture_output=True)
    clone.git("add", "releases")
    clone.git("commit", "--quiet", "-m", "Release")
    before = contents(clone.folder / "datasets")
    clone.change("613 civilians", "many civilians")
    done = clone.run("rebuild")
    assert done.returncode == 1, done.stdout
    assert "fewer_rows casualties" in done.stderr
    assert clone.commits == 3
    assert contents(clone.folder / "datasets") == before
    assert clone.git("status", "--porcelain") == ""
    assert "The gate of a release refused (exit code 1)" in clone.summary


def test_what_is_not_committed_in_datasets_stops_it_at_once(clone: Clone) -> None:
    (clone.folder / "datasets" / "mines" / "README.md").write_text("mine")
    done = clone.run("rebuild")
    assert done.returncode == 2
    assert "not committed" in done.stderr
    assert (clone.folder / "datasets" / "mines" / "README.md").read_text() == "mine"


def rebuilt_beside_another(clone: Clone, folder: Path) -> Clone:
    """Rebuild a changed essay in `clone`; another clone of its origin, for what comes between."""
    clone.change("613 civilians", "614 civilians")
    clone.git("push", "--quiet", "origin", "main")
    assert clone.run("rebuild").returncode == 0
    other = Clone(folder, clone.origin, clone.served)
    clone.git("clone", "--quiet", str(clone.origin), str(other.folder))
    return other


def test_a_branch_that_moved_meanwhile_gets_the_commit_upon_it(
    clone: Clone, tmp_path: Path
) -> None:
    other = rebuilt_beside_another(clone, tmp_path / "other")
    (other.folder / "NOTES.md").write_text("A page beside.\n")
    other.git("add", ".")
    other.git("commit", "--quiet", "-m", "Add a page")
    other.git("push", "--quiet", "origin", "main")
    done = clone.run("push")
    assert done.returncode == 0, done.stderr
    subjects = clone.git("log", "--format=%s", "-2", "origin/main").splitlines()
    assert subjects == ["Rebuild the packages", "Add a page"]


def test_sources_that_moved_meanwhile_are_rebuilt_by_the_next_run(
    clone: Clone, tmp_path: Path
) -> None:
    other = rebuilt_beside_another(clone, tmp_path / "other")
    other.change("71 children", "72 children")
    other.git("push", "--quiet", "origin", "main")
    done = clone.run("push")
    assert done.returncode == 1
    assert "run the rebuild again" in done.stderr
    assert clone.git("log", "--format=%s", "-1", "origin/main") == f"Change {TEXT}\n"


def test_a_push_that_is_refused_for_another_reason_is_told_as_that(
    clone: Clone, tmp_path: Path
) -> None:
    rebuilt_beside_another(clone, tmp_path / "other")
    hook = clone.origin / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho 'Only on Fridays.'\nexit 1\n")
    hook.chmod(0o755)
    done = clone.run("push")
    assert done.returncode == 1
    assert "Only on Fridays." in done.stderr
    assert "main has not moved: git says above why" in done.stderr
    assert "run the rebuild again" not in done.stderr
