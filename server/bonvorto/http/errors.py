"""Errors as callers see them: `{"error": {"code", "message", "field"?}}`, never with their text."""

from __future__ import annotations

import logging
import traceback
from http import HTTPStatus
from pathlib import Path
from typing import Any

from flask import Flask, Response, request
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from bonvorto.http.answer import answer, wants_json
from bonvorto.http.service import service

_log = logging.getLogger(__name__)


class ApiError(Exception):
    """An error that the caller can do something about. field: where in the request it stands."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        field: str | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.message = message
        self.field = field
        self.headers = headers or {}

    def response(self) -> Response:
        """Make the response; a person who opened a page in a browser gets plain text."""
        if not wants_json():
            made = Response(f"{self.message}\n", self.status, mimetype="text/plain")
        else:
            body = {"code": self.code, "message": self.message}
            if self.field is not None:
                body["field"] = self.field
            made = answer({"error": body}, self.status)
        made.headers.update(self.headers)
        return made


def install(app: Flask) -> None:
    """Let every error of an application leave it in the one shape."""
    app.register_error_handler(ApiError, lambda error: error.response())
    app.register_error_handler(HTTPException, _of_http)
    app.register_error_handler(Exception, _unexpected)


def invalid(error: ValidationError) -> ApiError:
    """Name the first field that is wrong, and how it should be."""
    detail = error.errors(include_url=False, include_input=False)[0]
    field = ".".join(str(part) for part in detail["loc"])
    return ApiError(400, "invalid_request", _in_words(detail, field), field or None)


def of_validation(error: ValidationError) -> Response:
    """Answer a request whose fields do not fit."""
    return invalid(error).response()


def _in_words(detail: ErrorDetails, field: str) -> str:
    context: dict[str, Any] = detail.get("ctx", {})
    if detail["type"] == "missing":
        return f"“{field}” is missing"
    if detail["type"] == "extra_forbidden":
        # The name is the caller's own and may hold anything: it is named in `field` only.
        return "there is no such field; see /docs for those there are"
    if detail["type"] == "literal_error":
        return f"“{field}” is none of {context['expected']}"
    wanted = detail["msg"].removeprefix("Value error, ").removeprefix("Input should be ")
    return f"“{field}” should be {wanted}" if wanted != detail["msg"] else wanted


def _of_http(error: HTTPException) -> Response:
    if isinstance(error, RequestEntityTooLarge):
        limit = service().settings.body_limit
        error_here = ApiError(413, "body_too_large", f"a request body has at most {limit:,} bytes")
        return error_here.response()
    if error.code is None or error.code < 400:
        return Response(error.get_response().get_data(), error.code or 500, error.get_headers())
    phrase = HTTPStatus(error.code).phrase
    made = ApiError(error.code, phrase.lower().replace(" ", "_"), _MESSAGES.get(error.code, phrase))
    response = made.response()
    for name, value in error.get_headers():
        if name.lower() in ("allow", "retry-after"):
            response.headers[name] = value
    return response


_MESSAGES = {
    400: "the request cannot be read",
    404: "there is nothing at this address; see /docs for what there is",
    405: "this address does not take this method; see the Allow header",
}


def _unexpected(error: Exception) -> Response:
    """Answer 500."""
    note(error)
    message = "something went wrong here; the log of the server says where"
    return ApiError(500, "internal_error", message).response()


def note(error: BaseException) -> None:
    """Log the kind of an error and the lines of code; its message may quote a request."""
    frames = traceback.extract_tb(error.__traceback__)[-8:]
    place = " < ".join(
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames)
    )
    rule = request.url_rule.rule if request.url_rule else "-"
    _log.error("%s: %s at %s", rule, type(error).__name__, place)
