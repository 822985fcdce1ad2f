"""Definitions are checked against each other; what is wrong is told with file and line."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from plainfigures import definitions
from plainfigures.errors import UsageError

SCHEMAS = definitions.schemas_folder()

WEATHER = """\
name: weather
title: Weather
description: Rain and snow, as the documents state it.
row: one amount of rain or snow
order: 6
keywords: [weather]
columns: [sky, place_code]
fields:
  sky:
    title: Sky
    description: What fell.
    type: string
    example: snow
    reader: {name: category, scope: clause}
    categories:
      rain: {description: Rain., words: [rain, drizzle]}
      snow: {description: Snow., words: [snow]}
  place_code:
    title: Code
    description: The country of the kind of sky.
    type: string
    reader: {name: country_code, of: sky}
nouns:
  millimetre: [mm]
context: [weather]
not: [sale]
measures:
  fallen:
    title: Fallen
    description: How much fell.
    units: [millimetre]
    planned: forecast
    words: {intransitive: [fall], phrase: [come down]}
  forecast:
    title: Forecast
    description: How much is to fall.
    units: [millimetre]
    context: [forecast]
    beats: [fallen]
    words: {increase: {verb: [raise]}, decrease: {verb: [lower]}}
  killed:
    from: casualties
    when: {sky: [snow]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "schemas"
    shutil.copytree(SCHEMAS, place)
    (place / "weather.yaml").write_text(WEATHER, "utf-8")
    return place


@pytest.fixture
def refused(folder: Path) -> Callable[[str, str, str], str]:
    def change(name: str, old: str, new: str) -> str:
        path = folder / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        with pytest.raises(UsageError) as raised:
            definitions.load(folder)
        message = str(raised.value)
        assert message.startswith(f"{folder}/")
        assert "\n" not in message
        return message.removeprefix(f"{folder}/")

    return change


def test_a_new_dataset_is_one_file_in_schemas(folder: Path) -> None:
    found = definitions.load(folder)
    weather = found.datasets["weather"]
    assert weather.own == ("sky", "place_code")
    assert weather.columns[18:20] == ("sky", "place_code")
    assert weather.measures == ("fallen", "forecast", "killed")
    assert weather.nouns == {"millimetre": ("mm",)}
    assert weather.listings[2].when == {"sky": ("snow",)}
    assert list(found.datasets)[-2:] == ["weather", "reading"]
    assert found.datasets["reading"].columns.index("sky") == 18 + 19
    assert found.columns["sky"].categories[0].words == ("rain", "drizzle")


def test_a_measure_has_the_words_of_its_dataset_where_it_has_none(folder: Path) -> None:
    measures = definitions.load(folder).measures
    assert measures["fallen"].context == ("weather",)
    assert measures["forecast"].context == ("forecast",)
    assert measures["fallen"].competitors == measures["forecast"].competitors == ("sale",)
    assert measures["fallen"].planned == "forecast"
    assert measures["forecast"].beats == ("fallen",)
    assert measures["forecast"].words["verb"] == ("raise", "lower")
    assert measures["forecast"].directions == {"raise": "increase", "lower": "decrease"}


def test_the_same_folder_gives_the_same_definitions(folder: Path) -> None:
    assert definitions.load(folder) == definitions.load(folder)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("[sky, place_code]", "[sky, place_code, wind]", 7, "unknown column 'wind'"),
        ("[sky, place_code]", "[sky, place_code, place]", 7, "every dataset has 'place' already"),
        ("[sky, place_code]", "[sky, place_code, text]", 7, "the column 'text' has no reader"),
        ("[sky, place_code]", "[place_code]", 7, "'place_code' reads the column 'sky'"),
        ("[sky, place_code]", "[sky]", 18, "the column 'place_code' is not under columns"),
        ("  sky:\n", "  sex:\n", 9, "the column 'sex' is defined in fields.yaml already"),
        ("  sky:\n", "  Sky:\n", 9, "a column is named in small letters"),
        ("name: category", "name: guess", 14, "unknown reader 'guess'; there are category"),
        ("scope: clause", "scope: page", 14, "scope must be one of phrase, clause, sentence"),
        (", scope: clause", "", 14, "the reader category needs the option scope"),
        ("scope: clause", "scope: clause, of: x", 14, "unknown key 'of'"),
        ("scope: clause", "scope: clause, joined: hail", 14, "joined must be a category of sky"),
        ("type: string", "type: text", 12, "type must be one of string, number"),
        ("type: string", "type: integer", 9, "must be required"),
        ("example: snow", "example: hail", 13, "the example 'hail' is in no category"),
        ("[rain, drizzle]", "[rain, rain]", 16, "'rain' stands twice"),
        ("[rain, drizzle]", "[Rain]", 16, "write 'Rain' in small letters"),
        ("[rain, drizzle]", "[rain, no, 12]", 16, "must be text, not the number 12"),
        ("[fall]", "[fall down]", 33, "'fall down' has several words; put it under phrase"),
        ("[fall]", "[(snow|fall]", 33, 'alternatives are written as in "(fall|come) down"'),
        ("[fall]", "[(snow|rain) fall]", 33, "'snow fall' has several words; put it under phrase"),
        ("[rain, drizzle]", "[light rain, (light|hard) rain]", 16, "'light rain' stands twice"),
        ("[fall]", "[snow-fall]", 33, "'snow-fall' has several words"),
        ("intransitive:", "intransitiv:", 33, "unknown key 'intransitiv' in measures.fallen.words"),
        ("units: [millimetre]", "units: []", 28, "the measure fallen has no units"),
        ("units: [millimetre]", "units: [mm²]", 31, "a unit is one of currency, area"),
        ("planned: forecast", "planned: promised", 32, "unknown measure 'promised'"),
        ("beats: [fallen]", "beats: [risen]", 39, "unknown measure 'risen'"),
        ("beats: [fallen]", "either: [fallen]", 39, "either names the two measures"),
        ("{verb: [lower]}", "{verb: [raise]}", 40, "cannot be an increase and a decrease"),
        ("from: casualties", "from: losses", 42, "unknown dataset 'losses'; there are casualties"),
        ("from: casualties", "from: mines", 41, "mines defines no measure 'killed'"),
        ("  killed:\n", "  murdered:\n", 41, "casualties defines no measure 'murdered'"),
        ("from: casualties", "from: casualties\n    unit: x", 43, "unknown key 'unit'"),
        ("{sky: [snow]}", "{sky: [hail]}", 43, "'hail' is no category of sky"),
        ("{sky: [snow]}", "{sky: []}", 43, "the condition on sky has no values"),
        ("{sky: [snow]}", "{cause: [mine]}", 43, "weather has no own column 'cause'"),
        ("  fallen:\n", "  returned:\n", 28, "the measure 'returned' is defined in return_targets"),
        ("  fallen:\n", "  Fallen:\n", 28, "a measure is named in small letters"),
        ("name: weather", "name: casualties", 1, "a dataset 'casualties' is defined in casualti"),
        ("name: weather", "name: climate", 1, "must stand in climate.yaml"),
        ("name: weather", "name: spans", 1, "'spans' is the name of a table of every package"),
        ("name: weather", "name: My Weather", 1, "a dataset is named in small letters"),
        ("title: Weather", "titel: Weather", 2, "unknown key 'titel'"),
        ("title: Weather", "title: 12", 2, "title must be text, not the number 12"),
        ("row: one amount of rain or snow\n", "", 1, "row is missing"),
        ("order: 6", "order: last", 5, "order must be a whole number"),
        ("order: 6", "order: 6\norder: 7", 6, "the key 'order' stands twice"),
        ("order: 6", "holds: all", 5, "a dataset that holds all has no columns"),
        ("order: 6", "holds: some", 5, 'holds can only be "all"'),
        ("order: 6", "table: documents", 5, "'documents' cannot name the main table"),
        (
            "order: 6",
            "foreign_keys: [{columns: [part_of], table: rows}]",
            5,
            "unknown table 'rows' in a foreign key",
        ),
        (
            "order: 6",
            "foreign_keys: [{columns: [part_of], table: documents}]",
            5,
            "the table documents has no column 'part_of'",
        ),
        (
            "order: 6",
            "foreign_keys: [{columns: [x], table: main, references: [figure_id]}]",
            5,
            "the main table has no column 'x'",
        ),
        (
            "order: 6",
            "foreign_keys: [{columns: [part_of, same_as], table: main, references: [figure_id]}]",
            5,
            "as many references as columns",
        ),
    ],
)
def test_a_wrong_dataset_is_refused_with_file_and_line(
    refused: Callable[[str, str, str], str], old: str, new: str, line: int, words: str
) -> None:
    message = refused("weather.yaml", old, new)
    assert message.startswith(f"weather.yaml:{line}: ")
    assert words in message


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("  stated: [figure_id,", "  stated: [figures_id,", "unknown column 'figures_id'"),
        ("  stated: [figure_id,", "  stated: [figure_id, figure_id,", "stands twice"),
        ("  where: [quote,", "  where: [quote, place,", "'place' stands in both blocks"),
        ("primary_key: [figure_id, span]", "primary_key: [figure_id, x]", "has no column 'x'"),
        ("table: paragraphs}", "table: pages}", "unknown table 'pages' in a foreign key"),
        ("    reader: recipient", "    reader: giver", "unknown reader 'giver'"),
        (
            "    reader: recipient",
            "    raeder: recipient",
            "unknown key 'raeder' in columns.recipient",
        ),
        ('pattern: "^[a-z]{2}$"', 'pattern: "^[a-z{2}$"', "not a regular expression"),
        ('pattern: "^[a-z]{2}$"', 'pattern: "^[a-z]{3}$"', "the example 'en' breaks the pattern"),
        ("      minimum: 1\n", "      minimum: one\n", "minimum must be a whole number"),
        ("  datasets:\n", "  all_datasets:\n", "the column datasets is missing"),
        ("columns:\n", "colums:\n", "unknown key 'colums'"),
    ],
)
def test_a_wrong_dictionary_is_refused_with_file_and_line(
    refused: Callable[[str, str, str], str], old: str, new: str, words: str
) -> None:
    message = refused("fields.yaml", old, new)
    assert message.startswith("fields.yaml:")
    assert message.split(":")[1].isdecimal()
    assert words in message


