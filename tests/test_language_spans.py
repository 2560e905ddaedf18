"""Replies in more than one language, and what must not split a reply."""

import time

import pytest

from bonvorto.language import detect

KA = "გმადლობთ, რომ მოგვწერეთ. ამანათი ხვალ მოვა და კურიერი დაგირეკავთ."
EN = "Thank you for writing to us. The parcel comes tomorrow and the driver will ring you."
RU = "Спасибо, что написали. Посылка придёт завтра, курьер вам позвонит."
EO = "Dankon, ke vi skribis al ni. La pakaĵo venos morgaŭ kaj la kuriero vokos vin."


def parts(text: str) -> list[tuple[str | None, str]]:
    return [(s.code, text[s.start : s.end].strip()) for s in detect(text).spans]


@pytest.mark.parametrize("text", [KA, EN, RU, EO])
def test_a_reply_in_one_language_is_one_span(text: str) -> None:
    assert len(parts(text)) == 1
    assert len(parts(f"{text}\n\n{text}\n")) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [(("ka", KA), ("en", EN)), (("ru", RU), ("ka", KA)), (("eo", EO), ("en", EN))],
)
def test_a_reply_with_its_translation_below_is_two_spans(
    first: tuple[str, str], second: tuple[str, str]
) -> None:
    assert parts(f"{first[1]}\n\n{second[1]}\n") == [first, second]


def test_a_greeting_goes_with_the_part_it_is_written_like() -> None:
    text = f"გამარჯობა, ანა!\n{KA}\n\nHello Anna,\n{EN}\nBest regards,\nNino"
    spans = parts(text)
    assert [code for code, _ in spans] == ["ka", "en"]
    assert spans[1][1].startswith("Hello Anna,")


def test_a_russian_sentence_inside_a_georgian_paragraph_is_its_own_span() -> None:
    text = f"{KA} Мы получили ваше письмо и ответим завтра утром. {KA}"
    assert [code for code, _ in parts(text)] == ["ka", "ru", "ka"]


def test_an_english_quotation_inside_esperanto_is_its_own_span() -> None:
    text = (
        f"{EO} En la letero staris: “The driver could not find the house and took the parcel"
        " back to the office”. Mi tre bedaŭras tion kaj tuj sendos novan pakaĵon."
    )
    assert [code for code, _ in parts(text)] == ["eo", "en", "eo"]


@pytest.mark.parametrize(
    "text",
    [
        f"{RU}\nSamsung Galaxy Buds Pro 2 White Edition\n{RU}",
        f"{KA}\nMicrosoft Office 365\n{KA}",
        f"{EO} C'est la vie! {EO}",
        f"{EN} Bon appétit! {EN}",
        f"{RU} OK! {RU}",
    ],
)
def test_a_product_name_or_short_foreign_phrase_never_splits(text: str) -> None:
    assert len(parts(text)) == 1


def test_the_language_with_most_letters_leads_a_mixed_reply() -> None:
    found = detect(f"{KA}\n\n{EN}\n{EN}\n{EN}")
    assert found.code == "en"
    assert {c.code for c in found.candidates} == {"en", "ka"}
    assert sum(c.confidence for c in found.candidates) == pytest.approx(1.0)


def test_a_very_long_text_costs_no_more_than_its_length() -> None:
    def seconds(copies: int) -> float:
        text = f"{EN}\n" * copies
        start = time.process_time()
        detect(text)
        return time.process_time() - start

    detect(EN)
    short, long = seconds(700), seconds(7000)
    assert long < 20 * short  # linear would be 10 times
