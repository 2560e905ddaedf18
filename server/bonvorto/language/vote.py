"""One vote: which language do these words speak for, and how surely."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from bonvorto.language import tables
from bonvorto.language.config import CONFIG
from bonvorto.language.letters import (
    GEORGIAN,
    LATIN,
    OTHER_WORD,
    SCRIPT_LANGUAGE,
    WORDS,
    fold,
    script_of,
    unmix,
)

SUPPORTED: tuple[str, ...] = tuple(sorted(CONFIG.supported))
ALPHABETS = {code: frozenset(letters) for code, letters in CONFIG.alphabets.items()}
FOREIGN_LETTERS = 12  # more letters than these from outside the alphabet cost no more

X_SYSTEM = re.compile("[cghjsu]x")
X_LETTERS = dict(zip("cghjsu", "ĉĝĥĵŝŭ", strict=True))


@dataclass(slots=True)
class Vote:
    """Scores of one script's languages for some words, in nats; votes of one script add up."""

    script: str
    scores: dict[str, float]
    features: int
    letters: float

    def add(self, other: "Vote") -> None:
        """Count another vote of the same script in."""
        for code, score in other.scores.items():
            self.scores[code] = self.scores.get(code, 0.0) + score
        self.features += other.features
        self.letters += other.letters

    def shares(self) -> list[tuple[str, float]]:
        """Belief in each language (0..1), best first."""
        if not self.scores:
            return []
        priors = CONFIG.scripts[self.script].priors if self.script in CONFIG.scripts else {}
        known = {c: s + priors.get(c, 0.0) for c, s in self.scores.items()}
        top = max(known.values())
        weights = {c: math.exp(s - top) for c, s in known.items()}
        total = sum(weights.values())
        return sorted(((c, w / total) for c, w in weights.items()), key=lambda x: (-x[1], x[0]))


@cache
def table(script: str) -> tables.Table:
    """The script's table, read once."""
    return tables.load(script)


def cast(text: str) -> Vote | None:
    """Vote with the words of `text`, noise blanked before; None without a letter."""
    script, words, letters = _gate(text)
    if script is None:
        return None
    if script not in WORDS:
        code = SCRIPT_LANGUAGE.get(script)
        return Vote(script, {code: 100.0} if code else {}, 0, letters)
    known = table(script)
    sums, features = known.sums(words)
    if script == LATIN and X_SYSTEM.search(spelt := " ".join(words)):
        folded = X_SYSTEM.sub(lambda m: X_LETTERS[m[0][0]], spelt).split()
        other, count = known.sums(folded)
        if other[known.langs.index("eo")] == max(other):
            words, sums, features = folded, other, count
    scores = {code: cell / tables.STEP for code, cell in zip(known.langs, sums, strict=True)}
    spelt = "".join(words)
    price = CONFIG.scripts[script].weights["letter"]
    letters_used = set(spelt)
    for code, alphabet in ALPHABETS.items():
        if code in scores and (strange := letters_used - alphabet):
            count = sum(map(spelt.count, strange))
            scores[code] -= price * min(count, FOREIGN_LETTERS)
    return Vote(script, scores, features, letters)


def _gate(text: str) -> tuple[str | None, Sequence[str], float]:
    """The leading script, its words in small letters, and its weight in letters.

    Words with a capital letter weigh a quarter beside another script (product names), and names
    inside a sentence do not vote while enough other words do.
    """
    text = unmix(text)
    best: str | None = None
    weight = 0.0
    chosen: list[str] = []
    for script, pattern in WORDS.items():
        words = pattern.findall(text)
        if not words:
            continue
        size = 0.0
        for word in words:
            size += len(word) if script == GEORGIAN or word.islower() else len(word) / 4
        if size > weight:
            best, weight, chosen = script, size, words
    if not text.isascii():
        others = OTHER_WORD.findall(text)
        size = sum(map(len, others))
        if size > weight:
            return _other_script("".join(others)), others, size
    if best is None:
        return None, [], 0.0
    if best != GEORGIAN:
        small = [w for i, w in enumerate(chosen) if w.islower() or (i == 0 and w.istitle())]
        if sum(map(len, small)) >= 10:
            chosen = small
    return best, fold(chosen), sum(map(len, chosen))


def _other_script(letters: str) -> str:
    counts: dict[str, int] = {}
    for char in letters:
        script = script_of(char)
        if script:
            counts[script] = counts.get(script, 0) + 1
    if counts.keys() & {"Hira", "Kana"}:
        return "Hira"
    return max(sorted(counts), key=lambda s: counts[s], default="Zyyy")
