"""English: Snowball stems; contractions taken apart, with or without the apostrophe."""

from __future__ import annotations

import re

import Stemmer

_stemmer = Stemmer.Stemmer("english")
_stemmer.maxCacheSize = 0  # a cache would keep words of a text beyond its request

_BRITISH = re.compile(r"(?<=[a-z]{3})is(?=e[ds]?$|ing$|ation)")
_WHOLE = {
    "can't": ("can", "not"), "cant": ("can", "not"), "cannot": ("can", "not"),
    "won't": ("will", "not"), "shan't": ("shall", "not"), "ain't": ("be", "not"),
    "let's": ("let", "us"), "gonna": ("going", "to"), "gotta": ("got", "to"),
    "i'm": ("i", "am"), "im": ("i", "am"), "ive": ("i", "have"), "youre": ("you", "are"),
    "youve": ("you", "have"), "youll": ("you", "will"), "thats": ("that", "is"),
    "theres": ("there", "is"), "whats": ("what", "is"), "theyre": ("they", "are"),
    "weve": ("we", "have"), "dunno": ("do", "not", "know"),
}  # fmt: skip
_TAILS = {
    "'re": "are", "'ve": "have", "'ll": "will", "'d": "would", "'m": "am",
}  # fmt: skip
_BARE_NOT = re.compile(
    r"(do|does|did|is|are|was|were|has|have|had|would|could|should|must|need)nt$"
)
_HAS_S = frozenset(
    "it that there what he she who where here how this everything something nothing".split()
)


def contractions(folded: str) -> tuple[str, ...]:
    """Split a contraction into its words: don't → do, not; it's → it, is."""
    if folded in _WHOLE:
        return _WHOLE[folded]
    at = folded.rfind("'")
    if at > 0:
        if folded.endswith("n't") and at > 1:
            return (folded[:-3], "not")
        head, tail = folded[:at], folded[at:]
        if tail in _TAILS:
            return (head, _TAILS[tail])
        if tail == "'s":
            return (head, "is") if head in _HAS_S else (head,)
        return (folded,)
    if folded.endswith("nt") and (found := _BARE_NOT.match(folded)):
        return (found[1], "not")
    return (folded,)


def stems(folded: str) -> tuple[str, ...]:
    """Stem one folded word; British -ise is written -ize, so both spellings meet."""
    return (_stemmer.stemWord(_BRITISH.sub("iz", folded)),)
