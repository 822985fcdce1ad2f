"""load: the figures of the version that was asked for, or a sentence that says why not."""

import hashlib
import json
import pwd
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import plainfigures
from plainfigures.client import Settings, load, origin
from plainfigures.errors import ChecksumError, ReleaseError, UsageError
from tests.client.server import Server
from tests.scratch import ROOT

NEWEST = ("casualties/latest.json", "casualties/casualties-2.0.0.manifest.json")


def test_a_release_is_the_table_that_was_built(
    shelf: Path, server: Server, settings: Settings
) -> None:
    table = load("casualties", "1.1.0", settings=settings)
    assert table.equals(pq.read_table(shelf / "casualties/1.1.0/casualties.parquet"))
    assert json.loads(table.schema.metadata[b"datapackage"])["name"] == "casualties"


def test_what_is_loaded_is_taken_on_by_the_libraries_that_people_use(shelf: Path) -> None:
    import duckdb
    import pandas
    import polars

    table_of_figures = table = load("casualties", "1.0.0", source=shelf)
    rows = table_of_figures.to_pylist()
    frame = table.to_pandas(types_mapper=pandas.ArrowDtype)
    assert str(frame.dtypes["value"]) == "double[pyarrow]"
    assert frame.astype(object).where(frame.notna(), None).to_dict("records") == rows
    assert polars.from_arrow(table).to_dicts() == rows
    found = duckdb.sql("FROM table_of_figures")
    assert [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()] == rows


def test_a_folder_is_read_without_a_cache(shelf: Path, tmp_path: Path) -> None:
    nowhere = Settings(cache=tmp_path / "cache", offline=True)
    for source in (shelf, str(shelf), shelf.as_uri()):
        assert load("casualties", source=source, settings=nowhere).num_rows > 0
    assert not (tmp_path / "cache").exists()


def test_an_exact_version_costs_two_requests_and_then_none(
    server: Server, settings: Settings
) -> None:
    first = load("casualties", "1.0.0", settings=settings)
    assert server.asked == [
        "casualties/casualties-1.0.0.manifest.json",
        "casualties/1.0.0/casualties.parquet",
    ]
    server.asked.clear()
    assert load("casualties", "1.0.0", settings=settings).equals(first)
    assert load("casualties", "1.0.0", settings=replace(settings, offline=True)).equals(first)
    assert server.asked == []


@pytest.mark.parametrize(
    ("asked", "version"),
    [("latest", "2.0.0"), ("~=1.0", "1.2.0"), ("~=1.1.0", "1.1.0"), ("1.0.0", "1.0.0")],
)
def test_a_table_says_which_version_it_is(settings: Settings, asked: str, version: str) -> None:
    found = origin(load("casualties", asked, settings=settings))
    assert (found.dataset, found.table, found.version) == ("casualties", "casualties", version)
    assert (found.asked, found.source) == (asked, settings.source)


