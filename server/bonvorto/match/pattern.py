"""The pattern language: a phrase as one would say it, with a little syntax for those who want it.

    our policy does not allow that     inflection-tolerant words; fillers may stand between them
    (does not|cannot) allow            alternatives          very?  (at all)?   optional
    fill in ... form                   a gap of up to four words; ...8 of up to eight
    "Thank you"                        exactly these forms, whatever the case
    {department}  {who:department}     a word list of the language, or number, money, date, time,
                                       name, id, word; what it caught can be used in a rewrite
    [это не наша проблема]             these words in any order (two to four members)
    ^  $                               start and end of the sentence

The whole page: docs/patterns.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

MAX_GAP = 12
DEFAULT_GAP = 4
MAX_UNORDERED = 4
MAX_PATTERN = 600


class PatternError(ValueError):
    """A pattern that cannot be read. `position` is a code point offset in the pattern."""

    def __init__(self, message: str, position: int, hint: str = "") -> None:
        super().__init__(message)
        self.position = position
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Literal:
    """A word, compared by its keys, or by its form where `exact`."""

    word: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """A word list or a typed slot, captured under `name`."""

    kind: str
    name: str
    position: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `most` words of any kind."""

    most: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Start or end of the sentence."""

    start: bool
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Sequence:
    """Parts one after another."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several; `optional` when it may be left out."""

    options: tuple[Node, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Unordered:
    """All parts, in any order."""

    parts: tuple[Node, ...]


_EMPTY = Sequence(())
Node = Literal | Slot | Gap | Edge | Sequence | Choice | Unordered

_LEX = re.compile(
    r"""(?P<space>\s+)
      | (?P<gap>(?:\.\.\.|…)(?P<most>\d+)?)
      | (?P<quoted>"[^"]*")
      | (?P<slot>\{[^{}]*\})
      | (?P<sign>[()\[\]|?^$])
      | (?P<word>[^\s()\[\]|?^$"{}…]+)
      | (?P<bad>.)""",
    re.VERBOSE,
)
_SLOT = re.compile(r"(?:([a-z][a-z0-9-]*):)?([a-z][a-z0-9-]*)")


def parse(pattern: str) -> Node:
    """Read a pattern. Raises PatternError that points at the character."""
    if len(pattern) > MAX_PATTERN:
        raise PatternError(
            f"a pattern has at most {MAX_PATTERN} characters, this one {len(pattern)}",
            MAX_PATTERN,
            "write two patterns",
        )
    reader = _Reader(pattern)
    node = reader.alternatives(closing="")
    if not _consumes(node):
        raise PatternError("the pattern has no word to look for", 0, "write the phrase")
    return node


class _Reader:
    def __init__(self, pattern: str) -> None:
        self.tokens = [m for m in _LEX.finditer(pattern) if m.lastgroup != "space"]
        self.signs = [token["sign"] or "" for token in self.tokens]
        self.at = 0
        self.length = len(pattern)

    def position(self) -> int:
        return self.tokens[self.at].start() if self.at < len(self.tokens) else self.length

    def sign(self) -> str:
        return self.signs[self.at] if self.at < len(self.signs) else ""

    def alternatives(self, closing: str) -> Node:
        options = [self.sequence(closing)]
        while self.sign() == "|":
            self.at += 1
            options.append(self.sequence(closing))
        filled = tuple(option for option in options if option is not _EMPTY)
        if len(options) == 1:
            return options[0]
        return Choice(filled, optional=len(filled) < len(options))

    def sequence(self, closing: str) -> Node:
        parts: list[Node] = []
        while self.at < len(self.tokens):
            sign = self.sign()
            if sign == "|" or (sign and sign == closing):
                break
            if sign in (")", "]"):
                raise PatternError(
                    f"“{sign}” closes nothing",
                    self.position(),
                    f"remove it or open it with “{_OPENS[sign]}”",
                )
            parts.append(self.item())
        if len(parts) == 1:
            return parts[0]
        return Sequence(tuple(parts)) if parts else _EMPTY

    def item(self) -> Node:
        token = self.tokens[self.at]
        start = token.start()
        self.at += 1
        node = self.read(token, start)
        if self.sign() == "?":
            if isinstance(node, Gap | Edge):
                raise PatternError("“?” follows a word, a group or a slot", self.position())
            self.at += 1
            node = Choice((node,), optional=True)
        return node

    def read(self, token: re.Match[str], start: int) -> Node:
        if token["gap"]:
            return self.gap(token, start)
        if token["quoted"]:
            words = token[0][1:-1].split()
            if not words:
                raise PatternError("an exact form is empty", start, 'write "the words"')
            return Sequence(tuple(Literal(word, exact=True) for word in words))
        if token["slot"]:
            return self.slot(token, start)
        if token["word"]:
            return Literal(token[0])
        if token["bad"]:
            return self.bad(token[0], start)
        return self.signed(token[0], start)

    def signed(self, sign: str, start: int) -> Node:
        if sign == "(":
            node = self.alternatives(closing=")")
            self.close(")", start)
            return node
        if sign == "[":
            return self.unordered(start)
        if sign == "^":
            return Edge(start=True, position=start)
        if sign == "$":
            return Edge(start=False, position=start)
        raise PatternError(
            f"“{sign}” has nothing before it",
            start,
            "it makes the word or group before it optional",
        )

    def unordered(self, start: int) -> Node:
        parts: list[Node] = []
        while self.at < len(self.tokens) and self.sign() != "]":
            if self.sign() == "|":
                raise PatternError(
                    "“|” needs parentheses here",
                    self.position(),
                    "write [(a|b) c] instead of [a|b c]",
                )
            parts.append(self.item())
        self.close("]", start)
        if not 2 <= len(parts) <= MAX_UNORDERED:
            raise PatternError(
                f"[…] takes two to {MAX_UNORDERED} members, this has {len(parts)}",
                start,
                "put words that stay together in parentheses",
            )
        if any(isinstance(part, Gap | Edge) for part in parts):
            raise PatternError("a gap or an edge has no place in […]", start)
        return Unordered(tuple(parts))

    def close(self, sign: str, opened: int) -> None:
        if self.sign() != sign:
            raise PatternError(f"“{_OPENS[sign]}” is never closed", opened, f"add “{sign}”")
        self.at += 1

    def gap(self, token: re.Match[str], start: int) -> Node:
        most = int(token["most"]) if token["most"] else DEFAULT_GAP
        if not 1 <= most <= MAX_GAP:
            raise PatternError(f"a gap is 1 to {MAX_GAP} words, not {most}", start)
        return Gap(most)

    def slot(self, token: re.Match[str], start: int) -> Node:
        found = _SLOT.fullmatch(token[0][1:-1].strip())
        if not found:
            raise PatternError(
                f"“{token[0]}” is not a slot", start, "write {department} or {who:department}"
            )
        return Slot(kind=found[2], name=found[1] or found[2], position=start)

    def bad(self, character: str, start: int) -> Node:
        wanted = {'"': "a closing quotation mark", "{": "a closing “}”", "}": "an opening “{”"}
        raise PatternError(f"“{character}” lacks {wanted.get(character, 'its pair')}", start)


_OPENS = {")": "(", "]": "["}


def _consumes(node: Node) -> bool:
    """Tell whether a pattern demands at least one word that is not a gap."""
    match node:
        case Literal() | Slot():
            return True
        case Gap() | Edge():
            return False
        case Choice(options, optional):
            return not optional and all(map(_consumes, options))
        case Sequence(parts) | Unordered(parts):
            return any(map(_consumes, parts))
