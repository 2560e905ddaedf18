import pytest

from banks import bank_of, move
from bonvorto.phrases import Query, find_phrases


@pytest.fixture(scope="module")
def two_languages(tmp_path_factory):
    english = move(
        phrases=[
            {"id": "options.two-ways", "text": "There are two ways on: {first} or {second}."},
            {"id": "options.refund", "text": "I can refund the amount.", "tags": ["money back"]},
        ]
    )
    russian = move(
        language="ru",
        title="Предложить выход",
        signs=[],
        phrases=[
            {
                "id": "options.two-ways",
                "text": "Есть два выхода: {first: первый} или {second: второй}.",
            },
            {"id": "options.refund", "text": "Могу вернуть деньги."},
        ],
    )
    return bank_of(tmp_path_factory.mktemp("bank"), english, russian)


def ids(bank, **query):
    return [found.id for found in find_phrases(Query(**query), bank)]


def test_without_words_all_phrases_come(two_languages):
    assert ids(two_languages, language="ru") == ["options.two-ways", "options.refund"]


def test_a_phrase_is_found_by_its_own_inflected_words(two_languages):
    assert ids(two_languages, language="ru", words="возвращаем") == ["options.refund"]


def test_a_phrase_is_found_by_the_words_of_its_meaning(two_languages):
    assert ids(two_languages, language="ru", words="refunding") == ["options.refund"]


def test_a_phrase_is_found_by_its_tags(two_languages):
    assert ids(two_languages, language="ru", words="money") == ["options.refund"]


def test_the_one_that_shares_more_words_comes_first(two_languages):
    assert ids(two_languages, language="en", words="refund ways two")[0] == "options.two-ways"


def test_meaning_and_slots_are_given(two_languages):
    [found, _] = find_phrases(Query("ru", gloss_in="en"), two_languages)
    assert found.gloss == "There are two ways on: [first] or [second]."
    assert [found.text[s.offset :][: s.length] for s in found.slots] == ["[первый]", "[второй]"]


def test_a_move_narrows_the_search(two_languages):
    assert ids(two_languages, language="en", move="timeline") == []
