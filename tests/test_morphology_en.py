"""English words: forms that meet, forms that must not, contractions taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonvorto.morphology import keys
from bonvorto.morphology.en import contractions


def meet(one: str, other: str) -> bool:
    return bool(set(keys(one, "en")) & set(keys(other, "en")))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("policy", "policies"),
        ("refund", "refunded"),
        ("forbid", "forbids"),
        ("go", "went"),
        ("tell", "told"),
        ("is", "were"),
        ("apologise", "apologize"),
        ("organised", "organized"),
        ("complaint", "complains"),
    ],
)
def test_forms_of_a_word_meet(one: str, other: str) -> None:
    assert meet(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("this", "his"),
        ("us", "use"),
        ("policy", "police"),
        ("business", "busy"),
        ("even", "evening"),
        ("during", "dure"),
        ("customs", "customer"),
    ],
)
def test_words_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    assert not meet(one, other)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("don't", ("do", "not")),
        ("dont", ("do", "not")),
        ("cannot", ("can", "not")),
        ("won't", ("will", "not")),
        ("it's", ("it", "is")),
        ("company's", ("company",)),
        ("we've", ("we", "have")),
        ("went", ("went",)),
    ],
)
def test_a_contraction_is_its_words(written: str, words: tuple[str, ...]) -> None:
    assert contractions(written) == words


def test_a_contraction_that_lost_its_verb_stays_whole() -> None:
    assert contractions("n't") == ("n't",)


@given(st.text(alphabet="abdehilnorstuvw'", min_size=1, max_size=9))
def test_no_contraction_leaves_an_empty_word(written: str) -> None:
    assert all(contractions(written))
