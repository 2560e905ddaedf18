"""Boxes in frames and shadow roots."""

import pytest
from chromium import FAULT, MARKED

pytestmark = pytest.mark.browser


@pytest.fixture
def framed(chromium, plain, pages):
    """frames.html, ready."""
    page = chromium.open(pages + "frames.html")
    page.wait_for_selector("html[data-ready]")
    return page


def frame_of(page, name):
    return page.query_selector(f"#{name}").content_frame()


@pytest.mark.parametrize("name", ["srcdoc", "written"])
def test_a_rich_box_in_a_frame_is_marked_and_rewritten(chromium, framed, name):
    frame = frame_of(framed, name)
    frame.click("body")
    chromium.wait_for_marks(frame, [MARKED])
    chromium.command(framed, "next")
    card = chromium.wait_for_card(framed)
    assert card.box["height"] > 90, "the card is not cut off by the low frame"
    framed.keyboard.press("Enter")
    frame.wait_for_function("() => document.body.innerText.includes('[your offer] this time')")
    framed.keyboard.press("Control+z")
    assert frame.inner_text("body").strip() == FAULT


def test_a_textarea_in_a_frame_of_the_same_site_is_marked(chromium, framed):
    frame = frame_of(framed, "same")
    frame.click("#subject")
    framed.keyboard.type(FAULT)
    chromium.wait_for_marks(frame, [MARKED])


def test_a_textarea_in_a_sandboxed_frame_is_marked(chromium, framed):
    frame = frame_of(framed, "sandboxed")
    frame.click("#reply")
    framed.keyboard.type(FAULT)
    chromium.wait_for_marks(frame, [MARKED])


def test_a_textarea_in_a_closed_shadow_root_is_marked_and_rewritten(chromium, framed):
    box = framed.evaluate(
        """() => {
          const {x, y} = document.querySelector('#open').getBoundingClientRect();
          return [x + 9, y + 9];
        }"""
    )
    framed.mouse.click(*box)
    framed.keyboard.type(FAULT)
    chromium.wait_for_marks(framed, [MARKED])
    chromium.command(framed, "next")
    chromium.wait_for_card(framed)
    framed.keyboard.press("Enter")
    chromium.wait_for_marks(framed, [])
    framed.keyboard.press("Control+z")
    chromium.wait_for_marks(framed, [MARKED])
