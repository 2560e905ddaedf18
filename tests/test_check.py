import dataclasses
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from banks import bank_of, entry, fault, move
from bonvorto.check import check
from bonvorto.report import Request

LANGUAGE = {
    "kind": "language",
    "language": "en",
    "guards": {
        "not-needed": ["(do|will) not (need|have) to", "no need to"],
        "reported": ["told you (that)?"],
    },
}


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """One language, two faults, a move: enough to see every part of a report."""
    return bank_of(
        tmp_path_factory.mktemp("bank"),
        LANGUAGE,
        fault(
            entry(unless=["but I can"], despite=[]),
            entry(
                "fill-form",
                patterns=["fill ... form"],
                faulty=["Fill in the form."],
                rewrites=[{"id": "fill-form.walk", "text": "Let us do it together: {step}."}],
            ),
            entry(
                "no-refunds-ever",
                patterns=["absolutely no refunds ever"],
                severity="error",
                rewrites=[{"id": "no-refunds-ever.offer", "text": "What I can do: {offer}."}],
            ),
        ),
        move(),
    )


def found(bank, text, **request):
    report = check(Request(text, language="en", **request), bank)
    return [(finding.entry, finding.text) for finding in report.findings]


def test_a_finding_says_what_where_why_and_what_instead(small):
    text = "Hi Ana,\n\nSorry, no refunds.\n\nBest,\nBen"
    [finding] = check(Request(text, language="en"), small).findings
    assert (finding.fault, finding.entry, finding.layer) == ("refusal", "no-refunds", "phrase")
    assert text[finding.offset :][: finding.length] == finding.text == "no refunds"
    assert finding.title == "A flat no"
    assert finding.why
    [rewrite] = finding.rewrites
    assert rewrite.text == "Here is what I can do: [offer]."
    assert text[rewrite.offset :][: rewrite.length] == "Sorry, no refunds."
    [slot] = rewrite.slots
    assert rewrite.text[slot.offset :][: slot.length] == "[offer]"


def test_the_reply_is_rewritten_whole_with_greeting_and_signature_untouched(small):
    text = "Hi Ana,\n\nSorry, no refunds.\n\nBest,\nBen"
    assert check(Request(text, language="en"), small).rewritten == (
        "Hi Ana,\n\nHere is what I can do: [offer].\n\nBest,\nBen"
    )


def test_of_overlapping_findings_the_longest_stays(small):
    assert found(small, "Absolutely no refunds ever.") == [
        ("no-refunds-ever", "Absolutely no refunds ever")
    ]


def test_words_that_heal_a_match_clear_it(small):
    assert found(small, "No refunds, but I can exchange it today.") == []


def test_a_guard_next_to_a_match_clears_it_and_one_further_off_does_not(small):
    assert found(small, "You don't need to fill in any form.") == []
    assert found(small, "The shop told you that no refunds exist.") == []
    assert found(small, "You don't need to call; fill in the form.") == [
        ("fill-form", "fill in the form")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "> no refunds\nThat was their answer.",
        "You were told “no refunds” by the shop.",
        "See https://shop.example/no-refunds for that.",
        "It prints `no refunds` there.",
        "All done.\n\n-- \nno refunds",
        "Hello there,\n\nall done.\n\nOn Monday, Ana <a@b.example> wrote:\n> no refunds",
    ],
)
def test_what_the_agent_did_not_say_is_never_marked(small, text):
    assert found(small, text) == []


def test_a_switched_off_entry_or_fault_is_silent(small):
    assert found(small, "No refunds.", disable=frozenset(["no-refunds"])) == []
    assert found(small, "No refunds.", disable=frozenset(["refusal"])) == []


def test_offsets_are_utf_16_units_unless_code_points_are_asked_for(small):
    text = "👍 No refunds."
    assert check(Request(text, language="en"), small).findings[0].offset == 3
    by_points = check(Request(text, language="en", offsets="codepoint"), small)
    assert by_points.findings[0].offset == 2


def test_a_forgotten_placeholder_is_a_finding(small):
    [finding] = check(Request("I write by [day and hour].", language="en"), small).findings
    assert (finding.fault, finding.text, finding.rewrites) == (
        "unfilled-slot",
        "[day and hour]",
        (),
    )


def test_an_unsupported_language_is_named_and_never_guessed_at(bank):
    text = "Dzień dobry, niestety nasza polityka na to nie pozwala. Proszę zadzwonić jutro."
    report = check(Request(text), bank)
    assert not report.language.supported
    assert report.findings == ()
    assert report.rewritten == text


