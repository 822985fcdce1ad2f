"""Dates: the words that a calendar places."""
