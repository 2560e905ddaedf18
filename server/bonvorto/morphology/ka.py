"""Georgian: nouns lose case, number and glued postpositions; verbs are taken apart by their roots.

A noun gives its stem without the vowel that comes and goes (მომხმარებელი, მომხმარებლის). A finite
verb gives `direction:preverb.root`. Georgian marks in one word who acts on whom, and a support
reply turns on it: დაგირეკავთ (we shall call you) is a kindness, დაგვირეკეთ (call us) an errand. So
person, number, version and screeve of one direction are joined, and directions are kept apart:

    1  toward or by our side: ვ-, or an object in გ- (მოგწერთ, მოგწერს, მოვწერეთ)
    2  by the customer: plural -თ without ვ-, or an object in მ-, გვ- (წერთ, მოგვწერეთ)
    3  by anyone else (წერს, იწერება)
    4  by the customer, but it did not happen: the pluperfect (უნდა მოგეწერათ)

Roots, their variants and the preverbs that make one verb (აბრუნებს, დააბრუნებს) are the lines
`√` of data/ka.txt; a verb whose root is not there is cut by its shape alone. Endings after
H. I. Aronson, Georgian: A Reading Grammar (1990).
"""

from __future__ import annotations

from importlib.resources import files
from itertools import product
from typing import NamedTuple

from bonvorto.text.fold import fold

_MIN_STEM = 3
_VOWELS = frozenset("აეიოუ")
_SONORANTS = frozenset("ლრნმ")

# Glued to the end of a word: too, the very.
_PARTICLES = {"ც": 1, "ვე": 2, "ღა": 2}
# Postpositions, with the case before them, and cases.
_ENDINGS_OF_NOUNS = frozenset(
    "თან ზე ში ვით ისთვის ისაგან სთვის ებრივ ისკენ ისგან იდან ამდე სკენ სგან იმდე დან მდე თვის ებრ "
    "ისა ითა თა ის ით ად მა ს მ ი დ".split()
)
_LONGEST_ENDING = max(map(len, _ENDINGS_OF_NOUNS))
# Not an ergative: the last letter of the stem (ფორმა, ნორმა, ფირმა).
_STEMS_IN_M = ("ფორმა", "ნორმა", "ფირმა")


def stems(folded: str) -> tuple[str, ...]:
    """Give the keys of one folded word: its noun stem, and its verb key if it may be a verb."""
    if len(folded) <= _MIN_STEM:
        return (folded,)
    word = _without_particle(folded)
    verb, sure = _verb(word)
    if verb is None:
        return (_noun(word),)
    return (verb,) if sure else (_noun(word), verb)


def _without_particle(word: str) -> str:
    size = _PARTICLES.get(word[-1]) or _PARTICLES.get(word[-2:])
    if size is None or len(word) - size < _MIN_STEM:
        return word
    rest = word[:-size]
    # -აც after a consonant: ერთხელაც
    linked = size == 1 and rest[-1] == "ა" and len(rest) > 4 and rest[-2] in "ლნსთდ"
    return rest[:-1] if linked else rest


def _noun(word: str) -> str:
    if word[-1] == "ა" and word[-2] in _VOWELS and len(word) > 4:
        # is: წესია, პრობლემაა, საიტზეა, ბანკიდანაა
        word = word[: -2 if word.endswith("ანაა") else -1]
    stem = _without_case(word)
    while stem[-1] in "აეიო" and len(stem) > _MIN_STEM:
        stem = stem[:-1]
    if stem[-2:] == "ებ" and len(stem) > _MIN_STEM + 1:
        stem = stem[:-2]  # the plural, or the end of a verbal noun
    return _contracted(stem)


def _without_case(word: str) -> str:
    for size in range(min(_LONGEST_ENDING, len(word) - _MIN_STEM), 0, -1):
        ending = word[-size:]
        if ending in _ENDINGS_OF_NOUNS and not _in_stem(ending, word):
            return word[:-size]
    return word


