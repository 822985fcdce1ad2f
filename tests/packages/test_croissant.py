"""The JSON-LD: what Croissant and schema.org ask for, true hashes, a place for every quote."""

import hashlib
import json
from dataclasses import replace
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from plainfigures.definitions import Definitions
from plainfigures.packages import Package, build_package
from tests.packages.planted import COLLECTION
from tests.packages.sample import harbour, lake

NAMES = ("casualties", "mines", "return_targets", "aid_amounts", "trade_percentages", "reading")
# All that Croissant 1.1 demands but the day of publication, which no build knows.
REQUIRED = (
    "@context",
    "@type",
    "conformsTo",
    "creator",
    "description",
    "distribution",
    "license",
    "name",
    "recordSet",
    "url",
)


def linked(package: Package) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(package.files["croissant.json"])
    return found


def columns(package: Package, table: str) -> dict[str, pa.DataType]:
    schema = pq.read_schema(pa.BufferReader(package.files[f"{table}.parquet"]))
    return {field.name: field.type for field in schema}


@pytest.mark.parametrize("name", NAMES)
def test_the_package_says_what_croissant_asks_for(name: str, built: dict[str, Package]) -> None:
    found = linked(built[name])
    assert [key for key in REQUIRED if not found.get(key)] == []
    assert found["conformsTo"] == "http://mlcommons.org/croissant/1.1"
    assert found["@context"]["@vocab"] == found["@context"]["sc"] == "https://schema.org/"
    assert 50 <= len(found["description"]) <= 5000
    assert "datePublished" not in found
    assert found["isLiveDataset"] is False


@pytest.mark.parametrize("name", NAMES)
def test_every_table_is_a_file_twice_with_its_true_hash(
    name: str, built: dict[str, Package]
) -> None:
    package = built[name]
    files = {each["@id"]: each for each in linked(package)["distribution"]}
    assert set(files) == {path for path in package.files if path.endswith((".csv", ".parquet"))}
    for path, file in files.items():
        data = package.files[path]
        assert file["sha256"] == hashlib.sha256(data).hexdigest()
        assert file["contentSize"] == f"{len(data)} B"
        assert file["contentUrl"] == path


@pytest.mark.parametrize("name", NAMES)
def test_every_column_is_a_field_with_its_type_and_its_source(
    name: str, built: dict[str, Package]
) -> None:
    types = {pa.string(): "sc:Text", pa.int64(): "sc:Integer", pa.float64(): "sc:Float"}
    package = built[name]
    for record_set in linked(package)["recordSet"]:
        table = record_set["@id"]
        assert [field["name"] for field in record_set["field"]] == [*columns(package, table)]
        for field in record_set["field"]:
            assert field["@id"] == f"{table}/{field['name']}"
            assert field["dataType"] == types[columns(package, table)[field["name"]]]
            assert field["source"] == {
                "fileObject": {"@id": f"{table}.parquet"},
                "extract": {"column": field["name"]},
            }


@pytest.mark.parametrize("name", NAMES)
def test_every_table_that_quotes_leads_each_record_to_its_place_in_the_document(
    name: str, built: dict[str, Package]
) -> None:
    package = built[name]
    exact = {}
    for record_set in linked(package)["recordSet"]:
        table = record_set["@id"]
        if "annotation" not in record_set:
            assert not {"quote", "token", "text"} & set(columns(package, table)) or (
                table == "decisions"
            )
            continue
        annotation = record_set["annotation"]
        assert annotation["equivalentProperty"] == "prov:wasQuotedFrom"
        same = {
            part["source"]["extract"]["column"]: part.get("equivalentProperty")
            for part in annotation["subField"]
        }
        assert set(same) <= set(columns(package, table))
        assert (same["start"], same["end"]) == ("oa:start", "oa:end")
        assert "document" in same
        exact[table] = [column for column, term in same.items() if term == "oa:exact"]
    main = "figures" if name == "reading" else name
    assert exact[main] == exact["spans"] == exact["anomalies"] == ["quote"]
    assert exact["paragraphs"] == ["text"]


def test_no_two_things_have_one_id(built: dict[str, Package]) -> None:
    def ids(value: Any) -> list[str]:
        if isinstance(value, list):
            return [each for item in value for each in ids(item)]
        if not isinstance(value, dict):
            return []
        # With nothing beside it, an id refers to a thing.
        own = [value["@id"]] if "@id" in value and len(value) > 1 else []
        return own + [each for item in value.values() for each in ids(item)]

    for package in built.values():
        whole = linked(package)
        found = ids([whole["distribution"], whole["recordSet"]])
        assert len(found) == len(set(found))


def test_the_documents_are_the_works_that_it_is_based_on(built: dict[str, Package]) -> None:
    works = linked(built["casualties"])["isBasedOn"]
    assert [work["identifier"] for work in works] == ["harbour-2021", "lake"]
    assert works[0]["author"] == {"@type": "sc:Person", "name": "Ada Example"}
    assert "author" not in works[1]
    assert all(len(work["sha256"]) == 64 for work in works)


def test_the_measures_are_the_variables_with_their_units(built: dict[str, Package]) -> None:
    variables = {each["name"]: each for each in linked(built["casualties"])["variableMeasured"]}
    assert variables["killed"]["unitText"] == "person"
    assert variables["displaced"]["unitText"] == "person, family, household"
    assert "pledged" not in variables
    assert "pledged" in {each["name"] for each in linked(built["reading"])["variableMeasured"]}


def test_with_a_base_address_every_file_has_the_address_of_its_release(known: Definitions) -> None:
    reachable = replace(COLLECTION, base_address="https://example.org/figures")
    package = build_package("mines", [harbour(), lake()], known, reachable, version="1.2.0")
    found = linked(package)
    base = "https://example.org/figures/mines/1.2.0"
    assert found["url"] == f"{base}/README.md"
    assert [each["contentUrl"] for each in found["distribution"]] == [
        f"{base}/{each['@id']}" for each in found["distribution"]
    ]
    assert found["includedInDataCatalog"]["url"] == "https://example.org/figures"


def test_without_a_base_address_none_is_invented(built: dict[str, Package]) -> None:
    known = {
        "http://mlcommons.org/croissant/1.1",
        "https://creativecommons.org/licenses/by/4.0/",
    }

    def addresses(value: Any) -> set[str]:
        if isinstance(value, dict):
            return {a for key, each in value.items() if key != "@context" for a in addresses(each)}
        if isinstance(value, list):
            return {address for each in value for address in addresses(each)}
        return {value} if isinstance(value, str) and "://" in value else set()

    for package in built.values():
        found = linked(package)
        assert addresses(found) == known
        assert found["url"] == "README.md"
        assert "url" not in found["includedInDataCatalog"]
