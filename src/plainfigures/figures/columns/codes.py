"""Country codes of what stands in another column."""

import re

from plainfigures.figures.columns.reading import ColumnReading, Value
from plainfigures.figures.triggers.phrases import code_of
from plainfigures.prose.words.lexicon import countries

# Into these many lands pay; the one that they are named for takes.
_POOLED = ("Humanitarian Fund", "Trust Fund", "Reconstruction Fund", "Recovery Fund")
_JOINTS = re.compile(r",? and |, | & ")


def country_code(reading: ColumnReading) -> Value:
    """The ISO 3166-1 alpha-3 code of the one country that another column names."""
    text = reading.row.get(str(reading.choice.options["of"]))
    code = code_of(text)
    if text is None or code is None or _names_another(text, code) or text.endswith(_POOLED):
        return None
    return code, f"country in {text}"


def _names_another(text: str, code: str) -> bool:
    """Whether a list names more countries than the one of a code ("Fiji and Samoa")."""
    if text in countries():
        return False  # "Trinidad and Tobago"
    return any(code_of(part) not in (None, code) for part in _JOINTS.split(text))
