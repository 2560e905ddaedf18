import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonvorto.morphology import keys, tokens
from bonvorto.text.words import words


def joined(language, *forms):
    """Tell whether all forms share a key with the first."""
    made = [
        {key for token in tokens(words(form), language) for key in token.keys} for form in forms
    ]
    return all(made[0] & other for other in made[1:])


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ("policy", "policies", "Policy’s")),
        ("en", ("tell", "told", "telling")),
        ("en", ("apologise", "apologized", "apology")),
        ("en", ("organisation", "organizations")),
        ("ru", ("обратитесь", "обращайтесь")),
        ("ru", ("проблема", "проблемой", "ПРОБЛЕМЫ")),
        ("ru", ("ещё", "еще")),
        ("ru", ("перезвоним", "позвонил", "звонить")),
        ("eo", ("permesas", "permesi", "permesita", "permeson")),
        ("eo", ("mesaĝojn", "mesagxo", "mesagho", "mesago")),
        ("eo", ("tiun", "tiujn", "tiu")),
        ("eo", ("ankaŭ", "ankaux", "ankau")),
        ("ka", ("კურიერი", "კურიერს", "კურიერმა", "კურიერის", "კურიერთან")),
        ("ka", ("დაგიკავშირდებით", "დაგიკავშირდებიან")),
        ("ka", ("პრობლემა", "ᲞᲠᲝᲑᲚᲔᲛᲐ", "პრობლემაა")),
    ],
)
def test_forms_of_a_word_share_a_key(language, forms):
    assert joined(language, *forms)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "policy", "police"),
        ("en", "customer", "customs"),
        ("ru", "нам", "нами"),
        ("ru", "можно", "нельзя"),
        ("ru", "заполните", "заполним"),
        ("eo", "mi", "mia"),
        ("eo", "neniu", "nenio"),
        ("ka", "არ", "არის"),
        ("ka", "ჩვენ", "ჩვენი"),
    ],
)
def test_words_that_only_look_alike_stay_apart(language, one, other):
    assert not joined(language, one, other)


def test_a_contraction_is_two_words_at_one_place():
    found = tokens(words("We can’t."), "en")
    assert [(token.exact, token.start, token.end) for token in found] == [
        ("we", 0, 2),
        ("can", 3, 8),
        ("not", 3, 8),
    ]


def test_contractions_without_their_apostrophe_are_understood():
    assert [token.exact for token in tokens(words("dont cant isnt"), "en")] == [
        "do", "not", "can", "not", "is", "not",
    ]  # fmt: skip


def test_fillers_are_marked_alone_and_as_phrases():
    found = tokens(words("К сожалению, склад просто закрыт"), "ru")
    assert [token.filler for token in found] == [True, True, False, True, False]


def test_a_negation_is_never_a_filler():
    for language, negation in (("en", "not"), ("ru", "не"), ("eo", "ne"), ("ka", "არ")):
        assert not tokens(words(negation), language)[0].filler


def test_figures_signs_and_ids_have_keys_of_their_own():
    assert keys("14", "en") == ("#number",)
    assert keys("€", "en") == ("#currency",)
    assert "#id" in keys("qh7lm2", "en")


_forms = st.lists(st.sampled_from(["n't", "'s", "x'd", "№", "7a"]) | st.text(max_size=8)).map(
    " ".join
)


@given(_forms, st.sampled_from(["en", "ru", "eo", "ka"]))
def test_every_token_has_a_key_and_keeps_its_place(text, language):
    for token in tokens(words(text), language):
        assert token.keys
        assert all(token.keys)
        assert 0 <= token.start < token.end <= len(text)
