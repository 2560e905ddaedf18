"""Composing the whole reply from the edits that were chosen."""

from __future__ import annotations

from collections.abc import Iterable

from bonvorto.rewrite.scope import Edit


def compose(reply: str, edits: Iterable[Edit]) -> str:
    """Apply edits to a reply; of two that touch the same words the earlier given one counts."""
    taken: list[Edit] = []
    for edit in edits:
        if all(_apart(edit, other) for other in taken):
            taken.append(edit)
    for edit in sorted(taken, key=lambda edit: edit.offset, reverse=True):
        reply = reply[: edit.offset] + edit.text + reply[edit.offset + edit.length :]
    return reply


def _apart(one: Edit, other: Edit) -> bool:
    first, second = sorted((one, other), key=lambda edit: (edit.offset, edit.length))
    return first.offset + first.length <= second.offset and first != second
