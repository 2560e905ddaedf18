"""Choosing findings: what heals a match, and which of overlapping ones stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bonvorto.bank.bank import CompiledEntry, LanguageBank, PatternOf
from bonvorto.bank.model import Role
from bonvorto.match.automaton import Automaton, Hit
from bonvorto.match.index import Found
from bonvorto.morphology import Token

GUARD_REACH = 3  # tokens between a guard («you need not …») and the words it clears
_SEVERITY = {"error": 2, "warning": 1, "suggestion": 0}
TokenRange = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A pattern that stands: tokens `first` to `last` of sentence `sentence`."""

    sentence: int
    found: Found[PatternOf]

    @property
    def compiled(self) -> CompiledEntry:
        """The entry whose pattern it is."""
        return self.found.label.compiled


def choose(
    sentences: Sequence[Sequence[Token]],
    bank: LanguageBank,
    role: Role,
    disable: frozenset[str],
) -> list[Chosen]:
    """Find the entries that match the sentences of one language, in order, none overlapping.

    Longest first: of two that overlap the one over more words stays, then the one whose pattern
    asks for more, then the more severe.
    """
    chosen: list[Chosen] = []
    for number, sentence in enumerate(sentences):
        standing = [
            found
            for found in bank.index.search(sentence)
            if _wanted(found.label.compiled, role, disable)
            and not _healed(found, sentences, number)
        ]
        if standing:
            guards = bank.guards.search(sentence)
            standing = [found for found in standing if not _guarded(found, guards, sentence)]
        chosen.extend(Chosen(number, found) for found in _apart(standing))
    return chosen


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
    kept: list[Found[PatternOf]] = []
    for item in ranked:
        if all(_disjoint(item.hit, other.hit) for other in kept):
            kept.append(item)
    return sorted(kept, key=lambda item: item.hit.first)


def _disjoint(one: Hit, other: Hit) -> bool:
    return one.last < other.first or other.last < one.first


def _guarded(
    found: Found[PatternOf], guards: Sequence[Found[str]], sentence: Sequence[Token]
) -> bool:
    """Tell whether a guard stands next to the match, with no break between them."""
    hit = found.hit
    despite = found.label.compiled.entry.despite
    for guard in guards:
        if guard.label in despite or not _disjoint(guard.hit, hit):
            continue
        near, far = sorted((guard.hit, hit), key=lambda item: item.first)
        between = sentence[near.last + 1 : far.first + 1]
        if len(between) <= GUARD_REACH + 1 and not any(token.after_break for token in between):
            return True
    return False


def _healed(found: Found[PatternOf], sentences: Sequence[Sequence[Token]], number: int) -> bool:
    sentence, hit = sentences[number], found.hit
    for automaton, where in found.label.compiled.unless:
        match where:
            case "sentence":
                healed = bool(automaton.find(sentence))
            case "before":
                healed = bool(automaton.find(sentence[: hit.first]))
            case "after":
                healed = bool(automaton.find(sentence[hit.last + 1 :]))
            case "next":
                following = sentences[number + 1] if number + 1 < len(sentences) else ()
                healed = bool(automaton.find(following))
            case "reply":
                healed = _anywhere(automaton, sentences)
        if healed:
            return True
    return False


def _anywhere(automaton: Automaton, sentences: Sequence[Sequence[Token]]) -> bool:
    return any(automaton.find(sentence) for sentence in sentences)
