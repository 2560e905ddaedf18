"""The switch of a site, and the popup it is in."""

import pytest
from chromium import FAULT, MARKED

pytestmark = pytest.mark.browser


def test_nothing_is_read_on_a_site_until_it_is_switched_on(chromium, relay, pages):
    page = chromium.open(pages + "plain.html")
    page.click("#reply")
    page.keyboard.type(FAULT)
    assert not chromium.control.evaluate("() => chrome.scripting.getRegisteredContentScripts()")
    assert page.evaluate("() => CSS.highlights.size") == 0
    assert relay.texts == []


def test_switching_a_site_on_marks_the_reply_that_is_already_open(chromium, pages):
    page = chromium.open(pages + "plain.html")
    page.click("#reply")
    page.keyboard.type(FAULT)
    chromium.switch(page, on=True)
    chromium.wait_for_marks(page, [MARKED])
    assert chromium.settings()["sites"] == ["http://127.0.0.1/*"]


def test_a_site_stays_on_after_a_reload(chromium, pages):
    page = chromium.open(pages + "plain.html")
    chromium.switch(page, on=True)
    page.reload()
    page.click("#reply")
    page.keyboard.type(FAULT)
    chromium.wait_for_marks(page, [MARKED])


def test_switching_a_site_off_takes_the_marks_away_at_once(chromium, plain, relay):
    plain.click("#reply")
    plain.keyboard.type(FAULT)
    chromium.wait_for_marks(plain, [MARKED])
    chromium.switch(plain, on=False)
    chromium.wait_for_marks(plain, [])
    asked = len(relay.texts)
    plain.click("#reply")
    plain.keyboard.type(" More.")
    assert plain.evaluate("() => CSS.highlights.size") == 0
    assert len(relay.texts) == asked


def test_the_popup_tells_the_state_of_the_server_the_language_and_the_count(chromium, plain):
    plain.click("#reply")
    plain.keyboard.type(FAULT)
    chromium.wait_for_marks(plain, [MARKED])
    popup = chromium.open_popup(plain)
    popup.wait_for_function("() => document.querySelector('#server').textContent === 'ready'")
    assert popup.inner_text("#language") == "English"
    assert popup.inner_text("#count") == "1"
    assert popup.is_checked("#on")


def test_a_page_of_the_browser_itself_cannot_be_switched_on(chromium):
    popup = chromium.open_popup(chromium.control)
    assert popup.is_visible("#no-site")
    assert popup.is_hidden("#on")
