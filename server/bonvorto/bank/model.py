"""What a phrase bank file may say. The JSON Schemas in phrasebanks/schema are made from this."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Language = Literal["en", "eo", "ka", "ru"]
LANGUAGES: tuple[Language, ...] = ("en", "eo", "ka", "ru")
Severity = Literal["suggestion", "warning", "error"]
Role = Literal["agent", "customer"]
Situation = Literal["usual", "crisis"]
Scope = Literal["match", "clause", "sentence"]
Where = Literal["sentence", "before", "after", "next", "reply"]

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
PartId = Annotated[
    str,
    Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$", max_length=90),
]
Text = Annotated[str, Field(min_length=1, max_length=600)]
Pattern = Annotated[
    str, Field(min_length=1, max_length=600, description="A phrase as one would say it.")
]


class Model(BaseModel):
    """Unknown keys are errors: a misspelt key must not be lost in silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Unless(Model):
    """Words around a match that heal it."""

    pattern: Pattern
    where: Where = Field(
        default="sentence",
        description="Where they must stand: in the same sentence, before or after the match in it,"
        " in the next sentence, or anywhere in the reply.",
    )


class Rewrite(Model):
    """A kinder wording that keeps the facts."""

    id: PartId = Field(description="entry-id.approach; the same id in other languages is its gloss")
    replace: Scope = Field("sentence", description="What the text replaces.")
    text: Text = Field(description="May hold slots: {offer} or {when: day and hour}.")


class Entry(Model):
    """One thought that does harm, with all that belongs to it."""

    id: Id
    patterns: Annotated[list[Pattern], Field(min_length=1)]
    unless: list[Pattern | Unless] = []
    despite: list[Id] = Field(
        [], description="Guards of language.json that do not clear this entry."
    )
    severity: Severity = "warning"
    message: Text | None = Field(None, description="Says more than the message of the fault.")
    rewrites: Annotated[list[Rewrite], Field(min_length=1)]
    faulty: Annotated[list[Text], Field(min_length=1)] = Field(
        description="Sentences that this entry must find."
    )
    fine: Annotated[list[Text], Field(min_length=1)] = Field(
        description="Good sentences close to it that nothing may find."
    )
    status: Literal["ready", "draft"] = Field("ready", description="A draft is not served.")


class SwitchedOff(Model):
    """In a team overlay: the entry of this id is not used."""

    id: Id
    off: Literal[True]


class Explained(Model):
    """What the agent reads about a fault or a move, in the language of the file."""

    title: Text | None = None
    message: Text | None = Field(None, description="What these words do, in one sentence.")
    why: Text | None = Field(None, description="Why it hurts (or helps), in one sentence.")
    advice: list[Text] = Field([], description="Two sentences on what to do.")


class FaultFile(Explained):
    """`<language>/faults/<id>.json`: a fault and the entries that show it."""

    schema_: str | None = Field(None, alias="$schema")
    kind: Literal["fault"]
    language: Language
    id: Id
    role: Role = "agent"
    unless: list[Pattern | Unless] = Field([], description="Heals every entry of this file.")
    entries: list[dict[str, Any]] = Field(description="Entries, each checked by itself.")


class Phrase(Model):
    """A sentence that makes a move."""

    id: PartId = Field(description="move-id.thought; the same id in other languages is its gloss")
    text: Text
    register_: Literal["warm", "neutral", "formal"] = Field("neutral", alias="register")
    channels: list[Literal["mail", "chat"]] = ["mail", "chat"]
    tags: list[Text] = Field([], description="Words by which an agent may look for it.")


class MoveFile(Explained):
    """`<language>/moves/<id>.json`: a move, its phrases, and how a reply shows that it makes it."""

    schema_: str | None = Field(None, alias="$schema")
    kind: Literal["move"]
    language: Language
    id: Id
    role: Role = "agent"
    situation: Situation = "usual"
    signs: list[Pattern] = Field([], description="Patterns of sentences that make the move.")
    makes: list[Text] = Field([], description="Sentences that make the move; a sign finds each.")
    lacks: list[Text] = Field([], description="Sentences close to it that do not make it.")
    phrases: list[dict[str, Any]] = Field(description="Phrases, each checked by itself.")


class LanguageFile(Model):
    """`<language>/language.json`: word lists and guards that all entries of a language share."""

    schema_: str | None = Field(None, alias="$schema")
    kind: Literal["language"]
    language: Language
    lists: dict[Id, Annotated[list[Pattern], Field(min_length=1)]] = Field(
        {}, description="Word lists that patterns name: {department}."
    )
    guards: dict[Id, Annotated[list[Pattern], Field(min_length=1)]] = Field(
        {},
        description="Words next to a match that clear it, in any entry: «you don't need to …»,"
        " «they told you that …».",
    )


BankFile = FaultFile | MoveFile | LanguageFile
FILE_MODELS: dict[str, type[FaultFile] | type[MoveFile] | type[LanguageFile]] = {
    "fault": FaultFile,
    "move": MoveFile,
    "language": LanguageFile,
}
