"""The application factory."""

from __future__ import annotations

from typing import Any

from flask_openapi3 import OpenAPI

from bonvorto.bank.watch import Shelf
from bonvorto.http import access, errors, headers, journal, pages
from bonvorto.http.health import health
from bonvorto.http.service import Service, install
from bonvorto.http.shapes import ErrorAnswer
from bonvorto.http.v1 import v1
from bonvorto.settings import Settings


class _Application(OpenAPI):
    def log_exception(self, exc_info: Any) -> None:  # noqa: ANN401 - Flask's
        """Log what went wrong outside a view as what goes wrong inside one: without a message."""
        errors.note(exc_info[1])


def create_app(settings: Settings, shelf: Shelf) -> OpenAPI:
    """Make the application. Raises SettingError when its keys cannot be read."""
    app = _Application(
        "bonvorto",
        info=pages.INFO,
        security_schemes={"key": {"type": "http", "scheme": "bearer"}},
        validation_error_status=400,
        validation_error_model=ErrorAnswer,
        validation_error_callback=errors.of_validation,
        doc_ui=False,
        static_folder=None,
        template_folder="http/templates",
    )
    app.config["MAX_CONTENT_LENGTH"] = settings.body_limit
    install(app, Service(settings, shelf))
    journal.install(app)
    errors.install(app)
    access.install(app, settings)
    headers.install(app)
    app.register_api(v1)
    app.register_api(health)
    pages.install(app)
    return app
