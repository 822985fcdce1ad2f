"""The command `plainfigures`, as a user meets it."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from plainfigures import __version__
from tests.scratch import ESSAY, ROOT, call, command, environment, make_checkout, shell


def test_help_lists_the_commands_that_there_are() -> None:
    done = shell(["--help"])
    assert done.returncode == 0
    listed = re.findall(r"(?m)^  ([a-z]+)  ", done.stdout.decode().partition("Commands:")[2])
    assert listed == [
        "build",
        "diff",
        "explain",
        "extract",
        "publish",
        "validate",
        "verify",
    ]
    assert all(shell([name, "--help"]).returncode == 0 for name in listed)


def test_the_version_is_that_of_the_library() -> None:
    assert shell(["--version"]).stdout.decode() == f"plainfigures {__version__}\n"
    module = [sys.executable, "-m", "plainfigures", "--version"]
    assert subprocess.check_output(module, env=environment(), text=True).endswith(
        f"{__version__}\n"
    )


HEAVY = {
    "frictionless",
    "great_expectations",
    "jinja2",
    "pandas",
    "prefect",
    "pyarrow",
    "rich",
}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["extract", str(ESSAY)],
        ["explain", "x", str(ESSAY)],
        ["verify", str(ROOT / "datasets/mines")],
    ],
    ids=["help", "extract", "explain", "verify"],
)
def test_what_must_start_fast_imports_nothing_slow(arguments: list[str]) -> None:
    code = (
        "import sys\n"
        "from plainfigures.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "print(*sorted(name for name in sys.modules if '.' not in name), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert HEAVY.isdisjoint(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["biuld"], "No such command 'biuld'. Did you mean 'build'? (see plainfigures --help)"),
        (["extract"], "Missing argument 'FILE...|-'. (see plainfigures extract --help)"),
        (["extract", "x", "--format", "xml"], "'xml' is not one of"),
        (["verify", "x", "--sauce", "y"], "No such option '--sauce'. Did you mean '--source'?"),
    ],
)
def test_wrong_usage_is_one_sentence(arguments: list[str], words: str) -> None:
    done = call(*arguments)
    assert done.exit_code == 2
    assert words in done.stderr
    assert done.stderr.startswith("Error: ")
    assert done.stderr.count("\n") == 1


def test_an_internal_error_has_its_own_code_and_a_traceback_on_demand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plainfigures.client import verification

    monkeypatch.setattr(verification, "verify", lambda *_: 1 / 0)
    quiet = call("verify", tmp_path)
    assert quiet.exit_code == 4
    assert quiet.stderr.startswith("Error: internal error (ZeroDivisionError: division by zero)")
    assert quiet.stderr.count("\n") == 1
    for arguments in (["--debug", "verify", tmp_path], ["verify", tmp_path, "--debug"]):
        loud = call(*arguments)
        assert loud.exit_code == 4
        assert "Traceback" in loud.stderr


def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checkout = make_checkout(tmp_path / "checkout", tmp_path / "none")
    monkeypatch.chdir(checkout)
    monkeypatch.setitem(sys.modules, "filelock", None)
    done = call("build")
    assert done.exit_code == 2
    assert "pip install '.[build]' in a checkout" in done.stderr


def test_an_error_names_files_from_the_current_folder_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout = make_checkout(tmp_path / "checkout", tmp_path / "none")
    (checkout / "schemas" / "mines.yaml").write_text("name: [mines\n")
    monkeypatch.chdir(checkout)
    assert call("build").stderr.startswith("Error: schemas/mines.yaml:")
    monkeypatch.chdir(checkout / "seeds")
    assert call("build").stderr.startswith(f"Error: {checkout}/schemas/mines.yaml:")
    (tmp_path / "check").mkdir()
    monkeypatch.chdir(tmp_path / "check")
    assert call("verify", f"/x{tmp_path}/check/out").stderr.startswith(f"Error: /x{tmp_path}/")


@pytest.mark.parametrize(
    "arguments", [["--version"], ["verify", "datasets/mines"], ["diff", "mines@1.0.0", "mines"]]
)
def test_what_finds_no_room_for_its_output_says_so(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*command(), *arguments],
            cwd=ROOT,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 5
    assert done.stderr == (
        "Error: standard output: cannot be written (No space left on device); make room and try "
        "again\n"
    )


@pytest.mark.parametrize(
    ("closing", "code", "told"),
    [
        (">&-", 5, "Error: standard output: cannot be written (it is closed)\n"),
        ("<&-", 3, "Error: standard input: cannot be read (it is closed)\n"),
    ],
)
def test_a_closed_input_or_output_is_named(closing: str, code: int, told: str) -> None:
    done = subprocess.run(
        f"{shlex.join(command())} extract - {closing}",
        shell=True,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (code, told)


def test_a_program_that_calls_a_command_keeps_its_own_end() -> None:
    program = """
import atexit, gc, sys
from click.testing import CliRunner
from plainfigures.cli import main
atexit.register(lambda: print("frozen:", gc.get_freeze_count() > 0))
if sys.argv[1:]:
    main()
CliRunner().invoke(main, ["--version"])
"""
    for arguments, told in (([], "frozen: False\n"), (["--version"], "frozen: True\n")):
        done = subprocess.run(
            [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True
        )
        assert done.stdout.endswith(told)


def test_an_output_of_another_encoding_loses_nothing(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "datasets" / "mines", tmp_path / "mines")
    path = tmp_path / "mines" / "datapackage.json"
    path.write_text(path.read_text("utf-8").replace('"title": "', '"title": "“All” – ', 1), "utf-8")

    def told(encoding: str, *form: str) -> bytes:
        done = subprocess.run(
            [*command(), "diff", "datasets/mines", str(tmp_path / "mines"), *form],
            cwd=ROOT,
            env={**environment(), "PYTHONIOENCODING": encoding},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 1, done.stderr
        return done.stdout

    text, record = told("utf-8"), told("utf-8", "--format", "json")
    assert "“All” –".encode() in text
    assert told("latin-1") == text.decode().encode("latin-1", "backslashreplace")
    assert told("latin-1", "--format", "json") == record
