"""`augenhoehe schema NAME`: the JSON Schema of a shape, or the names of all."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from augenhoehe.api.shapes import SCHEMAS, schema
from augenhoehe.cli.speaking import emit
from augenhoehe.wording.saying import Voice


def declare(parser: ArgumentParser, voice: Voice) -> None:
    """The name of the shape."""
    parser.add_argument(
        "name", metavar="NAME", nargs="?", help=voice.text("cli.schema.help.name", names=", ".join(SCHEMAS))
    )


def run(options: Namespace, voice: Voice) -> int:
    """Print it."""
    emit(schema(options.name) if options.name else "".join(f"{name}\n" for name in SCHEMAS))
    return 0
