"""One spelling for many: what a word is compared by, whatever the keyboard it came from."""

from __future__ import annotations

import re
import unicodedata

# Marks that a word processor or a mail client leaves inside words; they carry no letter.
INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\ufe0f\ufeff"
)
_DROP = dict.fromkeys(map(ord, INVISIBLE + "\u0301\u0300"))
_INVISIBLE = re.compile(f"[{INVISIBLE}\u0300-\u036f]")
_APOSTROPHES = str.maketrans("’ʼ‘`´＇", "''''''")

# Latin letters typed among Cyrillic ones: same shape, other code point (Unicode confusables).
_LATIN_TO_CYRILLIC = str.maketrans("abcehikmoptxyё", "авсенікмортхуе")
_CYRILLIC = re.compile("[а-яіѕј]")
_LATIN = re.compile("[a-z]")


def fold_all(text: str) -> str | None:
    """Fold a stretch of text at once where every word in it keeps its length, else None.

    The common case, and several times faster than word by word.
    """
    if text.isascii():
        return text.lower()
    if _INVISIBLE.search(text):
        return None
    lowered = text.lower()
    if len(lowered) != len(text):
        return None
    lowered = lowered.translate(_APOSTROPHES)
    if _CYRILLIC.search(lowered):
        if _LATIN.search(lowered):
            return None
        lowered = lowered.replace("ё", "е")
    return lowered


def fold(word: str) -> str:
    """Give the comparable spelling of a word.

    Lower case (Georgian Mtavruli included), composed (NFC), straight apostrophes, no soft hyphens,
    zero-width characters or stress marks, Cyrillic look-alikes mended, ё written е.
    """
    if word.isascii():
        return word.lower()
    if _INVISIBLE.search(word):
        word = unicodedata.normalize("NFC", word).translate(_DROP)
    word = word.lower().translate(_APOSTROPHES)
    if _CYRILLIC.search(word):
        if _LATIN.search(word):
            word = word.translate(_LATIN_TO_CYRILLIC)
        word = word.replace("ё", "е")
    return word
