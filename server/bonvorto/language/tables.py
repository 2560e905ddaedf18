"""The tables of n-grams and words that tell languages of one script apart.

A table is a matrix: one row for each n-gram or word, one column for each language, a byte in each
cell: how much more at home the feature is in that language than a rare feature would be, in
steps of 1/STEP nat. In memory a row is one integer whose 16-bit lanes are the columns, so that
adding two integers adds a feature's score to every language at once: that, and no more, makes
the exact sum over all n-grams cheap without any compiled code.
"""

import json
import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise, repeat

STEP = 25.0  # cells per nat: 255 reaches 10.2 nats
LANES = 256  # so many bytes add up in a 16-bit lane without overflow (256 * 255 < 2**16)


@dataclass(frozen=True, slots=True)
class Table:
    """One script's features: `langs` names the columns, `rows` maps a feature to its lanes."""

    langs: tuple[str, ...]
    rows: dict[str, int]
    lanes: struct.Struct

    def sums(self, words: Sequence[str]) -> tuple[list[int], int]:
        """Add up all n-grams (1 to 3 letters, as langdetect cuts them) and words of `words`.

        Returns the sum for each language in steps of 1/STEP nat, and the number of features.
        """
        get = self.rows.get
        text = " " + " ".join(words) + " "
        grams = [*text, *map("".join, pairwise(text))]
        grams += [text[i : i + 3] for i in range(len(text) - 2)]
        grams += [f"={word}" for word in words]
        if len(grams) <= LANES:
            total = sum(map(get, grams, repeat(0)))
            return list(self.lanes.unpack(total.to_bytes(self.lanes.size, "little"))), len(grams)
        sums = [0] * len(self.langs)
        for start in range(0, len(grams), LANES):
            total = sum(map(get, grams[start : start + LANES], repeat(0)))
            lanes = self.lanes.unpack(total.to_bytes(self.lanes.size, "little"))
            sums = list(map(int.__add__, sums, lanes))
        return sums, len(grams)


def pack(langs: Sequence[str], features: Iterable[tuple[str, Sequence[int]]]) -> bytes:
    """Write a table: header, features sorted, then one byte column for each language."""
    ordered = sorted(features)
    header = {"langs": list(langs), "features": len(ordered)}
    names = "\n".join(name for name, _ in ordered)
    # Column by column compresses to half of what row by row does.
    columns = b"".join(bytes(cells[i] for _, cells in ordered) for i in range(len(langs)))
    head = json.dumps(header, ensure_ascii=False).encode()
    body = names.encode()
    return zlib.compress(b"%d %d\n" % (len(head), len(body)) + head + body + columns, 9)


def unpack(data: bytes) -> Table:
    """Read what `pack` wrote."""
    raw = zlib.decompress(data)
    first = raw.index(b"\n") + 1
    head_size, body_size = map(int, raw[:first].split())
    header = json.loads(raw[first : first + head_size])
    start = first + head_size + body_size
    names = raw[first + head_size : start].decode().split("\n")
    langs, count = tuple(header["langs"]), header["features"]
    width = 2 * len(langs)
    cells = bytearray(width * count)
    for i in range(len(langs)):
        cells[2 * i :: width] = raw[start + i * count : start + (i + 1) * count]
    view = bytes(cells)
    kept: dict[bytes, int] = {}  # rows that say the same are one integer
    rows: dict[str, int] = {}
    for i, name in enumerate(names):
        key = view[i * width : (i + 1) * width]
        value = kept.get(key)
        if value is None:
            value = kept[key] = int.from_bytes(key, "little")
        rows[name] = value
    return Table(langs, rows, struct.Struct(f"<{len(langs)}H"))


def load(script: str) -> Table:
    """Read the table of a script ("Latn", "Cyrl", "Geor") from the package's data."""
    return unpack((files(__package__) / "data" / f"{script}.table").read_bytes())
