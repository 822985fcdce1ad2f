"""Outside validators on what a package says of itself: they accept it, and load the same records.

They run in an environment of their own (`make validate-metadata` makes it), since their pins do not
go with ours.
"""

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from plainfigures.definitions import Definitions
from plainfigures.packages import Package, build_package, write
from tests.packages.planted import COLLECTION
from tests.packages.sample import harbour, lake
from tests.packages.tampering import hide_files
from tests.readers.readers import VALIDATORS

pytestmark = pytest.mark.validators

ROOT = Path(__file__).parents[2]
READER = Path(__file__).with_name("outside_reader.py")
# The one thing that Croissant asks for and no build knows.
NO_DAY = 'Property "https://schema.org/datePublished" is recommended, but does not exist.'


def outside(*folders: Path, cache: Path | None = None) -> dict[Path, dict[str, Any]]:
    """What the validators say of the packages in these folders."""
    extra = {} if cache is None else {"CROISSANT_CACHE": str(cache)}
    done = subprocess.run(
        [VALIDATORS, READER, *folders],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, **extra},
    )
    return {Path(folder): found for folder, found in json.loads(done.stdout).items()}


def records(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of every table as pyarrow reads them, named as Croissant names them."""
    return {
        path.stem: [
            {f"{path.stem}/{column}": cell for column, cell in row.items()}
            for row in pq.read_table(path).to_pylist()
        ]
        for path in folder.glob("*.parquet")
    }


@pytest.fixture(scope="module")
def judged(datasets: Path, built: dict[str, Package]) -> dict[Path, dict[str, Any]]:
    committed = [path.parent for path in sorted(ROOT.glob("datasets/*/datapackage.json"))]
    return outside(*(datasets / name for name in built), *committed)


def test_mlcroissant_accepts_every_package_and_misses_the_day_alone(
    judged: dict[Path, dict[str, Any]],
) -> None:
    assert len(judged) >= 12
    for found in judged.values():
        assert "refused" not in found["croissant"], found["croissant"]
        (warning,) = found["croissant"]["warnings"]
        assert warning.endswith(NO_DAY)


def test_mlcroissant_loads_the_records_of_every_table_cell_by_cell(
    judged: dict[Path, dict[str, Any]],
) -> None:
    for folder, found in judged.items():
        assert found["croissant"]["records"] == records(folder)


def test_mlcroissant_sees_where_every_record_is_quoted_from(
    judged: dict[Path, dict[str, Any]],
) -> None:
    for found in judged.values():
        quoted = {table for table, each in found["croissant"]["quoted"].items() if each}
        assert quoted == set(found["croissant"]["quoted"]) - {"documents", "decisions"}
        assert {name for table in quoted for (name,) in found["croissant"]["quoted"][table]} == {
            "prov:wasQuotedFrom"
        }


def test_with_the_day_of_its_release_nothing_is_missing(
    tmp_path: Path, datasets: Path, built: dict[str, Package]
) -> None:
    folder = shutil.copytree(datasets / "mines", tmp_path / "mines")
    linked = json.loads((folder / "croissant.json").read_bytes())
    dated = json.dumps({**linked, "datePublished": "2024-04-05"})
    (folder / "croissant.json").write_text(dated, "utf-8")
    assert outside(folder)[folder]["croissant"]["warnings"] == []


def test_a_changed_byte_is_refused(
    tmp_path: Path, datasets: Path, built: dict[str, Package]
) -> None:
    folder = shutil.copytree(datasets / "mines", tmp_path / "mines")
    data = bytearray((folder / "mines.parquet").read_bytes())
    data[len(data) // 2] ^= 1
    (folder / "mines.parquet").write_bytes(data)
    hide_files(folder)
    assert "Hash of downloaded file" in outside(folder)[folder]["croissant"]["refused"]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    handler = partial(SimpleHTTPRequestHandler, directory=tmp_path / "served")
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def test_a_release_with_an_address_loads_from_there(
    tmp_path: Path, known: Definitions, server: str
) -> None:
    reachable = replace(COLLECTION, base_address=f"{server}/figures", contact="a@example.org")
    package = build_package("mines", [harbour(), lake()], known, reachable)
    write(package, tmp_path / "served" / "figures" / "mines" / "1.0.0")
    alone = tmp_path / "alone"
    alone.mkdir()
    for name in ("croissant.json", "CITATION.cff", "CITATION.bib"):
        (alone / name).write_bytes(package.files[name])
    found = outside(alone, cache=tmp_path / "cache")[alone]
    served = records(tmp_path / "served" / "figures" / "mines" / "1.0.0")
    assert found["croissant"]["records"] == served
    assert "refused" not in found["cff"]
    assert found["bibtex"]["entries"][0]["url"] == f"{server}/figures/mines/1.0.0/README.md"


def test_every_citation_file_is_valid(judged: dict[Path, dict[str, Any]]) -> None:
    for folder, found in judged.items():
        assert "(version 1." in found["cff"]["apa"], found["cff"]
        first, *documents = found["bibtex"]["entries"]
        assert first["ID"] == f"{folder.name}-{first['version']}"
        assert len(documents) == pq.read_table(folder / "documents.parquet").num_rows


def test_a_citation_file_that_is_not_valid_is_seen(
    tmp_path: Path, datasets: Path, built: dict[str, Package]
) -> None:
    folder = shutil.copytree(datasets / "mines", tmp_path / "mines")
    text = (folder / "CITATION.cff").read_text("utf-8")
    (folder / "CITATION.cff").write_text(text.replace("type: dataset", "type: essay"), "utf-8")
    assert "refused" in outside(folder)[folder]["cff"]
