"""Small banks by hand, for tests of what reads them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bonvorto.bank.bank import Bank
from bonvorto.bank.load import load


def entry(entry_id: str = "no-refunds", **changes: Any) -> dict[str, Any]:
    """A whole entry; `changes` replace its parts, None removes one."""
    whole: dict[str, Any] = {
        "id": entry_id,
        "patterns": ["no refunds"],
        "severity": "warning",
        "rewrites": [{"id": f"{entry_id}.offer", "text": "Here is what I can do: {offer}."}],
        "faulty": ["Sorry, no refunds."],
        "fine": ["Your refund is on its way."],
    }
    whole.update(changes)
    return {key: value for key, value in whole.items() if value is not None}


def fault(*entries: Any, **changes: Any) -> dict[str, Any]:
    """A fault file with these entries."""
    whole: dict[str, Any] = {
        "kind": "fault",
        "language": "en",
        "id": "refusal",
        "title": "A flat no",
        "message": "This says no and stops.",
        "why": "A no without a way on leaves the customer alone.",
        "advice": ["Say why.", "Say what you can do."],
        "entries": list(entries),
    }
    whole.update(changes)
    return {key: value for key, value in whole.items() if value is not None}


def move(**changes: Any) -> dict[str, Any]:
    """A move file."""
    return {
        "kind": "move",
        "language": "en",
        "id": "options",
        "title": "Offer a way on",
        "why": "A choice gives control back.",
        "signs": ["(you|we|I) can (either|also)"],
        "phrases": [
            {"id": "options.two-ways", "text": "There are two ways on: {first} or {second}."}
        ],
        **changes,
    }


def write(folder: Path, *files: dict[str, Any]) -> Path:
    """Write bank files into a folder, as a team lead would lay them out."""
    for file in files:
        language = file["language"]
        kind = file["kind"]
        name = "language.json" if kind == "language" else f"{kind}s/{file['id']}.json"
        path = folder / language / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(file, ensure_ascii=False, indent=2), encoding="utf-8")
    return folder


def bank_of(folder: Path, *files: dict[str, Any]) -> Bank:
    """Write files and load them."""
    return load([write(folder, *files)])
