"""The pipeline: text → regions → language → sentences → words → match → rewrite → report.

`check` is a pure function: no Flask, no files, no clock. Its cost is linear in the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from bonvorto.bank.bank import Bank
from bonvorto.bank.model import LANGUAGES
from bonvorto.language import Detection, LanguageSpan, detect
from bonvorto.morphology import Token, tokens
from bonvorto.moves import moves_missing
from bonvorto.report import (
    Finding,
    MadeMove,
    ReplyLanguage,
    Report,
    Request,
)
from bonvorto.rewrite.compose import compose
from bonvorto.rewrite.scope import Edit
from bonvorto.score import score
from bonvorto.text.offsets import measure
from bonvorto.text.regions import Layout, layout
from bonvorto.text.sentences import sentences as split_sentences
from bonvorto.text.words import words
from bonvorto.wording import Passage, Writer

Span = tuple[int, int]


def check(request: Request, bank: Bank) -> Report:
    """Check a reply against the banks."""
    text = request.text
    parts = layout(text)
    detection = _language(request, parts.voteless)
    passages = _passages(text, parts, detection, bank)
    explain_in = request.explain_in or (detection.code if detection.supported else "en") or "en"
    writer = Writer(request, bank, explain_in, measure(text, request.offsets))

    drafts: list[tuple[Finding, Edit | None]] = []
    made: list[MadeMove] = []
    for passage in passages:
        drafts += writer.findings(passage)
        drafts += writer.unfilled(passage)
        made += writer.moves(passage)
    drafts = _without_overlap(drafts)
    findings = tuple(finding for finding, _ in drafts)
    word_count = sum(passage.word_count for passage in passages)
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
        language=ReplyLanguage.of(detection),
        findings=findings,
        missing=missing,
        moves=tuple(sorted(made, key=lambda move: (move.offset, move.move))),
        rewritten=compose(text, (edit for _, edit in by_severity if edit is not None)),
        score=score((finding.severity for finding in findings), len(missing)),
        bank=bank.version,
        traces=tuple(
            trace for passage in passages if request.trace for trace in writer.traces(passage)
        ),
    )


def _language(request: Request, skip: Sequence[Span]) -> Detection:
    if request.language is None:
        return detect(request.text, skip)
    whole = (LanguageSpan(0, len(request.text), request.language),)
    return Detection(request.language, 1.0, request.language in LANGUAGES, None, (), whole)


def _passages(text: str, parts: Layout, detection: Detection, bank: Bank) -> list[Passage]:
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
        Passage(
            bank.languages[code],
            found,
            [
                bank.languages[code].lists.read(_tokens(text, span, parts.masked, code))
                for span in found
            ],
        )
        for code, found in spans.items()
    ]


def _tokens(text: str, sentence: Span, masked: Sequence[Span], language: str) -> list[Token]:
    """Tokens of a sentence without what is masked; no phrase runs across a masked stretch."""
    start, end = sentence
    first = bisect_left(masked, start, key=lambda span: span[1])
    last = bisect_left(masked, end, key=lambda span: span[0])
    holes = masked[first:last]
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
