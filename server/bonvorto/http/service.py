"""What a request needs of the running service: its settings and the bank in use."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask, current_app

from bonvorto.bank.bank import Bank
from bonvorto.bank.watch import Shelf
from bonvorto.settings import Settings

_NAME = "bonvorto"


@dataclass(frozen=True, slots=True)
class Service:
    """The settings and the shelf that one application works with."""

    settings: Settings
    shelf: Shelf


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
