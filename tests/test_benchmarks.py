"""The benchmarks: predictions as the scorers take them, and a measuring that says what is wrong."""

import json
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from benchmarks import __main__ as bench
from benchmarks import (
    adapter,
    build_phases,
    client_speed,
    peers,
    reader_speed,
    reading,
    report,
    robustness,
)
from benchmarks.processes import BenchmarkError, Limit, Run, alternate, median_ratio, run
from plainfigures.commands import build

SENTENCES = {
    "people": "The fire in the mill killed 12 nurses.",
    "things": "The bakery sold 350 loaves.",
    "money": "The grain was sold for $95 a barrel.",
    "half": "Half of the harvest was lost.",
    "part": "It rose to half a percent of the whole.",
    "vague": "Dozens of people came to the fair.",
    "rate": "About 300 people a month moved to the coast.",
    "least": "The hall seats at least 250 people.",
    "most": "The lift carries up to 400 kg.",
    "between": "The walk takes between 10 and 20 minutes.",
    "rise": "Sales rose 7 percent.",
    "fall": "Sales fell by about 7 percent.",
    "fewer": "Sales fell by less than 7 percent.",
    "one": "It is one of the oldest mills here.",
    "mobile": "They built a 5G mast.",
    "about": "The walk takes about 10 to 20 minutes.",
    "or": "It needs two or three bakers.",
    "times": "The new hall is three times as large.",
    "powers": "The wind blew at 12 m s \u22121.",
    "raised": "It gave 310 cm2 V\u22121 s\u22121.",
    "per": "The fluence was 3 m \u22122.",
    "tolerance": "The beam is 6.5 \u00b1 0.5 mm thick.",
    "dose": "He took 40 mg/kg/day.",
    "nothing": "Nobody came to the fair.",
    "empty": "",
    "two": "A mine killed 4 soldiers near the bridge.",
    "quoted": "The flood killed 31 people in the two villages by the river that night.\n\n"
    "Its waters came from the north.\n\n"
    "The flood killed 31 people in the two villages by the river",
}


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    return reading.extract(SENTENCES, tmp_path_factory.mktemp("read"), "--set-aside")


