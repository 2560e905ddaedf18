"""Latency of a check of a 150-word reply, per language, beside English peers in the same run.

Prints median and p99 in ms over 300 rounds after warm-up, the ratio to write-good, instructions
counted by callgrind where valgrind is there, and what the banks cost to load and to hold.
"""

from __future__ import annotations

import json
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from proselint.checks import __register__
from proselint.config import DEFAULT
from proselint.registry import CheckRegistry
from proselint.tools import LintFile

from bonvorto import morphology
from bonvorto.bank.load import load, shipped_banks
from bonvorto.check import check
from bonvorto.language import warm
from bonvorto.report import Request

HERE = Path(__file__).resolve().parent
ROUNDS = 300
LANGUAGES = ("en", "ru", "eo", "ka")


def times(run: Callable[[str], object], reply: str, rounds: int = ROUNDS) -> list[float]:
    """Milliseconds of each round; the order number changes so that no result can be kept."""
    found: list[float] = []
    for number in range(-10, rounds):
        text = reply.replace("48213", str(48213 + number))
        start = time.perf_counter()
        run(text)
        if number >= 0:
            found.append((time.perf_counter() - start) * 1000)
    return found


def row(name: str, found: list[float], beside: float | None) -> str:
    """One line of the table."""
    middle = statistics.median(found)
    high = statistics.quantiles(found, n=100)[98]
    ratio = f"{middle / beside:8.2f}" if beside else f"{'':8}"
    return f"{name:24}{middle:9.2f}{high:9.2f}{ratio}"


def peer(name: str, reply: Path) -> list[float] | None:
    """Times of a JavaScript peer in its own process; None, with a word, where it is missing."""
    node = shutil.which("node")
    if node is None or not (HERE / "peers" / "node_modules").is_dir():
        print(f"{name}: not here; make bench installs it", file=sys.stderr)
        return None
    ran = subprocess.run(
        [node, HERE / "peers" / "run.mjs", name, reply, str(ROUNDS)],
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        print(f"{name}: {ran.stderr.strip().splitlines()[-1]}", file=sys.stderr)
        return None
    return list(map(float, json.loads(ran.stdout)))


def proselint_times(reply: str) -> list[float]:
    """Times of proselint on a reply."""
    CheckRegistry().register_many(__register__)
    return times(lambda text: LintFile("reply", text).lint(DEFAULT), reply)


def main() -> None:
    """Measure and print."""
    start = time.perf_counter()
    morphology.warm()
    bank = load([shipped_banks()])
    banks_ms = (time.perf_counter() - start) * 1000
    start = time.perf_counter()
    warm()
    profiles_ms = (time.perf_counter() - start) * 1000
    replies = {code: (HERE / "replies" / f"{code}.txt").read_text("utf-8") for code in LANGUAGES}
    english = HERE / "replies" / "en.txt"
    beside = peer("write-good", english)
    base = statistics.median(beside) if beside else None
    entries = sum(len(own.entries) for own in bank.languages.values())
    print(f"{entries} entries; banks loaded in {banks_ms:.0f} ms, profiles in {profiles_ms:.0f} ms")
    print(f"\n{'150-word reply, ms':24}{'median':>9}{'p99':>9}{'ratio':>8}")
    for code in LANGUAGES:
        print(
            row(
                f"bonvorto {code}",
                times(lambda text: check(Request(text), bank), replies[code]),
                base,
            )
        )
    peers = {name: peer(name, english) for name in ("alex", "harper.js")}
    for name, found in {
        "write-good": beside,
        "proselint": proselint_times(replies["en"]),
        **peers,
    }.items():
        if found:
            print(row(f"{name} en", found, base))
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\nmemory of this process, banks of all languages loaded: {used:.0f} MB")


if __name__ == "__main__":
    main()
