"""Take docs/images/playground*.png: the playground in a real Chromium, with a real server.

Run `python tests/browser/playground_pictures.py [--out FOLDER]`.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from pathlib import Path

from chromium import FLAGS
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
DESKTOP, PHONE = (1280, 960), (360, 740)
# name, language of the interface, colours, size, example, whether its first card is open
PICTURES = (
    ("playground", "en", "light", DESKTOP, "en-refund", True),
    ("playground-ka", "ka", "light", DESKTOP, "ka-parcel", True),
    ("playground-ru-dark", "ru", "dark", DESKTOP, "ka-refund", True),
    ("playground-eo", "eo", "light", DESKTOP, "eo-account", False),
    ("playground-phone", "ka", "light", PHONE, "ka-refund", True),
    ("playground-phone-dark", "ru", "dark", PHONE, "ru-parcel", False),
)


def main() -> None:
    """Start the server, take every picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "images")
    folder: Path = parser.parse_args().out
    folder.mkdir(parents=True, exist_ok=True)
    server = subprocess.Popen(
        [sys.executable, "-m", "bonvorto", "serve", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert server.stdout
    url = next(found[0] for line in server.stdout if (found := re.search(r"http://\S+:\d+", line)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("google-chrome"),
            args=list(FLAGS),
        )
        for picture in PICTURES:
            take(browser, url, folder, *picture)
        browser.close()
    server.terminate()
    server.wait()


def take(
    browser: Browser,
    url: str,
    folder: Path,
    name: str,
    language: str,
    scheme: str,
    size: tuple[int, int],
    example: str,
    with_card: bool,
) -> None:
    """Take one picture of an example."""
    context = browser.new_context(
        locale=language,
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": size[0], "height": size[1]},
        device_scale_factor=2 if size == PHONE else 1,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(url)
    page.locator("#examples summary").click()
    page.locator(f"[data-example={example}]").click()
    page.wait_for_selector(".mark")
    if with_card:
        page.locator("#reply").focus()
        page.keyboard.press("Alt+Period")
        page.wait_for_selector("#card .rewrite:focus")
    page.screenshot(path=folder / f"{name}.png")
    context.close()


if __name__ == "__main__":
    main()
