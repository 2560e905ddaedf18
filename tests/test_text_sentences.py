import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonvorto.text.sentences import sentences


def split(text, language):
    return [text[start:end] for start, end in sentences(text, [(0, len(text))], language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "It costs approx. 5 p.m. today. Call us.",
            ["It costs approx. 5 p.m. today.", "Call us."],
        ),
        (
            "ru",
            "Комиссия 390 руб. списана, т.е. вчера. Ждите.",
            ["Комиссия 390 руб. списана, т.е. вчера.", "Ждите."],
        ),
        (
            "eo",
            "Tio estas ekz. nia regulo. Bv. atendi.",
            ["Tio estas ekz. nia regulo.", "Bv. atendi."],
        ),
        (
            "ka",
            "ბარათი, ქვითარი და ა.შ. დაგვჭირდება. გელოდებით!",
            ["ბარათი, ქვითარი და ა.შ. დაგვჭირდება.", "გელოდებით!"],
        ),
    ],
)
def test_an_abbreviation_does_not_end_a_sentence(language, text, expected):
    assert split(text, language) == expected


def test_lines_of_a_chat_are_sentences_without_full_stops():
    assert split("hi\nwait please\nok", "en") == ["hi", "wait please", "ok"]


def test_a_hard_wrapped_line_goes_on():
    text = (
        "We have looked into the matter that you described to us in\nyour letter of Monday. Thanks."
    )
    assert split(text, "en") == [text[:-8], "Thanks."]


def test_items_of_a_list_stand_apart():
    text = "Please send us the following things so that we can start:\n- a photo\n- the receipt"
    assert split(text, "en") == [text.split("\n", maxsplit=1)[0], "- a photo", "- the receipt"]


def test_lone_surrogates_do_not_stop_the_splitter():
    assert split("Ne eblas. Vi \ud800 atendu.", "eo") == ["Ne eblas.", "Vi \ud800 atendu."]


@given(
    st.text(st.characters(categories=None), max_size=200), st.sampled_from(["en", "ru", "eo", "ka"])
)
def test_sentences_cover_all_but_space_in_order(text, language):
    last = 0
    for start, end in sentences(text, [(0, len(text))], language):
        assert last <= start < end <= len(text)
        assert not text[last:start].strip()
        last = end
    assert not text[last:].strip()
