"""Marks: on the right words, moving with the text, gone when touched."""

import pytest
from chromium import FAULT, MARKED, SECOND_FAULT, SECOND_MARKED

pytestmark = pytest.mark.browser

# Where a mark is painted; the second, from the top of its box.
_DRAWN = """() => {
  const [range] = CSS.highlights.get('bonvorto-error');
  const {x, y, width, height} = range.getBoundingClientRect();
  return [x, y, width, height];
}"""
# The same text in a copy of the box as plain content shows where the browser draws the words.
_ON_THE_WORDS = """marked => {
  const box = document.querySelector('#reply');
  const own = getComputedStyle(box);
  const copy = document.createElement('div');
  for (const name of ['font', 'letterSpacing', 'padding', 'border', 'width', 'boxSizing']) {
    copy.style[name] = own[name];
  }
  copy.style.whiteSpace = 'pre-wrap';
  const {left, top} = box.getBoundingClientRect();
  Object.assign(copy.style, {position: 'fixed', left: left + 'px', top: top + 'px'});
  copy.textContent = box.value;
  document.body.append(copy);
  const range = document.createRange();
  const at = box.value.indexOf(marked);
  range.setStart(copy.firstChild, at);
  range.setEnd(copy.firstChild, at + marked.length);
  const words = range.getBoundingClientRect();
  copy.remove();
  const [drawn] = CSS.highlights.get('bonvorto-error');
  const mark = drawn.getBoundingClientRect();
  return ['x', 'y', 'width', 'height'].every(side => Math.abs(mark[side] - words[side]) < 1);
}"""
# Lines hold one fault each: as many marks as lines, of those within the box and the window.
_SIGHT_IS_MARKED = """() => {
  const {top, bottom} = reply.getBoundingClientRect();
  const [from, to] = [Math.max(0, top), Math.min(innerHeight, bottom)];
  const boxes = [...CSS.highlights.get('bonvorto-error')].map(each => each.getBoundingClientRect());
  const seen = boxes.filter(box => box.top >= from && box.bottom <= to);
  const gaps = seen.slice(1).map((box, index) => box.top - seen[index].top);
  return seen.length >= 3 && Math.max(...gaps) < 60
    && seen[0].top - from < 80 && to - seen.at(-1).bottom < 80;
}"""
_FROM_TOP = f"() => ({_DRAWN})()[1] - reply.getBoundingClientRect().top"


def test_the_words_are_marked_after_a_pause_in_a_textarea(chromium, plain):
    plain.click("#reply")
    plain.keyboard.type(f"{FAULT} {SECOND_FAULT}")
    chromium.wait_for_marks(plain, [MARKED, SECOND_MARKED])


def test_the_words_are_marked_in_an_input(chromium, plain):
    plain.click("#subject")
    plain.keyboard.type(FAULT)
    chromium.wait_for_marks(plain, [MARKED])


def test_the_words_are_marked_across_bold_in_a_rich_box_and_the_page_stays_as_it_was(
    chromium, plain, pages
):
    page = chromium.open(pages + "rich.html")
    before = page.inner_html("body")
    page.click("#second")
    chromium.wait_for_marks(page, [MARKED])
    assert page.inner_html("body") == before


def test_emoji_and_accents_in_front_do_not_shift_a_mark(chromium, plain):
    plain.fill("#reply", "👩‍💻🙂 cafe\u0301 ")
    plain.click("#reply")
    plain.keyboard.press("Control+End")
    plain.keyboard.type(FAULT)
    chromium.wait_for_marks(plain, [MARKED])


def test_a_mark_moves_with_the_text_in_front_of_it(chromium, plain):
    plain.click("#reply")
    plain.keyboard.type(FAULT)
    chromium.wait_for_marks(plain, [MARKED])
    plain.keyboard.press("Control+Home")
    plain.keyboard.type("Well, ")
    assert chromium.marks(plain) == [MARKED]


def test_a_touched_mark_vanishes_at_once(chromium, plain, relay):
    plain.click("#reply")
    plain.keyboard.type(FAULT)
    chromium.wait_for_marks(plain, [MARKED])
    relay.refuse = (500, {}, b"")  # so that no new answer can be the reason
    plain.evaluate("() => reply.setSelectionRange(25, 25)")
    plain.keyboard.type("x")
    assert chromium.marks(plain) == []


def test_quoted_mail_and_signatures_are_neither_sent_nor_marked(rich, relay):
    assert relay.texts
    for text in relay.texts:
        assert "You said" not in text
        assert "Nino" not in text


