"""Report: what was measured as tables for the eye, beside what is aimed at."""

from collections.abc import Callable, Mapping
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.client_speed import (
    CACHED,
    IMPORT_SECONDS,
    LOAD_RATIO,
    LOADED,
    READ,
    VERIFY_RATIO,
)
from benchmarks.reader_speed import KILOBYTES_PER_SECOND
from benchmarks.reading import LEVELS
from benchmarks.release_speed import LIMITED, MEGABYTES, SECONDS
from benchmarks.speed import BUILD_RATIO, FLOORS

# What a careful reader of the annotated texts should reach: F1, and false figures at most.
EXAMPLE_AIMS = {"tune": (0.97, 0.97, 0.96, 0.94), "check": (0.94, 0.93, 0.93, 0.88)}
FALSE_AIM = 0.5
FIELD_AIMS = {"qualifier": 0.97, "counted": 0.85, "place": 0.75, "attributed_to": 0.88}
# The names of the fields in the annotation where they are not ours.
FIELD_NAMES = {"group": "counted", "claimed_by": "attributed_to"}
# In per cent: F1, or recall where the annotation is not complete.
SENTENCE_AIMS = {
    ("news", "value+unit"): 90,
    ("news", "value+unit+bound"): 86,
    ("units", "value+unit"): 90,
    ("numbers", "value"): 85,
    ("ranges", "value+bound"): 87,
    ("science", "value+unit"): 72,
}
_LEVELS = ("span", "value", "value+unit", "value+bound", "value+unit+bound")


def show(name: str, measured: Mapping[str, Any], console: Console) -> None:
    """Print the tables of one part."""
    for table in TABLES[name](measured):
        console.print(table)
        console.print()


def _examples(scored: Mapping[str, Any]) -> list[Table]:
    overall = _table(
        "Whole documents, F1", "set", *LEVELS, "P found", "R found", "false per 1,000 words"
    )
    by_dataset = _table("by dataset, F1: found / measure", "set", *_datasets(scored))
    fields = _table("fields of right figures that agree", "set", *FIELD_AIMS)
    for name, one in scored.items():
        whole = {level: one["levels"][level]["overall"] for level in LEVELS}
        overall.add_row(
            name,
            *(f"{whole[level]['f1']:.3f}" for level in LEVELS),
            f"{whole['dataset']['precision']:.3f}",
            f"{whole['dataset']['recall']:.3f}",
            f"{one['false_per_1000_words']:.2f}",
        )
        aims = (f"{aim:.2f}" for aim in EXAMPLE_AIMS[name])
        overall.add_row("  aim", *aims, "", "", f"{FALSE_AIM}", style="dim")
        found, measure = one["levels"]["dataset"], one["levels"]["measure"]
        by_dataset.add_row(
            name, *(f"{found[d]['f1']:.2f} / {measure[d]['f1']:.2f}" for d in _datasets(scored))
        )
        agree = {FIELD_NAMES.get(field, field): value for field, value in one["fields"].items()}
        fields.add_row(name, *(f"{agree[field]:.2f}" for field in FIELD_AIMS))
    fields.add_row("  aim", *(f"{aim:.2f}" for aim in FIELD_AIMS.values()), style="dim")
    return [overall, by_dataset, fields]


def _datasets(scored: Mapping[str, Any]) -> list[str]:
    levels = next(iter(scored.values()))["levels"]["dataset"]
    return [name for name, value in levels.items() if isinstance(value, dict) and name != "overall"]


def _sentences(scored: Mapping[str, Any]) -> list[Table]:
    table = _table("Sentences, F1 (R: recall alone), the aim behind", "file", *_LEVELS)
    for name, one in scored.items():
        table.add_row(name, *(_sentence_cell(name, level, one.get(level)) for level in _LEVELS))
    return [table]


def _sentence_cell(name: str, level: str, score: Mapping[str, Any] | None) -> str:
    if score is None:
        return ""
    aim = SENTENCE_AIMS.get((name, level))
    return _score_cell(score) + ("" if aim is None else f" ({aim})")


