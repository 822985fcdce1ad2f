"""Nouns: who or what a number counts, the way to the head of its noun phrase."""
