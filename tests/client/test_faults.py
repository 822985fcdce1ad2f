"""A server that fails in every way: what passes is tried again, what stays is told at once."""

import json
import os
import shutil
import time
from dataclasses import replace
from pathlib import Path

import pytest

from plainfigures.client import Settings, load, origin, provenance
from plainfigures.errors import ChecksumError, ReleaseError, UsageError
from tests.client.server import (
    Fault,
    Handler,
    Server,
    answer,
    does,
    drip,
    flipped,
    half,
    half_without_length,
    hang_up,
    redirect,
    silent,
    true_answer,
)
from tests.client.shelf import point, write_manifest

POINTER = "casualties/latest.json"
MANIFEST = "casualties/casualties-1.0.0.manifest.json"
TABLE = "casualties/1.0.0/casualties.parquet"
PAGE = b"<!DOCTYPE html>\n<html><title>Please log in</title></html>"


def rows(settings: Settings, version: str = "1.0.0") -> int:
    return int(load("casualties", version, settings=settings).num_rows)


@pytest.fixture
def owed(shelf: Path) -> int:
    return int(load("casualties", "1.0.0", source=shelf).num_rows)


@pytest.mark.parametrize("path", [MANIFEST, TABLE])
@pytest.mark.parametrize(
    "fault",
    [answer(500), answer(503, Retry_After="0"), answer(429), answer(408), half, hang_up],
    ids=["500", "503", "429", "408", "half", "hang-up"],
)
def test_what_passes_is_tried_again(
    server: Server, settings: Settings, owed: int, path: str, fault: Fault
) -> None:
    server.fail(path, fault, fault, true_answer)
    assert rows(settings) == owed
    assert server.asked.count(path) == 3


@pytest.mark.parametrize("path", [MANIFEST, TABLE, POINTER])
@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (answer(500), "HTTP 500"),
        (half, "broke off after"),
        (hang_up, "cannot be reached"),
    ],
    ids=["500", "half", "hang-up"],
)
def test_what_does_not_pass_is_given_up_and_nothing_is_kept(
    server: Server, settings: Settings, path: str, fault: Fault, words: str
) -> None:
    server.fail(path, fault)
    with pytest.raises(ReleaseError, match=words) as told:
        rows(settings, "~=1.0" if path == POINTER else "1.0.0")
    assert f"{server.address}/{path}: " in str(told.value)
    assert "Asked 3 times." in str(told.value)
    assert server.asked.count(path) == 3
    server.fail(path, true_answer)
    assert rows(settings) > 0


@pytest.mark.parametrize("path", [MANIFEST, TABLE])
def test_a_silent_server_is_not_waited_for(server: Server, settings: Settings, path: str) -> None:
    server.fail(path, silent(0.6))
    with pytest.raises(ReleaseError, match="silent for too long"):
        rows(replace(settings, timeout=0.1, tries=2))
    assert server.asked.count(path) == 2


def test_a_server_that_sends_a_byte_now_and_then_is_not_waited_for(
    server: Server, settings: Settings
) -> None:
    server.fail(MANIFEST, drip)
    with pytest.raises(ReleaseError, match="came too slowly"):
        rows(replace(settings, timeout=0.2, tries=1))


