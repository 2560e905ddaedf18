"""The playground in a real Chromium, against a real server with a Georgian bank by hand."""

from __future__ import annotations

import re
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from chromium import FLAGS
from hypothesis import given, settings
from hypothesis import strategies as st
from playground_bank import (
    ANGER,
    BY_WHEN,
    OFFER,
    OFFER_MEANS,
    REPLY,
    RULE,
    RULE_TITLE_RU,
    SOME_DAY,
    write_bank,
)
from playwright.sync_api import Browser, Page, Playwright, Route, expect

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
INTERFACES = ("en", "ru", "eo", "ka")
# Few words, so that texts share some; letters of one UTF-16 unit, so that Python counts alike.
WORDS = st.lists(
    st.sampled_from(["ეს", "это", "tio", " ", "  ", "\n", ".", "[", "]"]), max_size=14
).map("".join)
# A busy machine answers late; a pass does not get slower by it.
expect.set_options(timeout=15_000)
OpenPage = Callable[..., Page]


@pytest.fixture(scope="module")
def georgian_bank(
    tmp_path_factory: pytest.TempPathFactory, silence: Path
) -> tuple[str | Path, ...]:
    """The flags of a server that marks nothing but what the bank by hand says."""
    return ("--banks", silence, "--banks", write_bank(tmp_path_factory.mktemp("bank")))


@pytest.fixture(scope="module")
def url(start_server: Any, georgian_bank: tuple[str | Path, ...]) -> str:
    return str(start_server(*georgian_bank).url)


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    binary = shutil.which("chromium") or shutil.which("google-chrome")
    if not binary:
        pytest.fail("No Chromium here. On Debian: apt-get install chromium", pytrace=False)
    started = playwright.chromium.launch(executable_path=binary, args=list(FLAGS))
    yield started
    started.close()


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of; a test that expects a complaint takes it out."""
    return []


@pytest.fixture
def open_page(browser: Browser, url: str, complaints: list[str]) -> Iterator[OpenPage]:
    """Open the playground; no test may end with an error or a breach of the page's policy."""
    contexts = []

    def open_one(address: str = url, **options: Any) -> Page:
        context = browser.new_context(**{"locale": "ru", **options})
        context.set_default_timeout(8000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda message: (
                complaints.append(message.text) if message.type in ("error", "warning") else None
            ),
        )
        page.goto(f"{address}/")
        page.wait_for_selector("#reply[placeholder]")
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def written(open_page: OpenPage) -> Page:
    """The Georgian reply, typed under a Russian interface and marked."""
    page = open_page()
    write(page, REPLY)
    return page


def write(page: Page, text: str) -> None:
    page.locator("#reply").fill(text)
    expect(page.locator(".mark.error", has_text=RULE)).to_have_count(1)


def reply(page: Page) -> str:
    return page.locator("#reply").input_value()


def point_on_rule(page: Page) -> tuple[float, float]:
    """A point on the marked words; the box of words on two lines holds much else."""
    x, y = page.locator(".mark.error").first.evaluate(
        "mark => { const [box] = mark.getClientRects(); return [box.x + 8, box.y + 9]; }"
    )
    return x, y


def open_rule_by_keyboard(page: Page) -> None:
    page.locator("#reply").evaluate(
        "(area, at) => { area.focus(); area.setSelectionRange(at, at); }", REPLY.index(RULE) + 3
    )
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator("#card .rewrite").first).to_be_focused()


def test_a_georgian_reply_is_marked_where_it_hurts(written):
    marks = written.locator(".mark").all_text_contents()
    assert RULE in marks
    assert SOME_DAY in marks


def test_severities_differ_by_the_kind_of_line_and_by_the_form_of_their_sign(written):
    style = "mark => getComputedStyle(mark).textDecorationStyle"
    assert written.locator(".mark.error").first.evaluate(style) == "wavy"
    assert written.locator(".mark.warning").first.evaluate(style) == "double"
    forms = {
        name: written.locator(f"#findings .icon.{name} path").first.get_attribute("d")
        for name in ("error", "warning")
    }
    assert forms["error"] != forms["warning"]


