"""Measure what the extension adds to a key: a draft of 2 000 words with 100 marks, on and off.

Run `python tests/browser/bench_typing.py`; it prints main-thread milliseconds per key of a real
Chromium (CDP's TaskDuration over 200 keys), for a textarea and a rich box.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from chromium import BANK, FAULT, start_chromium
from playwright.sync_api import sync_playwright
from serving import serve_pages

if TYPE_CHECKING:
    from playwright.sync_api import Page

KEYS = 200
DRAFT = "\n".join([FAULT + " We wrote this to you on Monday and we will write again."] * 100)
BOXES = {"textarea": "plain.html", "contenteditable": "rich.html"}


def main() -> None:
    """Print a row for each box."""
    server = subprocess.Popen(
        [sys.executable, "-m", "bonvorto", "serve", "--port", "0", "--banks", str(BANK)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert server.stdout
    url = next(found[0] for line in server.stdout if (found := re.search(r"http://\S+:\d+", line)))
    pages = serve_pages()
    root = Path(__file__).resolve().parents[2]
    with (
        sync_playwright() as playwright,
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile,
    ):
        browser = start_chromium(playwright, Path(profile), root / "extension")
        print(f"{'box':16}{'words':>7}{'marks':>7}{'off':>8}{'on':>8}{'added':>8}   ms per key")
        for box, name in BOXES.items():
            address = f"http://127.0.0.1:{pages.server_port}/{name}"
            browser.reset(server=url)
            off = per_key(browser.open(address), marks=0)
            page = browser.open_switched_on(address)
            on = per_key(page, marks=100)
            count = len(browser.marks(page))
            print(f"{box:16}{len(DRAFT.split()):7}{count:7}{off:8.2f}{on:8.2f}{on - off:8.2f}")
        browser.context.close()
    server.terminate()
    server.wait()
    pages.shutdown()


def per_key(page: Page, marks: int) -> float:
    """Type in front of the draft, so that every mark moves; give milliseconds per key."""
    page.evaluate(
        """draft => {
          if ('value' in reply) reply.value = draft;
          else {
            const line = text => Object.assign(document.createElement('p'), {textContent: text});
            reply.replaceChildren(...draft.split('\\n').map(line));
          }
          reply.focus();
        }""",
        DRAFT,
    )
    page.keyboard.press("Control+Home")
    page.keyboard.type("x")
    page.wait_for_function(
        "marks => (CSS.highlights.get('bonvorto-error')?.size ?? 0) >= marks", arg=marks
    )
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    before = task_ms(session)
    for _ in range(KEYS):
        page.keyboard.press("a")
    return (task_ms(session) - before) / KEYS


def task_ms(session) -> float:
    """Give the main thread's work so far, in milliseconds."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(m["value"] for m in metrics if m["name"] == "TaskDuration") * 1000


if __name__ == "__main__":
    main()
