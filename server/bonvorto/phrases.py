"""The phrase service: kind phrases by move and by words, in any of the four languages."""

from __future__ import annotations

from dataclasses import dataclass

from bonvorto.bank.bank import Bank, Move
from bonvorto.bank.model import LANGUAGES, Phrase, Role, Situation
from bonvorto.morphology import tokens
from bonvorto.report import SlotAt
from bonvorto.rewrite.slots import Template
from bonvorto.text.offsets import Unit
from bonvorto.text.words import words
from bonvorto.wording import slots_at


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. words: in any language, of the phrase, its meaning, move or tags."""

    language: str
    gloss_in: str | None = None
    words: str = ""
    move: str | None = None
    situation: Situation | None = None
    role: Role | None = None
    offsets: Unit = "utf-16"


@dataclass(frozen=True, slots=True)
class FoundPhrase:
    """A phrase with its meaning; slots are places in `text`."""

    id: str
    move: str
    title: str
    text: str
    gloss: str | None
    register: str
    channels: tuple[str, ...]
    slots: tuple[SlotAt, ...]


def find_phrases(query: Query, bank: Bank) -> list[FoundPhrase]:
    """List the phrases that fit, those that share most words with the query first."""
    own = bank.languages.get(query.language)
    if own is None:
        return []
    wanted = _keys_in_all(query.words)
    ranked: list[tuple[int, int, FoundPhrase]] = []
    for move in own.moves.values():
        if not _fits(query, move):
            continue
        for phrase_id, (phrase, template) in move.phrases.items():
            shared = len(wanted & _searchable(bank, move.id, phrase_id)) if wanted else 0
            if shared or not wanted:
                found = _found(query, bank, move, phrase, template)
                ranked.append((-shared, len(ranked), found))
    return [found for _, _, found in sorted(ranked, key=lambda item: item[:2])]


def _fits(query: Query, move: Move) -> bool:
    return (
        (query.move is None or move.id == query.move)
        and (query.situation is None or move.situation == query.situation)
        and (query.role is None or move.role == query.role)
    )


def _keys_in_all(text: str) -> frozenset[tuple[str, str]]:
    return frozenset().union(*(_keys(text, language) for language in LANGUAGES))


def _keys(text: str, language: str) -> frozenset[tuple[str, str]]:
    return frozenset(
        (language, key)
        for token in tokens(words(text), language)
        if not token.filler
        for key in token.keys
    )


def _searchable(bank: Bank, move_id: str, phrase_id: str) -> frozenset[tuple[str, str]]:
    """Keys of a phrase, its tags and the title of its move, in every language that has it."""
    found: set[tuple[str, str]] = set()
    for language, own in bank.languages.items():
        move = own.moves.get(move_id)
        if move is None:
            continue
        found |= _keys(f"{move.explanation.title} {move_id}", language)
        if phrase_id in move.phrases:
            phrase, template = move.phrases[phrase_id]
            found |= _keys(" ".join((template.fill({})[0], *phrase.tags)), language)
    return frozenset(found)


def _found(query: Query, bank: Bank, move: Move, phrase: Phrase, template: Template) -> FoundPhrase:
    text, slots = template.fill({})
    explained = bank.explain_move(move.id, query.gloss_in or query.language) or move.explanation
    return FoundPhrase(
        id=phrase.id,
        move=move.id,
        title=explained.title,
        text=text,
        gloss=bank.phrase_gloss(move.id, phrase.id, query.gloss_in),
        register=phrase.register_,
        channels=tuple(phrase.channels),
        slots=slots_at(text, slots, query.offsets),
    )
