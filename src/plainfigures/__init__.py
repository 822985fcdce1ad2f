"""Plain Figures: the figures that essays state, as datasets that lead back to the sentence."""

__version__ = "0.1.0"
