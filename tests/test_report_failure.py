"""The report of a failed run: one issue, opened once and added to while it is open.

The service's command is not here, so a stand-in on the path notes what it is asked for.
"""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
STAND_IN = """#!/bin/sh
printf '%s\\n' "$*" >> "$ASKED"
[ "$2" = list ] && printf '%s' "$OPEN" || true
"""


def report(tmp_path: Path, open_issue: str, what: str = "The rebuild") -> list[str]:
    """The calls of the service's command that a report makes, where this issue is open."""
    command = tmp_path / "gh"
    command.write_text(STAND_IN)
    command.chmod(0o755)
    asked = tmp_path / "asked"
    subprocess.run(
        [ROOT / ".ci" / "report-failure", what],
        check=True,
        capture_output=True,
        env={
            **os.environ,
            "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
            "ASKED": str(asked),
            "OPEN": open_issue,
            "RUN": "https://example.org/runs/7",
        },
    )
    return asked.read_text().splitlines()


def test_where_no_issue_is_open_one_is_opened_with_the_page_of_the_run(tmp_path: Path) -> None:
    looked, opened = report(tmp_path, "")
    assert looked.startswith("issue list --state open")
    assert opened.startswith("issue create --title The rebuild failed --body It failed on 2")
    assert opened.endswith("https://example.org/runs/7")


def test_where_one_is_open_it_is_added_to(tmp_path: Path) -> None:
    _, added = report(tmp_path, "12")
    assert added.startswith("issue comment 12 --body It failed on 2")


def test_a_report_of_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        report(tmp_path, "", what="")
