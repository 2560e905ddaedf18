"""The loaded bank: compiled entries, moves and phrases of each language, never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bonvorto.bank.model import Entry, Explained, Phrase, Role, Situation, Where
from bonvorto.bank.parse import Parsed
from bonvorto.bank.problem import Problem
from bonvorto.match.automaton import Automaton
from bonvorto.match.index import Index
from bonvorto.match.lists import Lists
from bonvorto.rewrite.slots import Template

# A file and the layer of banks that it belongs to, the shipped ones being 0.
Layered = tuple[int, Parsed]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a fault or a move is called and why it matters, in one language."""

    title: str
    message: str
    why: str
    advice: tuple[str, ...]

    @classmethod
    def of(cls, file: Explained, previous: Explanation | None) -> Explanation:
        """Take what a file says; an overlay may leave out what the bank below says."""
        return cls(
            title=file.title or (previous.title if previous else ""),
            message=file.message or (previous.message if previous else ""),
            why=file.why or (previous.why if previous else ""),
            advice=tuple(file.advice) or (previous.advice if previous else ()),
        )


@dataclass(frozen=True, slots=True, eq=False)
class CompiledEntry:
    """An entry with its patterns compiled. `unless`: what heals a match, where, as written."""

    entry: Entry
    fault: str
    role: Role
    unless: tuple[tuple[Automaton, Where, str], ...]
    templates: Mapping[str, Template]


@dataclass(frozen=True, slots=True, eq=False)
class PatternOf:
    """Says which pattern of which entry an automaton is."""

    compiled: CompiledEntry
    pattern: str
    weight: int


@dataclass(frozen=True, slots=True)
class Move:
    """A move of a good reply, in one language."""

    id: str
    role: Role
    situation: Situation
    explanation: Explanation
    phrases: Mapping[str, tuple[Phrase, Template]]
    makes: tuple[str, ...]
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault, in one language."""

    id: str
    role: Role
    explanation: Explanation


@dataclass(frozen=True, slots=True)
class LanguageBank:
    """All that is known of one language, and the files it was compiled from."""

    language: str
    faults: Mapping[str, Fault]
    moves: Mapping[str, Move]
    entries: Mapping[str, CompiledEntry]
    lists: Lists
    index: Index[PatternOf]
    guards: Index[str]
    signs: Index[str]
    hints: frozenset[str]
    files: tuple[Layered, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Bank:
    """The banks of all languages, as one version.

    version: hash of everything that was read. problems: what was refused or looks wrong.
    texts: the text of each file in use, by path; a reload falls back on it.
    """

    version: str
    languages: Mapping[str, LanguageBank]
    problems: tuple[Problem, ...] = ()
    texts: Mapping[Path, str] = field(default_factory=dict)

    def rewrite_gloss(self, rewrite_id: str, language: str | None) -> str | None:
        """Give the meaning of a rewrite: the text with the same id in another language."""
        bank = self.languages.get(language or "")
        compiled = bank.entries.get(rewrite_id.partition(".")[0]) if bank else None
        template = compiled.templates.get(rewrite_id) if compiled else None
        return template.fill({})[0] if template else None

    def phrase_gloss(self, move: str, phrase_id: str, language: str | None) -> str | None:
        """Give the meaning of a phrase: the one with the same id in another language."""
        bank = self.languages.get(language or "")
        found = bank.moves[move].phrases.get(phrase_id) if bank and move in bank.moves else None
        return found[1].fill({})[0] if found else None

    def explain_fault(self, fault: str, language: str) -> Explanation | None:
        """Explain a fault in a language."""
        bank = self.languages.get(language)
        found = bank.faults.get(fault) if bank else None
        return found.explanation if found else None

    def explain_move(self, move: str, language: str) -> Explanation | None:
        """Explain a move in a language."""
        bank = self.languages.get(language)
        found = bank.moves.get(move) if bank else None
        return found.explanation if found else None
