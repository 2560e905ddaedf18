"""Measure what the extension adds to a key: a draft of 2 000 words with 100 marks, on and off.

Run `python tests/browser/bench_typing.py`; it prints main-thread milliseconds per key of a real
Chromium (CDP's TaskDuration in thread time, the best of eight rounds of 100 keys, off and on in turn, as other
work on the machine can only add), for a textarea and a rich box. Painted: the marks that are near the window.
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

KEYS, ROUNDS = 100, 8
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
            # Another site, so that it is not switched on and has a process of its own.
            draft = Draft(browser.open(address.replace("127.0.0.1", "localhost")), marked=False)
            page = browser.open_switched_on(address)
            marked = Draft(page, marked=True)
            rounds = [(draft.type(), marked.type()) for _ in range(ROUNDS)]
            off, on = (min(times) for times in zip(*rounds, strict=True))
            count = len(browser.marks(page))
            print(f"{box:16}{len(DRAFT.split()):7}{count:9}{off:8.2f}{on:8.2f}{on - off:8.2f}")
        browser.context.close()
    server.terminate()
    server.wait()
    pages.shutdown()


class Draft:
    """The draft in a page, with the caret in front of it, so that a key moves every mark."""

    def __init__(self, page: Page, *, marked: bool) -> None:
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
        self.page = page
        self.session = page.context.new_cdp_session(page)
        self.session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def type(self) -> float:
        """Type a round of keys; give the main thread's milliseconds per key."""
        self.page.bring_to_front()
        before = task_ms(self.session)
        for _ in range(KEYS):
            self.page.keyboard.press("a")
        return (task_ms(self.session) - before) / KEYS


def task_ms(session: CDPSession) -> float:
    """Give the main thread's work so far, in milliseconds."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(m["value"] for m in metrics if m["name"] == "TaskDuration") * 1000


if __name__ == "__main__":
    main()
