"""Reading what a command was given, one file after another, with progress on many."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

_MANY = 20  # files; below this, the output itself shows the progress


def read_inputs(names: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    """Yield each name with its text; None, after a word on stderr, where it cannot be read."""
    progress = len(names) >= _MANY and sys.stderr.isatty()
    for number, name in enumerate(names, start=1):
        if progress:
            print(f"\r{number}/{len(names)} ", end="", file=sys.stderr, flush=True)
        yield ("<stdin>" if name == "-" else name), _read(name)
    if progress:
        print("\r", end="", file=sys.stderr)


def _read(name: str) -> str | None:
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as error:
        print(f"bonvorto: {name}: {error.strerror}", file=sys.stderr)
    except UnicodeDecodeError as error:
        print(
            f"bonvorto: {name}: not UTF-8 at byte {error.start}; save it as UTF-8", file=sys.stderr
        )
    return None
