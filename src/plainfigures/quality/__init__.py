"""Quality: the gates that a built package has to pass before it is published."""

from plainfigures.quality.gates import check_package
from plainfigures.quality.report import CheckResult, Report
from plainfigures.quality.suites import Expectation, Suite, load_suite

__all__ = ["CheckResult", "Expectation", "Report", "Suite", "check_package", "load_suite"]