def test_a_pause_that_the_server_asks_for_is_made(
    server: Server, settings: Settings, owed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    server.fail(TABLE, answer(503, Retry_After="7"), answer(429, Retry_After="9999"), true_answer)
    assert rows(settings) == owed
    assert [pause for pause in pauses if pause > 1] == [7.0, 30.0]


def test_each_pause_is_longer(
    server: Server, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    server.fail(TABLE, answer(502))
    with pytest.raises(ReleaseError):
        rows(replace(settings, tries=5, pause=1.0))
    assert [int(2**number <= pause < 2 ** (number + 1)) for number, pause in enumerate(pauses)] == [
        1, 1, 1, 1,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "words"), [(401, "HTTP 401"), (403, "HTTP 403"), (407, "HTTP 407"), (400, "HTTP 400")]
)
def test_a_refusal_is_told_at_once(
    server: Server, settings: Settings, code: int, words: str
) -> None:
    server.fail(TABLE, answer(code, b"no"))
    with pytest.raises(ReleaseError, match=words):
        rows(settings)
    assert server.asked.count(TABLE) == 1


@pytest.mark.parametrize("path", [MANIFEST, TABLE, POINTER])
@pytest.mark.parametrize(
    "page", [PAGE, b"\n  <html lang=en>" + b" " * 3_000_000, b"<!-- Proxy -->\n" + PAGE]
)
def test_a_page_in_place_of_a_file_is_named_as_such(
    server: Server, settings: Settings, path: str, page: bytes
) -> None:
    server.fail(path, answer(200, page, "text/html"))
    with pytest.raises(ReleaseError, match="an HTML page came in place of the file") as told:
        rows(settings, "latest" if path == POINTER else "1.0.0")
    assert f"{server.address}/{path}: " in str(told.value)
    assert server.asked.count(path) == 1


@pytest.mark.parametrize("fault", [flipped, half_without_length])
def test_wrong_bytes_are_asked_for_once_more_past_the_caches(
    server: Server, settings: Settings, owed: int, fault: Fault
) -> None:
    server.fail(TABLE, fault, true_answer)
    assert rows(settings) == owed
    assert server.headers[-1]["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("fault", [flipped, half_without_length])
def test_wrong_bytes_that_stay_are_never_used(
    server: Server, settings: Settings, tmp_path: Path, fault: Fault
) -> None:
    server.fail(TABLE, fault)
    with pytest.raises(ChecksumError, match="nothing of it was used") as told:
        rows(settings)
    digest = origin(load("casualties", "1.0.0", source=server.root)).sha256
    assert f"{server.address}/{TABLE}: has " in str(told.value)
    assert f"with sha256 {digest} were published" in str(told.value)
    kept = [
        path.read_bytes() for path in (tmp_path / "cache" / "files").rglob("*") if path.is_file()
    ]
    assert not any(data.startswith(b"PAR1") for data in kept)


def test_a_body_that_does_not_end_is_left(server: Server, settings: Settings) -> None:
    server.fail(TABLE, answer(200, b"PAR1" + b"\0" * 5_000_000))
    with pytest.raises(ChecksumError, match="is longer: "):
        rows(settings)


def test_a_manifest_that_is_not_the_one_that_the_pointer_names_is_refused(
    server: Server, settings: Settings
) -> None:
    server.fail("casualties/casualties-2.0.0.manifest.json", flipped)
    with pytest.raises(ChecksumError, match="nothing of it was used"):
        rows(settings, "latest")


@pytest.mark.parametrize("key", ["sha256", "path"])
def test_a_manifest_that_came_damaged_is_not_believed_for_ever(
    server: Server, settings: Settings, owed: int, key: str
) -> None:
    manifest = json.loads((server.root / MANIFEST).read_bytes())
    for file in manifest["files"]:
        if file["path"] == "casualties.parquet":
            file[key] = {"sha256": "0" * 64, "path": "casualtie.parquet"}[key]
    if key == "path":
        manifest["tables"][0]["parquet"] = "casualtie.parquet"
    server.fail(MANIFEST, answer(200, json.dumps(manifest).encode()), true_answer)
    with pytest.raises(ReleaseError):
        rows(settings)
    assert rows(settings) == owed


def test_a_manifest_of_somebody_else_is_believed_without_a_pin_and_not_with_one(
    server: Server, settings: Settings, owed: int
) -> None:
    pin = origin(load("casualties", "1.0.0", source=server.root)).manifest_sha256
    other = json.loads((server.root / MANIFEST).read_bytes())
    table, spans = (
        next(file for file in other["files"] if file["path"] == f"{name}.parquet")
        for name in ("casualties", "spans")
    )
    table.update({key: spans[key] for key in ("bytes", "sha256")})
    theirs = answer(200, json.dumps(other).encode())
    # All that is served for it is theirs, and fits together; so it is what anyone would believe.
    data = (server.root / "casualties/1.0.0/spans.parquet").read_bytes()
    server.fail(MANIFEST, theirs)
    server.fail(TABLE, answer(200, data))
    believed = load("casualties", "1.0.0", settings=settings)
    assert "prefix" in believed.column_names
    with pytest.raises(ChecksumError, match=f"not {pin}, which was asked for"):
        load("casualties", "1.0.0", manifest_sha256=pin, settings=settings)
    assert server.headers[-1]["Cache-Control"] == "no-cache"
    with pytest.raises(ChecksumError, match=f"not {pin}, which was asked for"):
        provenance("x", "casualties", "1.0.0", manifest_sha256=pin, settings=settings)
    # When the true one is there again, what was believed before is no more in the way.
    server.fail(MANIFEST, theirs, true_answer)
    server.faults.pop(TABLE)
    assert load("casualties", "1.0.0", manifest_sha256=pin, settings=settings).num_rows == owed


def test_a_body_that_is_packed_unasked_is_named(server: Server, settings: Settings) -> None:
    server.fail(TABLE, answer(200, b"\x1f\x8b", Content_Encoding="gzip"))
    with pytest.raises(ReleaseError, match="came packed as gzip"):
        rows(settings)


def test_redirects_are_followed(server: Server, settings: Settings, owed: int) -> None:
    (server.root / "moved").mkdir()
    shutil.copy(server.root / TABLE, server.root / "moved" / "a.parquet")
    server.fail(TABLE, redirect("/moved/a.parquet"))
    assert rows(settings) == owed


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (f"/{TABLE}", "redirects without end"),
        ("file:///etc/hostname", "which is not followed|is not allowed"),
        ("ftp://127.0.0.1/a.parquet", "which is not followed"),
        ("/login", "an HTML page came in place"),
        ("http://[::1", "redirects to what is none: Invalid IPv6 URL"),
        ("http://a..b/", "redirects to what is none"),
    ],
)
def test_redirects_to_elsewhere_are_told(
    server: Server, settings: Settings, target: str, words: str
) -> None:
    (server.root / "login").write_bytes(PAGE)
    server.fail(TABLE, redirect(target))
    with pytest.raises(ReleaseError, match=words):
        rows(settings)


