"""Automata: a pattern compiled once, run over the tokens of a sentence without backtracking.

One state per word of the pattern (Glushkov 1961). A run keeps a set of states, as Thompson (1968)
and Pike do; its cost is at most tokens × states × their predecessors, whatever the pattern.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bonvorto.morphology import Token

MAX_FILLERS = 2  # between two words of a phrase


# Slots and the tokens that they took: (name, first token, last token).
Captured = tuple[tuple[str, int, int], ...]
# A state of a run: (first token of the match, fillers skipped, slots so far).
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

    by_key: key → states that take a token with it; by_exact: folded form → states; anything:
    states that take any token. before: the states that precede each state. first, last: where a
    match starts and ends; last_at_end: where it ends if the sentence does. slots: the slot that
    each state fills. at_start: the match starts the sentence. gaps: states of a gap.
    needs: sets of keys of which a sentence must have one each; the index uses them.
    """

    by_key: dict[str, tuple[int, ...]]
    by_exact: dict[str, tuple[int, ...]]
    anything: tuple[int, ...]
    any_leads: bool
    first: frozenset[int]
    last: frozenset[int]
    last_at_end: frozenset[int]
    before: tuple[tuple[int, ...], ...]
    slots: tuple[str | None, ...]
    at_start: bool
    gaps: frozenset[int]
    needs: tuple[frozenset[str], ...]

    def find(self, sentence: Sequence[Token]) -> list[Hit]:
        """Find the leftmost longest matches, none overlapping another."""
        best: dict[int, Hit] = {}
        active: dict[int, Thread] = {}
        may_start = True
        for position, token in enumerate(sentence):
            if token.after_break:
                active = {}
            candidates = self._consuming(token, any_too=bool(active) or self.any_leads)
            reached: dict[int, Thread] = {}
            for state in candidates:
                thread = self._enter(state, active, position, may_start=may_start)
                if thread is None:
                    continue
                reached[state] = thread
                if state in self.last or (
                    state in self.last_at_end and _only_fillers(sentence, position + 1)
                ):
                    best[thread[0]] = Hit(thread[0], position, thread[2])
            if token.filler:
                self._wait(active, reached)
            elif self.at_start:
                may_start = False
            active = reached
        return _leftmost(best) if best else []

    def _consuming(self, token: Token, *, any_too: bool) -> Sequence[int]:
        """States that take a token, whether or not they can be entered now."""
        found: tuple[int, ...] = self.anything if any_too else ()
        for key in token.keys:
            states = self.by_key.get(key)
            if states:
                found += states
        if self.by_exact:
            found += self.by_exact.get(token.exact, ())
        return found

    def _enter(
        self, state: int, active: dict[int, Thread], position: int, *, may_start: bool
    ) -> Thread | None:
        """Enter a state from the thread that started earliest, or afresh."""
        earliest: Thread | None = None
        if active:
            for before in self.before[state]:
                thread = active.get(before)
                if thread is not None and (earliest is None or thread[0] < earliest[0]):
                    earliest = thread
        if earliest is None:
            if not may_start or state not in self.first:
                return None
            earliest = (position, 0, ())
        name = self.slots[state]
        if name is None:
            return earliest[0], 0, earliest[2]
        return earliest[0], 0, _capture(name, earliest[2], position)

    def _wait(self, active: dict[int, Thread], reached: dict[int, Thread]) -> None:
        """Let threads stand over a filler, up to two in a row; a gap takes it as a word."""
        for state, (first, skipped, captured) in active.items():
            if skipped < MAX_FILLERS and state not in self.gaps:
                kept = reached.get(state)
                if kept is None or first < kept[0]:
                    reached[state] = (first, skipped + 1, captured)


def _capture(name: str, captured: Captured, position: int) -> Captured:
    """Note that a slot took a token; a run of tokens is one capture."""
    if captured and captured[-1][0] == name and captured[-1][2] == position - 1:
        return (*captured[:-1], (name, captured[-1][1], position))
    return (*captured, (name, position, position))


def _only_fillers(sentence: Sequence[Token], start: int) -> bool:
    return all(token.filler for token in sentence[start:])


def _leftmost(best: dict[int, Hit]) -> list[Hit]:
    chosen: list[Hit] = []
    for first in sorted(best):
        if not chosen or first > chosen[-1].last:
            chosen.append(best[first])
    return chosen
