"""Compiles licensed sources and hand-written tables into the lexicons of plainfigures.prose."""
