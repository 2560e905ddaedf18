import pytest

from bonvorto.rewrite.facts import facts, lost


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Your plan stays at €29 until 3 March 2026.", ("29", "3", "2026", "March")),
        ("Вернём 1 590,50 ₽ до 14.06.2026 в 15:00", ("1", "590,50", "14.06.2026", "15:00")),
        ("Skribu al help@firmo.example aŭ vidu https://firmo.example/a?b=1.", ("help@firmo.example", "https://firmo.example/a?b=1")),
        ("შეკვეთა QH7LM2 და #48213-ის ფასი", ("QH7LM2", "48213-ის")),
        ("Нажмите «Стоп», Марина Сергеевна ждёт", ("«Стоп»", "Марина", "Сергеевна")),
        ("Call 020 915 0416.", ("020", "915", "0416")),
    ],
)  # fmt: skip
def test_figures_addresses_and_names_are_facts(text, expected):
    assert facts(text) == expected


def test_a_polite_capital_is_not_a_name():
    assert facts("Мы ждём Вас и Вашего ответа") == ()
    assert facts("Then I'll call, and I am here") == ()


def test_the_first_word_of_a_sentence_is_not_a_name():
    assert facts("Sorry about that") == ()


def test_what_a_rewrite_leaves_out_is_told():
    assert lost("It costs €29 until Friday", "It costs €29") == ("Friday",)
    assert lost("It costs €29", "€29 it is") == ()
