"""The language of a text: `detect(text)`, pure and the same in every process."""

from bonvorto.language.detection import Candidate, Detection, LanguageSpan
from bonvorto.language.spans import detect, warm
from bonvorto.language.vote import SUPPORTED

__all__ = ["SUPPORTED", "Candidate", "Detection", "LanguageSpan", "detect", "warm"]
