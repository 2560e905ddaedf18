"""What the banks hold, as a reader wants to see it. No Flask here."""

from __future__ import annotations

from bonvorto import __version__
from bonvorto.bank.bank import Bank, CompiledEntry, Explanation
from bonvorto.bank.model import LANGUAGES
from bonvorto.http.shapes import (
    Banks,
    EntriesQuery,
    EntryOfBank,
    FaultCount,
    LanguageCount,
    Limits,
    MoveCount,
    RewriteOfEntry,
)
from bonvorto.rewrite.slots import Template
from bonvorto.settings import Settings
from bonvorto.text.offsets import Unit
from bonvorto.wording import slots_at

_NOTHING = Explanation("", "", "", ())


def banks(bank: Bank, settings: Settings, explain_in: str) -> Banks:
    """Tell about the banks in use."""
    return Banks(
        bank=bank.version,
        version=__version__,
        languages=tuple(
            LanguageCount(
                code,
                len(bank.languages[code].entries),
                sum(len(move.phrases) for move in bank.languages[code].moves.values()),
            )
            for code in LANGUAGES
        ),
        faults=_faults(bank, explain_in),
        moves=_moves(bank, explain_in),
        layers=("phrase",),
        extras={"meaning": False, "translate": False},
        limits=Limits(settings.max_text, settings.body_limit),
        problems=bank.problems,
    )


def entries(bank: Bank, query: EntriesQuery) -> tuple[EntryOfBank, ...]:
    """List the entries of a language."""
    explain_in = query.explain_in or query.language
    return tuple(
        _entry(bank, compiled, query, explain_in)
        for compiled in bank.languages[query.language].entries.values()
        if query.fault in (None, compiled.fault)
    )


def _entry(
    bank: Bank, compiled: CompiledEntry, query: EntriesQuery, explain_in: str
) -> EntryOfBank:
    entry = compiled.entry
    explanation = (
        bank.explain_fault(compiled.fault, explain_in)
        or bank.explain_fault(compiled.fault, query.language)
        or _NOTHING
    )
    return EntryOfBank(
        id=entry.id,
        fault=compiled.fault,
        title=explanation.title or compiled.fault,
        language=query.language,
        role=compiled.role,
        severity=entry.severity,
        message=entry.message,
        patterns=tuple(entry.patterns),
        rewrites=tuple(
            _rewrite(
                rewrite.id,
                rewrite.replace,
                compiled.templates[rewrite.id],
                bank.rewrite_gloss(rewrite.id, query.gloss_in),
                query.offsets,
            )
            for rewrite in entry.rewrites
        ),
        faulty=tuple(entry.faulty),
        fine=tuple(entry.fine),
    )


def _rewrite(
    rewrite_id: str, replace: str, template: Template, gloss: str | None, unit: Unit
) -> RewriteOfEntry:
    text, slots = template.fill({})
    return RewriteOfEntry(rewrite_id, replace, text, gloss, slots_at(text, slots, unit))  # type: ignore[arg-type]


def _faults(bank: Bank, explain_in: str) -> tuple[FaultCount, ...]:
    found: list[FaultCount] = []
    for fault_id in sorted({name for own in bank.languages.values() for name in own.faults}):
        known = {
            code: own.faults[fault_id]
            for code, own in bank.languages.items()
            if fault_id in own.faults
        }
        first = known.get(explain_in) or next(iter(known.values()))
        found.append(
            FaultCount(
                id=fault_id,
                role=first.role,
                title=first.explanation.title or fault_id,
                message=first.explanation.message,
                why=first.explanation.why,
                entries={
                    code: sum(
                        entry.fault == fault_id for entry in bank.languages[code].entries.values()
                    )
                    for code in LANGUAGES
                },
            )
        )
    return tuple(found)


def _moves(bank: Bank, explain_in: str) -> tuple[MoveCount, ...]:
    found: list[MoveCount] = []
    for move_id in sorted({name for own in bank.languages.values() for name in own.moves}):
        known = {
            code: own.moves[move_id] for code, own in bank.languages.items() if move_id in own.moves
        }
        first = known.get(explain_in) or next(iter(known.values()))
        found.append(
            MoveCount(
                id=move_id,
                role=first.role,
                situation=first.situation,
                title=first.explanation.title or move_id,
                why=first.explanation.why,
                phrases={
                    code: len(known[code].phrases) if code in known else 0 for code in LANGUAGES
                },
            )
        )
    return tuple(found)