def test_what_speaks_no_http_is_told_in_one_line(server: Server, settings: Settings) -> None:
    def babble(handler: Handler) -> bool:
        handler.wfile.write(b"220 mail.invalid\r\n\r\n")
        handler.close_connection = True
        return False

    server.fail(TABLE, babble)
    with pytest.raises(ReleaseError, match="cannot be reached: 220 mail") as told:
        rows(settings)
    assert "\n" not in str(told.value)


def test_a_server_that_is_not_there_is_told_with_what_the_cache_has(
    shelf: Path, server: Server, settings: Settings
) -> None:
    rows(settings)
    server.server_close()
    gone = replace(settings, source=server.address, tries=1)
    assert rows(gone) > 0
    with pytest.raises(ReleaseError, match=r"cannot be reached: .* The cache has 1\.0\.0: PLAIN"):
        rows(gone, "latest")
    with pytest.raises(ReleaseError, match="cannot be reached"):
        rows(gone, "1.1.0")


@pytest.mark.parametrize("host", ["no-such-host.invalid", f"{'a' * 70}.invalid", "a..invalid"])
def test_a_host_that_is_not_known_is_told(tmp_path: Path, host: str) -> None:
    nowhere = Settings(f"http://{host}", tmp_path, tries=1)
    with pytest.raises(ReleaseError, match=r"host is not known|cannot be reached|is no address"):
        rows(nowhere)


@pytest.mark.parametrize("path", ["über uns", "%C3%BCber%20uns"])
def test_an_address_is_asked_for_in_signs_that_the_web_knows(
    server: Server, settings: Settings, path: str
) -> None:
    with pytest.raises(UsageError, match="holds no releases"):
        rows(replace(settings, source=f"{server.address}/{path}"))
    assert all(each.startswith("%C3%BCber%20uns/") for each in server.asked)


def test_the_latest_may_move_while_it_is_read(
    shelf: Path, server: Server, settings: Settings, whole: Path
) -> None:
    """Whatever moment the publisher takes, all that is read is of one version."""

    def publish() -> None:
        folder = shelf / "casualties" / "2.1.0"
        if not folder.exists():
            shutil.copytree(shelf / "casualties/1.0.0", folder)
            point(shelf, folder, "casualties", "2.1.0")

    before = load("casualties", "2.0.0", source=shelf)
    server.fail("casualties/casualties-2.0.0.manifest.json", does(publish))
    assert load("casualties", settings=settings).equals(before)
    after = load("casualties", settings=settings)
    assert origin(after).version == "2.1.0"
    assert not after.equals(before)


