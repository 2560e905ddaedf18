"""Georgian words: which forms are one, and which must stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonvorto.morphology import keys, tokens
from bonvorto.morphology.ka import stems
from bonvorto.text.fold import fold
from bonvorto.text.words import words

GEORGIAN = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"


def shared(first: str, second: str) -> set[str]:
    return set(keys(fold(first), "ka")) & set(keys(fold(second), "ka"))


def all_join(forms: str) -> bool:
    first, *rest = forms.split()
    return all(shared(first, other) for other in rest)


@pytest.mark.parametrize(
    "forms",
    [
        "წესი წესს წესის წესით წესად წესმა წესო",
        "წესი წესები წესებს წესების წესებით წესებმა",
        "ოფისი ოფისს ოფისის ოფისში ოფისიდან ოფისამდე ოფისთან ოფისისთვის ოფისისგან ოფისისკენ",
        "თანხა თანხას თანხის თანხით თანხად თანხამ თანხები თანხებს თანხაზე თანხიდან",
        "პრობლემა პრობლემას პრობლემის პრობლემები პრობლემად პრობლემამ",
        "ბიურო ბიუროს ბიუროში ბიურომდე",
        "გარანტია გარანტიის გარანტიას გარანტიით გარანტიაში",
    ],
)
def test_a_noun_is_one_in_all_cases_numbers_and_with_glued_postpositions(forms: str) -> None:
    assert all_join(forms)


@pytest.mark.parametrize(
    "forms",
    [
        "მომხმარებელი მომხმარებლის მომხმარებლებს მომხმარებელმა მომხმარებელთან",
        "ნომერი ნომრის ნომრით ნომერზე",
        "მწარმოებელი მწარმოებლის მწარმოებელს მწარმოებლისგან",
        "წერილი წერილის წერილში",
    ],
)
def test_a_vowel_that_falls_out_in_the_genitive_does_not_split_a_noun(forms: str) -> None:
    assert all_join(forms)


@pytest.mark.parametrize(
    "forms",
    [
        "პრობლემა პრობლემაა პრობლემაც",
        "წესი წესია წესიც",
        "საიტზე საიტზეა საიტზეც",
        "ბანკი ბანკიდანაა",
        "დღეს დღესვე დღესაც",
        "თქვენ თქვენც თქვენვე",
    ],
)
def test_the_copula_and_glued_particles_come_off(forms: str) -> None:
    assert all_join(forms)


@pytest.mark.parametrize("noun", ["სისტემა", "ფორმა", "ფირმა", "პლატფორმა", "ნორმა"])
def test_a_stem_in_m_is_not_taken_for_an_ergative(noun: str) -> None:
    assert shared(noun, noun[:-1] + "ის")


@pytest.mark.parametrize("noun", ["დაბრუნება", "გაუქმება", "შეკეთება", "მოგვარება"])
def test_a_verbal_noun_is_declined_like_a_noun(noun: str) -> None:
    assert all_join(f"{noun} {noun}ს {noun[:-1]}ის {noun}ზე")


@pytest.mark.parametrize(
    "forms",
    [
        "მოგწერ მოგწერთ მოგწერს მოგწერენ მოგწერეთ მოგწერო მოვწერეთ",
        "დაგირეკავთ დაგირეკავენ დავრეკავ დავრეკავთ გირეკავთ",
        "დაგიბრუნებთ დავაბრუნებ დავაბრუნებთ დაგიბრუნებენ ვაბრუნებთ დაგიბრუნდებათ",
        "გადავამოწმებ გადავამოწმებთ ვამოწმებთ შევამოწმე",
        "გაგიუქმებთ გავაუქმებთ ვაუქმებთ",
        "გეტყვით გითხარით გეუბნებით ვთქვით",
    ],
)
def test_what_our_side_does_is_one_across_person_version_and_screeve(forms: str) -> None:
    assert all_join(forms)


@pytest.mark.parametrize(
    "forms",
    [
        "მოგვწერეთ მომწერეთ მოგვწეროთ დაწერეთ წერთ გვწერთ",
        "დარეკეთ დარეკოთ რეკავთ დაგვირეკეთ დაურეკეთ გადმორეკეთ",
        "მიმართეთ მიმართოთ მიმართავთ მოგვმართეთ მოგვმართავთ",
        "შეავსეთ შეავსოთ ავსებთ შეავსებთ",
        "გამოგვიგზავნეთ გაგზავნეთ გამომიგზავნოთ გზავნით",
    ],
)
def test_what_the_customer_is_to_do_is_one(forms: str) -> None:
    assert all_join(forms)


@pytest.mark.parametrize(
    ("kindness", "errand"),
    [
        ("დაგირეკავთ", "დაგვირეკეთ"),
        ("მოგწერთ", "მოგვწერეთ"),
        ("გამოგიგზავნით", "გამოგვიგზავნეთ"),
        ("აგიხსნით", "აგვიხსენით"),
        ("შევავსებ", "შეავსეთ"),
        ("გადავამოწმებთ", "გადაამოწმეთ"),
        ("გიშლით", "გვიშლით"),
    ],
)
def test_who_acts_on_whom_keeps_a_kindness_from_an_errand(kindness: str, errand: str) -> None:
    assert not shared(kindness, errand)


@pytest.mark.parametrize(
    ("asked", "missed"),
    [
        ("წაიკითხეთ", "წაგეკითხათ"),
        ("მოგვმართეთ", "მოგემართათ"),
        ("გადაამოწმეთ", "გადაგემოწმებინათ"),
    ],
)
def test_a_reproach_for_what_was_not_done_is_not_a_request(asked: str, missed: str) -> None:
    assert not shared(asked, missed)


@pytest.mark.parametrize(
    "forms",
    [
        "შემიძლია შეგვიძლია შევძლებთ შევძლებ",
        "შეგიძლიათ შეგეძლოთ შეძლებთ",
        "მაქვს გვაქვს გვექნება",
        "გაქვთ გქონდათ გექნებათ",
        "არის არიან იყო იქნება ხართ",
        "გინდათ გსურთ გნებავთ",
        "მობრძანდით მოდით მოხვიდეთ მოხვალთ",
    ],
)
def test_verbs_of_several_roots_are_one(forms: str) -> None:
    assert all_join(forms)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("არ", "ვერ"),
        ("ნუ", "არ"),
        ("თქვენ", "თქვენი"),
        ("ჩვენ", "ჩვენი"),
        ("წინ", "წინა"),
        ("ვინ", "ვინაიდან"),
        ("შემიძლია", "შეგიძლიათ"),
        ("მაქვს", "გაქვთ"),
        ("კარგი", "დაკარგეთ"),
        ("მოდით", "მოდის"),
        ("სცადეთ", "მოიცადეთ"),
        ("მიმართავთ", "მომართვა"),
    ],
)
def test_words_that_only_look_alike_stay_apart(first: str, second: str) -> None:
    assert not shared(first, second)


def test_capitals_of_mtavruli_are_the_same_letters() -> None:
    assert shared("ᲬᲔᲡᲔᲑᲘ", "წესები")


def test_a_filler_may_stand_between_the_words_of_a_phrase() -> None:
    text = "სამწუხაროდ, რა თქმა უნდა, ვერ მოვახერხებთ"
    fillers = [token.exact for token in tokens(words(text), "ka") if token.filler]
    assert fillers == ["სამწუხაროდ", "რა", "თქმა", "უნდა"]


@given(st.text(GEORGIAN, min_size=1, max_size=30))
def test_every_word_gets_one_or_two_keys_none_of_them_empty(word: str) -> None:
    found = stems(word)
    assert 1 <= len(found) <= 2
    assert all(found)


@given(st.text(GEORGIAN, min_size=1, max_size=30))
def test_a_word_always_shares_a_key_with_itself_in_capitals(word: str) -> None:
    assert set(stems(fold(word))) == set(stems(fold(word.upper())))
