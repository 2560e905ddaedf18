"""Slots: the places in a phrase that the agent fills in, `{when: day and hour}`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_BRACES = re.compile(r"\{([^{}]*)\}|[{}]")
_SLOT = re.compile(r"([a-z][a-z0-9-]*)(?::\s*([^\[\]]+))?")


class SlotError(ValueError):
    """A slot that cannot be read. `position` is a code point offset in the text."""

    def __init__(self, message: str, position: int, hint: str = "") -> None:
        super().__init__(message)
        self.position = position
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Placed:
    """A slot still open in a filled text; offset and length in code points of that text."""

    name: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Template:
    """A phrase with slots: pieces of text with a slot (name, hint) between each two."""

    pieces: tuple[str, ...]
    slots: tuple[tuple[str, str], ...]

    def fill(self, known: Mapping[str, str]) -> tuple[str, tuple[Placed, ...]]:
        """Put in what is known; what is not stands as “[hint]” and is listed."""
        text = self.pieces[0]
        placed: list[Placed] = []
        for (name, hint), piece in zip(self.slots, self.pieces[1:], strict=True):
            value = known.get(name)
            if value is None:
                value = f"[{hint}]"
                placed.append(Placed(name, len(text), len(value)))
            text += value + piece
        return text, tuple(placed)


def parse_template(text: str) -> Template:
    """Read a phrase with slots. Raises SlotError that points at the character."""
    pieces: list[str] = []
    slots: list[tuple[str, str]] = []
    last = 0
    for match in _BRACES.finditer(text):
        if match[1] is None:
            raise SlotError(f"“{match[0]}” has no pair", match.start(), "write {name: hint}")
        found = _SLOT.fullmatch(match[1].strip())
        if not found:
            raise SlotError(
                f"“{match[0]}” is not a slot", match.start(), "write {name} or {name: hint}"
            )
        pieces.append(text[last : match.start()])
        slots.append((found[1], (found[2] or found[1].replace("-", " ")).strip()))
        last = match.end()
    return Template((*pieces, text[last:]), tuple(slots))
