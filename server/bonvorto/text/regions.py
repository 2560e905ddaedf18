"""Regions: which stretches of a reply are the agent's own prose, and which are not.

Quoted mail, signatures, code, URLs, addresses and quotation marks stay untouched: they are never
checked, never rewritten and do not vote on the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bonvorto.text.markers import (
    ATTRIBUTION,
    FORWARD_HEADER,
    GREETING,
    HEADER_FIELD,
    SIGN_OFF,
)

Kind = Literal["quote", "signature", "code", "url", "email", "citation", "greeting", "sign-off"]
Span = tuple[int, int]
Line = tuple[int, int, str]

_URL = re.compile(r"(?:https?://|ftp://|www\.)[^\s<>«»„“”\"]+", re.I)
_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_FENCE = re.compile(r"[ \t]*(?:```|~~~)")
_INLINE_CODE = re.compile(r"`[^`\n]{1,200}`")
_CITATION = re.compile(
    r"«[^«»\n]{1,400}»|„[^„“”\n]{1,400}[“”]|“[^“”\n]{1,400}”"
    r"|(?<![\w\"])\"[^\"\n]{1,400}\"(?!\w)|(?<![\w‘])‘[^‘’\n]{3,400}’(?!\w)"
)
_MAX_SIGNATURE_LINES = 8
_MAX_CLOSING_WORDS = 8
_MAX_NAME_LINES = 3
_LONGEST_MARKER = 400  # characters of a line that introduces quoted mail


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch that is not plain prose of the writer; offsets are code points."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Layout:
    """What a reply is made of.

    `prose`: spans to be checked, in order. `masked`: spans inside them that are never marked
    (URLs, addresses, code, text in quotation marks). `regions`: everything that was set apart.
    `body_start` and `body_end`: after the greeting and before the sign-off, where a sentence can
    be put in.
    """

    prose: tuple[Span, ...]
    masked: tuple[Span, ...]
    regions: tuple[Region, ...]
    body_start: int
    body_end: int

    @property
    def voteless(self) -> list[Span]:
        """Spans that say nothing about the language of the reply: all set apart but a greeting."""
        return [(region.start, region.end) for region in self.regions if region.kind != "greeting"]


def layout(text: str) -> Layout:
    """Find the regions of a reply. Linear in its length."""
    lines = _lines(text)
    apart: list[Region] = []
    own: list[Line] = []
    for line, kind in _classified(lines):
        if kind is None:
            own.append(line)
        else:
            apart.append(Region(line[0], line[1], kind))
    signature_from = _signature_index(own)
    apart.extend(Region(first, last, "signature") for first, last, _ in own[signature_from:])
    own = own[:signature_from]

    prose = _joined(own)
    masks = [region for span in prose for region in _inline(text, span)]
    greeting = _greeting(own)
    body_start = greeting.end if greeting else (prose[0][0] if prose else 0)
    body_end = max((last for _, last, content in own if content.strip()), default=body_start)
    everything = sorted(
        [*_merged(apart), *masks, *([greeting] if greeting else [])],
        key=lambda region: (region.start, region.end),
    )
    return Layout(
        prose=tuple(prose),
        masked=tuple((region.start, region.end) for region in masks),
        regions=tuple(everything),
        body_start=body_start,
        body_end=max(body_start, body_end),
    )


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    start = 0
    for piece in re.split(r"(?<=\n)", text):
        if piece:
            lines.append((start, start + len(piece), piece))
            start += len(piece)
    return lines


def _classified(lines: list[Line]) -> Iterator[tuple[Line, Kind | None]]:
    """Tell for each line whether it is quoted mail or code; all below a mail header is quoted."""
    fenced = False
    forwarded = False
    for index, line in enumerate(lines):
        content = line[2]
        if forwarded:
            yield line, "quote"
        elif _FENCE.match(content):
            fenced = not fenced
            yield line, "code"
        elif fenced:
            yield line, "code"
        elif content.lstrip().startswith((">", "＞")):
            yield line, "quote"
        elif len(content) > _LONGEST_MARKER:
            yield line, None
        elif FORWARD_HEADER.match(content) or _header_block(lines, index):
            forwarded = True
            yield line, "quote"
        elif _attribution(lines, index):
            yield line, "quote"
        else:
            yield line, None


def _header_block(lines: list[Line], index: int) -> bool:
    """Outlook's quoted header: three or more of From/Sent/To/Subject in a row."""
    if not HEADER_FIELD.match(lines[index][2]):
        return False
    following = lines[index : index + 4]
    return sum(1 for _, _, content in following if HEADER_FIELD.match(content)) >= 3


