"""Rows: the fields of a figure, each with the rule and the words that gave it."""
