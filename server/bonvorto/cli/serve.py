"""bonvorto serve: start the service."""

from __future__ import annotations

import argparse
import os
import sys

from bonvorto.settings import SettingError, add_flags, read


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command with a flag for every setting."""
    parser = commands.add_parser("serve", help="start the service", description=__doc__)
    add_flags(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Serve until stopped; 1 when the service cannot start, 2 for a wrong setting."""
    # Flask and the server are loaded only for this command, so that the others start at once.
    from bonvorto.serve import run as run_server  # noqa: PLC0415

    try:
        settings = read(options, os.environ)
    except SettingError as error:
        print(f"bonvorto: {error}", file=sys.stderr)
        return 2
    return run_server(settings)
