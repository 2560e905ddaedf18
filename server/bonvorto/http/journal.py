"""The log: one line per request, without a word of anyone's text.

A line names the rule that matched, never the address as it was sent: a path or a query may hold
what someone typed.
"""

from __future__ import annotations

import logging
from time import perf_counter

from flask import Flask, Response, g, request

_log = logging.getLogger(__name__)


def install(app: Flask) -> None:
    """Log every request of an application."""

    @app.before_request
    def begin() -> None:
        g.began = perf_counter()

    @app.after_request
    def write(response: Response) -> Response:
        took = (perf_counter() - g.began) * 1000
        rule = request.url_rule.rule if request.url_rule else "-"
        method = request.method if request.method in _METHODS else "-"
        _log.info("%s %s %d %.1f ms", method, rule, response.status_code, took)
        timing = response.headers.get("Server-Timing")
        total = f"total;dur={took:.2f}"
        response.headers["Server-Timing"] = f"{timing}, {total}" if timing else total
        return response


_METHODS = frozenset(("GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"))
