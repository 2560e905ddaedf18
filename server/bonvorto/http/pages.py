"""Pages for people: the playground at /, the API's description at /docs and /openapi.json."""

from __future__ import annotations

from pathlib import Path

from flask import Response, send_from_directory
from flask_openapi3 import Info, OpenAPI

from bonvorto import __version__
from bonvorto.http.answer import answer

PLAYGROUND = Path(__file__).parent / "playground"
INFO = Info(
    title="Bonvorto",
    version=__version__,
    description="Kind, sin-free wording for customer replies in Esperanto, Georgian, Russian and"
    " English. Text is held in memory for the time of a request, and nowhere else.",
)
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
    " img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'"
)


def install(app: OpenAPI) -> None:
    """Add the pages to an application."""
    app.add_url_rule("/", "playground", lambda: _file("index.html"))
    app.add_url_rule("/playground/<path:name>", "playground_file", _file)
    app.add_url_rule("/openapi.json", "openapi", lambda: answer(app.api_doc))


def _file(name: str) -> Response:
    response = send_from_directory(PLAYGROUND, name)
    response.headers["Content-Security-Policy"] = _POLICY
    # Files carry an ETag: asking again costs nothing and an update shows at once.
    response.headers["Cache-Control"] = "no-cache"
    return response
