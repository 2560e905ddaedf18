import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonvorto.rewrite.slots import SlotError, parse_template


def test_an_open_slot_stands_as_its_hint_and_is_listed():
    text, [slot] = parse_template("I'll write by {when: day and hour}.").fill({})
    assert text == "I'll write by [day and hour]."
    assert text[slot.offset :][: slot.length] == "[day and hour]"
    assert slot.name == "when"


def test_a_slot_without_a_hint_shows_its_name():
    assert parse_template("{order-number}").fill({})[0] == "[order number]"


def test_what_is_known_is_put_in_and_not_listed():
    text, slots = parse_template("{who} writes by {when}.").fill({"who": "Marina"})
    assert text == "Marina writes by [when]."
    assert [slot.name for slot in slots] == ["when"]


@pytest.mark.parametrize(
    ("text", "position"), [("a {b", 2), ("a b}", 3), ("a {B c}", 2), ("{}", 0), ("{a: [b]}", 0)]
)
def test_a_bad_slot_is_pointed_at(text, position):
    with pytest.raises(SlotError) as caught:
        parse_template(text)
    assert caught.value.position == position


@given(st.text("ab {}:", max_size=30))
def test_slots_slice_to_what_stands_in_brackets(text):
    try:
        template = parse_template(text)
    except SlotError:
        return
    filled, slots = template.fill({})
    for slot in slots:
        assert filled[slot.offset] == "["
        assert filled[slot.offset + slot.length - 1] == "]"
