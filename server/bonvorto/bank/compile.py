"""From the draft of a language to its compiled bank."""

from __future__ import annotations

from bonvorto.bank.bank import CompiledEntry, LanguageBank, Layered, Move, PatternOf
from bonvorto.bank.draft import Draft, EntryDraft, read_template
from bonvorto.bank.model import Unless, Where
from bonvorto.bank.problem import Problem
from bonvorto.bank.source import Path, Source
from bonvorto.match.automaton import Automaton
from bonvorto.match.compile import compile_pattern, compile_phrases
from bonvorto.match.index import Index
from bonvorto.match.lists import Lists, layered_names
from bonvorto.match.pattern import PatternError
from bonvorto.rewrite.slots import Template


def compile_language(
    draft: Draft, files: tuple[Layered, ...], problems: list[Problem]
) -> LanguageBank:
    """Compile the patterns of a language; what cannot be compiled is refused with its reason.

    `files` are those of the draft, `problems` what drafting found; both go into the result.
    """
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
        lists=Lists(draft.language, compiler.lists),
        index=Index(patterns),
        guards=Index(guards),
        signs=Index(signs),
        hints=frozenset(hint.lower() for template in templates for _, hint in template.slots),
        files=files,
        problems=tuple(problems),
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


class _Compiler:
    def __init__(self, draft: Draft, problems: list[Problem]) -> None:
        self.language = draft.language
        self.names = frozenset(draft.lists)
        self.problems = problems
        self.lists = {
            name: automaton
            for name, (phrases, source) in draft.lists.items()
            if (automaton := self.word_list(phrases, source, ("lists", name))) is not None
        }
        self.report_circles(draft)
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
            return compile_pattern(pattern, self.language, self.names)
        except PatternError as error:
            self.problems.append(
                source.problem(path, str(error), error.hint, inside=error.position)
            )
            return None

    def word_list(self, phrases: list[str], source: Source, path: Path) -> Automaton | None:
        """Compile a word list from those of its phrases that can be read."""
        good = [
            phrase
            for number, phrase in enumerate(phrases)
            if self.pattern(phrase, source, (*path, number)) is not None
        ]
        return compile_phrases(good, self.language, self.names) if good else None

    def report_circles(self, draft: Draft) -> None:
        for name in sorted(set(self.lists) - layered_names(self.lists)):
            source = draft.lists[name][1]
            message = f"the word list “{name}” names itself, by way of others or not"
            self.problems.append(source.problem(("lists", name), message, "take one name out"))

    def all(
        self, patterns: list[str], source: Source, path: Path, *, one: bool = False
    ) -> list[Automaton]:
        places = [path if one else (*path, number) for number in range(len(patterns))]
        made = [self.pattern(p, source, q) for p, q in zip(patterns, places, strict=True)]
        return [automaton for automaton in made if automaton is not None]

    def unless(
        self, item: str | Unless, source: Source, path: Path
    ) -> tuple[Automaton, Where, str] | None:
        if isinstance(item, str):
            item, place = Unless(pattern=item), path
        else:
            place = (*path, "pattern")
        automaton = self.pattern(item.pattern, source, place)
        return None if automaton is None else (automaton, item.where, item.pattern)

    def entry(
        self, item: EntryDraft
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
            template = read_template(rewrite.text, source, (*place, "text"), self.problems)
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
            (PatternOf(compiled, pattern, len(automaton.ways[0])), automaton)
            for pattern, automaton in made
            if automaton is not None
        ]