def _attribution(lines: list[Line], index: int) -> bool:
    """«On … wrote:», in one line or wrapped over two, right above quoted lines."""
    content = lines[index][2]
    after = index + 1
    if not ATTRIBUTION.match(content):
        if after >= len(lines) or max(len(content), len(lines[after][2])) > 200:
            return False
        if not content.strip():
            return False
        if not ATTRIBUTION.match(content.rstrip("\r\n") + " " + lines[after][2]):
            return _second_half(lines, index)
        after += 1
    while after < len(lines) and not lines[after][2].strip():
        after += 1
    return after < len(lines) and lines[after][2].lstrip().startswith(">")


def _second_half(lines: list[Line], index: int) -> bool:
    if index == 0 or len(lines[index - 1][2]) > 200:
        return False
    both = lines[index - 1][2].rstrip("\r\n") + " " + lines[index][2]
    return bool(ATTRIBUTION.match(both)) and any(
        content.lstrip().startswith(">") for _, _, content in lines[index + 1 : index + 3]
    )


def _signature_index(lines: list[Line]) -> int:
    """Index of the first line of the signature; the number of lines when there is none."""
    for index, (_, _, content) in enumerate(lines):
        if content.rstrip("\r\n") in ("--", "-- ", "—", "— "):
            return _closing_above(lines, index)
    return _closing_above(lines, len(lines))


def _closing_above(lines: list[Line], stop: int) -> int:
    """Find «Kind regards,» and the name below it, above line `stop`."""
    filled = 0
    for index in range(stop - 1, -1, -1):
        content = lines[index][2].strip()
        if not content:
            continue
        filled += 1
        if filled > _MAX_SIGNATURE_LINES:
            break
        if len(content.split()) <= _MAX_CLOSING_WORDS and SIGN_OFF.match(content):
            return index if any(line[2].strip() for line in lines[:index]) else stop
        if len(content) > 80:
            break
    return _bare_name(lines, stop)


def _bare_name(lines: list[Line], stop: int) -> int:
    """Find a name that closes a reply with no «regards» above it: a short last paragraph."""
    filled = [index for index in range(stop) if lines[index][2].strip()]
    if not filled:
        return stop
    first = filled[-1]
    while first - 1 in filled and filled[-1] - first < _MAX_NAME_LINES:
        first -= 1
    block = [lines[index][2].strip() for index in range(first, filled[-1] + 1)]
    is_name = (
        first > filled[0]
        and not lines[first - 1][2].strip()
        and len(block) <= _MAX_NAME_LINES
        and all(len(line) <= 60 and line[-1] not in ".!?…:;" for line in block)
        and len(block[0].split()) <= 5
        and not _starts_small(block[0])
    )
    return first if is_name else stop


def _starts_small(line: str) -> bool:
    return line[0].islower() and line[0].upper() != line[0] and not "ა" <= line[0] <= "ჰ"


def _greeting(lines: list[Line]) -> Region | None:
    for start, end, content in lines:
        if not content.strip():
            continue
        found = GREETING.match(content)
        if not found:
            return None
        whole_line = found.end() >= len(content.rstrip())
        return Region(start, end if whole_line else start + found.end(), "greeting")
    return None


def _inline(text: str, span: Span) -> list[Region]:
    """URLs, addresses, code and citations inside a span, none inside another."""
    kinds: tuple[tuple[re.Pattern[str], Kind], ...] = (
        (_URL, "url"),
        (_EMAIL, "email"),
        (_INLINE_CODE, "code"),
        (_CITATION, "citation"),
    )
    found = sorted(
        (
            Region(match.start(), match.end(), kind)
            for pattern, kind in kinds
            for match in pattern.finditer(text, *span)
        ),
        key=lambda region: (region.start, -region.end),
    )
    kept: list[Region] = []
    for region in found:
        if not kept or region.start >= kept[-1].end:
            kept.append(region)
    return kept


def _joined(lines: list[Line]) -> list[Span]:
    """Neighbouring lines become one span."""
    spans: list[Span] = []
    for start, end, _ in lines:
        if spans and spans[-1][1] == start:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _merged(regions: list[Region]) -> list[Region]:
    merged: list[Region] = []
    for region in sorted(regions, key=lambda region: region.start):
        if merged and merged[-1].end == region.start and merged[-1].kind == region.kind:
            merged[-1] = Region(merged[-1].start, region.end, region.kind)
        else:
            merged.append(region)
    return merged
