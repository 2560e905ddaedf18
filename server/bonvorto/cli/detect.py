"""bonvorto detect: tell the language of texts."""

from __future__ import annotations

import argparse
import json

from bonvorto.cli.files import read_inputs
from bonvorto.language import detect
from bonvorto.text.regions import layout


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser("detect", help="tell the language of texts", description=__doc__)
    parser.add_argument("files", nargs="+", metavar="FILE", help="- is the standard input")
    parser.add_argument("--format", choices=("human", "json"), default="human")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print one line a file; 1 when a file could not be read."""
    status = 0
    for name, text in read_inputs(options.files):
        if text is None:
            status = 1
            continue
        found = detect(text, layout(text).voteless)
        if options.format == "json":
            record = {
                "file": name,
                "code": found.code,
                "confidence": round(found.confidence, 3),
                "supported": found.supported,
                "script": found.script,
                "spans": [
                    {"offset": s.start, "length": s.end - s.start, "code": s.code}
                    for s in found.spans
                ],
            }
            print(json.dumps(record, ensure_ascii=False))
        else:
            known = "" if found.supported or found.code is None else " (not supported)"
            print(f"{name}: {found.code or 'unsure'} {found.confidence:.3f}{known}")
    return status
