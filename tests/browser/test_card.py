"""The card: by keyboard, by mouse, deaf to the page."""

import pytest
from chromium import FAULT, MARKED, OFFER, SECOND_FAULT, SECOND_MARKED, eventually

pytestmark = pytest.mark.browser


@pytest.fixture
def reply(chromium, plain):
    """plain.html with two marked sentences in the reply, the caret behind them."""
    plain.click("#reply")
    plain.keyboard.type(f"{FAULT} {SECOND_FAULT}")
    chromium.wait_for_marks(plain, [MARKED, SECOND_MARKED])
    return plain


def test_the_card_says_which_fault_it_is_why_it_hurts_and_what_to_say_instead(chromium, reply):
    chromium.command(reply, "next")
    card = chromium.wait_for_card(reply)
    assert card.label == "Hiding behind a rule. 1 of 2"
    assert "nobody looked at their case" in card.text
    assert card.rewrites == [OFFER, "I will find a way with you"]
    assert card.focused == OFFER


def test_next_and_previous_go_through_the_marks_and_round(chromium, reply):
    chromium.command(reply, "next")
    assert "1 of 2" in chromium.wait_for_card(reply).label
    reply.keyboard.press("ArrowRight")
    assert "2 of 2" in chromium.wait_for_card(reply).label
    reply.keyboard.press("ArrowRight")
    assert "1 of 2" in chromium.wait_for_card(reply).label
    chromium.command(reply, "previous")
    eventually(reply, lambda: "2 of 2" in chromium.wait_for_card(reply).label)


def test_the_card_of_the_mark_at_the_caret_opens(chromium, reply):
    reply.evaluate("at => reply.setSelectionRange(at, at)", len(FAULT) + 15)
    chromium.command(reply, "card")
    assert "2 of 2" in chromium.wait_for_card(reply).label


def test_arrows_choose_a_rewrite_and_enter_takes_it(chromium, reply):
    chromium.command(reply, "next")
    chromium.wait_for_card(reply)
    reply.keyboard.press("ArrowDown")
    reply.keyboard.press("Enter")
    reply.wait_for_function("() => reply.value.includes('I will find a way with you this time.')")
    chromium.wait_for_no_card(reply)


def test_escape_closes_the_card_and_the_caret_is_where_it_was(chromium, reply):
    before = reply.evaluate("() => [reply.selectionStart, reply.selectionEnd]")
    chromium.command(reply, "next")
    chromium.wait_for_card(reply)
    reply.keyboard.press("Escape")
    chromium.wait_for_no_card(reply)
    assert reply.evaluate("() => document.activeElement.id") == "reply"
    assert reply.evaluate("() => [reply.selectionStart, reply.selectionEnd]") == before


def test_the_card_opens_under_the_pointer_and_leaves_the_focus_in_the_reply(chromium, reply):
    x, y = reply.evaluate(
        """() => {
          const [range] = CSS.highlights.get('bonvorto-error');
          const {left, top, width, height} = range.getClientRects()[0];
          return [left + width / 2, top + height / 2];
        }"""
    )
    reply.mouse.move(x, y)
    card = chromium.wait_for_card(reply, focused=False)
    assert "1 of 2" in card.label
    assert card.focused == ""
    assert card.box["y"] >= y
    chromium.click_in_card(reply, OFFER)
    reply.wait_for_function("() => reply.value.includes('[your offer] this time.')")
    assert reply.evaluate("() => document.activeElement.id") == "reply"


def test_ignore_here_unmarks_the_words_on_this_page_only(chromium, reply):
    chromium.command(reply, "next")
    chromium.wait_for_card(reply)
    chromium.click_in_card(reply, "Ignore here")
    chromium.wait_for_marks(reply, [SECOND_MARKED])
    assert "ignored" not in chromium.settings()
    reply.keyboard.type(" And more.")
    chromium.wait_for_marks(reply, [SECOND_MARKED])
    reply.reload()
    reply.click("#reply")
    reply.keyboard.type(FAULT)
    chromium.wait_for_marks(reply, [MARKED])


def test_never_this_phrase_is_asked_of_the_server_and_undone_in_the_options(chromium, reply, relay):
    chromium.command(reply, "next")
    chromium.wait_for_card(reply)
    chromium.click_in_card(reply, "Never mark this phrase")
    chromium.wait_for_marks(reply, [SECOND_MARKED])
    eventually(reply, lambda: relay.asked[-1]["disable"] == ["house-rule"])
    options = chromium.open(chromium.base + "/options.html")
    options.wait_for_selector("#ignored li")
    assert options.inner_text("#ignored li span").startswith("Hiding behind a rule: " + MARKED)
    options.click("#ignored button")
    options.wait_for_selector("#ignored-none:not([hidden])")
    reply.bring_to_front()
    chromium.wait_for_marks(reply, [MARKED, SECOND_MARKED])
    assert relay.asked[-1]["disable"] == []


def test_a_whole_fault_can_be_switched_off(chromium, reply):
    chromium.command(reply, "next")
    chromium.wait_for_card(reply)
    chromium.click_in_card(reply, "Switch off")
    chromium.wait_for_marks(reply, [SECOND_MARKED])
    assert chromium.settings()["ignored"] == [
        {"id": "rule-book", "what": "fault", "title": "Hiding behind a rule"}
    ]


def test_page_styles_and_scripts_reach_neither_the_card_nor_its_buttons(chromium, plain, pages):
    page = chromium.open(pages + "hostile.html")
    page.click("#reply")
    page.keyboard.type(FAULT)
    chromium.wait_for_marks(page, [MARKED])
    chromium.command(page, "next")
    card = chromium.wait_for_card(page)
    assert card.box["height"] > 100
    assert page.evaluate("() => window.opened") is None
    page.evaluate(
        """() => {
          for (const host of document.querySelectorAll('dialog > div')) {
            host.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true}));
            host.click();
          }
        }"""
    )
    assert page.input_value("#reply") == FAULT
    page.keyboard.press("Enter")
    page.wait_for_function("() => reply.value.includes('[your offer]')")


def test_a_screen_reader_hears_a_dialog_with_its_name_and_the_state(chromium, reply):
    chromium.command(reply, "next")
    chromium.wait_for_card(reply)
    session = reply.context.new_cdp_session(reply)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    named = {(n.get("role", {}).get("value"), n.get("name", {}).get("value")) for n in nodes}
    assert ("dialog", "Hiding behind a rule. 1 of 2") in named
    assert ("button", "Close") in named
    assert ("button", "Next mark") in named
    assert any(role == "status" for role, _ in named)
