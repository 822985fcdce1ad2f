"""Sources are read from bare files and document folders, with a guard on what was received."""

import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from plainfigures.documents import load_document, load_documents, read_file
from plainfigures.errors import SourceError

SEEDS = Path(__file__).parents[2] / "seeds"
TEXT = "One.\n\nTwo.\n"
DIGEST = sha256(TEXT.encode()).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "essay-2020"
    place.mkdir()
    (place / "essay.txt").write_bytes(TEXT.encode())
    (place / "document.yaml").write_text(f'title: An essay\nsha256: "{DIGEST}"\n', "utf-8")
    return place


def refusal(folder: Path) -> str:
    with pytest.raises(SourceError) as raised:
        load_document(folder)
    return str(raised.value)


def test_the_first_essay_is_read_as_received() -> None:
    (document,) = load_documents(SEEDS)
    assert document.name == "pashayeva-2024"
    assert len(document.text) == 50_169
    assert len(document.paragraphs) == 92
    assert document.source_sha256 == document.text_sha256
    assert document.citation.date == "2024-04-05"
    assert document.citation.volume is None
    assert [(r.paragraph, r.container, r.exact) for r in document.repeats] == [
        (19, 20, False),
        (79, 78, True),
        (88, 85, True),
    ]


def test_a_bare_file_is_named_by_its_stem(tmp_path: Path) -> None:
    path = tmp_path / "My Notes.TXT"
    path.write_bytes(b"\xef\xbb\xbfOne.\r\n\r\nTwo.\r\n")
    document = read_file(path)
    assert document.name == "my-notes"
    assert document.text == TEXT
    assert document.source_sha256 == sha256(path.read_bytes()).hexdigest()
    assert document.text_sha256 == DIGEST


def test_a_file_of_another_suffix_is_tried_as_plain_text(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(TEXT, "utf-8")
    assert read_file(tmp_path / "notes.md").text == TEXT


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no such file"):
        read_file(tmp_path / "none.txt")
    with pytest.raises(SourceError, match="this is a folder"):
        read_file(tmp_path)
    with pytest.raises(SourceError, match="cannot be read"):
        read_file(tmp_path / ("x" * 300))
    with pytest.raises(SourceError, match="cannot be read"):
        read_file(tmp_path / "a\0b")


def test_a_page_of_the_web_is_refused_before_its_checksum_is_asked_for(folder: Path) -> None:
    page = folder / "essay.txt"
    page.write_text("\n<!DOCTYPE html>\n<body><p>12 people</p></body>\n", "utf-8")
    assert refusal(folder).startswith(f"{page}: this looks like HTML, not plain text; copy ")


def test_a_folder_is_read_with_its_citation(folder: Path) -> None:
    document = load_document(folder)
    assert document.name == "essay-2020"
    assert document.text == TEXT
    assert document.citation.title == "An essay"


def test_a_missing_checksum_is_told_with_the_line_where_it_belongs(folder: Path) -> None:
    path = folder / "document.yaml"
    path.write_text("title: An essay\n\n# no more\n\n\n", "utf-8")
    message = refusal(folder)
    assert message.startswith(f"{path}:4: sha256 is missing")
    assert f'sha256: "{DIGEST}"' in message


@pytest.mark.parametrize("wrong", ["0" * 64, "abc", DIGEST.upper()])
def test_a_wrong_checksum_is_told_with_the_right_one_and_its_line(folder: Path, wrong: str) -> None:
    path = folder / "document.yaml"
    path.write_text(f'title: An essay\nsha256: "{wrong}"\n', "utf-8")
    message = refusal(folder)
    assert message.startswith(f"{path}:2: sha256 is not that of essay.txt")
    assert f'"{DIGEST}"' in message


def test_a_text_that_was_changed_by_one_byte_is_refused(folder: Path) -> None:
    (folder / "essay.txt").write_bytes(TEXT.encode() + b" ")
    assert "sha256 is not that of essay.txt" in refusal(folder)


def test_what_the_message_says_to_do_mends_it(folder: Path) -> None:
    path = folder / "document.yaml"
    path.write_text("title: An essay\n", "utf-8")
    message = refusal(folder)
    line = int(message.removeprefix(f"{path}:").partition(":")[0])
    remedy = message[message.index("sha256: ") :][: len('sha256: ""') + 64]
    lines = path.read_text("utf-8").splitlines()
    lines.insert(line - 1, remedy)
    path.write_text("\n".join(lines), "utf-8")
    assert load_document(folder).source_sha256 == DIGEST


def test_the_key_text_chooses_among_several_texts(folder: Path) -> None:
    (folder / "notes.txt").write_text("Notes.", "utf-8")
    assert "name the source in the key text" in refusal(folder)
    with (folder / "document.yaml").open("a", encoding="utf-8") as file:
        file.write("text: essay.txt\n")
    assert load_document(folder).text == TEXT


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("none.txt", "text names 'none.txt', which is not in the folder"),
        ("../essay-2020/essay.txt", "text must be the name of a file beside document.yaml"),
        (".hidden", "text must be the name of a file beside document.yaml"),
    ],
)
def test_the_key_text_names_a_file_of_the_folder(folder: Path, text: str, words: str) -> None:
    with (folder / "document.yaml").open("a", encoding="utf-8") as file:
        file.write(f"text: {text}\n")
    message = refusal(folder)
    assert message.startswith(f"{folder / 'document.yaml'}:3: ")
    assert words in message


def test_a_folder_without_its_files_is_refused(folder: Path, tmp_path: Path) -> None:
    assert "there is no such folder" in refusal(tmp_path / "none")
    (folder / "essay.txt").unlink()
    assert "no source text (.txt) stands here" in refusal(folder)
    (folder / "document.yaml").unlink()
    assert "document.yaml is missing" in refusal(folder)


def test_a_folder_that_is_no_slug_is_refused_with_one(folder: Path) -> None:
    renamed = folder.rename(folder.with_name("My Essay_2020"))
    assert "rename it to my-essay-2020" in refusal(renamed)


def test_documents_come_in_order_of_their_names(folder: Path, tmp_path: Path) -> None:
    for name in ("zeta", "alpha"):
        shutil.copytree(folder, tmp_path / name)
    (tmp_path / ".cache").mkdir()
    (tmp_path / "README.md").write_text("Not a document.", "utf-8")
    names = [document.name for document in load_documents(tmp_path)]
    assert names == ["alpha", "essay-2020", "zeta"]


def test_seeds_without_documents_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no document stands here"):
        load_documents(tmp_path)
    with pytest.raises(SourceError, match="there is no such folder"):
        load_documents(tmp_path / "none")
