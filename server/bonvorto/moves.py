"""Moves: what a reply already does well, and what it lacks for what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bonvorto.bank.bank import LanguageBank
from bonvorto.bank.model import Role
from bonvorto.match.sentence import Sentence

MIN_WORDS = 12  # a short «Thanks, done!» lacks nothing


@dataclass(frozen=True, slots=True)
class Need:
    """A reply that shows one of `faults` lacks `move`, unless it makes one of `instead`."""

    move: str
    faults: frozenset[str]
    instead: frozenset[str] = frozenset()
    opening: bool = False


def _ids(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEEDS = (
    Need("acknowledge", _ids("apathy coldness minimizing burden"), _ids("own"), opening=True),
    Need("options", _ids("refusal rule-book"), _ids("two-options")),
    Need("explain", _ids("refusal rule-book"), _ids("realistic")),
    Need("timeline", _ids("vague-timeline"), _ids("follow-up")),
    Need("realistic", _ids("overpromise")),
    Need("hand-over", _ids("brush-off")),
    Need("walk-through", _ids("runaround condescension")),
    Need("personal", _ids("robotism"), _ids("acknowledge own"), opening=True),
)
MAX_MISSING = 3


def moves_made(sentences: Sequence[Sentence], bank: LanguageBank) -> list[tuple[str, int]]:
    """List the moves that a reply makes, each with the number of the first sentence that does."""
    made: dict[str, int] = {}
    for number, sentence in enumerate(sentences):
        for found in sorted(bank.signs.search(sentence), key=lambda item: item.label):
            made.setdefault(found.label, number)
    return sorted(made.items(), key=lambda item: (item[1], item[0]))


def moves_missing(
    faults: Iterable[str], made: Iterable[str], word_count: int, role: Role
) -> list[Need]:
    """List what a reply lacks, at most three moves, the opening ones first."""
    if role != "agent" or word_count < MIN_WORDS:
        return []
    shown, present = set(faults), set(made)
    lacking = [
        need
        for need in NEEDS
        if need.faults & shown and need.move not in present and not need.instead & present
    ]
    return sorted(lacking[:MAX_MISSING], key=lambda need: not need.opening)