def test_the_latest_is_resolved_aloud(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO", "plainfigures"):
        load("casualties", settings=settings)
    assert f"casualties latest is 2.0.0 at {settings.source}." in caplog.messages


def test_a_table_that_load_did_not_give_has_no_origin() -> None:
    with pytest.raises(UsageError, match="does not say where it comes from"):
        origin(pa.table({"a": [1]}))


def test_other_tables_of_a_release_are_loaded_by_name(shelf: Path, settings: Settings) -> None:
    spans = load("casualties", "1.0.0", table="spans", settings=settings)
    assert spans.equals(pq.read_table(shelf / "casualties/1.0.0/spans.parquet"))
    assert load("reading", settings=settings).column_names[0] == "figure_id"


def test_the_main_table_of_reading_is_that_of_the_figures(settings: Settings) -> None:
    assert origin(load("reading", settings=settings)).table == "figures"


def test_a_pinned_checksum_is_held(shelf: Path, settings: Settings) -> None:
    digest = origin(load("casualties", "1.0.0", settings=settings)).sha256
    load("casualties", "1.0.0", sha256=digest.upper(), settings=settings)
    with pytest.raises(ChecksumError, match="which was asked for; nothing was loaded"):
        load("casualties", "1.1.0", sha256=digest, settings=settings)


def test_a_pinned_manifest_is_held_and_costs_no_request_when_it_is_cached(
    server: Server, settings: Settings
) -> None:
    found = origin(load("casualties", "1.0.0", settings=settings))
    pin = found.manifest_sha256
    data = (server.root / "casualties/casualties-1.0.0.manifest.json").read_bytes()
    assert pin == hashlib.sha256(data).hexdigest()
    server.asked.clear()
    for table in ("casualties", "casualties"):
        load("casualties", "1.0.0", table=table, manifest_sha256=pin.upper(), settings=settings)
    assert server.asked == []
    load("casualties", "~=1.0.0", table="spans", manifest_sha256=pin, settings=settings)
    load("casualties", "1.0.0", manifest_sha256=pin, source=server.root)
    offline = replace(settings, offline=True)
    load("casualties", "1.0.0", manifest_sha256=pin, settings=offline)
    for asked, other, where in (
        ("1.1.0", pin, settings),
        ("latest", pin, settings),
        ("1.0.0", "0" * 64, offline),
    ):
        with pytest.raises(ChecksumError, match="which was asked for; nothing was loaded"):
            load("casualties", asked, manifest_sha256=other, settings=where)
    assert load("casualties", "1.0.0", settings=offline).num_rows > 0


@pytest.mark.parametrize("pin", ["", "1.0.0", "0" * 63, "sha256:" + "0" * 64])
def test_what_is_no_checksum_is_told(settings: Settings, pin: str) -> None:
    for name in ("sha256", "manifest_sha256"):
        with pytest.raises(UsageError, match="write its 64 hex digits"):
            load("casualties", "1.0.0", **{name: pin}, settings=settings)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("casualtys",), "has no dataset 'casualtys'; did you mean casualties?"),
        (("rainfall",), "has no dataset 'rainfall'; it has casualties, mines, reading."),
        (("casualties", "1.3.0"), "has no casualties 1.3.0; it has 2.0.0, 1.2.0, 1.1.0, 1.0.0."),
        (("casualties", "~=3.0"), "has no casualties ~=3.0; it has 2.0.0"),
        (("casualties", "1.0"), "version '1.0': write three numbers"),
        (("casualties", ">=1"), "version '>=1': write three numbers"),
        (("casualties", "../1.0.0"), "version '../1.0.0': write three numbers"),
        (("casualties", "01.0.0"), "version '01.0.0': write three numbers"),
        (("../casualties",), "dataset '../casualties': a name has"),
        (("Casualties",), "dataset 'Casualties': a name has"),
        (("",), "dataset '': a name has"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(
    settings: Settings, arguments: tuple[str, ...], words: str
) -> None:
    with pytest.raises(UsageError) as told:
        load(*arguments, settings=settings)
    assert words in str(told.value)


def test_an_unknown_table_is_told_with_what_is_near(settings: Settings) -> None:
    with pytest.raises(UsageError, match=r"casualties 2\.0\.0: has no table 'span'; did you mean"):
        load("casualties", table="span", settings=settings)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (None, "no source"),
        ("https://", "give an address with a host"),
        ("http://user:secret@example.org/data", "without a name, password"),
        ("https://example.org/data?token=secret", r"without a name, password"),
        ("nosuchscheme://data", "source nosuchscheme://data"),
        ("", "no source"),
        ("http://[::1/data", "is no address"),
        ("http://user:secret@example.org:port/data", "is no address"),
        ("http://example.org:99999/data", "is no address"),
        ("http:/example.org/data", r"write http://example\.org/data, with all slashes"),
        ("s3:/bucket/data", r"write s3://bucket/data, with all slashes"),
        ("file://srv/data", r"names the machine srv; .* as file:///srv/data"),
    ],
)
def test_a_source_that_is_none_is_told_without_its_secrets(
    tmp_path: Path, source: str | None, words: str
) -> None:
    with pytest.raises(UsageError, match=words) as told:
        load("casualties", source=source, settings=Settings(cache=tmp_path))
    assert "secret" not in str(told.value)


def test_a_folder_without_releases_is_told(tmp_path: Path, whole: Path) -> None:
    with pytest.raises(ReleaseError, match="there is no such folder"):
        load("casualties", source=tmp_path / "none")
    with pytest.raises(UsageError, match=r"holds no releases \(no casualties/latest\.json"):
        load("casualties", source=whole)


def test_a_folder_whose_name_no_system_takes_is_told() -> None:
    with pytest.raises(ReleaseError, match="cannot be read: File name too long"):
        load("casualties", source="a" * 5000)


