"""`python -m benchmarks.pictures`: what was measured as two pictures for the README."""

import json
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from benchmarks.processes import ROOT
from benchmarks.published import FILE

FOLDER = ROOT / "docs" / "pictures"
OURS = "Plain Figures"
# One hue for levels of one thing: the deeper level is the darker one.
_FOUND, _MEASURE, _GREY = "#9cc3e6", "#1f5a8f", "#a0a0a0"
_INK = "#222222"
_LEVELS = {"found": "found", "measure": "with value, unit and measure right"}


def draw(file: Path = FILE, folder: Path = FOLDER) -> list[Path]:
    """Draw the pictures that the file has figures for; the paths written.

    The same figures give the same bytes, whatever the clock, locale or hash seed.
    """
    measured = json.loads(file.read_bytes())
    pictures = {}
    if "check" in measured.get("examples", {}):
        pictures["scores.svg"] = scores(measured["examples"]["check"])
    if "throughput" in measured:
        pictures["speed.svg"] = speed(measured["throughput"], measured.get("peers", {}))
    folder.mkdir(parents=True, exist_ok=True)
    for name, picture in pictures.items():
        (folder / name).write_text(picture, "utf-8")
    return [folder / name for name in pictures]


def scores(sample: Mapping[str, Any]) -> str:
    """F1 of each dataset in the documents that were kept aside, at two levels."""
    rows = [
        {"dataset": name.replace("_", " "), "level": words, "F1": round(100 * _f1(score, level))}
        for name, score in [*sample["datasets"].items(), ("all together", sample["overall"])]
        for level, words in _LEVELS.items()
    ]
    title = f"Figures read right in {sample['documents']} documents kept aside: F1, per cent"
    y = {"field": "dataset", "type": "nominal", "sort": None, "title": None}
    offset = {"field": "level", "type": "nominal", "sort": [*_LEVELS.values()]}
    colour = {
        "field": "level",
        "type": "nominal",
        "scale": {"domain": [*_LEVELS.values()], "range": [_FOUND, _MEASURE]},
        "legend": {"title": None, "orient": "bottom", "labelLimit": 400},
    }
    x = {"field": "F1", "type": "quantitative", "title": None, "scale": {"domain": [0, 100]}}
    encoding = {"y": y, "yOffset": offset, "x": x, "color": colour}
    return _svg(rows, encoding, "F1", title, height={"step": 15})


def speed(ours: Mapping[str, Any], peers: Mapping[str, Any]) -> str:
    """Kilobytes of prose that each reader reads in a second of CPU time, all of one run if any."""
    read = {OURS: ours, **peers}
    rows = [
        {"reader": name, "KB": one["kilobytes_per_cpu_second"], "ours": name == OURS}
        for name, one in read.items()
    ]
    rows.sort(key=lambda row: -row["KB"])
    title = "Prose read in a second of CPU time, start-up taken out: KB"
    encoding = {
        "y": {"field": "reader", "type": "nominal", "sort": None, "title": None},
        "x": {"field": "KB", "type": "quantitative", "title": None},
        "color": {
            "field": "ours",
            "type": "nominal",
            "scale": {"domain": [True, False], "range": [_MEASURE, _GREY]},
            "legend": None,
        },
    }
    return _svg(rows, encoding, "KB", title, height={"step": 26})


def _svg(
    rows: list[dict[str, Any]],
    encoding: dict[str, Any],
    value: str,
    title: str,
    height: dict[str, int],
) -> str:
    import vl_convert

    text = {**encoding, "text": {"field": value, "type": "quantitative"}, "color": {"value": _INK}}
    chart = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "background": "white",
        "padding": {"left": 28, "right": 12, "top": 12, "bottom": 12},  # other fonts are wider
        "title": {"text": title, "anchor": "start", "frame": "group", "color": _INK},
        "width": 460,
        "height": height,
        "data": {"values": rows},
        "layer": [
            {"mark": {"type": "bar"}, "encoding": encoding},
            {"mark": {"type": "text", "align": "left", "dx": 4}, "encoding": text},
        ],
        "config": {
            "view": {"stroke": None},
            "axis": {"grid": False, "labelColor": _INK, "domain": False, "ticks": False},
            "axisX": {"labels": False},
            "axisY": {"labelPadding": 8, "labelFontSize": 12},
            "legend": {"labelColor": _INK, "labelFontSize": 12},
        },
    }
    picture: str = vl_convert.vegalite_to_svg(chart)
    start, border, rest = picture.partition(">")
    return f"{start}{border}<title>{escape(title)}</title>{rest}\n"


def _f1(score: Mapping[str, int], level: str) -> float:
    both = score["read"] + score["annotated"]
    return 2 * score[level] / both if both else 0.0


if __name__ == "__main__":
    for path in draw():
        print(path.relative_to(ROOT))
