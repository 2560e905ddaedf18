"""The server as a process: start, stop, a taken port, workers that die, banks that change."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import pytest

TEXT = {"text": "I am sorry, but rules are rules. Have a good day.", "language": "en"}


def post(url: str, path: str, body: object) -> bytes:
    request = urllib.request.Request(
        url + path, json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.read()


def get(url: str, path: str) -> dict:
    with urllib.request.urlopen(url + path, timeout=30) as answer:
        return json.load(answer)


def serve(*flags: str, **environ: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if "BONVORTO_" not in name}
    command = [sys.executable, "-m", "bonvorto", "serve", *flags]
    return subprocess.run(
        command, env={**kept, **environ}, capture_output=True, text=True, timeout=60, check=False
    )


def until(happened, seconds: float) -> None:
    """Wait for something that another process does."""
    began = time.monotonic()
    while not happened():
        assert time.monotonic() - began < seconds, f"not within {seconds} s"
        time.sleep(0.01)  # a poll of another process, bounded by the deadline


def workers(server) -> list[int]:
    pid = server.process.pid
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def test_a_started_server_says_where_the_playground_is(start_server):
    running = start_server()
    assert f"playground is at {running.url}/" in running.log.read_text("utf-8")
    assert running.stop() == 0


def test_ctrl_c_stops_it_without_a_traceback(start_server):
    running = start_server()
    running.process.send_signal(signal.SIGINT)
    assert running.process.wait(30) == 0
    assert "Traceback" not in running.log.read_text("utf-8")


def test_a_port_that_is_taken_gives_one_clear_line_and_status_1():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = serve("--port", str(port))
    assert ended.returncode == 1
    [line] = ended.stderr.splitlines()
    assert f"port {port} is taken" in line
    assert "--port" in line
    assert ended.stdout == ""


def test_an_address_that_is_not_ours_gives_one_clear_line_and_status_1():
    ended = serve("--host", "192.0.2.1", "--port", "0", "--open")
    assert ended.returncode == 1
    [line] = ended.stderr.splitlines()
    assert "192.0.2.1" in line


def test_a_server_for_others_without_a_key_does_not_start():
    ended = serve("--host", "0.0.0.0", "--port", "0")
    assert ended.returncode == 2
    assert "--keys FILE" in ended.stderr


def test_a_wrong_variable_does_not_start_it_and_is_named():
    ended = serve(BONVORTO_WORKERS="many")
    assert ended.returncode == 2
    assert "BONVORTO_WORKERS: “many” is not a whole number" in ended.stderr


def test_keys_that_cannot_be_read_do_not_start_it(tmp_path):
    ended = serve("--port", "0", "--keys", str(tmp_path / "none.txt"))
    assert ended.returncode == 1
    assert "cannot be read" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_request_under_way_is_finished_when_the_server_stops(start_server):
    running = start_server("--workers", "2")
    until(lambda: len(workers(running)) == 2, 10)
    address = urlsplit(running.url)
    body = json.dumps(TEXT).encode()
    with socket.create_connection((address.hostname, address.port), timeout=30) as connection:
        connection.sendall(
            b"POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            b"Expect: 100-continue\r\nContent-Length: %d\r\n\r\n" % len(body)
        )
        # The server asks for the body: the request is in the hands of a worker.
        assert connection.recv(1000).startswith(b"HTTP/1.1 100 ")
        running.process.terminate()
        until(lambda: len(workers(running)) == 1, 10)  # the idle worker has gone
        connection.sendall(body)
        answer = http.client.HTTPResponse(connection)
        answer.begin()
        assert answer.status == 200
        assert json.load(answer)["language"]["code"] == "en"
    assert running.process.wait(30) == 0


def test_every_worker_gives_the_same_bytes(start_server):
    running = start_server("--workers", "3")
    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(lambda _: post(running.url, "/v1/check", TEXT), range(60)))
    assert len(answers) == 1
    running.stop()


def test_a_worker_that_is_killed_is_replaced_and_the_others_serve_on(start_server):
    running = start_server("--workers", "2")
    until(lambda: len(workers(running)) == 2, 10)
    expected = post(running.url, "/v1/check", TEXT)
    for _ in range(3):
        victim = workers(running)[0]
        os.kill(victim, signal.SIGKILL)
        assert all(post(running.url, "/v1/check", TEXT) == expected for _ in range(20))
        until(lambda: len(workers(running)) == 2 and victim not in workers(running), 10)  # noqa: B023
    assert running.stop() == 0


@pytest.fixture
def edited(start_server, tmp_path):
    """A running server and the overlay folder that it watches."""
    folder = tmp_path / "team"
    (folder / "en").mkdir(parents=True)
    running = start_server("--banks", folder)
    yield running, folder / "en" / "rule-book.json"
    running.stop()


def team_bank(wording: str) -> str:
    entry = {
        "id": "of-the-team",
        "patterns": [wording],
        "rewrites": [{"id": "of-the-team.offer", "text": "Here is what I can do."}],
        "faulty": [f"{wording}."],
        "fine": ["Here is why."],
    }
    bank = {"kind": "fault", "language": "en", "id": "rule-book", "entries": [entry]}
    return json.dumps(bank)


def finds(running, wording: str) -> bool:
    """Tell whether every worker finds a wording: asked often enough to meet them all."""
    asked = {"text": f"I am sorry, but {wording}.", "language": "en"}
    with ThreadPoolExecutor(6) as pool:
        answers = pool.map(lambda _: json.loads(post(running.url, "/v1/check", asked)), range(12))
    return all(
        any(finding["entry"] == "of-the-team" for finding in answer["findings"])
        for answer in answers
    )


def test_an_edited_bank_is_served_by_every_worker_without_a_restart(edited):
    running, path = edited
    before = get(running.url, "/v1/banks")["bank"]
    path.write_text(team_bank("purple monkeys decide"), "utf-8")
    # How long it takes is measured by tests/bench/http.py on a machine that does nothing else.
    until(lambda: finds(running, "purple monkeys decide"), 30)
    assert get(running.url, "/v1/banks")["bank"] != before


def test_a_broken_file_keeps_the_last_good_bank_and_is_told(edited):
    running, path = edited
    path.write_text(team_bank("purple monkeys decide"), "utf-8")
    until(lambda: finds(running, "purple monkeys decide"), 30)
    path.write_text(team_bank("purple monkeys decide")[:-2], "utf-8")

    def told() -> bool:
        problems = get(running.url, "/v1/banks")["problems"]
        return any(problem["file"] == str(path) for problem in problems)

    until(told, 30)
    assert finds(running, "purple monkeys decide")
    assert get(running.url, "/health/ready")["status"] == "ready"


def test_an_empty_bank_folder_is_served(start_server, tmp_path):
    running = start_server("--banks", tmp_path)
    assert get(running.url, "/health/ready")["status"] == "ready"
    running.stop()
