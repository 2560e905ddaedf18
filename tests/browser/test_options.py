"""The options page, and what holds for the popup too."""

import json
from pathlib import Path

import pytest
from chromium import FAULT, MARKED

pytestmark = pytest.mark.browser
AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture
def options(chromium):
    """The options page in a tab of its own."""
    page = chromium.open(chromium.base + "/options.html")
    page.wait_for_function("() => document.title.includes(':')")
    return page


def test_the_connection_is_tested_and_said_in_words(chromium, options, kind_server):
    options.fill("#server", kind_server + "/")
    options.click("#server-form button")
    options.wait_for_selector("#server-state[data-state=ok]")
    assert options.inner_text("#server-state") == "ready"
    assert chromium.settings()["server"] == kind_server


def test_a_server_that_is_not_there_is_said_to_be_unreachable(options):
    options.fill("#server", "http://127.0.0.1:9")
    options.click("#server-form button")
    options.wait_for_selector("#server-state[data-state=away]")
    assert "not reachable" in options.inner_text("#server-state")


@pytest.mark.parametrize(
    ("code", "word"),
    [("en", "Options"), ("ru", "Настройки"), ("eo", "Agordoj"), ("ka", "პარამეტრები")],
)
def test_the_interface_speaks_the_chosen_language(chromium, options, code, word):
    options.select_option("#language", code)
    options.wait_for_selector(f"html[lang={code}]")
    popup = chromium.open(chromium.base + "/popup.html")
    popup.wait_for_selector(f"html[lang={code}]")
    assert popup.inner_text("#options") == word


def test_explanations_are_asked_for_in_the_chosen_language(chromium, plain, relay):
    chromium.control.evaluate("() => chrome.storage.local.set({language: 'ka', gloss: 'ru'})")
    plain.click("#reply")
    plain.keyboard.type(FAULT)
    chromium.wait_for_marks(plain, [MARKED])
    assert (relay.asked[-1]["explain_in"], relay.asked[-1]["gloss_in"]) == ("ka", "ru")


def test_settings_leave_as_a_file_and_come_back(chromium, options, tmp_path):
    chromium.control.evaluate(
        """() => chrome.storage.local.set({key: 'secret', language: 'eo',
             sites: ['https://mail.example/*'], ignored: [{id: 'x', what: 'entry', title: 'X'}]})"""
    )
    options.reload()
    options.wait_for_selector("#sites li")
    with options.expect_download() as download:
        options.click("#export")
    file = tmp_path / "bonvorto.json"
    download.value.save_as(file)
    exported = json.loads(file.read_text("utf-8"))
    assert exported["settings"]["sites"] == ["https://mail.example/*"]
    assert "secret" not in file.read_text("utf-8")
    chromium.reset()
    options.reload()
    options.wait_for_function("() => document.title.includes(':')")
    options.set_input_files("#file", file)
    options.wait_for_selector("#ignored li")
    assert chromium.settings()["language"] == "eo"
    assert options.inner_text("#sites li span") == "https://mail.example"


def test_a_file_that_is_no_settings_file_changes_nothing(chromium, options, tmp_path):
    file = tmp_path / "other.json"
    file.write_text('{"hello": 1}')
    before = chromium.settings()
    options.set_input_files("#file", file)
    options.wait_for_function(
        "() => document.querySelector('#file-state').value.includes('not a settings file')"
    )
    assert chromium.settings() == before


def test_a_site_is_switched_off_in_the_options_too(chromium, plain):
    plain.click("#reply")
    plain.keyboard.type(FAULT)
    chromium.wait_for_marks(plain, [MARKED])
    options = chromium.open(chromium.base + "/options.html")
    options.wait_for_selector("#sites li")
    options.click("#sites button")
    options.wait_for_selector("#sites-none:not([hidden])")
    plain.bring_to_front()
    chromium.wait_for_marks(plain, [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["options", "popup"])
def test_axe_finds_no_barrier(chromium, plain, name, scheme):
    if not AXE.is_file():
        pytest.fail("axe-core is not installed: npm ci", pytrace=False)
    chromium.control.evaluate(
        "() => chrome.storage.local.set({ignored: [{id: 'x', what: 'entry', title: 'X'}]})"
    )
    plain.click("#reply")
    plain.keyboard.type(FAULT)
    chromium.wait_for_marks(plain, [MARKED])
    if name == "popup":
        page = chromium.open_popup(plain)
        page.wait_for_selector("#count-row:not([hidden])")
    else:
        page = chromium.open(chromium.base + "/options.html")
        page.wait_for_selector("#ignored li")
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    # By the protocol, as the page's policy lets no foreign script in.
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("() => axe.run()")
    assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
    assert len(found["passes"]) > 10
