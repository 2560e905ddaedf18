"""What a check is asked and what it answers; the shapes of DESIGN.md §4.

Offsets and lengths in a report are in the unit of its request: UTF-16 code units unless it asked
for code points.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from bonvorto.bank.model import Role, Severity, Situation
from bonvorto.language import Detection
from bonvorto.text.offsets import Unit

Layer = Literal["phrase", "meaning"]
# Outcomes of a trace, besides the `unless` or the guard that cleared a match.
FOUND = "found"
COVERED = "a longer match covers it"


@dataclass(frozen=True, slots=True)
class Request:
    """A reply to be checked.

    language: one of the four, or None to detect it. explain_in: the agent's language, the reply's
    when None. gloss_in: language in which to give the meaning of rewrites, or None. disable: ids
    of faults or entries. context: the customer's message; it is read, never marked. trace: tell
    of every match why it stands or does not.
    """

    text: str
    language: str | None = None
    role: Role = "agent"
    situation: Situation = "usual"
    explain_in: str | None = None
    gloss_in: str | None = None
    offsets: Unit = "utf-16"
    disable: frozenset[str] = field(default_factory=frozenset)
    context: str = ""
    trace: bool = False


@dataclass(frozen=True, slots=True)
class LanguageCandidate:
    """A language that the reply may be in."""

    code: str
    confidence: float


@dataclass(frozen=True, slots=True)
class ReplyLanguage:
    """The language of the reply. code: null when it cannot be told."""

    code: str | None
    confidence: float
    supported: bool
    script: str | None
    candidates: tuple[LanguageCandidate, ...]

    @classmethod
    def of(cls, found: Detection) -> ReplyLanguage:
        """Tell what was detected, shares of belief to three places."""
        return cls(
            code=found.code,
            confidence=round(found.confidence, 3),
            supported=found.supported,
            script=found.script,
            candidates=tuple(
                LanguageCandidate(item.code, round(item.confidence, 3)) for item in found.candidates
            ),
        )


@dataclass(frozen=True, slots=True)
class SlotAt:
    """A slot to fill in; offset and length within the text that holds it."""

    name: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Replacement:
    """A kinder wording: put `text` in place of `length` units at `offset`. Length 0 inserts."""

    id: str
    offset: int
    length: int
    text: str
    gloss: str | None
    slots: tuple[SlotAt, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Words that do harm, why, and what to write instead."""

    id: str
    fault: str
    entry: str
    layer: Layer
    severity: Severity
    confidence: float
    offset: int
    length: int
    text: str
    title: str
    message: str
    why: str
    advice: tuple[str, ...]
    rewrites: tuple[Replacement, ...]


@dataclass(frozen=True, slots=True)
class OfferedPhrase:
    """A phrase that would make a missing move."""

    id: str
    text: str
    gloss: str | None
    slots: tuple[SlotAt, ...]


@dataclass(frozen=True, slots=True)
class MissingMove:
    """A move that the reply lacks for what it is about, and where it would stand."""

    move: str
    title: str
    why: str
    insert_at: int
    phrases: tuple[OfferedPhrase, ...]


@dataclass(frozen=True, slots=True)
class MadeMove:
    """A move that the reply makes."""

    move: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class MatchedWord:
    """A word of a match and the keys it was compared by."""

    text: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """Why a pattern matched, and what cleared it or took its place; for those who edit banks."""

    entry: str
    pattern: str
    offset: int
    length: int
    words: tuple[MatchedWord, ...]
    outcome: str


@dataclass(frozen=True, slots=True)
class Report:
    """The answer to a check. rewritten: the reply with the best rewrites. score: 0 to 100.

    traces: only when the request asked for them.
    """

    language: ReplyLanguage
    findings: tuple[Finding, ...]
    missing: tuple[MissingMove, ...]
    moves: tuple[MadeMove, ...]
    rewritten: str
    score: int
    bank: str
    traces: tuple[Trace, ...] = ()
