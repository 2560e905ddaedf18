"""The production server: gunicorn with threads, several processes on one listening socket."""

from __future__ import annotations

import logging
import socket
from pathlib import Path

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger
from gunicorn.workers.gthread import ThreadWorker

from bonvorto.bank.watch import Shelf
from bonvorto.settings import Settings

_log = logging.getLogger(__name__)
_KEEPALIVE = 15  # seconds that an idle connection stays open


class QuietLogger(Logger):  # type: ignore[misc]
    """gunicorn's own messages in the log of Bonvorto, without what a request said."""

    def setup(self, _cfg: object) -> None:
        """Take no handlers of its own."""
        self.error_log = logging.getLogger("bonvorto.gunicorn")
        self.error_log.setLevel(logging.WARNING)

    def reopen_files(self) -> None:
        """There are no files."""

    def exception(self, *_args: object, **_kwargs: object) -> None:
        """Note that something went wrong; a message or traceback may quote a request."""
        self.error_log.error("the server gave up a connection")


class QuietWorker(ThreadWorker):  # type: ignore[misc]
    """A worker that answers what is not HTTP without quoting it, in the log or the answer."""

    def handle_error(
        self, _req: object, client: socket.socket, _addr: object, exc: BaseException
    ) -> None:
        """Answer 400."""
        _log.warning("a request that is not HTTP was refused: %s", type(exc).__name__)
        try:
            client.sendall(_NOT_HTTP)
        except OSError:
            _log.debug("and its sender was gone")


_BODY = b'{"error":{"code":"not_http","message":"the request is not HTTP/1.1"}}\n'
_NOT_HTTP = (
    b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: application/json\r\n"
    b"Content-Length: %d\r\n\r\n%s" % (len(_BODY), _BODY)
)


class _Application(BaseApplication):  # type: ignore[misc]
    def __init__(
        self, app: Flask, shelf: Shelf, listening: socket.socket, settings: Settings
    ) -> None:
        self.app = app
        self.shelf = shelf
        self.descriptor = listening.detach()  # gunicorn closes it
        self.settings = settings
        super().__init__(prog="bonvorto")

    def load_config(self) -> None:
        shared_memory = Path("/dev/shm")  # noqa: S108 - gunicorn makes the file there by itself
        options = {
            "bind": f"fd://{self.descriptor}",
            "workers": self.settings.workers,
            "threads": self.settings.threads,
            "worker_class": f"{__name__}.{QuietWorker.__name__}",
            "logger_class": f"{__name__}.{QuietLogger.__name__}",
            "preload_app": True,
            "graceful_timeout": self.settings.timeout,
            "keepalive": _KEEPALIVE,
            "control_socket_disable": True,
            "post_worker_init": self.start_shelf,
            "worker_tmp_dir": str(shared_memory) if shared_memory.is_dir() else None,
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        return self.app

    def start_shelf(self, _worker: object) -> None:
        """Bring the banks up to date in a new worker, then watch them."""
        self.shelf.reload_if_changed()
        self.shelf.start()


def serve_with_workers(
    app: Flask, shelf: Shelf, listening: socket.socket, settings: Settings
) -> int:
    """Serve until stopped; gives the exit status."""
    try:
        _Application(app, shelf, listening, settings).run()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    return 0
