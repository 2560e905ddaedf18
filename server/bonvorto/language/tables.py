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
from itertools import pairwise, repeat
from pathlib import Path

DATA = Path(__file__).with_name("data")
STEP = 32.0  # cells per nat: 255 reaches 8 nats
LANES = 256  # so many bytes add up in a 16-bit lane without overflow (256 * 255 < 2**16)


@dataclass(frozen=True, slots=True)
class Table:
    """One script's features: `langs` names the columns, `rows` maps a feature to its lanes.

    `bigrams` and `edges` (three letters and a space, where a word begins or ends) say whether
    any row has them: where they earn nothing, a table does without.
    """

    langs: tuple[str, ...]
    rows: dict[str, int]
    lanes: struct.Struct
    bigrams: bool
    edges: bool

    def sums(self, words: Sequence[str]) -> list[int]:
        """Add up all n-grams (2 and 3 letters, as langdetect cuts them) and words of `words`.

        Returns the sum for each language, in steps of 1/STEP nat.
        """
        get = self.rows.get
        text = " " + " ".join(words) + " "
        grams = [*map("".join, zip(text, text[1:], text[2:], strict=False))]
        grams += [f"={word}" for word in words]
        if self.bigrams:
            grams += map("".join, pairwise(text))
        if self.edges:
            grams += [f" {word[:3]}" for word in words]
            grams += [f"{word[-3:]} " for word in words]
        if len(grams) <= LANES:
            total = sum(map(get, grams, repeat(0)))
            return list(self._unpacked(total))
        sums = [0] * len(self.langs)
        for start in range(0, len(grams), LANES):
            total = sum(map(get, grams[start : start + LANES], repeat(0)))
            sums = list(map(int.__add__, sums, self._unpacked(total)))
        return sums

    def cells(self, name: str) -> tuple[int, ...]:
        """The row of a feature, a cell for each language."""
        return self._unpacked(self.rows.get(name, 0))

    def _unpacked(self, total: int) -> tuple[int, ...]:
        cells: tuple[int, ...] = self.lanes.unpack(total.to_bytes(self.lanes.size, "little"))
        return cells


def pack(langs: Sequence[str], features: Iterable[tuple[str, Sequence[int]]]) -> bytes:
    """Write a table: header, features sorted, the number of each one's row, rows by column.

    Many features have one and the same row, so that rows are kept once; column by column they
    compress to half of what row by row gives.
    """
    ordered = sorted((name, bytes(cells)) for name, cells in features)
    distinct = sorted({cells for _, cells in ordered})
    number = {cells: i for i, cells in enumerate(distinct)}
    header = {"langs": list(langs), "features": len(ordered), "rows": len(distinct)}
    head = json.dumps(header, ensure_ascii=False).encode()
    names = "\n".join(name for name, _ in ordered).encode()
    numbers = struct.pack(f"<{len(ordered)}H", *(number[cells] for _, cells in ordered))
    columns = b"".join(bytes(cells[i] for cells in distinct) for i in range(len(langs)))
    return zlib.compress(b"%d %d\n" % (len(head), len(names)) + head + names + numbers + columns, 9)


def unpack(data: bytes) -> Table:
    """Read what `pack` wrote."""
    raw = zlib.decompress(data)
    start = raw.index(b"\n") + 1
    head_size, names_size = map(int, raw[:start].split())
    header = json.loads(raw[start : start + head_size])
    start += head_size
    names = raw[start : start + names_size].decode().split("\n")
    start += names_size
    langs, features, rows = tuple(header["langs"]), header["features"], header["rows"]
    numbers = struct.unpack_from(f"<{features}H", raw, start)
    start += 2 * features
    width = 2 * len(langs)
    cells = bytearray(width * rows)
    for i in range(len(langs)):
        cells[2 * i :: width] = raw[start + i * rows : start + (i + 1) * rows]
    integers = [int.from_bytes(cells[i : i + width], "little") for i in range(0, len(cells), width)]
    bigrams = any(len(name) == 2 and name[0] != "=" for name in names)
    edges = any(len(name) == 4 and " " in name for name in names)
    lanes = struct.Struct(f"<{len(langs)}H")
    return Table(
        langs,
        dict(zip(names, map(integers.__getitem__, numbers), strict=True)),
        lanes,
        bigrams,
        edges,
    )


def load(script: str) -> Table:
    """Read a script's n-grams and words ("Latn", "Cyrl", "Geor") from the package's data."""
    grams, words = (
        unpack((DATA / f"{script}{suffix}.table").read_bytes()) for suffix in ("", ".words")
    )
    if grams.langs != words.langs:
        raise ValueError(f"{script}: n-grams and words were not made together")
    words.rows.update(grams.rows)  # the smaller into the larger: no key is in both
    return Table(grams.langs, words.rows, grams.lanes, grams.bigrams, words.edges)
