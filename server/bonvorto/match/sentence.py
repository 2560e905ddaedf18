"""A sentence prepared for matching: where each key stands, and what may be stepped over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import cast

from bonvorto.morphology import Token

MAX_STEPPED_OVER = 2
Place = tuple[int, int]  # first and last token
Finder = Callable[["Sentence"], list[Place]]


class Sentence:
    """The tokens of a sentence with an index of their keys.

    `places` gives for a key the places that have it: single tokens for words, runs of tokens for
    word lists (`{department}`). A list that the sentence may hold is None there until a pattern
    asks for it. `present` are all keys and, as `one two`, the pairs of keys of neighbours.
    """

    __slots__ = ("_breaks", "_lists", "_solid", "places", "present", "tokens")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.places: dict[str, list[Place] | None] = {}
        self._lists: dict[str, Finder] = {}
        at = cast("dict[str, list[Place]]", self.places)
        for index, token in enumerate(tokens):
            place = (index, index)
            for key in token.keys:
                at.setdefault(key, []).append(place)
            at.setdefault(f'"{token.exact}', []).append(place)
        self.present = {*self.places, *_pairs(tokens)}
        # how many tokens before each one are no fillers; how many breaks stand up to each one
        self._solid = [0, *accumulate(not token.filler for token in tokens)]
        self._breaks = list(accumulate(token.after_break for token in tokens))

    def may_hold(self, key: str, find: Finder) -> None:
        """Note a word list that may stand in the sentence, and how to find it."""
        self.places[key] = None
        self.present.add(key)
        self._lists[key] = find

    def at(self, key: str) -> list[Place]:
        """Places of a key that is in `places`, in order."""
        found = self.places[key]
        if found is None:
            found = self.places[key] = self._lists[key](self)
        return found

    def joined(self, end: int, start: int, slack: int) -> bool:
        """Tell whether a phrase may go from token `end` on to token `start`.

        Between them stand at most `slack` words and two fillers more, and no break.
        """
        between = start - end - 1
        return (
            between <= slack + MAX_STEPPED_OVER
            and self._solid[start] - self._solid[end + 1] <= slack
            and self._breaks[start] == self._breaks[end]
        )

    def only_fillers_before(self, start: int) -> bool:
        """Tell whether nothing but fillers stands before a token."""
        return self._solid[start] == 0

    def only_fillers_after(self, end: int) -> bool:
        """Tell whether nothing but fillers stands after a token."""
        return self._solid[end + 1] == self._solid[-1]


def _pairs(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the pairs of keys between which a phrase may step: neighbours, fillers aside."""
    for index, token in enumerate(tokens):
        for following in tokens[index + 1 : index + 2 + MAX_STEPPED_OVER]:
            if following.after_break:
                break
            for one in token.keys:
                for two in following.keys:
                    yield f"{one} {two}"
            if not following.filler:
                break
