"""Take docs/images/extension.png: the extension at work in a real Chromium, with a real server.

Run `python tests/browser/screenshot.py [--theme dark] [--language ka] [--out FILE]`.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from chromium import start_chromium
from playwright.sync_api import sync_playwright
from serving import serve_pages

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Type nothing: the reply stands in the page; open the card of its first fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--theme", choices=["light", "dark"], default="light")
    parser.add_argument("--language", default="en", help="of the explanations")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "images" / "extension.png")
    options = parser.parse_args()
    pages = serve_pages()
    server = subprocess.Popen(
        [sys.executable, "-m", "bonvorto", "serve", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert server.stdout
    url = next(found[0] for line in server.stdout if (found := re.search(r"http://\S+:\d+", line)))
    with (
        sync_playwright() as playwright,
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile,
    ):
        browser = start_chromium(playwright, Path(profile), ROOT / "extension")
        browser.reset(server=url, language=options.language)
        page = browser.open_switched_on(f"http://127.0.0.1:{pages.server_port}/helpdesk.html")
        page.emulate_media(color_scheme=options.theme, reduced_motion="reduce")
        page.set_viewport_size({"width": 1080, "height": 840})
        page.evaluate("() => { reply.focus(); getSelection().collapse(reply, 0); }")
        page.wait_for_function("() => [...CSS.highlights.values()].some(each => each.size)")
        browser.command(page, "next")
        browser.wait_for_card(page)
        options.out.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=options.out)
        browser.context.close()
    server.terminate()
    server.wait()
    pages.shutdown()


if __name__ == "__main__":
    main()
