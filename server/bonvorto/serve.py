"""Starting the service: one listening socket, several worker processes, a clean end.

The banks are loaded before the workers are made, so that they share the memory and the first
request is as fast as the next. Each worker watches the banks by itself from then on.
"""

from __future__ import annotations

import errno
import gc
import logging
import os
import socket
import sys

from bonvorto.bank.load import shipped_banks
from bonvorto.bank.watch import Shelf
from bonvorto.check import check
from bonvorto.http import create_app
from bonvorto.language import warm
from bonvorto.report import Request
from bonvorto.settings import SettingError, Settings, flag, is_loopback

_BACKLOG = 512
_NOT_HERE = "the service runs on Linux and macOS; on Windows start it in WSL or in a container"


def run(settings: Settings) -> int:
    """Serve until stopped by SIGTERM or Ctrl+C; the exit status is 1 when it cannot start."""
    if os.name != "posix":
        print(f"bonvorto: {_NOT_HERE}", file=sys.stderr)
        return 1
    from bonvorto.http.workers import serve_with_workers  # noqa: PLC0415 - POSIX only

    _start_log(settings.log_level)
    try:
        listening = listen(settings)
    except OSError as error:
        print(f"bonvorto: {_why_not(error, settings)}", file=sys.stderr)
        return 1
    shelf = Shelf([shipped_banks(), *settings.banks])
    try:
        app = create_app(settings, shelf)
    except SettingError as error:
        print(f"bonvorto: {error}", file=sys.stderr)
        return 1
    _warm(shelf)
    _tell(settings, listening.getsockname()[1], shelf)
    return serve_with_workers(app, shelf, listening, settings)


def listen(settings: Settings) -> socket.socket:
    """Bind and listen. Raises OSError where the address is taken or not ours."""
    family, kind, protocol, _, address = socket.getaddrinfo(
        settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    listening = socket.socket(family, kind, protocol)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(_BACKLOG)
    except OSError:
        listening.close()
        raise
    return listening


def _why_not(error: OSError, settings: Settings) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"port {settings.port} is taken; stop the program that has it, or choose another with"
            f" {flag('port')}"
        )
    if error.errno == errno.EACCES:
        return f"port {settings.port} is the system's; choose one from 1024 on with {flag('port')}"
    return f"cannot listen on {settings.host}: {error.strerror}; choose another, {flag('host')}"


def _warm(shelf: Shelf) -> None:
    """Load what the first request of each language would wait for, and share it with workers."""
    warm()
    for language in shelf.bank.languages:
        check(Request(text="…", language=language), shelf.bank)
    gc.collect()
    gc.freeze()


def _tell(settings: Settings, port: int, shelf: Shelf) -> None:
    """Say where the service is, and which bank files have errors."""
    host = "localhost" if settings.host in ("0.0.0.0", "::") else settings.host  # noqa: S104 - read
    shown = f"[{host}]" if ":" in host else host
    print(f"Bonvorto: the playground is at http://{shown}:{port}/  (Ctrl+C stops)", flush=True)
    if settings.open and not is_loopback(settings.host):
        print("bonvorto: open to anyone who reaches this port", file=sys.stderr)
    for problem in shelf.bank.problems:
        print(problem.render(), file=sys.stderr)


def _start_log(level: str) -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger = logging.getLogger("bonvorto")
    logger.handlers = [handler]
    logger.propagate = False
    logger.setLevel(level.upper())
