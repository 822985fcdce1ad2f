"""Country codes of what stands in another column."""

from plainfigures.figures.columns.reading import ColumnReading, Value
from plainfigures.figures.phrases import code_of


def country_code(reading: ColumnReading) -> Value:
    """The ISO 3166-1 alpha-3 code of the one country that another column names."""
    text = reading.row.get(str(reading.choice.options["of"]))
    code = code_of(text)
    return None if code is None else (code, f"country in {text}")
