"""Versions: three numbers, and the step that each level makes."""

import pytest

from plainfigures.errors import UsageError
from plainfigures.releases.reasons import Reason
from plainfigures.releases.versions import Level, Version, parse_version


@pytest.mark.parametrize(
    ("level", "after"),
    [(Level.PATCH, "1.2.4"), (Level.MINOR, "1.3.0"), (Level.MAJOR, "2.0.0")],
)
def test_each_level_makes_its_step(level: Level, after: str) -> None:
    assert str(parse_version("1.2.3").after(level)) == after


def test_versions_are_ordered_by_their_numbers_not_by_their_letters() -> None:
    texts = ["10.0.0", "2.0.0", "1.10.0", "1.9.10", "1.9.9"]
    assert [str(each) for each in sorted(map(parse_version, texts))] == texts[::-1]
    assert max(Level.MINOR, Level.PATCH) is Level.MINOR
    assert max(Level.MAJOR, Level.MINOR) is Level.MAJOR


@pytest.mark.parametrize("text", ["1.0", "1.0.0.0", "v1.0.0", "1.0.0-rc1", "01.0.0", "", "１.0.0"])
def test_what_is_no_version_is_told(text: str) -> None:
    with pytest.raises(UsageError, match="three numbers"):
        parse_version(text)


def test_the_reasons_have_the_levels_that_the_documentation_promises() -> None:
    levels = {level: {each.word for each in Reason if each.level is level} for level in Level}
    assert levels[Level.MAJOR] >= {
        "column_added",
        "column_removed",
        "column_renamed",
        "column_moved",
        "column_retyped",
        "constraint_tightened",
        "unit_changed",
        "meaning_changed",
        "key_changed",
        "category_removed",
        "not_compared",
    }
    assert levels[Level.MINOR] >= {"rows_added", "rows_withdrawn", "category_added"}
    assert levels[Level.PATCH] >= {"rows_changed", "re_encoded", "documentation_changed"}
    assert Version(1, 0, 0).after(Reason.RE_ENCODED.level) == Version(1, 0, 1)