def test_a_folder_may_be_called_as_a_scheme(
    tmp_path: Path, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("data:2026", "c:", "localhost"):
        Path(name).symlink_to(shelf)
    for source in ("data:2026", "./data:2026/", "c:/", f"file://localhost{tmp_path}/localhost"):
        assert load("casualties", source=source).num_rows > 0


def test_any_address_of_fsspec_is_a_source(shelf: Path, tmp_path: Path) -> None:
    import fsspec

    memory = fsspec.filesystem("memory")
    memory.put(str(shelf), "/shelf", recursive=True)
    settings = Settings("memory://shelf", tmp_path / "cache", tries=1)
    try:
        first = load("casualties", "~=1.0", settings=settings)
        assert first.equals(load("casualties", "1.2.0", source=shelf))
        with pytest.raises(UsageError, match="did you mean mines"):
            load("mine", settings=settings)
    finally:
        memory.rm("/shelf", recursive=True)
    assert load("casualties", "1.2.0", settings=settings).equals(first)


@pytest.mark.parametrize(
    ("error", "words", "asked"),
    [
        (PermissionError("denied"), "may not be read: denied", 1),
        (ConnectionError("reset"), r"cannot be read: reset\. Asked 2 times", 2),
        (RuntimeError("no credentials"), r"cannot be read: no credentials\.", 1),
    ],
)
def test_what_a_store_refuses_is_told_and_what_passes_is_tried_again(
    tmp_path: Path, error: Exception, words: str, asked: int
) -> None:
    import fsspec
    from fsspec.spec import AbstractFileSystem

    opened = []

    class Failing(AbstractFileSystem):
        protocol = type(error).__name__.lower()

        def _open(self, path: str, *_: object, **__: object) -> None:
            opened.append(path)
            raise error

    fsspec.register_implementation(Failing.protocol, Failing)
    settings = Settings(f"{Failing.protocol}://shelf", tmp_path, tries=2, pause=0.001)
    with pytest.raises(ReleaseError, match=words):
        load("casualties", settings=settings)
    assert len(opened) == asked


def test_the_environment_gives_what_is_not_given(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLAINFIGURES_SOURCE", server.address)
    monkeypatch.setenv("PLAINFIGURES_CACHE", str(tmp_path / "there"))
    assert plainfigures.load("casualties", version="1.0.0").num_rows > 0
    assert (tmp_path / "there" / "files").is_dir()
    monkeypatch.setenv("PLAINFIGURES_OFFLINE", "1")
    server.asked.clear()
    assert plainfigures.load("casualties", version="1.0.0").num_rows > 0
    assert server.asked == []


@pytest.mark.parametrize(
    ("name", "value"),
    [("OFFLINE", "perhaps"), ("TIMEOUT", "soon"), ("TIMEOUT", "-1"), ("TIMEOUT", "nan")],
)
def test_nonsense_in_the_environment_is_told(name: str, value: str) -> None:
    with pytest.raises(UsageError, match=f"PLAINFIGURES_{name}={value}"):
        Settings.of({f"PLAINFIGURES_{name}": value})


def test_a_home_is_known_where_no_shell_has_said_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/reader")
    settings = Settings.of({"PLAINFIGURES_CACHE": "~/figures"})
    assert settings.folder() == Path("/home/reader/figures")


def test_a_user_without_a_home_is_asked_for_a_folder(
    shelf: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(_: int) -> NoReturn:
        raise KeyError("nobody knows this user")

    for name in ("HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", unknown)
    assert load("casualties", source=shelf).num_rows > 0
    with pytest.raises(UsageError, match=r"no home of this user is known; .* PLAINFIGURES_CACHE"):
        load("casualties", source=server.address)
    with pytest.raises(UsageError, match=r"~/releases: no such home is known"):
        load("casualties", source="~/releases")
    with pytest.raises(UsageError, match=r"~/cache: no such home is known"):
        Settings.of({"PLAINFIGURES_CACHE": "~/cache"})


def test_the_cache_lies_in_the_folder_of_the_platform(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert Settings().folder().name == "plainfigures"


def test_the_import_is_lazy() -> None:
    code = (
        "import sys, plainfigures\n"
        "assert not {'pyarrow', 'urllib.request', 'plainfigures.client'} & set(sys.modules)\n"
        "assert {'load', 'provenance', 'assert_schema', 'verify'} <= set(dir(plainfigures))\n"
        "plainfigures.load\n"
        "assert not {'pyarrow', 'urllib.request', 'ssl', 'fsspec', 'yaml'} & set(sys.modules)\n"
    )
    path = {"PYTHONPATH": str(ROOT / "src")}
    subprocess.run([sys.executable, "-c", code], check=True, env=path)


def test_a_name_that_the_library_does_not_have_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'lod'"):
        plainfigures.lod  # noqa: B018


def test_loading_a_table_imports_no_datasets_of_arrow(shelf: Path) -> None:
    code = (
        "import sys, plainfigures\n"
        f"plainfigures.load('casualties', source={str(shelf)!r})\n"
        "assert not {'pyarrow.dataset', 'pandas', 'urllib.request'} & set(sys.modules)\n"
    )
    path = {"PYTHONPATH": str(ROOT / "src")}
    subprocess.run([sys.executable, "-c", code], check=True, env=path)


@pytest.mark.skipif(sys.platform != "linux", reason="threads are counted in /proc")
def test_loading_a_table_leaves_no_thread_behind(shelf: Path) -> None:
    """One that holds the bytes of the table when Python ends aborts the process."""
    code = (
        "import os, pyarrow.parquet, plainfigures\n"
        "before = len(os.listdir('/proc/self/task'))\n"
        f"plainfigures.load('reading', source={str(shelf)!r})\n"
        "assert len(os.listdir('/proc/self/task')) == before\n"
    )
    path = {"PYTHONPATH": str(ROOT / "src")}
    subprocess.run([sys.executable, "-c", code], check=True, env=path)
