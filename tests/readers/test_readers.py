"""Everything that people read data with gives the same rows, the right types, and nulls as nulls.

`make test ARGS=--write-pages` writes the table of them into docs/consuming.md. mlcroissant runs in
`make validate-metadata`, which has an environment for it, and writes its row with the same option.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.client.server import Server, serving
from tests.readers import readers
from tests.readers.conftest import owed
from tests.readers.readers import MLCROISSANT, READERS, Reader, can_run, fields, read_all
from tests.scratch import ROOT

PAGE = ROOT / "docs" / "consuming.md"
BEGIN, END = "<!-- readers: made by the tests -->\n", "<!-- readers: end -->\n"


def needed(reader: Reader) -> Reader:
    if not can_run(reader):
        pytest.skip(f"{reader}: not run, for node and npm are not on this machine")
    return reader


def of_each(readers: Iterable[Reader]) -> pytest.MarkDecorator:
    """A run for each reader; that of mlcroissant among those of the validators."""
    marks = {MLCROISSANT.name: pytest.mark.validators}
    return pytest.mark.parametrize(
        "reader",
        [pytest.param(each, marks=marks.get(each.name, ()), id=str(each)) for each in readers],
    )


@of_each(READERS)
def test_every_table_is_read_with_its_rows_types_and_nulls(
    reader: Reader, tables: list[Path]
) -> None:
    needed(reader)
    assert len(tables) > 30
    paths = [table.with_suffix(f".{reader.form.lower()}") for table in tables]
    for table, path, (types, rows) in zip(tables, paths, read_all(reader, paths), strict=True):
        assert rows == owed(table), path
        schema = fields(path)
        assert list(types) in ([*schema], [])  # JavaScript has no columns where there are no rows
        for name, kind in types.items():
            # JavaScript tells no type of a column that has no cell.
            assert kind in (reader.types[schema[name]], ""), f"{path}: {name}"
            assert kind or all(row[name] is None for row in rows)


@pytest.fixture(scope="module")
def server(copy: Path) -> Iterator[Server]:
    with serving(copy) as server:
        yield server


@of_each(
    each
    for each in READERS
    if each.form == "Parquet" and each.name not in ("pyarrow", "DuckDB", MLCROISSANT.name)
)
def test_a_table_is_read_by_its_address_alone(
    reader: Reader, server: Server, stumbling: Path
) -> None:
    needed(reader)
    _, rows = reader.read(f"{server.address}/casualties-casualties.parquet")  # type: ignore[arg-type]
    assert rows == owed(stumbling / "casualties")


def test_duckdb_reads_by_address_where_it_has_its_extension_and_else_says_so(
    server: Server, stumbling: Path
) -> None:
    import duckdb

    address = f"{server.address}/casualties-casualties.parquet"
    try:
        duckdb.connect().execute("LOAD httpfs")
    except duckdb.Error:
        # It would fetch the extension; a machine without the network gets a sentence, not rows.
        with pytest.raises(duckdb.Error, match="httpfs"):
            duckdb.connect(config={"autoinstall_known_extensions": False}).read_parquet(address)
    else:
        assert readers.duckdb(address)[1] == owed(stumbling / "casualties")


def lines(validators: bool) -> Iterator[str]:
    """The table of the page, from what each reader that runs here gives."""
    yield "| reader | reads | text | number | whole number | missing |"
    yield "| --- | --- | --- | --- | --- | --- |"
    table = ROOT / "datasets" / "casualties" / "casualties"
    for reader in READERS:
        kinds = reader.types
        if validators if reader is MLCROISSANT else can_run(reader):
            types, _ = reader.read(table.with_suffix(f".{reader.form.lower()}"))
            kinds = {kind: types[name] for name, kind in fields(table.with_suffix(".csv")).items()
                     if types[name]}  # fmt: skip
        shown = " | ".join(f"`{kinds[kind]}`" for kind in ("string", "number", "integer"))
        yield f"| {reader.name} | {reader.form} | {shown} | {reader.missing} |"


@pytest.mark.parametrize(
    "validators", [False, pytest.param(True, marks=pytest.mark.validators, id="mlcroissant too")]
)
def test_the_page_shows_what_was_found(request: pytest.FixtureRequest, validators: bool) -> None:
    page = PAGE.read_text("utf-8")
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    table = "".join(f"{line}\n" for line in lines(validators))
    made = f"{before}{BEGIN}\n{table}\n{END}{after}"
    if request.config.getoption("--write-pages"):
        PAGE.write_text(made, "utf-8")
    assert PAGE.read_text("utf-8") == made
