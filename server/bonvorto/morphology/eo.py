"""Esperanto: the sixteen rules run backwards, in every way the hats are typed."""

from __future__ import annotations

import re

_HATS = str.maketrans("ĉĝĥĵŝŭ", "cghjsu")
# x-system (cx, ux) and h-system (ch, au): the second letter goes. Words that really have such a
# pair (flughaveno, boacxo) lose it on both sides of a comparison, so they still meet.
_SYSTEM = re.compile(r"(?<=[cghjsu])x|(?<=[cghjs])h")
_ENDING = re.compile(r"(?:(?:[oa]j?n?|en?)|(?:[aiou]s|[ui]))$")
_PARTICIPLE = re.compile(r"(?<=.{3})[aio]n?t$")
_FREQUENT = re.compile(r"(?<=.{3})ad$")

# Words whose last letter belongs to them. Only plural and accusative come off.
_CLOSED = frozenset(
    (
        "la kaj ne mi vi li si gi ni ili oni ci ke se cu ja do ec jam nur tro tre pli plej plu "
        "aux au nek sed kvankam ol de da al en el sub sur super tra trans je po por per pri pro "
        "kun sen ce apud antau post inter ekster dum gis kontrau krom lau malgrau ambau ankau "
        "ankorau hodiau hierau morgau preskau almenau baldau kvazau unu du tri kvar kvin ses sep "
        "ok nau dek cent mil jen tuj nun for ci tamen tial tiam tie tiel tiom kial kiam kie kiel "
        "kiom iam ie iel iom ial cial ciam cie ciel ciom nenial neniam nenie neniel neniom "
        "kio tio io cio nenio kiu tiu iu ciu neniu kia tia ia cia nenia "
        "mia via lia sia gia nia ilia onia cia dankon saluton bonvolu eble"
    ).split()
)


def unhat(folded: str) -> str:
    """Write a word without hats, whether they were typed as ĉ, cx, ch or left out."""
    return _SYSTEM.sub("", folded.translate(_HATS))


def stems(folded: str) -> tuple[str, ...]:
    """Give the root of one folded word: parolis, parolante, parolado and parolo are one."""
    word = unhat(folded)
    bare = word.removesuffix("n") if len(word) > 2 else word
    if word in _CLOSED:
        return (word,)
    for form in (bare, bare.removesuffix("j")):
        if form in _CLOSED:
            return (form,)
    root = _ENDING.sub("", word)
    if len(root) < 2:
        return (word,)
    return (_FREQUENT.sub("", _PARTICIPLE.sub("", root)),)
