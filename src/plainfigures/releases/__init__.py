"""Releases: packages compared, versioned, frozen and published."""
