"""Runs in the environment of the validators: what mlcroissant gives of tables, a line each.

`read_croissant.py PARQUET...` reads the record set over each file by the croissant.json beside it,
and prints for each the types of the cells of every column, and the rows.
"""

import json
import logging
import sys
from pathlib import Path

import mlcroissant

logging.disable()
datasets: dict[Path, mlcroissant.Dataset] = {}
for path in map(Path, sys.argv[1:]):
    folder = path.parent
    if folder not in datasets:
        datasets[folder] = mlcroissant.Dataset(folder / "croissant.json")
    types: dict[str, dict[str, int]] = {}
    rows = []
    for record in datasets[folder].records(path.stem):
        row = {}
        for name, cell in record.items():
            column = name.removeprefix(f"{path.stem}/")
            kind = "null" if cell is None else type(cell).__name__
            types.setdefault(column, {})[kind] = 1
            row[column] = cell.decode() if isinstance(cell, bytes) else cell
        rows.append(row)
    print(json.dumps({"types": types, "rows": rows}))
