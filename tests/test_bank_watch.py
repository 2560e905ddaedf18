import threading

from banks import entry, fault, write
from bonvorto.bank.watch import Shelf


def ids(shelf):
    return set(shelf.bank.languages["en"].entries)


def test_nothing_changed_nothing_is_loaded(tmp_path):
    shelf = Shelf([write(tmp_path, fault(entry()))])
    before = shelf.bank
    assert not shelf.reload_if_changed()
    assert shelf.bank is before


def test_an_edited_file_is_taken(tmp_path):
    shelf = Shelf([write(tmp_path, fault(entry()))])
    write(tmp_path, fault(entry(), entry("second", patterns=["not possible"])))
    assert shelf.reload_if_changed()
    assert ids(shelf) == {"no-refunds", "second"}


def test_a_new_and_a_deleted_file_are_noticed(tmp_path):
    shelf = Shelf([write(tmp_path, fault(entry()))])
    write(tmp_path, fault(entry("other"), id="apathy"))
    shelf.reload_if_changed()
    assert ids(shelf) == {"no-refunds", "other"}
    (tmp_path / "en/faults/apathy.json").unlink()
    shelf.reload_if_changed()
    assert ids(shelf) == {"no-refunds"}


def test_a_broken_edit_keeps_the_last_good_bank_and_tells(tmp_path):
    shelf = Shelf([write(tmp_path, fault(entry()))])
    path = tmp_path / "en/faults/refusal.json"
    path.write_text("{ half a fi", encoding="utf-8")
    shelf.reload_if_changed()
    assert ids(shelf) == {"no-refunds"}
    assert shelf.bank.problems
    path.write_text("{ half a file", encoding="utf-8")
    shelf.reload_if_changed()
    assert ids(shelf) == {"no-refunds"}, "twice broken is as good as once"


def test_a_started_shelf_takes_an_edit_by_itself(tmp_path):
    changed = threading.Event()

    class Told(Shelf):
        def reload_if_changed(self):
            done = super().reload_if_changed()
            if done:
                changed.set()
            return done

    shelf = Told([write(tmp_path, fault(entry()))], interval_s=0.01)
    shelf.start()
    write(tmp_path, fault(entry("fresh")))
    assert changed.wait(10)
    shelf.stop()
    assert ids(shelf) == {"fresh"}
