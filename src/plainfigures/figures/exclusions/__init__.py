"""Exclusions: what keeps a number out of every measure, whatever words stand around it."""
