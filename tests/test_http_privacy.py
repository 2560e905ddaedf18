"""What people write stays in the memory of the request: it is in no log, no error and no file."""

from __future__ import annotations

import http.client
import json
import socket
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

MARKER = "Zvezdochka-4711"
# Stands in for a fault of ours that quotes the text, which none that we know of does.
_BROKEN = """
import bonvorto.check
check = bonvorto.check.check
def broken(request, bank):
    if "break" in request.text:
        raise ValueError(request.text)
    return check(request, bank)
bonvorto.check.check = broken
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("place")


@pytest.fixture(scope="module")
def running(start_server, place):
    (place / "sitecustomize.py").write_text(_BROKEN, "utf-8")
    environ = {"PYTHONPATH": str(place), "TMPDIR": str(place), "HOME": str(place)}
    return start_server("--log-level", "debug", env=environ)


def send(running, method: str, path: str, body: str | bytes | None = None, **headers: str):
    connection = http.client.HTTPConnection(urlsplit(running.url).netloc, timeout=30)
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body, sent)
    answer = connection.getresponse()
    text = answer.read().decode("utf-8")
    connection.close()
    return answer.status, text


def raw(running, request: bytes) -> bytes:
    address = urlsplit(running.url)
    with socket.create_connection((address.hostname, address.port), timeout=30) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def assert_nothing_kept(running, place: Path) -> None:
    log = running.log.read_text("utf-8")
    assert "GET /health/ready 200" in log
    assert MARKER not in log
    for path in place.rglob("*"):
        if path.is_file():
            assert MARKER.encode() not in path.read_bytes(), path


def test_no_endpoint_leaves_a_word_in_a_log_or_a_file(running, place):
    kind = {"Content_Type": "application/json"}
    good = json.dumps({"text": f"{MARKER}, no.", "context": MARKER, "disable": [MARKER]})
    for path in ("/v1/check", "/v1/detect", "/v1/translate"):
        for body in (
            good,
            json.dumps({"text": MARKER, "source": "en", "target": "eo"}),
            json.dumps({"text": MARKER, "language": MARKER}),
            json.dumps({"text": MARKER, MARKER: MARKER}),
            json.dumps({"text": {MARKER: MARKER}}),
            json.dumps({"text": MARKER * 20_000}),
            '{"text": "' + MARKER,
            MARKER,
            MARKER * 200_000,
        ):
            send(running, "POST", path, body, **kind)
            send(running, "POST", path, body, Content_Type="text/plain")
    word = quote(MARKER)
    for path in (
        f"/v1/phrases?language=en&q={word}",
        f"/v1/phrases?language={word}&{word}={word}",
        f"/v1/entries?language=en&fault={word}",
        f"/v1/banks?explain_in={word}",
        f"/v1/{word}",
        f"/{word}",
        f"/playground/{word}.js",
        f"/health/{word}",
        f"/?{word}",
    ):
        for method in ("GET", "POST", "OPTIONS", "DELETE"):
            send(running, method, path)
    send(running, "GET", "/v1/banks", Origin=f"https://{MARKER}.example")
    send(running, "GET", "/v1/banks", Host=f"{MARKER}.example")
    send(running, "GET", "/v1/banks", Authorization=f"Bearer {MARKER}", User_Agent=MARKER)
    assert_nothing_kept(running, place)


def test_a_fault_of_ours_that_quotes_the_text_is_logged_without_it(running, place):
    status, text = send(
        running,
        "POST",
        "/v1/check",
        json.dumps({"text": f"break {MARKER}"}),
        Content_Type="application/json",
    )
    assert status == 500
    assert json.loads(text)["error"]["code"] == "internal_error"
    assert MARKER not in text
    assert "ValueError at sitecustomize.py" in running.log.read_text("utf-8")
    assert_nothing_kept(running, place)


@pytest.mark.parametrize(
    "request_bytes",
    [
        f"{MARKER}\r\n\r\n",
        f"{MARKER} / HTTP/1.1\r\n\r\n",
        f"GET /{MARKER} HTTP/{MARKER}\r\n\r\n",
        f"GET / HTTP/1.1\r\n{MARKER}\r\n\r\n",
        f"GET / HTTP/1.1\r\nHost: a\r\n{MARKER} : b\r\n\r\n",
        f"GET /{'a' * 9000}{MARKER} HTTP/1.1\r\n\r\n",
        f"GET / HTTP/1.1\r\nX: {'a' * 9000}{MARKER}\r\n\r\n",
        f"POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: {MARKER}\r\n\r\n{MARKER}",
        f"POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        f"Transfer-Encoding: chunked\r\n\r\n{MARKER}\r\n",
        f"POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        f"Content-Length: 500\r\n\r\n{MARKER}",
    ],
)
def test_what_is_not_http_is_refused_without_being_repeated(running, place, request_bytes):
    answer = raw(running, request_bytes.encode())
    assert answer.startswith((b"HTTP/1.1 4", b"HTTP/1.0 4")) or not answer
    assert MARKER.encode() not in answer
    assert send(running, "GET", "/health/live")[0] == 200
    assert_nothing_kept(running, place)
