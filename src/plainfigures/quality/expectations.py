"""The gate of Great Expectations: the rules of a dataset's suite over its frame."""

import json
import os
import re
import threading
import warnings
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from plainfigures.packages.rows import JOIN
from plainfigures.quality.report import CheckResult, broken
from plainfigures.quality.suites import Expectation, Suite

if TYPE_CHECKING:
    import pyarrow as pa

# One context serves every suite of a process, and it is not made to be shared by threads.
_LOCK = threading.Lock()
# How the expectations begin that look at all columns of a table, not at those that they name.
_OF_ALL_COLUMNS = "expect_table_column"


def check_expectations(frame: "pa.Table", suite: Suite) -> list[CheckResult]:
    """Run every expectation of the suite; a row with a matching anomaly passes.

    Raises UsageError for an expectation that is unknown, has wrong keywords or cannot be computed.
    """
    anomalies = {
        str(row["figure_id"]): frozenset(str(row["anomalies"] or "").split(JOIN))
        for row in frame.select(["figure_id", "anomalies"]).to_pylist()
    }
    with _LOCK, warnings.catch_warnings():
        # Row conditions as text go out of use, but a suite is a file and holds nothing else.
        warnings.simplefilter("ignore", DeprecationWarning)
        outcomes = _run(frame, suite)
    return [
        _result(expectation, outcome, anomalies, suite)
        for expectation, outcome in zip(suite.expectations, outcomes, strict=True)
    ]


def _run(frame: "pa.Table", suite: Suite) -> list[Mapping[str, Any]]:
    """What Great Expectations says of each expectation, in the order of the suite.

    Most rules hold, and whether one does is told in half the time that it takes to list the rows;
    so all are asked that first, and only those that are broken are asked for their rows.
    """
    import pandas as pd

    _, batches = _great_expectations()
    batch = batches.get_batch(
        batch_parameters={"dataframe": _named(frame, suite).to_pandas(types_mapper=pd.ArrowDtype)}
    )
    known = [(each, _made(each, suite)) for each in suite.expectations]
    found = _validated(batch, suite.name, [made for _, made in known], "BOOLEAN_ONLY")
    again = [made for each, made in known if not found[each.number]["success"]]
    if again:
        found |= _validated(batch, suite.name, again, "COMPLETE")
    return [found[each.number] for each in suite.expectations]


def _named(frame: "pa.Table", suite: Suite) -> "pa.Table":
    """The columns that a suite names; all where it has a rule about the columns of the table."""
    if any(each.type.startswith(_OF_ALL_COLUMNS) for each in suite.expectations):
        return frame
    words = {
        word
        for each in suite.expectations
        for word in re.findall(r"\w+", json.dumps(dict(each.kwargs)))
    }
    return frame.select([name for name in frame.column_names if name in words | {"figure_id"}])


def _made(expectation: Expectation, suite: Suite) -> Any:
    """The expectation as an object of the library, which drops what it does not know silently."""
    from great_expectations.exceptions.exceptions import ExpectationNotFoundError
    from great_expectations.expectations.registry import get_expectation_impl

    try:
        kind = get_expectation_impl(expectation.type)
    except ExpectationNotFoundError:
        raise suite.fault(
            expectation, "is unknown to Great Expectations; check its spelling."
        ) from None
    try:
        return kind(**expectation.kwargs, meta={"number": expectation.number})
    except (TypeError, ValueError) as error:
        raise suite.fault(
            expectation, f"has wrong keywords: {' '.join(str(error).split())}."
        ) from None


def _validated(
    batch: Any, name: str, expectations: list[Any], detail: str
) -> dict[int, Mapping[str, Any]]:
    """The outcome of each expectation by its number; `detail` is the library's result format."""
    gx, _ = _great_expectations()
    outcome = batch.validate(
        gx.ExpectationSuite(name=name, expectations=expectations),
        result_format={
            "result_format": detail,
            "unexpected_index_column_names": ["figure_id"],
        },
    )
    return {
        each.expectation_config.meta["number"]: {
            "success": bool(each.success),
            "result": each.result,
            "exceptions": _exceptions(each.exception_info),
        }
        for each in outcome.results
    }


@cache
def _great_expectations() -> tuple[Any, Any]:
    """The library, which takes seconds to import, and the one place where it is given frames."""
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "False")
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig

    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    asset = context.data_sources.add_pandas("memory").add_dataframe_asset("figures")
    return gx, asset.add_batch_definition_whole_dataframe("all")


def _exceptions(info: Mapping[str, Any] | None) -> list[str]:
    """The messages of what was raised while an expectation was computed."""
    found = [info or {}, *(each for each in (info or {}).values() if isinstance(each, dict))]
    return [
        str(each["exception_message"])
        for each in found
        if each.get("raised_exception") and each.get("exception_message")
    ]


def _result(
    expectation: Expectation,
    outcome: Mapping[str, Any],
    anomalies: Mapping[str, frozenset[str]],
    suite: Suite,
) -> CheckResult:
    if outcome["exceptions"]:
        reason = " ".join(sorted(outcome["exceptions"])[0].split()).rstrip(".")
        raise suite.fault(expectation, f"cannot be computed: {reason}.")
    found = _figures(outcome["result"].get("unexpected_index_list") or [])
    left = [each for each in found if expectation.anomalies.isdisjoint(anomalies[each])]
    excused = len(found) - len(left)
    success = outcome["success"] or (bool(found) and not left)
    if not success and left:
        return broken(expectation.type, expectation.rule, left, dict(expectation.kwargs), excused)
    return CheckResult(
        check=expectation.type,
        rule=expectation.rule,
        parameters=dict(expectation.kwargs),
        success=success,
        excused=excused,
    )


def _figures(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    return [str(row["figure_id"]) for row in rows]
