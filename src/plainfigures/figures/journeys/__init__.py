"""Journeys: people who flee, stay, set off, are moved and come home."""
