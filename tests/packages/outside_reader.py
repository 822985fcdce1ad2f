"""Runs in the environment of the validators: what they make of the packages in folders, as JSON.

`outside_reader.py FOLDER...` prints, for each folder, what mlcroissant warns of and loads, what
cffconvert says and what bibtexparser reads; where one refuses, its words under "refused".
"""

import json
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any


def croissant(folder: Path) -> dict[str, Any]:
    import mlcroissant

    dataset = mlcroissant.Dataset(folder / "croissant.json")
    issues = dataset.metadata.ctx.issues
    return {
        "version": dataset.metadata.version,
        "warnings": sorted(str(each) for each in (*issues.errors, *issues.warnings)),
        "quoted": {
            each.uuid: [list(annotation.equivalentProperty) for annotation in each.annotations]
            for each in dataset.metadata.record_sets
        },
        "records": {
            each.uuid: [
                {name: text(value) for name, value in record.items()}
                for record in dataset.records(each.uuid)
            ]
            for each in dataset.metadata.record_sets
        },
    }


def text(value: Any) -> Any:
    """mlcroissant gives text as bytes."""
    return value.decode() if isinstance(value, bytes) else value


def cff(folder: Path) -> dict[str, Any]:
    from cffconvert import Citation

    citation = Citation((folder / "CITATION.cff").read_text("utf-8"))
    citation.validate()
    return {"apa": citation.as_apalike()}


def bibtex(folder: Path) -> dict[str, Any]:
    import bibtexparser

    entries = bibtexparser.loads((folder / "CITATION.bib").read_text("utf-8")).entries
    return {"entries": entries}


def judged(reader: Callable[[Path], dict[str, Any]], folder: Path) -> dict[str, Any]:
    try:
        return reader(folder)
    except Exception as error:
        return {"refused": f"{type(error).__name__}: {error} {error.__cause__ or ''}"}


if __name__ == "__main__":
    logging.disable()
    folders = [Path(each) for each in sys.argv[1:]]
    found = {
        str(folder): {
            reader.__name__: judged(reader, folder) for reader in (croissant, cff, bibtex)
        }
        for folder in folders
    }
    print(json.dumps(found))
