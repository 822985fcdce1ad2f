"""A record has the fields of the contract in their order."""

import json
from collections.abc import Callable

from plainfigures.definitions import Definitions
from plainfigures.figures import Reading
from plainfigures.figures.record import Records, columns, set_aside

Read = Callable[..., Reading]


def test_a_record_has_the_stated_block_own_columns_where_it_stands_repeats_and_rule(
    read: Read, house: Definitions
) -> None:
    (figure,) = read("The storm killed 40 villagers.").figures
    row = Records(house).of(figure)
    assert tuple(row) == columns(house)
    assert list(row)[:5] == ["figure_id", "measure", "value", "value_low", "value_high"]
    assert list(row)[-6:] == ["number_end", "datasets", "anomalies", "decision", "repeats", "rule"]
    assert row["datasets"] == ["casualties"]
    assert json.dumps(row["value"]) == "40"


def test_a_number_set_aside_has_its_token_and_reason(read: Read) -> None:
    reading = read("It ended in 1994.")
    (token,) = reading.coverage
    assert set_aside(token, reading.document) == {
        "set_aside": "date",
        "token": "1994",
        "document": "test",
        "paragraph": 1,
        "start": 12,
        "end": 16,
    }
