"""Accounts: what became of the figures that a dataset no longer holds."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from plainfigures.errors import UsageError
from plainfigures.figures import Reading
from plainfigures.releases.opened import open_package
from plainfigures.releases.reasons import RowChange, Withdrawal
from plainfigures.releases.versions import Version, parse_version


class Reasons(Protocol):
    """Whatever tells why a figure is gone."""

    def why(self, figure_id: str, document: str, text_sha256: str | None) -> tuple[Withdrawal, str]:
        """Why a row is gone, in a word of the closed set and in words for people.

        `document` is that of the figure, and `text_sha256` that of its text before.
        """


@dataclass(frozen=True, slots=True)
class Account:
    """All that was read: the sha256 of each document's text by name, the datasets of each figure
    by id, and the reason of each decision that drops one."""

    documents: Mapping[str, str]
    datasets: Mapping[str, tuple[str, ...]]
    dropped: Mapping[str, str]

    def why(self, figure_id: str, document: str, text_sha256: str | None) -> tuple[Withdrawal, str]:
        """Why a row is gone, in a word of the closed set and in words for people."""
        if figure_id in self.dropped:
            return Withdrawal.DECISION, self.dropped[figure_id]
        if document not in self.documents:
            return Withdrawal.DOCUMENT_REMOVED, f"the document {document} was withdrawn"
        if figure_id in self.datasets:
            others = "; ".join(self.datasets[figure_id])
            if others:
                return Withdrawal.OTHER_DATASET, f"read as a figure of {others}"
            return Withdrawal.NO_DATASET, "read as a figure of no dataset"
        if text_sha256 is not None and self.documents[document] != text_sha256:
            return Withdrawal.DOCUMENT_CHANGED, f"the text of {document} changed"
        return Withdrawal.NOT_READ, "no longer read as a figure"


def account_of(readings: Iterable[Reading]) -> Account:
    """The account of the readings of all documents."""
    read = list(readings)
    return Account(
        {each.document.name: each.document.text_sha256 for each in read},
        {figure.figure_id: figure.datasets for each in read for figure in each.figures},
        {
            decision.figure_id: decision.reason
            for each in read
            for decision in each.decisions
            if decision.kind == "drop" and decision.figure_id is not None
        },
    )


def account_in(folder: Path) -> Account | None:
    """The account that the package `reading` in a folder gives; None where it gives none."""
    try:
        package = open_package(folder)
        documents, figures = (package.read(name) for name in ("documents", "figures"))
        decisions = package.read("decisions").to_pylist()
        return Account(
            dict(
                zip(
                    documents.column("document").to_pylist(),
                    documents.column("text_sha256").to_pylist(),
                    strict=True,
                )
            ),
            {
                figure: tuple(names.split("; ")) if names else ()
                for figure, names in zip(
                    figures.column("figure_id").to_pylist(),
                    figures.column("datasets").to_pylist(),
                    strict=True,
                )
            },
            {each["figure_id"]: each["reason"] for each in decisions if each["kind"] == "drop"},
        )
    except (UsageError, ValueError, KeyError):
        return None


@dataclass(frozen=True, slots=True)
class Record:
    """The reasons that the diffs of releases have on record, by the id of the figure."""

    reasons: Mapping[str, tuple[Withdrawal, str]]

    def why(self, figure_id: str, document: str, text_sha256: str | None) -> tuple[Withdrawal, str]:
        """The reason on record; document and text do not matter."""
        unknown = Withdrawal.UNKNOWN, "no diff of a release tells of it"
        return self.reasons.get(figure_id, unknown)


def record_beside(folder: Path, dataset: str, after: Version, until: Version) -> Record | None:
    """What lies beside the releases of a dataset: the diffs of those after one and until another.

    None where there is none, as where the folder is no place of releases.
    """
    reasons: dict[str, tuple[Withdrawal, str]] = {}
    found = False
    for path in folder.glob(f"{dataset}-*.diff.json"):
        try:
            version = parse_version(
                path.name.removeprefix(f"{dataset}-").removesuffix(".diff.json")
            )
            if not after < version <= until:
                continue
            rows: list[dict[str, Any]] = json.loads(path.read_bytes())["rows"]
            reasons |= {
                row["row"]: (Withdrawal(row["reason"]), str(row["words"]))
                for row in rows
                if row["change"] == RowChange.WITHDRAWN.value and "reason" in row
            }
        except (UsageError, OSError, ValueError, KeyError, TypeError, RecursionError):
            continue  # it tells nothing
        found = True
    return Record(reasons) if found else None
