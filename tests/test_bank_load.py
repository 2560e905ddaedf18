import json

import pytest

from banks import bank_of, entry, fault, move, write
from bonvorto.bank.load import load, shipped_banks


def entries(bank, language="en"):
    return set(bank.languages[language].entries)


def only_problem(bank):
    [problem] = bank.problems
    return problem


def test_the_shipped_banks_have_no_problem(bank):
    assert [problem.render() for problem in bank.problems] == []


def test_an_empty_folder_is_an_empty_bank(tmp_path):
    bank = load([tmp_path])
    assert bank.problems == ()
    assert entries(bank) == set()


def test_a_missing_folder_is_named(tmp_path):
    problem = only_problem(load([tmp_path / "nowhere"]))
    assert problem.file.endswith("nowhere")
    assert "--banks" in problem.hint


def test_a_file_that_is_not_json_is_refused_with_its_line_and_the_rest_is_served(tmp_path):
    write(tmp_path, fault(entry()))
    broken = tmp_path / "en" / "faults" / "apathy.json"
    broken.write_text('{\n  "kind": "fault",\n  "id": "apathy",,\n}', encoding="utf-8")
    bank = load([tmp_path])
    problem = only_problem(bank)
    assert (problem.line, problem.column) == (3, 18)
    assert "comma" in problem.hint
    assert entries(bank) == {"no-refunds"}


@pytest.mark.parametrize("field", ["faulty", "fine", "patterns", "rewrites"])
def test_an_entry_that_lacks_its_examples_is_refused_and_the_others_stay(tmp_path, field):
    for gone in (None, []):
        bank = bank_of(tmp_path, fault(entry("bad", **{field: gone}), entry("good")))
        problem = only_problem(bank)
        assert problem.key.startswith("entries[0]")
        assert field in problem.key + problem.message
        assert problem.hint
        assert entries(bank) == {"good"}


def test_a_pattern_that_cannot_be_read_points_at_the_character(tmp_path):
    bank = bank_of(tmp_path, fault(entry(patterns=["fine", "no (refunds"])))
    problem = only_problem(bank)
    assert problem.key == "entries[0].patterns[1]"
    line = (tmp_path / "en/faults/refusal.json").read_text("utf-8").splitlines()[problem.line - 1]
    assert line[problem.column - 1] == "("
    assert entries(bank) == set()


def test_a_misspelt_key_is_refused_and_the_known_ones_are_listed(tmp_path):
    problem = only_problem(bank_of(tmp_path, fault(entry(patern=["x"]))))
    assert problem.key == "entries[0].patern"
    assert "patterns" in problem.hint


def test_of_two_entries_with_one_id_the_first_stays(tmp_path):
    bank = bank_of(
        tmp_path, fault(entry(), entry(patterns=["never refund"])), fault(entry("x"), id="apathy")
    )
    problem = only_problem(bank)
    assert "two entries" in problem.message
    assert "refusal.json" in problem.hint
    assert bank.languages["en"].entries["no-refunds"].entry.patterns == ["no refunds"]


def test_a_key_that_stands_twice_is_an_error(tmp_path):
    path = tmp_path / "en.json"
    path.write_text('{"kind": "fault",\n "kind": "fault"}', encoding="utf-8")
    assert "stands twice" in only_problem(load([tmp_path])).message


def test_a_rewrite_carries_the_id_of_its_entry(tmp_path):
    bank = bank_of(tmp_path, fault(entry(rewrites=[{"id": "other.offer", "text": "x"}])))
    assert only_problem(bank).hint == "no-refunds.offer"


def test_a_slot_without_its_brace_is_refused(tmp_path):
    bank = bank_of(tmp_path, fault(entry(rewrites=[{"id": "no-refunds.offer", "text": "I {can"}])))
    assert only_problem(bank).key == "entries[0].rewrites[0].text"


def test_a_file_that_is_not_utf_8_is_named(tmp_path):
    (tmp_path / "ru.json").write_bytes('{"kind": "вина"}'.encode("cp1251"))
    assert "UTF-8" in only_problem(load([tmp_path])).hint


