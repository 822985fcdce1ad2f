"""verify: it sees any changed byte or quote, and any file too few or too many."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from plainfigures import definitions
from plainfigures.client import Problem, verification, verify
from plainfigures.commands import processes
from plainfigures.errors import SourceError, UsageError
from plainfigures.packages.canonical_json import pretty
from tests.packages.planted import HARBOUR
from tests.packages.tampering import Rows, change_rows, hide, hide_files


@pytest.fixture
def package(whole: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "casualties"
    shutil.copytree(whole / "casualties", folder)
    return folder


def files(problems: list[Problem]) -> set[str]:
    return {problem.file for problem in problems}


def test_built_packages_are_whole(whole: Path) -> None:
    for folder in whole.iterdir():
        assert verify(folder) == []


def test_verify_starts_without_arrow_and_without_what_builds(whole: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom plainfigures.client import verify\n"
        f"assert verify(Path({str(whole / 'reading')!r})) == []\n"
        "assert not {'pyarrow', 'yaml', 'jinja2', 'pandas'} & set(sys.modules)"
    )
    root = Path(__file__).parents[2] / "src"
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": str(root)})


def test_a_changed_byte_of_any_file_is_found(whole: Path, package: Path) -> None:
    for path in sorted(package.iterdir()):
        data = path.read_bytes()
        for place in (0, len(data) // 2, len(data) - 1):
            changed = bytearray(data)
            changed[place] ^= 1
            path.write_bytes(changed)
            found = verify(package)
            assert found, f"{path.name} at {place}"
            if path.name != "SHA256SUMS":
                assert path.name in files(found)
        path.write_bytes(data)
    assert verify(package) == []


def test_any_changed_bit_of_the_checksums_is_found(package: Path) -> None:
    path = package / "SHA256SUMS"
    data = path.read_bytes()
    line = data.index(b"\n") + 1
    places = [*range(line), *range(len(data) - 12, len(data))]
    for place in places:
        for bit in range(8):
            changed = bytearray(data)
            changed[place] ^= 1 << bit
            path.write_bytes(changed)
            assert verify(package), f"byte {place}, bit {bit}"


def test_checksums_that_are_cut_doubled_or_out_of_order_are_found(package: Path) -> None:
    path = package / "SHA256SUMS"
    lines = path.read_text().splitlines(keepends=True)
    for changed in (
        "".join(lines)[:-1],
        "".join(lines[:-1]),
        "".join([*lines, lines[-1]]),
        "".join(reversed(lines)),
        "".join(lines).replace("\n", "\r\n"),
        "",
        "\n" + "".join(lines),
    ):
        path.write_text(changed, newline="")
        assert verify(package), changed[:80]


def test_a_missing_file_is_named(package: Path) -> None:
    for name in ("README.md", "spans.csv", "spans.parquet", "datapackage.json", "SHA256SUMS"):
        data = (package / name).read_bytes()
        (package / name).unlink()
        assert name in files(verify(package))
        (package / name).write_bytes(data)


def test_a_missing_table_is_named_also_where_the_checksums_do_not_list_it(package: Path) -> None:
    (package / "spans.parquet").unlink()
    hide_files(package)
    assert Problem("spans.parquet", "is missing; resource spans-parquet names it.") in verify(
        package
    )


def test_a_file_too_many_is_named_wherever_it_lies(package: Path) -> None:
    (package / "notes").mkdir()
    (package / "notes" / "more.txt").write_text("more")
    (package / ".hidden").write_text("more")
    assert files(verify(package)) == {"notes/more.txt", ".hidden"}


@pytest.mark.parametrize(
    "path",
    [
        "/etc/hostname",
        "../outside.csv",
        "a/../../outside.csv",
        "..\\outside.csv",
        "C:\\outside.csv",
        "C:outside.csv",
        "~/outside.csv",
        "https://example.org/outside.csv",
        "./spans.csv",
        "",
        "..",
    ],
)
def test_a_path_outside_the_package_is_named_and_never_opened(package: Path, path: str) -> None:
    (package.parent / "outside.csv").write_text("quote\nsecret\n")
    place = package / "datapackage.json"
    descriptor = json.loads(place.read_bytes())
    descriptor["resources"][0]["path"] = path
    place.write_bytes(pretty(descriptor))
    hide_files(package)
    (problem,) = [each for each in verify(package) if "resource casualties" in each.sentence]
    assert problem.file == "datapackage.json"
    sums = package / "SHA256SUMS"
    sums.write_text(f"{'0' * 64}  {path}\n" + sums.read_text())
    assert any("line 1" in each.sentence for each in verify(package))


def test_a_link_is_named_and_never_followed(package: Path) -> None:
    outside = package.parent / "spans.csv"
    (package / "spans.csv").rename(outside)
    (package / "spans.csv").symlink_to(outside)
    assert "spans.csv" in files(verify(package))
    (package / "folder").symlink_to(package.parent)
    assert "folder" in files(verify(package))


@pytest.mark.parametrize(
    ("table", "column", "text"),
    [
        ("casualties", "quote", "130 villagers"),
        ("casualties", "sentence", "Nobody said 120 villagers of it."),
        ("spans", "quote", "130 villagers"),
        ("spans", "prefix", "Nobody said "),
        ("spans", "suffix", " were never there"),
        ("anomalies", "quote", "34 were recruits"),
    ],
)
def test_changed_words_are_found_behind_new_checksums(
    package: Path, table: str, column: str, text: str
) -> None:
    def change(rows: Rows) -> None:
        rows[0][column] = text

    change_rows(package, table, change)
    found = verify(package)
    assert files(found) == {f"{table}.csv"}
    assert any(f"the {column} is not" in problem.sentence for problem in found)


def test_a_changed_paragraph_is_found_behind_new_checksums(package: Path) -> None:
    def change(rows: Rows) -> None:
        rows[0]["text"] = rows[0]["text"].replace("120", "130")

    change_rows(package, "paragraphs", change)
    assert "casualties.csv" in files(verify(package))


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("datapackage.json", b"{"),
        ("datapackage.json", b"[]"),
        ("datapackage.json", b"[" * 100_000),
        ("datapackage.json", b'{"resources": [{"name": "a", "path": 3}]}'),
        (
            "datapackage.json",
            b'{"resources": [{"name": "a", "path": 3, "schema": {"fields": []}}]}',
        ),
        (
            "datapackage.json",
            b'{"resources": [{"name": "a", "path": ["a.csv"], "format": "csv", '
            b'"schema": {"fields": [{"name": ["quote"]}]}}]}',
        ),
        ("paragraphs.csv", b"document\n"),
        ("paragraphs.csv", b"document,paragraph,start,end,text\nlake,2,x,y,words\n"),
        ("spans.csv", b"\xff\xfe"),
        ("spans.csv", b'figure_id,quote\n"open'),
        ("spans.csv", b"figure_id,quote\na,b,c\n"),
        ("spans.csv", b"paragraph,start,end\n2,99999999999999999999,-1\n"),
    ],
)
def test_what_cannot_be_read_is_a_problem_and_no_crash(
    package: Path, path: str, data: bytes
) -> None:
    (package / path).write_bytes(data)
    if path != "datapackage.json":
        hide(package)
    else:
        hide_files(package)
    assert verify(package)


@pytest.mark.parametrize("name", ["\ud800", "\x1b[2J", "a\nspans.csv: verified"])
def test_no_name_from_elsewhere_says_anything_of_its_own(package: Path, name: str) -> None:
    def change(rows: Rows) -> None:
        rows[0]["figure_id"], rows[0]["start"] = name.replace("\ud800", "\x00"), 0

    change_rows(package, "spans", change, "csv")
    place = package / "datapackage.json"
    descriptor = json.loads(place.read_bytes())
    descriptor["resources"].append({"name": name, "path": 3, "schema": {"fields": []}})
    descriptor["resources"].append({"name": "b", "path": name, "schema": {"fields": []}})
    place.write_text(json.dumps(descriptor))
    with suppress(UnicodeEncodeError):
        (package / name).write_text("more")
    found = verify(package)
    assert len(found) > 3
    assert all(each.file.isprintable() and each.sentence.isprintable() for each in found)


def test_a_name_of_no_text_is_told(package: Path) -> None:
    (package / os.fsdecode(b"caf\xe9")).write_text("more")
    assert files(verify(package)) == {"caf\\udce9"}


@pytest.mark.parametrize("name", ["datapackage.json", "SHA256SUMS"])
def test_what_is_longer_than_it_can_be_is_not_read(package: Path, name: str) -> None:
    with (package / name).open("ab") as file:
        file.truncate(1 << 40)  # no disk holds it: it takes no room, and no read of it would end
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        assert path.name != name
        return read(path)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Path, "read_bytes", refuse)
        patched.setattr(verification, "_sum", lambda path: (path.stat().st_size, "0" * 64))
        assert Problem(name, "has more than 33,554,432 bytes, so it is not read.") in verify(
            package
        )


def test_the_source_of_a_package_is_recognised(package: Path, tmp_path: Path) -> None:
    source = tmp_path / "harbour.txt"
    source.write_bytes(b"\xef\xbb\xbf" + HARBOUR.replace("\n", "\r\n").encode())
    assert verify(package, source) == []


def test_paragraphs_that_the_source_does_not_have_are_found(
    package: Path, whole: Path, tmp_path: Path
) -> None:
    source = tmp_path / "harbour.txt"
    source.write_text(HARBOUR.replace("14 deminers", "15 deminers"))
    found = verify(whole / "mines", source)
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    assert [each.file for each in found] == ["documents.csv", "paragraphs.csv"]
    assert digest in found[0].sentence
    assert "paragraph 3 of harbour-2021" in found[1].sentence


def test_a_paragraph_changed_with_all_its_quotes_is_found_by_the_source(
    whole: Path, tmp_path: Path
) -> None:
    package = tmp_path / "return_targets"
    shutil.copytree(whole / "return_targets", package)

    def change(rows: Rows) -> None:
        for row in rows:
            for column, cell in row.items():
                row[column] = cell.replace("800", "900") if isinstance(cell, str) else cell

    for table in ("return_targets", "spans", "paragraphs"):
        change_rows(package, table, change)
    source = tmp_path / "harbour.txt"
    source.write_text(HARBOUR)
    assert verify(package) == []
    assert files(verify(package, source)) == {"paragraphs.csv"}


def test_a_number_set_aside_is_compared_with_the_source(whole: Path, tmp_path: Path) -> None:
    package = tmp_path / "reading"
    shutil.copytree(whole / "reading", package)

    def change(rows: Rows) -> None:
        rows[0]["token"] = "2018"

    change_rows(package, "coverage", change)
    source = tmp_path / "harbour.txt"
    source.write_text(HARBOUR)
    assert files(verify(package, source)) == {"coverage.csv"}


@pytest.mark.parametrize("data", [None, b"caf\xe9 of 3 harbours"])
def test_a_source_that_cannot_be_read_is_told(
    package: Path, tmp_path: Path, data: bytes | None
) -> None:
    source = tmp_path / "harbour.txt"
    if data is not None:
        source.write_bytes(data)
    with pytest.raises(SourceError, match=r"harbour\.txt: (cannot be read|byte 3)"):
        verify(package, source)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no such folder"):
        verify(tmp_path / "nothing")


def test_an_empty_folder_is_no_package(tmp_path: Path) -> None:
    assert files(verify(tmp_path)) >= {"SHA256SUMS", "datapackage.json"}


def test_a_paragraph_may_be_longer_than_csv_readers_expect(tmp_path: Path) -> None:
    import csv

    from plainfigures.documents import document_of_text
    from plainfigures.figures import Reading
    from plainfigures.packages import build_package, write
    from tests.packages.planted import COLLECTION, figure
    from tests.packages.sample import tokens

    text = document_of_text("long", "Words " * 40_000 + "and 12 villagers fled.")
    fled: Any = figure(text, "12 villagers", "12", 12, "person", "displaced", ("casualties",))
    reading = Reading(text, (fled,), tokens((fled,)), (), ())
    write(build_package("casualties", [reading], definitions.load(), COLLECTION), tmp_path / "a")
    limit = csv.field_size_limit()
    assert verify(tmp_path / "a") == []
    assert csv.field_size_limit() == limit


def test_a_package_is_verified_in_two_processes_as_in_one(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "_LARGE", 0)
    for folder in sorted(whole.iterdir()):
        assert verify(folder, run=processes.in_two) == []
        changed = tmp_path / folder.name
        shutil.copytree(folder, changed)
        for name in ("paragraphs.csv", "spans.csv", f"{folder.name}.csv"):
            if (changed / name).is_file():
                data = bytearray((changed / name).read_bytes())
                data[len(data) // 2] ^= 1
                (changed / name).write_bytes(data)
        (changed / "README.md").unlink()
        found = verify(changed, run=processes.in_two)
        assert len(found) > 2
        assert found == verify(changed)
