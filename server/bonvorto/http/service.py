"""What a request needs of the running service: its settings and the bank in use."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock

from flask import Flask, current_app

from bonvorto.bank.bank import Bank
from bonvorto.bank.watch import Shelf
from bonvorto.settings import Settings

_NAME = "bonvorto"


@dataclass(frozen=True, slots=True)
class Service:
    """The settings and the shelf that one application works with.

    turn: held while a request computes. Python computes for one thread at a time anyway; taking
    turns keeps it from slicing several checks thinner (99th percentile: docs/http.md), while the
    other threads of a worker read and write for slow clients.
    """

    settings: Settings
    shelf: Shelf
    turn: Lock = field(default_factory=Lock)


def install(app: Flask, service: Service) -> None:
    """Give the service to an application."""
    app.extensions[_NAME] = service


def service() -> Service:
    """Give the service of the application that handles this request."""
    found: Service = current_app.extensions[_NAME]
    return found


def bank() -> Bank:
    """Give the bank in use; ask once per request, since a reload exchanges it."""
    return service().shelf.bank
