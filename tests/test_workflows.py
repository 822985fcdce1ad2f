"""The workflows: pinned, bounded, with few rights, and nothing in them that `make` cannot do."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
MAKE = (ROOT / "Makefile").read_text("utf-8")


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def workflow(request: pytest.FixtureRequest) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(request.param.read_text("utf-8"))
    return found


def steps(workflow: dict[Any, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_the_workflows_are_those_that_the_pages_tell_of() -> None:
    assert [path.stem for path in FILES] == ["check", "publish", "rebuild"]
    page = (ROOT / "docs" / "automation.md").read_text("utf-8")
    assert all(f"`{path.name}`" in page for path in FILES)


def test_every_action_is_pinned_with_its_version_beside_it() -> None:
    for path in FILES:
        for line in path.read_text("utf-8").splitlines():
            if "uses:" in line:
                assert re.search(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


def test_one_action_has_one_pin_everywhere() -> None:
    used = {use for path in FILES for use in re.findall(r"uses: (\S+)", path.read_text("utf-8"))}
    assert len(used) == len({use.partition("@")[0] for use in used})


def test_every_step_of_ours_is_one_call_of_make(workflow: dict[Any, Any]) -> None:
    targets = [step["run"].split() for step in steps(workflow) if "run" in step]
    assert targets
    for make, target, *_ in targets:
        assert make == "make"
        assert re.search(rf"(?m)^{target}:.*## ", MAKE), target


def test_no_value_of_a_run_is_pasted_into_a_command(workflow: dict[Any, Any]) -> None:
    assert not [step for step in steps(workflow) if "${{" in step.get("run", "")]


def test_nothing_is_allowed_but_what_a_job_names(workflow: dict[Any, Any]) -> None:
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert job["permissions"]
        writes = {name for name, access in job["permissions"].items() if access == "write"}
        assert writes <= {"contents", "issues", "id-token", "attestations"}
        assert len(writes & {"contents", "issues"}) <= 1


def test_every_job_ends_and_no_two_runs_touch_one_thing(workflow: dict[Any, Any]) -> None:
    assert workflow["concurrency"]["group"]
    assert all(job["timeout-minutes"] <= 60 for job in workflow["jobs"].values())


def test_schedules_avoid_the_full_hour(workflow: dict[Any, Any]) -> None:
    triggers = workflow[True]  # YAML takes the key "on" for a truth
    for entry in triggers.get("schedule", []):
        minute = int(entry["cron"].split()[0])
        assert minute % 5, entry
        assert "workflow_dispatch" in triggers


def test_a_run_that_pushes_or_publishes_is_never_cut_off() -> None:
    for name in ("rebuild", "publish"):
        text = (ROOT / ".github" / "workflows" / f"{name}.yml").read_text("utf-8")
        assert yaml.safe_load(text)["concurrency"]["cancel-in-progress"] is False
