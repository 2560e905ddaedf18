from hypothesis import given
from hypothesis import strategies as st

from bonvorto.text.offsets import measure, utf16_length


def units(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def test_an_emoji_counts_two_units_and_a_combining_mark_one():
    at = measure("👍 c\u0302iu", "utf-16")
    assert [at(0), at(1), at(2), at(4)] == [0, 2, 3, 5]


def test_code_points_stay_as_they_are():
    assert measure("👍👍", "codepoint")(2) == 2


@given(st.text(), st.data())
def test_an_offset_is_the_length_of_what_precedes_it(text, data):
    offset = data.draw(st.integers(0, len(text)))
    assert measure(text, "utf-16")(offset) == units(text[:offset])


@given(st.text(st.characters(categories=None)))
def test_length_counts_lone_surrogates_once(text):
    expected = sum(2 if ord(character) > 0xFFFF else 1 for character in text)
    assert utf16_length(text) == expected