def test_a_file_with_another_ending_is_not_skipped_in_silence(tmp_path):
    (tmp_path / "refusal.yaml").write_text("kind: fault", encoding="utf-8")
    assert only_problem(load([tmp_path])).level == "warning"


def test_an_unknown_kind_is_refused(tmp_path):
    (tmp_path / "x.json").write_text('{"kind": "sin"}', encoding="utf-8")
    assert '"fault"' in only_problem(load([tmp_path])).hint


def test_lists_that_name_each_other_are_reported(tmp_path):
    lists = {"one": ["{two}"], "two": ["{one}"], "good": ["fine"]}
    bank = bank_of(tmp_path, {"kind": "language", "language": "en", "lists": lists})
    assert [problem.key for problem in bank.problems] == ["lists.one", "lists.two"]


def test_a_deeply_nested_file_does_not_stop_the_loader(tmp_path):
    (tmp_path / "deep.json").write_text("[" * 100_000, encoding="utf-8")
    assert only_problem(load([tmp_path])).message


def test_a_draft_is_not_served(tmp_path):
    assert entries(bank_of(tmp_path, fault(entry(status="draft")))) == set()


class TestOverlay:
    @pytest.fixture
    def base(self, tmp_path):
        return write(tmp_path / "base", fault(entry(), entry("other", patterns=["not possible"])))

    def overlay(self, tmp_path, *items):
        return write(
            tmp_path / "team", fault(*items, title=None, message=None, why=None, advice=None)
        )

    def test_adds_an_entry(self, base, tmp_path):
        bank = load([base, self.overlay(tmp_path, entry("ours", patterns=["no way"]))])
        assert entries(bank) == {"no-refunds", "other", "ours"}

    def test_replaces_an_entry_of_the_same_id(self, base, tmp_path):
        bank = load([base, self.overlay(tmp_path, entry(patterns=["never refund"]))])
        assert bank.problems == ()
        assert bank.languages["en"].entries["no-refunds"].entry.patterns == ["never refund"]

    def test_switches_an_entry_off(self, base, tmp_path):
        bank = load([base, self.overlay(tmp_path, {"id": "other", "off": True})])
        assert entries(bank) == {"no-refunds"}

    def test_says_when_there_is_nothing_to_switch_off(self, base, tmp_path):
        bank = load([base, self.overlay(tmp_path, {"id": "unknown", "off": True})])
        assert only_problem(bank).level == "warning"

    def test_keeps_the_explanation_of_the_bank_below(self, base, tmp_path):
        bank = load([base, self.overlay(tmp_path, entry("ours"))])
        assert bank.languages["en"].faults["refusal"].explanation.title == "A flat no"


def test_a_broken_file_is_taken_from_the_last_good_text(tmp_path):
    good = bank_of(tmp_path, fault(entry()))
    (tmp_path / "en/faults/refusal.json").write_text("{", encoding="utf-8")
    bank = load([tmp_path], good)
    assert entries(bank) == {"no-refunds"}
    assert only_problem(bank).line == 1


def test_a_language_of_which_no_file_changed_is_not_compiled_again(tmp_path):
    first = bank_of(tmp_path, fault(entry()), fault(entry(), language="eo"))
    second = load([write(tmp_path, fault(entry(severity="error")))], first)
    assert second.languages["eo"] is first.languages["eo"]
    assert second.languages["en"] is not first.languages["en"]


def test_the_version_tells_any_change_and_nothing_else(tmp_path):
    first = bank_of(tmp_path, fault(entry()), move()).version
    assert load([tmp_path]).version == first
    assert bank_of(tmp_path, fault(entry(severity="error"))).version != first


def test_the_shipped_banks_are_found_beside_the_code():
    assert (shipped_banks() / "schema").is_dir()


def test_problems_come_as_plain_data_too(tmp_path):
    problem = only_problem(bank_of(tmp_path, fault(entry(fine=[]))))
    assert json.loads(json.dumps(problem.as_dict()))["line"] == problem.line