def test_a_pointer_that_is_ahead_of_the_files_is_asked_again(
    shelf: Path, server: Server, settings: Settings
) -> None:
    stale = (shelf / POINTER).read_bytes()
    shutil.rmtree(shelf / "casualties/2.0.0")
    (shelf / "casualties/casualties-2.0.0.manifest.json").unlink()
    point(shelf, shelf / "casualties/1.2.0", "casualties", "1.2.0")
    server.fail(POINTER, answer(200, stale), true_answer)
    assert origin(load("casualties", settings=settings)).version == "1.2.0"


@pytest.mark.parametrize("version", ["latest", "2.0.0", "~=2.0"])
def test_a_version_that_is_listed_and_gone_is_told(
    shelf: Path, settings: Settings, version: str
) -> None:
    (shelf / "casualties/casualties-2.0.0.manifest.json").unlink()
    with pytest.raises(ReleaseError, match=r"casualties 2\.0\.0 is listed, but its files are gone"):
        rows(settings, version)


def test_a_table_that_is_gone_is_told(server: Server, settings: Settings) -> None:
    server.fail(TABLE, answer(410))
    with pytest.raises(ReleaseError, match=r"casualties 1\.0\.0 is listed, but its files are gone"):
        rows(settings)


TRICKS = [
    "/etc/hostname",
    "../../secret.parquet",
    "..\\secret.parquet",
    "C:\\secret.parquet",
    "C:secret.parquet",
    "\\\\host\\share\\secret.parquet",
    "~/secret.parquet",
    "https://example.org/secret.parquet",
    "%2e%2e/secret.parquet",
    "a/./secret.parquet",
    "a//secret.parquet",
    "secret.parquet.",
    "nul",
    "COM1.parquet",
    "secret.parquet?x",
    "secret\n.parquet",
    "$HOME/secret.parquet",
    "..",
    "",
]


@pytest.mark.parametrize("path", TRICKS)
@pytest.mark.parametrize("over", ["http", "folder"])
def test_a_path_out_of_the_release_is_refused_and_never_asked_for(
    shelf: Path, server: Server, settings: Settings, path: str, over: str
) -> None:
    (shelf / "secret.parquet").write_bytes(b"secret")
    place = shelf / MANIFEST
    manifest = json.loads(place.read_bytes())
    manifest["tables"][0]["parquet"] = path
    for file in manifest["files"]:
        if file["path"] == "casualties.parquet":
            file["path"] = path
    place.write_text(json.dumps(manifest))
    source = server.address if over == "http" else shelf
    with pytest.raises(ReleaseError, match=r"casualties-1\.0\.0\.manifest\.json: names ") as told:
        load("casualties", "1.0.0", source=source, settings=settings)
    assert repr(path) in str(told.value)
    assert server.asked in ([MANIFEST], [])


def test_a_path_out_of_the_dataset_in_the_pointer_is_refused(
    shelf: Path, settings: Settings
) -> None:
    pointer = json.loads((shelf / POINTER).read_bytes())
    pointer["versions"][-1]["manifest"]["path"] = "../mines/mines-1.0.0.manifest.json"
    (shelf / POINTER).write_text(json.dumps(pointer))
    with pytest.raises(ReleaseError, match="no plain path inside the package"):
        rows(settings, "latest")


