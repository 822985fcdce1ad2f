"""The committed lexicons are what their compiler makes."""

from pathlib import Path

import pytest

from lexicons import compiler

TABLES = sorted(path for path in compiler.TARGET.iterdir() if path.suffix in (".tsv", ".txt"))


@pytest.mark.parametrize("name", sorted(compiler.FILES))
def test_a_committed_lexicon_is_what_the_compiler_makes(name: str) -> None:
    committed = (compiler.TARGET / name).read_bytes()
    assert compiler.FILES[name]().encode() == committed


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_a_lexicon_is_plain_text_that_begins_with_its_source(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert text.startswith("# ")
    assert text.endswith("\n")
    assert "\r" not in text
    assert "\n\n" not in text


def test_every_lexicon_stands_in_the_readme() -> None:
    readme = (compiler.TARGET / "README.md").read_text(encoding="utf-8")
    for path in TABLES:
        assert f"`{path.name}`" in readme
