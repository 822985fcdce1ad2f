"""Reports: what each check of a package found, and the refusal where a rule is broken."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plainfigures.errors import GateRefused

NAMED = 5


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one check found.

    `check` names it (a gate of ours, or the type of an expectation), `rule` says it in plain words
    and `parameters` are those that it ran with. `unexpected_count` rows break the rule, `figures`
    are up to five of their ids, sorted; `excused` rows break it because their source does, which an
    anomaly says of them.
    """

    check: str
    rule: str
    parameters: Mapping[str, object]
    success: bool
    unexpected_count: int = 0
    figures: tuple[str, ...] = ()
    excused: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """All checks of one package, sorted by check and rule."""

    dataset: str
    results: tuple[CheckResult, ...]

    @property
    def success(self) -> bool:
        """Whether no rule is broken."""
        return not self.failures

    @property
    def failures(self) -> tuple[CheckResult, ...]:
        """The checks whose rule is broken."""
        return tuple(result for result in self.results if not result.success)

    def summary(self) -> tuple[str, ...]:
        """A sentence per rule that was checked and holds, for the README of the package."""
        kept = (_kept(result) for result in self.results if result.success)
        return tuple(dict.fromkeys(kept))

    def sentences(self) -> tuple[str, ...]:
        """A sentence per broken rule, with up to five of the rows that break it."""
        return tuple(f"{self.dataset}: {_broken(result)}" for result in self.failures)

    def require(self) -> None:
        """Raise GateRefused where a rule is broken, with one that names its rows."""
        failures = self.failures
        if failures:
            # One that names its rows helps most.
            first = next((each for each in failures if each.figures), failures[0])
            more = len(failures) - 1
            also = f" {more} more {_rules(more)} broken." if more else ""
            raise GateRefused(f"{self.dataset}: {_broken(first)}{also}")


def broken(
    check: str,
    rule: str,
    figures: Iterable[str],
    parameters: Mapping[str, object] | None = None,
    excused: int = 0,
) -> CheckResult:
    """The result of a check that looked at rows: it holds where no row is named."""
    named = list(figures)
    return CheckResult(
        check=check,
        rule=rule,
        parameters=parameters or {},
        success=not named,
        unexpected_count=len(named),
        figures=tuple(sorted(set(named))[:NAMED]),
        excused=excused,
    )


def together(check: str, rule: str, results: Iterable[CheckResult]) -> list[CheckResult]:
    """The results of like checks as one that says `rule` where all hold, else those that do not."""
    found = list(results)
    excused = sum(result.excused for result in found)
    failures = [result for result in found if not result.success]
    return failures or [CheckResult(check, rule, {}, success=True, excused=excused)]


def sort_key(result: CheckResult) -> tuple[str, str, str]:
    """The total order of results, which no order of running or hashing enters."""
    return result.check, result.rule, repr(sorted(result.parameters.items()))


def _kept(result: CheckResult) -> str:
    if not result.excused:
        return result.rule
    rows = "1 row" if result.excused == 1 else f"{result.excused} rows"
    return f"{result.rule} Exempt: {rows} whose source says otherwise, as an anomaly tells."


def _broken(result: CheckResult) -> str:
    rule = result.rule.rstrip(".")
    if not result.unexpected_count:
        return f"the rule “{rule}” is broken."
    rows = (
        "1 row breaks" if result.unexpected_count == 1 else f"{result.unexpected_count} rows break"
    )
    names = f": {', '.join(result.figures)}" if result.figures else ""
    rest = result.unexpected_count - len(result.figures)
    more = f" and {rest} more" if result.figures and rest > 0 else ""
    return f"{rows} the rule “{rule}”{names}{more}."


def _rules(count: int) -> str:
    return "rule is" if count == 1 else "rules are"
