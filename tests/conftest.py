"""What tests share: the shipped bank, a Flask client, real server processes, ../shared."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bonvorto.bank.load import load, shipped_banks
from bonvorto.bank.watch import Shelf
from bonvorto.http import create_app
from bonvorto.settings import Settings

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from bonvorto.bank.bank import Bank

# language → a wording that is a fault, one that is fine, its rewrite, a phrase that makes a move
_SMALL = {
    "en": ("rules are rules", "Here is why.", "Here is what I can do: {offer}.", "You can choose."),
    "eo": ("reguloj estas reguloj", "Jen kial.", "Jen kion mi povas fari: {offer}.", "Vi elektas."),
    "ka": ("წესი წესია", "აი რატომ.", "აი, რა შემიძლია: {offer}.", "თქვენ ირჩევთ."),
    "ru": ("правила есть правила", "Вот почему.", "Вот что я могу: {offer}.", "Вы выбираете."),
}
ROOT = Path(__file__).resolve().parent.parent
_STARTS_WITHIN = 60  # seconds; a machine may be busy with other tests


@dataclass(frozen=True, slots=True)
class Server:
    """A running server. `url` has no slash at its end; `log` is all that it wrote."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path

    def stop(self) -> int:
        """Ask it to end, as a service manager does, and give its exit status."""
        self.process.terminate()
        return self.process.wait(_STARTS_WITHIN)


StartServer = Callable[..., Server]


@pytest.fixture(scope="session")
def bank() -> Bank:
    """The banks that come with the package."""
    return load([shipped_banks()])


@pytest.fixture
def client(bank: Bank) -> FlaskClient:
    """A client of the application in this process, with the shipped banks and default settings."""
    shelf = Shelf([])
    shelf.bank = bank
    return create_app(Settings(), shelf).test_client()


@pytest.fixture
def small_banks(tmp_path: Path) -> Path:
    """A folder with one fault and one move in four languages, for tests of what is around them."""
    folder = tmp_path / "banks"
    for language, (wording, fine, rewrite, phrase) in _SMALL.items():
        fault = {
            "kind": "fault",
            "language": language,
            "id": "rule-book",
            "title": f"rule ({language})",
            "message": "A rule instead of a reason.",
            "why": "Nobody looked.",
            "advice": ["Say why."],
            "entries": [
                {
                    "id": "rules-are-rules",
                    "patterns": [wording],
                    "rewrites": [{"id": "rules-are-rules.offer", "text": rewrite}],
                    "faulty": [f"{wording}."],
                    "fine": [fine],
                }
            ],
        }
        move = {
            "kind": "move",
            "language": language,
            "id": "options",
            "title": f"options ({language})",
            "why": "A way on.",
            "phrases": [{"id": "options.two", "text": phrase, "tags": ["choice"]}],
        }
        (folder / language).mkdir(parents=True)
        for name, data in (("rule-book", fault), ("options", move)):
            text = json.dumps(data, ensure_ascii=False, indent=1)
            (folder / language / f"{name}.json").write_text(text, "utf-8")
    return folder


MakeClient = Callable[..., "FlaskClient"]


@pytest.fixture
def make_client(small_banks: Path) -> MakeClient:
    """Make a client over the small banks: `make_client(max_text=10)` sets settings."""

    def make(**settings: object) -> FlaskClient:
        return create_app(Settings(**settings), Shelf([small_banks])).test_client()

    return make


@pytest.fixture(scope="session")
def start_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartServer]:
    """Start a real server process on a free port: `start_server("--banks", folder, env={…})`."""
    processes: list[subprocess.Popen[bytes]] = []

    def start(*flags: str | Path, env: dict[str, str] | None = None) -> Server:
        log = tmp_path_factory.mktemp("server") / "log.txt"
        kept = {name: value for name, value in os.environ.items() if "BONVORTO_" not in name}
        with log.open("wb") as out:
            process = subprocess.Popen(
                [sys.executable, "-m", "bonvorto", "serve", "--port", "0", *map(str, flags)],
                stdout=out,
                stderr=subprocess.STDOUT,
                env={**kept, "PYTHONUNBUFFERED": "1", **(env or {})},
            )
        processes.append(process)
        return Server(_address(process, log), process, log)

    yield start
    for process in processes:
        if process.poll() is None:
            process.terminate()
    for process in processes:
        try:
            process.wait(_STARTS_WITHIN)
        finally:
            process.kill()


@pytest.fixture(scope="session")
def server(start_server: StartServer) -> str:
    """The base URL of a real server process with default settings; no test may stop it."""
    return start_server().url


@pytest.fixture(scope="session")
def shared() -> Path:
    """The ../shared folder of the development workplace; a test that needs it fails without."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.fail(
            f"{folder} is not here: this test measures against material of the development"
            " workplace; leave such tests out with -m 'not shared'",
            pytrace=False,
        )
    return folder


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    """Wait until the server says where it listens and is ready, and give its address."""
    deadline = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < deadline and process.poll() is None:
        found = re.search(r"https?://\S+:\d+", log.read_text("utf-8"))
        if found and _ready(found[0]):
            return found[0]
        time.sleep(0.02)  # a poll of another process, bounded by the deadline
    pytest.fail(f"the server did not start:\n{log.read_text('utf-8')}", pytrace=False)


def _ready(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/health/ready", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:  # refused, or too busy to answer yet
        return False
