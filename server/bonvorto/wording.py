"""Wording the report: explanations in the agent's language, offsets in the asked unit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bonvorto.bank.bank import Bank, Explanation, LanguageBank
from bonvorto.match.choose import Chosen, choose, judge
from bonvorto.match.sentence import Sentence
from bonvorto.moves import Need, moves_made
from bonvorto.report import (
    COVERED,
    FOUND,
    Finding,
    MadeMove,
    MatchedWord,
    MissingMove,
    OfferedPhrase,
    Replacement,
    Request,
    SlotAt,
    Trace,
)
from bonvorto.rewrite.address import capitalises, with_capitals
from bonvorto.rewrite.facts import facts
from bonvorto.rewrite.placeholder import placeholders
from bonvorto.rewrite.scope import Edit, fit
from bonvorto.rewrite.slots import Placed
from bonvorto.text.offsets import Unit, measure
from bonvorto.text.regions import Layout

Span = tuple[int, int]
UNFILLED = "unfilled-slot"
_PHRASES_OFFERED = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentences of a reply that are in one language."""

    bank: LanguageBank
    spans: Sequence[Span]
    sentences: Sequence[Sentence]

    @property
    def word_count(self) -> int:
        """Number of words in the passage."""
        return sum(len(sentence.tokens) for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Writer:
    """Words the report: explanations in the agent's language, offsets in the asked unit."""

    request: Request
    bank: Bank
    explain_in: str
    at: Callable[[int], int]

    def findings(self, passage: Passage) -> list[tuple[Finding, Edit | None]]:
        """List the findings of a passage, each with the edit of its best rewrite."""
        chosen = choose(passage.sentences, passage.bank, self.request.role, self.request.disable)
        capitals = bool(chosen) and capitalises(self.request.text, passage.bank.language)
        return [self._finding(item, passage, capitals=capitals) for item in chosen]

    def _finding(
        self, item: Chosen, passage: Passage, *, capitals: bool
    ) -> tuple[Finding, Edit | None]:
        text, entry, hit = self.request.text, item.compiled.entry, item.found.hit
        sentence = passage.spans[item.sentence]
        sentence_tokens = passage.sentences[item.sentence].tokens
        span = (sentence_tokens[hit.first].start, sentence_tokens[hit.last].end)
        captured = {
            name: text[sentence_tokens[first].start : sentence_tokens[last].end]
            for name, first, last in hit.captured
        }
        kept = facts(text[slice(*sentence)])
        edits: list[tuple[str, Edit]] = []
        for rewrite in entry.rewrites:
            filled, slots = item.compiled.templates[rewrite.id].fill(captured)
            if capitals:
                filled = with_capitals(filled)
            edits.append(
                (rewrite.id, fit(text, span, sentence, kept, rewrite.replace, filled, slots))
            )
        edits.sort(key=lambda item: not item[1].length)  # additions last
        explanation = self._explain(item.compiled.fault, passage)
        message = entry.message if self.explain_in == passage.bank.language else None
        finding = Finding(
            id=f"{entry.id}@{self.at(span[0])}",
            fault=item.compiled.fault,
            entry=entry.id,
            layer="phrase",
            severity=entry.severity,
            confidence=1.0,
            offset=self.at(span[0]),
            length=self.at(span[1]) - self.at(span[0]),
            text=text[slice(*span)],
            title=explanation.title,
            message=message or explanation.message,
            why=explanation.why,
            advice=explanation.advice,
            rewrites=tuple(self._replacement(name, edit) for name, edit in edits),
        )
        best = edits[0][1]
        # an addition leaves the harmful words where they are: the agent decides on it
        return finding, best if best.length else None

    def traces(self, passage: Passage) -> list[Trace]:
        """Tell of every match in a passage why it stands or does not."""
        role, disable = self.request.role, self.request.disable
        standing = {
            (item.sentence, item.found.label.pattern, item.found.hit)
            for item in choose(passage.sentences, passage.bank, role, disable)
        }
        found: list[Trace] = []
        judged = judge(passage.sentences, passage.bank, role, disable)
        for number, (sentence, items) in enumerate(zip(passage.sentences, judged, strict=True)):
            for item in items:
                label, hit = item.found.label, item.found.hit
                matched = sentence.tokens[hit.first : hit.last + 1]
                start, end = matched[0].start, matched[-1].end
                stands = (number, label.pattern, hit) in standing
                found.append(
                    Trace(
                        entry=label.compiled.entry.id,
                        pattern=label.pattern,
                        offset=self.at(start),
                        length=self.at(end) - self.at(start),
                        words=tuple(MatchedWord(token.exact, token.keys) for token in matched),
                        outcome=FOUND if stands else item.cleared_by or COVERED,
                    )
                )
        return sorted(found, key=lambda trace: (trace.offset, trace.entry, trace.pattern))

    def _replacement(self, rewrite_id: str, edit: Edit) -> Replacement:
        return Replacement(
            id=rewrite_id,
            offset=self.at(edit.offset),
            length=self.at(edit.offset + edit.length) - self.at(edit.offset),
            text=edit.text,
            gloss=self.bank.rewrite_gloss(rewrite_id, self.request.gloss_in),
            slots=slots_at(edit.text, edit.slots, self.request.offsets),
        )

    def _explain(self, fault: str, passage: Passage) -> Explanation:
        return (
            self.bank.explain_fault(fault, self.explain_in)
            or self.bank.explain_fault(fault, passage.bank.language)
            or Explanation(fault, "", "", ())
        )

    def unfilled(self, passage: Passage) -> list[tuple[Finding, Edit | None]]:
        """List the forgotten placeholders of a passage."""
        if UNFILLED in self.request.disable:
            return []
        explanation = self._explain(UNFILLED, passage)
        hints = passage.bank.hints
        return [
            (
                Finding(
                    id=f"{UNFILLED}@{self.at(start)}",
                    fault=UNFILLED,
                    entry=UNFILLED,
                    layer="phrase",
                    severity="error",
                    confidence=1.0,
                    offset=self.at(start),
                    length=self.at(end) - self.at(start),
                    text=self.request.text[start:end],
                    title=explanation.title,
                    message=explanation.message,
                    why=explanation.why,
                    advice=explanation.advice,
                    rewrites=(),
                ),
                None,
            )
            for sentence in passage.spans
            for start, end in placeholders(self.request.text, *sentence, hints)
        ]

    def moves(self, passage: Passage) -> list[MadeMove]:
        """List the moves that a passage makes."""
        made: list[MadeMove] = []
        for move, number in moves_made(passage.sentences, passage.bank):
            start, end = passage.spans[number]
            made.append(MadeMove(move, self.at(start), self.at(end) - self.at(start)))
        return made

    def missing(
        self, needs: Sequence[Need], passages: Sequence[Passage], parts: Layout
    ) -> tuple[MissingMove, ...]:
        """Offer phrases for the moves that a reply lacks."""
        if not passages:
            return ()
        main = max(passages, key=lambda passage: passage.word_count)
        found: list[MissingMove] = []
        for need in needs:
            move = main.bank.moves.get(need.move)
            explanation = self.bank.explain_move(need.move, self.explain_in)
            if move is None or not move.phrases:
                continue
            explanation = explanation or move.explanation
            place = parts.body_start if need.opening else _end_of_body(self.request.text, parts)
            found.append(
                MissingMove(
                    move=need.move,
                    title=explanation.title,
                    why=explanation.why,
                    insert_at=self.at(place),
                    phrases=tuple(
                        self._phrase(need.move, phrase_id, *template.fill({}))
                        for phrase_id, (_, template) in [*move.phrases.items()][:_PHRASES_OFFERED]
                    ),
                )
            )
        return tuple(found)

    def _phrase(
        self, move: str, phrase_id: str, text: str, slots: tuple[Placed, ...]
    ) -> OfferedPhrase:
        return OfferedPhrase(
            id=phrase_id,
            text=text,
            gloss=self.bank.phrase_gloss(move, phrase_id, self.request.gloss_in),
            slots=slots_at(text, slots, self.request.offsets),
        )


def slots_at(text: str, slots: Sequence[Placed], unit: Unit) -> tuple[SlotAt, ...]:
    """Give the slots of a text with offsets in the asked unit."""
    at = measure(text, unit)
    return tuple(
        SlotAt(slot.name, at(slot.offset), at(slot.offset + slot.length) - at(slot.offset))
        for slot in slots
    )


def _end_of_body(text: str, parts: Layout) -> int:
    place = parts.body_end
    while place > parts.body_start and text[place - 1].isspace():
        place -= 1
    return place
