"""Word lists: found once in a sentence, then as good as a word to every pattern that names them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from bonvorto.match.automaton import Automaton
from bonvorto.match.compile import compile_phrases
from bonvorto.match.index import Index
from bonvorto.match.sentence import Sentence
from bonvorto.match.typed import TYPED
from bonvorto.morphology import Token


class Lists:
    """The word lists of a language and its typed slots, those that others name first."""

    def __init__(self, language: str, compiled: Mapping[str, Automaton]) -> None:
        everything = {**_typed(language), **compiled}
        self.layers = [
            Index((name, everything[name]) for name in layer) for layer in _layered(everything)
        ]

    def read(self, tokens: Sequence[Token]) -> Sentence:
        """Prepare a sentence: its words, and the places of the lists in it."""
        sentence = Sentence(tokens)
        for layer in self.layers:
            for name, automaton in layer.candidates(sentence):
                sentence.may_hold(f"{{{name}}}", automaton.spans)
        return sentence


@cache
def _typed(language: str) -> dict[str, Automaton]:
    return {kind: compile_phrases(phrases, language) for kind, phrases in TYPED[language].items()}


def _named(automaton: Automaton) -> set[str]:
    """Names of the lists that a list names."""
    return {key[1:-1] for key in automaton.by_key if key[0] == "{"}


def layered_names(lists: Mapping[str, Automaton]) -> set[str]:
    """Names of the lists that can be found: those that no circle of names holds."""
    return {name for layer in _layered(lists) for name in layer}


def _layered(lists: Mapping[str, Automaton]) -> list[list[str]]:
    """Sort lists into layers so that each names only lists of layers before it.

    Lists that name each other in a circle are left out; the bank reports them.
    """
    layers: list[list[str]] = []
    done: set[str] = set()
    waiting = {name: _named(automaton) & lists.keys() for name, automaton in lists.items()}
    while layer := [name for name, named in waiting.items() if named <= done]:
        layers.append(layer)
        done.update(layer)
        for name in layer:
            del waiting[name]
    return layers
