"""The index: which of many patterns can match a sentence at all, in one look per word.

Every automaton has needs: sets of keys of which the sentence must hold one each. It is filed
under the need whose keys are rarest among all patterns; a sentence asks only for its own keys,
checks the other needs by set look-ups, and runs the few automata that are left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bonvorto.match.automaton import Automaton, Hit
from bonvorto.morphology import Token

Label = TypeVar("Label")


@dataclass(frozen=True, slots=True)
class Found(Generic[Label]):
    """A hit of the pattern that carries `label`."""

    label: Label
    hit: Hit


class Index(Generic[Label]):
    """Patterns of one language, filed by their rarest words."""

    def __init__(self, patterns: Iterable[tuple[Label, Automaton]]) -> None:
        items = list(patterns)
        frequency = Counter(
            key for _, automaton in items for need in automaton.needs for key in need
        )

        def rarity(need: frozenset[str]) -> int:
            return sum(frequency[key] for key in need)

        self._filed: dict[str, list[tuple[Label, Automaton, tuple[frozenset[str], ...]]]] = {}
        self._always: list[tuple[Label, Automaton]] = []
        for label, automaton in items:
            needs = sorted(automaton.needs, key=rarity)
            if not needs:
                self._always.append((label, automaton))
                continue
            for key in needs[0]:
                self._filed.setdefault(key, []).append((label, automaton, tuple(needs[1:])))

    def search(self, sentence: Sequence[Token]) -> list[Found[Label]]:
        """Run every pattern that can match the tokens of a sentence."""
        present = {key for token in sentence for key in token.keys}
        candidates: dict[int, tuple[Label, Automaton]] = {}
        for key in present & self._filed.keys():
            for label, automaton, needs in self._filed[key]:
                if all(not need.isdisjoint(present) for need in needs):
                    candidates[id(automaton)] = (label, automaton)
        return [
            Found(label, hit)
            for label, automaton in (*candidates.values(), *self._always)
            for hit in automaton.find(sentence)
        ]
