"""Words of a stretch of text, each with its place."""

from __future__ import annotations

import re
from typing import NamedTuple

from bonvorto.text.fold import INVISIBLE, fold, fold_all

_INSIDE = f"{INVISIBLE}\u0300-\u036f"
_WORD = re.compile(
    rf"""
      [^\W_](?:[^\W_]|[{_INSIDE}])*                      # letters or digits
      (?:['’ʼ`´][^\W\d_](?:[^\W_]|[{_INSIDE}])*)*         # don't, l’eau
    | [%€$£¥₾₽№\#&+]                                    # signs that a typed slot reads
    """,
    re.VERBOSE,
)
# A phrase does not run across these; a comma or a dash does not stop it.
_BREAK = re.compile(r"[;?!…]|\.(?=\s)|\n")


class Word(NamedTuple):
    """A word: where it stands (code points), its comparable spelling, and what precedes it."""

    start: int
    end: int
    folded: str
    after_break: bool


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """List the words of `text[start:end]` in order; offsets are code points of `text`."""
    stop = len(text) if end is None else end
    folded = fold_all(text[start:stop])
    found: list[Word] = []
    last = start
    for match in _WORD.finditer(text, start, stop):
        begin, finish = match.span()
        spelling = fold(match[0]) if folded is None else folded[begin - start : finish - start]
        broken = begin - last > 1 and _BREAK.search(text, last, begin) is not None
        found.append(Word(begin, finish, spelling, broken))
        last = finish
    return found
