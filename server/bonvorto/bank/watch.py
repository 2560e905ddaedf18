"""The shelf: the bank in use, exchanged for a new one within a second of an edit."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from pathlib import Path

from bonvorto.bank.bank import Bank
from bonvorto.bank.load import bank_files, load

_log = logging.getLogger(__name__)
Stamp = tuple[tuple[str, int, int], ...]


class Shelf:
    """Holds the current bank and, once started, watches its folders.

    Folders are polled, since file events are lost on network drives and in containers; a look at
    200 files takes about a millisecond. `bank` is exchanged in one assignment, so a reader sees
    the old one or the new one, never a mixture.
    """

    def __init__(self, folders: Sequence[Path], interval_s: float = 0.25) -> None:
        self.folders = tuple(folders)
        self.interval_s = interval_s
        self._stamp = self._look()
        self.bank: Bank = load(self.folders)
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Watch in a daemon thread. A thread does not live through a fork: start it after."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._watch, name="bonvorto-banks", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Stop watching and wait for the thread to end."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self._stopped.clear()

    def reload_if_changed(self) -> bool:
        """Load the banks again if a file came, went or changed; tell whether it was so."""
        stamp = self._look()
        if stamp == self._stamp:
            return False
        self._stamp = stamp
        self.bank = load(self.folders, self.bank)
        return True

    def _watch(self) -> None:
        while not self._stopped.wait(self.interval_s):
            try:
                self.reload_if_changed()
            except Exception:
                # A folder that is being moved, or a fault of ours: the bank in use stays, and
                # the watch goes on. Banks hold no text of any reply, so the log may say all.
                _log.exception("the banks could not be read again; the last good ones stay")

    def _look(self) -> Stamp:
        stamps: list[tuple[str, int, int]] = []
        for folder in self.folders:
            if not folder.is_dir():
                continue
            for path in bank_files([folder]):
                try:
                    status = path.stat()
                except FileNotFoundError:
                    continue
                stamps.append((str(path), status.st_mtime_ns, status.st_size))
        return tuple(stamps)
