"""What browser tests share: Chromium and Firefox with the unpacked extension, pages, a relay."""

from __future__ import annotations

import http.server
import json
import shutil
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import sync_playwright

sys.path.insert(
    0, str(Path(__file__).resolve().parent)
)  # pytest's importlib mode leaves a test's neighbours out

from chromium import BANK, MARKED, Chromium, start_chromium
from serving import serve, serve_pages
from silence import write_silence

if TYPE_CHECKING:
    from playwright.sync_api import Page, Playwright

EXTENSION = Path(__file__).resolve().parents[2] / "extension"


@pytest.fixture(scope="session")
def pages() -> Iterator[str]:
    """The address of tests/browser/pages."""
    server = serve_pages()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


class Relay(http.server.ThreadingHTTPServer):
    """Stands before the real server, remembers what was asked, and can have a bad day."""

    daemon_threads = True
    upstream = ""
    refuse: tuple[int, dict[str, str], bytes] | None = None

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.asked: list[dict[str, Any]] = []

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def texts(self) -> list[str]:
        """Every text it was asked to check, oldest first."""
        return [body["text"] for body in self.asked]


class RelayHandler(http.server.BaseHTTPRequestHandler):
    """Hands a request on as it is."""

    server: Relay
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Hand on."""
        self.hand_on(None)

    def do_POST(self) -> None:
        """Remember and hand on."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append(json.loads(body))
        self.hand_on(body)

    def hand_on(self, body: bytes | None) -> None:
        """Ask the real server, or answer as the test wishes."""
        if self.server.refuse:
            return self.answer(*self.server.refuse)
        headers = {name: value for name, value in self.headers.items() if name.lower() != "host"}
        request = urllib.request.Request(self.server.upstream + self.path, body, headers)
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return self.answer(answer.status, {}, answer.read())
        except urllib.error.HTTPError as error:
            return self.answer(error.code, {}, error.read())
        except OSError:
            self.close_connection = True
            return None

    def answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
        """Write the answer."""
        self.send_response(status)
        for name, value in {**headers, "Content-Type": "application/json"}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


@pytest.fixture(scope="session")
def silence(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A layer of banks that switches every shipped entry off."""
    return write_silence(tmp_path_factory.mktemp("silence"))


@pytest.fixture(scope="session")
def kind_banks(silence: Path) -> tuple[str | Path, ...]:
    """The flags of a server that marks nothing but what tests/browser/bank says."""
    return ("--banks", silence, "--banks", BANK)


@pytest.fixture(scope="session")
def kind_server(start_server: Any, kind_banks: tuple[str | Path, ...]) -> str:
    """A real server with the entries of tests/browser/bank."""
    return str(start_server(*kind_banks).url)


@pytest.fixture
def relay(kind_server: str) -> Iterator[Relay]:
    """The relay in front of the real server."""
    started = Relay(("127.0.0.1", 0), RelayHandler)
    serve(started)
    started.upstream = kind_server
    yield started
    started.shutdown()
    started.server_close()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The driver of Chromium."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def started_chromium(
    playwright: Playwright, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Chromium]:
    """One Chromium for all tests; it starts in a second, its tabs do not know each other."""
    browser = start_chromium(playwright, tmp_path_factory.mktemp("chromium"), EXTENSION)
    yield browser
    browser.context.close()


@pytest.fixture
def chromium(started_chromium: Chromium, relay: Relay) -> Iterator[Chromium]:
    """Chromium as an agent has it: the server is set, no site is switched on yet."""
    started_chromium.reset(server=relay.url)
    yield started_chromium
    started_chromium.close_tabs()


@pytest.fixture
def plain(chromium: Chromium, pages: str) -> Page:
    """plain.html on a site that is switched on."""
    return chromium.open_switched_on(pages + "plain.html")


@pytest.fixture
def rich(chromium: Chromium, pages: str) -> Page:
    """rich.html on a site that is switched on, the reply marked."""
    page = chromium.open_switched_on(pages + "rich.html")
    page.click("#second")
    chromium.wait_for_marks(page, [MARKED])
    return page


@pytest.fixture(scope="session")
def firefox_binary() -> str:
    """The Firefox of this machine; a test that needs it fails without."""
    found = shutil.which("firefox-esr") or shutil.which("firefox")
    if not found:
        pytest.fail("No Firefox here. On Debian: apt-get install firefox-esr", pytrace=False)
    return found
