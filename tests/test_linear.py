"""No input makes a check slower than linear in its length (DESIGN.md §2), by counted steps."""

import random

import pytest

from banks import bank_of, entry, fault
from bonvorto.check import check
from bonvorto.match.compile import compile_pattern
from bonvorto.match.sentence import Sentence
from bonvorto.morphology import tokens
from bonvorto.report import Request
from bonvorto.text.words import words
from steps import steps

UNITS = {
    "one word": "no ",
    "a fault in every sentence": "Sorry, no refunds. ",
    "faults in one endless sentence": "sorry no refunds and ",
    "commas": "no, ",
    "guards and faults": "you do not need to, no refunds, ",
    "addresses": "https://a.example/x me@a.example ",
    "citations": "“no refunds” ",
    "quoted lines": "> no refunds\n",
    "attributions": "On Monday, Ana wrote:\n",
    "blank lines": "\n\n",
    "list items": "- no refunds\n",
    "brackets": "[day and hour] ",
    "open quotation marks": "“ ",
    "sign-offs": "Kind regards,\n",
    "right-to-left marks": "\u202eno\u202c ",
    "taken apart": "e\u0301",
    "no spaces": "norefunds",
    "two languages": "No refunds. Это не наша проблема. ",
}
GROWTH = 4.6  # for four times the text, with room for what is paid once


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    guards = {"kind": "language", "language": "en", "guards": {"not-needed": ["do not need to"]}}
    healed = entry(unless=["but I can", {"pattern": "instead", "where": "reply"}])
    return bank_of(tmp_path_factory.mktemp("bank"), guards, fault(healed))


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
@pytest.mark.parametrize("language", [None, "en"], ids=["detected", "pinned"])
def test_four_times_the_text_costs_at_most_about_four_times_the_steps(small, unit, language):
    def cost(times):
        return steps(lambda: check(Request(unit * times, language=language), small))

    cost(10)  # what is loaded once
    assert cost(320) <= GROWTH * cost(80) + 2000


@pytest.mark.parametrize(
    "pattern",
    [
        "...12 a ...12 a ...12 a",
        "(a|a a|a a a) (a|a a|a a a) (a|a a|a a a)",
        "a? a? a? a? a? a? a? a? a a a a a a a a",
        "[a a a a]",
        "[(a ...4 a) (a ...4 b) (b ...4 a)]",
    ],
)
def test_no_pattern_makes_matching_slower_than_linear(pattern):
    automaton = compile_pattern(pattern, "eo")

    def cost(times):
        sentence = Sentence(tokens(words("a b " * times), "eo"))
        return steps(lambda: automaton.find(sentence))

    assert cost(240) <= GROWTH * cost(60)


def _bank_of_size(folder, size):
    """A bank of random phrases over a vocabulary that grows with it, as real banks do."""
    choose = random.Random(size)
    vocabulary = [f"{a}{b}{c}o" for a in "bdfglmprst" for b in "aeiou" for c in "bdfglmnprstvz"]
    common = ["ni", "vi", "ne", "povas", "la", "tio", "estas", "via"]
    entries = [
        entry(
            f"e{number}",
            patterns=[
                " ".join([*choose.sample(common, 2), *choose.sample(vocabulary, 2)]),
                " ".join([choose.choice(common), *choose.sample(vocabulary, 2)]),
            ],
        )
        for number in range(size)
    ]
    return bank_of(folder, fault(*entries, language="eo"))


def test_a_bank_twenty_times_as_large_costs_at_most_half_as_much_again(tmp_path):
    reply = (
        "Bedaŭrinde ni ne povas ripari la varon, ĉar tio estas via afero. Vi povas skribi al ni, "
        "kaj ni rigardos la bado kaj la peno. La monato ne estas longa, kaj la fato ne estas nia. "
    ) * 3
    small, large = (_bank_of_size(tmp_path / str(size), size) for size in (500, 10_000))

    def cost(bank):
        return steps(lambda: check(Request(reply, language="eo"), bank))

    cost(small)
    assert cost(large) <= 1.5 * cost(small)


def test_a_hundred_thousand_words_are_checked(small):
    report = check(Request("We have no refunds here. " * 20_000, language="en"), small)
    assert len(report.findings) == 20_000


@pytest.mark.parametrize(
    "character", ["a", "«", " ", "\n", ".", "!", "ა", "👍", "-", "@", "[", "'"]
)
def test_a_megabyte_of_one_character_is_checked(small, character):
    for language in (None, "en"):
        assert check(Request(character * 1_000_000, language=language), small).findings == ()
