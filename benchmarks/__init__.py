"""Benchmarks: how right and how fast the reading is, measured on texts that are not part of it."""
