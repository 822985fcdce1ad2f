"""What the pages say of the repository is so: links, paths, commands, counts, dependencies."""

import csv
import json
import re
import shlex
import tomllib

import pytest

from plainfigures.cli import main
from tests.docs.markdown import Page, pages
from tests.scratch import ROOT

README = Page("README.md")
# Made up on the pages that add them, or not there yet.
INVENTED = ("seeds/tessen-2022", "schemas/wells", "validation/wells", "datasets/wells")
_FOLDERS = "|".join(path.name for path in sorted(ROOT.iterdir()) if path.is_dir())
_ROOMS = "|".join(path.name for path in sorted((ROOT / "src/plainfigures").iterdir()))
_PATH = re.compile(rf"(?:{_FOLDERS})/[\w./-]*")
_MODULE = re.compile(rf"(?:{_ROOMS})/[\w./-]*")


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_every_relative_link_leads_somewhere(page: Page) -> None:
    for link in page.links:
        path, _, anchor = link.partition("#")
        if "://" in path:
            continue
        target = (ROOT / page.name).parent / path if path else ROOT / page.name
        assert target.exists(), f"{page.name}: {link}"
        if anchor:
            assert anchor in Page(target.resolve().relative_to(ROOT).as_posix()).anchors, link


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_every_path_that_a_page_names_is_there(page: Page) -> None:
    for span in page.spans:
        if span.startswith(INVENTED):
            continue
        if _PATH.fullmatch(span):
            assert (ROOT / span).exists() or _module(span), f"{page.name}: {span}"
        elif _MODULE.fullmatch(span):
            assert _module(span), f"{page.name}: {span}"


def _module(span: str) -> bool:
    return (ROOT / "src" / "plainfigures" / span).exists()


@pytest.mark.parametrize("room", ["prose", "figures"])
def test_the_stages_of_reading_stand_in_the_order_of_the_fence(room: str) -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    fence = next(one for one in contracts["contracts"] if one["id"] == room)["layers"]
    folders = [
        layer for layer in reversed(fence) if (ROOT / "src/plainfigures" / room / layer).is_dir()
    ]
    page = (ROOT / "docs/architecture.md").read_text()
    assert re.findall(rf"(?m)^\| `{room}/(\w+)/` \|", page) == folders


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_every_command_that_a_page_names_is_there(page: Page) -> None:
    targets = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text()))
    for span in page.spans:
        words = shlex.split(span.replace("'", ""))
        if words[:1] == ["make"] and len(words) > 1:
            asked = [word for word in words[1:] if "=" not in word and not word.startswith("-")]
            assert targets.issuperset(asked), f"{page.name}: {span}"
        if words[:1] == ["plainfigures"] and len(words) > 1 and words[1][0] != "-":
            known = main.commands.get(words[1])
            assert known is not None, f"{page.name}: {span}"
            options = {option for parameter in known.params for option in parameter.opts}
            used = {word for word in words[2:] if word.startswith("-") and word != "-"}
            assert options >= used, f"{page.name}: {span}"


def test_the_table_of_datasets_is_that_of_the_catalog() -> None:
    catalog = json.loads((ROOT / "datasets" / "catalog.json").read_bytes())
    named = re.compile(r"\[`(\w+)`\]\(datasets/(\w+)/README\.md\)")
    rows = [named.fullmatch(cells[0]) for cells in README.rows()]
    assert {match[1] for match in rows if match} == {each["name"] for each in catalog["datasets"]}
    assert all(match[1] == match[2] for match in rows if match)


def test_the_one_number_is_a_row_with_its_sentence() -> None:
    cells = dict(row for row in README.rows() if len(row) == 2 and row[0].startswith("`"))
    shown = {
        name.strip(" `"): cell.strip(" `")
        for names, values in cells.items()
        for name, cell in zip(names.split(","), values.split(","), strict=True)
    }
    for name in ("mines", "casualties"):
        path = ROOT / "datasets" / name / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = {row["figure_id"]: row for row in csv.DictReader(file)}
        row = rows[shown["figure_id"]]
        assert {name: row[name] for name in shown} == shown
    assert row["also_in"] == "mines"
    assert (row["nationality"], row["civilian_status"]) == ("AZE", "both")
    quoted = [line[2:] for line in README.prose.splitlines() if line.startswith("> ")]
    assert " ".join(quoted).replace(f"**{row['quote']}**", row["quote"]) == row["sentence"]
    assert f"paragraph {row['paragraph']} of the essay" in " ".join(README.prose.split())


def test_every_dependency_has_its_line_and_every_line_its_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = [
        *project["project"]["dependencies"],
        *(each for extra in project["project"]["optional-dependencies"].values() for each in extra),
        *(each for group in project["dependency-groups"].values() for each in group),
    ]
    names = {re.split(r"[\[<>=~!]", each)[0] for each in asked if isinstance(each, str)}
    told = {
        name.strip()
        for cells in Page("docs/dependencies.md").rows()
        if len(cells) == 2
        for name in cells[0].split(",")
    } - {"package", "---"}
    assert told == names


def test_the_table_of_rooms_is_that_of_the_fence() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    rooms = next(each for each in contracts["contracts"] if each["id"] == "rooms")["layers"]
    rows = [cells[0].strip("`/") for cells in Page("docs/architecture.md").rows()]
    rows = rows[rows.index("errors.py") :]
    named = [name.removesuffix(".py") for name in rows if name.removesuffix(".py") in rooms]
    assert named == rooms[::-1]