def _score_cell(score: Mapping[str, Any]) -> str:
    return f"{score['F1']:.1f}" if score["F1"] is not None else f"R {score['R']:.1f}"


def _robustness(measured: Mapping[str, Any]) -> list[Table]:
    table = _table(
        "Sentences with a neutral change", "change", "made", "read otherwise", "per cent"
    )
    for name, one in measured.items():
        share = 100 * one["differ"] / one["changed"]
        table.add_row(name, str(one["changed"]), str(one["differ"]), f"{share:.1f}")
    return [table]


def _commands(measured: Mapping[str, Any]) -> list[Table]:
    table = _table("Commands", "command", "seconds", "limit", "CPU seconds", "times its floor")
    for name, one in measured.items():
        limit = FLOORS[name][1] if name in FLOORS else None
        table.add_row(
            name,
            f"{one['wall']:.3f}",
            _verdict(limit, limit is not None and one["wall"] < limit, "< "),
            f"{one['cpu']:.3f}",
            f"{one['ratio']:.1f} x {one['floor']}" if "ratio" in one else "",
        )
    return [table]


def _builds(measured: Mapping[str, Any]) -> list[Table]:
    table = _table(
        "Full build",
        "process",
        "seconds",
        "CPU seconds",
        "MB",
        "to its peer",
        "limit",
        "quickest",
        "CPU",
    )
    for name, one in measured.items():
        ratio = one.get("ratio")
        table.add_row(
            name,
            f"{one['wall']:.2f}",
            f"{one['cpu']:.2f}",
            f"{one['peak'] / 2**20:.0f}",
            "" if ratio is None else f"{ratio:.2f}",
            "" if ratio is None else _verdict(BUILD_RATIO, ratio <= BUILD_RATIO, "<= "),
            "" if ratio is None else f"{one['least_ratio']:.2f}",
            "" if ratio is None else f"{one['cpu_ratio']:.2f}",
        )
    return [table]


def _phases(measured: Mapping[str, Any]) -> list[Table]:
    table = _table("Where the seconds of a full build go", "phase", "seconds", "share")
    whole = sum(measured.values())
    for phase, seconds in measured.items():
        table.add_row(phase, f"{seconds:.2f}", f"{100 * seconds / whole:.0f} %")
    table.add_row("whole process", f"{whole:.2f}", "", style="dim")
    return [table]


def _throughput(measured: Mapping[str, Any]) -> list[Table]:
    table = _table("Reading, start-up taken out", "what", "measured", "aim")
    speed = measured["kilobytes_per_cpu_second"]
    table.add_row(
        f"KB per CPU-second, of {measured['kilobytes']:.0f} KB",
        f"{speed:,.0f}",
        _verdict(KILOBYTES_PER_SECOND, speed >= KILOBYTES_PER_SECOND, ">= "),
    )
    numbers = f"microseconds per number, of {measured['numbers']:,}"
    table.add_row(numbers, f"{measured['microseconds_per_number']:.0f}", "")
    table.add_row("CPU seconds of start-up", f"{measured['start_up_cpu']:.3f}", "")
    return [table]


def _growth(measured: Mapping[str, Any]) -> list[Table]:
    table = _table("Long texts", "text", "read", "CPU seconds", "time(2n) / time(n)", "MB", "")
    for name, one in measured.items():
        table.add_row(
            name,
            f"{100 * one['read']:.4g} %",
            "" if one["cpu"] is None else f"{one['cpu']:.2f}",
            "" if one["ratio"] is None else f"{one['ratio']:.2f}",
            "" if one["peak"] is None else f"{one['peak'] / 2**20:,.0f}",
            one["stopped"] or "",
        )
    return [table]


