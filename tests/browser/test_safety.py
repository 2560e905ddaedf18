"""What is never read, and a server on a bad day."""

import pytest
from chromium import FAULT, MARKED

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("box", ["password", "code", "card", "shown", "out"])
def test_a_box_that_is_secret_or_opted_out_is_never_read(chromium, plain, relay, box):
    plain.click(f"#{box}")
    plain.keyboard.type(FAULT)
    # The next box is checked; had the first been, its text would have been asked about before.
    plain.click("#reply")
    plain.keyboard.type(FAULT + " Second.")
    chromium.wait_for_marks(plain, [MARKED])
    assert {text for text in relay.texts if text} == {FAULT + " Second."}


def test_a_read_only_box_is_left_alone(chromium, plain, relay):
    plain.click("#fixed")
    plain.click("#reply")
    plain.keyboard.type(FAULT + " Second.")
    chromium.wait_for_marks(plain, [MARKED])
    assert {text for text in relay.texts if text} == {FAULT + " Second."}


def test_the_key_goes_to_the_server_only_and_no_page_can_read_it(chromium, plain):
    chromium.control.evaluate("() => chrome.storage.local.set({key: 'very-secret'})")
    plain.click("#reply")
    plain.keyboard.type(FAULT)
    chromium.wait_for_marks(plain, [MARKED])
    assert "very-secret" not in plain.content()


@pytest.mark.parametrize(
    ("status", "headers", "body"),
    [
        (401, {}, b"{}"),
        (413, {}, b"{}"),
        (429, {"Retry-After": "1"}, b"{}"),
        (500, {}, b"oops"),
        (200, {}, b'{"language": {'),
        (200, {}, b'{"hello": "world"}'),
    ],
)
def test_a_bad_answer_never_disturbs_typing_and_shows_one_quiet_sign(
    chromium, plain, relay, status, headers, body
):
    errors = []
    plain.on("pageerror", lambda error: errors.append(str(error)))
    relay.refuse = (status, headers, body)
    plain.click("#reply")
    plain.keyboard.type(FAULT)
    chromium.control.wait_for_function(
        """async url => {
          const tab = (await chrome.tabs.query({})).findLast(tab => tab.url === url);
          return await chrome.action.getBadgeText({tabId: tab.id}) === '!';
        }""",
        arg=plain.url,
    )
    assert plain.input_value("#reply") == FAULT
    assert chromium.marks(plain) == []
    assert errors == []
    relay.refuse = None
    plain.keyboard.type(" Now.")
    chromium.wait_for_marks(plain, [MARKED])


def test_a_server_that_is_killed_and_comes_back_disturbs_nothing(
    chromium, start_server, kind_banks, pages, relay
):
    first = start_server(*kind_banks)
    port = first.url.rsplit(":", 1)[1]
    chromium.reset(server=first.url)
    page = chromium.open_switched_on(pages + "plain.html")
    page.click("#reply")
    page.keyboard.type(FAULT)
    chromium.wait_for_marks(page, [MARKED])
    first.stop()
    page.keyboard.type(" Still here.")
    assert page.input_value("#reply") == FAULT + " Still here."
    assert chromium.marks(page) == [MARKED], "marks stay with the text while the server is away"
    popup = chromium.open_popup(page)
    popup.wait_for_function(
        "() => document.querySelector('#server').textContent.includes('not reachable')"
    )
    popup.close()
    page.bring_to_front()
    page.evaluate("() => { reply.value = ''; }")
    page.click("#reply")
    page.keyboard.type(FAULT)
    start_server(*kind_banks, "--port", port)
    # Nobody types: the extension comes back by itself.
    chromium.wait_for_marks(page, [MARKED])
