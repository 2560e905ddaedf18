"""Sentences: Wikimedia's sentencex, mended where support mail differs from an encyclopedia."""

from __future__ import annotations

import re
from collections.abc import Iterable

import sentencex

Span = tuple[int, int]

# Abbreviations that sentencex (1.0) ends a sentence at, per language.
_ABBREVIATIONS = {
    "en": ("e.g", "i.e", "approx", "no", "incl", "tel", "ext", "vs"),
    "ru": (
        "т.е",
        "т.к",
        "т.д",
        "т.п",
        "т.н",
        "руб",
        "коп",
        "тел",
        "ул",
        "д",
        "кв",
        "см",
        "стр",
        "г",
        "гг",
        "напр",
        "им",
        "доб",
        "мин",
        "макс",
        "тыс",
        "млн",
    ),
    "eo": (
        "ekz",
        "bv",
        "k.t.p",
        "ktp",
        "t.e",
        "s-ro",
        "s-ino",
        "d-ro",
        "prof",
        "n-ro",
        "nr",
        "tel",
        "ĉ",
        "p",
        "vd",
        "kp",
        "resp",
        "inkl",
    ),
    "ka": (
        "ა.შ",
        "ე.ი",
        "მაგ",
        "ე.წ",
        "ბ-ნო",
        "ქ-ნო",
        "ქ",
        "ტელ",
        "გვ",
        "იხ",
        "ნომ",
        "ლ",
        "წ",
        "კვ",
        "სთ",
        "წთ",
        "ე",
        "ა",
    ),
}
_ENDS_IN_ABBREVIATION = {
    code: re.compile(r"(?:^|[\s(«„“\"])(?:" + "|".join(map(re.escape, short)) + r")\.\s*$", re.I)
    for code, short in _ABBREVIATIONS.items()
}
# Work on one sentence (facts, guards, rewriting) may look at all of it for each match, so its
# length is bounded, in code points.
MAX_SENTENCE = 800
_MAX_PIECE = 2000
_LONGEST_ABBREVIATION = 16  # with the space around it
_SHORT_LINE = 50  # a line shorter than this was ended by its writer, not by a mail client
_ITEM = re.compile(r"[ \t]*(?:[-*•–—·]|\d{1,3}[.)])[ \t]")


def sentences(text: str, spans: Iterable[Span], language: str) -> list[Span]:
    """Split the given code point spans of `text` into sentences, without the space around them."""
    found: list[Span] = []
    for start, end in spans:
        for paragraph in _paragraphs(text, start, end):
            for first, last in _pieces(text, *paragraph):
                found.extend(_split(text, first, last, language))
    return found


def _pieces(text: str, start: int, end: int) -> Iterable[Span]:
    """Cut a paragraph into pieces that the splitter takes in bounded time.

    sentencex 1.0 is quadratic in the number of quotation marks.
    """
    while end - start > _MAX_PIECE:
        middle, limit = start + _MAX_PIECE // 2, start + _MAX_PIECE
        stop = text.rfind(". ", middle, limit) + 1 or text.rfind(" ", middle, limit)
        stop = stop if stop > 0 else limit
        yield start, stop
        start = stop
    yield start, end


def _paragraphs(text: str, start: int, end: int) -> Iterable[Span]:
    """Cut at the line ends that a writer meant; those of a hard-wrapped mail stay inside."""
    first = start
    position = start
    while position < end:
        newline = text.find("\n", position, end)
        if newline < 0:
            break
        line = text[position:newline].rstrip()
        if len(line) < _SHORT_LINE or line[-1] in ".!?…:" or _ITEM.match(text, newline + 1, end):
            yield first, newline
            first = newline + 1
        position = newline + 1
    if first < end:
        yield first, end


def _split(text: str, start: int, end: int, language: str) -> Iterable[Span]:
    ends_in_abbreviation = _ENDS_IN_ABBREVIATION.get(language)
    # A lone surrogate cannot cross into the splitter; a private-use character has the same width.
    piece = re.sub("[\ud800-\udfff]", "\ue000", text[start:end])
    first = last = start
    for part in sentencex.segment(language, piece):
        last += len(part)
        tail = text[max(first, last - _LONGEST_ABBREVIATION) : last]
        if ends_in_abbreviation and last < end and ends_in_abbreviation.search(tail):
            continue
        yield from _bounded(text, first, last)
        first = last
    if first < end:
        yield from _bounded(text, first, end)


def _bounded(text: str, start: int, end: int) -> Iterable[Span]:
    """Cut what is too long to be a sentence, at a space where there is one."""
    while end - start > MAX_SENTENCE:
        space = text.rfind(" ", start + MAX_SENTENCE // 2, start + MAX_SENTENCE)
        stop = space if space > 0 else start + MAX_SENTENCE
        yield from _trimmed(text, start, stop)
        start = stop
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterable[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
