"""Draw the extension's icons: a speech bubble with a heart, in sizes that stay legible.

Run `python tests/browser/make_icons.py`; it writes extension/icons/*.png and needs
nothing but the standard library.
"""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

ICONS = Path(__file__).resolve().parents[2] / "extension" / "icons"
SIZES = (16, 32, 48, 128)
BUBBLE = (15, 107, 79)
HEART = (255, 236, 214)
SAMPLES = 6  # per side of a pixel, against jagged edges


def main() -> None:
    """Write every size."""
    ICONS.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        (ICONS / f"{size}.png").write_bytes(png(size))


def colour(x: float, y: float) -> tuple[int, int, int] | None:
    """Give the colour of a point of the unit square, None outside of the drawing."""
    if in_heart((x - 0.5) / 0.29, (0.45 - y) / 0.29):
        return HEART
    return BUBBLE if in_bubble(x, y) else None


def in_bubble(x: float, y: float) -> bool:
    """Say whether a point lies in the bubble: a rounded square and the tail under it."""
    radius, left, top, right, bottom = 0.22, 0.03, 0.03, 0.97, 0.83
    dx = max(left + radius - x, x - right + radius, 0)
    dy = max(top + radius - y, y - bottom + radius, 0)
    tail = 0.8 <= y <= 0.99 and 0.2 <= x <= 0.2 + (0.99 - y) * 1.35
    return dx * dx + dy * dy <= radius * radius or tail


def in_heart(x: float, y: float) -> bool:
    """Say whether a point lies in the heart (x² + y² - 1)³ = x²y³, some 2.3 units wide."""
    x, y = x * 1.18, y * 1.18 + 0.12
    return (x * x + y * y - 1) ** 3 <= x * x * y**3


def png(size: int) -> bytes:
    """Draw one icon as an RGBA PNG file."""
    rows = b"".join(
        b"\0" + b"".join(pixel(column, row, size) for column in range(size)) for row in range(size)
    )
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def pixel(column: int, row: int, size: int) -> bytes:
    """Average the points of one pixel into red, green, blue and opacity."""
    points = [
        colour((column + (i + 0.5) / SAMPLES) / size, (row + (j + 0.5) / SAMPLES) / size)
        for i in range(SAMPLES)
        for j in range(SAMPLES)
    ]
    seen = [point for point in points if point]
    if not seen:
        return bytes(4)
    mean = [round(sum(channel) / len(seen)) for channel in zip(*seen, strict=True)]
    return bytes([*mean, round(255 * len(seen) / len(points))])


if __name__ == "__main__":
    main()
