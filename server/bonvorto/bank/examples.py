"""The examples in the banks, held to: `bonvorto bank test`.

Every `faulty` sentence is found by its own entry (or, over more words, by another of its fault),
no `fine` one, no rewrite and no phrase of the bank by any entry; every sign of a move finds what it
should.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bonvorto.bank.bank import Bank, CompiledEntry, LanguageBank
from bonvorto.bank.model import Role
from bonvorto.check import check
from bonvorto.report import COVERED, FOUND, Report, Request


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not hold. `kind` says which promise it breaks."""

    language: str
    owner: str
    kind: str
    example: str
    detail: str

    def render(self) -> str:
        """Format for a terminal."""
        return f"{self.language}/{self.owner}: {self.kind}: {self.example}\n    {self.detail}"


def failures(bank: Bank, languages: list[str] | None = None) -> Iterator[Failure]:
    """Run all examples of the banks and yield those that fail."""
    for language, own in bank.languages.items():
        if languages and language not in languages:
            continue
        for compiled in own.entries.values():
            yield from _entry(bank, language, compiled)
        yield from _moves(bank, own)


def count(bank: Bank, languages: list[str] | None = None) -> int:
    """Count the examples that `failures` runs."""
    chosen = [own for code, own in bank.languages.items() if not languages or code in languages]
    return sum(
        len(compiled.entry.faulty) + len(compiled.entry.fine) + len(compiled.entry.rewrites)
        for own in chosen
        for compiled in own.entries.values()
    ) + sum(
        len(move.phrases) + len(move.makes) + len(move.lacks)
        for own in chosen
        for move in own.moves.values()
    )


def _request(language: str, role: Role, text: str, *, trace: bool = False) -> Request:
    disable = frozenset(("unfilled-slot",))
    return Request(text, language=language, role=role, disable=disable, trace=trace)


def _finds(report: Report, compiled: CompiledEntry) -> bool:
    """Tell whether an entry finds its fault, itself or below a longer match of the same fault."""
    return any(
        trace.entry == compiled.entry.id and trace.outcome in (FOUND, COVERED)
        for trace in report.traces
    ) and any(finding.fault == compiled.fault for finding in report.findings)


def _entry(bank: Bank, language: str, compiled: CompiledEntry) -> Iterator[Failure]:
    entry = compiled.entry
    owner = f"{compiled.fault}/{entry.id}"
    for text in entry.faulty:
        report = check(_request(language, compiled.role, text, trace=True), bank)
        if not _finds(report, compiled):
            found = ", ".join(f"{item.entry} ({item.fault})" for item in report.findings)
            detail = f"found instead: {found or 'nothing'}"
            yield Failure(language, owner, "faulty, not found", text, detail)
    for text in entry.fine:
        yield from _clean(bank, language, compiled.role, owner, "fine, but marked", text)
    for rewrite in entry.rewrites:
        text = compiled.templates[rewrite.id].fill({})[0]
        yield from _clean(bank, language, compiled.role, owner, "rewrite is marked", text)


def _clean(
    bank: Bank, language: str, role: Role, owner: str, kind: str, text: str
) -> Iterator[Failure]:
    for finding in check(_request(language, role, text), bank).findings:
        detail = f"by {finding.fault}/{finding.entry}: “{finding.text}”"
        yield Failure(language, owner, kind, text, detail)


def _moves(bank: Bank, own: LanguageBank) -> Iterator[Failure]:
    for move in own.moves.values():
        for phrase_id, (_, template) in move.phrases.items():
            text = template.fill({})[0]
            yield from _clean(bank, own.language, move.role, phrase_id, "phrase is marked", text)
        for text in move.makes:
            if move.id not in _made(bank, own.language, text):
                yield Failure(own.language, move.id, "makes, not recognised", text, "no sign fits")
        for text in move.lacks:
            if move.id in _made(bank, own.language, text):
                yield Failure(own.language, move.id, "lacks, but recognised", text, "a sign fits")


def _made(bank: Bank, language: str, text: str) -> set[str]:
    return {made.move for made in check(Request(text, language=language), bank).moves}
