"""Other spellings of a language: Georgian and Russian in Latin letters, Esperanto without hats."""

from collections import Counter
from collections.abc import Mapping, Sequence

_GEORGIAN = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"
_RUSSIAN = "абвгдезиклмнопрстуфыёжйхцчшщъьэюя"
_RUSSIAN_COMMON = "a b v g d e z i k l m n o p r s t u f y"


def _scheme(letters: str, latin: str) -> dict[str, str]:
    return dict(zip(letters, latin.replace("_", "").split(" "), strict=True))


# Georgian: the national system of 2002, the same without apostrophes, and three of the keyboard
# habits of chats. Russian: passports, GOST-like, BGN, and habits of chats and mail.
SCHEMES: Mapping[str, Sequence[Mapping[str, str]]] = {
    "ka-Latn": [
        _scheme(_GEORGIAN, latin)
        for latin in (
            "a b g d e v z t i k' l m n o p' zh r s t' u p k gh q' sh ch ts dz ts' ch' kh j h",
            "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h",
            "a b g d e v z t i k l m n o p zh r s t u f q gh y sh ch c dz w ch x j h",
            "a b g d e v z t i k l m n o p j r s t u f q g k sh ch c dz w tch x j h",
            "a b g d e v z t i k l m n o p zh r s t u f q gh q sh ch ts dz ts ch x dj h",
        )
    ],
    "ru-Latn": [
        _scheme(_RUSSIAN, f"{_RUSSIAN_COMMON} {latin}")
        for latin in (
            "yo zh y kh ts ch sh shch _ _ e yu ya",
            "jo zh j kh c ch sh shch _ ' e ju ja",
            "e zh i kh ts ch sh shch _ _ e iu ia",
            "yo zh y h ts ch sh sch _ _ e yu ya",
            "jo zh j h c ch sh sch ' ' e ju ja",
            "e j y x c ch sh w _ _ e yu ya",
            "jo zh j x c ch sh shch ' ' eh ju ja",
        )
    ],
}
_HATS = "ĉĝĥĵŝŭ"
_H_SYSTEM = str.maketrans(dict(zip(_HATS, ("ch", "gh", "hh", "jh", "sh", "u"), strict=True)))
_BARE = str.maketrans(_HATS, "cghjsu")
BARE_SHARE = 0.2  # of replies in Esperanto that need hats, so many have the h-system, or none


def words(
    counts: Mapping[str, float], schemes: Sequence[Mapping[str, str]], scale: float = 1e7
) -> Counter[str]:
    """Words of shares `counts` in every scheme; an apostrophe parts words, as in any text."""
    found: Counter[str] = Counter()
    for word, share in counts.items():
        count = int(share * scale)
        if count < 20:
            continue
        for scheme in schemes:
            for piece in "".join(scheme.get(c, c) for c in word).split("'"):
                if piece:
                    found[piece] += count
    return found


def without_hats(counts: Mapping[str, int]) -> Counter[str]:
    """Esperanto words with their spellings in the h-system and without hats (times 5 to count)."""
    found: Counter[str] = Counter()
    for word, count in counts.items():
        found[word] += 5 * count
        for bare in (word.translate(_H_SYSTEM), word.translate(_BARE)):
            if bare != word:
                found[bare] += round(5 * count * BARE_SHARE)
    return found
