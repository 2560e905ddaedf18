"""The language of a text, and of its parts where they clearly differ."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bonvorto.language.config import CONFIG
from bonvorto.language.detection import Candidate, Detection, LanguageSpan
from bonvorto.language.letters import NOISE, NOISE_SIGN
from bonvorto.language.vote import SUPPORTED, Vote, cast, table

SURE = 0.5  # below this belief the answer is "unsure"
LINE_SURE = 0.95  # a line speaks for itself from here on
LINE_LETTERS = 12
# A sentence inside a line of another language, or a stretch in an unsupported language that
# shares our script, must say more before the text is split: a wrong split silences the bank.
FAR_SURE, FAR_LETTERS, STRANGE_LETTERS = 0.99, 20, 40
PLAIN_WORDS = 3  # words with a small first letter; a row of names is no sentence
SHORT = 16  # a "sentence" of fewer characters ("Nr. ", "A. B. ") goes with the next one
VOTERS = 400  # sentences that vote in a long text, spread evenly; more would only cost time

# Possessive, and only at the first stop of a run: a megabyte of dots costs its length once.
BREAK = re.compile(r"(?<![.!?…])[.!?…]++[\"'»”’)\]]*+\s+|:\s+(?=[\"«“„])|\n\s*")


@dataclass(slots=True)
class Piece:
    """A sentence, or the rest of a line, with its vote."""

    start: int
    end: int
    line: int
    vote: Vote | None = None
    code: str | None = None


def warm() -> None:
    """Load the profiles now rather than with the first text."""
    for script in CONFIG.scripts:
        table(script)


def detect(text: str, skip: Sequence[tuple[int, int]] = ()) -> Detection:
    """Tell the language of `text`, and of its parts.

    `skip` holds spans in code points (quoted mail, signatures, code) that do not vote; URLs,
    addresses, file names and order ids never do. The answer depends on nothing but the
    arguments.
    """
    plain = _blank(text, skip)
    pieces = list(_pieces(plain))
    stride = -(-len(pieces) // VOTERS)
    for piece in pieces[::stride] if stride > 1 else pieces:
        piece.vote = cast(plain[piece.start : piece.end])
    total = _total(pieces)
    if total is None:
        return Detection(None, 0.0, False, None, (), (LanguageSpan(0, len(text), None),))
    shares = total.shares()
    code = shares[0][0] if shares and shares[0][1] >= SURE else None
    spans = [LanguageSpan(0, len(text), code)]
    if len(pieces) > 1:
        spans = _spans(plain, pieces, code)
        if len(spans) > 1:
            return _mixed(pieces, spans, total)
    return Detection(
        code,
        shares[0][1] if shares else 0.0,
        code in SUPPORTED,
        total.script,
        tuple(Candidate(c, p) for c, p in shares[:3]),
        tuple(spans),
    )


def voted(text: str) -> Vote | None:
    """The vote of a whole text's leading script, before any decision; for fitting."""
    pieces = list(_pieces(plain := _blank(text, ())))
    for piece in pieces:
        piece.vote = cast(plain[piece.start : piece.end])
    return _total(pieces)


def _blank(text: str, skip: Sequence[tuple[int, int]]) -> str:
    """The text with what does not vote turned into spaces; length and line ends stay."""
    if skip:
        parts, at = [], 0
        for start, end in sorted(skip):
            first, last = max(at, start), min(len(text), end)
            if first < last:
                hidden = text[first:last]
                parts += [text[at:first], "".join("\n" if c == "\n" else " " for c in hidden)]
                at = last
        text = "".join(parts) + text[at:]
    if NOISE_SIGN.search(text):
        text = NOISE.sub(lambda found: " " * len(found[0]), text)
    return text


def _pieces(text: str) -> Iterator[Piece]:
    """Cut into sentences and lines that cover the text."""
    start = line = 0
    for found in BREAK.finditer(text):
        ends_line = "\n" in found[0]
        if found.end() - start < SHORT and not ends_line:
            continue
        yield Piece(start, found.end(), line)
        start = found.end()
        line += ends_line
    if start < len(text) or not text:
        yield Piece(start, len(text), line)


