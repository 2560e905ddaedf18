"""bonvorto check: mark the harmful words of replies and say what to write instead."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys

from bonvorto.bank.model import LANGUAGES
from bonvorto.check import check
from bonvorto.cli.common import add_banks, add_language, load_banks
from bonvorto.cli.files import read_inputs
from bonvorto.report import Finding, Report, Request, Trace


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "check",
        help="check replies",
        description=__doc__,
        epilog="Exit status: 0 nothing found, 1 something found or a file not read, 2 usage.",
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="- is the standard input")
    parser.add_argument("--format", choices=("human", "json", "github"), default="human")
    add_language(parser, "the language of the replies (found out by default)")
    parser.add_argument("--explain-in", choices=LANGUAGES, help="language of the explanations")
    parser.add_argument("--gloss-in", choices=LANGUAGES, help="give the meaning of rewrites in it")
    parser.add_argument("--role", choices=("agent", "customer"), default="agent")
    parser.add_argument("--situation", choices=("usual", "crisis"), default="usual")
    parser.add_argument(
        "--disable", metavar="ID", action="append", default=[], help="a fault or an entry; repeat"
    )
    parser.add_argument(
        "--rewrite", action="store_true", help="print the rewritten reply and nothing else"
    )
    parser.add_argument(
        "--explain",
        action="store_true",
        help="show for each match its pattern, words and keys, and what cleared it",
    )
    add_banks(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check each file; 1 when anything was found or a file could not be read."""
    bank = load_banks(options)
    found = failed = 0
    for name, text in read_inputs(options.files):
        if text is None:
            failed += 1
            continue
        report = check(_request(options, text), bank)
        found += len(report.findings)
        if options.rewrite:
            print(report.rewritten, end="" if report.rewritten.endswith("\n") else "\n")
        else:
            _print(options, name, text, report)
    if options.format == "human" and not options.rewrite:
        print(_summary(found, len(options.files) - failed), file=sys.stderr)
    return 1 if found or failed else 0


def _request(options: argparse.Namespace, text: str) -> Request:
    return Request(
        text=text,
        language=options.language,
        role=options.role,
        situation=options.situation,
        explain_in=options.explain_in,
        gloss_in=options.gloss_in,
        offsets="codepoint",
        disable=frozenset(options.disable),
        trace=options.explain,
    )


def _print(options: argparse.Namespace, name: str, text: str, report: Report) -> None:
    if options.format == "json":
        record = {"file": name, **dataclasses.asdict(report)}
        print(json.dumps(record, ensure_ascii=False))
        return
    if not report.language.supported and options.format == "human":
        code = report.language.code or "unsure"
        print(f"{name}: not checked, language: {code}; name it with --language", file=sys.stderr)
    for finding in report.findings:
        if options.format == "github":
            print(_github(name, text, finding))
        else:
            print(_human(name, text, finding))
    for trace in report.traces if options.format == "human" else ():
        print(_explained(name, text, trace))
    if options.format == "human":
        for missing in report.missing:
            offered = missing.phrases[0].text
            print(f"{name}: missing: {missing.title}\n  try: {offered}\n")


def _place(text: str, offset: int) -> tuple[int, int, str]:
    """Line and column from 1, and the line."""
    start = text.rfind("\n", 0, offset) + 1
    stop = text.find("\n", offset)
    line = text[start : stop if stop >= 0 else None].rstrip("\r")
    return text.count("\n", 0, offset) + 1, offset - start + 1, line


def _human(name: str, text: str, finding: Finding) -> str:
    number, column, line = _place(text, finding.offset)
    length = min(finding.length, max(1, len(line) - column + 1))
    gutter = " " * len(str(number))
    rows = [
        f"{name}:{number}:{column}: {finding.severity}: {finding.title}"
        f" [{finding.fault}/{finding.entry}]",
        f"  {number} | {line}",
        f"  {gutter} | {' ' * (column - 1)}{'^' * length}",
        f"  {gutter} = {finding.message} {finding.why}".rstrip(),
    ]
    for rewrite in finding.rewrites:
        rows.append(f"  {gutter} > {rewrite.text.strip()}")
        if rewrite.gloss:
            rows.append(f"  {gutter}   ({rewrite.gloss})")
    return "\n".join(rows) + "\n"


def _explained(name: str, text: str, trace: Trace) -> str:
    number, column, _ = _place(text, trace.offset)
    shown = "  ".join(f"{word.text} {{{' '.join(word.keys)}}}" for word in trace.words)
    return (
        f"{name}:{number}:{column}: {trace.outcome}: {trace.entry}\n"
        f"    pattern: {trace.pattern}\n"
        f"    words:   {shown}\n"
    )


def _github(name: str, text: str, finding: Finding) -> str:
    number, column, _ = _place(text, finding.offset)
    level = {"error": "error", "warning": "warning", "suggestion": "notice"}[finding.severity]
    hint = finding.rewrites[0].text.strip() if finding.rewrites else ""
    said = _escaped(f"{finding.message} {hint}".strip())
    title = _escaped(finding.title).replace(":", "%3A").replace(",", "%2C")
    return f"::{level} file={name},line={number},col={column},title={title}::{said}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _summary(found: int, files: int) -> str:
    findings = "nothing" if not found else "1 finding" if found == 1 else f"{found} findings"
    return f"{findings} in {files} {'reply' if files == 1 else 'replies'}"
