"""Composing the whole reply from the edits that were chosen."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from bonvorto.rewrite.scope import Edit


def compose(reply: str, edits: Iterable[Edit]) -> str:
    """Apply edits to a reply; of two that touch the same words the earlier given one counts."""
    taken: list[Edit] = []
    for edit in edits:
        place = bisect_left(taken, (edit.offset, edit.length), key=_place)
        neighbours = taken[max(0, place - 1) : place + 1]
        if all(_apart(edit, other) for other in neighbours):
            taken.insert(place, edit)
    pieces: list[str] = []
    last = 0
    for edit in taken:
        pieces += (reply[last : edit.offset], edit.text)
        last = edit.offset + edit.length
    return "".join((*pieces, reply[last:]))


def _place(edit: Edit) -> tuple[int, int]:
    return edit.offset, edit.length


def _apart(one: Edit, other: Edit) -> bool:
    first, second = sorted((one, other), key=_place)
    return first.offset + first.length <= second.offset and _place(first) != _place(second)
