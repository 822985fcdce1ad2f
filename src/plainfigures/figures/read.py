"""Reading a document: every number of it as a figure, or set aside with its reason."""

from collections.abc import Iterator, Sequence
from itertools import chain

from plainfigures.definitions import Definitions
from plainfigures.documents import Document
from plainfigures.figures.anomalies import gathered
from plainfigures.figures.figure import Decision, Reading
from plainfigures.figures.guard import Guard
from plainfigures.figures.passes import Part, Pass
from plainfigures.figures.rows.row import RowReader
from plainfigures.figures.totals import linked
from plainfigures.figures.triggers.triggers import Vocabulary

_DROPPED = "idiom"


class Reader:
    """Reads documents under one set of definitions; make it once and use it for many."""

    def __init__(self, definitions: Definitions) -> None:
        self.definitions = definitions
        self._vocabulary = Vocabulary(definitions)
        self._rows = RowReader(definitions)

    def parts(self, document: Document, covers: bool = True) -> Iterator[Part]:
        """What each sentence states in numbers, as it is read; no more of it is held.

        Where it `covers` the document, number tokens that are no figure are accounted for, too.
        """
        return linked(Pass(self._vocabulary, self._rows, document, {}, covers).run())

    def read(self, document: Document, decisions: Sequence[Decision] = ()) -> Reading:
        """All that the document states in numbers; a pure function of its arguments."""
        guard = Guard(document.name, document.text, self.definitions, decisions)
        going = Pass(self._vocabulary, self._rows, document, guard.additions())
        parts = list(linked(going.run()))
        guard.untaken({decision.line for decision in going.added.values()})
        figures = guard.apply([figure for part in parts for figure in part.figures])
        kept = {figure.figure_id for figure in figures}
        flags = chain.from_iterable(part.flags for part in parts)
        return Reading(
            document,
            tuple(figures),
            tuple(
                token
                if token.figure_id is None or token.figure_id in kept
                else token._replace(figure_id=None, reason=_DROPPED)
                for part in parts
                for token in part.tokens
            ),
            gathered(chain(going.text_flags.all(), flags)),
            tuple(guard.decisions),
        )


def read(
    document: Document, definitions: Definitions, decisions: Sequence[Decision] = ()
) -> Reading:
    """Read one document; make a `Reader` for many."""
    return Reader(definitions).read(document, decisions)
