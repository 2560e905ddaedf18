"""Words across their forms: each word of a text or a pattern gets the keys it is compared by.

Two words match when they share a key. One function makes the keys for both sides, so what a team
lead writes in a pattern and what an agent types go through the same door.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from bonvorto.morphology import en, eo, ka, ru
from bonvorto.morphology.families import Families, load_families
from bonvorto.text.words import Word

_SIGNS = {
    **dict.fromkeys("€$£¥₽₾", "#currency"),
    **dict.fromkeys("№#", "#no"),
    "%": "#percent",
    "&": "#and",
    "+": "#plus",
}
Stemmer = Callable[[str], tuple[str, ...]]
_STEMS: dict[str, Stemmer] = {"en": en.stems, "eo": eo.stems, "ka": ka.stems, "ru": ru.stems}


class Token(NamedTuple):
    """A word as the matcher sees it.

    start, end: code points. keys: what it is compared by. exact: its folded spelling.
    filler: may stand between the words of a phrase without changing it. after_break: a semicolon
    or the like precedes. A contraction gives two tokens at one place.
    """

    start: int
    end: int
    keys: tuple[str, ...]
    exact: str
    filler: bool
    after_break: bool


@cache
def _families(language: str) -> Families:
    return load_families(language, _STEMS[language])


def keys(folded: str, language: str) -> tuple[str, ...]:
    """Keys of one folded word in a language; a number has the key `#number`."""
    families = _families(language)
    known = families.by_form.get(folded)
    if known is not None:
        return known
    if not folded.isalpha():
        return _sign_keys(folded) or _STEMS[language](folded)
    stems = _STEMS[language](folded)
    by_stem = families.by_stem
    if len(stems) == 1:
        found = by_stem.get(stems[0])
        return found if found is not None else stems
    return tuple(dict.fromkeys(key for stem in stems for key in by_stem.get(stem, (stem,))))


def _sign_keys(folded: str) -> tuple[str, ...]:
    if folded[0].isdigit():
        return ("#number",) if folded.isdigit() else ("#id", "#number")
    if folded in _SIGNS:
        return (_SIGNS[folded],)
    return ("#id",) if any(map(str.isdigit, folded)) else ()


def tokens(words: Iterable[Word], language: str) -> list[Token]:
    """Turn the words of a sentence into tokens, contractions split, fillers marked."""
    families = _families(language)
    fillers = families.fillers
    parts_of = families.contractions
    memo: dict[str, tuple[str, ...]] = {}
    found: list[Token] = []
    for start, end, folded, after_break in words:
        parts = parts_of(folded) if parts_of is not None else (folded,)
        for part in parts:
            word_keys = memo.get(part)
            if word_keys is None:
                word_keys = memo[part] = keys(part, language)
            found.append(Token(start, end, word_keys, part, part in fillers, after_break))
    return _mark_filler_phrases(found, families)


def _mark_filler_phrases(found: list[Token], families: Families) -> list[Token]:
    """Mark fillers of several words («к сожалению», "of course")."""
    for index, token in enumerate(found):
        for phrase in families.filler_phrases.get(token.exact, ()):
            stop = index + len(phrase)
            if tuple(item.exact for item in found[index:stop]) == phrase:
                found[index:stop] = [t._replace(filler=True) for t in found[index:stop]]
    return found


def warm() -> None:
    """Load the word data of all languages now."""
    for language in _STEMS:
        _families(language)
