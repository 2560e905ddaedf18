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
NEGLIGIBLE = 12 * tables.STEP  # a language so far behind the best has no share worth naming
PLAIN_LETTERS = 6  # with so many letters of plain words, words with a capital inside do not vote
FOREIGN_LETTERS = 12  # more letters than these from outside the alphabet cost no more

X_SYSTEM = re.compile("[cghjsu]x")
X_LETTERS = dict(zip("cghjsu", "ĉĝĥĵŝŭ", strict=True))


@dataclass(frozen=True, slots=True)
class Vote:
    """What some words say for each language of a script; votes of one script add up.

    `sums` are in steps of 1/STEP nat, in the order of `codes`. `letters` is the weight in the
    text: letters, those of words with a capital counted a quarter.
    """

    script: str
    codes: tuple[str, ...]
    sums: list[int]
    letters: float

    def together(self, others: Sequence["Vote"]) -> "Vote":
        """All votes as one."""
        if not others:
            return self
        sums = list(map(sum, zip(self.sums, *(v.sums for v in others), strict=True)))
        letters = self.letters + sum(v.letters for v in others)
        return Vote(self.script, self.codes, sums, letters)

    def leader(self) -> str | None:
        """The language with the highest sum, what each starts with left aside."""
        return self.codes[self.sums.index(max(self.sums))] if self.codes else None

    def score(self, code: str) -> float:
        """Nats for a language; minus infinity if the script has no such language."""
        if code not in self.codes:
            return -math.inf
        return self.sums[self.codes.index(code)] / tables.STEP

    def best(self) -> tuple[str | None, float]:
        """The likeliest language and the belief in it (0..1)."""
        if not self.codes:
            return None, 0.0
        known = list(map(int.__add__, self.sums, _priors(self.codes)))
        top = max(known)
        near = [cell for cell in known if top - cell < NEGLIGIBLE]
        total = sum(math.exp((cell - top) / tables.STEP) for cell in near)
        return self.codes[known.index(top)], 1 / total

    def shares(self) -> list[tuple[str, float]]:
        """Belief in each language that is at all likely (0..1), best first."""
        known = list(map(int.__add__, self.sums, _priors(self.codes)))
        top = max(known, default=0)
        weights = [
            (code, math.exp((cell - top) / tables.STEP))
            for code, cell in zip(self.codes, known, strict=True)
            if top - cell < NEGLIGIBLE
        ]
        total = sum(weight for _, weight in weights)
        return sorted(((c, w / total) for c, w in weights), key=lambda x: (-x[1], x[0]))


@cache
def _priors(codes: tuple[str, ...]) -> tuple[int, ...]:
    """What each language starts with, in steps of 1/STEP nat."""
    priors: dict[str, float] = {}
    for script in CONFIG.scripts.values():
        priors |= script.priors
    return tuple(round(tables.STEP * priors.get(code, 0.0)) for code in codes)


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
        return Vote(script, (code,) if code else (), [0] if code else [], letters)
    known = table(script)
    sums = known.sums(words)
    if script == LATIN and X_SYSTEM.search(spelt := " ".join(words)):
        folded = X_SYSTEM.sub(lambda m: X_LETTERS[m[0][0]], spelt).split()
        other = known.sums(folded)
        if other[known.langs.index("eo")] == max(other):
            words, sums = folded, other
    spelt = "".join(words)
    used = set(spelt)
    price = round(tables.STEP * CONFIG.scripts[script].weights["letter"])
    for code, alphabet in ALPHABETS.items():
        if code in known.langs and (strange := used - alphabet):
            count = sum(map(spelt.count, strange))
            sums[known.langs.index(code)] -= price * min(count, FOREIGN_LETTERS)
    return Vote(script, known.langs, sums, letters)


def _gate(text: str) -> tuple[str | None, Sequence[str], float]:
    """The leading script, its words in small letters, and its weight in letters.

    Words with a capital letter weigh a quarter beside another script (product names), and names
    inside a sentence do not vote while enough other words do.
    """
    if not text.isascii():
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
        if sum(map(len, small)) >= PLAIN_LETTERS:
            chosen = small
    return best, fold(chosen), weight


def _other_script(letters: str) -> str:
    counts: dict[str, int] = {}
    for char in letters:
        script = script_of(char)
        if script:
            counts[script] = counts.get(script, 0) + 1
    if counts.keys() & {"Hira", "Kana"}:
        return "Hira"
    return max(sorted(counts), key=lambda s: counts[s], default="Zyyy")