def test_a_missing_move_is_offered_after_the_last_sentence(small):
    text = (
        "Hi Ana,\n\nI have looked into it for quite a while today. Sorry, no refunds.\n\nBest,\nBen"
    )
    [missing] = check(Request(text, language="en"), small).missing
    assert missing.move == "options"
    assert text[: missing.insert_at].endswith("no refunds.")
    assert missing.phrases[0].text.startswith("There are two ways on")


def test_a_made_move_is_told(small):
    report = check(Request("You can either wait or cancel.", language="en"), small)
    assert [made.move for made in report.moves] == ["options"]


def test_text_taken_apart_is_found_as_text_composed(bank):
    def entries(text, language):
        found = check(Request(text, language=language), bank).findings
        return [finding.entry for finding in found]

    for language, own in bank.languages.items():
        for compiled in list(own.entries.values())[:20]:
            text = compiled.entry.faulty[0]
            assert entries(unicodedata.normalize("NFD", text), language) == entries(text, language)


def test_line_ends_of_any_system_are_the_same(small):
    assert found(small, "Hello.\r\n\r\nNo refunds.\r\n") == [("no-refunds", "No refunds")]


AGENTS = [
    "our policy does not allow that", "Это не наша проблема", "ეს ჩვენი პრობლემა არ არის",
    "tio ne estas nia problemo", "soon", "€29", "https://a.example/x", "«ждите»", "> quoted", "\n",
    "\r\n", "👍", "e\u0301", "\u202e", "[day and hour]", "Best,\nBen", ".", "!", ",", ";", "\ud800",
    "\x00", "`code`", "Hi Ana,", "-- ", "On Monday, Ana wrote:",
]  # fmt: skip
replies = st.lists(
    st.sampled_from(AGENTS) | st.text(st.characters(categories=None), max_size=6), max_size=14
).map(" ".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    replies,
    st.sampled_from([None, "en", "ru", "eo", "ka"]),
    st.sampled_from(["utf-16", "codepoint"]),
)
def test_offsets_lie_in_the_text_and_slice_to_the_fragment(bank, text, language, unit):
    def cut(offset, length):
        if unit == "codepoint":
            return text[offset : offset + length]
        raw = text.encode("utf-16-le", "surrogatepass")
        return raw[2 * offset : 2 * (offset + length)].decode("utf-16-le", "surrogatepass")

    report = check(Request(text, language=language, offsets=unit), bank)
    last = 0
    for finding in report.findings:
        assert finding.offset >= last, "sorted, and none overlaps another"
        assert cut(finding.offset, finding.length) == finding.text != ""
        last = finding.offset + finding.length
        for rewrite in finding.rewrites:
            assert 0 <= rewrite.offset <= rewrite.offset + rewrite.length <= 2 * len(text)
            cut(rewrite.offset, rewrite.length)
    for made in report.moves:
        assert cut(made.offset, made.length)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(replies)
def test_the_same_request_gives_the_same_answer(bank, text):
    assert check(Request(text), bank) == check(Request(text), bank)


def test_every_process_gives_the_same_answer():
    program = (
        "import dataclasses, json\n"
        "from bonvorto.bank.load import load, shipped_banks\n"
        "from bonvorto.check import check\n"
        "from bonvorto.report import Request\n"
        "bank = load([shipped_banks()])\n"
        "texts = [f for own in bank.languages.values() for e in list(own.entries.values())[:30]"
        " for f in e.entry.faulty]\n"
        "print(json.dumps([dataclasses.asdict(check(Request(t), bank)) for t in texts]))\n"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(answers) == 1


def test_a_report_is_plain_data(small):
    report = check(Request("No refunds.", language="en"), small)
    assert dataclasses.asdict(report)["findings"][0]["entry"] == "no-refunds"


def test_a_trace_tells_the_pattern_the_keys_and_what_cleared_a_match(small):
    text = "You don't need to fill in any form. No refunds, but I can exchange it. No refunds!"
    traces = check(Request(text, language="en", trace=True), small).traces
    assert [(trace.entry, trace.outcome) for trace in traces] == [
        ("fill-form", "guard not-needed"),
        ("no-refunds", "unless (sentence) but I can"),
        ("no-refunds", "found"),
    ]
    assert traces[2].pattern == "no refunds"
    assert [(word.text, word.keys) for word in traces[2].words] == [
        ("no", ("no",)),
        ("refunds", ("=refund",)),
    ]


def test_a_rewrite_that_can_only_stand_beside_is_offered_but_not_put_in(small):
    text = "Order 4711 has no refunds."
    report = check(Request(text, language="en"), small)
    [rewrite] = report.findings[0].rewrites
    assert (rewrite.offset, rewrite.length) == (len(text), 0)
    assert report.rewritten == text
