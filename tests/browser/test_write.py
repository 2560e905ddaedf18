"""Taking a rewrite: what is written, what is kept, and one Ctrl+Z."""

import pytest
from chromium import FAULT, MARKED, OFFER, SECOND_FAULT, SECOND_MARKED

pytestmark = pytest.mark.browser

TAKEN = FAULT.replace(MARKED, OFFER)


def take_first(chromium, page):
    chromium.command(page, "next")
    chromium.wait_for_card(page)
    page.keyboard.press("Enter")


def test_one_undo_takes_a_rewrite_back_in_a_textarea_and_redo_brings_it(chromium, plain):
    plain.click("#reply")
    plain.keyboard.type(FAULT)
    chromium.wait_for_marks(plain, [MARKED])
    take_first(chromium, plain)
    plain.wait_for_function("taken => reply.value === taken", arg=TAKEN)
    plain.keyboard.press("Control+z")
    assert plain.input_value("#reply") == FAULT
    plain.keyboard.press("Control+Shift+z")
    assert plain.input_value("#reply") == TAKEN


def test_the_first_slot_is_selected_so_that_typing_fills_it(chromium, plain):
    plain.click("#reply")
    plain.keyboard.type(FAULT)
    chromium.wait_for_marks(plain, [MARKED])
    take_first(chromium, plain)
    plain.wait_for_function("() => reply.selectionEnd - reply.selectionStart === 12")
    plain.keyboard.type("a refund")
    assert plain.input_value("#reply") == TAKEN.replace("[your offer]", "a refund")


def test_without_a_slot_the_caret_stands_behind_the_rewrite(chromium, plain):
    plain.click("#reply")
    plain.keyboard.type(SECOND_FAULT)
    chromium.wait_for_marks(plain, [SECOND_MARKED])
    take_first(chromium, plain)
    plain.wait_for_function("() => reply.value.includes('for you')")
    plain.wait_for_function("() => document.activeElement === reply")
    plain.keyboard.type(", right now,")
    assert "for you, right now, this morning." in plain.input_value("#reply")


def test_an_input_takes_a_rewrite_too(chromium, plain):
    plain.click("#subject")
    plain.keyboard.type(FAULT)
    chromium.wait_for_marks(plain, [MARKED])
    take_first(chromium, plain)
    plain.wait_for_function("taken => subject.value === taken", arg=TAKEN)
    plain.keyboard.press("Control+z")
    assert plain.input_value("#subject") == FAULT


def test_a_framework_that_owns_the_value_sees_the_rewrite(chromium, plain, pages):
    page = chromium.open(pages + "controlled.html")
    page.click("#reply")
    page.keyboard.type(FAULT)
    chromium.wait_for_marks(page, [MARKED])
    take_first(chromium, page)
    page.wait_for_function("taken => model.value === taken", arg=TAKEN)
    page.keyboard.press("Control+z")
    page.wait_for_function("fault => model.value === fault && reply.value === fault", arg=FAULT)


def test_a_rich_box_keeps_neighbours_formatting_and_undoes_in_one_step(chromium, rich):
    before = rich.inner_html("#reply")
    quoted = rich.inner_html("blockquote")
    take_first(chromium, rich)
    rich.wait_for_function("() => first.innerText.includes('[your offer]')")
    assert rich.inner_text("#first").endswith("this time, see our help page for more.")
    assert rich.inner_html("#first a") == "our help page"
    assert rich.inner_html("blockquote") == quoted
    assert rich.evaluate("() => model") == rich.inner_html("#reply")
    assert rich.evaluate("() => String(getSelection())") == "[your offer]"
    rich.keyboard.press("Control+z")
    assert rich.inner_html("#reply") == before


def test_a_box_that_refuses_stays_as_it_was_and_the_text_is_offered_to_copy(chromium, plain, pages):
    page = chromium.open(pages + "stubborn.html")
    page.click("#reply")
    chromium.wait_for_marks(page, [MARKED])
    take_first(chromium, page)
    chromium.wait_for_refusal(page)
    assert page.inner_text("#reply") == FAULT


def test_a_rewrite_that_the_box_would_cut_off_is_taken_back(chromium, plain):
    plain.click("#short")
    plain.keyboard.type(FAULT)
    chromium.wait_for_marks(plain, [MARKED])
    take_first(chromium, plain)
    chromium.wait_for_refusal(plain)
    assert plain.input_value("#short") == FAULT


def test_the_page_is_never_sent_or_clicked(chromium, plain):
    plain.evaluate(
        """() => {
          window.done = [];
          for (const type of ['submit', 'click', 'beforeunload']) {
            addEventListener(type, () => done.push(type), true);
          }
        }"""
    )
    plain.focus("#subject")
    plain.keyboard.type(FAULT)
    chromium.wait_for_marks(plain, [MARKED])
    take_first(chromium, plain)
    plain.wait_for_function("() => subject.value.includes('[your offer]')")
    # Enter in the card clicked one of its own buttons; of the page's own nothing was.
    assert "submit" not in plain.evaluate("() => done")
    assert "beforeunload" not in plain.evaluate("() => done")
