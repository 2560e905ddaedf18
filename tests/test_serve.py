"""The server as a process: start, stop, a port that is taken, workers that die, banks that change."""

from __future__ import annotations

import urllib.request


def test_a_started_server_answers_and_stops_with_status_0(start_server):
    running = start_server()
    with urllib.request.urlopen(f"{running.url}/health/live") as answer:
        assert answer.status == 200
    assert running.stop() == 0
