"""The readers that a column may name, and their options; the readers stand in figures/."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Option:
    """An option: a column's name, a category of this column, one of `values`, texts or units."""

    kind: str
    values: tuple[str, ...] = ()
    required: bool = True


SCOPES: Final = ("phrase", "clause", "sentence")
# They look up the words of the column's categories, which must therefore have some.
BY_WORDS: Final = ("category", "age_group", "flow")

READERS: Final[dict[str, dict[str, Option]]] = {
    # The category whose words stand in the figure's phrase or, where none does and the scope is
    # wider, nearest to it there; with `units`, only for figures in one of them; `joined` is the
    # category of words of several ("both").
    "category": {
        "scope": Option("choice", SCOPES),
        "units": Option("units", required=False),
        "joined": Option("category", required=False),
    },
    # The category by its words, else child or elderly by the ages beside the phrase.
    "age_group": {"scope": Option("choice", SCOPES)},
    # Stated citizenship or state forces, as a country code.
    "nationality": {},
    # The country code of what stands in another column.
    "country_code": {"of": Option("column")},
    # Who gives the money; of the measures `taken` the subject of the verb has it instead; in a list
    # of the measures `listed` the name that leads a line gives it.
    "donor": {
        "taken": Option("texts", required=False),
        "listed": Option("texts", required=False),
    },
    "recipient": {},
    "reporter": {},
    "partner": {},
    # Who did what the figure counts: the subject of these verbs or what follows "by"; of those too
    # that tell of the `measures`.
    "agent": {"verbs": Option("texts"), "measures": Option("texts", required=False)},
    "population": {},
    "programme": {},
    # The direction of the change word that triggered the measure.
    "direction": {},
    # Which flow of trade the figure is about.
    "flow": {"scope": Option("choice", SCOPES, required=False)},
}
