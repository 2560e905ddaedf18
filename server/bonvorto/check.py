"""The pipeline: text → regions → language → sentences → words → match → rewrite → report.

`check` is a pure function: no Flask, no files, no clock. Its cost is linear in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bonvorto.bank.bank import Bank, Explanation, LanguageBank
from bonvorto.bank.model import LANGUAGES
from bonvorto.language import Detection, LanguageSpan, detect
from bonvorto.match.choose import Chosen, choose
from bonvorto.morphology import Token, tokens
from bonvorto.moves import Need, moves_made, moves_missing
from bonvorto.report import (
    Finding,
    LanguageCandidate,
    MadeMove,
    MissingMove,
    OfferedPhrase,
    Replacement,
    ReplyLanguage,
    Report,
    Request,
    SlotAt,
)
from bonvorto.rewrite.compose import compose
from bonvorto.rewrite.placeholder import placeholders
from bonvorto.rewrite.scope import Edit, fit
from bonvorto.rewrite.slots import Placed
from bonvorto.score import score
from bonvorto.text.offsets import Unit, measure
from bonvorto.text.regions import Layout, layout
from bonvorto.text.sentences import sentences as split_sentences
from bonvorto.text.words import words

Span = tuple[int, int]
UNFILLED = "unfilled-slot"
_PHRASES_OFFERED = 3


@dataclass(frozen=True, slots=True)
class _Passage:
    """The sentences of a reply that are in one language."""

    bank: LanguageBank
    spans: Sequence[Span]
    tokens: Sequence[Sequence[Token]]


def check(request: Request, bank: Bank) -> Report:
    """Check a reply against the banks."""
    text = request.text
    parts = layout(text)
    skip = [(region.start, region.end) for region in parts.regions if region.kind != "greeting"]
    detection = _language(request, skip)
    passages = _passages(text, parts, detection, bank)
    explain_in = request.explain_in or (detection.code if detection.supported else "en") or "en"
    writer = _Writer(request, bank, explain_in, measure(text, request.offsets))

    drafts: list[tuple[Finding, Edit | None]] = []
    made: list[MadeMove] = []
    for passage in passages:
        drafts += writer.findings(passage)
        drafts += writer.unfilled(passage)
        made += writer.moves(passage)
    drafts = _without_overlap(drafts)
    findings = tuple(finding for finding, _ in drafts)
    word_count = sum(len(sentence) for passage in passages for sentence in passage.tokens)
    lacking = moves_missing(
        (finding.fault for finding in findings),
        (move.move for move in made),
        word_count,
        request.role,
    )
    missing = writer.missing(lacking, passages, parts)
    by_severity = sorted(
        drafts, key=lambda item: ("error", "warning", "suggestion").index(item[0].severity)
    )
    return Report(
        language=ReplyLanguage(
            code=detection.code,
            confidence=round(detection.confidence, 3),
            supported=detection.supported,
            script=detection.script,
            candidates=tuple(
                LanguageCandidate(item.code, round(item.confidence, 3))
                for item in detection.candidates
            ),
        ),
        findings=findings,
        missing=missing,
        moves=tuple(sorted(made, key=lambda move: (move.offset, move.move))),
        rewritten=compose(text, (edit for _, edit in by_severity if edit is not None)),
        score=score((finding.severity for finding in findings), len(missing)),
        bank=bank.version,
    )


def _language(request: Request, skip: Sequence[Span]) -> Detection:
    if request.language is None:
        return detect(request.text, skip)
    whole = (LanguageSpan(0, len(request.text), request.language),)
    return Detection(request.language, 1.0, request.language in LANGUAGES, None, (), whole)


def _passages(text: str, parts: Layout, detection: Detection, bank: Bank) -> list[_Passage]:
    """Gather the reply's sentences by language; those of no supported language are left alone."""
    spans: dict[str, list[Span]] = {}
    for span in detection.spans:
        if span.code in bank.languages:
            inside = [
                (max(start, span.start), min(end, span.end))
                for start, end in parts.prose
                if start < span.end and span.start < end
            ]
            spans.setdefault(str(span.code), []).extend(
                split_sentences(text, inside, str(span.code))
            )
    return [
        _Passage(
            bank.languages[code],
            found,
            [_tokens(text, sentence, parts.masked, code) for sentence in found],
        )
        for code, found in spans.items()
    ]


