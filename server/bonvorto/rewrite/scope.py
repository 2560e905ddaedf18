"""Scope: how much of a reply a rewrite replaces, so that no fact is lost.

A rewrite that would take the whole sentence with its facts takes only the clause of the fault; the
rest of the sentence goes on as a sentence of its own. Where that cannot be done safely, the
rewrite is offered as an insertion after the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bonvorto.bank.model import Scope
from bonvorto.rewrite.slots import Placed

Span = tuple[int, int]
_DELIMITER = re.compile(r"[,;:]\s+|\s+[—–-]\s+")
_FINAL = ".!?…"
_MIN_WORDS = 3


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `length` code points at `offset` by `text`; slots are offsets in `text`."""

    offset: int
    length: int
    text: str
    slots: tuple[Placed, ...]


def fit(
    reply: str,
    match: Span,
    sentence: Span,
    kept: Sequence[str],
    scope: Scope,
    text: str,
    slots: tuple[Placed, ...],
) -> Edit:
    """Place a rewrite into a reply without losing a fact of its sentence; `kept` are those."""
    candidates: list[Edit | None] = []
    if scope == "match":
        candidates.append(_into_phrase(reply, match, sentence, text, slots))
    else:
        if scope == "sentence":
            candidates.append(_whole(reply, sentence, text, slots))
        candidates.append(_clause(reply, match, sentence, text, slots))
    start, end = sentence
    for edit in candidates:
        if edit is None:
            continue
        after = reply[start : edit.offset] + edit.text + reply[edit.offset + edit.length : end]
        if all(fact in after for fact in kept):
            return edit
    return Edit(end, 0, " " + text, _shift(slots, 1))


def _whole(reply: str, sentence: Span, text: str, slots: tuple[Placed, ...]) -> Edit:
    """Replace a sentence; one that was not ended (a line of a list, a chat) is not ended now."""
    start, end = sentence
    if reply[end - 1] not in _FINAL and text.endswith(".") and not _ends_in_slot(text, slots):
        text = text[:-1]
    return Edit(start, end - start, text, slots)


def _ends_in_slot(text: str, slots: tuple[Placed, ...]) -> bool:
    return bool(slots) and slots[-1].offset + slots[-1].length >= len(text)


def _into_phrase(
    reply: str, match: Span, sentence: Span, text: str, slots: tuple[Placed, ...]
) -> Edit:
    """Replace just the words; capital and final stop follow the place."""
    start, end = match
    if start == sentence[0] and reply[start].isupper() and text[:1].islower():
        text = _capital(text[0]) + text[1:]
    if text[-1:] in _FINAL and reply[end : end + 1] and reply[end] in _FINAL + ",;:":
        text = text[:-1]
    return Edit(start, end - start, text, slots)


def _clause(
    reply: str, match: Span, sentence: Span, text: str, slots: tuple[Placed, ...]
) -> Edit | None:
    """Replace the first or the last clause and let the rest stand as its own sentence."""
    start, end = sentence
    cuts = [found.span() for found in _DELIMITER.finditer(reply, start, end)]
    after = next((cut for cut in cuts if cut[0] >= match[1]), None)
    before = next((cut for cut in reversed(cuts) if cut[1] <= match[0]), None)
    if before is not None and len(reply[start : before[0]].split()) < _MIN_WORDS:
        before = None  # «Unfortunately, …» goes with the clause it opens
    if before is None and after is not None:
        rest = reply[after[1] : end]
        if len(rest.split()) >= _MIN_WORDS:
            joined = f"{_ended(text)} {_capital(rest[0])}"
            return Edit(start, after[1] + 1 - start, joined, slots)
    if after is None and before is not None:
        head = reply[start : before[0]]
        if len(head.split()) >= _MIN_WORDS:
            return Edit(before[0], end - before[0], f". {text}", _shift(slots, 2))
    return None


def _capital(letter: str) -> str:
    """Title case, since Georgian letters have capitals but no sentence starts with one."""
    return letter.title()


def _ended(text: str) -> str:
    return text if text[-1] in _FINAL else text + "."


def _shift(slots: tuple[Placed, ...], by: int) -> tuple[Placed, ...]:
    return tuple(Placed(slot.name, slot.offset + by, slot.length) for slot in slots)
