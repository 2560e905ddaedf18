import pytest

from bonvorto.rewrite.address import capitalises, with_capitals


@pytest.mark.parametrize(
    "reply", ["Мы получили Ваше письмо.", "Спасибо, Вы правы.", "Завтра Вам позвонят."]
)
def test_a_capital_inside_a_sentence_is_a_choice(reply):
    assert capitalises(reply, "ru")


@pytest.mark.parametrize(
    "reply", ["Вы правы.", "Да. Ваше письмо у нас.", "Мы получили ваше письмо."]
)
def test_a_capital_at_the_start_of_a_sentence_says_nothing(reply):
    assert not capitalises(reply, "ru")


def test_other_languages_have_no_such_choice():
    assert not capitalises("We saw Ваше письмо", "en")


def test_only_the_pronoun_of_address_changes():
    text = "Я напишу вам, важно ваше мнение, и вашей семье; вальс и вата не меняются."
    changed = "Я напишу Вам, важно Ваше мнение, и Вашей семье; вальс и вата не меняются."
    assert with_capitals(text) == changed
