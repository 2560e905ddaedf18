"""Servers of the browser tests, each on a free port of this machine, in a thread of its own."""

from __future__ import annotations

import functools
import http.server
import threading
from pathlib import Path

PAGES = Path(__file__).resolve().parent / "pages"


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files; says nothing."""

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


def serve(server: http.server.HTTPServer) -> None:
    """Let a server answer until it is shut down."""
    threading.Thread(target=server.serve_forever, daemon=True).start()


def serve_pages(folder: Path = PAGES) -> http.server.HTTPServer:
    """Serve a folder of pages."""
    handler = functools.partial(QuietHandler, directory=folder)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    serve(server)
    return server
