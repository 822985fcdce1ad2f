"""Consent: what a maintainer has put on record in `releases/consent.yaml`, change by change."""

import re
from dataclasses import dataclass
from pathlib import Path

from plainfigures import strict_yaml
from plainfigures.errors import PlainFiguresError
from plainfigures.releases.versions import parse_version

CONSENT = "consent.yaml"
# A description in other words that means the same: no meaning has changed.
REWORDED = "reworded"
_CHANGE = re.compile(r"[a-z_]+( \S.*)?")


@dataclass(frozen=True, slots=True)
class Consent:
    """Consent to one change of one dataset after the release `after`, with its reason."""

    dataset: str
    after: str
    change: str
    reason: str


@dataclass(frozen=True, slots=True)
class Consents:
    """All that was consented to."""

    entries: tuple[Consent, ...]

    def given(self, dataset: str, after: str, change: str) -> Consent | None:
        """The consent to a change, or None."""
        return next(
            (
                each
                for each in self.entries
                if (each.dataset, each.after, each.change) == (dataset, after, change)
            ),
            None,
        )

    def reworded(self, dataset: str, after: str) -> frozenset[str]:
        """The columns (`<table>.<column>`) of which only the words of the description changed."""
        return frozenset(
            each.change.removeprefix(f"{REWORDED} ")
            for each in self.entries
            if (each.dataset, each.after) == (dataset, after)
            and each.change.startswith(f"{REWORDED} ")
        )


def load_consents(releases: Path) -> Consents:
    """Read consent.yaml; UsageError with file and line where an entry is wrong.

    A file that is not there holds no consent.
    """
    path = releases / CONSENT
    if not path.exists():
        return Consents(())
    data = strict_yaml.load(path)
    return Consents(tuple(_consent(data, index) for index, _ in enumerate(data.items())))


def _consent(data: strict_yaml.Yaml, index: int) -> Consent:
    data.check_keys((index,), ("dataset", "after", "change", "reason"))
    dataset, after, change, reason = (
        data.text(index, key).strip() for key in ("dataset", "after", "change", "reason")
    )
    try:
        parse_version(after)
    except PlainFiguresError as error:
        data.fail((index, "after"), f"after is the release before the change: {error}.")
    if not _CHANGE.fullmatch(change):
        data.fail((index, "change"), "change is a kind and a place, as plainfigures publish names.")
    return Consent(dataset, after, change, reason)
