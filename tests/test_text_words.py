from hypothesis import given
from hypothesis import strategies as st

from bonvorto.text.words import words


def folded(text):
    return [word.folded for word in words(text)]


def test_words_carry_their_place():
    text = "Это — не наша проблема!"
    assert [text[word.start : word.end] for word in words(text)] == [
        "Это",
        "не",
        "наша",
        "проблема",
    ]


def test_an_apostrophe_inside_belongs_to_the_word_and_quotes_around_do_not():
    assert folded("don’t ‘shout’ rock'n'roll") == ["don't", "shout", "rock'n'roll"]


def test_a_hyphen_parts_words():
    assert folded("по-прежнему e-mail") == ["по", "прежнему", "e", "mail"]


def test_signs_of_money_and_number_are_words():
    assert folded("№5, 24.90 €") == ["№", "5", "24", "90", "€"]


def test_combining_marks_and_soft_hyphens_stay_inside_a_word():
    assert folded("c\u0302iu pra\u00advilo") == ["ĉiu", "pravilo"]


def test_a_semicolon_or_a_sentence_end_is_a_break_and_a_comma_is_not():
    assert [word.after_break for word in words("a, b; c? d — e")] == [
        False, False, True, True, False,
    ]  # fmt: skip


@given(st.text())
def test_words_lie_in_the_text_in_order_without_overlap(text):
    last = 0
    for word in words(text):
        assert last <= word.start < word.end <= len(text)
        last = word.end
