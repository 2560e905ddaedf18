"""What the detector answers: plain records, no behaviour."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """A language that the text may be in, with its share of the belief (0..1)."""

    code: str
    confidence: float


@dataclass(frozen=True, slots=True)
class LanguageSpan:
    """A stretch of the text in one language; `start` and `end` are code points."""

    start: int
    end: int
    code: str | None


@dataclass(frozen=True, slots=True)
class Detection:
    """The language of a text.

    `code` is one of the four supported languages, or the code of another language that was
    recognised ("uk", "ka-Latn", ...), or None when the text is too short or too mixed to tell
    or has no letters. `supported` is true for the four only. `script` is an ISO 15924 code.
    `candidates` holds up to three languages, best first. `spans` cover the text in order.
    """

    code: str | None
    confidence: float
    supported: bool
    script: str | None
    candidates: tuple[Candidate, ...]
    spans: tuple[LanguageSpan, ...]
