"""JSON Schemas of the bank files, made from the models that load them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from bonvorto.bank.model import FILE_MODELS, Entry, Phrase, SwitchedOff

_ITEMS: dict[str, tuple[str, type[BaseModel]]] = {
    "fault": ("entries", Entry),
    "move": ("phrases", Phrase),
}


def schemas() -> dict[str, dict[str, Any]]:
    """Give the schema of each kind of file, by file name."""
    return {f"{kind}.schema.json": _schema(kind) for kind in FILE_MODELS}


def _schema(kind: str) -> dict[str, Any]:
    schema = FILE_MODELS[kind].model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = f"Bonvorto phrase bank: {kind}"
    if kind in _ITEMS:
        # Items are loaded one by one, so that one bad item does not cost the file; an editor
        # still wants to know their shape.
        key, model = _ITEMS[kind]
        definitions = schema.setdefault("$defs", {})
        items: tuple[type[BaseModel], ...] = (model, SwitchedOff)
        for item in items:
            made = item.model_json_schema(by_alias=True, ref_template="#/$defs/{model}")
            definitions.update(made.pop("$defs", {}))
            definitions[item.__name__] = made
        schema["properties"][key]["items"] = {
            "anyOf": [{"$ref": f"#/$defs/{model.__name__}"}, {"$ref": "#/$defs/SwitchedOff"}]
        }
    return schema


def write(folder: Path) -> list[Path]:
    """Write the schemas into a folder; returns what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, schema in schemas().items():
        path = folder / name
        path.write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        written.append(path)
    return written
