import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonvorto.morphology import keys, tokens
from bonvorto.morphology.eo import stems, unhat
from bonvorto.text.words import words


def shared(one, other):
    return set(keys(one, "eo")) & set(keys(other, "eo"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("permesas", "permesos"),
        ("regulojn", "regulo"),
        ("notita", "notas"),
        ("neebla", "neeblas"),
        ("pagado", "pagi"),
        ("tiujn", "tiu"),
        ("niajn", "nia"),
        ("unuan", "unua"),
    ],
)
def test_a_word_meets_its_own_endings(one, other):
    assert shared(one, other)


@pytest.mark.parametrize("typed", ["mesaĝojn", "mesagxojn", "mesaghojn", "mesagojn"])
def test_hats_may_be_typed_in_any_system_or_left_out(typed):
    assert shared(typed, "mesaĝo")


@pytest.mark.parametrize(
    ("hatted", "bare"),
    [
        ("paĝo", "pago"),
        ("poŝto", "poste"),
        ("paŝo", "pasas"),
        ("reĝo", "regas"),
        ("ŝaltu", "saltu"),
    ],
)
def test_two_words_that_differ_only_by_their_hats_stay_apart(hatted, bare):
    assert not shared(hatted, bare)


def test_the_x_system_keeps_such_pairs_apart_too():
    assert shared("pagxon", "paĝo")
    assert not shared("pagxon", "pagon")


@pytest.mark.parametrize(
    ("root", "other"),
    [
        ("monato", "mono"),
        ("kredito", "kredi"),
        ("formato", "formo"),
        ("volonte", "voli"),
        ("rabato", "rabi"),
    ],
)
def test_a_root_that_ends_like_a_participle_is_no_participle(root, other):
    assert not shared(root, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mi", "mia"),
        ("neniu", "nenio"),
        ("unu", "unua"),
        ("du", "dua"),
        ("eble", "ebla"),
        ("ne", "nek"),
    ],
)
def test_short_words_stay_apart(one, other):
    assert not shared(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("retejon", "retpaĝo"),
        ("vokis", "telefonos"),
        ("ĉefo", "estro"),
        ("trankviliĝu", "trankvila"),
        ("malfermiĝis", "malfermi"),
    ],
)
def test_families_join_what_endings_do_not(one, other):
    assert shared(one, other)


def test_to_pay_and_to_repay_are_two_things():
    assert not shared("repago", "pago")


def test_small_words_may_stand_between_the_words_of_a_phrase():
    found = tokens(words("Ni bedaŭrinde tion nun ne povas"), "eo")
    assert [token.filler for token in found] == [False, True, False, True, False, False]


@given(st.text(alphabet="abcĉdefgĝhijĵklmnoprsŝtuŭvzx", min_size=1, max_size=20))
def test_taking_hats_off_twice_changes_nothing_more(word):
    once = unhat(word)
    assert once.isascii()
    assert len(once) <= len(word)


@given(st.text(min_size=1, max_size=30))
def test_every_word_has_one_stem(word):
    assert len(stems(word.lower())) == 1
