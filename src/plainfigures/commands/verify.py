"""`plainfigures verify`: is each package whole, and does every quote stand?"""

from pathlib import Path

import click

from plainfigures.errors import GateRefused, UsageError

# What a folder of packages holds that no package does, what it is a folder of, and where they lie.
_SHELVES = (
    ("index.json", "releases", "<dataset>/<version>"),
    ("latest.json", "the releases of a dataset", "<version>"),
    ("catalog.json", "packages", "<dataset>"),
)


def verify(packages: list[Path], source: Path | None) -> None:
    """Print a line per package, or per problem; GateRefused where there is one."""
    from plainfigures.client.verification import verify as check
    from plainfigures.commands.processes import in_two

    refused = []
    for package in packages:
        for sign, what, parts in _SHELVES:
            if (package / sign).is_file() and not (package / "datapackage.json").exists():
                raise UsageError(f"{package}: a folder of {what}; name one, as {package}/{parts}")
        problems = check(package, source, in_two)
        for problem in problems:
            click.echo(f"{package / problem.file}: {problem.sentence}")
        if problems:
            refused.append(package)
        else:
            click.echo(f"{package}: verified")
    if refused:
        raise GateRefused(
            f"{len(refused)} of {len(packages)} packages cannot be trusted; fetch or build "
            f"{'it' if len(refused) == 1 else 'them'} again"
        )
