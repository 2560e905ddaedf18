"""Requests per second and latency of POST /v1/check, over HTTP, from a real server process.

    python tests/bench/http.py [--seconds 5] [--clients 8]

Asks for the 150-word reply of tests/bench/replies per language: one client for the latency that
an agent feels, then several for the throughput; then the time from saving a bank file until the
new bank answers.
The server runs with its default settings; clients share its processors, so a figure here is a
floor for the server.
"""

from __future__ import annotations

import sys

sys.path.pop(0)  # the folder of this script would hide the module http

import argparse
import http.client
import json
import os
import re
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import Pool
from pathlib import Path

REPLIES = Path(__file__).parent / "replies"
LANGUAGES = ("en", "eo", "ka", "ru")


def ask(job: tuple[int, str, float]) -> list[float]:
    """Ask for one reply again and again on one connection; gives latencies in ms."""
    port, text, seconds = job
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    body = json.dumps({"text": text}).encode()
    took: list[float] = []
    end = time.perf_counter() + seconds
    while (began := time.perf_counter()) < end:
        connection.request("POST", "/v1/check", body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise SystemExit(f"the server answered {answer.status}")
        took.append((time.perf_counter() - began) * 1000)
    return took


@contextmanager
def running(*flags: str) -> Iterator[int]:
    """Start a server; gives its port."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bonvorto", "serve", "--port", "0", "--log-level", "error", *flags],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        found = re.search(r":(\d+)/", process.stdout.readline())
        assert found, "the server did not start"
        yield int(found[1])
    finally:
        process.terminate()
        process.wait(60)


def reload_ms(port: int, folder: Path) -> float:
    """Measure from saving a bank file to the first answer with a new version, in ms."""

    def version() -> str:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", "/health/ready")
        return str(json.load(connection.getresponse())["bank"])

    before = version()
    bank = {"kind": "move", "language": "en", "id": "own", "phrases": []}
    (folder / "own.json").write_text(json.dumps({**bank, "signs": [f"sign {time.time_ns()}"]}))
    began = time.perf_counter()
    while version() == before:
        time.sleep(0.005)
    return (time.perf_counter() - began) * 1000


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--clients", type=int, default=8)
    options = parser.parse_args()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    print(f"{os.cpu_count()} processors, load {load:.1f} before the start")
    print(f"{'150 words':<10}{'median ms':>10}{'p99 ms':>10}{'requests/s':>12}  1 client, then "
          f"{options.clients}")  # fmt: skip
    with tempfile.TemporaryDirectory() as name, running("--banks", name) as port:
        for language in LANGUAGES:
            text = (REPLIES / f"{language}.txt").read_text("utf-8")
            ask((port, text, 1))  # both workers meet the words
            took = sorted(ask((port, text, options.seconds)))
            with Pool(options.clients) as pool:
                jobs = [(port, text, options.seconds)] * options.clients
                many = pool.map(ask, jobs)
            rate = sum(map(len, many)) / options.seconds
            p99 = took[min(len(took) - 1, int(len(took) * 0.99))]
            print(f"{language:<10}{statistics.median(took):>10.1f}{p99:>10.1f}{rate:>12.0f}")
        print(f"a saved bank file answers after {reload_ms(port, Path(name)):.0f} ms")


if __name__ == "__main__":
    main()
