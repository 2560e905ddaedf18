"""Placeholders that an agent forgot to fill in: “[day and hour]”, “{name}”, “XX”."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PLACEHOLDER = re.compile(
    r"\[(?P<square>[^\[\]\n]{1,80})\](?!\()|\{\{?(?P<curly>[^{}\n]{1,60})\}\}?"
    r"|<(?P<angle>[^<>\n@:/]{1,60})>|(?<![\w])(?P<blank>_{3,}|X{3,}|Х{3,})(?![\w])"
)
_WORDY = re.compile(r"[^\W\d_]{2,}(?:[ ,/-]+[^\W_]+){0,11}")


def placeholders(
    text: str, start: int, end: int, hints: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Yield the code point spans of placeholders in `text[start:end]`.

    Square brackets count when they hold words only: “[1]” and “[#4711]” are references. A word in
    angle brackets counts only when a bank uses it as a hint, since mail is full of <tags>.
    """
    for match in _PLACEHOLDER.finditer(text, start, end):
        inside = match["square"] or match["curly"] or match["angle"]
        if match["blank"] or (
            inside
            and (
                inside.strip().lower() in hints
                or (not match["angle"] and _WORDY.fullmatch(inside.strip()))
            )
        ):
            yield match.span()
