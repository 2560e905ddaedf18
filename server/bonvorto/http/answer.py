"""Answers: plain records of the core as JSON bytes, the same ones in every process."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from flask import Response, request


def as_json(value: object) -> bytes:
    """Write records as JSON, keys in the order in which they are declared.

    ASCII only: a lone surrogate of the request comes back escaped and the answer stays valid.
    """
    return json.dumps(value, default=_fields, separators=(",", ":")).encode("ascii") + b"\n"


def _fields(value: object) -> dict[str, Any]:
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    raise TypeError(f"{type(value).__name__} is no record of an answer")


def answer(value: object, status: int = 200) -> Response:
    """Make the response to a request for JSON."""
    return Response(as_json(value), status, mimetype="application/json")


def wants_json() -> bool:
    """Tell whether the request was made by a program, which reads errors as JSON."""
    return request.path.startswith(("/v1/", "/health/")) or request.path == "/openapi.json"
