"""Figures: quantities read in context, with ids, coverage, anomalies and decisions."""

from plainfigures.figures.decisions import load_decisions
from plainfigures.figures.figure import (
    Anomaly,
    Decision,
    Figure,
    FigureSpan,
    NumberToken,
    Reading,
)
from plainfigures.figures.read import Reader, read
from plainfigures.figures.singulars import load_definitions

__all__ = [
    "Anomaly",
    "Decision",
    "Figure",
    "FigureSpan",
    "NumberToken",
    "Reader",
    "Reading",
    "load_decisions",
    "load_definitions",
    "read",
]