def _client(measured: Mapping[str, Any]) -> list[Table]:
    load = measured["load"]
    columns = ("seconds", "CPU seconds", "ratio", "limit", "quickest", "CPU")
    loads = _table(
        f"A table of {load['rows']:,} rows and {load['bytes'] / 1e6:.0f} MB", "what", *columns
    )
    for name in (READ, LOADED, CACHED):
        one = load[name]
        limit = None if name == READ else LOAD_RATIO
        loads.add_row(name, f"{one['wall']:.3f}", f"{one['cpu']:.3f}", *_ratios(one, limit))
    sums = []
    for verify in (measured["verify"], measured["verify large"]):
        title = f"Packages: {verify['packages']}, of {verify['bytes'] / 1e6:.1f} MB together"
        sums.append(_table(title, "what", *columns))
        for name in ("start", "sha256sum", "verify"):
            one = verify[name]
            ratios = _ratios(verify, VERIFY_RATIO) if name == "verify" else ()
            sums[-1].add_row(name, f"{one['wall']:.3f}", f"{one['cpu']:.3f}", *ratios)
    imports = _table(
        "Import, beyond that of pyarrow.parquet", "", "seconds", "CPU seconds", "limit"
    )
    beyond = measured["import"]
    imports.add_row(
        "plainfigures, and look up load",
        f"{beyond['beyond_wall']:.3f}",
        f"{beyond['beyond_cpu']:.3f}",
        _verdict(IMPORT_SECONDS, beyond["beyond_wall"] < IMPORT_SECONDS, "< "),
    )
    return [loads, *sums, imports]


def _ratios(one: Mapping[str, Any], limit: float | None) -> tuple[str, ...]:
    return (
        f"{one['ratio']:.2f}",
        _verdict(limit, limit is not None and one["ratio"] <= limit, "<= "),
        f"{one['least_ratio']:.2f}",
        f"{one['cpu_ratio']:.2f}",
    )


def _releases(measured: Mapping[str, Any]) -> list[Table]:
    table = _table("Releases", "what", "seconds", "limit", "quickest", "CPU seconds", "MB", "limit")
    for name, one in measured.items():
        limited = name in LIMITED
        megabytes = one["peak"] / 2**20
        table.add_row(
            name,
            f"{one['wall']:.2f}",
            _verdict(SECONDS if limited else None, one["wall"] < SECONDS, "< "),
            f"{one['least_wall']:.2f}",
            f"{one['cpu']:.2f}",
            f"{megabytes:.0f}",
            _verdict(MEGABYTES if limited else None, megabytes < MEGABYTES, "< "),
        )
    return [table]


def _peers(measured: Mapping[str, Any]) -> list[Table]:
    title = "Peers on the same sentences, F1 (R: recall alone)"
    table = _table(title, "file: level", *measured, "aim")
    names = next(iter(measured.values()))["scores"]
    for name, scores in names.items():
        for level in (each for each in _LEVELS if each in scores):
            cells = [_score_cell(one["scores"][name][level]) for one in measured.values()]
            aim = SENTENCE_AIMS.get((name, level))
            table.add_row(f"{name}: {level}", *cells, "" if aim is None else str(aim))
    speeds = [f"{one['kilobytes_per_cpu_second']:,.0f}" for one in measured.values()]
    table.add_row("KB read per CPU-second", *speeds, f"{KILOBYTES_PER_SECOND:,}")
    return [table]


def _verdict(limit: float | None, held: bool, sign: str) -> str:
    return "" if limit is None else f"{sign}{limit:g} {'held' if held else 'MISSED'}"


def _table(title: str, first: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", box=None, header_style="bold", pad_edge=False)
    table.add_column(first, overflow="fold")
    for column in columns:
        table.add_column(column, justify="right", overflow="fold")
    return table


TABLES: Mapping[str, Callable[[Mapping[str, Any]], list[Table]]] = {
    "examples": _examples,
    "sentences": _sentences,
    "robustness": _robustness,
    "commands": _commands,
    "builds": _builds,
    "phases": _phases,
    "throughput": _throughput,
    "growth": _growth,
    "client": _client,
    "releases": _releases,
    "peers": _peers,
}
