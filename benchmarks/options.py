"""The options that every benchmark takes."""

from pathlib import Path

import click

data_option = click.option(
    "--data",
    type=click.Path(path_type=Path),
    default=Path("../shared"),
    show_default=True,
    metavar="DIR",
    help="The folder with the reference texts: benchmarks/ and examples/.",
)
publish_option = click.option(
    "--publish",
    is_flag=True,
    help="Put it into benchmarks/measured.json, from which READMEs and pictures are made.",
)
json_option = click.option(
    "--json",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write what was measured there, too.",
)