def _tokens(text: str, sentence: Span, masked: Sequence[Span], language: str) -> list[Token]:
    """Tokens of a sentence without what is masked; no phrase runs across a masked stretch."""
    start, end = sentence
    holes = [span for span in masked if span[0] < end and start < span[1]]
    if not holes:
        return tokens(words(text, start, end), language)
    found: list[Token] = []
    for hole_start, hole_end in [*holes, (end, end)]:
        piece = tokens(words(text, start, max(start, hole_start)), language)
        if found and piece:
            piece[0] = piece[0]._replace(after_break=True)
        found += piece
        start = max(start, hole_end)
    return found


def _without_overlap(
    drafts: list[tuple[Finding, Edit | None]],
) -> list[tuple[Finding, Edit | None]]:
    kept: list[tuple[Finding, Edit | None]] = []
    for item in sorted(drafts, key=lambda item: (item[0].offset, -item[0].length, item[0].entry)):
        if not kept or kept[-1][0].offset + kept[-1][0].length <= item[0].offset:
            kept.append(item)
    return kept


@dataclass(frozen=True, slots=True)
class _Writer:
    """Words the report: explanations in the agent's language, offsets in the asked unit."""

    request: Request
    bank: Bank
    explain_in: str
    at: Callable[[int], int]

    def findings(self, passage: _Passage) -> list[tuple[Finding, Edit | None]]:
        chosen = choose(passage.tokens, passage.bank, self.request.role, self.request.disable)
        return [self.finding(item, passage) for item in chosen]

    def finding(self, item: Chosen, passage: _Passage) -> tuple[Finding, Edit | None]:
        text, entry, hit = self.request.text, item.compiled.entry, item.found.hit
        sentence = passage.spans[item.sentence]
        sentence_tokens = passage.tokens[item.sentence]
        span = (sentence_tokens[hit.first].start, sentence_tokens[hit.last].end)
        captured = {
            name: text[sentence_tokens[first].start : sentence_tokens[last].end]
            for name, first, last in hit.captured
        }
        edits: list[tuple[str, Edit]] = []
        for rewrite in entry.rewrites:
            filled, slots = item.compiled.templates[rewrite.id].fill(captured)
            edits.append((rewrite.id, fit(text, span, sentence, rewrite.replace, filled, slots)))
        explanation = self.explain(item.compiled.fault, passage)
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
            rewrites=tuple(self.replacement(name, edit) for name, edit in edits),
        )
        return finding, edits[0][1]

    def replacement(self, rewrite_id: str, edit: Edit) -> Replacement:
        return Replacement(
            id=rewrite_id,
            offset=self.at(edit.offset),
            length=self.at(edit.offset + edit.length) - self.at(edit.offset),
            text=edit.text,
            gloss=self.bank.rewrite_gloss(rewrite_id, self.request.gloss_in),
            slots=slots_at(edit.text, edit.slots, self.request.offsets),
        )

    def explain(self, fault: str, passage: _Passage) -> Explanation:
        return (
            self.bank.explain_fault(fault, self.explain_in)
            or self.bank.explain_fault(fault, passage.bank.language)
            or Explanation(fault, "", "", ())
        )

    def unfilled(self, passage: _Passage) -> list[tuple[Finding, Edit | None]]:
        if UNFILLED in self.request.disable:
            return []
        explanation = self.explain(UNFILLED, passage)
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

    def moves(self, passage: _Passage) -> list[MadeMove]:
        made: list[MadeMove] = []
        for move, number in moves_made(passage.tokens, passage.bank):
            start, end = passage.spans[number]
            made.append(MadeMove(move, self.at(start), self.at(end) - self.at(start)))
        return made

    def missing(
        self, needs: Sequence[Need], passages: Sequence[_Passage], parts: Layout
    ) -> tuple[MissingMove, ...]:
        if not passages:
            return ()
        main = max(passages, key=lambda passage: sum(map(len, passage.tokens)))
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
                        self.phrase(need.move, phrase_id, *template.fill({}))
                        for phrase_id, (_, template) in [*move.phrases.items()][:_PHRASES_OFFERED]
                    ),
                )
            )
        return tuple(found)

    def phrase(
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