def test_two_datasets_cannot_have_one_name(folder: Path) -> None:
    (folder / "losses.yaml").write_text((folder / "casualties.yaml").read_text("utf-8"), "utf-8")
    with pytest.raises(UsageError) as raised:
        definitions.load(folder)
    assert "losses.yaml:" in str(raised.value)
    assert "a dataset 'casualties' is defined in casualties.yaml too" in str(raised.value)


def test_one_column_cannot_be_defined_by_two_datasets(folder: Path) -> None:
    text = WEATHER.replace("name: weather", "name: climate")
    text = text.replace("  fallen:\n", "  fell:\n").replace("  forecast:\n", "  foretold:\n")
    text = text.replace("planned: forecast", "planned: foretold").replace("[fallen]", "[fell]")
    (folder / "climate.yaml").write_text(text, "utf-8")
    with pytest.raises(UsageError, match="the column 'sky' is defined in another dataset too"):
        definitions.load(folder)


def test_a_folder_without_definitions_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no such folder"):
        definitions.load(tmp_path / "none")
    with pytest.raises(UsageError, match=r"no folder of definitions, for it has no fields\.yaml"):
        definitions.load(tmp_path)
    shutil.copy(SCHEMAS / "fields.yaml", tmp_path)
    with pytest.raises(UsageError, match="no dataset is defined here"):
        definitions.load(tmp_path)


def test_the_schemas_beside_an_installed_package_are_found(tmp_path: Path) -> None:
    package = Path(definitions.__file__).parents[1]
    ignored = shutil.ignore_patterns("__pycache__")
    for room in ("definitions", "documents"):
        shutil.copytree(package / room, tmp_path / "plainfigures" / room, ignore=ignored)
    for module in ("__init__.py", "errors.py", "strict_yaml.py"):
        shutil.copy(package / module, tmp_path / "plainfigures")
    shutil.copytree(SCHEMAS, tmp_path / "plainfigures" / "schemas")
    code = "from plainfigures import definitions as d; d.load(); print(d.schemas_folder())"
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == str((tmp_path / "plainfigures" / "schemas").resolve())


def test_definitions_may_do_without_a_dataset_that_holds_all(folder: Path) -> None:
    (folder / "reading.yaml").unlink()
    assert "reading" not in definitions.load(folder).datasets
