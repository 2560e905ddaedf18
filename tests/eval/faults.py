"""Quality of the banks: recall per tier and fault, false alarms hard and plain, per language.

    python tests/eval/faults.py [--language ru] [--quiet]

Reads labelled sentences of our own (tests/sentences), those held out (tests/sentences/held-out:
written by people who had not seen the banks, and never to be tuned to) and, where it is there, the
development set (../shared/dev). A fault counts as found when its sentence is marked, as right when the mark names
the label or one of its `also`. Misses, wrong names and false alarms are listed.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bonvorto.bank.bank import Bank
from bonvorto.bank.load import load, shipped_banks
from bonvorto.check import check
from bonvorto.report import Finding, Request
from bonvorto.rewrite.facts import lost

ROOT = Path(__file__).resolve().parent.parent.parent
LANGUAGES = ("en", "ru", "eo", "ka")
TIERS = ("stock", "inflected", "paraphrase", "hard", "plain")


@dataclass
class Tally:
    """Counts of one set of sentences."""

    seen: Counter[str] = field(default_factory=Counter)
    marked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    fault_seen: Counter[str] = field(default_factory=Counter)
    fault_found: Counter[str] = field(default_factory=Counter)
    remarks: list[str] = field(default_factory=list)


def findings(text: str, bank: Bank, language: str | None) -> list[Finding]:
    """What the checker marks, without forgotten placeholders."""
    request = Request(text, language=language, offsets="codepoint")
    return [item for item in check(request, bank).findings if item.fault != "unfilled-slot"]


def rows(path: Path) -> Iterator[dict[str, object]]:
    """The records of a JSONL file; none where there is no file."""
    if path.is_file():
        yield from map(json.loads, path.read_text("utf-8").splitlines())


def sentences(path: Path, bank: Bank, language: str) -> Tally:
    """Check every labelled sentence of a file."""
    tally = Tally()
    for row in rows(path):
        text, label, tier = str(row["text"]), str(row["label"]), str(row["tier"])
        found = findings(text, bank, language)
        names = ", ".join(f"{item.fault}/{item.entry} “{item.text}”" for item in found)
        tally.seen[tier] += 1
        tally.marked[tier] += bool(found)
        if label == "clean":
            if found:
                tally.remarks.append(f"false alarm ({tier}): {text}\n      {names}")
            continue
        also = row.get("also")
        accepted = {label, *(map(str, also) if isinstance(also, list) else ())}
        right = any(item.fault in accepted for item in found)
        tally.right[tier] += right
        if tier != "paraphrase":
            tally.fault_seen[label] += 1
            tally.fault_found[label] += bool(found)
            if not found:
                tally.remarks.append(f"missed ({label}, {tier}): {text}")
        if found and not right:
            tally.remarks.append(f"named wrongly ({label}): {text}\n      {names}")
    return tally


def replies(path: Path, bank: Bank) -> list[str]:
    """Check whole replies: spans found, marks elsewhere, facts lost in rewriting."""
    found = spans = exemplary = marked = 0
    remarks: list[str] = []
    for row in rows(path):
        text = str(row["text"])
        marks = findings(text, bank, None)
        report = check(Request(text), bank)
        gone = lost(text, report.rewritten)
        if gone:
            remarks.append(f"facts lost in {row['id']}: {gone}")
        if row["kind"] == "exemplary":
            exemplary += 1
            marked += bool(marks)
            remarks += [f"exemplary {row['id']} marked: {m.entry} “{m.text}”" for m in marks]
            continue
        for span in row["spans"]:  # type: ignore[attr-defined]
            start = text.index(span["quote"])
            stop = start + len(span["quote"])
            spans += 1
            if any(m.offset < stop and start < m.offset + m.length for m in marks):
                found += 1
            else:
                remarks.append(f"missed in {row['id']} ({span['label']}): {span['quote']}")
    head = f"replies: {found}/{spans} faults found, {marked}/{exemplary} exemplary ones marked"
    return [head, *remarks] if spans or exemplary else []


def show(title: str, tally: Tally, *, quiet: bool) -> None:
    """Print a set: tiers, faults, remarks."""
    if not tally.seen:
        return
    print(f"\n{title}")
    for tier in TIERS:
        if not tally.seen[tier]:
            continue
        share = tally.marked[tier] / tally.seen[tier]
        named = ""
        if tier in ("stock", "inflected", "paraphrase") and tally.marked[tier]:
            named = f"   right fault {tally.right[tier] / tally.marked[tier]:6.1%}"
        print(f"  {tier:12}{tally.marked[tier]:4}/{tally.seen[tier]:<4} {share:6.1%}{named}")
    faults = (
        f"{fault} {tally.fault_found[fault]}/{count}"
        for fault, count in sorted(tally.fault_seen.items())
    )
    print("  stock and inflected:", ", ".join(faults))
    for remark in () if quiet else tally.remarks:
        print(f"    {remark}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    parser.add_argument("--quiet", action="store_true", help="figures only, no misses")
    options = parser.parse_args()
    bank = load([shipped_banks()])
    shared = ROOT.parent / "shared" / "dev"
    for language in options.language or LANGUAGES:
        own = ROOT / "tests" / "sentences" / f"{language}.jsonl"
        show(
            f"{language}: sentences of our own", sentences(own, bank, language), quiet=options.quiet
        )
        held_out = own.parent / "held-out" / own.name
        show(f"{language}: held out", sentences(held_out, bank, language), quiet=options.quiet)
        dev = shared / f"{language}.sentences.jsonl"
        show(f"{language}: development set", sentences(dev, bank, language), quiet=options.quiet)
        said = replies(shared / f"{language}.replies.jsonl", bank)
        print("\n".join(f"  {line}" for line in (said[:1] if options.quiet else said)))
    if not shared.is_dir():
        print(f"\n{shared} is not here: only sentences of our own were measured")


if __name__ == "__main__":
    main()
