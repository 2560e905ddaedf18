"""The command `bonvorto`. Each command has a module; all share --banks."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from bonvorto import __version__
from bonvorto.cli import bank, check, detect, phrases, serve

_COMMANDS = (serve, check, detect, phrases, bank)


def parser() -> argparse.ArgumentParser:
    """Build the parser of all commands."""
    root = argparse.ArgumentParser(
        prog="bonvorto",
        description="Kind, sin-free wording for customer replies in Esperanto, Georgian, Russian"
        " and English.",
        epilog="Text never leaves this machine and is never stored.",
    )
    root.add_argument("--version", action="version", version=f"bonvorto {__version__}")
    commands = root.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for module in _COMMANDS:
        module.add(commands)
    return root


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit status: 0 fine, 1 something found or failed, 2 usage."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # the reader (head, less) has gone; nothing is left to say
        sys.stderr.close()
        return 1
