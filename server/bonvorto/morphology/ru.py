"""Russian: Snowball stems, with the imperative kept apart; the rest stands in the family data.

«Заполните форму» sends the customer to work, «мы заполнили форму» does the work for them: the stem
is the same, the service is not. So the polite imperative has a stem of its own (marked `!`, or
`!ся` where it is reflexive), which other forms of the verb do not share. The infinitive goes with
the other forms.
"""

from __future__ import annotations

import Stemmer

_stemmer = Stemmer.Stemmer("russian")
_stemmer.maxCacheSize = 0  # a cache would keep words of a text beyond its request
_stem = _stemmer.stemWord

_IMPERATIVE = ("йте", "ьте", "ите")
_REFLEXIVE_IMPERATIVE = ("йтесь", "ьтесь", "итесь")  # «не беспокойте» is not «не беспокойтесь»
# They end like an imperative and are nouns, or the present tense of «вы».
_NOT_IMPERATIVE = frozenset(
    """сайте вебсайте байте прайсе кредите дебите лимите депозите визите транзите дефиците
    реквизите аудите защите плите орбите элите аппетите магните фаворите граните бите свите
    хотите видите слышите ненавидите зависите летите стоите сидите болите шумите""".split()
)


def stems(folded: str) -> tuple[str, ...]:
    """Stem one folded word (е for ё); a polite imperative gets its own stem."""
    if folded.endswith(_IMPERATIVE) and folded not in _NOT_IMPERATIVE:
        return (_stem(folded) + "!",)
    if folded.endswith(_REFLEXIVE_IMPERATIVE):
        return (_stem(folded) + "!ся",)
    return (_stem(folded),)
