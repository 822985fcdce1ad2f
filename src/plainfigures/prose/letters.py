"""The words of a text in the plain letters a-z, told apart quickly, each at its own offset."""

from string import ascii_lowercase

_BLANKED = bytes(code if chr(code) in ascii_lowercase else 0x20 for code in range(256))


def letters(low: str) -> str:
    """A lower-case text with a blank for every sign but a-z, so that `split()` gives its words."""
    return low.encode("latin-1", "replace").translate(_BLANKED).decode("ascii")
