"""Accounts: what became of the figures that a dataset no longer holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from plainfigures.errors import UsageError
from plainfigures.figures import Reading
from plainfigures.releases.opened import open_package
from plainfigures.releases.reasons import Withdrawal


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
