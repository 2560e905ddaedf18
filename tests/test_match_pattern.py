import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonvorto.match.pattern import (
    Choice,
    Edge,
    Gap,
    Literal,
    PatternError,
    Sequence,
    Slot,
    Unordered,
    parse,
)


def test_a_plain_phrase_is_a_row_of_words():
    assert parse("not our problem") == Sequence(
        (Literal("not"), Literal("our"), Literal("problem"))
    )


def test_alternatives_may_hold_phrases():
    assert parse("(a|b c)") == Choice((Literal("a"), Sequence((Literal("b"), Literal("c")))))


def test_a_question_mark_makes_the_word_or_group_before_it_optional():
    assert parse("a? b") == Sequence((Choice((Literal("a"),), optional=True), Literal("b")))


def test_an_empty_alternative_makes_a_group_optional():
    assert parse("(a|) b") == Sequence((Choice((Literal("a"),), optional=True), Literal("b")))


def test_a_gap_has_a_bound():
    assert parse("a ... b ...8 c") == Sequence(
        (Literal("a"), Gap(4), Literal("b"), Gap(8), Literal("c"))
    )


def test_quotation_marks_ask_for_the_exact_form():
    assert parse('"Thank you"') == Sequence((Literal("Thank", True), Literal("you", True)))


def test_a_slot_has_a_kind_and_may_have_a_name_of_its_own():
    assert parse("{department}") == Slot("department", "department", 0)
    assert parse("{who:department}") == Slot("department", "who", 0)


def test_square_brackets_hold_words_in_any_order():
    assert parse("[a (b c)]") == Unordered((Literal("a"), Sequence((Literal("b"), Literal("c")))))


def test_edges_stand_for_start_and_end_of_the_sentence():
    assert parse("^ no $") == Sequence((Edge(True), Literal("no"), Edge(False)))


@pytest.mark.parametrize(
    ("pattern", "position", "says"),
    [
        ("a (b|c", 2, "never closed"),
        ("a b)", 3, "closes nothing"),
        ("a ? ?", 4, "has nothing before it"),
        ("? a", 0, "has nothing before it"),
        ('say "no', 4, "closing quotation mark"),
        ("a {x y} b", 2, "is not a slot"),
        ("a {x", 2, "lacks"),
        ("a ...20 b", 2, "1 to 12 words"),
        ("[a]", 0, "two to 4"),
        ("[a|b c]", 2, "parentheses"),
        ("...", 0, "no word"),
        ("(a|b)?", 0, "no word"),
        ('a ""', 2, "empty"),
    ],
)
def test_an_error_points_at_the_character_and_says_what_is_wrong(pattern, position, says):
    with pytest.raises(PatternError, match=says) as caught:
        parse(pattern)
    assert caught.value.position == position


@given(st.text('ab()[]|?."{}^$ …8:', max_size=40))
def test_any_text_is_read_or_refused_within_its_bounds(pattern):
    position = 0
    try:
        parse(pattern)
    except PatternError as error:
        position = error.position
    assert 0 <= position <= len(pattern)
