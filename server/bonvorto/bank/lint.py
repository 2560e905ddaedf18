"""Style of a bank: what works but reads or matches worse than it could. Warnings only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bonvorto.bank.bank import Bank, CompiledEntry, LanguageBank
from bonvorto.bank.problem import Problem
from bonvorto.bank.source import Source

_DOUBLE_SPACE = re.compile(r"\S(  +)\S")
# Quotation marks that are not the language's own.
_FOREIGN_QUOTES = {
    "en": (re.compile(r"[«»„]"), "“ ”"),
    "ru": (re.compile(r"[“”„\"]"), "« »"),
    "eo": (re.compile(r"[“”„\"]"), "« »"),
    "ka": (re.compile(r"[«»”\"]"), "„ “"),
}
_HYPHEN_AS_DASH = re.compile(r"\s-\s")


def lint(bank: Bank) -> list[Problem]:
    """List the matters of style in all banks."""
    sources = [Source(str(path), text) for path, text in bank.texts.items()]
    found: list[Problem] = []
    for own in bank.languages.values():
        mine = [source for source in sources if f'"language": "{own.language}"' in source.text]
        for compiled in own.entries.values():
            for text in _texts(compiled):
                found += [_at(mine, text, *said) for said in _style(text, own.language)]
        found += _duplicates(own, mine)
        for fault in own.faults.values():
            explained = fault.explanation
            if not (explained.title and explained.message and explained.why):
                message = f"the fault “{fault.id}” lacks a title, a message or a why"
                found.append(_at(mine, f'"{fault.id}"', message, "every language explains it"))
    return found


def _texts(compiled: CompiledEntry) -> Iterator[str]:
    entry = compiled.entry
    yield from (rewrite.text for rewrite in entry.rewrites)
    yield from entry.faulty
    yield from entry.fine


def _style(text: str, language: str) -> Iterator[tuple[str, str]]:
    if _DOUBLE_SPACE.search(text):
        yield "two spaces in a row", "keep one"
    wrong, right = _FOREIGN_QUOTES[language]
    if found := wrong.search(text):
        yield f"“{found[0]}” is not this language's quotation mark", f"write {right}"
    if _HYPHEN_AS_DASH.search(text):
        yield "a hyphen stands for a dash", "write — or –"
    if text != text.strip():
        yield "space at an end", "remove it"


def _duplicates(own: LanguageBank, sources: list[Source]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for compiled in own.entries.values():
        for pattern in compiled.entry.patterns:
            other = seen.setdefault(pattern, compiled.entry.id)
            if other != compiled.entry.id:
                message = f"the pattern stands in “{other}” and in “{compiled.entry.id}”"
                yield _at(sources, pattern, message, "keep it in the entry it fits best")


def _at(sources: list[Source], text: str, message: str, hint: str) -> Problem:
    for source in sources:
        position = source.text.find(text)
        if position >= 0:
            return source.at(position, "", message, hint, level="warning")
    return Problem("", 1, 1, "", f"{message}: {text}", hint, "warning")
