"""bonvorto bank: check, test and survey phrase banks."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from bonvorto.bank import coverage, examples, schema
from bonvorto.bank.lint import lint
from bonvorto.bank.load import load
from bonvorto.bank.model import LANGUAGES
from bonvorto.cli.common import add_banks, bank_folders


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its parts."""
    parser = commands.add_parser(
        "bank", help="check, test and survey phrase banks", description=__doc__
    )
    parts = parser.add_subparsers(dest="part", metavar="PART", required=True)

    check = parts.add_parser("check", help="say what is wrong in the files: file, line, key, hint")
    check.add_argument("--format", choices=("human", "json", "github"), default="human")
    check.set_defaults(run=run_check)

    test = parts.add_parser("test", help="hold every example of the banks to its word")
    test.add_argument("--language", choices=LANGUAGES, action="append", help="only this one")
    test.set_defaults(run=run_test)

    cover = parts.add_parser("coverage", help="ids by language, and what is missing where")
    cover.add_argument("--all", action="store_true", help="list every id, not only the missing")
    cover.set_defaults(run=run_coverage)

    write = parts.add_parser("schema", help="write the JSON Schemas of the bank files to a folder")
    write.add_argument("folder", type=Path)
    write.set_defaults(run=run_schema)
    for part in (check, test, cover):
        add_banks(part)


def run_check(options: argparse.Namespace) -> int:
    """Load the banks and print every problem; 1 when there is an error."""
    bank = load(bank_folders(options))
    problems = [*bank.problems, *lint(bank)]
    problems.sort(key=lambda problem: (problem.file, problem.line, problem.column))
    if options.format == "json":
        print(json.dumps([problem.as_dict() for problem in problems], ensure_ascii=False, indent=2))
    for problem in problems:
        if options.format == "human":
            print(problem.render(), end="\n\n")
        elif options.format == "github":
            text = f"{problem.key}: {problem.message} {problem.hint}".strip()
            place = f"file={problem.file},line={problem.line},col={problem.column}"
            print(f"::{problem.level} {place}::{text}")
    tally = Counter(problem.level for problem in problems)
    print(
        f"{len(bank.texts)} files, {tally['error']} errors, {tally['warning']} warnings",
        file=sys.stderr,
    )
    return 1 if tally["error"] else 0


def run_test(options: argparse.Namespace) -> int:
    """Run the examples; 1 when one does not hold or a file has an error."""
    bank = load(bank_folders(options))
    errors = [problem for problem in bank.problems if problem.level == "error"]
    for problem in errors:
        print(problem.render(), end="\n\n")
    failed = list(examples.failures(bank, options.language))
    for failure in failed:
        print(failure.render())
    ran = examples.count(bank, options.language)
    print(f"{ran - len(failed)} examples hold, {len(failed)} do not", file=sys.stderr)
    return 1 if failed or errors else 0


def run_coverage(options: argparse.Namespace) -> int:
    """Print counts per fault and move, then the ids that a language lacks."""
    bank = load(bank_folders(options))
    entries, phrases = coverage.entry_rows(bank), coverage.phrase_rows(bank)
    print(_table("faults (entries)", coverage.counts(entries, LANGUAGES)))
    print(_table("moves (phrases)", coverage.counts(phrases, LANGUAGES)))
    for row in (*entries, *phrases):
        lacking = [language for language in LANGUAGES if language not in row.languages]
        if options.all or lacking:
            shown = " ".join(code if code not in lacking else "--" for code in LANGUAGES)
            print(f"{shown}  {row.group}/{row.id}")
    return 0


def _table(title: str, table: dict[str, dict[str, int]]) -> str:
    width = max([len(title), *map(len, table)]) + 2
    rows: list[Any] = [f"{title:<{width}}" + "".join(f"{code:>6}" for code in LANGUAGES)]
    rows += [
        f"{group:<{width}}" + "".join(f"{line[code]:>6}" for code in LANGUAGES)
        for group, line in table.items()
    ]
    total = {code: sum(line[code] for line in table.values()) for code in LANGUAGES}
    rows.append(f"{'in all':<{width}}" + "".join(f"{total[code]:>6}" for code in LANGUAGES))
    return "\n".join(rows) + "\n"


def run_schema(options: argparse.Namespace) -> int:
    """Write the schemas."""
    for path in schema.write(options.folder):
        print(path)
    return 0
