"""Speakers: who an attribution stands for, and who speaks a whole paragraph."""
