"""Offsets on the wire: browsers count UTF-16 code units, Python counts code points."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from typing import Literal

Unit = Literal["utf-16", "codepoint"]
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def measure(text: str, unit: Unit) -> Callable[[int], int]:
    """Return a function that turns a code point offset of `text` into one of `unit`."""
    if unit == "codepoint":
        return lambda offset: offset
    astral = [found.start() for found in _ASTRAL.finditer(text)]
    if not astral:
        return lambda offset: offset
    return lambda offset: offset + bisect_left(astral, offset)


def utf16_length(text: str) -> int:
    """Length of `text` in UTF-16 code units; a lone surrogate counts one."""
    return len(text) + sum(1 for _ in _ASTRAL.finditer(text))
