"""Drafts: what the files of a language say, gathered layer by layer before it is compiled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from bonvorto.bank.bank import Explanation, Fault, Layered
from bonvorto.bank.model import (
    Entry,
    FaultFile,
    LanguageFile,
    MoveFile,
    Phrase,
    SwitchedOff,
    Unless,
)
from bonvorto.bank.problem import Problem
from bonvorto.bank.source import Path, Source
from bonvorto.rewrite.slots import SlotError, Template, parse_template


@dataclass(slots=True)
class Located:
    """Something from a file, and where it stood there."""

    source: Source
    path: Path


@dataclass(slots=True)
class EntryDraft(Located):
    """An entry, its file, and the layer of banks it came from."""

    entry: Entry
    file: FaultFile
    layer: int


@dataclass(slots=True)
class PhraseDraft(Located):
    """A phrase of a move with its slots read."""

    phrase: Phrase
    template: Template


@dataclass(slots=True)
class Draft:
    """What the files of one language say, later files over earlier ones."""

    language: str
    lists: dict[str, tuple[list[str], Source]] = field(default_factory=dict)
    guards: dict[str, tuple[list[str], Source]] = field(default_factory=dict)
    faults: dict[str, Fault] = field(default_factory=dict)
    entries: dict[str, EntryDraft] = field(default_factory=dict)
    moves: dict[str, tuple[Explanation, MoveFile, Source]] = field(default_factory=dict)
    phrases: dict[str, dict[str, PhraseDraft]] = field(default_factory=dict)
    signs: dict[str, list[tuple[str, Source, Path]]] = field(default_factory=dict)
    makes: dict[str, list[str]] = field(default_factory=dict)
    lacks: dict[str, list[str]] = field(default_factory=dict)
    fault_unless: dict[str, list[tuple[str | Unless, Source, Path]]] = field(default_factory=dict)

    def add_language(self, file: LanguageFile, source: Source) -> None:
        """Take word lists and guards; a list of the same name is replaced."""
        self.lists.update({name: (phrases, source) for name, phrases in file.lists.items()})
        self.guards.update({name: (patterns, source) for name, patterns in file.guards.items()})

    def add_fault(self, file: FaultFile, source: Source) -> None:
        """Take what a file says of its fault."""
        known = self.faults.get(file.id)
        explanation = Explanation.of(file, known.explanation if known else None)
        self.faults[file.id] = Fault(file.id, file.role, explanation)
        healing = [(item, source, ("unless", n)) for n, item in enumerate(file.unless)]
        self.fault_unless.setdefault(file.id, []).extend(healing)

    def add_entry(
        self,
        file: FaultFile,
        entry: Entry | SwitchedOff,
        source: Source,
        index: int,
        layer: int,
        problems: list[Problem],
    ) -> None:
        """Take an entry: a new one, or one that replaces or switches off a lower layer's."""
        path: Path = ("entries", index)
        known = self.entries.get(entry.id)
        if isinstance(entry, SwitchedOff):
            if known is None:
                problems.append(
                    source.problem(
                        (*path, "id"),
                        f"there is no entry “{entry.id}” to switch off",
                        "see bonvorto bank coverage for the ids",
                        level="warning",
                    )
                )
            self.entries.pop(entry.id, None)
            return
        if known is not None and known.layer == layer:
            line = known.source.problem((*known.path, "id"), "").line
            problems.append(
                source.problem(
                    (*path, "id"),
                    f"two entries have the id “{entry.id}”; the first stays",
                    f"the first is {known.source.name}:{line}; give this one another id",
                )
            )
            return
        if entry.status == "ready":
            self.entries[entry.id] = EntryDraft(source, path, entry, file, layer)

    def add_move(self, file: MoveFile, source: Source) -> None:
        """Take what a file says of its move."""
        known = self.moves.get(file.id)
        explanation = Explanation.of(file, known[0] if known else None)
        self.moves[file.id] = (explanation, file, source)
        signs = [(pattern, source, ("signs", n)) for n, pattern in enumerate(file.signs)]
        self.signs.setdefault(file.id, []).extend(signs)
        self.makes.setdefault(file.id, []).extend(file.makes)
        self.lacks.setdefault(file.id, []).extend(file.lacks)

    def add_phrase(
        self,
        file: MoveFile,
        phrase: Phrase | SwitchedOff,
        source: Source,
        index: int,
        problems: list[Problem],
    ) -> None:
        """Take a phrase, or switch one of a lower layer off."""
        path: Path = ("phrases", index)
        known = self.phrases.setdefault(file.id, {})
        if isinstance(phrase, SwitchedOff):
            known.pop(phrase.id, None)
            return
        if not phrase.id.startswith(f"{file.id}."):
            problems.append(
                source.problem(
                    (*path, "id"), "the id of a phrase starts with its move", f"{file.id}.…"
                )
            )
            return
        template = read_template(phrase.text, source, (*path, "text"), problems)
        if template is not None:
            known[phrase.id] = PhraseDraft(source, path, phrase, template)


def drafted(language: str, files: Iterable[Layered], problems: list[Problem]) -> Draft:
    """Gather what the files of a language say, in their order."""
    draft = Draft(language)
    for layer, parsed in files:
        source, file = parsed.source, parsed.file
        if isinstance(file, LanguageFile):
            draft.add_language(file, source)
        elif isinstance(file, FaultFile):
            draft.add_fault(file, source)
            for number, entry in parsed.items:
                if not isinstance(entry, Phrase):
                    draft.add_entry(file, entry, source, number, layer, problems)
        elif isinstance(file, MoveFile):
            draft.add_move(file, source)
            for number, phrase in parsed.items:
                if not isinstance(phrase, Entry):
                    draft.add_phrase(file, phrase, source, number, problems)
    return draft


def read_template(
    text: str, source: Source, path: Path, problems: list[Problem]
) -> Template | None:
    """Read a phrase with slots; note a problem and give None where it cannot be read."""
    try:
        return parse_template(text)
    except SlotError as error:
        problems.append(source.problem(path, str(error), error.hint, inside=error.position))
        return None
