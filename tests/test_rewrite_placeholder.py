import pytest

from bonvorto.rewrite.placeholder import placeholders

HINTS = frozenset(["день и час"])


def found(text):
    return [text[start:end] for start, end in placeholders(text, 0, len(text), HINTS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I'll write by [day and hour].", "[day and hour]"),
        ("Отвечу до [день и час].", "[день и час]"),
        ("Estimata {{nomo}},", "{{nomo}}"),
        ("Dear {name},", "{name}"),
        ("Номер заказа: ___.", "___"),
        ("მოგწერთ XXX-მდე", "XXX"),
        ("<день и час>", "<день и час>"),
    ],
)
def test_a_forgotten_placeholder_is_found(text, expected):
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "see [1] and [#4711]",
        "[the guide](https://a.example)",
        "<ana@example.org>",
        "a <b> c",
        "5 > 3 < 4",
    ],
)
def test_references_links_and_tags_are_not_placeholders(text):
    assert found(text) == []
