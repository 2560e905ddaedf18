"""Loading phrase banks: one bad entry is refused with its reason, the rest is served."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bonvorto.bank.bank import Bank
from bonvorto.bank.compile import compile_language
from bonvorto.bank.draft import Draft
from bonvorto.bank.model import (
    FILE_MODELS,
    LANGUAGES,
    Entry,
    FaultFile,
    LanguageFile,
    MoveFile,
    Phrase,
    SwitchedOff,
)
from bonvorto.bank.problem import Problem
from bonvorto.bank.source import DuplicateKeyError, Source
from bonvorto.bank.source import Path as Path_

Kind = TypeVar("Kind", bound=BaseModel)
MAX_FILE = 4_000_000  # bytes; a bank file is edited by hand
_NOT_BANKS = {"schema"}
_LOOKALIKES = {".jsonc", ".json5", ".yaml", ".yml", ".jsn", ".txt"}


def shipped_banks() -> Path:
    """Folder of the banks that come with the package, installed or in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "phrasebanks"
    return inside if inside.is_dir() else package.parent.parent / "phrasebanks"


def bank_files(folders: Sequence[Path]) -> list[Path]:
    """List the bank files of the folders, in the order in which they count."""
    return [path for folder in folders for path in _files(folder) if path.suffix == ".json"]


def load(folders: Sequence[Path], last_good: Mapping[Path, str] | None = None) -> Bank:
    """Load banks from folders, later ones over earlier ones.

    A file that cannot be parsed is taken from `last_good` where it stands there. Everything wrong
    is in `problems`; nothing raises for what a file says.
    """
    problems: list[Problem] = []
    drafts: dict[str, Draft] = {language: Draft(language) for language in LANGUAGES}
    texts: dict[Path, str] = {}
    digest = hashlib.sha256()
    for layer, folder in enumerate(folders):
        if not folder.is_dir():
            problems.append(_no_folder(folder))
            continue
        for path in _files(folder):
            if path.suffix != ".json":
                problems.extend(_lookalike(path))
                continue
            read = _read(path, problems, (last_good or {}).get(path))
            if read is None:
                continue
            source, data = read
            texts[path] = source.text
            digest.update(f"{layer}/{path.relative_to(folder)}\0{source.text}\0".encode())
            _take(source, data, drafts, layer, problems)
    languages = {language: compile_language(draft, problems) for language, draft in drafts.items()}
    return Bank(
        version=digest.hexdigest()[:16],
        languages=languages,
        problems=tuple(sorted(problems, key=lambda p: (p.file, p.line, p.column, p.message))),
        texts=texts,
    )


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder).parts
        if path.is_file() and relative[0] not in _NOT_BANKS and not path.name.startswith("."):
            yield path


def _no_folder(folder: Path) -> Problem:
    return Problem(str(folder), 1, 1, "", "there is no such folder", "create it or mend --banks")


def _lookalike(path: Path) -> Iterator[Problem]:
    if path.suffix in _LOOKALIKES:
        yield Problem(
            str(path), 1, 1, "", "not read: bank files end in .json", "rename it", "warning"
        )


def _read(
    path: Path, problems: list[Problem], last_good: str | None
) -> tuple[Source, dict[str, Any]] | None:
    """Read and parse a file; on failure note why and fall back on the last good text."""
    name = str(path)
    try:
        raw = path.read_bytes()
        if len(raw) > MAX_FILE:
            problems.append(
                Problem(
                    name, 1, 1, "", f"larger than {MAX_FILE:,} bytes", "split it into two files"
                )
            )
            raise ValueError
        source = Source(name, raw.decode("utf-8-sig"))
        data = source.data()
        if isinstance(data, dict):
            return source, data
        problems.append(source.at(0, "", "a bank file is one JSON object", 'start it with "{"'))
    except OSError as error:
        problems.append(Problem(name, 1, 1, "", f"cannot be read: {error.strerror}"))
    except UnicodeDecodeError as error:
        problems.append(
            Problem(name, 1, 1, "", f"not UTF-8 at byte {error.start}", "save it as UTF-8")
        )
    except json.JSONDecodeError as error:
        hint = _syntax_hint(source.text, error)
        problems.append(source.at(error.pos, "", f"not JSON: {error.msg}", hint))
    except DuplicateKeyError as error:
        position = source.text.rfind(json.dumps(error.key, ensure_ascii=False))
        problems.append(source.at(max(0, position), error.key, str(error), "keep one of them"))
    except RecursionError:
        problems.append(Problem(name, 1, 1, "", "nested too deeply", "a bank is two levels deep"))
    except ValueError:
        pass
    if last_good is None:
        return None
    source = Source(name, last_good)
    return source, source.data()


def _syntax_hint(text: str, error: json.JSONDecodeError) -> str:
    before = text[: error.pos].rstrip()
    if before.endswith(",") or text[error.pos : error.pos + 1] in "]}":
        return "remove the comma after the last item"
    if "delimiter" in error.msg:
        return 'is a comma missing, or a quotation mark inside the text? write \\" or “ ”'
    return "the last good version stays in use until this is mended"


def _take(
    source: Source,
    data: dict[str, Any],
    drafts: Mapping[str, Draft],
    layer: int,
    problems: list[Problem],
) -> None:
    kind = data.get("kind")
    model = FILE_MODELS.get(kind) if isinstance(kind, str) else None
    if model is None:
        known = ", ".join(f'"{name}"' for name in FILE_MODELS)
        problems.append(source.problem(("kind",), "missing or unknown kind", f"one of {known}"))
        return
    file = _validated(model, data, source, (), problems)
    if file is None:
        return
    draft = drafts[file.language]
    if isinstance(file, LanguageFile):
        draft.add_language(file, source)
    elif isinstance(file, FaultFile):
        draft.add_fault(file, source)
        for index, item in enumerate(file.entries):
            entry = _item(Entry, item, source, ("entries", index), problems)
            if entry is not None:
                draft.add_entry(file, entry, source, index, layer, problems)
    elif isinstance(file, MoveFile):
        draft.add_move(file, source)
        for index, item in enumerate(file.phrases):
            phrase = _item(Phrase, item, source, ("phrases", index), problems)
            if phrase is not None:
                draft.add_phrase(file, phrase, source, index, problems)


def _item(
    model: type[Kind],
    item: dict[str, Any],
    source: Source,
    path: Path_,
    problems: list[Problem],
) -> Kind | SwitchedOff | None:
    if "off" in item:
        return _validated(SwitchedOff, item, source, path, problems)
    return _validated(model, item, source, path, problems)


def _validated(
    model: type[Kind],
    data: dict[str, Any],
    source: Source,
    path: Path_,
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
