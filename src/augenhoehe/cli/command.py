"""The contract of a command: one file a command, registered by one line in `cli/main.py`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Protocol

from augenhoehe.wording.saying import Voice


class Command(Protocol):
    """What a command's module offers. It is imported only when the command is called.

    Its one-line summary stands in the catalogue under `cli.<name>.summary`. `--lang` and `--address` are declared for
    every command by `main`; InputRefusedError, a closed pipe and Ctrl-C are handled there.
    """

    def declare(self, parser: ArgumentParser, voice: Voice) -> None:
        """Declare the command's arguments, with help texts in the voice."""
        ...

    def run(self, options: Namespace, voice: Voice) -> int:
        """Do it and return the exit status. Raises InputRefusedError for what cannot be used."""
        ...
