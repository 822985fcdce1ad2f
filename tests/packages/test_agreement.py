"""One definition, many files: whatever two of them say of a package is the same in both.

Each reader below takes what one file says, under common names; a fact that a file does not state is
not in its answer.
"""

import json
import re
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import yaml

from plainfigures.definitions import Definitions
from plainfigures.documents import Collection
from plainfigures.packages import Package, build_package, catalog
from plainfigures.packages.readme import plain
from tests.packages.planted import COLLECTION
from tests.packages.sample import harbour, lake

NAMES = ("casualties", "mines", "return_targets", "aid_amounts", "trade_percentages", "reading")
COLLECTIONS = {
    "without a base address": COLLECTION,
    "with a base address": replace(
        COLLECTION, base_address="https://example.org/figures", contact="figures@example.org"
    ),
}
TYPES = {"sc:Text": "string", "sc:Integer": "integer", "sc:Float": "number"}
ARROW = {pa.string(): "string", pa.int64(): "integer", pa.float64(): "number"}
Facts = dict[str, Any]


@pytest.fixture(params=[(name, kind) for name in NAMES for kind in COLLECTIONS], ids=" ".join)
def package(request: pytest.FixtureRequest, known: Definitions) -> tuple[Package, Collection]:
    name, kind = request.param
    collection = COLLECTIONS[kind]
    built = build_package(name, [harbour(), lake()], known, collection, version="2.1.3")
    return built, collection


def descriptor(found: dict[str, Any]) -> Facts:
    (publisher,) = found["contributors"]
    (terms,) = found["licenses"]
    return {
        "name": found["name"],
        "title": found["title"],
        "description": found["description"],
        "version": found["version"],
        "licence": terms["name"],
        "licence address": terms["path"],
        "publisher": publisher["title"],
        "contact": publisher.get("email"),
        "keywords": found.get("keywords", []),
        "home": found.get("homepage"),
        "documents": [each["document"] for each in found["sources"]],
        "citations": [each["title"] for each in found["sources"]],
        "source checksums": [each["source_sha256"] for each in found["sources"]],
    }


def in_datapackage(package: Package) -> Facts:
    found = json.loads(package.files["datapackage.json"])
    tables = [each for each in found["resources"] if each["format"] == "csv"]
    return descriptor(found) | {
        "files": {
            each["path"]: (each["bytes"], each["hash"].removeprefix("sha256:"))
            for each in found["resources"]
        },
        "tables": {each["name"]: each["description"] for each in tables},
        "keys": {each["name"]: each["schema"]["primaryKey"] for each in tables},
        "columns": {
            each["name"]: [
                (field["name"], field["type"], field.get("unit", ""), field["description"])
                for field in each["schema"]["fields"]
            ]
            for each in tables
        },
    }


def in_croissant(package: Package) -> Facts:
    found = json.loads(package.files["croissant.json"])
    tables = {each["@id"]: each for each in found["recordSet"]}
    return {
        "name": found["identifier"],
        "title": found["name"],
        "description": found["description"],
        "version": found["version"],
        "licence address": found["license"],
        "publisher": found["publisher"]["name"],
        "creator": found["creator"]["name"],
        "contact": found["publisher"].get("email"),
        "collection": found["includedInDataCatalog"]["name"],
        "keywords": found.get("keywords", []),
        "home": None if found["url"] == "README.md" else found["url"],
        "documents": [each["identifier"] for each in found["isBasedOn"]],
        "citations": [each["citation"] for each in found["isBasedOn"]],
        "source checksums": [each["sha256"] for each in found["isBasedOn"]],
        "authors": [each["author"]["name"] for each in found["isBasedOn"] if "author" in each],
        "bibtex": found["citeAs"],
        "files": {
            each["@id"]: (int(each["contentSize"].removesuffix(" B")), each["sha256"])
            for each in found["distribution"]
        },
        "tables": {name: table["description"] for name, table in tables.items()},
        "keys": {
            name: [key["@id"].removeprefix(f"{name}/") for key in table["key"]]
            for name, table in tables.items()
        },
        "columns": {
            name: [
                (
                    field["name"],
                    TYPES[field["dataType"]],
                    field.get("unitText", ""),
                    field["description"],
                )
                for field in table["field"]
            ]
            for name, table in tables.items()
        },
    }


