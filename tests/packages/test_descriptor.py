"""The descriptor: Data Package v2, with nothing in it that a rebuild would change."""

import hashlib
import json
from typing import Any

import pytest

from plainfigures.definitions import Definitions
from plainfigures.packages import Package, build_package
from tests.packages.planted import COLLECTION
from tests.packages.sample import harbour, lake

NAMES = ("casualties", "mines", "return_targets", "aid_amounts", "trade_percentages", "reading")


def descriptor(package: Package) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(package.files["datapackage.json"])
    return found


def keys(package: Package, table: str) -> list[tuple[list[str], str, list[str]]]:
    (resource,) = [each for each in descriptor(package)["resources"] if each["name"] == table]
    return [
        (key["fields"], key["reference"]["resource"], key["reference"]["fields"])
        for key in resource["schema"].get("foreignKeys", [])
    ]


@pytest.mark.parametrize("name", NAMES)
def test_the_package_says_what_data_package_v2_asks_for(
    name: str, built: dict[str, Package]
) -> None:
    found = descriptor(built[name])
    assert found["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert found["name"] == name
    assert found["version"] == "1.0.0"
    assert [each["name"] for each in found["licenses"]] == ["CC-BY-4.0"]
    assert all(each["title"] and each["path"] for each in found["licenses"])
    assert all(each["title"] for each in found["sources"] + found["contributors"])
    assert found["title"]
    assert found["description"]


@pytest.mark.parametrize("name", NAMES)
def test_every_table_is_there_twice_with_its_bytes_and_hash(
    name: str, built: dict[str, Package]
) -> None:
    package = built[name]
    resources = descriptor(package)["resources"]
    assert len({each["name"] for each in resources}) == len(resources)
    for text, twin in zip(resources[::2], resources[1::2], strict=True):
        assert (text["type"], text["format"], text["mediatype"]) == ("table", "csv", "text/csv")
        assert text["schema"]["missingValues"] == [""]
        assert twin["name"] == f"{text['name']}-parquet"
        assert (twin["format"], twin.get("type")) == ("Parquet", None)
        assert twin["mediatype"] == "application/vnd.apache.parquet"
        assert twin["schema"] == text["schema"]
        for each in (text, twin):
            data = package.files[each["path"]]
            assert each["bytes"] == len(data)
            assert each["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"


def test_no_day_of_a_build_and_no_place_of_this_machine_stands_in_a_package(
    built: dict[str, Package],
) -> None:
    for package in built.values():
        assert "created" not in descriptor(package)
        for data in package.files.values():
            assert b"/home/" not in data
            assert b"/tmp/" not in data


def test_keys_lead_to_the_tables_of_the_same_package(built: dict[str, Package]) -> None:
    place = (["document", "paragraph"], "paragraphs", ["document", "paragraph"])
    document = (["document"], "documents", ["document"])
    assert sorted(keys(built["mines"], "mines")) == [document, place]
    assert (["figure_id"], "mines", ["figure_id"]) in keys(built["mines"], "spans")
    assert document in keys(built["mines"], "paragraphs")


def test_links_between_figures_are_keys_where_every_figure_is(built: dict[str, Package]) -> None:
    found = keys(built["reading"], "figures")
    assert (["part_of"], "", ["figure_id"]) in found
    assert (["same_as"], "", ["figure_id"]) in found
    assert (["figure_id"], "figures", ["figure_id"]) in keys(built["reading"], "coverage")
    assert not [key for key in keys(built["casualties"], "casualties") if "part_of" in key[0]]


def test_a_collection_with_an_address_and_a_contact_says_so(known: Definitions) -> None:
    from dataclasses import replace

    reachable = replace(
        COLLECTION, base_address="https://example.org/figures", contact="figures@example.org"
    )
    found = descriptor(build_package("mines", [harbour(), lake()], known, reachable))
    assert found["homepage"] == "https://example.org/figures/mines/1.0.0/README.md"
    assert found["contributors"][0]["email"] == "figures@example.org"
