"""Measure what the extension adds to a key: a draft of 2 000 words with 100 marks, on and off.

Run `python tests/browser/bench_typing.py`; it prints main-thread milliseconds per key of a real
Chromium (CDP's TaskDuration, the best of five rounds of 100 keys, as other work on the machine can
only add), for a textarea and a rich box. Painted: the marks that are near the window.
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
from silence import write_silence

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

KEYS, ROUNDS = 100, 5
DRAFT = "\n".join([FAULT + " We wrote this to you on Monday and we will write again."] * 100)
BOXES = {"textarea": "plain.html", "contenteditable": "rich.html"}


def main() -> None:
    """Print a row for each box."""
    silence = write_silence(Path(tempfile.mkdtemp()))
    banks = ["--banks", str(silence), "--banks", str(BANK)]
    server = subprocess.Popen(
        [sys.executable, "-m", "bonvorto", "serve", "--port", "0", *banks],
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
        print(f"{'box':16}{'words':>7}{'painted':>9}{'off':>8}{'on':>8}{'added':>8}   ms per key")
        for box, name in BOXES.items():
            address = f"http://127.0.0.1:{pages.server_port}/{name}"
            browser.reset(server=url)
            off = per_key(browser.open(address), marked=False)
            page = browser.open_switched_on(address)
            on = per_key(page, marked=True)
            count = len(browser.marks(page))
            print(f"{box:16}{len(DRAFT.split()):7}{count:9}{off:8.2f}{on:8.2f}{on - off:8.2f}")
        browser.context.close()
    server.terminate()
    server.wait()
    pages.shutdown()


def per_key(page: Page, *, marked: bool) -> float:
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
        "marked => Boolean(CSS.highlights.get('bonvorto-error')?.size) === marked", arg=marked
    )
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    return min(round_ms(page, session) for _ in range(ROUNDS)) / KEYS


def round_ms(page: Page, session: CDPSession) -> float:
    """Type a round of keys; give the main thread's work for it, in milliseconds."""
    before = task_ms(session)
    for _ in range(KEYS):
        page.keyboard.press("a")
    return task_ms(session) - before


def task_ms(session: CDPSession) -> float:
    """Give the main thread's work so far, in milliseconds."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(m["value"] for m in metrics if m["name"] == "TaskDuration") * 1000


if __name__ == "__main__":
    main()