def in_parquet(package: Package) -> list[Facts]:
    facts = []
    for path in sorted(package.files):
        if not path.endswith(".parquet"):
            continue
        schema = pq.read_schema(pa.BufferReader(package.files[path]))
        inside = json.loads(schema.metadata[b"datapackage"])
        (resource,) = inside["resources"]
        fields = resource["schema"]["fields"]
        assert [(each["name"], each["type"]) for each in fields] == [
            (field.name, ARROW[field.type]) for field in schema
        ]
        table = resource["name"].removesuffix("-parquet")
        described = [
            (field["name"], field["type"], field.get("unit", ""), field["description"])
            for field in fields
        ]
        facts.append(descriptor(inside) | {f"columns of {table}": described})
    return facts


def in_citation_cff(package: Package) -> Facts:
    found = yaml.safe_load(package.files["CITATION.cff"])
    (publisher,) = found["authors"]
    return {
        "title": found["title"],
        "description": found["abstract"],
        "version": found["version"],
        "licence": found["license"],
        "publisher": publisher["name"],
        "contact": publisher.get("email"),
        "keywords": found.get("keywords", []),
        "home": found.get("url"),
        "authors": [each["authors"][0]["name"] for each in found.get("references", [])],
    }


def in_bibtex(package: Package) -> Facts:
    text = package.files["CITATION.bib"].decode()
    first, *documents = re.split(r"(?m)^(?=@)", text)[1:]
    fields = dict(re.findall(r"(?m)^  (\w+) = \{+(.*?)\}+,$", first))
    return {
        "title": fields["title"],
        "version": fields["version"],
        "licence": fields["note"].partition(", ")[2],
        "publisher": fields["author"],
        "home": fields.get("url"),
        "documents": [re.findall(r"@\w+\{(.*),", each)[0] for each in documents],
        "authors": re.findall(r"(?m)^  author = \{+(.*?)\}+,$", "".join(documents)),
        "bibtex": first.rstrip("\n") + "\n",
    }


def in_readme(package: Package) -> Facts:
    """What stands there at least, as it is written there."""
    text = package.files["README.md"].decode()
    rights = re.search(r"The data: .* \((.*), <(.*)>\)", text)
    assert rights
    data, *documents = re.findall(
        r"(?m)^> (.*)$", text.partition("## Cite it")[2].partition("\n## ")[0]
    )
    address = re.search(r"<(https://\S+)>", data)
    return {
        "title": re.findall(r"^# (.*)", text)[0],
        "description": text.split("\n\n")[1],
        "version": re.findall(r"version ([\d.]+)\. ", text)[0],
        "cited version": re.findall(r", version ([\d.]+),", data)[0],
        "publisher": data.partition(",")[0],
        "licence": rights[1],
        "licence address": rights[2],
        "home": address and address[1],
        "citations": documents,
        "documents": re.findall(
            r"(?m)^- `(.*)`: ", text.partition("## Rights")[2].partition("## ")[0]
        ),
        "columns": {
            table: [
                (name, kind.removesuffix(", never empty"), unit, words)
                for name, kind, unit, words in re.findall(
                    r"(?m)^\| `(.*?)` \| (.*?) \| ?(.*?) ?\| (.*) \|.*\|$", section
                )
            ]
            for table, section in re.findall(r"(?ms)^### Columns of `(.*?)`\n(.*?)(?=^##)", text)
        },
    }


