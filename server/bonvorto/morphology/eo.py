"""Esperanto: the sixteen rules run backwards, in every way the hats are typed."""

from __future__ import annotations

import re

_HATS = str.maketrans("ĉĝĥĵŝŭ", "cghjsu")
_HATTED = re.compile(r"[ĉĝĥĵŝ]|[cghjs][xh]")
# x-system (cx, ux) and h-system (ch, au): the second letter goes. Words that really have such a
# pair (flughaveno, boacxo) lose it on both sides of a comparison, so they still meet.
_SYSTEM = re.compile(r"(?<=[cghjsu])x|(?<=[cghjs])h")
_PARTICIPLE = re.compile(r"(?<=.{3})[aio]n?t$")
_ROOT_BEFORE_AD = 3

# Words whose last letter belongs to them. Only plural and accusative come off.
_CLOSED = frozenset(
    (
        "la kaj ne mi vi li si gi ni ili oni ci ke se cu ja do ec jam nur tro tre pli plej plu "
        "au nek sed kvankam ol de da al en el sub sur super tra trans je po por per pri pro "
        "kun sen ce apud antau post inter ekster dum gis kontrau krom lau malgrau ambau ankau "
        "ankorau hodiau hierau morgau preskau almenau baldau kvazau unu du tri kvar kvin ses sep "
        "ok nau dek cent mil jen tuj nun for ci tamen tial tiam tie tiel tiom kial kiam kie kiel "
        "kiom iam ie iel iom ial cial ciam cie ciel ciom nenial neniam nenie neniel neniom "
        "kio tio io cio nenio kiu tiu iu ciu neniu kia tia ia cia nenia kies ties ies cies nenies "
        "mia via lia sia gia nia ilia onia cia dankon saluton bonvolu eble ajn jes mem "
        "unua unue dua due tria trie kvara kvina sesa sepa oka naua deka "
        "poste antaue antaua kune ene dume plue ekstere apude sube tuje cirkaue krome kontraue"
    ).split()
)
# Roots that only look like participles or frequentatives: monato is no form of mono.
_WHOLE = frozenset(
    (
        "monat kredit rabat format kandidat aparat spirit merit profit klimat automat invit "
        "delikat elefant konstant diplomat mandat senat volont rilat pilot idiot robot patriot "
        "kompot kontant kombat debat komitat soldat granit horizont temperament variant gigant "
        "estont kamerad brigad dekad blokad salad balad avokad parad fasad sokolad ambasad estrad "
        "olimpiad"
    ).split()
)
# Roots that are two words without their hats: paĝo (page) and pago (payment).
_PAIRS = frozenset(
    "pag pas ag salt sat gust kas reg log sarg tus log pec sip ser vic mac post".split()
)


def unhat(folded: str) -> str:
    """Write a word without hats, whether they were typed as ĉ, cx, ch or left out."""
    if not folded.isascii():
        folded = folded.translate(_HATS)
    return _SYSTEM.sub("", folded) if "x" in folded or "h" in folded else folded


def stems(folded: str) -> tuple[str, ...]:
    """Give the root of one folded word: parolis, parolante, parolado and parolo are one."""
    word = unhat(folded)
    if word in _CLOSED and (folded == word or word[:-1] not in _PAIRS):
        return (word,)
    if word[-1] == "n" and len(word) > 2:
        bare = word[:-1]
        if bare in _CLOSED:
            return (bare,)
    else:
        bare = word
    if bare[-1] == "j" and bare[:-1] in _CLOSED:
        return (bare[:-1],)
    root = _without_ending(word)
    if len(root) < 2:
        return (word,)
    if root in _PAIRS and _HATTED.search(folded):
        return (root + "x",)
    if root not in _WHOLE:
        if root[-1] == "t":
            root = _PARTICIPLE.sub("", root)
        if root.endswith("ad") and len(root) - 2 >= _ROOT_BEFORE_AD and root not in _WHOLE:
            root = root[:-2]
    return (root,)


def _without_ending(word: str) -> str:
    """Take off -o -a -e -i -u -as -is -os -us, with plural and accusative."""
    last = word[-1]
    if last in "oaeiu":
        return word[:-1]
    if last == "s":
        return word[:-2] if word[-2:-1] in ("a", "i", "o", "u") else word
    bare = word[:-1] if last == "n" else word
    if bare[-1:] == "j" and bare[-2:-1] in ("o", "a"):
        return bare[:-2]
    return bare[:-1] if last == "n" and bare[-1:] in ("o", "a", "e") else word