def test_a_link_out_of_the_folder_is_not_followed(shelf: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.parquet"
    (shelf / TABLE).rename(outside)
    (shelf / TABLE).symlink_to(outside)
    with pytest.raises(ReleaseError, match="a link out of the folder, which is not followed"):
        load("casualties", "1.0.0", source=shelf)


@pytest.mark.parametrize("path", [POINTER, TABLE])
def test_a_pipe_in_place_of_a_file_is_not_waited_for(shelf: Path, path: str) -> None:
    (shelf / path).unlink()
    os.mkfifo(shelf / path)
    with pytest.raises((ReleaseError, UsageError), match=r"has no dataset|its files are gone"):
        load("casualties", "1.0.0" if path == TABLE else "latest", source=shelf)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"{", "is no JSON"),
        (b"[" * 100_000, "is no JSON"),
        (b"[]", "is no JSON object"),
        (b"{}", "has no format_version"),
        (b'{"format_version": 2}', "this client knows 1; install a newer plainfigures"),
        (b'{"format_version": 1}', "is not the manifest of casualties 1.0.0"),
        (
            b'{"format_version": 1, "dataset": "casualties", "version": "1.0.0"}',
            "has no list files",
        ),
    ],
)
def test_a_manifest_that_is_none_is_told(
    shelf: Path, settings: Settings, text: bytes, words: str
) -> None:
    (shelf / MANIFEST).write_bytes(text)
    with pytest.raises(ReleaseError) as told:
        rows(settings)
    assert f"{MANIFEST}: " in str(told.value)
    assert words in str(told.value)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"version": "1.1.0"}, "is not the manifest of casualties 1.0.0"),
        ({"dataset": "mines"}, "is not the manifest of casualties 1.0.0"),
        ({"table": "nothing"}, "calls 'nothing' its table"),
        ({"table": ["casualties"]}, "calls ['casualties'] its table"),
        ({"files": [{"path": "a", "bytes": -1, "sha256": "0" * 64}]}, "gives a the size -1"),
        ({"files": [{"path": "a", "bytes": 1, "sha256": "0"}]}, "gives a no sha256"),
        ({"files": ["a"]}, "has no list files"),
        ({"tables": [{"name": "../x", "parquet": "README.md"}]}, "names a table '../x'"),
        ({"tables": [{"name": "x", "parquet": "none.parquet"}]}, "which is none of its files"),
    ],
)
def test_a_manifest_that_does_not_fit_is_told(
    shelf: Path, settings: Settings, change: dict[str, object], words: str
) -> None:
    home = shelf / "casualties"
    place = write_manifest(home, home / "1.0.0", "casualties", "1.0.0")
    place.write_text(json.dumps({**json.loads(place.read_bytes()), **change}))
    with pytest.raises(ReleaseError) as told:
        rows(settings)
    assert words in str(told.value)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"dataset": "mines"}, "is about 'mines', not about casualties"),
        ({"version": "9.0.0"}, "points to 9.0.0, which is not among its versions"),
        ({"version": "1.2.0"}, "points to 1.2.0, though it lists 2.0.0"),
        ({"version": "../1.0.0"}, "names the version '../1.0.0'"),
        ({"versions": {}}, "has no list versions"),
        ({"versions": [{"version": "2.0.0"}]}, "describes a file by something else"),
        ({"format_version": "1"}, "has no format_version"),
    ],
)
def test_a_pointer_that_does_not_fit_is_told(
    shelf: Path, settings: Settings, change: dict[str, object], words: str
) -> None:
    pointer = json.loads((shelf / POINTER).read_bytes())
    (shelf / POINTER).write_text(json.dumps({**pointer, **change}))
    with pytest.raises(ReleaseError) as told:
        rows(settings, "latest")
    assert words in str(told.value)


def test_keys_that_are_not_known_are_ignored(shelf: Path, settings: Settings, owed: int) -> None:
    home = shelf / "casualties"
    write_manifest(home, home / "1.0.0", "casualties", "1.0.0", signature={"by": "someone"})
    assert rows(settings) == owed


def test_a_table_that_is_no_parquet_is_told(shelf: Path, settings: Settings) -> None:
    (shelf / TABLE).write_bytes(b"PAR1, or so it says")
    home = shelf / "casualties"
    write_manifest(home, home / "1.0.0", "casualties", "1.0.0")
    with pytest.raises(ReleaseError, match="is no Parquet file that can be read"):
        rows(settings)


def test_an_unknown_dataset_is_told_where_the_catalogue_is_broken(
    shelf: Path, server: Server, settings: Settings
) -> None:
    (shelf / "catalog.json").write_text("{")
    with pytest.raises(ReleaseError, match=r"catalog\.json: is no JSON"):
        load("casualtys", settings=settings)
    (shelf / "catalog.json").unlink()
    with pytest.raises(UsageError, match="holds no releases"):
        load("casualtys", settings=settings)
