"""bonvorto serve: start the service."""

from __future__ import annotations

import argparse
import os
import sys


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command with a flag for every setting."""
    from bonvorto.settings import add_flags

    parser = commands.add_parser("serve", help="start the service", description=__doc__)
    add_flags(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Serve until stopped; 1 when the service cannot start."""
    from bonvorto.serve import run as run_server
    from bonvorto.settings import SettingError, read

    try:
        settings = read(options, os.environ)
    except SettingError as error:
        print(f"bonvorto: {error}", file=sys.stderr)
        return 2
    return run_server(settings)
