"""Measures: which trigger owns a number, and what neighbours, wholes and headings hand on."""
