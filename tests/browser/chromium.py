"""Chromium with the unpacked extension, and what an agent does in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright

T = TypeVar("T")
BANK = Path(__file__).resolve().parent / "bank"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Pages of its own interface, which it would prepare for every window.
    "--disable-features=PreloadTopChromeWebUI,InitialWebUI,WebUIReloadButton,WebUIOmniboxPopup,"
    "WebUIOmniboxFullPopup,WebUIOmniboxAimPopup",
)
FAULT = "I am afraid the house rule forbids it this time."
SECOND_FAULT = "Now please search the shelf yourself this morning."
MARKED = "the house rule forbids it"
SECOND_MARKED = "search the shelf yourself"
OFFER = "I can offer you [your offer]"

# Highlights are the document's, so the page's own script can count them too.
_MARKS = """() => ['error', 'warning', 'suggestion'].flatMap(name =>
  [...CSS.highlights.get('bonvorto-' + name) ?? []].map(range => range.toString()))"""


@dataclass
class Card:
    """The card as it stands in its closed shadow root, read over the debugging protocol."""

    label: str
    text: str
    rewrites: list[str]
    focused: str
    box: dict[str, float]


@dataclass
class Chromium:
    """A running Chromium; `control` is the extension's options page in a tab of its own."""

    context: BrowserContext
    base: str
    control: Page

    def reset(self, **settings: Any) -> None:
        """Forget every setting but these."""
        self.control.evaluate(
            """async settings => {
              await chrome.storage.local.clear();
              await chrome.storage.local.set(settings);
              await chrome.runtime.sendMessage({kind: 'sites'});
            }""",
            settings,
        )

    def settings(self) -> dict[str, Any]:
        """Everything the extension has stored."""
        stored: dict[str, Any] = self.control.evaluate("() => chrome.storage.local.get()")
        return stored

    def close_tabs(self) -> None:
        """Close every tab but the control's."""
        for page in self.context.pages:
            if page is not self.control:
                page.close()

    def open(self, url: str) -> Page:
        """Open a tab."""
        page = self.context.new_page()
        page.goto(url)
        return page

    def open_popup(self, page: Page) -> Page:
        """Open the popup of a tab, as a page of its own: a headless browser shows no popups."""
        tab = self.control.evaluate(
            "async url => (await chrome.tabs.query({})).findLast(tab => tab.url === url).id",
            page.url,
        )
        popup = self.open(f"{self.base}/popup.html?tab={tab}")
        popup.wait_for_selector("html[lang]")
        return popup

    def switch(self, page: Page, *, on: bool) -> None:
        """Use the switch of the popup. The pages are on 127.0.0.1, which the manifest may enter
        anyway because the server is there, so the browser grants the site without a question."""
        popup = self.open_popup(page)
        popup.set_checked("#on", on)
        popup.wait_for_selector(f"#on[data-settled={str(on).lower()}]")
        popup.close()
        page.bring_to_front()

    def open_switched_on(self, url: str) -> Page:
        """Open a tab on a site that is switched on."""
        self.control.evaluate(
            """async () => {
              await chrome.storage.local.set({sites: ['http://127.0.0.1/*']});
              await chrome.runtime.sendMessage({kind: 'sites'});
            }"""
        )
        return self.open(url)

    def marks(self, page: Any) -> list[str]:
        """The marked words of a page or frame."""
        found: list[str] = page.evaluate(_MARKS)
        return found

    def wait_for_marks(self, page: Any, expected: list[str]) -> None:
        """Wait until exactly these words are marked."""
        try:
            page.wait_for_function(
                f"expected => JSON.stringify(({_MARKS})()) === JSON.stringify(expected)",
                arg=expected,
                timeout=8000,
            )
        except Exception:
            assert self.marks(page) == expected
            raise

    def command(self, page: Page, name: str) -> None:
        """Press a key of the manifest's commands. A headless browser has no such keys, so the
        browser's event is raised where it would arrive: in the extension's worker."""
        page.bring_to_front()
        self.control.evaluate("() => chrome.runtime.sendMessage({kind: 'server'})")
        worker = self.context.service_workers[-1]
        worker.evaluate("name => chrome.commands.onCommand.dispatch(name)", name)

    def card(self, page: Page) -> Card | None:
        """Read the card that is open in a page, if any."""
        session = page.context.new_cdp_session(page)
        try:
            node = _find(session.send("DOM.getDocument", {"depth": -1, "pierce": True})["root"])
            return _read(session, node) if node else None
        finally:
            session.detach()

    def wait_for_card(self, page: Page, focused: bool = True) -> Card:
        """Wait until a card is open (and has the focus)."""

        def ready() -> Card | None:
            card = self.card(page)
            return card if card and (card.focused or not focused) else None

        return eventually(page, ready)

    def wait_for_no_card(self, page: Page) -> None:
        """Wait until no card is open."""
        eventually(page, lambda: not self.card(page))

    def wait_for_refusal(self, page: Page) -> None:
        """Wait until the card says that the page did not take a rewrite."""
        eventually(page, lambda: "did not accept" in getattr(self.card(page), "text", ""))

    def click_in_card(self, page: Page, label: str) -> None:
        """Click a button of the card with the real mouse."""
        session = page.context.new_cdp_session(page)
        node = _find(session.send("DOM.getDocument", {"depth": -1, "pierce": True})["root"])
        assert node
        point = _call(
            session,
            node,
            """function (label) {
              const buttons = [...this.querySelectorAll('button')];
              const button = buttons.find(each => each.innerText.includes(label));
              button.scrollIntoView({block: 'nearest'});
              const box = button.getBoundingClientRect();
              return [box.x + box.width / 2, box.y + box.height / 2];
            }""",
            label,
        )
        session.detach()
        page.mouse.click(*point)