def _in_stem(ending: str, word: str) -> bool:
    """Tell whether what looks like an ending belongs to the stem: თემა, ფორმა, ქვედ-."""
    if ending in {"მა", "თა"}:
        return word[-3] in _VOWELS or word.endswith(_STEMS_IN_M)
    return ending in {"მ", "დ"} and word[-2] not in _VOWELS


def _contracted(stem: str) -> str:
    """Drop the last vowel of ნომერ-, მომხმარებელ-, ქვეყან-, as the genitive does."""
    if (
        len(stem) > 4
        and stem[-1] in _SONORANTS
        and stem[-2] in "აეო"
        and stem[-3] not in _VOWELS
        and not _VOWELS.isdisjoint(stem[:-2])
    ):
        return stem[:-2] + stem[-1]
    return stem


class _Front(NamedTuple):
    """What may stand before a root: a preverb, and marks of person and version."""

    preverb: str
    person: str


_PREVERBS = (
    "გადმო გადა გად გამო გან გა წარმო წარ აღმო აღ ამო ა შემო შე ჩამო ჩა წამო წა მიმო მო მი დამო და "
    "უკუ გარდა"
).split()
_PERSONS = [
    mark + version for mark, version in product(("", "ვ", "გვ", "გ", "მ"), ("", "ა", "ი", "უ", "ე"))
] + ["ჰ", "ს"]
_FRONTS: dict[str, list[_Front]] = {}
for _preverb, _person in product((*_PREVERBS, ""), _PERSONS):
    _FRONTS.setdefault(_preverb + _person, []).append(_Front(_preverb, _person))
_LONGEST_FRONT: dict[str, int] = {}
for _front in filter(None, _FRONTS):
    _LONGEST_FRONT[_front[0]] = max(len(_front), _LONGEST_FRONT.get(_front[0], 0))

_ENDINGS = (
    " ს თ ა ი ე ო უ ენ ან იან ნენ ნეს ეს ონ ით ეთ ოთ ათ უთ ია იათ იანთ და დი დე დით დეთ დნენ ოდა "
    "ოდი ოდე ოდით ოდეთ ოდნენ ოდათ ოდეს ის ინა ნა ნათ ნოთ ნოს ოს ას ესო ვარ ვართ ხარ ხართ უკ ის უნ "
    "ებია ებიათ იყო ისა ინათ ინოთ ინეთ ინე ით"
).split(" ")
_TAILS = frozenset(
    causative + passive + theme + ending
    for causative, passive, theme, ending in product(
        ("", "ინ", "ევინ"), ("", "დ"), ("", "ებ", "ობ", "ავ", "ამ", "ოფ", "ემ", "ევ"), _ENDINGS
    )
)
# A bare root with these is as likely a noun: წერა, კარგი, დაბრუნება.
_MARKS = frozenset("ვგმ")
_NOT_BARE = frozenset(
    ("", *"ი ა ო ე უ ის ია ას ან ებ ობ ისა ება ობა ებას ობას ების ობის ებისა ებია ობია".split())
)
# With neither preverb nor mark a verb shows itself by -თ or by a theme: წერთ, რეკავენ.
_BARE = frozenset(tail for tail in _TAILS if tail.endswith("თ")) | {
    theme + ending for theme, ending in product(("ებ", "ობ", "ავ", "ამ"), ("ს", "ენ", "და"))
}
_SHORTEST_UNLISTED = 3


def _read_roots() -> dict[str, list[tuple[str, dict[str, str]]]]:
    """Read the lines `√ root variants : preverbs of one verb | of another` of the word data.

    Gives, by the first two letters, root variants with preverb → name of the verb.
    """
    found: dict[str, dict[str, str]] = {}
    source = files("bonvorto.morphology") / "data" / "ka.txt"
    for line in source.read_text(encoding="utf-8").splitlines():
        sign, _, rest = line.partition(" ")
        if sign != "√":
            continue
        variants, _, groups = rest.partition(":")
        roots = [fold(root) for root in variants.split()]
        for group in groups.split("|"):
            preverbs = ["" if preverb == "-" else fold(preverb) for preverb in group.split()]
            for root, preverb in product(roots, preverbs):
                found.setdefault(root, {})[preverb] = f"{preverbs[0]}.{roots[0]}"
    by_start: dict[str, list[tuple[str, dict[str, str]]]] = {}
    for root, verbs in found.items():
        by_start.setdefault(root[:2], []).append((root, verbs))
    return by_start


