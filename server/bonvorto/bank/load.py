"""Loading phrase banks: one bad entry is refused with its reason, the rest is served."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from bonvorto.bank.bank import Bank, LanguageBank, Layered
from bonvorto.bank.compile import compile_language
from bonvorto.bank.draft import drafted
from bonvorto.bank.model import LANGUAGES
from bonvorto.bank.parse import Parsed, parse
from bonvorto.bank.problem import Problem
from bonvorto.bank.source import Source

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


def load(folders: Sequence[Path], previous: Bank | None = None) -> Bank:
    """Load banks from folders, later ones over earlier ones.

    A file whose JSON cannot be read is taken as it was in `previous`; a language of which no file
    changed is taken from there whole. Everything wrong is in `problems`; nothing raises for what
    a file says.
    """
    problems: list[Problem] = []
    texts: dict[Path, str] = {}
    files: dict[str, list[Layered]] = {language: [] for language in LANGUAGES}
    digest = hashlib.sha256()
    for layer, folder in enumerate(folders):
        if not folder.is_dir():
            problems.append(_no_folder(folder))
            continue
        for path in _files(folder):
            if path.suffix != ".json":
                problems.extend(_lookalike(path))
                continue
            parsed = _read(path, problems, previous.texts.get(path) if previous else None)
            if parsed is None:
                continue
            problems.extend(parsed.problems)
            texts[path] = parsed.source.text
            digest.update(f"{layer}/{path.relative_to(folder)}\0{parsed.source.text}\0".encode())
            if parsed.file is not None:
                files[parsed.file.language].append((layer, parsed))
    languages = {
        language: _language(language, tuple(layered), previous)
        for language, layered in files.items()
    }
    for own in languages.values():
        problems.extend(own.problems)
    return Bank(
        version=digest.hexdigest()[:16],
        languages=languages,
        problems=tuple(sorted(problems, key=lambda p: (p.file, p.line, p.column, p.message))),
        texts=texts,
    )


def _language(language: str, files: tuple[Layered, ...], previous: Bank | None) -> LanguageBank:
    known = previous.languages[language] if previous else None
    if known is not None and known.files == files:
        return known
    problems: list[Problem] = []
    return compile_language(drafted(language, files, problems), files, problems)


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


def _read(path: Path, problems: list[Problem], last_good: str | None) -> Parsed | None:
    """Read a file; where its JSON cannot be read note why and fall back on the last good text."""
    name = str(path)
    try:
        raw = path.read_bytes()
        if len(raw) > MAX_FILE:
            message = f"larger than {MAX_FILE:,} bytes"
            problems.append(Problem(name, 1, 1, "", message, "split it into two files"))
        else:
            parsed = parse(Source(name, raw.decode("utf-8-sig")))
            if parsed.whole:
                return parsed
            problems.extend(parsed.problems)
    except OSError as error:
        problems.append(Problem(name, 1, 1, "", f"cannot be read: {error.strerror}"))
    except UnicodeDecodeError as error:
        problems.append(
            Problem(name, 1, 1, "", f"not UTF-8 at byte {error.start}", "save it as UTF-8")
        )
    return None if last_good is None else parse(Source(name, last_good))
