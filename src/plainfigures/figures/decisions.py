"""Decisions: recorded human corrections of a reading, as a document's file states them."""

from datetime import date
from pathlib import Path

from plainfigures import strict_yaml
from plainfigures.errors import SourceError
from plainfigures.figures.figure import Decision
from plainfigures.figures.guard import shown
from plainfigures.strict_yaml import Yaml

_FIELDS = ("kind", "figure_id", "quote", "field", "was", "is", "reason", "by", "on")
# What each kind must have beside quote, reason, by and on, and what it must not have.
_KINDS = {
    "correct": (("figure_id", "field"), ()),
    "add": (("field", "is"), ("figure_id",)),
    "drop": (("figure_id",), ("field", "is")),
    "confirm": (("figure_id",), ()),
}


def load_decisions(path: Path) -> tuple[Decision, ...]:
    """Read `decisions.yaml`; SourceError with file and line where an entry is wrong.

    A file that is not there holds no decision.
    """
    if not path.exists():
        return ()
    data = strict_yaml.load(path, SourceError)
    return tuple(_decision(data, index) for index, _ in enumerate(data.items()))


def _decision(data: Yaml, index: int) -> Decision:
    entry = data.mapping(index)
    for key in entry:
        if key not in _FIELDS:
            fields = ", ".join(_FIELDS)
            data.fail((index, key), f"a decision has no field {key!r}; it has {fields}.")
    kind = data.optional_text(index, "kind") or "correct"
    if kind not in _KINDS:
        data.fail((index, "kind"), f"there is no kind {kind!r}; kinds are {', '.join(_KINDS)}.")
    needed, barred = _KINDS[kind]
    for key in (*needed, "quote", "reason", "by", "on"):
        if key == "is":
            continue
        data.text(index, key)
    if kind == "correct" and "is" not in entry:
        data.fail((index,), "is is missing; add it, null for an empty field.")
    for key in barred:
        if entry.get(key) is not None:
            data.fail((index, key), f"a decision of the kind {kind} has no {key}; take it out.")
    if kind == "add" and (entry["field"] != "measure" or entry.get("is") is None):
        data.fail((index,), "a decision of the kind add names a measure: field is measure.")
    try:
        date.fromisoformat(data.text(index, "on"))
    except ValueError:
        data.fail((index, "on"), "on must be a day such as 2024-06-01.")
    return Decision(
        kind=kind,
        figure_id=data.optional_text(index, "figure_id"),
        quote=data.text(index, "quote"),
        field=data.optional_text(index, "field"),
        was=shown(entry.get("was")),
        value=shown(entry.get("is")),
        reason=data.text(index, "reason").strip(),
        by=data.text(index, "by"),
        on=data.text(index, "on"),
        line=data.line(index),
    )
