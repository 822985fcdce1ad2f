"""Quantities: numbers with qualifier, unit and noun, alone, in ranges and in lists; the scan."""
