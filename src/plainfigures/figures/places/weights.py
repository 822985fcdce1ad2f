"""Weights: which place outweighs all others that a stretch of a text names."""

from collections import Counter, defaultdict
from collections.abc import Collection

from plainfigures.figures.places.naming import Naming

# How much a place must outweigh the next one, and weigh itself: what a text is about, and what
# will do where nothing else tells where.
SURE, AHEAD = (3.0, 4.0), (2.0, 3.0)
_KEPT, _WINDOWS, _TIMES = 6, 32, 3.0


class Weights:
    """The places of stretches of one document by their weight; each stretch is counted once."""

    def __init__(self, naming: Naming) -> None:
        self._naming = naming
        self._counts: dict[tuple[int, int], tuple[list[tuple[str, float]], dict[str, str]]] = {}
        # the windows around paragraphs, which few figures share; sections are kept
        self._near: list[tuple[int, int]] = []

    def near(self, low: int, high: int, without: Collection[str]) -> tuple[str, str] | None:
        """What the paragraphs around a figure are about."""
        if (low, high) not in self._counts:
            self._near.append((low, high))
        return self.about(low, high, without)

    def about(
        self, low: int, high: int, without: Collection[str], bar: tuple[float, float] = SURE
    ) -> tuple[str, str] | None:
        """The place that outweighs all others in text[low:high], with its key."""
        kept, names = self._counted(low, high)
        ranked = [pair for pair in kept if pair[0] not in without][:2]
        times, least = bar
        if not ranked or ranked[0][1] < least or ranked[0][0] not in names:
            return None
        if len(ranked) > 1 and ranked[0][1] < times * ranked[1][1]:
            return None
        return names[ranked[0][0]], ranked[0][0]

    def weighs(self, key: str, end: int) -> bool:
        """Whether nothing outweighs a place by far in text[:end]."""
        ranked = self._counted(0, end)[0]
        return dict(ranked).get(key, 0.0) * _TIMES >= ranked[0][1]

    def _counted(self, low: int, high: int) -> tuple[list[tuple[str, float]], dict[str, str]]:
        """The heaviest places of text[low:high], and the words that each has most."""
        if (low, high) in self._counts:
            return self._counts[low, high]
        weights: dict[str, float] = {}
        surfaces: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for mention in self._naming.within(low, high):
            weights[mention.key] = weights.get(mention.key, 0.0) + mention.weight
            if mention.surface:
                surfaces[mention.key][mention.surface] += 1
        names = {key: found.most_common(1)[0][0] for key, found in surfaces.items()}
        ranked = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))
        if len(self._near) >= _WINDOWS:
            for window in self._near:
                self._counts.pop(window, None)
            self._near.clear()
        self._counts[low, high] = ranked[:_KEPT], names
        return self._counts[low, high]