def in_catalog(package: Package, collection: Collection) -> Facts:
    found = json.loads(catalog([package], collection))
    (entry,) = found["datasets"]
    descriptor_bytes = package.files["datapackage.json"]
    assert entry["sha256"] == sha256(descriptor_bytes).hexdigest()
    return {
        "name": entry["name"],
        "title": entry["title"],
        "description": entry["description"],
        "version": entry["version"],
        "licence": entry["licence"],
        "publisher": found["publisher"],
        "collection": found["title"],
    }


def agree(first: Facts, second: Facts) -> set[str]:
    """The facts that both state; where they differ, the assertion says in what."""
    both = first.keys() & second.keys()
    assert {name: first[name] for name in both} == {name: second[name] for name in both}
    return set(both)


def as_markdown(facts: Facts) -> Facts:
    """The facts as a page shows them."""
    shown = {name: plain(facts[name]) for name in ("title", "description", "publisher", "licence")}
    return (
        facts
        | shown
        | {
            "citations": [plain(each) for each in facts["citations"]],
            "cited version": facts["version"],
            "columns": {
                table: [
                    (name, kind, plain(unit), plain(words)) for name, kind, unit, words in columns
                ]
                for table, columns in facts["columns"].items()
            },
        }
    )


def test_the_json_ld_says_what_the_descriptor_says(package: tuple[Package, Collection]) -> None:
    built, collection = package
    found = in_croissant(built)
    assert agree(in_datapackage(built), found) >= {
        "name", "title", "description", "version", "licence address", "publisher", "contact",
        "keywords", "home", "documents", "citations", "source checksums", "files", "tables", "keys",
        "columns",
    }  # fmt: skip
    assert found["creator"] == found["publisher"]
    assert found["collection"] == collection.title


def test_every_parquet_file_says_what_the_descriptor_says(
    package: tuple[Package, Collection],
) -> None:
    whole = in_datapackage(package[0])
    columns = {f"columns of {name}": each for name, each in whole["columns"].items()}
    inside = in_parquet(package[0])
    assert len(inside) == len(whole["tables"])
    for facts in inside:
        assert len(agree(whole | columns, facts)) == 14


def test_the_citation_files_say_what_the_descriptor_says(
    package: tuple[Package, Collection],
) -> None:
    built, _ = package
    whole = in_datapackage(built) | {"authors": in_croissant(built)["authors"]}
    assert agree(whole, in_citation_cff(built)) == {
        "title", "description", "version", "licence", "publisher", "contact", "keywords", "home",
        "authors",
    }  # fmt: skip
    assert agree(whole, in_bibtex(built)) == {
        "title", "version", "licence", "publisher", "home", "documents", "authors",
    }  # fmt: skip
    assert agree(in_croissant(built), in_bibtex(built)) >= {"bibtex"}


def test_the_readme_says_what_the_descriptor_says(package: tuple[Package, Collection]) -> None:
    whole = as_markdown(in_datapackage(package[0]))
    assert agree(whole, in_readme(package[0])) == {
        "title", "description", "version", "cited version", "publisher", "licence",
        "licence address", "home", "citations", "documents", "columns",
    }  # fmt: skip


def test_the_catalog_says_what_the_descriptor_says(package: tuple[Package, Collection]) -> None:
    built, collection = package
    found = in_catalog(built, collection)
    assert agree(in_datapackage(built), found) == {
        "name", "title", "description", "version", "licence", "publisher",
    }  # fmt: skip
    assert agree(in_croissant(built), found) >= {"collection"}


def test_a_collection_has_an_address_everywhere_or_nowhere(
    package: tuple[Package, Collection],
) -> None:
    built, collection = package
    homes = {
        reader(built)["home"]
        for reader in (in_datapackage, in_croissant, in_citation_cff, in_bibtex, in_readme)
    }
    base = collection.base_address
    assert homes == {f"{base}/{built.name}/2.1.3/README.md" if base else None}
