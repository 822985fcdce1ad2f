"""Every command and every piece of Python in README.md and docs/ does what the page says.

Blocks are played in the order of the page, in a scratch copy of the checkout. `sh` is a command a
line, each of which must succeed. `console` has commands behind "$ " and what they print; one that
shows an "Error: " must fail. `python` is run as a program, and a `text` block right behind it is
what it prints. A block behind "Write `path`:" or "Add to `path`:" is that file. In what is shown,
"..." stands for what is left out.
"""

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from plainfigures import strict_yaml
from plainfigures.figures import load_decisions
from plainfigures.packages.checkout import Checkout, built_packages
from plainfigures.packages.stamp import input_hash, write_stamp
from tests.docs.markdown import Block, Page, agrees
from tests.releases.sample import freeze_as_built
from tests.scratch import ROOT, command, environment, make_checkout

# The lines that no test runs, and why.
NOT_RUN = {
    "make build": "makes an environment of its own; .ci/run does it in a clean clone",
    "make test": "is what runs this test",
    ". .venv/bin/activate": "the environment of the tests stands for it",
    "prefect ": "tests/faults/test_deployments.py does it, at a port of its own",
    "export PREFECT_API_URL": "tests/faults/test_deployments.py does it, at a port of its own",
    "arrow::read_parquet": "the environment of the tests has no R",
    "table <- arrow::read_parquet": "the environment of the tests has no R",
}
GUIDES = ("docs/adding-a-document.md", "docs/adding-a-dataset.md")
OTHERS = (
    "README.md",
    "docs/architecture.md",
    "docs/automation.md",
    "docs/consuming.md",
    "docs/dependencies.md",
    "docs/mending-a-reading.md",
    "docs/releases.md",
)
# What is shown as an example and not run; tests of what makes it look at each.
EXAMPLES = ("", "json", "yaml")


def not_run(line: str) -> bool:
    return any(line.startswith(start) for start in NOT_RUN)


