"""The rebuild flow: runs on a real Prefect API, and what it leaves there can be read back."""

import json
from pathlib import Path
from typing import Any

import pytest

from plainfigures.errors import GateRefused, SourceError, UsageError
from plainfigures.packages.checkout import Checkout
from plainfigures.packages.stamp import unchanged_packages
from tests.scratch import contents

pytestmark = pytest.mark.usefixtures("api")

DATASETS = [
    "aid_amounts",
    "casualties",
    "mines",
    "reading",
    "return_targets",
    "trade_percentages",
]


def rebuild(checkout: Path, datasets: list[str] | None = None, **more: Any) -> Any:
    from flows.rebuild import rebuild as flow

    return flow(str(checkout), datasets, **more)


def times(folder: Path) -> dict[Path, tuple[int, int]]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in files}


@pytest.fixture(scope="module")
def built(api: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout that the flow has built once; tests that change it put it back."""
    from tests.scratch import make_checkout

    folder = make_checkout(tmp_path_factory.mktemp("built"), Path("none"))
    rebuild(folder)
    return folder


def test_a_rebuild_writes_every_package_and_a_catalog(built: Path) -> None:
    files = contents(built / "datasets")
    assert {name.split("/")[0] for name in files} == {*DATASETS, "catalog.json"}
    catalog = json.loads(files["catalog.json"])
    assert [entry["name"] for entry in catalog["datasets"]] == DATASETS
    assert "mines/SHA256SUMS" in files
    assert [path.name for path in (built / ".cache").iterdir() if path.is_dir()] == []


def test_the_artifacts_of_a_rebuild_can_be_read_back(checkout: Path) -> None:
    from prefect.artifacts import Artifact

    rebuild(checkout, ["mines"])
    rows = Artifact.get("rebuild-rows")
    changes = Artifact.get("rebuild-changes")
    assert rows is not None
    assert changes is not None
    (row,) = json.loads(str(rows.data))
    assert row["package"] == "mines"
    assert row["rows"] >= 1
    assert row["before"] is None
    assert f"| mines | {row['rows']} |  | new |" in str(changes.data)


def test_runs_are_named_and_their_states_can_be_read_back(checkout: Path) -> None:
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterName

    rebuild(checkout, ["mines"])
    named = FlowRunFilter(name=FlowRunFilterName(any_=[f"rebuild {checkout}"]))
    with get_client(sync_client=True) as client:
        (flow_run,) = client.read_flow_runs(flow_run_filter=named)
        assert flow_run.state is not None
        assert flow_run.state.is_completed()
        names = wait_for_task_runs(client, named, 2)
    assert names == ["build mines", "read pashayeva-2024"]


def wait_for_task_runs(client: Any, named: Any, count: int) -> list[str]:
    """The server learns of task runs by events, a moment after the flow."""
    import time

    for _ in range(100):
        names = sorted(run.name for run in client.read_task_runs(flow_run_filter=named))
        if len(names) >= count:
            return names
        time.sleep(0.1)
    return names


def test_a_second_rebuild_leaves_every_equal_file_as_it_is(built: Path) -> None:
    before = times(built / "datasets")
    outcome = rebuild(built)
    assert outcome.equal
    assert times(built / "datasets") == before
    assert unchanged_packages(Checkout(built), None) == DATASETS


def test_a_rebuild_tells_what_changed_and_keeps_the_files_that_did_not(built: Path) -> None:
    # One row was misread by the build before, another was missed.
    table = built / "datasets" / "mines" / "mines.csv"
    whole = table.read_bytes()
    header, first, *rest = whole.splitlines(keepends=True)
    table.write_bytes(header + first.replace(b",", b",un", 1) + b"".join(rest[1:]))
    spans = table.with_name("spans.csv")
    before = times(built / "datasets")
    outcome = rebuild(built, ["mines", "aid_amounts"])
    changes = {change.package: change for change in outcome.changes}
    assert changes["aid_amounts"].equal
    assert changes["mines"].files == ("mines.csv",)
    assert len(changes["mines"].changed) == 1
    assert len(changes["mines"].added) == 1
    assert changes["mines"].words() == "1 row changed, 1 added"
    assert table.read_bytes() == whole
    after = times(built / "datasets")
    assert after.keys() == before.keys()
    assert [path for path in after if after[path] != before[path]] == [table]
    assert after[spans] == before[spans]


def test_a_rebuild_of_one_keeps_the_others_in_the_catalog(built: Path) -> None:
    catalog = (built / "datasets" / "catalog.json").read_bytes()
    (built / "datasets" / "mines" / "README.md").write_text("other")
    rebuild(built, ["mines"])
    assert (built / "datasets" / "catalog.json").read_bytes() == catalog


def test_a_package_of_no_dataset_is_taken_out_by_a_full_rebuild(built: Path) -> None:
    gone = built / "datasets" / "gone"
    gone.mkdir()
    (gone / "datapackage.json").write_text("{}")
    outcome = rebuild(built)
    assert [change.package for change in outcome.changes if not change.equal] == ["gone"]
    assert not gone.exists()


def test_a_refused_gate_leaves_the_datasets_as_they_were_and_hides_no_other(
    built: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = contents(built / "datasets")
    suites = [built / "validation" / f"{name}.json" for name in ("mines", "aid_amounts")]
    texts = [suite.read_text() for suite in suites]
    for suite, text in zip(suites, texts, strict=True):
        data = json.loads(text)
        data["expectations"].append(
            {
                "type": "expect_table_row_count_to_be_between",
                "kwargs": {"min_value": 1_000_000},
                "meta": {"rule": "There are a million rows."},
            }
        )
        suite.write_text(json.dumps(data))
    try:
        with pytest.raises(GateRefused) as refused:
            rebuild(built)
    finally:
        for suite, text in zip(suites, texts, strict=True):
            suite.write_text(text)
    lines = str(refused.value).splitlines()
    assert [line.split(":")[0] for line in lines] == ["aid_amounts", "mines"]
    assert "There are a million rows" in lines[0]
    assert contents(built / "datasets") == before
    assert not (built / ".cache" / "staging").exists()
    # The sentence is for the command to print; the engine's traceback is for nobody.
    assert "Traceback" not in capfd.readouterr().err


def test_a_wrong_source_is_told_as_it_is_and_not_tried_again(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import flows.rebuild as module

    calls = []
    read = module.read_folder

    def counted(folder: Path, definitions: Any) -> Any:
        calls.append(folder.name)
        return read(folder, definitions)

    monkeypatch.setattr(module, "read_folder", counted)
    (checkout / "seeds" / "pashayeva-2024" / "pashayeva-2024.txt").write_text("Other words.\n")
    with pytest.raises(SourceError, match=r"document\.yaml:\d+: sha256 is not that of"):
        rebuild(checkout, ["mines"])
    assert calls == ["pashayeva-2024"]
    assert not (checkout / "datasets").exists()


def test_a_source_that_answers_the_second_time_is_read(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import flows.rebuild as module

    errors: list[Exception] = [OSError(5, "Input/output error")]
    read = module.read_folder

    def read_at_last(folder: Path, definitions: Any) -> Any:
        if errors:
            try:
                raise errors.pop()
            except OSError:
                raise SourceError("cannot be read") from None
        return read(folder, definitions)

    monkeypatch.setattr(module, "read_folder", read_at_last)
    steps: list[tuple[str, int, int]] = []
    rebuild(checkout, ["mines"], progress=lambda *step: steps.append(step))
    assert errors == []
    assert [step[1:] for step in steps] == [(1, 2), (2, 2)]
    assert (checkout / "datasets" / "mines").is_dir()


def test_an_unknown_dataset_is_refused_before_anything_is_written(checkout: Path) -> None:
    with pytest.raises(UsageError, match="mimes"):
        rebuild(checkout, ["mimes"])
    assert not (checkout / "datasets").exists()