@pytest.mark.parametrize("width", [360, 1280])
def test_the_marks_lie_exactly_under_the_words_of_the_textarea(open_page, width):
    page = open_page(locale="ka", viewport={"width": width, "height": 900})
    page.locator("#reply").fill(f"{REPLY}\n\n\n{REPLY}   {REPLY}")
    expect(page.locator(".mark")).to_have_count(6)
    # The same text as plain content shows where the browser draws the words of the textarea.
    apart = page.evaluate(
        """() => {
          const area = document.querySelector('#reply');
          const own = getComputedStyle(area);
          const copy = document.createElement('div');
          for (const name of ['fontFamily', 'fontSize', 'lineHeight', 'letterSpacing', 'padding',
                              'width', 'boxSizing', 'whiteSpace', 'overflowWrap',
                              'fontVariantLigatures']) {
            copy.style[name] = own[name];
          }
          const {left, top} = area.getBoundingClientRect();
          Object.assign(copy.style, {position: 'fixed', left: `${left}px`, top: `${top}px`});
          copy.textContent = area.value;
          document.body.append(copy);
          let at = -1;
          return [...document.querySelectorAll('.mark')].flatMap(mark => {
            at = area.value.indexOf(mark.textContent, at + 1);
            const range = document.createRange();
            range.setStart(copy.firstChild, at);
            range.setEnd(copy.firstChild, at + mark.textContent.length);
            const [drawn, word] = [mark, range].map(each => each.getBoundingClientRect());
            return ['x', 'y', 'width', 'height'].map(side => Math.abs(drawn[side] - word[side]));
          });
        }"""
    )
    assert len(apart) == 6 * 4
    assert max(apart) < 1
    assert page.locator("#reply").evaluate("area => area.scrollHeight <= area.clientHeight")


def test_the_language_is_told_on_the_badge(written):
    assert written.locator("#language option").first.text_content() == "ქართული · авто"


def test_a_pinned_language_is_used_even_against_the_evidence(written):
    written.locator("#language").select_option("en")
    expect(written.locator(".mark")).to_have_count(0)
    written.locator("#language").select_option("auto")
    expect(written.locator(".mark.error", has_text=RULE)).to_have_count(1)


def test_the_card_opens_by_keyboard_and_explains_in_the_language_of_the_interface(written):
    open_rule_by_keyboard(written)
    card = written.get_by_role("dialog", name=RULE_TITLE_RU)
    expect(card).to_contain_text(RULE)
    expect(card).to_contain_text(f"{RULE_TITLE_RU}!")
    expect(card.locator(".rewrite").first).to_contain_text(OFFER)
    expect(card.locator(".rewrite .gloss").first).to_have_text(OFFER_MEANS)


def test_escape_closes_the_card_and_gives_the_caret_back(written):
    open_rule_by_keyboard(written)
    written.keyboard.press("Escape")
    expect(written.locator("#card")).to_be_hidden()
    expect(written.locator("#reply")).to_be_focused()
    assert (
        written.locator("#reply").evaluate("area => area.selectionStart") == REPLY.index(RULE) + 3
    )


def test_next_and_previous_go_round_by_keyboard(written):
    open_rule_by_keyboard(written)
    quote = written.locator("#card q")
    written.keyboard.press("Alt+Period")
    expect(quote).to_have_text(SOME_DAY)
    written.keyboard.press("Alt+Comma")
    expect(quote).to_have_text(RULE)


def test_enter_takes_a_rewrite_and_one_undo_takes_it_back(written):
    open_rule_by_keyboard(written)
    written.keyboard.press("Enter")
    assert reply(written) == REPLY.replace(RULE, OFFER)
    written.keyboard.press("Control+z")
    assert reply(written) == REPLY
    expect(written.locator(".mark.error", has_text=RULE)).to_have_count(1)


def test_a_digit_takes_the_rewrite_of_that_number(written):
    open_rule_by_keyboard(written)
    written.keyboard.press("2")
    assert reply(written) == REPLY.replace(RULE, "ერთად ვიპოვით გზას")