# One server for all builds of the pages, so that not each has to start one.
pytestmark = pytest.mark.usefixtures("api")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what a reader of the pages has: the inputs, and the built packages as committed."""
    folder = make_checkout(tmp_path / "checkout", tmp_path / "none")
    shutil.copytree(ROOT / "datasets", folder / "datasets")
    if (ROOT / "releases" / "index.json").exists():
        shutil.copytree(ROOT / "releases", folder / "releases")
    else:  # nothing is released yet
        freeze_as_built(Checkout(folder))
    git = ["git", "-c", "user.name=A. Reader", "-c", "user.email=reader@example.org"]
    (folder / ".gitignore").write_text("/.cache/\n__pycache__/\n")
    for arguments in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "As it was"]):
        subprocess.run([*git, *arguments], cwd=folder, env=surroundings(), check=True)
    return folder


def surroundings() -> dict[str, str]:
    """The environment of someone at a plain screen, the tools of this environment first."""
    kept = {
        name: value
        for name, value in environment().items()
        if not name.startswith("GIT_") and name not in ("COLUMNS", "LINES", "FORCE_COLOR")
    }
    tools = f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}"
    plain = {"PATH": tools, "GIT_CONFIG_GLOBAL": os.devnull, "LC_ALL": "C.UTF-8"}
    return {**kept, **plain, "PREFECT_API_URL": os.environ["PREFECT_API_URL"]}


def run(arguments: list[str], folder: Path) -> tuple[int, str]:
    """The exit code and all that is printed, errors among it."""
    done = subprocess.run(
        arguments,
        cwd=folder,
        env=surroundings(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
        check=False,
    )
    return done.returncode, done.stdout


def shell(line: str, folder: Path) -> tuple[int, str]:
    if command()[0] == sys.executable:  # the library is only on the path
        line = re.sub(r"^plainfigures\b", shlex.join(command()), line)
    return run(["bash", "-o", "pipefail", "-c", line], folder)


def play(page: Page, folder: Path) -> None:
    """Do what a page says, block by block, in a folder."""
    output: str | None = None
    for block in page.blocks:
        if block.file is not None:
            write(block, folder)
        elif block.language == "sh":
            for line in block.text.splitlines():
                if not not_run(line):
                    code, printed = shell(line, folder)
                    assert code == 0, f"{block.place}: {line}\n{printed}"
        elif block.language == "console":
            for line, shown in block.commands():
                code, printed = shell(line, folder)
                assert agrees(shown, printed), f"{block.place}: {line}\n{printed}"
                fails = "Error: " in shown
                assert (code != 0) == fails, f"{block.place}: {line} ended with {code}\n{printed}"
        elif block.language == "python":
            output = program(block, folder)
            continue
        elif block.language == "text":
            printed = output or ""
            assert not block.before, f"{block.place}: nothing tells where this text comes from"
            assert agrees(block.text, printed), f"{block.place}: {printed}"
        elif block.language == "r":
            assert not_run(block.text), f"{block.place}: R that is not known as not run"
        else:
            assert block.language in EXAMPLES, f"{block.place}: nobody checks {block.language!r}"
        output = None


def program(block: Block, folder: Path) -> str:
    """What a program prints; all run in this process, so that libraries are imported once."""
    printed = io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(printed):
        exec(compile(block.text, block.place, "exec"), {"__name__": "__main__"})
    return printed.getvalue()


def write(block: Block, folder: Path) -> None:
    assert block.file is not None
    how, name = block.file
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w" if how == "Write" else "a", encoding="utf-8") as file:
        file.write(block.text)


@pytest.mark.parametrize("name", OTHERS)
def test_a_page_does_what_it_says(name: str, checkout: Path) -> None:
    if name == "docs/releases.md":
        # Whatever waits for its build or release, on that page it has just been built and released.
        made = Checkout(checkout)
        freeze_as_built(made)
        made.cache.mkdir(exist_ok=True)
        write_stamp(made, input_hash(made), built_packages(made.datasets), complete=True)
    play(Page(name), checkout)


def test_the_first_example_shows_all_its_columns_on_a_narrow_screen(checkout: Path) -> None:
    blocks = [block for block in Page("README.md").blocks if block.language == "python"]
    head, *rows = program(blocks[0], checkout).splitlines()
    assert head.split() == ["value", "unit", "quote"]
    assert max(map(len, (head, *rows))) <= 80


@pytest.mark.faults  # no fault, but slow: the guides build the packages again and again
def test_a_document_and_then_a_dataset_are_added_as_the_guides_say(checkout: Path) -> None:
    for name in GUIDES:
        play(Page(name), checkout)


def test_every_page_of_the_docs_is_played() -> None:
    there = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("*.md")}
    assert there | {"README.md"} == {*GUIDES, *OTHERS}


def test_what_is_listed_as_not_run_stands_on_a_page() -> None:
    lines = [
        line
        for name in (*GUIDES, *OTHERS)
        for block in Page(name).blocks
        for line in block.text.splitlines()
    ]
    for start in NOT_RUN:
        assert any(line.startswith(start) for line in lines), start


def test_the_four_kinds_of_decisions_are_written_as_the_guide_shows(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    lists = [
        block.text
        for block in Page(GUIDES[0]).blocks
        if block.language == "yaml" and block.text.startswith("- ")
    ]
    path.write_text("\n".join(lists))
    assert [each.kind for each in load_decisions(path)] == ["correct", "drop", "add", "confirm"]


def test_the_measure_that_the_guide_takes_over_is_one_of_the_house(tmp_path: Path) -> None:
    shown = [
        block.text
        for block in Page(GUIDES[1]).blocks
        if block.language == "yaml" and block.file is None
    ]
    assert len(shown) == 1
    path = tmp_path / "shown.yaml"
    path.write_text(shown[0])
    ((name, listing),) = strict_yaml.load(path).mapping().items()
    assert strict_yaml.load(ROOT / "schemas" / "mines.yaml").mapping("measures", name) == listing


@pytest.mark.parametrize(
    ("shown", "real", "same"),
    [
        ("a\nb", "a  \nb\n\n", True),
        ("a\n...\nd", "a\nb\nc\nd\n", True),
        ("a\n...\nd", "a\nd\n", True),
        ("a ... c", "a b c\n", True),
        ("a ... c", "a b d\n", False),
        ("a", "a\nb\n", False),
        ("a.c", "abc\n", False),
    ],
)
def test_what_is_shown_may_leave_out_and_not_differ(shown: str, real: str, same: bool) -> None:
    assert agrees(shown, real) is same
