"""Periods: the words that say when, and the span of days that they mean."""
