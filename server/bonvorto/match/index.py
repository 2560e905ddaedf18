"""The index: which of many patterns can match a sentence at all, in one look per word.

An automaton says in which ways a sentence can meet it, each a row of key sets of which the sentence
must hold one each. It is filed under the set whose keys are rarest among all patterns, once a way;
a sentence asks only for its own keys, checks the other sets, and runs the few that are left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from bonvorto.match.automaton import Automaton, Hit, Way
from bonvorto.match.sentence import Sentence

Label = TypeVar("Label")


@dataclass(frozen=True, slots=True)
class Found(Generic[Label]):
    """A hit of the pattern that carries `label`."""

    label: Label
    hit: Hit


class Index(Generic[Label]):
    """Patterns of one language, filed by their rarest words."""

    def __init__(self, patterns: Iterable[tuple[Label, Automaton]]) -> None:
        self._patterns = list(patterns)
        frequency = Counter(
            key
            for _, automaton in self._patterns
            for way in automaton.ways
            for need in way
            for key in need
        )

        def rarity(need: frozenset[str]) -> int:
            return sum(frequency[key] for key in need)

        self._filed: dict[str, list[tuple[int, Way]]] = {}
        self._always: list[int] = []
        for number, (_, automaton) in enumerate(self._patterns):
            if not all(automaton.ways):
                self._always.append(number)
                continue
            for way in automaton.ways:
                needs = sorted(way, key=rarity)
                filed = (number, tuple(needs[1:]))
                for key in needs[0]:
                    self._filed.setdefault(key, []).append(filed)

    def candidates(self, sentence: Sentence) -> list[tuple[Label, Automaton]]:
        """List the patterns whose needs a sentence meets, in an order that is always the same."""
        present = sentence.present
        found = set(self._always)
        for key in present & self._filed.keys():
            for number, needs in self._filed[key]:
                if number in found:
                    continue
                for need in needs:
                    if present.isdisjoint(need):
                        break
                else:
                    found.add(number)
        return [self._patterns[number] for number in sorted(found)]

    def search(self, sentence: Sentence) -> list[Found[Label]]:
        """Run every pattern that can match a sentence."""
        return [
            Found(label, hit)
            for label, automaton in self.candidates(sentence)
            for hit in automaton.find(sentence)
        ]
