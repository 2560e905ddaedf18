"""Every editor of ../shared/editors in Chromium, from reading to undo."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import urllib.parse
from pathlib import Path

import pytest
from chromium import MARKED, OFFER, eventually
from serving import serve_pages

pytestmark = [pytest.mark.browser, pytest.mark.shared]

ARTIFACTS = Path(__file__).resolve().parent / "artifacts"
START = "I am afraid the house rule forbids it"
RICH = (
    f"<p>{START} <strong>today</strong> and please see"
    ' <a href="https://example.test/help">our page</a> soon.</p><p>We are here for you.</p>'
)
BOXES = ("textarea", "input", "react-textarea", "shadow-open", "shadow-closed")
WITHOUT_FORMAT = (*BOXES, "plaintext-only", "codemirror")
EDITORS = (
    *BOXES,
    "contenteditable",
    "plaintext-only",
    "gmailish",
    "shadow-ce",
    "prosemirror",
    "tiptap",
    "lexical",
    "slate",
    "draftjs",
    "quill",
    "ckeditor5",
    "ckeditor4",
    "ckeditor4-inline",
    "tinymce",
    "tinymce-inline",
    "trix",
    "summernote",
    "squire",
    "roosterjs",
    "jodit",
    "codemirror",
)
_SELECTED = """box => 'selectionStart' in box
  ? box.value.slice(box.selectionStart, box.selectionEnd)
  : String(box.getRootNode().getSelection())"""
# Their own undo takes back what was typed just before too; redo brings it back.
COARSE = ("squire", "roosterjs")
# Their undo joins whatever happens within a second.
BY_THE_SECOND = ("quill", "jodit")


@pytest.fixture(scope="session")
def editors(shared):
    """The address of the editors' page, built once (a minute, 0.5 GB) for each state of it."""
    sources = {
        path.relative_to(shared / "editors"): path.read_bytes()
        for path in sorted((shared / "editors").rglob("*"))
        if path.is_file()
    }
    digest = hashlib.sha256(repr(sources).encode()).hexdigest()[:12]
    folder = ARTIFACTS / f"editors-{digest}"
    if not folder.exists():
        ARTIFACTS.mkdir(exist_ok=True)
        # Under another name until it is whole.
        with tempfile.TemporaryDirectory(dir=ARTIFACTS, prefix="building-") as building:
            _build(Path(building) / "editors", sources).rename(folder)
    server = serve_pages(folder)
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def _build(folder: Path, sources: dict[Path, bytes]) -> Path:
    for path, content in sources.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    npm = Path(sys.executable).with_name("npm")
    environment = {**os.environ, "PATH": f"{npm.parent}{os.pathsep}{os.environ['PATH']}"}
    for command in (["install", "--ignore-scripts", "--no-audit", "--no-fund"], ["run", "build"]):
        subprocess.run([npm, *command], cwd=folder, env=environment, check=True)
    return folder


@pytest.fixture(scope="session")
def table():
    """What was seen, written to artifacts/editors.md when all have run."""
    rows: dict[str, list[str]] = {name: [] for name in EDITORS}
    yield rows
    ARTIFACTS.mkdir(exist_ok=True)
    lines = ["| editor | passed |", "|---|---|"]
    lines += [f"| {name} | {', '.join(done)} |" for name, done in rows.items() if done]
    (ARTIFACTS / "editors.md").write_text("\n".join(lines) + "\n", "utf-8")


@pytest.mark.parametrize("name", EDITORS)
def test_a_rewrite_is_taken_undone_and_filled_in_by(chromium, plain, editors, relay, table, name):
    passed = table[name]
    page = chromium.open(f"{editors}?{urllib.parse.urlencode({'editor': name, 'html': RICH})}")
    page.wait_for_selector("html[data-ready='1']")
    box = page.evaluate_handle("() => getEditable()").as_element()
    box.focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Bye now.")

    def model() -> str:
        return page.evaluate("() => getModelText()")

    def take() -> None:
        chromium.wait_for_marks(box.owner_frame(), [MARKED])
        chromium.command(page, "next")
        chromium.wait_for_card(page)
        page.keyboard.press("Enter")
        eventually(page, lambda: model() == expected)
        eventually(page, lambda: box.evaluate(_SELECTED) == "[your offer]")

    before = model()
    expected = before.replace(MARKED, OFFER)
    next_step(page, name)
    take()
    assert relay.texts[-1].startswith(START)
    passed += ["read", "mark", "replace", "model"]
    if name not in WITHOUT_FORMAT:
        kept = page.evaluate("() => getModelHTML() || getEditable().innerHTML")
        kept = kept.replace("&nbsp;", " ")
        assert "today</" in kept
        assert "our page</" in kept
        passed.append("formatting")
    next_step(page, name)
    page.keyboard.press("Control+z")
    if name in COARSE:
        eventually(page, lambda: model().startswith(START))
        passed.append("undo (with what was typed before)")
    else:
        eventually(page, lambda: model() == before)
        passed.append("undo")
        take()
        page.keyboard.type("a refund")
        eventually(page, lambda: model() == expected.replace("[your offer]", "a refund"))
        passed.append("caret")


def next_step(page, name: str) -> None:
    """Let the second pass in which some editors join steps of their undo."""
    if name in BY_THE_SECOND:
        now = page.evaluate("() => performance.now()")
        page.wait_for_function("until => performance.now() > until", arg=now + 1000)