def test_the_first_slot_is_selected_so_that_typing_fills_it(written):
    open_rule_by_keyboard(written)
    written.keyboard.press("1")
    written.keyboard.type("ახალი ჩაიდანი")
    assert reply(written) == REPLY.replace(RULE, "შემიძლია შემოგთავაზოთ ახალი ჩაიდანი")


def test_the_card_opens_under_the_resting_pointer_and_leaves_the_focus_alone(written):
    written.mouse.move(*point_on_rule(written))
    expect(written.locator("#card")).to_be_visible()
    assert not written.locator("#card").evaluate("card => card.contains(document.activeElement)")
    written.mouse.move(5, 5)
    expect(written.locator("#card")).to_be_hidden()


def test_the_undo_button_takes_back_what_was_clicked(written):
    written.locator("#findings .row", has_text=RULE).click()
    written.locator("#card .rewrite").first.click()
    assert reply(written) != REPLY
    written.locator("#undo").click()
    assert reply(written) == REPLY


def test_a_missing_move_is_inserted_at_its_place_with_its_slot_selected(written):
    phrase = written.locator("#missing .phrase").first
    words = phrase.locator(".words").text_content()
    slot = phrase.locator(".slot").first.text_content()
    phrase.click()
    assert f"{words}" in reply(written)
    assert re.fullmatch(r"\s*", reply(written).replace(words, "").replace(REPLY.strip(), "")) or (
        reply(written).replace(f" {words}", "") == REPLY
    )
    selected = "area => area.value.slice(area.selectionStart, area.selectionEnd)"
    assert written.locator("#reply").evaluate(selected) == slot
    written.keyboard.press("Control+z")
    assert reply(written) == REPLY


def test_the_whole_reply_stands_beside_the_original_and_is_taken_in_one_step(written):
    expect(written.locator("#before del", has_text=RULE)).to_have_count(1)
    kinder = written.locator("#after").text_content()
    assert OFFER in kinder
    assert BY_WHEN in kinder
    assert written.locator("#before").text_content() == REPLY
    written.locator("#take-all").click()
    assert reply(written) == kinder
    written.keyboard.press("Control+z")
    assert reply(written) == REPLY


def test_typing_is_never_disturbed(written):
    written.locator("#reply").evaluate("area => { area.focus(); area.setSelectionRange(0, 0); }")
    for letter in "მოკლედ: ":
        written.keyboard.type(letter)
    assert reply(written) == f"მოკლედ: {REPLY}"
    assert written.locator(".mark.error").first.text_content() == RULE
    assert written.locator("#reply").evaluate("area => area.selectionStart") == len("მოკლედ: ")


def test_only_the_last_state_of_a_reply_typed_in_haste_is_asked_about(open_page):
    page = open_page()
    asked: list[str] = []
    page.on(
        "request",
        lambda request: (
            asked.append(request.post_data_json["text"])
            if request.url.endswith("/v1/check")
            else None
        ),
    )
    page.locator("#reply").press_sequentially(RULE, delay=5)
    expect(page.locator(".mark.error")).to_have_text(RULE)
    assert asked == [RULE]


def test_a_phrase_can_be_hushed_and_brought_back(written):
    open_rule_by_keyboard(written)
    written.locator("#card footer button").click()
    expect(written.locator(".mark", has_text=RULE)).to_have_count(0)
    written.locator("#hushed summary").click()
    written.locator("#hushed button").click()
    expect(written.locator(".mark", has_text=RULE)).to_have_count(1)


def test_only_settings_are_remembered_never_the_text(written):
    written.locator("#interface").select_option("eo")
    written.locator("#context-box summary").click()
    written.locator("#context").fill("სად არის ჩემი ამანათი?")
    open_rule_by_keyboard(written)
    written.keyboard.press("Enter")
    stored = written.evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert stored == (
        '[{"bonvorto.settings":"{\\"interface\\":\\"eo\\",\\"role\\":\\"agent\\",\\"off\\":[]}"},{}]'
    )
    written.reload()
    expect(written.locator("html")).to_have_attribute("lang", "eo")
    assert reply(written) == ""


