"""An object store: `s3://` against a real S3 server on loopback."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pyarrow.parquet as pq
import pytest

from plainfigures.client import Settings, load
from plainfigures.errors import TargetError, UsageError
from plainfigures.packages.checkout import Checkout
from plainfigures.releases.publishing import mirror
from plainfigures.releases.targets import RemoteTarget, open_target
from tests.releases.sample import consent, harbour, lake, make_checkout, released, without
from tests.releases.test_freezing import LESS
from tests.releases.test_mirror import owed, quiet
from tests.scratch import call

BUCKET = "figures"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of an S3 server that lasts as long as the tests of this file."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(server: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    """An empty bucket, and the environment of someone who may write there."""
    import botocore.session
    import fsspec

    for name, value in {
        "AWS_ENDPOINT_URL": server,
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_CONFIG_FILE": "/dev/null",
        "AWS_SHARED_CREDENTIALS_FILE": "/dev/null",
        "AWS_EC2_METADATA_DISABLED": "true",
    }.items():
        monkeypatch.setenv(name, value)
    urlopen(f"{server}/moto-api/reset", data=b"").close()
    fsspec.filesystem("s3").clear_instance_cache()
    client = botocore.session.get_session().create_client("s3", endpoint_url=server)
    client.create_bucket(Bucket=BUCKET)
    return client


def objects(client: Any) -> dict[str, bytes]:
    listed = client.list_objects_v2(Bucket=BUCKET).get("Contents", [])
    return {
        each["Key"]: client.get_object(Bucket=BUCKET, Key=each["Key"])["Body"].read()
        for each in listed
    }


def test_releases_lie_in_a_bucket_as_in_a_folder(bucket: Any, checkout: Checkout) -> None:
    released(checkout)
    target = open_target(f"s3://{BUCKET}/data")
    assert isinstance(target, RemoteTarget)
    plan = mirror(checkout, target, False, quiet)
    assert plan.equal == 0
    assert objects(bucket) == {f"data/{path}": data for path, data in owed(checkout).items()}
    times = {each["Key"]: each["LastModified"] for each in listing(bucket)}
    assert mirror(checkout, target, True, quiet).uploads == ()
    assert {each["Key"]: each["LastModified"] for each in listing(bucket)} == times


def test_a_release_in_a_bucket_is_loaded_by_its_address_and_then_offline(
    bucket: Any, checkout: Checkout, tmp_path: Path
) -> None:
    released(checkout)
    mirror(checkout, open_target(f"s3://{BUCKET}/data"), False, quiet)
    settings = Settings(f"s3://{BUCKET}/data", tmp_path / "cache", tries=1)
    table = load("casualties", settings=settings)
    assert table.equals(pq.read_table(checkout.datasets / "casualties/casualties.parquet"))
    with pytest.raises(UsageError, match=r"did you mean casualties\?"):
        load("casualty", settings=settings)
    with pytest.raises(UsageError, match="holds no releases"):
        load("casualties", source="s3://no-such-bucket/data", settings=settings)
    bucket.delete_object(Bucket=BUCKET, Key="data/casualties/latest.json")
    offline = replace(settings, offline=True)
    assert load("casualties", "1.0.0", settings=offline).equals(table)


def listing(client: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.list_objects_v2(Bucket=BUCKET)["Contents"]
    return found


def test_a_second_release_adds_files_and_moves_the_pointers(
    bucket: Any, checkout: Checkout
) -> None:
    released(checkout)
    target = open_target(f"s3://{BUCKET}")
    mirror(checkout, target, False, quiet)
    before = objects(bucket)
    consent(checkout, LESS)
    released(checkout, [harbour(), without(lake(), "Hundreds of fishermen")])
    mirror(checkout, target, False, quiet)
    after = objects(bucket)
    assert after == owed(checkout)
    changed = sorted(path for path in before if before[path] != after[path])
    assert changed == ["casualties/latest.json", "catalog.json", "index.json"]


class Overtaken(RemoteTarget):
    """A bucket where another one puts an object behind the last look at the one that is moved."""

    def __init__(self, address: str, client: Any, other: bytes | None) -> None:
        super().__init__(address)
        self.client, self.other = client, other

    def move(self, path: str, data: bytes, seen: bytes | None) -> bool:
        self.moved = path
        return super().move(path, data, seen)

    def read(self, path: str) -> bytes | None:
        data = super().read(path)
        if path == getattr(self, "moved", None) and self.other is not None:
            self.client.put_object(Bucket=BUCKET, Key=path, Body=self.other)
            self.other = None
        return data


def test_a_pointer_is_put_in_the_place_of_what_was_seen_and_of_nothing_else(bucket: Any) -> None:
    target = RemoteTarget(f"s3://{BUCKET}")
    assert target.move("index.json", b"first", None)
    assert not target.move("index.json", b"other", None)
    assert target.move("index.json", b"second", b"first")
    assert not target.move("index.json", b"other", b"first")
    assert objects(bucket) == {"index.json": b"second"}
    # Between the look and the put.
    for number, seen in enumerate((b"second", None)):
        if seen is None:
            bucket.delete_object(Bucket=BUCKET, Key="index.json")
        theirs = b"theirs %d" % number
        assert not Overtaken(f"s3://{BUCKET}", bucket, theirs).move("index.json", b"ours", seen)
        assert objects(bucket) == {"index.json": theirs}


def test_a_put_whose_answer_was_lost_counts(bucket: Any) -> None:
    target = Overtaken(f"s3://{BUCKET}", bucket, b"ours")
    assert target.move("index.json", b"ours", None)
    assert objects(bucket) == {"index.json": b"ours"}


def test_of_two_publishers_at_a_bucket_the_second_moves_nothing(
    bucket: Any, checkout: Checkout, tmp_path: Path
) -> None:
    other = make_checkout(tmp_path / "other")
    for each in (checkout, other):
        released(each)
    mirror(checkout, open_target(f"s3://{BUCKET}"), False, quiet)
    consent(checkout, LESS)
    released(checkout, [harbour(), without(lake(), "Hundreds of fishermen")])
    consent(other, LESS)
    released(other, [without(harbour(), "30 guards"), lake()])
    before = objects(bucket)
    theirs = (other.releases / "index.json").read_bytes()
    with pytest.raises(TargetError, match="another run published there meanwhile"):
        mirror(checkout, Overtaken(f"s3://{BUCKET}", bucket, theirs), False, quiet)
    after = objects(bucket)
    assert {path: after[path] for path in before} == {**before, "index.json": theirs}


def test_one_version_with_other_bytes_is_refused_by_the_command(
    bucket: Any, checkout: Checkout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    released(checkout)
    monkeypatch.chdir(checkout.root)
    done = call("publish", f"s3://{BUCKET}")
    assert done.exit_code == 0, done.stderr
    other = make_checkout(tmp_path / "other")
    released(other, [lake()])
    before = objects(bucket)
    monkeypatch.chdir(other.root)
    done = call("publish", f"s3://{BUCKET}")
    assert done.exit_code == 2
    assert "casualties 1.0.0 with other bytes" in done.stderr
    assert objects(bucket) == before


@pytest.mark.usefixtures("bucket")
def test_a_bucket_that_is_not_there_is_told_in_a_sentence(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    released(checkout)
    monkeypatch.chdir(checkout.root)
    done = call("publish", "s3://nobody/data")
    assert done.exit_code == 5
    assert done.stderr.startswith("Error: s3://nobody/data: cannot be used (")
    assert done.stderr.count("\n") == 1


def test_a_store_that_does_not_answer_is_told(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fsspec

    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    fsspec.filesystem("s3").clear_instance_cache()
    released(checkout)
    with pytest.raises(TargetError, match="cannot be used"):
        mirror(checkout, open_target(f"s3://{BUCKET}"), False, quiet)
    fsspec.filesystem("s3").clear_instance_cache()
