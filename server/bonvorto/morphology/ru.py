"""Russian: Snowball stems; aspect pairs and alternating stems stand in the family data."""

from __future__ import annotations

import Stemmer

_stemmer = Stemmer.Stemmer("russian")
_stemmer.maxCacheSize = 0  # a cache would keep words of a text beyond its request


def stems(folded: str) -> tuple[str, ...]:
    """Stem one folded word (е for ё)."""
    return (_stemmer.stemWord(folded),)
