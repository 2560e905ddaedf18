"""Facts: what a rewrite must never lose.

A fact is a figure (number, date, time, amount, phone, order id), a URL, an e-mail address, or a
name: words in quotation marks, capitalised words inside a sentence.
"""

from __future__ import annotations

import re

_FACT = re.compile(
    r"""
      (?P<url>(?:https?://|www\.)[^\s<>«»„“”\"]+)
    | (?P<email>(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})
    | (?P<cited>«[^«»\n]{1,200}»|„[^„“”\n]{1,200}[“”]|“[^“”\n]{1,200}”
        |(?<!\w)\"[^\"\n]{1,200}\"(?!\w))
    | (?P<figure>(?<![^\W\d_])[^\W\d_]*\d[\w]*(?:[-–/.,:]?\d[\w]*|[-–/]\w+)*)
    """,
    re.VERBOSE,
)
_NAME = re.compile(r"(?<=[\w,;:»”)] )[A-ZÀ-ÖØ-ÞĈĜĤĴŜŬА-ЯЁ][\w’'-]*[\w]")
# Capitalised by politeness or grammar, not a name.
_NOT_NAMES = re.compile(r"(?:Вы|Вас|Вам|Вами|Ваш\w{0,4}|Вашего|Вашему|I|I['’]\w+|OK|Bv)$")


def facts(text: str) -> tuple[str, ...]:
    """List the facts of a text as they are written, without those inside another."""
    found = [match[0].rstrip(".,;:!?") for match in _FACT.finditer(text)]
    plain = _FACT.sub("0", text)
    names = [name[0] for name in _NAME.finditer(plain) if not _NOT_NAMES.match(name[0])]
    return tuple(dict.fromkeys((*found, *names)))


def lost(before: str, after: str) -> tuple[str, ...]:
    """List the facts of `before` that `after` does not hold."""
    return tuple(fact for fact in facts(before) if fact not in after)
