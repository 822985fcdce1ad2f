"""Rebuild: every document read, every package built and judged in staging, then all swapped in."""

from collections.abc import Callable, Sequence
from pathlib import Path

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact, create_table_artifact

from flows.tasks import outside
from plainfigures import client, documents, packages, quality
from plainfigures.definitions import Definitions
from plainfigures.documents import Collection
from plainfigures.errors import GateRefused
from plainfigures.figures import Reading, load_definitions
from plainfigures.packages import Package
from plainfigures.packages.changes import report
from plainfigures.packages.checkout import Checkout, read_folder
from plainfigures.packages.replacement import Replacement, replace_packages
from plainfigures.packages.staging import Staging, build_lock, open_staging
from plainfigures.packages.stamp import input_hash, write_stamp
from plainfigures.releases.accounts import account_of
from plainfigures.releases.consent import load_consents
from plainfigures.releases.index import load_index
from plainfigures.releases.versioning import as_before, newest_package, versioned

# Called with what was just done, how many steps are done, and how many there are.
Progress = Callable[[str, int, int], None]


class Materials:
    """What the tasks share. Prefect takes it as one thing: it would look into a dataclass."""

    def __init__(self, root: str) -> None:
        self.checkout = Checkout(Path(root).resolve())
        self.inputs = input_hash(self.checkout)
        self.definitions: Definitions = load_definitions(self.checkout.schemas)
        self.collection: Collection = documents.load_collection(self.checkout.seeds)
        self.accuracy = packages.load_accuracy(self.checkout.measured)
        self.readings: list[Reading] = []
        self.releases = load_index(self.checkout.releases)
        self.consents = load_consents(self.checkout.releases)


@task(task_run_name="read {document}", **outside)
def read_document(document: str, materials: Materials) -> Reading:
    """Read the document of one folder, with its decisions."""
    return read_folder(materials.checkout.seeds / document, materials.definitions)


@task(task_run_name="build {dataset}", **outside)
def build_package(dataset: str, materials: Materials, folder: Path) -> Package:
    """Build one package in a staging folder and judge it; GateRefused where it breaks a rule.

    Its version follows from what has changed since the newest release.
    """
    shared = (materials.readings, materials.definitions, materials.collection)
    place = materials.checkout.releases
    previous = newest_package(materials.releases, place, dataset)
    packages.write(packages.build_package(dataset, *shared, *as_before(previous)), folder)
    suite = materials.checkout.validation / f"{dataset}.json"
    judged = quality.check_package(folder, materials.definitions, suite)
    judged.require()

    def make(version: str, changelog: bytes | None) -> Package:
        told = (judged.summary(), materials.accuracy)
        return packages.build_package(dataset, *shared, version, changelog, *told)

    account = account_of(materials.readings)
    package = versioned(make, previous, folder, account, materials.consents)
    for problem in client.verify(folder):
        raise RuntimeError(f"{dataset}/{problem.file}: {problem.sentence}")
    return package


@flow(name="rebuild", flow_run_name="rebuild {root}", validate_parameters=False)
def rebuild(
    root: str = ".", datasets: list[str] | None = None, progress: Progress | None = None
) -> Replacement:
    """Rebuild the packages of the checkout `root`: all, or the `datasets` named.

    Nothing in the folder datasets/ changes unless each of them has passed every gate. Raises
    GateRefused with a sentence per package, SourceError, UsageError or TargetError.
    """
    with build_lock(Checkout(Path(root).resolve())):
        materials = Materials(root)
        folders = materials.checkout.document_folders()
        names = datasets or sorted(materials.definitions.datasets)
        tell = _counted(progress, len(folders) + len(names))
        for folder in folders:
            reading = read_document(folder.name, materials)
            materials.readings.append(reading)
            tell(f"read {folder.name}: {len(reading.figures)} figures")
        with open_staging(materials.checkout) as staging:
            built = _build(names, materials, staging, tell)
            outcome = replace_packages(staging, built, materials.collection, whole=datasets is None)
        write_stamp(materials.checkout, materials.inputs, names, complete=datasets is None)
    rows = [
        {"package": each.package, "rows": each.rows, "before": each.rows_before}
        for each in outcome.changes
    ]
    create_table_artifact(rows, key="rebuild-rows", description="Rows of each package")
    create_markdown_artifact(report(outcome.changes), key="rebuild-changes")
    return outcome


def _build(
    names: Sequence[str], materials: Materials, staging: Staging, tell: Callable[[str], None]
) -> list[Package]:
    """All packages, each judged, so that one refusal does not hide another."""
    built, refusals = [], []
    for name in names:
        try:
            package = build_package(name, materials, staging.new / name)
        except GateRefused as refused:
            refusals.append(str(refused))
            tell(f"{name}: refused")
        else:
            built.append(package)
            tell(f"built {name}: {package.rows} rows, every gate passed")
    if refusals:
        raise GateRefused("\n".join(refusals))
    return built


def _counted(progress: Progress | None, total: int) -> Callable[[str], None]:
    done = 0

    def tell(words: str) -> None:
        nonlocal done
        done += 1
        if progress is not None:
            progress(words, done, total)

    return tell
