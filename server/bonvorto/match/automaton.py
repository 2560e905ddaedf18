"""Automata: a pattern compiled once, run over a sentence without backtracking.

One state per word of the pattern (Glushkov 1961). A run looks only at the places of the sentence
where the pattern has a word at all, and keeps for each state the latest place it was reached at:
what can follow from an earlier place can follow from the latest, so the cost is at most places ×
predecessors, whatever the pattern.
"""

from __future__ import annotations

from dataclasses import dataclass

from bonvorto.match.sentence import Place, Sentence

Way = tuple[frozenset[str], ...]
# Slots and the tokens that they took: (name, first token, last token).
Captured = tuple[tuple[str, int, int], ...]
# What has reached a state: (last token, first token of the match, slots).
Thread = tuple[int, int, Captured]


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a pattern matched: a range of tokens, and the token ranges of its slots."""

    first: int
    last: int
    captured: Captured


@dataclass(frozen=True, slots=True)
class Automaton:
    """A compiled pattern.

    by_key: key → states that take a place with it; keys are those of words, of exact forms
    (`"form`) and of word lists (`{list}`); `*` stands for any word. before: for each state those
    that precede it, each with the number of words that may stand between. first, last: where a
    match starts and ends. slots: the slot that each state fills. at_start, at_end: the match
    starts or ends the sentence, fillers aside. ways: what a sentence must have to match, as
    alternatives; each is a row of key sets of which the sentence must have one key each.
    """

    by_key: dict[str, tuple[int, ...]]
    before: tuple[tuple[tuple[int, int], ...], ...]
    first: frozenset[int]
    last: frozenset[int]
    slots: tuple[str | None, ...]
    at_start: bool
    at_end: bool
    ways: tuple[Way, ...]

    def find(self, sentence: Sentence) -> list[Hit]:
        """Find the leftmost longest matches, none overlapping another."""
        longest: dict[int, Hit] = {}
        for hit in self._run(sentence, every_start=False):
            known = longest.get(hit.first)
            if known is None or hit.last > known.last:
                longest[hit.first] = hit
        chosen: list[Hit] = []
        for first in sorted(longest):
            if not chosen or first > chosen[-1].last:
                chosen.append(longest[first])
        return chosen

    def spans(self, sentence: Sentence) -> list[Place]:
        """Find all matches, also those within others, as places in order."""
        return sorted({(hit.first, hit.last) for hit in self._run(sentence, every_start=True)})

    def _run(self, sentence: Sentence, *, every_start: bool) -> list[Hit]:
        hits: list[Hit] = []
        threads: dict[int, list[Thread]] = {}
        for start, end, state in self._places(sentence):
            entered = self._enter(threads, sentence, state, start)
            if not entered:
                continue
            if not every_start and len(entered) > 1:
                entered = [min(entered, key=_first_token)]
            name = self.slots[state]
            known = threads.setdefault(state, [])
            ends = state in self.last and (not self.at_end or sentence.only_fillers_after(end))
            for first, captured in entered:
                kept = captured if name is None else (*captured, (name, start, end))
                known.append((end, first, kept))
                if ends:
                    hits.append(Hit(first, end, kept))
        return hits

    def _places(self, sentence: Sentence) -> list[tuple[int, int, int]]:
        """List (first token, last token, state) of all that the pattern could take, in order."""
        by_key = self.by_key
        found: list[tuple[int, int, int]] = []
        for key in by_key.keys() & sentence.places.keys():
            states = by_key[key]
            for start, end in sentence.at(key):
                for state in states:
                    found.append((start, end, state))
        if "*" in by_key:
            found += [
                (index, index, state)
                for index in range(len(sentence.tokens))
                for state in by_key["*"]
            ]
        found.sort()
        return found

    def _enter(
        self, threads: dict[int, list[Thread]], sentence: Sentence, state: int, start: int
    ) -> list[tuple[int, Captured]]:
        """List the ways into a state at a token: (first token of the match, slots so far)."""
        entered: list[tuple[int, Captured]] = []
        if threads:
            for before, slack in self.before[state]:
                known = threads.get(before)
                if known is None:
                    continue
                # the latest that ends before this token reaches furthest; the others add no way
                for end, first, captured in reversed(known):
                    if end < start:
                        if sentence.joined(end, start, slack):
                            entered.append((first, captured))
                        break
        if state in self.first and (not self.at_start or sentence.only_fillers_before(start)):
            entered.append((start, ()))
        return entered


def _first_token(entered: tuple[int, Captured]) -> int:
    return entered[0]
