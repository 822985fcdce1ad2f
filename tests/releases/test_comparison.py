"""Comparisons: every kind of difference has its reason, and nothing that differs is equal."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from plainfigures.errors import UsageError
from plainfigures.figures import Decision
from plainfigures.releases.changelog import changelog
from plainfigures.releases.difference import PackageDiff
from plainfigures.releases.reasons import RowChange
from plainfigures.releases.versions import Level
from plainfigures.releases.words import change_lines
from tests.releases.sample import (
    built,
    changed,
    columns_of,
    compared,
    copied,
    described,
    edited,
    harbour,
    hide,
    hide_files,
    lake,
    without,
)

Descriptor = dict[str, Any]


def reasons(diff: PackageDiff) -> list[str]:
    return [reason.word for reason in diff.reasons]


def counts(diff: PackageDiff, table: str = "casualties") -> dict[str, int]:
    rows = next(each for each in diff.tables if each.table == table)
    return {change.value: count for change, count in rows.counts.items() if count}


def test_a_package_equals_its_copy(package: Path) -> None:
    diff = compared(package, copied(package))
    assert diff.equal
    assert diff.level is None
    assert str(diff.next_version) == "1.0.0"
    assert diff.rows.num_rows == 0


def test_a_withdrawn_row_is_told_before_changed_and_added_ones(package: Path) -> None:
    def change(rows: list[dict[str, Any]]) -> None:
        gone = rows.pop(0)
        rows[0]["value"] = 46.0
        rows.append({**gone, "figure_id": "harbour-2021-0000000a", "measure": "injured"})

    diff = compared(package, changed(package, "casualties", change))
    assert counts(diff) == {"withdrawn": 1, "changed": 1, "added": 1}
    assert reasons(diff) == ["rows_withdrawn", "rows_added", "rows_changed"]
    assert diff.level is Level.MINOR
    records = diff.rows.to_pylist()
    assert [each["change"] for each in records] == ["withdrawn", "changed", "added"]
    assert records[0]["was"] == "120 villagers"
    assert (records[1]["column"], records[1]["was"], records[1]["now"]) == ("value", "45", "46")


def change_column(name: str, **parts: Any) -> Callable[[Descriptor], None]:
    def change(descriptor: Descriptor) -> None:
        for table in ("casualties", "casualties-parquet"):
            column = next(e for e in columns_of(descriptor, table) if e["name"] == name)
            column.update(parts)

    return change


def change_constraint(name: str, **parts: Any) -> Callable[[Descriptor], None]:
    def change(descriptor: Descriptor) -> None:
        column = next(e for e in columns_of(descriptor) if e["name"] == name)
        column["constraints"] = {**column.get("constraints", {}), **parts}
        column["constraints"] = {k: v for k, v in column["constraints"].items() if v is not None}

    return change


def swap_columns(descriptor: Descriptor) -> None:
    columns = columns_of(descriptor)
    columns[3], columns[4] = columns[4], columns[3]


SEXES = ["female", "male"]


@pytest.mark.parametrize(
    ("change", "reason", "level"),
    [
        (change_column("value", unit="thousand"), "unit_changed", Level.MAJOR),
        (change_column("value", description="Something else."), "meaning_changed", Level.MAJOR),
        (change_column("value", title="Other"), "words_changed", Level.PATCH),
        (change_column("value", example=7), "words_changed", Level.PATCH),
        (change_column("value", format="other"), "column_retyped", Level.MAJOR),
        (change_constraint("sex", enum=SEXES[:1]), "category_removed", Level.MAJOR),
        (change_constraint("sex", enum=[*SEXES, "both"]), "category_added", Level.MINOR),
        (change_constraint("sex", enum=SEXES[::-1]), "words_changed", Level.PATCH),
        (change_constraint("sex", enum=None), "constraint_loosened", Level.PATCH),
        (change_constraint("start", minimum=1), "constraint_tightened", Level.MAJOR),
        (change_constraint("start", minimum=-1), "constraint_loosened", Level.PATCH),
        (change_constraint("start", minimum="0"), "constraint_tightened", Level.MAJOR),
        (change_constraint("value", maximum=5), "constraint_tightened", Level.MAJOR),
        (change_constraint("figure_id", pattern="^.$"), "constraint_tightened", Level.MAJOR),
        (change_constraint("measure", required=None), "constraint_loosened", Level.PATCH),
        (change_constraint("sex", required=True), "constraint_tightened", Level.MAJOR),
        (lambda d: d.update(title="Other"), "metadata_changed", Level.PATCH),
        (lambda d: d["licenses"][0].update(name="CC0-1.0"), "metadata_changed", Level.PATCH),
    ],
)
def test_each_change_of_the_descriptor_has_its_reason(
    package: Path, change: Callable[[Descriptor], None], reason: str, level: Level
) -> None:
    diff = compared(package, described(package, change))
    assert not diff.equal
    assert reasons(diff) == [reason]
    assert diff.level is level


def test_another_comma_in_a_description_is_no_other_meaning(package: Path) -> None:
    columns = columns_of(json.loads((package / "datapackage.json").read_bytes()))
    meant = next(each["description"] for each in columns if each["name"] == "unit")
    diff = compared(package, described(package, change_column("unit", description=f"{meant}!")))
    assert reasons(diff) == ["words_changed"]


def test_other_keys_are_told_and_the_rows_are_not_compared(package: Path) -> None:
    def change(descriptor: Descriptor) -> None:
        descriptor["resources"][0]["schema"]["primaryKey"] = ["document", "start"]

    diff = compared(package, described(package, change))
    assert reasons(diff) == ["key_changed", "not_compared"]
    assert [each.why.value for each in diff.not_compared] == ["key_changed"]


def rewrite(
    package: Path, change: Callable[[Any], Any], describe: Callable[[list[dict[str, Any]]], None]
) -> Path:
    """A copy whose main table and its columns were changed alike."""

    def both(descriptor: Descriptor) -> None:
        for table in ("casualties", "casualties-parquet"):
            describe(columns_of(descriptor, table))

    new = described(package, both)
    table = change(pq.read_table(new / "casualties.parquet"))
    pq.write_table(table, new / "casualties.parquet")
    hide(new)
    return new


def drop(columns: list[dict[str, Any]]) -> None:
    columns[:] = [each for each in columns if each["name"] != "basis"]


def rename(columns: list[dict[str, Any]]) -> None:
    next(each for each in columns if each["name"] == "basis")["name"] = "ground"


def rename_and_describe(columns: list[dict[str, Any]]) -> None:
    next(each for each in columns if each["name"] == "sex").update(name="gender", description="G.")


def to_integer(columns: list[dict[str, Any]]) -> None:
    next(each for each in columns if each["name"] == "value_low")["type"] = "integer"


def names(table: Any, old: str, new: str) -> Any:
    return table.rename_columns([new if name == old else name for name in table.column_names])


def test_a_column_that_is_gone_is_told(package: Path) -> None:
    diff = compared(package, rewrite(package, lambda t: t.drop_columns(["basis"]), drop))
    assert reasons(diff) == ["column_removed"]
    assert diff.changes[0].place == "casualties.basis"
    back = compared(rewrite(package, lambda t: t.drop_columns(["basis"]), drop), package)
    assert reasons(back) == ["column_added"]


def test_a_column_with_another_name_is_renamed_where_it_means_or_says_the_same(
    package: Path,
) -> None:
    by_words = compared(package, rewrite(package, lambda t: names(t, "basis", "ground"), rename))
    assert reasons(by_words) == ["column_renamed"]
    by_cells = rewrite(package, lambda t: names(t, "sex", "gender"), rename_and_describe)
    assert "column_renamed" in reasons(compared(package, by_cells))
    assert counts(compared(package, by_cells)) == {}


def test_a_column_of_another_type_is_told_and_its_cells_are_not_compared(package: Path) -> None:
    import pyarrow as pa

    def retype(table: Any) -> Any:
        at = table.schema.get_field_index("value_low")
        return table.set_column(at, "value_low", table.column(at).cast(pa.int64()))

    diff = compared(package, rewrite(package, retype, to_integer))
    assert reasons(diff) == ["column_retyped", "not_compared"]
    assert diff.not_compared[0].place == "casualties.value_low"


def test_a_column_that_stands_elsewhere_is_moved(package: Path) -> None:
    def order(table: Any) -> Any:
        columns = table.column_names
        columns[3], columns[4] = columns[4], columns[3]
        return table.select(columns)

    def swap(columns: list[dict[str, Any]]) -> None:
        columns[3], columns[4] = columns[4], columns[3]

    diff = compared(package, rewrite(package, order, swap))
    assert reasons(diff) == ["column_moved"]
    assert len(diff.changes) == 1


def test_the_same_rows_in_other_bytes_are_re_encoded(package: Path) -> None:
    new = copied(package)
    pq.write_table(
        pq.read_table(new / "casualties.parquet"), new / "casualties.parquet", compression="zstd"
    )
    hide(new)
    diff = compared(package, new)
    assert reasons(diff) == ["re_encoded"]
    assert [each.place for each in diff.changes] == ["casualties.parquet"]


def test_other_bytes_that_no_reason_names_are_not_equal(package: Path) -> None:
    new = copied(package)
    (new / "SHA256SUMS").write_bytes((new / "SHA256SUMS").read_bytes() + b"\n")
    diff = compared(package, new)
    assert not diff.equal
    assert reasons(diff) == ["re_encoded"]


def test_the_same_rows_in_another_order_are_told(package: Path) -> None:
    diff = compared(package, changed(package, "casualties", lambda rows: rows.reverse()))
    assert reasons(diff) == ["rows_reordered"]


def test_a_readme_in_other_words_is_a_patch(package: Path) -> None:
    new = copied(package)
    (new / "README.md").write_bytes(b"# Other\n")
    hide_files(new)
    assert reasons(compared(package, new)) == ["documentation_changed"]


def test_the_sections_of_a_readme_that_changed_are_named(package: Path) -> None:
    new = copied(package)
    path = new / "README.md"
    text = path.read_text("utf-8")
    for before, after in (
        ("It reads English", "It reads Latin"),
        ("Cite it\n", "Cite it\n\nDo.\n"),
    ):
        assert before in text
        text = text.replace(before, after)
    path.write_text(text, "utf-8")
    hide_files(new)
    diff = compared(package, new)
    words = "README.md: changed under “Cite it”, “Known limits”"
    assert [told for _, told in change_lines(diff, verbose=False)] == [words]
    assert f"\n- {words}\n" in changelog(diff, b"").decode()


def test_a_table_that_cannot_be_read_is_not_compared(package: Path) -> None:
    new = copied(package)
    (new / "spans.parquet").write_bytes(b"PAR1 no more PAR1")
    diff = compared(package, new)
    assert "not_compared" in reasons(diff)
    assert [(each.place, each.why.value) for each in diff.not_compared] == [("spans", "unreadable")]


def test_a_key_that_stands_twice_keeps_rows_from_being_compared(package: Path) -> None:
    diff = compared(package, changed(package, "casualties", lambda rows: rows.append(rows[0])))
    assert [each.why.value for each in diff.not_compared] == ["key_repeated"]
    assert diff.level is Level.MAJOR


def test_a_paragraph_inserted_above_moves_rows_and_changes_none(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    was = edited(harbour(), "The Long", "The Long")
    now = edited(harbour(), "The Long", "A word before.\n\nThe Long")
    diff = compared(built(tmp_path / "p/old", [was]), built(tmp_path / "p/new", [now]))
    assert set(counts(diff)) == {"shifted"}
    assert set(counts(diff, "paragraphs")) == {"shifted"}
    assert set(counts(diff, "spans")) == {"shifted"}
    assert diff.level is Level.PATCH


def test_a_word_beside_the_number_gives_the_row_another_id_and_it_is_found_again(
    tmp_path: Path,
) -> None:
    (tmp_path / "p").mkdir()
    was = edited(harbour(), "Land\n\n", "Land\n\n")
    now = edited(harbour(), "120 villagers", "120 peasants")
    diff = compared(built(tmp_path / "p/old", [was]), built(tmp_path / "p/new", [now]))
    found = counts(diff)
    assert found["reidentified"] >= 1
    assert "withdrawn" not in found
    assert "added" not in found
    again = diff.rows.to_pylist()
    pairs = {
        (each["row_before"], each["row"]) for each in again if each["change"] == "reidentified"
    }
    assert all(before != after for before, after in pairs)
    # The part of it names it by its new id, and is not changed by that.
    assert not any(each["column"] == "part_of" for each in again)


def test_a_renamed_document_keeps_its_rows(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    other = harbour()
    named = replace(other.document, name="haven-2021")
    figures = tuple(
        replace(
            each,
            document="haven-2021",
            figure_id=each.figure_id.replace("harbour", "haven"),
            part_of=each.part_of and each.part_of.replace("harbour", "haven"),
            same_as=each.same_as and each.same_as.replace("harbour", "haven"),
        )
        for each in other.figures
    )
    now = replace(other, document=named, figures=figures, anomalies=(), coverage=(), decisions=())
    was = replace(other, anomalies=(), coverage=(), decisions=())
    diff = compared(built(tmp_path / "p/old", [was]), built(tmp_path / "p/new", [now]))
    assert set(counts(diff)) == {"reidentified"}


def test_a_withdrawn_row_has_its_reason(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    old = built(tmp_path / "p/old")
    gone = next(each for each in harbour().figures if each.quote == "120 villagers")
    drop = Decision(
        "drop", gone.figure_id, gone.quote, None, None, None, "A hearsay.", "A. M.", "2026-01-02", 1
    )
    moved = tuple(
        replace(each, datasets=("mines",)) if each.quote == "14 deminers" else each
        for each in harbour().figures
    )
    readings = [without(replace(harbour(), figures=moved), "120 villagers", decisions=(drop,))]
    readings[0] = without(readings[0], "15,000 persons")
    diff = compared(old, built(tmp_path / "p/new", readings), readings)
    ids = {each.figure_id: f"{each.quote} of {each.document}" for each in harbour().figures}
    ids |= {each.figure_id: f"{each.quote} of {each.document}" for each in lake().figures}
    told = {
        ids[each["row"]]: (each["reason"], each["words"])
        for each in diff.rows.to_pylist()
        if each["change"] == RowChange.WITHDRAWN.value and each["table"] == "casualties"
    }
    assert told["120 villagers of harbour-2021"] == ("decision", "A hearsay.")
    assert told["14 deminers of harbour-2021"] == ("other_dataset", "read as a figure of mines")
    assert told["15,000 persons of harbour-2021"] == ("not_read", "no longer read as a figure")
    assert told["Hundreds of fishermen of lake"] == (
        "document_removed",
        "the document lake was withdrawn",
    )
    without_account = compared(old, built(tmp_path / "p/other", [lake()]))
    assert "unknown" in without_account.rows["reason"].to_pylist()


def test_packages_of_two_datasets_are_not_compared(package: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="only packages of one dataset"):
        compared(package, built(tmp_path / "mines", name="mines"))


def test_pandas_is_not_imported_for_a_comparison(package: Path, tmp_path: Path) -> None:
    import subprocess
    import sys

    from tests.scratch import environment

    def change(rows: list[dict[str, Any]]) -> None:
        rows.pop(0)
        rows[0]["value"] = None
        rows.append({**rows[0], "figure_id": "harbour-2021-0000000a"})

    new = changed(package, "casualties", change)
    program = (
        "import sys; from pathlib import Path;"
        "from plainfigures.releases.opened import open_package;"
        "from plainfigures.releases.comparison import compare;"
        "from plainfigures.releases.text import as_text;"
        "old, new = (open_package(Path(each)) for each in sys.argv[1:]);"
        "as_text(compare(old, new), 20); print('pandas' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, package, new],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "False\n"
