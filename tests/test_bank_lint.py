import pytest

from banks import bank_of, entry, fault
from bonvorto.bank.lint import lint


def said(tmp_path, *entries, **changes):
    return [problem.message for problem in lint(bank_of(tmp_path, fault(*entries, **changes)))]


def test_a_tidy_bank_is_praised_by_silence(tmp_path):
    assert said(tmp_path, entry()) == []


@pytest.mark.parametrize(
    ("sentence", "remark"),
    [
        ("Your  refund is here.", "two spaces"),
        ("Press «Send» and done.", "quotation mark"),
        ("It is here - at last.", "hyphen"),
        ("It is here. ", "space at an end"),
    ],
)
def test_matters_of_style_are_told(tmp_path, sentence, remark):
    [message] = said(tmp_path, entry(fine=[sentence]))
    assert remark in message


def test_a_pattern_that_stands_twice_is_told(tmp_path):
    [message] = said(tmp_path, entry("one"), entry("two"))
    assert "“one” and in “two”" in message


def test_a_fault_without_its_explanation_is_told(tmp_path):
    [message] = said(tmp_path, entry(), why=None)
    assert "refusal" in message


def test_a_remark_is_a_warning_with_its_place(tmp_path):
    [problem] = lint(bank_of(tmp_path, fault(entry(fine=["Two  spaces."]))))
    assert problem.level == "warning"
    assert "Two  spaces." in problem.source
