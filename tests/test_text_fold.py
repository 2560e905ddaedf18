import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bonvorto.text.fold import fold, fold_all


def test_capitals_fold_in_every_script():
    assert fold("POLICY") == "policy"
    assert fold("ПРАВИЛО") == "правило"
    assert fold("ᲬᲔᲡᲘ") == "წესი"
    assert fold("ĈIU") == "ĉiu"


def test_yo_is_written_as_ye():
    assert fold("ещё") == fold("еще") == fold("Ещё") == "еще"


def test_letters_composed_and_taken_apart_are_one():
    for word in ("ĉiuj", "ещё", "йод", "café"):
        assert fold(unicodedata.normalize("NFD", word)) == fold(word)


def test_soft_hyphens_and_zero_width_characters_vanish():
    assert fold("пра\u00adвило") == "правило"
    assert fold("რა\u200bტომ") == "რატომ"
    assert fold("ne\ufeffeble") == "neeble"


def test_a_stress_mark_does_not_make_another_word():
    assert fold("за\u0301мок") == "замок"


def test_latin_look_alikes_in_a_cyrillic_word_are_mended():
    assert fold("вoзврaт") == "возврат"  # Latin o and a


def test_a_latin_word_keeps_its_latin_letters():
    assert fold("Cancel") == "cancel"


def test_curly_apostrophes_are_straight():
    assert fold("don’t") == "don't"


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(
    st.lists(st.sampled_from(["Don’t", "ещё", "вoзврaт", "Ĉiu", "ᲬᲔᲡᲘ", "İ", "ok", "e\u0301", "ß"]))
)
def test_folding_a_stretch_at_once_is_folding_its_words(parts):
    text = " ".join(parts)
    at_once = fold_all(text)
    assert at_once is None or at_once == " ".join(map(fold, parts))
