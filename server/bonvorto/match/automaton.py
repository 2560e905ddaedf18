"""Automata: a pattern compiled once, run over the tokens of a sentence without backtracking.

Glushkov's construction (1961): one state per word of the pattern, so the number of states is the
number of words. A run keeps a set of states, as Thompson (1968) and Pike do; its cost is at most
tokens × states × their followers, whatever the pattern.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise, permutations

from bonvorto.match.pattern import (
    Choice,
    Edge,
    Gap,
    Literal,
    Node,
    PatternError,
    Slot,
    Unordered,
    parse,
)
from bonvorto.match.pattern import Sequence as Row
from bonvorto.match.typed import TYPED
from bonvorto.morphology import Token, keys, tokens
from bonvorto.text.words import words

MAX_STATES = 400
MAX_FILLERS = 2  # between two words of a phrase
ANY: frozenset[str] = frozenset(("*",))

# Lists of phrases that a pattern may name; each phrase is itself a pattern.
WordLists = Mapping[str, Sequence[str]]


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


def compile_pattern(pattern: str, language: str, lists: WordLists) -> Automaton:
    """Compile a pattern of a language. Raises PatternError for what cannot be read."""
    return _Builder(language, lists).build(parse(pattern))


@dataclass(frozen=True, slots=True)
class _Fragment:
    first: frozenset[int]
    last: frozenset[int]
    empty: bool
    needs: tuple[frozenset[str], ...]


_NOTHING = _Fragment(frozenset(), frozenset(), empty=True, needs=())


class _Builder:
    def __init__(self, language: str, lists: WordLists) -> None:
        self.language = language
        self.lists = lists
        self.keys: list[frozenset[str]] = []
        self.exact: list[str | None] = []
        self.slots: list[str | None] = []
        self.follow: list[set[int]] = []
        self.gaps: set[int] = set()
        self.expanding: tuple[str, ...] = ()

    def build(self, node: Node) -> Automaton:
        parts = list(node.parts) if isinstance(node, Row) else [node]
        at_start = isinstance(parts[0], Edge) and parts[0].start
        at_end = isinstance(parts[-1], Edge) and not parts[-1].start
        inner = parts[1 if at_start else 0 : len(parts) - 1 if at_end else len(parts)]
        whole = self.add(Row(tuple(inner)))
        if whole.empty:
            raise PatternError("every word of the pattern may be left out", 0, "require one word")
        by_key: dict[str, list[int]] = {}
        by_exact: dict[str, list[int]] = {}
        anything: list[int] = []
        for state, accepted in enumerate(self.keys):
            exact = self.exact[state]
            if exact is not None:
                by_exact.setdefault(exact, []).append(state)
            elif accepted is ANY:
                anything.append(state)
            else:
                for key in accepted:
                    by_key.setdefault(key, []).append(state)
        return Automaton(
            by_key={key: tuple(states) for key, states in by_key.items()},
            by_exact={form: tuple(states) for form, states in by_exact.items()},
            anything=tuple(anything),
            any_leads=not whole.first.isdisjoint(anything),
            first=whole.first,
            last=frozenset() if at_end else whole.last,
            last_at_end=whole.last if at_end else frozenset(),
            before=self.before(),
            slots=tuple(self.slots),
            at_start=at_start,
            gaps=frozenset(self.gaps),
            needs=whole.needs,
        )

    def before(self) -> tuple[tuple[int, ...], ...]:
        """Turn the followers of each state into the predecessors of each state."""
        before: list[list[int]] = [[] for _ in self.follow]
        for state, followers in enumerate(self.follow):
            for follower in followers:
                before[follower].append(state)
        return tuple(tuple(sorted(states)) for states in before)

    def add(self, node: Node, slot: str | None = None) -> _Fragment:
        match node:
            case Literal(word, exact):
                return self.literal(word, slot, exact=exact)
            case Row(parts):
                return self.row([partial(self.add, part, slot) for part in parts])
            case Choice(options, optional):
                return self.choice([self.add(option, slot) for option in options], optional)
            case Gap(most):
                return self.gap(most)
            case Unordered(parts):
                orders = [Row(order) for order in permutations(parts)]
                found = self.choice([self.add(order, slot) for order in orders], optional=False)
                return _Fragment(found.first, found.last, found.empty, self.needs_of(parts))
            case Slot(kind, name, position):
                return self.slot(kind, name, position)
            case Edge():
                raise PatternError("“^” stands first and “$” last", 0)

    def literal(self, word: str, slot: str | None, *, exact: bool) -> _Fragment:
        if word.startswith("#"):
            return self.state(frozenset((word,)), None, slot)
        made: list[tuple[frozenset[str], str | None]]
        if exact:
            forms = [found.folded for found in words(word)]
            made = [(frozenset(keys(form, self.language)), form) for form in forms]
        else:
            made = [
                # a figure in a pattern means that figure, not any number
                (frozenset(token.keys), token.exact if token.keys[0][0] == "#" else None)
                for token in tokens(words(word), self.language)
            ]
        return self.row([partial(self.state, accepted, form, slot) for accepted, form in made])

    def state(self, accepted: frozenset[str], exact: str | None, slot: str | None) -> _Fragment:
        index = len(self.keys)
        if index >= MAX_STATES:
            raise PatternError(
                f"the pattern unfolds into more than {MAX_STATES} words", 0, "write two patterns"
            )
        self.keys.append(accepted)
        self.exact.append(exact)
        self.slots.append(slot)
        self.follow.append(set())
        only = frozenset((index,))
        return _Fragment(only, only, empty=False, needs=() if accepted is ANY else (accepted,))

    def row(self, makers: Iterable[Callable[[], _Fragment]]) -> _Fragment:
        """Concatenate; states are numbered in reading order."""
        whole = _NOTHING
        for make in makers:
            part = make()
            for state in whole.last:
                self.follow[state] |= part.first
            whole = _Fragment(
                first=whole.first | part.first if whole.empty else whole.first,
                last=whole.last | part.last if part.empty else part.last,
                empty=whole.empty and part.empty,
                needs=whole.needs + (() if part.empty else part.needs),
            )
        return whole

    def choice(self, options: list[_Fragment], optional: bool) -> _Fragment:
        empty = optional or any(option.empty for option in options)
        return _Fragment(
            first=frozenset().union(*(option.first for option in options)),
            last=frozenset().union(*(option.last for option in options)),
            empty=empty,
            needs=() if empty else _one_of(options),
        )

    def gap(self, most: int) -> _Fragment:
        states = [self.state(ANY, None, None) for _ in range(most)]
        for before, after in pairwise(states):
            for state in before.last:
                self.follow[state] |= after.first
        indices = frozenset(state for fragment in states for state in fragment.last)
        self.gaps |= indices
        return _Fragment(states[0].first, indices, empty=True, needs=())

    def slot(self, kind: str, name: str, position: int) -> _Fragment:
        if kind == "word":
            return self.state(ANY, None, name)
        phrases = TYPED.get(self.language, {}).get(kind) or self.lists.get(kind)
        if phrases is None:
            known = ", ".join(sorted({*TYPED.get(self.language, {}), "word", *self.lists}))
            raise PatternError(f"there is no word list “{kind}”", position, f"known: {known}")
        if kind in self.expanding:
            raise PatternError(f"the word list “{kind}” names itself", position)
        outer, self.expanding = self.expanding, (*self.expanding, kind)
        options = [self.add(parse(phrase), name) for phrase in phrases]
        self.expanding = outer
        return self.choice(options, optional=False)

    def needs_of(self, parts: tuple[Node, ...]) -> tuple[frozenset[str], ...]:
        probe = _Builder(self.language, self.lists)
        return probe.add(Row(parts)).needs


def _one_of(options: list[_Fragment]) -> tuple[frozenset[str], ...]:
    """What a choice needs: one key from the rarest-looking need of each option."""
    if any(not option.needs for option in options):
        return ()
    if len(options) == 1:
        return options[0].needs
    # The longest key is the best guess at the rarest word without a frequency list.
    picked = [max(option.needs, key=lambda need: min(map(len, need))) for option in options]
    return (frozenset().union(*picked),)