def _total(pieces: Sequence[Piece]) -> Vote | None:
    """All votes of the script that has most letters."""
    by_script: dict[str, list[Vote]] = {}
    for piece in pieces:
        if piece.vote is not None:
            by_script.setdefault(piece.vote.script, []).append(piece.vote)
    totals = [votes[0].together(votes[1:]) for votes in by_script.values()]
    return max(totals, key=lambda v: v.letters, default=None)


def _spans(text: str, pieces: list[Piece], main: str | None) -> list[LanguageSpan]:
    """Give every piece a language: its own, its line's, or that of the lines around it."""
    lines: list[list[Piece]] = []
    for piece in pieces:
        if lines and lines[-1][0].line == piece.line:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    own = []
    for line in lines:
        vote = line[0].vote if len(line) == 1 else _total(line)
        plain = _plain_words(text[line[0].start : line[-1].end])
        own.append(_own(vote, plain, main, inside=False))
    after: list[str | None] = [None] * len(lines)
    for i in range(len(lines) - 2, -1, -1):
        after[i] = own[i + 1] or after[i + 1]
    told = sorted({code for code in own if code})
    before: str | None = None
    for line, code, following in zip(lines, own, after, strict=True):
        before = code or _nearest(_total(line), (before, following, *told, main))
        _within(text, line, before)
    spans: list[LanguageSpan] = []
    for piece in pieces:
        if spans and spans[-1].code == piece.code:
            spans[-1] = LanguageSpan(spans[-1].start, piece.end, piece.code)
        else:
            spans.append(LanguageSpan(piece.start, piece.end, piece.code))
    return spans


def _within(text: str, line: Sequence[Piece], code: str | None) -> None:
    """Give the pieces of a line the line's language, but for sentences clearly in another."""
    for piece in line:
        piece.code = code
    if len(line) == 1:
        return
    runs, told = [], []  # sentences that seem to be in one language speak together
    for _, group in groupby(line, lambda piece: piece.vote and piece.vote.leader()):
        run = list(group)
        plain = _plain_words(text[run[0].start : run[-1].end])
        runs.append(run)
        told.append(_own(_total(run), plain, code, inside=True))
    around = [code, *sorted({own for own in told if own})]
    if len(around) == 1:
        return
    for run, own in zip(runs, told, strict=True):
        for piece in run:
            piece.code = own or _nearest(_total(run), around)


def _nearest(vote: Vote | None, codes: Sequence[str | None]) -> str | None:
    """Of the languages around a line that cannot tell by itself, the one it is most like."""
    known = [code for code in codes if code]
    if vote is None or not known:
        return known[0] if known else None
    return max(known, key=vote.score)  # the first of equals: the line before


def _own(vote: Vote | None, plain: int, around: str | None, *, inside: bool) -> str | None:
    """The language a stretch is in by its own evidence, or None if that is not enough."""
    if vote is None or vote.letters < LINE_LETTERS or plain < PLAIN_WORDS:
        return None
    if around is not None and vote.leader() == around:
        return around
    code, share = vote.best()
    if code is None or share < LINE_SURE:
        return None
    same_script = around is None or _script(around) == vote.script
    if not same_script or (code in SUPPORTED and not inside):
        return code
    least = FAR_LETTERS if code in SUPPORTED else STRANGE_LETTERS
    return code if share >= FAR_SURE and vote.letters >= least else None


def _script(code: str) -> str | None:
    """The script a language is written in here."""
    return next((name for name, s in CONFIG.scripts.items() if code in s.languages), None)


def _plain_words(text: str) -> int:
    """How many words do not begin with a capital letter."""
    return sum(1 for word in text.split() if word[0].isalpha() and not word[0].isupper())


def _mixed(pieces: Sequence[Piece], spans: list[LanguageSpan], total: Vote) -> Detection:
    """The answer for a text in several languages: the one with most letters leads."""
    letters: Counter[str] = Counter()
    script: dict[str, str] = {}
    for piece in pieces:
        if piece.vote is not None and piece.code is not None:
            letters[piece.code] += round(piece.vote.letters)
            script.setdefault(piece.code, piece.vote.script)
    whole = sum(letters.values())
    ranked = sorted(letters, key=lambda c: (-letters[c], c))
    return Detection(
        ranked[0],
        letters[ranked[0]] / whole,
        ranked[0] in SUPPORTED,
        script.get(ranked[0], total.script),
        tuple(Candidate(c, letters[c] / whole) for c in ranked[:3]),
        tuple(spans),
    )
