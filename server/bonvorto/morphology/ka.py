"""Georgian: endings and glued postpositions come off nouns, person marks off verbs.

A verb carries its subject and object inside (მოგ-წერ-ეთ, მოვ-წერ-ეთ, მომ-წერ-ეთ). Two keys are
made: the word without its endings, and, where a preverb or a person mark can be told, the bare
root with the preverb kept. Root vowels that come and go and suppletive verbs are family data.
"""

from __future__ import annotations

import re

# Glued to the end of any word: also, indeed, said-he.
_PARTICLE = re.compile(r"(?<=.{3})(?:ც|ვე|ცა|ღა)$")
# Case with its postposition, longest first; then plural.
_POSTPOSITION = re.compile(
    r"(?<=.{2})(?:ისთვის|სთვის|ისგან|სგან|იდან|დან|ისკენ|სკენ|ამდე|იმდე|მდე|სავით|ივით|ვით"
    r"|ებრ|თან|ში|ზე|გან|თვის)$"
)
_CASE = re.compile(r"(?<=.{2})(?:ისა|ითა|მა|სა|ის|ით|ად|ას|მ|ს|ი|ო|ა|ე|თ)$")
_PLURAL = re.compile(r"(?<=.{2})(?:ებ)$")
_NOMINAL_N = re.compile(r"(?<=.{3})(?:ნი|თა)$")

_VERB_ENDING = re.compile(
    r"(?<=.{2})(?:"
    r"ებოდნენ|ებოდეთ|ებოდით|ებოდა|ებოდი|ობდნენ|ობდით|ობდა|ავდით|ავდა|დნენ|დეთ|დით|და|დი|დე"
    r"|ებიან|ობენ|ავენ|ებენ|იან|ნენ|ნეს|ენ|ეს|ან|ათ|ეთ|ით|ოთ|ავთ|ებთ|ობთ|ამთ|ემთ|თ|ა|ე|ი|ო|ს|უ"
    r")$"
)
_THEME = re.compile(r"(?<=.{2})(?:ულ|ილ|ებ|ობ|ავ|ამ|ოფ|ემ|ევ|ინ)$")

_PREVERB = (
    "გადმო|გამო|გადა|გად|შემო|ჩამო|წამო|მიმო|დამო|ამო|წარმო|აღმო|უკუ|მო|მი|შე|ჩა|წა|გა|და|წარ|აღ|ა"
)
_PERSON = "გვი|გვე|გვა|გვ|ვუ|ვი|ვე|ვა|მი|მე|მა|გი|გე|გა|უ|ე|ი|ვ|გ|მ|ჰ|ს"
_VERB = re.compile(rf"(?P<preverb>{_PREVERB})?(?P<person>{_PERSON})?(?P<root>.{{2,}})$")


def stems(folded: str) -> tuple[str, ...]:
    """Give one to three keys of one folded word."""
    if len(folded) <= 3:
        return (folded,)
    word = _PARTICLE.sub("", folded)
    return tuple(dict.fromkeys((_noun(word), *_verb(word))))


def _noun(word: str) -> str:
    base = _POSTPOSITION.sub("", word)
    base = _CASE.sub("", base)
    return _PLURAL.sub("", base)


def _verb(word: str) -> tuple[str, ...]:
    base = _THEME.sub("", _VERB_ENDING.sub("", word))
    found = _VERB.match(base)
    if found is None or not (found["preverb"] or found["person"]):
        return (f"√{base}",) if len(base) >= 3 else ()
    root = found["root"]
    preverb = found["preverb"] or ""
    return (f"√{preverb}{root}",) if len(root) >= 3 else (f"√{base}",)
