"""Compiling a pattern: from its syntax tree to an automaton, by Glushkov's construction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache, partial, reduce
from itertools import permutations

from bonvorto.match.automaton import Automaton, Way
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
from bonvorto.morphology import tokens
from bonvorto.text.words import words

MAX_STATES = 400
MAX_WAYS = 24
MAX_PAIRS = 64


@lru_cache(maxsize=50_000)
def compile_pattern(pattern: str, language: str, lists: frozenset[str] = frozenset()) -> Automaton:
    """Compile a pattern of a language; `lists` are the names of its word lists.

    Compiled patterns are kept, so that a bank that is loaded again after an edit compiles only
    what is new. Raises PatternError for what cannot be read.
    """
    return _Builder(language, lists).build(parse(pattern))


def compile_phrases(
    phrases: Iterable[str], language: str, lists: Collection[str] = ()
) -> Automaton:
    """Compile the phrases of a word list as one pattern. Raises PatternError."""
    node = Choice(tuple(parse(phrase) for phrase in phrases))
    return _Builder(language, lists, most=MAX_STATES * 10).build(node)


@dataclass(frozen=True, slots=True)
class _Fragment:
    """A part of a pattern.

    first, last: its outer states, each with the words that may stand before or after it. empty:
    None when the part needs a word, else how many words may stand where it is left out. ways:
    as in an automaton.
    """

    first: dict[int, int]
    last: dict[int, int]
    empty: int | None
    ways: tuple[Way, ...] = ((),)


_NOTHING = _Fragment({}, {}, empty=0)


class _Builder:
    def __init__(self, language: str, lists: Collection[str], most: int = MAX_STATES) -> None:
        self.language = language
        self.lists = lists
        self.most = most
        self.accepted: list[frozenset[str]] = []
        self.slots: list[str | None] = []
        self.before: list[dict[int, int]] = []

    def build(self, node: Node) -> Automaton:
        parts = list(node.parts) if isinstance(node, Row) else [node]
        at_start = isinstance(parts[0], Edge) and parts[0].start
        at_end = isinstance(parts[-1], Edge) and not parts[-1].start
        inner = parts[1 if at_start else 0 : len(parts) - 1 if at_end else len(parts)]
        whole = self.add(Row(tuple(inner)))
        if whole.empty is not None:
            raise PatternError("every word of the pattern may be left out", 0, "require one word")
        by_key: dict[str, list[int]] = {}
        for state, accepted in enumerate(self.accepted):
            for key in accepted:
                by_key.setdefault(key, []).append(state)
        return Automaton(
            by_key={key: tuple(states) for key, states in by_key.items()},
            before=tuple(tuple(sorted(before.items())) for before in self.before),
            first=frozenset(whole.first),
            last=frozenset(whole.last),
            slots=tuple(self.slots),
            at_start=at_start,
            at_end=at_end,
            ways=whole.ways,
        )

    def add(self, node: Node) -> _Fragment:
        match node:
            case Literal():
                spelt = self.literal(node)
                if len(spelt) == 1:
                    return self.state(spelt[0])
                return self.row([partial(self.state, accepted) for accepted in spelt])
            case Row(parts):
                return self.row([partial(self.add, part) for part in parts])
            case Choice(options, optional):
                return self.choice(options, optional=optional)
            case Gap(most):
                return _Fragment({}, {}, empty=most)
            case Unordered(parts):
                return self.unordered(parts)
            case Slot(kind, name, position):
                return self.slot(kind, name, position)
            case Edge(start, position):
                sign, place = ("^", "first") if start else ("$", "last")
                raise PatternError(
                    f"“{sign}” stands {place} in the whole pattern",
                    position,
                    "write one pattern with it and one without",
                )

    def literal(self, node: Literal) -> list[frozenset[str]]:
        """Keys of each word of a literal; one written with a hyphen or a contraction has several.

        A figure in a pattern means that figure, not any number.
        """
        if node.word.startswith("#"):
            return [frozenset((node.word,))]
        if node.exact:
            return [frozenset((f'"{word.folded}',)) for word in words(node.word)]
        return _keys_of_words(node.word, self.language)

    def state(self, accepted: frozenset[str], slot: str | None = None) -> _Fragment:
        index = len(self.accepted)
        if index >= self.most:
            raise PatternError(
                f"the pattern unfolds into more than {self.most} words", 0, "write two patterns"
            )
        self.accepted.append(accepted)
        self.slots.append(slot)
        self.before.append({})
        return _Fragment({index: 0}, {index: 0}, None, ((),) if "*" in accepted else ((accepted,),))

    def row(self, makers: Iterable[Callable[[], _Fragment]]) -> _Fragment:
        """Put parts one after another; states are numbered in reading order."""
        parts = (make() for make in makers)
        return reduce(self.joined, parts, next(parts, _NOTHING))

    def joined(self, one: _Fragment, two: _Fragment) -> _Fragment:
        for state, after in one.last.items():
            for follower, ahead in two.first.items():
                known = self.before[follower].get(state, -1)
                self.before[follower][state] = max(known, after + ahead)
        return _Fragment(
            first=_widest(one.first, two.first, one.empty),
            last=_widest(two.last, one.last, two.empty),
            empty=None if one.empty is None or two.empty is None else one.empty + two.empty,
            ways=_both(one.ways, self.neighbours(one, two), two.ways),
        )

    def neighbours(self, one: _Fragment, two: _Fragment) -> Way:
        """The pairs of keys of which a sentence must have one, where two parts stand together."""
        apart = one.empty is not None or two.empty is not None
        if apart or any(one.last.values()) or any(two.first.values()):
            return ()
        left = {key for state in one.last for key in self.accepted[state]}
        right = {key for state in two.first for key in self.accepted[state]}
        if len(left) * len(right) > MAX_PAIRS or any(key[0] in '{"*' for key in left | right):
            return ()
        return (frozenset(f"{first} {second}" for first in left for second in right),)

    def choice(self, options: tuple[Node, ...], *, optional: bool) -> _Fragment:
        """Put parts beside each other; those of one word each become one state."""
        single: set[str] = set()
        made: list[_Fragment] = []
        for option in options:
            spelt = self.literal(option) if isinstance(option, Literal) else []
            if len(spelt) == 1:
                single |= spelt[0]
            else:
                made.append(self.add(option))
        if single:
            made.append(self.state(frozenset(single)))
        return _either(made, optional=optional)

    def unordered(self, parts: tuple[Node, ...]) -> _Fragment:
        return _either([self.add(Row(order)) for order in permutations(parts)], optional=False)

    def slot(self, kind: str, name: str, position: int) -> _Fragment:
        typed = TYPED[self.language]
        if kind == "word":
            return self.state(frozenset(("*",)), name)
        if kind not in self.lists and kind not in typed:
            known = ", ".join(sorted({*typed, "word", *self.lists}))
            raise PatternError(f"there is no word list “{kind}”", position, f"known: {known}")
        return self.state(frozenset((f"{{{kind}}}",)), name)


@lru_cache(maxsize=50_000)
def _keys_of_words(word: str, language: str) -> list[frozenset[str]]:
    """Keys of the words in a piece of a pattern; patterns share most of their words."""
    return [
        frozenset((f'"{token.exact}',) if token.keys[0][0] == "#" else token.keys)
        for token in tokens(words(word), language)
    ]


def _widest(outer: dict[int, int], inner: dict[int, int], through: int | None) -> dict[int, int]:
    """States seen from outside: the outer ones, the inner ones where the outer part is empty."""
    if through is None:
        return outer
    seen = dict(outer)
    for state, slack in inner.items():
        seen[state] = max(seen.get(state, -1), slack + through)
    return seen


def _either(options: list[_Fragment], *, optional: bool) -> _Fragment:
    ways = [option.empty for option in options if option.empty is not None]
    empty = max(ways, default=0 if optional else None)
    return _Fragment(
        first={state: slack for option in options for state, slack in option.first.items()},
        last={state: slack for option in options for state, slack in option.last.items()},
        empty=empty,
        ways=((),) if empty is not None else _few([way for part in options for way in part.ways]),
    )


def _both(one: tuple[Way, ...], between: Way, two: tuple[Way, ...]) -> tuple[Way, ...]:
    """Ways to have both; where there would be too many, each side is made one way first."""
    if len(one) * len(two) > MAX_WAYS:
        one, two = _summed_up(one), _summed_up(two)
    return tuple(first + between + second for first in one for second in two)


def _few(ways: list[Way]) -> tuple[Way, ...]:
    return tuple(ways) if len(ways) <= MAX_WAYS else _summed_up(tuple(ways))


def _summed_up(ways: tuple[Way, ...]) -> tuple[Way, ...]:
    """One way that covers all: of each the need that looks rarest, put together."""
    if len(ways) == 1:
        return ways
    if not all(ways):
        return ((),)
    # The longest key is the best guess at the rarest word without a frequency list.
    picked = [max(way, key=lambda need: min(map(len, need))) for way in ways]
    return ((frozenset().union(*picked),),)
