"""Problems of a bank file: where, what, and the way out."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a bank file. `line` and `column` count from 1, `key` is a path."""

    file: str
    line: int
    column: int
    key: str
    message: str
    hint: str = ""
    level: Literal["error", "warning"] = "error"
    source: str = ""

    def render(self) -> str:
        """Format for a terminal: place, key, message, the line with a pointer, a hint."""
        where = f"{self.file}:{self.line}:{self.column}"
        rows = [f"{self.level}: {where}: {self.key + ': ' if self.key else ''}{self.message}"]
        if self.source:
            number = str(self.line)
            shown = self.source.expandtabs(1)
            first = max(0, self.column - 61)
            rows.append(f"  {number} | {shown[first : first + 100]}")
            rows.append(f"  {' ' * len(number)} | {' ' * (self.column - 1 - first)}^")
        if self.hint:
            rows.append(f"  hint: {self.hint}")
        return "\n".join(rows)

    def as_dict(self) -> dict[str, str | int]:
        """Give the problem as plain data, for `--format json` and `GET /v1/banks`."""
        return asdict(self)
