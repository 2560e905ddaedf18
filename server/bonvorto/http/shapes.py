"""What requests may say and what answers look like; OpenAPI is made from these.

Answers are the records of the core: they are named here, not described again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, RootModel, WithJsonSchema

from bonvorto.bank.model import Language, Role, Scope, Severity, Situation
from bonvorto.bank.problem import Problem
from bonvorto.phrases import FoundPhrase
from bonvorto.report import ReplyLanguage, Report, SlotAt
from bonvorto.text.offsets import Unit

_IDS_AT_MOST = 2_000


def _any_text(value: object) -> object:
    """Take every string, one with lone surrogates included: browsers send what is typed."""
    if not isinstance(value, str):
        raise ValueError("a string")
    return value


AnyText = Annotated[
    object, BeforeValidator(_any_text), WithJsonSchema({"type": "string"}, mode="validation")
]


class Asked(BaseModel):
    """A request. An unknown field is an error: a misspelt one must not be lost in silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class CheckRequest(Asked):
    """A reply to check."""

    text: AnyText = Field(description="The reply as it is typed, signature and quotes included.")
    language: Literal["auto", "en", "ru", "eo", "ka"] = Field(
        "auto", description="Language of the reply; found out by default."
    )
    role: Role = Field("agent", description="Who writes the text.")
    situation: Situation = "usual"
    explain_in: Language | None = Field(
        None, description="Language of titles and explanations; that of the reply by default."
    )
    gloss_in: Language | None = Field(
        None, description="Language in which to give the meaning of rewrites."
    )
    offsets: Unit = Field("utf-16", description="Unit of offsets and lengths.")
    disable: list[str] = Field(
        [], description="Ids of faults and entries to leave out.", max_length=_IDS_AT_MOST
    )
    context: AnyText = Field("", description="The customer's message; read, never marked.")
    trace: bool = Field(
        False,
        description="Tell of every match why it stands or does not; for those who edit banks.",
    )


class DetectRequest(Asked):
    """A text whose language is asked for."""

    text: AnyText
    offsets: Unit = "utf-16"


class TranslateRequest(Asked):
    """A text to translate."""

    text: AnyText
    source: Literal["auto", "en", "ru", "eo", "ka"] = "auto"
    target: Language


class PhrasesQuery(Asked):
    """Which phrases."""

    language: Language = Field(description="Language of the phrases.")
    gloss_in: Language | None = Field(None, description="Language in which to give their meaning.")
    move: str | None = Field(None, description="Id of the move that they make.")
    situation: Situation | None = None
    role: Role | None = None
    q: str = Field("", description="Words of a phrase, its meaning, its tags or its move.")
    offsets: Unit = "utf-16"


class BanksQuery(Asked):
    """How to tell about the banks."""

    explain_in: Language = Field("en", description="Language of the titles.")


class EntriesQuery(Asked):
    """Which entries."""

    language: Language
    fault: str | None = Field(None, description="Id of their fault.")
    gloss_in: Language | None = None
    explain_in: Language | None = None
    offsets: Unit = "utf-16"


@dataclass(frozen=True, slots=True)
class SpanOfLanguage:
    """A stretch of the text in one language; null where it cannot be told."""

    offset: int
    length: int
    code: str | None


@dataclass(frozen=True, slots=True)
class Detected:
    """The language of a text and of its parts."""

    language: ReplyLanguage
    spans: tuple[SpanOfLanguage, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases, those that fit best first."""

    phrases: tuple[FoundPhrase, ...]
    bank: str


@dataclass(frozen=True, slots=True)
class RewriteOfEntry:
    """A kinder wording as the bank holds it, open slots as [hint]."""

    id: str
    replace: Scope
    text: str
    gloss: str | None
    slots: tuple[SlotAt, ...]


@dataclass(frozen=True, slots=True)
class EntryOfBank:
    """An entry as a reader of the bank wants to see it."""

    id: str
    fault: str
    title: str
    language: str
    role: Role
    severity: Severity
    message: str | None
    patterns: tuple[str, ...]
    rewrites: tuple[RewriteOfEntry, ...]
    faulty: tuple[str, ...]
    fine: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """Entries of a language, in the order of the bank."""

    entries: tuple[EntryOfBank, ...]
    bank: str


@dataclass(frozen=True, slots=True)
class LanguageCount:
    """How much the banks hold of a language."""

    code: str
    entries: int
    phrases: int


@dataclass(frozen=True, slots=True)
class FaultCount:
    """A fault, and its entries per language."""

    id: str
    role: Role
    title: str
    message: str
    why: str
    entries: dict[str, int]


@dataclass(frozen=True, slots=True)
class MoveCount:
    """A move, and its phrases per language."""

    id: str
    role: Role
    situation: Situation
    title: str
    why: str
    phrases: dict[str, int]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a request may hold: UTF-16 units of text, bytes of body."""

    text: int
    body: int


@dataclass(frozen=True, slots=True)
class Banks:
    """The banks in use, what is wrong with them, and what this installation can do."""

    bank: str
    version: str
    languages: tuple[LanguageCount, ...]
    faults: tuple[FaultCount, ...]
    moves: tuple[MoveCount, ...]
    layers: tuple[str, ...]
    extras: dict[str, bool]
    limits: Limits
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Health:
    """Whether the service works. problems: errors in bank files, told by GET /v1/banks."""

    status: Literal["live", "ready", "starting"]
    bank: str | None = None
    problems: int | None = None


class ErrorDetail(BaseModel):
    """What is wrong. field: where in the request."""

    code: str
    message: str
    field: str | None = None


class ErrorAnswer(BaseModel):
    """An error."""

    error: ErrorDetail


class CheckAnswer(RootModel[Report]):
    """The answer of POST /v1/check."""


class DetectAnswer(RootModel[Detected]):
    """The answer of POST /v1/detect."""


class PhrasesAnswer(RootModel[Phrases]):
    """The answer of GET /v1/phrases."""


class EntriesAnswer(RootModel[Entries]):
    """The answer of GET /v1/entries."""


class BanksAnswer(RootModel[Banks]):
    """The answer of GET /v1/banks."""


class HealthAnswer(RootModel[Health]):
    """The answer of the health addresses."""
