"""From the files of a language to its compiled bank."""

from __future__ import annotations

from dataclasses import dataclass, field

from bonvorto.bank.bank import (
    CompiledEntry,
    Explanation,
    Fault,
    LanguageBank,
    Move,
    PatternOf,
)
from bonvorto.bank.model import (
    Entry,
    FaultFile,
    LanguageFile,
    MoveFile,
    Phrase,
    SwitchedOff,
    Unless,
    Where,
)
from bonvorto.bank.problem import Problem
from bonvorto.bank.source import Path, Source
from bonvorto.match.automaton import Automaton, compile_pattern
from bonvorto.match.index import Index
from bonvorto.match.pattern import PatternError
from bonvorto.rewrite.slots import SlotError, Template, parse_template


@dataclass(slots=True)
class _Placed:
    """Something from a file, and where it stood there."""

    source: Source
    path: Path


@dataclass(slots=True)
class _EntryDraft(_Placed):
    entry: Entry
    file: FaultFile
    layer: int


@dataclass(slots=True)
class _PhraseDraft(_Placed):
    phrase: Phrase
    template: Template


@dataclass(slots=True)
class Draft:
    """What the files of one language say, later files over earlier ones."""

    language: str
    lists: dict[str, list[str]] = field(default_factory=dict)
    guards: dict[str, tuple[list[str], Source]] = field(default_factory=dict)
    faults: dict[str, Fault] = field(default_factory=dict)
    entries: dict[str, _EntryDraft] = field(default_factory=dict)
    moves: dict[str, tuple[Explanation, MoveFile, Source]] = field(default_factory=dict)
    phrases: dict[str, dict[str, _PhraseDraft]] = field(default_factory=dict)
    signs: dict[str, list[tuple[str, Source, Path]]] = field(default_factory=dict)
    makes: dict[str, list[str]] = field(default_factory=dict)
    lacks: dict[str, list[str]] = field(default_factory=dict)
    fault_unless: dict[str, list[tuple[str | Unless, Source, Path]]] = field(default_factory=dict)

    def add_language(self, file: LanguageFile, source: Source) -> None:
        """Take word lists and guards; a list of the same name is replaced."""
        self.lists.update(file.lists)
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
            self.entries[entry.id] = _EntryDraft(source, path, entry, file, layer)

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
        template = _template(phrase.text, source, (*path, "text"), problems)
        if template is not None:
            known[phrase.id] = _PhraseDraft(source, path, phrase, template)


def compile_language(draft: Draft, problems: list[Problem]) -> LanguageBank:
    """Compile the patterns of a language; what cannot be compiled is refused with its reason."""
    compiler = _Compiler(draft, problems)
    entries: dict[str, CompiledEntry] = {}
    patterns: list[tuple[PatternOf, Automaton]] = []
    for entry_id, item in draft.entries.items():
        compiled = compiler.entry(item)
        if compiled is not None:
            entries[entry_id] = compiled[0]
            patterns.extend(compiled[1])
    guards = [
        (name, automaton)
        for name, (guard, source) in draft.guards.items()
        for automaton in compiler.all(guard, source, ("guards", name))
    ]
    signs = [
        (move, automaton)
        for move, listed in draft.signs.items()
        for pattern, source, path in listed
        for automaton in compiler.all([pattern], source, path, one=True)
    ]
    moves = {name: _move(draft, name) for name in draft.moves}
    templates = [
        template
        for template in (
            *(t for compiled_entry in entries.values() for t in compiled_entry.templates.values()),
            *(t for move in moves.values() for _, t in move.phrases.values()),
        )
        if template.slots
    ]
    return LanguageBank(
        language=draft.language,
        faults=draft.faults,
        moves=moves,
        entries=entries,
        index=Index(patterns),
        guards=Index(guards),
        signs=Index(signs),
        hints=frozenset(hint.lower() for template in templates for _, hint in template.slots),
    )


def _move(draft: Draft, name: str) -> Move:
    explanation, file, _ = draft.moves[name]
    return Move(
        id=name,
        role=file.role,
        situation=file.situation,
        explanation=explanation,
        phrases={
            phrase_id: (item.phrase, item.template)
            for phrase_id, item in draft.phrases.get(name, {}).items()
        },
        makes=tuple(draft.makes[name]),
        lacks=tuple(draft.lacks[name]),
    )


def _template(text: str, source: Source, path: Path, problems: list[Problem]) -> Template | None:
    try:
        return parse_template(text)
    except SlotError as error:
        problems.append(source.problem(path, str(error), error.hint, inside=error.position))
        return None


class _Compiler:
    def __init__(self, draft: Draft, problems: list[Problem]) -> None:
        self.language = draft.language
        self.lists = draft.lists
        self.problems = problems
        self.shared = {
            fault: tuple(
                found
                for item, source, path in healing
                if (found := self.unless(item, source, path)) is not None
            )
            for fault, healing in draft.fault_unless.items()
        }

    def pattern(self, pattern: str, source: Source, path: Path) -> Automaton | None:
        try:
            return compile_pattern(pattern, self.language, self.lists)
        except PatternError as error:
            self.problems.append(
                source.problem(path, str(error), error.hint, inside=error.position)
            )
            return None

    def all(
        self, patterns: list[str], source: Source, path: Path, *, one: bool = False
    ) -> list[Automaton]:
        places = [path if one else (*path, number) for number in range(len(patterns))]
        made = [self.pattern(p, source, q) for p, q in zip(patterns, places, strict=True)]
        return [automaton for automaton in made if automaton is not None]

    def unless(
        self, item: str | Unless, source: Source, path: Path
    ) -> tuple[Automaton, Where] | None:
        if isinstance(item, str):
            item, place = Unless(pattern=item), path
        else:
            place = (*path, "pattern")
        automaton = self.pattern(item.pattern, source, place)
        return None if automaton is None else (automaton, item.where)

    def entry(
        self, item: _EntryDraft
    ) -> tuple[CompiledEntry, list[tuple[PatternOf, Automaton]]] | None:
        entry, source, path = item.entry, item.source, item.path
        before = len(self.problems)
        made = [
            (pattern, self.pattern(pattern, source, (*path, "patterns", n)))
            for n, pattern in enumerate(entry.patterns)
        ]
        unless = [
            self.unless(healing, source, (*path, "unless", n))
            for n, healing in enumerate(entry.unless)
        ]
        templates: dict[str, Template] = {}
        for number, rewrite in enumerate(entry.rewrites):
            place = (*path, "rewrites", number)
            if not rewrite.id.startswith(f"{entry.id}."):
                self.problems.append(
                    source.problem(
                        (*place, "id"),
                        "the id of a rewrite starts with the id of its entry",
                        f"{entry.id}.{rewrite.id.rpartition('.')[2]}",
                    )
                )
            template = _template(rewrite.text, source, (*place, "text"), self.problems)
            if template is not None:
                templates[rewrite.id] = template
        if len(self.problems) > before:
            return None
        compiled = CompiledEntry(
            entry=entry,
            fault=item.file.id,
            role=item.file.role,
            unless=(
                *(found for found in unless if found is not None),
                *self.shared.get(item.file.id, ()),
            ),
            templates=templates,
        )
        return compiled, [
            (PatternOf(compiled, pattern, len(automaton.needs)), automaton)
            for pattern, automaton in made
            if automaton is not None
        ]
