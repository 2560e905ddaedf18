"""Pages for people: the playground at /, the API's description at /docs and /openapi.json."""

from __future__ import annotations

from pathlib import Path

from flask import Response, abort, render_template, request
from flask_openapi3 import Info, OpenAPI
from werkzeug.security import safe_join

from bonvorto import __version__
from bonvorto.http.answer import answer

_HERE = Path(__file__).parent
PLAYGROUND = _HERE / "playground"
_TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
}
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
    app.add_url_rule("/docs", "docs", lambda: _docs(app))
    app.add_url_rule("/docs.css", "docs_style", lambda: _file("docs.css", _HERE / "templates"))


def _docs(app: OpenAPI) -> Response:
    """Show the API's description without a script."""
    described = app.api_doc
    operations = [
        {**operation, "path": path, "method": method}
        for path, item in described["paths"].items()
        for method, operation in item.items()
    ]
    page = render_template(
        "docs.html", operations=operations, schemas=described["components"]["schemas"], info=INFO
    )
    return _of_page(Response(page, mimetype="text/html"))


def _file(name: str, folder: Path = PLAYGROUND) -> Response:
    """Send a file of the package. Types are named here: a system's own table may call .js text."""
    found = safe_join(str(folder), name)
    path = Path(found) if found else folder
    kind = _TYPES.get(path.suffix)
    if kind is None or not path.is_file():
        abort(404)
    response = Response(path.read_bytes(), mimetype=kind)
    response.add_etag()
    response.make_conditional(request)
    return _of_page(response)


def _of_page(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = _POLICY
    # Files carry an ETag: asking again costs nothing and an update shows at once.
    response.headers["Cache-Control"] = "no-cache"
    return response