_ROOTS = _read_roots()


def _verb(word: str) -> tuple[str | None, bool]:
    """Give the key of the best reading: a listed preverb, then the longest root.

    Also tell whether it can be nothing but a verb: one listed so, with a mark of person.
    """
    best: tuple[bool, int, str, bool] | None = None
    first = word[0]
    longest = min(_LONGEST_FRONT.get(first, 0), len(word) - 2)
    for cut in range(longest, -1, -1):
        roots = _ROOTS.get(word[cut : cut + 2])
        if roots is None:
            continue
        fronts = _FRONTS.get(word[:cut])
        if fronts is None:
            continue
        for root, verbs in roots:
            length = len(root)
            if not word.startswith(root, cut) or (tail := word[cut + length :]) not in _TAILS:
                continue
            for preverb, person in fronts:
                name = verbs.get(preverb)
                if name is None and length < _SHORTEST_UNLISTED:
                    continue
                if not person and tail in _NOT_BARE:
                    if name is not None and preverb:
                        return None, False
                    continue
                if not person and not preverb and tail not in _BARE:
                    continue
                rank = (name is not None, length)
                if best is None or rank > best[:2]:
                    name = name or f"{preverb}.{root}"
                    sure = rank[0] and person[:1] in _MARKS
                    best = (*rank, f"{_direction(person, word, tail)}:{name}", sure)
    return best[2:] if best is not None else (_unlisted(word), False)


def _direction(person: str, word: str, tail: str) -> str:
    plural = word[-1] == "თ"
    mark = person[:2] if person[:2] == "გვ" else person[:1]
    if mark == "ვ":
        return "1"
    if mark == "გ":
        if person == "გე" and tail.endswith("ათ") and not tail.endswith("ებათ"):
            return "4"
        # the perfect turns round: მოგიწერიათ
        return "2" if person == "გი" and tail.endswith("იათ") else "1"
    if mark in {"მ", "გვ"}:
        turned = person[-1] == "ი" and tail.endswith("ია")
        return "1" if turned else "2" if plural else "3"
    return "2" if plural else "3"


# Endings that few nouns have; a verb is told by them where its root is not listed.
_SHAPES = frozenset(
    theme + ending
    for theme, ending in product(
        ("", "დ", "ებ", "ობ", "დებ", "ავ", "ამ"),
        ("თ", "ს", "ა", "ენ", "ეთ", "ოთ", "ათ", "ით", "იან", "დით", "დეთ", "და", "ნენ", "დნენ"),
    )
    if len(theme + ending) > 1
) - {"ენ", "და", "დს"}
_LONGEST_SHAPE = max(map(len, _SHAPES))
_LAST_TWO = frozenset(shape[-2:] for shape in _SHAPES)


def _unlisted(word: str) -> str | None:
    """Cut a verb whose root is not listed by its shape; it must show a preverb or a person."""
    longest = _LONGEST_FRONT.get(word[0], 0)
    room = len(word) - _MIN_STEM
    if not longest or word[-2:] not in _LAST_TWO:
        return None
    for size in range(min(_LONGEST_SHAPE, room - 1), 1, -1):
        tail = word[-size:]
        if tail in _SHAPES:
            for cut in range(min(longest, room - size), 0, -1):
                for preverb, person in _FRONTS.get(word[:cut], ()):
                    if person or tail not in _NOT_BARE:
                        return f"{_direction(person, word, tail)}:{preverb}.{word[cut:-size]}"
            return None
    return None
