"""The command `plainfigures`: builds packages, reads figures, explains and checks them."""

from collections.abc import Callable
from pathlib import Path

import click

from plainfigures import __version__
from plainfigures.commands.group import CommandGroup, debug_option

_FOLDER = click.Path(path_type=Path)
_FILE = click.Path(path_type=Path, allow_dash=True)


def _told_options(function: Callable[..., None]) -> Callable[..., None]:
    """Add what document.yaml tells of a text that is published, and a text alone does not."""
    for name, metavar, words in (
        ("--currency", "CODE", "What a bare $ or £ is, such as AUD, whatever the country."),
        (
            "--country",
            "COUNTRY",
            "Where its author writes, such as AZE or Azerbaijan; a bare $ or £ is taken for that "
            "country's own, where it has one.",
        ),
        (
            "--date",
            "DAY",
            "When the text was written, such as 2024-04-05; “last year” has its dates from there.",
        ),
    ):
        function = click.option(name, metavar=metavar, help=words)(function)
    return function


@click.group(cls=CommandGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
@debug_option
def main() -> None:
    """Read the figures that essays state, and publish them with the sentences that state them."""


@main.command(short_help="rebuild the packages in datasets/")
@click.argument("datasets", nargs=-1, metavar="[DATASET]...")
@click.option("--force", is_flag=True, help="Build even where nothing has changed.")
@debug_option
def build(datasets: tuple[str, ...], force: bool) -> None:
    """Rebuild the packages in datasets/ (all, or those named) from seeds/ and schemas/.

    They are swapped in when every gate has passed; else datasets/ stays as it was.
    """
    from plainfigures.commands.build import build as run

    run(Path.cwd(), list(datasets), force)


@main.command(short_help="print every figure that files state")
@click.argument("files", nargs=-1, required=True, type=_FILE, metavar="FILE...|-")
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv", "parquet", "table"]),
    help="How the figures are written; else as the ending of --output says (.jsonl, .csv, "
    ".parquet), else as jsonl.",
)
@click.option("--set-aside", is_flag=True, help="Add the numbers that were not taken, and why.")
@click.option(
    "--jsonl",
    is_flag=True,
    help='Read lines of {"id": ..., "text": ...}, perhaps with date, country and currency.',
)
@_told_options
@click.option("--schemas", type=_FOLDER, metavar="DIR", help="Read by other definitions.")
@click.option("--output", metavar="FILE", help="Write here, not to the screen.")
@debug_option
def extract(
    files: tuple[Path, ...],
    form: str | None,
    set_aside: bool,
    jsonl: bool,
    date: str | None,
    country: str | None,
    currency: str | None,
    schemas: Path | None,
    output: str | None,
) -> None:
    """Print every figure that the files state; - is standard input.

    A file is plain text, or with --jsonl lines of JSON. The name of its document, which begins
    each figure_id, is that of the file, with the folder's before it where two files have one name.
    A file that cannot be read is named on standard error (exit code 3); the others are printed.
    """
    from plainfigures.commands.extract import extract as run
    from plainfigures.commands.told import told_by_options

    run(
        list(files),
        form,
        set_aside=set_aside,
        jsonl=jsonl,
        schemas=schemas,
        output=output,
        citation=told_by_options(date, country, currency),
    )


@main.command(short_help="show how a figure was read")
@click.argument("figure_id")
@click.argument("file", required=False, type=_FILE)
@_told_options
@click.option("--schemas", type=_FOLDER, metavar="DIR", help="Read by other definitions.")
@debug_option
def explain(
    figure_id: str,
    file: Path | None,
    date: str | None,
    country: str | None,
    currency: str | None,
    schemas: Path | None,
) -> None:
    """Show the paragraph of a figure, and how each field was read, rule by rule.

    The figure is looked for in FILE, or in the documents of seeds/. The options that extract was
    given are to be given here, too.
    """
    from plainfigures.commands.explain import explain as run
    from plainfigures.commands.told import told_by_options

    run(figure_id, file, schemas, told_by_options(date, country, currency))


@main.command(short_help="run the gates on built packages")
@click.argument("packages", nargs=-1, type=_FOLDER, metavar="[PACKAGE]...")
@debug_option
def validate(packages: tuple[Path, ...]) -> None:
    """Run the gates on built packages (folders; without any, all in datasets/)."""
    from plainfigures.commands.validate import validate as run

    run(Path.cwd(), list(packages))


@main.command(short_help="check checksums and quotes of packages")
@click.argument("packages", nargs=-1, required=True, type=_FOLDER, metavar="PACKAGE...")
@click.option("--source", type=_FOLDER, metavar="FILE", help="Also compare with this document.")
@debug_option
def verify(packages: tuple[Path, ...], source: Path | None) -> None:
    """Check the checksums of packages (folders), and every quote against its paragraph."""
    from plainfigures.commands.verify import verify as run

    run(list(packages), source)


@main.command(short_help="show what differs between two packages")
@click.argument("old", required=False)
@click.argument("new", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="How the differences are written.",
)
@click.option(
    "--rows",
    type=click.IntRange(0),
    metavar="N",
    help="Show N rows of each kind; by default 20, with --verbose all. JSON has all.",
)
@click.option(
    "--verbose",
    is_flag=True,
    help="Tell every cell, the rows of every table and all metadata.",
)
@click.option(
    "--since",
    metavar="COMMIT",
    help="Compare all that is built with what a commit of this checkout has.",
)
@debug_option
def diff(
    old: str | None, new: str | None, form: str, rows: int | None, verbose: bool, since: str | None
) -> None:
    """Show what differs between two packages of a dataset, and which version follows.

    OLD and NEW are folders, releases (casualties@1.0.0, casualties@latest) or names of datasets,
    for what is built. Without NEW, the release OLD is compared with what is built; without OLD,
    too, every newest release. The exit code is 0 where all is equal, else 1.
    """
    from plainfigures.commands.diff import diff as run
    from plainfigures.commands.since import diff_since as run_since

    if rows is None and not verbose:
        rows = 20
    if since is None:
        run(Path.cwd(), old, new, form, rows, verbose)
    elif old is None:
        run_since(Path.cwd(), since, form, rows, verbose)
    else:
        raise click.UsageError("--since compares all packages; name none")


@main.command(short_help="make releases, and mirror them")
@click.argument("target", required=False)
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option("--recheck", is_flag=True, help="Read back every file, also those of earlier runs.")
@click.option("--frozen", is_flag=True, help="Make no release: mirror those that there are.")
@click.option(
    "--confirm",
    is_flag=True,
    help="Recheck, and note the day in TARGET/status.json when all is well.",
)
@click.option("--day", metavar="DATE", help="The day of release; without it, today.")
@debug_option
def publish(
    target: str | None, dry_run: bool, recheck: bool, frozen: bool, confirm: bool, day: str | None
) -> None:
    """Freeze the built packages that have changed into releases/, then mirror all to TARGET.

    TARGET is a folder or an address that fsspec reaches, such as s3://bucket/data. Every file is
    read back before the pointers to the newest releases move. What may break those who import the
    data needs an entry in releases/consent.yaml (exit code 1).
    """
    from plainfigures.commands.publish import Wishes
    from plainfigures.commands.publish import publish as run

    run(Path.cwd(), target, day, Wishes(dry_run, recheck, frozen, confirm))
