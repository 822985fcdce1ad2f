"""Prose: paragraphs to quantities, clauses, attributions and periods; vocabulary as data files."""