@pytest.fixture(scope="module")
def quantities(records: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    return {line["id"]: line["quantities"] for line in adapter.quantities(records, SENTENCES)}


@pytest.mark.parametrize(
    ("name", "low", "high", "unit", "bound"),
    [
        ("people", 12, 12, "nurses", "="),
        ("things", 350, 350, "loaf", "="),
        ("money", 95, 95, "USD per barrel", "="),
        ("half", 0.5, 0.5, "", "="),
        ("part", 0.5, 0.5, "percent", "="),
        ("rate", 300, 300, "people per month", "~"),
        ("least", 250, 250, "people", ">"),
        ("most", 400, 400, "kilogram", "<"),
        ("between", 10, 20, "minute", "="),
        ("rise", 7, 7, "percent", "up"),
        ("fall", 7, 7, "percent", "down"),
        ("fewer", 7, 7, "percent", "<"),
        ("one", 1, 1, "mill", "="),
        ("times", 3, 3, "", "="),
        ("powers", 12, 12, "m.s^-1", "="),
        ("per", 3, 3, "m^-2", "="),
        ("raised", 310, 310, "cm^2.V^-1.s^-1", "="),
        ("tolerance", 6, 7, "millimetre", "\u00b1"),
        ("dose", 40, 40, "milligram per kilogram per day", "="),
        ("about", 10, 20, "minute", "~"),
    ],
)
def test_a_quantity_is_predicted_as_sentences_are_annotated(
    quantities: dict[str, list[dict[str, Any]]],
    name: str,
    low: float,
    high: float,
    unit: str,
    bound: str,
) -> None:
    (found,) = quantities[name]
    expected = {"value_low": low, "value_high": high, "unit": unit, "bound": bound}
    assert {key: found[key] for key in expected} == expected


def test_a_number_without_a_value_is_left_out(
    quantities: dict[str, list[dict[str, Any]]],
) -> None:
    assert quantities["vague"] == []


def test_a_number_in_the_name_of_a_network_counts_its_generation(
    quantities: dict[str, list[dict[str, Any]]],
) -> None:
    assert [(q["value_low"], q["unit"]) for q in quantities["mobile"]] == [
        (5.0, "generation wireless")
    ]


def test_two_values_joined_by_or_are_predicted_apart(
    quantities: dict[str, list[dict[str, Any]]],
) -> None:
    assert [(q["value_low"], q["value_high"]) for q in quantities["or"]] == [(2, 2), (3, 3)]


def test_every_sentence_has_its_line(quantities: dict[str, list[dict[str, Any]]]) -> None:
    assert list(quantities) == list(SENTENCES)
    assert quantities["nothing"] == quantities["empty"] == []


def test_offsets_are_those_of_the_number_in_the_sentence(
    quantities: dict[str, list[dict[str, Any]]],
) -> None:
    (found,) = quantities["money"]
    assert SENTENCES["money"][found["start"] : found["end"]] == "$95"


@pytest.mark.parametrize(
    ("percent", "fraction"), [(33.33, 1 / 3), (16.67, 1 / 6), (75.0, 3 / 4), (55.56, 5 / 9)]
)
def test_a_fraction_in_words_is_as_exact_as_its_words(percent: float, fraction: float) -> None:
    record = {
        **dict.fromkeys(("counted", "direction", "period")),
        **dict.fromkeys(("value", "value_low", "value_high"), percent),
        "unit": "percent",
        "qualifier": "exact",
        "repeats": [],
        "document": "a",
        "quote": "a third",
        "start": 0,
        "number_start": 0,
        "number_end": 7,
        "rule": {"value": "fraction"},
    }
    (line,) = adapter.quantities([record], {"a": "a third"})
    assert line["quantities"][0]["value_low"] == pytest.approx(fraction, rel=1e-12)


def test_a_figure_is_predicted_in_each_dataset_that_it_belongs_to(
    records: list[dict[str, Any]],
) -> None:
    (record,) = [
        record for record in records if record["document"] == "two" and "set_aside" not in record
    ]
    found = list(adapter.mentions([record]))
    assert [each["dataset"] for each in found] == ["casualties", "mines"]
    assert {each["measure"] for each in found} == {"killed"}
    assert {each["doc"] for each in found} == {"two"}


def test_a_figure_is_predicted_wherever_it_stands(
    records: list[dict[str, Any]], quantities: dict[str, list[dict[str, Any]]]
) -> None:
    text = SENTENCES["quoted"]
    places = [text.index("31"), text.rindex("31")]
    mentions = adapter.mentions(
        each for each in records if each["document"] == "quoted" and "set_aside" not in each
    )
    assert [each["number_start"] for each in mentions] == places
    thirty_one = [each for each in quantities["quoted"] if each["value_low"] == 31]
    assert [each["start"] for each in thirty_one] == places


@pytest.mark.parametrize(
    ("place", "predicted"),
    [
        ("U.K.", "United Kingdom (U.K.)"),
        ("US", "United States (US)"),
        ("BiH", "Bosnia and Herzegovina (BiH)"),
        ("Norwegian", "Norway (Norwegian)"),
        ("EU", "European Union (EU)"),
        ("European Union", "European Union (EU)"),
        ("35 countries", "world (35 countries)"),
        ("globally", "world (globally)"),
        ("neighbouring countries", "neighbouring countries"),
        ("Kenya", "Kenya"),
        (None, None),
    ],
)
def test_a_place_is_spelled_out(
    records: list[dict[str, Any]], place: str | None, predicted: str | None
) -> None:
    record = next(record for record in records if record["document"] == "two")
    found = next(adapter.mentions([{**record, "place": place}]))
    assert found["place"] == predicted


def test_a_sum_without_a_noun_is_called_by_who_gives_or_takes_it(
    records: list[dict[str, Any]],
) -> None:
    record = next(record for record in records if record["document"] == "two")
    record = {**record, "counted": None, "donor": None, "recipient": "the relief fund"}
    assert next(adapter.mentions([record]))["counted"] == "the relief fund"
    record["donor"] = "Norway"
    assert next(adapter.mentions([record]))["counted"] == "Norway"
    record["counted"] = "roads"
    assert next(adapter.mentions([record]))["counted"] == "roads"
    record["rule"] = {**record["rule"], "recipient": "subject of received"}
    assert next(adapter.mentions([record]))["counted"] == "the relief fund"


@pytest.mark.parametrize(
    ("counted", "unit", "predicted"),
    [
        ("dead", "person", "dead people"),
        ("Norwegians", "person", "Norwegians"),
    ],
)
def test_a_noun_is_written_as_the_annotation_has_it(
    records: list[dict[str, Any]], counted: str, unit: str, predicted: str
) -> None:
    record = next(record for record in records if record["document"] == "two")
    record = {**record, "counted": counted, "unit": unit, "donor": None, "recipient": None}
    assert next(adapter.mentions([record]))["counted"] == predicted


# What scorers do, as far as is needed to see that they are given what they ask for.
SENTENCE_SCORER = """
import json, sys
gold, predictions = (open(path).read().splitlines() for path in sys.argv[1:3])
asked = {line["id"]: line for line in map(json.loads, gold[1:])}
told = {line["id"]: line["quantities"] for line in map(json.loads, predictions)}
right = sum(q["value_low"] == asked[name]["is"] for name, found in told.items() for q in found)
score = {"P": 1.0, "R": 100 * right / len(asked), "F1": None}
print(json.dumps({"dataset": "mine", "span": score, "value": score, "value+unit": score}))
"""
EXAMPLE_SCORER = """
import json, sys
lines = [json.loads(line) for line in open(sys.argv[1])]
found = {"f1": 0.5, "precision": len(lines) / 4, "recall": 0.5}
levels = {d: found for d in ("overall", "casualties")} | {"macro_f1": 0.5}
field = {"agree": 0.25}
out = sys.argv[sys.argv.index("--json") + 1]
json.dump({
    "levels": dict.fromkeys(("dataset", "value", "unit", "measure"), levels),
    "fields": dict.fromkeys(("qualifier", "group", "place", "claimed_by"), field),
    "no_figure_documents": {"per_1000_words": 1.25, "per_document": {"quillport": {}}},
}, open(out, "w"))
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder laid out as the reference texts are, with two documents and a sentence a file."""
    (tmp_path / "examples" / "docs").mkdir(parents=True)
    (tmp_path / "benchmarks" / "data").mkdir(parents=True)
    (tmp_path / "examples" / "score.py").write_text(EXAMPLE_SCORER)
    (tmp_path / "benchmarks" / "score.py").write_text(SENTENCE_SCORER)
    for name in ("quillport", "quillport-north"):
        document = tmp_path / "examples" / "docs" / f"{name}.txt"
        document.write_text("A blast in Quillport killed 9 people.\n\nThe harbour was closed.\n")
    for name in reading.SENTENCES:
        gold = [{"_meta": {}}, {"id": f"{name}-1", "text": "We saw 14 larks.", "is": 14}]
        lines = "".join(json.dumps(line) + "\n" for line in gold)
        (tmp_path / "benchmarks" / "data" / f"{name}.jsonl").write_text(lines)
    return tmp_path


def measure(*arguments: str | Path) -> Result:
    return CliRunner().invoke(bench.main, [str(each) for each in arguments])


def test_the_reading_is_scored_by_the_scorers_of_the_reference_texts(
    data: Path, tmp_path: Path
) -> None:
    target = tmp_path / "measured.json"
    result = measure("reading", "--data", data, "--json", target)
    assert result.exit_code == 0, result.output
    measured = json.loads(target.read_text())
    assert measured["examples"]["check"]["levels"]["value"]["overall"]["precision"] == 0.5
    assert measured["examples"]["tune"]["false_per_1000_words"] == 1.25
    assert measured["sentences"]["ranges"]["value"]["R"] == 100
    assert "R 100.0" in result.output


def test_of_the_reference_documents_nothing_is_shown_but_scores(data: Path, tmp_path: Path) -> None:
    target = tmp_path / "measured.json"
    result = measure("examples", "--data", data, "--json", target)
    assert result.exit_code == 0, result.output
    for shown in (result.output, target.read_text()):
        assert "uillport" not in shown
        assert "blast" not in shown


def test_a_neutral_change_is_made_where_it_is_named() -> None:
    made = {
        name: [change("Some 12 men were killed.") for change in kinds]
        for name, kinds in robustness.changes().items()
    }
    assert "On Tuesday, some 12 men were killed." in made["before it"]
    assert "Some 12 men were killed, officials said." in made["behind it"]
    assert "Some 12 men, however, were killed." in made["before its verb"]
    assert "Some 12 men were already killed." in made["within its verb"]
    assert "(a) Some 12 men were killed." in made["around it"]


def test_a_change_that_finds_no_place_is_not_made() -> None:
    kinds = robustness.changes()
    assert [change("Some 12 men died.") for change in kinds["within its verb"]] == [None] * 7


def test_joined_documents_keep_their_paragraphs(data: Path) -> None:
    joined = reader_speed.join_documents(data)
    assert joined.count("\n\n") == 3
    assert joined.endswith("The harbour was closed.\n")


def test_a_part_without_its_texts_says_which_folder_is_not_there(tmp_path: Path) -> None:
    result = measure("reading", "--data", tmp_path / "none")
    assert result.exit_code == 2
    assert f"{tmp_path / 'none'}: no such folder" in result.output
    assert "--data DIR" in result.output


def test_a_folder_of_something_else_is_named_by_what_it_lacks(tmp_path: Path) -> None:
    with pytest.raises(click.UsageError, match="docs: no such folder"):
        bench.choose(["throughput"], tmp_path)


def test_without_the_texts_all_else_is_measured(tmp_path: Path) -> None:
    chosen, note = bench.choose([], tmp_path / "none")
    kept = ["robustness", "commands", "builds", "phases", "growth", "client", "releases"]
    assert chosen == kept
    assert note is not None
    assert note.endswith("left out: examples, sentences, throughput")


def test_the_client_is_measured_beside_the_same_work_without_checks(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(client_speed, "_ROWS", 50)
    target = tmp_path / "measured.json"
    result = measure("client", "--rounds", "1", "--json", target)
    assert result.exit_code == 0, result.output
    measured = json.loads(target.read_text())["client"]
    assert measured["load"][client_speed.CACHED]["ratio"] > 0
    assert measured["verify large"]["bytes"] > measured["verify large"]["packages"]
    for words in (client_speed.LOADED, "sha256sum", "plainfigures, and look up load"):
        assert words in result.output


def test_a_part_that_needs_no_text_is_measured_without_a_word(tmp_path: Path) -> None:
    assert bench.choose(["growth"], tmp_path / "none") == (["growth"], None)


def test_a_part_named_twice_is_measured_once(data: Path) -> None:
    chosen, _ = bench.choose(["sentences", "reading"], data)
    assert chosen == ["sentences", "examples"]


def test_peers_without_the_texts_say_which_folder_is_not_there(tmp_path: Path) -> None:
    result = CliRunner().invoke(peers.main, ["--data", str(tmp_path / "none")])
    assert result.exit_code == 2
    assert f"{tmp_path / 'none'}: no such folder" in result.output


def test_the_lock_of_the_peers_holds_what_builds_them_with_its_hashes() -> None:
    entry = peers._entry(peers.LOCK.read_text(), "setuptools")
    assert entry.startswith("setuptools==")
    assert entry.count("--hash=sha256:") >= 1
    assert len([line for line in entry.splitlines() if "==" in line]) == 1


def test_a_command_that_fails_is_told_with_its_own_words() -> None:
    with pytest.raises(BenchmarkError, match=r"exited with 3: no luck"):
        run([sys.executable, "-c", "import sys; print('no luck', file=sys.stderr); sys.exit(3)"])


def test_a_command_that_takes_too_long_is_ended() -> None:
    with pytest.raises(BenchmarkError, match="needs more than 1 CPU seconds"):
        run([sys.executable, "-c", "while True: pass"], limit=Limit(1, 1 << 30))


def test_a_command_is_measured_with_what_it_is_given(tmp_path: Path) -> None:
    given, taken = tmp_path / "given", tmp_path / "taken"
    given.write_text("three larks")
    script = "import sys; print(sys.stdin.read().upper())"
    measured = run([sys.executable, "-c", script], stdin=given, stdout=taken)
    assert taken.read_text() == "THREE LARKS\n"
    assert measured.peak > 1_000_000


def test_what_is_compared_takes_turns_and_the_first_round_does_not_count() -> None:
    turns: list[str] = []

    def one(name: str, wall: float) -> Run:
        turns.append(name)
        return Run(wall, wall, 1)

    found = alternate({"a": lambda: one("a", 2), "b": lambda: one("b", 4)}, 2, lambda _: None)
    assert turns == ["a", "b"] * 3
    assert found == {"a": [Run(2, 2, 1)] * 2, "b": [Run(4, 4, 1)] * 2}
    assert median_ratio([each.wall for each in found["a"]], [4, 4]) == 0.5


@pytest.mark.parametrize("name", reader_speed.GROWTH)
def test_a_long_text_is_one_paragraph_and_doubles_with_its_length(name: str) -> None:
    write, count = reader_speed.GROWTH[name]
    half, whole = write(count // 200), write(count // 100)
    assert whole.count("\n") == 1
    assert len(whole) == pytest.approx(2 * len(half), rel=0.01)


def test_long_texts_are_read_and_told_with_how_far_it_went(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_speed, "GROWTH", {"signs": (lambda count: "?" * count, 640)})
    monkeypatch.setattr(reader_speed, "_DOUBLINGS", 1)
    monkeypatch.setattr(reader_speed, "_LEAST", 60.0)  # however slow the machine
    measured = reader_speed.growth(tmp_path, lambda _: None)
    assert measured["signs"]["read"] == 1
    assert measured["signs"]["stopped"] is None
    assert measured["signs"]["ratio"] is None


def test_the_phases_of_a_build_import_what_a_build_imports() -> None:
    assert set(build._SLOW) <= set(build_phases.IMPORTS)


def test_a_limit_is_held_or_missed(capsys: pytest.CaptureFixture[str]) -> None:
    from benchmarks.progress import console

    common = {"cpu": 1.0, "peak": 1 << 20, "floor": "python -c pass", "ratio": 2.0}
    measured = {
        "plainfigures --help": {**common, "wall": 0.1},
        "plainfigures verify": {**common, "wall": 0.7},
    }
    report.show("commands", measured, console())
    shown = capsys.readouterr().out
    assert "< 0.2 held" in shown
    assert "< 0.5 MISSED" in shown
