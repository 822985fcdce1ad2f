"""One moment: words of time that a calendar alone does not place."""

from dataclasses import dataclass


@dataclass(slots=True)
class Moment:
    """Tokens first..last (exclusive) of a noun phrase of time; `head` is its noun or adverb.

    `kind` is that of the head in dates.tsv, `shift` the word of direction ("last"), `order` the
    ordinal, `determiner` the article, each empty where there is none.
    """

    first: int
    last: int
    head: int
    kind: str
    determiner: str = ""
    shift: str = ""
    order: str = ""
    ago: str = ""
