"""Reading the body of a request: one JSON object, within the limits."""

from __future__ import annotations

from flask import request
from werkzeug.exceptions import BadRequest, HTTPException

from bonvorto.http.errors import ApiError
from bonvorto.http.service import service
from bonvorto.text.offsets import utf16_length


def refuse_unreadable() -> None:
    """Answer 415 for a body that is not declared as JSON, 400 for one that is no JSON object.

    A page on the web can send text/plain to any address without asking; it cannot send
    application/json without a preflight, which the Origin check answers.
    """
    if request.method != "POST":
        return
    if not request.is_json:
        raise ApiError(415, "not_json", "send the body as Content-Type: application/json")
    try:
        request.get_data()
    except HTTPException:
        raise
    except Exception:  # each server has errors of its own for a body that breaks off
        raise ApiError(400, "body_broken_off", "the body did not arrive whole") from None
    try:
        body = request.get_json()
    except (BadRequest, RecursionError):
        raise ApiError(400, "not_json", "the body is not JSON in UTF-8") from None
    if not isinstance(body, dict):
        raise ApiError(400, "not_an_object", 'the body is a JSON object: {"text": "…"}')


def within_limit(text: object, field: str) -> str:
    """Give the text of a request. Raises ApiError 413 when it is too long."""
    found = str(text)
    limit = service().settings.max_text
    # A text has at least half as many code points as UTF-16 units: most need no counting.
    if len(found) > limit or (2 * len(found) > limit and utf16_length(found) > limit):
        raise ApiError(
            413,
            "text_too_long",
            f"“{field}” has more than {limit:,} UTF-16 units, which is the limit here",
            field,
        )
    return found
