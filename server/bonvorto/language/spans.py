"""The language of a text, and of its parts where they differ."""

import re
from collections.abc import Sequence

from bonvorto.language.detection import Candidate, Detection, LanguageSpan
from bonvorto.language.letters import NOISE
from bonvorto.language.vote import SUPPORTED, Vote, cast, table

# A sentence, or what is left of a line.
UNIT = re.compile(r"[^\n.!?…]*[.!?…]*[\s\"»”’)]*")
SURE = 0.5  # below this belief the answer is "unsure"


def warm() -> None:
    """Load the profiles now rather than with the first text."""
    for script in ("Latn", "Cyrl", "Geor"):
        table(script)


def detect(text: str, skip: Sequence[tuple[int, int]] = ()) -> Detection:
    """Tell the language of `text`.

    `skip` holds spans in code points (quoted mail, signatures, code) that do not vote.
    """
    votes: dict[str, Vote] = {}
    vote = cast(_blank(text, skip))
    if vote is not None:
        votes[vote.script] = vote
    if not votes:
        return Detection(None, 0.0, False, None, (), (LanguageSpan(0, len(text), None),))
    best = max(votes.values(), key=lambda v: v.letters)
    shares = best.shares()
    code = shares[0][0] if shares and shares[0][1] >= SURE else None
    confidence = shares[0][1] if shares else 0.0
    return Detection(
        code,
        confidence,
        code in SUPPORTED,
        best.script,
        tuple(Candidate(c, p) for c, p in shares[:3]),
        (LanguageSpan(0, len(text), code),),
    )


def _blank(text: str, skip: Sequence[tuple[int, int]]) -> str:
    """The text with what does not vote turned into spaces, length unchanged."""
    for start, end in skip:
        text = text[:start] + " " * (end - start) + text[end:]
    return NOISE.sub(lambda m: " " * len(m[0]), text)
