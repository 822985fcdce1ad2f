"""A seventh dataset: a definition and a suite are all that it needs."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from plainfigures import definitions
from plainfigures.errors import GateRefused
from plainfigures.packages import build_package, write
from plainfigures.quality import check_package
from tests.packages.planted import COLLECTION, figure, with_figure
from tests.packages.sample import lake, tokens

ROOT = Path(__file__).parents[2]

SEVENTH = """
name: boats
title: Boats lost
description: Boats lost at sea, as the documents state it.
row: one figure that a document states on lost boats
order: 8
keywords: [boats]
columns: [owner, cause]
fields:
  owner:
    title: Owner
    description: Whose boats they were, in the words of the text.
    type: string
    reader: {name: agent, verbs: [own]}
measures:
  boats_lost:
    title: Boats lost
    description: Boats that sank or did not come back.
    units: [boat]
    words: {verb: [lose, sink]}
"""


def test_a_seventh_dataset_needs_a_definition_and_a_suite_alone(tmp_path: Path) -> None:
    schemas = tmp_path / "schemas"
    shutil.copytree(ROOT / "schemas", schemas)
    (schemas / "boats.yaml").write_text(SEVENTH)
    suite = tmp_path / "boats.json"
    rule = "No fleet loses more than a thousand boats."
    limit = {"column": "value", "max_value": 1000}
    expectation = {
        "type": "expect_column_values_to_be_between",
        "kwargs": limit,
        "meta": {"rule": rule, "anomaly": "garbled_number"},
    }
    suite.write_text(json.dumps({"name": "boats", "expectations": [expectation]}))
    known = definitions.load(schemas)
    text = lake().document
    lost = figure(text, "4 parishes", "4", 4, "boat", "boats_lost", ("boats",), counted="parishes")
    lost = replace(lost, own={})
    reading = replace(lake(), figures=(lost,), coverage=tokens((lost,)), anomalies=())

    package = build_package("boats", [reading], known, COLLECTION)
    write(package, tmp_path / "boats")
    report = check_package(tmp_path / "boats", known, suite)
    report.require()
    assert rule in report.summary()
    assert "`owner`" in package.files["README.md"].decode()

    many = with_figure(reading, "4 parishes", value=4000.0, value_low=4000.0, value_high=4000.0)
    write(build_package("boats", [many], known, COLLECTION), tmp_path / "boats")
    with pytest.raises(GateRefused, match=f"{rule.rstrip('.')}”: {lost.figure_id}"):
        check_package(tmp_path / "boats", known, suite).require()
