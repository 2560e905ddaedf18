"""What several commands share: where the banks are and how a language is asked for."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from bonvorto.bank.bank import Bank
from bonvorto.bank.load import load, shipped_banks
from bonvorto.bank.model import LANGUAGES


def add_banks(parser: argparse.ArgumentParser) -> None:
    """Add --banks, which may be repeated; BONVORTO_BANKS holds the same, separated as PATH is."""
    parser.add_argument(
        "--banks",
        metavar="DIR",
        type=Path,
        action="append",
        default=[],
        help="overlay folder over the shipped banks; may be repeated (BONVORTO_BANKS)",
    )


def bank_folders(options: argparse.Namespace) -> list[Path]:
    """List the shipped banks and the overlays, in the order in which they count."""
    named = [Path(part) for part in os.environ.get("BONVORTO_BANKS", "").split(os.pathsep) if part]
    return [shipped_banks(), *named, *options.banks]


def load_banks(options: argparse.Namespace) -> Bank:
    """Load the banks and tell on stderr how many problems they have."""
    bank = load(bank_folders(options))
    errors = sum(problem.level == "error" for problem in bank.problems)
    if errors:
        print(f"bonvorto: {errors} problems in the banks; see bonvorto bank check", file=sys.stderr)
    return bank


def add_language(parser: argparse.ArgumentParser, help_text: str) -> None:
    """Add --language with the four codes."""
    parser.add_argument("--language", choices=LANGUAGES, help=help_text)
