"""The command in tests, and scratch checkouts, so that no test touches datasets/ itself."""

import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

ROOT = Path(__file__).parents[1]
ESSAY = ROOT / "seeds" / "pashayeva-2024" / "pashayeva-2024.txt"
READ_BY_A_BUILD = ("flows", "requirements", "schemas", "seeds", "validation")
MEASURED = Path("benchmarks", "measured.json")
SERVER = "prefect.server.api.server:create_app"


def make_checkout(folder: Path, home: Path) -> Path:
    """Copy what a build reads into `folder`, with a Prefect home that is migrated already."""
    for name in READ_BY_A_BUILD:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / MEASURED).parent.mkdir()
    shutil.copyfile(ROOT / MEASURED, folder / MEASURED)
    copy_home(home, folder)
    return folder


def reword(essay: Path, before: str, after: str) -> None:
    """Change words of an essay, and its checksum beside it."""
    text = essay.read_text("utf-8")
    assert before in text
    essay.write_text(text.replace(before, after, 1), "utf-8")
    record = essay.with_name("document.yaml")
    digest = hashlib.sha256(essay.read_bytes()).hexdigest()
    told = re.sub(r'sha256: "[0-9a-f]{64}"', f'sha256: "{digest}"', record.read_text("utf-8"))
    record.write_text(told, "utf-8")


def copy_home(home: Path, checkout: Path) -> None:
    """Save the seconds of a first migration."""
    if home.is_dir():
        shutil.copytree(home, checkout / ".cache" / "prefect", dirs_exist_ok=True)


def command() -> list[str]:
    """The installed command; where the library is only on the path, the module."""
    installed = Path(sys.executable).with_name("plainfigures")
    return [str(installed)] if installed.exists() else [sys.executable, "-m", "plainfigures"]


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a user who has set nothing for Prefect."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    return {**kept, "PYTHONPATH": str(ROOT / "src"), **(extra or {})}


def call(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    """The command in this process, for what needs no process of its own."""
    from plainfigures.cli import main

    given = [str(each) for each in arguments]
    return CliRunner().invoke(main, given, input=stdin, prog_name="plainfigures")


def shell(arguments: Sequence[str | Path], **options: Any) -> subprocess.CompletedProcess[bytes]:
    """The installed command, to its end, its output as bytes."""
    return subprocess.run(
        [*command(), *map(str, arguments)],
        env=environment(),
        capture_output=True,
        check=False,
        timeout=120,
        **options,
    )


def records(text: str) -> list[dict[str, Any]]:
    """The objects of JSON lines."""
    return [json.loads(line) for line in text.splitlines()]


def start(
    arguments: Sequence[str], folder: Path, extra: Mapping[str, str] | None = None
) -> subprocess.Popen[str]:
    """Start `plainfigures` in a folder, its output in pipes."""
    return subprocess.Popen(
        [*command(), *arguments],
        cwd=folder,
        env=environment(extra),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(
    arguments: Sequence[str], folder: Path, extra: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run `plainfigures` in a folder to its end."""
    process = start(arguments, folder, extra)
    out, err = process.communicate(timeout=300)
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of every file of a folder, by path; nothing where there is no folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def servers(checkout: Path) -> list[int]:
    """The Prefect servers of a checkout that `ps` shows, by their home."""
    found = []
    listed = subprocess.run(
        ["ps", "-ww", "-eo", "pid=,args="], capture_output=True, text=True, check=True
    )
    for line in listed.stdout.splitlines():
        pid, _, arguments = line.strip().partition(" ")
        if SERVER in arguments and f"PREFECT_HOME={checkout}/" in _environment_of(pid):
            found.append(int(pid))
    return found


def wait_for_no_server(checkout: Path, seconds: float = 20) -> list[int]:
    """The servers that are still there when they have had time to end."""
    end = time.monotonic() + seconds
    while (left := servers(checkout)) and time.monotonic() < end:
        time.sleep(0.1)
    return left


def end(process: subprocess.Popen[str], number: int) -> int:
    """Send a signal, wait, and give the exit code as a shell shows it."""
    process.send_signal(number)
    process.communicate(timeout=60)
    code = process.returncode
    return 128 - code if code < 0 else code


KILLED = 128 + signal.SIGKILL


def _environment_of(pid: str) -> str:
    try:
        return Path("/proc", pid, "environ").read_text(errors="replace")
    except OSError:
        return ""
