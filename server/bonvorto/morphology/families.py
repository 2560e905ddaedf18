"""Families: forms that no ending rule joins (go, went; обратиться, обращаться; მითხარით, ვთქვი).

`data/<language>.txt` is plain text that a linguist can edit:
    = go goes went gone            one key for all these stems; the first word names it
    ! was = be                     this very form has these keys and no others
    ~ just | of course             fillers: may stand between the words of a phrase
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.resources import files

from bonvorto.morphology import en
from bonvorto.text.fold import fold


@dataclass(frozen=True, slots=True)
class Families:
    """Word data of one language, ready for look-up by folded form or by stem."""

    by_form: dict[str, tuple[str, ...]] = field(default_factory=dict)
    by_stem: dict[str, tuple[str, ...]] = field(default_factory=dict)
    fillers: set[str] = field(default_factory=set)
    filler_phrases: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    contractions: Callable[[str], tuple[str, ...]] | None = None


def load_families(language: str, stems: Callable[[str], tuple[str, ...]]) -> Families:
    """Read the word data of a language. A stem in two families gets both keys."""
    families = Families(contractions=en.contractions if language == "en" else None)
    source = files("bonvorto.morphology") / "data" / f"{language}.txt"
    joined: dict[str, list[str]] = {}
    for line in source.read_text(encoding="utf-8").splitlines():
        sign, _, rest = line.partition(" ")
        if sign == "=":
            forms = [fold(form) for form in rest.split()]
            name = "=" + forms[0]
            for stem in {stem for form in forms for stem in stems(form)}:
                joined.setdefault(stem, []).append(name)
        elif sign == "!":
            form, _, family = rest.partition("=")
            families.by_form[fold(form.strip())] = tuple("=" + fold(f) for f in family.split())
        elif sign == "~":
            for phrase in rest.split("|"):
                _add_filler(families, tuple(fold(word) for word in phrase.split()))
    families.by_stem.update({stem: tuple(names) for stem, names in joined.items()})
    return families


def _add_filler(families: Families, phrase: tuple[str, ...]) -> None:
    if len(phrase) == 1:
        families.fillers.add(phrase[0])
    elif phrase:
        families.filler_phrases.setdefault(phrase[0], []).append(phrase)
