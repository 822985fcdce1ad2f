"""The gate of Great Expectations: the rules of a dataset's suite over its frame."""

import os
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
    """What Great Expectations says of each expectation, in the order of the suite."""
    import pandas as pd

    gx, batches = _great_expectations()
    from great_expectations.exceptions.exceptions import ExpectationNotFoundError
    from great_expectations.expectations.registry import get_expectation_impl

    batch = batches.get_batch(
        batch_parameters={"dataframe": frame.to_pandas(types_mapper=pd.ArrowDtype)}
    )
    known = []
    for each in suite.expectations:
        # The suite drops what it does not know with no more than a line in the log.
        try:
            kind = get_expectation_impl(each.type)
        except ExpectationNotFoundError:
            raise suite.fault(
                each, "is unknown to Great Expectations; check its spelling."
            ) from None
        try:
            known.append(kind(**each.kwargs, meta={"number": each.number}))
        except (TypeError, ValueError) as error:
            raise suite.fault(
                each, f"has wrong keywords: {' '.join(str(error).split())}."
            ) from None
    outcome = batch.validate(
        gx.ExpectationSuite(name=suite.name, expectations=known),
        result_format={
            "result_format": "COMPLETE",
            "unexpected_index_column_names": ["figure_id"],
        },
    )
    by_number = {
        each.expectation_config.meta["number"]: {
            "success": bool(each.success),
            "result": each.result,
            "exceptions": _exceptions(each.exception_info),
        }
        for each in outcome.results
    }
    return [by_number[each.number] for each in suite.expectations]


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
