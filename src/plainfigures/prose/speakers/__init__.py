"""Speakers: who says what a sentence states."""
