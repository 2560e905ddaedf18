"""Choosing findings: what heals a match, and which of overlapping ones stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bonvorto.bank.bank import CompiledEntry, LanguageBank, PatternOf
from bonvorto.bank.model import Role
from bonvorto.match.automaton import Automaton, Hit
from bonvorto.match.index import Found
from bonvorto.match.sentence import Sentence

GUARD_REACH = 3  # tokens between a guard («you need not …») and the words it clears
_SEVERITY = {"error": 2, "warning": 1, "suggestion": 0}


@dataclass(frozen=True, slots=True)
class Chosen:
    """A pattern that stands: tokens `first` to `last` of sentence `sentence`."""

    sentence: int
    found: Found[PatternOf]

    @property
    def compiled(self) -> CompiledEntry:
        """The entry whose pattern it is."""
        return self.found.label.compiled


@dataclass(frozen=True, slots=True)
class Judged:
    """A match, and the `unless` or the guard that clears it; empty when it stands."""

    found: Found[PatternOf]
    cleared_by: str


def choose(
    sentences: Sequence[Sentence],
    bank: LanguageBank,
    role: Role,
    disable: frozenset[str],
) -> list[Chosen]:
    """Find the entries that match the sentences of one language, in order, none overlapping.

    Longest first: of two that overlap the one over more words stays, then the one whose pattern
    asks for more, then the more severe.
    """
    return [
        Chosen(number, found)
        for number, judged in enumerate(judge(sentences, bank, role, disable))
        for found in _apart([item.found for item in judged if not item.cleared_by])
    ]


def judge(
    sentences: Sequence[Sentence],
    bank: LanguageBank,
    role: Role,
    disable: frozenset[str],
) -> Iterator[list[Judged]]:
    """Yield for each sentence all that matches in it, each with what clears it, if anything."""
    surroundings = _Surroundings(sentences)
    for number, sentence in enumerate(sentences):
        matched = [
            found
            for found in bank.index.search(sentence)
            if _wanted(found.label.compiled, role, disable)
        ]
        guards = _Guards(bank.guards.search(sentence), sentence) if matched else None
        yield [
            Judged(
                found,
                surroundings.healed_by(found, number) or (guards.near(found) if guards else ""),
            )
            for found in matched
        ]


def _wanted(compiled: CompiledEntry, role: Role, disable: frozenset[str]) -> bool:
    return (
        compiled.role == role and compiled.entry.id not in disable and compiled.fault not in disable
    )


def _apart(found: Sequence[Found[PatternOf]]) -> list[Found[PatternOf]]:
    ranked = sorted(
        found,
        key=lambda item: (
            item.hit.first - item.hit.last,
            -item.label.weight,
            -_SEVERITY[item.label.compiled.entry.severity],
            item.hit.first,
            item.label.compiled.entry.id,
            item.label.pattern,
        ),
    )
    covered: set[int] = set()
    kept: list[Found[PatternOf]] = []
    for item in ranked:
        tokens = range(item.hit.first, item.hit.last + 1)
        if covered.isdisjoint(tokens):
            covered.update(tokens)
            kept.append(item)
    return sorted(kept, key=lambda item: item.hit.first)


class _Guards:
    """Where the guards of a sentence start and end, to look for one next to a match."""

    def __init__(self, found: Sequence[Found[str]], sentence: Sentence) -> None:
        self.tokens = sentence.tokens
        self.starts: dict[int, set[str]] = {}
        self.ends: dict[int, set[str]] = {}
        for guard in found:
            self.starts.setdefault(guard.hit.first, set()).add(guard.label)
            self.ends.setdefault(guard.hit.last, set()).add(guard.label)

    def near(self, found: Found[PatternOf]) -> str:
        """Name the guard within reach of a match, with no break between them; else empty."""
        despite = found.label.compiled.entry.despite
        hit = found.hit
        before = (self.ends.get(hit.first - step) for step in self._steps(hit.first, -1))
        after = (self.starts.get(hit.last + step) for step in self._steps(hit.last, 1))
        for names in (*before, *after):
            for name in sorted(names or ()):
                if name not in despite:
                    return f"guard {name}"
        return ""

    def _steps(self, edge: int, direction: int) -> Iterator[int]:
        """Distances from the edge of a match, until a break or the end of the reach."""
        for step in range(1, GUARD_REACH + 2):
            # the break stands before the right one of two neighbours
            right = edge - step + 1 if direction < 0 else edge + step
            if not 0 <= right < len(self.tokens) or self.tokens[right].after_break:
                return
            yield step


class _Surroundings:
    """The sentences around a match; each `unless` looks at each of them once."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self._hits: dict[tuple[int, int], list[Hit]] = {}
        self._reply: dict[int, bool] = {}

    def healed_by(self, found: Found[PatternOf], number: int) -> str:
        """Spell the `unless` that heals a match; empty when none does."""
        hit = found.hit
        for automaton, where, pattern in found.label.compiled.unless:
            match where:
                case "sentence":
                    healed = bool(self._find(automaton, number))
                case "before":
                    hits = self._find(automaton, number)
                    healed = bool(hits) and hits[0].last < hit.first
                case "after":
                    hits = self._find(automaton, number)
                    healed = bool(hits) and hits[-1].first > hit.last
                case "next":
                    healed = bool(self._find(automaton, number + 1))
                case "reply":
                    healed = self._anywhere(automaton)
            if healed:
                return f"unless ({where}) {pattern}"
        return ""

    def _find(self, automaton: Automaton, number: int) -> list[Hit]:
        if number >= len(self.sentences):
            return []
        key = (id(automaton), number)
        if key not in self._hits:
            self._hits[key] = automaton.find(self.sentences[number])
        return self._hits[key]

    def _anywhere(self, automaton: Automaton) -> bool:
        key = id(automaton)
        if key not in self._reply:
            self._reply[key] = any(automaton.find(sentence) for sentence in self.sentences)
        return self._reply[key]
