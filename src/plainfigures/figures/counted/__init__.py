"""Counted: who or what a figure counts, and what an area is of."""