@pytest.mark.parametrize("language", INTERFACES)
def test_the_interface_speaks_the_language_of_the_browser(open_page, language):
    page = open_page(locale=language)
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert "undefined" not in page.locator("body").inner_text()


@pytest.mark.parametrize("language", INTERFACES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier(open_page, language, scheme):
    if not AXE.is_file():
        pytest.fail("axe-core is not installed: npm ci", pytrace=False)
    page = open_page(locale=language, color_scheme=scheme, reduced_motion="reduce")
    write(page, REPLY)
    open_rule_by_keyboard(page)
    # By the protocol, as the page's policy lets no foreign script in.
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("() => axe.run()")
    assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
    assert len(found["passes"]) > 20


@pytest.mark.parametrize("language", INTERFACES)
def test_a_phone_shows_it_all_without_scrolling_sideways(open_page, language):
    page = open_page(locale=language, viewport={"width": 360, "height": 740}, has_touch=True)
    write(page, REPLY)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("#reply").scroll_into_view_if_needed()
    page.touchscreen.tap(*point_on_rule(page))
    expect(page.locator("#card")).to_be_visible()
    card, mark = (
        page.locator("#card").bounding_box(),
        page.locator(".mark.error").first.bounding_box(),
    )
    assert card["x"] == 0
    assert card["width"] == 360
    assert card["y"] >= mark["y"] + mark["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_at_twice_the_size_nothing_is_cut_off(open_page):
    page = open_page(viewport={"width": 640, "height": 450}, device_scale_factor=2)
    write(page, REPLY)
    open_rule_by_keyboard(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    box = page.locator("#card").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 640


def test_forced_colours_keep_the_lines_and_show_the_text_once(open_page):
    page = open_page(forced_colors="active")
    write(page, REPLY)
    mark = page.locator(".mark.error").first
    assert mark.evaluate("mark => getComputedStyle(mark).textDecorationStyle") == "wavy"
    assert mark.evaluate("mark => getComputedStyle(mark).color") == "rgba(0, 0, 0, 0)"


def test_an_example_fills_the_reply_with_the_letter_it_answers(open_page):
    page = open_page(locale="en")
    page.locator("#examples summary").click()
    page.locator("[data-example=ka-refund]").click()
    assert reply(page).startswith("გამარჯობა, ანა!")
    assert "4711" in page.locator("#context").input_value()
    page.keyboard.press("Control+z")
    assert reply(page) == ""


def test_a_language_it_does_not_know_is_named_and_nothing_is_marked(open_page):
    page = open_page(locale="en")
    page.locator("#reply").fill(
        "Sehr geehrte Frau Schmidt, leider können wir Ihnen in dieser Sache nicht weiterhelfen."
    )
    expect(page.locator("#notice")).to_contain_text("German")
    expect(page.locator(".mark")).to_have_count(0)
    expect(page.locator("#score")).to_be_hidden()


def test_the_writer_may_be_the_customer(written):
    written.get_by_role("radio", name="Клиент").check()
    written.locator("#reply").fill(f"გამარჯობა! მალე {ANGER}, თუ არ მიპასუხებთ.")
    expect(written.locator(".mark")).to_have_text(ANGER)
    expect(written.locator("#context-box")).to_be_hidden()


def test_the_customer_is_offered_where_a_bank_is_written_for_customers(open_page):
    page = open_page()
    expect(page.get_by_role("radio", name="Клиент")).to_be_visible()
    page.locator("#examples summary").click()
    expect(page.locator("[data-example=ru-refund]")).to_be_visible()
    expect(page.locator("[data-example=ru-complaint]")).to_be_visible()


def test_the_customer_is_not_offered_where_no_bank_is_written_for_customers(open_page):
    # The shipped banks may have some or none: the real answer, without those for customers.
    def without_customers(route: Route) -> None:
        answer = route.fetch()
        banks = answer.json()
        faults = [fault for fault in banks["faults"] if fault["role"] != "customer"]
        route.fulfill(response=answer, json={**banks, "faults": faults})

    page = open_page()
    page.route("**/v1/banks", without_customers)
    page.reload()
    expect(page.get_by_role("radio", name="Клиент")).to_be_hidden()
    page.locator("#examples summary").click()
    expect(page.locator("[data-example=ru-refund]")).to_be_visible()
    expect(page.locator("[data-example=ru-complaint]")).to_be_hidden()


def test_a_text_over_the_limit_is_refused_in_a_quiet_line(
    open_page, start_server, georgian_bank, complaints
):
    page = open_page(start_server(*georgian_bank, "--max-text", "200").url, locale="en")
    page.locator("#reply").fill("A kind word. " * 20)
    expect(page.locator("#notice")).to_contain_text("(200 characters)")
    assert "413" in complaints.pop()


def test_a_server_that_goes_away_and_comes_back_loses_nothing(
    open_page, start_server, georgian_bank, complaints
):
    server = start_server(*georgian_bank)
    page = open_page(server.url, locale="en")
    server.process.send_signal(signal.SIGTERM)
    server.process.wait(30)
    page.locator("#reply").fill(REPLY)
    expect(page.locator("#notice")).to_contain_text("Your text is safe here")
    assert reply(page) == REPLY
    start_server(*georgian_bank, "--port", server.url.rpartition(":")[2])
    expect(page.locator(".mark.error", has_text=RULE)).to_have_count(1, timeout=20_000)
    expect(page.locator("#notice")).to_be_hidden()
    assert all("net::ERR_CONNECTION" in complaint for complaint in complaints)
    complaints.clear()


def test_a_server_with_keys_is_given_one_by_hand(
    open_page, start_server, georgian_bank, complaints
):
    key = "a-key-of-this-test-only"
    server = start_server(*georgian_bank, env={"BONVORTO_KEY": key})
    page = open_page(server.url, locale="en")
    page.locator("#reply").fill(REPLY)
    page.get_by_label("Key", exact=True).fill(key)
    page.keyboard.press("Enter")
    expect(page.locator(".mark.error", has_text=RULE)).to_have_count(1)
    expect(page.locator("#key-form")).to_be_hidden()
    assert key not in page.evaluate(
        "() => JSON.stringify([{...localStorage}, {...sessionStorage}])"
    )
    assert all("401" in complaint for complaint in complaints)
    complaints.clear()


def test_the_banks_can_be_read_with_their_meaning(open_page):
    page = open_page()
    page.goto(page.url + "#banks")
    page.get_by_label("Язык банка").select_option("ka")
    page.locator("[data-fault=rule-book] summary").first.click()
    entry = page.locator(".entry", has_text=RULE)
    expect(entry.locator(".gloss").first).to_have_text(OFFER_MEANS)


@pytest.fixture(scope="module")
def modules(browser: Browser, url: str) -> Iterator[Page]:
    """A page whose modules can be called."""
    page = browser.new_page()
    page.goto(f"{url}/")
    yield page
    page.close()


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS)
def test_the_differences_make_up_both_texts(modules, before, after):
    pieces = modules.evaluate(
        """async ([before, after]) =>
          (await import('/playground/diff.js')).differences(before, after)""",
        [before, after],
    )
    assert "".join(piece["text"] for piece in pieces if piece["kind"] != "new") == before
    assert "".join(piece["text"] for piece in pieces if piece["kind"] != "gone") == after


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS, st.data())
def test_a_span_moved_along_with_an_edit_holds_the_same_words(modules, before, after, data):
    start = data.draw(st.integers(0, len(before)))
    length = data.draw(st.integers(0, len(before) - start))
    moved = modules.evaluate(
        """async ([before, after, offset, length]) => {
          const {editBetween, shifted} = await import('/playground/spans.js');
          return shifted({offset, length}, editBetween(before, after));
        }""",
        [before, after, start, length],
    )
    if moved:
        end = moved["offset"] + moved["length"]
        assert after[moved["offset"] : end] == before[start : start + length]
