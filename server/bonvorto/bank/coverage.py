"""Coverage: which ids exist in which language, and how many."""

from __future__ import annotations

from dataclasses import dataclass

from bonvorto.bank.bank import Bank


@dataclass(frozen=True, slots=True)
class Row:
    """An id, what it belongs to, and the languages that have it."""

    group: str
    id: str
    languages: frozenset[str]


def entry_rows(bank: Bank) -> list[Row]:
    """List the entries of all languages, by fault and id."""
    found: dict[tuple[str, str], set[str]] = {}
    for language, own in bank.languages.items():
        for compiled in own.entries.values():
            found.setdefault((compiled.fault, compiled.entry.id), set()).add(language)
    return _rows(found)


def phrase_rows(bank: Bank) -> list[Row]:
    """List the phrases of all languages, by move and id."""
    found: dict[tuple[str, str], set[str]] = {}
    for language, own in bank.languages.items():
        for move in own.moves.values():
            for phrase_id in move.phrases:
                found.setdefault((move.id, phrase_id), set()).add(language)
    return _rows(found)


def _rows(found: dict[tuple[str, str], set[str]]) -> list[Row]:
    return [
        Row(group, identifier, frozenset(languages))
        for (group, identifier), languages in sorted(found.items())
    ]


def counts(rows: list[Row], languages: tuple[str, ...]) -> dict[str, dict[str, int]]:
    """Count rows per group and language."""
    table: dict[str, dict[str, int]] = {}
    for row in rows:
        line = table.setdefault(row.group, dict.fromkeys(languages, 0))
        for language in row.languages:
            line[language] += 1
    return table
