"""Letters and scripts: what of a text can vote for a language at all."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

LATIN, CYRILLIC, GEORGIAN = "Latn", "Cyrl", "Geor"

# What carries letters and yet no language: addresses, file names, order ids, handles, code in
# backticks. Every part is bounded or starts at a fixed sign, so that no text makes it crawl.
NOISE = re.compile(
    r"(?:https?|ftp)://[^\s<>]+|www\.[^\s<>]+"
    r"|[\w.+%-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}"
    r"|`[^`\n]{1,200}`"
    r"|(?<![\w.])(?:[\w-]{1,64}\.){1,6}"
    r"(?:com|org|net|info|io|ru|ge|eu|uk|de|html?|php|pdf|docx?|xlsx?|csv|txt|png|jpe?g|gif|zip|exe|js|py|json)\b"
    r"|(?<!\w)[@#]\w{1,64}"
    r"|(?<!\w)(?=[A-Za-z_-]{0,32}\d)[A-Za-z\d][A-Za-z\d_-]{1,64}(?!\w)",
    re.IGNORECASE,
)

# What no text with noise is without; far quicker to look for.
NOISE_SIGN = re.compile(r"[@#`\d/]|\w\.\w")

# Runs of letters of each script, with the marks that may sit on them.
_MARKS = "\u0300-\u036f"
WORDS = {
    GEORGIAN: re.compile(r"[ა-ჿᲐ-ᲿჀ-Ⴥⴀ-ⴥ]+"),
    CYRILLIC: re.compile(rf"[Ѐ-ԯᲀ-\u1c8fꙀ-ꚟ][Ѐ-ԯᲀ-\u1c8fꙀ-ꚟ{_MARKS}]*"),
    LATIN: re.compile(rf"[A-Za-zªºÀ-ÖØ-öø-ɏḀ-ỿⱠ-Ɀ][A-Za-zÀ-ÖØ-öø-ɏḀ-ỿⱠ-Ɀ{_MARKS}]*"),
}
OTHER_WORD = re.compile(r"[^\W\d_A-Za-zªºÀ-ÖØ-öø-˿Ѐ-ԯა-ჿᲀ-᲏Ა-ᲿჀ-ჅḀ-ỿⱠ-Ɀⴀ-ⴥꙀ-ꚟ]+")

# Latin letters that stand in for Cyrillic ones inside a word, by a slip of the keyboard or worse.
_MIXED = re.compile("[A-Za-z]*[Ѐ-ԯ]+[A-Za-z][A-Za-zЀ-ԯ]*|[A-Za-z]+[Ѐ-ԯ]+")
_LOOKALIKE = str.maketrans("aceopxyijskABCEHIJKMOPTXYS", "асеорхуіјѕкАВСЕНІЈКМОРТХУЅ")
_MARK = re.compile(f"[{_MARKS}]")

# What langdetect's normaliser does to letters of our scripts: Romanian commas become cedillas,
# Vietnamese letters with two marks become one.
_FOLD = {0x219: 0x15F, 0x21B: 0x163, **dict.fromkeys(range(0x1EA0, 0x1F00), 0x1EC3)}


def unmix(text: str) -> str:
    """Words that mix Cyrillic with Latin letters of the same shape, in Cyrillic; same length."""
    return _MIXED.sub(lambda m: m[0].translate(_LOOKALIKE), text)


def fold(words: Sequence[str]) -> list[str]:
    """Words as the tables have them: small letters, composed, without stress marks."""
    text = " ".join(words).lower()
    if text.isascii():
        return text.split(" ")
    if _MARK.search(text):
        text = _MARK.sub("", unicodedata.normalize("NFC", text))
    return text.translate(_FOLD).split(" ")


# The first word of a character's Unicode name, for scripts outside our three.
_OTHER_SCRIPTS = {
    "GREEK": "Grek", "ARMENIAN": "Armn", "HEBREW": "Hebr", "ARABIC": "Arab", "DEVANAGARI": "Deva",
    "BENGALI": "Beng", "GURMUKHI": "Guru", "GUJARATI": "Gujr", "TAMIL": "Taml", "TELUGU": "Telu",
    "KANNADA": "Knda", "MALAYALAM": "Mlym", "THAI": "Thai", "HANGUL": "Hang", "HIRAGANA": "Hira",
    "KATAKANA": "Kana", "CJK": "Hani", "ETHIOPIC": "Ethi", "KHMER": "Khmr", "LAO": "Laoo",
    "MYANMAR": "Mymr", "SINHALA": "Sinh", "TIBETAN": "Tibt", "SYRIAC": "Syrc", "THAANA": "Thaa",
    "TIFINAGH": "Tfng", "CHEROKEE": "Cher", "ORIYA": "Orya", "MONGOLIAN": "Mong",
    "BOPOMOFO": "Bopo",
}  # fmt: skip

# Scripts that one living language writes, by and large.
SCRIPT_LANGUAGE = {
    "Grek": "el", "Armn": "hy", "Hebr": "he", "Thai": "th", "Hang": "ko", "Hira": "ja",
    "Kana": "ja", "Beng": "bn", "Guru": "pa", "Gujr": "gu", "Taml": "ta", "Telu": "te",
    "Knda": "kn", "Mlym": "ml", "Khmr": "km", "Laoo": "lo", "Mymr": "my", "Sinh": "si",
    "Hani": "zh",
}  # fmt: skip


@lru_cache(maxsize=4096)
def script_of(char: str) -> str | None:
    """ISO 15924 code of a letter's script; "Zyyy" for a script not named here; None for marks."""
    point = ord(char)
    if point < 0x250 or 0x1E00 <= point < 0x1F00 or 0x2C60 <= point < 0x2C80:
        return LATIN
    if 0x400 <= point < 0x530 or 0x1C80 <= point < 0x1C90 or 0xA640 <= point < 0xA6A0:
        return CYRILLIC
    if 0x10A0 <= point < 0x1100 or 0x1C90 <= point < 0x1CC0 or 0x2D00 <= point < 0x2D30:
        return GEORGIAN
    if 0x300 <= point < 0x370 or 0x2B0 <= point < 0x300:
        return None
    name = unicodedata.name(char, "").split(" ", 1)[0]
    return _OTHER_SCRIPTS.get(name, LATIN if name == "LATIN" else "Zyyy")