def test_the_mark_lies_exactly_on_the_words_of_a_textarea(chromium, plain):
    plain.click("#reply")
    plain.keyboard.type("One more line first\n" + FAULT)
    chromium.wait_for_marks(plain, [MARKED])
    plain.wait_for_function(_ON_THE_WORDS, arg=MARKED)


def test_spaces_at_the_end_of_a_full_line_and_empty_lines_shift_no_mark(chromium, plain):
    plain.fill("#reply", "Anna," + " " * 200 + "\n\n\n")
    plain.click("#reply")
    plain.keyboard.press("Control+End")
    plain.keyboard.type(FAULT)
    chromium.wait_for_marks(plain, [MARKED])
    plain.wait_for_function(_ON_THE_WORDS, arg=MARKED)


def test_the_mark_follows_when_the_box_scrolls(chromium, plain):
    plain.click("#reply")
    plain.keyboard.type(FAULT + "\n" * 20)
    chromium.wait_for_marks(plain, [MARKED])
    plain.evaluate("() => { reply.scrollTop = 0; }")
    plain.wait_for_function(f"() => ({_FROM_TOP})() >= 0")
    top = plain.evaluate(_FROM_TOP)
    plain.evaluate("() => { reply.scrollTop = 50; }")
    plain.wait_for_function(f"top => ({_FROM_TOP})() === top", arg=top - 50)


def test_the_mark_follows_when_a_banner_opens_above_the_box(chromium, plain):
    plain.click("#reply")
    plain.keyboard.type(FAULT)
    chromium.wait_for_marks(plain, [MARKED])
    top = plain.evaluate(_FROM_TOP)
    plain.evaluate(
        """() => {
          const banner = document.createElement('div');
          banner.style.height = '70px';
          document.body.prepend(banner);
        }"""
    )
    plain.wait_for_function(f"top => Math.abs(({_FROM_TOP})() - top) < 1", arg=top)


def test_the_mark_lies_on_the_words_again_when_the_box_is_made_wider(chromium, plain):
    plain.click("#reply")
    plain.keyboard.type("So far so good, said the very long first line of it. " + FAULT)
    chromium.wait_for_marks(plain, [MARKED])
    plain.evaluate("() => { reply.style.width = '40em'; }")
    plain.wait_for_function(_ON_THE_WORDS, arg=MARKED)


def test_severities_differ_by_the_kind_of_line_not_only_by_colour(chromium, plain):
    plain.click("#reply")
    plain.keyboard.type(FAULT)
    chromium.wait_for_marks(plain, [MARKED])
    lines = plain.evaluate(
        """() => ['error', 'warning', 'suggestion'].map(name => {
          const style = getComputedStyle(document.body, `::highlight(bonvorto-${name})`);
          return style.textDecorationStyle;
        })"""
    )
    assert lines == ["wavy", "double", "dotted"]


def test_of_a_long_textarea_the_marks_in_sight_are_painted_wherever_it_is_scrolled(chromium, plain):
    lines = [f"{FAULT} {number}" for number in range(200)]
    plain.fill("#reply", "\n".join(lines))
    plain.focus("#reply")
    plain.wait_for_function(_SIGHT_IS_MARKED)
    assert len(chromium.marks(plain)) < 200
    for top in ("reply.scrollHeight", "reply.scrollHeight / 2", "0"):
        plain.evaluate(f"() => {{ reply.scrollTop = {top}; }}")
        plain.wait_for_function(_SIGHT_IS_MARKED)


def test_of_a_long_rich_box_the_marks_in_sight_are_painted_wherever_the_page_is_scrolled(
    chromium, rich
):
    rich.evaluate(
        """fault => {
          const line = () => Object.assign(document.createElement('p'), {textContent: fault});
          reply.replaceChildren(...Array.from({length: 200}, line));
        }""",
        FAULT,
    )
    for top in ("0", "document.body.scrollHeight", "document.body.scrollHeight / 2", "0"):
        rich.evaluate(f"() => scrollTo(0, {top})")
        rich.wait_for_function(_SIGHT_IS_MARKED)
        assert len(chromium.marks(rich)) < 200


def test_every_mark_of_a_long_reply_is_reached_by_keyboard(chromium, plain):
    plain.fill("#reply", "\n".join([FAULT] * 40))
    plain.focus("#reply")
    plain.evaluate("() => reply.setSelectionRange(0, 0)")
    plain.wait_for_function(_SIGHT_IS_MARKED)
    chromium.command(plain, "previous")
    assert "40 of 40" in chromium.wait_for_card(plain).label
    plain.wait_for_function(
        "at => reply.scrollTop > 0 && [...CSS.highlights.get('bonvorto-open')].length === 1"
    )
