"""Reading one bank file: its JSON, its shape, and what is wrong with each of its items."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bonvorto.bank.model import (
    FILE_MODELS,
    BankFile,
    Entry,
    FaultFile,
    MoveFile,
    Phrase,
    SwitchedOff,
)
from bonvorto.bank.problem import Problem
from bonvorto.bank.source import DuplicateKeyError, Path, Source

Kind = TypeVar("Kind", bound=BaseModel)
Item = Entry | Phrase | SwitchedOff


@dataclass(frozen=True, slots=True, eq=False)
class Parsed:
    """A bank file as it was read. file: None where it is no bank file.

    items: the entries or phrases that have the right shape, with their number in the file.
    whole: False where not even its JSON could be read.
    """

    source: Source
    file: BankFile | None
    items: tuple[tuple[int, Item], ...]
    problems: tuple[Problem, ...]
    whole: bool = True


@lru_cache(maxsize=1000)
def parse(source: Source) -> Parsed:
    """Read a bank file. What was read is kept, so that a reload reads only what was edited."""
    try:
        data = source.data()
    except (json.JSONDecodeError, DuplicateKeyError, RecursionError) as error:
        return Parsed(source, None, (), (_not_json(source, error),), whole=False)
    if not isinstance(data, dict):
        problem = source.at(0, "", "a bank file is one JSON object", 'start it with "{"')
        return Parsed(source, None, (), (problem,), whole=False)
    kind = data.get("kind")
    model = FILE_MODELS.get(kind) if isinstance(kind, str) else None
    if model is None:
        known = ", ".join(f'"{name}"' for name in FILE_MODELS)
        problem = source.problem(("kind",), "missing or unknown kind", f"one of {known}")
        return Parsed(source, None, (), (problem,))
    problems: list[Problem] = []
    file: BankFile | None = _validated(model, data, source, (), problems)
    items = tuple(_items(file, source, problems)) if file is not None else ()
    return Parsed(source, file, items, tuple(problems))


def _not_json(source: Source, error: Exception) -> Problem:
    if isinstance(error, json.JSONDecodeError):
        return source.at(error.pos, "", f"not JSON: {error.msg}", _syntax_hint(source.text, error))
    if isinstance(error, DuplicateKeyError):
        position = source.text.rfind(json.dumps(error.key, ensure_ascii=False))
        return source.at(max(0, position), error.key, str(error), "keep one of them")
    return source.at(0, "", "nested too deeply", "a bank is two levels deep")


def _syntax_hint(text: str, error: json.JSONDecodeError) -> str:
    before = text[: error.pos].rstrip()
    if before.endswith(",") or text[error.pos : error.pos + 1] in "]}":
        return "remove the comma after the last item"
    if "delimiter" in error.msg:
        return 'is a comma missing, or a quotation mark inside the text? write \\" or “ ”'
    return "the last good version stays in use until this is mended"


def _items(file: BankFile, source: Source, problems: list[Problem]) -> Iterator[tuple[int, Item]]:
    listed: list[dict[str, Any]] = []
    if isinstance(file, FaultFile):
        listed = file.entries
    elif isinstance(file, MoveFile):
        listed = file.phrases
    key = "phrases" if isinstance(file, MoveFile) else "entries"
    for number, data in enumerate(listed):
        path = (key, number)
        item: Item | None
        if "off" in data:
            item = _validated(SwitchedOff, data, source, path, problems)
        elif isinstance(file, MoveFile):
            item = _validated(Phrase, data, source, path, problems)
        else:
            item = _validated(Entry, data, source, path, problems)
        if item is not None:
            yield number, item


def _validated(
    model: type[Kind],
    data: dict[str, Any],
    source: Source,
    path: Path,
    problems: list[Problem],
) -> Kind | None:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        for item in error.errors():
            place = tuple(part for part in item["loc"] if not _is_branch(part))
            message, hint = _plain_words(item, model)
            problems.append(source.problem((*path, *place), message, hint))
        return None


def _is_branch(part: str | int) -> bool:
    """Pydantic puts the tried branch of a union into a path; it is no key of the file."""
    return isinstance(part, str) and (part.startswith("constrained-") or part == "Unless")


def _plain_words(item: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    """Say a pydantic error as a person would, with the way out."""
    kind = item["type"]
    context = item.get("ctx", {})
    if kind == "extra_forbidden":
        known = ", ".join(field.alias or name for name, field in model.model_fields.items())
        return "unknown key", f"known keys: {known}"
    if kind == "missing":
        return f"“{item['loc'][-1]}” is missing", _WHY.get(str(item["loc"][-1]), "add it")
    if kind == "too_short":
        return "may not be empty", _WHY.get(str(item["loc"][-1]), "add at least one")
    if kind == "string_pattern_mismatch":
        return "not a valid id", "small letters, digits and hyphens; rewrites: entry-id.approach"
    if kind == "literal_error":
        return f"unknown value {item['input']!r}", f"one of {context.get('expected', '')}"
    return str(item["msg"]), ""


_WHY = {
    "faulty": "add a sentence that this entry must find",
    "fine": "add a good sentence close to it that nothing may find",
    "rewrites": "add a kinder wording with an id and a text",
    "patterns": "write the phrase as one would say it",
}
