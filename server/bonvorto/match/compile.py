"""Compiling a pattern: from its syntax tree to an automaton, by Glushkov's construction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise, permutations

from bonvorto.match.automaton import Automaton
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
from bonvorto.morphology import keys, tokens
from bonvorto.text.words import words

MAX_STATES = 400
ANY: frozenset[str] = frozenset(("*",))

# Lists of phrases that a pattern may name; each phrase is itself a pattern.
WordLists = Mapping[str, Sequence[str]]


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
