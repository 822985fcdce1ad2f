"""The gate: what may break a consumer waits for consent, which names it and says why."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plainfigures.errors import UsageError
from plainfigures.packages.checkout import Checkout
from plainfigures.releases.comparison import compare
from plainfigures.releases.consent import load_consents
from plainfigures.releases.gate import demands, refusals
from plainfigures.releases.opened import open_package
from plainfigures.releases.reasons import Reason
from tests.releases.sample import changed, columns_of, compared, consent, described

ENTRY = {
    "dataset": "casualties",
    "after": "1.0.0",
    "change": "fewer_rows casualties",
    "reason": "A hearsay.",
}


def test_fewer_rows_wait_for_consent(package: Path, checkout: Checkout) -> None:
    diff = compared(package, changed(package, "casualties", lambda rows: rows.pop() and None))
    (sentence,) = refusals(diff, load_consents(checkout.releases))
    assert "casualties had 10 rows and has 9" in sentence
    assert 'change: "fewer_rows casualties"' in sentence
    consent(checkout, ENTRY)
    assert refusals(diff, load_consents(checkout.releases)) == []


@pytest.mark.parametrize(
    "other", [{"dataset": "mines"}, {"after": "1.0.1"}, {"change": "fewer_rows spans"}]
)
def test_consent_to_something_else_is_none(
    package: Path, checkout: Checkout, other: dict[str, str]
) -> None:
    consent(checkout, {**ENTRY, **other})
    diff = compared(package, changed(package, "casualties", lambda rows: rows.pop() and None))
    assert len(refusals(diff, load_consents(checkout.releases))) == 1


def scale(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        if row["value"] is not None:
            row["value"] *= 1000


def other_units(rows: list[dict[str, Any]]) -> None:
    for row in rows[:5]:
        row["unit"] = "family"


@pytest.mark.parametrize("change", [scale, other_units])
def test_another_scale_of_many_rows_waits_for_consent(
    package: Path, change: Callable[[Any], None]
) -> None:
    found = demands(compared(package, changed(package, "casualties", change)))
    assert [each.change for each in found] == ["rescaled casualties"]


def test_one_corrected_unit_or_value_needs_no_consent(package: Path) -> None:
    def correct(rows: list[dict[str, Any]]) -> None:
        rows[0]["value"] = 120000.0
        rows[1]["value"] = None

    assert demands(compared(package, changed(package, "casualties", correct))) == []


def test_an_added_column_is_major_and_needs_no_consent(package: Path) -> None:
    def add(descriptor: dict[str, Any]) -> None:
        columns_of(descriptor).append({"name": "new", "type": "string"})

    diff = compared(package, described(package, add))
    assert Reason.COLUMN_ADDED in diff.reasons
    assert [each.change for each in demands(diff)] == ["not_compared casualties"]


def test_better_words_of_a_description_are_put_on_record(package: Path, checkout: Checkout) -> None:
    new = described(package, lambda d: columns_of(d)[2].update(description="Better words."))
    name = columns_of({"resources": open_package(package).descriptor["resources"]})[2]["name"]
    diff = compared(package, new)
    assert [each.change for each in demands(diff)] == [f"meaning_changed casualties.{name}"]
    consent(checkout, {**ENTRY, "change": f"reworded casualties.{name}"})
    reworded = load_consents(checkout.releases).reworded("casualties", "1.0.0")
    diff = compare(open_package(package), open_package(new), None, reworded)
    assert diff.reasons == (Reason.WORDS_CHANGED,)
    assert demands(diff) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- dataset: mines\n", "consent.yaml:1: .*after is missing"),
        ("- {dataset: a, after: one, change: b, reason: c}\n", "'one' is no version"),
        ("- {dataset: a, after: 1.0.0, change: B!, reason: c}\n", "change is a kind and a place"),
        ("- {dataset: a, dataset: b}\n", "stands twice"),
        ("dataset: a\n", "must be a list"),
        ("- {dataset: a, after: 1.0.0, change: b, reason: c, why: d}\n", "unknown key 'why'"),
    ],
)
def test_a_consent_that_is_wrong_is_told_with_its_line(
    checkout: Checkout, text: str, words: str
) -> None:
    checkout.releases.mkdir()
    (checkout.releases / "consent.yaml").write_text(text)
    with pytest.raises(UsageError, match=words):
        load_consents(checkout.releases)
