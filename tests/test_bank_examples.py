from banks import bank_of, entry, fault, move
from bonvorto.bank.examples import count, failures


def kinds(bank):
    return {failure.kind for failure in failures(bank)}


def test_a_bank_whose_examples_hold_has_no_failure(tmp_path):
    bank = bank_of(tmp_path, fault(entry()), move(makes=["We can also wait."], lacks=["We can."]))
    assert kinds(bank) == set()
    assert count(bank) == 6


def test_a_faulty_sentence_must_be_found_by_its_own_entry(tmp_path):
    assert kinds(bank_of(tmp_path, fault(entry(faulty=["We cannot."])))) == {"faulty, not found"}


def test_no_entry_may_mark_a_fine_sentence(tmp_path):
    assert kinds(bank_of(tmp_path, fault(entry(fine=["There are no refunds."])))) == {
        "fine, but marked"
    }


def test_no_entry_may_mark_a_rewrite_or_a_phrase(tmp_path):
    rewrites = [{"id": "no-refunds.plain", "text": "Sorry, no refunds today."}]
    phrases = [{"id": "options.flat", "text": "There are no refunds."}]
    bank = bank_of(tmp_path, fault(entry(rewrites=rewrites)), move(phrases=phrases))
    assert kinds(bank) == {"rewrite is marked", "phrase is marked"}


def test_the_signs_of_a_move_are_held_to_its_examples(tmp_path):
    bank = bank_of(tmp_path, move(makes=["Hello."], lacks=["You can either wait or leave."]))
    assert kinds(bank) == {"makes, not recognised", "lacks, but recognised"}


def test_the_shipped_banks_hold(bank):
    assert [failure.render() for failure in failures(bank)] == []
