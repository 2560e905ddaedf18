"""bonvorto phrases: look for a kind phrase."""

from __future__ import annotations

import argparse

from bonvorto.bank.model import LANGUAGES
from bonvorto.cli.common import add_banks, load_banks
from bonvorto.phrases import Query, find_phrases


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser("phrases", help="look for a kind phrase", description=__doc__)
    parser.add_argument("words", nargs="*", help="words of the phrase, its meaning or its move")
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="of the phrase (en)")
    parser.add_argument("--gloss-in", choices=LANGUAGES, help="give its meaning in this one")
    parser.add_argument("--move", help="only phrases that make this move")
    parser.add_argument("--situation", choices=("usual", "crisis"))
    add_banks(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the phrases; 1 when there is none."""
    query = Query(
        language=options.language,
        gloss_in=options.gloss_in,
        words=" ".join(options.words),
        move=options.move,
        situation=options.situation,
    )
    found = find_phrases(query, load_banks(options))
    for item in found:
        print(f"{item.move}: {item.text}")
        if item.gloss:
            print(f"    {item.gloss}")
    return 0 if found else 1
