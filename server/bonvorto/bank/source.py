"""JSON that remembers where each value stood, for errors with a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from json import decoder
from typing import Any

from bonvorto.bank.problem import Problem

Path = tuple[str | int, ...]
_SPACE = re.compile(r"[ \t\n\r]*")
_SCALAR = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null")


class DuplicateKeyError(ValueError):
    """An object has one key twice; JSON would silently keep the last."""

    def __init__(self, key: str) -> None:
        super().__init__(f"the key “{key}” stands twice in one object")
        self.key = key


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a bank file. `name` is how errors call it."""

    name: str
    text: str

    def data(self) -> Any:  # noqa: ANN401 - whatever the file says
        """Parse. Raises json.JSONDecodeError or DuplicateKeyError."""
        return json.loads(self.text, object_pairs_hook=_no_duplicates)

    def problem(
        self, path: Path, message: str, hint: str = "", *, level: str = "error", inside: int = 0
    ) -> Problem:
        """Make a problem at a value; `inside` counts characters into a string value."""
        offset = self.offset(path)
        if inside and self.text[offset : offset + 1] == '"':
            offset += 1 + inside
        return self.at(offset, _spell(path), message, hint, level=level)

    def at(
        self, offset: int, key: str, message: str, hint: str = "", *, level: str = "error"
    ) -> Problem:
        """Make a problem at a character offset."""
        line = self.text.count("\n", 0, offset) + 1
        start = self.text.rfind("\n", 0, offset) + 1
        stop = self.text.find("\n", offset)
        return Problem(
            file=self.name,
            line=line,
            column=offset - start + 1,
            key=key,
            message=message,
            hint=hint,
            level="warning" if level == "warning" else "error",
            source=self.text[start : stop if stop >= 0 else None],
        )

    def offset(self, path: Path) -> int:
        """Offset of the value at `path`, of its nearest parent where it has no place of its own."""
        wanted = path
        places = dict(_places(self.text))
        while wanted and wanted not in places:
            wanted = wanted[:-1]
        return places.get(wanted, 0)


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise DuplicateKeyError(key)
        found[key] = value
    return found


def _spell(path: Path) -> str:
    spelt = ""
    for part in path:
        spelt += f"[{part}]" if isinstance(part, int) else f".{part}" if spelt else part
    return spelt


def _places(text: str) -> Iterator[tuple[Path, int]]:
    """Yield the path and offset of every value of a valid JSON text."""
    position = _skip(text, 0)
    # (path, kind, next index); a loop, for banks nested deeper than the stack allows
    stack: list[tuple[Path, str, int]] = []
    path: Path = ()
    while True:
        yield path, position
        character = text[position : position + 1]
        if character in ("{", "["):
            stack.append((path, character, 0))
            position = _skip(text, position + 1)
        else:
            position = _skip(text, _scalar_end(text, position))
        while stack and text[position : position + 1] in ("}", "]"):
            stack.pop()
            position = _skip(text, position + 1)
        if not stack:
            return
        if text[position : position + 1] == ",":
            position = _skip(text, position + 1)
        base, kind, index = stack[-1]
        if kind == "{":
            key, position = _string(text, position + 1)
            position = _skip(text, _skip(text, position) + 1)
            path = (*base, key)
        else:
            path = (*base, index)
            stack[-1] = (base, kind, index + 1)


def _string(text: str, start: int) -> tuple[str, int]:
    """Read a JSON string whose first character stands at `start`; gives it and where it ends."""
    value, end = decoder.scanstring(text, start)  # type: ignore[attr-defined]
    return str(value), int(end)


def _skip(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position


def _scalar_end(text: str, position: int) -> int:
    if text[position] == '"':
        return _string(text, position + 1)[1]
    found = _SCALAR.match(text, position)
    return found.end() if found else position + 1