def eventually(page: Page, condition: Callable[[], T]) -> T:
    """Wait until something outside of the page's own world is so; give what it is."""
    for _ in range(150):
        if value := condition():
            return value
        page.wait_for_timeout(30)
    raise AssertionError("it did not happen within five seconds")


def start_chromium(playwright: Playwright, profile: Path, extension: Path) -> Chromium:
    """Start the Chromium of this machine, without a window."""
    binary = shutil.which("chromium") or shutil.which("google-chrome")
    if not binary:
        pytest.fail("No Chromium here. On Debian: apt-get install chromium", pytrace=False)
    context = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=binary,
        headless=True,
        args=[*FLAGS, f"--load-extension={extension}"],
        ignore_default_args=["--disable-extensions"],
        locale="en-US",
        viewport={"width": 900, "height": 700},
    )
    context.set_default_timeout(8000)
    workers = context.service_workers
    worker = workers[0] if workers else context.wait_for_event("serviceworker")
    base = worker.url.removesuffix("/js/background.js")
    control = context.pages[0]
    control.goto(f"{base}/options.html")
    return Chromium(context, base, control)


def _find(node: dict[str, Any]) -> int | None:
    """Find the card's node in a document with its closed shadow roots and frames."""
    attributes = node.get("attributes", [])
    if dict(zip(attributes[::2], attributes[1::2], strict=True)).get("role") == "dialog" and (
        "popover" in attributes
    ):
        return int(node["backendNodeId"])
    inner = [*node.get("children", []), *node.get("shadowRoots", [])]
    if "contentDocument" in node:
        inner.append(node["contentDocument"])
    return next((found for child in inner if (found := _find(child))), None)


def _call(session: CDPSession, node: int, function: str, *arguments: Any) -> Any:
    handle = session.send("DOM.resolveNode", {"backendNodeId": node})["object"]["objectId"]
    answer = session.send(
        "Runtime.callFunctionOn",
        {
            "objectId": handle,
            "functionDeclaration": function,
            "arguments": [{"value": value} for value in arguments],
            "returnByValue": True,
        },
    )
    assert "exceptionDetails" not in answer, answer["exceptionDetails"]
    return answer["result"].get("value")


def _read(session: CDPSession, node: int) -> Card | None:
    value = _call(
        session,
        node,
        """function () {
          if (!this.matches(':popover-open')) return null;
          const {x, y, width, height} = this.getBoundingClientRect();
          return {
            label: this.ariaLabel, text: this.innerText, box: {x, y, width, height},
            rewrites: [...this.querySelectorAll('.rewrite')].map(each => each.innerText),
            focused: this.getRootNode().activeElement?.innerText ?? '',
          };
        }""",
    )
    return Card(**value) if value else None
