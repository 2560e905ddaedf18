"""Health: for service managers, probes and the extension's button “test connection”."""

from __future__ import annotations

from flask import Response
from flask_openapi3 import APIBlueprint, Tag

from bonvorto.http.answer import answer
from bonvorto.http.service import bank
from bonvorto.http.shapes import ErrorAnswer, Health, HealthAnswer

health = APIBlueprint(
    "health",
    __name__,
    url_prefix="/health",
    abp_tags=[Tag(name="Health")],
    abp_responses={400: ErrorAnswer, 403: ErrorAnswer},
)


@health.get("/live", operation_id="live", responses={200: HealthAnswer})
def live() -> Response:
    """Tell that the process answers."""
    return answer(Health("live"))


@health.get("/ready", operation_id="ready", responses={200: HealthAnswer})
def ready() -> Response:
    """Tell that the banks are loaded, and how many errors their files have."""
    own = bank()
    errors = sum(problem.level == "error" for problem in own.problems)
    return answer(Health("ready", own.version, errors))
