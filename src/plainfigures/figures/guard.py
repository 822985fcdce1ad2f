"""The guard of decisions: each is carried out, or refused where it no longer fits."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from plainfigures.definitions import Definitions
from plainfigures.errors import SourceError
from plainfigures.figures.figure import Decision, Figure

_BOUNDS = ("value_low", "value_high")
_NUMERIC = frozenset(("value", *_BOUNDS))
_FIXED = frozenset(
    "figure_id quote sentence document paragraph start end number_start number_end datasets "
    "also_in "
    "anomalies decision".split()
)
_NO_WORDS = frozenset(("unit", "part_of", "same_as"))


def shown(value: object) -> str | None:
    """A field's value as decisions write it: numbers without a needless point."""
    if value is None:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def field_of(figure: Figure, name: str) -> object:
    """The value of a figure's field, own columns included."""
    return figure.own.get(name, getattr(figure, name, None))


class Guard:
    """Applies decisions to figures and refuses those whose guard no longer fits."""

    def __init__(
        self, document: str, text: str, definitions: Definitions, decisions: Sequence[Decision]
    ) -> None:
        self._where = f"seeds/{document}/decisions.yaml"
        self._text = text
        self._definitions = definitions
        self._own = frozenset(definitions.own)
        self._settable = self._own.union(definitions.stated)
        self.decisions = decisions

    def _refuse(self, decision: Decision, sentence: str) -> SourceError:
        return SourceError(f"{self._where}:{decision.line}: {sentence}")

    def additions(self) -> Mapping[tuple[int, int], Decision]:
        """(start, end) of the quotes at which a figure is to be added, each found exactly once."""
        found = {}
        for decision in self.decisions:
            if decision.kind != "add":
                continue
            at = self._text.find(decision.quote)
            if at < 0 or self._text.find(decision.quote, at + 1) >= 0:
                times = "not" if at < 0 else "more than once"
                raise self._refuse(
                    decision,
                    f"the quote {decision.quote!r} stands {times} in the document; give "
                    "words that stand in it once.",
                )
            if decision.value not in self._definitions.measures:
                raise self._refuse(decision, f"there is no measure {decision.value!r}.")
            found[at, at + len(decision.quote)] = decision
        return found

    def untaken(self, taken: Collection[int]) -> None:
        """Refuse an addition at whose quote no number was read; `taken` are lines of decisions."""
        for decision in self.decisions:
            if decision.kind == "add" and decision.line not in taken:
                raise self._refuse(
                    decision,
                    f"no figure without a measure is read at the quote {decision.quote!r}; "
                    "quote the number with its noun.",
                )

    def apply(self, figures: Sequence[Figure]) -> list[Figure]:
        """The figures with every decision carried out."""
        by_id = {figure.figure_id: figure for figure in figures}
        dropped: set[str] = set()
        for decision in self.decisions:
            if decision.kind == "add":
                continue
            figure = by_id.get(decision.figure_id or "")
            if figure is None:
                raise self._refuse(
                    decision,
                    f"the document has no figure {decision.figure_id}; delete the "
                    "decision or give its new id.",
                )
            if figure.quote != decision.quote:
                raise self._refuse(
                    decision,
                    f"figure {figure.figure_id} now quotes {figure.quote!r}, not "
                    f"{decision.quote!r}; look at it again.",
                )
            if decision.kind == "drop":
                if decision.was is not None and shown(figure.measure) != decision.was:
                    raise self._refuse(
                        decision,
                        f"the measure of {figure.figure_id} is now {figure.measure}, not "
                        f"{decision.was}; delete the decision or mend it.",
                    )
                dropped.add(figure.figure_id)
                continue
            by_id[figure.figure_id] = self._set(decision, figure)
        return [by_id[figure.figure_id] for figure in figures if figure.figure_id not in dropped]

    def _set(self, decision: Decision, figure: Figure) -> Figure:
        if decision.kind == "confirm" and decision.field is None:
            return figure
        name = decision.field or ""
        if name in _FIXED or name not in self._settable:
            raise self._refuse(decision, f"a decision cannot set the field {name!r}.")
        read = shown(field_of(figure, name))
        if decision.kind == "confirm":
            if read != decision.was:
                raise self._refuse(
                    decision,
                    f"{name} of {figure.figure_id} is now read as {read!r}, not as "
                    f"confirmed ({decision.was!r}); look at it again.",
                )
            return figure
        if read == decision.value:
            raise self._refuse(
                decision,
                f"{name} of {figure.figure_id} is read as {read!r} without this decision; "
                "delete it.",
            )
        if read != decision.was:
            raise self._refuse(
                decision,
                f"{name} of {figure.figure_id} is now read as {read!r}, not "
                f"{decision.was!r}; look at it again.",
            )
        self._check_value(decision, name)
        value: object = decision.value
        if name in _NUMERIC and decision.value is not None:
            value = float(decision.value)
        decided = (*figure.decided, name)
        reason = (
            decision.reason if figure.decision is None else f"{figure.decision} {decision.reason}"
        )
        values = {name: value}
        if name == "value" and figure.value is not None:
            # A bound that is the value itself, as both are of an exact one, goes with it.
            values |= {each: value for each in _BOUNDS if getattr(figure, each) == figure.value}
        rule = f"decision of {decision.by} on {decision.on}"
        rules = {**figure.rules, **dict.fromkeys(values, rule)}
        if name in self._own:
            own = {key: text for key, text in figure.own.items() if key != name}
            if decision.value is not None:
                own[name] = decision.value
            return replace(figure, own=own, decision=reason, decided=decided, rules=rules)
        return replace(figure, **values, decision=reason, decided=decided, rules=rules)  # type: ignore[arg-type]

    def _check_value(self, decision: Decision, name: str) -> None:
        """What a decision sets must be words of the document, a category, a code or a number."""
        value = decision.value
        if value is None:
            return
        column = self._definitions.columns[name]
        if name == "measure":
            if value not in self._definitions.measures:
                raise self._refuse(decision, f"there is no measure {value!r}.")
        elif column.categories:
            if value not in column.enum:
                raise self._refuse(
                    decision, f"{name} has no category {value!r}; it has {', '.join(column.enum)}."
                )
        elif name in _NUMERIC:
            try:
                float(value)
            except ValueError:
                raise self._refuse(decision, f"{name} must be a number, not {value!r}.") from None
        elif not column.pattern and name not in _NO_WORDS and value not in self._text:
            raise self._refuse(
                decision, f"{value!r} are not words of the document; quote it as it stands."
            )
